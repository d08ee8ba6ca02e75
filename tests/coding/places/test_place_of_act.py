"""Where an act happened, read by the shipped reader: one sentence, one act, its place or none."""

from __future__ import annotations

from datetime import date

import pytest

from casus.model.claim import Claim
from casus.model.text import Block, Report
from casus.pipeline import Tools, read_report


def claims(text: str, tools: Tools) -> list[Claim]:
    """The claims of a text."""
    report = Report("r", text, (Block(0, len(text), "paragraph"),), "test", published=date(2024, 5, 3))
    return list(read_report(report, tools).claims)


def place_of(text: str, tools: Tools, kind: str = "ASSAULT") -> str | None:
    """The place of the first claim of a type."""
    first = next(c for c in claims(text, tools) if c.type == kind)
    return first.place.name if first.place is not None else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Kharkiv Oblast, a bomb struck a shop in Kupiansk.", "Kupyansk"),
        ("In Kupiansk, in Kharkiv Oblast, a bomb struck a shop.", "Kupyansk"),
        ("Gunmen abducted nine pupils from a school in Goma.", "Goma"),
        ("Rebels kidnapped two priests from Goma.", "Goma"),
        ("Police beat a man who protested against the mayor, in Goma, May 2, 2024.", "Goma"),
        ("It was in Goma that rebels shot two nurses.", "Goma"),
        ("The ambush in which nine Kenyan policemen were killed in Garissa has been blamed on gunmen based in Somalia.", "Garissa"),
        ("They recalled the market of Orla in May 2019, where gunmen killed dozens.", "Orla"),
        ("The driver reached Caracas, where police shot at marchers, and now lives in Madrid.", "Caracas"),
    ],
)
def test_the_narrower_and_the_scene(text: str, place: str, tools: Tools) -> None:
    assert place_of(text, tools) == place


@pytest.mark.parametrize(
    "text",
    [
        "An analyst at a think tank in Nairobi said al-Shabaab attacked the base because it was poorly guarded.",
        "The runner, whose village was bombed by the army, won the race in Rome.",
        "Rebels killed five traders on the road to Gusau.",
        "Soldiers shot a man who was focused on Ukraine.",
        "The army has attacked the rebels since the U.S. invasion.",
        "Goma police shot two men.",
        "Rebels burned a truck of a Nairobi based company.",
        "Thousands died after Russia's 1979 invasion.",
        "The killing of a prisoner by guards fuelled anger in Kenya.",
        "Gunmen from Goma, Sake and Bukavu attacked the camp.",
    ],
)
def test_a_seat_an_aside_and_a_way_are_no_place(text: str, tools: Tools) -> None:
    assert place_of(text, tools) is None


def test_the_claim_says_how_likely_the_place_is(tools: Tools) -> None:
    (claim,) = claims("Gunmen killed two farmers in Kupiansk.", tools)
    assert [r.rule.startswith("head: place (likelihood ") for r in claim.reasons if r.field == "place"] == [True]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Authorities imposed a curfew on Jos on Monday.", "COERCE", "Jos"),
        ("Russia sent two brigades from Belgorod to Kursk.", "MOBILIZE", "Kursk"),
        ("Protesters blocked National Highway 44 with trucks.", "PROTEST", "National Highway 44"),
        ("Two men were arrested under the Terrorism Act in the Orla estate on Monday.", "COERCE", "Orla"),
        ("The army has been shelling positions of the SPRA-IO north of Goma town since Monday.", "ASSAULT", "Goma"),
    ],
)
def test_curfews_goals_roads_estates_and_letters(text: str, kind: str, place: str, tools: Tools) -> None:
    assert place_of(text, tools, kind) == place


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("The two presidents met in a hotel in Nairobi on Friday.", "CONSULT", "Nairobi"),
        ('The delegations met at the checkpoint "Orlaston" on Monday and agreed to withdraw their forces.', "AGREE", "Orlaston"),
        ("The minister said in Geneva on Monday that his country rejected the plan.", "REJECT", "Geneva"),
        ("The president condemned the bombing and told reporters in Goma that he would not yield.", "ACCUSE", "Goma"),
        ("Ministers of nine states offered support for Jordan at a meeting in Riyadh on Sunday.", "AGREE", "Riyadh"),
        ("The two sides signed a ceasefire at talks in Doha on Friday.", "AGREE", "Doha"),
        ("Speaking during a rally in Lagos, he urged the army to stay out of politics.", "REQUEST", "Lagos"),
        ("The row comes a week after trade talks between Tehran and three European powers in Geneva.", "CONSULT", "Geneva"),
        ("From Niamey, the alliance condemned the cowardly ambush.", "ACCUSE", "Niamey"),
        ("High school pupils call for the resignation of the minister of education in Goma, June 27, 2016.", "REQUEST", "Goma"),
        ("He urged support for a conference in Geneva.", "REQUEST", None),
        ("The president promised to attend a meeting in Riyadh next week.", "AGREE", None),
        ("The minister rejected talks with rebels in Syria.", "REJECT", None),
        ("Officials in Goma condemned the attack in Sake.", "ACCUSE", None),
        ("The army said rebels in Goma had rejected the truce.", "REJECT", None),
    ],
)
def test_words_are_said_where_somebody_speaks_or_meets(text: str, kind: str, place: str | None, tools: Tools) -> None:
    assert place_of(text, tools, kind) == place


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("The envoy met rebel commanders in Goma on Monday and urged them to disarm.", "CONSULT", "Goma"),
        ("The envoy met rebel commanders in Goma on Monday and urged them to disarm.", "REQUEST", "Goma"),
        ("The minister flew to Kigali on Friday, where he and the president signed an agreement on the troops.", "SUPPORT", "Kigali"),
        ("The teachers' union met in Goma on Friday and demanded the resignation of the governor.", "REQUEST", "Goma"),
        ("Governor Jean Mbala, in a statement issued in Goma on Friday, condemned the killings.", "ACCUSE", "Goma"),
        ("The minister announced from Kinshasa that 300 soldiers will be sent to Goma.", "MOBILIZE", "Goma"),
        ("Soldiers stormed Goma on Friday and accused the mayor of treason.", "ACCUSE", None),
        ("The minister accused rebels in Goma of treason.", "ACCUSE", None),
    ],
)
def test_words_are_said_where_one_came_or_stood_to_say_them(text: str, kind: str, place: str | None, tools: Tools) -> None:
    assert place_of(text, tools, kind) == place


def test_who_talks_with_whom_is_no_place(tools: Tools) -> None:
    assert place_of("Talks between Tehran and three European powers were held in Geneva on Friday.", tools, "CONSULT") == "Geneva"


def test_what_something_is_called_is_said_by_nobody_there(tools: Tools) -> None:
    text = "The guards fired missiles on Sunday at what they called a hideout near the village of Kuhak, the Tasnim agency reported."
    assert place_of(text, tools) == "Kuhak"
