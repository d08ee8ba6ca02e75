"""Harm: the numbers of people killed, injured, captured, that a sentence gives, and the word each hangs on.

Rules are those of UCDP GED and ACLED as restated in docs/codebook.md: nothing said is empty, "killed or injured" is one
quantity, "including n" is part of and never added, a denial of harm ("no one was hurt") is 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from casus.codebook.harm import HarmKind, HarmWords
from casus.coding.acts.finding import is_where, verb_words
from casus.coding.harm.harmed import Harm
from casus.coding.harm.hits import BY_NOUN, BY_VERB, FATALLY, WARDS, is_fatal, of_wound
from casus.coding.harm.people import INCLUDING, harmed_in, is_addition, is_one_of_them, is_part, is_somebody, is_supposed, number_of
from casus.coding.harm.tolls import kind_behind, moving_toll, tolls_at
from casus.coding.numbers import Number, find_numbers
from casus.coding.syntax import Tree
from casus.model.when import DateRange

_LATER = frozenset({"later", "in", "at", "on"})
"""Words behind a number whose verb is the one before ("and one later in hospital")."""
_IN_SHORT: Mapping[str, HarmKind] = MappingProxyType({"KIA": "killed", "WIA": "injured"})
"""How armies write that somebody was killed or wounded in action."""
_SHOOTINGS = frozenset({"shooting", "stabbing", "beating"})


def find_harm(tree: Tree, words: HarmWords, dates: Sequence[DateRange] = ()) -> tuple[Harm, ...]:
    """Every statement of harm in a sentence, in text order, each number used once; a number in a date counts nobody."""
    numbers = counting(tree, dates)
    found = [_of_its_day(tree, h, words, dates) for i in range(len(tree)) for h in _at(tree, i, numbers, words)]
    seen: set[tuple[str, int | None]] = set()
    out = []
    for harm in found:
        key = (harm.kind, harm.number.first if harm.number else None)
        if harm.number is None or key not in seen:
            out.append(harm)
        seen.add(key)
    return tuple(_joint(tree, [h for h in out if not _is_of_one_dead(tree, h, out)]))


def _of_its_day(tree: Tree, harm: Harm, words: HarmWords, dates: Sequence[DateRange]) -> Harm:
    """ "On 22 May they killed four more": added to what was done before, and the whole figure of what was done on that day."""
    v = harm.predicate
    if not harm.part or harm.people is None or not is_addition(tree, harm.people) or tree.lemma(v) not in words.verbs:
        return harm
    doer = tree.tokens[v].upos == "VERB" and not tree.passive(v) and tree.agent(v) is not None
    days = [d.evidence for d in dates if d.evidence is not None and d.precision == "day"]
    own = any(e.start <= tree.tokens[c].start < e.end for e in days for c in tree.children(v, "obl", "obl:unmarked", "advmod"))
    return replace(harm, part=False) if doer and own else harm


def counting(tree: Tree, dates: Sequence[DateRange]) -> tuple[Number, ...]:
    """The numbers of a sentence without those in its dates, which count nobody."""
    spoken = [d.evidence for d in dates if d.evidence is not None]
    return tuple(n for n in find_numbers(tree) if not any(e.start <= tree.tokens[n.head].start < e.end for e in spoken))


def _is_of_one_dead(tree: Tree, harm: Harm, harms: Sequence[Harm]) -> bool:
    """ "Ana Ruiz, a driver who suffered burns, died": what says who the dead is counts nobody else."""
    people = harm.people.head if harm.people is not None and harm.kind == "injured" else None
    if people is None or tree.rel(people) != "appos":
        return False
    return any(h.kind == "killed" and h.people is not None and h.people.head == tree.tokens[people].head for h in harms)


def _at(tree: Tree, i: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    token, lemma = tree.tokens[i], tree.lemma(i)
    if _is_not_done(tree, i) or _is_something_else(tree, i, words):
        return
    phrase = _phrase_at(tree, i, words) if token.upos == "VERB" else None
    if phrase is not None:
        yield from _of_phrase(tree, i, *phrase, numbers, words)
    elif token.text in _IN_SHORT:
        yield from _in_short(tree, i, _IN_SHORT[token.text], numbers, words)
    elif token.upos in {"VERB", "ADJ"} and (lemma in words.verbs or token.text.lower() in words.participles):
        kind = words.verbs.get(lemma) or words.participles[token.text.lower()]
        if kind == "injured" and any(tree.tokens[c].text.lower() in FATALLY for c in tree.children(i, "advmod")):
            kind = "killed"
        yield from _of_verb(tree, i, kind, numbers, words)
    elif token.upos == "VERB" and lemma in BY_VERB:
        yield from BY_VERB[lemma](tree, i, numbers, words)
    elif token.upos == "ADJ" and token.text.lower() in words.adjectives:
        yield from _of_adjective(tree, i, words.adjectives[token.text.lower()], numbers, words)
    elif token.upos == "NOUN" and lemma in BY_NOUN:
        yield from BY_NOUN[lemma](tree, i, numbers, words)
    elif token.upos == "NOUN" and lemma in {"number", "toll", "tally", "count"}:
        yield from tolls_at(tree, i, numbers, words)
    elif token.upos == "NOUN" and (told := _kind_of_noun(tree, i, words)) is not None:
        yield from _of_noun(tree, i, told, numbers if lemma in words.nouns else (), words)  # "three fatal shootings" are no three dead


def _is_not_done(tree: Tree, i: int) -> bool:
    undone = tree.tokens[i].upos in {"VERB", "ADJ"} and (tree.missed(i) or tree.denied(i))
    return undone or is_supposed(tree, i)


def _in_short(tree: Tree, i: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "Two soldiers KIA, five WIA", as reports of armies have it."""
    number = next((n for n in numbers if n.last == i), None)
    if number is not None:
        yield Harm(kind, i, number, None)
    elif i > 0 and tree.tokens[i - 1].upos == "NOUN":
        yield from harmed_in(tree, i, kind, i - 1, numbers, words)


