"""A person at the workbench: codes, corrects, reads again and exports, in a real browser, wide and narrow; nothing is asked of others."""

from __future__ import annotations

import gzip
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from hands import CHROMIUM, PHONE, WIDE, select

import casus
from casus.pipeline import Tools

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
AXE = Path(__file__).with_name("axe.min.js.gz")
ROOT = Path(__file__).parent.parent.parent


def test_the_command_opens_and_closes_the_workbench(case: casus.Case) -> None:
    command = [sys.executable, "-m", "casus", "review", str(case.path), "--coder", "ada", "--no-browser"]
    running = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        lines = iter(running.stderr.readline, "")  # type: ignore[union-attr]
        address = next(line.strip() for line in lines if "token=" in line)
        with urllib.request.urlopen(address.split("?")[0] + "static/bench.css", timeout=20) as answer:
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    finally:
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) in {0, 130}


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_events_are_found_joined_and_split_by_passage(open_page: object, case: casus.Case, size: dict) -> None:
    page = open_page(size)  # type: ignore[operator]
    page.get_by_label("Find events").fill("hezbollah")
    page.keyboard.press("Enter")
    page.get_by_text("1 event with these words.").wait_for()
    page.locator(".queue h2 a").click()
    page.get_by_label("Words of it").fill("Basra")
    page.keyboard.press("Enter")
    page.locator(".others li").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.locator(".others").get_by_role("button", name="They are one").click()
    page.get_by_text("Joined.").wait_for()
    page.locator(".passages input").nth(1).check()
    page.get_by_role("button", name="Split off the ticked").click()
    page.get_by_text("Told apart.").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert [j.verdict for j in case.judgements()] == ["join", "split"]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_person_codes_corrects_reads_again_and_exports(open_page: object, case: casus.Case, tmp_path: Path, tools: Tools, size: dict) -> None:
    page = open_page(size)  # type: ignore[operator]
    page.locator(".queue h2 a").first.click()
    page.wait_for_selector(".rows")
    page.get_by_role("link", name="Set Killed", exact=True).click()
    page.wait_for_selector("form.edit")
    select(page, "at least 30")
    assert page.input_value("[data-words]") == "at least 30"
    page.get_by_role("button", name="Keep").click()
    page.wait_for_selector("text=set by ada")
    assert "at least 30" in page.inner_text("#row-killed")
    page.get_by_role("button", name="Accept").click()
    page.wait_for_selector("text=Accepted.")
    page.get_by_role("button", name="Reject").click()
    page.wait_for_selector("text=Rejected.")
    page.goto(page.url.split("/event")[0] + "/reports")
    page.locator(".shelf a").first.click()
    page.wait_for_selector("text=Add a missed event")
    verdicts = [j.verdict for j in case.judgements()]
    assert verdicts == ["edit", "accept", "reject"]
    (tmp_path / "more.txt").write_text("Rescuers said 34 people were killed in the air strike on a school in Rafah on Tuesday.", encoding="utf-8")
    again = casus.Case(case.path, tools=tools)
    again.read(tmp_path / "more.txt", published="2024-12-27")
    struck = next(e for e in again.events() if any("bombed" in c.act.words for c in e.claims))
    assert struck.killed is not None and struck.killed.best == 30 and struck.killed.rule.startswith("set by ada")
    again.export("csv", tmp_path / "events.csv")
    assert "ada" in (tmp_path / "events.csv").read_text(encoding="utf-8-sig")
    page.reload()
    page.wait_for_selector("text=Added elsewhere: 1 report.")


def test_everything_by_keys(open_page: object, case: casus.Case) -> None:
    page = open_page(WIDE)  # type: ignore[operator]
    page.locator(".queue h2 a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".rows")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press(page.get_attribute("#row-killed .set", "data-key"))  # type: ignore[arg-type]
    page.wait_for_selector("form.edit")
    page.keyboard.type("30 people")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=set by ada")
    page.wait_for_timeout(100)
    page.keyboard.press("u")
    page.wait_for_selector("text=Taken back.")
    page.wait_for_timeout(100)
    page.keyboard.press("r")
    page.wait_for_selector("text=Rejected.")
    page.wait_for_timeout(100)
    page.keyboard.press("u")
    page.wait_for_selector("text=Taken back.")
    page.wait_for_timeout(100)
    page.keyboard.press("q")
    page.wait_for_selector(".queue")
    assert [j.verdict for j in case.judgements()] == ["edit", "withdraw", "reject", "withdraw"]


def test_an_actor_is_looked_up_while_marking(open_page: object, case: casus.Case) -> None:
    page = open_page(WIDE)  # type: ignore[operator]
    event = next(e for e in case.events() if any("shot" in c.act.words for c in e.claims))
    page.goto(page.url + f"event/{event.id}?edit=actors")
    page.wait_for_selector("form.edit")
    select(page, "The army")
    page.wait_for_selector("#found")
    page.fill("#f-name", "Iraqi army")
    page.wait_for_selector('#found input[name="actor"]')
    page.locator('#found input[name="actor"]').first.check()
    page.get_by_role("button", name="Keep").click()
    page.wait_for_selector("text=set by ada")
    assert "The army" in page.inner_text("#row-actors")


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", PHONE)], ids=["light and wide", "dark and narrow"])
def test_axe_finds_nothing_and_nothing_overflows(open_page: object, case: casus.Case, browser: object, scheme: str, size: dict) -> None:
    """WCAG 2.2 AA by axe-core, on every page and with every kind of form open."""
    page = open_page(size, color_scheme=scheme, bypass_csp=True)  # type: ignore[operator]
    page.add_init_script(gzip.decompress(AXE.read_bytes()).decode())
    event = case.events()[0]
    case.note(event.id, "see the list", coder="eve")
    paths = ["", "?state=all", "reports", f"report/{event.reports[0][7:]}", "decisions", "agreement", f"event/{event.id}", "event/none"]
    paths += [f"event/{event.id}?edit={field}" for field in ("killed", "actors", "date", "type")]
    base = page.url
    for path in paths:
        page.goto(base + path)
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", tags)
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"]] == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path


@pytest.mark.parametrize("width", [640, 1024, 1600])
def test_no_width_overflows(open_page: object, case: casus.Case, width: int) -> None:
    page = open_page({"width": width, "height": 900})  # type: ignore[operator]
    base, event = page.url, case.events()[0]
    for path in ("", f"event/{event.id}?edit=actors", f"report/{event.reports[0][7:]}"):
        page.goto(base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_source_is_set_by_marking_its_words(open_page: object, case: casus.Case, size: dict[str, int]) -> None:
    event = next(e for e in case.events() if any("shelled" in c.act.words for c in e.claims))
    page = open_page(size)  # type: ignore[operator]
    page.goto(page.url.split("/?")[0].rstrip("/") + f"/event/{event.id}")
    page.locator("#row-sources a.set").click()
    page.wait_for_selector('form[action$="/edit/sources"]')
    select(page, "Hezbollah")
    page.locator('form.edit > p select[name="capacity"]').select_option("party")
    page.locator('form.edit > p select[name="stance"]').select_option("admits")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.get_by_role("button", name="Keep").click()
    page.wait_for_selector("#row-sources .accounts")
    assert "Hezbollah" in page.locator("#row-sources .accounts").inner_text()
