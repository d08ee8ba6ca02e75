"""Who a pronoun means where no known name decides: the one person, group or body told of before it, or nobody.

Only one candidate in this sentence and the one before is an answer; where two could be meant, nobody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from casus.codebook.kinds import load_kinds
from casus.coding.roles.parties import named_after
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.actor import ActorKind
from casus.model.text import Sentence

_ONE = frozenset({"he", "she", "him", "her"})
_MANY = frozenset({"they", "them"})
_OWNERS = frozenset({"his", "her", "their"})
_OBJECTS = frozenset({"him", "her", "them"})
_INSIDE = frozenset({"compound", "flat", "nmod:desc", "appos", "fixed", "nmod:unmarked", "obl:unmarked", "nmod:poss"})
_SUFFERED = SUBJECTS | {"obj"}
_PLURAL = frozenset({"NNS", "NNPS"})
_PLURAL_BODIES = frozenset({"police", "people", "personnel", "crew", "staff"})
_PROVOKING = frozenset(
    "protest demonstrate march rally refuse resist disobey defy complain chant stage object decline criticise criticize "
    "flee escape surrender petition picket boycott".split()
)
""" "Seized ten students after they had protested": what people do for which others do something to them."""
_ENDING = frozenset({"before", "until"})
_HARMING = frozenset("kill murder shoot stab wound injure slay behead assassinate".split())
_UPON = frozenset({"after", "because", "when", "as", "for", "while", "since"})


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody told of: the span of the phrase, its sentence and head token, whether one, several or a body, whether as subject.

    `kind` is a person for a person's name, a collective for several joined, else what the words tell.
    """

    start: int
    end: int
    sentence: int
    token: int
    number: str
    subject: bool
    name: str
    kind: ActorKind | None


