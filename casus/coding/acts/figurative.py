"""Figurative: act words that something else is called by, that are guessed at, or that only count crimes."""

from __future__ import annotations

from casus.coding.acts.drafts import Draft
from casus.coding.syntax import Tree

_CALLING = frozenset(
    "describe see regard view brand label denounce condemn portray characterize characterise cast paint hail dismiss slam decry".split()
)
_WORDS_AND_WORKS = frozenset(
    "leak law bill vote decision ruling plan policy report book film speech remark comment statement article tweet tax proposal "
    "treaty deal verdict move".split()
)
"""What may be called an attack and is none."""
_OPENING, _CLOSING = frozenset("“\"‘'"), frozenset("”\"’'")
_GUESSES = frozenset("perhaps maybe possibly probably likely presumably seemingly".split())
_MOVING = frozenset("rise increase fall drop decrease decline climb up down jump surge".split())
_COUNTED = frozenset({"det", "nmod:poss", "nummod"})
_SHARES = frozenset({"percent", "%", "percentage"})


def unmeant_of(tree: Tree, draft: Draft, *, tolled: bool) -> str:
    """Why the words tell no act that was done, "" where they may; a count of crimes with a toll of its own (`tolled`) is a total."""
    if _is_likened(tree, draft) or _is_in_scare_quotes(tree, draft):
        return "a word by which something else is called"
    if draft.sense.type != "ASSAULT" and draft.mood.kind == "hedged" and draft.mood.rule.strip("“”") in _GUESSES:
        return "a guess"
    if _is_struggle(tree, draft):
        return "a struggle against nobody"
    return "a statistic of many acts" if not tolled and _is_statistic(tree, draft) else ""


def _is_struggle(tree: Tree, draft: Draft) -> bool:
    """ "Declared war on litter", "pledged to fight malaria": a threat to what nobody could count, neither people nor things."""
    if draft.sense.id != "threaten-violence" or not draft.recipients:
        return False
    starts = {p.evidence.start for p in draft.recipients if p.kind == "unknown"}
    masses = [t for i, t in enumerate(tree.tokens) if t.start in starts and t.xpos == "NN" and not tree.children(i, *_COUNTED)]
    return len(masses) == len(draft.recipients)


def _is_likened(tree: Tree, draft: Draft) -> bool:
    """ "Described it as an assault on the poor", "the leaks were an attack on Panama": what something else is likened to."""
    i = draft.token
    if draft.trigger.form != "noun" or draft.trigger.light is not None:
        return False
    if tree.case(i) == "as" and tree.lemma(tree.tokens[i].head) in _CALLING:
        return True
    first = i
    while tree.rel(first) == "conj" and tree.tokens[first].head >= 0:
        first = tree.tokens[first].head
    subjects = tree.children(first, "nsubj") if tree.children(first, "cop") else ()
    return any(tree.tokens[s].upos == "NOUN" and tree.lemma(s) in _WORDS_AND_WORKS for s in subjects)


def _is_in_scare_quotes(tree: Tree, draft: Draft) -> bool:
    """ "An “information attack”": a noun set in quotation marks of its own."""
    trigger = draft.trigger
    if trigger.form != "noun" or trigger.first < 1 or trigger.last >= len(tree) or draft.sense.type != "ASSAULT":
        return False
    before = {t.text for t in tree.tokens[max(trigger.first - 2, 0) : trigger.first]}
    return bool(before & _OPENING) and tree.tokens[trigger.last].text in _CLOSING


def _is_statistic(tree: Tree, draft: Draft) -> bool:
    """ "Far fewer assaults", "murders are up 9 percent", "the number of rapes rose": crimes counted against other years or towns."""
    i = draft.token
    if draft.trigger.form != "noun" or draft.trigger.light is not None or draft.sense.type != "ASSAULT" or draft.actors:
        return False
    if tree.tokens[i].xpos != "NNS":
        return False
    if any(tree.lemma(c) in {"few", "fewer", "less", "more"} and tree.tokens[c].xpos == "JJR" for c in tree.children(i, "amod")):
        return True
    over = list(tree.ancestors(i))[:2]
    compared = any(tree.lemma(j) in _SHARES for a in over for j in tree.subtree(a))
    return compared and any(tree.lemma(a) in _MOVING for a in over)
