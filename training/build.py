"""Build the shipped reader from named data: ``python -m training.build --data ../shared/data --out casus/read/model``.

Trains the trunk (an hour on two cores; resumes where it stopped), then the teacher of names (half an hour), lets it tag
more text, trains the names branch on that; exports fp32 and int8, measures both on the test sets, and writes the model
with its card.  ``--trunk casus/read/model`` keeps the trunk of a shipped model.  Needs training/requirements.txt.
"""

from __future__ import annotations

import argparse
import json
import shutil
from dataclasses import asdict, replace
from pathlib import Path

import torch

from casus.read.encoder import Labels
from training import lexicon
from training.card import write_json, write_words
from training.data import ewt, training_sentences
from training.evaluate import evaluate
from training.export import Precision, export
from training.fit import fit, minilm_folder
from training.labels import labels_of
from training.learn import Recipe, save_recipe
from training.names import NamesRecipe, fit_names
from training.network import Network
from training.restore import restore
from training.swap import Pool
from training.teach import taught

VERSION = "2"
SHIPPED: Precision = "dynamic"


def build(data: Path, work: Path, out: Path, recipe: Recipe, version: str, note: str = "", trunk: Path | None = None) -> None:
    """Do it all; every intermediate file stays in ``work``.  ``note`` goes into the card with the recipe."""
    checkpoint = _trunk(data, work, recipe, trunk)
    labels = Labels.load(work / "labels.json")
    names = _names(data, work, labels, checkpoint)
    scores = {}
    precisions: dict[str, Precision] = {"fp32": "fp32", "int8": SHIPPED}
    for name, precision in precisions.items():
        folder = work / name
        export(checkpoint, names, labels, minilm_folder() / "vocab.txt", folder, precision)
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
    made |= {"names": asdict(NamesRecipe()), "note": note}
    write_words(Path(__file__).parent / "MODEL_CARD.md", version, made, scores)


def _trunk(data: Path, work: Path, recipe: Recipe, shipped: Path | None) -> Path:
    """The trunk's checkpoint, trained or taken out of a shipped model; raises ValueError where that has other labels."""
    if shipped is None:
        fit(data, work, recipe)
        return work / f"epoch{recipe.epochs:02d}.pt"
    labels, old = labels_of(training_sentences(data)), Labels.load(shipped / "labels.json")
    if any(getattr(labels, head) != getattr(old, head) for head in ("upos", "xpos", "lemma", "deprel", "conflict")):
        raise ValueError(f"{shipped}: made with other labels than the data hold now")
    save_recipe(recipe, labels, work)
    if not (work / "trunk.pt").exists():
        torch.save(restore(shipped, labels).state_dict(), work / "trunk.pt")
    return work / "trunk.pt"


def _names(data: Path, work: Path, labels: Labels, trunk: Path) -> Path:
    """The names branch's checkpoint."""
    kept = work / "names.pt"
    if not kept.exists():
        network = Network(labels)
        network.load_state_dict(torch.load(trunk, weights_only=True))
        fit_names(network, labels, [*ewt(data, "train"), *taught(data, work)], Pool.load(data), NamesRecipe(), kept)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("/tmp/casus-training"))
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--version", default=VERSION)
    parser.add_argument("--note", default="")
    parser.add_argument("--trunk", type=Path)
    options = parser.parse_args()
    recipe = replace(Recipe(), epochs=options.epochs)
    build(options.data, options.work, options.out, recipe, options.version, options.note, options.trunk)


if __name__ == "__main__":
    main()
