"""A parliament, a court or a lawmaker is not the government; a national society is not the world's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Kenyan parliament condemned Somalia on Monday.", "ACCUSE", "Kenyan parliament"),
        ("Two Kenyan lawmakers condemned Somalia on Monday.", "ACCUSE", "Two Kenyan lawmakers"),
        ("A Kenyan court sentenced two rebels to prison on Monday.", "SANCTION", "Kenyan court"),
        ("The Libyan coast guard arrested 20 men in Tripoli.", "COERCE", "Libyan coast guard"),
        ("The German Red Cross said on Monday it will distribute hygiene kits to migrants in Lesbos.", "AID", "German Red Cross"),
    ],
)
def test_it_goes_by_its_own_name(event: Callable[..., Event], text: str, kind: str, name: str) -> None:
    assert [(p.name, p.id) for p in event(text, kind).actors] == [(name, None)]
