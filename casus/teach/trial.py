"""Trying senses: which of their examples are found, and where they are found though nothing of theirs is told.

Every sentence is read once; what changes between trials is only the frames.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from casus.codebook import Codebook
from casus.codebook.frames import Frames, Sense, load_frames, with_senses
from casus.codebook.yaml_files import read_yaml
from casus.coding import code_by_rule
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.text import Block, Report, Sentence
from casus.pipeline import Tools
from casus.read import Reader
from casus.resolve import resolve


@dataclass(frozen=True, slots=True)
class Parsed:
    """One sentence or passage as the reader sees it."""

    report: Report
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """Its text."""
        return self.report.text


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one example: whether its sense told it, who was named in vain, and as what else it was read.

    `doubt` says why it was told, but not surely; "" where it was not told at all.
    """

    sense: str
    text: str
    found: bool
    missed: tuple[str, ...]
    instead: tuple[str, ...]
    doubt: str = ""


class Trial:
    """A reader and a codebook to try senses with; what was read stays read.

    `silent` holds of each pattern tried (form, entry, the user's "not" lines) whether it finds nothing where it should not.
    """

    def __init__(self, tools: Tools) -> None:
        self._reader: Reader = tools.reader
        self.book: Codebook = tools.book
        self._parsed: dict[str, Parsed] = {}
        self.silent: dict[tuple[str, str, tuple[str, ...]], bool] = {}

    def parse(self, text: str) -> Parsed:
        """A text as the reader sees it."""
        if text not in self._parsed:
            report = Report("example", text, (Block(0, len(text), "paragraph"),), "example")
            self._parsed[text] = Parsed(report, tuple(self._reader.read(text, [(0, len(text), False)])))
        return self._parsed[text]

    def claims(self, text: str, frames: Frames | None = None, *, low: bool = False) -> tuple[Claim, ...]:
        """The claims of a text that the rules are certain of, with the codebook's frames or others; `low` adds the others."""
        parsed = self.parse(text)
        book = self.book if frames is None else replace(self.book, frames=frames)
        coded = code_by_rule(parsed.report, parsed.sentences, book)
        return tuple(c for c in resolve(coded, parsed.report, parsed.sentences, book).claims if low or c.certain)


def outcomes(trial: Trial, senses: Iterable[Sense], frames: Frames | None = None) -> Iterator[Outcome]:
    """What becomes of the senses' own examples."""
    for sense in senses:
        for example in sense.examples:
            every = trial.claims(example["text"], frames, low=True)
            claims = [c for c in every if c.certain]
            mine = [c for c in claims if c.act.rule == sense.id]
            missed = tuple(
                f"{role} “{example[role]}”"
                for role in ("actor", "recipient")
                if example.get(role) and mine and not any(_names(getattr(c, f"{role}s"), example[role]) for c in mine)
            )
            instead = tuple(dict.fromkeys(f"{c.type} ({c.act.rule})" for c in claims)) if not mine else ()
            doubt = "" if mine else _doubt(trial, sense, every, example["text"])
            yield Outcome(sense.id, example["text"], bool(mine), missed, instead, doubt)


def _doubt(trial: Trial, sense: Sense, claims: Sequence[Claim], text: str) -> str:
    """Why a sense did not tell its example: its claim is not certain, or its guards refuse a party."""
    told = [r.rule for c in claims if c.act.rule == sense.id for r in c.reasons if r.field == "certain"]
    if told:
        return "; ".join(told)
    open_ = replace(sense, guards={"actor": ("any",), "recipient": ("any",)})
    found = any(c.act.rule == sense.id for c in trial.claims(text, with_senses(trial.book.frames, [open_]), low=True))
    return "its guards do not let one of the parties in" if found else ""


def alarms(trial: Trial, senses: Sequence[Sense], texts: Iterable[str], frames: Frames | None = None) -> list[tuple[str, str]]:
    """The texts in which one of the senses is found, with its id."""
    ids = {s.id for s in senses}
    return [(c.act.rule, text) for text in texts for c in trial.claims(text, frames) if c.act.rule in ids]


def _names(parties: Sequence[Party], phrase: str) -> bool:
    wanted = _plain(phrase)
    return any(wanted in found or found in wanted for p in parties if (found := _plain(p.evidence.words)))


def _plain(words: str) -> str:
    return " ".join(w for w in words.lower().split() if w not in {"the", "a", "an"})


@lru_cache(maxsize=1)
def background() -> tuple[str, ...]:
    """Sentences in which a new sense has nothing to find: the shipped "not" lines and the passages of quiet.yaml."""
    never = (text for sense in load_frames().senses for text in sense.never)
    return tuple(dict.fromkeys((*never, *quiet())))


@lru_cache(maxsize=1)
def quiet() -> tuple[str, ...]:
    """Passages in which nothing of the shipped codebook happens."""
    return tuple(read_yaml(Path(__file__).with_name("quiet.yaml")))


@lru_cache(maxsize=1)
def shipped_examples() -> tuple[tuple[str, str], ...]:
    """The shipped examples with their types, in which a new type may take what was another's."""
    return tuple((str(e["text"]), sense.type) for sense in load_frames().senses for e in sense.examples)
