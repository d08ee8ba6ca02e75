"""The same verbs for other programs, as JSON: `Authorization: Bearer TOKEN`, the token of the printed address."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from casus.export import event_record
from casus.judge import Signature, judgement_record
from casus.model.errors import CaseError
from casus.model.judgement import Judgement
from casus.review.bench import TheBench
from casus.review.desk import Desk
from casus.review.find import Found, find_actors, find_places
from casus.review.queue import Item, harmed

api = APIRouter()

State = Literal["open", "decided", "rejected", "all"]
Record = dict[str, Any]


class Trouble(BaseModel):
    """What could not be done, and what to do."""

    detail: str


class Decision(BaseModel):
    """A decision to make; its coder is the workbench's, its time now."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["accept", "reject", "edit", "note", "add", "join", "apart", "split"]
    event: str = Field("", description="id of the event; for an addition none", max_length=200)
    other: str = Field("", description="join, apart: id of the other event", max_length=200)
    field: str = Field("", description="edit: the field", max_length=50)
    value: Any = Field(None, description="edit, add: the value with its words (docs/records.md, Judgements)")
    note: str = Field("", max_length=5_000)


TROUBLE: dict[int | str, dict[str, Any]] = {422: {"model": Trouble, "description": "It cannot be done"}}


@api.get("/events", responses=TROUBLE)
def events(bench: TheBench, state: State = "all", why: str = "", start: int = 0, most: int = 100) -> list[Record]:
    """Return events in the order of the queue, each in a line."""
    first, most = max(start, 0), min(max(most, 0), 1000)
    return [_in_a_line(i) for i in bench.queue.search(state=state, why=why).items[first : first + most]]


def _in_a_line(item: Item) -> Record:
    event = item.event
    about = {"id": item.id, "type": event.type, "status": event.status, "harmed": harmed(event)}
    return {**about, "state": item.state, "reasons": list(item.reasons)}


@api.get("/events/{event}", responses=TROUBLE)
def event(bench: TheBench, event: str) -> Record:
    """Return one event as a record."""
    return event_record(bench.desk.event(event), bench.desk.picture.stamp)


@api.get("/reports/{report}", responses=TROUBLE)
def report(bench: TheBench, report: str) -> Record:
    """Return one report with its text, in which all offsets count, and the ids of its events."""
    found = bench.desk.report(report)
    told = [e.id for e in bench.desk.told_in(found.id)]
    published = found.published.isoformat() if found.published else None
    return {"id": found.id, "title": found.title, "published": published, "text": found.text, "events": told}


@api.get("/actors")
def actors(bench: TheBench, name: str = "") -> list[Found]:
    """Return the actors of a name."""
    return find_actors(name[:200], bench.desk.case.tools)


@api.get("/places")
def places(bench: TheBench, name: str = "") -> list[Found]:
    """Return the places of a name."""
    return find_places(name[:200], bench.desk.case.tools)


@api.get("/judgements")
def judgements(bench: TheBench) -> list[Record]:
    """Return the decisions seen here, withdrawn ones too, in the order they were kept."""
    desk = bench.desk
    return [judgement_record(j) for j in desk.all if not desk.blind or j.coder == desk.coder]


@api.post("/judgements", status_code=201, responses=TROUBLE)
def decide(bench: TheBench, decision: Decision) -> Record:
    """Make a decision; it is kept and obeyed at once."""
    desk = bench.desk
    return judgement_record(desk.decide(lambda sign: _made(desk, decision, sign), note=decision.note))


def _made(desk: Desk, asked: Decision, sign: Signature) -> Judgement:
    if asked.verdict == "add":
        if not isinstance(asked.value, dict):
            raise CaseError("an added event needs a value: its type and the words of its act")
        return sign.add(asked.value, desk.texts)
    found = desk.event(asked.event)
    if asked.verdict == "edit":
        return sign.edit(found, asked.field, asked.value, desk.texts)
    if asked.verdict in {"join", "apart"}:
        other = desk.event(asked.other)
        return sign.join(found, other) if asked.verdict == "join" else sign.part(found, other)
    return {"accept": sign.accept, "reject": sign.reject, "note": sign.remark, "split": sign.split}[asked.verdict](found)
