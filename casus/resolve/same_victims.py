"""Those told of before: "him" or "they" whom force befalls are the victim of the act told before, where nobody nearer is found.

Reports go on about a victim: "A trader was shot in Wana. He died on the way to a hospital." Where two could be meant, nobody is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.kinds import is_people, is_person_role, is_thing, singular
from casus.codebook.standing import head_of
from casus.coding.claims import Told
from casus.coding.numbers import first_number
from casus.model.actor import Party
from casus.model.claim import Claim

OF_FORCE = frozenset({"ASSAULT", "COERCE"})
_ONE = frozenset({"he", "him", "his", "she", "her"})
_NEVER = frozenset({"police", "media"})
_HUMAN = frozenset({"person", "civilians", "military", "police", "unnamed-armed", "armed-group", "militia", "party"})
_FULL_NAME = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z][\w’'.-]* )*[A-Z][\w’'-]+")
_HE = frozenset({"he", "him", "his"})
_MANY = frozenset({"they", "them", "their"})
_MATTER = re.compile(r"(?:over|for|in connection with) ", re.IGNORECASE)
_REACH = 2
"""How many sentences back the act is told that befell the same."""
_VOICES = frozenset({"police", "government", "military", "media"})
_MALE = frozenset("man boy father brother son husband uncle policeman serviceman".split())
_FEMALE = frozenset("woman girl mother sister daughter wife aunt policewoman schoolgirl".split())


def carry_victims(coded: Sequence[Told], named: Sequence[Told]) -> list[Told]:
    """The claims with their pronouns for victims resolved; `coded` are the same claims as they were before."""
    out: list[Told] = []
    for before, told in zip(coded, named, strict=True):
        claim = told.claim
        if claim.type in OF_FORCE and any(_is_pronoun(p) for p in before.claim.recipients):
            claim = replace(claim, recipients=tuple(_recipients(before.claim, claim, [t.claim for t in out])))
        out.append(replace(told, claim=claim))
    return out


def _is_pronoun(party: Party) -> bool:
    return party.evidence.words.lower() in _ONE | _MANY


def _recipients(written: Claim, claim: Claim, earlier: Sequence[Claim]) -> Iterator[Party]:
    found = {p.evidence.start: p for p in claim.recipients}
    for party in written.recipients:
        known = found.get(party.evidence.start)
        if not _is_pronoun(party) or (known is not None and not _is_voice(known)):
            if known is not None:
                yield known
            continue
        victim = _victim_before(party.evidence.words.lower(), claim, earlier)
        if victim is not None:
            reason = f"“{party.evidence.words}” stands for “{victim.name}”, whom the act told before befell; {victim.reason}"
            yield replace(victim, evidence=party.evidence, reason=reason)
        elif known is not None and known.kind not in _NEVER and party.evidence.words.lower() in _ONE:
            yield known


def _is_voice(party: Party) -> bool:
    """ "Police said they were abducted": who speaks is hardly whom it befell."""
    return "the speaker" in party.reason and party.kind in _VOICES


def _victim_before(word: str, claim: Claim, earlier: Sequence[Claim]) -> Party | None:
    """The one whom the nearest act before befell that a pronoun fits."""
    doers = {p.id or head_of(p.name) for p in claim.actors}
    for other in reversed(earlier):
        if claim.sentence - other.sentence > _REACH or other.heading:
            return None
        if other.type not in OF_FORCE or other.act.start >= claim.act.start:
            continue
        if _MATTER.match(other.act.words) and any(c.sentence == other.sentence and c.act.start < other.act.start for c in earlier):
            continue  # "executed a man over the killing of a guard": it goes on about whom the news befell
        fitting = [p for p in other.recipients if _fits(word, p) and (p.id or head_of(p.name)) not in doers]
        if fitting:
            return fitting[0] if len({p.name for p in fitting}) == 1 else None
    return None


def _fits(word: str, party: Party) -> bool:
    """Whether a pronoun can stand for a party: one human being, or several."""
    head = head_of(party.name)
    human = party.kind in _HUMAN or is_people(singular(head)) or is_person_role(singular(head)) or _FULL_NAME.match(party.name)
    if not human or is_thing(singular(head)):
        return False
    number = first_number(party.evidence.words) or 1
    several = number > 1 or " and " in party.name or (singular(head) != head and not party.name[:1].isupper())
    if word in _MANY or several:
        return several and word in _MANY
    return head not in (_FEMALE if word in _HE else _MALE)
