"""The second key: an act is certain only between parties that can do it and have it done to them (codebook/standing.yaml).

It comes after the parties are identified: "it" may be a government or a bank, "Burhan" a general or a neighbour.
"""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.kinds import capacity_of, is_person_role, singular
from casus.codebook.names import parts, plain
from casus.codebook.standing import Standing, StandingTable, head_of, is_several, load_standing
from casus.model.actor import Party
from casus.model.claim import EVENT_TYPES, Claim
from casus.model.count import Count

_DONORS = frozenset({"igo", "state"})
"""Who gives aid, to whomever."""
_MET = frozenset({"CONSULT", "AGREE", "SUPPORT"})
"""What those who stand for a community do as a body."""
_SITTINGS = frozenset({"talks", "session"})
"""Senses of meeting that tell of one body by itself."""
_AT = frozenset({"at", "during", "in", "after", "before"})
"""What leads a sitting that only says where something else was done."""


def stand(claim: Claim, *, speaks_of_act: bool) -> Claim:
    """The claim, no longer certain where its parties do not bear it out. `speaks_of_act`: its object is another act.

    A type of the user's own has only what its senses need.
    """
    if not claim.certain or claim.type not in EVENT_TYPES:
        return claim
    table = load_standing()
    holds = _violent(claim, table) if claim.type == "ASSAULT" else _political(claim, table, speaks_of_act=speaks_of_act)
    return claim if holds else replace(claim, certain=False).because("certain", "what its parties are does not bear the act out")


def _political(claim: Claim, table: StandingTable, *, speaks_of_act: bool) -> bool:
    doers = _doers(claim, table)
    suffered = _suffered(claim, table, speaks_of_act=speaks_of_act)
    if _are_together(claim, table):
        return True
    if claim.type == "PROTEST" and claim.actors and all(p.kind == "person" and p.id is None and not is_several(p) for p in claim.actors):
        return False
    if claim.type == "THREATEN" and claim.actors and all(_is_analyst(p) for p in claim.actors):
        return False  # "the war will spread, an analyst warned"
    if claim.type == "AID" and not claim.recipients and not any(p.kind in _DONORS for p in claim.actors):
        return False  # "the army sent a helicopter", "the minister treated 50 wounded"
    if claim.type == "MOBILIZE" and claim.actors and all(p.kind in table.civil for p in claim.actors):
        return False  # "churches mobilize"
    act = table.act(claim.type, claim.modes, claim.act.rule)
    return any(table.bears(act, doer, one) for doer in doers for one in suffered)


def _suffered(claim: Claim, table: StandingTable, *, speaks_of_act: bool) -> set[Standing]:
    """How those count whom an act was done to, or what stands in for them."""
    suffered: set[Standing] = {table.of(p) for p in claim.recipients} or {"act" if speaks_of_act else "none"}
    if claim.type == "REQUEST" and suffered == {"nothing"}:
        suffered.add("none")  # "called for the bill to be dropped": what is asked for, not whom
    if "arrest" in claim.modes and (_some(claim.captured) or any(_are_others(p) for p in claim.recipients)):
        suffered.add("people")
    if not claim.recipients and not speaks_of_act and {"arrest", "release"} & set(claim.modes) and _is_of_a_day(claim):
        suffered.add("people")  # "they were released on 13 February", "an arrest was made on Friday"
    if not claim.recipients and claim.act.rule in table.borne:
        suffered.add("public")  # "an arrest was made", "all marches were banned"
    if any(table.by_kind.get(p.kind) == "body" and is_person_role(singular(head_of(p.evidence.words))) for p in claim.recipients):
        suffered.add("people")  # "a journalist was charged"
    if claim.type == "CONSULT" and any(table.is_spokesman(p) for p in claim.recipients):
        suffered.add("body")
    return suffered


