"""Treebank sentences with names, as read from CoNLL-U and IOB2 files.

Sources: UD English EWT and GUM (open genres), Universal NER on EWT.  Files are gzipped text under
the data folder; see its README for origin and licence.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

OUTSIDE = "O"
NAMED = ("PER", "ORG", "LOC")
OTHER = "OTH"
"""Names of other kinds (nationalities, works, events): learned beside the others, so as to be told from them, and not given out."""
TAGGED = (*NAMED, OTHER)
_GUM_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_ENTITY = re.compile(r"\((\d+)-([a-z]+)([^()]*)(\))?|(\d+)\)")
_INSIDE_NAME = {"of", "the", "and", "for", "&", "-", "'s", "’s", "."}


@dataclass(slots=True)
class Sentence:
    """One gold sentence.  ``head`` is 0-based within it, -1 for the root; None: not annotated."""

    doc: str
    name: str
    """The sentence's id in its source."""
    text: str
    forms: list[str]
    glued: list[bool]
    """Per word: no blank before it."""
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    deprel: list[str] = field(default_factory=list)
    names: list[str] | None = None
    """BIO tags of Universal NER, or of silver GUM names where ``silver``."""
    taught: list[list[float]] | None = None
    """Per word the teacher's share for each name tag."""
    conflict: list[str] | None = None
    """BIO tags of re3d."""
    silver: bool = False
    opens_paragraph: bool = False


def read_conllu(path: Path) -> list[Sentence]:
    """Read one treebank file, documents in their order; empty nodes are left out."""
    sentences: list[Sentence] = []
    doc = ""
    opens = True
    for block in _blocks(path):
        for line in block:
            if line.startswith("# newdoc"):
                doc, opens = line.split("=", 1)[1].strip(), True
            elif line.startswith("# newpar"):
                opens = True
        sentence = _sentence(doc, block)
        if sentence.forms:
            sentences.append(replace(sentence, opens_paragraph=opens))
            opens = False
    return sentences


def _blocks(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        block: list[str] = []
        for line in stream:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
        if block:
            yield block


def _sentence(doc: str, block: list[str]) -> Sentence:
    text = next((line[9:] for line in block if line.startswith("# text = ")), "")
    name = next((line.split("=", 1)[1].strip() for line in block if line.startswith("# sent_id")), "")
    out = Sentence(doc, name, text, [], [])
    entities: list[str] = []
    joined_until = 0
    spaced_after_joined = True
    glue = False
    for line in block:
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if "." in cells[0]:
            continue
        if "-" in cells[0]:
            joined_until = int(cells[0].split("-")[1])
            spaced_after_joined = "SpaceAfter=No" not in cells[9]
            continue
        number = int(cells[0])
        out.forms.append(cells[1])
        out.glued.append(glue)
        out.lemma.append(cells[2])
        out.upos.append(cells[3])
        out.xpos.append(cells[4])
        out.head.append(int(cells[6]) - 1)
        out.deprel.append(cells[7])
        entities.append(next((part[7:] for part in cells[9].split("|") if part.startswith("Entity=")), ""))
        if number < joined_until:
            glue = True
        elif number == joined_until:
            glue = not spaced_after_joined
        else:
            glue = "SpaceAfter=No" in cells[9]
    if any(entities) or doc.startswith("GUM"):
        out.names, out.silver = _silver_names(out, entities), True
    return out


def read_iob2(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Read Universal NER's (word, tag) rows by sentence id; kinds beyond TAGGED become OUTSIDE."""
    sentences: dict[str, list[tuple[str, str]]] = {}
    for block in _blocks(path):
        cells = [line.split("\t") for line in block if not line.startswith("#")]
        name = next(line for line in block if line.startswith("# sent_id")).split("=", 1)[1].strip()
        sentences[name] = [(row[1], row[2] if row[2][2:] in TAGGED else OUTSIDE) for row in cells]
    return sentences


def with_names(sentences: list[Sentence], named: dict[str, list[tuple[str, str]]]) -> list[Sentence]:
    """Lay the names over the treebank they were made on.

    The two may differ by a release: words cut or corrected differently are matched by their letters,
    and sentences not named there keep no names.
    """
    out = []
    for sentence in sentences:
        rows = named.get(sentence.name)
        if rows is None:
            out.append(sentence)
        elif len(sentence.forms) == len(rows):
            out.append(replace(sentence, names=[tag for _, tag in rows]))
        else:
            out.append(replace(sentence, names=_projected(sentence.forms, rows)))
    return out


def _projected(forms: list[str], rows: list[tuple[str, str]]) -> list[str]:
    """Tags of ``forms`` from those of nearly the same letters cut differently."""
    old = [(tag, order == 0) for form, tag in rows for order in range(len(form))]
    matcher = SequenceMatcher(None, "".join(form for form, _ in rows), "".join(forms), autojunk=False)
    place = {b + i: a + i for a, b, size in matcher.get_matching_blocks() for i in range(size)}
    tags: list[str] = []
    at = 0
    for form in forms:
        known = [place[i] for i in range(at, at + len(form)) if i in place]
        tag, opens = old[known[0]] if known else (OUTSIDE, False)
        goes_on = bool(tags) and tags[-1][2:] == tag[2:] != ""
        tags.append("I-" + tag[2:] if tag.startswith("B-") and not opens and goes_on else tag)
        at += len(form)
    return tags


def _silver_names(sentence: Sentence, entities: list[str]) -> list[str]:
    """Names drawn from GUM's entity spans: outermost first, those headed by a proper noun."""
    tags = [OUTSIDE] * len(sentence.forms)
    for start, end, kind in sorted(_entity_spans(entities), key=lambda span: (span[0] - span[1], span[0])):
        label = _GUM_KINDS.get(kind)
        if label is None:
            continue
        trimmed = _trim_name(sentence, start, end)
        if trimmed is None or any(tag != OUTSIDE for tag in tags[trimmed[0] : trimmed[1]]):
            continue
        first, last = trimmed
        tags[first] = f"B-{label}"
        tags[first + 1 : last] = [f"I-{label}"] * (last - first - 1)
    return tags


def _entity_spans(entities: list[str]) -> list[tuple[int, int, str]]:
    """Give (first word, one past the last, kind) of each closed entity in one sentence."""
    spans: list[tuple[int, int, str]] = []
    waiting: dict[str, list[tuple[int, str]]] = {}
    for index, cell in enumerate(entities):
        for match in _ENTITY.finditer(cell):
            number, kind, _, closed, ending = match.groups()
            if number is not None and closed:
                spans.append((index, index + 1, kind))
            elif number is not None:
                waiting.setdefault(number, []).append((index, kind))
            elif waiting.get(ending):
                start, opened = waiting[ending].pop()
                spans.append((start, index + 1, opened))
    return spans


def _trim_name(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The proper-noun core of an entity span, or None where its head is a common word."""
    heads = [i for i in range(start, end) if not start <= sentence.head[i] < end]
    if len(heads) != 1 or sentence.upos[heads[0]] != "PROPN":
        return None
    core = heads[0]

    def inside(index: int) -> bool:
        return sentence.upos[index] == "PROPN" or (sentence.xpos[index].startswith("NNP") or sentence.forms[index].lower() in _INSIDE_NAME)

    first, last = core, core + 1
    while first > start and inside(first - 1):
        first -= 1
    while last < end and inside(last):
        last += 1
    while first < core and not sentence.xpos[first].startswith("NNP"):
        first += 1
    while last - 1 > core and not sentence.xpos[last - 1].startswith("NNP"):
        last -= 1
    return first, last
