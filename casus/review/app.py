"""The workbench's pages: what each address shows, and what each form decides. Every decision answers with a redirect to a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from casus.judge import Signature, agreement, written
from casus.model.errors import CasusError
from casus.model.judgement import Judgement
from casus.review.api import api
from casus.review.bench import Bench, Posted, TheBench, bench_of
from casus.review.desk import Desk
from casus.review.door import Door, Keys, let_in
from casus.review.find import find_actors, find_places
from casus.review.forms import Form, added, field_value, one
from casus.review.handed import handed
from casus.review.pages import asset, page, short
from casus.review.queue import REASONS, STATES
from casus.review.shelf import shelf
from casus.review.views import LABELS, event_view, queue_row, sheet

PER_PAGE = 50
"""How many events the queue shows at once."""

LATEST = 200
"""How many decisions the log shows, the latest first."""

ALIKE = 12
"""How many events are offered as the same as one."""


def workbench(desk: Desk, keys: Keys) -> Door:
    """Return the application behind its door."""
    app = FastAPI(title="Casus workbench", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.bench = Bench(desk, keys)
    app.include_router(api, prefix="/api")
    app.include_router(handed, prefix="/api")
    _pages(app)
    return Door(app, keys=keys)


def _pages(app: FastAPI) -> None:
    for path, view in (
        ("/", _queue), ("/event/{event}", _event), ("/reports", _reports), ("/report/{report}", _report), ("/decisions", _decisions),
        ("/agreement", _agreement), ("/find/{what}", _find), ("/judgements.jsonl", _lines), ("/static/{name}", _static), ("/enter", _enter),
    ):  # fmt: skip
        app.get(path, include_in_schema=False)(view)
    for path, action in (
        ("/event/{event}/accept", _accept), ("/event/{event}/reject", _reject), ("/event/{event}/note", _note),
        ("/event/{event}/edit/{field}", _edit), ("/event/{event}/split", _split), ("/event/{event}/join", _join),
        ("/event/{event}/apart", _apart), ("/report/{report}/add", _add), ("/report/{report}/finish", _finish),
        ("/undo", _undo), ("/withdraw/{judgement}", _withdraw), ("/reload", _reload), ("/enter", _enter_with),
    ):  # fmt: skip
        app.post(path, include_in_schema=False)(action)
    app.add_exception_handler(CasusError, _trouble)
    app.add_exception_handler(HTTPException, _no_page)


def _queue(request: Request, bench: TheBench, state: str = "open", why: str = "", start: int = 0, like: str = "") -> Response:
    state, why = state if state in STATES else "open", why if why in REASONS else ""
    bench.why, like = why, " ".join(like[:200].split())
    asked = bench.queue.search(state=state, why=why, like=like)
    found, whys = asked.items, asked.whys
    start = max(0, min(start, max(len(found) - 1, 0))) // PER_PAGE * PER_PAGE
    rows = [queue_row(i) for i in found[start : start + PER_PAGE]]
    more = start + PER_PAGE if start + PER_PAGE < len(found) else None
    return bench.page(
        "queue", request, rows=rows, state=state, why=why, like=like, whys=whys, total=len(found), start=start, more=more,
        before=start - PER_PAGE if start else None,
    )  # fmt: skip


def _event(request: Request, bench: TheBench, event: str, edit: str = "", report: str = "", like: str | None = None) -> Response:
    return _event_page(request, bench, event, edit=edit, report=report, like=like)


def _event_page(
    request: Request, bench: Bench, event: str, *, edit: str = "", report: str = "", problem: str = "", form: Form | None = None,
    like: str | None = None,
) -> Response:  # fmt: skip
    with bench.desk.lock:
        found = bench.desk.event(event)
        view = event_view(bench.desk, bench.queue, found, f"sha256:{short(report)}" if report else None, after=bench.after(event))
    editing = edit if edit in LABELS else ""
    others = None if like is None else [queue_row(i) for i in bench.queue.near(found, like[:200])[:ALIKE]]
    return bench.page(
        "event", request, 422 if problem else 200, view=view, editing=editing, problem=problem, form=form or {}, like=like or "",
        others=others,
    )  # fmt: skip


def _reports(request: Request, bench: TheBench, start: int = 0, like: str = "") -> Response:
    like = " ".join(like[:200].split())
    with bench.desk.lock:
        found = shelf(bench.desk, like=like, start=start)
    return bench.page("reports", request, shelf=found, like=like)


def _report(request: Request, bench: TheBench, report: str) -> Response:
    return _report_page(request, bench, report)


def _report_page(request: Request, bench: Bench, report: str, *, problem: str = "", form: Form | None = None) -> Response:
    found = bench.desk.report(report)
    with bench.desk.lock:
        shown, told = sheet(bench.desk, found.id), bench.desk.told_in(found.id)
    lines = [queue_row(i) for e in told if (i := bench.queue.item(e.id)) is not None]
    return bench.page("report", request, 422 if problem else 200, sheet=shown, told=lines, problem=problem, form=form or {})


def _decisions(request: Request, bench: TheBench) -> Response:
    desk = bench.desk
    shown = desk.seen_by_coder()
    stands = {j.id for j in desk.decided()}
    mine = {j.id for j in desk.mine()}
    by_id = {j.id: j for j in shown}
    rows = [
        {"judgement": j, "stands": j.id in stands, "mine": j.id in mine, "event": desk.home_of(j), "undid": by_id.get(j.subject)}
        for j in reversed(shown[-LATEST:])
    ]
    return bench.page("decisions", request, rows=rows, total=len(shown))


def _agreement(request: Request, bench: TheBench) -> Response:
    desk = bench.desk
    if desk.blind:
        return bench.page("agreement", request, found=None)
    return bench.page("agreement", request, found=agreement(desk.folded.merged.events, desk.all, desk.texts))


def _find(bench: TheBench, what: str, name: str = "") -> Response:
    look = {"actors": find_actors, "places": find_places}.get(what)
    if look is None:
        raise HTTPException(404)
    return HTMLResponse(page("found", found=look(name[:200], bench.desk.case.tools), what=what.removesuffix("s"), asked=name.strip()))


def _lines(bench: TheBench) -> Response:
    shown = bench.desk.seen_by_coder()
    headers = {"Content-Disposition": 'attachment; filename="judgements.jsonl"'}
    return Response(b"".join(written(sorted(shown, key=lambda j: (j.made, j.id)))), media_type="application/jsonl", headers=headers)


def _static(name: str) -> Response:
    found = asset(name)
    if found is None:
        raise HTTPException(404)
    return Response(found[0], media_type=found[1])


def _to(path: str, judgement: Judgement | None = None, **query: str) -> Response:
    asked = {**query, **({"done": judgement.id} if judgement is not None else {})}
    return RedirectResponse(f"{path}?{urlencode(asked)}" if asked else path, 303)


def _decide(bench: Bench, event: str, decide: Callable[[Signature], Judgement], note: str = "", *, on: bool = False) -> Response:
    """Make a decision on an event, then show it again, or, `on`, the next one that is open."""
    following = bench.after(event) if on else None
    made = bench.desk.decide(decide, note=note)
    if on:
        return _to(f"/event/{following}", made) if following in bench.desk.events else _to("/", made)
    return _to(f"/event/{bench.desk.home_of(made) or event}", made)


def _accept(bench: TheBench, event: str, form: Posted) -> Response:
    found = bench.desk.event(event)
    return _decide(bench, event, lambda sign: sign.accept(found), one(form, "note"), on=True)


def _reject(bench: TheBench, event: str, form: Posted) -> Response:
    found = bench.desk.event(event)
    return _decide(bench, event, lambda sign: sign.reject(found), one(form, "note"), on=True)


def _note(request: Request, bench: TheBench, event: str, form: Posted) -> Response:
    found = bench.desk.event(event)
    try:
        return _decide(bench, event, lambda sign: sign.remark(found), one(form, "note"))
    except CasusError as error:
        return _event_page(request, bench, event, problem=str(error), form=form)


def _edit(request: Request, bench: TheBench, event: str, field: str, form: Posted) -> Response:
    found, desk = bench.desk.event(event), bench.desk
    report = desk.report(one(form, "report") or found.claims[0].report)
    try:
        value = field_value(field, form, found, report, desk.case.tools)
        made = desk.decide(lambda sign: sign.edit(found, field, value, desk.texts), note=one(form, "note"))
    except CasusError as error:
        return _event_page(request, bench, event, edit=field, report=report.id, problem=str(error), form=form)
    return _to(f"/event/{desk.home_of(made) or event}", made, report=short(report.id))


def _split(bench: TheBench, event: str, form: Posted) -> Response:
    found = bench.desk.event(event)
    return _decide(bench, event, lambda sign: sign.split(found, form.get("reports") or ()), one(form, "note"))


def _join(bench: TheBench, event: str, form: Posted) -> Response:
    found, other = bench.desk.event(event), bench.desk.event(one(form, "other"))
    return _decide(bench, event, lambda sign: sign.join(found, other), one(form, "note"))


def _apart(bench: TheBench, event: str, form: Posted) -> Response:
    found, other = bench.desk.event(event), bench.desk.event(one(form, "other"))
    return _decide(bench, event, lambda sign: sign.part(found, other), one(form, "note"))


def _add(request: Request, bench: TheBench, report: str, form: Posted) -> Response:
    found, desk = bench.desk.report(report), bench.desk
    try:
        made = desk.decide(lambda sign: sign.add(added(form, found), desk.texts), note=one(form, "note"))
    except CasusError as error:
        return _report_page(request, bench, report, problem=str(error), form=form)
    return _to(f"/event/{desk.home_of(made)}", made)


def _finish(bench: TheBench, report: str) -> Response:
    found = bench.desk.report(report)
    return _to(f"/report/{short(found.id)}", bench.desk.decide(lambda sign: sign.finish(found.id)))


def _undo(bench: TheBench) -> Response:
    return _shown_again(bench, bench.desk.undo())


def _withdraw(bench: TheBench, judgement: str) -> Response:
    return _shown_again(bench, bench.desk.withdraw(judgement))


def _shown_again(bench: Bench, taken: Judgement | None) -> Response:
    """Show what a decision that was taken back was about."""
    if taken is None:
        return _to("/")
    home, latest = bench.desk.home_of(taken), bench.desk.all[-1]
    if home is not None and (home in bench.desk.events or home in bench.desk.rejected):
        return _to(f"/event/{home}", latest)
    report = next((r for r in (taken.subject, *(p.act.report for p in taken.on)) if r in bench.desk.readings), None)
    return _to(f"/report/{short(report)}", latest) if report else _to("/", latest)


def _reload(bench: TheBench) -> Response:
    bench.desk.catch_up()
    return _to("/")


def _enter(bench: TheBench) -> Response:
    return HTMLResponse(page("enter", wrong=False)) if bench.keys.password else _to("/")


def _enter_with(bench: TheBench, form: Posted) -> Response:
    if bench.keys.matches(one(form, "password")):
        return let_in(bench.keys)
    return HTMLResponse(page("enter", wrong=True), 403)


async def _trouble(request: Request, error: Exception) -> Response:
    """What a person asked for could not be done: one line, and what to do."""
    if request.url.path.startswith("/api/"):
        return Response(_json_line(str(error)), 422, media_type="application/json")
    return bench_of(request).page("trouble", request, 409, problem=str(error))


async def _no_page(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    if request.url.path.startswith("/api/"):
        return Response(_json_line("no such address"), status, media_type="application/json")
    return PlainTextResponse("There is nothing here.", status)


def _json_line(message: str) -> bytes:
    return json.dumps({"detail": message}).encode()
