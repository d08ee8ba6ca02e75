"""`casus diff`: two cases side by side."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from casus.cli.options import Low

if TYPE_CHECKING:
    from casus.cli.terminal import Line
    from casus.compare import Difference

_REPORTS = {"added": "only in B", "removed": "only in A", "text": "another text"}
_EVENTS = {"added": "only in B", "removed": "only in A", "changed": "differs", "split": "told apart in B", "joined": "one with others in B"}


def diff(
    case_a: Annotated[Path, typer.Argument(metavar="CASE_A", help="A case file.", show_default=False)],
    case_b: Annotated[Path, typer.Argument(metavar="CASE_B", help="The case file to hold beside it.", show_default=False)],
    to: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text for people; or jsonl.")] = "text",
    low: Low = False,
) -> None:
    """Print what changed from one case to another, field by field, and why.

    Events are found again by the passages that tell of them, not by their ids.
    """
    if to not in {"text", "jsonl"}:
        raise typer.BadParameter(f"{to}: choose text or jsonl", param_hint="--format")
    from casus.case import Case
    from casus.cli.terminal import show
    from casus.export.jsonl import json_line, utf8

    found = Case(case_a).diff(Case(case_b), low=low)
    if to == "text":
        show(diff_lines(found))
        return
    for difference in found:
        sys.stdout.buffer.write(utf8(json_line(difference.record()) + "\n"))
    sys.stdout.buffer.flush()


def diff_lines(found: Sequence[Difference]) -> Iterator[Line]:
    """Reports, then events, each with what differs and after `<-` why."""
    from casus.cli.terminal import line

    if not found:
        yield line("No difference.")
        return
    reports, events = ([d for d in found if d.kind == kind] for kind in ("report", "event"))
    if reports:
        yield line((f"Reports ({len(reports)})", "bold"))
        for each in reports:
            yield line(f"{_REPORTS[each.change]}: {_called(each)}", indent=2)
    if events:
        yield line((f"Events ({len(events)})", "bold"))
        for each in events:
            yield from _event_lines(each)


def _called(difference: Difference) -> str:
    shown: Any = difference.shown
    return str(shown.title or shown.source)


def _event_lines(difference: Difference) -> Iterator[Line]:
    from casus.cli.terminal import line

    event: Any = difference.shown
    when = event.date.start.isoformat() if event.date is not None and event.date.start is not None else "undated"
    act = next((c for c in event.claims if not c.heading), event.claims[0]).act.words
    yield line(f"{when}  ", (event.type, "bold"), f"  “{' '.join(act.split())}”  ", (f"[{_EVENTS[difference.change]}]", "cyan"), indent=2)
    for each in difference.fields:
        yield line(f"{each.field}: {_value(each.a)} -> {_value(each.b)}", (f"  <- {_why(each.why)}", "dim"), indent=4)
    if difference.why:
        with_ = f" (with {', '.join(difference.others)})" if difference.others else ""
        yield line((f"<- {_why(difference.why)}{with_}", "dim"), indent=4)


def _why(whys: Any) -> str:
    return "; ".join(f"{why.cause}: {why.detail}" for why in whys)


def _value(value: Any) -> str:
    """A value in few words: a range of figures, a span of days, names."""
    if value is None or value == []:
        return "nothing"
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, dict) and "best" in value:
        return f"{_bound(value['low'])}/{_bound(value['best'])}/{_bound(value['high'])}"
    if isinstance(value, dict) and "precision" in value:
        days = value["start"] if value["start"] == value["end"] else f"{value['start'] or '...'} to {value['end'] or '...'}"
        return f"{days} ({value['precision']})"
    if isinstance(value, dict):
        return str(value["name"])
    return value if isinstance(value, str) else json.dumps(value)


def _bound(value: int | None) -> str:
    return "open" if value is None else str(value)
