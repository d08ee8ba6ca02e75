"""Bearers: who is meant where words for a role and a name stand together, and each of those joined in a list."""

from __future__ import annotations

from casus.codebook.kinds import is_armed_noun, is_machine, is_person_role
from casus.coding.roles.parties import named_after
from casus.coding.syntax import Phrase, Tree

_NOT_PARTIES = frozenset({"there", "who", "what", "which", "that", "whom", "whose", "itself", "themselves", "himself", "herself"})
_SIDES_OF_ONE = frozenset({"north", "south", "east", "west"})
"""Halves of a country's name that one word behind them ends ("North and South Korean soldiers")."""
_OFFICES = frozenset("minister president leader premier chancellor king emir monarch envoy ambassador diplomat chief".split())
_DESCRIBED = frozenset("ally patron backer neighbour neighbor rival foe enemy adversary sponsor partner".split())


def bearer(tree: Tree, head: int) -> Phrase:
    """ "The candidate Ana Ruiz", "Senator from Ohio Jack Dale": the person named right after a role is meant."""
    if tree.rel(head) == "appos" and is_person_role(tree.lemma(head)) and (named := _named_before(tree, head)) is not None:
        return named
    if (meant := _named_after_all(tree, head) or _one_named(tree, head) or _who_is_so(tree, head)) is not None:
        return meant
    at = named_after(tree, head)
    name = next((n for n in tree.sentence.names if n.first == at), None) if at is not None else None
    return tree.phrase(head) if name is None or at is None else Phrase(name.first, name.last, at)


def _after_bearer(tree: Tree, role: int) -> tuple[int, ...]:
    """ "Lawmaker Ana Ruiz, Ali Dale and Juan Elm": who is joined to the name after a role belongs to the list."""
    at = named_after(tree, role)
    return () if at is None else tree.conjuncts(at)[1:]


def _named_after_all(tree: Tree, head: int) -> Phrase | None:
    """ "Syria's chief ally, Russia": whom words that only describe a side are said to mean."""
    if tree.lemma(head) not in _DESCRIBED or tree.tokens[head].xpos != "NN":
        return None
    for c in tree.children(head, "appos", "nmod:desc", "flat"):
        name = next((n for n in tree.sentence.names if n.first <= c < n.last and c > head), None)
        if name is not None and tree.tokens[c].upos == "PROPN":
            return Phrase(name.first, name.last, c)
    return None


def _one_named(tree: Tree, head: int) -> Phrase | None:
    """ "One of them, Ana Ruiz, was arrested", "shot dead one, Ana Ruiz": the person named."""
    if tree.lemma(head) != "one":
        return None
    named = (n for c in tree.children(head, "appos") for n in tree.sentence.names if n.kind == "person" and n.first <= c < n.last)
    return next((Phrase(n.first, n.last, n.first) for n in named), None)


def _who_is_so(tree: Tree, role: int) -> Phrase | None:
    """ "Ruiz is the third mayor to be killed": who is said to be one."""
    if not tree.children(role, "cop") or tree.tokens[role].xpos != "NN" or not is_person_role(tree.lemma(role)):
        return None
    subject = next((s for s in tree.children(role, "nsubj") if tree.tokens[s].upos == "PROPN" and s < role), None)
    return tree.phrase(subject) if subject is not None else None


def _named_before(tree: Tree, role: int) -> Phrase | None:
    """ "Ana Ruiz, the first mayor to be jailed": the person named right before what she is."""
    above = tree.tokens[role].head
    name = next((n for n in tree.sentence.names if n.kind == "person" and n.first <= above < n.last), None)
    return Phrase(name.first, name.last, above) if name is not None and tree.tokens[role].xpos in {"NN", "NNP"} else None


