"""A small invented case: three reports, two of them near copies, as the pipeline would hand it on."""

from __future__ import annotations

import dataclasses
from datetime import date

from casus.model.actor import Party
from casus.model.caution import Caution
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.event import Contest, Event, Merge, Version
from casus.model.picture import Picture, Reading, Stamp
from casus.model.place import Place
from casus.model.quote import Quote, Statistic
from casus.model.reason import GivenReason
from casus.model.relation import Relation
from casus.model.text import Block, Evidence, OffsetMap, Repair, Report, identify
from casus.model.when import DateRange

STAMP = Stamp(casus="0.1.0", codebook="sha256:c0de", model="sha256:beef")

FIRST = (
    "Raid on Tolvan\n"
    "Army jets bombed Tolvan on Monday, killing at least 12 people, the Red Hill Front said. "
    "The army denied it: “We hit no village.” "
    "Gunmen have reportedly abducted a teacher. Attacks rose by 12.5% in 2023."
)
SECOND = "The defence ministry said jets struck a camp near Tolvan on Monday and killed 20 fighters."


def report(text: str, source: str, published: date | None = date(2024, 3, 6), title: str | None = None) -> Report:
    end = text.find("\n")
    paragraph = Block(end + 1, len(text), "paragraph")
    blocks = (Block(0, end, "title"), paragraph) if end > 0 else (paragraph,)
    return Report(
        id=identify(text, title=title, publisher="The Valley Post", url=None, published=published),
        text=text,
        blocks=blocks,
        source=source,
        title=title,
        publisher="The Valley Post",
        published=published,
        published_basis="given" if published else None,
        raw_sha256="ab" * 32,
        offsets=OffsetMap((0, 15), (0, 16)),
        repairs=(Repair("glued-words", 0, 4, "Raid", None, "looks glued"),),
    )


def words(of: Report, field: str, text: str, rule: str = "") -> Evidence:
    start = of.text.index(text)
    return of.evidence(field, start, start + len(text), rule)


def party(of: Report, text: str, **more: object) -> Party:
    return Party(name=str(more.pop("name", text)), evidence=words(of, "actor", text), **more)  # type: ignore[arg-type]


def army_of_noria(of: Report, text: str, reason: str) -> Party:
    return party(of, text, name="Army of Noria", id="nor-army", kind="military", country="NOR", reason=reason)


def monday(of: Report) -> DateRange:
    day = date(2024, 3, 4)
    return DateRange(day, day, "day", "weekday before publication", words(of, "date", "on Monday"))


def first_reading() -> Reading:
    r = report(FIRST, "first.txt", title="Raid on Tolvan")
    named = words(r, "source", "the Red Hill Front")
    front = Source("Red Hill Front", "party", "said", "asserts", named, ("a wire",), "rhf")
    army = Source("the army", "party", "denied", "denies", words(r, "source", "The army"))
    bombed = Claim(
        report=r.id,
        sentence=1,
        type="ASSAULT",
        modes=("aerial",),
        act=words(r, "act", "bombed", "frame bomb"),
        status="attributed",
        actors=(army_of_noria(r, "Army jets", "alias"),),
        recipients=(party(r, "people", kind="civilians"),),
        date=monday(r),
        place=Place("Tolvan", words(r, "place", "Tolvan on"), "geonames:1", ("Hill Province", "Noria"), 34.1234567, 70.5, 1, 1),
        killed=Count(12, 12, None, words(r, "killed", "at least 12"), "people", "at least", "floor word"),
        sources=(front,),
        support=(words(r, "status", "said"),),
        lemma="bomb",
    )
    hit = dataclasses.replace(bombed, sentence=2, act=words(r, "act", "hit"), lemma="hit", killed=None, date=None)
    denied = dataclasses.replace(hit, status="denied", sources=(army,))
    taken = Claim(
        report=r.id,
        sentence=3,
        type="ASSAULT",
        modes=("abduct",),
        act=words(r, "act", "abducted"),
        status="hedged",
        actors=(party(r, "Gunmen", kind="unnamed-armed"),),
        recipients=(party(r, "a teacher"),),
        date=DateRange(None, date(2024, 3, 6), "bounded", "publication"),
        captured=Count(1, 1, 1, words(r, "captured", "a teacher"), rule="article"),
        certain=False,
        lemma="abduct",
    )
    said = Quote(r.id, 2, words(r, "quote", "We hit no village."), "the army", words(r, "speaker", "The army"), "denied", "party")
    rose = Statistic(r.id, 4, 12.5, "%", "attacks", words(r, "statistic", "12.5%"), period="2023", comparison="rose")
    one_party = Caution("single-party-source", r.id, "the toll rests on one party", "look for a second source", words(r, "killed", "12"))
    return Reading(
        report=r,
        sentences=((0, 14), (15, 102), (103, 144), (145, 187), (188, len(r.text))),
        claims=(bombed, denied, taken),
        quotes=(said,),
        statistics=(rose,),
        relations=(
            Relation(
                r.id, 1, bombed.actors[0], party(r, "Red Hill Front", id="rhf"), "-", "hostile", "attributed", "news",
                words(r, "relation", "bombed"), sources=(front,),
            ),
        ),
        cautions=(one_party,),
        reasons=(GivenReason(r.id, 1, words(r, "cause", "Army jets bombed Tolvan"), words(r, "effect", "12 people"), words(r, "signal", "killing"), 0.9, (front,)),),
    )  # fmt: skip


