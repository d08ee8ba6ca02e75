"""Parties: the phrases that fill roles, as actors and recipients of a claim, with the kind that guards look at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from casus.codebook.actors import ActorTable
from casus.codebook.instruments import load_telling, mode_of
from casus.codebook.kinds import is_official, is_people, is_person_role, is_thing, kind_of, singular, tells_doer
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import ActorKind, Party
from casus.model.text import Report

_SUSPECT = frozenset("suspected alleged presumed suspect".split())
_LEADING = frozenset({"the", "a", "an", "these", "those", "this", "that", "its", "their", "his", "her", "whose", "some", "several"})
_QUANTITIES = frozenset(
    "dozen hundred score thousand number group couple most some member majority tens part rest half many handful pair total band gang "
    "wave million several all one two three four five six seven eight nine ten people".split()
)
_SIDES = frozenset("country nation side state government neighbour neighbor party power ally".split())
_AGED = re.compile(r"(?<=\w)\s*(?:,\s*(?:aged? )?\d{1,3}|,\s*an? \d{1,3}-year-old|\((?:aged? )?\d{1,2}\))$|^\d{1,3}-year-old (?=[A-Z])")
"""How old somebody is, beside the name: "Ana Ruiz, 24", "Ana Ruiz (24)", "24-year-old Ana Ruiz"."""
_TAKEN, _HOLDING = frozenset({"hostage", "captive", "prisoner"}), frozenset({"hold", "take", "keep"})
_SCENES = frozenset({"in", "over", "at", "near", "across", "inside", "into"})
_WHERE = frozenset({"in", "at", "near", "on", "outside"})
_WHEN = frozenset({"on", "in", "at", "during", "since", "after", "before"})
_OCCASIONS = frozenset(
    "attack ambush raid encounter gunfight gunbattle clash blast explosion bombing shooting battle strike airstrike".split()
)
_HURT = frozenset({"wounded", "injured", "killed", "hurt", "dead"})
_SOON = 3
"""Tokens from a preposition of place to the name of the spot."""
_CALLED = frozenset({"identify", "name", "call", "know"})
_RELATIVE = frozenset({"who", "whose", "whom", "which"})
_PERSONAL = frozenset("he she they it we i you him her them us".split())
_MULTITUDES = frozenset({"thousand", "hundred", "dozen", "score"})
"""Counts that stand for people where no noun follows ("thousands marched")."""


def kind_of_phrase(tree: Tree, phrase: Phrase, table: ActorTable) -> ActorKind:
    """The kind of actor a phrase names; a person's name is a person; "unknown" where nothing tells."""
    role = tree.tokens[phrase.head].head
    for over in (role, tree.tokens[role].head) if role >= 0 else ():
        named_so = over >= 0 and named_after(tree, over) == phrase.head
        if named_so and (kind := kind_of_phrase(tree, tree.phrase(over), table)) != "unknown":
            return kind
    words = " ".join(t.text for t in tree.tokens[phrase.first : phrase.last])
    those = counted(tree, phrase)
    if those is not None:
        kind = kind_of_phrase(tree, tree.phrase(those), table)
        return kind if kind != "unknown" else _of_people(tree, those, table)
    if tree.lemma(phrase.head) in _MULTITUDES and tree.tokens[phrase.head].upos == "NOUN":
        return "civilians"
    named = table.find(words.removeprefix("the ").removeprefix("The "))
    if len({a.kind for a in named}) == 1:
        return named[0].kind
    kind = kind_of(tree.lemma(phrase.head), words, table)
    if kind != "unknown" and not _is_team(tree, phrase):
        return kind
    for name in tree.sentence.names:
        if name.first <= phrase.head < name.last:
            if name.kind == "person":
                return "person"
            if name.kind == "nationality":
                return "government"
            if name.kind == "organisation":
                return "collective"
    return "unknown"


def _of_people(tree: Tree, i: int, table: ActorTable) -> ActorKind:
    """The kind of those counted by a proper noun, people by faith and no team ("thousands of Hindus")."""
    one = singular(tree.tokens[i].text).lower()
    kind = kind_of(one, one, table) if tree.tokens[i].xpos == "NNPS" and not tree.is_named(i, "organisation") else "unknown"
    return kind if kind == "civilians" else "unknown"


