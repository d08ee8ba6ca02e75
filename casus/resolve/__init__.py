"""Resolving: names, places, dates and layers of what the coder found in one report, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from casus.codebook import Codebook
from casus.coding import Coded
from casus.coding.acts.filling import VERBAL
from casus.coding.claims import Told
from casus.coding.harm.victims import FIGURE
from casus.coding.places.mention import PlaceMention
from casus.coding.speech.accounts import Account
from casus.coding.speech.tellers import Teller
from casus.coding.speech.whole_texts import PRINTED_WHOLE
from casus.model.actor import Party
from casus.model.claim import Capacity, Claim, Source
from casus.model.quote import Quote
from casus.model.relation import Relation
from casus.model.text import Report, Sentence
from casus.model.when import DateRange
from casus.resolve.accounts import with_accounts
from casus.resolve.actor_identity import Identity
from casus.resolve.actor_namesakes import UNDECIDED
from casus.resolve.actors import KILLING, ReportActors
from casus.resolve.anaphora import point_back
from casus.resolve.anchors import tie_down
from casus.resolve.by_last_day import follow_day
from casus.resolve.by_then import close_day
from casus.resolve.captors import with_captors
from casus.resolve.containers_told import share
from casus.resolve.demonyms import name_state
from casus.resolve.denials import apply_denials, apply_doubts
from casus.resolve.home_country import set_home
from casus.resolve.layers import assign_layers
from casus.resolve.likely_said import own_again, said_before
from casus.resolve.live_page import date_by_hour
from casus.resolve.marchers import with_marchers
from casus.resolve.named_before import set_named_before
from casus.resolve.occurrences import Around, tell_occurrences
from casus.resolve.places import finder, resolve_places
from casus.resolve.same_scene import keep_day
from casus.resolve.same_victims import OF_FORCE, carry_victims
from casus.resolve.scene_of_report import Grounds, set_scenes
from casus.resolve.silences import beside_silences
from casus.resolve.speakers import followed, in_full, is_pronoun, last_speaker, meant_by, spoken_by
from casus.resolve.spots_named import is_done_to_places, spots_named
from casus.resolve.standing import stand
from casus.resolve.sums_in_passing import without_sums_in_passing
from casus.resolve.ties import relations_of_ties
from casus.resolve.told_with import Passage, tell_with
from casus.resolve.within_arrest import without_seizures_within
from casus.resolve.within_attack import without_moves_within

_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_PRONOUNS = frozenset("he she they it we i you him his her them their us me this that these those who which one ones".split())
_NOBODY = frozenset("nothing nobody none anybody everybody everyone somebody someone anyone".split())
_SPEAKING = frozenset({"we", "us", "i", "me"})
_TELLING = frozenset({"said", "say", "added", "told", "reported", "stated"})
"""What is said of an attack by whoever told of it, not by nameless attackers."""
_STANDING_IN = _PRONOUNS | {"group", "organisation", "organization", "movement", "body"}
_OF_STATES = frozenset({"expel", "withdraw"})
"""Penalties between states, where a diplomat stands for his government."""
_PEACEFUL = frozenset({"ngo", "institute", "media", "igo"})
_BY_ITS_WORDS = "by the clause over it"
_CAPACITIES: dict[str, Capacity] = {
    "state": "official", "government": "official", "military": "official", "police": "official", "intelligence": "official",
    "igo": "official", "ngo": "ngo", "media": "media", "institute": "institute", "armed-group": "party", "militia": "party",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """A report's claims, quotes and stated ties with their identities; `speakers` are all who speak of what was done, wherever."""

    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    ties: tuple[Relation, ...]
    speakers: tuple[Source, ...] = ()


