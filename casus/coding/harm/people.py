"""People harmed: the number in a phrase for people, each of those joined to it by itself, those beside them, and parts of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.codebook.harm import HarmKind, HarmWords
from casus.codebook.kinds import is_people, is_person_role, is_thing
from casus.coding.harm.harmed import Harm, is_aged
from casus.coding.numbers import Number
from casus.coding.roles.parties import is_agentive
from casus.coding.syntax import Phrase, Tree

INCLUDING = frozenset({"including", "among", "amongst", "of whom", "of which", "of them"})
"""Words before a part of those counted."""
_SO_MANY = frozenset({"dozen", "score", "hundred", "thousand"})
"""Nouns for so many of what follows them ("dozens of protesters")."""
_MADE_OF = frozenset({"family", "household", "crew", "team", "group", "party", "patrol", "gang", "band", "unit"})
"""Nouns for people before "of" and how many they are."""
_SUPPOSING = frozenset({"if", "unless", "whenever", "anytime", "whether"})


def harmed_in(tree: Tree, v: int, kind: HarmKind, patient: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """The number in a phrase for people, its conjuncts each by itself, and parts named in it."""
    patient = _meant(tree, v, patient)
    listed = _spelled_out(tree, patient, numbers) or tree.conjuncts(patient)
    for head in listed:
        if kind in {"captured", "killed_or_injured"} and not is_somebody(tree, head, words):
            continue
        thing = is_thing(tree.lemma(head)) or tree.lemma(head) in words.things
        if kind in {"killed", "injured", "killed_or_injured"} and thing and tree.children(head, "nummod"):
            continue  # "a guard was injured and 20 shops damaged", "lost 90 soldiers and 12 tanks"
        if head != patient and _is_money(tree, head):
            continue
        if words.animals & {tree.lemma(head), *(tree.lemma(n) for case, n in tree.preps(head) if case == "of")}:
            continue
        phrase = tree.phrase(head)
        if is_one_of_them(tree, v, head):
            continue
        if head != patient and _is_hit_apart(tree, head, words):
            continue
        own = _own_kind(tree, head, phrase, words) if head != patient else _kind_behind(tree, v, head, words)
        if own is not None and own != kind:
            yield Harm(own, v, number_of(tree, head, phrase, numbers), phrase)
            continue
        if _says_none(tree, head, v):
            yield Harm(kind, v, None, phrase, none=True)
            continue
        number = number_of(tree, head, phrase, numbers)
        hurt_before = kind == "killed" and len(listed) == 1 and is_of_hurt(tree, phrase)
        added = kind == "killed" and len(listed) == 1 and not hurt_before and is_addition(tree, phrase)
        part = (head != patient and (is_part(tree, head) or _is_bracketed(tree, patient, head))) or added or _is_of_whom(tree, head)
        yield Harm(kind, v, number, phrase, part=part, more=hurt_before)
        yield from _parts(tree, v, kind, head, numbers)
    for head in _companions(tree, v, patient):
        phrase = tree.phrase(head)
        yield Harm(kind, v, number_of(tree, head, phrase, numbers), phrase)


def _is_money(tree: Tree, head: int) -> bool:
    """ "The injury of six people and millions in losses": what is counted in millions, of nobody, is no people."""
    return tree.lemma(head) in {"million", "billion"} and any(case in {"in", "of"} for case, _ in tree.preps(head))


def _is_bracketed(tree: Tree, whole: int, head: int) -> bool:
    """ "23 rebels (12 men and 11 women)": what stands in brackets behind those counted says who they are."""
    between = [t.text for t in tree.tokens[whole + 1 : head]]
    return between.count("(") > between.count(")")


def _meant(tree: Tree, v: int, patient: int) -> int:
    """ "Led five students away and shot them": them are the object of the verb before."""
    if tree.tokens[patient].text.lower() != "them" or tree.rel(v) != "conj":
        return patient
    before = tree.patient(tree.tokens[v].head)
    return before if before is not None and tree.tokens[before].xpos == "NNS" else patient


def is_one_of_them(tree: Tree, v: int, head: int) -> bool:
    """ "One of the rebels killed in the raid was the leader": those killed are the rebels, and nobody says how many."""
    if tree.tokens[v].xpos != "VBN" or tree.children(v, "aux", "aux:pass", "cop"):
        return False
    return tree.tokens[head].upos == "NUM" and v > head and any(case == "of" and n < v for case, n in tree.preps(head))


def _spelled_out(tree: Tree, patient: int, numbers: Sequence[Number]) -> tuple[int, ...]:
    """ "The injured teenagers, three girls and a boy": those behind the comma are the ones counted."""
    if number_of(tree, patient, tree.phrase(patient), numbers) is not None and tree.children(patient, "nummod"):
        return ()
    named = [c for c in tree.children(patient, "appos") if tree.children(c, "nummod") and number_of(tree, c, tree.phrase(c), numbers)]
    joined = [c for c in tree.conjuncts(patient) if c != patient]
    return (*tree.conjuncts(named[0]), *joined) if named and tree.tokens[patient].xpos == "NNS" else ()


def _companions(tree: Tree, v: int, patient: int) -> Iterator[int]:
    """ "Detained the leader along with two of his aides": those befallen together with the patient."""
    first = tree.tokens[v].head if tree.rel(v) == "conj" else v
    for case, n in (*tree.preps(v), *tree.preps(patient), *(tree.preps(first) if first != v else ())):
        if n > v and is_company(tree, n, case):
            yield from tree.conjuncts(n)
    for clause in tree.children(patient, "acl:relcl", "acl"):  # "detained a leader who ran a camp, along with two aides"
        for case, n in tree.preps(clause):
            first = min(tree.children(n, "case", "advmod"), default=n)
            if is_company(tree, n, case) and first > 0 and tree.tokens[first - 1].text == ",":
                yield from tree.conjuncts(n)


def is_company(tree: Tree, n: int, case: str) -> bool:
    """Whether a noun stands beside others as one of them: "along with two aides", "together with his wife"."""
    beside = case == "with" and any(tree.lemma(c) in {"along", "together"} for c in tree.children(n, "advmod"))
    return beside or case in {"along with", "together with", "as well as", "alongside"}


def is_supposed(tree: Tree, v: int) -> bool:
    """Whether harm is only thought of: "if a student is hurt", "any time one of us is killed"."""
    top = next((a for a in (v, *tree.ancestors(v)) if tree.is_clause(a) and tree.rel(a) != "conj"), v)
    if {tree.lemma(c) for c in tree.children(top, "mark", "advmod")} & _SUPPOSING:
        return True
    above = tree.tokens[top].head
    times = tree.rel(top).startswith("acl") and above >= 0 and tree.lemma(above) == "time"
    return times and bool({tree.lemma(d) for d in tree.children(above, "det")} & {"any", "every"})


def is_somebody(tree: Tree, head: int, words: HarmWords) -> bool:
    """Weapons and goods are seized, films are shot; only people are counted."""
    lemma = tree.lemma(head)
    if lemma in _SO_MANY:
        return any(case == "of" and is_somebody(tree, n, words) for case, n in tree.preps(head)) or not tree.children(head, "nmod")
    if lemma.endswith("old") and tree.tokens[head].upos == "NOUN":
        return True  # "a 19-year-old"
    named = tree.tokens[head].upos != "NOUN" or words.is_person(lemma) or lemma in words.people or is_aged(tree, head)
    return named or is_people(lemma) or is_person_role(lemma) or is_agentive(tree, tree.phrase(head))


def _own_kind(tree: Tree, head: int, phrase: Phrase, words: HarmWords) -> HarmKind | None:
    """The kind told by a harm word on or right before a joined phrase ("killed five and wounded 110")."""
    if any(case in {"in", "into"} and tree.lemma(n) == "condition" for case, n in tree.preps(head)):
        return "injured"
    near = [*tree.children(head, "amod", "acl"), *([phrase.first - 1] if phrase.first else [])]
    word = tree.tokens[phrase.last].text.lower() if phrase.last < len(tree) else ""
    after = _kind_behind(tree, -1, head, words) or words.participles.get(word) or words.adjectives.get(word)
    if after:
        return after
    return next((words.participles[w] for c in near if (w := tree.tokens[c].text.lower()) in words.participles), None)


def _is_hit_apart(tree: Tree, head: int, words: HarmWords) -> bool:
    """ "A guard dead and a girl hit by a bullet": what befell her is told by her own word."""
    told = (c for c in tree.children(head, "acl") if tree.lemma(c) in {"hit", "strike", "shoot"})
    return any(case == "by" and tree.lemma(n) in words.shots for c in told for case, n in tree.preps(c))


def _kind_behind(tree: Tree, v: int, head: int, words: HarmWords) -> HarmKind | None:
    """ "Two soldiers were killed, three drivers wounded": the word of harm right behind people tells what befell them."""
    behind = head + 1
    if behind >= len(tree) or behind == v or tree.tokens[behind].head != head:
        return None
    if behind < v and tree.tokens[head].head == v and tree.lemma(v) in words.intransitive:
        return None  # "a guard wounded in the raid died"
    word = tree.tokens[behind].text.lower()
    return words.participles.get(word) or words.adjectives.get(word)


def _says_none(tree: Tree, head: int, v: int) -> bool:
    if tree.lemma(head) in {"nobody", "none"} or (
        tree.lemma(head) == "one" and tree.tokens[head - 1].text.lower() == "no" if head else False
    ):
        return True
    negative = any(tree.tokens[c].text.lower() == "no" for c in tree.children(head, "det"))
    return negative and tree.tokens[v].upos in {"VERB", "NOUN", "ADJ"}


def number_of(tree: Tree, head: int, phrase: Phrase, numbers: Sequence[Number]) -> Number | None:
    """The number that counts a phrase: its nummod, the head itself, or "dozens of people"."""
    for number in numbers:
        if number.first <= head < number.last or (
            tree.tokens[number.head].head == head and tree.rel(number.head) in {"nummod", "advmod", "amod", "compound", "det"}
        ):
            return number
        if tree.tokens[number.head].head == head and tree.rel(number.head) == "appos" and _is_in_all(tree, number):
            return number
        if (
            phrase.first <= number.first
            and number.last <= phrase.last
            and tree.rel(number.head) in {"nummod", "nmod", "compound"}
            and tree.tokens[number.head].head == head
            and not _is_of_kin(tree, head, number)
        ):
            return number
    return None


def _is_in_all(tree: Tree, number: Number) -> bool:
    """ "The victims, 19 in all, were burned alive"."""
    return " ".join(t.text.lower() for t in tree.tokens[number.last : number.last + 2]) in {"in all", "in total", "all told"}


def _is_of_kin(tree: Tree, head: int, number: Number) -> bool:
    """ "A father of three was shot": the three are his children; "a family of six" are six."""
    if tree.lemma(head) in _MADE_OF:
        return False
    return tree.case(number.head) == "of" and tree.tokens[head].xpos == "NN" and is_person_role(tree.lemma(head))


def _parts(tree: Tree, v: int, kind: HarmKind, head: int, numbers: Sequence[Number]) -> Iterator[Harm]:
    """ "including 500 soldiers", "among them three children": parts of the whole."""
    for case, n in list(tree.preps(head)) + list(tree.preps(v)):
        if case in INCLUDING:
            for m in tree.conjuncts(n):
                phrase = tree.phrase(m)
                number = number_of(tree, m, phrase, numbers)
                if number is not None:
                    yield Harm(kind, v, number, phrase, part=True)


def is_of_hurt(tree: Tree, phrase: Phrase) -> bool:
    """ "Two of the wounded died": the dead of an act of which no other dead are told, else added to those."""
    after = [t.text.lower() for t in tree.tokens[phrase.head : phrase.head + 5]]
    return after[1:2] == ["of"] and any(word in {"wounded", "injured", "casualties", "hospitalised", "hospitalized"} for word in after[2:5])


def is_addition(tree: Tree, phrase: Phrase) -> bool:
    """ "Five more died", "12 of the wounded died": added to a figure given elsewhere; neither the toll nor ever added to it."""
    if is_of_hurt(tree, phrase):
        return True
    return any(
        tree.tokens[i].text.lower() in {"more", "additional", "further"} and i != phrase.first for i in range(phrase.first, phrase.last)
    ) and not any(tree.tokens[i].text.lower() in {"than", "or"} for i in range(phrase.first, phrase.last))


def _is_of_whom(tree: Tree, i: int) -> bool:
    """ "Wounded 25 people, five of whom ...": some of those counted before."""
    return any(case == "of" and tree.lemma(n) in {"whom", "which"} for case, n in tree.preps(i))


def is_part(tree: Tree, i: int) -> bool:
    """Whether a nominal, or what it hangs on, is told as a part ("including three children")."""
    return any(tree.case(a) in INCLUDING for a in (i, *tree.ancestors(i)))
