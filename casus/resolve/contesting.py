"""Contesting: whoever is said to have done it and says that his accuser did is no voice for the account: he denies it.

"The rebels accused the army of shelling a market. The army said the shells were the rebels'."
"""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.countries import load_countries
from casus.model.claim import Claim, Source
from casus.model.text import Sentence
from casus.resolve.denials import same_body

_MAY_HAVE_DONE_IT = frozenset({"party", "official"})
"""Capacities of voices that are a side; residents and medics did not shell their market."""


def as_contesting(claim: Claim, source: Source, sentence: Sentence) -> Source:
    """The voice as it stands to an account: one that denies it where he is its doer on others' word, and blames or names who says so."""
    if source.stance not in {"asserts", "accuses"} or not claim.sources or not _is_doer(claim, source):
        return source
    blames = source.stance == "accuses" or any(_is_named(accuser, source, sentence) for accuser in claim.sources)
    return replace(source, stance="denies") if blames else source


def _is_doer(claim: Claim, source: Source) -> bool:
    """Whether a voice is one of the doers, or speaks for a body that one belongs to."""
    return any((source.id in {p.id, *p.parents}) if p.id and source.id else same_body(p.name, source.name) for p in claim.actors)


def _is_named(accuser: Source, source: Source, sentence: Sentence) -> bool:
    """Whether a sentence names an accuser who may have done it, behind the voice, by his name or by the people of his country."""
    if accuser.capacity not in _MAY_HAVE_DONE_IT:
        return False
    behind = [t for t in sentence.tokens if t.start >= source.evidence.end]
    words = {t.text.lower() for t in behind} | {t.lemma.lower() for t in behind}
    called = {w.lower() for w in accuser.name.split() if w[:1].isupper()} or {w.rstrip("s") for w in accuser.name.lower().split()[-1:]}
    country = accuser.country if accuser.country != source.country else None
    people = country is not None and any(load_countries().demonym(t.text) == country for t in behind if t.text[:1].isupper())
    return people or (bool(called) and called <= words | {w.rstrip("s") for w in words})
