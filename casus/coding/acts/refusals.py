"""Refusals: "X says it will not release them" refuses without the word.

PLOVER codes the refusal to help, yield, meet or sign as REJECT (PLOVER manual, REJECT); it is no denial of a deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook import Codebook
from casus.coding.acts.drafts import Draft
from casus.coding.acts.finding import Trigger
from casus.coding.mood.kinds import Mood
from casus.coding.roles.bearers import phrases_of
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import is_pronoun, kind_of_phrase, make_party
from casus.coding.syntax import Tree
from casus.model.text import Report

SENSE = "refusal"
_REFUSING = ("state", "government", "armed", "igo", "party", "person", "collective")
_GIVING_UP = frozenset({"relent", "rest", "falter"})
"""What nobody asked: "we will not relent" tells a resolve."""
_GIVING = frozenset("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT".split())
_YIELDING = frozenset(
    "accept allow permit attend recognise recognize negotiate sign join consider comply cooperate withdraw leave yield participate take "
    "talk sit meet resign step give return surrender disarm grant concede compromise obey tolerate".split()
)
"""What is refused by who says that he will not do it."""
_WILL = frozenset({"will", "wo", "shall", "'ll", "’ll", "would"})


def as_refusal(tree: Tree, draft: Draft, book: Codebook) -> Draft:
    """The draft, or where its doers say they will not do what helps or yields, the draft of their refusing."""
    if draft.sense.type not in _GIVING or draft.mood.kind != "negated" or draft.trigger.form != "verb" or not draft.actors:
        return draft
    if tree.lemma(draft.token) in _GIVING_UP:
        return draft
    sense = book.frames.sense(SENSE)
    if sense is None or not _will_not(tree, draft.token) or not _is_own_word(tree, draft):
        return draft
    if not all(allows(("political",), p.kind) or p.evidence.words.lower() in {"it", "he", "she", "they", "we", "i"} for p in draft.actors):
        return draft
    return replace(draft, sense=sense, pattern=sense.verbs[0], mood=Mood("done", draft.mood.cue, "“will not”: refused"), certain=True)


def find_refusals(report: Report, tree: Tree, drafts: Sequence[Draft], book: Codebook) -> Iterator[Draft]:
    """Drafts of "the front would not accept it", "the talks will not be attended by Damascus", where no other act is told by the verb."""
    sense = book.frames.sense(SENSE)
    if sense is None:
        return
    told = {d.token for d in drafts}
    for i in range(len(tree)):
        if tree.tokens[i].upos != "VERB" or tree.lemma(i) not in _YIELDING or i in told or not _will_not(tree, i):
            continue
        agent = tree.agent(i)
        phrases = [p for p in phrases_of(tree, agent) if is_pronoun(tree, p) or allows(_REFUSING, kind_of_phrase(tree, p, book.actors))]
        actors = tuple(make_party(report, tree, p, role="actor", table=book.actors, rule=SENSE) for p in phrases)
        draft = Draft(Trigger(i, "verb", (), i, i + 1), sense, sense.verbs[0], actors, (), (), (),
                      Mood("done", None, "“will not”: refused"), True, False, False)  # fmt: skip
        if actors and _is_own_word(tree, draft):
            yield draft


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
    if speaker is not None and any(tree.lemma(c) in {"its", "their"} for c in tree.children(speaker, "nmod:poss")):
        return True  # "the front would not accept it, its delegation said"
    return any(tree.tokens[c].upos == "PRON" for c in tree.children(subject, "nmod:poss"))
