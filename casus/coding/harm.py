"""Harm: the numbers of people killed, injured, captured, that a sentence gives, and the word each hangs on.

Rules are those of UCDP GED and ACLED as restated in docs/codebook.md: nothing said is empty, "killed or injured" is one
quantity, "including n" is part of and never added, a denial of harm ("no one was hurt") is 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.harm import HarmKind, HarmWords
from casus.codebook.kinds import is_people, is_person_role
from casus.coding.acts import is_where, verb_words
from casus.coding.harmed import Harm
from casus.coding.numbers import Number, find_numbers
from casus.coding.parties import is_agentive
from casus.coding.syntax import Phrase, Tree
from casus.coding.tolls import moving_toll, tolls_at
from casus.model.when import DateRange

_SELF = frozenset({"himself", "herself", "themselves", "myself"})
_SUFFERING = frozenset({"suffer", "sustain", "receive"})
_HITTING = frozenset({"hit", "strike", "graze", "pierce"})
_SHOTS = frozenset({"bullet", "gunfire", "shot", "gunshot", "round", "shrapnel", "splinter", "fire"})
_FATALLY = frozenset({"fatally", "mortally"})
_INCLUDING = frozenset({"including", "among", "amongst", "of whom", "of which", "of them"})


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
    if token.upos == "VERB" and (tree.missed(i) or tree.denied(i)):
        return
    if _is_something_else(tree, i, words):
        return
    phrase = _phrase_at(tree, i, words) if token.upos == "VERB" else None
    if phrase is not None:
        yield from _of_phrase(tree, i, *phrase, numbers, words)
    elif token.upos in {"VERB", "ADJ"} and (lemma in words.verbs or token.text.lower() in words.participles):
        kind = words.verbs.get(lemma) or words.participles[token.text.lower()]
        if kind == "injured" and any(tree.tokens[c].text.lower() in _FATALLY for c in tree.children(i, "advmod")):
            kind = "killed"
        yield from _of_verb(tree, i, kind, numbers, words)
    elif token.upos == "VERB" and lemma in _SUFFERING | _HITTING:
        yield from _of_suffering(tree, i, numbers, words)
    elif token.upos == "VERB" and lemma == "shoot":
        yield from _of_shooting(tree, i, numbers, words)
    elif token.upos == "ADJ" and token.text.lower() in words.adjectives:
        yield from _of_adjective(tree, i, words.adjectives[token.text.lower()], numbers, words)
    elif token.upos == "NOUN" and lemma == "condition":
        yield from _of_condition(tree, i, numbers, words)
    elif token.upos == "NOUN" and lemma in {"number", "toll", "tally", "count"}:
        yield from tolls_at(tree, i, numbers, words)
    elif token.upos == "NOUN" and lemma in words.nouns:
        yield from _of_noun(tree, i, words.nouns[lemma], numbers, words)


def _is_something_else(tree: Tree, i: int, words: HarmWords) -> bool:
    """Whether a word beside it makes a word of harm another thing ("1,200 bodies were handed over", "killed the bill")."""
    others = words.unless.get(tree.lemma(i))
    beside = (*tree.children(i), *([tree.tokens[i].head] if tree.tokens[i].head >= 0 else []))
    taken = words.verbs.get(tree.lemma(i)) == "captured" and tree.patient(i) is not None  # "captured a leader in the town"
    return others is not None and any(tree.lemma(j) in others and not (taken and is_where(tree, j)) for j in beside)


def _phrase_at(tree: Tree, v: int, words: HarmWords) -> tuple[HarmKind, bool] | None:
    """The kind of harm that a verb tells together with its complement ("lost their lives"), and whether its subject is harmed."""
    return next((found[1:] for found in words.phrases.get(tree.lemma(v), ()) if verb_words(tree, v, found[0]) is not None), None)


def _of_phrase(tree: Tree, v: int, kind: HarmKind, of_subject: bool, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    harmed = tree.subject(v) if of_subject else tree.patient(v)
    if harmed is not None and _is_somebody(tree, harmed, words):
        yield from _people(tree, v, kind, harmed, numbers, words)


def _of_condition(tree: Tree, i: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "She is in critical condition", "taken to a hospital in stable condition": whoever is, is hurt."""
    state = any(tree.tokens[c].text.lower() in words.conditions for c in tree.children(i, "amod"))
    if not state or tree.case(i) not in {"in", "into"}:
        return
    verb = next((a for a in (i, *tree.ancestors(i)) if tree.subject(a) is not None or tree.patient(a) is not None), None)
    harmed = None if verb is None else tree.patient(verb) if tree.passive(verb) or tree.subject(verb) is None else tree.subject(verb)
    if harmed is not None and _is_somebody(tree, harmed, words):
        some = any(case == "of" and tree.children(n, "det") for case, n in tree.preps(harmed))  # "one of the victims is in ..."
        yield from (replace(h, part=h.part or some) for h in _people(tree, i, "injured", harmed, numbers, words))


