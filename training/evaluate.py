"""Measure a model folder: ``python -m training.evaluate --data ../shared/data --model casus/read/model --out FILE``.

Every figure in the model card comes from here.  Test data are opened by this file alone.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

from casus.read.encoder import Encoder
from casus.read.lexicon import Lexicon
from casus.read.reader import Reader
from training.corpus import Sentence
from training.data import conflict, ewt, gum
from training.measure import round_all, score_gold
from training.raw import score_raw
from training.windows import pack

Scores = dict[str, dict[str, float]]


def evaluate(data: Path, model: Path, part: str = "test", *, raw: bool = True) -> Scores:
    """Scores by data set and condition: gold words one sentence at a time, gold words in windows, raw text."""
    encoder = Encoder(model)
    lexicon = Lexicon.load(model / "lexicon.tsv.gz", model / "vocab.txt")
    sets = {"ewt": ewt(data, part), "gum": gum(data, part)}
    sets["gum-news"] = [s for s in sets["gum"] if s.doc.startswith("GUM_news")]
    scores: Scores = {}
    for name, sentences in sets.items():
        scores[f"{name} gold"] = round_all(score_gold(encoder, [[s] for s in sentences], lexicon))
        scores[f"{name} windows"] = round_all(score_gold(encoder, pack(sentences, None), lexicon))
    scores["re3d dev windows"] = round_all(score_gold(encoder, pack(conflict(data, "dev"), None)))
    if raw:
        reader = Reader.load(model)
        for name in ("ewt", "gum", "gum-news"):
            scores[f"{name} raw"], scores[f"{name} speed"] = _raw(reader, sets[name])
    return scores


def _raw(reader: Reader, sentences: Sequence[Sentence]) -> tuple[dict[str, float], dict[str, float]]:
    began = time.perf_counter()
    scores = round_all(score_raw(reader, sentences))
    seconds = time.perf_counter() - began
    words = sum(len(s.forms) for s in sentences)
    return scores, round_all({"words_per_second": words / seconds, "sentences_per_second": len(sentences) / seconds})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--part", choices=("dev", "test"), default="test")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    scores = evaluate(options.data, options.model, options.part)
    if options.out:
        options.out.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    for name, row in scores.items():
        print(name, json.dumps(row))


if __name__ == "__main__":
    main()
