"""MUC-4's templates and role fillers as Casus answers them.

Role fillers are the groups of noun phrases that the heads judge likely enough (muc_entities.py), whatever Casus itself would print:
its claims need a frame and certainty, the task asks for the likeliest reading of a whole report. Each filler is given by its surest
mention (a person or group: by its longest name). Incidents: the fillers of a report by the kind of act told in their sentence or
beside it (kidnapping, bombing, arson, robbery, else attack), one template for each kind; perpetrators told beside none belong to all.
Date, place and harm come from Casus's claims in the template's sentences, then from any act of violence in the report (for the date, of its
news where it tells any).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from benchmarks.muc_entities import ANSWERS, Entity, Mention, entities_of
from benchmarks.muc_key import Fill, Template, bare
from casus.codebook.actors import ActorTable
from casus.model.claim import Claim
from casus.model.picture import Reading
from casus.model.text import Report
from casus.pipeline import Tools, read_report, sentences_of

SLOT_OF = {
    "individual": "perpetrator individual", "organisation": "perpetrator organisation", "target": "physical target", "victim": "victim",
    "instrument": "instrument",
}  # fmt: skip
SURE = {"individual": -1.25, "organisation": -1.5, "target": -1.25, "victim": -0.5, "instrument": -0.75}
"""The odds from which a filler is given; chosen on the fifth of the training part that the heads did not see."""
WORTH = -0.25
"""The odds that the surest filler of an incident, groups apart, must have."""
BESIDE = {"individual": 0.5, "organisation": 0.25, "target": 0.0, "victim": 0.5, "instrument": 0.5}
"""How much less is asked of a filler beside a surer one."""
_NEAR = (0, -1, 1)
_KINDS = (
    ("kidnapping", re.compile(r"\b(?:kidnap|abduct|hostage|captor)")),
    ("bombing", re.compile(r"\b(?:bomb|explo|dynamit|blew up|blow up|blown up|detonat|blast|car bomb|grenade|mine)")),
    ("arson", re.compile(r"\b(?:burn|set fire|set on fire|arson|torch)")),
    ("robbery", re.compile(r"\b(?:robb|stole|steal|loot)")),
)
_ALSO = 0.8
"""A mention this likely, measured against the surest, brings its entity into its own incident too."""
_KILLING = frozenset("kill murder assassinate assassination massacre die murderer slay execute execution death".split())
_PERPETRATORS = frozenset({"individual", "organisation"})


def answer(report: Report | None, tools: Tools) -> tuple[list[Template], dict[str, list[Fill]]]:
    """The incidents and the role fillers of a report."""
    if report is None:
        return [], {slot: [] for slot in SLOT_OF.values()}
    return assemble(entities_of(report, sentences_of(report, tools), tools), read_report(report, tools), tools.book.actors)


def assemble(found: Sequence[Entity], reading: Reading, table: ActorTable) -> tuple[list[Template], dict[str, list[Fill]]]:
    """The incidents and the role fillers, from the groups judged and Casus's claims."""
    kept = _kept(found)
    return _templates(kept, reading, _country(reading.report.text, table)), _roles(kept)


def _kept(found: Sequence[Entity]) -> list[Entity]:
    """The groups likely enough; less is asked of one told in the same sentence as a surer filler of another role."""
    sure = [e for e in found if e.odds >= SURE[e.role]]
    beside = {(e.best.sentence, e.role) for e in sure}
    near = [
        e for e in found
        if SURE[e.role] - BESIDE[e.role] <= e.odds < SURE[e.role] and any(s == e.best.sentence and role != e.role for s, role in beside)
    ]  # fmt: skip
    return [e for e in found if e in sure or e in near]


def _roles(kept: Sequence[Entity]) -> dict[str, list[Fill]]:
    """Role fillers of the whole report; victims are those named."""
    out: dict[str, list[Fill]] = {slot: [] for slot in SLOT_OF.values()}
    for entity in kept:
        if entity.role != "victim" or any(m.kind == "person" for m in entity.mentions):
            out[SLOT_OF[entity.role]].append(frozenset({_given(entity)}))
    return out


def _given(entity: Entity) -> str:
    """The words a filler is given by."""
    names = [m.name for m in entity.mentions if m.name and m.kind == ("organisation" if entity.role == "organisation" else "person")]
    if entity.role in {"victim", "individual", "organisation"} and names:
        return max(names, key=len)
    return entity.best.words


