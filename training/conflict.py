"""re3d's conflict documents as sentences with conflict-name tags; no syntax."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from casus.read.tokens import tokenize
from training.corpus import OUTSIDE, Sentence

KINDS = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "place",
    "Nationality": "nationality",
    "MilitaryPlatform": "platform",
    "Vehicle": "platform",
    "Weapon": "weapon",
    "Quantity": "quantity",
    "Money": "quantity",
    "Temporal": "time",
    "DateAndTime": "time",
}
"""re3d's entity types as Casus's kinds of name; the others are left out."""

_SENTENCE_END = re.compile(r'(?<=[.!?])["”’)\]]?\s+(?=["“‘(\[]?[A-Z0-9])|\n+')


def read_re3d(path: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Give (train, dev) sentences; every fifth document by hash of its id is dev."""
    documents: dict[str, str] = {}
    entities: dict[str, list[dict[str, Any]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            record = json.loads(line)
            if record["kind"] == "document":
                documents[record["_id"]] = record["text"]
            elif record["kind"].startswith("entit"):
                entities.setdefault(record["documentId"], []).append(record)
    train: list[Sentence] = []
    dev: list[Sentence] = []
    for name, text in documents.items():
        held_out = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5 == 0
        (dev if held_out else train).extend(_sentences(name, text, entities.get(name, [])))
    return train, dev


def _sentences(name: str, text: str, entities: list[dict[str, Any]]) -> list[Sentence]:
    spans = tokenize(text)
    tags = _tags(spans, entities)
    cuts = [match.end() for match in _SENTENCE_END.finditer(text)]
    out: list[Sentence] = []
    start = 0
    for cut in [*cuts, len(text) + 1]:
        stop = start
        while stop < len(spans) and spans[stop][0] < cut:
            stop += 1
        if stop > start:
            rows = spans[start:stop]
            glued = [index > 0 and spans[index - 1][1] == spans[index][0] for index in range(start, stop)]
            words = [text[a:b] for a, b in rows]
            sentence = Sentence(name, f"{name}-{start}", text[rows[0][0] : rows[-1][1]], words, glued)
            sentence.conflict = _repaired(tags[start:stop])
            sentence.opens_paragraph = start == 0 or "\n" in text[spans[start - 1][1] : rows[0][0]]
            out.append(sentence)
        start = stop
    return out


def _tags(spans: list[tuple[int, int]], entities: list[dict[str, Any]]) -> list[str]:
    """BIO tags; of entities that overlap the longer is taken."""
    tags = [OUTSIDE] * len(spans)
    for entity in sorted(entities, key=lambda e: (e["begin"] - e["end"], e["begin"], e["type"])):
        label = KINDS.get(entity["type"])
        inside = [i for i, (a, b) in enumerate(spans) if a < entity["end"] and b > entity["begin"]]
        if label is None or not inside or any(tags[i] != OUTSIDE for i in inside):
            continue
        for order, index in enumerate(inside):
            tags[index] = ("I-" if order else "B-") + label
    return tags


def _repaired(tags: list[str]) -> list[str]:
    """A sentence cannot start inside a name."""
    if tags and tags[0].startswith("I-"):
        tags[0] = "B-" + tags[0][2:]
    return tags
