"""Filling: which phrases of a clause fill a role of a sense, whoever they turn out to mean, and how well the role's guard is met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from casus.codebook import Codebook
from casus.codebook.frames import Sense
from casus.codebook.instruments import load_telling
from casus.codebook.kinds import is_machine, is_people, is_person_role, kind_of
from casus.codebook.standing import load_standing
from casus.coding.acts.excluded import SEVERAL
from casus.coding.acts.fillers import (
    goes_off,
    is_attacker,
    is_bare_number,
    is_nobody,
    is_owned,
    is_place_name,
    is_when,
    is_where,
)
from casus.coding.counted_again import noun_meant
from casus.coding.places.localities import AT_A_PLACE, is_link, is_locality, is_place, is_where_shot
from casus.coding.roles.bearers import each_land, phrases_of
from casus.coding.roles.guards import CIVIL_ACTORS, allows
from casus.coding.roles.owners import WHOSE, is_nationality, owner_in
from casus.coding.roles.parties import both_named, counted, is_agentive, is_inanimate, is_means, is_pronoun, kind_of_phrase, make_party
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import Party
from casus.model.text import Report

Fit = Literal["filled", "empty", "mismatch"]
_BODIES = frozenset({"patrol", "convoy", "march", "rally", "demonstration", "protest", "procession"})
_DOINGS = frozenset("targeting killing bombing shelling shooting beating jailing bulldozing stoning flogging".split())
_DOCUMENTS = frozenset("resolution statement report letter communique communiqué declaration motion petition message decree".split())
_BETWEEN_LANDS = frozenset({"border", "frontier", "crossing", "airspace"})
"""What somebody closes to the other side ("closed its border with Mali")."""
_BETWEEN_BODIES = frozenset({"COOPERATE", "CONSULT"})
_ONLY_TELLING = frozenset({"institute", "media", "ngo"})
_JUDGING = frozenset({"court", "tribunal", "jury", "judge"})
"""Who convicts of a killing and does none."""
_OF_FORCE = frozenset({"ASSAULT", "COERCE"})
_WITH_MATTER = frozenset({"CONSULT", "REQUEST"})
_ASIDES = frozenset({("for", "part"), ("on", "part"), ("on", "hand"), ("for", "example"), ("in", "turn")})
_IN_STREETS = frozenset({"MOBILIZE", "PROTEST"})
"""Types of what is done on the ground of a town, to nobody by its name alone."""
_WANTING = frozenset("demand seek request want propose order".split())
_TAKING_PEOPLE = frozenset({"arrest", "abduct"})
"""Acts that befall no town."""
_FREEING_PEOPLE = frozenset({"freed-by-force"})
"""Senses of the same kind: a town is liberated by being taken."""
VERBAL = frozenset("AGREE CONSULT SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN".split())


@dataclass(frozen=True, slots=True)
class Filled:
    """The parties kept for a role, the act nouns that stood in it, and how well the role's guard was met."""

    parties: tuple[Party, ...]
    acts: tuple[int, ...]
    fit: Fit


@dataclass(frozen=True, slots=True)
class Taken:
    """Tokens of a sentence that are no parties: triggers of acts, and time expressions."""

    acts: frozenset[int]
    times: frozenset[int]


def fill(report: Report, tree: Tree, phrases: Sequence[Phrase], sense: Sense, role: str, taken: Taken, book: Codebook) -> Filled:
    """The parties that phrases of a clause name for a role of a sense, by the rules of who can do or undergo such an act.

    What stands in the role but is an act, a place, a time or a matter is kept out; of a holder or an author the phrase for him counts.
    """
    parties: list[Party] = []
    found_acts: list[int] = []
    rejected = passed = False
    for phrase in _told_apart(tree, phrases, sense, role, book):
        if role == "recipient" and (again := _taken_besides(report, tree, phrase, sense, book)) is not None:
            parties.append(again)
            continue
        if phrase.head in taken.times or is_bare_number(tree, phrase, role) or (role == "recipient" and _is_aside(tree, phrase, sense)):
            continue
        if role == "actor" and (is_where(tree, phrase, book, struck=sense.type == "ASSAULT") or tree.tokens[phrase.first].upos == "ADP"):
            continue
        where = role == "recipient" and sense.type not in VERBAL and is_locality(tree, phrase, sense)
        where = where or (role == "recipient" and (_is_matter(tree, phrase, sense, book) or _is_capital_come_to(tree, phrase, sense, book)))
        if where or (role == "recipient" and (_is_it(tree, phrase, sense) or is_when(tree, phrase) or is_link(tree, phrase))):
            passed = True
            continue
        if phrase.head in taken.acts and not _is_body_too(tree, phrase, role, book):
            found_acts.append(phrase.head)
        elif is_nobody(tree, phrase) or (role == "recipient" and sense.type == "ASSAULT" and goes_off(tree, phrase)):
            continue
        elif role == "actor" and (those := counted(tree, phrase)) is not None and those in taken.acts:
            continue  # "a number of blasts rocked the city"
        elif tree.lemma(phrase.head) in SEVERAL and any(case == "of" and n in taken.acts for case, n in tree.preps(phrase.head)):
            continue  # "broke off the truce with a wave of strikes"
        elif not is_means(tree, phrase) or _can_be_hit(sense, role) or is_owned(tree, phrase, book) or is_attacker(tree, phrase, book):
            phrase = _holder(tree, phrase, sense, role, book)  # noqa: PLW2901
            if _fits(tree, phrase, sense, role, book):
                rule = f"{sense.id}: {role}{_what_it_only_is(tree, phrase, role, sense, book)}"
                parties.append(make_party(report, tree, phrase, role=role, table=book.actors, rule=rule))
            else:
                rejected = True
    fit: Fit = "filled" if parties or found_acts or passed else ("mismatch" if rejected else "empty")
    return Filled(tuple(parties), tuple(found_acts), fit)


