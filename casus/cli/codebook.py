"""`casus codebook check` and `casus codebook learn`: a codebook of one's own, tried and made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casus.cli.options import Codebook, Output
from casus.cli.outcome import FAILED, guarded, plural, safe

if TYPE_CHECKING:
    from casus.cli.terminal import Line
    from casus.codebook.frames import Sense
    from casus.teach import Learned, Lesson, Outcome, Suggested

codebook_app = typer.Typer(
    name="codebook",
    help="Try a codebook of your own, or learn a type of event from examples.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@codebook_app.command("check")
@guarded
def check_codebook(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the codebook.", show_default=False)],
) -> None:
    """Check a codebook of your own, and try its senses.

    Every file is checked; then each sense's examples and "not" lines go through the reader, and so do sentences in which
    nothing should be found. The exit code is 1 if an example is missed or a "not" line is found.
    """
    from casus.cli.terminal import show
    from casus.pipeline import Tools
    from casus.teach import Trial, alarms, background, outcomes

    tools = Tools.load(codebook=folder)
    senses = [s for s in tools.book.frames.senses if s.own]
    trial = Trial(tools)
    tried = list(outcomes(trial, senses))
    wrong = [(sense.id, text) for sense in senses for _, text in alarms(trial, [sense], sense.never)]
    loud = alarms(trial, senses, background())
    own = tools.book.own
    show(_checked([name for name, _ in own.files] if own is not None else [], senses, tried, wrong))
    if senses:
        show(_false_alarms([text for _, text in loud], len(background())))
    if wrong or not all(o.found for o in tried):
        raise typer.Exit(FAILED)


def _checked(names: Sequence[str], senses: Sequence[Sense], tried: Sequence[Outcome], wrong: Sequence[tuple[str, str]]) -> Iterator[Line]:
    from casus.cli.terminal import line

    yield line(f"{', '.join(names)}: well formed")
    if not senses:
        return
    yield line(f"{plural(len(senses), 'sense')}; {sum(o.found for o in tried)} of {plural(len(tried), 'example')} found")
    yield from _missed(tried)
    nots = sum(len(s.never) for s in senses)
    yield line(f"“not” lines found all the same: {len(wrong)} of {nots}")
    for sense, text in wrong:
        yield line(("found", "yellow"), f"  {sense}: {text}", indent=2)


def _missed(tried: Sequence[Outcome]) -> Iterator[Line]:
    from casus.cli.terminal import line

    for outcome in tried:
        if not outcome.found:
            instead = f"  (read as {', '.join(outcome.instead)})" if outcome.instead else ""
            doubt = f"  ({outcome.doubt})" if outcome.doubt else ""
            yield line(("missed", "yellow"), f"  {outcome.sense}: {outcome.text}{doubt}{instead}", indent=2)
        elif outcome.missed:
            yield line(("found", "green"), f", but not its {', '.join(outcome.missed)}  {outcome.sense}: {outcome.text}", indent=2)


def _false_alarms(found: Sequence[str], quiet: int) -> Iterator[Line]:
    from casus.cli.terminal import line

    yield line(f"false alarms in {quiet} sentences where nothing of it is told: {len(found)}")
    for text in found:
        yield line(("false alarm", "yellow"), f"  {text}", indent=2)


@codebook_app.command("learn")
@guarded
def learn_type(
    lesson: Annotated[Path, typer.Argument(metavar="FILE", help="The type, its definition and its examples.", show_default=False)],
    output: Output = None,
    codebook: Codebook = None,
) -> None:
    """Learn a type of event from a definition and a dozen examples.

    The file has `type`, `about`, `examples` and, if you like, `not`; the words that tell the act may be marked *like
    this*. What comes out is a draft of a file for acts/, with the share of examples found and its false alarms.
    """
    from casus.cli.terminal import show
    from casus.export import write_whole
    from casus.model.errors import CodebookError
    from casus.pipeline import Tools
    from casus.teach import Trial, learn, read_lesson

    taught = read_lesson(lesson)
    path = output if output is not None else Path(f"{taught.id}.yaml")
    if path.exists():
        raise CodebookError(f"{path}: stands there already, perhaps mended; name another file with -o, or remove it")
    learned = learn(taught, Trial(Tools.load(codebook=codebook)))
    if learned.sense.verbs or learned.sense.nouns:
        write_whole(path, [learned.text.encode()])
    show(_learned(learned, taught, path))
    if not (learned.sense.verbs or learned.sense.nouns):
        raise typer.Exit(FAILED)


def _learned(learned: Learned, lesson: Lesson, path: Path) -> Iterator[Line]:
    from casus.cli.terminal import line

    sense, tried = learned.sense, learned.outcomes
    if not sense.verbs and not sense.nouns:
        yield line(f"{lesson.type}: nothing could be learned; mark the words that tell the act *like this*, or give more examples")
        return
    yield line((lesson.type, "bold"), f", sense {sense.id}")
    for form, patterns in (("verb", sense.verbs), ("noun", sense.nouns)):
        for pattern in patterns:
            yield line((form, "cyan"), f"  {pattern.entry(most=99)}", indent=2)
    needs = f"; needs {' and '.join(sorted(sense.needs))}" if sense.needs else ""
    yield line(f"who acts: {', '.join(sense.guards.get('actor', ()))}{needs}", indent=2)
    found = sum(o.found for o in tried)
    yield line(f"found: {found} of {len(tried)} examples; {learned.left_out} when each is left out of the learning in turn")
    yield from _missed(tried)
    for text in learned.untaught:
        yield line(("not learned from", "yellow"), f"  {text}", indent=2)
    yield from _false_alarms(learned.alarms, learned.quiet)
    yield line(f"shipped examples of other types that it finds: {len(learned.taken)}")
    for text, own in learned.taken:
        yield line((own, "yellow"), f"  {text}", indent=2)
    yield line("a draft: ", (str(path), "bold"), "; read it, put it into acts/ of your codebook, and try it with casus codebook check")


@codebook_app.command("suggest")
@guarded
def suggest_codebook(
    case: Annotated[Path, typer.Argument(metavar="CASE", help="A case with decisions of people.", show_default=False)],
    codebook: Codebook = None,
    apply: Annotated[bool, typer.Option("--apply", help="Write the files; without it only the diff is printed.")] = False,
) -> None:
    """Suggest names, places and senses for a codebook of your own, from what people decided about a case.

    Prints a diff of the files of the folder given with --codebook, and what speaks for each change. Nothing is written without --apply.
    """
    from casus.case import Case
    from casus.codebook import read_own
    from casus.model.errors import CodebookError

    if apply and codebook is None:
        raise CodebookError("--apply needs the folder to write to; name it with --codebook")
    folder = codebook if codebook is not None and codebook.is_dir() and any(codebook.iterdir()) else None
    opened = Case(case, codebook=folder)
    found = opened.suggestions(read_own(folder) if folder is not None else None)
    for each in found:
        for reason in each.because:
            typer.echo(safe(f"{each.name}: {reason}"), err=True)
        for line in each.diff():
            typer.echo(safe(line.rstrip("\n")))
    if not found:
        typer.echo("Nothing to suggest: no decision names an actor or place that the codebook lacks.", err=True)
    elif apply and codebook is not None:
        _write(found, codebook)


def _write(found: Sequence[Suggested], folder: Path) -> None:
    from casus.export import write_whole

    for each in found:
        path = folder / each.name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, [each.after.encode()])
    typer.echo(f"{folder}: {plural(len(found), 'file')} written; try it with casus codebook check {folder}", err=True)
