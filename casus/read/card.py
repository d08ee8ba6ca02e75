"""What the shipped model is: name, version, checksum, training data, scores."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ModelCard:
    """The model's label, as ``casus doctor`` prints it.  ``scores`` maps a measure's name to its value in percent."""

    name: str
    version: str
    sha256: str
    data: tuple[str, ...]
    scores: Mapping[str, float]
    files: tuple[str, ...] = ("reader.onnx",)
    """What `sha256` is the checksum of, one after the other."""

    @classmethod
    def load(cls, folder: Path) -> ModelCard:
        """Read card.json beside the model; raises FileNotFoundError, or ValueError where it lacks a field."""
        record = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        try:
            return cls(
                name=str(record["name"]),
                version=str(record["version"]),
                sha256=str(record["sha256"]),
                files=tuple(map(str, record.get("files", ["reader.onnx"]))),
                data=tuple(map(str, record["data"])),
                scores=MappingProxyType({str(key): float(value) for key, value in record["scores"].items()}),
            )
        except KeyError as missing:
            raise ValueError(f"the model card in {folder} lacks {missing}") from missing


def digest(*paths: Path) -> str:
    """SHA-256 of files, one after the other, in hexadecimal."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
