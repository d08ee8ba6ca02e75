"""Accounts: sayings that speak of an attack told before, in words that tell no act of their own.

"Gunmen shot two officers in Sake. A commander said four masked men had lain in wait. Officials blamed rebels for the shooting.": both are
voices of the shooting. What makes a saying one is that its words point to the attack: the attack by a definite noun, its toll, those who
did it, what it was done with, or "they"; or that it tells something past, or denies, right after the attack. Praise and blame in one word
("called the attack cowardly"), wishes and what is still to come tell nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from casus.codebook.kinds import singular
from casus.codebook.occasions import load_occasions
from casus.codebook.speech import SpeechWords
from casus.coding.scene import Scene
from casus.coding.speech.act import Speech, can_speak, is_unowned
from casus.coding.speech.attribution import each_speaker
from casus.coding.speech.denials import is_denying_what_was_said, is_silence
from casus.coding.speech.denied_loss import denied_loss
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Source

_STANCES = frozenset({"asserts", "accuses", "denies", "admits"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "each", "either"})
_THEY = frozenset({"they", "them"})
_OWN = frozenset({"i", "we", "my", "our", "us", "me"})
_ITSELF = frozenset({"it", "its", "he", "she", "they", "we", "i", "their", "his", "her", "our", "my"})
_STRIKING = frozenset({"target", "strike", "hit"})
_TAKEN = frozenset({"responsibility", "credit"})
"""What is claimed of an attack told before ("later claimed responsibility")."""
_PERIODS = frozenset({("this", "year"), ("so", "far"), ("last", "year"), ("this", "month"), ("last", "month"), ("per", "year")})
_TELLING = frozenset("source official witness eyewitness resident villager survivor doctor medic neighbour neighbor relative".split())
"""Nouns for people who are told of for what they say ("three security sources said"); "two men said" may be of those who struck."""
_CORE = frozenset({"nsubj", "nsubj:pass", "obj"})
_FORMS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj"})


@dataclass(frozen=True, slots=True)
class Sign:
    """What ties a saying to an attack told before: a kind (casus/resolve/accounts.py: how far each reaches), the word, names at it."""

    kind: str
    word: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Who speaks of an attack told before, in which sentence, with the signs that point to it."""

    sentence: int
    source: Source
    signs: tuple[Sign, ...]


def find_accounts(scene: Scene) -> tuple[Account, ...]:
    """Everybody who speaks of an attack that his words take as known."""
    if scene.sentence.heading or not scene.tree.tokens or is_silence(scene):
        return ()
    spoken = (*scene.speeches, *_ascribings(scene.tree))
    heard = [s for s in spoken if s.source is not None and _is_somebody(scene.tree, s.source, scene.book.speech)]
    return tuple(a for said in heard for s in each_speaker(scene.tree, said) if (a := _account(scene, s)) is not None)


def _ascribings(tree: Tree) -> Iterator[Speech]:
    """ "Attributed the fire to rebels", "linked the two bombs to a gang", "tagged the group in both blasts": who holds whom answerable."""
    for verb, token in enumerate(tree.tokens):
        prepositions = load_occasions().ascribing.get(tree.lemma(verb), ()) if token.upos == "VERB" and not tree.passive(verb) else ()
        subject, thing = tree.subject(verb), next(iter(tree.children(verb, "obj")), None)
        if not prepositions or subject is None or thing is None or tree.denied(verb):
            continue
        named = [n for at in (verb, thing) for case, n in tree.preps(at) if case in prepositions]
        if named:
            scope = frozenset(j for i in (thing, *named) for j in tree.subtree(i)) - frozenset(tree.subtree(subject))
            yield Speech(tree.phrase(subject), verb, token.text, "accuses", scope, f"verb of ascribing “{tree.lemma(verb)}”")


def _account(scene: Scene, speech: Speech) -> Account | None:
    tree, words = scene.tree, load_occasions()
    if speech.source is None or speech.stance not in _STANCES or tree.lemma(speech.verb) in words.judging:
        return None
    if not _is_somebody(tree, speech.source, scene.book.speech) or _judges_beside(tree, speech) or _comes_upon(tree, speech.verb):
        return None
    if speech.stance == "denies" and denied_loss(tree, speech.verb) is not None:
        return None  # "denied the town had fallen" is no word about an attack
    if speech.stance == "asserts" and (is_denying_what_was_said(scene, speech) or _says_nobody_was_hurt(tree, speech)):
        speech = replace(speech, stance="denies")
    signs = _weightiest(tuple(dict.fromkeys(_signs(tree, speech))))
    return Account(scene.sentence.index, make_source(scene.report, tree, speech, scene.book.actors), signs) if signs else None


