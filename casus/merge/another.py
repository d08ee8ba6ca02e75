"""Another: what in one report says that an act is not the one told before it, though side, day and town agree.

Whoever strikes back is not who struck; a second bomb is not the first; he who shot others and then himself did two things; what
hit both towns is not what hit one. None of this holds between reports, where words differ by outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casus.codebook.harm import TOLLS
from casus.coding.acts.earlier import EARLIER
from casus.coding.harm.harmed import MANY
from casus.merge.findings import overlap, place_finding
from casus.merge.sight import ANYBODY, head_word, in_order, is_within_a_fight, points_back, stem
from casus.model.actor import Party
from casus.model.claim import Claim

CAME_BEFORE = "told as what came before it"
"""The veto between an act and what its sentence tells as having come before it."""
_FIGHTS = frozenset({"firefight", "clash"})
_VIOLENT = frozenset({"ASSAULT", "COERCE"})
GUARDS = frozenset({"police", "military", "intelligence"})
OUTLAWS = frozenset({"unnamed-armed", "armed-group", "militia"})
_STRUCK_FIRST = frozenset(
    "attacker assailant gunman shooter assassin killer kidnapper hijacker robber raider bomber insurgent militant".split()
)
"""Words for those who struck before; definite, they point back to the doers of an attack told already."""
_DEFENDERS = frozenset({"vigilante", "guard", "hunter", "volunteer", "defender"})
"""Armed people who stand against those who attack a place."""
_SHARE = re.compile(r"^(?:(?:at least|all|some|most|several|many|[\w-]+) )?of (?:the|its|their|his|these|those) ", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:(?:[\w-]+ )?of )?(?:the|its|their|his|her|these|those|this|that|he|she|they|it|all|both)\b", re.IGNORECASE)
_INDEFINITE = re.compile(r"^(?:\w+ )?(?:an?|another|some)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:minutes?|(?:an |half an )?hours?|days?|weeks?|months?) (?:later|earlier|afterwards|after that)\b"
    r"|\b(?:soon|shortly|moments|minutes|hours|immediately) after (?:the|this|that) "
    r"(?:attack|blast|explosion|bombing|raid|ambush|shooting|strike)\b"
    r"|\b(?:the )?(?:next|following) (?:day|morning|night)\b|\b(?:separate(?:ly)?|elsewhere)\b"
    r"|\bin (?:revenge|retaliation|reprisal|response|return)\b"
    r"|\b(?:an?|the) (?:alleged |apparent |suspected )?(?:revenge|reprisal|retaliatory)\b|\b(?:returned|answered) fire\b|\bfired back\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"\b(?:returned|answered) fire\b|\bfired back\b", re.IGNORECASE)
_NEXT = re.compile(r"^(?:in |at )?(?:another|(?:a|the) (?:second|third|fourth|fifth|further|separate))\b", re.IGNORECASE)
_BEFORE_IT = re.compile(r"^earlier(?:,| (?:on|in|that|the|this|today|yesterday|\w+day)\b)", re.IGNORECASE)
_AFTERMATH = re.compile(
    r"\b(?:in|during) (?:an?|the|a hot|hot) ?(?:[\w-]+ )?(?:follow-?up|pursuit|chase|manhunt)\b(?: (?:operation|raid|strike)s?)?"
    r"|\bin (?:hot )?pursuit\b|\b(?:struck|attacked|hit|bombed|shelled|raided) again\b",
    re.IGNORECASE,
)
"""What is done to those who struck, once they had; or by them once more."""
_SHOT_DOWN = re.compile(r"\b(?:drones?|missiles?|rockets?|projectiles?)\b", re.IGNORECASE)
_HIMSELF = re.compile(r"\b(?:himself|herself|themselves)\b(?! up)", re.IGNORECASE)
_HAD = re.compile(r"^(?:they|he|she|it) (?:had|have|has)\b", re.IGNORECASE)
_BY_OWN_HAND = frozenset({"shoot", "kill", "stab", "hang", "turn", "take"})
_SERIES = re.compile(
    r"^(?:at least )?(?:two|three|four|five|six|seven|eight|nine|ten|twin|several|multiple|a (?:series|spate|wave|string) of) "
    r"(?:[\w-]+ ){0,2}?([\w-]+)s\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:both|all|the (?:two|three|four|five|six|seven|eight|nine|ten|twin)) (?:[\w-]+ )?([\w-]+)s\b", re.IGNORECASE)


_PRONOUNS = frozenset({"he", "him", "she", "her", "they", "them", "it"})


def another(a: Claim, b: Claim) -> str | None:
    """Why two acts of one report are two, or None where nothing says so; in either order."""
    if a.report == b.report and a.item != b.item and a.item and b.item and not _is_same_again(a, b):
        return "told in two entries of a list"
    if a.report != b.report or a.type not in _VIOLENT or a.heading or b.heading:
        return None
    return next(_reasons(*in_order(a, b)), None)


def _is_same_again(a: Claim, b: Claim) -> bool:
    """Whether two entries name the same place or the same victims, and no two days."""
    found = place_finding(a.place, b.place)
    same = (found is not None and found.value == 1) or (overlap(a.recipients, b.recipients) is True and found is None)
    return same or (points_back(max(a, b, key=lambda c: c.act.start)) and (found is None or found.value > 0))


def _reasons(first: Claim, second: Claim) -> Iterator[str]:
    if not is_within_a_fight(second) and (struck_back(first, second) or struck_back(second, first)):
        yield "those who struck in one were struck in the other"
    if points_back(second) and first.sentence != second.sentence:
        return
    if _by_own_hand(first) != _by_own_hand(second):
        yield "done to himself, and to others"
    if _other_hands(first, second) and not _same_victims(first, second):
        yield "other hands"
    if second.act.rule not in TOLLS and second.act.start != first.act.start and _is_next(second) and not _retells(first, second):
        yield "told as a further act"
    if first.sentence != second.sentence and _is_aftermath(second) and not _is_aftermath(first):
        yield "told as what came after it"
    if (_carries_off(first) and _hurts(second)) or (_carries_off(second) and _hurts(first)):
        yield "people carried off, and others struck"
    yield from (why for x, y in ((first, second), (second, first)) for why in _whichever_comes_first(x, y))
    if first.sentence == second.sentence and _came_before(first, second):
        yield CAME_BEFORE
    if _is_several(first) and not _is_several(second) and second.act.rule not in TOLLS:
        yield "one attack of several"
    apart = first.act.start != second.act.start
    if first.sentence == second.sentence and apart and points_back(first) and is_indefinite(second):
        yield "told beside an attack known already"


def _whichever_comes_first(a: Claim, b: Claim) -> Iterator[str]:
    if _downs_only(a) and a.act.rule != b.act.rule and (b.killed or b.injured):
        yield "those hurt, and what was shot down"
    if _is_of_several(a) and is_indefinite(b):
        yield "one attack against several"


def _downs_only(claim: Claim) -> bool:
    """Whether all that was struck is drones or missiles, shot down."""
    return is_air_defence(claim) and bool(claim.recipients) and all(_SHOT_DOWN.search(p.evidence.words) for p in claim.recipients)


def _came_before(first: Claim, second: Claim) -> bool:
    """ "They had shot a judge", "after a blast killed two": of two acts of one sentence one came before the other."""
    had = _HAD.search(second.act.words) is not None and _HAD.search(first.act.words) is None
    return had or _is_earlier(first) != _is_earlier(second)


def _is_earlier(claim: Claim) -> bool:
    return any(r.field == "act" and r.rule == EARLIER for r in claim.reasons)


def _retells(first: Claim, second: Claim) -> bool:
    """Whether fire that is returned is that of the lead told again ("killed two rebels ... returned fire, killing the two rebels")."""
    if _ANSWER.search(second.act.words) is None or _is_fought(first, second):
        return False
    if overlap(first.actors, second.actors) is False and not all(is_definite(p) for p in second.actors):
        return False  # "the patrol" is whoever was told of, under whatever name
    shared = bool(heads(first.recipients) & heads(second.recipients))
    return shared or (_toll(first) is not None and _toll(first) == _toll(second))


def answers_lead(a: Claim, b: Claim) -> bool:
    """ "Troops killed two rebels in Gao ... The patrol came under fire and returned fire, killing two rebels": the same dead."""
    first, second = in_order(a, b)
    if a.type != "ASSAULT" or a.sentence == b.sentence or not _retells(first, second) or not _kinds(second.actors) <= GUARDS:
        return False
    crowds = all(any(MANY.search(p.evidence.words) for p in c.recipients) for c in (first, second))
    same = _toll(first) == _toll(second) and ((_toll(first) or 0) > 1 or (_toll(first) is None and crowds))
    return same and bool(heads(first.recipients) & heads(second.recipients))


def _is_fought(first: Claim, second: Claim) -> bool:
    """Whether the first struck those who answer."""
    return bool(heads(first.recipients) & heads(second.actors)) or overlap(first.recipients, second.actors) is True


def _toll(claim: Claim) -> int | None:
    return claim.killed.best if claim.killed is not None else None


def heads(parties: Sequence[Party]) -> frozenset[str]:
    """The nouns of parties in the singular; of "three of the gunmen" the gunmen."""
    return frozenset(head_word(_SHARE.sub("", p.evidence.words)) for p in parties) - {""}


def is_indefinite(claim: Claim) -> bool:
    """Whether an act's words open as something new: "a blast", "another raid"."""
    return _INDEFINITE.search(claim.act.words) is not None


