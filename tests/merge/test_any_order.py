"""Merging by claims alone: any order of input, any rotation of reports and a reprint beside them give the same events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from casus.merge import Merged, Merging, Rulings, Told, merge
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.count import Count
from casus.model.place import Place
from casus.model.text import Evidence
from casus.model.when import DateRange

DAY = date(2024, 12, 23)
REPORTS = ("r1", "r2", "r3", "r4")
ORDINAL = "first second third fourth fifth sixth seventh".split()
TOLD = {report: Told(DAY + timedelta(days=k), report) for k, report in enumerate(REPORTS)}


def words(field: str, text: str, report: str, start: int = 0) -> Evidence:
    return Evidence(field, report, start, start + len(text), text)


def made(report: str, start: int, doer: str, to: str, day: int | None, town: str, dead: int | None, layer: str) -> Claim:
    """A claim of an attack, with what is given of it."""
    on = None if day is None else DAY + timedelta(days=day)
    until = TOLD[report].published
    when = DateRange(on, on, "day", "stated", words("date", "Monday", report)) if on else DateRange(None, until, "bounded", "publication")
    return Claim(
        report, start // 10, "ASSAULT", (), words("act", f"gunmen opened fire at dawn in the {ORDINAL[start // 10]} street", report, start), "asserted", date=when, layer=layer,  # type: ignore[arg-type]
        actors=(Party(doer, words("actor", doer, report), id=doer if doer == "m23" else None),) if doer else (),
        recipients=(Party(to, words("recipient", to, report), kind="civilians"),) if to else (),
        place=Place(town, words("place", town, report), id=f"gaz:{town}", precision_ucdp=1) if town else None,
        killed=None if dead is None else Count(dead, dead, dead, words("killed", str(dead), report)), lemma="open",
    )  # fmt: skip


CLAIMS = st.builds(
    made, st.sampled_from(REPORTS), st.integers(0, 6).map(lambda n: n * 10), st.sampled_from(["", "m23", "gunmen"]),
    st.sampled_from(["", "Lena Moretti", "two farmers"]), st.sampled_from([None, -1, 0]), st.sampled_from(["", "Goma", "Beni"]),
    st.sampled_from([None, 3, 14]), st.sampled_from(["news", "news", "background"]),
)  # fmt: skip
MANY = st.lists(CLAIMS, min_size=2, max_size=9, unique_by=lambda c: c.id)
ALIKE = st.dictionaries(
    st.sampled_from([("r1", "r2"), ("r1", "r3"), ("r2", "r3"), ("r2", "r4"), ("r3", "r4")]), st.sampled_from([0.03, 0.08, 0.1, 0.2])
)
SHUFFLE = st.randoms(use_true_random=False)


def together(merged: Merged, reports: Sequence[str] = REPORTS) -> set[frozenset[str]]:
    """Which claims of the reports are one event."""
    return {g for e in merged.events if (g := frozenset(c.id for c in e.claims if c.report in reports))}


@given(MANY, ALIKE, SHUFFLE)
def test_the_order_of_claims_is_nothing(claims: list[Claim], alike: dict[tuple[str, str], float], random) -> None:  # type: ignore[no-untyped-def]
    assert merge(random.sample(claims, len(claims)), TOLD, (), alike) == merge(claims, TOLD, (), alike)


@given(MANY, ALIKE)
def test_every_claim_is_in_one_event(claims: list[Claim], alike: dict[tuple[str, str], float]) -> None:
    found = [c.id for e in merge(claims, TOLD, (), alike).events for c in e.claims]
    assert sorted(found) == sorted(c.id for c in claims)


@given(MANY, ALIKE)
def test_no_event_holds_two_days_of_one_report(claims: list[Claim], alike: dict[tuple[str, str], float]) -> None:
    for event in merge(claims, TOLD, (), alike).events:
        for report in event.reports:
            days = {c.date.start for c in event.claims if c.report == report and c.date and c.date.precision == "day"}
            assert len(days) <= 1


@given(st.lists(CLAIMS.filter(lambda c: c.report == "r1"), min_size=1, max_size=4, unique_by=lambda c: c.id))
def test_a_reprint_changes_no_event(claims: list[Claim]) -> None:
    """The same claims under another report's id, known as a near copy, join theirs one by one."""
    again = [_reprinted(c) for c in claims]
    alone, both = merge(claims, TOLD), merge([*claims, *again], TOLD, [("r1", "r2")], {("r1", "r2"): 1.0})
    assert together(both, ["r1"]) == together(alone, ["r1"])


def _reprinted(claim: Claim) -> Claim:
    moved = {
        field: tuple(replace(p, evidence=replace(p.evidence, report="r2")) for p in getattr(claim, field))
        for field in ("actors", "recipients")
    }
    of = {
        f: replace(v, evidence=replace(v.evidence, report="r2"))
        for f in ("place", "killed", "date")
        if (v := getattr(claim, f)) and v.evidence
    }
    return replace(claim, report="r2", act=replace(claim.act, report="r2"), **moved, **of)  # type: ignore[arg-type]


@given(MANY, ALIKE)
def test_what_is_undecided_names_events_that_are_there(claims: list[Claim], alike: dict[tuple[str, str], float]) -> None:
    merged = merge(claims, TOLD, (), alike)
    there = {e.id for e in merged.events}
    assert all({u.a, u.b} <= there and u.a != u.b for u in merged.undecided)
    assert all(u.score >= v.score for u, v in pairwise(merged.undecided))


@st.composite
def _ruled(draw: st.DrawFn) -> tuple[list[Claim], list[Rulings]]:
    """Claims, and what people ruled on them one time after another."""
    claims = draw(MANY)
    some = st.sampled_from([c.id for c in claims])
    pair = st.lists(some, min_size=2, max_size=2, unique=True).map(lambda p: (p[0], p[1]))
    parts = st.lists(some, min_size=2, max_size=5, unique=True).map(lambda found: (frozenset(found[::2]), frozenset(found[1::2])))
    rulings = st.builds(Rulings, st.lists(pair, max_size=3).map(tuple), st.lists(parts, max_size=2).map(tuple))
    return claims, draw(st.lists(rulings, min_size=1, max_size=4))


@given(_ruled(), ALIKE)
def test_what_is_kept_at_hand_is_what_merging_anew_gives(ruled: tuple[list[Claim], list[Rulings]], alike: dict[tuple[str, str], float]) -> None:
    """After any rulings, made, changed and taken back, events and doubts are those of a case that is merged for the first time."""
    claims, rulings = ruled
    kept = Merging(claims, TOLD, (), alike)
    for each in (*rulings, Rulings()):
        assert kept.merged(each) == merge(claims, TOLD, (), alike, each)
