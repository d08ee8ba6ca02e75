"""Saying without a verb of saying: headlines ("Medics: strike kills six", "... - officials") and verdicts ("it is not true that")."""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.dates import load_dates
from casus.codebook.speech import SpeechWords
from casus.coding.mending.sayings import tail_mark
from casus.coding.speech.act import Speech, can_speak
from casus.coding.syntax import Tree

_TRUE = frozenset({"true", "correct", "accurate", "right", "case", "fact"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_LONGEST = 7


def marked_speeches(tree: Tree, words: SpeechWords) -> Iterator[Speech]:
    """Every saying of a sentence that marks or a verdict tell."""
    for k, first, last in (_head(tree, words), _tail(tree, words)):
        if k < 0:
            continue
        source = tree.phrase(tree.head_of(first, last))
        scope = frozenset(range(k + 1, len(tree))) if first < k else frozenset(range(k))
        yield Speech(source, k, tree.tokens[k].text, "asserts", scope, "headline: who says so before or after a mark")
    yield from _verdicts(tree, words)


_NOWHERE = (-1, 0, 0)


def _head(tree: Tree, words: SpeechWords) -> tuple[int, int, int]:
    """The colon after a speaker at the start of a sentence, and the speaker's token range."""
    k = next((i for i in range(1, min(_LONGEST, len(tree) - 2)) if tree.tokens[i].text == ":"), -1)
    if k < 0 or _is_dated(tree, k):
        return _NOWHERE
    if any(t.upos in {"VERB", "AUX"} for t in tree.tokens[:k]) or not any(t.upos == "VERB" for t in tree.tokens[k:]):
        return _NOWHERE
    quoted = tree.tokens[k + 1].text in {"“", '"'}
    first = 2 if tree.tokens[0].upos == "NUM" and tree.tokens[1].text in {"-", "–", "—"} and k > 2 else 0  # "15:31 - Ana Sol: ..."
    return (k, first, k) if _is_speaker(tree, first, k, words) and (not quoted or _is_a_person(tree, k)) else _NOWHERE


def _is_a_person(tree: Tree, colon: int) -> bool:
    """ "Police spokesperson Ana Sol: “...”": a name and nothing else before the colon of a quotation."""
    return any(n.kind == "person" and n.last == colon for n in tree.sentence.names)


def _is_dated(tree: Tree, k: int) -> bool:
    """ "4 June, Sake: ...", "Monday: ...": the head of an item, nobody who speaks."""
    days = load_dates()
    last = tree.tokens[k - 1].text.lower()
    if last in days.weekdays or (k > 1 and last in days.parts_of_day and tree.tokens[k - 2].text.lower() in days.weekdays):
        return True
    return any(t.upos == "NUM" for t in tree.tokens[:k]) and any(t.text == "," for t in tree.tokens[:k])


def _tail(tree: Tree, words: SpeechWords) -> tuple[int, int, int]:
    """The colon or dash before a speaker at the end of a headline, and the speaker's token range."""
    k = tail_mark(tree.tokens)
    return (k, k + 1, len(tree)) if k is not None and _is_speaker(tree, k + 1, len(tree), words) else _NOWHERE


def _is_speaker(tree: Tree, first: int, last: int, words: SpeechWords) -> bool:
    i = tree.head_of(first, last)
    placed = tree.is_named(i, "place")
    return not placed and tree.tokens[i].upos in {"NOUN", "PROPN"} and can_speak(tree, i, words)


def _verdicts(tree: Tree, words: SpeechWords) -> Iterator[Speech]:
    """ "It was not true that soldiers had shot ...": what hangs on the verdict is denied by whoever speaks."""
    for i in range(len(tree)):
        clauses = _judged(tree, i)
        if clauses and is_denying(tree, i, words):
            scope = frozenset(j for c in clauses for j in tree.subtree(c))
            yield Speech(None, i, tree.tokens[i].text, "denies", scope, f"the verdict “{tree.tokens[i].text}”")


def _judged(tree: Tree, i: int) -> tuple[int, ...]:
    """The clauses a verdict is of; "it is not true that they ..., he said" may hang them on the saying."""
    clauses = tree.children(i, "csubj", "ccomp") if tree.children(i, "cop") else ()
    if clauses or i + 1 >= len(tree) or not (tree.children(i, "cop") and tree.children(i, "expl")):
        return clauses
    that = tree.tokens[i + 1]
    return (that.head,) if that.text.lower() == "that" and that.deprel == "mark" and that.head > i else ()


def is_denying(tree: Tree, i: int, words: SpeechWords) -> bool:
    """Whether a predicate calls something false: "a lie", "baseless", "not true"."""
    negated = any(tree.tokens[c].text.lower() in _NEGATIONS for c in tree.children(i, "advmod", "det"))
    lemma = tree.lemma(i)
    return (lemma in _TRUE and negated) or (not negated and (lemma in words.verdicts or tree.tokens[i].text.lower() in words.verdicts))
