"""Sentences parted inside a known name: one sentence, one tree."""

from __future__ import annotations

from collections.abc import Callable

from casus.coding.mending.cut_names import join_cut_names
from casus.coding.mending.harm import is_tree
from casus.model.event import Event
from casus.model.text import Sentence
from casus.pipeline import Tools

ONE = "The militia has been accused by Human Rights"
OTHER = "Watch of torching homes in Goma."


def _parted(tools: Tools, one: str, other: str) -> tuple[Sentence, ...]:
    text = f"{one} {other}"
    first, second = tools.reader.read(text, [(0, len(one), False), (len(one) + 1, len(text), False)])
    parts = (first, Sentence(1, second.start, second.end, first.paragraph, False, second.tokens, second.names))
    return join_cut_names(parts, tools.book.actors)


def test_a_name_cut_in_two_is_joined(tools: Tools) -> None:
    for other in (OTHER, "Watch accused soldiers of shooting two men.", "Watch said two men died."):
        one = ONE if other == OTHER else "Human Rights"
        (whole,) = _parted(tools, one, other)
        assert is_tree(whole.tokens)
        assert sum(t.head < 0 for t in whole.tokens) == 1
        assert [(n.kind, n.last - n.first) for n in whole.names if n.kind == "organisation"] == [("organisation", 3)]


def test_two_sentences_stay_two(tools: Tools) -> None:
    assert len(_parted(tools, "Soldiers left Goma", "Rebels took it.")) == 2


def test_the_accuser_is_not_the_doer(events: Callable[..., list[Event]]) -> None:
    found = events("The M23 has been accused by Human Rights Watch of torching homes in Goma, which it denies.", published="2025-03-10")
    assert not [p for e in found if e.type == "ASSAULT" for p in e.actors if "Watch" in p.name]
