"""Tellers: who a pronoun that speaks may stand for, and accounts that go on without a verb of saying.

"The judge read for an hour. The accused, she said, had killed ...": she is the judge, though the judge said nothing before.
"The driver saw it all, he said. Rebels shot the passengers.": what follows a person's own account in its paragraph is told on
that person's word (free indirect speech); so is what follows a saying in the past perfect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casus.codebook.kinds import is_person_role
from casus.codebook.speech import AccountWords
from casus.coding.claims import Told
from casus.coding.scene import Scene
from casus.coding.speech.act import Speech
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Tree
from casus.model.claim import Source

_QUESTIONS = frozenset({"what", "how"})
_RELATIVE = frozenset({"who", "which", "that"})
_PERSONAL = frozenset({"he", "she"})
_OURS = frozenset({"we", "our", "us"})
_DEAD = frozenset({"body", "corpse", "deceased"})
"""Human beings who say nothing."""
_BEFORE = frozenset({"after", "when", "since", "once", "until", "before", "because", "as"})
_HIS = frozenset({"he", "she", "his", "her", "him"})


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody a sentence speaks of: one human being or not, saying something there or not, giving an account that goes on or not."""

    sentence: int
    source: Source
    person: bool
    says: bool
    recounts: bool = False


def find_tellers(scene: Scene) -> tuple[Teller, ...]:
    """Everybody who says something in a sentence, and everybody else who is the subject of a clause there, in text order."""
    tree, found, words = scene.tree, {}, scene.book.speech.accounts
    for s in sorted(scene.speeches, key=lambda s: s.verb):
        if s.source is not None and tree.tokens[s.source.head].text.lower() not in _RELATIVE:
            found[s.source.head] = Teller(
                scene.sentence.index, make_source(scene.report, tree, s, scene.book.actors), _is_person(tree, s.source.head), True
            )
    for i in range(len(tree)):
        if tree.rel(i) in {"nsubj", "nsubj:pass"} and tree.tokens[i].upos in {"NOUN", "PROPN", "PRON"}:
            verb = tree.tokens[i].head
            lays_out, gives_out = _lays_out(tree, verb, words), _gives_out(tree, verb, words)
            recounts = lays_out or _recounts(tree, verb, words, said=any(s.source is not None and s.verb != verb for s in scene.speeches))
            if i not in found and not recounts and not gives_out and not _is_person(tree, i):
                continue
            speech = Speech(tree.phrase(i), verb, tree.tokens[verb].text, "asserts", frozenset(), "subject of an account")
            known = found.get(i) or Teller(
                scene.sentence.index, make_source(scene.report, tree, speech, scene.book.actors), _is_person(tree, i), gives_out
            )
            found[i] = replace(known, recounts=known.recounts or lays_out or (recounts and known.person))
    return tuple(found[i] for i in sorted(found))


def _is_person(tree: Tree, i: int) -> bool:
    """Whether a nominal is one human being."""
    if tree.tokens[i].xpos in {"NNS", "NNPS"} or tree.lemma(i) in _DEAD:
        return False
    named = any(n.kind == "person" and any(n.first <= k < n.last for k in (i, *tree.children(i, "appos"))) for n in tree.sentence.names)
    return named or is_person_role(tree.lemma(i)) or tree.tokens[i].text.lower() in {"he", "she"}


def _recounts(tree: Tree, verb: int, words: AccountWords, *, said: bool) -> bool:
    """ "Saw it all", "remembers every hour", "told her story"; not what was not seen, nor "he described the vote as a farce"."""
    if tree.denied(verb) or tree.passive(verb):
        return False
    objects = tree.children(verb, "obj")
    if tree.lemma(verb) == "describe" and any(case == "as" for case, _ in tree.preps(verb)):
        return False
    if tree.lemma(verb) in words.telling:
        return any(tree.lemma(o) in words.stories for o in objects) or _tells_what(tree, verb)
    telling = words.remembering | words.perceiving if said else words.remembering
    return tree.lemma(verb) in telling and tree.rel(verb) in {"root", "ccomp", "parataxis", "conj", "advcl"}


def _tells_what(tree: Tree, verb: int) -> bool:
    """ "Told this paper what they had seen": what follows is it."""
    below = (tree.subtree(c) for c in tree.children(verb, "ccomp", "obj"))
    return tree.lemma(verb) == "tell" and any(tree.tokens[words[0]].text.lower() in _QUESTIONS for words in below)


def _gives_out(tree: Tree, verb: int, words: AccountWords) -> bool:
    """ "Its spokesman issued a communiqué": who is meant by "it runs", though the sentence says nothing yet."""
    texts = [o for o in tree.children(verb, "obj") if tree.lemma(o) in words.texts]
    return tree.lemma(verb) in words.giving_out and bool(texts) and not tree.denied(verb)


