"""Roles: who does an act and to whom, from the syntax round its trigger and the slots of its frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casus.codebook.actors import ActorTable
from casus.codebook.around_names import load_around_names
from casus.codebook.frames import Sense
from casus.codebook.kinds import is_machine, is_thing
from casus.coding.acts.excluded import SEVERAL
from casus.coding.acts.finding import Trigger
from casus.coding.roles.bearers import bearer, phrases_of
from casus.coding.roles.companions import with_companions
from casus.coding.roles.deed_nouns import sides_of_deed, whose_offer
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.roles.seized import taken_from
from casus.coding.roles.strays import LOOKING, by_right_after, can_look, hand_over, is_blamed_on, is_finder, is_flung, sides_at
from casus.coding.syntax import Phrase, Tree

_WRITINGS = frozenset(
    "message statement post tweet letter note email article resolution declaration communique communiqué video speech remark comment "
    "report ruling motion petition order editorial".split()
)
_MEDIA = frozenset({"on", "via", "through", "in"})
_PUBLISHING = frozenset(
    "post issue release publish send write deliver make adopt pass sign give file share circulate approve put tweet".split()
)
_TAKING_GROUND = frozenset({"seize-territory"})
_FEASTS = frozenset({"Easter", "Christmas", "Ramadan", "Eid", "Ashura", "Passover", "Diwali", "Hanukkah", "Nowruz", "Thanksgiving"})
_DYING = frozenset({"die", "perish", "kill"})
_FORCES = frozenset({"police", "army"})
_OF_OFFICE = frozenset({"resignation", "departure", "abdication"})
_LEAVING = _OF_OFFICE | {"withdrawal", "pullout", "exit", "retreat", "surrender"}
_GIVING = frozenset("donate give send supply provide deliver lend grant pay hand transfer sell offer".split())
_CORNERING = frozenset("surround encircle intercept stop corner chase confront approach ambush waylay".split())
_AIMING = frozenset({"target", "hit", "strike"})
_BURSTING = frozenset({"blow", "explode", "detonate"})
_OF_PEOPLE = frozenset(
    "release gathering crowd procession march rally protest demonstration assembly picket vigil mob arrest detention abduction "
    "kidnapping".split()
)
_POSTS = frozenset("president vice-president minister premier chancellor governor mayor senator chairman chair speaker leader".split())


@dataclass(frozen=True, slots=True)
class Roles:
    """Phrases for the actor and the recipient of one act, in text order."""

    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]


Names = Callable[[Phrase], bool]
"""Whether a phrase names somebody or something that can be a party."""


def find_roles(tree: Tree, trigger: Trigger, sense: Sense, names: Names, times: frozenset[int] = frozenset()) -> Roles:
    """The phrases that fill the slots of `sense` around `trigger`; the first filled slot of each role wins.

    A complement of the pattern fills a slot only where it `names` a party ("captured 40 soldiers", not "opened fire"); a token
    of `times` fills none ("Sunday's army raid").
    """
    slots = sense.roles[trigger.form]
    actors = _first_filled(tree, trigger, slots.get("actor", ()), names, times)
    recipients = _first_filled(tree, trigger, slots.get("recipient", ()), names, times)
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
        actors, recipients = _oblique(tree, trigger.token, ("to",)) or (), ()
    if trigger.form == "verb" and is_finder(tree, trigger.token, recipients):
        recipients = tuple(p for o in tree.children(trigger.token, "obj") for p in _oblique(tree, o, ("of",)))
    if sense.type == "ASSAULT" and any(tree.tokens[p.head].text.lower() == "they" for p in actors):
        agent = hand_over(tree, trigger.token)
        actors = (bearer(tree, agent),) if agent is not None else actors
    actors = tuple(p for p in with_companions(tree, trigger, actors) if not _went_off(tree, trigger, p))
    recipients = tuple(p for p in recipients if p.head not in {a.head for a in actors} and not _is_ammunition(tree, trigger, p))
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
        actors = _oblique(tree, sides_at(tree, trigger.token), ("between", "among"))
    return actors, recipients


def _is_ammunition(tree: Tree, trigger: Trigger, phrase: Phrase) -> bool:
    return (
        trigger.form == "verb"
        and "down" not in (t.text.lower() for t in tree.tokens[trigger.first : trigger.last + 1])
        and is_flung(tree, trigger.token, phrase)
    )


def _owner_beside_of(tree: Tree, trigger: Trigger, recipients: tuple[Phrase, ...]) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """ "Iran's killing of the envoy": beside an "of" the owner is who did it; without one ("his murder") whom it befell."""
    befell = _oblique(tree, trigger.token, ("of",))
    return (_fill(tree, trigger, "poss"), befell) if befell else ((), recipients)


def _surrounded(tree: Tree, trigger: Trigger) -> tuple[Phrase, ...]:
    """ "Surrounded the rebels and opened fire": fire opened at nobody named is at whom the verb before it cornered."""
    before = tree.tokens[trigger.token].head
    if trigger.form != "verb" or tree.rel(trigger.token) != "conj" or before < 0 or tree.lemma(before) not in _CORNERING:
        return ()
    return phrases_of(tree, tree.patient(before)) if not tree.passive(before) else ()


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
    held = _oblique(tree, i, ("on",))
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
            if tree.lemma(clause) in _GIVING and (given := _oblique(tree, clause, ("to", "for"))):
                return given  # "offered to donate medicine to refugees"
            patient = tree.patient(clause)
            if patient is None:
                beside = (s for c in tree.children(clause, "ccomp", "xcomp") for s in tree.children(c, "nsubj"))
                patient = next(iter((*tree.children(clause, "iobj"), *beside)), None)
            found = phrases_of(tree, patient) if patient is not None else ()
            return found or _oblique(tree, clause, ("against", "on", "from", "with"))
    return ()


def _in_clause(tree: Tree, trigger: Trigger, sense: Sense) -> tuple[Phrase, ...]:
    """Whom a verb's act is done to where only what hangs on it, or the verb before it, says so."""
    if sense.id == "shooting":
        return _surrounded(tree, trigger)
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
        p for n in offices for p in _oblique(tree, n, ("of",))
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
        given = _oblique(tree, verb, ("by", "from")) or _oblique(tree, trigger.token, ("from", "by"))
        given = given or tuple(p for c in tree.children(trigger.token, "conj") for p in _oblique(tree, c, ("from", "by")))
        other = recipients if sides and suffered else ()  # "three men died in a clash with troops": the troops fought
        return actors or other or given, suffered or recipients
    agent = tree.agent(verb)
    done_by = phrases_of(tree, agent) if agent is not None and agent != trigger.token else ()
    prepositions = tuple(s for s in slots if s not in {"obj", "subj", "poss", "mod", "iobj", "comp"})
    own = tuple(p for p in actors if tree.rel(p.head) == "nmod:poss" and tree.tokens[p.head].upos != "PRON")
    return own or done_by or actors, recipients or _oblique(tree, verb, prepositions)


