"""The dependents of a sentence's words: what hangs on what, and which words make one clause.

Relations are Universal Dependencies v2 as in English EWT and GUM.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from casus.model.text import Sentence, Token

CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "parataxis", "csubj", "csubj:pass", "xcomp"})
OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "nmod:poss", "advcl", "acl", "obl:unmarked", "nmod:unmarked", "nmod:desc"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"})
NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})


class Dependencies:
    """The words of one sentence and what hangs on each. Indices are token indices in the sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0 and token.head != i:
                children[token.head].append(i)
        self._children = tuple(tuple(c) for c in children)

    def __len__(self) -> int:
        return len(self.tokens)

    def children(self, i: int, *relations: str) -> tuple[int, ...]:
        """Dependents of token `i`, in order; only those of the given relations, if any are given."""
        below = self._children[i]
        return tuple(c for c in below if self.tokens[c].deprel in relations) if relations else below

    def lemma(self, i: int) -> str:
        """The lower-case lemma of token `i`."""
        return self.tokens[i].lemma.lower()

    def rel(self, i: int) -> str:
        """The relation of token `i` to its head."""
        return self.tokens[i].deprel

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above token `i`, nearest first."""
        seen = {i}
        while (i := self.tokens[i].head) >= 0 and i not in seen:
            seen.add(i)
            yield i

    def subtree(self, i: int) -> tuple[int, ...]:
        """Token `i` and all below it, in text order."""
        out, todo = [], [i]
        while todo:
            j = todo.pop()
            out.append(j)
            todo.extend(self._children[j])
        return tuple(sorted(out))

    @cached_property
    def predicates(self) -> tuple[int, ...]:
        """The token that heads the clause each token belongs to, by index."""
        return tuple(self._predicate(i) for i in range(len(self.tokens)))

    def _predicate(self, i: int) -> int:
        while (head := self.tokens[i].head) >= 0 and not self.is_clause(i):
            i = head
        return i

    def is_clause(self, i: int) -> bool:
        """Whether token `i` heads a clause of its own."""
        token = self.tokens[i]
        if token.head < 0 or token.deprel in CLAUSAL:
            return True
        return token.deprel == "conj" and token.upos in {"VERB", "AUX"}

    def denied(self, i: int) -> bool:
        """Whether a word under predicate `i` says that it is not so ("not", "never", "without firing")."""
        if any(self.lemma(c) == "without" for c in self.children(i, "mark")):
            return True
        return any(self.tokens[c].text.lower() in {"not", "n't", "n’t", "never"} for c in self.children(i, "advmod"))

    def missed(self, i: int) -> bool:
        """Whether the adverb right before predicate `i` says that it did not come to that ("nearly killed the governor")."""
        return i > 0 and self.tokens[i - 1].head == i and self.tokens[i - 1].text.lower() in {"almost", "nearly", "narrowly"}

    def is_nobody(self, i: int) -> bool:
        """Whether a nominal stands for nobody: "no group", "nobody", "none of the witnesses", "neither side"."""
        return self.lemma(i) in NOBODY or any(self.tokens[c].text.lower() in {"no", "neither"} for c in self.children(i, "det"))

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """Token `i` and the nominals joined to it."""
        out = [i]
        for c in self.children(i, "conj"):
            if self.tokens[c].upos in NOUNS:
                out.extend(self.conjuncts(c))
        return tuple(out)

    def is_named(self, i: int, kind: str) -> bool:
        """Whether a token is in what the reader takes for a name of this kind ("place", "person", "time", ...)."""
        return any(n.kind == kind and n.first <= i < n.last for n in self.sentence.names)

    def case(self, i: int) -> str:
        """The preposition of a nominal, joined where it has several words ("because of"), lower case, or ''."""
        marks = [c for c in self.children(i, "case") if c < i and self.tokens[c].upos != "PART"]
        if not marks:
            return ""
        words = [self.tokens[marks[0]].text.lower()]
        words += [self.tokens[f].text.lower() for f in self.children(marks[0], "fixed")]
        return " ".join(words) if len(marks) == 1 else " ".join(self.tokens[m].text.lower() for m in marks)

    def preps(self, i: int) -> Iterator[tuple[str, int]]:
        """(preposition, nominal) pairs hanging on token `i`, in text order."""
        for c in self._children[i]:
            if self.tokens[c].deprel in OBLIQUES or self.tokens[c].deprel.startswith(("obl", "nmod")):
                case = self.case(c)
                if case:
                    yield case, c

    def antecedent(self, i: int) -> int:
        """The noun a relative pronoun stands for; any other token stands for itself."""
        if self.tokens[i].upos not in {"PRON", "DET", "SCONJ"} or self.lemma(i) not in RELATIVE:
            return i
        for a in self.ancestors(i):
            if self.tokens[a].deprel in {"acl:relcl", "advcl:relcl"} and self.tokens[a].head >= 0:
                noun = self._agent_before(self.tokens[a].head, i)
                return noun if self.tokens[noun].upos in {"NOUN", "PROPN", "PRON", "NUM"} else self._noun_before(i)
        return i

    def _agent_before(self, noun: int, i: int) -> int:
        """ "The abduction of nine men by rebels, who ...": a by-phrase right before a relative pronoun is what it stands for."""
        by = [n for case, n in self.preps(noun) if case == "by" and noun < n < i]
        near = by and all(t.upos == "PUNCT" for t in self.tokens[max(self.subtree(by[-1])) + 1 : i])
        return by[-1] if near else noun

    def _noun_before(self, i: int) -> int:
        """The nearest noun before a relative pronoun, where its clause hangs on something else."""
        return next((j for j in range(i - 1, max(i - 4, -1), -1) if self.tokens[j].upos in {"NOUN", "PROPN"}), i)

    def clause(self, i: int) -> tuple[int, int]:
        """Token range (last exclusive) of the clause or phrase headed by `i`, without marks and conjunctions at its edges."""
        inside = {i}
        for c in self._children[i]:
            if self.tokens[c].deprel in {"cc", "mark", "punct", "discourse", "advcl", "parataxis", "conj", "acl:relcl"} and c != i:
                continue
            inside.update(self.subtree(c))
        first = last = i
        while first - 1 in inside or (first - 2 in inside and self.tokens[first - 1].upos == "PUNCT"):
            first -= 1
        while last + 1 in inside or (last + 2 in inside and self.tokens[last + 1].upos == "PUNCT"):
            last += 1
        return first, last + 1

    def head_of(self, first: int, last: int) -> int:
        """The token of a range whose head lies outside it (the topmost)."""
        for i in range(first, last):
            if not first <= self.tokens[i].head < last:
                return i
        return last - 1

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of a token range (last exclusive) in the report."""
        return self.tokens[first].start, self.tokens[last - 1].end
