"""A picture made by hand from invented sentences: what the pipeline would hand to the page."""

from __future__ import annotations

from datetime import date

from brief_paper import Paper, event, paper

from casus.model.actor import Party
from casus.model.caution import Caution
from casus.model.event import Contest, Event, Merge, Version
from casus.model.picture import Picture, Reading, Stamp
from casus.model.place import Place
from casus.model.quote import Quote, Statistic
from casus.model.relation import Relation
from casus.model.when import DateRange

STRIKE = [
    ("title", ["Air strike kills dozens at northern market"]),
    ("paragraph", [
        "An air strike hit the livestock market at Tin Essako on Wednesday, killing 46 people, mostly women and children, "
        "according to officials of the Northern Front.",
        "The Defence Ministry said its aircraft had struck a fuel depot and that 12 fighters were killed.",
        "It denied that any civilian had been hit.",
    ]),
    ("paragraph", [
        "“They came for our children,” said Aminata Walet, a trader who survived the strike.",
        "A spokesman for the Northern Front vowed that every barracks in the region would burn.",
    ]),
    ("paragraph", [
        "Gunmen reportedly attacked a checkpoint near Ansongo on Thursday night, wounding at least 5 soldiers.",
        "The army has not commented on what it called a “security incident”.",
    ]),
    ("paragraph", [
        "A report by the Sahel Monitor counted a 38% rise in deaths from air strikes in 2024 compared with 2023.",
        "Around 1,500,000 people have fled the Menaka region since January,and many sleep in the open.",
    ]),
    ("heading", ["An old alliance"]),
    ("paragraph", [
        "The government armed the Northern Front from 2012 to 2015 and called it a partner.",
        "In 1996 it recognised the Front’s council in Kidal as the lawful authority of the region.",
        "Since the coup of 2021 the two have been at war, and the Front has been hosted by the Dawn Brigades.",
    ]),
]  # fmt: skip

TOLL = [
    ("title", ["Front raises toll of market strike to 57"]),
    ("paragraph", [
        "The Northern Front raised its toll of the strike on Tin Essako to 57 dead on Friday.",
        "The Defence Ministry repeated that its jets had killed 12 fighters and nobody else.",
        "The ministry plans to send a battalion to Menaka next week.",
    ]),
    ("paragraph", [
        "The Foreign Ministry accused the Northern Front of using traders as shields.",
        "Doctors at Gao hospital said they had received 31 wounded from the market.",
        "Shelling somewhere along Wadi Tamer killed a herder on 2 March, the report of a local committee says.",
        "In all, 310 people were killed in the north of Mali last year.",
    ]),
]  # fmt: skip

COPY = [(kind, list(lines)) for kind, lines in STRIKE[:4]]


ARMY = {"name": "Armed Forces", "key": "mil", "kind": "military"}
FRONT = {"name": "Northern Front", "key": "front", "kind": "armed-group"}
STATE = {"name": "Government", "key": "gov", "kind": "government"}


def picture() -> Picture:
    """Three reports, one a near-copy: rival tolls, a denial, a threat, a plan, history, quotes, a statistic, ties."""
    one = paper(STRIKE, publisher="Meridian Wire", published=date(2025, 3, 14), url="https://example.org/strike")
    two = paper(TOLL, publisher="Port Daily", published=date(2025, 3, 15))
    three = paper(COPY, publisher="Southern Bulletin", published=date(2025, 3, 15), title="Market hit from the air")
    cautions = _cautions(one, two, three)
    events = (*_strike(one, two, three, cautions), *_others(one, two), *_past(one, two))
    readings = tuple(Reading(p.report, p.sentences, ()) for p in (one, two, three))
    return Picture(
        readings=readings, events=events, quotes=_quotes(one), statistics=_statistics(one), relations=_relations(one, two),
        cautions=cautions, near_copies=((one.report.id, three.report.id),),
        stamp=Stamp("0.1.0", "sha256:" + "c0" * 32, "sha256:" + "d1" * 32),
    )  # fmt: skip


