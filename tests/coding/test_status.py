"""Who says so, and how firmly: status, voices and capacities over invented passages, with floors.

The passages stand in `status/cases.txt` (developed on) and `status/held_out.txt` (only totals are looked at). How to
measure: `python tests/coding/test_status.py` prints the totals of both, and every fault of the first.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from casus.model.claim import Claim, Source
from casus.model.event import Event
from casus.model.picture import Picture

FOLDER = Path(__file__).with_name("status")
PARTS = ("cases", "held_out")
_IDLE = frozenset("the a an of s in for at on by and".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice as a passage has it: its words, whether it denies, whom it was heard through, its capacity ("*": not judged)."""

    words: str
    denies: bool
    chain: tuple[str, ...]
    capacity: str


@dataclass(frozen=True, slots=True)
class Case:
    """A passage with the status of its main act and its voices (None: not judged)."""

    status: str
    kind: str
    voices: tuple[Voice, ...] | None
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was made of a case. `speakers` is None where voices are not judged; `capacities` are judged for voices found."""

    case: Case
    status: bool
    fact: bool
    speakers: bool | None
    capacities: tuple[bool, ...]
    got: str


def cases(part: str) -> Iterator[Case]:
    """The passages of one part."""
    for line in (FOLDER / f"{part}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            status, kind, voices, capacities, text = line.split(" | ", 4)
            yield Case(status, kind, _voices(voices, capacities), text.replace("¶", "\n\n"))


def _voices(voices: str, capacities: str) -> tuple[Voice, ...] | None:
    if voices in {"*", "-"}:
        return None if voices == "*" else ()
    found = [v.strip() for v in voices.split(";")]
    kinds = [c.strip() for c in capacities.split(";")]
    names = [tuple(p.strip() for p in v.lstrip("!").split("<")) for v in found]
    return tuple(Voice(n[0], v.startswith("!"), n[1:], c) for v, n, c in zip(found, names, kinds, strict=True))


def judge(case: Case, picture: Picture) -> Verdict:
    """Hold a case against what was read: an event of the act's type is the act, for a TOLL any claim with a figure.

    An act that is only printed with `--all` is judged too, where nothing firmer is there: this measures status, not finding.
    """
    of_type = [e for e in picture.events if e.type == ("ASSAULT" if case.kind == "TOLL" else case.kind)]
    events = [e for e in of_type if e.certain] or (of_type if case.status != "none" else [])
    claims = [c for e in events for c in e.claims if not c.heading and (case.kind != "TOLL" or _figure(c))]
    statuses = {c.status for c in claims} if case.kind == "TOLL" else {e.status for e in events}
    right = statuses == {case.status} or (case.status == "none" and not statuses)
    fact = case.status != "asserted" and any(s == "asserted" for s in (*statuses, *(c.status for c in claims)))
    heard = _heard(claims, events, case)
    speakers, capacities = (None, ()) if case.voices is None or case.status == "none" else _matched(case.voices, heard)
    told = "; ".join(" < ".join((f"{s.name}[{s.capacity} {s.stance}]", *s.chain)) for s in heard)
    return Verdict(case, right, fact, speakers, capacities, f"{'/'.join(sorted(statuses)) or 'nothing'} | {told}")


def _figure(claim: Claim) -> bool:
    return any((claim.killed, claim.injured, claim.killed_or_injured))


def _heard(claims: Sequence[Claim], events: Sequence[Event], case: Case) -> tuple[Source, ...]:
    if case.kind != "TOLL":
        return tuple(s for e in events for s in e.sources if s.stance != "no-comment")
    return tuple({s.name: s for c in claims for s in c.sources}.values())


def _matched(voices: Sequence[Voice], heard: Sequence[Source]) -> tuple[bool, tuple[bool, ...]]:
    pairs = [(v, next((s for s in heard if _same(v.words, s.name) and (s.stance == "denies") == v.denies), None)) for v in voices]
    found = [(v, s) for v, s in pairs if s is not None]
    chains = all(len(v.chain) == len(s.chain) and all(map(_same, v.chain, s.chain)) for v, s in found)
    capacities = tuple(v.capacity == s.capacity for v, s in found if v.capacity != "*")
    return len(found) == len(voices) == len(heard) and chains, capacities


def _same(a: str, b: str) -> bool:
    one, two = _content(a), _content(b)
    return bool(one and two) and (one <= two or two <= one)


def _content(words: str) -> set[str]:
    bare = unicodedata.normalize("NFKD", words.lower().replace("’", "'")).encode("ascii", "ignore").decode()
    return set(re.findall(r"[a-z0-9]+", bare)) - _IDLE


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over one part: passages, status right, claims shown as fact, voices right of judged, capacities right of judged."""

    passages: int
    status: int
    facts: int
    speakers: tuple[int, int]
    capacities: tuple[int, int]

    def __str__(self) -> str:
        (s, n), (c, m) = self.speakers, self.capacities
        return (
            f"status {self.status}/{self.passages} = {self.status / self.passages:.3f}, claims shown as fact {self.facts}, "
            f"voices {s}/{n} = {s / n:.3f}, capacities {c}/{m} = {c / m:.3f}"
        )


