"""A sentence as a tree one can walk: participants of a predicate and phrases, on its dependencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casus.coding.dependencies import Dependencies
from casus.model.text import Evidence, Report

_LEFT_SO = frozenset({"dead", "alive", "ablaze", "alight", "afire", "aflame"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
NAME_PARTS = frozenset({"flat", "compound", "fixed", "goeswith"})
ASKED_OF: Mapping[str, frozenset[str]] = {
    "call": frozenset({"on", "upon"}), "appeal": frozenset({"to"}), "plead": frozenset({"with"}), "prevail": frozenset({"on", "upon"}),
}  # fmt: skip
"""Verbs of asking, and the preposition of who is asked, and would do it ("called on Mali to free them")."""
OBJECT_CONTROL = frozenset(
    "ask urge order force allow enable tell call help lead push press compel instruct cause want encourage permit warn get "
    "authorize authorise invite persuade require oblige command request beg expect make let see hear watch leave find "
    "accuse suspect blame charge convict acquit indict prompt spur drive provoke".split()
)
HEARING = frozenset("hear overhear see watch witness notice".split())
PERCEIVING = HEARING | frozenset("film record report observe spot photograph depict catch".split())
"""Verbs whose subject does nothing of what a gerund after them tells ("residents heard shelling"); of the others only beside an object
("the army recorded rebels shelling", but "doctors reported treating")."""
CLEARING = frozenset({"acquit", "exonerate", "absolve", "clear"})
"""Verbs whose object did nothing of what follows them ("acquitted two officers of shooting a student")."""
BLAME = frozenset(
    "accuse blame suspect convict charge condemn criticise criticize denounce fault prevent stop keep deter ban bar arrest jail imprison "
    "detain sanction punish prosecute indict hold thank praise forgive fine kill attack sentence target".split()
)
"""Verbs whose object did what a gerund after "of", "for" or "from" tells."""
ANSWERED = frozenset({"responsibility", "blame", "credit"})
ANSWERING = frozenset({"claim", "take", "accept", "admit", "acknowledge", "assume", "deny", "reject", "disclaim"})
"""Verbs by which somebody takes responsibility upon himself, or throws it off."""
PERFORMERS = frozenset(
    "country state nation government group force leader person one man woman party member power minister official".split()
)
"""Nouns whose infinitive tells what they did ("the first country to recognise ...")."""


_AT_ANOTHER_TIME = frozenset({"after", "before", "following", "during", "amid", "since", "despite", "until"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: token range (last exclusive) in its sentence and its head token."""

    first: int
    last: int
    head: int


