"""The model card, in JSON beside the model and in words here; every figure is read from the scores files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casus.read.card import digest
from training.data import LESSONS, SOURCES, START, TEACHER

NAME = "casus-reader"
HEADLINES = {
    "ewt_upos": ("ewt gold", "upos"),
    "ewt_las": ("ewt gold", "las"),
    "ewt_names_f1": ("ewt gold", "names_f1"),
    "gum_news_upos": ("gum-news gold", "upos"),
    "gum_news_las": ("gum-news gold", "las"),
    "ewt_raw_las": ("ewt raw", "las"),
    "ewt_raw_sentences": ("ewt raw", "sentences"),
    "ewt_raw_names_f1": ("ewt raw", "names"),
}
"""The scores that ride with the model: measure, and where it stands in the scores file."""

_INTENDED = """## For what
English reports about armed conflict and political violence: words, sentences, tags, lemmas, dependencies
and names, the ground the coder stands on.  It runs on one CPU thread, without a network, the same bytes
for everybody.

## Not for what, and limits
- English only.  Other languages give labels without meaning.
- Learned from web text (2000s), GUM's genres and 90 conflict documents: poetry, code, tables and transcripts read worse.
- Names of the conflict head (nationality, weapon, platform, quantity, time) come from 16,000 words; see its
  scores, kind by kind, before leaning on one.
- Single sentences of more than 120 words are cut at a strong mark.
- Scores are of test text in the training text's own styles; text unlike it will score lower.

## Training data
"""
_COLUMNS = ("upos", "xpos", "lemma", "uas", "las", "names_f1")


def write_json(model: Path, version: str, scores: Mapping[str, Mapping[str, float]]) -> None:
    """Write card.json beside the model."""
    headline = {name: scores[row][column] for name, (row, column) in HEADLINES.items() if row in scores}
    record = {
        "name": NAME,
        "version": version,
        "sha256": digest(model / "reader.onnx"),
        "data": [f"{source.name} ({source.origin}; {source.licence})" for source in (*SOURCES, *LESSONS, START, TEACHER)],
        "scores": headline,
    }
    (model / "card.json").write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write_words(path: Path, version: str, recipe: Mapping[str, Any], scores: Mapping[str, Mapping[str, Any]]) -> None:
    """Write MODEL_CARD.md; ``scores`` holds a scores file each under "fp32", "int8", and "spacy" where it was run."""
    lines = [f"# {NAME} {version}", "", "Written by `python -m training.build`; do not edit.", "", _INTENDED]
    lines += [f"- {s.name}: {s.origin}; {s.licence}; for {s.use}" for s in (*SOURCES, *LESSONS, START, TEACHER)]
    lines += ["", "Splits are the treebanks' own; of re3d every fifth document, by hash of its id, is held out.", ""]
    lines += [
        "## Scores",
        "",
        "In percent.  *gold*: words and bounds given, a sentence at a time; *windows*: the same, with",
    ]
    lines += ["its neighbours; names are whole spans of person, organisation and place.", "", *_table(scores), ""]
    lines += ["From raw text (F1), int8:", "", *_raw_table(scores["int8"]), ""]
    lines += ["Conflict names, re3d held out, int8 (whole spans):", "", *_conflict_table(scores["int8"]), ""]
    lines += ["## Recipe", "", "```json", json.dumps(recipe, indent=1), "```", ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def _table(scores: Mapping[str, Mapping[str, Any]]) -> list[str]:
    lines = [f"| test set | model | {' | '.join(_COLUMNS)} |", "|---" * (len(_COLUMNS) + 2) + "|"]
    for row in ("ewt gold", "ewt windows", "gum gold", "gum windows", "gum-news gold", "gum-news windows"):
        for model, table in scores.items():
            if row in table:
                cells = [f"{table[row][c]:.2f}" if c in table[row] else "" for c in _COLUMNS]
                lines.append(f"| {row} | {model} | {' | '.join(cells)} |")
    return lines


def _raw_table(table: Mapping[str, Any]) -> list[str]:
    columns = ("words", "sentences", "upos", "uas", "las", "names")
    lines = [f"| test set | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    for row in ("ewt raw", "gum raw", "gum-news raw"):
        cells = [f"{table[row][c]:.2f}" if c in table[row] else "" for c in columns]
        lines.append(f"| {row} | {' | '.join(cells)} |")
    return lines


def _conflict_table(table: Mapping[str, Any]) -> list[str]:
    row = table["re3d dev windows"]
    kinds = sorted(key.removesuffix("_f1") for key in row if key.endswith("_f1"))
    lines = ["| kind | precision | recall | F1 |", "|---|---|---|---|"]
    for kind in kinds:
        cells = " | ".join(f"{row[f'{kind}_{measure}']:.2f}" for measure in ("precision", "recall", "f1"))
        lines.append(f"| {kind} | {cells} |")
    return lines
