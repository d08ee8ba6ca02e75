"""What the head for types of act looks at: the words on the way between two parties, and the frames that match there.

All are plain strings of lemmas, relations and types of act; nothing is learned here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casus.codebook.actors import ActorTable
from casus.coding.acts.finding import Trigger
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.syntax import Tree

_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
_INSIDE = ("xcomp", "ccomp", "advcl", "acl")
_MODAL = frozenset("will would shall should must could can may might need have ought".split())
_NO = frozenset({"not", "n't", "n’t", "never", "no", "without", "neither", "nor"})
_SAYING = frozenset("say add announce tell state declare report reiterate repeat insist stress note claim confirm maintain".split())
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Between:
    """Two parties in a tree by their topmost tokens (None = not named), and every type that a frame word tells, by token."""

    tree: Tree
    doer: int | None
    done: int | None
    types: Mapping[int, tuple[str, ...]]

    @classmethod
    def of(cls, tree: Tree, doers: Sequence[int], done: Sequence[int], triggers: Sequence[Trigger]) -> Between:
        """The tokens of either party; `triggers` as found by acts.find_triggers."""
        types: dict[int, tuple[str, ...]] = {}
        for trigger in triggers:
            types[trigger.token] = tuple(dict.fromkeys(sense.type for _, sense in trigger.candidates[:3]))
        top = [tree.head_of(min(t), max(t) + 1) if t else None for t in (doers, done)]
        return cls(tree, top[0], top[1], types)


def type_features(between: Between, actors: ActorTable) -> Iterator[str]:
    """Features of what the doer does to whom it is done."""
    tree = between.tree
    spine = _spine(between)
    if len(spine) > 1 and tree.lemma(spine[0]) in _SAYING and tree.rel(spine[1]) == "ccomp":
        yield f"said={tree.lemma(spine[0])}"
        yield f"whose={_whose(between, spine[1])}"
        yield f"whose+m={_whose(between, spine[1])}+{_marks(tree, spine[1])}"
        spine = spine[1:]
    for k, i in enumerate(spine):
        yield from _of_node(between, min(k, 2), i)
    yield from _of_pairs(between, spine)
    yield from _of_parties(between, actors)
    yield from _of_words(between)
    for i, types in between.types.items():
        yield f"any={types[0]}"
        if tree.predicates[i] in spine:
            yield f"by={types[0]}"


def _spine(between: Between) -> tuple[int, ...]:
    """The predicates from the one the doer stands under to the one the other party stands under, and what they govern."""
    tree, doer, done = between.tree, between.doer, between.done
    start = doer if doer is not None else done if done is not None else 0
    first = tree.predicates[start]
    above = [done, *tree.ancestors(done)] if done is not None else []
    way = list(reversed(above[: above.index(first)])) if first in above else []
    spine = [first]
    spine += [i for i in way if i not in {doer, done} and tree.tokens[i].upos in _CONTENT]
    if done is not None and first not in above:
        other = tree.predicates[done]
        spine += [other] if other != first else []
    last = spine[-1]
    for _ in range(2):
        inner = next((c for c in tree.children(last, *_INSIDE) if tree.tokens[c].upos in _CONTENT and c not in spine), None)
        if inner is None:
            break
        spine.append(inner)
        last = inner
    return tuple(dict.fromkeys(spine))[:_LONGEST]


def _whose(between: Between, i: int) -> str:
    """Whose act a clause that somebody says tells: the speaker's own, the other party's, or another's."""
    tree = between.tree
    subject = tree.subject(i)
    if subject is None or subject == between.doer or tree.tokens[subject].upos == "PRON":
        return "own"
    return "done" if between.done is not None and between.done in tree.subtree(subject) else "other"