def is_further_told(claim: Claim) -> bool:
    """Whether an act's words set it after another: "hours later", "in retaliation", "elsewhere"."""
    return _LATER.search(claim.act.words) is not None


def is_definite(party: Party) -> bool:
    """Whether a party is pointed at as known: "the attackers", "one of the gunmen", "he"."""
    return _DEFINITE.search(party.evidence.words) is not None


def struck_back(a: Claim, b: Claim) -> bool:
    """Whether all whom `b` harmed are those who struck in `a`."""
    if not b.recipients or b.type != "ASSAULT" or overlap(a.recipients, b.recipients) is True or overlap(a.actors, b.actors) is True:
        return False
    if _are_doers_again(a, b):
        return True
    struck, doers = heads(b.recipients), heads(a.actors or a.doers)
    if not a.recipients and (len(doers) > 1 or a.act.rule in _FIGHTS):
        return False  # both sides of a battle
    if struck and struck <= doers and not struck & ANYBODY and not heads(a.recipients) & struck:
        return True
    known = bool(struck) and struck <= _STRUCK_FIRST and all(is_definite(p) for p in b.recipients)
    if known and a.recipients and a.act.start < b.act.start:
        return not heads(a.recipients) & struck
    return _is_harm_of_doers_kind(a, b)


def _are_doers_again(a: Claim, b: Claim) -> bool:
    """ "A man stabbed two nuns before he was shot", "before being shot": whoever did the one by the same words underwent the other."""
    starts, names = {p.evidence.start for p in a.actors}, {_bare(p.name) for p in a.actors} - {_bare(p.name) for p in a.recipients}
    return bool(a.recipients) and all(
        p.evidence.start in starts or (p.evidence.words.lower() in _PRONOUNS and _bare(p.name) in names) for p in b.recipients
    )