def _taken_besides(report: Report, tree: Tree, phrase: Phrase, sense: Sense, book: Codebook) -> Party | None:
    """ "Killed eight rebels and captured two": two rebels, where such can be taken."""
    noun = noun_meant(tree, phrase.head) if _TAKING_PEOPLE & {*sense.modes} else None
    if noun is None or not _is_of_another_harm(tree, noun, book) or not _fits(tree, tree.phrase(noun), sense, "recipient", book):
        return None
    return counted_as(report, tree, phrase, noun, sense, book)


def counted_as(report: Report, tree: Tree, phrase: Phrase, noun: int, sense: Sense, book: Codebook) -> Party:
    """So many of those whom a noun before names: "two", of rebels, is "two rebels"."""
    party = make_party(report, tree, phrase, role="recipient", table=book.actors, rule=f"{sense.id}: recipient")
    number = report.text[slice(*tree.span(phrase.first, phrase.head + 1))]
    one = number.lower() in {"one", "another", "1"}
    whom = ("person" if tree.lemma(noun) == "people" else tree.lemma(noun)) if one else tree.tokens[noun].text
    named = party.name if tree.tokens[phrase.head].upos == "NOUN" else f"{number} {whom}"
    return replace(party, name=named, kind=kind_of_phrase(tree, tree.phrase(noun), book.actors))


def _is_of_another_harm(tree: Tree, noun: int, book: Codebook) -> bool:
    """ "Two rebels were held, and two were detained" are the same two."""
    over = tree.tokens[noun].head
    return over >= 0 and (tree.lemma(over) == "shoot" or book.harm.verbs.get(tree.lemma(over)) in {"killed", "injured"})


def _told_apart(tree: Tree, phrases: Sequence[Phrase], sense: Sense, role: str, book: Codebook) -> Iterator[Phrase]:
    """The phrases of a role, those that stand for others or for several as these."""
    for held in (h for p in phrases for h in _wielders(tree, p, role, book)):
        each = each_land(tree, held) if sense.type not in _OF_FORCE else (held,)
        yield from (one for e in each for one in both_named(tree, e, book.actors))


def _wielders(tree: Tree, phrase: Phrase, role: str, book: Codebook) -> tuple[Phrase, ...]:
    """ "Drones flown by the army struck the town", "helicopters of the army": beside a means, whoever the words say used or has it."""
    if role != "actor" or not is_means(tree, phrase):
        return (phrase,)
    users = (c for c in tree.children(phrase.head, "acl") if tree.lemma(c) in load_telling()["wield"])
    used = [a for c in users for a in tree.children(c, "obl:agent", "obl") if tree.case(a) == "by"]
    used = used or [n for case, n in tree.preps(phrase.head) if case == "of" and _is_armed(tree, tree.phrase(n), book)]
    return tuple(found for a in used for found in phrases_of(tree, a)) or (phrase,)


def _is_armed(tree: Tree, phrase: Phrase, book: Codebook) -> bool:
    return allows(("armed",), kind_of_phrase(tree, phrase, book.actors))


def _can_be_hit(sense: Sense, role: str) -> bool:
    """Whether a weapon may be what an act is done to ("destroyed a launcher"); not in fights ("with sticks") nor where only people are."""
    return role == "recipient" and not sense.reciprocal and sense.type not in VERBAL and sense.guards.get(role) != ("people",)


def _what_it_only_is(tree: Tree, phrase: Phrase, role: str, sense: Sense, book: Codebook) -> str:
    """The end of a rule where a phrase is only a nationality or a place."""
    if is_nationality(tree, phrase, book):
        return f", {WHOSE}"
    if role != "recipient":
        return ""
    meant = sense.type == "COERCE" and tree.case(phrase.head) == "on"  # "a blockade on Kayes" is meant for it, a curfew in it says where
    only = is_where_shot(tree, phrase, sense) or (not meant and is_place(tree, phrase, book.actors))
    return f", {AT_A_PLACE}" if only else ""


