"""`casus evaluate`: the machine against people's decisions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from casus.cli.terminal import Line
    from casus.judge import Evaluation

MOST = 20
"""How many single errors of a kind are listed; JSON has them all."""


def evaluate(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case file that casus read made.", show_default=False)],
    coder: Annotated[str | None, typer.Option(metavar="NAME", help="Only this coder's decisions.", show_default=False)] = None,
    to: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text for people; or json.")] = "text",
) -> None:
    """Compare what the machine reads with what people decided.

    Precision and recall of events, status, every field and every figure, with 95% intervals (Wilson). Only what was decided counts.
    """
    if to not in {"text", "json"}:
        raise typer.BadParameter(f"{to}: choose text or json", param_hint="--format")
    from casus.case import Case
    from casus.cli.terminal import show

    found = Case(case).evaluate(coder=coder)
    if to == "json":
        typer.echo(json.dumps(found.record(), ensure_ascii=True, indent=2))
    else:
        show(evaluation_lines(found))


def evaluation_lines(found: Evaluation) -> Iterator[Line]:
    """The figures, then single errors."""
    from casus.cli.terminal import line

    if not found.precision.of and not found.missed:
        yield line("Nothing is decided yet: casus review CASE opens the workbench.")
        return
    yield line(("Events", "bold"))
    yield line(f"precision  {found.precision}", indent=2)
    recall = f"{found.recall}, in reports read in full" if found.recall else "not known: no report is marked as read in full"
    yield line(f"recall     {recall}", indent=2)
    yield line(("Only what was decided counts; unless all of it was, it is no random sample.", "dim"), indent=2)
    if found.joins or found.splits:
        yield line(f"merging    {found.joins} joined and {found.splits} split by hand", indent=2)
    yield line(("Fields of events that are there", "bold"))
    for score in found.fields:
        more = "".join(f"; {n} {what}" for n, what in ((score.missing, "missing"), (score.invented, "too many")) if n)
        yield line(f"{score.field:18} {score.right}{more}", indent=2)
    wrong = [(m, d, n) for m, d, n in found.status if m != d]
    yield from _listed("Status taken for another", [f"{n} read as {m}, decided {d}" for m, d, n in wrong])
    figures = [f"{e.field}: {_span(e.machine)}, decided {_span(e.decided)}  “{e.words}”" for e in found.numbers]
    yield from _listed("Figures read otherwise", figures)
    yield from _listed("Printed, but no event", [f"“{w}”" for w in found.invented])
    yield from _listed("Missed", [f"“{w}”" for w in found.missed])


def _span(value: list[int | None] | None) -> str:
    if value is None:
        return "none"
    low, best, high = value
    if low == best == high:
        return str(best)
    bounds = f"{'..' if low is None else low} to {'..' if high is None else high}"
    return bounds if best in {low, high, None} else f"{bounds} (best {best})"


def _listed(heading: str, found: list[str]) -> Iterator[Line]:
    from casus.cli.terminal import line

    if found:
        yield line((f"{heading} ({len(found)})", "bold"))
        for each in found[:MOST]:
            yield line(each, indent=2)
        if len(found) > MOST:
            yield line((f"and {len(found) - MOST} more; --format json has them all", "dim"), indent=2)
