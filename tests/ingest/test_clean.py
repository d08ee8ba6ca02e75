from __future__ import annotations

import pytest

from casus.ingest.clean import Cleaned, clean
from casus.ingest.given import Found
from casus.ingest.page import Page

BODY = "Soldiers closed the road to the town on Monday after a bomb went off near the market, the police said."
MORE = "Two people were hurt, and the road stayed shut until the evening, according to the mayor of the town."


def cleaned(text: str, **found: str) -> Cleaned:
    return clean(Page("x", text, "", Found(**found)))  # type: ignore[arg-type]


def kinds(page: Cleaned) -> list[tuple[str, str]]:
    return [(block.kind, page.text[block.start : block.end]) for block in page.blocks]


@pytest.mark.parametrize(
    "line",
    [
        "close",
        "Share",
        "Advertisement",
        "ADVERTISEMENT",
        "Leave a Reply",
        "Share on Facebook",
        "Accept all cookies",
        "Read more »",
        "Your email address will not be published. Required fields are marked *",
        "We use cookies to give you the best experience.",
        "Also read: Army takes second town",
        "READ MORE: What we know about the raid",
        "Subscribe to our newsletter",
        "Name *",
        "Subscribe to our newsletter and never miss a story",
        "© 2024 The Outlet. All rights reserved.",
        "3 min read",
        "12 comments",
        "Follow us on Twitter",
        "Post Comment",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Copyright 2024 The Outlet",
        "Tags: army, market, town",
        "Story continues below advertisement",
        "* * *",
        "______",
        "Illustrative text written for Casus.",
    ],
)
def test_furniture_goes_with_a_trace(line: str) -> None:
    page = cleaned(f"{BODY}\n\n{line}\n\n{MORE}")
    assert page.text == f"{BODY}\n\n{MORE}"
    assert [(r.kind, r.written, r.start) for r in page.repairs] == [("boilerplate-removed", line, len(BODY) + 2)]


@pytest.mark.parametrize(
    "line",
    [
        "He said: Share the bread with everyone in the camp, and nobody will starve.",
        "The army used cookies to lure the children, a witness said.",
        "By Monday the army had taken the town.",
        "By Ali Khan’s account, six men died.",
        "Print and broadcast media were banned.",
        "Name the dead, the families said.",
        "Comments by the minister angered the opposition on Friday.",
        "Published reports say that 12 men were killed.",
        "Updated figures from the hospital put the toll at 14.",
        "Follow us, the gunmen told the villagers.",
        "Searches went on through the night.",
        "Related attacks killed nine people in May.",
        "Subscribers to the theory say the army did it.",
        "Close fighting went on for hours.",
    ],
)
def test_sentences_stay(line: str) -> None:
    page = cleaned(f"{BODY}\n\n{line}\n\n{MORE}")
    assert line in page.text
    assert page.repairs == ()


def test_the_last_word_of_a_wrapped_paragraph_stays() -> None:
    text = "The minister left the meeting on Monday evening without any further\ncomments\n\n" + MORE
    assert cleaned(text).text.startswith("The minister left the meeting on Monday evening without any further comments")


def test_labels_give_author_and_date() -> None:
    page = cleaned(f"A Bomb in the Market\n\n{BODY}\n\nPublished by:\n\nJane Roe\n\nPublished on:\n\nDecember 26, 2024\n\nLeave a Reply")
    assert page.found.author == "Jane Roe"
    assert page.found.published is not None
    assert (page.found.published.day.isoformat(), page.found.published.basis) == ("2024-12-26", "'Published on' line")
    assert page.text == f"A Bomb in the Market\n\n{BODY}"


@pytest.mark.parametrize(
    ("line", "day", "author"),
    [
        ("Published: 26 December 2024, 10:30 PM IST | Updated: 27 December 2024, 9:00 AM", "2024-12-26", None),
        ("Updated: 27 December 2024 | Published: 26 December 2024", "2024-12-26", None),
        ("By Jane Roe | December 26, 2024", "2024-12-26", "Jane Roe"),
        ("By Jane Roe and Ali al-Hadi", None, "Jane Roe and Ali al-Hadi"),
        ("By Our Correspondent", None, "Our Correspondent"),
        ("By Jane Roe in Kabul", None, "Jane Roe"),
        ("Last modified on Thursday, December 26, 2024", "2024-12-26", None),
        ("Thursday, December 26, 2024", "2024-12-26", None),
        ("Published on 03/04/2024", None, None),
    ],
)
def test_metadata_lines(line: str, day: str | None, author: str | None) -> None:
    page = cleaned(f"A Bomb in the Market\n\n{line}\n\n{BODY}\n\n{MORE}")
    dated = page.found.date()
    assert (dated.day.isoformat() if dated else None) == day
    assert page.found.author == author
    assert line not in page.text


