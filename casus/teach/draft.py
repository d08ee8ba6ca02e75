"""The draft of a learned sense: a file of frames, to be read and mended by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from casus.teach.examples import Example, Lesson


def draft_text(lesson: Lesson, sense: Mapping[str, Any], *, notes: Sequence[str] = ()) -> str:
    """The file: the type, its definition, and one sense with its words, roles, needs, examples and traps."""
    whole = {"id": lesson.id, **({"modes": list(lesson.modes)} if lesson.modes else {}), **sense}
    if lesson.examples:
        whole["examples"] = [_example(e) for e in lesson.examples]
    if lesson.never:
        whole["not"] = list(lesson.never)
    head = "".join(f"# {note}\n" for note in notes)
    body = yaml.safe_dump(
        {"type": lesson.type, "about": lesson.about, "senses": [whole]},
        sort_keys=False, allow_unicode=True, width=140, default_flow_style=None,
    )  # fmt: skip
    return head + body


def _example(example: Example) -> dict[str, str]:
    named = {"actor": example.actor, "recipient": example.recipient}
    return {"text": example.text, **{role: words for role, words in named.items() if words}}
