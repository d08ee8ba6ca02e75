"""Names that several actors share: decided mention by mention, never merged by a shared word."""

from __future__ import annotations

from datetime import date

import pytest
from actor_reports import who

from casus.codebook.actors import load_actors
from casus.codebook.namesakes import load_namesakes

PAIRS = [
    ("Afghan Taliban", "Pakistani Taliban"),
    ("Taliban", "Tehreek-e-Taliban Pakistan"),
    ("Tehreek-e-Taliban Pakistan", "Tehreek-e-Labbaik Pakistan"),
    ("Tehreek-e-Taliban Pakistan", "Pakistan Tehreek-e-Insaf"),
    ("Tehreek-e-Jihad Pakistan", "Tehreek-e-Taliban Pakistan"),
    ("Arakan Army", "Myanmar Army"),
    ("Arakan Army", "Arakan Rohingya Salvation Army"),
    ("Arakan Army", "Kachin Independence Army"),
    ("National Democratic Alliance Army", "Myanmar National Democratic Alliance Army"),
    ("Kachin Independence Army", "Karen National Liberation Army"),
    ("Shan State Army South", "Shan State Army North"),
    ("Democratic Republic of the Congo", "Republic of the Congo"),
    ("Sudan", "South Sudan"),
    ("Guinea", "Guinea-Bissau"),
    ("Guinea", "Equatorial Guinea"),
    ("Guinea", "Papua New Guinea"),
    ("Niger", "Nigeria"),
    ("North Korea", "South Korea"),
    ("Dominica", "Dominican Republic"),
    ("Mali", "Malawi"),
    ("Austria", "Australia"),
    ("Iran", "Iraq"),
    ("Slovakia", "Slovenia"),
    ("Taiwan", "China"),
    ("Republic of China", "People's Republic of China"),
    ("Ireland", "Northern Irish"),
    ("PKK", "YPG"),
    ("YPG", "Syrian Democratic Forces"),
    ("Syrian Democratic Forces", "Syrian National Army"),
    ("Syrian National Army", "Syrian Arab Army"),
    ("Somali National Army", "Syrian National Army"),
    ("PKK", "PUK"),
    ("PJAK", "PKK"),
    ("Islamic State", "Islamic State West Africa Province"),
    ("Islamic State", "Islamic State Khorasan Province"),
    ("Boko Haram", "Islamic State West Africa Province"),
    ("Islamic State Sahel Province", "Islamic State West Africa Province"),
    ("Islamic State", "Islamic State in Somalia"),
    ("al-Qaeda", "al-Qaeda in the Arabian Peninsula"),
    ("al-Qaeda in the Islamic Maghreb", "al-Qaeda in the Arabian Peninsula"),
    ("al-Qaeda", "al-Qaeda in the Indian Subcontinent"),
    ("Jaish-e-Mohammed", "Jaish al-Adl"),
    ("Jaish-e-Mohammed", "Jaysh al-Islam"),
    ("Lashkar-e-Taiba", "Lashkar-e-Jhangvi"),
    ("Lashkar-e-Taiba", "Lashkar-e-Islam"),
    ("Hezbollah", "Kataib Hezbollah"),
    ("Hezbollah", "Hizbul Mujahideen"),
    ("Hizb-i-Islami", "Hizbul Islam"),
    ("Palestinian Islamic Jihad", "Islamic Jihad Union"),
    ("Hamas", "Fatah"),
    ("Fatah", "Fatah al-Islam"),
    ("Ansar Dine", "Ansaru"),
    ("Ansar al-Islam", "Ansarul Islam"),
    ("Ansarullah Bangla Team", "Ansar Allah"),
    ("Baloch Liberation Army", "Balochistan Liberation Front"),
    ("Baloch Republican Army", "Baloch Liberation Army"),
    ("Rapid Support Forces", "Sudanese Armed Forces"),
    ("Janjaweed", "Rapid Support Forces"),
    ("Reporters Without Borders", "Rapid Support Forces"),
    ("SPLM-N", "SPLM-IO"),
    ("South Sudan People's Defence Forces", "SPLM-IO"),
    ("Oromo Liberation Army", "Oromo Liberation Front"),
    ("Tigray People's Liberation Front", "Eritrean People's Liberation Front"),
    ("Allied Democratic Forces", "Australian Defence Force"),
    ("National Liberation Army (Colombia)", "Popular Liberation Army"),
    ("FARC", "FARC dissidents"),
    ("Segunda Marquetalia", "FARC dissidents"),
    ("Gulf Clan", "Gulf Cartel"),
    ("Donetsk People's Republic", "Luhansk People's Republic"),
    ("Russian Volunteer Corps", "Russian Armed Forces"),
    ("Inter-Services Intelligence", "Inter-Services Public Relations"),
    ("Frontier Corps", "Pakistan Army"),
    ("Islamic Revolutionary Guard Corps", "Iranian Army"),
    ("Popular Mobilization Forces", "Iraqi Army"),
    ("Houthis", "Southern Transitional Council"),
    ("Real IRA", "Continuity IRA"),
    ("Jamaat-ul-Ahrar", "Jamaat-e-Islami"),
    ("Communist Party of India (Maoist)", "Communist Party of Nepal (Maoist)"),
    ("Moro Islamic Liberation Front", "Moro National Liberation Front"),
    ("Kurdistan Democratic Party", "Kurdistan Workers' Party"),
    ("Free Syrian Army", "Syrian National Army"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda name: name)
def test_they_are_never_one(one: str, other: str) -> None:
    a, b = who(f"[{one}] said so."), who(f"[{other}] said so.")
    ids = {i for i in (a.id, b.id) if i}
    assert a.id != b.id or not ids, f"{one} and {other} are both {a.id}"
    assert a.id is None or {x.id for x in load_actors().find(one)} == {a.id} or a.id != b.id


class TestTaliban:
    @pytest.mark.parametrize(
        "text",
        [
            "[The Taliban] rejected the charge.",
            "The return of [the Taliban] to power changed much.",
            "[The Taliban ruling Afghanistan] rejected the charge.",
            "In 1998 [the Taliban] seized the city.",
            "He called [the Kabul Taliban] his neighbours.",
        ],
    )
    def test_alone_it_is_the_afghan_one(self, text: str) -> None:
        assert who(text).id == "afg-taliban"

    @pytest.mark.parametrize(
        "text",
        [
            "[The Pakistani Taliban] claimed the bombing.",
            "[Pakistan's Taliban] claimed the bombing.",
            "[The Taliban in Waziristan] claimed the bombing.",
            "[The TTP] claimed the bombing.",
            "[Taliban] fighters loyal to Noor Wali Mehsud claimed the bombing.",
        ],
    )
    def test_the_pakistani_one_is_told_by_its_words(self, text: str) -> None:
        assert who(text).id == "ttp"

    @pytest.mark.parametrize(
        "text",
        [
            "Islamabad has to deal with [two Taliban groups].",
            "This is Pakistan's dual-[Taliban] problem.",
            "There is a twin threat from [the Taliban].",
            "It fears [both Taliban movements].",
        ],
    )
    def test_both_together_are_neither(self, text: str) -> None:
        assert who(text).id == "taliban-umbrella"

    def test_playing_both_sides_is_not_both(self) -> None:
        assert who("It played both sides with [the Taliban].").id == "afg-taliban"

    def test_one_report_one_meaning_if_only_one_is_named_in_full(self) -> None:
        text = "The Pakistani Taliban claimed the bombing in Quetta. [The Taliban] said more would follow."
        found = who(text)
        assert found.id == "ttp"
        assert "names in full" in found.reason

    def test_both_named_in_full_leaves_the_default(self) -> None:
        text = "The Pakistani Taliban and the Afghan Taliban are allies. [The Taliban] said more would follow."
        assert who(text).id == "afg-taliban"

    def test_each_mention_by_itself(self) -> None:
        text = "The Taliban in Kabul met the Pakistani Taliban."
        assert who(text, "Taliban").id == "afg-taliban"
        assert who(text, "Taliban", nth=1).id == "ttp"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Darfur [the RSF] shelled the camp.", "rsf"),
        ("[RSF] said that two reporters were held; the press freedom group called for their release.", "rsf-ngo"),
        ("In Raqqa [the SDF] held the dam.", "sdf"),
        ("Japan sent [the SDF] to help.", "jpn-mil"),
        ("[The ADF] killed farmers near Beni in Congo.", "adf-cod"),
        ("Australia said [the ADF] would leave.", "aus-mil"),
        ("In Aleppo [the SNA] advanced.", "sna-syr"),
        ("Near Mogadishu [the SNA] advanced.", "som-mil"),
        ("Brazzaville was calm; [Congo] held a vote.", "cog"),
        ("Fighting goes on in Goma; [Congo] blames its neighbour.", "cod"),
        ("In Mozambique [al-Shabaab] raided Palma.", "is-moz"),
        ("In Mogadishu [al-Shabaab] raided a hotel.", "al-shabaab"),
        ("Pakistan's [ISI] denied it.", "pak-isi"),
        ("In Arauca, Colombia, [the National Liberation Army] freed him.", "eln"),
        ("[The EU] met in Brussels.", "eu"),
        ("Rakhine is burning; [the AA] took Sittwe.", "arakan-army"),
    ],
)
def test_cues_decide(text: str, expected: str) -> None:
    found = who(text)
    assert found.id == expected, found.reason


@pytest.mark.parametrize("words", ["RSF", "National Liberation Army", "SNA"])
def test_without_a_cue_it_stays_open(words: str) -> None:
    found = who(f"[The {words}] said so.")
    assert found.id is None
    assert "may be" in found.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They told [us] so.", None),
        ("[US troops] left.", "usa-mil"),
        ("[Who] did it?", None),
        ("[WHO] staff left.", "who"),
        ("It [is] so.", None),
        ("[IS] fighters left.", "islamic-state"),
        ("[Nato] troops left.", "nato"),
        ("The [army] left.", None),
    ],
)
def test_case_counts(text: str, expected: str | None) -> None:
    assert who(text).id == expected


def test_every_candidate_of_a_shared_name_is_in_the_table() -> None:
    table = load_actors()
    listed = {slug for entry in load_namesakes().values() for slug in entry.candidates}
    missing = sorted(slug for slug in listed if table.get(slug) is None)
    assert not missing


def test_a_shared_name_follows_the_report_date() -> None:
    assert who("In Khartoum [the RSF] advanced.", on=date(2023, 5, 1)).id == "rsf"