def _first_filled(tree: Tree, trigger: Trigger, slots: Sequence[str], names: Names, times: frozenset[int]) -> tuple[Phrase, ...]:
    for slot in slots:
        phrases = [p for p in _fill(tree, trigger, slot) if not _is_post(tree, p, slot) and p.head not in times]
        filled = tuple(p for p in phrases if not _is_complement(tree, trigger, p) or names(p))
        filled = filled or tuple(p for one in phrases for p in _of_whom(tree, one) if names(p))
        if filled:
            return filled
    return ()


def _of_whom(tree: Tree, phrase: Phrase) -> tuple[Phrase, ...]:
    """ "Dispersed a gathering of women", "made arrests of lawyers": the people in what the pattern asked for."""
    return _oblique(tree, phrase.head, ("of", "by")) if tree.lemma(phrase.head) in _OF_PEOPLE else ()


def _is_post(tree: Tree, phrase: Phrase, slot: str) -> bool:
    """ "Endorsed her for president", "named as minister": an office somebody is to fill, not somebody."""
    if slot not in {"for", "as"} or phrase.last - phrase.first > 3 or tree.lemma(phrase.head) not in _POSTS:
        return False
    return not tree.children(phrase.head, "det", "nmod:poss", "flat", "nummod")


def _fill(tree: Tree, trigger: Trigger, slot: str) -> tuple[Phrase, ...]:
    i = trigger.token
    if slot == "mod":
        return _modifiers(tree, i, trigger)
    if slot == "poss":
        return tuple(p for c in tree.children(i, "nmod:poss") for p in phrases_of(tree, c))
    if slot in {"subj", "obj", "iobj", "comp"}:
        head = _core(tree, i, slot) if trigger.form == "verb" else _who_is(tree, i) if slot == "subj" else None
        return tuple(p for p in phrases_of(tree, head) if not _joined_later(tree, i, head, p))
    given = tree.children(i, "iobj") if slot == "to" and trigger.form == "verb" else ()  # "sold Iran two jets": to Iran
    return _oblique(tree, i, (slot,)) or _under_complement(tree, trigger, slot) or tuple(p for c in given for p in phrases_of(tree, c))


def _who_is(tree: Tree, i: int) -> int | None:
    """ "The dockers are on strike": who is said to be in what a noun tells."""
    subjects = tree.children(i, "nsubj") if tree.children(i, "cop") else ()
    return tree.antecedent(subjects[0]) if subjects else None


def _joined_later(tree: Tree, i: int, head: int | None, phrase: Phrase) -> bool:
    """ "Russia, which backs the army, and Turkey": what is joined to a noun after its relative clause has no part in that clause."""
    if head is None or not tree.rel(i).startswith("acl") or phrase.head == head:
        return False
    own = tree.rel(phrase.head) == "conj" and bool(tree.children(phrase.head, "acl:relcl"))
    comma = any(t.text == "," for t in tree.tokens[head : phrase.first])
    return (tree.tokens[i].head == head and head < i < phrase.head) or (own and comma)


