"""Counts: the figures of one act, from the statements of harm that belong to it and the numbers in its parties.

A toll given as such comes first; zero holds only where nothing else is said; figures joined in one clause are one total.
"""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.acts.drafts import Draft
from casus.coding.harm.harmed import ONE_BY_ONE, Harm
from casus.coding.harm.people import is_company, is_somebody
from casus.coding.numbers import Number, find_numbers
from casus.coding.roles.parties import counted
from casus.coding.scene import Scene
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import Party
from casus.model.claim import EVENT_TYPES
from casus.model.count import Count

COORDINATED = "coordinated figures of one clause"
_ANYBODY = frozenset({"people", "persons", "individuals", "suspects", "victims", "members"})
"""Words for people behind whom it may be said which they are ("ten people, six women and four men")."""
_NAMED = frozenset({"person", "organisation", "place", "facility", "weapon", "work"})
"""Kinds of names: a number in one counts nobody."""
_FAR = 60
"""Characters between the first and the last of several figures that are one total."""
_JOINTS = frozenset({"and", "as well as", "along with", "together with", ""})
COUNTED = ("killed", "injured", "killed_or_injured", "captured")
"""The counts of people harmed that a claim can hold."""


def count_of(scene: Scene, harms: Sequence[Harm], kind: str) -> Count | None:
    """The whole's figure: a toll given as such first, then the first stated; zero only if nothing else is said."""
    mine = [h for h in harms if h.kind == kind]
    mine = [h for h in mine if not h.more] or mine
    counts = [(h, c) for h in mine if (c := h.count(scene.tree, scene.report, scene.book.harm)) is not None]
    if not counts:
        return _told_singly(scene, mine, kind) or next((found for h in mine if (found := _listed(scene, h, kind)) is not None), None)
    stated = [(h, c) for h, c in counts if h.toll] or [(h, c) for h, c in counts if not h.none] or counts
    first, figure = stated[0]
    if first.toll:
        return figure
    beside = [(h, c) for h, c in stated if h.predicate == first.predicate or _joined_to(scene, h, first)]
    beside = list({(c.evidence.start, c.evidence.end): (h, c) for h, c in reversed(beside)}.values())[::-1]  # told twice of the same
    total = _joined(scene, [c for _, c in beside], _is_accompanied(scene, beside)) if len(beside) > 1 else figure
    uncounted = [h for h in mine if h.number is None and not h.none and all(h is not x for x, _ in counts)]
    return _with_uncounted(scene, total, counts[0][0], uncounted)


def _told_singly(scene: Scene, harms: Sequence[Harm], kind: str) -> Count | None:
    """ "The mayor was killed", "he and his driver died": as many as the clause names, where it gives no figure."""
    ones = [h for h in harms if not h.part and not h.none and h.befalls(scene.tree, scene.book.harm) == "one"]
    named = [h.people for h in ones if h.people is not None and h.predicate == ones[0].predicate]
    phrases = {p.head: p for k, p in enumerate(named) if k == 0 or _is_another(scene.tree, p) or _are_kin(scene, named[0], p)}
    if not phrases:
        return None
    more = any(h.befalls(scene.tree, scene.book.harm) == "many" for h in harms if h.predicate == ones[0].predicate)
    spans = [scene.tree.span(p.first, p.last) for p in phrases.values()]
    evidence = scene.report.evidence(kind, min(a for a, _ in spans), max(b for _, b in spans), ONE_BY_ONE)
    return Count(len(phrases), len(phrases), None if more else len(phrases), evidence, evidence.words, None, ONE_BY_ONE)


def _listed(scene: Scene, harm: Harm, kind: str) -> Count | None:
    """ "Police officers Ana Ruiz and Juan Paz were killed": as many as are named behind a word for more than one."""
    tree, people = scene.tree, harm.people
    if people is None or harm.part or harm.none or harm.befalls(tree, scene.book.harm) != "many":
        return None
    top = next((c for c in tree.children(people.head, "appos", "flat") if c > people.head), None)
    heads = tree.conjuncts(top) if top is not None else ()
    lasts = [_end_of_one(scene, c) for c in heads]
    if len(lasts) < 2 or None in lasts:
        return None
    last = max(n for n in lasts if n is not None)
    evidence = scene.report.evidence(kind, *tree.span(people.first, max(last, people.last)), ONE_BY_ONE)
    return Count(len(lasts), len(lasts), len(lasts), evidence, evidence.words, None, ONE_BY_ONE)


