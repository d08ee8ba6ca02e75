"""What every page of the workbench needs: the desk, its queue, the keys of the door, and the frame round a page."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from casus.review.desk import Desk
from casus.review.door import Keys
from casus.review.forms import Form
from casus.review.pages import page
from casus.review.queue import Queue


class Bench:
    """What every page needs: the desk, its queue, and the keys of the door."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        self.desk, self.keys = desk, keys
        self.queue = Queue(desk)
        self.why = ""
        """The reason chosen in the queue last: the next event is one of it, as long as there is one."""

    def after(self, event: str) -> str | None:
        """Return the id of the next event to decide."""
        return (self.queue.after(event, why=self.why) if self.why else None) or self.queue.after(event)

    def page(self, name: str, request: Request, status: int = 200, **shown: Any) -> HTMLResponse:
        """Print a page with its frame; `done` names the decision that led to it."""
        done = request.query_params.get("done", "")
        made = next((j for j in self.desk.all if j.id == done), None) if done else None
        frame = {"section": name, "desk": self.desk, "counts": self.queue.counts(), "made": made, "problem": "", **shown}
        return HTMLResponse(page(name, **frame), status)


def bench_of(request: Request) -> Bench:
    """Return the workbench of a request."""
    bench: Bench = request.app.state.bench
    return bench


async def form_of(request: Request) -> Form:
    """Return the fields of a posted form."""
    data = await request.form()
    return {name: [v for v in data.getlist(name) if isinstance(v, str)] for name in data}


TheBench = Annotated[Bench, Depends(bench_of)]
Posted = Annotated[Form, Depends(form_of)]
