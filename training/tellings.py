"""Train the encoder of tellings: ``python -m training.tellings --shared ../shared --work DIR``; resumes where it stopped.

It learns from real news coded by hand (coded_news.py); after each epoch it is measured on the open coded articles of benchmarks/, which
it never learns from.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.article_key import coded_articles
from benchmarks.story_key import Story
from casus.pipeline import Tools, sentences_of
from casus.read.pieces import Vocabulary
from casus.tell.windows import Window, windows_of
from training.coded_news import coded_news, invented_reports
from training.fit import minilm_folder
from training.mpnet import MASK, load_mpnet
from training.steps import keep, optimiser_of, resume, schedule
from training.telling_network import TellingNetwork, alike, filling, read_network
from training.telling_words import ROLES, UNASKED, Example, example
from training.windows import padded


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides a run, but the data."""

    epochs: int = 4
    encoder_rate: float = 6e-5
    head_rate: float = 1e-3
    warm_up: float = 0.08
    decay: float = 0.01
    masked: float = 0.08
    pieces_per_batch: int = 1500
    seed: int = 20261130
    threads: int = 2


WEIGHTS = {"type": 1.0, "status": 0.5, "layer": 0.3, "alike": 1.0, "role": 4.0}
REACH = 2
"""A role is asked for among the words at most so many sentences from the word of its act."""


@dataclass(slots=True)
class Batch:
    """Tensors of all windows of some reports; `windows` say of each row which report it is of and which words it holds."""

    inputs: tuple[Tensor, ...]
    mask: Tensor
    windows: list[tuple[int, Window]]


def batch_of(examples: Sequence[Example], vocabulary: Vocabulary, masked: float, rng: random.Random | None) -> Batch:
    """The windows of some reports as one batch; with `rng` some pieces are hidden."""
    rows, windows = [], []
    for number, found in enumerate(examples):
        for window in windows_of(found.words, vocabulary):
            part = slice(window.first, window.last)
            breaks = [2, *found.words.breaks[part][1:]]
            rows.append(vocabulary.of_words(found.words.texts[part], breaks))
            windows.append((number, window))
    if rng is not None:
        for row in rows:
            row.pieces[1:-1] = [MASK if rng.random() < masked else p for p in row.pieces[1:-1]]
    names = ("pieces", "cases", "breaks", "first", "last")
    inputs = tuple(padded([getattr(r, n) for r in rows], 0) for n in names)
    return Batch(inputs, padded([[1] * len(r.pieces) for r in rows], 0).bool(), windows)


def told(network: TellingNetwork, examples: Sequence[Example], batch: Batch) -> list[dict[str, Tensor]]:
    """Per report the outputs of its words, each from the window in which it is new."""
    out = network(*batch.inputs, batch.mask)
    parts: list[dict[str, list[Tensor]]] = [{name: [] for name in out} for _ in examples]
    for row, (number, window) in enumerate(batch.windows):
        for name, scores in out.items():
            parts[number][name].append(scores[row, window.new - window.first : window.last - window.first].float())
    return [{name: torch.cat(those) for name, those in part.items()} for part in parts]


def losses(outputs: Sequence[dict[str, Tensor]], examples: Sequence[Example]) -> dict[str, Tensor]:
    """The mean loss of each output over the words that are asked for."""
    found: dict[str, Tensor] = {}
    for name in ("type", "status", "layer"):
        wanted = torch.tensor([label for e in examples for label in getattr(e, name)])
        if bool((wanted != UNASKED).any()):
            found[name] = functional.cross_entropy(torch.cat([o[name] for o in outputs]), wanted, label_smoothing=0.03)
    pairs = [_pairs(o, e) for o, e in zip(outputs, examples, strict=True) if len(e.acts) > 1]
    if pairs:
        odds, one = torch.cat([p[0] for p in pairs]), torch.cat([p[1] for p in pairs])
        found["alike"] = functional.binary_cross_entropy_with_logits(odds, one)
    asked = [_roles(o, e) for o, e in zip(outputs, examples, strict=True) if e.acts and e.fillers]
    if asked:
        odds, one = torch.cat([a[0] for a in asked]), torch.cat([a[1] for a in asked])
        found["role"] = functional.binary_cross_entropy_with_logits(odds, one)
    return found


