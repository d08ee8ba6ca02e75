"""The doctor's examination: each finding is a subject, a detail, and whether it is as it should be."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Literal

from casus import __version__
from casus.case import Case
from casus.export import event_records, render
from casus.ingest.readers import READERS
from casus.model.errors import FORMATS_EXTRA, CasusError, GroundingError
from casus.model.picture import Picture
from casus.read import ModelCard
from casus.read.card import digest
from casus.read.reader import SHIPPED
from casus.tell.encoder import SHIPPED as TELLINGS

PARTS = ("onnxruntime", "numpy", "duckdb", "trafilatura", "charset-normalizer", "py3langid", "typer", "rich", "jinja2")
EXTRAS = ("xlsxwriter", "networkx", "pypdf", "python-docx", "feedparser", "warcio")
"""Packages of the extra `formats`."""
"""The packages whose versions can change what is read."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the examination; `verdict` is empty for what is only said, not judged."""

    verdict: Literal["ok", "WRONG", ""]
    subject: str
    detail: str


def examine() -> Iterator[Finding]:
    """Return every finding: versions, the model and its scores, the codebook, the self test."""
    yield Finding("", "casus", __version__)
    yield Finding("", "python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield from map(_part, PARTS)
    yield from map(_extra, EXTRAS)
    for folder in (SHIPPED, TELLINGS):
        yield from judge_model(folder)
    with resources.as_file(resources.files("casus") / "example") as examples:
        yield from self_test(Path(examples))


def _extra(name: str) -> Finding:
    try:
        return Finding("", name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding("", name, f"not installed, and needed for some formats only; {FORMATS_EXTRA}")


def _part(name: str) -> Finding:
    try:
        return Finding("", name, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding("WRONG", name, f"not installed; pip install {name}")


def judge_model(folder: Path) -> Iterator[Finding]:
    """Judge the model file by its card, and print the card's scores: how well it read texts it had not seen."""
    try:
        card = ModelCard.load(folder)
        found = digest(*(folder / name for name in card.files))
    except (OSError, ValueError) as error:
        yield Finding("WRONG", "model", f"{error}; reinstall Casus: pip install --force-reinstall casus-events")
        return
    if found == card.sha256.removeprefix("sha256:"):
        yield Finding("ok", "model", f"{card.name} {card.version} sha256:{found}")
    else:
        yield Finding("WRONG", "model", f"{card.name} {card.version}: the file is not the one of its card; reinstall Casus")
    if card.data:
        yield Finding("", "trained on", ", ".join(card.data))
    for measure, score in card.scores.items():
        yield Finding("", measure, f"{score:.1f}")


def self_test(folder: Path) -> Iterator[Finding]:
    """Read the example texts of a folder twice, in either order, and hold the result against what Casus promises."""
    texts = sorted(str(p) for p in folder.iterdir() if p.suffix in READERS)
    try:
        there, back = _read(texts), _read(texts[::-1])
    except CasusError as error:
        yield Finding("WRONG", "self test", f"the shipped example cannot be read: {error}")
        return
    yield Finding("", "codebook", there.stamp.codebook)
    yield _coded(there)
    yield _grounded(there)
    if _bytes(there) == _bytes(back):
        yield Finding("ok", "same bytes", "in either order of input")
    else:
        yield Finding("WRONG", "same bytes", "two runs differ; report this with the versions above")


def _read(texts: list[str]) -> Picture:
    case = Case()
    done = case.read(texts)
    if done.failed:
        raise done.failed[0]
    return case.picture()


def _bytes(picture: Picture) -> bytes:
    return b"".join(render(picture, "jsonl", low=True))


def _coded(picture: Picture) -> Finding:
    events = event_records(picture)
    told = f"{len(events)} events in {len(picture.readings)} example texts"
    return Finding("ok" if events else "WRONG", "self test", told)


def _grounded(picture: Picture) -> Finding:
    """Judge whether every word of every claim stands in its report."""
    number = 0
    try:
        for reading in picture.readings:
            for claim in reading.claims:
                claim.verify(reading.report)
                number += sum(1 for _ in claim.evidence())
    except GroundingError as error:
        return Finding("WRONG", "words", str(error))
    return Finding("ok", "words", f"all {number} pieces of evidence stand in their texts")