def _is_aside(tree: Tree, phrase: Phrase, sense: Sense) -> bool:
    """ "For its part", "on the other hand", "from Geneva the office demanded": said of the sentence, nobody it is done to."""
    lemma, case = tree.lemma(phrase.head), tree.case(phrase.head)
    if (case, lemma) in _ASIDES:
        return True
    return sense.type == "REQUEST" and case == "from" and phrase.first <= 1 and tree.is_named(phrase.head, "place")


def _is_it(tree: Tree, phrase: Phrase, sense: Sense) -> bool:
    """ "Condemned it", "rejected this": what was told before is condemned or turned down, nobody by that word."""
    judged = sense.type == "REJECT" or "disapprove" in sense.modes
    return judged and tree.tokens[phrase.head].upos == "PRON" and tree.lemma(phrase.head) in {"it", "this", "that"}


def _is_capital_come_to(tree: Tree, phrase: Phrase, sense: Sense, book: Codebook) -> bool:
    """ "Headed for Bangui", "brought Jakarta to a standstill": the town and not the government; a protest "against" it is against that."""
    if sense.type not in _IN_STREETS or tree.case(phrase.head) in {"against", "over"} or not tree.is_named(phrase.head, "place"):
        return False
    return book.actors.capital(tree.tokens[phrase.head].text) is not None


def _is_matter(tree: Tree, phrase: Phrase, sense: Sense, book: Codebook) -> bool:
    """ "Discussed the shipments", "demanded a ransom": what is talked of or asked for, nobody who is met or asked."""
    if sense.type not in _WITH_MATTER or tree.rel(phrase.head) != "obj" or tree.tokens[phrase.head].upos != "NOUN":
        return False
    if sense.type == "REQUEST" and tree.lemma(tree.tokens[phrase.head].head) not in _WANTING:
        return False
    people = is_agentive(tree, phrase) or is_people(tree.lemma(phrase.head)) or _means_people(tree, phrase, book)
    return not people and kind_of_phrase(tree, phrase, book.actors) == "unknown" and not tree.children(phrase.head, "nmod:poss")


def _holder(tree: Tree, phrase: Phrase, sense: Sense, role: str, book: Codebook) -> Phrase:
    """Words about what somebody does or has concern the somebody ("praised Dhaka's restraint", "whose return was hailed")."""
    lemma = tree.lemma(phrase.head)
    if role == "recipient" and sense.type == "ASSAULT" and lemma in {"life", "body", "throat"}:
        owners = (*tree.children(phrase.head, "nmod:poss"), *(n for case, n in tree.preps(phrase.head) if case == "of"))
        return tree.phrase(owners[0]) if owners else phrase  # "slit their throats"
    if role == "actor":
        return phrase if kind_of_phrase(tree, phrase, book.actors) != "unknown" else _author(tree, phrase)
    if sense.type == "COERCE" and lemma in _BETWEEN_LANDS:
        return next((tree.phrase(n) for case, n in tree.preps(phrase.head) if case in {"with", "to"}), phrase)
    if sense.type not in VERBAL or kind_of(lemma, lemma, book.actors) != "unknown" or is_pronoun(tree, phrase):
        return phrase
    if tree.tokens[phrase.head].text[:1].isupper() or is_people(lemma):
        return phrase
    if is_inanimate(tree, phrase):
        return owner_in(tree, phrase.head, book, deep=False) or _whose_words(tree, phrase, sense, book) or phrase
    done = tree.tokens[phrase.head].xpos == "VBG" or lemma in _DOINGS  # "the targeting of rescuers": done to them, not by them
    cases = {"by"} if done else {"of", "by"}
    possessors = list(tree.children(phrase.head, "nmod:poss")) + [n for case, n in tree.preps(phrase.head) if case in cases]
    for c in possessors:
        owner = tree.phrase(tree.antecedent(c))
        if kind_of_phrase(tree, owner, book.actors) != "unknown":
            return owner
    return phrase if done else owner_in(tree, phrase.head, book) or phrase


def _whose_words(tree: Tree, phrase: Phrase, sense: Sense, book: Codebook) -> Phrase | None:
    """ "Welcomed Hale's statement", "rejected the petition by Hale": acts in words concern the person whose words or work it is."""
    if sense.type not in VERBAL or sense.id == "blame":  # "blamed the defeat by Hale on the press"
        return None
    owners = (*tree.children(phrase.head, "nmod:poss"), *(n for case, n in tree.preps(phrase.head) if case == "by"))
    persons = (tree.phrase(o) for o in owners)
    return next((p for p in persons if tree.tokens[p.head].upos == "PROPN" and kind_of_phrase(tree, p, book.actors) == "person"), None)


