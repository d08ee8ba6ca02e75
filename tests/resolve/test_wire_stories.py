"""Who is meant in long reports of many acts: the home of the report, nearer people, names of things."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from actor_reports import who

from casus.model.event import Event

AT_HOME = [
    (
        "Kenyan officials met in Nairobi. Gunmen stormed a farm in Garissa, Kenya. Kenya's president put off his trips to Ghana and Togo. "
        "On Sunday [the presidency] said the hostages were free.",
        "ken-gov",
    ),
    (
        "Rebels fought in the Malian town of Mopti. Mali's premier spoke in Bamako. Its envoy blamed Algeria. A bomb went off in Kidal. "
        "Two trucks burnt. [The army] ended the siege.",
        "mli-mil",
    ),
    (
        "Sudanese doctors fled. Shells fell on Khartoum and on the Al-Saudi clinic in Sudan. [The army] said it held the town.",
        "sdn-mil",
    ),
    (
        "Ukraine woke to sirens. Ukrainian towns lay dark. Russia fired 40 missiles at Ukraine overnight, [the air force] said.",
        "ukr-mil",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body"), AT_HOME)
def test_a_body_without_a_country_is_the_reports_own(text: str, body: str) -> None:
    assert who(text).id == body


def test_another_country_that_acts_right_before_keeps_its_own() -> None:
    text = "Iraq mourned in Baghdad. Iraqi troops left Mosul. Iraqi doctors came. Turkey's envoy spoke. [The army] moved."
    assert who(text).id == "tur-mil"


def test_in_palestine_the_army_is_not_a_palestinian_one() -> None:
    text = "Palestinian farmers fled. A Palestinian boy ran from Nablus. In Gaza Palestinian shops shut as Israel watched. [A military jeep] came."
    assert who(text).id != "pse-mil"


NAMES_OF_THINGS = [
    ("Rebels shot down [a Black Hawk helicopter].", "zaf-hawks"),
    ("Gunmen attacked [the White House Hotel] in Juba.", "usa-gov"),
    ("Fighters shot a man of [the Abu Shabab gang] in Rafah.", "al-shabaab"),
]


@pytest.mark.parametrize(("text", "never"), NAMES_OF_THINGS)
def test_a_name_is_not_cut_out_of_the_name_of_a_thing(text: str, never: str) -> None:
    assert who(text).id != never


def test_the_forces_of_a_part_of_a_country_are_its_own() -> None:
    text = "The Tigray Interim Administration in Ethiopia said [its forces] were hit."
    assert who(text).id == "eth-tia"


def test_a_command_is_no_group() -> None:
    text = "Boko Haram held the town. The Eastern Joint Command said two men died. [The group] ambushed a lorry."
    assert who(text).id == "boko-haram"


def test_who_denies_is_the_group_that_is_blamed() -> None:
    text = "The Ethiopian Human Rights Commission counted the dead; a church blamed the Oromo Liberation Army. [The group] denied it."
    assert who(text).id == "ola"


def test_armed_people_told_of_nearer_may_be_meant(events: Callable[..., list[Event]]) -> None:
    text = "Police fear Boko Haram. On Monday soldiers clashed with armed men near Bama; two of the attackers were killed and a guard was hurt."
    found = events(text, published="2025-03-10")
    assert "boko-haram" not in {p.id for e in found for p in (*e.actors, *e.recipients)}


def test_who_condemns_is_not_who_did_it(events: Callable[..., list[Event]]) -> None:
    text = (
        "The Christian Association of Nigeria condemned the raid. It comes a day after gunmen stormed a school in Kano, where they killed a "
        "teacher and abducted 12 pupils."
    )
    assert "nga-can" not in {p.id for e in events(text, published="2025-03-10") if e.type == "ASSAULT" for p in e.actors}


def test_they_after_an_it_are_those_whom_it_fought(events: Callable[..., list[Event]]) -> None:
    text = "Uganda's army said on Monday it had killed 30 fighters of the CODECO militia after they attacked a base in Ituri."
    found = [p.id for e in events(text, published="2025-03-10") if e.type == "ASSAULT" for p in e.actors]
    assert "uga" not in found


def test_an_army_nobody_can_place_is_not_the_group_before(events: Callable[..., list[Event]]) -> None:
    text = "JNIM said its fighters had seized a post near Djibo on Sunday. The army said it had carried out air strikes on them."
    assert "jnim" not in {p.id for e in events(text, published="2025-03-10") if "aerial" in e.modes for p in e.actors}


def test_a_condemned_attack_is_not_one_that_is_only_denied(events: Callable[..., list[Event]]) -> None:
    text = "A bomb hit a bus in Cotabato, killing two. The Maute group has not claimed the attack. Governor Ana Ruiz condemned the bombing."
    assert not [p for e in events(text, published="2025-03-10") if e.type == "ACCUSE" for p in e.recipients]


def test_a_province_stands_for_its_country_where_an_abbreviation_needs_one() -> None:
    assert who("Police in Chhattisgarh met. [The BJP] protested.").id in {None, "ind-bjp"}


def test_the_party_of_the_country_told_of() -> None:
    assert who("Shops shut in Dhaka, Bangladesh. [The Jamaat-e-Islami] called a march.").id == "bgd-ji"
    assert who("Shops shut in Karachi. [The Jamaat-e-Islami] called a march.").id == "pak-ji"


def test_they_who_are_hit_are_those_told_of_in_the_sentence(events: Callable[..., list[Event]]) -> None:
    text = (
        "Four members of the New People's Army were killed in Masbate on Sunday. A major said troops were on patrol when they were fired upon "
        "by ten rebels."
    )
    assert "npa" not in {p.id for e in events(text, published="2025-03-10") for p in e.recipients if p.evidence.words == "they"}


def test_who_denies_by_it_is_the_subject_before(events: Callable[..., list[Event]]) -> None:
    text = (
        "A volunteer group in Sudan put the toll at 43. The Rapid Support Forces did not answer on Monday. It has previously denied shelling "
        "civilians in El Fasher."
    )
    found = [s.id for e in events(text, published="2025-03-10") if e.status == "denied" for s in e.sources]
    assert set(found) <= {"rsf"}


def test_a_country_in_an_aside_lends_no_ministry(events: Callable[..., list[Event]]) -> None:
    text = (
        "Gunmen killed nine men near Agadez in Niger on Monday. Niger's premier spoke in Niamey. The president of Niger accused France of arming "
        "them, which Paris denies. The ministry accused Benin of hosting bases."
    )
    assert "fra-gov" not in {p.id for e in events(text, published="2025-03-10") if e.type == "ACCUSE" for p in e.actors}


def test_a_town_at_home_calls_the_home_army(events: Callable[..., list[Event]]) -> None:
    text = (
        "Syria mourned. In Aleppo Syrian doctors met on Monday. Syrian schools shut. Turkey warned the group. In Latakia gunmen killed two "
        "members of the security forces."
    )
    assert "tur-mil" not in {p.id for e in events(text, published="2025-03-10") for p in e.recipients}
