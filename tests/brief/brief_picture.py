"""A picture made by hand from invented sentences: what the pipeline would hand to the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casus.model.actor import Party
from casus.model.caution import Caution
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.event import Contest, Event, Merge, Version
from casus.model.picture import Picture, Reading, Stamp
from casus.model.place import Place
from casus.model.quote import Quote, Statistic
from casus.model.relation import Relation
from casus.model.text import Block, Evidence, Repair, Report, identify
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


@dataclass(frozen=True, slots=True)
class Paper:
    """A report under construction, with a finger on its words."""

    report: Report
    sentences: tuple[tuple[int, int], ...]

    def words(self, words: str, field: str = "act", nth: int = 0) -> Evidence:
        at = -1
        for _ in range(nth + 1):
            at = self.report.text.index(words, at + 1)
        return self.report.evidence(field, at, at + len(words))

    def sentence(self, evidence: Evidence) -> int:
        return max(i for i, (start, _) in enumerate(self.sentences) if start <= evidence.start)

    def party(self, words: str, name: str, *, id: str | None = None, kind: str = "unknown", suspected: bool = False) -> Party:
        reason = "named in the codebook" if id else "as written"
        return Party(name, self.words(words), kind=kind, id=id, reason=reason, suspected=suspected)  # type: ignore[arg-type]

    def source(self, words: str, name: str, *, capacity: str, verb: str = "said", stance: str = "asserts") -> Source:
        return Source(name, capacity, verb, stance, self.words(words))  # type: ignore[arg-type]

    def count(self, words: str, low: int | None, best: int | None, high: int | None, **more: str) -> Count:
        return Count(low, best, high, self.words(words), **more)

    def claim(self, act: str, type: str, status: str, **more: object) -> Claim:
        words = self.words(act)
        modes = more.pop("modes", ())
        return Claim(self.report.id, self.sentence(words), type, modes, words, status, **more)  # type: ignore[arg-type]


def paper(
    parts: list[tuple[str, list[str]]], *, publisher: str | None, published: date | None, url: str | None = None,
    title: str | None = None, repairs: tuple[Repair, ...] = (),
) -> Paper:
    """Lay out blocks of sentences as a report."""
    text, blocks, sentences = "", [], []
    for kind, lines in parts:
        start = len(text)
        for line in lines:
            sentences.append((len(text), len(text) + len(line)))
            text += line + " "
        text = text[:-1]
        blocks.append(Block(start, len(text), kind))  # type: ignore[arg-type]
        text += "\n\n"
    text = text.rstrip("\n")
    title = parts[0][1][0] if title is None and parts[0][0] == "title" else title
    key = identify(text, title=title, publisher=publisher, url=url, published=published)
    report = Report(
        id=key, text=text, blocks=tuple(blocks), source=f"{publisher or 'pasted'}.txt", title=title, author="Ana Okoro",
        publisher=publisher, url=url, published=published, published_basis="byline" if published else None,
        raw_sha256="ab" * 32, repairs=repairs,
    )
    return Paper(report, tuple(sentences))


def event(claims: list[Claim], **more: object) -> Event:
    """Fold claims into an event, the first claim giving what is not said otherwise."""
    first = claims[0]
    base: dict[str, object] = {
        "id": f"ev-{first.id}", "type": first.type, "modes": first.modes, "actors": first.actors,
        "recipients": first.recipients, "date": first.date, "place": first.place, "status": first.status,
        "layer": first.layer, "aggregate": first.aggregate, "certain": first.certain,
        "sources": tuple(dict.fromkeys(s for c in claims for s in c.sources)), "claims": tuple(claims), "contested": (),
        "merge": Merge(1.0, ()),
    }  # fmt: skip
    for name in ("killed", "injured", "killed_or_injured", "captured", "size"):
        base[name] = getattr(first, name)
    return Event(**{**base, **more})  # type: ignore[arg-type]


ARMY = {"name": "Armed Forces", "id": "mil", "kind": "military"}
FRONT = {"name": "Northern Front", "id": "front", "kind": "armed-group"}
STATE = {"name": "Government", "id": "gov", "kind": "government"}


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
        cautions=cautions, near_copies=((one.report.id, three.report.id),), stamp=Stamp("0.1.0", "sha256:" + "c0" * 32, "sha256:" + "d1" * 32),
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
    killed = one.count("46 people", 12, 57, 57, who="fighters, or mostly women and children", rule="low: not one side's claim of the other's losses")
    strike = event(
        claims, killed=killed, injured=claims[6].injured, status="denied", contested=(Contest("killed", versions),),
        recipients=(*claims[0].recipients, *claims[1].recipients), cautions=(cautions[1].id, cautions[3].id),
        merge=Merge(0.92, ("same place", "same day", "same means")),
    )
    return (strike,)


def _others(one: Paper, two: Paper) -> tuple[Event, ...]:
    voice = one.source("A spokesman for the Northern Front", "a spokesman for the Northern Front", capacity="party", verb="vowed", stance="threatens")
    bounded = DateRange(None, date(2025, 3, 14), "bounded", "publication")
    threat = one.claim("vowed that every barracks in the region would burn", "THREATEN", "threatened", sources=(voice,), date=bounded,
                       actors=(one.party("A spokesman for the Northern Front", **FRONT),), recipients=(one.party("every barracks", **ARMY),))
    near = Place("Ansongo", one.words("near Ansongo"), id="geonames:2", within=("Gao Region", "Mali"), lat=15.66, lon=0.5, precision_ucdp=2, precision_acled=2)
    night = DateRange(date(2025, 3, 13), date(2025, 3, 13), "day", "weekday before publication", one.words("on Thursday night"))
    checkpoint = one.claim("attacked a checkpoint", "ASSAULT", "hedged", modes=("firearms",), date=night, place=near,
                           actors=(one.party("Gunmen", "gunmen", kind="unnamed-armed", suspected=True),),
                           recipients=(one.party("soldiers", **ARMY),), injured=one.count("at least 5 soldiers", 5, 5, None, who="soldiers"))
    region = Place("Menaka Region", two.words("Menaka"), id="geonames:3", within=("Mali",), lat=15.9, lon=2.4, precision_ucdp=4, precision_acled=3)
    week = DateRange(date(2025, 3, 17), date(2025, 3, 23), "week", "week after publication", two.words("next week"))
    plan = two.claim("plans to send a battalion", "MOBILIZE", "planned", modes=(), date=week, place=region,
                     actors=(two.party("The ministry", **ARMY),))
    accuser = two.source("The Foreign Ministry", "Foreign Ministry", capacity="official", verb="accused", stance="accuses")
    accuse = two.claim("accused the Northern Front", "ACCUSE", "attributed", sources=(accuser,), date=DateRange(None, date(2025, 3, 15), "bounded", "publication"),
                       actors=(two.party("The Foreign Ministry", **STATE),), recipients=(two.party("Northern Front", **FRONT),))
    vague = Place("Wadi Tamer", two.words("Wadi Tamer"))
    committee = two.source("a local committee", "a local committee", capacity="ngo", verb="says")
    shelling = two.claim("Shelling", "ASSAULT", "attributed", modes=("heavy-weapons",), sources=(committee,), place=vague,
                         date=DateRange(date(2025, 3, 2), date(2025, 3, 2), "day", "as written", two.words("on 2 March")),
                         recipients=(two.party("a herder", "a herder", kind="civilians"),), killed=two.count("a herder", 1, 1, 1))
    return tuple(event([c]) for c in (threat, checkpoint, plan, accuse, shelling))


def _past(one: Paper, two: Paper) -> tuple[Event, ...]:
    years = DateRange(date(2012, 1, 1), date(2015, 12, 31), "period", "as written", one.words("from 2012 to 2015"))
    armed = one.claim("armed the Northern Front", "AID", "asserted", date=years, layer="history",
                      actors=(one.party("The government", **STATE),), recipients=(one.party("the Northern Front", **FRONT),))
    year = DateRange(date(1996, 1, 1), date(1996, 12, 31), "year", "as written", one.words("In 1996"))
    council = one.claim("recognised the Front’s council", "SUPPORT", "asserted", date=year, layer="history",
                        actors=(one.party("The government", **STATE),), recipients=(one.party("the Front’s council", **FRONT),))
    since = DateRange(date(2021, 1, 1), None, "period", "as written", one.words("Since the coup of 2021"))
    war = one.claim("at war", "ASSAULT", "asserted", date=since, layer="background", actors=(
        one.party("the two", **STATE), one.party("the two", **FRONT)))
    country = Place("Mali", two.words("the north of Mali"), id="geonames:4", lat=17.0, lon=-4.0, precision_ucdp=6, precision_acled=3)
    total = two.claim("310 people were killed", "ASSAULT", "asserted", layer="background", aggregate=True, place=country,
                      date=DateRange(date(2024, 1, 1), date(2024, 12, 31), "year", "year before publication", two.words("last year")),
                      killed=two.count("310 people", 310, 310, 310))
    weak = one.claim("called it a partner", "AGREE", "asserted", layer="history", certain=False, actors=(one.party("The government", **STATE),))
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
    dawn = one.party("the Dawn Brigades", "Dawn Brigades", id="dawn", kind="armed-group")
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
        Caution("glued-words", key, "A space is missing after a comma.", "Candidate reading: “since January, and many”.", one.words("January,and")),
        Caution("headline-stronger-than-body", key, "The headline states the deaths as fact; the text gives them as the Northern Front’s claim.",
                "Use the wording of the text.", one.words("Air strike kills dozens")),
        Caution("single-party-source", key, "The toll of 46 rests on the Northern Front alone.", "Look for a second source.", one.words("46 people")),
        Caution("near-copy", three.report.id, "The text is the same as in Meridian Wire, 14 March.", "Count both as one source."),
    )  # fmt: skip


def many(reports: int, sentences: int = 20) -> Picture:
    """A large picture: every sentence of every report carries one event of its own with all its fields."""
    papers = [paper(_long(n, sentences), publisher=f"Paper {n}", published=date(2025, 3, 1 + n % 28)) for n in range(reports)]
    events = tuple(_one_of_many(p, n) for p in papers for n in range(sentences))
    cautions = tuple(
        Caution("single-party-source", p.report.id, f"The toll of {n + 3} rests on one side.", "Look for a second source.", p.words(f"killing {n + 3} people"))
        for p in papers for n in range(0, sentences, 4)
    )  # fmt: skip
    readings = tuple(Reading(p.report, p.sentences, ()) for p in papers)
    return Picture(readings, events, (), (), (), cautions, (), Stamp("0.1.0", "sha256:" + "c0" * 32, "sha256:" + "d1" * 32))


def _long(number: int, sentences: int) -> list[tuple[str, list[str]]]:
    body = [
        f"Forces of district {n} shelled the quarter of Hill {number}-{n} on 3 March, killing {n + 3} people, an elder of street {n} said, "
        "and families who had come there from the river in the winter left again the same night with what they could carry on carts."
        for n in range(sentences)
    ]  # fmt: skip
    return [("title", [f"Report {number} from the hills"]), *(("paragraph", body[i : i + 4]) for i in range(0, sentences, 4))]


def _one_of_many(p: Paper, n: int) -> Event:
    number = p.report.title.split()[1] if p.report.title else "0"
    hill = f"Hill {number}-{n}"
    start = p.report.text.index(f"Forces of district {n} shelled")
    after = p.report.text[start:]

    def words(text: str, field: str = "act") -> Evidence:
        at = start + after.index(text)
        return p.report.evidence(field, at, at + len(text))

    day = DateRange(date(2025, 3, 3), date(2025, 3, 3), "day", "as written", words("on 3 March"))
    place = Place(hill, words(hill), id=f"geonames:{number}-{n}", within=("Valley", "Mali"), lat=14.0 + n / 10, lon=-1.0 + int(number) / 9,
                  precision_ucdp=1 + n % 6, precision_acled=1)  # fmt: skip
    elder = Source(f"an elder of street {n}", "witness", "said", "asserts", words(f"an elder of street {n}"))
    act = words("shelled")
    claim = Claim(
        p.report.id, p.sentence(act), "ASSAULT", ("heavy-weapons",), act, "attributed", date=day, place=place, sources=(elder,),
        actors=(Party(f"Forces of district {n}", words(f"Forces of district {n}"), kind="military", id=f"forces-{n}"),),
        recipients=(Party("people", words("people"), kind="civilians"),),
        killed=Count(n + 3, n + 3, n + 3, words(f"{n + 3} people"), rule="one figure"),
    )  # fmt: skip
    return event([claim])


EVIL = (
    "<script>document.title='owned'</script></script><img src=x onerror=\"document.title='owned'\"> "
    "{{ 7 * 7 }} {% raw %} ]]> --> &lt;b&gt; \u202egnp.exe\u202c \u0000\u200b\ufeff\ud800 " + "x" * 3000 + " 𝒜𝒷 rebels attacked <b>Kut</b>."
)


def hostile() -> Picture:
    """A report that attacks the page in every field it controls."""
    p = paper([("title", [EVIL]), ("paragraph", [EVIL.replace("Kut", "Hit"), "‮Right to left‬ they say."])], publisher=EVIL,
              published=date(2025, 1, 1), url="javascript:alert(1)", title=EVIL)  # fmt: skip
    act = p.words("attacked <b>Hit</b>")
    party = Party("</title><script>document.title='owned'</script>", p.words("rebels", nth=1))
    place = Place('"><svg onload=alert(1)>', p.words("<b>Hit</b>"))
    source = Source("</style><script>document.title='owned'</script>", "witness", "'\"><script>", "denies", p.words("they say"))
    claim = Claim(p.report.id, 1, "ASSAULT", ("<script>",), act, "denied", actors=(party,), place=place, sources=(source,),
                  killed=Count(1, 1, 1, p.words("7 * 7"), who="<script>", qualifier="</script>"))  # fmt: skip
    caution = Caution("homoglyphs", p.report.id, "</script><script>document.title='owned'</script>", "<script>", p.words("\u202egnp.exe"))
    return Picture((Reading(p.report, p.sentences, ()),), (event([claim]),), (), (), (), (caution,), (), Stamp("<script>", "c", "m"))
