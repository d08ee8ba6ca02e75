"""Who may come in: this machine, with the token, from our own pages; nobody else, and no page asks anybody for anything."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import casus

Bench = Callable[..., tuple]
POSTS = ["/undo", "/reload", "/event/x/accept", "/report/x/add", "/api/judgements"]


@pytest.fixture
def client(case: casus.Case, bench_of: Bench) -> object:
    return bench_of(case)[1]


def anybody(client: object, **headers: str) -> object:
    from starlette.testclient import TestClient

    return TestClient(client.app, base_url="http://127.0.0.1:8400", headers=headers, follow_redirects=False)


@pytest.mark.parametrize("path", ["/", "/reports", "/decisions", "/judgements.jsonl", "/api/events", "/api/judgements", "/event/x", "/?token=no"])
def test_without_the_token_nothing_is_shown(client: object, path: str) -> None:
    answer = anybody(client).get(path)
    assert answer.status_code == 403 and "casus review" in answer.text and "Rafah" not in answer.text


def test_the_token_opens_and_leaves_the_address(client: object) -> None:
    stranger = anybody(client)
    answer = stranger.get("/", params={"token": client.keys.token})
    assert answer.status_code == 303 and answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert stranger.get("/").status_code == 200


@pytest.mark.parametrize("host", ["evil.example:8400", "evil.example", "127.0.0.1:9999", "127.0.0.1.evil.example:8400", "localhost", "", "[::1", "10.0.0.1:8400"])
def test_other_names_that_point_here_are_refused(client: object, host: str) -> None:
    """DNS rebinding: the browser would show its cookie to the same name only, but the name must not be heard at all."""
    assert client.get("/", headers={"Host": host}).status_code in {400, 421}


@pytest.mark.parametrize("host", ["127.0.0.1:8400", "localhost:8400", "LOCALHOST:8400", "[::1]:8400"])
def test_our_own_names_are_heard(client: object, host: str) -> None:
    assert client.get("/static/bench.css", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8400", "http://127.0.0.1:8401", "http://127.0.0.1:8400.evil.example", ""])
def test_other_sites_cannot_post(client: object, case: casus.Case, path: str, origin: str) -> None:
    assert client.post(path, headers={"Origin": origin}).status_code == 403
    assert case.judgements() == ()


def test_a_post_without_origin_needs_the_token_itself(client: object, case: casus.Case) -> None:
    program = anybody(client)
    event = case.events()[0].id
    decision = {"verdict": "accept", "event": event}
    assert program.post("/api/judgements", json=decision).status_code == 403
    assert program.post("/api/judgements", json=decision, headers={"Authorization": "Bearer wrong"}).status_code == 403
    assert program.post("/api/judgements", json=decision, headers={"Authorization": f"Bearer {client.keys.token}"}).status_code == 201


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_unknown(client: object, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_a_large_body_is_not_read(client: object) -> None:
    assert client.post("/event/x/note", content=b"note=" + b"x" * 2_000_000).status_code == 413


@pytest.mark.parametrize("path", ["/", "/reports", "/nowhere", "/static/bench.js", "/api/events"])
def test_every_answer_forbids_what_is_not_ours(client: object, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy
    assert answer.headers["x-frame-options"] == "DENY" and answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("name", ["../app.py", "..%2f..%2fapp.py", "%2e%2e/desk.py", "/etc/passwd", "bench.js%00.css", "templates/base.html.j2", "..\\door.py"])
def test_paths_lead_nowhere_else(client: object, name: str) -> None:
    answer = client.get(f"/static/{name}")
    assert answer.status_code in {400, 404} and "import" not in answer.text and "root:" not in answer.text


def test_no_page_names_another_host(client: object, case: casus.Case) -> None:
    event = case.events()[0]
    for path in ("/", f"/event/{event.id}", f"/report/{event.reports[0][7:]}", "/reports", "/decisions", "/agreement", "/static/bench.css", "/static/bench.js"):
        text = client.get(path).text
        assert not re.findall(r"""(?:src|href|action|url\()\s*=?\s*["'(]?\s*(?:https?:)?//""", text), path


def test_other_addresses_need_a_password() -> None:
    from casus.model.errors import CaseError
    from casus.review.serving import keys_for

    with pytest.raises(CaseError, match="CASUS_PASSWORD"):
        keys_for("0.0.0.0", 0, None)
    assert keys_for("0.0.0.0", 0, "sesame").hosted("127.0.0.1:1") is False


def test_the_password_opens_where_one_is_set(case: casus.Case, bench_of: Bench) -> None:
    _, client = bench_of(case, password="sesame")
    stranger = anybody(client, Origin="http://127.0.0.1:8400")
    assert stranger.get("/").headers["location"] == "/enter"
    assert stranger.post("/enter", data={"password": "open"}).status_code == 403
    assert stranger.get("/decisions").status_code == 303
    assert stranger.post("/enter", data={"password": "sesame"}).headers["location"] == "/"
    assert stranger.get("/").status_code == 200
    assert stranger.post("/enter", data={"password": "sesame"}, headers={"Origin": "http://evil.example"}).status_code == 403
