"""Drafts: one act of a sentence with its sense chosen, its parties named and its guards checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casus.codebook import Codebook
from casus.codebook.frames import Pattern, Sense
from casus.codebook.instruments import load_telling
from casus.codebook.kinds import is_machine, is_people, is_protester, kind_of, singular
from casus.coding.acts.filling import VERBAL, Filled, Taken, fill
from casus.coding.acts.finding import Trigger
from casus.coding.mood.general import is_general
from casus.coding.mood.kinds import Mood
from casus.coding.mood.of_act import mood_of
from casus.coding.places.localities import are_ground, losers_aimed_at, losers_of_ground
from casus.coding.roles.bearers import phrases_of
from casus.coding.roles.fighters import fighters_over, who_came
from casus.coding.roles.finding import blamed_on, find_roles
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import is_inanimate, is_means
from casus.coding.roles.protested import protested
from casus.coding.roles.strays import is_munition
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import Party
from casus.model.text import Report

_HARMS = frozenset("war attack strike raid offensive operation conflict invasion sanction crisis action violence".split())
"""What is threatened."""
_SETTING = frozenset({"plant", "place", "lay", "hide", "fix", "attach", "set"})
"""Verbs for where a charge was put."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An act found in a sentence, before sources, numbers, dates and places are attached."""

    trigger: Trigger
    sense: Sense
    pattern: Pattern
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    actor_acts: tuple[int, ...]
    recipient_acts: tuple[int, ...]
    mood: Mood
    certain: bool
    harmful: bool
    definite: bool

    @property
    def token(self) -> int:
        """The trigger's token."""
        return self.trigger.token


def make_draft(report: Report, tree: Tree, trigger: Trigger, taken: Taken, book: Codebook) -> Draft | None:
    """The draft of a trigger: the first sense that is certain of its parties, else the first whose guards they meet."""
    drafts = [
        d for pattern, sense in trigger.candidates if (d := _draft_of(report, tree, trigger, pattern, sense, taken, book)) is not None
    ]
    return next((d for d in drafts if d.certain), drafts[0] if drafts else None)


def _draft_of(report: Report, tree: Tree, trigger: Trigger, pattern: Pattern, sense: Sense, taken: Taken, book: Codebook) -> Draft | None:
    roles = find_roles(
        tree,
        trigger,
        sense,
        lambda p: p.head not in taken.acts and (
            (_names_party(tree, p, book) and not _is_what_is_threatened(tree, p, sense))
            or _is_shot_at(tree, p, pattern, sense)
            or _is_what_is_destroyed(tree, p, pattern, sense)
        ),
        taken.times,
    )
    actors = fill(report, tree, roles.actors, sense, "actor", taken, book)
    if actors.fit == "mismatch":
        nearer = _nearer(tree, trigger, roles.actors) or _of_main_clause(tree, trigger)
        actors = fill(report, tree, nearer, sense, "actor", taken, book) if nearer else actors
    recipients = fill(report, tree, roles.recipients, sense, "recipient", taken, book)
    if sense.type == "MOBILIZE" and not actors.parties:
        actors = _moved(report, tree, trigger, sense, taken, book) or actors
    if "mismatch" in {actors.fit, recipients.fit} or _are_fallen(tree, trigger, sense):
        return None
    if sense.id == "blame" and (blamed := blamed_on(tree, trigger.token, book.actors)):
        recipients = fill(report, tree, blamed, sense, "recipient", taken, book)
    ground = not recipients.parties or are_ground(tree, roles.recipients, sense.id, book.actors)
    if ground and (holders := _losers(tree, trigger, sense, book)):
        from_whom = fill(report, tree, holders, sense, "recipient", taken, book)
        recipients = from_whom if from_whom.parties or not recipients.parties else recipients
    if _is_of_victim(tree, trigger, actors, recipients, book):
        actors, recipients = Filled((), (), "empty"), fill(report, tree, roles.actors, sense, "recipient", taken, book)
    if sense.type == "PROTEST" and all(p.kind == "unknown" for p in recipients.parties):
        against = protested(report, tree, trigger, book)
        recipients = Filled(against, (), "filled") if against else recipients
    if sense.reciprocal and (sense.type == "ASSAULT" or not actors.parties):
        actors, recipients = _both_sides(trigger, actors, recipients)
    if sense.type == "ASSAULT" and not actors.parties and (came := who_came(tree, trigger, book.actors)):
        actors = fill(report, tree, came, sense, "actor", taken, book)
    if sense.reciprocal and sense.type == "ASSAULT" and not actors.parties:
        fought = fighters_over(tree, trigger, book.actors)
        actors, recipients = (fill(report, tree, p, sense, r, taken, book) for p, r in zip(fought, ("actor", "recipient"), strict=True))
    only_says_which = _describes(tree, trigger.token) or _is_of_device(tree, trigger) or _of_some(tree, trigger.token)
    told = not (only_says_which or is_general(tree, trigger))
    certain = told and (_certain(sense, actors, recipients) or _is_hit_by_means(tree, sense, roles.actors, recipients, book))
    if sense.type == "ASSAULT":
        flown = {tree.tokens[p.first].start for p in roles.actors if is_munition(tree, p, book.actors)}
        actors = replace(actors, parties=tuple(p for p in actors.parties if p.evidence.start not in flown))
    return Draft(
        trigger, sense, pattern, actors.parties, recipients.parties, actors.acts, recipients.acts,
        mood_of(tree, trigger, book.modality), certain,
        _is_harm(tree, trigger.token, book), _is_definite(tree, trigger),
    )  # fmt: skip


