"""Slots: the phrases that fill one slot of a frame ("subj", "obj", "mod", a preposition) around a trigger."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casus.codebook.around_names import load_around_names
from casus.codebook.countries import load_countries
from casus.codebook.kinds import tells_doer
from casus.coding.acts.excluded import SEVERAL
from casus.coding.acts.finding import Trigger
from casus.coding.roles.aimed_at import is_ammunition
from casus.coding.roles.bearers import phrases_of
from casus.coding.syntax import Phrase, Tree

_WRITINGS = frozenset(
    "message statement post tweet letter note email article resolution declaration communique communiqué video speech remark comment "
    "report ruling motion petition order editorial".split()
)
_MEDIA = frozenset({"on", "via", "through", "in"})
_PUBLISHING = frozenset(
    "post issue release publish send write deliver make adopt pass sign give file share circulate approve put tweet".split()
)
_FEASTS = frozenset({"Easter", "Christmas", "Ramadan", "Eid", "Ashura", "Passover", "Diwali", "Hanukkah", "Nowruz", "Thanksgiving"})
_FORCES = frozenset({"police", "army"})
_OF_PEOPLE = frozenset(
    "release gathering crowd procession march rally protest demonstration assembly picket vigil mob arrest detention abduction "
    "kidnapping".split()
)
_PARTS = frozenset("throat head hand arm leg ear foot finger nose limb eye".split())
_POSTS = frozenset("president vice-president minister premier chancellor governor mayor senator chairman chair speaker leader".split())

Names = Callable[[Phrase], bool]
"""Whether a phrase names somebody or something that can be a party."""


def first_filled(tree: Tree, trigger: Trigger, slots: Sequence[str], names: Names, times: frozenset[int]) -> tuple[Phrase, ...]:
    """The phrases of the first of `slots` that anything but the pattern's own complement, an office or a day fills."""
    for slot in slots:
        phrases = [p for p in fill(tree, trigger, slot) if not _is_post(tree, p, slot) and p.head not in times]
        phrases = [p for p in phrases if not is_ammunition(tree, trigger, p)]  # "fired tear gas and rubber bullets at students"
        filled = tuple(p for p in phrases if not _is_complement(tree, trigger, p) or names(p))
        filled = filled or tuple(p for one in phrases for p in _of_whom(tree, one) if names(p))
        if filled:
            return filled
    return ()


def _of_whom(tree: Tree, phrase: Phrase) -> tuple[Phrase, ...]:
    """ "Dispersed a gathering of women", "cut off the hands of two miners": the people in what the pattern asked for."""
    if tree.lemma(phrase.head) not in _OF_PEOPLE | _PARTS:
        return ()
    owners = tree.children(phrase.head, "nmod:poss") if tree.lemma(phrase.head) in _PARTS else ()
    return oblique(tree, phrase.head, ("of", "by")) or tuple(p for o in owners for p in phrases_of(tree, o))


def _is_post(tree: Tree, phrase: Phrase, slot: str) -> bool:
    """ "Endorsed her for president", "named as minister": an office somebody is to fill, not somebody."""
    if slot not in {"for", "as"} or phrase.last - phrase.first > 3 or tree.lemma(phrase.head) not in _POSTS:
        return False
    return not tree.children(phrase.head, "det", "nmod:poss", "flat", "nummod")


def fill(tree: Tree, trigger: Trigger, slot: str) -> tuple[Phrase, ...]:
    """Everything that stands in one slot of a trigger, as the parse has it."""
    i = trigger.token
    if slot == "mod":
        return _modifiers(tree, i, trigger)
    if slot == "poss":
        return tuple(p for c in tree.children(i, "nmod:poss") for p in phrases_of(tree, c))
    if slot in {"subj", "obj", "iobj", "comp"}:
        head = _core(tree, i, slot) if trigger.form == "verb" else _who_is(tree, i) if slot == "subj" else None
        return tuple(p for p in phrases_of(tree, head) if not _joined_later(tree, i, head, p))
    given = tree.children(i, "iobj") if slot == "to" and trigger.form == "verb" else ()  # "sold Iran two jets": to Iran
    return oblique(tree, i, (slot,)) or _under_complement(tree, trigger, slot) or tuple(p for c in given for p in phrases_of(tree, c))


def _who_is(tree: Tree, i: int) -> int | None:
    """ "The dockers are on strike": who is said to be in what a noun tells."""
    subjects = tree.children(i, "nsubj") if tree.children(i, "cop") else ()
    return tree.antecedent(subjects[0]) if subjects else None


def _joined_later(tree: Tree, i: int, head: int | None, phrase: Phrase) -> bool:
    """ "Russia, which backs the army, and Turkey": what is joined to a noun after its relative clause has no part in that clause."""
    if head is None or not tree.rel(i).startswith("acl") or phrase.head == head:
        return False
    own = tree.rel(phrase.head) == "conj" and bool(tree.children(phrase.head, "acl:relcl"))
    comma = any(t.text == "," for t in tree.tokens[head : phrase.first])
    return (tree.tokens[i].head == head and head < i < phrase.head) or (own and comma)