class Common:
    """People and bodies of a report that no table lists, as pronouns point to them."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences

    @cached_property
    def _trees(self) -> tuple[Tree, ...]:
        return tuple(Tree(s) for s in self._sentences)

    @cached_property
    def _told(self) -> tuple[Told, ...]:
        return tuple(t for i, tree in enumerate(self._trees) for t in _told_in(i, tree))

    def meant(self, word: str, at: int) -> Told | None:
        """Whom a pronoun at an offset stands for, None where nobody or more than one could be meant."""
        found = self.candidates(word, at) or self._of_the_same(word, at)
        k = next((i for i, s in enumerate(self._sentences) if s.start <= at < s.end), 0)
        if word in _MANY and self._suffers(k, at):  # "troops were on patrol when they were shot at"
            found = [t for t in found if t.sentence == k and t.subject] or found
        if word in _ONE and k < len(self._trees) and (over := self._doer_over(k, at)) is not None:
            found = [t for t in found if t.sentence == k and t.token == over] or found
        return found[-1] if found and len({t.name for t in found}) == 1 else None

    def candidates(self, word: str, at: int) -> list[Told]:
        """All who could be meant, in text order; each time they are told of."""
        k = next((i for i, s in enumerate(self._sentences) if s.start <= at < s.end), None)
        if k is None:
            return []
        number = "one" if word in _ONE else "many" if word in _MANY else "body"
        barred = self._beside(k, at) if word in _OBJECTS else frozenset[int]()
        near = [t for t in self._told if t.number == number and k - 1 <= t.sentence <= k and t.end <= at and self._same_block(t, k)]
        if word not in _OBJECTS and number != "one":
            told = _SUFFERED if self._suffers(k, at) else SUBJECTS  # "They were shot": it may be whom the subject before hit
            beside = self._others_beside(k, at)
            able = [t for t in near if t.name not in beside]
            near = [t for t in able if self._trees[t.sentence].rel(t.token) in told] or (able if len(able) < len(near) else [])
            over = self._over(k, at) if number == "many" else []
            near = near if not over or (any(t.sentence == k for t in near) and not self._provokes(k, at)) else over
        near = near if number == "body" else [t for t in near if not self._is_kin(t)] or near
        return [t for t in near if not (t.sentence == k and t.token in barred)]

    def _is_kin(self, told: Told) -> bool:
        """ "His brother said soldiers shot him": whoever is called by whose he is, is another than the one meant."""
        tree = self._trees[told.sentence]
        return any(tree.tokens[c].text.lower() in _OWNERS for c in tree.children(told.token, "nmod:poss"))

    def _of_the_same(self, word: str, at: int) -> list[Told]:
        """ "They freed him. Later they held another": where only the same pronoun stands before, whoever that one could be."""
        k = next((i for i, s in enumerate(self._sentences) if s.start <= at < s.end), 0)
        if word not in _MANY - _OBJECTS or k == 0 or self._sentences[k].paragraph - self._sentences[k - 1].paragraph > 1:
            return []
        before = next((i for i, t in enumerate(self._trees[k - 1].tokens) if t.text.lower() == word and t.deprel in SUBJECTS), None)
        return [] if before is None else self.candidates(word, self._trees[k - 1].tokens[before].start)

    def intrudes(self, word: str, at: int, *, after: int, name: str) -> bool:
        """Whether somebody else is a subject between an offset and a pronoun: then who spoke before is not surely meant."""
        last = name.lower().split()[-1]
        told = word in {"him", "her"}  # whom it befell may be anybody told of
        return any((t.subject or told) and t.start > after and t.name != last for t in self.candidates(word, at))

    def armed_between(self, start: int, at: int) -> Told | None:
        """Armed people without a name, told of as a subject or a side between two offsets: "armed men", "separatists"."""
        found = [t for t in self._told if start < t.start and t.end <= at and t.number == "many" and t.kind != "collective"]
        return next((t for t in reversed(found) if self._is_armed(t)), None)

    def _is_armed(self, told: Told) -> bool:
        tree = self._trees[told.sentence]
        token = tree.tokens[told.token]
        noun = load_kinds().noun(token.lemma.lower(), " ".join(t.text for t in tree.tokens[max(told.token - 2, 0) : told.token + 1]))
        named = any(t.upos == "PROPN" for t in tree.tokens[: told.token + 1] if told.start <= t.start)
        side = tree.rel(told.token) in {*SUBJECTS, "conj"} or tree.case(told.token) == "with"
        new = not tree.children(told.token, "det", "nmod:poss") and not any(case == "of" for case, _ in tree.preps(told.token))
        return noun is not None and "hostile" in noun.flags and not named and side and new

    def _over(self, k: int, at: int) -> list[Told]:
        """Several people who are the object of the clause over that of a pronoun: "it killed fighters after they attacked"."""
        tree = self._trees[k]
        i = next((i for i, t in enumerate(tree.tokens) if t.start == at and t.deprel in SUBJECTS), None)
        verb = tree.tokens[i].head if i is not None else -1
        over = tree.tokens[verb].head if verb >= 0 and tree.rel(verb) == "advcl" else -1
        objects = {*tree.children(over, "obj")} if over >= 0 else set()
        return [t for t in self._told if t.sentence == k and t.token in objects and t.number == "many" and t.end <= at]

    def _doer_over(self, k: int, at: int) -> int | None:
        """ "The gunman killed a judge before he was shot": he is who did the one thing before the other befell him, not who died of it."""
        tree = self._trees[k]
        verb = next((t.head for t in tree.tokens if t.start == at and t.deprel == "nsubj:pass"), -1)
        if verb < 0 or tree.rel(verb) != "advcl" or not {tree.lemma(c) for c in tree.children(verb, "mark")} & _ENDING:
            return None
        over = tree.tokens[verb].head
        others = any(_number(tree, o) == "one" for o in tree.children(over, "obj", "obl"))
        return tree.subject(over) if over < verb and (not others or tree.lemma(over) in _HARMING) else None

    def _provokes(self, k: int, at: int) -> bool:
        """Whether what a subject pronoun does is why something was done: "arrested the women after they marched"."""
        tree = self._trees[k]
        verb = next((t.head for t in tree.tokens if t.start == at and t.deprel in SUBJECTS), -1)
        marks = {tree.lemma(c) for c in tree.children(verb, "mark", "advmod")} if verb >= 0 else set[str]()
        return bool(marks & _UPON) and tree.lemma(verb) in _PROVOKING

    def _others_beside(self, k: int, at: int) -> frozenset[str]:
        """What goes with the verb of a subject pronoun: in "they stoned the soldiers" they are no soldiers."""
        tree = self._trees[k]
        i = next((i for i, t in enumerate(tree.tokens) if t.start == at and t.deprel in SUBJECTS), None)
        verb = tree.tokens[i].head if i is not None else -1
        told = tree.children(verb, "obj", "iobj", "obl") if verb >= 0 else ()
        nouns = (n for n in told if tree.tokens[n].upos == "NOUN" and any(tree.lemma(c) == "the" for c in tree.children(n, "det")))
        return frozenset(tree.lemma(n) for n in nouns)

    def _suffers(self, k: int, at: int) -> bool:
        """Whether a pronoun is what a passive verb befalls."""
        return any(t.start == at and t.deprel == "nsubj:pass" for t in self._trees[k].tokens)

    def _same_block(self, told: Told, k: int) -> bool:
        one, other = self._sentences[told.sentence], self._sentences[k]
        return not one.heading and other.paragraph - one.paragraph <= 1

    def _beside(self, k: int, at: int) -> frozenset[int]:
        """Subjects of the clauses over an object pronoun: "the guard shot him" is not about the guard."""
        tree = self._trees[k]
        i = next((i for i, t in enumerate(tree.tokens) if t.start == at), None)
        if i is None or tree.tokens[i].head < 0:
            return frozenset()
        found = (tree.subject(tree.tokens[i].head), tree.agent(tree.tokens[i].head))
        return frozenset(s for s in found if s is not None)


def _told_in(k: int, tree: Tree) -> Iterator[Told]:
    """Everybody a sentence tells of, once for each phrase."""
    for i, token in enumerate(tree.tokens):
        if token.upos not in {"NOUN", "PROPN", "NUM"} or token.deprel in _INSIDE or tree.children(i, "cop") or tree.case(i) == "as":
            continue
        number = _number(tree, i)
        if number is None:
            continue
        yield _told(k, tree, i, number)
        if number == "one" and any(_number(tree, c) is not None for c in tree.children(i, "conj")):
            yield _told(k, tree, i, "many", joined=True)


def _told(k: int, tree: Tree, i: int, number: str, *, joined: bool = False) -> Told:
    named = named_after(tree, i) if not joined else None
    phrase = tree.phrase(i if named is None else named, joined=joined)
    start, end = tree.span(phrase.first, phrase.last)
    name = next((t.text for t in reversed(tree.tokens[phrase.first : phrase.last]) if t.upos == "PROPN"), tree.lemma(i))
    person = tree.is_named(phrase.head, "person")
    kind: ActorKind | None = "collective" if joined else "person" if person else None
    return Told(start, end, k, i, number, tree.rel(i) in SUBJECTS, name.lower(), kind)


def _number(tree: Tree, i: int) -> str | None:
    """One human being, several, or a body; None for anything else."""
    token = tree.tokens[i]
    if token.upos == "NUM":
        return "many" if tree.children(i, "det") and token.deprel not in {"nummod", "conj"} else None
    if i and tree.tokens[i - 1].text in {"-", "–"} and tree.tokens[i - 1].end == token.start:
        return None
    name = next((n for n in tree.sentence.names if n.first <= i < n.last), None)
    if name is not None and name.kind == "person":
        return "one"
    noun = load_kinds().noun(token.lemma.lower(), " ".join(t.text for t in tree.tokens[max(i - 3, 0) : i + 1]))
    if noun is None or (name is not None and name.kind != "organisation"):
        return None
    if noun.flags & {"machine", "thing"}:
        return None
    if "person" in noun.flags or (noun.kind == "civilians" and "people" in noun.flags):
        return "many" if token.xpos in _PLURAL or token.text.lower() in _PLURAL_BODIES else "one"
    if "body" in noun.flags:
        return "many" if token.xpos in _PLURAL or token.text.lower() in _PLURAL_BODIES else "body"
    return None