def _of_verb(tree: Tree, v: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    own = next((n for n in numbers if n.last == v and tree.tokens[n.head].head == v), None)
    if own is not None:
        yield Harm(kind, v, own, None)
        return
    intransitive = tree.lemma(v) in words.intransitive
    patient = tree.subject(v) if intransitive else tree.patient(v)
    if patient is None and tree.tokens[v].deprel in {"amod", "acl"}:
        patient = tree.tokens[v].head
    if patient is None and tree.tokens[v].upos == "ADJ" and tree.rel(v) == "conj" and not tree.children(v, "nsubj", "nsubj:pass"):
        patient = tree.patient(tree.tokens[v].head)  # "nobody was killed or hurt"
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
        yield from _people(tree, v, "injured", subject, numbers, words) if hurt and _is_somebody(tree, subject, words) else ()
    elif tree.passive(v) and any(case == "by" and tree.lemma(n) in _SHOTS for case, n in tree.preps(v)):
        yield from _people(tree, v, "killed_or_injured", subject, numbers, words)


def _of_shooting(tree: Tree, v: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """People hit by gunfire: killed where the clause says so, else killed or injured; "shot at" hits nobody yet."""
    patient = tree.patient(v)
    if patient is None or tree.children(v, "compound:prt"):
        return
    beside = {tree.tokens[c].text.lower() for c in (*tree.children(v), min(v + 1, len(tree) - 1))}
    dead = "dead" in beside
    if not dead and any(tree.lemma(c) in words.verbs for c in tree.children(v, "conj")):
        return
    fatal = dead or bool(beside & _FATALLY) or any(case == "to" and tree.lemma(n) == "death" for case, n in tree.preps(v))
    share = _fatal_share(tree, v, numbers)
    if share is not None:
        yield Harm("killed", v, share, None)
        fatal = False
    if tree.tokens[patient].upos == "NUM" and not tree.passive(v) and not dead:
        return  # a score: "shot 65 in the last round"
    agent = tree.agent(v)
    hit = agent if agent is not None and tree.lemma(patient) in _SELF else patient
    yield from _people(tree, v, "killed" if fatal else "killed_or_injured", hit, numbers, words)


def _fatal_share(tree: Tree, v: int, numbers: Sequence[Number]) -> Number | None:
    """ "Four people were shot, one fatally", "two of them fatally": how many of those shot were killed."""
    for i in range(v + 2, len(tree)):
        if tree.tokens[i].text.lower() in _FATALLY:
            last = i - 2 if tree.tokens[i - 2].text.lower() == "of" else i
            return next((n for n in numbers if n.last == last and n.first > v), None)
    return None


def _people(tree: Tree, v: int, kind: HarmKind, patient: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """The number in a phrase for people, its conjuncts each by itself, and parts named in it."""
    listed = _spelled_out(tree, patient, numbers) or tree.conjuncts(patient)
    for head in listed:
        if kind in {"captured", "killed_or_injured"} and not _is_somebody(tree, head, words):
            continue
        phrase = tree.phrase(head)
        if _is_one_of_them(tree, v, head):
            continue
        own = _own_kind(tree, head, phrase, words) if head != patient else _kind_behind(tree, v, head, words)
        if own is not None and own != kind:
            yield Harm(own, v, number_of(tree, head, phrase, numbers), phrase)
            continue
        if _says_none(tree, head, v):
            yield Harm(kind, v, None, phrase, none=True)
            continue
        number = number_of(tree, head, phrase, numbers)
        added = kind == "killed" and len(listed) == 1 and _is_addition(tree, phrase)
        part = (head != patient and _is_part(tree, head)) or added or _is_of_whom(tree, head)
        yield Harm(kind, v, number, phrase, part=part)
        yield from _parts(tree, v, kind, head, numbers)
    for head in _companions(tree, v, patient):
        phrase = tree.phrase(head)
        yield Harm(kind, v, number_of(tree, head, phrase, numbers), phrase)


def _is_one_of_them(tree: Tree, v: int, head: int) -> bool:
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


def is_company(tree: Tree, n: int, case: str) -> bool:
    """Whether a noun stands beside others as one of them: "along with two aides", "together with his wife"."""
    beside = case == "with" and any(tree.lemma(c) in {"along", "together"} for c in tree.children(n, "advmod"))
    return beside or case in {"along with", "together with", "as well as", "alongside"}


def _is_somebody(tree: Tree, head: int, words: HarmWords) -> bool:
    """Weapons and goods are seized, films are shot; only people are counted."""
    lemma = tree.lemma(head)
    named = tree.tokens[head].upos != "NOUN" or words.is_person(lemma) or lemma in words.people
    return named or is_people(lemma) or is_person_role(lemma) or is_agentive(tree, tree.phrase(head))


def _own_kind(tree: Tree, head: int, phrase: Phrase, words: HarmWords) -> HarmKind | None:
    """The kind told by a harm word on or right before a joined phrase ("killed five and wounded 110")."""
    near = [*tree.children(head, "amod", "acl"), *([phrase.first - 1] if phrase.first else [])]
    word = tree.tokens[phrase.last].text.lower() if phrase.last < len(tree) else ""
    after = _kind_behind(tree, -1, head, words) or words.participles.get(word) or words.adjectives.get(word)
    if after:
        return after
    return next((words.participles[w] for c in near if (w := tree.tokens[c].text.lower()) in words.participles), None)


def _kind_behind(tree: Tree, v: int, head: int, words: HarmWords) -> HarmKind | None:
    """ "Two soldiers were killed, three drivers wounded": the word of harm right behind people tells what befell them."""
    behind = head + 1
    if behind >= len(tree) or behind == v or tree.tokens[behind].head != head:
        return None
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
                number = number_of(tree, m, phrase, numbers)
                if number is not None:
                    yield Harm(kind, v, number, phrase, part=True)


def _is_addition(tree: Tree, phrase: Phrase) -> bool:
    """ "Five more died", "12 of the wounded died": added to a figure given elsewhere; neither the toll nor ever added to it."""
    after = [t.text.lower() for t in tree.tokens[phrase.head : phrase.head + 5]]
    if after[1:2] == ["of"] and any(word in {"wounded", "injured", "casualties", "hospitalised", "hospitalized"} for word in after[2:5]):
        return True
    return any(
        tree.tokens[i].text.lower() in {"more", "additional", "further"} and i != phrase.first for i in range(phrase.first, phrase.last)
    ) and not any(tree.tokens[i].text.lower() in {"than", "or"} for i in range(phrase.first, phrase.last))


def _is_of_whom(tree: Tree, i: int) -> bool:
    """ "Wounded 25 people, five of whom ...": some of those counted before."""
    return any(case == "of" and tree.lemma(n) in {"whom", "which"} for case, n in tree.preps(i))


def _is_part(tree: Tree, i: int) -> bool:
    return any(tree.case(a) in _INCLUDING for a in (i, *tree.ancestors(i)))


def _dangling(tree: Tree, v: int, numbers: Sequence[Number]) -> Number | None:
    """ "killed 46": the number itself is the object or subject; "30 wounded" without a noun."""
    for number in numbers:
        if _is_one_of_them(tree, v, number.head):
            continue
        if tree.tokens[number.head].head == v and tree.rel(number.head) in {"obj", "nsubj", "nsubj:pass", "nummod", "advmod", "obl", "dep"}:
            return number
    return next((n for n in numbers if n.last == v), None)


def _of_adjective(tree: Tree, a: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "12 people dead", "left 12 wounded", "12 were wounded"."""
    token = tree.tokens[a]
    shot = [j for j in (a - 1, token.head) if j >= 0 and tree.lemma(j) == "shoot" and tree.patient(j) is not None]
    if (shot and token.text.lower() == "dead") or tree.case(a) in _INCLUDING:
        return  # "shot dead" is told by its verb; "two children were among the dead" are a part
    own = next((n for n in numbers if tree.tokens[n.head].head == a and (tree.rel(n.head) == "nummod" or n.last == a)), None)
    own = own or next((n for n in numbers if n.last == a and token.deprel == "xcomp" and tree.case(n.head)), None)  # "spoke of ten dead"
    if own is not None:
        yield Harm(kind, a, own, None)
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
    if any(tree.lemma(j) in words.accidents for j in tree.children(i, "compound", "amod")):
        return  # "traffic deaths"
    if tree.lemma(i) == "wound":
        return  # two wounds are not two wounded
    toll = tree.lemma(i) in words.tolls
    number = number_of(tree, i, tree.phrase(i), numbers)
    if number is not None:
        yield Harm(kind, i, number, tree.phrase(i), part=_is_part(tree, i))
        return
    for case, n in tree.preps(i):
        if case in {"of", "among", "at"} and tree.lemma(n) not in words.nouns:
            yield from _people(tree, i, kind, n, numbers, words)
    if toll:
        yield from moving_toll(tree, i, kind, numbers)


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
            if harm.none or found[partner].none:
                people = harm.people or found[partner].people
                yield from (replace(h, people=people, none=True) for h in (harm, found[partner]))
                continue
            number = harm.number or found[partner].number
            yield Harm("killed_or_injured", harm.predicate, number, harm.people or found[partner].people, harm.part)
        else:
            yield harm


def _alternative(tree: Tree, a: int, b: int) -> bool:
    return tree.tokens[b].head == a and tree.rel(b) == "conj" and any(tree.lemma(c) in {"or", "/"} for c in tree.children(b, "cc"))
