"""Harm: the numbers of people killed, injured, captured, that a sentence gives, and the word each hangs on.

Rules are those of UCDP GED and ACLED as restated in docs/codebook.md: nothing said is empty, "killed or injured" is one
quantity, "including n" is part of and never added, a denial of harm ("no one was hurt") is 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from casus.codebook.harm import HarmWords
from casus.codebook.kinds import is_people, is_person_role
from casus.coding.numbers import Number, find_numbers
from casus.coding.parties import is_agentive
from casus.coding.syntax import Phrase, Tree
from casus.model.count import Count
from casus.model.text import Report
from casus.model.when import DateRange

HarmKind = Literal["killed", "injured", "killed_or_injured", "captured", "missing", "displaced"]
_REACHING = frozenset({"reach", "hit", "pass", "top", "exceed"})
"""Verbs by which a toll comes to a figure ("the death toll reached 17")."""
ONE_BY_ONE = "persons told of singly"
"""The rule of a figure that only counts persons named or pointed at ("he died"); it never stands against a figure in words."""
_SELF = frozenset({"himself", "herself", "themselves", "myself"})
_SUFFERING = frozenset({"suffer", "sustain", "receive"})
_HITTING = frozenset({"hit", "strike", "graze", "pierce"})
_SHOTS = frozenset({"bullet", "gunfire", "shot", "gunshot", "round", "shrapnel", "splinter", "fire"})
_INCLUDING = frozenset({"including", "among", "amongst", "of whom", "of which", "of them"})


@dataclass(frozen=True, slots=True)
class Harm:
    """People harmed: how, how many (None where only a person is named), who, the predicate, and whether it is a part."""

    kind: HarmKind
    predicate: int
    number: Number | None
    people: Phrase | None
    part: bool = False
    none: bool = False
    toll: bool = False

    def count(self, tree: Tree, report: Report) -> Count | None:
        """The count with its words, or None where no number is given."""
        if self.none and self.people is not None:
            start, end = tree.span(self.people.first, self.people.last)
            return Count(0, 0, 0, report.evidence(self.kind, start, end, "none, in words"), rule="the text says none")
        if self.number is None:
            return self._single(tree, report)
        first, last = self.number.first, self.number.last
        who = None
        if self.people is not None and self.people.first <= self.number.first < self.people.last:
            first, last = min(first, self.people.first), self.people.last
            who = report.text[tree.tokens[min(self.number.last, last - 1)].start : tree.tokens[last - 1].end]
        evidence = report.evidence(self.kind, *tree.span(first, last), self.number.rule)
        n = self.number
        return Count(n.low, n.best, n.high, evidence, who or None, n.qualifier, n.rule)

    def befalls(self, tree: Tree) -> str:
        """Whether the people without a figure are "one" ("the leader", a name), "many" ("rebels"), or "" where the words do not tell."""
        if self.people is None:
            return ""
        head = tree.tokens[self.people.head]
        lemma = head.lemma.lower()
        if lemma in {"he", "she"} or (lemma == "old" and head.upos == "NOUN" and head.xpos == "NN"):
            return "one"
        if head.upos == "PROPN":
            return "one" if any(n.first <= self.people.head < n.last and n.kind == "person" for n in tree.sentence.names) else ""
        if not (is_people(lemma) or is_person_role(lemma)):
            return ""
        return "many" if head.xpos == "NNS" else "one" if head.xpos == "NN" and is_person_role(lemma) else ""

    def _single(self, tree: Tree, report: Report) -> Count | None:
        """One person: "a soldier was killed", a name."""
        people = self.people
        if people is None:
            return None
        head = tree.tokens[people.head]
        article = any(
            tree.lemma(c) in {"a", "one", "another"} or tree.tokens[c].text.lower() == "an"
            for c in tree.children(people.head, "det", "nummod")
        )
        someone = is_people(head.lemma.lower()) or is_person_role(head.lemma.lower()) or is_agentive(tree, people)
        if not (article and head.xpos == "NN" and someone):
            return None
        words = tree.span(people.first, people.last)
        return Count(1, 1, 1, report.evidence(self.kind, *words, "one person"), report.text[slice(*words)], None, "one person")


def find_harm(tree: Tree, words: HarmWords, dates: Sequence[DateRange] = ()) -> tuple[Harm, ...]:
    """Every statement of harm in a sentence, in text order, each number used once; a number in a date counts nobody."""
    spoken = [d.evidence for d in dates if d.evidence is not None]
    numbers = [n for n in find_numbers(tree) if not any(e.start <= tree.tokens[n.head].start < e.end for e in spoken)]
    found = [h for i in range(len(tree)) for h in _at(tree, i, numbers, words)]
    seen: set[tuple[str, int | None]] = set()
    out = []
    for harm in found:
        key = (harm.kind, harm.number.first if harm.number else None)
        if harm.number is None or key not in seen:
            out.append(harm)
        seen.add(key)
    return tuple(_joint(tree, out))


def _at(tree: Tree, i: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    token, lemma = tree.tokens[i], tree.lemma(i)
    if token.upos in {"VERB", "ADJ"} and (lemma in words.verbs or token.text.lower() in words.participles):
        kind = words.verbs.get(lemma) or words.participles[token.text.lower()]
        yield from _of_verb(tree, i, kind, numbers, words)
    elif token.upos == "VERB" and lemma in _SUFFERING | _HITTING:
        yield from _of_suffering(tree, i, numbers, words)
    elif token.upos == "VERB" and lemma == "shoot":
        yield from _of_shooting(tree, i, numbers, words)
    elif token.upos == "ADJ" and token.text.lower() in words.adjectives:
        yield from _of_adjective(tree, i, words.adjectives[token.text.lower()], numbers, words)
    elif token.upos == "NOUN" and lemma == "number" and (numbered := _numbered(tree, i, words)) is not None:
        yield from _moving_toll(tree, i, numbered, numbers)
    elif token.upos == "NOUN" and lemma in {"toll", "tally", "count"}:
        counted = _toll_kind(tree, i)
        if counted is not None:
            yield from _moving_toll(tree, i, counted, numbers)
    elif token.upos == "NOUN" and lemma in words.nouns:
        yield from _of_noun(tree, i, words.nouns[lemma], numbers, words)


def _of_verb(tree: Tree, v: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    intransitive = tree.lemma(v) in words.intransitive
    patient = tree.subject(v) if intransitive else tree.patient(v)
    if patient is None and tree.tokens[v].deprel in {"amod", "acl"}:
        patient = tree.tokens[v].head
    if patient is None:
        dangling = _dangling(tree, v, numbers)
        if dangling is not None:
            yield Harm(kind, v, dangling, None)
        return
    if tree.lemma(patient) == "life" and not intransitive:
        of = next((n for case, n in tree.preps(patient) if case == "of"), None)
        patient = of if of is not None else patient
    yield from _people(tree, v, kind, patient, numbers, words)


def _of_suffering(tree: Tree, v: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "Suffered a gunshot wound", "sustained injuries": the subject is hurt; "was hit by a bullet" is killed or injured."""
    subject = tree.subject(v)
    if subject is None:
        return
    if tree.lemma(v) in _SUFFERING:
        hurt = any(words.nouns.get(tree.lemma(c)) == "injured" for c in tree.children(v, "obj"))
        yield from _people(tree, v, "injured", subject, numbers, words) if hurt and _is_somebody(tree, subject) else ()
    elif tree.passive(v) and any(case == "by" and tree.lemma(n) in _SHOTS for case, n in tree.preps(v)):
        yield from _people(tree, v, "killed_or_injured", subject, numbers, words)


