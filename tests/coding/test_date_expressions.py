"""Three hundred time expressions of all kinds, each in a sentence of its own, with the days they come to.

`dates_development.tsv` may be studied; of `dates_held_out.tsv` only the totals by kind are looked at while rules are changed. A
line holds a kind, the day of publication, the sentence with the expression in braces, its first and last day (- for open or
unknown) and its precision; a line without braces holds no date at all. Right is what has span, days and precision.

How to measure: run this file with `-s`.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from casus.coding.dates.finding import find_dates
from casus.ingest import report_from_text
from casus.pipeline import Tools

LEAST = 0.95

_AROUND = re.compile(r"^(?:from|between|the|on|in|at|by|for|since|until|before|after|as of|during|over|overnight from|of|(?:early hours|night) of)\s+|[’']s?$", re.IGNORECASE)


def lines(name: str) -> list[list[str]]:
    return [row.split("\t") for row in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()]


def found_in(text: str, published: date | None, tools: Tools) -> list[tuple[str, int, str, str, str]]:
    """Words, where they end, first and last day, precision of every date in the text."""
    report = report_from_text(text, published=published)
    sentences = tools.reader.read(report.text, [(b.start, b.end, False) for b in report.blocks])
    dated = [(d, d.evidence) for s in sentences for d in find_dates(report, s)]
    return [(_bare(e.words), e.end, str(d.start or "-"), str(d.end or "-"), d.precision) for d, e in dated if e is not None]


def _bare(words: str) -> str:
    """The words without what may or may not be counted in."""
    before = ""
    while words != before:
        before, words = words, _AROUND.sub("", words)
    return words


def wrong(row: list[str], tools: Tools) -> str:
    """What is wrong with the dates of a line, "" if nothing is."""
    _, published, marked, start, end, precision = row
    text = marked.replace("{", "").replace("}", "")
    found = found_in(text, None if published == "-" else date.fromisoformat(published), tools)
    if "{" not in marked:
        return f"found {found}" if found else ""
    opened, closed = marked.index("{"), marked.index("}") - 1
    asked = (_bare(text[opened:closed]), start, end, precision)
    right = any((words, a, b, p) == asked and opened < stop <= closed for words, stop, a, b, p in found)
    return "" if right else f"{asked} is {found}"


def share(name: str, tools: Tools, *, show: bool) -> float:
    """The share of lines that are right; prints it by kind, and the wrong lines where they may be looked at."""
    right: Counter[str] = Counter()
    rows = lines(name)
    for row in rows:
        fault = wrong(row, tools)
        right[row[0]] += not fault
        if fault and show:
            print(f"\n    {row[0]}: {row[2]} ({row[1]}): {fault}", end="")
    total = Counter(row[0] for row in rows)
    print(f"\n{name}: {right.total() / len(rows):.3f} of {len(rows)};", {k: f"{right[k]}/{n}" for k, n in total.items()})
    return right.total() / len(rows)


def test_three_hundred_expressions_in_two_parts() -> None:
    development, held_out = lines("dates_development.tsv"), lines("dates_held_out.tsv")
    assert len(development) + len(held_out) >= 300
    assert not {r[2] for r in development} & {r[2] for r in held_out}
    assert {r[0] for r in development} == {r[0] for r in held_out}


@pytest.mark.parametrize("name", ["dates_development.tsv", "dates_held_out.tsv"])
def test_spans_days_and_precision(name: str, tools: Tools) -> None:
    assert share(name, tools, show=name == "dates_development.tsv") >= LEAST
