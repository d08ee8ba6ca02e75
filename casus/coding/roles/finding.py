"""Roles: who does an act and to whom, from the syntax round its trigger and the slots of its frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casus.codebook.actors import ActorTable
from casus.codebook.frames import Sense
from casus.codebook.kinds import is_machine, is_thing
from casus.coding.acts.finding import Trigger
from casus.coding.roles.aimed_at import SHOOTING, aimed_at, is_ammunition
from casus.coding.roles.bearers import bearer, phrases_of
from casus.coding.roles.companions import with_companions
from casus.coding.roles.deed_nouns import sides_of_deed, whose_offer
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.roles.seized import taken_from
from casus.coding.roles.slots import Names, fill, first_filled, oblique
from casus.coding.roles.strays import LOOKING, by_right_after, can_look, hand_over, is_blamed_on, is_finder, sides_at
from casus.coding.roles.wanted import only_asked
from casus.coding.syntax import Phrase, Tree

_TAKING_GROUND = frozenset({"seize-territory"})
_DYING = frozenset({"die", "perish", "kill"})
_OF_OFFICE = frozenset({"resignation", "departure", "abdication"})
_LEAVING = _OF_OFFICE | {"withdrawal", "pullout", "exit", "retreat", "surrender"}
_GIVING = frozenset("donate give send supply provide deliver lend grant pay hand transfer sell offer".split())
_AIMING = frozenset({"target", "hit", "strike"})
_BURSTING = frozenset({"blow", "explode", "detonate"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Phrases for the actor and the recipient of one act, in text order."""

    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]


def find_roles(tree: Tree, trigger: Trigger, sense: Sense, names: Names, times: frozenset[int] = frozenset()) -> Roles:
    """The phrases that fill the slots of `sense` around `trigger`; the first filled slot of each role wins.

    A complement of the pattern fills a slot only where it `names` a party ("captured 40 soldiers", not "opened fire"); a token
    of `times` fills none ("Sunday's army raid").
    """
    slots = sense.roles[trigger.form]
    actors = first_filled(tree, trigger, slots.get("actor", ()), names, times)
    recipients = first_filled(tree, trigger, slots.get("recipient", ()), names, times)
    recipients = only_asked(tree, trigger, sense, recipients)
    if not actors and trigger.form == "noun" and "by" in slots.get("actor", ()):
        actors = phrases_of(tree, by_right_after(tree, trigger.last))
    if trigger.form == "noun" and sense.reciprocal:
        actors, recipients = _sides(tree, trigger, sense, actors, recipients)
    if trigger.form == "noun" and is_blamed_on(tree, trigger.token):
        recipients = tuple(p for p in recipients if tree.case(p.head) != "on")
    if not recipients and trigger.form == "noun":
        recipients = _target_of(tree, trigger.token) or _held_in(tree, trigger.token)
    actors, recipients = _with_keeper(tree, trigger, actors, recipients)
    if not actors and trigger.form == "noun" and "poss" in slots.get("recipient", ()) and tree.children(trigger.token, "nmod:poss"):
        actors, recipients = _owner_beside_of(tree, trigger, recipients)
    if trigger.light is not None and (sense.type == "ASSAULT" or tree.lemma(trigger.light) not in _DYING):
        actors, recipients = _with_light(tree, trigger, slots.get("recipient", ()), actors, recipients, sides=sense.reciprocal)
    actors, recipients = sides_of_deed(tree, trigger, sense, actors, recipients, times)
    recipients = taken_from(tree, trigger, sense.id, recipients)
    if not recipients and trigger.form == "verb" and slots.get("recipient") != ("iobj",):
        recipients = _in_clause(tree, trigger, sense)
    if sense.type == "RETREAT":
        actors = _whose_leaving(tree, trigger) or actors
    if sense.id in _TAKING_GROUND and tree.lemma(trigger.token) == "fall" and trigger.form == "verb":
        actors, recipients = oblique(tree, trigger.token, ("to",)) or (), ()
    if trigger.form == "verb" and is_finder(tree, trigger.token, recipients):
        recipients = tuple(p for o in tree.children(trigger.token, "obj") for p in oblique(tree, o, ("of",)))
    if sense.type == "ASSAULT" and any(tree.tokens[p.head].text.lower() == "they" for p in actors):
        agent = hand_over(tree, trigger.token)
        actors = (bearer(tree, agent),) if agent is not None else actors
    actors = tuple(p for p in with_companions(tree, trigger, actors) if not _went_off(tree, trigger, p))
    recipients = tuple(p for p in recipients if p.head not in {a.head for a in actors} and not is_ammunition(tree, trigger, p))
    return Roles(actors, recipients)