def _of_shooting(tree: Tree, v: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """People hit by gunfire: killed where the clause says so, else killed or injured; "shot at" hits nobody yet."""
    patient = tree.patient(v)
    if patient is None or tree.children(v, "compound:prt") or any(tree.lemma(c) in words.verbs for c in tree.children(v, "conj")):
        return
    beside = {tree.tokens[c].text.lower() for c in (*tree.children(v), min(v + 1, len(tree) - 1))}
    if "dead" in beside:
        return  # the adjective tells it
    fatal = bool(beside & {"fatally", "mortally"}) or any(case == "to" and tree.lemma(n) == "death" for case, n in tree.preps(v))
    if tree.tokens[patient].upos == "NUM" and not tree.passive(v):
        return  # a score: "shot 65 in the last round"
    agent = tree.agent(v)
    hit = agent if agent is not None and tree.lemma(patient) in _SELF else patient
    yield from _people(tree, v, "killed" if fatal else "killed_or_injured", hit, numbers, words)


def _people(tree: Tree, v: int, kind: HarmKind, patient: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """The number in a phrase for people, its conjuncts each by itself, and parts named in it."""
    for head in tree.conjuncts(patient):
        if kind in {"captured", "killed_or_injured"} and not _is_somebody(tree, head):
            continue
        phrase = tree.phrase(head)
        own = _own_kind(tree, head, phrase, words) if head != patient else None
        if own is not None and own != kind:
            yield Harm(own, v, _number_of(tree, head, phrase, numbers), phrase)
            continue
        if _says_none(tree, head, v):
            yield Harm(kind, v, None, phrase, none=True)
            continue
        number = _number_of(tree, head, phrase, numbers)
        part = (head != patient and _is_part(tree, head)) or (kind == "killed" and _is_addition(tree, phrase))
        yield Harm(kind, v, number, phrase, part=part)
        yield from _parts(tree, v, kind, head, numbers)
    for head in _companions(tree, v, patient):
        phrase = tree.phrase(head)
        yield Harm(kind, v, _number_of(tree, head, phrase, numbers), phrase)


def _companions(tree: Tree, v: int, patient: int) -> Iterator[int]:
    """ "Detained the leader along with two of his aides": those befallen together with the patient."""
    for case, n in (*tree.preps(v), *tree.preps(patient)):
        if case in {"along with", "together with", "as well as", "alongside"} and n > v:
            yield from tree.conjuncts(n)


def _is_somebody(tree: Tree, head: int) -> bool:
    """Weapons and goods are seized, films are shot; only people are counted."""
    token = tree.tokens[head]
    return token.upos != "NOUN" or is_people(tree.lemma(head)) or is_person_role(tree.lemma(head)) or is_agentive(tree, tree.phrase(head))


def _own_kind(tree: Tree, head: int, phrase: Phrase, words: HarmWords) -> HarmKind | None:
    """The kind told by a harm word on or right before a joined phrase ("killed five and wounded 110")."""
    near = [*tree.children(head, "amod", "acl"), *([phrase.first - 1] if phrase.first else [])]
    after = phrase.last < len(tree) and words.participles.get(tree.tokens[phrase.last].text.lower())
    if after:
        return after
    return next((words.participles[w] for c in near if (w := tree.tokens[c].text.lower()) in words.participles), None)


def _says_none(tree: Tree, head: int, v: int) -> bool:
    if tree.lemma(head) in {"nobody", "none"} or (
        tree.lemma(head) == "one" and tree.tokens[head - 1].text.lower() == "no" if head else False
    ):
        return True
    negative = any(tree.tokens[c].text.lower() == "no" for c in tree.children(head, "det"))
    return negative and tree.tokens[v].upos in {"VERB", "NOUN", "ADJ"}


def _number_of(tree: Tree, head: int, phrase: Phrase, numbers: Sequence[Number]) -> Number | None:
    """The number that counts a phrase: its nummod, the head itself, or "dozens of people"."""
    for number in numbers:
        if number.first <= head < number.last or (
            tree.tokens[number.head].head == head and tree.rel(number.head) in {"nummod", "advmod", "amod", "compound", "det"}
        ):
            return number
        if (
            phrase.first <= number.first
            and number.last <= phrase.last
            and tree.rel(number.head) in {"nummod", "nmod", "compound"}
            and tree.tokens[number.head].head == head
        ):
            return number
    return None


def _parts(tree: Tree, v: int, kind: HarmKind, head: int, numbers: Sequence[Number]) -> Iterator[Harm]:
    """ "including 500 soldiers", "among them three children": parts of the whole."""
    for case, n in list(tree.preps(head)) + list(tree.preps(v)):
        if case in _INCLUDING:
            for m in tree.conjuncts(n):
                phrase = tree.phrase(m)
                number = _number_of(tree, m, phrase, numbers)
                if number is not None:
                    yield Harm(kind, v, number, phrase, part=True)


def _is_addition(tree: Tree, phrase: Phrase) -> bool:
    """ "Five more died", "12 of the wounded died": added to a figure given elsewhere; neither the toll nor ever added to it."""
    after = [t.text.lower() for t in tree.tokens[phrase.head : phrase.head + 5]]
    if after[1:2] == ["of"] and any(word in {"wounded", "injured", "casualties", "hospitalised", "hospitalized"} for word in after[2:5]):
        return True
    return any(
        tree.tokens[i].text.lower() in {"more", "additional", "further"} and i != phrase.first for i in range(phrase.first, phrase.last)
    ) and not any(tree.tokens[i].text.lower() == "than" for i in range(phrase.first, phrase.last))


def _is_part(tree: Tree, i: int) -> bool:
    return any(tree.case(a) in _INCLUDING for a in (i, *tree.ancestors(i)))


def _dangling(tree: Tree, v: int, numbers: Sequence[Number]) -> Number | None:
    """ "killed 46": the number itself is the object or subject; "30 wounded" without a noun."""
    for number in numbers:
        if tree.tokens[number.head].head == v and tree.rel(number.head) in {"obj", "nsubj", "nsubj:pass", "nummod", "advmod", "obl", "dep"}:
            return number
    return next((n for n in numbers if n.last == v), None)


def _of_adjective(tree: Tree, a: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "12 people dead", "left 12 wounded", "12 were wounded"."""
    token = tree.tokens[a]
    counted = next((n for n in numbers if tree.tokens[n.head].head == a and tree.rel(n.head) == "nummod"), None)
    if counted is not None:
        yield Harm(kind, a, counted, None)
        return
    holder = tree.subject(a) if token.deprel not in {"amod"} else token.head
    if token.deprel == "xcomp" and token.head >= 0:
        holder = tree.patient(token.head) if tree.patient(token.head) is not None else holder
    if holder is not None and holder != a:
        yield from (h for h in _people(tree, a, kind, holder, numbers, words) if h.number or h.none or token.deprel != "amod")
        return
    number = next((n for n in numbers if n.last == a or tree.tokens[n.head].head == a), None)
    if number is not None:
        yield Harm(kind, a, number, None)


def _of_noun(tree: Tree, i: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "the deaths of 46 people", "57 deaths", "a death toll of 57", "the toll rose to 57", "no casualties"."""
    if any(tree.tokens[c].text.lower() == "no" for c in tree.children(i, "det")):
        yield Harm(kind, i, None, tree.phrase(i), none=True)
        return
    toll = tree.lemma(i) in words.tolls
    number = _number_of(tree, i, tree.phrase(i), numbers)
    if number is not None:
        yield Harm(kind, i, number, tree.phrase(i), part=_is_part(tree, i))
        return
    for case, n in tree.preps(i):
        if case in {"of", "among", "at"} and tree.lemma(n) not in words.nouns:
            yield from _people(tree, i, kind, n, numbers, words)
    if toll:
        yield from _moving_toll(tree, i, kind, numbers)


def _numbered(tree: Tree, i: int, words: HarmWords) -> HarmKind | None:
    """ "The number of people known to have died has risen to 57", "the number of dead", "the number of wounded"."""
    below = [j for j in tree.subtree(i) if j != i]
    if any(words.verbs.get(tree.lemma(j)) == "killed" or tree.tokens[j].text.lower() in {"dead", "killed", "deaths"} for j in below):
        return "killed"
    return "injured" if any(tree.tokens[j].text.lower() in {"wounded", "injured"} for j in below) else None


def _toll_kind(tree: Tree, i: int) -> HarmKind | None:
    """A toll counts the dead unless its name says otherwise; a tally or count needs such a name."""
    named = {tree.lemma(c) for c in tree.children(i, "compound", "amod")}
    if named & {"casualty"}:
        return "killed_or_injured"
    if named & {"death", "fatality", "body", "dead"} or (tree.lemma(i) == "toll" and not tree.children(i, "compound")):
        return "killed"
    return None


def _moving_toll(tree: Tree, i: int, kind: HarmKind, numbers: Sequence[Number]) -> Iterator[Harm]:
    """ "The death toll rose to 57", "stood at 57", "put the toll at 57"."""
    head = tree.tokens[i].head
    if head < 0:
        return
    for case, n in [*tree.preps(i), *tree.preps(head)]:
        if case.split()[0] in {"to", "at", "of", "as"} and n != i:
            number = next((x for x in numbers if x.first <= n < x.last or tree.tokens[x.head].head == n), None)
            if number is not None:
                yield Harm(kind, i, number, tree.phrase(i), toll=True)
    for n in tree.children(head, "obj") if tree.lemma(head) in _REACHING else ():
        number = next((x for x in numbers if x.first <= n < x.last), None)
        if number is not None:
            yield Harm(kind, i, number, tree.phrase(i), toll=True)
    number = next((x for x in numbers if x.first <= head < x.last), None)
    if number is not None and tree.rel(i).startswith("nsubj"):
        yield Harm(kind, i, number, tree.phrase(i), toll=True)


def _joint(tree: Tree, found: Sequence[Harm]) -> Iterator[Harm]:
    """ "killed or injured 30": one quantity of either kind, not two (coding rules, Numbers 4)."""
    skip: set[int] = set()
    for k, harm in enumerate(found):
        if k in skip:
            continue
        partner = next(
            (m for m in range(k + 1, len(found)) if found[m].kind != harm.kind and _alternative(tree, harm.predicate, found[m].predicate)),
            None,
        )
        if partner is not None and {harm.kind, found[partner].kind} == {"killed", "injured"}:
            skip.add(partner)
            number = harm.number or found[partner].number
            yield Harm("killed_or_injured", harm.predicate, number, harm.people or found[partner].people, harm.part)
        else:
            yield harm


def _alternative(tree: Tree, a: int, b: int) -> bool:
    return tree.tokens[b].head == a and tree.rel(b) == "conj" and any(tree.lemma(c) in {"or", "/"} for c in tree.children(b, "cc"))
