"""MUC-4 (TST1 and TST2): incidents of terrorism in all-capital reports, slot by slot. Development scores.

    python -m benchmarks.muc [--shared ../shared] [--misses SLOT]

An incident here is a certain event in the news: bodily violence, abduction or destruction (not arrests), not done by a state's
forces, and not against soldiers or armed people only; as the task asks. Its fills: perpetrators (unnamed doers: individual; named
groups: organisation), human targets (recipients that are people), physical targets (recipients that are things), instruments (weapons
named beside the act), the number and effect of its victims, its day and its place.

Templates are aligned one to one, types alike where they can be (attack, bombing, kidnapping, arson, robbery), for the most fills
in common; fills of unaligned templates are missing or spurious, optional ones of the key are not missed. This is the official
alignment without its partial credits: a string is right where it equals one of the key's strings, or its head word does (articles
and numbers apart); a date where it meets the key's span; a place where it names the key's most exact or its next place; a number
or effect where its target is right and it agrees. Per slot: F1 of fills over all templates. The anchors are the F1 of the same
slots of GE, the best system of 1992, on TST3. `template F1` is the F1 over incident type and the five string slots (GTT's task).
Role filling is CEAF-REE (Du et al. 2021) per document over five roles: an entity is right where its strings are all strings of the key's.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from benchmarks.board import Score, pick
from casus.codebook.kinds import is_people, is_thing
from casus.ingest.report import report_from_text
from casus.model.actor import Party
from casus.model.errors import CasusError
from casus.model.event import Event
from casus.model.text import Report
from casus.pipeline import Tools, draw, read_report

NAME = "muc"
NEEDS = (
    "data/acts/muc4_full_templates_tst1.jsonl.gz", "data/acts/muc4_full_templates_tst2.jsonl.gz", "data/acts/muc4_dev.json.gz",
)  # fmt: skip
STRINGS = ("perpetrator individual", "perpetrator organisation", "physical target", "victim", "instrument")
ANCHORS = {
    "perpetrator individual": 0.493, "perpetrator organisation": 0.481, "physical target": 0.444, "victim": 0.578, "instrument": 0.639,
    "victim number": 0.606, "effect": 0.566, "date": 0.589, "place": 0.610,
}  # fmt: skip
_KEYS = {
    "perpetrator individual": ("PERP: INDIVIDUAL ID",), "perpetrator organisation": ("PERP: ORGANIZATION ID",),
    "physical target": ("PHYS TGT: ID",), "victim": ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"), "instrument": ("INCIDENT: INSTRUMENT ID",),
}  # fmt: skip
_ROLES = dict(
    zip(STRINGS, ("perp_individual_id", "perp_organization_id", "phys_tgt_id", "hum_tgt_name", "incident_instrument_id"), strict=True)
)
_PEOPLE = frozenset("civilians person government party media ngo institute police military state unnamed-armed intelligence".split())
_FORCES = frozenset({"state", "military", "police", "government", "intelligence", "igo"})
_LEAD = re.compile(r"^(?:(?:the|a|an|some|several|two|three|four|five|six|seven|eight|nine|ten|\d+|at least|about|his|their|its|other)\s+)+", re.I)
_WEAPON = re.compile(
    r"\b(?:(?:car|bus|truck|time|powerful|homemade|high-powered|dynamite|mortar|hand|machine|submachine)[ -]+)*"
    r"(?:bombs?|dynamite|grenades?|rockets?|explosives?|explosive devices?|mines?|machine ?guns?|rifles?|guns?|pistols?|mortars?|missiles?|"
    r"molotov cocktails|explosive charges?|bullets|revolvers?|firearms?|stones|machetes)\b", re.I,
)  # fmt: skip


@dataclass
class Template:
    """An incident's fills; a fill of the key is the set of strings that are right for it."""

    type: str
    strings: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    places: frozenset[str] = frozenset()
    numbers: list[tuple[frozenset[str], str]] = field(default_factory=list)
    effects: list[tuple[frozenset[str], str]] = field(default_factory=list)
    optional: bool = False


