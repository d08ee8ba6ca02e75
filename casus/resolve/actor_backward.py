"""Pointing back: "the group", "the army", "their fighters", "it": the last name before them that fits, or nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import Noun
from casus.model.actor import Actor
from casus.model.text import Sentence
from casus.resolve.actor_mentions import Known, Land, Mentions
from casus.resolve.actor_namesakes import Chooser

_ARMED = frozenset({"armed-group", "militia"})
_BODIES = frozenset({"government", "military", "police", "intelligence"})
_SENTENCES = 3
_CONJOINED = 14


@dataclass(frozen=True, slots=True)
class Before:
    """Something named before: an actor, or a country; whether as subject; how many sentences back."""

    actor: Actor | None
    iso3: str | None
    words: str
    start: int
    subject: bool
    place: bool
    back: int


class Antecedents:
    """What was named before a point of the report."""

    def __init__(self, mentions: Mentions, chooser: Chooser, sentences: tuple[Sentence, ...]) -> None:
        self._mentions = mentions
        self._chooser = chooser
        self._subjects = frozenset(
            t.start for s in sentences for t in s.tokens if t.deprel.startswith("nsubj") and t.upos in ("PROPN", "NOUN", "PRON")
        )
        self._parsed = bool(self._subjects)

    def group(self, at: int) -> Before | None:
        """The armed group meant by "the group", "the militants": the last one, subjects first; none where two compete."""
        found = [b for b in self._named(at) if b.actor is not None and b.actor.kind in _ARMED]
        return self._last(found)

    def country(self, at: int, *, regime: bool = False) -> Before | None:
        """The country meant by "the army", "the ministry": the last that acts before it, else the last named at all.

        `regime`: a group that governs counts, too.
        """
        found = [b for b in self._all(at) if b.iso3 is not None and (regime or b.actor is None or b.actor.kind not in _ARMED)]
        acting = [b for b in found if not b.place]
        return self._last(acting) or self._last(found) or self._only_country(at)

    def anyone(self, at: int, *, plural: bool) -> Before | None:
        """Who "it" or "they" means: the subject of the clause before, in this sentence or the last."""
        near = [b for b in self._all(at) if b.back <= 1 and b.subject and not b.place]
        if not plural:
            near = [b for b in near if b.actor is None or b.actor.kind != "person"]
        return self._last(near)

    def person(self, at: int) -> Before | None:
        """Who "he" or "she" means: the last person named, this sentence or the last."""
        return self._last([b for b in self._named(at) if b.back <= 1 and b.actor is not None and b.actor.kind == "person"])

    def _last(self, found: list[Before]) -> Before | None:
        if not found:
            return None
        nearest = min(b.back for b in found)
        same = [b for b in found if b.back == nearest]
        subjects = [b for b in same if b.subject]
        last = (subjects or same)[-1]
        rivals = [b for b in (subjects or same) if abs(b.start - last.start) - len(b.words) < _CONJOINED and _who(b) != _who(last)]
        return None if rivals and not subjects else last

    def _all(self, at: int) -> list[Before]:
        found = [*self._named(at), *self._countries(at)]
        return sorted(found, key=lambda b: b.start)

    def _named(self, at: int) -> Iterator[Before]:
        for known in self._mentions.known:
            if known.end > at:
                break
            back = self._back(known.start, at)
            if back > _SENTENCES:
                continue
            actor = self._chooser.choose(known).actor
            if actor is not None and actor.kind != "state":
                iso3 = actor.country if actor.kind in _BODIES or any("de facto" in o.title for o in actor.offices) else None
                yield Before(actor, iso3, known.words, known.start, self._is_subject(known), False, back)

    def _countries(self, at: int) -> Iterator[Before]:
        for land in self._mentions.lands:
            if land.end > at:
                break
            back = self._back(land.start, at)
            if back <= _SENTENCES:
                yield Before(None, land.iso3, land.words, land.start, self._is_subject(land), land.place, back)

    def _only_country(self, at: int) -> Before | None:
        """The country most mentions of the report are of, if it is alone with two thirds of them."""
        lands = self._mentions.lands
        if len(lands) < 2:
            return None
        iso3, count = Counter(land.iso3 for land in lands).most_common(1)[0]
        if 3 * count < 2 * len(lands):
            return None
        first = next(land for land in lands if land.iso3 == iso3)
        return Before(None, iso3, first.words, first.start, False, False, self._back(first.start, at))

    def _back(self, start: int, at: int) -> int:
        return self._mentions.sentence_number(at) - self._mentions.sentence_number(start)

    def _is_subject(self, item: Known | Land) -> bool:
        if self._parsed:
            return any(item.start <= s < item.end for s in self._subjects) or self._heads_subject(item)
        low, _ = self._mentions.sentence_span(item.start)
        return item.start - low < 12

    def _heads_subject(self, item: Known | Land) -> bool:
        """Whether the name stands right before a subject noun: "Taliban officials said"."""
        following = self._mentions.text[item.end : item.end + 40]
        gap = len(following) - len(following.lstrip(" -'’s"))
        return any(item.end < s <= item.end + gap + 1 for s in self._subjects)


def _who(before: Before) -> str | None:
    return before.actor.id if before.actor is not None else before.iso3


def wants(noun: Noun | None, word: str) -> str | None:
    """What a definite noun points back to: "group", "country", "regime" or nothing."""
    if noun is None or word in load_around_names().own_bodies or word.endswith(("groups", "organisations", "organizations", "movements")):
        return None
    if word in {"regime", "rulers", "ruler", "emirate"}:
        return "regime"
    if noun.kind in _BODIES and not noun.flags & {"machine", "thing"}:
        return "country"
    if "hostile" in noun.flags or noun.words in {"group", "movement", "organisation", "organization", "network", "outfit", "front"}:
        return "group"
    return None
