"""Quotes: words in quotation marks with their speaker, found across sentences; scare quotes have none.

A quote belongs to the speech of its sentence; a sentence that is all quote belongs to the speech before it in the same
paragraph, or after it. One or two quoted words under "called", "hailed as" belong to the one who so calls.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casus.codebook import Codebook
from casus.codebook.kinds import is_people
from casus.codebook.occasions import load_occasions
from casus.codebook.speech import load_speech
from casus.coding.speech.act import Speech, can_speak
from casus.coding.speech.quotations import Quotation
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Source
from casus.model.quote import Quote
from casus.model.text import Report, Sentence

_LABELLING = frozenset(
    "call describe hail label dub brand term denounce condemn characterize characterise slam refer criticize criticise "
    "praise deem consider name style portray".split()
)

_MAIN = frozenset({"root", "ccomp", "conj", "parataxis"})
_THUS = frozenset({"so", "thus"})
_ADDRESSING = frozenset({"address", "speak", "talk", "face", "react", "meet", "phone", "call"})
"""Verbs by which somebody is about to say something ("addressed reporters")."""
_LABEL = 4
"""Up to so many words in quotation marks may be a label or a term."""


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """A sentence with its tree and speeches, as quotes need it."""

    sentence: Sentence
    tree: Tree
    speeches: tuple[Speech, ...]


def find_quotes(
    report: Report, spoken: Sequence[SpokenSentence], quotations: Sequence[Quotation], book: Codebook
) -> tuple[tuple[Quote, ...], Mapping[int, Source]]:
    """The quotes of a report, and for each quotation (by its start) the source that speaks it, if one is known."""
    speakers: dict[int, Source] = {}
    for q in quotations:
        own = _own_speaker(report, spoken, q, book)
        if own is not None:
            speakers[q.start] = own
    _carry(report, spoken, quotations, speakers, book)
    quotes = tuple(_quote(report, spoken, q, speakers.get(q.start)) for q in quotations if _is_speech_like(report, q))
    return quotes, speakers


def unknown_speaker(report: Report, q: Quotation, *, clause: bool) -> Source | None:
    """Somebody nobody names, for words in quotation marks that are more than a label: a quotation is never the report's own word.

    `clause`: the words hold a doer with his deed, and are no label however few.
    """
    words = report.text[q.start : q.end].split()
    if len(words) <= _LABEL and not clause:
        return None
    evidence = report.evidence("source", q.start, q.start + len(words[0]), "quotation marks; no speaker found")
    return Source("unnamed", "unknown", "quotation marks", "asserts", evidence)


def _is_speech_like(report: Report, q: Quotation) -> bool:
    return any(c.isalpha() for c in report.text[q.start : q.end])


def _sentences_of(spoken: Sequence[SpokenSentence], q: Quotation) -> list[SpokenSentence]:
    return [s for s in spoken if s.sentence.start < q.end and q.start < s.sentence.end]


def _own_speaker(report: Report, spoken: Sequence[SpokenSentence], q: Quotation, book: Codebook) -> Source | None:
    """The speaker named in a sentence that holds a part of the quotation."""
    for s in _sentences_of(spoken, q):
        inside = {i for i, t in enumerate(s.tree.tokens) if q.start <= t.start and t.end <= q.end}
        outer = [x for x in s.speeches if x.source is not None and x.verb not in inside and x.source.head not in inside]
        covering = [x for x in outer if inside & x.scope]
        label = _labeller(s.tree, inside)
        if label is not None and (not covering or len(inside) <= 4):
            speech = Speech(label[0], label[1], s.tree.tokens[label[1]].text, "asserts", frozenset(inside), "labelling verb")
            chain = tuple(_words(report, s.tree, x.source) for x in covering if x.source and x.source.head != label[0].head)
            return make_source(report, s.tree, speech, book.actors, chain=chain)
        if covering:
            inner = min(covering, key=lambda x: len(x.scope))
            chain = tuple(_words(report, s.tree, x.source) for x in covering if x is not inner and x.source is not None)
            return make_source(report, s.tree, inner, book.actors, chain=chain)
        if outer and not _is_short(inside):
            return make_source(report, s.tree, outer[0], book.actors)
    return None


def _before_colon(report: Report, spoken: Sequence[SpokenSentence], q: Quotation, book: Codebook) -> Source | None:
    """ "The ministry justified the strike: “...”": whoever does what the colon ends speaks the words after it."""
    at = len(report.text[: max(q.start - 1, 0)].rstrip()) - 1
    own = next((s for s in spoken if s.sentence.start <= at < s.sentence.end), None)
    if own is None or report.text[at] != ":" or len(report.text[q.start : q.end].split()) <= _LABEL:
        return None
    tree, k = own.tree, sum(t.start < at for t in own.tree.tokens)
    doing = [(i, tree.subject(i)) for i in range(k) if tree.tokens[i].upos == "VERB" and tree.rel(i) in _MAIN]
    able = [(i, n) for i, n in doing if n is not None and n < i and tree.tokens[n].upos != "PRON" and can_speak(tree, n, book.speech)]
    if not able:
        return None
    verb, subject = able[-1]
    speech = Speech(tree.phrase(subject), verb, tree.tokens[verb].text, "asserts", frozenset(), "before the colon of a quotation")
    return make_source(report, tree, speech, book.actors)


def _is_short(inside: set[int]) -> bool:
    return len(inside) <= 3


def _labeller(tree: Tree, inside: set[int]) -> tuple[Phrase, int] | None:
    """Who labels something with the quoted words ("which it called “barbaric”", "hailed as a “blessing” by X")."""
    for i in sorted(inside):
        for a in tree.ancestors(i):
            if a in inside:
                continue
            if tree.lemma(a) in _LABELLING and tree.tokens[a].upos == "VERB":
                agent = tree.agent(a)
                if agent is not None and agent not in inside:
                    return tree.phrase(agent), a
            if tree.tokens[a].deprel in {"root", "ccomp", "parataxis"}:
                break
    return None


def _words(report: Report, tree: Tree, phrase: Phrase | None) -> str:
    assert phrase is not None
    return report.text[slice(*tree.span(phrase.first, phrase.last))]


def _carry(
    report: Report, spoken: Sequence[SpokenSentence], quotations: Sequence[Quotation], speakers: dict[int, Source], book: Codebook
) -> None:
    """Sentences that are all quote take the speaker beside them in their paragraph; continued paragraphs the one before."""
    for q in quotations:
        beside = None if q.start in speakers else _cut_off(report, spoken, q, book) or _before_colon(report, spoken, q, book)
        if beside is not None:
            speakers[q.start] = beside
    for k, q in enumerate(quotations):
        if q.start in speakers or not _is_whole(report, spoken, q):
            continue
        before = quotations[k - 1] if k else None
        after = quotations[k + 1] if k + 1 < len(quotations) else None
        for other in (after if before is None or not q.continued else before, before, after):
            if other is None or other.start not in speakers:
                continue
            if _same_block(report, q, other) or q.continued or (other is before and _goes_on(report, other, q)):
                speakers[q.start] = speakers[other.start]
                break
        else:
            said = _beside(report, spoken, q, book)
            if said is not None:
                speakers[q.start] = said


def _beside(report: Report, spoken: Sequence[SpokenSentence], q: Quotation, book: Codebook) -> Source | None:
    """Who speaks in the sentence before a quotation that fills its own, or right after it with "so said"."""
    own = _sentences_of(spoken, q)
    if not own:
        return None
    first, last = own[0].sentence.index, own[-1].sentence.index
    over = _across(report, spoken, q, (first, last))
    if over is not None:
        return make_source(report, spoken[over[0]].tree, over[1], book.actors)
    for k in (first - 1, last + 1):
        if not 0 <= k < len(spoken) or spoken[k].sentence.paragraph != own[0].sentence.paragraph:
            continue
        said = [s for s in spoken[k].speeches if s.source is not None and (k < first or spoken[k].tree.tokens[0].text.lower() in _THUS)]
        teller = _turned_to(spoken[k].tree) if k < first and not said and not spoken[k].sentence.heading else None
        if said or teller is not None:
            return make_source(report, spoken[k].tree, teller or max(said, key=lambda s: s.verb), book.actors)
    return None


def _turned_to(tree: Tree) -> Speech | None:
    """ "Ana Sol addressed reporters.", "The minister was blunt.": the sentence turns to somebody, whose words follow in quotation marks."""
    root = next((i for i in range(len(tree)) if tree.rel(i) == "root"), -1)
    subject = tree.subject(root) if root >= 0 and not tree.passive(root) else None
    if subject is None or not can_speak(tree, subject, load_speech()) or tree.is_nobody(subject):
        return None
    described = bool(tree.children(root, "cop")) and tree.tokens[root].upos == "ADJ"
    speaking = _ADDRESSING | load_occasions().judging | set(load_speech().verbs)
    if tree.lemma(root) not in speaking and not (described and _is_one(tree, subject)):
        return None
    return Speech(tree.phrase(subject), root, tree.tokens[root].text, "asserts", frozenset(), "a sentence that turns to the speaker")


def _is_one(tree: Tree, subject: int) -> bool:
    return tree.tokens[subject].xpos in {"NN", "NNP"} and (tree.is_named(subject, "person") or is_people(tree.lemma(subject)))


def _across(report: Report, spoken: Sequence[SpokenSentence], q: Quotation, own: tuple[int, int]) -> tuple[int, Speech] | None:
    """Who speaks a paragraph that is all quote: who ends the paragraph before with a saying, told with the number of its sentence."""
    block = next((b for b in report.blocks if b.start <= q.start < b.end), None)
    if block is None or q.start > block.start + 1 or q.end < block.end - 2:
        return None
    k = own[0] - 1
    if k < 0 or spoken[k].sentence.heading:
        return None
    last = [s for s in spoken[k].speeches if s.source is not None and spoken[k].tree.rel(s.verb) in {"root", "parataxis"}]
    return (k, last[0]) if len(last) == 1 and last[0].stance in {"asserts", "threatens"} else None


def _cut_off(report: Report, spoken: Sequence[SpokenSentence], q: Quotation, book: Codebook) -> Source | None:
    """Who speaks a quotation that breaks off at a comma before its speaker ("...,” / Ana Sol told the radio)."""
    own = _sentences_of(spoken, q)
    broken = q.closed and report.text[q.start : q.end].rstrip().endswith(",")
    if not own or not broken or q.end < own[-1].sentence.end - 2 or own[-1].sentence.index + 1 >= len(spoken):
        return None
    after = spoken[own[-1].sentence.index + 1]
    teller = _teller(after.tree)
    return make_source(report, after.tree, teller, book.actors) if teller is not None else None


def _teller(tree: Tree) -> Speech | None:
    """Who tells something in a sentence that says nothing of it itself: "Ana Sol told the radio."."""
    root = next((i for i in range(len(tree)) if tree.rel(i) == "root"), -1)
    agent = tree.agent(root) if root >= 0 and tree.lemma(root) in load_speech().verbs else None
    if agent is None or tree.tokens[agent].upos == "PRON":
        return None
    return Speech(tree.phrase(agent), root, tree.tokens[root].text, "asserts", frozenset(), "a quotation breaks off before its speaker")


def _is_whole(report: Report, spoken: Sequence[SpokenSentence], q: Quotation) -> bool:
    return any(q.start <= s.sentence.start + 2 and q.end >= s.sentence.end - 3 for s in _sentences_of(spoken, q))


def _same_block(report: Report, a: Quotation, b: Quotation) -> bool:
    return any(block.start <= a.start < block.end and block.start <= b.start < block.end for block in report.blocks)


def _goes_on(report: Report, before: Quotation, q: Quotation) -> bool:
    """A paragraph that opens with a mark and never closes it, right after a paragraph of somebody's words, goes on with them."""
    blocks = [next((i for i, b in enumerate(report.blocks) if b.start <= x.start < b.end), -1) for x in (before, q)]
    return not q.closed and blocks[1] - blocks[0] == 1 and q.start <= report.blocks[blocks[1]].start + 1


def _quote(report: Report, spoken: Sequence[SpokenSentence], q: Quotation, source: Source | None) -> Quote:
    sentences = _sentences_of(spoken, q)
    index = sentences[0].sentence.index if sentences else 0
    words = report.evidence("quote", q.start, q.end, "quotation marks" if q.closed else "quotation mark not closed")
    if source is None:
        return Quote(report.id, index, words, None, None, None, "unknown")
    speaker = source.evidence.as_field("speaker")
    return Quote(report.id, index, words, source.name, speaker, source.verb, source.capacity, source.chain, source.id)
