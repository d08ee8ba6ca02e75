"""Acts of words in the words of who does them: nobody else tells of them, and the writer vouches that they were said."""

from __future__ import annotations

from dataclasses import replace

from casus.coding.acts.drafts import Draft
from casus.coding.acts.filling import VERBAL
from casus.coding.speech.attribution import Attribution
from casus.coding.speech.content import is_set_off
from casus.coding.speech.nouns import NOUN_OF_SAYING
from casus.coding.syntax import Tree

_REFUSAL = "refusal"
_CONTRASTING = frozenset({"while", "whereas"})
_HE = frozenset({"he", "she"})
_ITSELF = frozenset({"it", "he", "she", "they", "we", "i"})
_SAYING = frozenset({"say", "announce", "declare", "state", "add", "confirm"})
_ANNOUNCING = frozenset({"announce", "declare"})
_DONE_BY_SAYING = VERBAL | {"SANCTION"}
"""Types of acts that are done in saying that one does them now."""


def in_own_words(tree: Tree, draft: Draft, attribution: Attribution) -> Attribution:
    """ "Was condemned in a joint statement by Mali and Niger": who does an act of words is not who tells of it."""
    said = attribution.status == "attributed" and draft.sense.type in _DONE_BY_SAYING and draft.trigger.form == "verb"
    if not said or not attribution.sources:
        return attribution
    doing = {p.evidence.start for p in draft.actors}
    own = all(s.evidence.start in doing and not s.chain for s in attribution.sources) and draft.sense.type in VERBAL
    own = own or draft.sense.id == _REFUSAL  # whoever says that he will not refuses in saying so
    own = own or _is_contrasted(tree, draft.token) or _is_his_aside(tree, draft) or _is_done_by_saying(tree, draft)
    if not (own or _is_in_what_was_written(tree, draft, attribution)):
        return attribution
    return replace(attribution, status="asserted", sources=(), rule="an act of words, in the words of who does it")


def _is_in_what_was_written(tree: Tree, draft: Draft, attribution: Attribution) -> bool:
    """ "Sent a letter asking the minister to resign", "a note demanding that": whoever wrote it does so in it."""
    clause = tree.predicates[draft.token]
    asks = tree.rel(clause) == "acl" and tree.tokens[clause].xpos == "VBG"
    return asks and attribution.rule.startswith(NOUN_OF_SAYING) and not any(s.chain for s in attribution.sources)


def _is_done_by_saying(tree: Tree, draft: Draft) -> bool:
    """ "Announced that it is suspending the talks", "said it was looking into the deaths": what who says so does now, no word of others."""
    clause = tree.predicates[draft.token]
    over = next((i for i in (clause, *tree.ancestors(clause)) if tree.rel(i) == "ccomp"), -1)
    verb = tree.tokens[over].head if over >= 0 else -1
    who = tree.subject(clause)
    if verb < 0 or who is None or tree.tokens[who].text.lower() not in _ITSELF or tree.subject(verb) is None:
        return False
    if tree.lemma(verb) not in (_SAYING if draft.sense.type in VERBAL else _ANNOUNCING) or not _is_joined(tree, clause, over):
        return False
    return _goes_on(tree, clause)


def _is_joined(tree: Tree, clause: int, over: int) -> bool:
    """Whether a clause is what is said, or joined right to it."""
    return clause == over or (tree.rel(clause) == "conj" and tree.tokens[clause].head == over)


def _goes_on(tree: Tree, clause: int) -> bool:
    """Told in the present, or as going on: "is suspending", "was looking into"; not "had warned", "would reject"."""
    helpers = tree.children(clause, "aux")
    now = tree.tokens[clause].xpos in {"VBZ", "VBP"} and not helpers
    going = tree.tokens[clause].xpos == "VBG" and bool(helpers) and all(tree.lemma(c) == "be" for c in helpers)
    return now or (going and all(tree.tokens[c].text.lower() not in {"been", "be"} for c in helpers))


def _is_contrasted(tree: Tree, token: int) -> bool:
    """ "China said the text tied its hands, while Russia faulted its authors": told beside what another said."""
    clause = tree.predicates[token]
    marks = {tree.tokens[c].text.lower() for c in tree.children(clause, "mark")}
    named = any(tree.tokens[c].upos in {"NOUN", "PROPN"} for c in tree.children(clause, "nsubj"))
    return named and bool(marks & _CONTRASTING) and is_set_off(tree, clause)


def _is_his_aside(tree: Tree, draft: Draft) -> bool:
    """ "The premier said it was made possible by officers, whom he accused of ...": what the speaker himself does in saying so."""
    clause = tree.predicates[draft.token]
    he = any(tree.tokens[c].text.lower() in _HE for c in tree.children(clause, "nsubj"))
    return he and tree.rel(clause) == "acl:relcl" and is_set_off(tree, clause) and tree.tokens[draft.token].xpos == "VBD"