def _kind_of_noun(tree: Tree, i: int, words: HarmWords) -> HarmKind | None:
    """What harm a noun tells, a shooting only where it is fatal."""
    lemma = tree.lemma(i)
    return "killed" if lemma in _SHOOTINGS and is_fatal(tree, i) else words.nouns.get(lemma)


def _is_something_else(tree: Tree, i: int, words: HarmWords) -> bool:
    """Whether a word beside it makes a word of harm another thing ("1,200 bodies were handed over", "killed the bill")."""
    others = words.unless.get(tree.lemma(i))
    if words.nouns.get(tree.lemma(i)) == "killed" and _is_taken_in(tree, i, words):
        return False
    beside = (*tree.children(i), *([tree.tokens[i].head] if tree.tokens[i].head >= 0 else []))
    taken = words.verbs.get(tree.lemma(i)) == "captured" and tree.patient(i) is not None  # "captured a leader in the town"
    return others is not None and any(tree.lemma(j) in others and not (taken and is_where(tree, j)) for j in beside)


def _is_taken_in(tree: Tree, body: int, words: HarmWords) -> bool:
    """ "The hospital received eight bodies", "villagers buried 19 bodies": the dead counted, not handed over."""
    over = tree.tokens[body].head
    if over < 0 or tree.rel(body) not in {"obj", "nsubj:pass"}:
        return False
    if tree.lemma(over) == "bury":
        return not tree.passive(over)
    near = [tree.agent(over), *(n for case, n in tree.preps(over) if case == "to")]
    return any(tree.lemma(j) in words.morgues for n in near if n is not None for j in (n, *tree.children(n, "compound", "amod")))