def _plain(words: str) -> str:
    return " ".join(_LEAD.sub("", " ".join(words.lower().replace('"', "").split())).split())


def _alternatives(fill: str) -> frozenset[str]:
    return frozenset(filter(None, (_plain(part) for part in fill.lstrip("?").replace('\\"', "").split(" / "))))


def key_of(row: Mapping[str, Any]) -> list[Template]:
    """The templates of a document's key."""
    out = []
    for raw in row["templates"]:
        if not raw["INCIDENT: TYPE"]:
            continue
        made = Template(raw["INCIDENT: TYPE"][0].split(" / ")[0].lower(), optional=raw["_optional"])
        for slot, names in _KEYS.items():
            fills = [a for name in names for fill in raw[name] if fill != "-" and (a := _alternatives(fill.split('": "')[0]))]
            made.strings[slot] = fills if slot != "victim" else _once(fills)
        made.first, made.last = _span(raw["INCIDENT: DATE"])
        made.places = frozenset(re.sub(r"\s*\(.*?\)", "", p).strip().lower() for p in ":".join(raw["INCIDENT: LOCATION"]).split(":")[-2:])
        for name, into in (("HUM TGT: NUMBER", made.numbers), ("HUM TGT: EFFECT OF INCIDENT", made.effects)):
            into += [(_alternatives(of), value) for fill in raw[name] for value, _, of in [fill.lstrip("?").partition(": ")] if of not in ("", '"-"')]
        out.append(made)
    return out


