"""What reports of one story tell by the way is known again by more than its word; main matters come first."""

from __future__ import annotations

from dataclasses import replace

from casus.merge.account import Account, account_of
from casus.merge.across import fold_across
from casus.merge.apart import named_apart
from casus.merge.blocks import Blocks
from casus.merge.comparing import Comparing
from casus.merge.echoes import is_echo
from casus.merge.group import Group
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.count import Count
from casus.model.text import Evidence


def words(field: str, text: str, report: str, at: int = 0) -> Evidence:
    return Evidence(field, report, at, at + len(text), text)


def claim(report: str, act: str = "shot", to: str = "", *, at: int = 0, killed: int | None = None, **more: object) -> Claim:
    hit = (Party(to, words("recipient", to, report), kind="civilians"),) if to else ()
    dead = Count(killed, killed, killed, words("killed", str(killed), report)) if killed else None
    made = Claim(
        report, 0, "ASSAULT", (), words("act", act, report, at), "asserted", recipients=hit, killed=dead, lemma="shoot", layer="news"
    )
    return replace(made, **more)  # type: ignore[arg-type]


def account(told: Claim, *, leads: bool = False) -> Account:
    return account_of([told], {}, frozenset({told.report} if leads else ()))


def echo(one: Claim, other: Claim, *, leads: bool = True) -> bool:
    return is_echo(account(one, leads=leads), account(other))


def test_a_bare_mention_is_of_the_main_matter() -> None:
    assert echo(claim("a", to="a baker"), claim("b", "the shooting"))
    assert not echo(claim("a", to="a baker"), claim("b", "the shooting"), leads=False)
    assert not echo(claim("a", to="a baker"), claim("b", "the shooting", layer="history"))


def test_the_same_person_noun_or_toll_is_known_again() -> None:
    assert echo(claim("a", to="Lena Moretti"), claim("b", to="Lena Moretti", lemma="kill"), leads=False)
    assert echo(claim("a", to="two bakers"), claim("b", to="the bakers"), leads=False)
    assert echo(claim("a", killed=7), claim("b", killed=7, lemma="bomb"), leads=False)


def test_other_nouns_ages_and_small_tolls_are_not() -> None:
    assert not echo(claim("a", to="a baker"), claim("b", to="a guard"))
    assert not echo(claim("a", to="a 19-year-old baker"), claim("b", to="a 43-year-old baker"))
    assert not echo(claim("a", killed=2), claim("b", killed=2, lemma="bomb"))


def test_main_matters_are_no_echoes() -> None:
    assert not is_echo(account(claim("a"), leads=True), account(claim("b"), leads=True))


def test_reports_of_one_story_meet_in_what_they_know_again() -> None:
    told = [claim("a", to="a baker"), claim("b", "stormed", lemma="storm"), claim("b", "the shooting", at=90)]
    accounts = [account(told[0], leads=True), account(told[1], leads=True), account(told[2])]
    for alike, met in (({("a", "b"): 0.3}, {1, 2}), ({}, set())):
        blocks = Blocks(alike)
        blocks.change((), {k: ((c.report, c.act.start, c.id), accounts[k]) for k, c in enumerate(told)})
        assert set(blocks.near(0)) == met


def test_the_main_matters_are_joined_before_a_mention() -> None:
    told = [claim("a", to="a baker"), claim("b", to="a baker"), claim("b", "the shooting", to="the baker", at=90)]
    accounts = [account(told[0], leads=True), account(told[1], leads=True), account(told[2])]
    found, _ = fold_across([Group((c,), 1.0, ()) for c in told], accounts, [(0, 1), (0, 2)], Comparing(alike={("a", "b"): 0.3}))
    assert {c.id for c in found[0].claims} >= {told[0].id, told[1].id}


def test_two_people_charged_are_two_acts() -> None:
    one, other = (account(claim("a", "charged", to=name)) for name in ("Lena Moretti", "Omar Sabri"))
    assert list(named_apart(one, other)) == ["different people: lena moretti; omar sabri"]
    assert not list(named_apart(one, one))


def test_anybody_may_accuse_anybody() -> None:
    one = Party("Interior Ministry", words("actor", "the interior ministry", "a"), id="x-gov", kind="government")
    same = replace(one, evidence=words("actor", "the interior ministry", "b"))
    told = claim("a", "accused", type="ACCUSE", lemma="accuse", actors=(one,))
    assert not echo(told, claim("b", "accused", type="ACCUSE", lemma="accuse"))
    assert echo(told, claim("b", "accused", type="ACCUSE", lemma="accuse", actors=(same,)))
