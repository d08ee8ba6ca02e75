"""The same data under spaCy's small CNN, for comparison: tagger, parser and names over one tok2vec.

``python -m training.peer --data ../shared/data --work DIR --out peer.json --minutes 25``, in an
environment that has spaCy; no vectors, no pretraining.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from training.corpus import NAMED, Sentence
from training.data import ewt, gum
from training.measure import Tally, named, round_all, spans_of

SEED = 20261122
DROPOUT = 0.1


def as_doc(nlp: Language, sentence: Sentence, *, labelled: bool = True) -> Doc:
    """One sentence as spaCy holds it; names are marked unknown where none are annotated."""
    size = len(sentence.forms)
    spaces = [not (i + 1 < size and sentence.glued[i + 1]) for i in range(size)]
    if not labelled:
        return Doc(nlp.vocab, words=sentence.forms, spaces=spaces, sent_starts=[i == 0 for i in range(size)])
    doc = Doc(
        nlp.vocab,
        words=sentence.forms,
        spaces=spaces,
        tags=sentence.upos,
        heads=[head if head >= 0 else i for i, head in enumerate(sentence.head)],
        deps=["ROOT" if dep == "root" else dep for dep in sentence.deprel],
    )
    if sentence.names is None or sentence.silver:
        doc.set_ents([], default="missing")
    else:
        doc.set_ents([Span(doc, a, b, kind) for a, b, kind in spans_of(sentence.names) if kind in NAMED], default="outside")
    return doc


def pipeline() -> Language:
    """An untrained tok2vec (CNN of width 96, depth 4) with tagger, parser and names listening to it."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for name, state in (("parser", "parser"), ("ner", "ner")):
        nlp.add_pipe(
            name,
            config={
                "model": {
                    "@architectures": "spacy.TransitionBasedParser.v2",
                    "state_type": state,
                    "extra_state_tokens": False,
                    "hidden_width": 64,
                    "maxout_pieces": 2,
                    "use_upper": True,
                    "tok2vec": listener,
                }
            },
        )
    return nlp


def train(nlp: Language, sentences: Sequence[Sentence], dev: Sequence[Sentence], minutes: float, work: Path) -> int:
    """Train for so many minutes, keeping the epoch best on dev; give how many epochs there were."""
    rng = random.Random(SEED)
    examples = [Example(as_doc(nlp, s, labelled=False), as_doc(nlp, s)) for s in sentences]
    nlp.initialize(lambda: examples)
    optimiser = nlp.resume_training()
    optimiser.learn_rate = 0.001
    began = time.monotonic()
    best, epochs = -1.0, 0
    while time.monotonic() - began < minutes * 60:
        rng.shuffle(examples)
        for batch in minibatch(examples, size=24):
            nlp.update(batch, drop=DROPOUT, sgd=optimiser)
        epochs += 1
        with nlp.use_params(optimiser.averages):
            scores = score(nlp, dev)
            reached = scores["las"] + scores["upos"] + scores["names_f1"]
            print(epochs, round(time.monotonic() - began), scores, flush=True)
            if reached > best:
                best = reached
                nlp.to_disk(work / "spacy-best")
    return epochs


def score(nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Scores on gold words and bounds, in percent."""
    right = {"upos": 0, "uas": 0, "las": 0}
    words = 0
    names = Tally()
    docs = nlp.pipe(as_doc(nlp, s, labelled=False) for s in sentences)
    for sentence, doc in zip(sentences, docs, strict=True):
        for i, token in enumerate(doc):
            head = -1 if token.head.i == token.i else token.head.i
            attached = head == sentence.head[i]
            deprel = "root" if head < 0 else token.dep_
            words += 1
            right["upos"] += token.tag_ == sentence.upos[i]
            right["uas"] += attached
            right["las"] += attached and deprel == sentence.deprel[i]
        if sentence.names is not None and not sentence.silver:
            names.add(named(sentence), {(e.start, e.end, e.label_) for e in doc.ents})
    scores = {name: 100 * count / words for name, count in right.items()}
    if names.gold:
        scores["names_f1"] = names.f1
    return round_all(scores)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=25)
    options = parser.parse_args()
    fix_random_seed(SEED)
    nlp = pipeline()
    sentences = [*ewt(options.data, "train"), *gum(options.data, "train")]
    epochs = train(nlp, sentences, ewt(options.data, "dev"), options.minutes, options.work)
    best = spacy.load(options.work / "spacy-best")
    test = gum(options.data, "test")
    scores: dict[str, object] = {
        "ewt gold": score(best, ewt(options.data, "test")),
        "gum gold": score(best, test),
        "gum-news gold": score(best, [s for s in test if s.doc.startswith("GUM_news")]),
        "epochs": epochs,
        "minutes": options.minutes,
        "spacy": spacy.__version__,
    }
    options.out.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
