"""The public names of Casus are complete, and importing them is light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import casus


def test_public_names_are_complete_sorted_and_there() -> None:
    assert casus.__all__ == sorted(casus.__all__)
    assert all(getattr(casus, name) is not None for name in casus.__all__)
    assert dir(casus) == sorted(casus.__all__)
    with pytest.raises(AttributeError, match="no attribute 'extract'"):
        casus.extract  # noqa: B018


def test_type_checkers_see_the_same_names() -> None:
    declared = Path(casus.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    assert all(name in declared for name in casus.__all__)


def test_importing_casus_is_light() -> None:
    program = "import sys, casus; print(sorted({'numpy', 'duckdb', 'onnxruntime', 'typer'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