def _roles(output: dict[str, Tensor], found: Example) -> tuple[Tensor, Tensor]:
    """The odds of each word near the word of an act that it fills each role, and whether it does."""
    places = torch.tensor([place for place, _ in found.acts])
    fillers = torch.tensor(found.fillers)
    sentence = torch.tensor(found.sentence)
    odds = filling(output["asks"][places], output["answers"][fillers])
    near = (sentence[places][:, None] - sentence[fillers][None, :]).abs() <= REACH
    right = torch.zeros_like(odds)
    column = {word: k for k, word in enumerate(found.fillers)}
    by_event = {(event, role): words for event, role, words in found.roles}
    for row, (_, event) in enumerate(found.acts):
        for role in range(len(ROLES)):
            for word in by_event.get((event, role), ()):
                if word in column:
                    right[row, role, column[word]] = 1.0
    asked = near[:, None, :].expand_as(odds)
    return odds[asked], right[asked]


def _pairs(output: dict[str, Tensor], found: Example) -> tuple[Tensor, Tensor]:
    """The odds of each two words that tell an act, and whether they tell of one."""
    places = torch.tensor([place for place, _ in found.acts])
    events = torch.tensor([event for _, event in found.acts])
    odds = alike(output["before"][places], output["after"][places])
    earlier = torch.triu(torch.ones_like(odds), 1).bool()
    return odds[earlier], (events[:, None] == events[None, :]).float()[earlier]


def train(
    network: TellingNetwork, examples: Sequence[Example], vocabulary: Vocabulary, recipe: Recipe, work: Path, judge: Callable[[], Scores]
) -> None:
    """Train to the recipe's end, going on from the last checkpoint in `work` where there is one."""
    torch.set_num_threads(recipe.threads)
    network.words.weight.requires_grad_(False)
    optimiser = optimiser_of(network, encoder_rate=recipe.encoder_rate, head_rate=recipe.head_rate, decay=recipe.decay)
    rates = [group["lr"] for group in optimiser.param_groups]
    plan = [list(_batches(examples, vocabulary, recipe, epoch)) for epoch in range(recipe.epochs)]
    total = sum(map(len, plan))
    done, step = resume(network, optimiser, work)
    for epoch in range(done, recipe.epochs):
        began, sums = time.time(), {name: [] for name in WEIGHTS}
        rng = random.Random(recipe.seed * 1000 + epoch)
        torch.manual_seed(recipe.seed + epoch)
        network.train()
        for group in plan[epoch]:
            for entry, rate in zip(optimiser.param_groups, rates, strict=True):
                entry["lr"] = rate * schedule(step / total, recipe.warm_up)
            with torch.autocast("cpu", torch.bfloat16):
                outputs = told(network, group, batch_of(group, vocabulary, recipe.masked, rng))
            found = losses(outputs, group)
            loss = torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            step += 1
            for name, value in found.items():
                sums[name].append(float(value.detach()))
        means = " ".join(f"{name}={sum(row) / max(len(row), 1):.3f}" for name, row in sums.items())
        measured = " ".join(f"{name} {value:.1f}" for name, value in judge().items())
        print(f"epoch {epoch} {time.time() - began:.0f}s {means} | {measured}", flush=True)
        keep(network, optimiser, work, epoch + 1, step)


def _batches(examples: Sequence[Example], vocabulary: Vocabulary, recipe: Recipe, epoch: int) -> Iterator[list[Example]]:
    """The reports in random order, as many at once as fill a batch."""
    order = list(examples)
    random.Random(recipe.seed + 7919 * epoch).shuffle(order)
    group: list[Example] = []
    room = recipe.pieces_per_batch
    for found in order:
        size = sum(len(vocabulary.of_word(w)) for w in found.words.texts)
        if group and size > room:
            yield group
            group, room = [], recipe.pieces_per_batch
        group.append(found)
        room -= size
    if group:
        yield group


