"""Called false: who calls what is said untrue denies it, wherever the verdict stands.

"Said reports that it shelled the camp were untrue", "described as false claims that", "called reports that ... a lie", "said there was no
truth in reports that".
"""

from __future__ import annotations

from casus.codebook.speech import SpeechWords
from casus.coding.speech.marks import is_denying
from casus.coding.syntax import Tree

_CALLING = frozenset({"call", "describe", "brand", "label", "term", "dub", "slam", "denounce", "decry", "condemn"})
TRUTH = frozenset({"truth", "basis", "substance", "foundation", "merit", "veracity"})
"""Of what there is none in a false report."""


def called_false_by(tree: Tree, i: int, words: SpeechWords) -> int | None:
    """Who calls untrue what the noun of saying at `i` tells; None where nobody does."""
    verdict = _verdict_of(tree, i, words)
    verb = verdict if verdict is None or tree.lemma(verdict) in _CALLING else tree.tokens[verdict].head
    return tree.agent(verb) if verb is not None and verb >= 0 and tree.tokens[verb].upos == "VERB" else None


def _verdict_of(tree: Tree, i: int, words: SpeechWords) -> int | None:
    """The predicate that says so, or the verb of calling."""
    over = tree.tokens[i].head
    if over < 0:
        return None
    if tree.rel(i) == "nsubj" and tree.rel(over) == "ccomp" and _is_verdict(tree, over, words):
        return over
    if tree.tokens[over].upos == "VERB" and tree.rel(i) == "obj" and not tree.passive(over):  # the parse took the subject for an object
        clauses = (c for c in tree.children(over, "ccomp") if c > i and not tree.children(c, "nsubj", "expl"))
        judged = next((c for c in clauses if _is_verdict(tree, c, words)), None)
        if judged is not None:
            return judged
    if tree.lemma(over) in _CALLING and (_is_called(tree, i, words) or _is_called_behind(tree, i, over, words)):
        return over
    return _untruth(tree, i, over)


def _is_verdict(tree: Tree, clause: int, words: SpeechWords) -> bool:
    return bool(tree.children(clause, "cop")) and is_denying(tree, clause, words)


def _is_called(tree: Tree, i: int, words: SpeechWords) -> bool:
    """ "Described as false claims that"."""
    return any(tree.lemma(c) in words.verdicts for c in tree.children(i, "amod"))


def _is_called_behind(tree: Tree, i: int, verb: int, words: SpeechWords) -> bool:
    """ "Called reports that ... a lie": the verdict ends the sentence, whatever it hangs on."""
    last = max((j for j in tree.subtree(verb) if tree.tokens[j].upos != "PUNCT"), default=-1)
    return last > i and tree.tokens[last].upos in {"NOUN", "ADJ"} and is_denying(tree, last, words)


def _untruth(tree: Tree, i: int, over: int) -> int | None:
    """ "No truth in reports that": the clause that says there is none."""
    truth = over if tree.lemma(over) in TRUTH and tree.case(i) in {"in", "to", "for"} else None
    if truth is None or not any(tree.tokens[c].text.lower() == "no" for c in tree.children(truth, "det")):
        return None
    clause = tree.tokens[truth].head
    return clause if clause >= 0 and tree.rel(clause) in {"ccomp", "parataxis"} else None
