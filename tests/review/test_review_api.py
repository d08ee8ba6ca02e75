"""The JSON face: what it says of itself is what it does, whatever it is sent (schemathesis)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import casus

schemathesis = pytest.importorskip("schemathesis")
Bench = Callable[..., tuple]


def test_a_program_reads_and_decides(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case)
    first = client.get("/api/events").json()[0]
    whole = client.get(f"/api/events/{first['id']}").json()
    report = client.get(f"/api/reports/{whole['reports'][0]}").json()
    start = report["text"].index("people")
    at = {"report": report["id"], "start": start, "end": start + 6, "words": "people"}
    made = client.post("/api/judgements", json={"verdict": "edit", "event": first["id"], "field": "injured", "value": {"best": 3, "at": at}})
    assert made.status_code == 201 and client.get(f"/api/events/{first['id']}").json()["injured"]["best"] == 3
    assert [j["id"] for j in client.get("/api/judgements").json()] == [made.json()["id"]]
    wrong = client.post("/api/judgements", json={"verdict": "edit", "event": first["id"], "field": "injured", "value": {"best": 3}})
    assert wrong.status_code == 422 and "words" in wrong.json()["detail"]


@pytest.mark.parametrize("path", ["/api/events", "/api/events/{event}", "/api/reports/{report}", "/api/actors", "/api/places", "/api/judgements"])
def test_schemathesis_finds_no_fault(case: casus.Case, bench_of: Bench, path: str) -> None:
    """Twenty-five requests of every operation: no server error, and every answer as the schema says."""
    from hypothesis import HealthCheck, given, settings
    from schemathesis.checks import CHECKS, load_all_checks

    _, client = bench_of(case)
    app = client.app.app
    schema = schemathesis.openapi.from_dict(app.openapi())
    load_all_checks()
    checks = CHECKS.get_by_names(["not_a_server_error", "status_code_conformance", "response_schema_conformance", "content_type_conformance"])
    event, report = case.events()[0].id, case.events()[0].reports[0]
    for operation in (schema[path][method] for method in schema[path]):

        @given(drawn=operation.as_strategy())
        @settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None, database=None)
        def every(drawn: schemathesis.Case) -> None:
            if isinstance(drawn.body, dict) and drawn.body.get("event"):
                drawn.body["event"] = event
            if drawn.path_parameters and "report" in drawn.path_parameters:
                drawn.path_parameters["report"] = report
            sent = drawn.as_transport_kwargs(base_url="http://127.0.0.1:8400")
            sent["headers"] = {k: v for k, v in (sent.get("headers") or {}).items() if k.lower() in {"content-type", "accept"}}
            answer = client.request(**{k: v for k, v in sent.items() if k in {"method", "url", "params", "json", "content", "data", "headers"}})
            drawn.validate_response(schemathesis.Response.from_httpx(answer, verify=False), checks=checks)

        every()
