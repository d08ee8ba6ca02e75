"""Denials and doubts: who denies what, and where the writer says it could not be checked.

A denial has no event type; it is the status of what it denies, also sentences later. A doubt ("the claim could not be
verified") puts what was said before under reserve. "No comment" and its kin are neither (coding rules, Status).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from casus.codebook.speech import SpeechWords
from casus.codebook.wordings import find_wording, plain_lemmas
from casus.coding.scene import Scene
from casus.coding.speech.act import Speech
from casus.coding.speech.denied_loss import denied_loss, kept_place
from casus.coding.speech.disclaimers import NEGATED, is_disclaiming
from casus.coding.speech.marks import is_denying
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Tree
from casus.model.claim import Source

_THAT = frozenset({"the", "this", "that", "these", "those", "any", "such"})
_FIGURES = frozenset({"figure", "number", "toll", "tally", "count"})
POINTING = frozenset({"it", "this", "that", "these", "those", "they", "so"})
"""Words that stand for what was said before."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial: its sentence, the denier, and what kind of thing is denied ("claim", "involvement").

    `beside`: what is denied is what its own sentence tells ("..., a charge the force denied", "..., which he denied").
    """

    sentence: int
    source: Source
    denied: str
    beside: bool = False


def find_denials(scene: Scene) -> tuple[Denial, ...]:
    """Denials whose object only points to what was said before ("denied the claims", "denied involvement", "this is a lie")."""
    return tuple(d for s in scene.speeches if (d := _denial(scene, s)) is not None)


def is_doubt(scene: Scene) -> bool:
    """Whether the writer says that something said could not be checked ("Reuters could not verify the report")."""
    tree, words = scene.tree, scene.book.speech
    back = any(_points_back(tree, i, words) and not _is_a_figure(tree, i) for i in range(len(tree)))
    if not back and not _is_unconfirmed(tree):
        return False
    if any(_is_unchecked_news(tree, i, words) for i in range(len(tree))):
        return False
    return find_wording(words.unverified, _plain(tree)) is not None


def _is_unconfirmed(tree: Tree) -> bool:
    """ "There was no independent confirmation.": of what was told before, where it names nothing else."""
    found = (i for i in range(len(tree)) if tree.lemma(i) in {"confirmation", "verification", "corroboration"} and tree.is_nobody(i))
    return any(all(case not in {"of", "that"} for case, _ in tree.preps(i)) and not tree.children(i, "acl", "ccomp") for i in found)


def _is_a_figure(tree: Tree, i: int) -> bool:
    """ "The figure could not be verified": how many is in doubt, not what was done."""
    return tree.lemma(i) in _FIGURES


def _is_unchecked_news(tree: Tree, i: int, words: SpeechWords) -> bool:
    """ "There are unconfirmed reports that they held a court": says something new, and nothing of what was said before."""
    own = tree.lemma(i) in words.said_things and bool(tree.children(i, "acl", "ccomp"))
    return own and any(tree.lemma(c) in words.tentative for c in tree.children(i, "amod"))


def is_silence(scene: Scene) -> bool:
    """Whether somebody declines to comment, does not answer, looks into it, or neither confirms nor denies."""
    return any(find_wording(wordings, _plain(scene.tree)) is not None for wordings in scene.book.speech.no_comment.values())


def _plain(tree: Tree) -> tuple[frozenset[str], ...]:
    return plain_lemmas([t.text for t in tree.tokens], [t.lemma for t in tree.tokens])


def is_denying_what_was_said(scene: Scene, speech: Speech) -> bool:
    """Whether a saying only denies what was said before, by whatever verb ("said it had nothing to do with the killing")."""
    return not _is_negated(scene.tree, speech.verb) and _denied(scene.tree, speech, scene.book.speech) is not None


def _denial(scene: Scene, speech: Speech) -> Denial | None:
    tree = scene.tree
    if speech.source is None or _is_negated(tree, speech.verb):
        return None
    denied = _denied(tree, speech, scene.book.speech)
    if denied is None or is_silence(scene):
        return None
    source = make_source(scene.report, tree, replace(speech, stance="denies"), scene.book.actors)
    return Denial(scene.sentence.index, source, denied, beside=denied == "which" or _is_apposed(tree, speech.verb, scene.book.speech))


def _is_apposed(tree: Tree, verb: int, words: SpeechWords) -> bool:
    """ "..., a claim the government denied": a word for what was just said, behind a comma."""
    noun = tree.tokens[verb].head
    if tree.rel(verb) != "acl:relcl" or noun < 0 or tree.lemma(noun) not in words.said_things:
        return False
    first = min((noun, *tree.children(noun, "det", "amod")))
    return first > 0 and tree.tokens[first - 1].text in {",", "–", "—"} and tree.tokens[first].text.lower() in {"a", "an"}


def _denied(tree: Tree, speech: Speech, words: SpeechWords) -> str | None:
    """What a speech denies of what was said before; None where it denies nothing, or tells itself what."""
    which = speech.stance == "denies" and any(tree.tokens[o].text.lower() == "which" for o in tree.children(speech.verb, "obj"))
    if speech.stance == "denies" and speech.about is not None and not which:
        lemma = tree.lemma(speech.about)
        tells = tree.children(speech.about, "acl", "ccomp")
        back = lemma in words.said_things or lemma in POINTING or _is_that_attack(tree, speech.about, words)
        return lemma if back and not tells else None
    if speech.stance == "denies":
        if which:
            return "which"
        if (loss := denied_loss(tree, speech.verb)) is not None:
            return loss
        deeds = tree.children(speech.verb, "xcomp", "ccomp")
        return next((tree.lemma(d) for d in deeds if _is_that_deed(tree, d, words)), None)
    if speech.stance == "asserts" and (kept := kept_place(tree, speech.verb)) is not None:
        return kept
    if (unmeant := next((i for i in _told(tree, speech) if is_disclaiming(tree, i, words)), None)) is not None:
        return tree.lemma(unmeant)
    if (unreal := next((i for i in tree.children(speech.verb, "ccomp") if _never_happened(tree, i, words)), None)) is not None:
        return tree.lemma(unreal)
    for i in tree.children(speech.verb, "ccomp", "xcomp", "parataxis"):
        false = is_denying(tree, i, words) if i in speech.scope else False
        said = [s for s in tree.children(i, "nsubj", "nsubj:pass") if _points_back(tree, s, words)] if false else []
        if said:
            return tree.lemma(said[0])
    return None


def _told(tree: Tree, speech: Speech) -> tuple[int, ...]:
    """The clauses of what is said."""
    below = tree.children(speech.verb, "ccomp", "parataxis")
    over = tree.tokens[speech.verb].head
    return (*below, over) if tree.rel(speech.verb) == "parataxis" and over in speech.scope else below


def _never_happened(tree: Tree, clause: int, words: SpeechWords) -> bool:
    """ "No such thing happened", "the attack did not take place", "it did no such thing"."""
    done = tree.children(clause, "obj")
    if tree.lemma(clause) == "do" and any(_is_no_such(tree, o) for o in done):
        return True
    subjects = tree.children(clause, "nsubj", "nsubj:pass")
    if not subjects or not _is_happening(tree, clause, subjects[0], words):
        return False
    told_before = tree.tokens[subjects[0]].text.lower() in POINTING or _is_that_attack(tree, subjects[0], words)
    return any(_is_no_such(tree, s) for s in subjects) or (_is_negated(tree, clause) and told_before)


def _is_happening(tree: Tree, clause: int, subject: int, words: SpeechWords) -> bool:
    """ "Happened", "took place", "there was an attack"."""
    if tree.lemma(clause) == "take":
        return any(tree.lemma(c) == "place" for c in tree.children(clause, "obj", "compound:prt"))
    there = tree.lemma(clause) == "be" and any(tree.lemma(c) == "there" for c in tree.children(clause, "expl"))
    return (there and tree.lemma(subject) in words.attacks) or tree.lemma(clause) in {"happen", "occur"}


def _is_no_such(tree: Tree, i: int) -> bool:
    """ "No such thing", "no attack", "nothing of the kind"."""
    of_kind = tree.lemma(i) == "nothing" and any(tree.lemma(n) in {"kind", "sort"} for case, n in tree.preps(i) if case == "of")
    return of_kind or any(tree.tokens[c].text.lower() == "no" for c in tree.children(i, "det"))


def _is_that_attack(tree: Tree, i: int, words: SpeechWords) -> bool:
    """ "Denied the strike", "denied any attack": a definite noun that says no more of what was done, or that it was none at all."""
    dets = {tree.tokens[c].text.lower() for c in tree.children(i, "det")}
    return tree.lemma(i) in words.attacks and bool(dets & _THAT) and not tree.children(i, "nmod", "nmod:poss", "acl", "acl:relcl")


def _is_that_deed(tree: Tree, deed: int, words: SpeechWords) -> bool:
    """ "Denied supporting the group", "denied it had targeted the building": the deed told before, by definite words."""
    objects = tree.children(deed, "obj")
    if tree.lemma(deed) == "open" and any(tree.lemma(o) == "fire" for o in objects):
        return True
    if tree.lemma(deed) not in words.doings:
        return False
    return all(tree.tokens[o].upos == "PRON" or tree.children(o, "det") or tree.lemma(o) in words.said_things for o in objects)


def _points_back(tree: Tree, i: int, words: SpeechWords) -> bool:
    """Whether a word stands for something said before: "this", "the claim"; not "claims that ..."."""
    if tree.tokens[i].text.lower() in POINTING and tree.tokens[i].upos in {"PRON", "DET"}:
        return True
    return tree.lemma(i) in words.said_things and tree.tokens[i].upos == "NOUN" and not tree.children(i, "acl", "ccomp")


def _is_negated(tree: Tree, verb: int) -> bool:
    near = {verb, tree.tokens[verb].head}
    return any(tree.tokens[c].text.lower() in NEGATED for v in near if v >= 0 for c in tree.children(v, "advmod", "cc", "cc:preconj"))
