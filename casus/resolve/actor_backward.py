"""Pointing back: "the group", "the army", "their fighters", "it": the last name before them that fits, or nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import Noun, load_kinds
from casus.model.actor import Actor
from casus.model.text import Sentence, Token
from casus.resolve.actor_home import Home
from casus.resolve.actor_mentions import Known, Land, Mentions
from casus.resolve.actor_namesakes import Chooser
from casus.resolve.actor_people import People

_ARMED = frozenset({"armed-group", "militia"})
_OTHER_GROUPS = frozenset({"ngo", "institute", "party"})
_BODIES = frozenset({"government", "military", "police", "intelligence"})
_SENTENCES = 3
HOME = 99
"""So far back stands the country the whole report is of."""
_WITHOUT_FORCES = frozenset({"PSE"})
"""In a report of it "the army" is another country's."""
_ASIDES = frozenset({"acl", "acl:relcl", "advcl:relcl"})
_BORDER = re.compile(r"[\s-]+(?:border|frontier)\b")
""" "Near the Venezuelan border": whose army acts there is not told by it."""
_CONJOINED = 14


@dataclass(frozen=True, slots=True)
class Before:
    """Something named before: an actor, a country, or (with neither) a body no table lists; whether as subject; how far back."""

    actor: Actor | None
    iso3: str | None
    words: str
    start: int
    subject: bool
    place: bool
    back: int


