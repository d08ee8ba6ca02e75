"""Acts: which words of a sentence tell an act, by the codebook's frames.

A frame matches a verb or a noun with what its pattern asks to stand beside it. Where several senses match one word,
the pattern that asks for more wins; guards on the parties are checked later (see roles.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from casus.codebook.frames import Frames, Pattern, Sense
from casus.coding.acts.excluded import SEVERAL, is_excluded
from casus.coding.acts.of_known import is_of_known
from casus.coding.counted_again import noun_meant
from casus.coding.syntax import SUBJECTS, Tree

VERB_TAGS = frozenset({"VERB"})
NOUN_TAGS = frozenset({"NOUN", "PROPN"})
_WOUNDS = frozenset({"wound", "injury", "burn", "bruise"})
"""Who has them suffered what made them."""
LightKind = Literal["active", "passive_like", "causal"]
_BEGINS = frozenset({"erupt", "break", "flare", "rage", "ensue", "resume", "start", "begin", "continue"})
"""Verbs that take over what hangs on the fight that is their subject ("fighting erupted in Gao between two clans")."""
_ASIDE = frozenset({"during", "after", "before", "following", "amid", "since", "despite", "until"})
"""Before a noun that is an occasion of what a verb tells, not what it tells of ("asked him during a meeting to")."""
_GROUND = frozenset(
    "town city village district area region territory province county state neighbourhood neighborhood quarter base camp post position "
    "hill airport port bridge building compound house island valley home office station hospital school church mosque hotel headquarters "
    "barracks university campus".split()
)
"""What can be taken or struck itself, and only tells where, after a word of place."""
_OFF = frozenset({"away", "off"})
_GERUND_OF = frozenset({"with", "against"})
_FROM = frozenset({"from"})
_AWAY = {"take": frozenset({"from", "to", "into"})}
"""Before what is not what a verb is done to where its object is told, for a verb of carrying away."""
_PLACING = frozenset({"in", "at", "near", "around", "outside", "inside", "within"})

_CORPSES = frozenset({"body", "corpse"})
"""The dead told as things: who "received seven bodies" or "saw a corpse" is not who died."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may tell an act: its token, the candidate senses (best first), the token range that matched."""

    token: int
    form: Literal["verb", "noun"]
    candidates: tuple[tuple[Pattern, Sense], ...]
    first: int
    last: int
    light: int | None = None
    light_kind: LightKind | None = None


def find_triggers(tree: Tree, frames: Frames) -> tuple[Trigger, ...]:
    """Every trigger of a sentence, in text order."""
    found = [t for i in range(len(tree)) for t in _at(tree, i, frames)]
    return tuple(sorted(found, key=lambda t: t.token))


def _at(tree: Tree, i: int, frames: Frames) -> Iterator[Trigger]:
    token, lemma = tree.tokens[i], tree.lemma(i)
    of = any(case == "of" for case, _ in tree.preps(i)) and not tree.children(i, "obj", *SUBJECTS)
    nominal = token.xpos == "VBG" and (of or bool(tree.children(i, "nmod:poss", "det")))
    if not nominal and (token.upos in VERB_TAGS or (token.upos == "ADJ" and token.xpos in {"VBN", "VBG"})):
        told = frames.forms.get(token.text.lower(), lemma)
        matched = _matching(tree, i, frames.by_verb.get(told, ()), verb_words)
        if matched:
            candidates, words = matched
            yield Trigger(i, "verb", candidates, min(words), max(words) + 1)
            return
    if (token.upos in NOUN_TAGS and not _is_named(tree, i)) or (token.upos == "VERB" and token.xpos == "VBG"):
        matched = _as_noun(tree, i, frames)
        if matched:
            candidates, words = matched
            seen = tree.lemma(i) in _CORPSES and tree.rel(i) != "nsubj:pass"
            light, kind = (None, None) if seen else _light(tree, i, frames)
            if light is not None and is_of_known(tree, i, light, candidates[0][1], frames):
                light, kind = None, None
            yield Trigger(i, "noun", candidates, min(words), max(words) + 1, light, kind)


def noun_senses(tree: Tree, i: int, frames: Frames) -> tuple[Sense, ...]:
    """The senses that the noun at `i` can have by its frames, best first; none where it is no noun of an act."""
    matched = _as_noun(tree, i, frames) if tree.tokens[i].upos in NOUN_TAGS and not _is_named(tree, i) else None
    return tuple(sense for _, sense in matched[0]) if matched else ()


