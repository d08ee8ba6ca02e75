"""Who a phrase of a report means, with the reason in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casus.codebook.actors import ActorTable
from casus.model.actor import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class Identity:
    """The actor a phrase means. `id` None = not identified; then `name` is the phrase as written and `reason` says why.

    `parents` are ids, nearest first; `suspected` = the text only supposes it.
    """

    id: str | None
    name: str
    kind: ActorKind
    country: str | None
    parents: tuple[str, ...]
    reason: str
    suspected: bool = False


def of_actor(actor: Actor, reason: str, table: ActorTable, on: date | None) -> Identity:
    """An actor of the table, or who holds its office on that day: the government of Afghanistan in 2023 = the Taliban."""
    holder = table.holder(actor.id, on)
    if holder is not None and holder.actor.id != actor.id:
        held = holder.actor
        reason = f"{reason}; {held.name} is {holder.since()}"
        return Identity(held.id, held.name, held.kind, held.country or actor.country, table.parents(held.id, on=on), reason)
    above = next((h for p in table.parents(actor.id) if (h := table.holder(p, on)) is not None), None)
    if above is not None and above.actor.id != actor.id:
        reason = f"{reason}; under {above.actor.name}, {above.since()}"
    return Identity(actor.id, actor.name, actor.kind, actor.country, table.parents(actor.id, on=on), reason)


def unknown(words: str, kind: ActorKind, reason: str, country: str | None = None) -> Identity:
    """Nobody the codebook can name: the words as written, with what is known of the kind and country."""
    return Identity(None, words, kind, country, (), reason)
