"""Harmed: a statement that people were harmed, and the count its words give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casus.codebook.countries import load_countries
from casus.codebook.harm import HarmKind, HarmWords
from casus.codebook.kinds import is_machine, is_people, is_person_role, is_thing
from casus.coding.numbers import Number
from casus.coding.roles.parties import counted, is_agentive
from casus.coding.syntax import Phrase, Tree
from casus.model.count import Count
from casus.model.text import Report

ONE_BY_ONE = "persons told of singly"
"""The rule of a figure that only counts persons named or pointed at ("he died"); it never stands against a figure in words."""
ONE_PERSON = "one person"
"""The rule of a figure that an article gives ("a soldier was killed")."""
SO_MANY = "a word for so many persons"
"""The rule of a figure that a noun gives ("a couple")."""
MANY = re.compile(
    r"\b(?:several|multiple|numerous|many|various|dozens|scores|hundreds|thousands|others"
    r"|an? (?:\w+ )?(?:number|group|handful|couple|team) of)\b", re.IGNORECASE,
)  # fmt: skip
"""Words for more than one person without a figure."""
_SOME = frozenset({"several", "many", "some", "others", "other", "numerous", "few", "dozens"})
_THEM = frozenset({"they", "these", "those", "whom"})
_KNOWN = frozenset({"the", "these", "those", "its", "their", "his", "her"})
_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
MOVED = "a toll that left the figure told before"
"""What the rule of a figure ends with where its words say that it takes another's place ("rose to 57")."""

SHARE = "some of those told of"
"""What the rule of a figure ends with that counts some of a known body ("three of the attackers"); it never stands against a larger one."""
ADDED = "some of the hurt, who died"
"""What the rule of a figure ends with that counts those of the hurt who died; beside other dead it is no figure of the whole."""
FORMER = "a toll given before"
"""What the rule of a figure ends with where its words say that it was given first and another after ("had earlier put it at 43")."""
_GIVEN_BEFORE = re.compile(
    r"\b(?:(?:an?|the|its|their|his|her) (?:earlier|initial|previous|preliminary|first) (?:[\w-]+ )?"
    r"(?:statement|report|toll|count|estimate|figure|tally)s?"
    r"|(?:initially|earlier|at first|originally|previously|first) "
    r"(?:said|put|reported|spoke|spoken|gave|given|claimed|announced|estimated|counted)"
    r"|had (?:\w+ly )?(?:put|given|set|estimated) (?:the|its|their) (?:[\w-]+ )?"
    r"(?:toll|dead|deaths|number|tally|count|figure|losses|casualties)"
    r"|up from|^earlier,? [^.;,]{0,40}\bhad (?:said|put|reported|spoken|given|claimed|announced|estimated|counted))\b[^.;]{0,80}$",
    re.IGNORECASE,
)  # fmt: skip


def _is_former(tree: Tree, report: Report, number: Number) -> bool:
    """Whether the words before a figure say that it was given first, and another after it."""
    end = tree.tokens[number.first].start
    return _GIVEN_BEFORE.search(report.text[tree.sentence.start : end]) is not None


@dataclass(frozen=True, slots=True)
class Harm:
    """People harmed: how, how many (None where only a person is named), who, the predicate, and whether it is a part.

    `toll`: a figure told as a toll; `moved`: one that takes the place of an earlier one; `more`: some of the hurt, who died.
    """

    kind: HarmKind
    predicate: int
    number: Number | None
    people: Phrase | None
    part: bool = False
    none: bool = False
    toll: bool = False
    moved: bool = False
    more: bool = False

    def count(self, tree: Tree, report: Report, words: HarmWords) -> Count | None:
        """The count with its words, or None where no number is given."""
        if self.none and self.people is not None:
            start, end = tree.span(self.people.first, self.people.last)
            return Count(0, 0, 0, report.evidence(self.kind, start, end, "none, in words"), rule="the text says none")
        if self.number is None:
            return self._single(tree, report, words)
        first, last = self.number.first, self.number.last
        who = None
        if self.people is not None and self.people.first <= self.number.first < self.people.last:
            first, last = min(first, self.people.first), self.people.last
            who = report.text[tree.tokens[min(self.number.last, last - 1)].start : tree.tokens[last - 1].end]
        n = self.number
        mark = MOVED if self.moved else ADDED if self.more else ""
        mark = mark or (FORMER if _is_former(tree, report, n) else SHARE if _is_share(tree, n) else "")
        rule = f"{n.rule}; {mark}" if mark else n.rule
        return Count(n.low, n.best, n.high, report.evidence(self.kind, *tree.span(first, last), rule), who or None, n.qualifier, rule)

    def befalls(self, tree: Tree, words: HarmWords) -> str:
        """Whether the people without a figure are "one" ("the leader", a name), "many" ("rebels"), or "" where the words do not tell."""
        if self.people is None:
            return ""
        head = tree.tokens[self.people.head]
        lemma = head.lemma.lower()
        if lemma in {"he", "she"} or (lemma.endswith("old") and head.xpos in {"NN", "JJ"} and head.deprel != "amod"):
            return "one"
        if head.upos == "PROPN":
            return "one" if tree.is_named(self.people.head, "person") else ""
        if lemma in words.bodies or lemma in _SOME:
            return "many"
        doing = is_agentive(tree, self.people) or is_called(tree, self.people.head)
        beside = self.kind in {"killed", "injured"} and is_beside_person(tree, self.people.head, words)
        if not (is_people(lemma) or is_person_role(lemma) or words.is_person(lemma) or doing or beside):
            return ""
        one = is_person_role(lemma) or words.is_person(lemma) or doing or beside
        return "many" if head.xpos == "NNS" else "one" if head.xpos == "NN" and one else ""

    def _single(self, tree: Tree, report: Report, words: HarmWords) -> Count | None:
        """One person: "a soldier was killed", a name."""
        people = self.people
        if people is None:
            return None
        head_at = people.head
        head = tree.tokens[head_at]
        so_many = _so_many(tree, people, words)
        if so_many is not None:
            said = tree.span(people.first, people.last)
            return Count(so_many, so_many, so_many, report.evidence(self.kind, *said, SO_MANY), report.text[slice(*said)], None, SO_MANY)
        if tree.lemma(people.head) in words.bodies or counted(tree, people) is not None:
            return None
        first = people.head
        while tree.rel(first) == "conj" and not tree.children(first, "det", "nummod", "nmod:poss"):
            first = tree.tokens[first].head  # "a man, woman and boy"
        if head.text.lower() == "another" or _is_one_more(tree, people.head) or _is_the_other(tree, people.head):
            said = tree.span(people.first, people.last)
            return Count(1, 1, 1, report.evidence(self.kind, *said, ONE_PERSON), report.text[slice(*said)], None, ONE_PERSON)
        article = any(
            tree.lemma(c) in {"a", "one", "another"} or tree.tokens[c].text.lower() == "an" for c in tree.children(first, "det", "nummod")
        )
        lemma = head.lemma.lower()
        known = is_people(lemma) or is_person_role(lemma) or words.is_person(lemma)
        someone = known or is_agentive(tree, people) or is_called(tree, head_at) or is_aged(tree, head_at)
        someone = someone or (self.kind in {"killed", "injured"} and is_beside_person(tree, head_at, words))
        national = head.xpos in {"NNP", "JJ", "NN"} and load_countries().demonym(head.text) is not None  # "a Spaniard"
        ranked = head.xpos == "NNP" and known and not tree.is_named(head_at, "person")  # "a Sub Inspector"
        if not (article and ((head.xpos == "NN" and someone) or national or ranked)):
            return None
        said = tree.span(people.first, people.last)
        return Count(1, 1, 1, report.evidence(self.kind, *said, ONE_PERSON), report.text[slice(*said)], None, ONE_PERSON)