def _under_complement(tree: Tree, trigger: Trigger, slot: str) -> tuple[Phrase, ...]:
    """ "entered into an agreement with Damascus": the party hangs on the complement."""
    if trigger.form != "verb" or slot == "of":
        return ()
    inside = [c for c in range(trigger.first, trigger.last) if c != trigger.token and tree.tokens[c].upos == "NOUN"]
    return next((found for c in inside if (found := _oblique(tree, c, (slot,)))), ())


def _is_complement(tree: Tree, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase holds the complement that the pattern asked for ("open fire", "fired tear gas", "a wave of strikes")."""
    ends = {trigger.first, trigger.last - 1} - {trigger.token}
    last = phrase.last - 1 if tree.lemma(phrase.head) in SEVERAL else phrase.head
    return any(phrase.first <= end <= last for end in ends)


def _core(tree: Tree, i: int, slot: str) -> int | None:
    if slot == "subj":
        return tree.agent(i) if not _is_written(tree, i) else _writer(tree, i)
    if slot == "obj":
        return tree.patient(i)
    if slot == "iobj":
        found = tree.children(i, "iobj")
        return tree.antecedent(found[0]) if found else None
    for clause in tree.children(i, "ccomp", "xcomp", "advcl"):
        subject = tree.subject(clause)
        if subject is not None and subject != tree.agent(i) and not tree.passive(clause):  # who asks that it be lifted asks nothing of it
            return subject
    return None


def _is_written(tree: Tree, i: int) -> bool:
    """ "A message on Twitter blaming Iran", "a statement condemning the army": a participle that tells what words say."""
    head = tree.tokens[i].head
    if tree.rel(i) != "acl" or tree.tokens[i].xpos != "VBG" or head < 0:
        return False
    above = tree.tokens[head].head
    beside = tree.children(above, "obj") if above >= 0 and tree.rel(head) in {"obl", "nmod"} else ()
    near = {tree.lemma(n) for n in (above, *beside) if n >= 0}
    return tree.lemma(head) in _WRITINGS or (tree.case(head) in _MEDIA and bool(near & _WRITINGS))


def _writer(tree: Tree, i: int) -> int | None:
    """Who put the words out: the subject of "posted", "issued"; else nobody."""
    verb = next((a for a in tree.ancestors(i) if tree.tokens[a].upos == "VERB"), None)
    return tree.agent(verb) if verb is not None and tree.lemma(verb) in _PUBLISHING else None


def _oblique(tree: Tree, i: int, prepositions: Sequence[str]) -> tuple[Phrase, ...]:
    """Nominals under `i` with one of the prepositions, in the order the prepositions are listed."""
    pairs = list(tree.preps(i))
    for obj in tree.children(i, "obj"):
        pairs += [(case, n) for case, n in tree.preps(obj) if case not in {"of", "in"}]
    if tree.tokens[i].upos != "VERB":
        listed = [b for of, below in pairs if of == "of" for b in tree.conjuncts(below)]
        pairs += [(case, n) for b in listed for case, n in tree.preps(b) if case in {"by", "between"}]
    for preposition in prepositions:
        found = [n for case, n in pairs if case == preposition and not (preposition == "on" and _is_day(tree, n))]
        if found:
            return tuple(p for n in found[:1] for p in phrases_of(tree, n))
    return ()


def _is_day(tree: Tree, i: int) -> bool:
    """ "On the 10th of January": a day, and nobody something is done to."""
    return tree.is_named(i, "time")


def _is_likeness(tree: Tree, c: int) -> bool:
    """ "A paramilitary-style attack": what stands behind a hyphen only says what the act is like."""
    return c > 0 and tree.tokens[c - 1].text == "-" and f"-{tree.lemma(c)}" in load_around_names().apart


def _modifiers(tree: Tree, i: int, trigger: Trigger) -> tuple[Phrase, ...]:
    """Names, demonyms and nouns before an act noun: candidates for its actor ("Pakistani airstrikes", "rebel attack")."""
    out = []
    before = tree.children(i, "amod", "compound", "nmod", "nmod:desc")
    for c in (*before, *(j for b in before for j in tree.conjuncts(b)[1:] if b < j < i and tree.tokens[j].upos == "ADJ")):
        if trigger.first <= c < trigger.last and c != i and trigger.form == "noun" and tree.lemma(c) not in _FORCES:
            continue
        token = tree.tokens[c]
        if c < i and not tree.case(c) and (token.upos in {"PROPN", "NOUN"} or (token.upos == "ADJ" and token.text[:1].isupper())):
            if token.text in _FEASTS or _is_likeness(tree, c):
                continue
            name = next((n for n in tree.sentence.names if n.first <= c < n.last and n.last <= i), None)
            out.append(Phrase(name.first, name.last, c) if name is not None else tree.phrase(c))
    return tuple(out)