class Antecedents:
    """What was named before a point of the report."""

    def __init__(
        self, mentions: Mentions, chooser: Chooser, people: People, sentences: tuple[Sentence, ...], on: date | None, home: Home | None
    ) -> None:
        self._mentions = mentions
        self._chooser = chooser
        self._people = people
        self._table = mentions.table
        self._on = on
        self._home = home.iso3 if home is not None else None
        self._there = home.there if home is not None else frozenset[int]()
        self._aside = frozenset(
            t.start for s in sentences for t in s.tokens if t.deprel.startswith("nsubj") and s.tokens[t.head].deprel in _ASIDES
        )
        self._subjects = frozenset(
            t.start for s in sentences for t in s.tokens if t.deprel.startswith("nsubj") and t.upos in ("PROPN", "NOUN", "PRON")
        )
        self._parsed = bool(self._subjects)
        self._bodies = tuple(_body_subjects(sentences))
        self._unlisted = tuple(
            (n.start, n.end) for s in sentences for n in s.names if n.kind == "organisation" and not mentions.names_over(n.start, n.end)
        )

    def group(self, at: int, *, armed: bool = True, speaking: bool = False, denying: bool = False, militia: bool = False) -> Before | None:
        """The group meant by "the militants" (`armed`) or "the group": the last one, subjects first; none where two compete.

        Of a rights group and an armed one in one sentence, the first is who speaks after it. "The militiamen" (`militia`) are those
        of a militia, "the jihadists" those of another armed group, where one of either kind is named. Who denies something (`denying`) is
        an armed group named in the sentence before, rather than who accuses it.
        """
        kinds = _ARMED if armed else _ARMED | _OTHER_GROUPS
        named = [b for b in self._named(at) if b.actor is not None and b.actor.kind in kinds]
        if armed:
            like = [b for b in named if b.actor is not None and (b.actor.kind == "militia") == militia]
            return self._last(like or named)
        accused = [b for b in named if b.back <= 1 and b.actor is not None and b.actor.kind in _ARMED]
        if denying and accused:
            return self._last(accused)
        found = sorted([*named, *(b for b in self._unnamed(at) if b.subject and not _is_office(b))], key=lambda b: b.start)
        found = [b for b in found if b.subject] or found
        nearest = min((b.back for b in found), default=0)
        telling = [b for b in found if b.back == nearest and (b.actor is None or b.actor.kind in _OTHER_GROUPS)]
        return self._last(telling if speaking and telling else found)

    def body_subject(self, at: int) -> tuple[int, int] | None:
        """The last subject before, in this sentence or the last, that is itself such a word: "the army", "the group", "it"."""
        near = [(start, end) for start, end in self._bodies if end <= at and self._back(start, at) <= 1]
        return near[-1] if near else None

    def country(self, at: int, *, noun: str = "", army: bool = False, struck: bool = False, definite: bool = True) -> Before | None:
        """The country meant by "the army", "the ministry": one whose army was named before, else the last that acts.

        A group that governs its country counts with it, but no group is an army's (`army`): who fights it is left open.

        Another country than the report's home must be a subject in this sentence or the last, not in an aside ("which Norda denies"), not
        where this sentence tells of a town at home, and not for a body that tells what befell its own (`struck`). Two countries in the
        nearest sentence, none its subject: the home, or nobody.
        """
        named = self._said_of(noun, at) if noun else None
        if named is not None and (definite or named.back <= 1 or named.iso3 == self._home):
            return named
        found = self._nearest_country(at, army=army)
        if self._home is None or (found is not None and found.iso3 == self._home) or (army and self._home in _WITHOUT_FORCES):
            return found
        near = 1 if definite else 0
        abroad = found is not None and found.subject and found.back <= near and not (struck and found.back == 0)
        if found is not None and found.back == 1:
            aside = any(found.start <= start < found.start + len(found.words) for start in self._aside)
            abroad = abroad and not aside and self._mentions.sentence_number(at) not in self._there
        return found if abroad else self._at_home(at)

    def _at_home(self, at: int) -> Before:
        """The report's own country, by the first words that name it."""
        land = next((x for x in self._mentions.lands if x.iso3 == self._home), None)
        words = land.words if land is not None else self._table.countries.by_code[self._home or ""].name
        return Before(None, self._home, words, land.start if land is not None else at, False, False, HOME)

    def _nearest_country(self, at: int, *, army: bool) -> Before | None:
        found = [b for b in self._all(at) if b.iso3 is not None and not (army and b.actor is not None and b.actor.kind in _ARMED)]
        acting = [b for b in found if not b.place]
        return self._last_country(acting) or self._last_country(found) or self._only_country(at) or self._of_groups(at)

    def anyone(self, at: int) -> Before | None:
        """Who "it" or "they" means: the subject of the clause before, in this sentence or the last; never a person."""
        near = [b for b in sorted([*self._all(at), *self._unnamed(at)], key=lambda b: b.start) if b.back <= 1 and b.subject and not b.place]
        return self._last([b for b in near if b.actor is None or b.actor.kind != "person"])

    def person(self, at: int) -> Before | None:
        """Who "he" or "she" means: the last person named, in this sentence or the last, if the codebook knows them."""
        known = [b for b in self._named(at) if b.back <= 1 and b.actor is not None and b.actor.kind == "person"]
        parts = [b for b in self._by_part(at) if b.back <= 1]
        last = max([*known, *parts], key=lambda b: b.start, default=None)
        others = [start for start, end in self._mentions.persons if end <= at and self._back(start, at) <= 1]
        if last is None or (others and max(others) > last.start):
            return None
        return last

    def _by_part(self, at: int) -> Iterator[Before]:
        """People named again by a part of their name."""
        for start, end in self._mentions.persons:
            part = self._people.parts.get(self._mentions.text[start:end].lower())
            if part is not None and part.start < start and end <= at:
                yield Before(part.actor, None, self._mentions.text[start:end], start, False, False, self._back(start, at))

    def _said_of(self, noun: str, at: int) -> Before | None:
        """The last country before with that noun beside it: "the Iraqi parliament", "the parliament of Iraq"."""
        shape = re.escape(noun)
        for land in reversed(self._mentions.lands):
            if land.end > at:
                continue
            after = self._mentions.text[land.end : land.end + len(noun) + 4]
            before = self._mentions.text[max(land.start - len(noun) - 12, 0) : land.start]
            beside = re.match(rf"(?:['’]s?)?\s+{shape}", after, re.IGNORECASE)
            back = self._back(land.start, at)
            if back > _FAR_BACK and len({x.iso3 for x in self._mentions.lands}) > 1:
                return None  # too far off, where other countries could be meant
            if beside or re.search(rf"\b{shape} of (?:the )?$", before, re.IGNORECASE):
                return Before(None, land.iso3, land.words, land.start, True, False, self._back(land.start, at))
        return None

    def _last(self, found: list[Before]) -> Before | None:
        if not found:
            return None
        nearest = min(b.back for b in found)
        same = [b for b in found if b.back == nearest]
        subjects = [b for b in same if b.subject]
        last = (subjects or same)[-1]
        rivals = [b for b in (subjects or same) if abs(b.start - last.start) - len(b.words) < _CONJOINED and _who(b) != _who(last)]
        return None if rivals and not subjects else last

    def _last_country(self, found: list[Before]) -> Before | None:
        """As `_last`, but two countries in the nearest sentence need one of them to be a subject."""
        if not found:
            return None
        nearest = min(b.back for b in found)
        same = [b for b in found if b.back == nearest]
        subjects = [b for b in same if b.subject]
        if len({b.iso3 for b in same}) == 1:
            return (subjects or same)[-1]
        return subjects[-1] if len({b.iso3 for b in subjects}) == 1 else None

    def _all(self, at: int) -> list[Before]:
        return sorted([*self._named(at), *self._countries(at)], key=lambda b: b.start)

    def _named(self, at: int) -> Iterator[Before]:
        for known in self._mentions.known:
            if known.end > at:
                break
            back = self._back(known.start, at)
            if back > _SENTENCES:
                continue
            actor = self._chooser.choose(known).actor
            if actor is not None and actor.kind != "state":
                iso3 = actor.country if actor.kind in _BODIES or self._governs(actor) else None
                yield Before(actor, iso3, known.words, known.start, self._is_subject(known), False, back)

    def _governs(self, actor: Actor) -> bool:
        """Whether the actor holds its country's government on the report's day."""
        holder = self._table.holder(f"{(actor.country or '').lower()}-gov", self._on)
        return holder is not None and holder.actor.id == actor.id

    def _countries(self, at: int) -> Iterator[Before]:
        for land in self._mentions.lands:
            if land.end > at:
                break
            back = self._back(land.start, at)
            bounds = _BORDER.match(self._mentions.text, land.end) is not None
            if back <= _SENTENCES and not bounds and self._table.body(land.iso3, "gov") is not None:
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

    def _of_groups(self, at: int) -> Before | None:
        """The one country that all armed groups of the report belong to, where it names no country at all."""
        if self._mentions.lands:
            return None
        chosen = [(k, a) for k in self._mentions.known if (a := self._chooser.choose(k).actor) is not None and a.kind in _ARMED]
        if not chosen or len({a.country for _, a in chosen}) != 1 or chosen[0][1].country is None:
            return None
        known, actor = chosen[0]
        if known.end > at or any(self._table.has_governed(a.id) for _, a in chosen):
            return None
        return Before(None, actor.country, known.words, known.start, False, False, self._back(known.start, at))

    def _unnamed(self, at: int) -> Iterator[Before]:
        """Organisations the reader saw that no table lists."""
        for start, end in self._unlisted:
            back = self._back(start, at)
            if end <= at and back <= _SENTENCES:
                subject = any(start <= s < end for s in self._subjects)
                yield Before(None, None, self._mentions.text[start:end], start, subject, False, back)

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


