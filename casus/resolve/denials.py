"""Denials across sentences: "However, Islamabad has repeatedly denied the claims" makes the claims before it denied.

A denial reaches back over the sentences of its own paragraph and the one before to what was said of the denier: acts with
the denier (or a body it belongs to, or that belongs to it) as actor, told by others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.kinds import is_military
from casus.codebook.speech import load_speech
from casus.coding.speech.denials import POINTING, Denial
from casus.coding.speech.denied_doing import DOING, SHARES
from casus.coding.speech.denied_loss import FALLING, LOSING
from casus.model.actor import Party
from casus.model.claim import Claim, Source
from casus.model.text import Sentence

REACH = 4
"""How many sentences back a denial is looked for."""
FAR = 8
"""How many sentences back what is called by its name ("the allegations") is looked for, over a paragraph between."""
_FAR_BLOCKS = 2
DOUBT_REACH = 2
"""How many sentences back what could not be verified is looked for."""
_MOUTHS = frozenset(
    "the a an of for s spokesman spokeswoman spokesperson spokesmen spokespeople official officials representative lawyer".split()
)

_CLAIMED = frozenset({"claim", "assertion", "accusation", "allegation", "charge"})
"""Nouns for a thing said; "denied the claim" right after it denies it, whoever is said to have done it."""
_BODIES = frozenset({"force", "group", "movement", "organisation", "organization", "outfit", "faction"})
"""Words that name an armed body only by what was said before."""


def apply_denials(
    claims: Sequence[Claim], denials: Sequence[tuple[Denial, Source, frozenset[str]]], sentences: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """Mark what is denied; each denial comes with its resolved source and the ids the denier stands for."""
    out = list(claims)
    for denial, source, ids in denials:
        hit = _reached(out, denial, ids, sentences)
        for k in hit or _undone(out, denial, sentences):
            if k not in hit:
                out[k] = replace(out[k], sources=(*out[k].sources, source))
                continue
            denied = replace(out[k], status="denied", sources=(*out[k].sources, source))
            out[k] = denied.because("status", f"denied in sentence {denial.sentence + 1} by {source.name} ({denial.denied})")
    return tuple(out)


def apply_doubts(claims: Sequence[Claim], doubts: Sequence[int], sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """Put under reserve what is said to be unverified: what is attributed in the doubting sentence, else in the nearest before."""
    out = list(claims)
    for doubt in doubts:
        block = sentences[doubt].paragraph
        said = [
            k for k, c in enumerate(claims)
            if c.status == "attributed" and not c.heading and 0 <= doubt - c.sentence <= DOUBT_REACH
            and block - sentences[c.sentence].paragraph <= 1
        ]  # fmt: skip
        nearest = max((claims[k].sentence for k in said), default=None)
        for k in said:
            if claims[k].sentence == nearest:
                out[k] = replace(out[k], status="hedged").because("status", f"said to be unverified in sentence {doubt + 1}")
    return tuple(out)


def _reached(claims: Sequence[Claim], denial: Denial, ids: frozenset[str], sentences: Sequence[Sentence]) -> list[int]:
    """The claims nearest before the denial that are about the denier: all in that one sentence."""
    if denial.denied in FALLING | LOSING:
        return [k for k in _beside(claims, denial, sentences) if "seize" in claims[k].modes]
    candidates = [
        k for k, c in enumerate(claims)
        if _in_reach(denial, c, sentences) and not c.heading and _about(c.actors, ids, denial.source.name)
        and c.status in {"asserted", "attributed", "hedged"} and _said_by_others(c, denial, ids)
    ]  # fmt: skip
    nearest = max((claims[k].sentence for k in candidates), default=-1)
    beside = _beside(claims, denial, sentences)
    if beside and claims[beside[0]].sentence > nearest:
        return beside
    if not candidates:
        return _just_accused(claims, denial, sentences) or ([] if _of_doing(denial) else _nobodys(claims, denial, sentences))
    return [k for k in candidates if claims[k].sentence == nearest]


def _in_reach(denial: Denial, claim: Claim, sentences: Sequence[Sentence]) -> bool:
    """A few sentences back; "the allegations" of a story reach farther than "it"."""
    named = denial.denied in load_speech().said_things and denial.denied not in POINTING
    back, blocks = denial.sentence - claim.sentence, sentences[denial.sentence].paragraph - sentences[claim.sentence].paragraph
    return 0 <= back <= (FAR if named else REACH) and blocks <= (_FAR_BLOCKS if named else 1)


def _beside(claims: Sequence[Claim], denial: Denial, sentences: Sequence[Sentence]) -> list[int]:
    """ "The West says the army used gas; Damascus denied it", "The army claimed the town. The rebels denied this.": what was just said."""
    if denial.denied not in POINTING | FALLING | LOSING | _CLAIMED and not denial.beside:
        return []
    reach, block = 0 if denial.beside else 1, sentences[denial.sentence].paragraph
    told = [
        k for k, c in enumerate(claims)
        if 0 <= denial.sentence - c.sentence <= reach and sentences[c.sentence].paragraph == block
        and not c.heading and c.status in {"attributed", "hedged"}
        and c.sources and not any(same_body(s.name, denial.source.name) for s in c.sources)
        and (denial.beside or denial.denied not in _CLAIMED or _is_anybodys(c))
    ]  # fmt: skip
    nearest = max((claims[k].sentence for k in told), default=None)
    return [k for k in told if claims[k].sentence == nearest]


def _is_anybodys(claim: Claim) -> bool:
    """Whether others may deny a claim: its doers boast of it themselves, or nobody knows who they are."""
    own = any(p.id == s.id if p.id and s.id else same_body(p.name, s.name) for p in claim.actors for s in claim.sources)
    return own or all(p.id is None for p in claim.actors)


def _just_accused(claims: Sequence[Claim], denial: Denial, sentences: Sequence[Sentence]) -> list[int]:
    """ "They accused the paramilitaries of it. The force called that a lie.": "the force" is whom the sentence before accuses."""
    block = sentences[denial.sentence].paragraph
    if not _content(denial.source.name) <= _BODIES:
        return []
    return [
        k for k, c in enumerate(claims)
        if c.sentence == denial.sentence - 1 and sentences[c.sentence].paragraph == block and not c.heading and c.actors
        and c.type == "ASSAULT" and c.status in {"attributed", "hedged"} and all(p.kind != "civilians" for p in c.actors)
    ]  # fmt: skip


def _undone(claims: Sequence[Claim], denial: Denial, sentences: Sequence[Sentence]) -> list[int]:
    """ "A strike hit Gao, medics said. The army denied carrying it out.": told of nobody, it stands; who denies is one more voice."""
    return _nobodys(claims, denial, sentences) if _of_doing(denial) else []


def _of_doing(denial: Denial) -> bool:
    """Whether only having done something is denied, or a share in it."""
    return denial.denied in DOING or denial.denied in SHARES


def _nobodys(claims: Sequence[Claim], denial: Denial, sentences: Sequence[Sentence]) -> list[int]:
    """ "Drones were launched at Kyiv, officials said. Minsk rejected the claims.": what names no doer, right before the denial.

    "Minsk denied the attack" reaches as far as other denials, to the attack told last.
    """
    back = REACH if denial.denied in load_speech().attacks else 1
    blocks = 1 if back > 1 else 0
    told = [
        k for k, c in enumerate(claims)
        if 1 <= denial.sentence - c.sentence <= back and sentences[denial.sentence].paragraph - sentences[c.sentence].paragraph <= blocks
        and not c.heading and c.type == "ASSAULT"
    ]  # fmt: skip
    nearest = max((claims[k].sentence for k in told), default=None)
    return [
        k for k in told
        if claims[k].sentence == nearest and not claims[k].actors and claims[k].status in {"attributed", "hedged"} and claims[k].sources
        and not any(same_body(s.name, denial.source.name) for s in claims[k].sources)
    ]  # fmt: skip


def _about(parties: Sequence[Party], ids: frozenset[str], name: str) -> bool:
    """Whether the denier is one of the parties; where nobody is identified, by the same words ("the army")."""
    return any((p.id in ids or bool(ids & set(p.parents))) if p.id else same_body(p.name, name) or _is_army_of(p, name) for p in parties)


def _is_army_of(party: Party, denier: str) -> bool:
    """ "Soldiers burned the huts": where nobody says whose they are, an army that denies it means its own; police likewise."""
    if party.kind == "police":
        return "police" in denier.lower()
    return party.kind == "military" and is_military(denier)


def same_body(actor: str, denier: str) -> bool:
    """Whether a speaker's words name who acts: "the militia's spokesman" for "the militia", "the government" for its soldiers."""
    a, b = _content(actor), _content(denier)
    return bool(a and b) and (a <= b or b <= a)


def _content(name: str) -> frozenset[str]:
    """The words of a name that say who it is."""
    return frozenset(re.findall(r"[^\W\d_]+", name.lower().replace("’s", "").replace("'s", ""))) - _MOUTHS


def _said_by_others(claim: Claim, denial: Denial, ids: frozenset[str]) -> bool:
    """What the denier said itself it does not deny, and a denial of "claims" looks for something claimed."""
    if claim.type in {"REQUEST", "REJECT", "CONSULT", "AGREE"} or (claim.type == "ACCUSE" and claim.sentence == denial.sentence):
        return False  # "denies the allegations and accuses the official of lying"
    own = [s for s in claim.sources if s.id in ids or (not ids and s.id is None and same_body(s.name, denial.source.name))]
    return bool(claim.sources) and not own
