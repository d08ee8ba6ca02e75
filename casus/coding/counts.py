"""Counts: the figures of one act, from the statements of harm that belong to it and the numbers in its parties.

A toll given as such comes first; zero holds only where nothing else is said; figures joined in one clause are one total.
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.drafts import Draft
from casus.coding.harmed import ONE_BY_ONE, Harm
from casus.coding.numbers import find_numbers
from casus.coding.scene import Scene
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import EVENT_TYPES
from casus.model.count import Count

COORDINATED = "coordinated figures of one clause"
_JOINTS = frozenset({"and", "as well as", "along with", "together with", ""})
COUNTED = ("killed", "injured", "killed_or_injured", "captured")
"""The counts of people harmed that a claim can hold."""


def count_of(scene: Scene, harms: Sequence[Harm], kind: str) -> Count | None:
    """The whole's figure: a toll given as such first, then the first stated; zero only if nothing else is said."""
    mine = [h for h in harms if h.kind == kind]
    counts = [(h, c) for h in mine if (c := h.count(scene.tree, scene.report, scene.book.harm)) is not None]
    if not counts:
        return _told_singly(scene, mine, kind)
    stated = [(h, c) for h, c in counts if h.toll] or [(h, c) for h, c in counts if not h.none] or counts
    first, figure = stated[0]
    if first.toll:
        return figure
    beside = [c for h, c in stated if h.predicate == first.predicate or _joined_to(scene, h, first)]
    total = _joined(scene, beside) if len(beside) > 1 else figure
    uncounted = [h for h in mine if h.number is None and not h.none and all(h is not x for x, _ in counts)]
    return _with_uncounted(scene, total, counts[0][0], uncounted)


def _told_singly(scene: Scene, harms: Sequence[Harm], kind: str) -> Count | None:
    """ "The mayor was killed", "he and his driver died": as many as the clause names, where it gives no figure."""
    ones = [h for h in harms if not h.part and not h.none and h.befalls(scene.tree, scene.book.harm) == "one"]
    named = [h.people for h in ones if h.people is not None and h.predicate == ones[0].predicate]
    phrases = {p.head: p for k, p in enumerate(named) if k == 0 or _is_another(scene.tree, p)}
    if not phrases:
        return None
    more = any(h.befalls(scene.tree, scene.book.harm) == "many" for h in harms if h.predicate == ones[0].predicate)
    spans = [scene.tree.span(p.first, p.last) for p in phrases.values()]
    evidence = scene.report.evidence(kind, min(a for a, _ in spans), max(b for _, b in spans), ONE_BY_ONE)
    return Count(len(phrases), len(phrases), None if more else len(phrases), evidence, evidence.words, None, ONE_BY_ONE)


def _is_another(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase joined to one person names another: "senator and candidate Ana Ruiz" is one, "the mayor and his wife" are two."""
    return tree.tokens[phrase.head].upos != "NOUN" or bool(tree.children(phrase.head, "det", "nmod:poss", "nummod"))


def _with_uncounted(scene: Scene, total: Count, counted: Harm, others: Sequence[Harm]) -> Count:
    """ "The leader and two of his aides" are three; "two aides and several rebels" are two and more."""
    beside = [h for h in others if h.people is not None and (h.predicate == counted.predicate or _joined_to(scene, h, counted))]
    ones, many = (sum(h.befalls(scene.tree, scene.book.harm) == what for h in beside) for what in ("one", "many"))
    if not ones + many or not total.low == total.best == total.high or total.best is None:
        return total
    n = total.best + ones
    who = f"{n - ones} counted" + (f", {ones} named singly" if ones else "") + (", others uncounted" if many else "")
    spans = [scene.tree.span(h.people.first, h.people.last) for h in (counted, *beside) if h.people is not None]
    start, end = min(total.evidence.start, *(a for a, _ in spans)), max(total.evidence.end, *(b for _, b in spans))
    evidence = scene.report.evidence(total.evidence.field, start, end, "those named in one clause")
    return Count(n, n, None if many else n, evidence, evidence.words, total.qualifier, f"one clause: {who}")


def _joined_to(scene: Scene, harm: Harm, other: Harm) -> bool:
    """Whether one predicate is joined to the other ("captured a leader and detained several rebels"), by no doer of its own."""
    tree, (first, second) = scene.tree, sorted((harm, other), key=lambda h: h.predicate)
    one, two = first.predicate, second.predicate
    harmed = second.people.head if second.people is not None else None
    return tree.rel(two) == "conj" and tree.tokens[two].head == one and tree.agent(two) in {None, tree.agent(one), harmed}


def _joined(scene: Scene, counts: Sequence[Count]) -> Count:
    """ "three soldiers and two police officers were killed": one sentence's coordinated figures are one total."""
    spans = [c.evidence for c in counts]
    between = scene.report.text[min(e.end for e in spans) : max(e.start for e in spans)]
    exact = all(c.best is not None and c.low == c.best and c.high in {c.best, None} for c in counts)
    together = between.strip(" ,\n").lower() in _JOINTS or between.count(",") + between.count(" and ") >= 1
    if not exact or not together or len(between) > 60:
        return counts[0]
    total, rule = sum(c.best or 0 for c in counts), COORDINATED
    loose = [c for c in counts if c.high is None]
    start, end = min(e.start for e in spans), max(e.end for e in spans)
    evidence = scene.report.evidence(spans[0].field, start, end, rule)
    return Count(total, total, None if loose else total, evidence, evidence.words, loose[0].qualifier if loose else None, rule)


def size_of(scene: Scene, draft: Draft) -> Count | None:
    """How many take part or are moved: the number in the actor's phrase, for deportations and a user's own types the recipient's."""
    own = draft.sense.type not in EVENT_TYPES
    parties = (*draft.recipients, *draft.actors) if own else draft.recipients if draft.sense.type in {"COERCE", "RETREAT"} else draft.actors
    if not own and draft.sense.type not in {"MOBILIZE", "PROTEST", "COERCE", "RETREAT", "ASSAULT", "AID"}:
        return None
    numbers = find_numbers(scene.tree)
    for party in parties:
        for n in numbers:
            start, end = scene.tree.span(n.first, n.last)
            if party.evidence.start <= start and end <= party.evidence.end:
                evidence = party.evidence.as_field("size", n.rule)
                who = scene.report.text[scene.tree.tokens[n.last - 1].end : party.evidence.end].strip()
                return Count(n.low, n.best, n.high, evidence, who or None, n.qualifier, n.rule)
    return None
