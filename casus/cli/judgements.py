"""`casus judgements`: what people decided about a case, out of it, into it, and beside today's reading."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casus.cli.options import Output
from casus.cli.outcome import guarded, plural

if TYPE_CHECKING:
    from casus.cli.terminal import Line
    from casus.judge import Agreement, Renewed

CaseFile = Annotated[Path, typer.Argument(metavar="CASE", help="A case file that casus read made.", show_default=False)]

judgements_app = typer.Typer(
    name="judgements",
    help="Decisions of people on a case: write them out, take them in, compare them with today's reading.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@judgements_app.command("export")
@guarded
def export_judgements(case: CaseFile, output: Output = None) -> None:
    """Write every decision as JSON Lines, withdrawn ones too.

    Without -o they go to standard output.
    """
    from casus.case import Case
    from casus.cli.output import send
    from casus.judge import written

    send(written(Case(case).judgements()), output)


@judgements_app.command("import")
@guarded
def import_judgements(
    case: CaseFile,
    file: Annotated[str, typer.Argument(metavar="FILE", help="JSON Lines that export wrote; - for standard input.", show_default=False)],
) -> None:
    """Take in decisions made on another copy of the case.

    Those it holds already are left as they are. All lines are taken, or none.
    """
    from casus.case import Case
    from casus.judge import judgements_of
    from casus.model.errors import CaseError
    from casus.store import is_case

    if not is_case(case):
        raise CaseError(f"{case}: no such case; make one with: casus read INPUT... --case {case}")
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"{file}: cannot be read ({error}); name a file that casus judgements export wrote") from error
    found = judgements_of(text, where=file)
    new = Case(case).judge(*found)
    typer.echo(f"{plural(new, 'decision')} taken in, {len(found) - new} known already", err=True)


@judgements_app.command("check")
@guarded
def check_judgements(case: CaseFile) -> None:
    """Say where the machine, as it reads today, agrees with the decisions by itself, and where not.

    Worth a look when reports were read again by a later version: the decisions hold in any case.
    """
    from casus.case import Case
    from casus.cli.terminal import show

    show(_lines(Case(case).renewed()))


@judgements_app.command("agreement")
@guarded
def show_agreement(
    case: CaseFile,
    to: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text for people; or json.")] = "text",
) -> None:
    """Compare the coders of a case: Krippendorff's alpha for each field, and what they disagree on."""
    if to not in {"text", "json"}:
        raise typer.BadParameter(f"{to}: choose text or json", param_hint="--format")
    from casus.case import Case
    from casus.cli.terminal import show

    found = Case(case).agreement()
    if to == "json":
        typer.echo(json.dumps(found.record(), ensure_ascii=True, indent=2))
    else:
        show(_agreement_lines(found))


def _agreement_lines(found: Agreement) -> Iterator[Line]:
    from casus.cli.terminal import line
    from casus.judge import in_words

    yield line(("Coders", "bold"), f": {', '.join(found.coders) or 'none'}")
    if not found.fields:
        yield line("No event was decided on by two of them.")
    else:
        yield line(("Alpha: 1 where they always agree, 0 where chance would agree as often.", "dim"))
    for score in found.fields:
        alpha = "all the same" if score.alpha is None else f"alpha {score.alpha:.3f}"
        yield line(f"{_asked(score.field):18} {score.same} of {score.units} the same; {alpha}", indent=2)
    for each in found.differences:
        values = "; ".join(f"{coder}: {in_words(each.field, value)}" for coder, value in each.values)
        yield line((_asked(each.field), "yellow"), f"  {values}  “{each.words}”", indent=2)


def _asked(field: str) -> str:
    """A field as a question; the names of the fields are those of the records."""
    return "is it an event" if field == "event" else field


def _lines(found: Sequence[Renewed]) -> Iterator[Line]:
    from casus.cli.terminal import line
    from casus.judge import in_words

    tally = Counter(r.outcome for r in found)
    told = ", ".join(f"{number} {OUTCOMES[outcome]}" for outcome, number in sorted(tally.items()))
    yield line((f"{plural(len(found), 'value or event', 'values or events')} decided", "bold"), f": {told}" if told else "")
    for each in found:
        if each.outcome != "agrees":
            j = each.judgement
            words = j.on[0].act.words if j.on else j.subject
            decided, now = (in_words(each.field or "", value) for value in (each.decided, each.machine))
            what = f" {each.field}: decided {decided}, now reads {now};" if each.field else ""
            yield line((OUTCOMES[each.outcome], "yellow"), f"  {j.verdict} by {j.coder}:{what} “{words}”", indent=2)


OUTCOMES = {"agrees": "where the machine agrees", "differs": "where it differs", "gone": "where it tells nothing any more"}
"""What became of a decision, in words."""
