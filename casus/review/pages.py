"""Printing the workbench's pages: templates of its own beside those of the brief, with the same care for what reports contain."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from casus.brief.labels import capital, label
from casus.brief.render import exact, finalize
from casus.brief.wording import day, number, plural
from casus.brief.worth import load_worth
from casus.judge import in_words
from casus.review.queue import REASONS, STATES
from casus.review.views import CHOICES, LABELS, said

STATIC = {
    "style.css": ("casus.brief", "style.css", "text/css; charset=utf-8"),
    "bench.css": ("casus.review", "static/bench.css", "text/css; charset=utf-8"),
    "bench.js": ("casus.review", "static/bench.js", "text/javascript; charset=utf-8"),
    "htmx.min.js": ("casus.review", "static/htmx.min.js", "text/javascript; charset=utf-8"),
}
"""What is served as it stands, by the name in its address: room, file, type."""


def page(name: str, **shown: Any) -> str:
    """Print one page."""
    return _environment().get_template(f"{name}.html.j2").render(**shown)


def asset(name: str) -> tuple[bytes, str] | None:
    """Return a file that is served as it stands, and its type; None for any other name."""
    found = STATIC.get(name)
    return None if found is None else (files(found[0]).joinpath(found[1]).read_bytes(), found[2])


def short(identifier: str) -> str:
    """Return a report's id as it stands in addresses: without `sha256:`."""
    return identifier.removeprefix("sha256:")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=ChoiceLoader([PackageLoader("casus.review", "templates"), PackageLoader("casus.brief", "templates")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(exact=exact, capital=capital, plural=plural, number=number, day=day, short=short, said=said, in_words=in_words)
    made.globals.update(label=label, REASONS=REASONS, STATES=STATES, LABELS=LABELS, CHOICES=CHOICES, worth=load_worth())
    return made
