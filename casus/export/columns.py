"""Records as flat rows: for every kind the columns of its table, each with its type, its origin and its meaning.

Names are snake_case and at most 32 characters (Stata's limit). A list column holds one element per element of the
record, in the same order, so that `actors`, `actor_ids` and `actor_words` of a row stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from casus.export.parts import COUNTS, Record

ColumnType = Literal["text", "integer", "number", "flag", "date", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, where its value stands in the record, what it means.

    In `path` a dot goes into an object, or into every object of a list; a leading `#` counts the list instead.
    `words` replaces codes that a spreadsheet would take for something else.
    """

    name: str
    type: ColumnType
    path: str
    about: str
    words: Mapping[str, str] | None = None


def row(record: Record, columns: Iterable[Column]) -> dict[str, Any]:
    """Return the record's values by column name; a missing part of the way is None, an empty list stays a list."""
    return {c.name: _value(record, c) for c in columns}


def _value(record: Record, column: Column) -> Any:
    if column.path.startswith("#"):
        return len(record[column.path[1:]])
    value: Any = record
    for step in column.path.split("."):
        value = _step(value, step)
    return column.words.get(value, value) if column.words else value


def _step(value: Any, step: str) -> Any:
    if isinstance(value, list):
        return [_step(element, step) for element in value]
    return value[step] if isinstance(value, Mapping) else None


def _columns(
    *lines: tuple[str, ColumnType, str, str] | tuple[str, ColumnType, str, str, Mapping[str, str]],
) -> tuple[Column, ...]:
    return tuple(Column(*line) for line in lines)


def _figures(name: str) -> tuple[Column, ...]:
    what = name.replace("_", " ")
    return _columns(
        (f"{name}_low", "integer", f"{name}.low", f"{what}: lower bound; empty = open downwards or no figure"),
        (f"{name}_best", "integer", f"{name}.best", f"{what}: the only or most reliable figure; empty = none given"),
        (f"{name}_high", "integer", f"{name}.high", f"{what}: upper bound; empty = open upwards or no figure"),
        (f"{name}_who", "text", f"{name}.who", f"{what}: the words for those counted"),
        (f"{name}_qualifier", "text", f"{name}.qualifier", f"{what}: the words that weaken the figure"),
        (f"{name}_rule", "text", f"{name}.rule", f"{what}: the rule that read or chose the figure"),
    )


_PARTIES = _columns(
    ("actors", "list", "actors.name", "names of those who act"),
    ("actor_ids", "list", "actors.id", "their ids; an empty element = not identified"),
    ("actor_words", "list", "actors.words", "the words of the report for each"),
    ("actor_reasons", "list", "actors.reason", "why each was identified so"),
    ("actors_suspected", "list", "actors.suspected", "for each: whether the report only suspects it"),
    ("recipients", "list", "recipients.name", "names of those acted upon"),
    ("recipient_ids", "list", "recipients.id", "their ids; an empty element = not identified"),
    ("recipient_words", "list", "recipients.words", "the words of the report for each"),
    ("recipient_reasons", "list", "recipients.reason", "why each was identified so"),
    ("recipients_suspected", "list", "recipients.suspected", "for each: whether the report only suspects it"),
)
_WHEN = _columns(
    ("date_start", "date", "date.start", "first possible day; empty = open"),
    ("date_end", "date", "date.end", "last possible day; empty = open"),
    ("date_precision", "text", "date.precision", "day, range, week, month, year, period or bounded"),
    ("date_words", "text", "date.words", "the words for the date; empty = only bounded by publication"),
    ("date_basis", "text", "date.basis", "how the words became days"),
)
_WHERE = _columns(
    ("place", "text", "place.name", "name of the place"),
    ("place_id", "text", "place.id", "gazetteer id; empty = not in the gazetteer"),
    ("place_within", "list", "place.within", "what contains it, from the smallest unit to the country"),
    ("latitude", "number", "place.lat", "degrees north (WGS84), of a gazetteer line only"),
    ("longitude", "number", "place.lon", "degrees east (WGS84), of a gazetteer line only"),
    ("where_prec", "integer", "place.precision_ucdp", "UCDP GED precision: 1 exact to 7 sea or air"),
    ("geo_precision", "integer", "place.precision_acled", "ACLED precision: 1 town, 2 near or part, 3 region"),
    ("place_words", "text", "place.words", "the words for the place"),
)
_SAID = _columns(
    ("status", "text", "status", "asserted, attributed, hedged, denied, threatened or planned"),
    ("layer", "text", "layer", "news, background or history"),
    ("aggregate", "flag", "aggregate", "a total over many events; keep it out of sums"),
    ("sources", "list", "sources.name", "who says so"),
    ("source_capacities", "list", "sources.capacity", "in which capacity each speaks"),
    ("source_verbs", "list", "sources.verb", "by which verb each says so"),
    ("source_stances", "list", "sources.stance", "what each does: asserts, denies, hedges, accuses ..."),
)
_COUNTED = tuple(column for name in COUNTS for column in _figures(name))