def _bare(name: str) -> str:
    return name.lower().removeprefix("a ").removeprefix("an ").removeprefix("the ")


def _is_harm_of_doers_kind(a: Claim, b: Claim) -> bool:
    """Whether `b`, told without a doer, befell such as struck in `a`: police fired and hit no police."""
    if b.actors or not a.actors or not a.recipients or heads(b.recipients) & _DEFENDERS:
        return False
    did, hit, struck = (_kinds(side) for side in (a.actors, a.recipients, b.recipients))
    return any(did <= kind and struck <= kind and not hit & kind for kind in (GUARDS, OUTLAWS))


def _kinds(parties: Sequence[Party]) -> frozenset[str]:
    return frozenset(p.kind for p in parties)


def _other_hands(first: Claim, second: Claim) -> bool:
    """Whether the doers of one are soldiers or police and those of the other are not, or both sides go by other nouns."""
    if not first.actors or not second.actors or overlap(first.actors, second.actors) is True:
        return False
    one, other = _kinds(first.actors), _kinds(second.actors)
    if one <= OUTLAWS and other <= GUARDS:
        return True
    new = not any(is_definite(p) for p in second.actors)
    return new and ((one <= GUARDS and other <= OUTLAWS) or _both_sides_differ(first, second))


def _both_sides_differ(first: Claim, second: Claim) -> bool:
    """ "Bandits killed seven farmers. Vigilantes killed seven herders": other doers and other victims, none of them known before."""
    if any(p.id for p in (*first.actors, *second.actors)) or any(is_definite(p) for p in second.recipients):
        return False
    pairs = ((heads(first.actors), heads(second.actors)), (heads(first.recipients), heads(second.recipients)))
    return all(x - ANYBODY and y - ANYBODY and not x & y for x, y in pairs)


