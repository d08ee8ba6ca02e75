"""Two people code one case at once, each in a browser of her own: they correct, undo and disagree; all of it lasts and is compared."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hands import CHROMIUM, PHONE, WIDE, select

import casus
from casus.judge import judgements_of
from casus.pipeline import Tools

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def to(page: Any, path: str) -> None:
    """Go to another page of the same workbench."""
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + path)


def press(page: Any, button: str, answer: str) -> None:
    page.get_by_role("button", name=button).first.click()
    page.locator(".said", has_text=answer).wait_for()


def set_killed(page: Any, words: str, coder: str) -> None:
    page.get_by_role("link", name="Set Killed", exact=True).click()
    page.wait_for_selector("form.edit")
    select(page, words)
    page.get_by_role("button", name="Keep").click()
    page.wait_for_selector(f"text=set by {coder}")


@pytest.mark.timeout(240)
def test_two_coders_code_correct_disagree_and_are_compared(
    case: casus.Case, tools: Tools, serve: Callable[..., str], open_at: Callable[..., Any], tmp_path: Path
) -> None:
    ids = {word: next(e.id for e in case.events() if any(word in c.act.words for c in e.claims)) for word in ("bombed", "shelled", "shot")}
    ada = open_at(serve(casus.Case(case.path, tools=tools), coder="ada", blind=True), WIDE)
    bob = open_at(serve(casus.Case(case.path, tools=tools), coder="bob", blind=True), PHONE, color_scheme="dark")

    for page, words, coder in ((ada, "at least 30", "ada"), (bob, "34", "bob")):
        to(page, f"/event/{ids['bombed']}")
        if coder == "bob":
            page.locator(".toldin").get_by_role("link", name="again.txt").click()
            page.get_by_text("An Israeli air strike").first.wait_for()
        set_killed(page, words, coder)
        press(page, "Accept", "Accepted.")
    to(ada, f"/event/{ids['shelled']}")
    press(ada, "Accept", "Accepted.")
    to(bob, f"/event/{ids['shelled']}")
    press(bob, "Accept", "Accepted.")
    press(bob, "Take back", "Taken back.")
    to(bob, f"/event/{ids['shelled']}")
    press(bob, "Reject", "Rejected.")
    for page in (ada, bob):
        to(page, f"/event/{ids['shot']}")
        press(page, "Accept", "Accepted.")

    for page, other in ((ada, "bob"), (bob, "ada")):
        to(page, "/decisions")
        assert other not in page.inner_text("main"), "a blind coder sees her own decisions only"
        assert page.get_by_text("Added elsewhere").count() == 0
        to(page, "/agreement")
        assert "blind" in page.inner_text("main")
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]

    (tmp_path / "more.txt").write_text("Rescuers said 34 people were killed in the air strike on a school in Rafah on Tuesday.", encoding="utf-8")
    again = casus.Case(case.path, tools=tools)
    again.read(tmp_path / "more.txt", published="2024-12-27")
    assert [j.coder for j in again.judgements()].count("bob") == 6, "reading again keeps every decision, the one taken back too"

    for size, scheme in ((WIDE, "light"), (PHONE, "dark")):
        seen = open_at(serve(casus.Case(case.path, tools=tools), coder="cyd"), size, color_scheme=scheme)
        to(seen, "/agreement")
        told = seen.inner_text("main")
        assert "ada, bob" in told and "Is it an event" in told
        assert seen.evaluate("document.documentElement.scrollWidth") <= size["width"]
        row = seen.locator("tr", has=seen.get_by_role("rowheader", name="Killed", exact=True))
        assert row.locator("td").all_inner_texts()[1:] == ["1 of 2"]
        seen.locator("li", has_text="30").get_by_role("link").first.click()
        seen.wait_for_selector(".rows")
        assert "set by bob" in seen.inner_text("#row-killed"), "the later decision holds"
    agreed = {f.field: f for f in again.agreement().fields}
    assert (agreed["event"].same, agreed["event"].units, agreed["killed"].same, agreed["killed"].units) == (2, 3, 1, 2)
    assert agreed["event"].alpha is not None and agreed["event"].alpha < 1

    with seen.expect_download() as saved:
        to_save = seen.url.split("/event")[0] + "/decisions"
        seen.goto(to_save)
        seen.get_by_role("link", name="Save them as JSON Lines").click()
    lines = Path(saved.value.path()).read_bytes()
    assert list(judgements_of(lines.decode(), where="the file")) == list(again.judgements())
    assert {json.loads(line)["coder"] for line in lines.splitlines()} == {"ada", "bob"}
    again.export("csv", tmp_path / "events.csv")
    assert "bob" in (tmp_path / "events.csv").read_text(encoding="utf-8-sig")