def _lays_out(tree: Tree, verb: int, words: AccountWords) -> bool:
    """ "The body's paper sets out the sequence", "the army gave its version": whoever speaks, what follows is it."""
    if tree.denied(verb) or tree.passive(verb) or tree.lemma(verb) not in words.laying_out:
        return False
    return any(tree.lemma(o) in words.sequences for o in tree.children(verb, "obj"))


def carry_accounts(told: Sequence[Told], tellers: Sequence[Teller], scenes: Sequence[Scene]) -> list[Told]:
    """Acts without a source that go on with a person's account in the same paragraph, as that person's word."""
    by_sentence: dict[int, list[Teller]] = {}
    for t in tellers:
        by_sentence.setdefault(t.sentence, []).append(t)
    scene_of = {s.sentence.index: s for s in scenes}
    return [_carried(t, by_sentence, scene_of) for t in told]


def _carried(told: Told, tellers: dict[int, list[Teller]], scenes: dict[int, Scene]) -> Told:
    claim = told.claim
    if claim.sources or claim.status != "asserted" or claim.heading:
        return told
    scene = scenes[claim.sentence]
    harm = claim.type in {"ASSAULT", "COERCE"}
    perfect = harm and _past_perfect(scene, told)
    own = perfect or _is_first_person(scene.tree)
    teller = _account_before(claim.sentence, tellers, scenes, own=own, personal=_is_personal(scene.tree, alone=not harm))
    if teller is None:
        return told
    spoken = replace(claim, status="attributed", sources=(teller.source,))
    return replace(told, claim=spoken.because("status", f"goes on with the account of {teller.source.name}"))


def _is_personal(tree: Tree, *, alone: bool) -> bool:
    """Whether a "he" or "his" may stand for the speaker before; with `alone`, only where no person is named before it in its sentence."""
    first = next((i for i, t in enumerate(tree.tokens) if t.text.lower() in _HIS), None)
    if first is None or any(is_person_role(tree.lemma(i)) and tree.rel(i) == "nsubj" for i in range(first)):
        return False  # "the delegate, for her part, called on him"
    if 0 < first < len(tree) - 1 and (tree.lemma(first - 1), tree.lemma(first + 1)) == ("for", "part"):
        return False
    return not (alone and any(n.kind == "person" and n.first < first for n in tree.sentence.names))


def _is_first_person(tree: Tree) -> bool:
    """ "We launched a search, and our party came under fire": words of a speaker that lost their marks."""
    marked = any(t.text in {'"', "“", "”"} for t in tree.tokens)
    return not marked and any(t.text.lower() in _OURS for t in tree.tokens)


def _account_before(
    index: int, tellers: dict[int, list[Teller]], scenes: dict[int, Scene], *, own: bool, personal: bool
) -> Teller | None:
    """The person whose account runs on to a sentence: nothing else is said between, in one paragraph."""
    block = scenes[index].sentence.paragraph
    for k in range(index - 1, index - 4, -1):
        if k not in scenes or scenes[k].sentence.paragraph != block:
            return None
        here = tellers.get(k, [])
        recounting = next((t for t in here if t.recounts), None)
        if recounting is not None:
            return recounting
        speaking = [t for t in here if t.says]
        if speaking:
            return speaking[-1] if speaking[-1].person and (own or (personal and _is_private(speaking[-1]))) else None
    return None


def _is_private(teller: Teller) -> bool:
    """Somebody who tells what befell himself ("he", a farmer), not an official."""
    return teller.source.name.lower() in _PERSONAL or teller.source.capacity == "witness"


def _past_perfect(scene: Scene, told: Told) -> bool:
    """ "Militiamen had killed the priest": the tense of what was said."""
    tree, act = scene.tree, told.claim.act
    verbs = [i for i, t in enumerate(tree.tokens) if act.start <= t.start < act.end and tree.lemma(i) == told.claim.lemma]
    verbs += [tree.tokens[i].head for i in verbs if tree.rel(i) == "conj" and not tree.children(i, "aux", "nsubj")]
    return any(tree.tokens[c].text.lower() == "had" for i in verbs if i >= 0 and not _goes_before(tree, i) for c in tree.children(i, "aux"))


def _goes_before(tree: Tree, verb: int) -> bool:
    """ "After Israel had broken the truce, rebels fired": what went before what is told, in the tense of that."""
    return any(tree.tokens[c].text.lower() in _BEFORE for c in tree.children(verb, "mark", "advmod"))
