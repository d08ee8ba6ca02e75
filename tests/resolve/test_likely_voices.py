"""Who speaks near an attack is its voice where the encoder finds it likely and he vouches for nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from said import Said

from casus.model.claim import Source, Stance
from casus.model.picture import Picture
from casus.pipeline import Reading, Tools, sentences_of
from casus.resolve.likely_parties import Roles
from casus.resolve.likely_voices import BARE, POINTING, with_likely_voices

Read = Callable[..., Reading]
Code = Callable[[str], Picture]
TEXT = "A trader spoke of the quarrel. The rain went on. Gunmen shot a farmer in the market of Gao. The mayor said the stalls were new."
UNLIKELY = -3.0


def near(tools: Tools, read_text: Read, word: str, odds: float, stance: Stance = "asserts", *, pointing: bool = True) -> bool:
    """Whether somebody is near the shooting of the text, of whom the encoder gives such odds."""
    reading = read_text(TEXT)
    roles = Roles(Said(TEXT, {word: odds}, otherwise=UNLIKELY), sentences_of(reading.report, tools))
    start = TEXT.index(word)
    who = Source(word, "official", "said", stance, reading.report.evidence("source", start, start + len(word), "by hand"))
    shot = replace(next(c for c in reading.claims if "shot" in c.act.words), besides=(), after=(), near=())
    others = () if pointing else (replace(shot, type="CONSULT", sources=(who,)),)
    found = with_likely_voices((shot, *others), [who] if pointing else [], roles)
    return [n.source for n in found[0].near] == [who]


def attacks(code_text: Code, text: str) -> list[list[str]]:
    return [[s.name for s in e.sources] for e in code_text(text).events if e.type == "ASSAULT" and e.certain]


def test_whose_words_point_to_it_needs_even_odds(tools: Tools, read_text: Read) -> None:
    assert near(tools, read_text, "mayor", POINTING)
    assert not near(tools, read_text, "mayor", POINTING - 0.1)


def test_whose_words_do_not_needs_better_ones(tools: Tools, read_text: Read) -> None:
    assert near(tools, read_text, "mayor", BARE, pointing=False)
    assert not near(tools, read_text, "mayor", BARE - 0.1, pointing=False)


def test_who_speaks_well_before_it_or_denies_is_none(tools: Tools, read_text: Read) -> None:
    assert not near(tools, read_text, "trader", BARE)
    assert not near(tools, read_text, "mayor", BARE, "denies")


def test_who_speaks_near_one_of_two_attacks_is_its_voice(code_text: Code) -> None:
    text = "Soldiers shot three herders near Duk on Monday.\n\nThe herders carried no arms, according to an elder.\n\nA mine killed"
    text += " a farmer in Lolim on Tuesday."
    assert attacks(code_text, text) == [["elder"], []]
