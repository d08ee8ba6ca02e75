"""The force: the body of that name before it, or nobody's."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.picture import Picture


def test_the_force_is_the_forces_named_before(code_text: Callable[..., Picture]) -> None:
    text = "The Rapid Support Forces gave a higher figure. A spokesman for the force claimed that 87 civilians had been killed in Kabkabiya."
    sources = [s for e in code_text(text, published="2024-12-11").events for c in e.claims for s in c.sources]
    assert [(s.id, s.capacity) for s in sources] == [("rsf", "party")]


def test_the_force_after_no_such_name_is_nobodys(code_text: Callable[..., Picture]) -> None:
    text = "The Taliban attacked a village in Ghazni. The force killed three insurgents, officials said."
    found = [p.id for e in code_text(text, published="2024-12-11").events for p in e.actors if p.evidence.words.lower() == "the force"]
    assert set(found) <= {None}