def _is_office(before: Before) -> bool:
    """Whether an organisation is a body of a state or a company by its last word, or that before "of": no "group"."""
    return before.words.lower().split(" of ")[0].split()[-1] in load_around_names().no_groups


def _who(before: Before) -> str | None:
    return before.actor.id if before.actor is not None else before.iso3 or before.words.lower()


def _body_subjects(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """The spans of subjects that point back to a body: "it", "they", "the army", "the group"."""
    for sentence in sentences:
        for i, token in enumerate(sentence.tokens):
            if not token.deprel.startswith("nsubj"):
                continue
            if token.text.lower() in {"it", "they"}:
                yield token.start, token.end
                continue
            article = next((t for t in sentence.tokens if t.head == i and t.deprel == "det" and t.text.lower() == "the"), None)
            plain = all(t.head != i or _leaves_plain(t) for t in sentence.tokens)
            if article is not None and plain and wants(load_kinds().noun(token.lemma.lower(), token.lemma), token.lemma.lower()):
                yield article.start, token.end


def _leaves_plain(part: Token) -> bool:
    """Whether a word beside a noun gives it no name of its own: "the army, which", "the defence ministry in Moscow"."""
    if part.deprel in {"compound", "amod"}:
        return part.text.islower()
    return part.deprel in {"det", "punct", "acl:relcl", "case", "nmod"}


_FAR_BACK = 6
"""How many sentences back a country may be named with its army for "the army" to be its, where others are named as well."""


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