def test_an_ambiguous_date_is_kept_aside() -> None:
    assert cleaned(f"A Bomb\n\nPublished on 03/04/2024\n\n{BODY}").found.doubtful == ("03/04/2024",)


def test_dates_of_a_chronology_are_no_publication_date() -> None:
    page = cleaned(f"December 21, 2024\n\n{BODY}\n\nDecember 24, 2024\n\n{MORE}")
    assert page.found.date() is None
    assert "December 24, 2024" in page.text


def test_a_dateline_stays_in_the_text() -> None:
    page = cleaned(f"A Bomb in the Market\n\nPESHAWAR, Pakistan (Outlet) — {BODY}")
    assert "PESHAWAR, Pakistan (Outlet) — " in page.text


def test_links_to_other_articles_at_the_end_go() -> None:
    page = cleaned(f"A Bomb in the Market\n\n{BODY}\n\n{MORE}\n\nRelated stories\n\nArmy takes second town\n\nMinister resigns over raid")
    assert page.text.endswith(MORE)


def test_a_related_heading_before_more_text_does_not_take_it_along() -> None:
    page = cleaned(f"A Bomb in the Market\n\n{BODY}\n\nRelated\n\n{MORE}")
    assert MORE in page.text


def test_furniture_between_sentences() -> None:
    page = cleaned(f"{BODY} ADVERTISEMENT {MORE}\n\n{MORE}")
    assert page.text == f"{BODY} {MORE}\n\n{MORE}"
    assert page.repairs[0].start == len(BODY) + 1


def test_title_headings_and_paragraphs() -> None:
    page = cleaned(f"A Bomb in the Market\n\n{BODY}\n\nWhat the police say\n\n{MORE}\n\nTHE ROAD\n\n{BODY}")
    assert [kind for kind, _ in kinds(page)] == ["title", "paragraph", "heading", "paragraph", "heading", "paragraph"]
    assert page.found.title == "A Bomb in the Market"


def test_a_title_may_ask_and_hold_two_sentences() -> None:
    title = "Army fights back – 900 men march. Why now?"
    assert kinds(cleaned(f"{title}\n\n{BODY}"))[0] == ("title", title)


@pytest.mark.parametrize(
    "text", [BODY, "Gunmen killed 12 people in Kabul", f"{BODY}\n\n{MORE}", "KABUL (Outlet) — A bomb went off\n\n" + MORE]
)
def test_no_title_where_none_stands(text: str) -> None:
    assert "title" not in [kind for kind, _ in kinds(cleaned(text))]


def test_a_list_is_no_row_of_headings() -> None:
    page = cleaned(f"{BODY}\n\nAli Khan\n\nSara Noor\n\nOmar Zia\n\nJan Gul\n\n{MORE}")
    assert {kind for kind, _ in kinds(page)} == {"paragraph"}


def test_metadata_title_is_found_in_the_text() -> None:
    page = cleaned(f"Bomb in Market!\n\n{BODY}", title="Bomb in market")
    assert kinds(page)[0] == ("title", "Bomb in Market!")


def test_metadata_title_goes_above_a_text_without_it() -> None:
    page = cleaned(BODY, title="Bomb in market")
    assert kinds(page) == [("title", "Bomb in market"), ("paragraph", BODY)]
    assert page.offsets.to_raw(0) < 0
    assert page.offsets.to_raw(len("Bomb in market") + 2) == 0


def test_a_text_that_is_its_title_is_a_paragraph() -> None:
    assert kinds(cleaned(BODY, title=BODY)) == [("paragraph", BODY)]


def test_lines_of_a_fixed_width_are_one_paragraph() -> None:
    text = (
        "The army said on Monday that its soldiers had taken the last village on\n"
        "the road to the border, and that rebels who had held it since March had\n"
        "fled across the river. The rebels did not comment on the report.\n\n"
        "In the capital, a minister said that the road would be open again by the\n"
        "end of the week."
    )
    assert len(cleaned(text).blocks) == 2
    assert "village on the road" in cleaned(text).text


def test_one_paragraph_a_line() -> None:
    assert [kind for kind, _ in kinds(cleaned(f"A Bomb in the Market\n{BODY}\n{MORE}"))] == ["title", "paragraph", "paragraph"]


def test_control_and_invisible_characters_go() -> None:
    page = cleaned("The ar\u00admy said\x00 that\r\ntwo men \u200bdied.\ufeff")
    assert page.text.replace("\n", " ") == "The army said that two men died."
    assert {r.written for r in page.repairs} == {"1 control character", "3 invisible characters"}


def test_damage_stays_in_the_clean_text() -> None:
    assert "expelledand" in cleaned("They were expelledand fled. " + BODY).text
