"""Cross-document coreference of acts: the test topics of ECB+ (Cybulska and Vossen 2014).

    python -m benchmarks --only ecb [--quick]

Mentions are given: the acts marked in the validated sentences of topics 36 to 45, as far as a frame of Casus knows a type for a word
of theirs. All documents of these topics form one case, topics not told, no dates of publication (the data has none). A mention's
group is the event whose claim rests on its word; one that Casus makes no claim of stands alone, which costs recall. Singletons
count, as in the data. CoNLL F1 is the mean of MUC, B3 and CEAF-e. The lemma baseline, on the same mentions, puts those with one lemma
in one topic together; it is told the topics. Rules are developed on topics 1 to 35 only (`--topics dev` prints them).
"""

from __future__ import annotations

import argparse
import csv
import io
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.article_texts import marked_sentences
from benchmarks.board import Score
from benchmarks.coreference import Answers, b_cubed, ceaf_e, conll, muc
from casus.coding.acts.finding import find_triggers
from casus.coding.syntax import Tree
from casus.ingest.report import report_from_text
from casus.merge.sight import stem
from casus.model.claim import Claim
from casus.model.errors import CasusError
from casus.model.picture import Reading
from casus.model.text import Sentence
from casus.pipeline import Tools, fold, ground, read_report, sentences_of

NAME = "ecb"
NEEDS = ("data/merge/ecbplus.tar.gz",)
TEST = tuple(range(36, 46))
DEVELOPMENT = (2, 5, 12, 18, 21, 23, 34, 35)
BAR = 0.72


@dataclass(frozen=True, slots=True)
class Mention:
    """An act marked in a document: its words' places in the text, the topic, and the act it is one of."""

    topic: str
    tokens: tuple[tuple[int, int], ...]
    act: str


@dataclass(frozen=True, slots=True)
class Known:
    """A mention a frame knows: the report, the word's place and lemma, the topic, the act."""

    report: str
    start: int
    end: int
    lemma: str
    topic: str
    act: str


def documents(shared: Path, topics: Sequence[int]) -> Iterator[tuple[str, str, ElementTree.Element, frozenset[int]]]:
    """Topic, name, XML and validated sentences of each document of the topics, in order."""
    with tarfile.open(shared / NEEDS[0]) as archive:
        files = {m.name: m for m in archive.getmembers() if m.isfile()}
        table = next(name for name in files if name.endswith(".csv"))
        valid: dict[tuple[str, str], set[int]] = {}
        for row in csv.reader(io.StringIO(_read(archive, files[table]))):
            if row[0].isdigit():
                valid.setdefault((row[0], row[1]), set()).add(int(row[2]))
        for name in sorted(files):
            parts = name.removesuffix(".xml").split("/")
            if name.endswith(".xml") and parts[-2] in {str(t) for t in topics}:
                stem_ = parts[-1].partition("_")[2]
                yield (
                    parts[-2],
                    parts[-1],
                    ElementTree.fromstring(_read(archive, files[name])),
                    frozenset(valid.get((parts[-2], stem_), ())),
                )


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    found = archive.extractfile(member)
    return "" if found is None else found.read().decode("utf-8")


def text_of(root: ElementTree.Element) -> str:
    """The sentences of a document, one a line."""
    return "\n".join(marked_sentences(root))


def mentions(topic: str, name: str, root: ElementTree.Element, valid: frozenset[int], text: str) -> Iterator[Mention]:
    """The acts marked in the validated sentences, where their words are found again in the text."""
    spans: dict[str, tuple[int, int]] = {}
    sentence: dict[str, int] = {}
    at = 0
    for token in root.iter("token"):
        word, key = token.text or "", token.get("t_id", "")
        found = text.find(word, at, at + len(word) + 200)
        sentence[key] = int(token.get("sentence", "0"))
        if found >= 0 and word:
            spans[key], at = (found, found + len(word)), found + len(word)
    acts = {}
    for chain in root.findall("./Relations/*"):
        label = chain.get("note") if chain.tag == "CROSS_DOC_COREF" else f"{name} {chain.get('r_id')}"
        acts.update({s.get("m_id"): label for s in chain.findall("source")})
    for mark in root.findall("./Markables/*"):
        keys = [a.get("t_id", "") for a in mark.findall("token_anchor")]
        if "ACTION" in mark.tag and keys and sentence[keys[0]] in valid and all(k in spans for k in keys):
            act = acts.get(mark.get("m_id")) or f"{name} {mark.get('m_id')}"
            yield Mention(topic, tuple(spans[k] for k in keys), act)


