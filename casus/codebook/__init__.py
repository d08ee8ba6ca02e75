"""The codebook: what words mean, as vocabulary files and small loaders; `load_codebook` brings them together."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casus.codebook.actors import ActorTable, load_actors
from casus.codebook.frames import Frames, load_frames
from casus.codebook.harm import HarmWords, load_harm
from casus.codebook.modality import Modality, load_modality
from casus.codebook.places import Gazetteer, load_places
from casus.codebook.speech import SpeechWords, load_speech

VOCABULARY = frozenset({".yaml", ".tsv", ".gz", ".txt", ".parquet"})


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every vocabulary the coder and the resolver use, with the hash of the files it came from."""

    frames: Frames
    speech: SpeechWords
    harm: HarmWords
    modality: Modality
    actors: ActorTable
    places: Gazetteer
    sha256: str


@lru_cache(maxsize=2)
def load_codebook(extra: Path | None = None) -> Codebook:
    """The shipped codebook, with a user's own folder after it. Raises CodebookError."""
    return Codebook(load_frames(extra), load_speech(), load_harm(), load_modality(), load_actors(), load_places(), codebook_hash(extra))


def codebook_hash(extra: Path | None = None) -> str:
    """`sha256:` over every vocabulary file's name and bytes, in order of name."""
    digest = hashlib.sha256()
    for folder in (Path(__file__).parent, *((extra,) if extra else ())):
        for path in sorted(p for p in folder.rglob("*") if p.suffix in VOCABULARY):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return f"sha256:{digest.hexdigest()}"
