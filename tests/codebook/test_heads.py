"""Trained heads: tables of whole-number weights."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from casus.codebook import heads
from casus.codebook.heads import Head, load_head
from casus.model.errors import CodebookError

HEAD = Head(("no", "yes"), {"": (50, -50), "l=say": (-200, 200)})


def test_features_never_seen_count_nothing() -> None:
    assert HEAD.scores(["l=eat"]) == (0.5, -0.5)
    assert HEAD.best(["l=say", "l=eat"]) == "yes"


def test_a_tie_falls_to_the_first_answer() -> None:
    assert Head(("no", "yes"), {}).best(["l=say"]) == "no"


def test_a_missing_or_broken_head_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(heads, "FOLDER", tmp_path)
    with pytest.raises(CodebookError, match="lost"):
        load_head("lost")
    (tmp_path / "bad.tsv.gz").write_bytes(gzip.compress(b"no\tyes\nl=say\t1\tx"))
    with pytest.raises(CodebookError, match="whole number"):
        load_head("bad")
