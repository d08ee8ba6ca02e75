"""Elsewhere: sport, fiction, markets, drills and mishaps use the words of violence for something else.

Precision comes first: an act told beside a word of such a field is kept with its words, but is not certain. Mishaps only
take away acts of violence without a doer or a weapon ("planes collided, killing six"); what is remembered, deeds of another
age and deeds before a court only what is told of them without a day in the news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import casus.codebook
from casus.codebook.kinds import is_people, is_protester, tells_doer
from casus.codebook.yaml_files import read_yaml
from casus.coding.acts.excluded import people_facing_force
from casus.coding.syntax import Tree
from casus.model.when import DateRange

SCORE = "#-#"
"""The word that stands in `elsewhere.yaml` for the score of a match."""
_LEAD = 3
_GENRES = ("mischance", "accident", "obituary")
"""Fields of whole reports."""
_APART = frozenset({*_GENRES, "force", "crime", "vehicle", "crash", "shots", "by-accident", "bodies"})
"""Lists that are no field of a sentence: "force" keeps a report from being one of sport, "crime" stands in mischance.py."""
_TOGETHER = (("shots", "by-accident", "mischance"), ("vehicle", "crash", "accident"))
"""A title with a word of both lists is that of such a report."""
_ENOUGH = 2
"""How many words of sport make a report one of sport."""
_PASTIMES = frozenset({"sport", "market"})
"""Fields whose words may stand beside an act done with arms."""
_SPREADING = frozenset({"sport", "fiction"})
_NOUNS = frozenset({"film", "share", "coach"})
"""Words of a field only as nouns: who films soldiers, or shares a picture, is at no cinema and no market."""
_FIGHTING = frozenset({"clash", "fight", "battle", "skirmish", "scuffle", "brawl"})
_PUBLIC = frozenset({"RETREAT", "CONCEDE"})
"""Types whose words are those of markets, sentences around included ("its rival retreated from vans. Shares rose.")."""
_LARGE = frozenset({"year", "period"})
VIOLENT = frozenset({"ASSAULT", "THREATEN", "MOBILIZE", "COERCE", "PROTEST", "RETREAT", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Telling:
    """How an act is told: its own date, only in passing (to say which people are meant), by private people or nobody.

    `armed`: somebody armed does it, with a weapon, or both; `harm`: with harm told of; `with_arms`: people are hit or carried off by it;
    `trade`: the words that call by trade whom it befalls.
    """

    when: DateRange | None = None
    passing: bool = False
    private: bool = False
    armed: bool = False
    weapon: bool = False
    harm: bool = False
    with_arms: bool = False
    trade: frozenset[int] = frozenset()

    def is_firm(self, field: str) -> bool:
        """Whether words of that field in the sentences beside take nothing away ("in April gunmen shot the mayor", beside a match)."""
        if field == "sport":
            return (self.armed or self.weapon) and (self.when is not None or self.harm)
        return self.armed and self.when is not None


@lru_cache(maxsize=1)
def load_fields() -> dict[str, frozenset[str]]:
    """Field -> its words (codebook/elsewhere.yaml)."""
    raw = read_yaml(Path(casus.codebook.__file__).with_name("elsewhere.yaml"))
    return {field: frozenset(words) for field, words in raw.items()}


def genre_of(trees: Sequence[Tree], title: str | None = None) -> str | None:
    """What a whole report is of, by its title and lead: shots fired by accident, another accident or disaster, somebody's death, sport."""
    said = re.findall(r"\w+", (title or "").lower())
    named = frozenset(said) | {" ".join(pair) for pair in pairwise(said)} | _at_an_age(said)
    lead = named.union(*(words_of(tree) for tree in trees[:_LEAD]))
    found = next((field for field in _GENRES if lead & load_fields()[field]), None) or next(
        (field for one, other, field in _TOGETHER if named & load_fields()[one] and named & load_fields()[other]), None
    )
    if found is None and len(lead & load_fields()["sport"]) >= _ENOUGH and not lead & load_fields()["force"]:
        return "sport"
    return found