def _both_sides(trigger: Trigger, actors: Filled, recipients: Filled) -> tuple[Filled, Filled]:
    """Both who fight are doers; who is only said to have died or been hurt in it ("two clerks died in a gunfight") fought if he can."""
    suffered = trigger.light_kind == "passive_like"
    hurt = tuple(p for p in recipients.parties if suffered and _only_suffered(p, alone=not actors.parties))
    fought = tuple(p for p in recipients.parties if p not in hurt and p.evidence.start not in {a.evidence.start for a in actors.parties})
    both = (*actors.parties, *fought)
    told = Filled(hurt, recipients.acts, "filled" if hurt else "empty")
    return Filled(both, actors.acts, "filled" if both else "empty"), told


def _only_suffered(party: Party, *, alone: bool) -> bool:
    """Whether somebody hurt in a fight took no part in it: who bears no arms and does not protest; if `alone`, only plain people."""
    words = [singular(word) for word in party.name.lower().split()]
    if allows(("armed",), party.kind) or any(is_protester(word) for word in words):
        return False
    return not alone or party.kind in {"person", "civilians"} or is_people(words[-1]) or words[-1] == "other"


def _losers(tree: Tree, trigger: Trigger, sense: Sense, book: Codebook) -> tuple[Phrase, ...]:
    """The armed side from which ground is taken, or shall be by an attack."""
    if sense.type != "ASSAULT":
        return losers_of_ground(tree, trigger.token, sense.id, book.actors)
    return tuple(p for i in (trigger.token, trigger.light) if i is not None for p in losers_aimed_at(tree, i, book.actors))


def _are_fallen(tree: Tree, trigger: Trigger, sense: Sense) -> bool:
    """ "Seventeen men fell in a clash": people who fall struck nobody, as shells that fall do."""
    falls = sense.id == "strike-by-means" and trigger.form == "verb" and tree.lemma(trigger.token) == "fall"
    subject = tree.subject(trigger.token) if falls else None
    if falls and subject is None and tree.tokens[trigger.token].xpos == "VBG":
        subject = next((s for a in tree.ancestors(trigger.token) if (s := tree.subject(a)) is not None), None)  # "died after falling"
    return subject is not None and is_people(tree.lemma(subject))


def _moved(report: Report, tree: Tree, trigger: Trigger, sense: Sense, taken: Taken, book: Codebook) -> Filled | None:
    """ "Troops were sent to the border": where nobody is said to move an armed body, it moves."""
    patient = tree.patient(trigger.token) if trigger.form == "verb" and tree.passive(trigger.token) else None
    if patient is None:
        return None
    filled = fill(report, tree, phrases_of(tree, patient), sense, "actor", taken, book)
    return filled if filled.parties and all(allows(("armed",), p.kind) for p in filled.parties) else None


def _is_of_victim(tree: Tree, trigger: Trigger, actors: Filled, recipients: Filled, book: Codebook) -> bool:
    """ "The mayor's murder", "his death": the owner of a harm noun without "of" is whom it befell."""
    if trigger.form != "noun" or trigger.light is not None or not actors.parties or recipients.parties:
        return False
    return _is_harm(tree, trigger.token, book) and bool(tree.children(trigger.token, "nmod:poss"))