def _templates(kept: Sequence[Entity], reading: Reading, country: str) -> list[Template]:
    kinds = [_kinds(e, reading) for e in kept]
    types = Counter(k[0] for k, e in zip(kinds, kept, strict=True) if e.role not in _PERPETRATORS) or Counter(k[0] for k in kinds)
    out = []
    for kind in types:
        own = [e for k, e in zip(kinds, kept, strict=True) if kind in k or (e.role in _PERPETRATORS and not set(k) & set(types))]
        if max((e.odds for e in own if e.role != "organisation"), default=0.0) >= WORTH:
            out.append(_template(kind, own, reading, country))
    return out


def _kinds(entity: Entity, reading: Reading) -> list[str]:
    """The sorts of incident beside which an entity is told, its surest mention's first."""
    k = ANSWERS.index(entity.role)
    pairs = sorted(zip(entity.chances, entity.mentions, strict=True), key=lambda pair: (-pair[0][k], pair[1].at))
    return list(dict.fromkeys(_kind(m, reading) for chances, m in pairs if chances[k] >= _ALSO * pairs[0][0][k]))


def _kind(mention: Mention, reading: Reading) -> str:
    """What sort of incident is told in the mention's sentence, or where that tells none, in those beside it."""
    near = [mention.sentence + d for d in _NEAR]
    return next((kind for i in near if 0 <= i < len(reading.sentences) for kind in _told(reading, i)), "attack")


def _told(reading: Reading, i: int) -> list[str]:
    start, end = reading.sentences[i]
    words = reading.report.text[start:end].lower()
    return [kind for kind, told in _KINDS if told.search(words)]


def _template(kind: str, own: Sequence[Entity], reading: Reading, country: str) -> Template:
    made = Template(kind)
    for entity in own:
        made.strings.setdefault(SLOT_OF[entity.role], []).append(frozenset({bare(_given(entity))}))
    sentences = {e.best.sentence for e in own}
    claims = sorted(reading.claims, key=lambda c: (c.sentence not in sentences, c.type != "ASSAULT", c.sentence))
    violent = [c for c in claims if c.type == "ASSAULT" or c.sentence in sentences]
    made.first, made.last = _date([c for c in violent if c.layer == "news"] or violent, reading)
    _set_place(made, violent, country)
    victims = [(frozenset({bare(_given(e))}), e) for e in own if e.role == "victim"]
    made.of_victims["victim number"] = [(fill, _number(e)) for fill, e in victims]
    made.of_victims["effect"] = [(fill, _effect(e, kind)) for fill, e in victims]
    return made


def _date(claims: Sequence[Claim], reading: Reading) -> tuple[date | None, date | None]:
    dated = next((c.date for c in claims if c.date is not None and c.date.precision != "bounded"), None)
    dated = dated or next((c.date for c in claims if c.date is not None), None)
    return (dated.start, dated.end) if dated is not None else (None, reading.report.published)


def _set_place(made: Template, claims: Sequence[Claim], country: str) -> None:
    """The first place known to the gazetteer, in the country the report speaks of most before others; else that country."""
    known = [c.place for c in claims if c.place is not None and c.place.id is not None]
    placed = next((p for p in known if p.within and p.within[-1].lower() == country), known[0] if known else None)
    made.countries = made.places = frozenset({country})
    if placed is not None:
        made.places = frozenset(re.split(r"\s*,\s*", placed.evidence.words.lower())) | {placed.name.lower()}
        made.countries = frozenset({placed.within[-1].lower() if placed.within else placed.name.lower()})


def _country(text: str, table: ActorTable) -> str:
    """The country that a report names most, by its name, people or capital."""
    words = re.findall(r"[^\W\d_]{4,}", text)  # in capitals, "CAR" and "US" are no states
    pairs = [*words, *(f"{a} {b}" for a, b in pairwise(words))]
    codes = Counter(code for w in pairs if (code := table.demonym(w) or table.capital(w) or _state(w, table)))
    return table.countries.by_code[codes.most_common(1)[0][0]].name.lower() if codes else ""


def _state(words: str, table: ActorTable) -> str | None:
    return next((a.country for a in table.find(words) if a.kind == "state"), None)


def _number(entity: Entity) -> str:
    told = [m.number for m in entity.mentions if m.number not in {"1", "PLURAL"}]
    return told[0] if told else entity.best.number


def _effect(entity: Entity, kind: str) -> str:
    harms = Counter(m.act.kind for m in entity.mentions if m.act is not None)
    told = [k for k, _ in harms.most_common() if k in {"killed", "injured"}]
    lemmas = {m.act.lemma for m in entity.mentions if m.act is not None}
    if "killed" in told or lemmas & _KILLING:
        return "DEATH"
    if "injured" in told or lemmas & {"wound", "injure"}:
        return "INJURY"
    return "" if kind == "kidnapping" else "DEATH"