def resolve(coded: Coded, report: Report, sentences: Sequence[Sentence], book: Codebook) -> Resolved:
    """Resolve one report. Pure; every identity carries its reason."""
    coded = _with_containers(coded)
    actors = ReportActors(report, sentences, book.actors, book.places)
    tellers = followed([replace(t, source=_sourced(t.source, actors)) for t in coded.tellers])
    named = [replace(t, claim=name_state(_named(t.claim, actors, tellers), book.actors)) for t in coded.told]
    named = carry_victims(coded.told, named)
    named = [replace(t, claim=own_again(t, len(sentences))) for t in named]
    named = [replace(t, claim=said_before(t.claim, tellers, sentences, placed=t.place is not None)) for t in named]
    surnames = _surnames(sentences)
    placed = _placed(named, report, book, surnames, spots_named(report.text, coded.places))
    claims = [_bounded(stand(t.claim, speaks_of_act=t.speaks_of_act or t.speaks_of_deed), report) for t in point_back(placed, sentences)]
    claims = without_seizures_within(without_moves_within(tie_down(claims, sentences, coded.dates)))
    claims = without_sums_in_passing(claims, sentences, report.published)
    layers = assign_layers(claims, report, sentences, coded.dates)
    claims = [replace(c, layer=layers[c.id].layer).because("layer", layers[c.id].reason) for c in claims]
    find = finder(report, book.places)
    claims, again = tell_occurrences(claims, Around(sentences, coded.dates, coded.places, find))
    grounds = Grounds(sentences, coded.places, find)
    claims = set_scenes(claims, grounds, again)
    claims = tell_with(claims, Passage(sentences, coded.dates, coded.places), again)
    claims = keep_day(claims, sentences, coded.dates)
    claims = follow_day(claims, report, sentences, coded.dates)
    claims = date_by_hour(claims, report, sentences, coded.dates)
    claims = set_named_before(claims, grounds, surnames)
    claims = set_home(claims, grounds, report, book.places)
    claims = with_marchers(with_captors(claims, sentences, actors), report, sentences, actors)
    denials = [(d, *_denier(d.source, actors)) for d in coded.denials]
    claims = list(apply_denials(apply_doubts(claims, coded.doubts, sentences), denials, sentences))
    accounts = _speaking_accounts(coded.accounts, actors, tellers)
    claims = list(with_accounts(claims, accounts, sentences))
    claims = list(beside_silences(claims, [(s.sentence, _sourced(s.source, actors)) for s in coded.silences], sentences))
    quotes = tuple(_spoken(q, actors, tellers) for q in coded.quotes)
    ties = relations_of_ties(coded.ties, report, actors, claims, _stands_in, book.actors)
    return Resolved(tuple(claims), quotes, ties, tuple(s for _, s in accounts))


def _speaking_accounts(accounts: Sequence[Account], actors: ReportActors, tellers: Sequence[Teller]) -> list[tuple[Account, Source]]:
    """Each account with who gives it; a pronoun nobody is found for gives none."""
    found = [(a, in_full(spoken_by(a.source, a.sentence, tellers) or _sourced(a.source, actors), tellers)) for a in accounts]
    return [(a, s) for a, s in found if s.name != "unnamed" and not is_pronoun(s.name, _PRONOUNS)]


def _stands_in(name: str) -> bool:
    return is_pronoun(name, _PRONOUNS)


def _with_containers(coded: Coded) -> Coded:
    """What was coded, each name of a place with what the report elsewhere says it lies in."""
    fuller = share(coded.places)
    told = tuple(replace(t, place=fuller.get(t.place, t.place)) if t.place is not None else t for t in coded.told)
    return replace(coded, told=told, places={i: tuple(fuller.get(m, m) for m in found) for i, found in coded.places.items()})


def _named(claim: Claim, actors: ReportActors, tellers: Sequence[Teller]) -> Claim:
    speaker = last_speaker(claim, tellers)
    sources = tuple(_somebody(in_full(_speaking(s, claim, actors, tellers), tellers)) for s in claim.sources)
    doers = _parties(claim.actors, sources, actors, speaker=speaker if claim.type in VERBAL else None)
    if claim.type in OF_FORCE:
        doers = tuple(p for p in doers if not _is_bystander(p))
    alive = () if claim.killed is not None or claim.lemma in KILLING else sources  # whoever says so was not killed
    suffered = tuple(_not_itself(p, doers) for p in _parties(claim.recipients, alive, actors) if not _is_doer(p, doers))
    if claim.type in OF_FORCE:
        suffered = tuple(actors.one(p, struck=claim.type == "ASSAULT") for p in suffered)
    if "arrest" in claim.modes or (claim.type == "SANCTION" and not _OF_STATES & set(claim.modes)):
        suffered = tuple(actors.persons(p) for p in suffered)
    done = replace(claim, sources=sources, actors=doers, recipients=suffered, doers=_parties(claim.doers, sources, actors))
    done = _by_its_author(done)
    told = any(p.evidence.rule != FIGURE for p in done.recipients)
    lost = (claim.actors and not done.actors and not told) or (claim.type in VERBAL and not done.actors and claim.actors)
    if not lost and not _of_nothing(claim, done):
        return done
    return replace(done, certain=False).because("certain", "who acts is a pronoun nobody is found for")