def named_after(tree: Tree, role: int) -> int | None:
    """The head of a person's name that stands right after a role of one human being ("the candidate Ana Ruiz", "a guard, Ana Ruiz,")."""
    if tree.tokens[role].xpos in {"NNS", "NNPS"}:
        return None
    persons = [n for n in tree.sentence.names if n.kind == "person"]
    after = tree.phrase(role).last
    if not is_person_role(tree.lemma(role)):  # "assistant jailor Ana Ruiz"
        doing = is_agentive(tree, Phrase(role, role + 1, role)) and not tree.tokens[role].text.istitle()
        beside = [c for c in tree.children(role, "appos", "flat", "nmod:desc") if doing and any(n.first == c == role + 1 for n in persons)]
        return next((c for c in (*beside, *(c for c in names_given(tree, role) if any(n.first == c for n in persons))) if c > role), None)
    beside = [c for c in tree.children(role, "appos", "flat", "nmod:desc") if any(n.first == c == after for n in persons)]
    set_off = {c for c in tree.children(role, "appos") if after < len(tree) - 1 and tree.tokens[after].text == ","}
    called = names_given(tree, role)
    further = [n.first for n in persons if (n.first in set_off and n.first == after + 1) or n.first in called]
    return next((c for c in (*beside, *further)), None)


def names_given(tree: Tree, role: int) -> frozenset[int]:
    """What a noun is said to be called ("an official named Ana Ruiz", "a guard, identified as Ana Ruiz")."""
    named = (a for a in tree.children(role, "acl") if tree.lemma(a) in _CALLED)
    return frozenset(c for a in named for c in tree.children(a, "obl", "xcomp", "obj"))


def _is_team(tree: Tree, phrase: Phrase) -> bool:
    """A role in the plural written as a name ("the Bombers beat the Raiders"): a team or a band, unless all is in capitals."""
    head = tree.tokens[phrase.head]
    if head.upos != "PROPN" or head.xpos != "NNPS" or not head.text[:1].isupper() or head.text.isupper() or phrase.head == 0:
        return False
    others = [t for t in tree.tokens[phrase.first : phrase.head] if t.upos != "DET"]
    return not others and is_person_role(tree.lemma(phrase.head))


def counted(tree: Tree, phrase: Phrase) -> int | None:
    """What a phrase of quantity counts ("dozens of prisoners", "a group of armed men")."""
    if tree.lemma(phrase.head) not in _QUANTITIES:
        return None
    return next((n for case, n in tree.preps(phrase.head) if case == "of"), None)


def both_named(tree: Tree, phrase: Phrase, table: ActorTable) -> tuple[Phrase, ...]:
    """ "Both countries", "the two sides": the two states that the sentence names before; else the phrase itself."""
    words = [t.text.lower() for t in tree.tokens[phrase.first : phrase.last]]
    if tree.lemma(phrase.head) not in _SIDES or (words[:1] != ["both"] and words[:2] != ["the", "two"]):
        return (phrase,)
    named: dict[str, Phrase] = {}
    for name in tree.sentence.names:
        if name.last <= phrase.first and tree.case(tree.head_of(name.first, name.last)) not in _SCENES:
            found = {a.id for a in table.find(" ".join(t.text for t in tree.tokens[name.first : name.last])) if a.kind == "state"}
            if len(found) == 1:
                named.setdefault(found.pop(), Phrase(name.first, name.last, name.last - 1))
    return tuple(named.values()) if len(named) == 2 else (phrase,)


def is_agentive(tree: Tree, phrase: Phrase) -> bool:
    """Whether an unlisted noun names people by what they do ("saboteurs", "stone-throwers")."""
    token = tree.tokens[phrase.head]
    lemma = tree.lemma(phrase.head)
    return token.upos == "NOUN" and tells_doer(lemma)


def is_pronoun(tree: Tree, phrase: Phrase) -> bool:
    """Whether the phrase is a personal pronoun, resolved later from what stands before it."""
    return tree.lemma(phrase.head) in _PERSONAL and tree.tokens[phrase.head].upos == "PRON"


