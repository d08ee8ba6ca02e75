"""The workbench without a browser: what is shown, what each form decides, and that hostile texts stay texts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import casus
from casus.model.event import Event
from casus.pipeline import Tools

Bench = Callable[..., tuple]


def told(case: casus.Case, words: str) -> Event:
    return next(e for e in case.events(low=True) if any(words in c.act.words for c in e.claims))


def test_the_queue_shows_the_doubtful_first_and_filters(case: casus.Case, bench_of: Bench) -> None:
    desk, client = bench_of(case)
    page = client.get("/").text
    order = re.findall(r'<h2><a href="/event/(\w+)">', page)
    assert set(order) == set(desk.events) and order[0] == told(case, "bombed").id
    many = re.findall(r'<h2><a href="/event/(\w+)">', client.get("/?why=many-harmed").text)
    assert many == [told(case, "bombed").id]
    assert "Nothing here" in client.get("/?state=rejected").text


def test_events_are_found_by_their_words(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)

    def found(like: str) -> list[str]:
        return re.findall(r'<h2><a href="/event/(\w+)">', client.get("/", params={"like": like}).text)

    assert found("hezbollah GALILEE") == [told(case, "shelled").id]
    assert found("gunmen 2024") == [told(case, "shot dead").id]
    assert found("hezbollah basra") == []
    assert "No event here holds these words." in client.get("/?like=nowhere").text
    assert "&amp;like=school%20in" in client.get("/?like=school+in").text


def test_any_other_event_can_be_joined(case: casus.Case, bench_of: Bench) -> None:
    desk, client = bench_of(case)
    one, other = told(case, "shelled"), told(case, "shot dead")
    assert "They are one" not in client.get(f"/event/{one.id}").text
    page = client.get(f"/event/{one.id}?like=basra+gunmen").text
    assert re.findall(r'name="other" value="(\w+)"', page) == [other.id]
    assert one.id not in re.findall(r'name="other" value="(\w+)"', client.get(f"/event/{one.id}?like=").text)
    assert "No other event holds these words." in client.get(f"/event/{one.id}?like=nowhere").text
    client.post(f"/event/{one.id}/join", data={"other": other.id})
    assert desk.home[one.claims[0].id] == desk.home[other.claims[0].id]


def test_one_passage_is_split_off(case: casus.Case, bench_of: Bench) -> None:
    desk, client = bench_of(case)
    for other in ("shot dead", "air strike"):
        a, b = desk.events[desk.home[told(case, "shelled").claims[0].id]], desk.events[desk.home[told(case, other).claims[0].id]]
        client.post(f"/event/{a.id}/join", data={"other": b.id})
    whole = desk.events[desk.home[told(case, "shelled").claims[0].id]]
    assert len(whole.claims) >= 3
    off = next(c.id for c in whole.claims if "shot dead" in c.act.words)
    assert f'name="reports" value="{off}"' in client.get(f"/event/{whole.id}").text
    client.post(f"/event/{whole.id}/split", data={"reports": [off]})
    assert [c.id for c in desk.events[desk.home[off]].claims] == [off]
    assert len({desk.home[c.id] for c in whole.claims if c.id != off}) == 1


def test_the_log_says_what_was_taken_back(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    client.post(f"/event/{told(case, 'shelled').id}/reject")
    client.post("/undo")
    assert "Taken back: rejected <q>" in client.get("/decisions").text


def test_accepting_goes_to_the_next_and_is_obeyed(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    event = told(case, "bombed")
    answer = client.post(f"/event/{event.id}/accept", data={"note": "checked"})
    assert answer.status_code == 200 and "/event/" in str(answer.url) and event.id not in str(answer.url).split("?")[0]
    assert "Accepted." in answer.text
    (kept,) = case.judgements()
    assert (kept.verdict, kept.coder, kept.note, kept.subject) == ("accept", "ada", "checked", event.id)
    assert [j.verdict for j in told(case, "bombed").judged] == ["accept"]


def test_rejecting_can_be_taken_back(case: casus.Case, bench_of: Bench) -> None:
    desk, client = bench_of(case)
    event = told(case, "shelled")
    client.post(f"/event/{event.id}/reject")
    assert event.id in desk.rejected and event.id not in {e.id for e in case.events(low=True)}
    page = client.post("/undo")
    assert event.id in str(page.url) and "Taken back" in page.text
    assert event.id in desk.events and event.id in {e.id for e in case.events(low=True)}
    assert client.post("/undo").status_code == 200
    assert [j.verdict for j in case.judgements()] == ["reject", "withdraw"]


def test_a_figure_is_set_by_marking_its_words(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    event = told(case, "bombed")
    report = next(c for c in event.claims if "bombed" in c.act.words).report
    text = next(r.report.text for r in case.readings() if r.report.id == report)
    start = text.index("at least 30")
    client.post(f"/event/{event.id}/edit/killed", data={"report": report, "words": "x", "start": start, "end": start + 12, "who": "people"})
    killed = told(case, "bombed").killed
    assert killed is not None
    assert (killed.low, killed.best, killed.high, killed.evidence.words, killed.who) == (30, 30, None, "at least 30", "people")
    client.post(f"/event/{event.id}/edit/killed", data={"report": report, "words": "30 people", "low": "28", "best": "30", "high": "1,031"})
    killed = told(case, "bombed").killed
    assert killed is not None and (killed.low, killed.high, killed.evidence.words) == (28, 1031, "30 people")
    client.post(f"/event/{event.id}/edit/killed", data={"report": report, "none": "1"})
    assert told(case, "bombed").killed is None


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"words": ""}, "mark the words"),
        ({"words": "a hundred"}, "does not stand in this report"),
        ({"words": "a school"}, "states no figure"),
        ({"words": "30 people", "best": "many"}, "is no whole number"),
        ({"words": "30 people", "low": "9", "best": "3"}, "out of order"),
        ({"start": "5", "end": "99999", "words": ""}, "mark the words"),
        ({"start": "-5", "end": "9", "words": ""}, "mark the words"),
    ],
)
def test_what_cannot_be_kept_is_said_and_the_form_stays(case: casus.Case, bench_of: Bench, data: dict, says: str) -> None:
    _, client = bench_of(case)
    event = told(case, "bombed")
    report = next(c for c in event.claims if "bombed" in c.act.words).report
    answer = client.post(f"/event/{event.id}/edit/killed", data={"report": report, **data})
    assert answer.status_code == 422 and says.lower() in answer.text.lower() and 'class="edit"' in answer.text
    assert case.judgements() == ()


def test_an_actor_is_found_and_set_with_its_words(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    event = told(case, "shot")
    report = event.claims[0].report
    found = client.get("/find/actors", params={"name": "Iraqi army"}).text
    slug = re.findall(r'name="actor" value="([\w-]+)"', found)[0]
    client.post(f"/event/{event.id}/edit/actors", data={"report": report, "words": "The army", "actor": slug, "suspected": "1"})
    (party,) = told(case, "shot").actors
    assert (party.id, party.evidence.words, party.suspected) == (slug, "The army", True)
    client.post(f"/event/{event.id}/edit/actors", data={"report": report, "keep": "0", "words": "Gunmen", "kind": "unnamed-armed"})
    assert [p.name for p in told(case, "shot").actors] == [party.name, "Gunmen"]


def test_a_place_comes_from_the_gazetteer_or_has_no_point(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    event = told(case, "shelled")
    report = event.claims[0].report
    found = client.get("/find/places", params={"name": "Haifa"}).text
    slug = re.findall(r'name="place" value="([\w:-]+)"', found)[0]
    client.post(f"/event/{event.id}/edit/place", data={"report": report, "words": "a village in Galilee", "name": "Haifa", "place": slug})
    place = told(case, "shelled").place
    assert place is not None and place.id == slug and place.lat is not None and place.evidence.words == "a village in Galilee"
    client.post(f"/event/{event.id}/edit/place", data={"report": report, "words": "a village in Galilee"})
    place = told(case, "shelled").place
    assert place is not None and place.lat is None and place.id is None


@pytest.mark.parametrize(("field", "data", "got"), [
    ("type", {"value": "COERCE"}, "COERCE"), ("status", {"value": "hedged"}, "hedged"), ("layer", {"value": "history"}, "history"),
    ("aggregate", {"value": "true"}, True), ("modes", {"value": "aerial, drone"}, ("aerial", "drone")),
])  # fmt: skip
def test_plain_values_are_set(case: casus.Case, bench_of: Bench, field: str, data: dict, got: object) -> None:
    _, client = bench_of(case)
    client.post(f"/event/{told(case, 'shelled').id}/edit/{field}", data=data)
    assert getattr(told(case, "shelled"), field) == got


def test_a_day_is_set(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    event = told(case, "shelled")
    client.post(f"/event/{event.id}/edit/date", data={"report": event.claims[0].report, "words": "Tuesday", "from": "2024-12-23", "to": "2024-12-24"})
    date = told(case, "shelled").date
    assert date is not None and (str(date.start), str(date.end), date.precision) == ("2024-12-23", "2024-12-24", "range")


def test_a_missed_event_is_added_from_the_report(case: casus.Case, bench_of: Bench) -> None:
    desk, client = bench_of(case)
    report = next(r.report.id for r in case.readings() if "buried" in r.report.text)
    page = client.post(f"/report/{report[7:]}/add", data={"report": report, "words": "Residents buried the dead", "type": "PROTEST", "status": "asserted"})
    assert page.status_code == 200 and "Event added" in page.text
    assert told(case, "buried").type == "PROTEST"
    client.post(f"/report/{report[7:]}/finish")
    assert desk.finished(report) is not None and case.evaluate().recall is not None


def test_splitting_and_joining(case: casus.Case, bench_of: Bench) -> None:
    desk, client = bench_of(case)
    event = told(case, "bombed")
    assert len(event.reports) == 2
    client.post(f"/event/{event.id}/split")
    one, other = told(case, "bombed"), told(case, "air strike")
    assert one.id != other.id and {one.id, other.id} <= set(desk.events)
    client.post(f"/event/{one.id}/join", data={"other": other.id})
    assert told(case, "bombed").id == told(case, "air strike").id
    client.post("/undo")
    assert told(case, "bombed").id != told(case, "air strike").id


def test_a_blind_coder_sees_only_her_own(case: casus.Case, bench_of: Bench) -> None:
    event = told(case, "shelled")
    case.reject(event.id, coder="zora")
    desk, client = bench_of(case, coder="ada", blind=True)
    assert event.id in desk.events and "zora" not in client.get("/decisions").text + client.get("/agreement").text
    assert "zora" not in client.get("/judgements.jsonl").text and client.get("/api/judgements").json() == []
    seeing, _ = bench_of(case, coder="ada")
    assert event.id in seeing.rejected


def test_another_coder_at_the_same_case_is_noticed(case: casus.Case, bench_of: Bench, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another decided is told by name and taken in without reading the case anew."""
    desk, client = bench_of(case)
    other = casus.Case(case.path, tools=tools)
    other.reject(told(case, "shelled").id, coder="eve")
    other.note(told(case, "bombed").id, "look", coder="eve")
    assert "Added elsewhere: 2 decisions by eve." in client.get("/").text and not desk.rejected
    client.post(f"/event/{told(case, 'bombed').id}/accept")
    assert "Added elsewhere: 2 decisions by eve." in client.get("/").text, "a decision of one's own hides nothing"
    with monkeypatch.context() as lasting:
        lasting.setattr(case, "readings", lambda: pytest.fail("the case was read anew"))
        client.post("/reload")
    assert "Added elsewhere" not in client.get("/").text and len(desk.rejected) == 1
    client.post("/undo")
    client.post("/undo")
    assert len(desk.rejected) == 1, "another's decision is not ours to take back"
    assert [j.coder for j in case.judgements()] == ["eve", "eve", "ada", "ada"]


