"""What every rule looks at: the table, the report's day and text, what is named in it, and what was named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casus.codebook.actors import ActorTable
from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import kind_of
from casus.codebook.places import Gazetteer
from casus.model.actor import ActorKind
from casus.model.text import Report, Sentence
from casus.resolve.actor_backward import Antecedents
from casus.resolve.actor_common import Common
from casus.resolve.actor_floor import Floors
from casus.resolve.actor_home import home_of, towns_of
from casus.resolve.actor_mentions import Known, Land, Mentions
from casus.resolve.actor_namesakes import Chooser
from casus.resolve.actor_people import People
from casus.resolve.actor_words import Phrase


@dataclass(frozen=True, slots=True)
class Scene:
    """One report as the rules see it. Built once; `on` is the day whose names and offices count."""

    text: str
    table: ActorTable
    places: Gazetteer
    on: date | None
    mentions: Mentions
    chooser: Chooser
    people: People
    before: Antecedents
    common: Common
    floors: Floors

    def names(self, phrase: Phrase) -> list[Known]:
        """The known names of the phrase's core that stand for themselves, not for "US-backed" and the like."""
        if not phrase.core:
            return []
        found = self.mentions.names_over(phrase.core[0].start, phrase.core[-1].end)
        return [k for k in found if k.end >= phrase.end or not self.stands_apart(k)]

    def lands(self, phrase: Phrase) -> tuple[Land, ...]:
        """The countries of the phrase's core, likewise."""
        if not phrase.core:
            return ()
        found = self.mentions.lands_over(phrase.core[0].start, phrase.core[-1].end)
        return tuple(x for x in found if x.end >= phrase.end or not self.stands_apart(x))

    def stands_apart(self, name: Known | Land) -> bool:
        """Whether the name is only part of an adjective: "Iran-backed", "Kabul-based", "anti-Taliban"."""
        around = load_around_names()
        return self.text[max(name.start - 6, 0) : name.start].lower().endswith(around.before) or self.text[
            name.end : name.end + 14
        ].lower().startswith(around.apart)

    def kind(self, phrase: Phrase) -> ActorKind:
        """The kind of actor the phrase's head points to."""
        if not phrase.core:
            return "unknown"
        return kind_of(phrase.core[phrase.head].plain, " ".join(w.text for w in phrase.core), self.table)


def set_scene(report: Report, sentences: Sequence[Sentence], table: ActorTable, places: Gazetteer) -> Scene:
    """Find what a report names."""
    on = report.published
    mentions = Mentions(report, sentences, table, on)
    towns = towns_of(mentions, sentences, places)
    chooser = Chooser(mentions, table, frozenset[str]().union(*towns))
    people = People(mentions, chooser, table, on)
    before = Antecedents(mentions, chooser, people, tuple(sentences), on, home_of(mentions, chooser, sentences, places, towns))
    return Scene(report.text, table, places, on, mentions, chooser, people, before, Common(sentences), Floors(sentences))