def _end_of_one(scene: Scene, i: int) -> int | None:
    """Where one of a list ends: a person's name, or one person by a word of his own ("their mother"); None where it is neither."""
    tree = scene.tree
    name = next((n for n in tree.sentence.names if n.first <= i < n.last and n.kind == "person"), None)
    if name is not None:
        return name.last
    single = tree.tokens[i].xpos == "NN" and scene.book.harm.is_person(tree.lemma(i)) and _is_another(tree, tree.phrase(i))
    return tree.phrase(i).last if single else None


def _is_another(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase joined to one person names another: "senator and candidate Ana Ruiz" is one, "the mayor and his wife" are two."""
    return tree.tokens[phrase.head].upos != "NOUN" or bool(tree.children(phrase.head, "det", "nmod:poss", "nummod"))


def _are_kin(scene: Scene, first: Phrase, other: Phrase) -> bool:
    """ "His mother and grandmother": two relatives of one person are two."""
    one, two = (scene.tree.lemma(p.head) for p in (first, other))
    return one != two and {one, two} <= scene.book.harm.kin


def _with_uncounted(scene: Scene, total: Count, counted: Harm, others: Sequence[Harm]) -> Count:
    """ "The leader and two of his aides" are three; "two aides and several rebels" are two and more."""
    beside = [h for h in others if h.people is not None and (h.predicate == counted.predicate or _joined_to(scene, h, counted))]
    ones, many = (sum(h.befalls(scene.tree, scene.book.harm) == what for h in beside) for what in ("one", "many"))
    if not ones + many or total.best is None or total.low != total.best or total.high not in {total.best, None}:
        return total
    n = total.best + ones
    who = f"{n - ones} counted" + (f", {ones} named singly" if ones else "") + (", others uncounted" if many else "")
    spans = [scene.tree.span(h.people.first, h.people.last) for h in (counted, *beside) if h.people is not None]
    start, end = min(total.evidence.start, *(a for a, _ in spans)), max(total.evidence.end, *(b for _, b in spans))
    evidence = scene.report.evidence(total.evidence.field, start, end, "those named in one clause")
    high = None if many or total.high is None else n
    return Count(n, n, high, evidence, evidence.words, total.qualifier, f"one clause: {who}")


def _joined_to(scene: Scene, harm: Harm, other: Harm) -> bool:
    """Whether one predicate is joined to the other ("captured a leader and detained several rebels"), by no doer of its own."""
    tree, (first, second) = scene.tree, sorted((harm, other), key=lambda h: h.predicate)
    one, two = first.predicate, second.predicate
    harmed = second.people.head if second.people is not None else None
    joined = tree.rel(two) == "conj" and tree.tokens[two].head == one
    return joined and (tree.agent(two) in {None, tree.agent(one), harmed} or _is_left_to(tree, one, two))


def _is_left_to(tree: Tree, one: int, two: int) -> bool:
    """ "A leader was captured and two rebels were held by police": the doer behind the second passive is the first one's."""
    return tree.passive(one) and tree.passive(two) and tree.agent(one) is None


def _is_accompanied(scene: Scene, beside: Sequence[tuple[Harm, Count]]) -> bool:
    """ "A leader, who had run a camp in the hills for years, along with one aide": two in one clause, however far apart they stand."""
    tree = scene.tree
    people = [h.people for h, _ in beside[1:]]
    return bool(people) and all(p is not None and is_company(tree, p.head, tree.case(p.head)) for p in people)


def _joined(scene: Scene, counts: Sequence[Count], accompanied: bool = False) -> Count:
    """ "three soldiers and two police officers were killed": one sentence's coordinated figures are one total."""
    spans = [c.evidence for c in counts]
    between = scene.report.text[min(e.end for e in spans) : max(e.start for e in spans)]
    if _is_whole(counts):
        return counts[0]
    exact = all(c.best is not None and c.low == c.best and c.high in {c.best, None} for c in counts)
    together = between.strip(" ,\n").lower() in _JOINTS or between.count(",") + between.count(" and ") >= 1
    if not exact or not (accompanied or (together and len(between) <= _FAR)):
        return counts[0]
    total, rule = sum(c.best or 0 for c in counts), COORDINATED
    loose = [c for c in counts if c.high is None]
    start, end = min(e.start for e in spans), max(e.end for e in spans)
    evidence = scene.report.evidence(spans[0].field, start, end, rule)
    return Count(total, total, None if loose else total, evidence, evidence.words, loose[0].qualifier if loose else None, rule)


def size_of(scene: Scene, draft: Draft) -> Count | None:
    """How many take part or are moved: the number in the actor's phrase, for deportations and a user's own types the recipient's.

    Those killed, hurt or taken are counted as such, and are not the size too; an age or a unit's number counts nobody.
    """
    own = draft.sense.type not in EVENT_TYPES
    parties = (*draft.recipients, *draft.actors) if own else draft.recipients if draft.sense.type in {"COERCE", "RETREAT"} else draft.actors
    if not own and draft.sense.type not in {"MOBILIZE", "PROTEST", "COERCE", "RETREAT", "ASSAULT", "AID"}:
        return None
    harmed = () if own else tuple(h.number.first for h in scene.harms if h.number is not None and h.kind in COUNTED)
    numbers = [n for n in find_numbers(scene.tree) if n.first not in harmed]
    for party in parties:
        for n in numbers:
            start, end = scene.tree.span(n.first, n.last)
            inside = party.evidence.start <= start and end <= party.evidence.end
            if inside and _counts_party(scene, n, party) and (own or draft.sense.type != "RETREAT" or _moves_people(scene, n)):
                evidence = party.evidence.as_field("size", n.rule)
                who = scene.report.text[scene.tree.tokens[n.last - 1].end : party.evidence.end].strip()
                return Count(n.low, n.best, n.high, evidence, who or None, n.qualifier, n.rule)
    return None


def _counts_party(scene: Scene, number: Number, party: Party) -> bool:
    """Whether a number says how many a party is: "60 commandos", "a crowd of 60"; not "C 60 commandos", "a driver, 60, of Lod"."""
    tree = scene.tree
    inside = [i for i, t in enumerate(tree.tokens) if party.evidence.start <= t.start < party.evidence.end]
    tops = [i for i in inside if tree.tokens[i].head not in inside]
    if not tops or any(n.first <= number.head < n.last for n in tree.sentence.names if n.kind in _NAMED):
        return False
    if number.first > inside[0] and tree.tokens[number.first - 1].upos == "PROPN":
        return False
    heads = {*tree.conjuncts(tops[0])}
    heads |= {n for h in tuple(heads) for case, n in tree.preps(h) if case == "of" and _is_quantity(scene, h, number)}
    beside = tree.tokens[number.head].head in heads and tree.rel(number.head) not in {"appos", "dep", "conj"}
    return number.head in heads or beside


def _is_whole(counts: Sequence[Count]) -> bool:
    """ "Ten people, six women and four men": the first is the whole of those that follow."""
    first, rest = counts[0], counts[1:]
    anybody = set((first.evidence.words or "").lower().split()) & _ANYBODY
    return len(rest) > 1 and bool(anybody) and first.best is not None and first.best == sum(c.best or 0 for c in rest)


def _is_quantity(scene: Scene, i: int, number: Number) -> bool:
    """Whether a noun only says how many of what follows ("a crowd of 60", "dozens of men")."""
    of_some = scene.tree.lemma(i) in scene.book.harm.bodies or counted(scene.tree, scene.tree.phrase(i)) is not None
    return of_some or number.first <= i < number.last


def _moves_people(scene: Scene, number: Number) -> bool:
    """Whether the ones counted are people ("two ports" are not)."""
    tree = scene.tree
    counted = tree.tokens[number.head].head if tree.rel(number.head) == "nummod" else number.head
    return number.first <= counted < number.last or is_somebody(tree, counted, scene.book.harm)