def by_two_roles(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """ "Former minister and party leader Ana Ruiz": two roles of the one person named behind them."""
    joined = tree.conjuncts(head)
    if len(joined) != 2 or any(tree.tokens[h].xpos != "NN" or not is_person_role(tree.lemma(h)) for h in joined):
        return ()
    last = joined[1]
    name = next((n for n in tree.sentence.names if n.kind == "person" and n.first == last + 1), None)
    if name is None or tree.tokens[name.first].head not in joined or tree.children(last, "det", "nummod", "nmod:poss"):
        return ()
    return (Phrase(name.first, name.last, name.first),)


def _named_officers(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """ "Police officers Ana Ruiz and Juan Paz", "brothers Ali and Omar Dale and their mother": named right behind what several are."""
    if tree.tokens[head].xpos not in {"NNS", "NNPS"} or not is_person_role(tree.lemma(head)) or tree.children(head, "conj"):
        return ()
    first = next((c for c in tree.children(head, "appos", "flat") if c == head + 1), None)
    heads = tree.conjuncts(first) if first is not None else ()
    named = {n.first: Phrase(n.first, n.last, n.first) for n in tree.sentence.names if n.kind == "person" and n.first in heads}
    if len(named) < min(2, len(heads)) or tuple(named) != heads[: len(named)]:
        return ()
    return (*named.values(), *(bearer(tree, h) for h in heads[len(named) :])) if named else ()


def _two_nations(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """ "Indian and Pakistani troops clashed", "fighting between Indian and Pakistani troops": two sides, each a state's."""
    armed = is_armed_noun(tree.lemma(head)) or is_machine(tree.lemma(head))
    if not armed or (tree.rel(head) != "nsubj" and tree.case(head) != "between"):
        return ()
    several = next((tree.conjuncts(c) for c in tree.children(head, "amod", "compound") if tree.children(c, "conj")), ())
    nations = [x for x in several if tree.tokens[x].text[:1].isupper() and tree.tokens[x].upos in {"ADJ", "PROPN"}]
    if not len(nations) == len(several) == 2 or any(tree.lemma(x).lower() in _SIDES_OF_ONE for x in nations):
        return ()
    firsts = (min([x, *(c for c in tree.children(x, "amod", "compound", "advmod") if c == x - 1)]) for x in nations)  # "South Sudanese"
    return tuple(Phrase(first, x + 1, x) for first, x in zip(firsts, nations, strict=True))


def _instances(tree: Tree, head: int) -> tuple[int, ...]:
    """Those named by "groups such as X and Y" are meant, not the class."""
    for case, n in tree.preps(head):
        if case in {"such as", "like"} and tree.tokens[n].upos == "PROPN":
            return tree.conjuncts(n)
    return (head,)


def phrases_of(tree: Tree, head: int | None) -> tuple[Phrase, ...]:
    """The phrase of a nominal and of everything joined to it ("soldiers and police")."""
    if head is None:
        return ()
    if named := (by_two_roles(tree, head) or _named_officers(tree, head) or _two_nations(tree, head)):
        return named
    joined = [c for h in tree.conjuncts(head) for c in (h, *_after_bearer(tree, h))]
    heads = [h for c in joined for h in _instances(tree, c)]
    kept = [h for h in heads if tree.tokens[h].upos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM", "DET"}]
    return tuple(bearer(tree, h) for h in kept if tree.lemma(h) not in _NOT_PARTIES)


def each_land(tree: Tree, phrase: Phrase) -> tuple[Phrase, ...]:
    """ "The foreign ministers of Kenya, Sudan and Egypt": each of the states whose they are; else the phrase itself."""
    if tree.tokens[phrase.head].xpos != "NNS" or tree.lemma(phrase.head) not in _OFFICES:
        return (phrase,)
    lands = next((tree.conjuncts(n) for case, n in tree.preps(phrase.head) if case == "of" and phrase.head < n), ())
    named = [next((n for n in tree.sentence.names if n.kind == "place" and n.first <= i < n.last), None) for i in lands]
    if len(lands) < 2 or None in named:
        return (phrase,)
    return tuple(Phrase(n.first, n.last, i) for n, i in zip(named, lands, strict=True) if n is not None)