def _is_body_too(tree: Tree, phrase: Phrase, role: str, book: Codebook) -> bool:
    """Whether an act noun stands for somebody here ("an ambush on a police patrol", "Council resolutions calling for")."""
    lemma = tree.lemma(phrase.head)
    if role == "actor":
        return _author(tree, phrase) is not phrase or (lemma in _BODIES and kind_of(lemma, lemma, book.actors) == "military")
    return kind_of(lemma, lemma, book.actors) != "unknown" or lemma in _BODIES


def _author(tree: Tree, phrase: Phrase) -> Phrase:
    """Who speaks through a document ("UN Security Council resolutions calling for", "the group's statement")."""
    if tree.lemma(phrase.head) not in _DOCUMENTS:
        return phrase
    for name in tree.sentence.names:
        if phrase.first <= name.first and name.last <= phrase.head + 1 and name.kind == "organisation":
            return Phrase(name.first, min(name.last, phrase.head), min(name.last, phrase.head) - 1)
    owners = list(tree.children(phrase.head, "nmod:poss")) + [n for case, n in tree.preps(phrase.head) if case in {"by", "from", "of"}]
    return tree.phrase(owners[0]) if owners else phrase


def _fits(tree: Tree, phrase: Phrase, sense: Sense, role: str, book: Codebook) -> bool:
    """Whether a phrase may fill a role: its kind is allowed, or it is an unlisted name or an unlisted word for people."""
    groups = sense.guards.get(role, ())
    if is_pronoun(tree, phrase):
        return tree.lemma(phrase.head) not in {"it"} or role == "actor"
    kind = kind_of_phrase(tree, phrase, book.actors)
    if role == "actor":
        brawling = sense.reciprocal and is_person_role(tree.lemma(phrase.head))  # "a clash between police and activists"
        if sense.type == "ASSAULT" and ((kind in _ONLY_TELLING and not brawling) or tree.lemma(phrase.head) in _JUDGING):
            return False
        if kind == "civilians" and ((sense.type in CIVIL_ACTORS and "arms" not in groups) or _stands_for_many(tree, phrase, sense)):
            return True
        if kind == "unknown" and sense.type == "ASSAULT" and is_place_name(tree, phrase, book):
            return False
        if kind == "unknown" and tree.tokens[phrase.head].upos != "PROPN":
            agentive = is_agentive(tree, phrase) or (sense.type in _OF_FORCE and is_people(tree.lemma(phrase.head)))
            return not sense.weak and agentive and tree.lemma(phrase.head) not in book.harm.accidents
    no_town = bool(_TAKING_PEOPLE & set(sense.modes)) or sense.id in _FREEING_PEOPLE
    if role == "recipient" and ("town" in groups or no_town) and tree.is_named(phrase.head, "place"):
        return "town" in groups
    if role == "recipient" and sense.type in _BETWEEN_BODIES and kind == "unknown" and tree.tokens[phrase.head].upos != "PROPN":
        return False
    people = kind == "unknown" and _means_people(tree, phrase, book)
    told = is_people(tree.lemma(phrase.head)) or (people and sense.type in _OF_FORCE)
    if kind == "unknown" and not {"civilians", "people"}.isdisjoint(groups) and (told or _are_counted(tree, phrase, sense)):
        return True
    if allows(groups, kind) or (kind == "unknown" and tree.tokens[phrase.head].upos == "PROPN"):
        return True
    return "thing" in groups and (is_inanimate(tree, phrase) or is_machine(tree.lemma(phrase.head)) or (kind == "unknown" and not people))


def _stands_for_many(tree: Tree, phrase: Phrase, sense: Sense) -> bool:
    """ "Elders of the two clans met": people who stand for a community and meet or agree as one."""
    return sense.type in {"CONSULT", "AGREE"} and tree.lemma(phrase.head) in load_standing().spokesmen


def _means_people(tree: Tree, phrase: Phrase, book: Codebook) -> bool:
    """Whether a phrase of no listed kind is of people all the same ("several others", "two of his associates")."""
    those = counted(tree, phrase)
    lemma = tree.lemma(phrase.head if those is None else those)
    return lemma in book.harm.people or book.harm.is_person(lemma) or is_people(lemma)


def _are_counted(tree: Tree, phrase: Phrase, sense: Sense) -> bool:
    """ "Nine farmhands were massacred": an unlisted noun that is counted and no thing, where people are hurt."""
    counted_so = tree.tokens[phrase.head].xpos == "NNS" and bool(tree.children(phrase.head, "nummod"))
    return sense.type == "ASSAULT" and counted_so and not is_inanimate(tree, phrase) and not is_machine(tree.lemma(phrase.head))