def _as_noun(tree: Tree, i: int, frames: Frames) -> tuple[tuple[tuple[Pattern, Sense], ...], set[int]] | None:
    entries = next((frames.by_noun[x] for x in (tree.lemma(i), tree.tokens[i].text.lower()) if x in frames.by_noun), ())
    return _matching(tree, i, entries, _noun_words)  # type: ignore[no-any-return]


def _is_named(tree: Tree, i: int) -> bool:
    """Whether a noun is part of somebody's or a place's name, or joined to one ("Raid Ali", "Battle Creek", "Slaughter and Gunn")."""
    if tree.tokens[i].upos != "PROPN" or tree.tokens[i].text.isupper():
        return False
    joined = [i, *tree.children(i, "conj", "flat")]
    return any(n.first <= j < n.last and n.kind in {"person", "place", "organisation"} for n in tree.sentence.names for j in joined)


def _matching(tree: Tree, i: int, entries: Sequence[tuple[Pattern, Sense]], words_of):  # type: ignore[no-untyped-def]
    """The entries that match at token `i`, and the words of the first of them."""
    kept: list[tuple[Pattern, Sense]] = []
    best: set[int] | None = None
    for pattern, sense in entries:
        words = words_of(tree, i, pattern)
        if words is None or is_excluded(tree, i, sense):
            continue
        kept.append((pattern, sense))
        best = best or words
    return (tuple(kept), best) if best else None


def verb_words(tree: Tree, i: int, pattern: Pattern) -> set[int] | None:
    """The tokens by which a pattern matches at verb `i`, or None."""
    words = {i}
    for particle in pattern.particles:
        at = _particle(tree, i, particle)
        if at is None:
            return None
        words.add(at)
    if pattern.complements:
        at = _complement(tree, i, pattern)
        if at is None:
            return None
        words.add(at)
    if pattern.prepositions and not _has_preposition(tree, i, pattern.prepositions):
        return None
    if pattern.complements and not (pattern.particles or pattern.prepositions) and _is_taken_off(tree, i):
        return None
    if pattern.aims and not _has_aim(tree, i, pattern.aims):
        return None
    return words


def _is_taken_off(tree: Tree, i: int) -> bool:
    """ "Took away two men from a village": not taken what stands beside."""
    return tree.lemma(i) == "take" and any(tree.lemma(c) in _OFF for c in tree.children(i, "compound:prt", "advmod"))


def _has_aim(tree: Tree, i: int, aims: tuple[str, ...]) -> bool:
    """ "Gathered to demand", "marched, chanting", "formed a panel to look into": what those who do it do by it, or mean to."""
    patient = tree.patient(i)
    told = [*tree.children(i, "xcomp", "advcl", "conj"), *(tree.children(patient, "acl", "advcl", "xcomp") if patient is not None else ())]
    return any(
        tree.lemma(c) in aims and c > i and not tree.children(c, "nsubj", "nsubj:pass", "aux:pass")
        and all(tree.lemma(m) == "to" for m in tree.children(c, "mark"))
        for c in told
    )  # fmt: skip


def _noun_words(tree: Tree, i: int, pattern: Pattern) -> set[int] | None:
    words = {i}
    at = i
    for modifier in reversed(pattern.before):
        at -= 1
        while at >= 0 and tree.tokens[at].text in {"-", "–"}:
            at -= 1
        if at < 0 or modifier not in {tree.lemma(at), tree.tokens[at].text.lower()}:
            return None
        words.add(at)
    if pattern.complements:
        found = _complement(tree, i, pattern)
        if found is None:
            return None
        words.add(found)
    if pattern.prepositions and not _has_preposition(tree, i, pattern.prepositions):
        return None
    return words


def _particle(tree: Tree, i: int, particle: str) -> int | None:
    for c in range(i + 1, min(i + 6, len(tree))):
        token = tree.tokens[c]
        beside = token.head == i or c == i + 1 or token.head == c - 1 or (particle == "not" and token.head in tree.children(i, "xcomp"))
        if particle in {token.text.lower(), token.lemma.lower()} and beside:
            return c
    return None


