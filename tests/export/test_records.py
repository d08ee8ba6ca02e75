import json

import pytest
import samples

from casus.export import KINDS, event_record, records
from casus.export.parts import number
from casus.model.errors import ExportError

EVENT_KEYS = [
    "id",
    "type",
    "modes",
    "actors",
    "recipients",
    "date",
    "place",
    "killed",
    "injured",
    "killed_or_injured",
    "captured",
    "size",
    "status",
    "layer",
    "aggregate",
    "sources",
    "claims",
    "contested",
    "cautions",
    "reports",
    "merge",
    "casus",
    "codebook",
    "certain",
    "judged",
]
PARTY_KEYS = ["id", "name", "words", "reason", "suspected"]
DATE_KEYS = ["start", "end", "precision", "words", "basis"]
PLACE_KEYS = ["name", "id", "within", "lat", "lon", "precision_ucdp", "precision_acled", "words"]
COUNT_KEYS = ["low", "best", "high", "who", "qualifier", "rule"]
SOURCE_KEYS = ["name", "capacity", "chain", "verb", "stance"]


def raid() -> dict:
    return records(samples.picture((samples.first_reading(),)))[0]


def test_an_event_has_every_key_in_the_contracts_order() -> None:
    for event in records(samples.picture(), low=True):
        assert list(event) == EVENT_KEYS


def test_the_parts_of_an_event_have_every_key() -> None:
    event = raid()
    assert list(event["actors"][0]) == list(event["recipients"][0]) == PARTY_KEYS
    assert list(event["date"]) == DATE_KEYS
    assert list(event["place"]) == PLACE_KEYS
    assert list(event["killed"]) == COUNT_KEYS
    assert list(event["sources"][0]) == SOURCE_KEYS
    assert list(event["merge"]) == ["score", "because"]
    account = event["claims"][0]
    assert list(account)[:5] == ["report", "sentence", "status", "sources", "killed"]
    assert list(account["killed"]) == ["low", "best", "high"]
    assert account["evidence"][0] == {"field": "act", "start": 25, "end": 31, "words": "bombed", "rule": "frame bomb"}


def test_what_is_unknown_is_null_and_never_zero() -> None:
    event = raid()
    assert event["injured"] is None
    assert event["killed"]["high"] is None
    bounded = next(e for e in records(samples.picture(), low=True) if e["modes"] == ["abduct"])
    assert bounded["place"] is None and bounded["sources"] == []
    assert bounded["date"] == {
        "start": None, "end": "2024-03-06", "precision": "bounded", "words": None, "basis": "publication",
    }  # fmt: skip


def test_claims_name_their_sources_by_index() -> None:
    event = records(samples.picture())[0]
    said = {(c["status"], event["sources"][i]["name"]) for c in event["claims"] for i in c["sources"]}
    assert said == {
        ("attributed", "Red Hill Front"),
        ("denied", "the army"),
        ("attributed", "The defence ministry"),
    }


def test_a_source_that_only_a_claim_has_is_added() -> None:
    from dataclasses import replace

    picture = samples.picture()
    bare = replace(picture.events[0], sources=())
    record = event_record(bare, picture.stamp)
    assert {s["name"] for s in record["sources"]} == {"Red Hill Front", "the army", "The defence ministry"}
    assert all(i < len(record["sources"]) for c in record["claims"] for i in c["sources"])


def test_weak_events_are_printed_on_request_only_and_marked() -> None:
    assert [e["certain"] for e in records(samples.picture())] == [True]
    assert [e["certain"] for e in records(samples.picture(), low=True)] == [True, False]
    assert len(records(samples.picture(), "claims", low=True)) == len(records(samples.picture(), "claims")) + 1


@pytest.mark.parametrize("kind", KINDS)
def test_words_stand_at_their_offsets(kind: str) -> None:
    texts = {r["id"]: r["text"] for r in records(samples.picture(), "reports")}
    for record in records(samples.picture(), kind, low=True):
        accounts = record.get("claims") if kind == "events" else [record]
        for account in accounts or []:
            evidence = account.get("evidence") or []
            for e in evidence if isinstance(evidence, list) else [evidence]:
                assert texts[account["report"]][e["start"] : e["end"]] == e["words"]


@pytest.mark.parametrize("kind", KINDS)
def test_records_are_plain_json(kind: str) -> None:
    found = records(samples.picture(), kind, low=True)
    assert found
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_contested_figures_name_version_source_and_report() -> None:
    event = records(samples.picture())[0]
    (contest,) = event["contested"]
    assert contest["field"] == "killed"
    assert {(v["value"], event["sources"][v["source"]]["name"]) for v in contest["versions"]} == {
        (12, "Red Hill Front"),
        (20, "The defence ministry"),
    }


def test_coordinates_and_scores_are_rounded() -> None:
    assert raid()["place"]["lat"] == 34.12346
    assert records(samples.picture())[0]["merge"]["score"] == 0.877
    assert (number(5.0, 6), number(12.5, 6), number(None, 6)) == (5, 12.5, None)


def test_claims_lead_to_their_event() -> None:
    events = {e["id"] for e in records(samples.picture())}
    assert {c["event"] for c in records(samples.picture(), "claims")} == events


def test_reports_carry_their_text_and_their_near_copies() -> None:
    found = records(samples.picture(), "reports")
    copies = [r for r in found if r["near_copies"]]
    assert [len(r["near_copies"]) for r in copies] == [1, 1]
    assert all(r["id"] not in r["near_copies"] for r in copies)
    assert {r["published"] for r in found} == {"2024-03-06"}


def test_an_identified_actor_is_one_record_an_unidentified_one_one_per_report() -> None:
    found = records(samples.picture(), "actors", low=True)
    army = next(a for a in found if a["id"] == "nor-army")
    assert army["words"] == ["Army jets", "jets"] and len(army["reports"]) == 3
    fighters = [a for a in found if a["name"] == "fighters"]
    assert len(fighters) == 2 and all(len(a["reports"]) == 1 for a in fighters)
    assert next(a for a in found if a["name"] == "Gunmen")["id"] is None


def test_a_relation_says_from_whom_to_whom_and_by_which_words() -> None:
    (relation,) = records(samples.picture(), "relations")
    assert (relation["from"]["id"], relation["to"]["id"], relation["sign"]) == ("nor-army", "rhf", "-")
    assert relation["evidence"]["words"] == "bombed"


def test_a_caution_on_the_whole_report_has_no_words() -> None:
    found = records(samples.picture(), "cautions")
    assert [c["evidence"] is None for c in found if c["kind"] == "date-missing"] == [True, True]
    assert all(c["suggestion"] for c in found)


def test_records_do_not_depend_on_the_order_of_readings() -> None:
    there, back = samples.readings(), samples.readings()[::-1]
    for kind in KINDS:
        assert records(samples.picture(there), kind, low=True) == records(samples.picture(back), kind, low=True)


def test_an_unknown_kind_lists_the_known_ones() -> None:
    with pytest.raises(ExportError, match="choose one of: events, claims"):
        records(samples.picture(), "stories")
