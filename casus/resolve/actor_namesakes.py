"""Which of several actors with one name a mention means, by the cues of namesakes.yaml, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from casus.codebook.actors import ActorTable
from casus.codebook.names import is_abbreviation, key, parts
from casus.codebook.namesakes import Cues, Namesake, load_namesakes, name_key
from casus.ingest.words import words
from casus.model.actor import Actor, ActorKind
from casus.resolve.actor_mentions import Known, Mentions

UNDECIDED = "nothing in the report decides"
"""How the reason ends where a name stays open between several."""
_WINDOW = 60
_LOCAL = frozenset({"party", "police", "company", "institute", "ngo", "intelligence", "collective"})


Hits = Sequence[tuple[Actor, str]]
"""The actors that a ground speaks for, each with its words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The actor chosen, or None, and why."""

    actor: Actor | None
    reason: str


class Chooser:
    """Decides between namesakes within one report; `lands` are the countries of the large places it names."""

    def __init__(self, mentions: Mentions, table: ActorTable, lands: frozenset[str] = frozenset()) -> None:
        self._mentions = mentions
        self._lands = lands
        self._table = table
        self._named = _named_in_full(mentions)
        self._chosen: dict[Known, Choice] = {}

    def choose(self, known: Known) -> Choice:
        """The actor a mention means. The first rule that speaks decides; none: unknown, with the candidates named."""
        if known not in self._chosen:
            self._chosen[known] = self._decide(known)
        return self._chosen[known]

    def kind(self, known: Known) -> ActorKind | None:
        """The kind that all of this name are of; None where they differ."""
        kinds = {actor.kind for actor in self._candidates(known, load_namesakes().get(name_key(known.words)))}
        return kinds.pop() if len(kinds) == 1 else None

    def _decide(self, known: Known) -> Choice:
        entry = load_namesakes().get(name_key(known.words))
        candidates = self._candidates(known, entry)
        if entry is None and len(candidates) == 1:
            return self._single(known, candidates[0])
        if entry is not None and entry.together_id and (cue := self._cue(known, entry.together)):
            return Choice(self._table.get(entry.together_id), f'both together, because of "{cue}"')
        for _, hits in self._grounds(known):
            if len(hits) == 1:
                return Choice(hits[0][0], f"{hits[0][0].name}, {hits[0][1]}")
        default = self._table.get(entry.default) if entry is not None and entry.default else None
        if default is not None:
            return Choice(default, f'"{known.words}" without a cue for another means {default.name}')
        names = ", ".join(actor.name for actor in candidates)
        return Choice(None, f'unknown: "{known.words}" may be {names}; {UNDECIDED}')

    def candidates(self, known: Known) -> tuple[Actor, ...]:
        """Everybody whom a mention may mean."""
        return self._candidates(known, load_namesakes().get(name_key(known.words)))

    def grounds(self, known: Known) -> Mapping[str, Hits]:
        """Whom each ground speaks for, and in which words; the stronger ground first. The first that speaks for one alone decides."""
        return dict(self._grounds(known))

    def _grounds(self, known: Known) -> Iterator[tuple[str, Hits]]:
        entry = load_namesakes().get(name_key(known.words))
        candidates = self._candidates(known, entry)
        cues = entry.candidates if entry is not None else {}
        yield "phrase", self._by_phrase(known, candidates, cues)
        yield "sentence", self._by_sentence(known, candidates, cues)
        yield "full name", self._by_full_name(known, candidates)
        yield "report", self._by_report(candidates, cues)
        yield "country", self._by_country(known, candidates, cues)

    def _candidates(self, known: Known, entry: Namesake | None) -> tuple[Actor, ...]:
        if entry is None:
            return known.actors
        listed = (self._table.get(slug) for slug in entry.candidates)
        found = {actor.id: actor for actor in (*known.actors, *listed) if actor is not None}
        return tuple(found[slug] for slug in sorted(found))

    def _single(self, known: Known, actor: Actor) -> Choice:
        """One candidate: enough, but for a bare abbreviation of a little-known group, which needs its country, too."""
        if self.needs_support(known, actor) and not self.supported(actor):
            country = self._table.countries.by_code.get(actor.country or "")
            where = f"{country.name} is not mentioned" if country else "nothing else in the report points to it"
            return Choice(None, f'unknown: "{known.words}" may be {actor.name}, but {where}')
        same = key(known.words) == key(actor.name)
        how = {"name": "is another name of", "spelling variant": "is a spelling of", "former name": "is a former name of"}
        return Choice(actor, f'named "{known.words}"' if same else f'"{known.words}" {how[known.how]} {actor.name}')

    def needs_support(self, known: Known, actor: Actor) -> bool:
        """Whether the name alone is not enough: a listed little-known group, initials of a local body, ordinary words."""
        if actor.country is None or actor.kind == "person":
            return False
        if actor.source.startswith("ucdp"):
            return True
        if is_abbreviation(known.words):
            return actor.kind in _LOCAL and len(known.words) <= 4
        ordinary = actor.kind in _LOCAL or (actor.kind == "media" and " " not in known.words)
        return ordinary and all(word.lower() in words().common for word in parts(known.words))

    def supported(self, actor: Actor) -> bool:
        """Whether the report names the actor in full, its country, or a large place there."""
        if actor.id in self._named or actor.country in self._lands:
            return True
        return any(land.iso3 == actor.country for land in self._mentions.lands)

    def _cue(self, known: Known, patterns: Iterable[re.Pattern[str]]) -> str | None:
        """The first pattern that matches over the mention."""
        low, high = self._mentions.sentence_span(known.start)
        low, high = max(low, known.start - _WINDOW), min(high, known.end + _WINDOW)
        for pattern in patterns:
            for match in pattern.finditer(self._mentions.text, low, high):
                if (match.start() <= known.start and known.end <= match.end() + 1) or match.start("w") == known.start:
                    return " ".join(match[0].split())
        return None

    def _by_phrase(self, known: Known, candidates: Sequence[Actor], cues: Mapping[str, Cues]) -> Hits:
        return [(a, f'because of "{c}"') for a in candidates if a.id in cues and (c := self._cue(known, cues[a.id].phrase))]

    def _by_sentence(self, known: Known, candidates: Sequence[Actor], cues: Mapping[str, Cues]) -> Hits:
        low, high = self._mentions.sentence_span(known.start)
        sentence = self._mentions.text[low:high]
        found = ((a, _search(cues[a.id].sentence, sentence)) for a in candidates if a.id in cues)
        return [(a, f'because of "{words}" in the sentence') for a, words in found if words]

    def _by_full_name(self, known: Known, candidates: Sequence[Actor]) -> Hits:
        hits = [a for a in candidates if a.id in self._named and self._named[a.id] != key(known.words)]
        bare = any(key(a.name) == key(known.words) for a in candidates if a not in hits)
        if len(hits) != 1 or len(candidates) < 2 or bare or self._default_speaks(known, hits[0]):
            return []
        return [(hits[0], f'the only one of this name the report names in full ("{self._named[hits[0].id]}")')]

    def _default_speaks(self, known: Known, hit: Actor) -> bool:
        """Whether the report also speaks of the one the bare word usually means; then a full name elsewhere decides nothing."""
        entry = load_namesakes().get(name_key(known.words))
        if entry is None or entry.default is None or entry.default == hit.id or entry.default not in entry.candidates:
            return False
        cues = entry.candidates[entry.default]
        text = self._mentions.text
        return any(p.search(text) for p in cues.phrase) or _search(cues.sentence, text) is not None

    def _by_report(self, candidates: Sequence[Actor], cues: Mapping[str, Cues]) -> Hits:
        found = ((a, _search(cues[a.id].report, self._mentions.text)) for a in candidates if a.id in cues)
        return [(a, f'because the report speaks of "{words}"') for a, words in found if words]

    def _by_country(self, known: Known, candidates: Sequence[Actor], cues: Mapping[str, Cues]) -> Hits:
        """The only candidate whose country the sentence, or else the report, mentions; not where cues are written."""
        if any(cue.phrase or cue.sentence or cue.report for cue in cues.values()):
            return []
        span = self._mentions.sentence_span(known.start)
        for lands, where in ((self._mentions.lands_over(*span), "sentence"), (self._mentions.lands, "report")):
            codes = {land.iso3 for land in lands}
            hits = [a for a in candidates if a.country in codes]
            if len(hits) == 1:
                country = self._table.countries.by_code[hits[0].country or ""].name
                return [(hits[0], f"the only one of this name from a country in the {where} ({country})")]
        return []


def _search(pattern: re.Pattern[str] | None, text: str) -> str | None:
    match = pattern.search(text) if pattern is not None else None
    return match[0] if match else None


def _named_in_full(mentions: Mentions) -> dict[str, str]:
    """Actors the report names without doubt, by names only they have: id -> the name's key."""
    shared = load_namesakes()
    found: dict[str, str] = {}
    for known in mentions.known:
        if len(known.actors) == 1 and name_key(known.words) not in shared and not (is_abbreviation(known.words) and len(known.words) < 4):
            found.setdefault(known.actors[0].id, key(known.words))
    return found
