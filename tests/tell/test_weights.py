"""Packed matrices come out as their numbers and scales say, whatever they are; a folder that lacks them says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from casus.pipeline import Tools
from casus.tell.encoder import FILE, SHIPPED, WEIGHTS, TellingEncoder
from casus.tell.weights import GROUP, unpacked

OUTPUTS = 3
BYTES = arrays(np.uint8, (GROUP, OUTPUTS))
SCALES = arrays(np.uint8, (2, OUTPUTS), elements=st.integers(1, 146))


@given(BYTES, SCALES)
def test_each_number_is_its_step_times_its_groups_scale(numbers: np.ndarray, scale: np.ndarray) -> None:
    found = unpacked(numbers, scale)
    assert found.dtype == np.int8 and found.shape == (2 * GROUP, OUTPUTS)
    for row in range(2 * GROUP):
        for column in range(OUTPUTS):
            byte = int(numbers[row % GROUP, column])
            step = (byte % 16 if row < GROUP else byte // 16) - 8
            assert found[row, column] == (step * int(scale[row // GROUP, column]) + 8) // 16


def test_a_folder_without_its_weights_is_named(tools: Tools, tmp_path: Path) -> None:
    for name in (FILE, "card.json"):
        shutil.copy(SHIPPED / name, tmp_path / name)
    with pytest.raises(FileNotFoundError, match=WEIGHTS):
        TellingEncoder(tools.reader.vocabulary, tmp_path)
