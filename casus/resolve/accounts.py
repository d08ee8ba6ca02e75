"""Accounts beside the attack they speak of: who blames somebody for it, gives its toll, tells of those who did it, is one more voice of it.

The words of an account tell no act of their own, so they change nothing but who is listed: not the status, no figure, no party.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.occasions import load_occasions
from casus.coding.speech.accounts import Account, Sign
from casus.model.claim import Claim, Source
from casus.model.text import Sentence
from casus.resolve.contesting import as_contesting
from casus.resolve.denials import same_body
from casus.resolve.mentions import is_mention

_REACH = {"attack": 8, "deed": 3, "doers": 5, "toll": 8, "counted": 4, "trace": 3, "taken": 4, "blame": 2, "own": 2, "they": 1, "next": 1}
"""How many sentences back each sign may point."""
_FAR, _PARAGRAPHS = 7, 2
"""How many sentences and paragraphs back an attack may stand that is the only one told so far: so near, nine of ten spoke of it."""
_POINTING = frozenset({"attack", "doers", "toll", "counted", "taken"})
"""Signs that point back however far, where one attack is told."""
_EYES = frozenset({"witness", "medic"})
"""Who tells in the first person of what happened to him."""


def with_accounts(claims: Sequence[Claim], accounts: Sequence[tuple[Account, Source]], sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """The claims with those who speak of each besides: the attack told last that an account's words can mean.

    Where they can mean none for certain, who speaks stands `after` the attack told last: its voice if that is the only one so far.
    """
    out = list(claims)
    for account, source in accounts:
        if _tells_itself(claims, account, source):
            continue
        meant = [k for k, c in enumerate(claims) if any(_is_meant(c, sign, account.sentence, source, sentences) for sign in account.signs)]
        nearest = max((claims[k].sentence for k in meant), default=None)
        for k in meant:
            if claims[k].sentence == nearest and not _speaks(out[k], source):
                voice = as_contesting(out[k], source, sentences[account.sentence])
                out[k] = replace(out[k], besides=(*out[k].besides, voice))
        last = _told_last(claims, account, source, sentences) if not meant else None
        if last is not None:
            out[last] = replace(out[last], after=(*out[last].after, source))
    return tuple(out)


def _told_last(claims: Sequence[Claim], account: Account, source: Source, sentences: Sequence[Sentence]) -> int | None:
    """The attack told last before an account that turns to no other, in the news: near it, or wherever its words point back."""
    if load_occasions().turning & {t.lemma.lower() for t in sentences[account.sentence].tokens}:
        return None
    before = [k for k, c in enumerate(claims) if is_attack(c) and c.act.end <= source.evidence.start and c.sentence <= account.sentence]
    last = max(before, key=lambda k: claims[k].act.start, default=None)
    if last is None or claims[last].layer != "news" or _is_others(claims[last], source):
        return None
    apart = sentences[account.sentence].paragraph - sentences[claims[last].sentence].paragraph
    near = account.sentence - claims[last].sentence <= _FAR and apart <= _PARAGRAPHS
    return last if near or any(s.kind in _POINTING for s in account.signs) else None


def is_attack(claim: Claim) -> bool:
    """Whether an account is printed as one attack of the text."""
    return claim.type == "ASSAULT" and claim.certain and not (claim.heading or claim.aggregate)


def _is_deed(claim: Claim, sign: Sign) -> bool:
    """Whether a noun for one kind of deed speaks of one told as such."""
    if not claim.certain or claim.heading or claim.aggregate:
        return False
    return any(claim.type == kind and (not modes or modes & {*claim.modes}) for kind, modes in load_occasions().deeds[sign.word])


def _tells_itself(claims: Sequence[Claim], account: Account, source: Source) -> bool:
    """Whether an account is that of an act of its own sentence already; one without a pointing word, of any act."""
    own = [c for c in claims if c.sentence == account.sentence and _speaks(c, source)]
    return any(c.type == "ASSAULT" and c.certain for c in own) or (bool(own) and all(s.kind == "next" for s in account.signs))


def _speaks(claim: Claim, source: Source) -> bool:
    return any(same_body(s.name, source.name) or (s.id is not None and s.id == source.id) for s in (*claim.sources, *claim.besides))


def _is_meant(claim: Claim, sign: Sign, sentence: int, source: Source, sentences: Sequence[Sentence]) -> bool:
    before = sentence > claim.sentence or claim.act.end <= source.evidence.start
    if not before or sentence - claim.sentence > _REACH[sign.kind]:
        return False
    if not (_is_deed(claim, sign) if sign.kind == "deed" else is_attack(claim)):
        return False
    beside = sentences[sentence].paragraph == sentences[claim.sentence].paragraph
    if claim.layer != "news" and (not beside or sign.kind == "next"):
        return False
    return _may_tell(claim, sign, source, beside=beside) and _by_means(sign, claim, sentences) and _by_name(sign, claim, sentences)


def _may_tell(claim: Claim, sign: Sign, source: Source, *, beside: bool) -> bool:
    """What each sign asks for besides nearness."""
    match sign.kind:
        case "own":
            return source.capacity in _EYES
        case "toll" | "counted":
            return any((claim.killed, claim.injured, claim.killed_or_injured))
        case "next":
            return beside and not is_mention(claim) and not _is_others(claim, source)
        case _:
            return True


def _is_others(claim: Claim, source: Source) -> bool:
    """ "The army shot villagers, the UN said. Burundi denied it.": who denies what another is said to have done is no voice of it."""
    doers = {i for p in claim.actors for i in (p.id, *p.parents) if i}
    return source.stance == "denies" and bool(doers) and source.id not in doers


def _by_means(sign: Sign, claim: Claim, sentences: Sequence[Sentence]) -> bool:
    """ "The shooting" is no bombing."""
    mode = load_occasions().means.get(sign.word) if sign.kind in {"attack", "trace"} else None
    if mode is None or not claim.modes or mode in claim.modes:
        return True
    return any(t.lemma.lower() == sign.word for t in sentences[claim.sentence].tokens)


def _by_name(sign: Sign, claim: Claim, sentences: Sequence[Sentence]) -> bool:
    """ "The Sake attack" was in Sake, "Sunday's bombing" on Sunday."""
    told = {t.text for t in sentences[claim.sentence].tokens}
    place = claim.place or claim.scene
    told |= {*place.name.split(), *(w for unit in place.within for w in unit.split())} if place is not None else set()
    return not sign.of or bool(told & {*sign.of})