def _same_victims(first: Claim, second: Claim) -> bool:
    """Whether the two name the same victims, so that they quarrel only about who did it."""
    if overlap(first.recipients, second.recipients) is True:
        return True
    told = bool(second.sources) and {s.name for s in first.sources} != {s.name for s in second.sources}
    return told and any(
        (x := getattr(first, f)) is not None and (y := getattr(second, f)) is not None and x.best == y.best for f in ("killed", "injured")
    )


def _by_own_hand(claim: Claim) -> bool:
    return claim.lemma in _BY_OWN_HAND and _HIMSELF.search(claim.act.words) is not None


def _is_aftermath(claim: Claim) -> bool:
    return claim.type == "ASSAULT" and _AFTERMATH.search(claim.act.words) is not None


def is_air_defence(claim: Claim) -> bool:
    """ "Shot down 19 of 24 drones. Four people died in Kharkiv": nobody dies of what was shot down."""
    return claim.act.rule == "shooting-down" and _SHOT_DOWN.search(claim.act.words) is not None


def _carries_off(claim: Claim) -> bool:
    """Whether people are abducted, not fighters taken prisoner in a fight."""
    return claim.modes == ("abduct",) and claim.act.rule in {"abduction", "led-away"}


def _hurts(claim: Claim) -> bool:
    """Whether people are killed or hurt, or things burnt; a raid as such may be the one in which people were carried off."""
    return not _carries_off(claim) and (claim.killed is not None or claim.injured is not None or "destroy" in claim.modes)


def _is_next(claim: Claim) -> bool:
    """Whether an act is told as the next one: "hours later", "a second bomb"; not "a second man was shot"."""
    if not (claim.recipients or claim.actors or claim.place or claim.killed or claim.injured):
        return False
    if is_further_told(claim) or (_BEFORE_IT.search(claim.act.words) and claim.killed is not None):
        return True  # "Earlier that day a grocer was shot dead in Wister"
    found = _NEXT.search(claim.act.words)
    return found is not None and not any(p.evidence.start <= claim.act.start + found.end() <= p.evidence.end for p in claim.recipients)


def _is_several(claim: Claim) -> bool:
    """ "Two attacks killed 18 people", "a series of strikes": several acts told as one."""
    found = _SERIES.search(claim.act.words)
    return found is not None and stem(found[1]) == stem(claim.lemma)


def _is_of_several(claim: Claim) -> bool:
    """ "Seven people died in the two blasts": the harm of several attacks of one noun."""
    return any(stem(m[1]) == stem(claim.lemma) for m in _SEVERAL.finditer(claim.act.words))
