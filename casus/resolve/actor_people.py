"""People of the codebook, by full name and by the part of it a report goes on with, with the office they hold or held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casus.codebook.actors import ActorTable
from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import singular
from casus.codebook.names import parts, plain
from casus.model.actor import Actor, Office
from casus.resolve.actor_identity import Identity, of_actor, unknown
from casus.resolve.actor_mentions import Known, Mentions
from casus.resolve.actor_namesakes import Chooser
from casus.resolve.actor_words import Phrase, is_noun, words_in


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a person's name the report may go on with, and from where on."""

    actor: Actor
    full: str
    start: int


class People:
    """The codebook's people in one report."""

    def __init__(self, mentions: Mentions, chooser: Chooser, table: ActorTable, on: date | None) -> None:
        self._mentions = mentions
        self._table = table
        self._on = on
        self._chooser = chooser
        self.parts: dict[str, Part] = _parts(mentions, chooser)

    def identify(self, phrase: Phrase) -> Identity | None:
        """The person a phrase names, unless the phrase is about somebody else ("Putin's troops")."""
        if not phrase.core:
            return None
        for known in self._mentions.names_over(phrase.core[0].start, phrase.core[-1].end):
            actor = self._chooser.choose(known).actor
            if actor is not None and actor.kind == "person" and not self._only_owner(phrase, known):
                if (other := self._longer_name(known)) is not None:
                    return unknown(other, "person", f'unknown: "{other}" is not {actor.name}')
                return self.as_identity(actor, f'named "{known.words}"')
        head = phrase.core[phrase.head]
        part = self.parts.get(head.plain)
        if part is not None and head.text[:1].isupper() and part.start < head.start and self._alone(phrase):
            return self.as_identity(part.actor, f'"{head.text}" is {part.full}, named before')
        return None

    def _longer_name(self, known: Known) -> str | None:
        """Another person's name that a name is only part of: "Ivanka Trump", "Omar Bongo Jr", "Ali Karim Sassou Nguesso"."""
        text = self._mentions.text
        if " " in known.words:
            return self._with_strange_name(known, known.start)
        if "-" in known.words:
            return None
        if (other := self._with_strange_name(known, known.end)) is not None:
            return other  # "Petros Lambrou" is no Petro
        before = words_in(text, max(known.start - 24, 0), known.start)
        if not before or text[before[-1].end : known.start] != " " or before[-1].owns:
            return None
        word = before[-1]
        first = self._mentions.sentence_span(known.start)[0] == word.start
        titled = is_noun(word.plain) or self._table.demonym(word.text) or first or word.text.isupper()
        return None if titled or not word.text[:1].isupper() or "." in word.text else text[word.start : known.end]

    def _with_strange_name(self, known: Known, since: int) -> str | None:
        """The whole name the reader saw, where a word beside the known part, or behind an offset, belongs to nobody the table knows so."""
        actor = self._chooser.choose(known).actor
        for start, end in self._mentions.persons:
            if actor is None or not (start <= known.start and known.end <= end):
                continue
            before = words_in(self._mentions.text, start, known.start) if since <= known.start else ()
            around = (*before, *words_in(self._mentions.text, known.end, end))
            own = {part for name in (actor.name, *(a.words for a in actor.aliases)) for part in parts(plain(name))}
            if any(w.text[:1].isupper() and len(w.text) > 2 and w.plain not in own and not is_noun(w.plain) for w in around):
                return self._mentions.text[start:end]
        return None

    def as_identity(self, actor: Actor, why: str) -> Identity:
        """The person, the reason, and the office on the report's date."""
        return of_actor(actor, f"{why}; {self._office(actor)}" if actor.offices else why, self._table, self._on)

    def _office(self, actor: Actor) -> str:
        if self._on is None:
            return ", ".join(office.title for office in actor.offices[-2:])
        now = [o for o in actor.offices if (o.start is None or o.start <= self._on) and (o.end is None or self._on <= o.end)]
        if now:
            return ", ".join(office.title for office in now)
        past = [o for o in actor.offices if o.end is not None and o.end < self._on]
        if past:
            return f"former {past[-1].title} ({_span(past[-1])}), not in office on {self._on.isoformat()}"
        return f"later {actor.offices[0].title} ({_span(actor.offices[0])})"

    def _only_owner(self, phrase: Phrase, known: Known) -> bool:
        """Whether the person only owns what the phrase is about: "Putin's troops", "the Haftar aide Ana Ruiz", "the brother of Navalny"."""
        head = phrase.core[phrase.head]
        if known.end <= head.start:
            return head.text.islower() or any(known.end <= start <= head.start < end for start, end in self._mentions.persons)
        if {head.plain, singular(head.plain)} & load_around_names().beside:
            return True
        between = phrase.text[head.end : known.start].split()
        if between == ["of"] or (between[:1] == ["of"] and len(between) <= 6 and " ".join(between).islower() and _are_several(head.plain)):
            return True
        owned = between == ["loyal", "to"] or (between[:1] == ["of"] and len(between) <= 4)
        return owned and (head.text.islower() if phrase.noun is None else "person" not in phrase.noun.flags)

    def _alone(self, phrase: Phrase) -> bool:
        return all(w.plain in self.parts or not w.text[:1].isupper() or w is phrase.core[phrase.head] for w in phrase.core)


def _are_several(noun: str) -> bool:
    """ "Aides of former president X": nobody is several."""
    return singular(noun) != noun


def _span(office: Office) -> str:
    return f"{office.start or ''} to {office.end or 'today'}"


def _parts(mentions: Mentions, chooser: Chooser) -> dict[str, Part]:
    """Single words of full names of people in the report; words that several of them share point to nobody."""
    found: dict[str, Part] = {}
    shared: set[str] = set()
    for known in mentions.known:
        if " " not in known.words:
            continue
        actor = chooser.choose(known).actor
        if actor is None or actor.kind != "person":
            continue
        for word in known.words.lower().replace("-", " ").split():
            other = found.setdefault(word, Part(actor, known.words, known.start))
            if other.actor.id != actor.id:
                shared.add(word)
    return {word: part for word, part in found.items() if word not in shared and len(word) > 2}