def _complement(tree: Tree, i: int, pattern: Pattern) -> int | None:
    """A token with one of the pattern's words as object or complement of `i`; "captured a leader in the town" captures no town."""
    lemmas = frozenset(pattern.complements)
    object_told = tree.tokens[i].upos == "VERB" and tree.patient(i) is not None and not pattern.prepositions
    for c in within_reach(tree, i):
        told = noun_meant(tree, c)
        if tree.lemma(c if told is None else told) not in lemmas and tree.tokens[c].text.lower() not in lemmas:
            continue
        if pattern.complements and tree.case(c) in _ASIDE and not pattern.prepositions:
            continue
        if object_told and tree.case(c) in _AWAY.get(pattern.lemma, _FROM) and not pattern.prepositions:
            continue  # "seized rifles from a house", "took the wounded to a hospital"
        if not (object_told and tree.lemma(c) in _GROUND and is_where(tree, c)) and not _is_month(tree, c):
            return c
    return None


def _is_month(tree: Tree, i: int) -> bool:
    """ "Held since March": the month, no march."""
    token = tree.tokens[i]
    return i > 0 and token.upos == "PROPN" and token.text == "March"


def is_where(tree: Tree, i: int) -> bool:
    """Whether a noun stands, itself or with the one it is joined to, after a word of place ("in the town", "near the base")."""
    return tree.case(tree.tokens[i].head if tree.rel(i) in {"compound", "appos"} else i) in _PLACING


def within_reach(tree: Tree, i: int) -> list[int]:
    """The objects and complements of `i`, at most two steps down, subjects of actives apart, in text order."""
    passive = tree.tokens[i].upos == "VERB" and tree.passive(i)
    reach: list[int] = []
    patient = tree.patient(i) if tree.tokens[i].upos == "VERB" else None
    if patient is not None and patient != i:
        figure = ("nummod",) if tree.tokens[patient].xpos == "$" else ()  # "gave Laos $20 million"
        reach += [patient, *tree.conjuncts(patient), *tree.children(patient, "compound", "amod", "nmod", "acl", *figure)]
    reach += [g for c in tree.children(i, "xcomp", "ccomp") for g in tree.children(c, "obj", "obl")]
    called = [c for c in tree.children(i, "xcomp") if tree.tokens[c].upos == "NOUN"]  # "called it a cruel act", "an act of terror"
    reach += [g for c in called for g in tree.children(c, "nmod", "amod")]
    for c in tree.children(i):
        rel = tree.rel(c)
        if rel.startswith(("nsubj", "csubj", "punct", "parataxis", "acl:relcl")) and not (passive and rel == "nsubj:pass"):
            continue
        if rel == "advcl" and not _is_from(tree, c):
            continue
        if rel in {"case", "fixed", "mark", "aux", "det", "cc", "punct"}:
            continue
        reach.append(c)
        if rel in {"obj", "nmod", "obl", "compound"}:
            reach += tree.children(c, "compound", "amod", "nmod", "conj") if rel != "obl" else tree.children(c, "compound", "conj")
    return sorted(set(reach))


def _has_preposition(tree: Tree, i: int, prepositions: tuple[str, ...]) -> bool:
    pairs = ((case, n) for case, n in tree.preps(i) if case == "until" or not (_is_time(tree, n) or _is_aside(tree, case, n)))
    near = {word for case, _ in pairs for word in (case, *case.split())}
    near |= {tree.case(obj) for obj in tree.children(i, "obj")}
    near |= {case for obj in tree.children(i, "obj", "xcomp") for case, n in tree.preps(obj) if not _is_time(tree, n)}
    near |= {"to" for _ in tree.children(i, "iobj") if tree.children(i, "obj")}  # "sold Iran two jets": to Iran
    near |= {tree.lemma(c) for c in tree.children(i, "advmod", "compound:prt", "obl", "mark")}
    near |= {tree.lemma(m) for clause in tree.children(i, "xcomp") for m in tree.children(clause, "mark")}
    told = tree.children(i, "obj") and not tree.passive(i)
    near |= {"to" for c in tree.children(i, "advcl") if told for m in tree.children(c, "mark") if tree.lemma(m) == "to"}
    near |= {"from" for c in tree.children(i, "advcl") if _is_from(tree, c)}
    near |= {mark for c in tree.children(i, "advcl") if tree.rel(i) != "acl" and (mark := _before_gerund(tree, c))}
    near |= {"for" for obj in tree.children(i, "obj") for c in tree.children(obj, "acl") if tree.is_answered_for(c)}
    if tree.rel(i) == "nsubj" and tree.lemma(tree.tokens[i].head) in _BEGINS:
        near |= {case for case, _ in tree.preps(tree.tokens[i].head) if case == "between"}
    return any(p in near for p in prepositions)


