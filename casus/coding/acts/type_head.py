"""The head for types of act: how likely each type is for what one party does to another, by the words between them.

A small trained head (training/HEADS.md). It makes no act: it is the second key of a frame (docs/codebook.md, "What is printed").
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.codebook import Codebook
from casus.codebook.heads import load_head
from casus.codebook.kinds import singular
from casus.codebook.names import parts, plain
from casus.coding.acts.finding import Trigger
from casus.coding.acts.marks_of_killing import HELD
from casus.coding.acts.reproach import UNWORDED
from casus.coding.acts.type_features import Between, type_features
from casus.coding.syntax import Tree
from casus.model.claim import Claim, Reason

UNLIKELY = 0.1
UNLIKELY_VIOLENCE = 0.05
"""A type less likely than this between two parties is not certain, whatever its frame (of such, PLV and GSR have one in six right).
Words of violence mislead less than others."""
_SACKING = frozenset({"sack", "dismiss"})
_NEAR = ({"RETREAT", "CONCEDE"}, {"AID", "COOPERATE"})
"""Types a frame and the head may tell apart by what lies outside the sentence: done or announced, mutual or not."""


def type_odds(tree: Tree, doers: Sequence[int], done: Sequence[int], triggers: Sequence[Trigger], book: Codebook) -> Mapping[str, float]:
    """The likelihood (0 to 1, three digits) of each type, and of each way of doing it that the head tells apart ("COERCE/cyber").

    `doers` and `done` are the tokens of either party.
    """
    head = load_head("type")
    between = Between.of(tree, doers, done, triggers)
    scores = head.scores(dict.fromkeys(type_features(between, book.actors)))
    most = max(scores)
    each = [math.exp(s - most) for s in scores]
    return {answer: round(e / sum(each), 3) for answer, e in zip(head.answers, each, strict=True)}


def by_type(odds: Mapping[str, float]) -> Mapping[str, float]:
    """The likelihoods of the types alone."""
    out: Counter[str] = Counter()
    for answer, likely in odds.items():
        out[answer.partition("/")[0]] += likely  # type: ignore[assignment]
    return {kind: float(likely) for kind, likely in out.items()}


def weighed(claim: Claim, tree: Tree, triggers: Sequence[Trigger], book: Codebook) -> Claim:
    """The claim; not certain where both parties are named and the words between them speak for another type.

    What is said without its word rests on grammar and stays; of a user's own types the head knows nothing.
    """
    if not (claim.certain and claim.actors and claim.recipients) or claim.act.rule in UNWORDED:
        return claim
    doers, done = (tokens_of(tree, [(p.evidence.start, p.evidence.end) for p in side]) for side in (claim.actors, claim.recipients))
    if not doers or not done:
        return claim
    if _is_joined(claim, tree, triggers) or ("seize" in claim.modes and _are_towns(tree, done)) or _is_sacking(claim, tree):
        return claim
    odds = by_type(type_odds(tree, doers, done, triggers, book))
    if claim.type not in odds:
        return claim
    least = UNLIKELY_VIOLENCE if claim.type == "ASSAULT" else UNLIKELY
    if sum(odds[kind] for kind in _meant(claim)) >= least:
        return claim
    likely = max(odds, key=lambda kind: odds[kind])
    doubt = Reason("certain", f"the words between the parties speak for {likely} (head: type)")
    return replace(claim, certain=False, reasons=(*claim.reasons, doubt))


def _are_towns(tree: Tree, tokens: Sequence[int]) -> bool:
    """ "Goma was captured by rebels": of towns that are taken the head learned nothing."""
    return all(tree.is_named(i, "place") for i in tokens)


def _is_sacking(claim: Claim, tree: Tree) -> bool:
    """ "The president sacked the army chief": its verb says what it is, and the head learned little of those in office."""
    verbs = (i for i, t in enumerate(tree.tokens) if t.upos == "VERB" and claim.act.start <= t.start < claim.act.end)
    return claim.act.rule == "convict" and any(tree.lemma(i) in _SACKING for i in verbs)


def _is_joined(claim: Claim, tree: Tree, triggers: Sequence[Trigger]) -> bool:
    """ "Condemned the raid and called on the council to act": the word before it stands between the parties and speaks of another act."""
    types = {t.token: {sense.type for _, sense in t.candidates} for t in triggers if t.form == "verb"}
    own = (i for i, t in enumerate(tree.tokens) if i in types and claim.act.start <= t.start < claim.act.end and claim.type in types[i])
    return any(tree.rel(i) == "conj" and claim.type not in types.get(tree.tokens[i].head, {claim.type}) for i in own)


def _meant(claim: Claim) -> set[str]:
    """The types that the head may have for this claim: what is only planned it knows as AGREE or THREATEN."""
    near = {claim.type}.union(*(pair for pair in _NEAR if claim.type in pair))
    near |= {"RETREAT"} if _frees_captives(claim) else set()
    near |= {"ASSAULT"} if "riot" in claim.modes else set()  # "rioters torched two shops"
    return near | ({"AGREE", "THREATEN"} if claim.status in {"planned", "threatened"} else set())


def _frees_captives(claim: Claim) -> bool:
    """ "Soldiers freed two abducted nuns": who is called a captive of others is not let go by those who held him."""
    called = {singular(plain(w)) for p in claim.recipients for w in parts(p.evidence.words)}
    return claim.act.rule == "freed-by-force" and bool(called & HELD)


def tokens_of(tree: Tree, spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The tokens that start within any of the spans."""
    return tuple(i for i, t in enumerate(tree.tokens) if any(a <= t.start < b for a, b in spans))