def _under_complement(tree: Tree, trigger: Trigger, slot: str) -> tuple[Phrase, ...]:
    """ "entered into an agreement with Damascus": the party hangs on the complement."""
    if trigger.form != "verb" or slot == "of":
        return ()
    inside = [c for c in range(trigger.first, trigger.last) if c != trigger.token and tree.tokens[c].upos == "NOUN"]
    return next((found for c in inside if (found := oblique(tree, c, (slot,)))), ())


def _is_complement(tree: Tree, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase holds the complement that the pattern asked for ("open fire", "fired tear gas", "a wave of strikes")."""
    ends = {trigger.first, trigger.last - 1} - {trigger.token}
    last = phrase.last - 1 if tree.lemma(phrase.head) in SEVERAL else phrase.head
    return any(phrase.first <= end <= last for end in ends)


def _core(tree: Tree, i: int, slot: str) -> int | None:
    if slot == "subj":
        return tree.agent(i) if not _is_written(tree, i) else _writer(tree, i)
    if slot == "obj":
        return tree.patient(i)
    if slot == "iobj":
        found = tree.children(i, "iobj")
        return tree.antecedent(found[0]) if found else None
    for clause in tree.children(i, "ccomp", "xcomp", "advcl"):
        if tree.rel(clause) == "advcl" and not any(tree.lemma(m) == "to" for m in tree.children(clause, "mark")):
            continue  # "when police shot a boy, the union demanded an inquiry"
        subject = tree.subject(clause)
        if subject is not None and subject != tree.agent(i) and not tree.passive(clause):  # who asks that it be lifted asks nothing of it
            return subject
    return None


def _is_written(tree: Tree, i: int) -> bool:
    """ "A message on Twitter blaming Iran", "a statement condemning the army": a participle that tells what words say."""
    head = tree.tokens[i].head
    if tree.rel(i) != "acl" or tree.tokens[i].xpos != "VBG" or head < 0:
        return False
    above = tree.tokens[head].head
    beside = tree.children(above, "obj") if above >= 0 and tree.rel(head) in {"obl", "nmod"} else ()
    near = {tree.lemma(n) for n in (above, *beside) if n >= 0}
    return tree.lemma(head) in _WRITINGS or (tree.case(head) in _MEDIA and bool(near & _WRITINGS))


def _writer(tree: Tree, i: int) -> int | None:
    """Who put the words out: the subject of "posted", "issued"; else nobody."""
    verb = next((a for a in tree.ancestors(i) if tree.tokens[a].upos == "VERB"), None)
    return tree.agent(verb) if verb is not None and tree.lemma(verb) in _PUBLISHING else None


def oblique(tree: Tree, i: int, prepositions: Sequence[str]) -> tuple[Phrase, ...]:
    """Nominals under `i` with one of the prepositions, in the order the prepositions are listed."""
    pairs = list(tree.preps(i))
    for obj in tree.children(i, "obj"):
        pairs += [(case, n) for case, n in tree.preps(obj) if case not in {"of", "in"}]
    if tree.tokens[i].upos != "VERB":
        listed = [b for of, below in pairs if of == "of" for b in tree.conjuncts(below)]
        pairs += [(case, n) for b in listed for case, n in tree.preps(b) if case in {"by", "between"}]
    for preposition in prepositions:
        found = [n for case, n in pairs if case == preposition and not (preposition == "on" and _is_day(tree, n))]
        if found:
            return tuple(p for n in found[:1] for p in phrases_of(tree, n))
    return ()


def _is_day(tree: Tree, i: int) -> bool:
    """ "On the 10th of January": a day, and nobody something is done to."""
    return tree.is_named(i, "time")


def _is_likeness(tree: Tree, c: int) -> bool:
    """ "A paramilitary-style attack": what stands behind a hyphen only says what the act is like."""
    return c > 0 and tree.tokens[c - 1].text == "-" and f"-{tree.lemma(c)}" in load_around_names().apart


def _is_name_like(tree: Tree, c: int) -> bool:
    """ "Syrian", "Islamist"; what only opens its sentence ("Heavy clashes broke out") is written large, too."""
    token = tree.tokens[c]
    if token.upos != "ADJ" or not token.text[:1].isupper():
        return False
    opens = not any(t.upos not in {"PUNCT", "DET", "NUM"} for t in tree.tokens[:c])
    named = any(n.first <= c < n.last for n in tree.sentence.names) or load_countries().demonym(token.text) is not None
    return not opens or named or tells_doer(tree.lemma(c))


def _modifiers(tree: Tree, i: int, trigger: Trigger) -> tuple[Phrase, ...]:
    """Names, demonyms and nouns before an act noun: candidates for its actor ("Pakistani airstrikes", "rebel attack")."""
    out = []
    before = tree.children(i, "amod", "compound", "nmod", "nmod:desc")
    for c in (*before, *(j for b in before for j in tree.conjuncts(b)[1:] if b < j < i and tree.tokens[j].upos == "ADJ")):
        if trigger.first <= c < trigger.last and c != i and trigger.form == "noun" and tree.lemma(c) not in _FORCES:
            continue
        token = tree.tokens[c]
        if c < i and not tree.case(c) and (token.upos in {"PROPN", "NOUN"} or _is_name_like(tree, c)):
            if token.text in _FEASTS or _is_likeness(tree, c):
                continue
            name = next((n for n in tree.sentence.names if n.first <= c < n.last and n.last <= i), None)
            out.append(Phrase(name.first, name.last, c) if name is not None else tree.phrase(c))
    return tuple(out)
