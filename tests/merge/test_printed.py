"""The last key: an event that another of its report may tell already is held back."""

from __future__ import annotations

from collections.abc import Callable

from casus.merge.folding import fold, gather
from casus.merge.gathered import Gathered
from casus.merge.printed import FEW, doubted, is_plain, kinds_of, once_features, seen
from casus.model.claim import Claim
from casus.model.picture import Reading

Read = Callable[..., Reading]

LONG = (
    "A bomb killed six soldiers in Sake on Monday, the army said.\n\nPolice arrested two men in Goma on Tuesday.\n\nThe governor condemned the "
    "bombing and called on the rebels to lay down their arms.\n\nRebels burned a bridge near Masisi on Sunday.\n\nThe blast left a deep hole, a "
    "resident said. Soldiers sealed off the road."
)


def gathered(read_text: Read, text: str = LONG) -> Gathered:
    return gather(read_text(text).claims)[0]


def test_what_is_seen_of_an_event_is_the_same_each_time(read_text: Read) -> None:
    found = gathered(read_text)
    printed = set(found.certain)
    views = {x: seen(found, x, printed, kinds_of(found, printed)) for x in printed}
    assert all(list(once_features(found, x, views[x])) == list(once_features(found, x, views[x])) for x in printed)


def test_no_claim_is_lost_and_none_becomes_certain(read_text: Read) -> None:
    found = gathered(read_text)
    after = doubted(found)
    assert [c.id for c in after] == [c.id for c in found.claims]
    assert not [c for c, d in zip(after, found.claims, strict=True) if c.certain and not d.certain]


def test_an_event_held_back_says_so(read_text: Read) -> None:
    found = gathered(read_text)
    held = [c for c, d in zip(doubted(found), found.claims, strict=True) if d.certain and not c.certain]
    assert all("head: printed" in c.reasons[-1].rule for c in held)


def test_a_report_of_few_events_keeps_them(read_text: Read) -> None:
    text = "Gunmen shot a teacher in Gao on Monday."
    found = gathered(read_text, text)
    assert len(found.certain) <= FEW
    assert doubted(found) == list(found.claims)


def test_two_known_sides_are_plain(read_text: Read) -> None:
    (claim,) = [c for c in read_text("Russia accused Ukraine of shelling the dam on Monday.").claims if c.type == "ACCUSE"]
    assert is_plain([claim])


def test_an_attack_with_its_place_and_day_is_plain_and_one_without_is_not(read_text: Read) -> None:
    for text, plain in (("Gunmen shot a teacher in Gao on Monday.", True), ("Gunmen shot a teacher in Gao.", False)):
        assert is_plain([c for c in read_text(text).claims if c.type == "ASSAULT"]) == plain


def test_groups_hold_every_claim_once(read_text: Read) -> None:
    claims: tuple[Claim, ...] = read_text(LONG).claims
    assert sorted(c.id for g in fold(claims) for c in g.claims) == sorted(c.id for c in claims)
