"""Who every phrase of a report means: one rule after the other, the first that knows an answer gives it, with its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from casus.codebook.actors import ActorTable
from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import kind_of, load_kinds, singular
from casus.model.actor import Actor, ActorKind, Party
from casus.model.text import Report, Sentence
from casus.resolve.actor_backward import Antecedents, Before, wants
from casus.resolve.actor_bodies import body_phrase, of_country, of_named
from casus.resolve.actor_identity import Identity, of_actor, unknown
from casus.resolve.actor_mentions import Known, Land, Mentions
from casus.resolve.actor_namesakes import Chooser
from casus.resolve.actor_people import People
from casus.resolve.actor_places import as_place, country_of, of_town
from casus.resolve.actor_spelling import close_name
from casus.resolve.actor_words import Phrase, Word, is_noun, phrase_at, words_in

__all__ = ["Identity", "ReportActors"]

_GENERAL = frozenset("national people democratic popular islamic united self special security armed joint patriotic revolutionary".split())
_PRONOUNS = frozenset("it they he she them him her itself themselves".split())
_NO_LONGER = frozenset("former ex retired ousted deposed late exiled sacked dismissed".split())
_POSSESSIVES = frozenset("its their his her".split())


class ReportActors:
    """The actors of one report. Pure: the same report, sentences and table always give the same answers."""

    def __init__(self, report: Report, sentences: Sequence[Sentence], table: ActorTable) -> None:
        self.table = table
        self.on: date | None = report.published
        self._text = report.text
        self._sentences = tuple(sentences)
        self._starts = [s.start for s in self._sentences]
        self._mentions = Mentions(report, sentences, table, self.on)
        self._chooser = Chooser(self._mentions, table)
        self._people = People(self._mentions, self._chooser, table, self.on)
        self._before = Antecedents(self._mentions, self._chooser, self._sentences)
        self._rules: tuple[Callable[[Phrase], Identity | None], ...] = (
            self._unidentified, self._pronoun, self._former, self._defined, self._several, self._person, self._named, self._country,
            self._town, self._pointing_back, self._misspelt,
        )  # fmt: skip

    def identify(self, start: int, end: int) -> Identity:
        """Who the words between two offsets mean, on the report's date."""
        phrase = phrase_at(self._text, start, end, self._sentence(start))
        found = next((identity for rule in self._rules if (identity := rule(phrase)) is not None), None)
        if found is None:
            found = unknown(_bare(phrase), self._kind(phrase), "unknown: no actor of the codebook is named")
        if found.id is None and found.country is None:
            found = replace(found, country=country_of(phrase, self._mentions, names="longer name" not in found.reason))
        return replace(found, suspected=True) if self._is_suspected(phrase) else found

    def party(self, party: Party) -> Party:
        """The same party with its identity filled in; the kind as coded stays where the identity knows none."""
        who = self.identify(party.evidence.start, party.evidence.end)
        return replace(
            party,
            name=who.name if who.id is not None else party.name,
            kind=who.kind if who.kind != "unknown" else party.kind,
            id=who.id,
            reason=who.reason,
            suspected=party.suspected or who.suspected,
            country=who.country,
            parents=who.parents,
        )

    def _sentence(self, at: int) -> Sentence | None:
        i = bisect_right(self._starts, at) - 1
        return self._sentences[i] if 0 <= i < len(self._sentences) and at < self._sentences[i].end else None

    def _kind(self, phrase: Phrase) -> ActorKind:
        if not phrase.core:
            return "unknown"
        return kind_of(phrase.core[phrase.head].plain, " ".join(w.text for w in phrase.core), self.table)

    # The rules, in their order.

    def _unidentified(self, phrase: Phrase) -> Identity | None:
        """"unidentified gunmen": the text itself says that it does not know."""
        lexicon = load_kinds()
        word = next((w for w in phrase.plain_words[: phrase.head + 1] if w in lexicon.unidentified), None)
        if word is None or self._names(phrase):
            return None
        kind = self._kind(phrase)
        return unknown(_bare(phrase), kind, f"unknown: the text calls them {word}")

    def _pronoun(self, phrase: Phrase) -> Identity | None:
        """"it", "they", "he": the subject before; "its forces": the owner's."""
        if len(phrase.words) == 1 and phrase.words[0].plain in _PRONOUNS:
            word = phrase.words[0].plain
            if self._in_quotation(phrase) or self._is_expletive(phrase):
                return unknown(phrase.written, "unknown", f"unknown: \"{word}\" points to nobody named outside these words")
            found = self._before.person(phrase.start) if word in {"he", "she", "him", "her"} else None
            found = found or self._before.anyone(phrase.start, plural=word in {"they", "them", "themselves"})
            if found is None:
                return unknown(phrase.written, "unknown", f"unknown: nothing before decides who \"{word}\" is")
            return self._as_before(phrase, found, word)
        return None

    def _in_quotation(self, phrase: Phrase) -> bool:
        low = max(self._text.rfind("\n", 0, phrase.start), 0)
        before = self._text[low : phrase.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _is_expletive(self, phrase: Phrase) -> bool:
        tokens = phrase.sentence.tokens if phrase.sentence is not None else ()
        return any(t.start == phrase.start and t.deprel == "expl" for t in tokens)

    def _former(self, phrase: Phrase) -> Identity | None:
        """"a former minister", "retired officers": they act for no office any more. Known people are named all the same."""
        noun = phrase.noun
        word = next((w for w in phrase.plain_words[: phrase.head] if w in _NO_LONGER), None)
        if word is None or noun is None or "person" not in noun.flags or noun.kind == "unnamed-armed":
            return None
        found = self._people.identify(phrase)
        return found or unknown(_bare(phrase), "person", f"unknown: {word}, in no office now")

    def _defined(self, phrase: Phrase) -> Identity | None:
        """An abbreviation this report defines means what it says there, whatever the codebook knows under it."""
        for word in phrase.core[: phrase.head + 1]:
            defined = self._mentions.defined.get(word.text)
            if defined is None or defined.start <= word.start < defined.end:
                continue
            actors = self.table.find(defined.full, on=self.on) or self._akin(defined.short, defined.full)
            why = f"\"{defined.short}\" is short for {defined.full} in this report"
            if len(actors) == 1:
                return of_named(phrase, actors[0], why, table=self.table, on=self.on)
            if not actors:
                return unknown(defined.full, self._kind_of_name(defined.full), f"unknown: {why}, which the codebook does not know")
        return None

    def _akin(self, short: str, full: str) -> tuple[Actor, ...]:
        """The codebook's actor of that abbreviation, if its name shares most words with the full name in the report."""
        ours = {w.plain for w in words_in(full, 0, len(full))}
        found = []
        for actor in self.table.find(short, on=self.on):
            for name in (actor.name, *(a.words for a in actor.aliases)):
                theirs = {w.plain for w in words_in(name, 0, len(name))}
                if 3 * len(ours & theirs) >= 2 * max(len(ours), len(theirs)):
                    found.append(actor)
                    break
        return tuple(found)

    def _kind_of_name(self, name: str) -> ActorKind:
        words = words_in(name, 0, len(name))
        return kind_of(words[-1].plain, name, self.table) if words else "unknown"

    def _several(self, phrase: Phrase) -> Identity | None:
        """"Qatar and Turkey" as one phrase: several actors, each to be coded by itself."""
        names = self._names(phrase)
        if len(names) < 2 or not any(w.plain in {"and", "or"} for w in phrase.core):
            return None
        between = self._text[names[0].end : names[1].start]
        chosen = [self._chooser.choose(k).actor for k in names]
        ids = sorted({a.id for a in chosen if a is not None})
        if len(ids) < 2 or " and " not in f" {between} ":
            return None
        return unknown(phrase.written, "collective", f"unknown: several actors in one phrase ({', '.join(ids)})")

    def _person(self, phrase: Phrase) -> Identity | None:
        """A person of the codebook, by full name, or by the part of it the report goes on with."""
        return self._people.identify(phrase)

    def _named(self, phrase: Phrase) -> Identity | None:
        """A known name in the phrase: the head itself, what stands before the head, or what follows "of"."""
        known = self._governing(phrase)
        if known is None:
            return self._of_person(phrase)
        longer = self._longer_name(phrase, known)
        if longer is not None:
            return unknown(_bare(phrase), self._kind(phrase), f"unknown: \"{longer}\" is a longer name than \"{known.words}\"")
        choice = self._chooser.choose(known)
        if choice.actor is None:
            return unknown(_bare(phrase), known.actors[0].kind if len(known.actors) == 1 else self._kind(phrase), choice.reason)
        actor, reason = choice.actor, choice.reason
        affiliate = self._affiliate(phrase, known, actor)
        if affiliate is not None:
            return affiliate
        if actor.kind == "state":
            return self._state(phrase, actor, known)
        if self._is_head(phrase, known):
            return of_actor(actor, reason, self.table, self.on)
        return of_named(phrase, actor, reason, table=self.table, on=self.on)

    def _of_person(self, phrase: Phrase) -> Identity | None:
        """"Haftar's forces", "the government of Hadi": the body the person stands for."""
        for known in self._names(phrase):
            person = self._chooser.choose(known).actor
            parent = self.table.get(person.parent) if person is not None and person.parent is not None else None
            if person is None or parent is None or person.kind != "person" or phrase.noun is None:
                continue
            if phrase.noun.kind in ("military", "police", "government") and parent.country and parent.kind in ("government", "military"):
                return of_country(phrase, parent.country, f"{person.name}'s", table=self.table, on=self.on)
            return of_named(phrase, parent, f"{person.name}'s", table=self.table, on=self.on)
        return None

    def _state(self, phrase: Phrase, actor: Actor, known: Known) -> Identity | None:
        if not self._is_head(phrase, known):
            return of_country(phrase, actor.country or "", f"\"{known.words}\"", table=self.table, on=self.on)
        return of_actor(actor, f"the country {actor.name}", self.table, self.on)

    def _names(self, phrase: Phrase) -> list[Known]:
        """The known names of the phrase's core that stand for themselves, not for "US-backed" and the like."""
        if not phrase.core:
            return []
        found = self._mentions.names_over(phrase.core[0].start, phrase.core[-1].end)
        return [k for k in found if k.end >= phrase.end or not self._stands_apart(k)]

    def _governing(self, phrase: Phrase) -> Known | None:
        names = [k for k in self._names(phrase) if not all(a.kind == "person" for a in k.actors)]
        if not names:
            return self._after(phrase)
        head = phrase.core[phrase.head]
        over = [k for k in names if k.start <= head.start < k.end]
        before = [k for k in names if k.end <= head.start]
        return (over or before[::-1] or names)[0]

    def _after(self, phrase: Phrase) -> Known | None:
        """The name after "from" or "for" where the head is a role: "a spokesman for Hamas", "fighters from the TTP"."""
        if phrase.noun is None or not phrase.noun.flags & {"person", "people"} or not phrase.core:
            return None
        rest = [w for w in phrase.words if w.start > phrase.core[-1].end]
        if not rest or rest[0].plain not in {"from", "for", "belonging", "loyal", "with"}:
            return None
        stop = next((w.start for w in rest[1:] if w.plain in load_around_names().places | {"who", "which", "that", "and"}), phrase.end)
        found = self._mentions.names_over(rest[0].end, stop)
        return found[0] if found and all(a.kind not in ("person", "state") for a in found[0].actors) else None

    def _is_head(self, phrase: Phrase, known: Known) -> bool:
        return not phrase.core or known.start <= phrase.core[phrase.head].start < known.end

    def _longer_name(self, phrase: Phrase, known: Known) -> str | None:
        """The longer name a known one is cut from: "Kashmir Tigers Front" is no Tigers, "Iraqi Hezbollah Army" no Hezbollah."""
        if (phrase.sentence is not None and phrase.sentence.heading) or (known.words.isupper() and len(known.words) > 5):
            return None
        left = self._longer_left(phrase, known)
        if left is not None:
            return left
        following = [w for w in phrase.core if w.start >= known.end]
        run: list[Word] = []
        for word in following:
            gap = self._text[run[-1].end if run else known.end : word.start]
            if not word.text[:1].isupper() or gap.strip(" -"):
                break
            run.append(word)
        words = load_around_names()
        tail = [w for w in run if w.plain in words.longer]
        if not tail or any(w.plain in words.body_tails for w in run) or any(k.start <= tail[0].start < k.end for k in self._names(phrase)):
            return None
        if all(a.kind in ("state", "government") for a in known.actors) and body_phrase(tuple(w.plain for w in run), None):
            return None
        return self._text[known.start : tail[-1].end]

    def _longer_left(self, phrase: Phrase, known: Known) -> str | None:
        """A name of general words ("Self-Defence Forces", "National Liberation Army") with a name before it is another one."""
        names = load_around_names().longer | _GENERAL
        if not all(w.plain in names or is_noun(w.plain) for w in words_in(known.words, 0, len(known.words))) or " " not in known.words:
            return None
        before = [w for w in phrase.core if w.end <= known.start]
        if not before or not before[-1].text[:1].isupper() or before[-1].owns or self._text[before[-1].end : known.start] != " ":
            return None
        word = before[-1]
        if self._mentions.lands_over(word.start, word.end) or is_noun(word.plain) or word.text.lower().endswith(("ish", "ist", "ian")):
            return None
        return self._text[word.start : known.end]

    def _affiliate(self, phrase: Phrase, known: Known, actor: Actor) -> Identity | None:
        """A nationality before a group's name that is not the group's own: its branch there, or somebody unknown."""
        if actor.kind not in ("armed-group", "militia", "party") or actor.country is None or not phrase.core:
            return None
        lands = [x for x in self._mentions.lands_over(phrase.core[0].start, known.start) if x.way == "demonym" and x.end + 1 >= known.start]
        if not lands or lands[-1].iso3 == actor.country:
            return None
        land = lands[-1]
        branches = [a for a in self.table if a.parent == actor.id and a.country == land.iso3 and a.kind in ("armed-group", "militia")]
        why = f"\"{land.words} {known.words}\""
        if len(branches) == 1:
            return of_actor(branches[0], f"{why} is {actor.name}'s branch there", self.table, self.on)
        if any(word.plain in {"members", "nationals", "fighters", "citizens"} for word in phrase.core):
            return None
        return unknown(_bare(phrase), actor.kind, f"unknown: {why} is not {actor.name} as the codebook knows it", land.iso3)

    def _country(self, phrase: Phrase) -> Identity | None:
        """A nationality, country or capital and a noun, or a capital that acts for its government."""
        lands = self._lands(phrase)
        if not lands:
            return None
        head = phrase.core[phrase.head]
        over = [x for x in lands if x.start <= head.start < x.end]
        if not over:
            before = [x for x in lands if x.end <= head.start]
            land = before[-1] if before else lands[0]
            if not before and any(w.start > land.end and not is_noun(w.plain) for w in phrase.core):
                return None
            return of_country(phrase, land.iso3, f"{land.way} \"{land.words}\"", table=self.table, on=self.on)
        land = over[0]
        if land.way == "capital":
            return self._capital(phrase, land)
        if land.way == "demonym":
            return unknown(_bare(phrase), "civilians", f"unknown: people from {self.table.countries.by_code[land.iso3].name}", land.iso3)
        return None

    def _lands(self, phrase: Phrase) -> tuple[Land, ...]:
        if not phrase.core:
            return ()
        found = self._mentions.lands_over(phrase.core[0].start, phrase.core[-1].end)
        return tuple(x for x in found if x.end >= phrase.end or not self._stands_apart(x))

    def _stands_apart(self, name: Known | Land) -> bool:
        """Whether the name is only part of an adjective: "Iran-backed", "Kabul-based"."""
        return self._text[name.end : name.end + 14].lower().startswith(load_around_names().apart)

    def _capital(self, phrase: Phrase, land: Land) -> Identity:
        """A capital is a place after in, from, near, to, and where it is taken or struck; otherwise its government."""
        place = as_place(phrase, land, self._text)
        if place is not None:
            return unknown(land.words, "unknown", f"unknown: {land.words} is a place here, {place}", land.iso3)
        seat = self.table.seat(land.words, self.on)
        if seat is not None:
            return of_actor(seat.actor, f"\"{land.words}\" for {seat.actor.name}, {seat.since()}", self.table, self.on)
        actor = self.table.body(land.iso3, "gov") or self.table.body(land.iso3, "")
        if actor is None:
            return unknown(land.words, "government", f"unknown: no government for {land.words} in the codebook", land.iso3)
        country = self.table.countries.by_code[land.iso3].name
        return of_actor(actor, f"capital \"{land.words}\" for the government of {country}", self.table, self.on)

    def _town(self, phrase: Phrase) -> Identity | None:
        """"Lahore police": the police of the country the town lies in; other local authorities stay without an id."""
        return of_town(phrase, table=self.table, on=self.on)

    def _pointing_back(self, phrase: Phrase) -> Identity | None:
        """"the group", "the army", "their fighters": the last name before that fits."""
        if not phrase.definite or not phrase.core:
            return None
        head = phrase.core[phrase.head].plain
        first = phrase.words[0].plain
        if first in _POSSESSIVES and len(phrase.words) > 1:
            found = self._before.anyone(phrase.start, plural=True)
            if phrase.noun is None or not phrase.noun.flags & {"person", "body", "machine", "hostile", "generic"} or found is None:
                return None
            return self._as_before(phrase, found, first)
        kind = wants(phrase.noun, head)
        if kind is None or self._has_own_name(phrase):
            return None
        found = self._before.group(phrase.start) if kind == "group" else self._before.country(phrase.start, regime=True)
        return self._as_before(phrase, found, f"the {head}") if found is not None else None

    def _has_own_name(self, phrase: Phrase) -> bool:
        """Whether capitalised words beside the noun name it by themselves: "the Department of Public Works"."""
        own = set(phrase.noun.words.split()) if phrase.noun is not None else set()
        return any(w.text[:1].isupper() and not {w.plain, singular(w.plain)} & own and w.start > phrase.start for w in phrase.words)

    def _as_before(self, phrase: Phrase, found: Before, word: str) -> Identity:
        where = {0: "this sentence", 1: "the sentence before"}.get(found.back, f"{found.back} sentences before")
        why = f"\"{word}\" points back to \"{found.words}\" in {where}"
        if found.actor is None or (found.iso3 and found.actor.kind not in ("armed-group", "militia") and phrase.noun is not None):
            state = self.table.body(found.iso3 or "", "")
            if phrase.noun is None and state is not None:
                return of_actor(state, why, self.table, self.on)
            return of_country(phrase, found.iso3 or "", why, table=self.table, on=self.on)
        if phrase.noun is None:
            return of_actor(found.actor, why, self.table, self.on)
        return of_named(phrase, found.actor, why, table=self.table, on=self.on)

    def _misspelt(self, phrase: Phrase) -> Identity | None:
        """"Kaul" for Kabul: only one letter off a name of this report, and off no other."""
        return close_name(phrase, mentions=self._mentions, table=self.table, on=self.on, people=self._people)

    def _is_suspected(self, phrase: Phrase) -> bool:
        """"suspected", "alleged" in or right before the phrase; "believed to be" right before or after it."""
        lexicon = load_kinds()
        if any(w.plain in lexicon.suspected for w in phrase.words[:4]):
            return True
        low, high = self._mentions.sentence_span(phrase.start)
        before = words_in(self._text, max(low, phrase.start - 30), phrase.start)
        if before and before[-1].plain in lexicon.suspected:
            return True
        around = self._text[max(low, phrase.start - 24) : min(high, phrase.end + 24)].lower()
        return any(p in around for p in lexicon.suspected_phrases)


def _bare(phrase: Phrase) -> str:
    """The words as written without a leading article."""
    words = phrase.written
    for article in ("the ", "a ", "an "):
        if words.lower().startswith(article):
            return words[len(article) :]
    return words