def outputs_of(network: TellingNetwork, examples: Sequence[Example], vocabulary: Vocabulary) -> list[dict[str, Tensor]]:
    """What the network says of each report's words."""
    network.eval()
    with torch.no_grad():
        return [told(network, [e], batch_of([e], vocabulary, 0.0, None))[0] for e in examples]


Scores = dict[str, float]
"""A measure's name and its value, in percent."""


def judged(network: TellingNetwork, examples: Sequence[Example], vocabulary: Vocabulary) -> Scores:
    """Average precision of words of acts (of all content words, of those of frames), pairs, roles; right types, statuses, layers."""
    outputs = outputs_of(network, examples, vocabulary)
    acts, framed, pairs, roles = [], [], [], []
    right = {name: [0, 0] for name in ("type", "status", "layer")}
    for out, e in zip(outputs, examples, strict=True):
        likely = 1 - torch.softmax(out["type"], 1)[:, 0]
        for i, label in enumerate(e.type):
            if label != UNASKED:
                acts.append((float(likely[i]), label > 0))
                if i in e.triggers:
                    framed.append(acts[-1])
        for i, _ in e.acts:
            right["type"][0] += int(out["type"][i, 1:].argmax()) + 1 == e.type[i]
            right["status"][0] += int(out["status"][i].argmax()) == e.status[i]
            right["layer"][0] += int(out["layer"][i].argmax()) == e.layer[i]
            for name in right:
                right[name][1] += 1
        if e.acts and e.fillers:
            odds, one = _roles(out, e)
            roles += list(zip(odds.tolist(), (one > 0).tolist(), strict=True))
        if len(e.acts) > 1:
            odds, one = _pairs(out, e)
            pairs += list(zip(odds.tolist(), (one > 0).tolist(), strict=True))
    shares = {name: a / max(b, 1) for name, (a, b) in right.items()}
    ranked = {"acts": acts, "acts of frames": framed, "pairs": pairs, "roles": roles}
    return {name: 100 * value for name, value in (*((n, _average_precision(r)) for n, r in ranked.items()), *shares.items())}


def _average_precision(ranked: Sequence[tuple[float, bool]]) -> float:
    hits, total, asked = 0, 0.0, sum(yes for _, yes in ranked)
    for rank, (_, yes) in enumerate(sorted(ranked, key=lambda x: -x[0]), 1):
        if yes:
            hits += 1
            total += hits / rank
    return total / max(asked, 1)


def learned_from(shared: Path) -> list[Story]:
    """Every report that the encoder learns from."""
    return [*coded_news(shared, "encoder"), *invented_reports("encoder")]


def examples_of(stories: Sequence[Story], tools: Tools) -> list[Example]:
    """Coded reports as what is learned from."""
    return [example(s, sentences_of(s.report, tools), tools.book) for s in stories]


def kept(path: Path, make: Callable[[], list[Example]]) -> list[Example]:
    """What `make` gives, from `path` where it was written there before."""
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    found: list[Example] = pickle.loads(path.read_bytes())
    return found


def main() -> None:
    """Train, and print after each epoch what it gives on the open coded articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--onto", type=Path, help="a checkpoint of an earlier run to go on from")
    parser.add_argument("--rate", type=float, default=Recipe().encoder_rate, help="the highest rate of what is pretrained")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    recipe = replace(Recipe(), epochs=options.epochs, encoder_rate=options.rate)
    learned = kept(options.work / "learned.pkl", lambda: examples_of(learned_from(options.shared), Tools.load()))
    measured = kept(options.work / "measured.pkl", lambda: examples_of(coded_articles("open", options.shared), Tools.load()))
    torch.manual_seed(recipe.seed)
    network = read_network(options.onto) if options.onto else TellingNetwork()
    if not options.onto:
        load_mpnet(network)
    vocabulary = Vocabulary.load(minilm_folder() / "vocab.txt")
    train(network, learned, vocabulary, recipe, options.work, lambda: judged(network, measured, vocabulary))


if __name__ == "__main__":
    main()
