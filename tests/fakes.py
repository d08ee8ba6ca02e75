"""A pipeline small enough for tests of the store, the case and the command line: it codes the word "struck"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import samples

from casus.model.caution import Caution
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.picture import Picture, Reading, Stamp
from casus.model.text import Report
from casus.read import ModelCard

CARD = ModelCard("fake", "1", "beef", ("nothing",), {"tokens": 99.5})


@dataclass(frozen=True)
class Reader:
    card: ModelCard = CARD


@dataclass(frozen=True)
class Book:
    actors: None = None


@dataclass(frozen=True)
class Tools:
    stamp: Stamp = samples.STAMP
    reader: Reader = Reader()
    book: Book = Book()

    @classmethod
    def load(cls, *, codebook: object = None, threads: int = 1) -> Tools:
        return cls()


def read_report(report: Report, tools: Tools) -> Reading:
    claims = tuple(_claim(report, m) for m in re.finditer(r"struck (\w+)(?: and killed (\d+))?", report.text))
    missing = Caution("date-missing", report.id, "no day of publication", "give it with --published")
    return Reading(report, ((0, len(report.text)),), claims, cautions=() if report.published else (missing,))


def _claim(report: Report, found: re.Match[str]) -> Claim:
    spoken = re.search(r"(\w+) said", report.text)
    source = spoken and Source(spoken[1], "unknown", "said", "asserts", report.evidence("source", spoken.start(1), spoken.end(1)))
    killed = found[2] and report.evidence("killed", *found.span(2))
    return Claim(
        report=report.id,
        sentence=0,
        type="ASSAULT",
        modes=(),
        act=report.evidence("act", found.start(), found.start() + 6),
        status="attributed" if source else "asserted",
        recipients=(samples.party(report, found[1]),),
        killed=Count(int(found[2]), int(found[2]), int(found[2]), killed) if killed else None,
        sources=(source,) if source else (),
        certain="camp" not in found[1],
        lemma="strike",
    )


def draw(readings: Iterable[Reading], tools: Tools, judgements: object = ()) -> Picture:
    held = tuple(sorted(readings, key=lambda r: r.report.id))
    return Picture(
        readings=held,
        events=tuple(samples.event([c]) for r in held for c in r.claims),
        quotes=(),
        statistics=(),
        relations=(),
        cautions=tuple(c for r in held for c in r.cautions),
        near_copies=(),
        stamp=tools.stamp,
    )
