"""Words by which a report tells an act as new, as known or as a further one."""

from __future__ import annotations

from pathlib import Path

import pytest

from casus.codebook import retelling
from casus.codebook.retelling import load_retelling
from casus.model.errors import CodebookError


def test_both_lists_are_there_in_lower_case() -> None:
    words = load_retelling()
    assert {"another", "no", "the"} <= words.telling and "killed" in words.light
    assert all(isinstance(w, str) and w == w.lower() for w in words.telling | words.light)


def test_a_lacking_list_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def some(_: Path) -> dict[str, list[str]]:
        return {"telling": ["the"]}

    monkeypatch.setattr(retelling, "read_yaml", some)
    load_retelling.cache_clear()
    with pytest.raises(CodebookError, match="light"):
        load_retelling()
    monkeypatch.undo()
    load_retelling.cache_clear()