def _is_from(tree: Tree, clause: int) -> bool:
    """ "Barred from leaving", "banned from entering": what somebody is kept from."""
    return any(tree.lemma(m) == "from" for m in tree.children(clause, "mark"))


def _before_gerund(tree: Tree, clause: int) -> str:
    """ "Charged with spying", "warned against selling": the preposition of a gerund; not of "a panel charged with finding out"."""
    if tree.tokens[clause].xpos != "VBG" or tree.children(clause, *SUBJECTS):
        return ""
    return next((tree.lemma(m) for m in tree.children(clause, "mark") if tree.lemma(m) in _GERUND_OF), "")


def _is_time(tree: Tree, i: int) -> bool:
    """ "Set fire to a shop on Monday": a day is nothing that an act is done on or at; a bare figure is no day ("put the dead at 41")."""
    spans = (range(n.first, n.last) for n in tree.sentence.names if n.kind == "time")
    return any(i in span and any(tree.tokens[k].upos != "NUM" for k in span) for span in spans)


def _is_aside(tree: Tree, case: str, noun: int) -> bool:
    """ "For its part", "for example": said of the sentence, not of its verb."""
    return case == "for" and tree.lemma(noun) in {"part", "example", "instance", "now", "moment"}


def _light(tree: Tree, i: int, frames: Frames) -> tuple[int | None, LightKind | None]:
    """The light verb that carries act noun `i`, if there is one."""
    verb, rel = tree.tokens[i].head, tree.rel(i)
    if rel == "conj" and verb >= 0:
        verb, rel = tree.tokens[verb].head, tree.rel(verb)
    carried = i
    if rel == "nmod" and verb >= 0 and tree.case(i) == "of" and tree.lemma(verb) in SEVERAL:  # "carried out a series of raids"
        carried, verb, rel = verb, tree.tokens[verb].head, tree.rel(verb)
    if rel in {"acl", "acl:relcl"} or verb < 0:
        verb = -1
    shared = _shared_role(tree, i)
    if shared is not None:
        return shared, "active"
    carriers = [verb] if verb >= 0 else []
    carriers += [c for c in tree.children(i, "acl", "acl:relcl") if not _says_what_it_is(tree, c)]
    for v in carriers:
        if tree.tokens[v].upos != "VERB":
            continue
        own = v != verb
        if tree.children(v, "xcomp", "ccomp"):
            continue
        if tree.lemma(v) == "have" and tree.lemma(i) in _WOUNDS and _is_object(tree, carried, v):
            return v, "passive_like"
        kinds: tuple[LightKind, ...] = ("active", "passive_like")
        for kind in kinds:
            if any(verb_words(tree, v, p) is not None for p in getattr(frames.light, kind) if p.lemma == tree.lemma(v)) and (
                own or _is_object(tree, carried, v) or (kind == "passive_like" and rel.startswith("obl"))
            ):
                return v, kind
    return None, None


def _says_what_it_is(tree: Tree, clause: int) -> bool:
    """ "The announcement that ...", "what she called a crackdown": a clause about the noun, by whose subject nothing is done."""
    return any(tree.lemma(m) == "that" for m in tree.children(clause, "mark")) or any(
        tree.lemma(o) == "what" for o in tree.children(clause, "obj")
    )


def _shared_role(tree: Tree, i: int) -> int | None:
    """The verb of "played a role in", "had a hand in" an act: its subject is one of the act's doers."""
    while tree.rel(i) == "conj" and tree.tokens[i].head >= 0:
        i = tree.tokens[i].head
    for noun in (tree.tokens[i].head,):
        if noun >= 0 and tree.case(i) == "in" and tree.lemma(noun) in {"role", "part", "hand"}:
            verb = tree.tokens[noun].head
            if verb >= 0 and tree.lemma(verb) in {"play", "have", "take"}:
                return verb
        shared = noun >= 0 and tree.case(i) == "in" and tree.lemma(noun) in {"play", "have", "take"}
        if shared and any(tree.lemma(c) in {"role", "part", "hand"} for c in tree.children(noun, "obj")):
            return noun
    return None


def _is_object(tree: Tree, i: int, verb: int) -> bool:
    patient = tree.patient(verb)
    return patient is not None and i in tree.conjuncts(patient)
