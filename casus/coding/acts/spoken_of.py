"""What an act in words speaks of: "condemned the raid", "rejected that", "demanded their release" concern whoever did or said it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import casus.codebook.frames
from casus.codebook.yaml_files import read_yaml
from casus.coding.acts.drafts import Draft
from casus.coding.syntax import Phrase, Tree

Spoken = Literal["violence", "killing", "kind", "force", "same", "said", "freeing"]
_TABLE = Path(casus.codebook.frames.__file__).with_name("spoken_of.yaml")
_POINTING = frozenset({"that", "this", "it", "them", "which"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "their", "his", "her", "its", "such", "both"})
_TOWARDS = frozenset({"of", "at", "over", "against"})
_CALLING = frozenset({"call", "term", "describe", "brand"})
_WHERE = frozenset({"in", "at", "on", "near"})
_KINDS: dict[str, tuple[Spoken, ...]] = {
    "ACCUSE": ("violence", "killing", "kind", "force", "same"), "SUPPORT": ("violence", "killing", "kind", "force", "same"),
    "REJECT": ("said",), "REQUEST": ("freeing",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class About:
    """What an act in words speaks of: its kind, its noun ("" for "that"), the types that may have told it, and its words."""

    kind: Spoken
    lemma: str
    types: frozenset[str]
    words: str


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """The words of spoken_of.yaml: nouns by kind, the types of what was said by its noun, and nouns for what explodes."""

    nouns: dict[Spoken, frozenset[str]]
    types: dict[str, frozenset[str]]
    blasting: frozenset[str]
    reproach: frozenset[str]


@lru_cache(maxsize=1)
def load_spoken() -> SpokenWords:
    """The words."""
    data = read_yaml(_TABLE)
    types = {noun: frozenset(listed.split()) for nouns, listed in data["said"].items() for noun in nouns.split()}
    kinds: tuple[Spoken, ...] = ("violence", "killing", "kind", "force", "same", "freeing")
    nouns: dict[Spoken, frozenset[str]] = {**{kind: frozenset(data[kind].split()) for kind in kinds}, "said": frozenset(types)}
    return SpokenWords(nouns, types, frozenset(data["blasting"].split()), frozenset(data["reproach"].split()))


def spoken_of(tree: Tree, draft: Draft) -> About | None:
    """What a verb of reproach, refusal or asking speaks of, if it is told elsewhere."""
    if draft.sense.type not in _KINDS or (draft.trigger.form != "verb" and tree.lemma(draft.token) not in load_spoken().reproach):
        return None
    objects = _objects(tree, draft.token) if draft.trigger.form == "verb" else _towards(tree, draft.token)
    for i in objects:
        for kind in _KINDS[draft.sense.type]:
            if _is_told(tree, i, kind):
                phrase, noun = tree.phrase(i), "" if tree.tokens[i].upos in {"PRON", "DET"} else tree.lemma(i)
                types = load_spoken().types.get(noun, frozenset())
                return About(kind, noun, types, _words(tree, phrase))
    return None


def _objects(tree: Tree, verb: int) -> tuple[int, ...]:
    patient = tree.patient(verb)
    under = tuple(n for case, n in tree.preps(verb) if case == "for")
    if patient is None:
        return under
    inside = _towards(tree, patient) if tree.lemma(patient) in load_spoken().reproach else ()
    return (patient, *_called(tree, patient), *inside, *under)


def _towards(tree: Tree, i: int) -> tuple[int, ...]:
    return tuple(n for case, n in tree.preps(i) if case in _TOWARDS)


def _called(tree: Tree, i: int) -> tuple[int, ...]:
    """ "Denounced what he called a massacre": what something is called."""
    clauses = (c for c in tree.children(i, "acl:relcl") if tree.lemma(i) == "what")
    return tuple(n for c in clauses if tree.lemma(c) in _CALLING for n in tree.children(c, "xcomp", "obj", "obl") if n > c)


def _is_told(tree: Tree, i: int, kind: Spoken) -> bool:
    lemma = tree.lemma(i)
    if tree.tokens[i].upos in {"PRON", "DET"}:
        return kind in {"said", "violence"} and tree.tokens[i].text.lower() in _POINTING
    known = any(tree.tokens[c].text.lower() in _KNOWN or _is_timed(tree, c) for c in tree.children(i, "det", "nmod:poss"))
    return (known or tree.rel(i) == "xcomp") and lemma in load_spoken().nouns[kind]


def _is_time(tree: Tree, i: int) -> bool:
    """ "Saturday night's attacks"."""
    return tree.is_named(i, "time")


def _is_timed(tree: Tree, i: int) -> bool:
    """ "Saturday night's": a time, or a noun of which one is told."""
    return _is_time(tree, i) or any(_is_time(tree, c) for c in tree.children(i, "compound"))


def _words(tree: Tree, phrase: Phrase) -> str:
    """Its words without times, and a place right behind it that the parse hangs on the verb ("condemned the killings in Kalo")."""
    behind = _place_behind(tree, phrase)
    last = behind if behind is not None else phrase.last
    return " ".join(t.text for i, t in enumerate(tree.tokens[phrase.first : last], phrase.first) if not _is_time(tree, i))


def _place_behind(tree: Tree, phrase: Phrase) -> int | None:
    at = phrase.last
    if at + 1 >= len(tree) or tree.tokens[at].text.lower() not in _WHERE or tree.rel(at) != "case":
        return None
    head = tree.tokens[at].head
    return tree.phrase(head).last if head > at and tree.tokens[head].upos == "PROPN" and not _is_time(tree, head) else None
