"""The third key: what a trained head says of an act the rules held back, or were certain of."""

from __future__ import annotations

from collections.abc import Callable

from casus.model.claim import Claim
from casus.model.picture import Reading
from casus.resolve.likely_told import ACTS, BOUNDS, is_weighed, log_odds, weigh_told

Read = Callable[..., Reading]

RAID = (
    "Gunmen attacked a police post in Dorvo on Monday, killing four officers, the police said.\n\nThe army shelled the village of Kesra on Tuesday and "
    "arrested nine men.\n\nIn the attack on the post two civilians were also hurt."
)


def keyed(claims: tuple[Claim, ...]) -> list[tuple[bool, int]]:
    return [(c.certain, c.likely) for c in claims if c.likely is not None]


def test_every_act_of_the_body_is_weighed(read_text: Read) -> None:
    claims = read_text(RAID).claims
    assert claims and all((c.likely is not None) == is_weighed(c) for c in claims)


def test_a_plain_attack_is_likelier_than_an_act_of_another_world(read_text: Read) -> None:
    attack = max(c.likely or 0 for c in read_text(RAID).claims if c.type == "ASSAULT")
    sport = [c.likely or 0 for c in read_text("The striker attacked the far post and shot wide. Rovers clashed with City again.").claims]
    assert attack > max(sport, default=0)


def test_where_the_rules_find_no_act_none_becomes_certain(read_text: Read) -> None:
    found = read_text("Nine hikers died in a storm. The minister thanked the rescuers and opened a bridge.").claims
    assert sum(c.certain for c in found) < ACTS
    assert not [c for c in weigh_told(found) if c.certain and not any(d.certain and d.id == c.id for d in found)]


def test_what_stands_in_another_field_stays_weak(read_text: Read) -> None:
    text = RAID + "\n\nIn the film, which opens on Friday, rebels storm the palace and kill the king."
    assert not [c for c in read_text(text).claims if "palace" in c.act.words and c.certain]


def test_the_likelihood_of_an_unlikely_act_between_two_known_sides_holds_nothing_back(read_text: Read) -> None:
    claims = read_text("Pakistan recognised the Taliban in 1997.").claims
    assert all(c.certain for c in weigh_told(claims) if any(p.id for p in c.actors) and any(p.id for p in c.recipients))


def test_odds_of_an_even_chance_are_none() -> None:
    assert abs(log_odds(-69)) < 0.02
    assert log_odds(0) > 4 > -4 > log_odds(-900)


def test_what_is_promoted_is_likelier_than_what_is_doubted() -> None:
    assert 0 < BOUNDS[0] < 0.5 < BOUNDS[1] < 1


def test_the_same_text_is_weighed_the_same(read_text: Read) -> None:
    assert keyed(read_text(RAID).claims) == keyed(read_text.__wrapped__(RAID).claims)  # type: ignore[attr-defined]
