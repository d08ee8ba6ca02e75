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
from casus.codebook.own import Own, read_own
from casus.codebook.places import Gazetteer, load_places
from casus.codebook.speech import SpeechWords, load_speech

__all__ = ["Codebook", "Own", "codebook_hash", "load_codebook", "read_own"]

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
    own: Own | None = None


@lru_cache(maxsize=4)
def load_codebook(own: Own | None = None) -> Codebook:
    """The shipped codebook, with a user's own in it. Raises CodebookError."""
    return Codebook(
        load_frames(own), load_speech(own), load_harm(own), load_modality(), load_actors(own), load_places(own=own),
        codebook_hash(own), own,
    )  # fmt: skip


def codebook_hash(own: Own | None = None) -> str:
    """`sha256:` over every vocabulary file's name and bytes, in order of name; the user's after the shipped ones."""
    digest, folder = hashlib.sha256(), Path(__file__).parent
    for path in sorted(p for p in folder.rglob("*") if p.suffix in VOCABULARY):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    for name, text in own.files if own is not None else ():
        digest.update(name.encode() + b"\0" + text.encode())
    return f"sha256:{digest.hexdigest()}"