def _phrase_at(tree: Tree, v: int, words: HarmWords) -> tuple[HarmKind, bool] | None:
    """The kind of harm that a verb tells together with its complement ("lost their lives"), and whether its subject is harmed."""
    found = next((found[1:] for found in words.phrases.get(tree.lemma(v), ()) if verb_words(tree, v, found[0]) is not None), None)
    if found is not None and found[0] == "injured" and any(is_fatal(tree, c) for c in tree.children(v, "obj")):
        return "killed", found[1]  # "suffered a fatal wound"
    return found


def _of_phrase(tree: Tree, v: int, kind: HarmKind, of_subject: bool, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    harmed = tree.subject(v) if of_subject else tree.patient(v)
    harmed = harmed if harmed is None else _whose(tree, harmed)
    if harmed is not None and kind == "injured" and words.nouns.get(tree.lemma(harmed)) == "killed":
        return  # "seven bodies were taken to the hospital"
    if harmed is not None and is_somebody(tree, harmed, words):
        yield from harmed_in(tree, v, kind, harmed, numbers, words)


def _of_verb(tree: Tree, v: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    own = next((n for n in numbers if n.last == v and tree.tokens[n.head].head == v), None)
    if own is not None:
        yield from (Harm(kind, v, n, None) for n in (own, *(_gapped(tree, v, numbers) if tree.lemma(v) in words.intransitive else ())))
        return
    intransitive = tree.lemma(v) in words.intransitive
    patient = tree.subject(v) if intransitive else tree.patient(v)
    if patient is None and tree.tokens[v].deprel in {"amod", "acl"}:
        patient = tree.tokens[v].head
    if patient is None and tree.tokens[v].upos == "ADJ" and tree.children(v, "cop"):
        patient = tree.subject(v)  # "two were wounded"
    if patient is None and tree.tokens[v].upos == "ADJ" and tree.rel(v) == "conj" and not tree.children(v, "nsubj", "nsubj:pass"):
        patient = tree.patient(tree.tokens[v].head)  # "nobody was killed or hurt"
    if patient is None:
        dangling = _dangling(tree, v, numbers) or _as_many(tree, v, numbers)
        if dangling is not None:
            yield Harm(kind, v, dangling, None, part=kind == "killed" and _says_more(tree, dangling))
        return
    if intransitive and kind == "killed":
        yield from (Harm(kind, v, n, None) for n in _gapped(tree, v, numbers))
    patient = patient if intransitive else _whose(tree, patient)
    yield from harmed_in(tree, v, kind, patient, numbers, words)


def _whose(tree: Tree, harmed: int) -> int:
    """ "Took the lives of nine", "slit the throats of four": whose they are."""
    of = (n for case, n in tree.preps(harmed) if case == "of")
    return next(of, harmed) if tree.lemma(harmed) in {"life", "throat"} else harmed


def _dangling(tree: Tree, v: int, numbers: Sequence[Number]) -> Number | None:
    """ "killed 46": the number itself is the object or subject; "30 wounded" without a noun."""
    for number in numbers:
        if is_one_of_them(tree, v, number.head):
            continue
        if tree.tokens[number.head].head == v and tree.rel(number.head) in {"obj", "nsubj", "nsubj:pass", "nummod", "advmod", "obl", "dep"}:
            return number
        if _says_more(tree, number) and tree.tokens[number.last].head == v:
            return number
    return next((n for n in numbers if n.last == v), None)


def _as_many(tree: Tree, v: int, numbers: Sequence[Number]) -> Number | None:
    """ "Killed eight miners and injured as many": so many as the verb before it befell."""
    told = any(tree.tokens[c].text.lower() == "many" and tree.tokens[c - 1].text.lower() == "as" for c in tree.children(v) if c > v)
    more = v + 1 < len(tree) and tree.tokens[v + 1].text.lower() == "as" and tree.tokens[min(v + 3, len(tree) - 1)].text.lower() != "as"
    before = tree.patient(tree.tokens[v].head) if told and more and tree.rel(v) == "conj" else None
    return number_of(tree, before, tree.phrase(before), numbers) if before is not None else None


def _gapped(tree: Tree, v: int, numbers: Sequence[Number]) -> Iterator[Number]:
    """ "Two died on the spot and one later in hospital": as many as a joined clause without its verb counts."""
    for n in numbers:
        behind = tree.tokens[n.last] if n.last < len(tree) else None
        joined = n.first > v and tree.tokens[n.first - 1].text.lower() == "and"
        if not joined or behind is None or behind.text.lower() not in _LATER:
            continue
        if behind.text.lower() == "later" or any(tree.lemma(j) in WARDS for j in range(n.last, min(n.last + 4, len(tree)))):
            yield n


def _says_more(tree: Tree, number: Number) -> bool:
    """ "Injured three more"."""
    return number.last < len(tree) and tree.tokens[number.last].text.lower() == "more" and tree.tokens[number.head].head == number.last


def _of_adjective(tree: Tree, a: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "12 people dead", "left 12 wounded", "12 were wounded"."""
    token = tree.tokens[a]
    shot = [j for j in (a - 1, token.head) if j >= 0 and tree.lemma(j) == "shoot" and tree.patient(j) is not None]
    if (shot and token.text.lower() == "dead") or tree.case(a) in INCLUDING:
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
        holder = _left(tree, holder) if token.deprel == "amod" and a > holder else holder
        told = token.deprel != "amod" or a > holder  # "the dead man" is nobody's count, "found a man dead" is
        yield from (h for h in harmed_in(tree, a, kind, holder, numbers, words) if h.number or h.none or told)
        return
    number = next((n for n in numbers if n.last == a or tree.tokens[n.head].head == a), None)
    if number is not None:
        yield Harm(kind, a, number, None)


def _left(tree: Tree, last: int) -> int:
    """ "Left a monk and two novices dead": all of the object, not only the last of them."""
    top = tree.tokens[last].head
    return top if tree.rel(last) == "conj" and tree.rel(top) == "obj" and tree.lemma(tree.tokens[top].head) in {"leave", "find"} else last


def _of_noun(tree: Tree, i: int, kind: HarmKind, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "the deaths of 46 people", "57 deaths", "a death toll of 57", "the toll rose to 57", "no casualties"."""
    if any(tree.tokens[c].text.lower() == "no" for c in tree.children(i, "det")):
        yield Harm(kind, i, None, tree.phrase(i), none=True)
        return
    if any(tree.lemma(j) in words.accidents for j in tree.children(i, "compound", "amod")):
        return  # "traffic deaths"
    if kind == "injured" and is_fatal(tree, i):
        kind = "killed"  # "the fatal injury of a guard"
    if tree.lemma(i) == "wound":  # two wounds are not two wounded
        yield from of_wound(tree, i, numbers, words)
        return
    toll = tree.lemma(i) in words.tolls
    number = number_of(tree, i, tree.phrase(i), numbers)
    if number is not None:
        if tree.lemma(i) not in words.deeds:
            kind = (kind_behind(tree, number, words) or kind) if kind == "killed_or_injured" else kind
            yield Harm(kind, i, number, tree.phrase(i), part=is_part(tree, i) or (kind == "killed" and is_addition(tree, tree.phrase(i))))
        return
    first = tree.tokens[i].head if tree.rel(i) == "conj" else i  # "the torture and death of a guard"
    for case, n in list(tree.preps(i)) or list(tree.preps(first)):
        people = tree.lemma(n) not in words.nouns or tree.lemma(n) in words.people  # "the killing of a prisoner"
        somebody = case != "at" or not any(c == "of" for c, _ in tree.preps(i))  # "the killing of prisoners at the camp"
        if case in {"of", "among", "at"} and people and n > i and somebody and not _is_place(tree, n):
            yield from harmed_in(tree, i, kind, n, numbers, words)
    if toll:
        yield from moving_toll(tree, i, kind, numbers, words)


def _is_place(tree: Tree, i: int) -> bool:
    """ "The massacre of Okoro": where it was."""
    return {n.kind for n in tree.sentence.names if n.first <= i < n.last} == {"place"}


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
