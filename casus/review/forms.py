"""Forms of the workbench to values with their words: what a coder marked and typed, as a judgement holds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from casus.coding.numbers import find_numbers
from casus.coding.places.mention import PlaceMention
from casus.coding.syntax import Tree
from casus.judge.values import COUNTS, plain_at
from casus.model.actor import Party
from casus.model.claim import Source
from casus.model.errors import CaseError
from casus.model.event import Event
from casus.model.text import Evidence, Report, Sentence, Token
from casus.pipeline import Tools
from casus.read.tokens import tokenize
from casus.resolve.place_precision import locate

Form = Mapping[str, Sequence[str]]
Plain = Any

LONGEST = 2_000
"""The most characters that may be marked for one value."""


def one(form: Form, name: str) -> str:
    """Return a form's value; "" where it has none."""
    return (form.get(name) or [""])[0].strip()


def marked(form: Form, report: Report, *, near: int = 0) -> Evidence:
    """Return the words a coder marked, by their offsets, or, typed in, where they stand next to `near`.

    Raises CaseError where nothing is marked or the words do not stand in the report.
    """
    words = (form.get("words") or [""])[0]
    start, end = one(form, "start"), one(form, "end")
    if start.isdigit() and end.isdigit() and int(start) < int(end) <= len(report.text) and int(end) - int(start) <= LONGEST:
        return _trimmed(report, int(start), int(end))
    if not words.strip():
        raise CaseError("mark the words in the text that the value rests on, or type them as they stand there")
    found = _places(report.text, words.strip())
    if not found:
        raise CaseError(f"“{words.strip()[:80]}” does not stand in this report; copy the words as they are")
    at = min(found, key=lambda k: (abs(k - near), k))
    return report.evidence("words", at, at + len(words.strip()))


def _trimmed(report: Report, start: int, end: int) -> Evidence:
    words = report.text[start:end]
    if not words.strip():
        raise CaseError("only space is marked; mark words")
    left = len(words) - len(words.lstrip())
    right = len(words) - len(words.rstrip())
    return report.evidence("words", start + left, end - right)


