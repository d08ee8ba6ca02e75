"""The rules behind a merge: pairs of claims, and the toll of several voices."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.coding.harm.harmed import ONE_BY_ONE
from casus.merge import Told, merge
from casus.merge.findings import overlap
from casus.merge.group import Group
from casus.merge.pairs import score
from casus.merge.reconcile import reconcile
from casus.model.actor import Party
from casus.model.claim import STATUSES, Capacity, Claim, Source
from casus.model.count import Count
from casus.model.event import Event
from casus.model.picture import Reading
from casus.model.place import Place
from casus.model.text import Evidence
from casus.model.when import DateRange

DAY = date(2024, 12, 23)


def words(field: str, text: str, report: str = "r1", start: int = 0) -> Evidence:
    return Evidence(field, report, start, start + len(text), text)


def claim(report: str = "r1", start: int = 0, **changes: object) -> Claim:
    made = Claim(report, 0, "ASSAULT", (), Evidence("act", report, start, start + 7, "shelled", "shelling"), "asserted")
    return replace(made, **changes)  # type: ignore[arg-type]


def party(name: str, report: str = "r1", **more: object) -> Party:
    return Party(name, words("actor", name, report), **more)  # type: ignore[arg-type]


def on(day: date, report: str = "r1") -> DateRange:
    return DateRange(day, day, "day", "stated", words("date", "Monday", report))


def place(name: str, report: str = "r1", within: tuple[str, ...] = ()) -> Place:
    return Place(name, words("place", name, report), id=f"gaz:{name}", within=within, precision_ucdp=1)


def dead(n: int, report: str = "r1") -> Count:
    return Count(n, n, n, words("killed", str(n), report))


def voice(name: str, capacity: Capacity, report: str = "r1", **more: object) -> Source:
    return Source(name, capacity, "said", "asserts", words("source", name, report), **more)  # type: ignore[arg-type]


def events(claims: Iterable[Claim], **published: date | None) -> tuple[Event, ...]:
    days = published or {"r1": DAY, "r2": DAY, "r3": DAY}
    return merge(list(claims), {report: Told(day, report) for report, day in days.items()}).events


def test_different_types_never_merge() -> None:
    assert score(claim(), claim(type="AID")).veto


def test_different_days_never_merge() -> None:
    assert score(claim(date=on(DAY)), claim(date=on(date(2024, 12, 25)))).veto


def test_different_places_never_merge() -> None:
    assert score(claim(place=place("Goma")), claim(place=place("Beni"))).veto


def test_a_town_and_its_region_may_be_one_place() -> None:
    assert score(claim(place=place("Goma", within=("North Kivu",))), claim(place=place("North Kivu"))).veto is None


def test_known_different_actors_never_merge() -> None:
    assert score(claim(actors=(party("M23", id="m23"),)), claim(actors=(party("ADF", id="adf"),))).veto


def test_an_unknown_actor_matches_any() -> None:
    assert score(claim(actors=(party("M23", id="m23"),)), claim(actors=(party("gunmen"),))).veto is None


def test_one_act_and_a_total_never_merge() -> None:
    assert score(claim(), claim(aggregate=True)).veto


def test_a_shared_word_is_no_shared_actor() -> None:
    assert overlap([party("Afghan Taliban", id="afg-taliban")], [party("Pakistani Taliban", id="ttp")]) is False


def test_a_ministry_shares_with_its_government() -> None:
    body = party("Defence Ministry", id="ken-mod", parents=("ken-gov", "ken"))
    assert overlap([body], [party("Kenya", id="ken")]) is True


def test_two_bodies_of_one_parent_are_two() -> None:
    a, b = party("army", id="ken-mil", parents=("ken",)), party("police", id="ken-pol", parents=("ken",))
    assert overlap([a], [b]) is False


def test_nobody_known_is_undecided() -> None:
    assert overlap([], [party("M23", id="m23")]) is None


ACTS = st.builds(
    claim,
    report=st.sampled_from(["r1"]),
    start=st.integers(0, 50),
    actors=st.sampled_from([(), (party("M23", id="m23"),), (party("ADF", id="adf"),), (party("gunmen"),)]),
    date=st.sampled_from([None, on(DAY), on(date(2024, 12, 25))]),
    place=st.sampled_from([None, place("Goma"), place("Beni")]),
    killed=st.sampled_from([None, dead(9), dead(12)]),
)


@given(ACTS, ACTS)
def test_a_pair_scores_the_same_either_way(a: Claim, b: Claim) -> None:
    one, two = score(a, b), score(b, a)
    assert (one.value, one.veto is None) == (two.value, two.veto is None)


@given(st.lists(ACTS, min_size=1, max_size=5, unique_by=lambda c: c.id))
def test_every_claim_is_in_exactly_one_event(claims: list[Claim]) -> None:
    found = [c.id for e in events(claims) for c in e.claims]
    assert sorted(found) == sorted(c.id for c in claims)


@given(st.lists(ACTS, min_size=2, max_size=5, unique_by=lambda c: c.id), st.randoms(use_true_random=False))
def test_claims_fold_alike_in_any_order(claims: list[Claim], random) -> None:  # type: ignore[no-untyped-def]
    assert events(random.sample(claims, len(claims))) == events(claims)


@given(st.lists(ACTS, min_size=1, max_size=5, unique_by=lambda c: c.id))
def test_no_figure_is_ever_larger_than_the_largest_given(claims: list[Claim]) -> None:
    largest = max([c.killed.best or 0 for c in claims if c.killed], default=0)
    assert all((e.killed.high or 0) <= largest and (e.killed.best or 0) <= largest for e in events(claims) if e.killed)


def told(report: str, n: int, *sources: Source) -> Claim:
    common = {"actors": (party("M23", report, id="m23"),), "date": on(DAY, report), "place": place("Goma", report)}
    return claim(report, killed=dead(n, report), sources=sources, **common)


@pytest.mark.parametrize(
    ("capacity", "low"),
    [("party", 0), ("medic", 46), ("official", 46), ("ngo", 46), ("witness", 46)],
)
def test_one_voice_gives_its_own_range_except_a_party(capacity: Capacity, low: int) -> None:
    (found,) = events([told("r1", 46, voice("somebody", capacity))])
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (low, 46, 46)


def test_the_writers_own_figure_stands() -> None:
    (found,) = events([told("r1", 16)])
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (16, 16, 16)


def test_best_is_the_most_reliable_voice_and_high_the_largest() -> None:
    (found,) = events([told("r1", 46, voice("rebels", "party")), told("r2", 30, voice("medics", "medic", "r2"))])
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (30, 30, 46)
    assert "never added" in found.killed.rule


def test_three_voices_are_never_averaged_or_added() -> None:
    (found,) = events([told(r, n, voice(r, "official", r)) for r, n in (("r1", 10), ("r2", 20), ("r3", 60))])
    assert found.killed is not None
    assert {found.killed.low, found.killed.best, found.killed.high} <= {10, 20, 60}


def test_the_same_voice_later_replaces_its_figure() -> None:
    both = [told("r1", 12, voice("police", "official")), told("r2", 57, voice("police", "official", "r2"))]
    (found,) = events(both, r1=DAY, r2=date(2024, 12, 25))
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (57, 57, 57)


def test_versions_stand_in_order_of_publication() -> None:
    both = [told("r2", 12, voice("police", "official", "r2")), told("r1", 57, voice("army", "official"))]
    (found,) = events(both, r1=date(2024, 12, 25), r2=DAY)
    (contest,) = found.contested
    assert [v.value for v in contest.versions] == [12, 57]


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        (["asserted"], "asserted"), (["attributed"], "attributed"), (["hedged", "asserted"], "hedged"),
        (["attributed", "asserted"], "attributed"), (["attributed", "hedged"], "attributed"), (["asserted", "denied"], "attributed"), (["attributed", "denied"], "denied"), (["planned", "asserted"], "asserted"),
        (["threatened", "attributed"], "attributed"),
    ],
)  # fmt: skip
def test_in_one_report_the_strongest_qualifier_wins(given_: list[str], expected: str) -> None:
    same = {"actors": (party("M23", id="m23"),), "date": on(DAY), "place": place("Goma")}
    (found,) = events([claim(start=10 * i, status=s, **same) for i, s in enumerate(given_)])
    assert found.status == expected


def test_what_a_report_opens_with_on_its_own_word_stays_its_own_word() -> None:
    same = {"actors": (party("M23", id="m23"),), "date": on(DAY), "place": place("Goma")}
    for later in ("attributed", "hedged"):
        (found,) = events([claim(start=0, **same), claim(start=20, status=later, **same)])
        assert found.status == "asserted"


def test_a_doer_named_only_by_others_keeps_the_event_theirs() -> None:
    where = {"date": on(DAY), "place": place("Goma"), "recipients": (party("villagers"),)}
    (found,) = events([claim(start=0, **where), claim(start=20, status="attributed", actors=(party("M23", id="m23"),), **where)])
    assert found.status == "attributed"


def test_a_toll_given_only_by_others_keeps_the_event_theirs() -> None:
    same = {"actors": (party("M23", id="m23"),), "date": on(DAY), "place": place("Goma")}
    (found,) = events([claim(start=0, **same), claim(start=20, status="attributed", killed=dead(12), **same)])
    assert found.status == "attributed"


def test_a_heading_gives_no_status() -> None:
    same = {"actors": (party("M23", id="m23"),), "date": on(DAY), "place": place("Goma")}
    (found,) = events([claim(heading=True, **same), claim(start=20, status="hedged", **same)])
    assert found.status == "hedged"


def test_a_heading_alone_is_not_certain() -> None:
    (found,) = events([claim(heading=True)])
    assert not found.certain


def test_an_events_id_stays_when_a_later_report_joins() -> None:
    first, second = told("r1", 46), told("r2", 50)
    (alone,) = events([first], r1=DAY)
    (joined,) = events([first, second], r1=DAY, r2=date(2024, 12, 25))
    assert alone.id == joined.id


def singly(field: str, text: str, start: int = 0) -> Count:
    return Count(1, 1, 1, words(field, text, start=start), rule=ONE_BY_ONE)


@pytest.mark.parametrize(
    ("dead_words", "hurt_words", "hurt"),
    [
        ("Omar Tazi", "Driss Alami", 1),  # two names, two people
        ("Omar Tazi", "Omar Tazi", None),
        ("Omar Tazi", "Mr Tazi", None),  # a name in part may be the same man's
        ("He", "Driss Alami", None),  # who died may be the one who was hurt
        ("a guard", "the boy", None),
    ],
)
def test_one_hurt_counts_beside_the_dead_only_where_they_are_two(dead_words: str, hurt_words: str, hurt: int | None) -> None:
    first, second = claim(killed=singly("killed", dead_words)), claim(start=40, injured=singly("injured", hurt_words), sentence=1)
    event = reconcile(Group((first, second), 1.0, ()), {})
    assert (event.injured.best if event.injured else None) == hurt


def test_one_hurt_is_set_beside_the_dead_in_one_statement() -> None:
    told = claim(killed=singly("killed", "a guard"), injured=singly("injured", "the driver", 20))
    assert reconcile(Group((told,), 1.0, ()), {}).injured is None
    for words in ("a driver", "his driver"):
        told = claim(killed=singly("killed", "a guard"), injured=singly("injured", words, 20))
        event = reconcile(Group((told,), 1.0, ()), {})
        assert event.injured is not None and event.injured.best == 1


@pytest.mark.parametrize(("likely", "status"), [(-1, "asserted"), (-60, "attributed")])
def test_what_the_report_surely_tells_itself_stays_a_fact_beside_a_voice(read_text: Callable[..., Reading], likely: int, status: str) -> None:
    found = read_text("Gunmen shot two guards in Gao, the mayor said.\n\nGunmen wounded a nurse at the gate of the camp.").claims
    said, own = (next(c for c in found if word in c.act.words) for word in ("shot", "wounded"))
    assert (said.status, own.status) == ("attributed", "asserted") and own.telling is not None
    told = tuple(likely if s == "asserted" else -500 for s in STATUSES)
    own = replace(own, telling=replace(own.telling, statuses=told))
    event = reconcile(Group((said, own), 1.0, ()), {})
    assert event.status == status
    assert [s.name for s in event.sources] == ["mayor"]
