"""The head for types: a sentence with two parties in, the likeliest type out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.coding.acts.finding import find_triggers
from casus.coding.acts.type_head import tokens_of, type_odds
from casus.coding.syntax import Tree
from casus.model.event import Event
from casus.pipeline import Tools

PLAIN = [
    ("Mongolia agreed to withdraw its soldiers from Tuva.", "Mongolia", "Tuva", "AGREE"),
    ("The bloc said it will not accept the envoys of the junta.", "The bloc", "the junta", "REJECT"),
    ("Lima said Quito must free the fishermen.", "Lima", "Quito", "REQUEST"),
    ("The trade minister met a delegation from Suriname.", "The trade minister", "a delegation", "CONSULT"),
    ("The envoy of Paraguay was summoned by Asuncion's neighbour, Bolivia.", "Bolivia", "The envoy", "ACCUSE"),
    ("Insurgents shelled a column of Gambian soldiers.", "Insurgents", "Gambian soldiers", "ASSAULT"),
    ("The detained pilot was set free by Latvia.", "Latvia", "The detained pilot", "RETREAT"),
    ("Botswana threatened to expel the Lesotho envoy.", "Botswana", "the Lesotho envoy", "THREATEN"),
]


def odds(tools: Tools, text: str, doer: str, done: str) -> dict[str, float]:
    """The likelihoods of a sentence's types."""
    tree = Tree(tools.reader.read(text, [(0, len(text), False)])[0])
    spans = [tokens_of(tree, [(text.index(w), text.index(w) + len(w))]) for w in (doer, done)]
    return dict(type_odds(tree, spans[0], spans[1], find_triggers(tree, tools.book.frames), tools.book))


@pytest.mark.parametrize(("text", "doer", "done", "kind"), PLAIN)
def test_likeliest_type(tools: Tools, text: str, doer: str, done: str, kind: str) -> None:
    found = odds(tools, text, doer, done)
    assert max(found, key=lambda k: found[k]) == kind


def test_likelihoods_sum_to_one_with_nobody_named(tools: Tools) -> None:
    text = "Talks go on."
    tree = Tree(tools.reader.read(text, [(0, len(text), False)])[0])
    assert sum(type_odds(tree, (), (), (), tools.book).values()) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers freed two abducted nuns in Kaduna on Monday.", "AID"),
        ("The army freed 30 hostages from a camp near Mora on Monday.", "AID"),
        ("The rebels freed two kidnapped nuns on Monday.", "RETREAT"),
        ("Russia and Ukraine swapped 95 prisoners of war on Monday.", "COOPERATE"),
    ],
)
def test_who_is_called_a_captive_is_rescued_by_soldiers(events: Callable[..., list[Event]], text: str, kind: str) -> None:
    assert [e.type for e in events(text)] == [kind]