def trade_of(tree: Tree, i: int) -> frozenset[int]:
    """The words that call whom an act befalls by trade ("arrested a film director", "the killing of two football coaches").

    Those who fight the police or soldiers are called so, too ("football fans clashed with police").
    """
    verb = tree.tokens[i].upos == "VERB"
    whom = tree.patient(i) if verb else next((n for case, n in tree.preps(i) if case == "of"), None)
    if whom is None:
        return people_facing_force(tree, i) if tree.lemma(i) in _FIGHTING else frozenset()
    called = (*tree.children(whom, "compound", "amod"), whom)
    trade = " ".join(tree.lemma(j) for j in called)
    return frozenset(called) if is_people(tree.lemma(whom)) or tells_doer(tree.lemma(whom)) or is_people(trade) else frozenset()


def words_of(tree: Tree, apart: frozenset[int] = frozenset()) -> frozenset[str]:
    """The word forms, lemmas and pairs of words of a sentence, lower case, as the fields list them; but for those apart."""
    bodies = set(apart) | {j for i in range(len(tree) - 1) if _pair(tree, i) in load_fields()["bodies"] for j in (i, i + 1)}
    bodies |= {i for i, t in enumerate(tree.tokens) if t.xpos == "NNS" and is_protester(tree.lemma(i))}  # "the strikers": on strike
    told = [i for i in range(len(tree)) if i not in bodies and (tree.lemma(i) not in _NOUNS or tree.tokens[i].upos != "VERB")]
    words = {tree.tokens[i].text.lower() for i in told} | {tree.lemma(i) for i in told}
    words |= {_pair(tree, i) for i in range(len(tree) - 1) if i not in apart}
    words |= _at_an_age([t.text.lower() for t in tree.tokens])
    return frozenset(words | ({SCORE} if any(_is_score(tree, i) for i in range(1, len(tree) - 1)) else set()))


def _pair(tree: Tree, i: int) -> str:
    return f"{tree.tokens[i].text.lower()} {tree.tokens[i + 1].text.lower()}"


def _at_an_age(words: Sequence[str]) -> set[str]:
    """ "Died at 87": of age; who died at a hospital may have been shot."""
    return {f"{words[i]} at #" for i in range(len(words) - 2) if words[i + 1] == "at" and words[i + 2].isdecimal()}


def _is_score(tree: Tree, i: int) -> bool:
    """ "5-0", "31-17": the higher figure first; a range ("10-15 people") has the lower first."""
    before, after = tree.tokens[i - 1].text, tree.tokens[i + 1].text
    if tree.tokens[i].text not in {"-", "–"} or not (before.isdecimal() and after.isdecimal()):
        return False
    return len(before) < 4 and int(before) >= int(after)


def field_of(tree: Tree, event_type: str, beside: frozenset[str] = frozenset(), telling: Telling | None = None) -> str | None:
    """The field other than conflict that a sentence points to, for an act of this type; None where none does.

    `beside` are the words of the sentences round it in its paragraph: a match or a film goes on over several sentences.
    """
    told = telling or Telling()
    own = words_of(tree, told.trade)
    for field, listed in load_fields().items():
        spreads = field in _SPREADING or ((field in {"market", "court"}) and _spreads(field, event_type))
        if field in _APART or (not spreads and event_type not in VIOLENT):
            continue
        if (own | beside if spreads and not told.is_firm(field) else own) & listed and _applies(field, event_type, told):
            return field
    return None


def _spreads(field: str, event_type: str) -> bool:
    return event_type in _PUBLIC if field == "market" else event_type == "ASSAULT"


def _applies(field: str, event_type: str, telling: Telling) -> bool:
    """Whether words of a field take away such an act."""
    if field == "make-believe":
        return event_type != "MOBILIZE"
    if field in _PASTIMES:
        return not telling.with_arms
    if field == "remembrance":
        return telling.passing and (telling.when is None or telling.when.precision in _LARGE)
    if field == "bygone":
        return telling.when is None
    if field == "court":
        return event_type == "ASSAULT" and telling.private and telling.when is None
    return True
