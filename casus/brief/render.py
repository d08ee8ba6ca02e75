"""Printing: templates, style and script into one file under a content security policy that forbids everything else."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from casus.brief.labels import capital, codes, label
from casus.brief.view import View
from casus.brief.wording import number, plural

POLICY = (
    "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
)
"""Only this page's own style and script, known by their hashes; no connection, frame, font or form at all."""

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
"""Control, direction and zero-width characters: they change how words look without being seen (Unicode TR 36)."""

LONE = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which no UTF-8 file can hold."""


def render(view: View) -> str:
    """Print the view as one HTML document."""
    style, script = _asset("style.css"), _asset("page.js")
    policy = POLICY.format(style=_digest(style), script=_digest(script))
    template = _environment().get_template("page.html.j2")
    return template.render(view=view, style=Markup(style), script=Markup(script), policy=policy)


def seen(text: str) -> str:
    """Replace characters that cannot be seen by their code in brackets, so that nothing hides in a word."""
    return UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", LONE.sub("\ufffd", text))


def exact(text: str) -> Markup:
    """Mark up a report's own text: escaped, one character for one, unseen characters held in a box of their own."""
    parts: list[str] = []
    at = 0
    clean = LONE.sub("\ufffd", text)
    for found in UNSEEN.finditer(clean):
        parts += [str(escape(clean[at : found.start()])), _boxed(found[0])]
        at = found.end()
    parts.append(str(escape(clean[at:])))
    return Markup("".join(parts))  # every part is escaped above


def _boxed(character: str) -> str:
    """Isolate a character; controls that HTML would drop or change are shown by their picture (U+2400 and on)."""
    code = ord(character)
    inner = chr(0x2400 + code) if code < 0x20 else chr(0x2421) if 0x7F <= code <= 0x9F else character
    return f'<bdi class="ctl" data-u="U+{code:04X}">{inner}</bdi>'


def finalize(value: object) -> object:
    """Let no printed text hold characters that cannot be seen."""
    return seen(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> str:
    return files("casus.brief").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("casus.brief", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(exact=exact, capital=capital, plural=plural, number=number)
    made.globals.update(label=label, checks=codes("cautions"))
    return made