def _once(fills: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    out: list[frozenset[str]] = []
    for fill in fills:
        if not any(fill & other for other in out):
            out.append(fill)
    return out


def _span(fills: Sequence[str]) -> tuple[date | None, date | None]:
    days = [datetime.strptime(d, "%d %b %y").date() for d in re.findall(r"\d\d [A-Z]{3} \d\d", " ".join(fills))]
    before = bool(fills) and fills[0].startswith("-")
    return (None if before or not days else days[0], days[-1] if days else None)


def report_of(row: Mapping[str, Any]) -> Report | None:
    """The document as ingest takes it, its dateline as the day of publication; None where it is refused."""
    stated = re.search(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b", row["text"][:200])
    try:
        day = datetime.strptime(" ".join(stated.groups()), "%d %b %y").date() if stated else None
        return report_from_text(row["text"], published=day)
    except (CasusError, ValueError):
        return None


def answer(row: Mapping[str, Any], tools: Tools) -> list[Template]:
    """The incidents Casus reads."""
    report = report_of(row)
    if report is None:
        return []
    return [_template(e, report) for e in draw([read_report(report, tools)], tools).events if _is_incident(e)]


def _is_incident(event: Event) -> bool:
    if not event.certain or event.type != "ASSAULT" or event.layer != "news" or event.aggregate:
        return False
    if event.actors and all(p.kind in _FORCES for p in event.actors):
        return False
    if event.recipients and all(p.kind in {"military", "unnamed-armed", "armed-group", "militia"} for p in event.recipients):
        return False
    return bool(event.actors or event.recipients or event.killed or event.injured)


def _template(event: Event, report: Report) -> Template:
    made = Template(_type(event))
    people = [p for p in event.recipients if not _is_physical(p) and p.kind in _PEOPLE]
    made.strings = {
        "perpetrator individual": [_words(p) for p in event.actors if not _is_group(p) or _members(p)],
        "perpetrator organisation": _once([_group(p) for p in event.actors if _is_group(p)]),
        "physical target": [_words(p) for p in event.recipients if _is_physical(p)],
        "victim": _once([_words(p) for p in people]),
        "instrument": _once([frozenset({_plain(m[0])}) for c in event.claims for m in _WEAPON.finditer(c.act.words)]),
    }
    if event.date is not None:
        made.first, made.last = event.date.start, event.date.end
    if event.place is not None:
        made.places = frozenset(re.split(r"\s*,\s*", event.place.evidence.words.lower())) | {event.place.name.lower()}
    for party in people:
        made.numbers.append((_words(party), _number(party, event)))
        made.effects.append((_words(party), _effect(event)))
    del report
    return made


def _is_group(party: Party) -> bool:
    return party.kind in {"armed-group", "party"}


def _members(party: Party) -> bool:
    """ "FMLN terrorists", "members of the ELN": people of a group, not the group itself."""
    words = re.split(r"\s+(?:of|from)\s+", _plain(party.evidence.words))[0].split()
    return bool(words) and is_people(words[-1].removesuffix("s")) and words[-1] not in {"group", "front", "army", "movement"}


def _group(party: Party) -> frozenset[str]:
    """The name of a group within the words for its people."""
    words = _plain(party.evidence.words)
    if not _members(party):
        return frozenset({words})
    of = re.split(r"\s+(?:of|from)\s+(?:the\s+)?", words)
    return frozenset({of[-1] if len(of) > 1 else " ".join(words.split()[-2:-1]) or words})


def _words(party: Party) -> frozenset[str]:
    return frozenset({_plain(party.evidence.words)}) - {""} or frozenset({party.name.lower()})


def _is_physical(party: Party) -> bool:
    """Things, and the buildings of bodies; an unknown word is one unless it names people."""
    head = (re.split(r"\s(?:of|in|at|with|near|from)\s|,", _plain(party.evidence.words))[0].split() or [""])[-1].removesuffix("s")
    if is_thing(head) or head in {"office", "residence", "building", "home", "station", "facilitie"}:
        return True
    return party.kind in {"unknown", "company", "collective"} and not is_people(head)


def _type(event: Event) -> str:
    modes, words = set(event.modes), " ".join(c.act.words.lower() for c in event.claims)
    if "abduct" in modes:
        return "kidnapping"
    if "explosives" in modes or re.search(r"\b(?:bomb|explo|dynamit)", words):
        return "bombing"
    return "arson" if re.search(r"\b(?:burn|set fire|arson)", words) else "attack"


def _number(party: Party, event: Event) -> str:
    for count in (event.killed, event.injured, event.captured):
        if count is not None and count.evidence.start < party.evidence.end and party.evidence.start < count.evidence.end:
            return str(count.best)
    return "1" if not party.evidence.words.lower().endswith("s") else "PLURAL"


def _effect(event: Event) -> str:
    rules = " ".join(c.act.rule for c in event.claims)
    if event.killed is not None or "kill" in rules or "death" in rules:
        return "DEATH"
    return "INJURY" if event.injured is not None else ""


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a & b) or bool({x.split()[-1] for x in a if x} & {x.split()[-1] for x in b if x})


def hits(ours: Template, key: Template) -> Counter[str]:
    """Fills in common, per slot."""
    out: Counter[str] = Counter()
    for slot in STRINGS:
        left = list(key.strings.get(slot, ()))
        for fill in ours.strings.get(slot, ()):
            match = next((k for k in left if _same(fill, k)), None)
            if match is not None:
                left.remove(match)
                out[slot] += 1
    for slot, mine, theirs in (("victim number", ours.numbers, key.numbers), ("effect", ours.effects, key.effects)):
        out[slot] += sum(any(_same(a, b) and v.strip("~-") == w.strip("~-") for b, w in theirs) for a, v in mine if v)
    met = ours.last is not None and key.last is not None and (ours.first or date.min) <= key.last and (key.first or date.min) <= ours.last
    out["date"] += met
    out["place"] += bool(ours.places & key.places)
    out["type"] += ours.type == key.type
    return out


def fills(template: Template) -> Counter[str]:
    """How many fills each slot has."""
    out = Counter({slot: len(template.strings.get(slot, ())) for slot in STRINGS})
    out["victim number"], out["effect"] = sum(bool(v) for _, v in template.numbers), sum(bool(v) for _, v in template.effects)
    out["date"], out["place"], out["type"] = int(template.last is not None), int(bool(template.places - {""})), 1
    return out


def align(ours: Sequence[Template], key: Sequence[Template]) -> list[tuple[Template | None, Template | None]]:
    """Pairs of templates, the best first; what is left stands alone."""
    ranked = sorted(
        ((sum(h.values()) + (h["type"] > 0), -i, -j) for i, a in enumerate(ours) for j, b in enumerate(key) for h in [hits(a, b)]), reverse=True
    )
    used: set[int] = set()
    taken: dict[int, int] = {}
    for value, i, j in ranked:
        if value > 1 and -i not in taken and -j not in used:
            taken[-i] = -j
            used.add(-j)
    pairs: list[tuple[Template | None, Template | None]] = [(a, key[taken[i]] if i in taken else None) for i, a in enumerate(ours)]
    return pairs + [(None, b) for j, b in enumerate(key) if j not in used and not b.optional]


def ceaf(ours: Sequence[frozenset[str]], key: Sequence[Sequence[str]]) -> int:
    """Entities in common: ours, each with strings that are all strings of one entity of the key."""
    left = [frozenset(_plain(m) for m in entity) for entity in key]
    right = 0
    for entity in ours:
        match = next((k for k in left if entity and entity <= k), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def documents(shared: Path, limit: int | None) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """The documents with their templates, and their roles."""
    with gzip.open(shared / NEEDS[2], "rt", encoding="utf-8") as stream:
        roles = json.load(stream)
    found = []
    for need in NEEDS[:2]:
        with gzip.open(shared / need, "rt", encoding="utf-8") as lines:
            found += [(row, roles[row["docid"]]["roles"]) for row in map(json.loads, lines)]
    return pick(found, limit)


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """F1 per slot, over templates, and of role filling."""
    right, given, asked = Counter[str](), Counter[str](), Counter[str]()
    ceaf_right = ceaf_given = ceaf_asked = 0
    rows = documents(shared, limit)
    for row, roles in rows:
        ours = answer(row, tools)
        for a, b in align(ours, key_of(row)):
            given.update(fills(a) if a else {})
            asked.update(fills(b) if b else {})
            right.update(hits(a, b) if a and b else {})
        for slot, role in _ROLES.items():
            mine = _once([f for t in ours for f in t.strings[slot]])
            ceaf_right, ceaf_given = ceaf_right + ceaf(mine, roles[role]), ceaf_given + len(mine)
            ceaf_asked += len(roles[role])
    for slot, anchor in ANCHORS.items():
        note = f"precision {right[slot] / max(given[slot], 1):.3f}, recall {right[slot] / max(asked[slot], 1):.3f}"
        yield Score("MUC-4", slot, _f1(right[slot], given[slot], asked[slot]), asked[slot], anchor, "GE 1992, TST3", anchor, note)
    whole = [sum(c[s] for s in (*STRINGS, "type")) for c in (right, given, asked)]
    yield Score("MUC-4", "template F1", _f1(*whole), whole[2], 0.502, "GTT", 0.50, "type and string slots")
    yield Score("MUC-4", "role filling, CEAF-REE", _f1(ceaf_right, ceaf_given, ceaf_asked), ceaf_asked, 0.54, "GRIT, GTT", 0.54, "five roles")


def _f1(right: int, given: int, asked: int) -> float:
    return 2 * right / max(given + asked, 1)


def main() -> None:
    """Print ours beside the key, document by document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--every", type=int, default=10)
    options = parser.parse_args()
    tools = Tools.load()
    for row, _ in documents(options.shared, None)[:: options.every]:
        print("====", row["docid"], "\n", row["text"][:1500])
        for a, b in align(answer(row, tools), key_of(row)):
            print("  OURS", a, "\n  KEY ", b)


if __name__ == "__main__":
    main()
