"""The page in a real browser: marks open their sentences, nothing is fetched, nothing overflows, nothing executes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import brief_extremes as extreme
import brief_picture as made
import pytest

from casus.brief import page
from casus.model.picture import Picture

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("CASUS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


class Desk:
    """A browser that remembers what a page asked for and complained of."""

    def __init__(self, browser: sync_api.Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder

    def open(self, html: str, size: dict[str, int], **context: object) -> sync_api.Page:
        path = self.folder / "brief.html"
        path.write_text(html, encoding="utf-8")
        tab = self.browser.new_context(viewport=size, **context).new_page()  # type: ignore[arg-type]
        tab.set_default_timeout(90_000)
        tab.asked, tab.complaints = [], []  # type: ignore[attr-defined]
        tab.on("request", lambda r: tab.asked.append(r.url))  # type: ignore[attr-defined]
        tab.on("console", lambda m: tab.complaints.append(m.text))  # type: ignore[attr-defined]
        tab.on("pageerror", lambda e: tab.complaints.append(str(e)))  # type: ignore[attr-defined]
        tab.goto(path.as_uri())
        return tab


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield Desk(browser, tmp_path_factory.mktemp("brief"))
        browser.close()


@pytest.fixture(scope="module")
def html() -> str:
    return page(made.picture())


def toll(tab: sync_api.Page) -> sync_api.Locator:
    return tab.locator("#events a.ev", has_text="31 wounded").locator(".ref")


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_mark_opens_its_sentence_with_the_exact_words(desk: Desk, html: str, size: dict[str, int]) -> None:
    tab = desk.open(html, size)
    toll(tab).click()
    assert tab.locator("#pane .hit").all_inner_texts() == ["31 wounded"]
    assert "Doctors at Gao hospital said" in tab.locator("#pane .here").inner_text()
    assert tab.locator("#pane").is_visible()
    box = tab.locator("#pane .hit").bounding_box()
    assert box and 0 <= box["y"] <= size["height"]
    assert tab.asked == [tab.url] and tab.complaints == []


def test_every_mark_of_the_page_opens_the_words_it_quotes(desk: Desk, html: str) -> None:
    tab = desk.open(html, WIDE)
    wrong = tab.evaluate(
        """() => Array.from(document.querySelectorAll("main a.ev[data-at]")).filter((link) => {
          link.click();
          const said = link.querySelector("q"), hit = document.querySelector("#pane .hit");
          return !hit || (said && !said.textContent.includes(hit.textContent) && !hit.textContent.includes(said.textContent));
        }).map((link) => link.outerHTML)"""
    )
    assert wrong == []


def test_offsets_are_code_points_even_beyond_the_basic_plane(desk: Desk) -> None:
    tab = desk.open(page(extreme.hostile()), WIDE)
    tab.evaluate("""document.querySelector('#events a.ev[data-at] .ref').closest('a').click()""")
    assert tab.locator("#pane .hit").first.inner_text() == "7 * 7"
    tab.evaluate("""Array.from(document.querySelectorAll('#events a.ev')).find((a) => a.textContent.includes('<b>Hit</b>')).click()""")
    assert tab.locator("#pane .hit").first.inner_text() == "<b>Hit</b>"


def test_characters_that_turn_text_are_shown_in_the_pane(desk: Desk) -> None:
    tab = desk.open(page(extreme.hostile()), WIDE)
    tab.evaluate("document.querySelector('#cautions a.ev').click()")
    assert tab.locator("#pane .hit").first.inner_text() == "[U+202E]gnp.exe"
    assert "\u202e" not in tab.locator("#pane").inner_text()


def test_the_words_can_be_followed_into_the_full_text(desk: Desk, html: str) -> None:
    tab = desk.open(html, PHONE)
    toll(tab).click()
    tab.locator("#pane .jump a").click()
    assert tab.evaluate("location.hash") == "#r2-s5"
    assert tab.evaluate("CSS.highlights.get('words').values().next().value.toString()") == "31 wounded"
    assert not tab.locator("#pane").is_visible()


def test_the_keyboard_suffices(desk: Desk, html: str) -> None:
    tab = desk.open(html, PHONE)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "main"
    tab.keyboard.press("Tab")
    opened = tab.evaluate("document.activeElement.dataset.at")
    assert opened
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "pane-h"
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.dataset.at") == opened
    assert not tab.locator("#pane").is_visible()


def test_without_script_every_word_is_there_and_marks_are_plain_links(desk: Desk, html: str) -> None:
    tab = desk.open(html, PHONE, java_script_enabled=False)
    toll(tab).click()
    assert tab.url.endswith("#r2-s5")
    assert tab.locator("#r2-s5").is_visible()
    assert not tab.locator("#filters").is_visible() and not tab.locator("#theme").is_visible()


@pytest.mark.parametrize("made_page", [made.picture, extreme.hostile, made.small])
def test_no_width_scrolls_sideways(desk: Desk, made_page: Callable[[], Picture]) -> None:
    tab = desk.open(page(made_page()), WIDE)
    tab.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    for width in (320, 390, 768, 1024, 1280, 1920):
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_does_not_execute(desk: Desk) -> None:
    tab = desk.open(page(extreme.hostile(), title="</title><script>document.title='owned'</script>"), WIDE)
    tab.evaluate("document.querySelectorAll('a.ev').forEach((a) => a.click())")
    assert "owned" not in tab.title().split("</script>")[-1]
    assert tab.asked == [tab.url] and tab.complaints == []


def test_the_policy_stops_what_should_get_through(desk: Desk, html: str) -> None:
    injected = html.replace("</main>", "<script>document.title='owned'</script><img src='https://example.org/x.png'></main>")
    tab = desk.open(injected, WIDE)
    assert tab.title() != "owned"
    assert len(tab.complaints) >= 2


def test_filter_and_theme(desk: Desk, html: str) -> None:
    tab = desk.open(html, WIDE, color_scheme="light")
    tab.locator("[data-filter=threatened]").click()
    assert tab.locator("#found").inner_text() == "1 of 11 shown"
    assert tab.locator("#events .card:visible").count() == 1
    tab.locator("[data-filter=threatened]").click()
    tab.locator("#find").fill("ansongo")
    assert tab.locator("#events .card:visible").count() == 1
    light = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.locator("#theme").click()
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") != light
    assert tab.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_events_are_picked_by_type_actor_place_source_and_date(desk: Desk, html: str) -> None:
    tab = desk.open(html, WIDE)
    everything = tab.locator("#events .card").count()
    for key in ("type", "who", "by"):
        choice = tab.locator(f"#picks select[data-key={key}]")
        value = choice.locator("option").nth(1).get_attribute("value")
        assert value is not None
        choice.select_option(value)
        kept = tab.locator("#events .card:not([hidden])")
        assert 0 < kept.count() < everything
        assert all(value.split(",")[0] in (c.text_content() or "") + str(c.get_attribute("data-type")) for c in kept.all())
        tab.locator("#all").click()
        assert tab.locator("#events .card:not([hidden])").count() == everything
    tab.locator("#from").fill("2100-01-01")
    assert tab.locator("#events .card:not([hidden])").count() == 0


def test_a_citation_names_words_report_and_hash(desk: Desk, html: str) -> None:
    tab = desk.open(html, WIDE)
    tab.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    tab.get_by_role("button", name="Copy a citation").click()
    line = tab.locator(".cite").inner_text()
    assert line.startswith("“")
    assert "SHA-256" in line


def test_a_link_into_a_fold_opens_it(desk: Desk, html: str) -> None:
    tab = desk.open(html, WIDE)
    assert not tab.locator(".layer-history .card").first.is_visible()
    tab.evaluate("location.hash = document.querySelector('.layer-history .card').id")
    tab.wait_for_function("document.querySelector('.layer-history').open")
    assert tab.locator(".layer-history .card").first.is_visible()


def test_print_shows_folded_parts_and_hides_the_controls(desk: Desk, html: str) -> None:
    tab = desk.open(html, WIDE)
    tab.emulate_media(media="print")
    assert not tab.locator(".bar").is_visible() and not tab.locator("#pane").is_visible()
    assert not tab.locator(".val > button + span").first.is_visible()  # why a value is so is for the screen
    folded = tab.locator("details:not([open]):not(.aside)").count()
    count = "window.folded = document.querySelectorAll('details:not([open]):not(.aside)').length"
    tab.evaluate(f"window.addEventListener('beforeprint', () => {{ {count} }})")
    assert tab.pdf(format="A4").startswith(b"%PDF")
    assert tab.evaluate("window.folded") == 0 and tab.locator("details:not([open]):not(.aside)").count() == folded > 0


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_value_shows_why_by_pointer_tap_and_keyboard(desk: Desk, html: str, size: dict[str, int]) -> None:
    tab = desk.open(html, size, has_touch=size is PHONE)
    value = tab.locator("#events .card .facts .val > button").first
    reason = value.locator("xpath=following-sibling::span")
    assert not reason.is_visible()
    value.tap() if size is PHONE else value.hover()
    assert reason.is_visible()
    tab.keyboard.press("Escape")
    assert not reason.is_visible()
    tab.locator("#events .card .who .val > button").first.focus()
    for _ in range(40):
        tab.keyboard.press("Tab")
        if reason.is_visible():
            break
    assert reason.is_visible()
    assert value.get_attribute("aria-describedby") == reason.get_attribute("id")
    assert tab.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_a_page_of_five_hundred_reports_opens_at_once(desk: Desk, record_property: Callable[[str, object], None]) -> None:
    """Under 12 MB and, the best of three, two seconds of processor time; what is far off is drawn when it is reached."""
    large = page(extreme.many(500, 3))
    assert len(large.encode()) < 12_000_000
    took = min(_seconds_to_open(desk, large) for _ in range(3))
    record_property("seconds", took)
    assert took < 2.0


def _seconds_to_open(desk: Desk, html: str) -> float:
    """The processor time of the page's main thread until it is loaded: the clock would measure what else the machine does."""
    tab = desk.open("<p>nothing yet", WIDE)
    meter = tab.context.new_cdp_session(tab)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    (desk.folder / "brief.html").write_text(html, encoding="utf-8")
    tab.reload()
    found = {m["name"]: m["value"] for m in meter.send("Performance.getMetrics")["metrics"]}
    tab.context.close()
    return float(found["TaskDuration"])


