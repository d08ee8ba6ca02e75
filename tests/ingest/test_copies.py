from __future__ import annotations

from itertools import permutations

from casus.ingest import near_copies, report_from_text
from casus.model.text import Report

FIRST = (
    "Gunmen attacked a convoy of trucks on the road to the northern town of Tolvan on Monday, the police said. Nine drivers were "
    "killed and four trucks were burned. A spokesman for the provincial governor said that the men had fled into the hills before "
    "soldiers arrived. No group said that it had carried out the attack, and the police did not name anybody. The road is the only "
    "one that is open in winter, and traders in the town said that flour and fuel were running low there."
)
SECOND = (
    "The parliament of the island voted on Tuesday to send back the budget for the third time this year. Members said that the "
    "minister had not explained how the new harbour would be paid for. The minister replied that the loan had been agreed with the "
    "bank in May and that the papers were open to everybody who wished to read them. A new vote is planned for the spring."
)


def report(text: str, title: str, publisher: str = "") -> Report:
    return report_from_text(text, title=title, publisher=publisher or None)


def test_a_reprint_with_another_headline() -> None:
    one, other, third = report(FIRST, "Nine killed"), report(FIRST.replace("Nine", "9"), "Convoy attacked"), report(SECOND, "No budget")
    assert near_copies([one, other, third]) == (tuple(sorted([one.id, other.id])),)


def test_any_order_gives_the_same_groups() -> None:
    reports = [report(FIRST, "A"), report(FIRST, "B"), report(SECOND, "C"), report(SECOND + " It rained.", "D")]
    assert len({near_copies(order) for order in permutations(reports)}) == 1
    assert len(near_copies(reports)) == 2


def test_an_agency_text_inside_a_longer_one() -> None:
    short, long = report(FIRST, "Agency"), report(f"{SECOND} {FIRST}", "Round-up")
    assert near_copies([short, long]) == (tuple(sorted([short.id, long.id])),)


def test_two_reports_that_carry_the_same_agency_text_stay_apart() -> None:
    other = "A court in the capital said that three officers must stand trial over the deaths of prisoners last year. " + SECOND[::-1]
    one, two = report(f"{FIRST} {SECOND}", "One"), report(f"{other} {FIRST}", "Two")
    short = report(FIRST, "Agency")
    groups = near_copies([one, two, short])
    assert len(groups) == 1
    assert len(groups[0]) == 2
    assert short.id in groups[0]


def test_short_texts_share_a_sentence_but_are_no_copies() -> None:
    sentence = "Nine people were killed in the town on Monday, the police said."
    assert near_copies([report(sentence, "A"), report(f"{sentence} {SECOND}", "B")]) == ()


def test_nothing_to_compare() -> None:
    assert near_copies([]) == ()
    assert near_copies([report(FIRST, "A"), report(FIRST, "A")]) == ()


def test_many_copies_are_one_group() -> None:
    reports = [report(FIRST, f"Headline {n}") for n in range(60)]
    groups = near_copies(reports)
    assert len(groups) == 1
    assert len(groups[0]) == 60