def test_means_are_ticked_from_a_list(case: casus.Case, bench_of: Bench) -> None:
    desk, client = bench_of(case)
    event = told(case, "bombed")
    form = client.get(f"/event/{event.id}?edit=modes").text
    assert 'value="aerial" checked' in form and 'value="firearms"> shooting' in form
    client.post(f"/event/{event.id}/edit/modes", data={"value": ["aerial", "bomb, own-mode", ""]})
    assert desk.events[event.id].modes == ("aerial", "bomb", "own-mode")


def test_reports_are_found_by_their_names_and_paged(case: casus.Case, bench_of: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    _, client = bench_of(case)
    assert "4 reports with these words" in client.get("/reports?like=valley").text
    found = client.get("/reports?like=BASRA.txt").text
    assert "1 report with these words" in found and "galilee.txt" not in found
    assert "No report holds these words" in client.get("/reports?like=nowhere").text
    monkeypatch.setattr("casus.review.shelf.PER_PAGE", 3)
    assert "1 to 3 of 4" in client.get("/reports").text and "4 to 4 of 4" in client.get("/reports?start=99").text


def test_a_blind_coder_is_not_told_of_the_other(case: casus.Case, bench_of: Bench, tools: Tools, tmp_path: Path) -> None:
    _, client = bench_of(case, blind=True)
    other = casus.Case(case.path, tools=tools)
    other.reject(told(case, "shelled").id, coder="eve")
    assert "Added elsewhere" not in client.get("/").text
    (tmp_path / "new.txt").write_text("Gunmen shot dead two farmers near Mosul on Sunday, police said.", encoding="utf-8")
    other.read(tmp_path / "new.txt", published="2024-12-23")
    assert "Added elsewhere: 1 report." in client.get("/").text
    client.post("/reload")
    assert "Added elsewhere" not in client.get("/").text and "Mosul" in client.get("/").text


def test_decisions_are_saved_as_lines(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    client.post(f"/event/{told(case, 'shelled').id}/note", data={"note": "ask the mayor"})
    (line,) = client.get("/judgements.jsonl").text.splitlines()
    assert json.loads(line)["note"] == "ask the mayor" and json.loads(line)["on"][0]["words"]


def test_what_is_not_there_is_said_plainly(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    assert client.get("/event/nothing").status_code == 409
    assert client.get("/report/nothing").status_code == 409
    assert client.get("/nowhere").status_code == 404 and client.get("/find/keys").status_code == 404
    assert client.post("/withdraw/nothing").status_code == 409
    assert client.get("/?start=99999999&state=x&why=y").status_code == 200
    assert client.get("/?start=no").status_code == 422


HOSTILE = (
    "Rebels shelled <script>alert(1)</script> the market in Wana on Tuesday, killing 5 people, \"<img src=x onerror=alert(2)>\" said. "
    "Army jets bombed </script></textarea></title><svg onload=alert(3)> a village near Wana on Monday. {{ 7*7 }} {% raw %} "
    "The \u202eevil\u202c militia attacked \x07 a convoy in Wana on Sunday, '\"><a href=javascript:alert(4)>officials</a> said. "
) + "Gunmen attacked " + "Very" * 300 + "long village on Monday."


@pytest.fixture
def hostile(tools: Tools, tmp_path: Path) -> casus.Case:
    case = casus.Case(tmp_path / "hostile.casus", tools=tools)
    (tmp_path / "x.jsonl").write_text(json.dumps({"text": HOSTILE, "title": "=cmd|'/C calc'!A1 <b>title</b>", "publisher": "<i>p</i>", "published": "2024-12-26"}))
    case.read(tmp_path / "x.jsonl")
    return case


def test_hostile_texts_stay_texts_on_every_page(hostile: casus.Case, bench_of: Bench) -> None:
    desk, client = bench_of(hostile, coder="<b>ada</b>")
    assert desk.events
    event = next(iter(desk.events.values()))
    client.post(f"/event/{event.id}/note", data={"note": "<script>alert(9)</script>"})
    paths = ["/", "/?state=all", "/reports", "/decisions", "/agreement", f"/report/{event.reports[0][7:]}"]
    paths += [f"/event/{e}?edit={field}" for e in desk.events for field in ("actors", "place", "killed", "type", "")]
    for path in paths:
        page = client.get(path).text
        assert len(re.findall("<script", page)) == 2, path
        assert not re.search(r"<(img|a href=javascript|svg onload|b>title|i>p|b>ada)|</textarea></title>", page), path
        assert "\u202e" not in re.sub(r'<bdi class="ctl"[^>]*>.</bdi>', "", page), path
        assert "49 {" not in page


def test_marked_offsets_hold_in_hostile_texts(hostile: casus.Case, bench_of: Bench) -> None:
    """The text of the page, its tags taken away, is the report's, character for character."""
    import html

    desk, client = bench_of(hostile)
    report = next(iter(desk.readings.values())).report
    page = client.get(f"/report/{report.id[7:]}").text
    runs = re.findall(r'<(?:span|mark) class="t[^"]*" data-start="(\d+)"[^>]*>(.*?)</(?:span|mark)>', page, re.DOTALL)
    assert runs
    for start, inner in runs:
        shown = html.unescape(re.sub(r"<[^>]+>", "", inner))
        there = report.text[int(start) : int(start) + len(shown)]
        assert shown.replace("\u2407", "\x07") == there


def test_exports_run_nothing_in_a_spreadsheet(hostile: casus.Case, tmp_path: Path) -> None:
    event = hostile.events(low=True)[0]
    act = event.claims[0].act
    at = {"report": act.report, "start": act.start, "end": act.end, "words": act.words}
    hostile.edit(event.id, "actors", [{"name": "=HYPERLINK(\"http://evil\")", "at": at}], coder="@SUM(1)", note="+1")
    hostile.export("csv", tmp_path / "e.csv", low=True)
    cells = re.findall(r'(?:^|,)("?)([=+@-])', (tmp_path / "e.csv").read_text(encoding="utf-8-sig"), re.MULTILINE)
    assert cells == []


def test_a_source_is_added_changed_and_dropped_by_its_words(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    event = told(case, "shelled")
    assert event.sources == ()
    report = event.claims[0].report
    where = f"/event/{event.id}/edit/sources"
    assert 'name="stance"' in client.get(f"/event/{event.id}?edit=sources").text
    data = {"report": report, "words": "Hezbollah", "name": "Hezbollah", "capacity": "party", "stance": "admits"}
    client.post(where, data=data)
    (source,) = told(case, "shelled").sources
    assert (source.name, source.capacity, source.stance, source.evidence.words) == ("Hezbollah", "party", "admits", "Hezbollah")
    assert told(case, "shelled").claims[0].sources == (source,)
    assert "set by ada" in client.get(f"/event/{event.id}").text
    client.post(where, data={"report": report, "keep": "0", "capacity-0": "party", "stance-0": "denies"})
    assert [s.stance for s in told(case, "shelled").sources] == ["denies"]
    client.post(where, data={"report": report})
    assert told(case, "shelled").sources == () and told(case, "shelled").claims[0].sources == ()
    assert client.post(where, data={"report": report, "words": "nobody at all"}).status_code == 422


def test_a_source_of_two_reports_is_changed_in_both_and_its_figures_follow(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    event = told(case, "bombed")
    names = [s.name for s in event.sources]
    keep = {"keep": [str(k) for k in range(len(names))], **{f"capacity-{k}": "ngo" for k in range(len(names))}}
    client.post(f"/event/{event.id}/edit/sources", data={"report": event.claims[0].report, **keep})
    after = told(case, "bombed")
    assert [(s.name, s.capacity) for s in after.sources] == [(n, "ngo") for n in names] and names
    assert {s.capacity for c in after.claims for s in c.sources} == {"ngo"}
    assert after.contested == event.contested
    client.post(f"/event/{event.id}/edit/sources", data={"report": event.claims[0].report})
    assert {v.source for c in told(case, "bombed").contested for v in c.versions} <= {None}
    assert all(record["claims"] for record in case.events().to_dicts() if record["id"] == event.id)


def test_the_next_event_is_one_of_the_reason_that_was_chosen(case: casus.Case, bench_of: Bench) -> None:
    """Who goes through the denied ones is not sent to others in between."""
    _, client = bench_of(case)
    queue = client.app.app.state.bench.queue
    items = queue.items(state="open")
    reason, here, there = next(
        (reason, a.id, b.id) for a in items for b in items for reason in b.reasons
        if a is not b and queue.after(a.id) != b.id and sum(reason in i.reasons for i in items if i is not a) == 1
    )  # fmt: skip
    client.get(f"/?why={reason}")
    assert client.post(f"/event/{here}/accept").url.path == f"/event/{there}"