def _went_off(tree: Tree, trigger: Trigger, phrase: Phrase) -> bool:
    """ "A van blew up outside the court": what goes off by itself did it to others."""
    if trigger.form != "verb" or tree.lemma(trigger.token) not in _BURSTING or tree.patient(trigger.token) is not None:
        return False
    return is_thing(tree.lemma(phrase.head)) or is_machine(tree.lemma(phrase.head))


def _sides(
    tree: Tree, trigger: Trigger, sense: Sense, actors: tuple[Phrase, ...], recipients: tuple[Phrase, ...]
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """The sides of a fight or of talks that the parse hangs elsewhere ("died in a gunfight with troops", "between troops and rebels")."""
    if not recipients and sense.type == "ASSAULT":
        recipients = phrases_of(tree, by_right_after(tree, trigger.last, "with"))
    if not actors and not recipients:
        right_after = phrases_of(tree, by_right_after(tree, trigger.last, "between"))  # "died in crossfire between troops and rebels"
        actors = right_after or oblique(tree, sides_at(tree, trigger.token), ("between", "among"))
    return actors, recipients


def _owner_beside_of(tree: Tree, trigger: Trigger, recipients: tuple[Phrase, ...]) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """ "Iran's killing of the envoy": beside an "of" the owner is who did it; without one ("his murder") whom it befell."""
    befell = oblique(tree, trigger.token, ("of",))
    return (fill(tree, trigger, "poss"), befell) if befell else ((), recipients)


def _whose_leaving(tree: Tree, trigger: Trigger) -> tuple[Phrase, ...]:
    """ "Accepted the minister's resignation": who resigns or withdraws is whose leaving it is, not who tells of it."""
    inside = [c for c in range(trigger.first, trigger.last) if trigger.form == "verb" and tree.lemma(c) in _LEAVING]
    owners = [o for c in inside for o in tree.children(c, "nmod:poss") if tree.tokens[o].upos in {"NOUN", "PROPN"}]
    owners += [n for c in inside if tree.lemma(c) in _OF_OFFICE for case, n in tree.preps(c) if case == "of"]
    return phrases_of(tree, owners[0]) if owners else ()


def blamed_on(tree: Tree, i: int, table: ActorTable) -> tuple[Phrase, ...]:
    """ "Blamed the attack on the rebels": beside an object, whoever is after "on" is blamed, or whose decision is."""
    if not tree.children(i, "obj"):
        return ()
    held = oblique(tree, i, ("on",))
    owned = (p for h in held for o in tree.children(h.head, "nmod:poss") for p in phrases_of(tree, o))
    return tuple(p for p in held if kind_of_phrase(tree, p, table) != "unknown") or tuple(
        p for p in owned if kind_of_phrase(tree, p, table) != "unknown"
    )


def _target_of(tree: Tree, i: int) -> tuple[Phrase, ...]:
    """ "The town was the target of an attack", "an attack targeting guards": who is said to be the target or the victim."""
    aimed = next((c for c in tree.children(i, "acl", "acl:relcl") if tree.lemma(c) in _AIMING and tree.children(c, "obj")), None)
    if aimed is not None:
        return phrases_of(tree, tree.children(aimed, "obj")[0])
    head = tree.tokens[i].head
    if head < 0 or tree.case(i) != "of" or tree.lemma(head) not in {"target", "victim"} or not tree.children(head, "cop"):
        return ()
    return phrases_of(tree, tree.subject(head))


def _held_in(tree: Tree, i: int) -> tuple[Phrase, ...]:
    """ "The editor is under house arrest", "eleven are in custody": whoever is in it."""
    if tree.case(i) not in {"under", "in"} or not tree.children(i, "cop"):
        return ()
    subject = tree.subject(i)
    return phrases_of(tree, subject) if subject is not None else ()


def _with_keeper(
    tree: Tree, trigger: Trigger, actors: tuple[Phrase, ...], recipients: tuple[Phrase, ...]
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """ "They are in the custody of the army": the army holds them."""
    kept = trigger.form == "noun" and tree.lemma(trigger.token) == "custody" and any(case == "of" for case, _ in tree.preps(trigger.token))
    held = _held_in(tree, trigger.token) if kept and not actors else ()
    return (recipients, held) if held else (actors, recipients)


def _of_infinitive(tree: Tree, i: int) -> tuple[Phrase, ...]:
    """ "threatened to expel the envoy": the party lies under the act that is threatened, promised, asked for."""
    for clause in tree.children(i, "xcomp"):
        if tree.tokens[clause].upos == "VERB":
            if tree.lemma(clause) in _GIVING and (given := oblique(tree, clause, ("to", "for"))):
                return given  # "offered to donate medicine to refugees"
            patient = tree.patient(clause)
            if patient is None:
                beside = (s for c in tree.children(clause, "ccomp", "xcomp") for s in tree.children(c, "nsubj"))
                patient = next(iter((*tree.children(clause, "iobj"), *beside)), None)
            found = phrases_of(tree, patient) if patient is not None else ()
            return found or oblique(tree, clause, ("against", "on", "from", "with"))
    return ()


def _in_clause(tree: Tree, trigger: Trigger, sense: Sense) -> tuple[Phrase, ...]:
    """Whom a verb's act is done to where only what hangs on it, or the verb before it, says so."""
    if sense.id in SHOOTING:
        return aimed_at(tree, trigger)
    found = _of_infinitive(tree, trigger.token)
    if not found and sense.type == "REJECT":
        return whose_offer(tree, trigger.token)
    if not found and sense.type == "REQUEST":
        return _asked_to_go(tree, trigger.token)
    return _of_promise(tree, trigger.token) if not found and sense.type == "AGREE" else found


def _asked_to_go(tree: Tree, i: int) -> tuple[Phrase, ...]:
    """ "Demanded the resignation of the mayor", "called for her resignation": who shall go is asked to."""
    matters = (*tree.children(i, "obj"), *(n for case, n in tree.preps(i) if case == "for"))
    offices = [n for n in matters if tree.lemma(n) in _OF_OFFICE]
    return tuple(p for n in offices for o in tree.children(n, "nmod:poss") for p in phrases_of(tree, o)) or tuple(
        p for n in offices for p in oblique(tree, n, ("of",))
    )


def _of_promise(tree: Tree, i: int) -> tuple[Phrase, ...]:
    """ "Vowed that his country would support Ukraine", "pledged not to harm the Druze": whom what is promised is done to."""
    clauses = [c for c in tree.children(i, "ccomp") if tree.tokens[c].upos == "VERB" and not tree.passive(c)]
    return tuple(p for c in clauses for o in tree.children(c, "obj")[:1] for p in phrases_of(tree, o))


def _with_light(
    tree: Tree, trigger: Trigger, slots: Sequence[str], actors: tuple[Phrase, ...], recipients: tuple[Phrase, ...], *, sides: bool = False
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Parties that a light verb lends its act noun; of what has two `sides`, the other one fought it."""
    verb = trigger.light
    assert verb is not None
    if trigger.light_kind == "passive_like":
        subject = tree.subject(verb)
        looked_on = subject is not None and tree.lemma(verb) in LOOKING and can_look(tree, subject)
        suffered = phrases_of(tree, subject) if subject is not None and subject != trigger.token and not looked_on else ()
        given = oblique(tree, verb, ("by", "from")) or oblique(tree, trigger.token, ("from", "by"))
        given = given or tuple(p for c in tree.children(trigger.token, "conj") for p in oblique(tree, c, ("from", "by")))
        other = recipients if sides and suffered else ()  # "three men died in a clash with troops": the troops fought
        return actors or other or given, suffered or recipients
    agent = tree.agent(verb)
    done_by = phrases_of(tree, agent) if agent is not None and agent != trigger.token else ()
    prepositions = tuple(s for s in slots if s not in {"obj", "subj", "poss", "mod", "iobj", "comp"})
    own = tuple(p for p in actors if tree.rel(p.head) == "nmod:poss" and tree.tokens[p.head].upos != "PRON")
    return own or done_by or actors, recipients or oblique(tree, verb, prepositions)