def _doers(claim: Claim, table: StandingTable) -> set[Standing]:
    """How those who do it count."""
    doers: set[Standing] = {table.of(p) for p in claim.actors} or {"none"}
    if "arrest" in claim.modes and any(singular(head_of(p.evidence.words)) in table.arresting for p in claim.actors):
        doers.add("public")  # "officers detained a teacher"
    if claim.type in _MET and any(table.is_spokesman(p) for p in claim.actors):
        doers.add("body")
    return doers


def _are_together(claim: Claim, table: StandingTable) -> bool:
    """Whether those who meet or agree are both sides ("the foreign ministers", "elders of both clans"), or sit as one ("the cabinet")."""
    if claim.type in table.mutual and not claim.recipients and sum(table.of(p) in {"public", "leader"} for p in claim.actors) > 1:
        return True  # "accused each other"
    public = [p for p in claim.actors if table.of(p) in {"public", "leader"} or table.is_community(p)]
    if claim.type in table.together and (len(public) > 1 or any(is_several(p) for p in public)):
        return True
    setting = claim.act.words.split(" ", 1)[0].lower() in _AT  # "at a meeting of the council, ministers decided"
    return claim.act.rule in _SITTINGS and not setting and not claim.recipients and any(table.is_assembly(p) for p in claim.actors)


def _is_dated(claim: Claim) -> bool:
    """Whether its own words say when, not only that it was before publication ("launched its invasion in February 2022")."""
    return claim.date is not None and claim.date.evidence is not None and claim.date.precision != "bounded"


def _is_of_a_day(claim: Claim) -> bool:
    return _is_dated(claim) and claim.date is not None and claim.date.precision == "day"


def _is_analyst(party: Party) -> bool:
    return any(capacity_of(party.name, singular(plain(w)), party.kind) == "analyst" for w in parts(party.evidence.words))


def _are_others(party: Party) -> bool:
    """ "Killed two rebels and detained several others": people, as those named before."""
    return head_of(party.evidence.words) == "others"


def _violent(claim: Claim, table: StandingTable) -> bool:
    """Violence: harm to people, a weapon with somebody or something hit, an armed doer, or people hit by somebody not in office."""
    harm = any(_some(c) for c in (claim.killed, claim.injured, claim.killed_or_injured, claim.captured))
    hit = {"people" if _is_somebody(p, table) else table.of(p) for p in claim.recipients}
    armed = any(p.kind in table.armed for p in claim.actors)
    if len({p.id or p.name for p in claim.actors if p.kind in table.armed}) > 1:
        return True  # "fighting between soldiers and rebels": each is whom the other hits
    solid = bool(hit - {"nothing"})
    if harm or (armed and (solid or claim.place is not None or bool(claim.modes))):
        return True
    if _is_dated(claim) and any(p.kind in table.armed and p.id is not None for p in claim.actors):
        return True  # "Russia launched its invasion in February 2022"
    placed = claim.place is not None and not claim.recipients
    if claim.modes:
        return solid or placed
    if _only_words(claim, table) or (claim.actors and all(table.of(p) == "nothing" for p in claim.actors)):
        return False
    return solid or placed


def _is_somebody(party: Party, table: StandingTable) -> bool:
    """People, whoever they are, or a part of them ("her face", not "his own foot")."""
    if party.kind == "civilians" or plain(party.name) in table.indefinite:
        return True
    return singular(head_of(party.name)) in table.limbs and "own" not in parts(party.evidence.words)


def _only_words(claim: Claim, table: StandingTable) -> bool:
    """Whether all who do it are bodies or persons in public life: they attack in words ("the senator attacked the judge")."""
    return bool(claim.actors) and all(p.kind in table.civil or p.kind == "person" or _in_office(p) for p in claim.actors)


def _in_office(party: Party) -> bool:
    """A minister or a senator, not the government as a body."""
    return party.kind == "government" and any(is_person_role(singular(plain(w))) for w in parts(party.evidence.words))


def _some(count: Count | None) -> bool:
    return count is not None and (count.high is None or count.high > 0)
