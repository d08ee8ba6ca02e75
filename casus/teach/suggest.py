"""Suggestions for a user's own codebook, from what people decided about a case; proposed as a diff, never applied unasked.

- An actor set where the codebook did not know the words: the words, where they look like a name, as another name of the actor.
- A place chosen from the gazetteer under a name it lacks: the name, for that line.
- Three or more missed events of one type: a draft of a sense, learned from their sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff

from casus.codebook import Codebook, Own, load_codebook
from casus.codebook.actor_rows import COLUMNS as ACTOR_COLUMNS
from casus.codebook.own_actors import OWN_TABLE
from casus.codebook.own_places import COLUMNS as PLACE_COLUMNS
from casus.codebook.own_places import OWN_PLACES
from casus.judge import Texts
from casus.judge.values import Plain, plain_json
from casus.model.judgement import Judgement
from casus.pipeline import Tools
from casus.teach.examples import LEAST, Example, Lesson
from casus.teach.patterns import learn
from casus.teach.trial import Trial

_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: (?:of|the|and|al|de|for|in|[^\W\d_a-z][\w'’.-]*))*")
"""Words that look like a name: a capital first, and capitals or small joining words after."""
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A file of the codebook as it stands and as it would be, and what speaks for it, in lines."""

    name: str
    before: str
    after: str
    because: tuple[str, ...]

    def diff(self) -> Iterator[str]:
        """Return the change as a unified diff, line by line."""
        old, new = self.before.splitlines(keepends=True), self.after.splitlines(keepends=True)
        yield from unified_diff(old, new, f"a/{self.name}", f"b/{self.name}")


def suggestions(decided: Sequence[Judgement], texts: Texts, tools: Tools, own: Own | None) -> list[Suggested]:
    """Return what decisions suggest for the codebook that the case is read with. Raises CodebookError where it would be malformed."""
    found = [s for s in (_names(decided, tools.book, own), _places(decided, tools.book, own)) if s is not None]
    found += _senses(decided, texts, tools, own)
    if found:
        load_codebook(with_suggestions(own, found))
    return found


def with_suggestions(own: Own | None, found: Iterable[Suggested]) -> Own:
    """Return a codebook with suggestions in it."""
    files = dict(own.files if own is not None else ())
    files.update((s.name, s.after) for s in found)
    return Own(own.folder if own is not None else "suggested", tuple(sorted(files.items())))


def _set(decided: Sequence[Judgement], *fields: str) -> Iterator[tuple[Judgement, Mapping[str, Plain]]]:
    """Every value that somebody set in these fields, one by one."""
    for judgement in decided:
        plain = plain_json(judgement) if judgement.verdict in {"edit", "add"} else None
        told = {judgement.field: plain} if judgement.verdict == "edit" else plain if isinstance(plain, dict) else {}
        for field in fields:
            value = told.get(field)
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, Mapping):
                    yield judgement, each


def _words(value: Mapping[str, Plain]) -> str | None:
    """The words a value rests on, where they look like a name."""
    at = value.get("at")
    words = _ARTICLE.sub("", str(at.get("words", ""))) if isinstance(at, Mapping) else ""
    return words if _NAME.fullmatch(words) else None


def _names(decided: Sequence[Judgement], book: Codebook, own: Own | None) -> Suggested | None:
    wanted: dict[str, dict[str, str]] = {}
    because = []
    for judgement, value in _set(decided, "actors", "recipients"):
        slug, words = str(value.get("id") or ""), _words(value)
        actor = book.actors.get(slug)
        if actor is None or words is None or slug in {a.id for a in book.actors.find(words)}:
            continue
        others = book.actors.find(words)
        if words not in wanted.setdefault(slug, {}):
            wanted[slug][words] = f"+{words}" if others else words
            also = f"; so are {', '.join(a.name for a in others)}" if others else ""
            because.append(f"{words}: {actor.name} ({slug}), set by {judgement.coder}{also}")
    rows = {}
    for slug, names in wanted.items():
        actor = book.actors.get(slug)
        if names and actor is not None:
            rows[slug] = [slug, actor.name, actor.kind, actor.country or "", actor.parent or "", "; ".join(names.values()), "", "own"]
    return _table(OWN_TABLE, ACTOR_COLUMNS, rows, 5, own, because)