def _nearer(tree: Tree, trigger: Trigger, phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """A relative clause hung on too high a noun ("a reaction from the regime, which condemned"): the noun right before it."""
    i = trigger.token
    while tree.rel(i) == "conj" and tree.tokens[i].head >= 0:
        i = tree.tokens[i].head
    if tree.rel(i) not in {"acl:relcl", "acl"} or not any(p.head == tree.tokens[i].head for p in phrases):
        return ()
    first = tree.subtree(i)[0]
    before = first - 1
    while before >= 0 and tree.tokens[before].upos == "PUNCT":
        before -= 1
    if before < 0 or tree.tokens[before].upos not in {"NOUN", "PROPN"} or before == tree.tokens[i].head:
        return ()
    return (tree.phrase(before),)


def _of_main_clause(tree: Tree, trigger: Trigger) -> tuple[Phrase, ...]:
    """ "The king cut aid, migrants were expelled and introduced rules": joined to a passive, the subject of the main clause."""
    i = trigger.token if trigger.light is None else trigger.light
    joined = tree.tokens[i].head
    if tree.rel(i) != "conj" or joined < 0 or not tree.passive(joined) or tree.rel(joined) not in {"parataxis", "conj"}:
        return ()
    subject = tree.subject(tree.tokens[joined].head)
    return (tree.phrase(subject),) if subject is not None else ()


def _names_party(tree: Tree, phrase: Phrase, book: Codebook) -> bool:
    """Whether a complement is itself somebody or something that is acted on."""
    if is_means(tree, phrase):
        return False
    lemma = tree.lemma(phrase.head)
    known = kind_of(lemma, lemma, book.actors) != "unknown" or is_people(lemma)
    return known or is_inanimate(tree, phrase) or tree.tokens[phrase.head].upos == "PROPN"


def _is_what_is_threatened(tree: Tree, phrase: Phrase, sense: Sense) -> bool:
    """ "Threatened a civil war": the harm itself, not whom it is to befall."""
    return sense.type == "THREATEN" and tree.lemma(phrase.head) in _HARMS


def _is_shot_at(tree: Tree, phrase: Phrase, pattern: Pattern, sense: Sense) -> bool:
    """ "Shot down a passenger jet": where an act needs something hit, the machine it is done to, not one it is done with."""
    return "recipient" in sense.needs and not pattern.prepositions and is_machine(tree.lemma(phrase.head))


def _is_what_is_destroyed(tree: Tree, phrase: Phrase, pattern: Pattern, sense: Sense) -> bool:
    """ "Burned a hut", "destroyed an olive grove": what a pattern of destroying asks for is what was destroyed."""
    destroys = sense.id == "destroy-materiel" or "destroy" in sense.modes
    return destroys and not pattern.prepositions and tree.lemma(phrase.head) in pattern.complements


def _describes(tree: Tree, i: int) -> bool:
    """A participle before its noun ("the captured car", "a banned group") describes; it need not tell an act of this story."""
    return tree.rel(i) == "amod" and tree.tokens[i].upos in {"VERB", "ADJ"}


def _is_of_device(tree: Tree, trigger: Trigger) -> bool:
    """ "A bomb planted on a motorcycle exploded": where the charge lay, of an act that the verb over it tells."""
    i = trigger.token
    device = tree.tokens[i].head
    if trigger.form != "verb" or tree.rel(i) != "acl" or tree.tokens[i].xpos != "VBN" or tree.lemma(i) not in _SETTING or device < 0:
        return False
    over = tree.tokens[device].head
    if any(case == "by" for case, _ in tree.preps(i)):
        return False  # "planted by rebels": who did it
    return tree.rel(device) == "nsubj" and tree.lemma(over) in load_telling()["act"] and tree.tokens[over].upos == "VERB"


def _of_some(tree: Tree, i: int) -> bool:
    """ "Many of whom later joined ...": told of an unnamed part of a group in passing."""
    subjects = tree.children(i, "nsubj", "nsubj:pass")
    return any(tree.lemma(n) in {"whom", "which"} for s in subjects for case, n in tree.preps(s) if case == "of")


def _certain(sense: Sense, actors: Filled, recipients: Filled) -> bool:
    unmet = {role for role, filled in (("actor", actors), ("recipient", recipients)) if filled.fit != "filled"}
    sides = sense.reciprocal or (sense.type == "ASSAULT" and all(allows(("armed",), p.kind) for p in actors.parties))
    if sides and len(actors.parties) >= 2:
        return True
    if sense.weak or sense.needs & unmet:
        return False
    if sense.type == "COOPERATE":
        return bool(recipients.parties) or (sense.reciprocal and (len(actors.parties) >= 2 or any(_are_two(p) for p in actors.parties)))
    if sense.type in VERBAL:
        return bool(actors.parties) or bool(recipients.parties)
    return True


def _are_two(party: Party) -> bool:
    """ "Indian and Bangladeshi guards", "the two armies": one phrase for both sides."""
    words = party.evidence.words.lower().split()
    return "and" in words or "both" in words[:1] or "two" in words[:2]


def _is_hit_by_means(tree: Tree, sense: Sense, doers: Sequence[Phrase], recipients: Filled, book: Codebook) -> bool:
    """ "A missile struck a depot": what flew, and what it hit, leave nothing open."""
    return sense.id == "strike-by-means" and bool(recipients.parties) and any(is_munition(tree, p, book.actors) for p in doers)


def _is_harm(tree: Tree, i: int, book: Codebook) -> bool:
    """Whether the trigger tells harm done (kill, wound, death) rather than the attack that does it."""
    lemma = tree.lemma(i)
    harm = book.harm
    if lemma == "leave" and any(tree.tokens[c].text.lower() in harm.adjectives for c in tree.children(i, "xcomp")):
        return True  # "opened fire, leaving two dead"
    return lemma in harm.verbs or lemma in harm.nouns or tree.tokens[i].text.lower() in harm.adjectives


def _is_definite(tree: Tree, trigger: Trigger) -> bool:
    """Whether an act noun points back ("the attacks", "this raid", "such strikes")."""
    if trigger.form != "noun":
        return False
    return any(
        tree.tokens[c].text.lower() in {"the", "this", "that", "these", "those", "such", "its", "his", "their", "both"}
        for c in tree.children(trigger.token, "det", "nmod:poss", "amod")
    )
