"""Decisions as JSON Lines: one a line, for people to read, keep and pass on; the same file is read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, cast, get_args

from casus.judge.values import plain_at
from casus.model.errors import CaseError, GroundingError
from casus.model.judgement import Judgement, Passage, Verdict
from casus.model.text import Evidence


def judgement_record(judgement: Judgement) -> dict[str, Any]:
    """Return a decision as a record (docs/records.md, Judgements)."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "subject": judgement.subject,
        "coder": judgement.coder,
        "made": judgement.made.isoformat(),
        "field": judgement.field,
        "value": None if judgement.value is None else json.loads(judgement.value),
        "note": judgement.note,
        "on": [{"claim": p.claim, "type": p.type, **plain_at(p.act)} for p in judgement.on],
    }


def written(judgements: Iterable[Judgement]) -> Iterator[bytes]:
    """Return decisions as lines."""
    for judgement in judgements:
        yield json.dumps(judgement_record(judgement), ensure_ascii=True).encode() + b"\n"


def judgements_of(text: str, *, where: str) -> list[Judgement]:
    """Return the decisions of a file's lines. Raises CaseError, naming the line, for one that is none."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                found.append(_judgement(json.loads(line)))
            except (ValueError, TypeError, KeyError, AttributeError, RecursionError, GroundingError) as error:
                raise CaseError(f"{where}, line {number}: this is no decision ({error}); see docs/records.md, Judgements") from error
    return found


def _judgement(plain: dict[str, Any]) -> Judgement:
    verdict, made = plain["verdict"], datetime.fromisoformat(plain["made"])
    if verdict not in get_args(Verdict):
        raise ValueError(f"the verdict {verdict!r} is none of {', '.join(get_args(Verdict))}")
    if made.tzinfo is None:
        raise ValueError("`made` needs its time zone: 2026-11-22T10:00:00+00:00")
    if not str(plain["coder"]).strip():
        raise ValueError("`coder` is empty")
    value = plain.get("value")
    return Judgement(
        str(plain["subject"]), cast("Verdict", verdict), str(plain["coder"]), made, plain.get("field"),
        None if value is None and verdict != "edit" else json.dumps(value, ensure_ascii=False, sort_keys=True),
        str(plain.get("note") or ""), tuple(_passage(p) for p in plain.get("on") or ()),
    )  # fmt: skip


def _passage(plain: dict[str, Any]) -> Passage:
    act = Evidence("act", str(plain["report"]), int(plain["start"]), int(plain["end"]), str(plain["words"]))
    return Passage(str(plain["claim"]), str(plain["type"]), act)