def small() -> Picture:
    """One report in which nothing was found."""
    only = paper([("paragraph", ["The choir sang well."])], publisher=None, published=None)
    return Picture((Reading(only.report, only.sentences, ()),), (), (), (), (), (), (), Stamp("0.1.0", "c", "m"))


def _strike(one: Paper, two: Paper, three: Paper, cautions: tuple[Caution, ...]) -> tuple[Event, ...]:
    day = DateRange(date(2025, 3, 12), date(2025, 3, 12), "day", "weekday before publication", one.words("on Wednesday"))
    where = Place("Tin Essako", one.words("Tin Essako"), id="geonames:1", within=("Kidal Region", "Mali"), lat=18.45,
                  lon=2.49, precision_ucdp=1, precision_acled=1)  # fmt: skip
    front = one.source("officials of the Northern Front", "officials of the Northern Front", capacity="party", verb="according to")
    ministry = one.source("The Defence Ministry", "Defence Ministry", capacity="party", stance="admits")
    denial = one.source("It denied", "Defence Ministry", capacity="party", verb="denied", stance="denies")
    later = two.source("The Northern Front", "officials of the Northern Front", capacity="party", verb="raised its toll")
    again = two.source("The Defence Ministry", "Defence Ministry", capacity="party", verb="repeated", stance="admits")
    medics = two.source("Doctors at Gao hospital", "doctors at Gao hospital", capacity="medic")
    copied = three.source("officials of the Northern Front", "officials of the Northern Front", capacity="party", verb="according to")
    claims = [
        one.claim("hit", "ASSAULT", "attributed", modes=("aerial",), sources=(front,), date=day, place=where,
                  actors=(one.party("aircraft", **ARMY),), recipients=(one.party("women and children", "civilians", kind="civilians"),),
                  killed=one.count("46 people", 46, 46, 46, who="mostly women and children", rule="single source: a party")),
        one.claim("struck a fuel depot", "ASSAULT", "attributed", modes=("aerial",), sources=(ministry,),
                  actors=(one.party("The Defence Ministry", **ARMY),), recipients=(one.party("12 fighters", **FRONT),),
                  killed=one.count("12 fighters", 12, 12, 12, who="fighters")),
        one.claim("had been hit", "ASSAULT", "denied", modes=("aerial",), sources=(denial,)),
        one.claim("Air strike kills", "ASSAULT", "asserted", modes=("aerial",), heading=True),
        two.claim("the strike on Tin Essako", "ASSAULT", "attributed", modes=("aerial",), sources=(later,),
                  killed=two.count("57 dead", 57, 57, 57)),
        two.claim("had killed 12 fighters", "ASSAULT", "attributed", modes=("aerial",), sources=(again,),
                  actors=(two.party("its jets", **ARMY),), killed=two.count("12 fighters", 12, 12, 12, who="fighters")),
        two.claim("31 wounded from the market", "ASSAULT", "attributed", modes=("aerial",), sources=(medics,),
                  injured=two.count("31 wounded", 31, 31, 31)),
        three.claim("hit", "ASSAULT", "attributed", modes=("aerial",), sources=(copied,),
                    killed=three.count("46 people", 46, 46, 46, who="mostly women and children")),
    ]  # fmt: skip
    versions = (Version(46, 0, one.report.id), Version(12, 1, one.report.id), Version(57, 0, two.report.id))
    killed = one.count(
        "46 people", 12, 57, 57, who="fighters, or mostly women and children", rule="low: not one side's claim of the other's losses"
    )
    strike = event(
        claims,
        killed=killed,
        injured=claims[6].injured,
        status="denied",
        contested=(Contest("killed", versions),),
        recipients=(*claims[0].recipients, *claims[1].recipients),
        cautions=(cautions[1].id, cautions[3].id),
        merge=Merge(0.92, ("same place", "same day", "same means")),
    )
    return (strike,)