_EVENTS = (
    *_columns(
        ("id", "text", "id", "id of the event"),
        ("type", "text", "type", "PLOVER 2.0 event type, or a type of the user's own codebook"),
        ("modes", "list", "modes", "PLOVER modes"),
    ),
    *_PARTIES,
    *_WHEN,
    *_WHERE,
    *_COUNTED,
    *_SAID,
    *_columns(
        ("claims", "integer", "#claims", "number of claims that tell of it"),
        ("contested", "list", "contested.field", "fields of which more than one version is given"),
        ("cautions", "list", "cautions", "ids of the cautions that touch it"),
        ("reports", "list", "reports", "ids of the reports that tell of it"),
        ("merge_score", "number", "merge.score", "how sure it is that the claims tell of one event; 1 = one claim"),
        ("merge_because", "list", "merge.because", "why the claims were taken for one event"),
        ("casus", "text", "casus", "version of Casus"),
        ("codebook", "text", "codebook", "hash of the codebook"),
        ("certain", "flag", "certain", "false = held back as a weak lead (printed with --all)"),
        ("judged", "list", "judged.verdict", "what people decided about it: accept, edit, add, note"),
        ("judged_fields", "list", "judged.field", "for each decision: the field that was set; an empty element = the event"),
        ("judged_by", "list", "judged.coder", "for each decision: who made it"),
    ),
)

_CLAIMS = (
    *_columns(
        ("id", "text", "id", "id of the claim"),
        ("event", "text", "event", "id of the event it was folded into"),
        ("report", "text", "report", "id of the report"),
        ("sentence", "integer", "sentence", "index of the sentence in the report, from 0"),
        ("type", "text", "type", "PLOVER 2.0 event type, or a type of the user's own codebook"),
        ("modes", "list", "modes", "PLOVER modes"),
    ),
    *_PARTIES,
    *_WHEN,
    *_WHERE,
    *_COUNTED,
    *_SAID,
    *_columns(
        ("heading", "flag", "heading", "stands in a title or heading, which repeats and adds nothing"),
        ("certain", "flag", "certain", "false = held back as a weak lead (printed with --all)"),
        ("evidence_fields", "list", "evidence.field", "the field each evidence supports; the act first"),
        ("evidence_starts", "list", "evidence.start", "where each begins in the clean text, in code points"),
        ("evidence_ends", "list", "evidence.end", "where each ends, exclusive"),
        ("evidence_words", "list", "evidence.words", "the exact words of each"),
    ),
)

_REPORTS = _columns(
    ("id", "text", "id", "id of the report: a hash of its clean text and metadata"),
    ("source", "text", "source", "the input it came from"),
    ("title", "text", "title", "its title"),
    ("author", "text", "author", "its byline"),
    ("publisher", "text", "publisher", "who published it"),
    ("url", "text", "url", "where it was published"),
    ("published", "date", "published", "day of publication; empty = unknown, never guessed"),
    ("published_basis", "text", "published_basis", "where that day was found"),
    ("language", "text", "language", "ISO 639-1 code"),
    ("raw_sha256", "text", "raw_sha256", "hash of the raw input"),
    ("sentences", "integer", "#sentences", "number of sentences"),
    ("claims", "integer", "claims", "number of claims read out of it"),
    ("near_copies", "list", "near_copies", "ids of reports that tell the same text and count as one source with it"),
    ("repairs", "integer", "#repairs", "number of places ingest repaired or flagged"),
    ("text", "text", "text", "the clean text, in which all offsets count; empty with --no-text"),
)

_ACTORS = _columns(
    ("id", "text", "id", "id of the actor; empty = not identified, then one row per report"),
    ("name", "text", "name", "its name"),
    ("kind", "text", "kind", "state, military, armed-group, civilians ..."),
    ("country", "text", "country", "ISO 3166-1 alpha-3"),
    ("parents", "list", "parents", "ids of the actors it belongs to"),
    ("words", "list", "words", "every wording found"),
    ("reasons", "list", "reasons", "every reason for which a mention was identified so"),
    ("as_actor", "list", "as_actor", "ids of the events in which it acts"),
    ("as_recipient", "list", "as_recipient", "ids of the events in which it is acted upon"),
    ("relations", "integer", "relations", "number of relations it stands in"),
    ("reports", "list", "reports", "ids of the reports that name it"),
)