def _weightiest(signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """Where an attack is called by a name ("the Sake attack"), nothing else says which is meant."""
    return tuple(s for s in signs if s.of) or signs


def _is_somebody(tree: Tree, who: Phrase, words: SpeechWords) -> bool:
    """Whether a phrase names a voice: not "nobody", "two of the men", "reports"."""
    several = bool(tree.children(who.head, "nummod")) and tree.lemma(who.head) not in _TELLING
    counted = several or any(tree.lemma(c) in {"both", "each"} for c in tree.children(who.head, "det"))
    return can_speak(tree, who.head, words) and not (counted or tree.is_nobody(who.head) or is_unowned(tree, who.head, words))


def _judges_beside(tree: Tree, speech: Speech) -> bool:
    """ "Condemned the attack and said its authors must be found": who speaks of it only to judge."""
    verb = speech.verb
    near = (verb, tree.tokens[verb].head, *tree.children(verb, "conj", "advcl"))
    return any(v >= 0 and tree.lemma(v) in load_occasions().judging for v in near)


def _comes_upon(tree: Tree, verb: int) -> bool:
    """ "Officers found shell casings": what somebody comes upon is no saying."""
    return tree.lemma(verb) in {"find", "discover"} and not tree.children(verb, "ccomp")


def _signs(tree: Tree, speech: Speech) -> Iterator[Sign]:
    for i in sorted(speech.scope):
        if _is_wished(tree, i, speech):
            continue
        yield from (sign for sign in (_sign(tree, i), _sign_of_deed(tree, i)) if sign is not None)
    tells = any(_is_past(tree, i) and not _is_wished(tree, i, speech) for i in speech.scope)
    if _is_denial(tree, speech) or ((tells or _struck_itself(tree, speech)) and not _is_by_the_way(tree, speech)):
        yield Sign("next", "")
    if any(tree.lemma(o) in _TAKEN for o in tree.children(speech.verb, "obj")) and not tree.denied(speech.verb):
        yield Sign("taken", "responsibility")
    if tree.lemma(speech.verb) == "blame" and speech.about is not None and not tree.children(speech.about, "nmod:poss"):
        yield Sign("blame", "blame")


def _says_nobody_was_hurt(tree: Tree, speech: Speech) -> bool:
    """ "Said no civilians were killed"."""
    harmed = ((i, tree.patient(i)) for i in speech.scope if tree.predicates[i] == i and tree.lemma(i) in load_occasions().hurting)
    return any(whom is not None and tree.is_nobody(whom) for _, whom in harmed)


def _struck_itself(tree: Tree, speech: Speech) -> bool:
    """ "The army said it had targeted a commander": what it says it did, right after an attack, is the attack."""
    struck = (i for i in speech.scope if tree.predicates[i] == i and tree.lemma(i) in _STRIKING and not tree.denied(i))
    had = (any(tree.tokens[c].xpos == "VBD" for c in (i, *tree.children(i, "aux"))) for i in struck if _is_of_itself(tree, i))
    return speech.stance == "asserts" and any(had)


def _is_by_the_way(tree: Tree, speech: Speech) -> bool:
    """ "The army had left in lorries that some say were stolen": said of something else."""
    who = tree.subject(speech.verb)
    return tree.rel(speech.verb) == "acl:relcl" and who is not None and tree.antecedent(who) == who


def _is_denial(tree: Tree, speech: Speech) -> bool:
    """ "The agency denies holding him"; not "did not deny", "which usually denies such strikes"."""
    weak = tree.denied(speech.verb) or any(tree.tokens[c].upos == "ADV" for c in tree.children(speech.verb, "advmod"))
    return speech.stance == "denies" and not weak


def _is_past(tree: Tree, i: int) -> bool:
    """What was done, in the past; not how things were ("said the town was calm")."""
    told = (i, *tree.children(i, "aux", "aux:pass"))
    return tree.predicates[i] == i and any(tree.tokens[c].xpos == "VBD" for c in told) and not _is_of_itself(tree, i)


def _is_of_itself(tree: Tree, clause: int) -> bool:
    """ "The army said it had sent a team", "said its office had not been told": what a speaker does itself is not the attack."""
    subject = tree.subject(clause)
    if subject is None:
        return False
    return any(tree.tokens[i].text.lower() in _ITSELF for i in (subject, *tree.children(subject, "nmod:poss")))


def _sign(tree: Tree, i: int) -> Sign | None:
    words, noun, text = load_occasions(), singular(tree.lemma(i)), tree.tokens[i].text.lower()
    if text in _THEY and tree.rel(i).startswith("nsubj"):
        return Sign("they", text)
    if text in _OWN and tree.tokens[i].upos == "PRON":
        return Sign("own", text)
    if tree.tokens[i].upos != "NOUN":
        return None
    if noun in words.tolls and _is_definite(tree, i):
        return Sign("toll", noun)
    if noun in words.counted and tree.children(i, "nummod") and not _is_of_period(tree):
        return Sign("counted", noun)
    if noun in words.doers and _is_definite(tree, i):
        return Sign("doers", noun)
    if noun in words.traces and tree.rel(i) in _FORMS and not _is_of_period(tree):
        return Sign("trace", noun)
    if noun in words.occasions and tree.rel(i) in _FORMS and (_is_definite(tree, i) or _named(tree, i)):
        return Sign("attack", noun, _named(tree, i))
    return None


def _sign_of_deed(tree: Tree, i: int) -> Sign | None:
    """ "Confirmed the arrest", "said 100,000 people took part": a deed of one kind, told before."""
    words, noun = load_occasions(), singular(tree.lemma(i))
    if tree.tokens[i].upos == "NOUN" and noun in words.deeds and tree.rel(i) in _CORE and (_is_definite(tree, i) or _named(tree, i)):
        return Sign("deed", noun, _named(tree, i))
    if tree.tokens[i].upos != "VERB" or tree.predicates[i] != i:
        return None
    told = {tree.lemma(i), *(f"{tree.lemma(i)} {tree.lemma(c)}" for c in tree.children(i, "compound:prt", "obj"))}
    counted = any(tree.tokens[j].upos == "NUM" for s in tree.children(i, "nsubj", "nsubj:pass") for j in tree.subtree(s))
    return Sign("deed", "crowd") if counted and told & words.gathering else None


def _is_of_period(tree: Tree) -> bool:
    """ "Recorded 118 casualties between January and April", "since May", "this year": a total over a time, of no one attack."""
    words = [t.text.lower() for t in tree.tokens]
    return bool({"between", "since", "annually"} & {*words}) or any(pair in _PERIODS for pair in pairwise(words))


def _is_definite(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].text.lower() in _DEFINITE for c in tree.children(i, "det"))