def _others(one: Paper, two: Paper) -> tuple[Event, ...]:
    voice = one.source(
        "A spokesman for the Northern Front", "a spokesman for the Northern Front", capacity="party", verb="vowed", stance="threatens"
    )
    bounded = DateRange(None, date(2025, 3, 14), "bounded", "publication")
    threat = one.claim(
        "vowed that every barracks in the region would burn",
        "THREATEN",
        "threatened",
        sources=(voice,),
        date=bounded,
        actors=(one.party("A spokesman for the Northern Front", **FRONT),),
        recipients=(one.party("every barracks", **ARMY),),
    )
    near = Place(
        "Ansongo",
        one.words("near Ansongo"),
        id="geonames:2",
        within=("Gao Region", "Mali"),
        lat=15.66,
        lon=0.5,
        precision_ucdp=2,
        precision_acled=2,
    )
    night = DateRange(date(2025, 3, 13), date(2025, 3, 13), "day", "weekday before publication", one.words("on Thursday night"))
    checkpoint = one.claim(
        "attacked a checkpoint",
        "ASSAULT",
        "hedged",
        modes=("firearms",),
        date=night,
        place=near,
        actors=(one.party("Gunmen", "gunmen", kind="unnamed-armed", suspected=True),),
        recipients=(one.party("soldiers", **ARMY),),
        injured=one.count("at least 5 soldiers", 5, 5, None, who="soldiers"),
    )
    region = Place(
        "Menaka Region", two.words("Menaka"), id="geonames:3", within=("Mali",), lat=15.9, lon=2.4, precision_ucdp=4, precision_acled=3
    )
    week = DateRange(date(2025, 3, 17), date(2025, 3, 23), "week", "week after publication", two.words("next week"))
    plan = two.claim(
        "plans to send a battalion", "MOBILIZE", "planned", modes=(), date=week, place=region, actors=(two.party("The ministry", **ARMY),)
    )
    accuser = two.source("The Foreign Ministry", "Foreign Ministry", capacity="official", verb="accused", stance="accuses")
    accuse = two.claim(
        "accused the Northern Front",
        "ACCUSE",
        "attributed",
        sources=(accuser,),
        date=DateRange(None, date(2025, 3, 15), "bounded", "publication"),
        actors=(two.party("The Foreign Ministry", **STATE),),
        recipients=(two.party("Northern Front", **FRONT),),
    )
    vague = Place("Wadi Tamer", two.words("Wadi Tamer"))
    committee = two.source("a local committee", "a local committee", capacity="ngo", verb="says")
    shelling = two.claim(
        "Shelling",
        "ASSAULT",
        "attributed",
        modes=("heavy-weapons",),
        sources=(committee,),
        place=vague,
        date=DateRange(date(2025, 3, 2), date(2025, 3, 2), "day", "as written", two.words("on 2 March")),
        recipients=(two.party("a herder", "a herder", kind="civilians"),),
        killed=two.count("a herder", 1, 1, 1),
    )
    return tuple(event([c]) for c in (threat, checkpoint, plan, accuse, shelling))


def _past(one: Paper, two: Paper) -> tuple[Event, ...]:
    years = DateRange(date(2012, 1, 1), date(2015, 12, 31), "period", "as written", one.words("from 2012 to 2015"))
    armed = one.claim(
        "armed the Northern Front",
        "AID",
        "asserted",
        date=years,
        layer="history",
        actors=(one.party("The government", **STATE),),
        recipients=(one.party("the Northern Front", **FRONT),),
    )
    year = DateRange(date(1996, 1, 1), date(1996, 12, 31), "year", "as written", one.words("In 1996"))
    council = one.claim(
        "recognised the Front’s council",
        "SUPPORT",
        "asserted",
        date=year,
        layer="history",
        actors=(one.party("The government", **STATE),),
        recipients=(one.party("the Front’s council", **FRONT),),
    )
    since = DateRange(date(2021, 1, 1), None, "period", "as written", one.words("Since the coup of 2021"))
    war = one.claim(
        "at war",
        "ASSAULT",
        "asserted",
        date=since,
        layer="background",
        actors=(one.party("the two", **STATE), one.party("the two", **FRONT)),
    )
    country = Place("Mali", two.words("the north of Mali"), id="geonames:4", lat=17.0, lon=-4.0, precision_ucdp=6, precision_acled=3)
    total = two.claim(
        "310 people were killed",
        "ASSAULT",
        "asserted",
        layer="background",
        aggregate=True,
        place=country,
        date=DateRange(date(2024, 1, 1), date(2024, 12, 31), "year", "year before publication", two.words("last year")),
        killed=two.count("310 people", 310, 310, 310),
    )
    weak = one.claim(
        "called it a partner", "AGREE", "asserted", layer="history", certain=False, actors=(one.party("The government", **STATE),)
    )
    return tuple(event([c]) for c in (armed, council, war, total, weak))


