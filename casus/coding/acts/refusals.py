"""Refusals: "X says it will not release them" refuses without the word.

PLOVER codes the refusal to help, yield, meet or sign as REJECT (PLOVER manual, REJECT); it is no denial of a deed.
"""

from __future__ import annotations

from dataclasses import replace

from casus.codebook import Codebook
from casus.coding.acts.drafts import Draft
from casus.coding.mood.kinds import Mood
from casus.coding.roles.guards import allows
from casus.coding.syntax import Tree

SENSE = "refusal"
_GIVING = frozenset("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT".split())
_WILL = frozenset({"will", "wo", "shall", "'ll", "’ll", "would"})


def as_refusal(tree: Tree, draft: Draft, book: Codebook) -> Draft:
    """The draft, or where its doers say they will not do what helps or yields, the draft of their refusing."""
    if draft.sense.type not in _GIVING or draft.mood.kind != "negated" or draft.trigger.form != "verb" or not draft.actors:
        return draft
    sense = book.frames.sense(SENSE)
    if sense is None or not _will_not(tree, draft.token) or not _is_own_word(tree, draft):
        return draft
    if not all(allows(("political",), p.kind) or p.evidence.words.lower() in {"it", "he", "she", "they", "we", "i"} for p in draft.actors):
        return draft
    return replace(draft, sense=sense, pattern=sense.verbs[0], mood=Mood("done", draft.mood.cue, "“will not”: refused"), certain=True)


def _will_not(tree: Tree, verb: int) -> bool:
    auxiliaries = tree.children(verb, "aux")
    return tree.denied(verb) and any(tree.lemma(c) in _WILL or tree.tokens[c].text.lower() in _WILL for c in auxiliaries)


def _is_own_word(tree: Tree, draft: Draft) -> bool:
    """Whether nobody else says so ("analysts say X will not yield" is a guess of theirs)."""
    verb = tree.tokens[draft.token].head
    if tree.rel(draft.token) != "ccomp" or verb < 0:
        return True
    subject, speaker = tree.subject(draft.token), tree.subject(verb)
    if subject is None or subject == speaker or tree.tokens[subject].upos == "PRON":
        return True
    return any(tree.tokens[c].upos == "PRON" for c in tree.children(subject, "nmod:poss"))