def total(verdicts: Sequence[Verdict]) -> Totals:
    """The totals of one part."""
    spoken = [v.speakers for v in verdicts if v.speakers is not None]
    capacities = [c for v in verdicts for c in v.capacities]
    return Totals(
        len(verdicts), sum(v.status for v in verdicts), sum(v.fact for v in verdicts),
        (sum(spoken), len(spoken)), (sum(capacities), len(capacities)),
    )  # fmt: skip


def measure(part: str, code: Callable[[str], Picture]) -> list[Verdict]:
    """Every verdict of one part."""
    return [judge(case, code(case.text)) for case in cases(part)]


@pytest.fixture(scope="module")
def totals(code_text: Callable[..., Picture]) -> Callable[[str], Totals]:
    """Totals of a part, read once."""
    found = {part: total(measure(part, code_text)) for part in PARTS}
    return found.__getitem__


FLOORS = {"cases": (0.98, 0.97, 0.97), "held_out": (0.94, 0.93, 0.89)}
"""Least shares of passages with the right status, with the right voices, and of voices with the right capacity."""


@pytest.mark.parametrize("part", PARTS)
def test_floors(totals: Callable[[str], Totals], part: str) -> None:
    found, (status, speakers, capacities) = totals(part), FLOORS[part]
    assert found.status >= status * found.passages, str(found)
    assert found.speakers[0] >= speakers * found.speakers[1], str(found)
    assert found.capacities[0] >= capacities * found.capacities[1], str(found)


@pytest.mark.parametrize("part", PARTS)
def test_no_claim_is_shown_as_fact(totals: Callable[[str], Totals], part: str) -> None:
    assert totals(part).facts == 0


@pytest.mark.parametrize("part", PARTS)
def test_both_parts_hold_every_status(part: str) -> None:
    statuses = {c.status for c in cases(part)}
    assert statuses == {"asserted", "attributed", "hedged", "denied", "threatened", "planned", "none"}


def _print() -> None:
    from datetime import date

    from casus.ingest import report_from_text
    from casus.pipeline import Tools, draw, read_report

    tools = Tools.load()

    def code(text: str) -> Picture:
        return draw([read_report(report_from_text(text, published=date(2024, 12, 26)), tools)], tools)

    for part in PARTS:
        verdicts = measure(part, code)
        for v in verdicts if part == "cases" else ():
            marks = ["FACT"] * v.fact + ["status"] * (not v.status) + ["voices"] * (v.speakers is False) + ["capacity"] * (not all(v.capacities))
            if marks:
                said = "; ".join(f"{'!' * x.denies}{' < '.join((x.words, *x.chain))}[{x.capacity}]" for x in v.case.voices or ())
                print(f"{'+'.join(marks)}: {v.case.text!r}\n    want {v.case.kind} {v.case.status} | {said}\n    got  {v.got}")
        print(f"{part}: {total(verdicts)}")


if __name__ == "__main__":
    sys.path.insert(0, ".")
    _print()
