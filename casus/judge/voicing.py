"""Sources that a person set, put into the event, its claims and its differing figures alike, so that no figure keeps a voice it lost."""

from __future__ import annotations

from dataclasses import replace

from casus.merge.reconcile import source_index
from casus.model.claim import Claim, Source
from casus.model.event import Contest, Event


def with_sources(event: Event, sources: tuple[Source, ...]) -> Event:
    """Return the event with these sources. One on the words of an old source takes its place, in every claim of that voice.

    A source on other words goes to the claim of its report whose act stands nearest. A figure whose source is gone is the report's own.
    """
    heirs = [_heir(old, sources) for old in event.sources]
    added = [s for k, s in enumerate(sources) if k not in heirs]
    claims = [_renamed(c, event.sources, heirs, sources) for c in event.claims]
    for source in added:
        near = _nearest(source, claims)
        if near is not None:
            claims[near] = replace(claims[near], sources=(*claims[near].sources, source))
    contested = tuple(_revoiced(c, heirs) for c in event.contested)
    return replace(event, sources=sources, claims=tuple(claims), contested=contested)


def _heir(old: Source, sources: tuple[Source, ...]) -> int | None:
    """Which new source stands on the words of an old one; of several, that of its name."""
    same = [k for k, s in enumerate(sources) if _place(s) == _place(old)]
    return next((k for k in same if sources[k].name == old.name), same[0] if same else None)


def _place(source: Source) -> tuple[str, int, int]:
    return source.evidence.report, source.evidence.start, source.evidence.end


def _renamed(claim: Claim, before: tuple[Source, ...], heirs: list[int | None], sources: tuple[Source, ...]) -> Claim:
    """The claim with the new source for each old one, on the claim's own words."""
    kept = []
    for source in claim.sources:
        old = source_index(source, before)
        new = heirs[old] if old is not None else None
        if new is not None:
            kept.append(replace(sources[new], evidence=source.evidence))
    return replace(claim, sources=tuple(kept))


def _nearest(source: Source, claims: list[Claim]) -> int | None:
    here = [k for k, c in enumerate(claims) if c.report == source.evidence.report]
    return min(here, key=lambda k: abs(claims[k].act.start - source.evidence.start), default=None)


def _revoiced(contest: Contest, heirs: list[int | None]) -> Contest:
    return replace(contest, versions=tuple(replace(v, source=None if v.source is None else heirs[v.source]) for v in contest.versions))