def is_means(tree: Tree, phrase: Phrase) -> bool:
    """Whether the phrase names a weapon or an explosion: a means, not an actor."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    return mode_of(lemmas, phrase.head) is not None or _is_remnant(tree, lemmas, phrase.head)


def _is_remnant(tree: Tree, lemmas: Sequence[str], i: int) -> bool:
    """ "Debris of a drone", "missile fragments": what is left of something that flew."""
    if lemmas[i] not in load_telling()["remains"]:
        return False
    of = (*(n for case, n in tree.preps(i) if case in {"of", "from"}), *tree.children(i, "compound"))
    return any(mode_of(lemmas, n) is not None for n in of)


def is_inanimate(tree: Tree, phrase: Phrase) -> bool:
    """Whether the phrase names a thing that can be hit but does not act (a village, a petrol station)."""
    lemma, before = tree.lemma(phrase.head), phrase.head - 1
    return is_thing(lemma) or (before >= phrase.first and is_thing(f"{tree.lemma(before)} {lemma}"))


def _with_bracketed_name(tree: Tree, phrase: Phrase) -> Phrase:
    """ "Red Front of Norda (RFN) cadres": the full name before its short form belongs to the people after it."""
    close = phrase.first - 1
    if tree.tokens[phrase.head].text[:1].isupper() or close < 3 or tree.tokens[close].text != ")":
        return phrase
    opened = next((i for i in range(close - 1, max(close - 6, 0), -1) if tree.tokens[i].text == "("), None)
    if opened is None or not any(t.text[:1].isupper() for t in tree.tokens[opened + 1 : close]):
        return phrase
    name = next((n for n in tree.sentence.names if n.kind == "organisation" and n.last == opened), None)
    return phrase if name is None else Phrase(name.first, phrase.last, phrase.head)


def _to_its_end(tree: Tree, phrase: Phrase, role: str) -> Phrase:
    """Without the day or the place set off by a comma that the parse hung on it; with the bracket that closes it."""
    opened = 0
    for i in range(phrase.head + 1, phrase.last):
        opened += {"(": 1, ")": -1}.get(tree.tokens[i].text, 0)
        hurt = i == phrase.head + 1 and tree.tokens[i].text.lower() in _HURT
        if _ends_before(tree, phrase, i) or (role == "recipient" and (hurt or _is_where_hurt(tree, phrase, i))):
            return Phrase(phrase.first, i - (tree.tokens[i - 1].text == ","), phrase.head)
    over, last = tree.tokens[phrase.head].head, max(phrase.last, phrase.head + 1)
    taken = last - 1 > phrase.head and tree.tokens[last - 1].text.lower() in _TAKEN and over >= 0
    if taken and tree.lemma(over) in _HOLDING:  # "held three members of the family hostage"
        return Phrase(phrase.first, last - 1, phrase.head)
    closes = opened == 1 and last < len(tree) and tree.tokens[last].text == ")"
    return Phrase(phrase.first, last + closes, phrase.head)


def _ends_before(tree: Tree, phrase: Phrase, i: int) -> bool:
    """Whether what opens at a token is no part of who a phrase names: a day, a place, a sentence, some of them, a doer."""
    token, word = tree.tokens[i], tree.tokens[i].text.lower()
    set_off = tree.tokens[i - 1].text == ","
    if token.upos == "ADP" and (_opens_time(tree, i) or (set_off and token.text in _WHERE) or _opens_spot(tree, phrase, i)):
        return True
    if word == "to" and i + 2 == phrase.last:
        return tree.tokens[i + 1].text.lower() == "death"  # "sentenced four men to death"
    if set_off and word in _RELATIVE:
        return True  # "the party, whose leader was killed"
    if (word == "among" and set_off) or _opens_companions(tree, i):
        return True  # "twelve people, among them four children", "the army along with militiamen"
    if token.upos == "ADP" and word in _WHEN and tree.lemma(token.head) in _OCCASIONS and tree.tokens[token.head].head == phrase.head:
        return True  # "a gunman in a raid on the town"
    return word == "by" and tree.rel(i) == "case" and is_people(tree.lemma(phrase.head))  # "the abduction of four villagers by rebels"


def _opens_companions(tree: Tree, i: int) -> bool:
    """ "Alongside", "together with", "along with": who comes behind it is somebody else."""
    beside = i + 1 < len(tree) and tree.tokens[i + 1].text.lower() == "with"
    return tree.tokens[i].text.lower() == "alongside" or (beside and tree.tokens[i].text.lower() in {"along", "together"})


def _is_where_hurt(tree: Tree, phrase: Phrase, i: int) -> bool:
    """ "Them near Goma", "a guard in Goma", "a trader with wounds": where somebody not known yet was hurt, or how."""
    token, first = tree.tokens[i], tree.tokens[phrase.first]
    if token.upos != "ADP":
        return False
    if is_pronoun(tree, phrase):
        return token.text.lower() in _WHERE
    if token.text.lower() == "with":
        return tree.lemma(token.head) in {"wound", "injury"}
    lemma = tree.lemma(phrase.head)
    if not (is_thing(lemma) or is_people(lemma) or is_person_role(lemma) or is_agentive(tree, phrase)):
        return False
    new = first.upos == "NUM" or first.text.lower() in {"a", "an", "another", "his", "her", "their"}
    placed = tree.is_named(token.head, "place")
    return new and placed and token.text.lower() in _WHERE and tree.tokens[token.head].head == phrase.head


def _opens_time(tree: Tree, i: int) -> bool:
    """ "On April 13", "during last week": a preposition of a time."""
    head = tree.tokens[i].head
    timed = tree.is_named(head, "time")
    return timed and tree.tokens[i].text.lower() in _WHEN


def _opens_spot(tree: Tree, phrase: Phrase, i: int) -> bool:
    """ "Gunmen at Okoro village in Nalo District", "a bridge near Udan": where, said of people and things without a name of their own.

    A town alone says who somebody is ("the officials in Kabul").
    """
    if tree.tokens[i].text.lower() not in _WHERE or any(tree.tokens[j].upos == "PROPN" for j in range(phrase.head, i)):
        return False
    spot = tree.tokens[i].head
    if spot < 0 or tree.tokens[spot].head != phrase.head:
        return False
    if not (is_thing(tree.lemma(phrase.head)) or is_people(tree.lemma(phrase.head)) or is_agentive(tree, phrase)):
        return False
    named = any(n.kind == "place" and i < n.first <= i + _SOON for n in tree.sentence.names)
    return named and (tree.tokens[i].text.lower() != "in" or phrase.last - i > _SOON)


def _before_town(tree: Tree, phrase: Phrase) -> int | None:
    """Where the name of people nobody knows ends before the town they are told of in: "soldiers | in Beita", "a boy | in Nablus"."""
    new = tree.tokens[phrase.first].text.lower() not in _LEADING - {"a", "an", "some", "several"}
    lemma = tree.lemma(phrase.head)
    if not new or is_official(lemma) or not (is_people(lemma) or is_agentive(tree, phrase)):
        return None
    for i in range(phrase.head + 1, phrase.last - 1):
        spot = tree.tokens[i].head
        if tree.tokens[i].text.lower() == "in" and tree.tokens[i].upos == "ADP" and spot >= 0 and tree.tokens[spot].head == phrase.head:
            return tree.tokens[i - 1].end if tree.is_named(spot, "place") else None
    return None


def _end_of_name(tree: Tree, phrase: Phrase) -> int | None:
    """Where the name of a person ends, if where he is from stands behind it: "Omar Diaz | of Oakland's Fruitvale district"."""
    name = next((n for n in tree.sentence.names if n.kind == "person" and n.first <= phrase.head < n.last < phrase.last - 1), None)
    if name is None or tree.tokens[name.last].text.lower() not in {"of", "from"}:
        return None
    placed = any(n.kind == "place" and name.last < n.first <= name.last + _SOON for n in tree.sentence.names)
    return tree.tokens[name.last - 1].end if placed else None


def _is_part_of_figure(tree: Tree, i: int) -> bool:
    """ "Some of them", "several thousand people": a word that says how many with the next one."""
    after = tree.tokens[i + 1]
    return after.text.lower() == "of" or (tree.lemma(i) in {"some", "several"} and after.upos == "NUM")


def make_party(report: Report, tree: Tree, phrase: Phrase, *, role: str, table: ActorTable, rule: str) -> Party:
    """The party a phrase names, as written; who that is, is decided later (resolve/actors)."""
    phrase = _to_its_end(tree, _with_bracketed_name(tree, phrase), role)
    evidence = tree.evidence(report, role, phrase, rule)
    first = phrase.first
    while first < phrase.last - 1 and tree.tokens[first].text.lower() in _LEADING and not _is_part_of_figure(tree, first):
        first += 1
    name = _AGED.sub("", report.text[tree.tokens[first].start : _end_of_name(tree, phrase) or _before_town(tree, phrase) or evidence.end])
    lemmas = {tree.lemma(i) for i in range(phrase.first, phrase.last)}
    kind = kind_of_phrase(tree, phrase, table)
    return Party(" ".join(name.split()), evidence, kind, suspected=bool(lemmas & _SUSPECT))
