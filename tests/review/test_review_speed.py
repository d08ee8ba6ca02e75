"""Any view of a case of 2,000 reports is made in under 200 ms of processor time (claims made by hand: nothing is read)."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import fakes
import pytest

import casus
from casus import pipeline
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.picture import Reading
from casus.model.text import Block, Report, identify
from casus.model.when import DateRange

REPORTS = 2_000
LIMIT = 0.2
TOWNS = [a + b + c for a in ("Tol", "Mir", "Kar", "Bes", "Dov", "Hal", "Nur", "Zan") for b in ("va", "dra", "go", "lli") for c in ("n", "m", "sh", "k", "r")]
FILLER = "The road to the town was closed for most of the week, and traders said that flour had become dear. " * 4


@pytest.fixture(scope="module")
def big() -> casus.Case:
    """Three acts in each report, in one of 160 towns, on one of 700 days."""
    case, dice = casus.Case(tools=fakes.Tools()), random.Random(7)  # type: ignore[arg-type]
    with case._open(write=True) as held:
        for number in range(REPORTS):
            held.append(_reading(number, dice), fakes.samples.STAMP)
    return case


def _reading(number: int, dice: random.Random) -> Reading:
    day = date(2023, 1, 1) + timedelta(days=dice.randrange(700))
    acts = [(dice.choice(TOWNS), dice.randrange(1, 90)) for _ in range(3)]
    told = [f"Jets struck {town} and killed {killed} people on {day}, the ministry of number {number} said. {FILLER}" for town, killed in acts]
    text, out, title = "\n\n".join(told), day + timedelta(days=1), f"Strikes, {number}"
    starts = [text.index(part) for part in told]
    blocks = tuple(Block(at, at + len(part), "paragraph") for at, part in zip(starts, told, strict=True))
    name = identify(text, title=title, publisher=None, url=None, published=out)
    report = Report(name, text, blocks, f"{number}.txt", title=title, published=out)
    return Reading(report, tuple((b.start, b.end) for b in blocks), tuple(_claim(report, *act, day) for act in acts))


def _claim(report: Report, town: str, killed: int, day: date) -> Claim:
    at = report.text.index(f"Jets struck {town} and killed {killed} ")
    figure = report.text.index(str(killed), at)
    said = report.text.index("the ministry", at)
    written = report.text.index(str(day), at)
    spot = report.evidence("place", at + 12, at + 12 + len(town))
    return Claim(
        report.id, 0, "ASSAULT", ("aerial",), report.evidence("act", at, at + 12 + len(town)), "attributed",
        date=DateRange(day, day, "day", "as written", report.evidence("date", written, written + 10)),
        place=casus_place(town, spot), killed=Count(killed, killed, killed, report.evidence("killed", figure, figure + len(str(killed)))),
        sources=(Source("ministry", "official", "said", "asserts", report.evidence("source", said, said + 12)),), lemma="strike",
    )  # fmt: skip


def casus_place(town: str, spot: object) -> object:
    from casus.model.place import Place

    return Place(town, spot, f"own:{town.lower()}", ("Noria",), 34.0, 70.0, 1, 1)  # type: ignore[arg-type]


@pytest.mark.timeout(600)
def test_every_view_is_made_in_time(big: casus.Case, bench_of: Callable[..., tuple], record_property: Callable[[str, object], None]) -> None:
    began = time.process_time()
    desk, client = bench_of(big)
    opened = time.process_time() - began
    assert len(desk.readings) == REPORTS and len(desk.events) > REPORTS
    ids = list(desk.events)
    several = [e.id for e in desk.events.values() if len(e.reports) > 1]
    reports = list(desk.readings)
    report = reports[0][7:]
    views: dict[str, Callable[[int], object]] = {
        "queue": lambda k: client.get("/"),
        "queue, one reason": lambda k: client.get("/?why=many-harmed&start=500"),
        "event": lambda k: client.get(f"/event/{ids[k]}"),
        "event, a field open": lambda k: client.get(f"/event/{ids[k]}?edit=killed"),
        "report": lambda k: client.get(f"/report/{report}"),
        "reports": lambda k: client.get("/reports"),
        "reports with some words": lambda k: client.get("/reports?like=strikes+77"),
        "queue with some words": lambda k: client.get("/?like=ministry+tolvan"),
        "the same as another": lambda k: client.get(f"/event/{ids[k]}?like=ministry"),
        "decisions": lambda k: client.get("/decisions"),
        "coders": lambda k: client.get("/agreement"),
        "accept, and the next": lambda k: client.post(f"/event/{ids[k]}/accept"),
        "reject, and the next": lambda k: client.post(f"/event/{ids[100 + k]}/reject"),
        "undo": lambda k: client.post("/undo"),
        "note": lambda k: client.post(f"/event/{ids[200 + k]}/note", data={"note": "look"}),
        "report read in full": lambda k: client.post(f"/report/{reports[k][7:]}/finish"),
        "join": lambda k: client.post(f"/event/{ids[1000 + 10 * k]}/join", data={"other": ids[3000 + 10 * k]}),
        "undo of a join": lambda k: client.post("/undo"),
        "split": lambda k: client.post(f"/event/{several[k]}/split"),
    }
    took = {name: _seconds(view) for name, view in views.items()}
    print(f"opened in {opened:.1f} s; " + "; ".join(f"{name} {1000 * s:.0f} ms" for name, s in took.items()))
    assert {name: s for name, s in took.items() if s > LIMIT} == {}
    assert Counter(j.verdict for j in big.judgements()).items() >= {"join": 5, "split": 5, "withdraw": 10}.items()
    anew = pipeline.finish(pipeline.fold(pipeline.ground(big.readings()), desk.decided()), (), big.tools.stamp)
    assert desk.picture == anew


def _seconds(view: Callable[[int], object]) -> float:
    """The middle of five."""
    found = []
    for k in range(5):
        began = time.process_time()
        answer = view(k)
        found.append(time.process_time() - began)
        assert answer.status_code == 200  # type: ignore[attr-defined]
    return sorted(found)[2]
