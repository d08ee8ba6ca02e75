"""Places of conflict by name, as whole reports tell them: the right one of several, and no point the words do not give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading
from casus.model.place import Place

Read = Callable[..., Reading]


def place_in(text: str, words: str, read_text: Read) -> Place:
    """The place of a claim whose words hold these."""
    places = [c.place for c in read_text(text).claims if c.place is not None]
    return next(p for p in places if words in p.evidence.words)


@pytest.mark.parametrize(
    ("text", "words", "country", "within", "lat", "lon"),
    [
        ("Pakistani soldiers killed six militants in Mir Ali on Monday, the army said.", "Mir Ali", "PAK", "North Waziristan", 33.0, 70.3),
        ("Pakistan said its jets struck camps in the Barmal district of Paktika in Afghanistan.", "Barmal", "AFG", "Paktika", 32.6, 69.2),
        ("Gunmen shot dead two Pakistani policemen in Miranshah, the main town of North Waziristan.", "Miranshah", "PAK", "Khyber Pakhtunkhwa", 33.0, 70.1),
        ("A bomb killed three tribal elders in Wana, South Waziristan, police said.", "Wana", "PAK", "Khyber Pakhtunkhwa", 32.3, 69.6),
        ("Militants killed 16 soldiers at a post in Makeen in South Waziristan, Pakistan.", "Makeen", "PAK", "South Waziristan", 32.6, 69.8),
        ("Pakistani air strikes killed dozens of people in Paktika, Afghan officials said.", "Paktika", "AFG", "Afghanistan", 32.5, 68.8),
        ("Militants killed ten policemen in Khyber Pakhtunkhwa, Pakistan, on Sunday.", "Khyber Pakhtunkhwa", "PAK", "Pakistan", 34.5, 72.0),
        ("The Rapid Support Forces shelled a hospital in El Fasher, killing nine, Sudanese doctors said.", "El Fasher", "SDN", "Sudan", 13.6, 25.3),
        ("Soldiers burned houses in Rathedaung in Myanmar's Rakhine state and killed four villagers.", "Rathedaung", "MMR", "Rakhine", 20.5, 92.7),
        ("Boko Haram fighters abducted eleven girls in Chibok, Nigeria.", "Chibok", "NGA", "Borno", 10.9, 12.8),
        ("Russian shells killed two people in Pokrovsk in Ukraine's Donetsk region.", "Pokrovsk", "UKR", "Donetsk", 48.3, 37.2),
    ],
)  # fmt: skip
def test_where_the_name_means(text: str, words: str, country: str, within: str, lat: float, lon: float, read_text: Read) -> None:
    place = place_in(text, words, read_text)
    assert (place.country, place.id is not None) == (country, True), place.reason
    assert within in {place.name, *place.within}
    assert place.lat is not None
    assert place.lon is not None
    near = 0.3 if place.precision_ucdp == 1 else 1.0
    assert abs(place.lat - lat) < near
    assert abs(place.lon - lon) < near


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Two farmers were killed by a mine in Wana, in the Ethiopian highlands, the government in Addis Ababa said.", "Wana", "PAK"),
        ("Russian police shot two men in Pokrovsk, Yakutia, Russia, officials in Moscow said.", "Pokrovsk", "UKR"),
        ("Gunmen killed two guards in Mir Ali, a village in Iran, Tehran said. Iran blamed smugglers.", "Mir Ali", "PAK"),
        ("Brazilian police killed five men in Barmal, Brazil, the ministry in Brasilia said.", "Barmal", "AFG"),
    ],
)  # fmt: skip
def test_a_namesake_elsewhere_is_not_the_known_one(text: str, words: str, country: str, read_text: Read) -> None:
    places = [c.place for c in read_text(text).claims if c.place is not None and words in c.place.evidence.words]
    assert all(p.country != country for p in places), [(p.name, p.within, p.reason) for p in places]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed six soldiers 35 km south of Kandahar in Afghanistan.", "A mine killed four people about 60 miles north-east of Maiduguri, Nigeria.",
        "Gunmen killed nine travellers between Goma and Sake in Congo.", "Troops killed three herders on the road between Quetta and Zhob in Pakistan.",
        "Soldiers killed five smugglers near the Afghan-Pakistani border.", "Shelling killed four people along the border with Syria, Turkish officials said.",
        "Militants killed eight farmers in northern Nigeria.", "Air strikes killed a dozen rebels in eastern Afghanistan.",
        "Pirates killed two sailors in the Gulf of Aden.", "A drone killed a fisherman in the Black Sea.",
        "Gunmen killed three men on the Congo River.", "Rebels killed two rangers on Lake Chad.",
        "Gunmen killed seven passengers on the Kabul-Kandahar highway.", "Jets killed six people in the west of the country, Sudan's army said.",
        "Fighters killed nine people in the Sahel.", "Rebels killed four men in the mountains of the Caucasus.",
        "Gunmen killed three people at the Nur hotel, police said.", "Soldiers killed two men near the frontier between Chad and Sudan.",
        "Bandits killed five people on the outskirts of a village in Zamfara.", "Militants killed ten people across Somalia.",
    ],
)  # fmt: skip
def test_no_false_point(text: str, read_text: Read) -> None:
    """No town's point for what is no town: distances over 25 km, pairs, borders, roads, rivers, seas, sides of countries, unknown spots."""
    places = [c.place for c in read_text(text).claims if c.place is not None]
    pointed = [p for p in places if p.lat is not None and (p.precision_ucdp or 9) <= 3]
    assert not pointed, [(p.name, p.evidence.words, p.precision_ucdp, p.reason) for p in pointed]


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("Rebels killed six soldiers near Maiduguri in Nigeria.", "near Maiduguri", 2),
        ("Rebels killed six soldiers 12 km west of Maiduguri in Nigeria.", "12 km west of Maiduguri", 2),
        ("Rebels killed six soldiers in northern Maiduguri in Nigeria.", "northern Maiduguri", 1),
        ("Rebels killed six soldiers in Paktika province, Afghanistan.", "Paktika province", 4),
        ("Rebels killed six soldiers in the Barmal district of Paktika province, Afghanistan.", "Barmal district", 3),
        ("Rebels killed six soldiers in Afghanistan.", "Afghanistan", 6),
        ("A shell killed four people in the Jabalia refugee camp in Gaza.", "Jabalia", 1),
    ],
)  # fmt: skip
def test_precision_of_the_words(text: str, words: str, precision: int, read_text: Read) -> None:
    place = place_in(text, words, read_text)
    assert place.precision_ucdp == precision, (place.name, place.reason)