def _places(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def field_value(field: str, form: Form, event: Event, report: Report, tools: Tools) -> Plain:
    """Return the value that a form of one field holds, as JSON. Raises CaseError where it holds none."""
    if field in {"type", "status", "layer"}:
        return one(form, "value")
    if field == "aggregate":
        return one(form, "value") == "true"
    if field == "modes":
        return list(dict.fromkeys(m.strip() for given in form.get("value", ()) for m in given.split(",") if m.strip()))
    if field in {"actors", "recipients"}:
        return _parties(field, form, event, report, tools)
    if field == "sources":
        return _sources(form, event, report)
    if one(form, "none"):
        return None
    evidence = marked(form, report, near=event.claims[0].act.start)
    if field == "date":
        return _date(form, evidence)
    if field == "place":
        return _place(form, evidence, tools)
    if field in COUNTS:
        return _count(form, evidence)
    raise CaseError(f"{field} is no field of an event")


def _parties(field: str, form: Form, event: Event, report: Report, tools: Tools) -> Plain:
    """Those kept, and one more where words are marked."""
    held: tuple[Party, ...] = getattr(event, field)
    kept = [plain_party(p) for k, p in enumerate(held) if str(k) in form.get("keep", ())]
    if not one(form, "words") and not one(form, "start"):
        return kept
    evidence = marked(form, report, near=event.claims[0].act.start)
    return [*kept, _party(form, evidence, tools)]


def plain_party(party: Party) -> Plain:
    """Return a party as a judgement holds it."""
    return {
        "name": party.name, "id": party.id, "kind": party.kind, "country": party.country, "suspected": party.suspected,
        "parents": list(party.parents), "at": plain_at(party.evidence),
    }  # fmt: skip


def _party(form: Form, evidence: Evidence, tools: Tools) -> Plain:
    actor = tools.book.actors.get(one(form, "actor"))
    suspected = bool(one(form, "suspected"))
    if actor is None:
        return {"name": evidence.words, "kind": one(form, "kind") or "unknown", "suspected": suspected, "at": plain_at(evidence)}
    return {
        "name": actor.name, "id": actor.id, "kind": actor.kind, "country": actor.country, "suspected": suspected,
        "parents": list(tools.book.actors.parents(actor.id)), "at": plain_at(evidence),
    }  # fmt: skip


def _sources(form: Form, event: Event, report: Report) -> Plain:
    """Those kept, each in the capacity and with the stance chosen, and one more where words are marked."""
    kept = [
        plain_source(s, one(form, f"capacity-{k}") or s.capacity, one(form, f"stance-{k}") or s.stance)
        for k, s in enumerate(event.sources) if str(k) in form.get("keep", ())
    ]  # fmt: skip
    if not one(form, "words") and not one(form, "start"):
        return kept
    evidence = marked(form, report, near=event.claims[0].act.start)
    chosen = {"capacity": one(form, "capacity") or "unknown", "stance": one(form, "stance") or "asserts"}
    return [*kept, {"name": one(form, "name") or evidence.words, **chosen, "at": plain_at(evidence)}]


def plain_source(source: Source, capacity: str, stance: str) -> Plain:
    """Return a source as a judgement holds it."""
    return {
        "name": source.name, "capacity": capacity, "verb": source.verb, "stance": stance, "chain": list(source.chain), "id": source.id,
        "country": source.country, "at": plain_at(source.evidence),
    }  # fmt: skip


def _date(form: Form, evidence: Evidence) -> Plain:
    start, end = one(form, "from"), one(form, "to") or one(form, "from")
    if not start:
        raise CaseError("give the first possible day; the last one too where it is another")
    return {"start": start, "end": end, "precision": one(form, "precision") or None, "at": plain_at(evidence)}


def _place(form: Form, evidence: Evidence, tools: Tools) -> Plain:
    """The gazetteer's line that was chosen, by name and id; without one a name and no point."""
    chosen, name = one(form, "place"), one(form, "name") or evidence.words
    entry = next((e for e in tools.book.places.find(name) if e.id == chosen), None) if chosen else None
    if entry is None:
        return {"name": name, "at": plain_at(evidence)}
    place = locate(PlaceMention(evidence, name, 0, 1, 0, 0), entry, None, "")
    return {
        "name": place.name, "id": place.id, "within": list(place.within), "lat": place.lat, "lon": place.lon, "country": place.country,
        "precision_ucdp": place.precision_ucdp, "precision_acled": place.precision_acled, "at": plain_at(evidence),
    }  # fmt: skip


def _count(form: Form, evidence: Evidence) -> Plain:
    """The figures typed, else the one that the marked words state."""
    typed = {name: _whole(one(form, name), name) for name in ("low", "best", "high")}
    if all(v is None for v in typed.values()):
        typed = _read(evidence.words)
    if one(form, "open"):
        typed["high"] = None
    return {**typed, "who": one(form, "who") or None, "at": plain_at(evidence)}


def _whole(text: str, name: str) -> int | None:
    if not text:
        return None
    plain = text.replace(",", "").replace(" ", "")
    if not plain.isascii() or not plain.isdigit() or len(plain) > 9:
        raise CaseError(f"{name}: {text[:40]!r} is no whole number")
    return int(plain)


def _read(words: str) -> dict[str, int | None]:
    """The figure that marked words state, by the rules of the reader; words alone suffice, for a person chose them."""
    spans = tokenize(words)
    last = len(spans) - 1
    heads = [last if k < last else -1 for k in range(len(spans))]
    tokens = tuple(Token(a, b, words[a:b], words[a:b].lower(), "X", "X", h, "nummod") for (a, b), h in zip(spans, heads, strict=True))
    numbers = find_numbers(Tree(Sentence(0, 0, len(words), 0, False, tokens, ())))
    if not numbers:
        raise CaseError(f"“{words[:80]}” states no figure; type it")
    return {"low": numbers[0].low, "best": numbers[0].best, "high": numbers[0].high}


def added(form: Form, report: Report) -> dict[str, Plain]:
    """Return an event that was missed: its type and status, and the words of its act."""
    value: dict[str, Plain] = {"type": one(form, "type"), "status": one(form, "status") or "asserted"}
    return {**value, "act": plain_at(marked(form, report))}