def known(found: Sequence[Mention], reading: Reading, sentences: Sequence[Sentence], tools: Tools) -> Iterator[Known]:
    """The mentions with a word that a frame knows."""
    words: dict[int, tuple[int, str]] = {}
    for sentence in sentences:
        tree = Tree(sentence)
        for trigger in find_triggers(tree, tools.book.frames):
            token = tree.tokens[trigger.token]
            words[token.start] = (token.end, tree.lemma(trigger.token))
    for mention in found:
        start = next((s for s, _ in mention.tokens if s in words), None)
        if start is not None:
            yield Known(reading.report.id, start, *words[start], mention.topic, mention.act)


def claim_at(mention: Known, claims: Sequence[Claim]) -> Claim | None:
    """The claim that rests on a mention's word: the narrowest whose words hold it and whose lemma is its."""
    around = [c for c in claims if c.act.start <= mention.start and mention.end <= c.act.end and stem(c.lemma) == stem(mention.lemma)]
    return min(around, key=lambda c: (c.act.end - c.act.start, c.id), default=None)


def answers(shared: Path, tools: Tools, topics: Sequence[int], limit: int | None) -> tuple[list[Known], list[str | None]]:
    """The mentions, and of each the event Casus puts it in, None where it makes no claim of it."""
    readings, asked = [], []
    for topic, name, root, valid in list(documents(shared, topics))[:: 5 if limit else 1]:
        try:
            report = report_from_text(text_of(root))
        except CasusError:
            continue
        readings.append(read_report(report, tools))
        marked = list(mentions(topic, name, root, valid, report.text))
        asked += known(marked, readings[-1], sentences_of(report, tools), tools)
    event = {c.id: e.id for e in fold(ground(readings)).merged.events for c in e.claims}
    claims = {r.report.id: r.claims for r in readings}
    told = [claim_at(m, claims[m.report]) for m in asked]
    return asked, [event[c.id] if c is not None else None for c in told]


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """CoNLL F1 over the mentions that frames know, and over those Casus makes a claim of."""
    yield from _scored(*answers(shared, tools, TEST, limit))


def _scored(asked: Sequence[Known], events: Sequence[str | None]) -> Iterator[Score]:
    coded = [k for k, e in enumerate(events) if e is not None]
    for what, chosen in (("acts frames know", range(len(asked))), ("acts coded", coded)):
        ours: Answers = [(events[k] or f"alone {k}", asked[k].act) for k in chosen]
        lemma: Answers = [((asked[k].topic, asked[k].lemma), asked[k].act) for k in chosen]
        parts = ", ".join(f"{name} {rates(ours).f1:.3f}" for name, rates in (("MUC", muc), ("B3", b_cubed), ("CEAF-e", ceaf_e)))
        note = f"{parts}; {len(coded)} of {len(asked)} mentions have a claim"
        yield Score("ECB+ test", f"CoNLL F1, {what}", conll(ours), len(ours), conll(lemma), "lemma and topic", BAR, note)


def main() -> None:
    """Print the scores of the test or the development topics."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--topics", choices=("test", "dev"), default="dev")
    options = parser.parse_args()
    tools = Tools.load()
    for score in _scored(*answers(options.shared, tools, TEST if options.topics == "test" else DEVELOPMENT, None)):
        print(f"{score.measure}: {score.value:.3f} (n {score.n}; lemma {score.anchor:.3f}; {score.note})")


if __name__ == "__main__":
    main()