def _marks(tree: Tree, i: int) -> str:
    """Modal, negation, infinitive and voice of a predicate."""
    found = []
    for c in tree.children(i, "aux", "advmod", "mark", "cop", "det"):
        lemma, text = tree.lemma(c), tree.tokens[c].text.lower()
        if text in _NO:
            found.append("not")
        elif tree.rel(c) == "aux" and (lemma in _MODAL or text in _MODAL) and not (lemma == "have" and tree.tokens[i].xpos == "VBN"):
            found.append("will" if lemma in {"will", "shall", "wo", "'ll"} else lemma)
        elif tree.rel(c) == "mark" and lemma in {"to", "if", "unless", "that"}:
            found.append(lemma)
    if tree.tokens[i].upos == "VERB" and tree.passive(i):
        found.append("pass")
    return "+".join(sorted(set(found)))


def _of_node(between: Between, k: int, i: int) -> Iterator[str]:
    tree = between.tree
    lemma, marks = tree.lemma(i), _marks(tree, i)
    types = between.types.get(i, ())
    yield f"l={lemma}"
    yield f"l{k}={lemma}"
    yield f"m{k}={marks}"
    yield f"t{k}={types[0] if types else ''}"
    yield f"t+m{k}={types[0] if types else ''}+{marks}"
    for other in types[1:]:
        yield f"t'={other}"
    for c in tree.children(i):
        rel, below = tree.rel(c), tree.lemma(c)
        if rel in {"compound:prt", "advmod"} and tree.tokens[c].upos in {"ADP", "ADV"}:
            yield f"l+p={lemma}+{below}"
        elif rel in {"obj", "xcomp", "ccomp", "nsubj:pass"} and c not in {between.doer, between.done}:
            inner = between.types.get(c, ())
            yield f"o={below}"
            yield f"l+o={lemma}+{below}"
            yield f"to{k}={inner[0] if inner else ''}"
            yield f"l+to={lemma}+{inner[0] if inner else ''}"
        elif rel in {"obl", "nmod"}:
            yield f"l+c={lemma}+{tree.case(c)}"
            if c not in {between.doer, between.done}:
                yield f"c={tree.case(c)}+{below}"
                if c in between.types:
                    yield f"tc={tree.case(c)}+{between.types[c][0]}"


def _of_pairs(between: Between, spine: Sequence[int]) -> Iterator[str]:
    """A predicate with the one below it: what is agreed, promised, refused, asked for."""
    tree = between.tree
    for above, below in pairwise(spine):
        types, over = between.types.get(below, ("",)), between.types.get(above, ("",))
        yield f"l>l={tree.lemma(above)}+{tree.lemma(below)}"
        yield f"l>t={tree.lemma(above)}+{types[0]}"
        yield f"t>t={over[0]}+{types[0]}"
        yield f"l>m={tree.lemma(above)}+{_marks(tree, below)}"
        yield f"l>m+t={tree.lemma(above)}+{_marks(tree, below)}+{types[0]}"
        yield f"m+t={_marks(tree, below)}+{types[0]}"


def _of_parties(between: Between, actors: ActorTable) -> Iterator[str]:
    tree = between.tree
    for name, i in (("s", between.doer), ("d", between.done)):
        if i is None:
            yield f"{name}=none"
            continue
        yield f"{name}={kind_of_phrase(tree, tree.phrase(i), actors)}"
        yield f"{name}r={tree.rel(i)}"
        yield f"{name}l={tree.lemma(i)}"
        if i in between.types:
            yield f"{name}t={between.types[i][0]}"
        if name == "d":
            yield f"dc={tree.case(i)}"
            yield f"dl={tree.lemma(tree.tokens[i].head) if tree.tokens[i].head >= 0 else ''}+{tree.case(i)}"


def _of_words(between: Between) -> Iterator[str]:
    """The words between the parties, and those of the sentence."""
    tree = between.tree
    ends = sorted(i for i in (between.doer, between.done) if i is not None)
    inner = range(ends[0] + 1, ends[1]) if len(ends) == 2 else range(0)
    for i in inner:
        if tree.tokens[i].upos in {"VERB", "NOUN", "ADJ", "ADP", "AUX", "ADV", "PART"}:
            yield f"b={tree.lemma(i)}"
        if i + 1 in inner:
            yield f"bb={tree.lemma(i)}+{tree.lemma(i + 1)}"
    for i, token in enumerate(tree.tokens):
        if token.upos in {"VERB", "NOUN", "ADJ"}:
            yield f"w={tree.lemma(i)}"
