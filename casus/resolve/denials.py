"""Denials across sentences: "However, Islamabad has repeatedly denied the claims" makes the claims before it denied.

A denial reaches back over the sentences of its own paragraph and the one before to what was said of the denier: acts with
the denier (or a body it belongs to, or that belongs to it) as actor, told by others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.denials import Denial
from casus.model.actor import Party
from casus.model.claim import Claim, Source
from casus.model.text import Sentence

REACH = 4
"""How many sentences back a denial is looked for."""


def apply_denials(
    claims: Sequence[Claim], denials: Sequence[tuple[Denial, Source, frozenset[str]]], sentences: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """Mark what is denied; each denial comes with its resolved source and the ids the denier stands for."""
    out = list(claims)
    for denial, source, ids in denials:
        hit = _reached(out, denial, ids, sentences)
        for k in hit:
            out[k] = replace(out[k], status="denied", sources=(*out[k].sources, source))
    return tuple(out)


def _reached(claims: Sequence[Claim], denial: Denial, ids: frozenset[str], sentences: Sequence[Sentence]) -> list[int]:
    """The claims nearest before the denial that are about the denier: all in that one sentence."""
    block = sentences[denial.sentence].paragraph
    candidates = [
        k for k, c in enumerate(claims)
        if 0 <= denial.sentence - c.sentence <= REACH and block - sentences[c.sentence].paragraph <= 1
        and not c.heading and _about(c.actors, ids, denial.source.name) and c.status in {"asserted", "attributed", "hedged"}
        and _said_by_others(c, ids)
    ]  # fmt: skip
    if not candidates:
        return []
    nearest = max(claims[k].sentence for k in candidates)
    return [k for k in candidates if claims[k].sentence == nearest]


def _about(parties: Sequence[Party], ids: frozenset[str], name: str) -> bool:
    """Whether the denier is one of the parties; where nobody is identified, by the same words ("the army")."""
    return any((p.id in ids or bool(ids & set(p.parents))) if p.id else p.name.lower() == name.lower() for p in parties)


def _said_by_others(claim: Claim, ids: frozenset[str]) -> bool:
    """What the denier said itself it does not deny, and a denial of "claims" looks for something claimed."""
    if claim.type in {"REQUEST", "REJECT", "CONSULT", "AGREE"}:
        return False
    return bool(claim.sources) and not any(s.id in ids for s in claim.sources)