def second_reading(source: str = "second.txt", text: str = SECOND) -> Reading:
    r = report(text, source)
    ministry = Source("The defence ministry", "official", "said", "asserts", words(r, "source", "The defence ministry"))
    struck = Claim(
        report=r.id,
        sentence=0,
        type="ASSAULT",
        modes=("aerial",),
        act=words(r, "act", "struck"),
        status="attributed",
        actors=(army_of_noria(r, "jets", "arm of the speaker"),),
        recipients=(party(r, "fighters", kind="unnamed-armed"),),
        date=monday(r),
        place=Place("near Tolvan", words(r, "place", "near Tolvan"), None, ("Noria",), None, None, 2, 2),
        killed=Count(20, 20, 20, words(r, "killed", "20"), "fighters"),
        sources=(ministry,),
        lemma="strike",
    )
    missing = Caution("date-missing", r.id, "no day of publication", "give it with --published")
    return Reading(report=r, sentences=((0, len(text)),), claims=(struck,), cautions=(missing,))


def readings() -> tuple[Reading, ...]:
    return first_reading(), second_reading(), second_reading("copy.txt", SECOND + " ")


def picture(of: tuple[Reading, ...] | None = None, stamp: Stamp = STAMP) -> Picture:
    """All air-raid claims as one event, every other claim alone; enough to look like the real thing."""
    held = sorted(readings() if of is None else of, key=lambda r: r.report.id)
    claims = [c for r in held for c in r.claims]
    raids = [c for c in claims if c.modes == ("aerial",)]
    events = tuple(event(group) for group in [raids, *([c] for c in claims if c not in raids)] if group)
    copies = tuple(r.report.id for r in held if r.report.text.startswith(SECOND))
    return Picture(
        readings=tuple(held),
        events=events,
        quotes=tuple(q for r in held for q in r.quotes),
        statistics=tuple(s for r in held for s in r.statistics),
        relations=tuple(x for r in held for x in r.relations),
        cautions=tuple(c for r in held for c in r.cautions),
        near_copies=(copies,) if len(copies) > 1 else (),
        stamp=stamp,
    )


def event(claims: list[Claim]) -> Event:
    lead = claims[0]
    sources = tuple(dict.fromkeys(s for c in claims for s in c.sources))
    tolls = [(c, i) for c in claims for i, s in enumerate(sources) if c.killed and s in c.sources]
    versions = tuple(Version(c.killed.best or 0, i, c.report) for c, i in tolls if c.killed)
    killed = min((c.killed for c in claims if c.killed), key=lambda k: k.best or 0, default=None)
    return Event(
        id=f"e{lead.id}",
        type=lead.type,
        modes=lead.modes,
        actors=lead.actors,
        recipients=lead.recipients,
        date=lead.date or next((c.date for c in claims if c.date), None),
        place=lead.place,
        killed=killed and dataclasses.replace(killed, rule="single source: a party"),
        injured=None,
        killed_or_injured=None,
        captured=lead.captured,
        size=None,
        status=lead.status,
        layer=lead.layer,
        aggregate=False,
        sources=sources,
        claims=tuple(claims),
        contested=(Contest("killed", versions),) if len(versions) > 1 else (),
        merge=Merge(1.0 if len(claims) == 1 else 0.87654, ("same day", "same place") if len(claims) > 1 else ()),
        certain=any(c.certain for c in claims),
    )