def _quotes(one: Paper) -> tuple[Quote, ...]:
    words, term = one.words("“They came for our children,”", "quote"), one.words("“security incident”", "quote")
    trader = one.words("Aminata Walet", "speaker")
    return (
        Quote(one.report.id, one.sentence(words), words, "Aminata Walet, a trader", trader, "said", "witness"),
        Quote(one.report.id, one.sentence(term), term, None, None, None, "unknown"),
    )


def _statistics(one: Paper) -> tuple[Statistic, ...]:
    rise, fled = one.words("a 38% rise in deaths from air strikes", "statistic"), one.words("1,500,000 people have fled", "statistic")
    return (
        Statistic(one.report.id, one.sentence(rise), 38.0, "%", "rise in deaths from air strikes", rise, period="2024",
                  comparison="compared with 2023", source="Sahel Monitor"),
        Statistic(one.report.id, one.sentence(fled), 1_500_000.0, "people", "people who fled the Menaka region", fled,
                  period="since January", qualifier="around"),
    )  # fmt: skip


def _relations(one: Paper, two: Paper) -> tuple[Relation, ...]:
    def tie(p: Paper, words: str, pair: tuple[Party, Party], sign: str, kind: str, layer: str, period: DateRange | None = None,
            status: str = "asserted") -> Relation:  # fmt: skip
        found = p.words(words, "relation")
        return Relation(p.report.id, p.sentence(found), *pair, sign, kind, status, layer, found, period)  # type: ignore[arg-type]

    state, front = one.party("The government", **STATE), one.party("the Northern Front", **FRONT)
    dawn = one.party("the Dawn Brigades", "Dawn Brigades", key="dawn", kind="armed-group")
    years = DateRange(date(2012, 1, 1), date(2015, 12, 31), "period", "as written", one.words("from 2012 to 2015"))
    since = DateRange(date(2021, 1, 1), None, "period", "as written", one.words("Since the coup of 2021"))
    year = DateRange(date(1996, 1, 1), date(1996, 12, 31), "year", "as written", one.words("In 1996"))
    foreign = (two.party("The Foreign Ministry", **STATE), two.party("the Northern Front", **FRONT))
    return (
        tie(one, "armed the Northern Front", (state, front), "+", "patron", "history", years),
        tie(one, "recognised the Front’s council", (state, front), "recognition", "recognition", "history", year),
        tie(one, "at war", (state, front), "-", "armed conflict", "background", since),
        tie(one, "hosted by the Dawn Brigades", (dawn, front), "+", "host", "background"),
        tie(two, "accused the Northern Front", foreign, "-", "hostile", "news", None, "attributed"),
    )


def _cautions(one: Paper, two: Paper, three: Paper) -> tuple[Caution, ...]:
    key = one.report.id
    return (
        Caution("suspect-magnitude", key, "A figure of 1,500,000 displaced is more than ten times the region’s other figures.",
                "Candidate reading: 150,000. Look for the figure at its origin before using it.", one.words("1,500,000 people")),
        Caution("contradiction", two.report.id, "Both sides agree on the strike and differ on who died: 57 people, or 12 fighters.",
                "Print both versions with their sources.", two.words("57 dead")),
        Caution("glued-words", key, "A space is missing after a comma.",
                "Candidate reading: “since January, and many”.", one.words("January,and")),
        Caution("headline-stronger-than-body", key,
                "The headline states the deaths as fact; the text gives them as the Northern Front’s claim.",
                "Use the wording of the text.", one.words("Air strike kills dozens")),
        Caution("single-party-source", key, "The toll of 46 rests on the Northern Front alone.",
                "Look for a second source.", one.words("46 people")),
        Caution("near-copy", three.report.id, "The text is the same as in Meridian Wire, 14 March.", "Count both as one source."),
    )  # fmt: skip
