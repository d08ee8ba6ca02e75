"""`casus actor`: whom a name means on a day, why, and all that the codebook knows of everybody of that name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from casus.cli.options import Codebook, checked_day, checked_name

if TYPE_CHECKING:
    from casus.cli.terminal import Line
    from casus.codebook.actors import ActorTable
    from casus.model.actor import Actor, Alias, Office
    from casus.resolve.lookup import WhoIs


def actor(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name, as a report writes it.", show_default=False)],
    on: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day whose names and offices count.")] = None,
    beside: Annotated[str, typer.Option(metavar="WORDS", help="Other words of the report, which may decide between namesakes.")] = "",
    codebook: Codebook = None,
) -> None:
    """Show what the codebook knows of an actor's name.

    First whom the name means by itself in a report of that day, or beside the words given, and why; then everybody of
    that name on any day.
    """
    from casus.actors import lookup, table
    from casus.cli.terminal import show

    name, on = checked_name(name), checked_day(on, option="--on")
    found = lookup(name, on=on, beside=beside, codebook=codebook)
    show(actor_lines(found, table(codebook), on=date.fromisoformat(on) if on else None, name=name))


def actor_lines(found: WhoIs, table: ActorTable, *, on: date | None, name: str) -> Iterator[Line]:
    """The choice with its reason, then every candidate; where none has the very name, the longer names that hold it."""
    from casus.cli.terminal import line

    who = found.identity
    meant = f"{who.name} ({who.id})" if who.id is not None else "nobody known"
    yield line((name, "bold"), f"{f' on {on}' if on else ''}: ", (meant, "bold"), f"  <- {who.reason}")
    shown = {a.id: a for a in found.candidates}
    chosen = table.get(who.id) if who.id is not None else None
    if chosen is not None:
        shown.setdefault(chosen.id, chosen)
    for candidate in shown.values():
        yield line("")
        yield from _actor(candidate, table, on)
    if found.longer and not found.candidates:
        yield line("")
        yield line(("Longer names with these words", "bold"))
        for other in found.longer:
            yield line(f"{other.name} ({other.id}), {other.kind}{f', {other.country}' if other.country else ''}", indent=2)


def _actor(actor: Actor, table: ActorTable, on: date | None) -> Iterator[Line]:
    from casus.cli.terminal import line

    yield line((f"{actor.name} ({actor.id})", "bold"))
    holder = table.holder(actor.id, on)
    above = [table.get(slug) for slug in table.parents(actor.id, on=on)]
    parts = sorted(f"{a.name} ({a.id})" for a in table if a.parent == actor.id)
    rows = (
        ("kind", actor.kind),
        ("country", actor.country or ""),
        ("belongs to", " < ".join(f"{a.name} ({a.id})" for a in above if a is not None)),
        ("held by", f"{holder.actor.name} ({holder.actor.id}), {holder.since()}" if holder is not None else ""),
        ("parts", "; ".join(parts[:12]) + (f"; and {len(parts) - 12} more" if len(parts) > 12 else "")),
        ("history", "; ".join(_history(actor, table))),
        ("names", "; ".join(_dated(a.words, a) for a in actor.aliases)),
        *_offices(actor.offices, on),
        ("source", actor.source),
    )
    for label, value in rows:
        if value:
            yield line((f"{label:14}", "cyan"), value, indent=2)


def _history(actor: Actor, table: ActorTable) -> Iterator[str]:
    """Splits, alliances and mergers, both ways: "split from Boko Haram [2016-08-03]"; "split from it: Ansaru"."""
    from casus.codebook.lineage import lineage

    for line in lineage().get(actor.id, ()):
        own = line.actor == actor.id
        other = table.get(line.other if own else line.actor)
        if other is not None:
            days = f" [{line.start or ''}{f'..{line.end}' if line.end else ''}]" if line.start or line.end else ""
            said = line.kind if own else f"{line.kind} it:"
            yield f"{said} {other.name} ({other.id}){days}, source {line.source}"


def _offices(offices: Sequence[Office], on: date | None) -> Iterator[tuple[str, str]]:
    """Offices held on the day, and the others; all together where no day is given."""
    if on is None:
        yield "offices", "; ".join(_dated(o.title, o) for o in offices)
        return
    held = [o for o in offices if (o.start is None or o.start <= on) and (o.end is None or on <= o.end)]
    yield "offices", "; ".join(_dated(o.title, o) for o in held) or ("none on that day" if offices else "")
    yield "other days", "; ".join(_dated(o.title, o) for o in offices if o not in held)


def _dated(words: str, span: Alias | Office) -> str:
    return f"{words} [{span.start or ''}..{span.end or ''}]" if span.start or span.end else words
