"""Mending: whose subject a noun is: the doer of a verb read as passive, of what is said, of what "has" or "was" goes on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.model.text import Token

_SINGULAR_VERBS = frozenset({"has", "is", "was", "does"})
_OWN_CLAUSE = frozenset({"root", "ccomp", "parataxis"})
_BEING = frozenset({"was", "were", "been", "being"})
_UNDER = frozenset({"advcl", "ccomp", "acl:relcl"})


def subjects_of(tokens: Sequence[Token], v: int) -> list[int]:
    """The tokens read as subjects of a verb, in text order."""
    return [i for i, t in enumerate(tokens) if t.head == v and t.deprel == "nsubj"]


def take_stray_subject(tokens: list[Token], v: int) -> None:
    """ "The army killed 30; Ana Ruiz, a spokeswoman, said": a second subject behind its verb is that of the verb of saying after it."""
    if subjects_of(tokens, v) and subjects_of(tokens, v)[0] < v:
        return
    stray = next((i for i in range(v - 1, -1, -1) if tokens[i].deprel == "nsubj" and 0 <= tokens[i].head < i), None)
    if stray is None or len(subjects_of(tokens, tokens[stray].head)) < 2:
        return
    if any(t.upos == "VERB" and t.deprel != "acl" for t in tokens[stray:v]):
        return
    if any(t.text == ";" for t in tokens[tokens[stray].head : stray]):
        tokens[stray] = replace(tokens[stray], head=v)


def part_subjects(tokens: list[Token], v: int) -> None:
    """Of two subjects on a verb of saying, the one right before what is said, else the one farther off, belongs to that."""
    subjects = subjects_of(tokens, v)
    said = [i for i, t in enumerate(tokens) if t.head == v and t.deprel == "ccomp" and not subjects_of(tokens, i)]
    if len(subjects) >= 2 and said:
        inner = next((i for i in subjects if v < i < said[0]), subjects[0])
        tokens[inner] = replace(tokens[inner], head=said[0])


def mend_subjects(tokens: list[Token], v: int) -> None:
    """Mends the subjects of one verb in place."""
    if tokens[v].upos != "VERB":
        return
    _mend_compound(tokens, v)
    _mend_active(tokens, v)
    _mend_told_clause(tokens, v)
    _mend_other_number(tokens, v)


def _mend_compound(tokens: list[Token], v: int) -> None:
    """ "The army retook the village": a rare verb taken for a noun after who did it."""
    before = v - 1
    if not tokens[v].xpos.startswith("NN") or before < 0 or tokens[before].head != v or tokens[before].deprel != "compound":
        return
    below = {t.deprel for t in tokens if t.head == v}
    if "obj" in below and not any(rel.startswith(("nsubj", "aux")) for rel in below):
        tokens[before] = replace(tokens[before], deprel="nsubj")
        tokens[v] = replace(tokens[v], xpos="VBD")
        for k, t in enumerate(tokens):
            if t.head == v and k < before:
                tokens[k] = replace(t, head=before)


def _mend_active(tokens: list[Token], v: int) -> None:
    """ "The movement detained ten clerks", "the police retaliated by firing": with an object or a way, and no "was", it is the doer."""
    below = [i for i, t in enumerate(tokens) if t.head == v]
    subject = next((i for i in below if tokens[i].deprel == "nsubj:pass" and i < v), None)
    tag = tokens[v].xpos == "VBD" or (tokens[v].xpos == "VBN" and tokens[v].deprel in _OWN_CLAUSE)
    passive = any(tokens[i].deprel in {"aux:pass", "obl:agent"} or tokens[i].text.lower() in _BEING for i in below)
    told = any(i > v and (tokens[i].deprel == "obj" or _is_way(tokens, i)) for i in below)
    if subject is not None and tag and not passive and (told or _calls_on(tokens, v)):
        tokens[subject] = replace(tokens[subject], deprel="nsubj")
        tokens[v] = replace(tokens[v], xpos="VBD")


def _calls_on(tokens: Sequence[Token], v: int) -> bool:
    """ "The union called on the mayor": nobody is called."""
    below = [i for i, t in enumerate(tokens) if t.head == v and t.deprel == "obl"]
    return tokens[v].lemma.lower() == "call" and any(case_of(tokens, i) == "on" for i in below)


def _is_way(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause says how it was done: "by firing"."""
    if tokens[i].deprel != "advcl" or tokens[i].xpos != "VBG":
        return False
    return any(t.head == i and t.deprel == "mark" and t.text.lower() == "by" for t in tokens)


def _mend_told_clause(tokens: list[Token], v: int) -> None:
    """ "The mission said a tank fired on its troops": the noun behind "said" does what the verb after it tells."""
    if tokens[v].lemma.lower() != "say":
        return
    below = [i for i, t in enumerate(tokens) if t.head == v]
    if any(tokens[i].deprel == "ccomp" for i in below) or not any(tokens[i].deprel == "nsubj" and i < v for i in below):
        return
    noun = next((i for i in below if tokens[i].deprel in {"nsubj", "obj"} and i > v), None)
    if noun is None or any(t.text == "," for t in tokens[v:noun]):
        return
    told = next((i for i, t in enumerate(tokens) if t.head == noun and t.deprel == "acl" and i == noun + 1), None)
    if told is None or tokens[told].xpos not in {"VBD", "VBN"} or not _goes_on(tokens, told):
        return
    tokens[told] = replace(tokens[told], head=v, deprel="ccomp", xpos="VBD")
    tokens[noun] = replace(tokens[noun], head=told, deprel="nsubj")


def _goes_on(tokens: Sequence[Token], told: int) -> bool:
    """Whether a verb has an object or an aim and no "by": it is no participle."""
    below = [t.deprel for t in tokens if t.head == told]
    aimed = any(t.head == told and t.deprel == "obl" and case_of(tokens, i) in {"on", "at", "into"} for i, t in enumerate(tokens))
    return ("obj" in below or aimed) and "obl:agent" not in below


def case_of(tokens: Sequence[Token], noun: int) -> str:
    """The preposition of a nominal, lower case; "" for none."""
    return next((t.text.lower() for t in tokens if t.head == noun and t.deprel == "case"), "")


def ancestors(tokens: Sequence[Token], i: int) -> Iterator[int]:
    """The tokens over one, nearest first."""
    for _ in tokens:
        i = tokens[i].head
        if i < 0:
            return
        yield i


def _mend_other_number(tokens: list[Token], v: int) -> None:
    """ "The firm left after rebels raided the port, and has been accused of neglect": what "has" goes with the one, not the many."""
    verb, first = tokens[v], tokens[v].head
    if verb.deprel == "conj" and first >= 0 and tokens[first].deprel == "advcl" and not subjects_of(tokens, first):
        first = tokens[first].head
    if verb.deprel != "conj" or first < 0 or tokens[first].deprel not in _UNDER:
        return
    own = [t for t in tokens if t.head == v]
    singular = any(t.deprel in {"aux", "aux:pass"} and t.text.lower() in _SINGULAR_VERBS for t in own)
    if not singular or any(t.deprel.startswith("nsubj") for t in own):
        return
    upper = tokens[first].head
    many, one = subjects_of(tokens, first), subjects_of(tokens, upper)
    if not many or not one or tokens[many[0]].xpos != "NNS" or tokens[one[0]].xpos == "NNS" or tokens[upper].upos != "VERB":
        return
    tokens[v] = replace(verb, head=upper)
