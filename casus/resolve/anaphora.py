"""Pointing back: "condemned the attacks", "rejected that", "demanded their release" concern whoever did or said what was told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.standing import head_of
from casus.coding.acts.filling import VERBAL
from casus.coding.acts.spoken_of import About, load_spoken
from casus.coding.claims import Told
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.text import Sentence
from casus.resolve.earlier import is_kin

_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_TAKING = frozenset({"arrest", "abduct", "seize"})
_STRIKING = frozenset({"ASSAULT"})
_BLASTS = frozenset({"explosives", "aerial", "heavy-weapons", "drone", "suicide-attack"})
_FORCES = frozenset({"military", "police"})
_ARMED = frozenset({"armed-group", "militia", "unnamed-armed"})
_TURNED_AWAY = frozenset({"REQUEST", "AGREE", "CONCEDE", "CONSULT", "COOPERATE", "SUPPORT", "SANCTION", "THREATEN", "REJECT"})
"""What is turned away by an act; whoever turns away an accusation or an account denies it."""
_DENYING = frozenset({"reject", "dismiss"})
"""Verbs that turn away what was said; who "turned it down" or "will not accept it" was asked or offered something."""
_REACH = 12
"""How many sentences back the act may stand."""
_SOON = 4
"""How many, where "the offer" points back to what was said; "that" is what was said right before."""
_LEAST = 3
"""Letters of a word that marks an act."""
_KNOWN = frozenset(
    "that this these those their such both the and against with from for two three deadly last his her its".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def point_back(told: Sequence[Told], sentences: Sequence[Sentence]) -> list[Told]:
    """Give acts in words that speak of another act whoever did it as their recipient, if what was told before names one.

    He is not the speaker itself; his words stay those of the earlier passage, with the reason.
    """
    out: list[Told] = []
    for item in told:
        if _is_denying(out, item, sentences):
            denial = replace(item.claim, certain=False).because("certain", "turns away what was said: a denial, and no act")
            out.append(replace(item, claim=denial))
            continue
        if item.speaks_of_act or (item.about is not None and _names_nobody(item.claim, item.about)):
            found, unsaid = _as_before(out, item) if _is_it(item.about) else _doers(out, item, sentences)
            unsaid = (*unsaid, *_named_here(told, item))
            claim = replace(item.claim, recipients=found or item.claim.recipients, about=unsaid)
            item = replace(item, claim=claim, speaks_of_act=item.speaks_of_act and not found)  # noqa: PLW2901
        out.append(item)
    return out


def _is_denying(before: Sequence[Told], item: Told, sentences: Sequence[Sentence]) -> bool:
    """ "The minister rejected that", after an accusation or a report and no demand, offer, plan or ruling."""
    about = item.about
    if item.claim.type != "REJECT" or item.claim.lemma not in _DENYING or about is None or about.kind != "said" or about.lemma:
        return False
    said = next((c for c in _candidates([t.claim for t in before], item, sentences)), None)
    return said is None or said.type not in _TURNED_AWAY


def _names_nobody(claim: Claim, about: About) -> bool:
    """Whether an act in words has no recipient yet but the words for what it speaks of."""
    return all(p.id is None and is_kin(head_of(p.name), about.lemma) for p in claim.recipients)


def _doers(before: Sequence[Told], item: Told, sentences: Sequence[Sentence]) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """Who did the act spoken of: of those told before, the last that it can be and whose doer is named; nearer ones told without one."""
    unsaid: list[str] = []
    for claim in _candidates([t.claim for t in before], item, sentences):
        doers = claim.actors or _beside(claim, before)
        if doers:
            return accused(doers, item.claim, claim), tuple(unsaid)
        unsaid.append(claim.id)
    return (), tuple(unsaid)


def _is_it(about: About | None) -> bool:
    """ "Also condemned it"."""
    return about is not None and about.kind == "violence" and not about.lemma


def _as_before(before: Sequence[Told], item: Told) -> tuple[tuple[Party, ...], tuple[str, ...]]:
    """ "France condemned the raid. Spain also denounced it": whom the condemnation right before it concerns."""
    near = (t.claim for t in reversed(before) if item.claim.sentence - t.claim.sentence <= 1 and t.claim.certain)
    last = next((c for c in near if not c.heading), None)
    if last is None or last.type != "ACCUSE" or item.claim.type != "ACCUSE":
        return (), ()
    own = {p.id or p.name for p in item.claim.actors}
    return tuple(p for p in last.recipients if (p.id or p.name) not in own), last.about


def _named_here(told: Sequence[Told], item: Told) -> tuple[str, ...]:
    """ "Condemned the bombing of the bus": the act as the same sentence names it, whose other accounts may say who did it."""
    if item.about is None or not item.about.lemma or item.claim.type != "ACCUSE":
        return ()
    here = (t.claim for t in told if t.claim.sentence == item.claim.sentence and _is_force(replace(t.claim, certain=True), _FORCE))
    return tuple(c.id for c in here if is_kin(c.lemma, item.about.lemma))


def _beside(claim: Claim, before: Sequence[Told]) -> tuple[Party, ...]:
    """ "Two guards were killed when gunmen ambushed their car": the doers of the only attack told in the same sentence; no captors."""
    others = (t.claim for t in before if t.claim.sentence == claim.sentence and t.claim.layer == claim.layer)
    found = [c for c in others if _is_force(c, _STRIKING) and c.actors and not (is_of_fighters(c) or set(c.modes) & _TAKING)]
    return found[0].actors if len(found) == 1 else ()


def accused(doers: Sequence[Party], speaking: Claim, spoken_of: Claim) -> tuple[Party, ...]:
    """The doers of the act that a claim speaks of, with the reason; never the speaker itself."""
    own = {i for p in speaking.actors for i in (p.id or p.name, *p.parents) if i}
    reason = f"actor of the act spoken of ({spoken_of.act.words})"
    others = (p for p in doers if (p.id or p.name) not in own and not own & set(p.parents))
    return tuple(replace(p, reason=f"{p.reason}; {reason}" if p.reason else reason) for p in others)


def _candidates(before: Sequence[Claim], item: Told, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    about, here = item.about, item.claim.sentence
    far = [c for c in reversed(before) if not c.heading and not c.aggregate and c.status != "denied"]
    near = [c for c in far if here - c.sentence <= _REACH]
    if about is None:
        found = [c for c in near if _is_force(c, _STRIKING) and c.actors][:1]
        yield from (c for c in found if any(p.id for p in c.actors))
    elif about.kind == "said":
        told = (c for c in near if (not about.lemma and c.type in VERBAL) or c.type in about.types)
        yield from (c for c in told if c.actors and here - c.sentence <= (_SOON if about.lemma else 1))
    elif about.kind == "freeing":
        yield from (c for c in near if c.certain and set(c.modes) & _TAKING and c.actors)
    else:
        yield from _of_force(far, near, about, sentences)


def _of_force(far: Sequence[Claim], near: Sequence[Claim], about: About, sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Acts of force that "the raid" may be: told by its stem, and with the other words it goes by ("the courthouse attack")."""
    marks = {w for w in _WORD.findall(about.words.lower()) if len(w) >= _LEAST and w not in _KNOWN and not is_kin(w, about.lemma)}
    types = _FORCE if about.kind in {"force", "same"} else _STRIKING
    force = [c for c in (far if marks else near) if _is_force(c, types)]
    alike = [c for c in force if is_kin(c.lemma, about.lemma)]
    struck = [c for c in force if about.kind == "force" or not (set(c.modes) & _TAKING or is_of_fighters(c))] or force
    struck = [c for c in struck if c.killed is not None or is_kin(c.lemma, about.lemma)] if about.kind == "killing" else struck
    struck = [c for c in struck if not _is_by_other_means(c, about)]
    found = alike if about.kind == "same" or (about.kind == "kind" and alike and not marks) else struck
    told = [c for c in found if not marks or marks & set(_WORD.findall(_told_of(c).lower()))]
    yield from told
    beside = (c for c in found if marks and c not in told)
    yield from (c for c in beside if marks & {t.text.lower() for t in sentences[c.sentence].tokens})


def _is_by_other_means(claim: Claim, about: About) -> bool:
    """ "Condemned the bombing": not a shooting, nor houses set on fire."""
    return about.lemma in load_spoken().blasting and bool(claim.modes) and not set(claim.modes) & _BLASTS


def is_of_fighters(claim: Claim) -> bool:
    """ "Troops killed five rebels": hardly what somebody condemns as the attack or the killings."""
    sides = (claim.actors, _FORCES), (claim.recipients, _ARMED)
    return all(parties and all(p.kind in kinds for p in parties) for parties, kinds in sides)


def _is_force(claim: Claim, types: frozenset[str]) -> bool:
    return claim.type in types and claim.certain and "crowd-control" not in claim.modes


def _told_of(claim: Claim) -> str:
    place = claim.place.evidence.words if claim.place is not None else ""
    return " ".join((claim.act.words, place, *(p.evidence.words for p in claim.recipients)))