def _by_its_author(claim: Claim) -> Claim:
    """ "We condemn the raid", in a statement printed whole: who does an act of words in his own text does it, and is no source."""
    authors = {(s.id or s.name).lower() for s in claim.sources if s.evidence.rule.startswith(PRINTED_WHOLE)}
    if claim.type not in VERBAL or claim.status != "attributed" or not authors & {(p.id or p.name).lower() for p in claim.actors}:
        return claim
    return replace(claim, sources=(), status="asserted").because("status", "an act of words in its doer's own text")


def _speaking(source: Source, claim: Claim, actors: ReportActors, tellers: Sequence[Teller]) -> Source:
    """Who a source is; "it" is the known body that was the subject before, even where that body said nothing there."""
    told = spoken_by(source, claim.sentence, tellers)
    own = _sourced(source, actors) if told is None or source.name.lower() == "it" else None
    named = own is not None and own.id is not None and own.id in {p.id for p in _parties(claim.actors, (), actors)}
    return own if own is not None and (told is None or named) else told or source


def _somebody(source: Source) -> Source:
    """Who a source is; a pronoun that nobody is found for ("we repeat", "nothing indicates") names nobody."""
    bare = source.id is None and (is_pronoun(source.name, _PRONOUNS) or source.name.lower() in _NOBODY)
    return replace(source, name="unnamed") if bare else source


def _is_bystander(doer: Party) -> bool:
    """ "An association condemned it. They abducted 25": who speaks of violence is not by a mere pronoun who did it."""
    peaceful = doer.kind in _PEACEFUL and is_pronoun(doer.evidence.words, _PRONOUNS)
    return peaceful and _BY_ITS_WORDS not in doer.reason


def _is_doer(recipient: Party, doers: Sequence[Party]) -> bool:
    """ "Biden criticized the move, saying Trump was ...": nobody does such a thing to himself; the words were misread."""
    return recipient.id is not None and recipient.id in {p.id for p in doers}


def _of_nothing(claim: Claim, done: Claim) -> bool:
    """ "It stormed the gates of his sleep": nobody is found for an "it", and no people are hit."""
    unknown = [p for p in claim.actors if p.name.lower() == "it"]
    return bool(unknown) and not done.actors and not done.killed and all(p.kind == "unknown" for p in done.recipients)


def _parties(
    parties: Sequence[Party], sources: Sequence[Source], actors: ReportActors, *, speaker: Source | None = None
) -> tuple[Party, ...]:
    """Parties with their identities; a pronoun nobody can be found for is no party."""
    found = [actors.spoken(_speaker_or(p, sources, actors), speaker, over=False) for p in parties]
    return tuple(p for p in found if p.id is not None or not is_pronoun(p.name, _PRONOUNS))


def _not_itself(recipient: Party, doers: Sequence[Party]) -> Party:
    """ "The new government" that somebody recognises is not its own: what only points back must not point to the doer."""
    own = {i for p in doers for i in (p.id, *p.parents) if i}
    if recipient.id is None or "points back" not in recipient.reason or not own & {recipient.id, *recipient.parents}:
        return recipient
    return replace(recipient, id=None, name=recipient.evidence.words, parents=(), country=None, reason="unknown: not the doer itself")


def _speaker_or(written: Party, sources: Sequence[Source], actors: ReportActors) -> Party:
    """ "We" is whoever speaks; so is an "it" or "they" in what somebody says of itself, where nobody else is found."""
    if sources and is_pronoun(written.name, _SPEAKING):
        return actors.spoken(written, sources[0])
    whole = bool(sources) and sources[0].evidence.rule.startswith(PRINTED_WHOLE)  # of a long text: its "it" is mostly somebody else
    return actors.spoken(actors.party(written), sources[0] if sources and not whole else None)


def _sourced(source: Source, actors: ReportActors) -> Source:
    if source.name == "unnamed":
        return source
    who = actors.identify(source.evidence.start, source.evidence.end)
    if who.kind == "unnamed-armed" and source.name.lower() == "they" and source.verb in _TELLING:
        return replace(source, name="unnamed")  # "gunmen fired at the fort. They said that soldiers were hurt"
    return _identified(source, who)