def test_texts_of_many_reports_open_one_by_one_and_are_printed_where_they_are_open(desk: Desk) -> None:
    tab = desk.open(page(extreme.many(12, 3)), WIDE)
    assert tab.locator("#reports h3:visible").count() == 12 and tab.locator("#reports .text:visible").count() == 0
    tab.locator("#e5 .tell a.ev").click()
    tab.locator("#pane .jump a").click()
    assert tab.locator("#reports .text:visible").count() == 1
    tab.emulate_media(media="print")
    assert tab.locator("#reports .text:visible").count() == 1 and tab.locator("#reports h3:visible").count() == 12
    tab.emulate_media(media="screen")
    tab.locator("#unfold").click()
    assert tab.locator("#reports .text:visible").count() == 12
    tab.locator("#unfold").click()
    assert tab.locator("#reports .text:visible").count() == 0


def test_a_folded_text_opens_without_script(desk: Desk) -> None:
    tab = desk.open(page(extreme.many(12, 3)), WIDE, java_script_enabled=False)
    tab.locator("#e5 .tell a.ev").click()
    assert tab.locator("#reports .text:visible").count() == 1


def test_events_are_picked_by_report(desk: Desk) -> None:
    tab = desk.open(page(extreme.many(12, 3)), WIDE)
    assert tab.locator("#picks select[data-key=in] option").nth(10).inner_text().startswith("R10 “Report ")
    tab.locator("#picks select[data-key=in]").select_option("R10")
    shown = tab.locator("#events .card:visible .tell .ref").all_inner_texts()
    assert len(shown) == 3 and all(ref.startswith("R10 ") for ref in shown)


def test_a_large_page_reaches_and_prints_what_it_did_not_draw(desk: Desk) -> None:
    tab = desk.open(page(extreme.many(60, 3)), WIDE)
    tab.evaluate("location.hash = 'e150'")
    tab.wait_for_function(
        "(() => { const at = document.getElementById('e150').getBoundingClientRect(); return at.top < innerHeight && at.bottom > 0; })()"
    )
    tab.locator("#e150 .val > button").first.hover()
    assert tab.locator("#e150 .val > button + span").first.is_visible()
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.querySelector('#reports .sheet')).contentVisibility") == "visible"
    assert tab.evaluate("document.documentElement.scrollWidth") <= WIDE["width"]
