"""What commands hand over while the workbench runs (casus.store.handing): readings and decisions, kept here and seen at once."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request

from casus.judge import judgements_of
from casus.model.errors import CaseError, GroundingError
from casus.model.picture import Reading, Stamp
from casus.review.bench import TheBench
from casus.store.codec import decode, encode

handed = APIRouter(include_in_schema=False)


async def _body(request: Request) -> bytes:
    return await request.body()


Body = Annotated[bytes, Depends(_body)]


@handed.get("/handed")
def greet(bench: TheBench) -> dict[str, Any]:
    """Show that this is the workbench of the note."""
    return {"proof": bench.keys.proof}


@handed.get("/handed/event/{event}")
def show(bench: TheBench, event: str) -> dict[str, Any]:
    """Show an event as commands would draw it; nothing where they would draw another picture than is seen here."""
    desk = bench.desk
    with desk.lock:
        found = None if desk.blind or desk.others() else desk.events.get(event) or desk.rejected.get(event)
    return {"event": encode(found) if found is not None else ""}


@handed.post("/handed/judgements")
def judge(bench: TheBench, body: Body) -> dict[str, Any]:
    """Keep decisions, all or none."""
    bench.desk.take(judgements_of(_text(body), where="what was handed over"))
    return {}


@handed.post("/handed/reading")
def keep(bench: TheBench, body: Body) -> dict[str, Any]:
    """Keep a reading; every word of it stands in its report."""
    stamp, _, reading = _text(body).partition("\n")
    try:
        made_by, found = decode(Stamp, stamp), decode(Reading, reading)
        for claim in found.claims:
            claim.verify(found.report)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, GroundingError) as error:
        raise CaseError(f"what was handed over is no reading ({error}); give the same command again") from error
    if made_by != bench.desk.case.tools.stamp:
        raise CaseError("the workbench runs with another codebook or version of Casus; stop it, then try again")
    return {"new": bench.desk.keep(found, made_by)}


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise CaseError(f"what was handed over is no text ({error})") from error