class Tree(Dependencies):
    """Who takes part in what a predicate tells, and the phrases of one sentence. Indices are token indices in the sentence."""

    def passive(self, i: int) -> bool:
        """Whether predicate `i` is passive: an auxiliary or subject says so, or it is a bare participle after a noun."""
        if self.children(i, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"):
            return True
        token = self.tokens[i]
        if token.deprel == "conj" and token.xpos == "VBN" and not self.children(i, "aux", "obj", *SUBJECTS):
            return self.passive(token.head) if self.tokens[token.head].upos == "VERB" else False
        if token.deprel == "xcomp" and token.xpos == "VBN":  # "was found shot"
            return not self.children(i, "aux", "obj", "mark", "ccomp")
        return token.deprel in {"acl", "advcl", "amod"} and token.xpos == "VBN" and not self.children(i, "aux", "nsubj")

    def subject(self, i: int) -> int | None:
        """The grammatical subject of predicate `i` (its own, its controller's, or the noun it modifies)."""
        return self._subject(i, depth=0)

    def _subject(self, i: int, *, depth: int) -> int | None:
        own = self.children(i, *SUBJECTS)
        if own:
            return self.antecedent(own[-1] if self.tokens[own[-1]].deprel != "nsubj:outer" else own[0])
        token = self.tokens[i]
        if depth > 6 or token.head < 0:
            return None
        other = self._doer_of_gerund(i) if token.xpos == "VBG" else None
        if other is not None:
            return self.antecedent(other[0]) if other else None
        if token.deprel in {"acl", "amod"} and (token.xpos in {"VBN", "VBG", "VBD"}):
            return token.head
        if token.deprel == "acl" and self.lemma(token.head) in PERFORMERS:
            return self._performer(token.head)
        if token.deprel == "acl:relcl":
            return self._relative_subject(i)
        if token.deprel == "xcomp":
            return self._controller(token.head, depth=depth)
        if token.deprel == "ccomp" and token.xpos == "VBG":  # "the picture shows rebels opening fire"
            shown = [o for o in self.children(token.head, "obj", "iobj") if o < i]
            return self.antecedent(shown[-1]) if shown else self._strayed_subject(i, token.head)
        if token.deprel == "ccomp":
            return self._strayed_subject(i, token.head)
        if token.deprel == "conj" and self.tokens[token.head].upos in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
            return self._subject(token.head, depth=depth + 1) if token.upos in {"VERB", "AUX", "ADJ"} else None
        if token.deprel in {"advcl", "acl"} and not self._finite(i):
            return self._controller(token.head, depth=depth) if self._of_object(i) else self._subject(token.head, depth=depth + 1)
        return None

    def _doer_of_gerund(self, i: int) -> tuple[int, ...] | None:
        """ "Heard shelling", "saw rebels shooting", "acquitted of shooting": who does it is who is seen, or nobody told; None elsewhere."""
        token, verb = self.tokens[i], self.tokens[i].head
        over = self.tokens[verb].head if token.deprel == "acl" else verb
        if self.is_answered_for(i):
            taker = self.subject(self.tokens[verb].head)
            return (taker,) if taker is not None else ()
        if over >= 0 and self.lemma(over) in CLEARING and self._of_object(i):
            return ()
        if token.deprel not in {"xcomp", "advcl"} or self.lemma(verb) not in PERCEIVING or self.passive(verb):
            return None
        seen = tuple(o for o in self.children(verb, "obj") if o < i)
        if token.deprel == "xcomp" and not seen:
            loud = self.lemma(verb) in HEARING or (self.lemma(verb) == "report" and not self.children(i, "obj"))
            return () if loud else None
        return seen[-1:] if token.deprel == "xcomp" or any(i - 1 in self.subtree(o) for o in seen) else None

    def is_answered_for(self, i: int) -> bool:
        """ "Claimed responsibility for killing four guards": whoever claims it, or denies it, is who is said to have killed."""
        noun = self.tokens[i].head
        gerund = self.tokens[i].deprel == "acl" and self.tokens[i].xpos == "VBG"
        answered = gerund and self.lemma(noun) in ANSWERED and self.tokens[noun].deprel == "obj"
        return answered and self.lemma(self.tokens[noun].head) in ANSWERING

    def _strayed_subject(self, i: int, verb: int) -> int | None:
        """ "Troops killed 40 people, the UN said": where both subjects hang on the verb of saying, the first is this one's."""
        subjects = self.children(verb, "nsubj", "nsubj:pass")
        return subjects[0] if len(subjects) >= 2 and subjects[0] < i < subjects[-1] else None

    def _performer(self, noun: int) -> int:
        """ "X was one of three countries to recognise it": X is meant where a predicate says who the noun is."""
        for i in (noun, self.tokens[noun].head):
            if i >= 0 and self.children(i, "cop") and self.children(i, "nsubj"):
                return self.children(i, "nsubj")[0]
        return noun

    def _relative_subject(self, i: int) -> int | None:
        """A reduced relative without a subject is about its noun ("fighters marching", "strikes that hit")."""
        return None if self.children(i, "mark") else self.tokens[i].head

    def _finite(self, i: int) -> bool:
        if self.tokens[i].xpos in {"VBD", "VBP", "VBZ", "MD"}:
            return True
        return any(self.tokens[c].xpos != "VBG" for c in self.children(i, "aux", "cop", "aux:pass"))  # "before being shot" has no tense

    def _of_object(self, i: int) -> bool:
        """ "accused the army of shelling", "blamed it for killing": a gerund after such a preposition tells what the object did."""
        marks = {self.tokens[c].text.lower() for c in self.children(i, "mark", "case")}
        charged = "with" in marks and self.lemma(self.tokens[i].head) == "charge"
        return self.tokens[i].xpos == "VBG" and (charged or bool(marks & {"of", "from", "for"}))

    def _controller(self, verb: int, *, depth: int) -> int | None:
        objects = [o for o in self.children(verb, "obj", "iobj") if not self._is_each_other(o)]
        if objects and (self.lemma(verb) in OBJECT_CONTROL or self.lemma(verb) in BLAME):
            return self.antecedent(objects[0])
        asked = [n for case, n in self.preps(verb) if case in ASKED_OF.get(self.lemma(verb), ()) and not self.is_named(n, "time")]
        if asked:
            return asked[0]
        return self._subject(verb, depth=depth + 1)

    def _is_each_other(self, i: int) -> bool:
        """ "Accused each other": those who do it are those whom it is done to."""
        words = " ".join(t.text.lower() for t in self.tokens[i : i + 2])
        return words in {"each other", "one another"}

    def agent(self, i: int) -> int | None:
        """Who does predicate `i`: the subject of an active verb, the by-phrase of a passive one."""
        if not self.passive(i):
            return self.subject(i)
        by = self.children(i, "obl:agent") or tuple(n for p, n in self.preps(i) if p == "by") or self._stray_agent(i)
        return self.antecedent(by[0]) if by else None

    def _stray_agent(self, i: int) -> tuple[int, ...]:
        """A by-phrase hung on another complement ("hailed as a blessing by the premier")."""
        for c in self.children(i, "obl", "xcomp", "obj"):
            if c > i and self.case(c) not in _AT_ANOTHER_TIME:  # "freed after mediation by Oman": Oman mediated
                found = tuple(n for p, n in self.preps(c) if p == "by")
                if found:
                    return found
        after = max(self.subtree(i)) + 1
        if after < len(self.tokens) and self.tokens[after].text.lower() == "by" and self.tokens[after].deprel == "case":
            return (self.tokens[after].head,)
        return ()

    def patient(self, i: int) -> int | None:
        """To whom predicate `i` is done: the object of an active verb, the subject of a passive one."""
        if self.passive(i):
            return self.subject(i)
        objects = self.children(i, "obj")
        if objects:
            return self.antecedent(objects[0])
        return self._relative_object(i)

    def _relative_object(self, i: int) -> int | None:
        token = self.tokens[i]
        if token.deprel == "acl:relcl" and self.children(i, "nsubj") and token.upos == "VERB":
            return token.head if self.antecedent(self.children(i, "nsubj")[0]) != token.head else None
        if token.deprel == "conj" and self.tokens[token.head].upos == "VERB" and not self.children(i, "obl", "ccomp"):
            shared = self.children(token.head, "obj")
            return self.antecedent(shared[0]) if shared and shared[0] > i else None
        return None

    def phrase(self, i: int, *, joined: bool = False) -> Phrase:
        """The noun phrase headed by `i`: its words without relative clauses, appositions, and (unless `joined`) conjuncts."""
        keep = {i}
        for c in self._children[i]:
            rel = self.tokens[c].deprel
            if (
                rel
                in {"punct", "case", "cc", "appos", "parataxis", "dep", "discourse", "mark", "cop", "list", "advcl", "cc:preconj", "orphan"}
                | SUBJECTS
            ):
                continue
            if rel == "acl" and self.lemma(c) == "belong":  # "gunmen belonging to the militia" says who they are
                keep.update({c}, *({*range(p.first, p.last), *range(c, p.first)} for p in map(self.phrase, self.children(c, "obl"))))
                continue
            if rel in {"amod", "advmod"} and c > i and self.lemma(c) in _LEFT_SO:  # "shot nine farmers dead"
                continue
            if rel in {"acl:relcl", "acl"} or (rel == "conj" and not joined) or rel.startswith(("aux", "obl", "ccomp")):
                continue
            keep.update(self.subtree(c))
        first = last = i
        while first - 1 in keep or (first - 2 in keep and self._bridge(first - 1)):
            first -= 1
        while last + 1 in keep or (last + 2 in keep and self._bridge(last + 1)):
            last += 1
        while first < i and self._opens_nothing(first):
            first += 1
        while last > i and self.tokens[last].upos == "PUNCT" and self.tokens[last].text not in {"”", '"', "’"}:
            last -= 1
        return Phrase(first, last + 1, i)

    def _opens_nothing(self, i: int) -> bool:
        """Punctuation or a conjunction left at the beginning of a phrase."""
        token = self.tokens[i]
        return token.upos == "CCONJ" or (token.upos == "PUNCT" and token.text not in {"“", '"', "‘"})

    def _bridge(self, i: int) -> bool:
        """Hyphens, apostrophes and quotation marks inside a phrase belong to it."""
        return 0 < i < len(self.tokens) - 1 and self.tokens[i].text in {"-", "–", "/", "'", "’", "“", "”", '"', "‘", "."}

    def evidence(self, report: Report, name: str, phrase: Phrase, rule: str = "") -> Evidence:
        """The words of a phrase in support of a field."""
        return report.evidence(name, *self.span(phrase.first, phrase.last), rule)