def _named(tree: Tree, i: int) -> tuple[str, ...]:
    """The names by which an attack is told from others: "the Sake attack", "Sunday's bombing", "the bombing of Htan"."""
    below = [c for c in tree.children(i) if c != i and not tree.rel(c).startswith(("acl", "conj", "appos", "punct"))]
    return tuple(tree.tokens[k].text for c in below for k in tree.subtree(c) if tree.tokens[k].upos == "PROPN")


def _is_wished(tree: Tree, i: int, speech: Speech) -> bool:
    """ "Said the killers would be caught", "that it was investigating the attack": what is still to come, or only wished, is no account."""
    clause, joined = tree.predicates[i], False
    while clause != speech.verb and clause >= 0:
        if clause not in speech.scope:
            return False
        if any(tree.tokens[c].xpos == "MD" for c in tree.children(clause, "aux")) or tree.lemma(clause) in load_occasions().judging:
            return True
        if not joined and _tells_nothing(tree, clause):
            return True
        head, joined = tree.tokens[clause].head, tree.rel(clause) == "conj"
        clause = tree.predicates[head] if head >= 0 else -1
    return False


def _tells_nothing(tree: Tree, clause: int) -> bool:
    """ "Was investigating the raid", "the raid was cowardly": looked into or judged, and not told."""
    words = load_occasions()
    if tree.lemma(clause) in words.inquiring:
        return True
    more = tree.children(clause, "nummod", "acl", "acl:relcl", "advcl") or [n for case, n in tree.preps(clause) if case in {"of", "by"}]
    judged = tree.tokens[clause].upos in {"ADJ", "NOUN"} and tree.lemma(clause) in words.verdicts
    return judged and not more and bool(tree.children(clause, "cop"))