def _places(decided: Sequence[Judgement], book: Codebook, own: Own | None) -> Suggested | None:
    rows: dict[str, list[str]] = {}
    because = []
    for judgement, value in _set(decided, "place"):
        slug, words = str(value.get("id") or ""), _words(value)
        entry = book.places.line(slug) if ":" in slug and not slug.startswith("own:") else None
        if entry is None or words is None or entry.kind == "country" or slug in {e.id for e in book.places.find(words)}:
            continue
        row = rows.setdefault(slug, [
            slug, entry.name, entry.kind, "; ".join(entry.parents[:-1]), entry.iso3, _number(entry.lat), _number(entry.lon),
            str(round(10**entry.weight)), "", "own",
        ])  # fmt: skip
        if words not in row[8].split("; "):
            row[8] = "; ".join(filter(None, (row[8], words)))
            because.append(f"{words}: {', '.join((entry.name, *entry.parents))} ({slug}), set by {judgement.coder}")
    return _table(OWN_PLACES, PLACE_COLUMNS, rows, 8, own, because)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.5f}".rstrip("0").rstrip(".")


def _table(
    name: str, columns: Sequence[str], rows: Mapping[str, list[str]], aliases: int, own: Own | None, because: Sequence[str]
) -> Suggested | None:
    """Put rows into a table: names of an id that has a row go into it, other rows at its end; every other line stays as it is."""
    if not rows:
        return None
    before = (own.text(name) if own is not None else None) or ""
    lines = before.splitlines() or ["\t".join(columns)]
    left = dict(rows)
    for k, line in enumerate(lines[1:], start=1):
        cells = line.split("\t")
        row = left.pop(cells[0], None) if cells[0] and not line.startswith("#") else None
        if row is not None:
            cells += [""] * (len(columns) - len(cells))
            cells[aliases] = "; ".join(dict.fromkeys(filter(None, (*cells[aliases].split("; "), *row[aliases].split("; ")))))
            lines[k] = "\t".join(cells)
    lines += ["\t".join(row) for row in left.values()]
    return Suggested(name, before, "\n".join(lines) + "\n", tuple(because))


def _senses(decided: Sequence[Judgement], texts: Texts, tools: Tools, own: Own | None) -> Iterator[Suggested]:
    told: dict[str, list[Example]] = {}
    for judgement in decided:
        plain = plain_json(judgement) if judgement.verdict == "add" else None
        sentence = _sentence(plain.get("act"), texts) if isinstance(plain, dict) else None
        if isinstance(plain, dict) and sentence is not None and sentence not in {e.text for e in told.get(plain["type"], ())}:
            told.setdefault(plain["type"], []).append(Example(sentence, None))
    for name, examples in sorted(told.items()):
        file = f"acts/{name.lower()}-missed.yaml"
        if len(examples) < LEAST or (own is not None and own.text(file) is not None):
            continue
        learned = learn(Lesson(name, f"Events of {name} that were added by hand.", tuple(examples), ()), Trial(tools))
        if learned.sense.verbs or learned.sense.nouns:
            yield Suggested(file, "", learned.text, tuple(f"missed: {e.text}" for e in examples))


def _sentence(act: Plain, texts: Texts) -> str | None:
    """The sentence an added act stands in."""
    report = texts.reports.get(str(act.get("report"))) if isinstance(act, Mapping) else None
    spans = texts.sentences.get(report.id, ()) if report is not None else ()
    span = next((s for s in spans if s[0] <= int(act["start"]) < s[1]), None)
    return " ".join(report.text[span[0] : span[1]].split()) if report is not None and span is not None else None
