"""Mood of nouns: whether an act told by a noun is told as done ("an alleged raid", "the threat of attack", "attack helicopters")."""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.modality import Modality
from casus.coding.acts.finding import Trigger
from casus.coding.mood.kinds import NOT_DONE, Mood
from casus.coding.mood.verbs import verb_moods
from casus.coding.syntax import Tree

_COMPOUND_HEADS = frozenset("campaign death toll victim casualty killing spree wave series report site scene".split())
_BEFORE_IT = frozenset({"after", "following", "since", "amid"})
"""What an act noun under such a preposition tells came first ("is fighting for his life after a shooting")."""
_ITS_SUBJECT = frozenset({"on", "over", "into"})
"""How a report says what it is about ("a report on the bombing"); a "report of" it only says that it was."""
_LIKELY = frozenset({"likely", "unlikely", "possible", "probable", "inevitable"})
_HINTS = frozenset({"information", "info", "tip", "clue", "detail", "lead", "evidence"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
_OCCURRENCE = frozenset("happen occur come follow take begin start resume continue open reopen convene end conclude last".split())


def noun_moods(tree: Tree, trigger: Trigger, words: Modality) -> Iterator[Mood]:
    """What an act noun's own words, its clause and the word above it make of it."""
    i = trigger.token
    for c in tree.children(i):
        lemma, text = tree.lemma(c), tree.tokens[c].text.lower()
        if tree.rel(c) == "det" and text in words.negations:
            yield Mood("negated", c, f"“{text}”")
        if tree.rel(c) == "advmod" and text in words.hedge_adverbs:
            yield Mood("hedged", c, f"“{text}”")
        if tree.rel(c) in {"acl", "compound"} or (tree.rel(c) == "amod" and c < i):  # not "the raid ..., reported Reuters"
            if lemma in words.planned_adjectives or text in words.planned_adjectives:
                yield Mood("planned", c, f"“{text}”")
            elif lemma in words.hedge_adjectives or text in words.hedge_adjectives:
                yield Mood("hedged", c, f"“{text}”")
            elif lemma in words.unreal_adjectives or text in words.unreal_adjectives:
                yield Mood("imagined", c, f"“{text}”")
    head = tree.tokens[i].head
    if tree.rel(i) == "xcomp" and tree.lemma(head) in words.seeming_verbs:
        yield Mood("hedged", head, f"under “{tree.tokens[head].text}”")
    yield from _any_noun(tree, i)
    yield from _without(tree, trigger)
    yield from _hedged_setting(tree, i, words)
    yield from _supposed_noun(tree, i, words)
    yield from _likely_noun(tree, i)
    yield from _noun_under_condition(tree, i)
    yield from _sought(tree, i)
    yield from _governed_noun(tree, i, trigger, words)


def _any_noun(tree: Tree, i: int) -> Iterator[Mood]:
    """ "Any attack will be answered": none that was made."""
    for c in tree.children(i, "det"):
        if tree.tokens[c].text.lower() == "any":
            yield Mood("imagined", c, "“any” of it")


def _without(tree: Tree, trigger: Trigger) -> Iterator[Mood]:
    """ "Ended without a clash", "without violence or arrests", "hardly a day goes by without an attack": none is told of."""
    i = trigger.token
    while tree.rel(i) == "conj" and tree.tokens[i].head >= 0:
        i = tree.tokens[i].head
    if trigger.light is None and tree.case(i) == "without" and not (_is_pointed(tree, i) or _is_pointed(tree, trigger.token)):
        yield Mood("negated", i, "“without” it")


def _hedged_setting(tree: Tree, i: int, words: Modality) -> Iterator[Mood]:
    """ "The second attack reportedly was in Gao": where or what it was is all that is told of it."""
    head = tree.tokens[i].head
    if head < 0 or not tree.rel(i).startswith("nsubj") or not tree.children(head, "cop"):
        return
    for c in tree.children(head, "advmod"):
        if tree.tokens[c].text.lower() in words.hedge_adverbs:
            yield Mood("hedged", c, f"“{tree.tokens[c].text}”")


def _supposed_noun(tree: Tree, i: int, words: Modality) -> Iterator[Mood]:
    """ "An attack on Rafah would be a disaster": what would be, if there were one."""
    head = tree.tokens[i].head
    pointed = any(tree.tokens[c].text.lower() not in {"a", "an", "any", "another"} for c in tree.children(i, "det", "nmod:poss"))
    if head < 0 or not tree.rel(i).startswith("nsubj") or pointed:
        return
    for c in tree.children(head, "aux"):
        if words.modals.get(tree.lemma(c), "") in {"future", "possible"}:
            yield Mood("imagined", c, f"“{tree.tokens[c].text}”")


def _likely_noun(tree: Tree, i: int) -> Iterator[Mood]:
    """ "Recruitment of fighters is likely to jump": how much of it there will be."""
    head = tree.tokens[i].head
    if head < 0 or not tree.rel(i).startswith("nsubj"):
        return
    over = [head, *(h for h in (tree.tokens[head].head,) if h >= 0 and tree.rel(head) in {"xcomp", "csubj"})]
    for h in over:
        if tree.lemma(h) in _LIKELY and tree.children(h, "cop"):
            yield Mood("imagined", h, f"“{tree.tokens[h].text}”")


def _sought(tree: Tree, i: int) -> Iterator[Mood]:
    """ "A reward for information leading to the arrest of the gunman": what is hoped for, not what came about."""
    lead = tree.tokens[i].head
    over = tree.tokens[lead].head if lead >= 0 and tree.rel(lead) in {"acl", "acl:relcl"} and tree.lemma(lead) == "lead" else -1
    if over >= 0 and tree.case(i) == "to" and tree.tokens[lead].xpos != "VBD" and tree.lemma(over) in _HINTS:
        yield Mood("imagined", lead, f"“{tree.tokens[over].text}” that may lead to it")


def _noun_under_condition(tree: Tree, i: int) -> Iterator[Mood]:
    """ "Unless there is a supply of weapons": what there would be."""
    if _is_pointed(tree, i):
        return
    while tree.rel(i) in {"conj", "nmod", "appos"} and tree.tokens[i].head >= 0:
        i = tree.tokens[i].head
    head = tree.tokens[i].head
    inside = tree.rel(i) in {"obj", "obl"} and head >= 0 and tree.rel(head) == "advcl"
    if head < 0 or not (inside or tree.rel(i).startswith("nsubj")) or _is_pointed(tree, i):
        return
    for c in tree.children(head, "mark"):
        if tree.lemma(c) in {"unless", "if", "lest"}:
            yield Mood("imagined", c, f"under “{tree.tokens[c].text}”")


def _governed_noun(tree: Tree, i: int, trigger: Trigger, words: Modality) -> Iterator[Mood]:
    """What the word above an act noun makes of it ("the threat of attack", "prevent attacks", "attack helicopters")."""
    head, rel = tree.tokens[i].head, tree.rel(i)
    while head >= 0 and rel == "conj":
        i, head, rel = head, tree.tokens[head].head, tree.rel(head)
    if head < 0 or trigger.light is not None:
        return
    if rel.startswith("nmod") and tree.lemma(head) in words.aggregate_words and tree.tokens[head].head >= 0:
        head, rel = tree.tokens[head].head, tree.rel(head)
    lemma, upos = tree.lemma(head), tree.tokens[head].upos
    if rel == "compound" and lemma not in _COMPOUND_HEADS:
        yield Mood("imagined", head, f"only qualifies “{tree.tokens[head].text}”")
    if upos in {"NOUN", "PROPN"}:
        if lemma in words.irrealis_nouns and tree.case(i) not in _BEFORE_IT:
            yield Mood("imagined", head, f"“{tree.tokens[head].text}” of it")
        elif lemma in words.saying_nouns and rel.startswith(("nmod", "acl")) and tree.case(i) not in _ITS_SUBJECT:
            none = any(tree.tokens[c].text.lower() in words.negations for c in tree.children(head, "det"))
            yield Mood("negated" if none else "hedged", head, f"“{'no ' * none}{tree.tokens[head].text}” of it")
    if upos == "VERB":
        under = (not rel.startswith("nsubj") or tree.passive(head)) and tree.case(i) not in _BEFORE_IT
        if under and lemma in words.irrealis_verbs and rel in {"obj", "nsubj:pass", "obl", "xcomp", "ccomp", "obl:agent"}:
            planned = lemma in words.planning_verbs
            yield Mood("planned" if planned else "imagined", head, f"under “{tree.tokens[head].text}”")
        if rel in {"obj", "obl"} and not _is_pointed(tree, i):
            yield from (Mood("imagined", m.cue, m.rule) for m in verb_moods(tree, head, words, depth=1) if m.kind in NOT_DONE)
        if rel.startswith("nsubj") and (lemma in _OCCURRENCE or tree.passive(head)):
            yield from verb_moods(tree, head, words, depth=1)


def _is_pointed(tree: Tree, i: int) -> bool:
    """Whether an act noun points to an act told elsewhere ("the attack", "their raid")."""
    return bool(tree.children(i, "nmod:poss")) or any(tree.tokens[c].text.lower() in _POINTING for c in tree.children(i, "det"))