def _identified(source: Source, who: Identity) -> Source:
    """A source with its identity; what it is tells its capacity where its words do not ("Islamabad", "the ... Army")."""
    told = _CAPACITIES.get(who.kind)
    sure = who.id is not None and who.kind in {"armed-group", "militia", "ngo", "media", "institute"}
    capacity = told if told is not None and (sure or source.capacity == "unknown") else source.capacity
    if who.id is None and who.kind == "unknown" and UNDECIDED in who.reason:
        capacity = "unknown"  # "RSF": what it speaks as depends on who is meant
    pointed = source.name.lower() in _STANDING_IN and (" points back to " in who.reason or " stands for " in who.reason)
    return replace(source, name=who.name if pointed else source.name, id=who.id, capacity=capacity, country=who.country)


def _denier(source: Source, actors: ReportActors) -> tuple[Source, frozenset[str]]:
    who = actors.identify(source.evidence.start, source.evidence.end)
    return replace(_identified(source, who), stance="denies"), frozenset(i for i in (who.id, *who.parents) if i)


def _placed(told: Sequence[Told], report: Report, book: Codebook, surnames: frozenset[str], spots: frozenset[str]) -> list[Told]:
    mentions = [t.place for t in told if t.place is not None]
    places = resolve_places(mentions, report, book.places)
    placed = [replace(t, claim=replace(t.claim, place=places[t.place])) if t.place is not None else t for t in told]
    unplaced = (_is_addressed(t.claim) or _is_in_a_person(t.claim, t.place, surnames, spots) for t in placed)
    return [replace(t, claim=replace(t.claim, place=None)) if no else t for t, no in zip(placed, unplaced, strict=True)]


def _is_addressed(claim: Claim) -> bool:
    """Whether the name taken for a place is whom words are for: "called on Kinshasa and Kampala", but not "on the minister in Goma"."""
    if claim.place is None or claim.type not in VERBAL - {"CONSULT"}:
        return False
    named = claim.place.evidence
    around = [p.evidence.words for p in claim.recipients if p.evidence.start < named.end and named.start < p.evidence.end]
    return any(named.words in (part.removeprefix("the ") for part in _JOINED.split(words)) for words in around)


def _surnames(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The last words of the names of people in a report."""
    return frozenset(s.tokens[n.last - 1].text for s in sentences for n in s.names if n.kind == "person")


def _is_in_a_person(claim: Claim, mention: PlaceMention | None, surnames: frozenset[str], spots: frozenset[str]) -> bool:
    """Whether the name taken for a place is that of a party: "attacked al-Quaety shortly after he left", but not "a market in Sake"."""
    if claim.place is None or claim.place.id is not None or (mention is not None and (mention.unit is not None or mention.within)):
        return False
    if not claim.place.candidates and claim.place.name.split()[-1] in surnames:
        return True  # "the house of Mahto", of one Uday Mahto
    party = claim.place.name.lower() in {p.name.lower() for p in (*claim.actors, *claim.recipients)}
    return party and not (claim.place.name in spots or is_done_to_places(claim))


def _bounded(claim: Claim, report: Report) -> Claim:
    """Without a date in words, an act in the news is only bounded by the report's publication."""
    if report.published is None:
        return claim
    if claim.date is not None:
        return close_day(_not_after(claim, claim.date, report.published))
    return replace(claim, date=DateRange(None, report.published, "bounded", "no date in the words: not after publication"))


def _not_after(claim: Claim, when: DateRange, published: date) -> Claim:
    """A period whose days are unknown ("a few days later") still ends by publication; plans and threats may lie after it."""
    if when.start is not None or when.end is not None or claim.status in {"planned", "threatened"}:
        return claim
    return replace(claim, date=replace(when, end=published, basis=f"{when.basis}; not after publication"))


def _spoken(quote: Quote, actors: ReportActors, tellers: Sequence[Teller]) -> Quote:
    if quote.speaker_evidence is None or quote.speaker is None:
        return quote
    meant = meant_by(quote.speaker, quote.speaker_evidence.start, quote.sentence, tellers)
    if meant is not None:
        return replace(quote, speaker=meant.name, capacity=meant.capacity, speaker_id=meant.id)
    return replace(quote, speaker_id=actors.identify(quote.speaker_evidence.start, quote.speaker_evidence.end).id)
