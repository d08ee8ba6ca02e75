"""The network's large matrices, kept as four bits a number in a file and made int8 again when they are loaded.

A matrix is cut along its inputs into groups; each number is one of sixteen steps of its group (training/packing.py). Products are
computed in int8 all the same: what is loaded is the same on every machine, the file is half as large.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

GROUP: Final = 32
"""So many inputs share a scale."""
MIDDLE: Final = 8
SIXTEENTHS: Final = 4
"""Scales are kept as sixteenths of the numbers they make: shifted by so many bits."""
NUMBERS, SCALE = "numbers", "scale"


def unpacked(numbers: NDArray[np.uint8], scale: NDArray[np.uint8]) -> NDArray[np.int8]:
    """A matrix of its packed form: two numbers a byte, those of the first half of the inputs in the lower bits; a scale a group."""
    half, outputs = numbers.shape
    whole = np.empty((2 * half, outputs), np.int16)
    whole[:half] = numbers & 15
    whole[half:] = numbers >> 4
    whole -= MIDDLE
    grouped = whole.reshape(-1, GROUP, outputs)
    grouped *= scale[:, None].astype(np.int16)
    grouped += 1 << (SIXTEENTHS - 1)
    grouped >>= SIXTEENTHS
    return whole.astype(np.int8)


def add_weights(options: onnxruntime.SessionOptions, path: Path) -> list[onnxruntime.OrtValue]:
    """Give a session the matrices its graph leaves out; they must be kept as long as it is.

    Raises FileNotFoundError, and ValueError where the file is no such archive.
    """
    with np.load(path) as packed:
        names = [name for name, part in (key.split("|") for key in packed.files) if part == NUMBERS]
        matrices = [unpacked(packed[f"{name}|{NUMBERS}"], packed[f"{name}|{SCALE}"]) for name in names]
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(m) for m in matrices]
    options.add_external_initializers(names, values)
    return values