def is_called(tree: Tree, i: int) -> bool:
    """ "A nazim, Ana Ruiz": whoever has a person's name behind him is somebody, by whatever word."""
    names = [n for n in tree.sentence.names if n.kind == "person"]
    return any(n.first <= c < n.last for c in tree.children(i, "appos", "flat") for n in names)


def is_beside_person(tree: Tree, i: int, words: HarmWords) -> bool:
    """ "A driver and his mate", "a nun and a verger": one by whatever noun, joined to one person, is a person, too."""
    lemma, over = tree.lemma(i), tree.tokens[i].head
    if tree.rel(i) != "conj" or tree.tokens[i].xpos != "NN" or tree.tokens[over].xpos not in {"NN", "NNP"}:
        return False
    if is_thing(lemma) or is_machine(lemma) or lemma in words.animals | words.things | words.bodies | {*words.nouns}:
        return False
    own = {tree.lemma(c) for c in tree.children(i, "det", "nmod:poss")}
    person = is_person_role(tree.lemma(over)) or words.is_person(tree.lemma(over)) or is_called(tree, over)
    return person and bool(own & {"a", "an", "his", "her", "their"}) and not tree.children(i, "nmod")


def is_aged(tree: Tree, i: int) -> bool:
    """ "A 33-year-old mechanic": somebody, by whatever noun that names no thing."""
    if is_thing(tree.lemma(i)) or is_machine(tree.lemma(i)):
        return False
    ages = (c for c in tree.children(i, "amod") if tree.tokens[c].text.lower().endswith("old"))
    return any("-year-" in tree.tokens[c].text or any(tree.lemma(u) == "year" for u in tree.children(c)) for c in ages)


def _is_share(tree: Tree, number: Number) -> bool:
    """ "Three of the attackers", "two of them"."""
    whole = (n for case, n in tree.preps(number.head) if case == "of")
    return any(tree.lemma(n) in _THEM or any(tree.lemma(c) in _KNOWN for c in tree.children(n, "det", "nmod:poss")) for n in whole)


def _so_many(tree: Tree, people: Phrase, words: HarmWords) -> int | None:
    """ "A young couple", "the pair", "both men": so many persons, in a word; "a couple of rebels" is counted by its noun."""
    if any(case == "of" for case, _ in tree.preps(people.head)):
        return None
    both = any(tree.lemma(c) == "both" and tree.rel(c).startswith("det") for c in tree.children(people.head))
    return words.several.get("both" if both and tree.tokens[people.head].xpos == "NNS" else tree.lemma(people.head))


def _is_the_other(tree: Tree, i: int) -> bool:
    """ "Killing one and wounding the other"."""
    return tree.tokens[i].text.lower() == "other" and any(tree.tokens[c].text.lower() == "the" for c in tree.children(i, "det"))


def _is_one_more(tree: Tree, i: int) -> bool:
    """ "A third was wounded", "the third is in critical condition": one of those told of, by an ordinal alone."""
    return tree.tokens[i].text.lower() in _ORDINALS and any(tree.tokens[c].text.lower() in {"a", "the"} for c in tree.children(i, "det"))
