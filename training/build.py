"""Build the shipped reader from named data: ``python -m training.build --data ../shared/data --out casus/read/model``.

Trains (an hour on two cores; resumes where it stopped), exports fp32 and int8, measures both on the
test sets, and writes the model with its card.  Needs training/requirements.txt.
"""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import replace
from pathlib import Path

from casus.read.encoder import Labels
from training import lexicon
from training.card import write_json, write_words
from training.evaluate import evaluate
from training.export import Precision, export
from training.fit import fit, minilm_folder
from training.learn import Recipe

VERSION = "1"
SHIPPED: Precision = "dynamic"


def build(data: Path, work: Path, out: Path, recipe: Recipe, version: str, note: str = "") -> None:
    """Do it all; every intermediate file stays in ``work``.  ``note`` goes into the card with the recipe."""
    fit(data, work, recipe)
    labels = Labels.load(work / "labels.json")
    checkpoint = work / f"epoch{recipe.epochs:02d}.pt"
    scores = {}
    precisions: dict[str, Precision] = {"fp32": "fp32", "int8": SHIPPED}
    for name, precision in precisions.items():
        folder = work / name
        export(checkpoint, labels, minilm_folder() / "vocab.txt", folder, precision)
        lexicon.write(data, folder)
        write_json(folder, version, {})
        scores[name] = evaluate(data, folder)
        (work / f"{name}.json").write_text(json.dumps(scores[name], indent=1) + "\n", encoding="utf-8")
    if (work / "spacy.json").exists():  # python -m training.peer --out WORK/spacy.json
        scores["spacy"] = json.loads((work / "spacy.json").read_text(encoding="utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    for name in ("reader.onnx", "vocab.txt", "labels.json", "lexicon.tsv.gz"):
        shutil.copyfile(work / "int8" / name, out / name)
    lexicon.write(data, out)
    write_json(out, version, scores["int8"])
    made = json.loads((work / "recipe.json").read_text(encoding="utf-8"))
    write_words(Path(__file__).parent / "MODEL_CARD.md", version, made | {"note": note}, scores)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("/tmp/casus-training"))
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--version", default=VERSION)
    parser.add_argument("--note", default="")
    options = parser.parse_args()
    recipe = replace(Recipe(), epochs=options.epochs)
    build(options.data, options.work, options.out, recipe, options.version, options.note)


if __name__ == "__main__":
    main()