_EVIDENCE = _columns(
    ("evidence_start", "integer", "evidence.start", "where the words begin in the clean text, in code points"),
    ("evidence_end", "integer", "evidence.end", "where they end, exclusive"),
    ("evidence_words", "text", "evidence.words", "the exact words"),
)

_SIGNS = {"+": "positive", "-": "negative"}

_RELATIONS = (
    *_columns(
        ("report", "text", "report", "id of the report"),
        ("sentence", "integer", "sentence", "index of the sentence in the report, from 0"),
        ("from_name", "text", "from.name", "the actor it runs from"),
        ("from_id", "text", "from.id", "its id"),
        ("from_words", "text", "from.words", "its words"),
        ("to_name", "text", "to.name", "the actor it runs to"),
        ("to_id", "text", "to.id", "its id"),
        ("to_words", "text", "to.words", "its words"),
        ("sign", "text", "sign", "positive, negative or recognition (+ and - in JSON)", _SIGNS),
        ("kind", "text", "kind", "patron, ally, host, hostile, armed conflict, part-of, successor ..."),
        ("period_start", "date", "period.start", "first possible day; empty = open"),
        ("period_end", "date", "period.end", "last possible day; empty = open"),
        ("period_precision", "text", "period.precision", "as date_precision of an event"),
        ("period_words", "text", "period.words", "the words for the period"),
    ),
    *(column for column in _SAID if column.name != "aggregate"),
    *_EVIDENCE,
)

_QUOTES = (
    *_columns(
        ("report", "text", "report", "id of the report"),
        ("sentence", "integer", "sentence", "index of the sentence in the report, from 0"),
        ("speaker", "text", "speaker", "who speaks; empty = a term or scare quotes, nobody's speech"),
        ("speaker_id", "text", "speaker_id", "id of the speaker"),
        ("speaker_words", "text", "speaker_words", "the words for the speaker"),
        ("capacity", "text", "capacity", "party, official, witness, medic, ngo, institute, media, analyst ..."),
        ("verb", "text", "verb", "the verb of saying"),
        ("chain", "list", "chain", "through whom the words came, nearest first"),
        ("words", "text", "words", "the words in quotation marks"),
    ),
    *_EVIDENCE,
)

_STATISTICS = (
    *_columns(
        ("report", "text", "report", "id of the report"),
        ("sentence", "integer", "sentence", "index of the sentence in the report, from 0"),
        ("value", "number", "value", "the figure"),
        ("unit", "text", "unit", "its unit: %, people ..."),
        ("of", "text", "of", "what is counted"),
        ("period", "text", "period", "over which period, in the report's words"),
        ("comparison", "text", "comparison", "compared with what"),
        ("qualifier", "text", "qualifier", "the words that weaken the figure"),
        ("source", "text", "source", "who gives it"),
    ),
    *_EVIDENCE,
)

_CAUTIONS = (
    *_columns(
        ("id", "text", "id", "id of the caution"),
        ("kind", "text", "kind", "suspect-magnitude, contradiction, date-missing ..."),
        ("report", "text", "report", "id of the report"),
        ("message", "text", "message", "what a careful reader would flag"),
        ("suggestion", "text", "suggestion", "the candidate reading or the next step"),
    ),
    *_EVIDENCE,
    *_columns(("events", "list", "events", "ids of the events it touches")),
)

_REASONS = (
    *_columns(
        ("report", "text", "report", "id of the report"),
        ("sentence", "integer", "sentence", "index of the sentence in the report, from 0"),
        ("cause", "text", "cause", "the words for the cause or the purpose"),
        ("effect", "text", "effect", "the words for what it is the reason of"),
        ("signal", "text", "signal", "the words that call it a reason"),
        ("sources", "list", "sources.name", "who gives the reason; empty = the report itself"),
        ("likely", "number", "likely", "how likely the trained head finds it, 0 to 1"),
    ),
    *_EVIDENCE,
)

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "events": _EVENTS,
    "claims": _CLAIMS,
    "reports": _REPORTS,
    "actors": _ACTORS,
    "relations": _RELATIONS,
    "reasons": _REASONS,
    "quotes": _QUOTES,
    "statistics": _STATISTICS,
    "cautions": _CAUTIONS,
}
"""The columns of every kind of record, in order."""
