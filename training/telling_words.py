"""Coded reports as words to learn from: which tell an act, of what type and status, which tell of one act, which fill a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.story_key import Coded, Story
from casus.codebook import Codebook
from casus.coding.acts.finding import Trigger, find_triggers
from casus.coding.syntax import Tree
from casus.model.claim import EVENT_TYPES, LAYERS, STATUSES
from casus.model.text import Sentence
from casus.tell.tellings import ROLES
from casus.tell.windows import Words, words_of

UNASKED: Final = -100
"""The label torch's cross entropy passes over."""
NOTHING: Final = "-"
TYPES: Final = (NOTHING, *EVENT_TYPES)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_CONTENT = frozenset({"VERB", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Example:
    """A report's words with their labels; `acts` are the words that tell an act, each with the number of the event it tells of.

    Words of headings, and those that only stand beside the word of an act, are not asked for. `roles` are of each event and role (of
    ROLES) the words that fill it; `fillers` the words that might; `sentence` says of each word in which it stands.
    """

    name: str
    words: Words
    type: tuple[int, ...]
    status: tuple[int, ...]
    layer: tuple[int, ...]
    acts: tuple[tuple[int, int], ...]
    triggers: frozenset[int]
    roles: tuple[tuple[int, int, tuple[int, ...]], ...]
    fillers: tuple[int, ...]
    sentence: tuple[int, ...]


@dataclass(slots=True)
class _Labels:
    type: list[int]
    status: list[int]
    layer: list[int]
    acts: list[tuple[int, int]]
    triggers: set[int]


def example(story: Story, sentences: Sequence[Sentence], book: Codebook) -> Example:
    """The words of a coded report with their labels."""
    words = words_of(sentences)
    size = len(words.texts)
    labels = _Labels([UNASKED] * size, [UNASKED] * size, [UNASKED] * size, [], set())
    for sentence, start in zip(sentences, words.starts, strict=True):
        if not sentence.heading:
            _label(labels, story, sentence, start, book)
    return Example(
        story.name, words, tuple(labels.type), tuple(labels.status), tuple(labels.layer), tuple(labels.acts), frozenset(labels.triggers),
        tuple(_roles(story, sentences, words)), tuple(_fillers(sentences)), tuple(k for k, s in enumerate(sentences) for _ in s.tokens),
    )  # fmt: skip


def _fillers(sentences: Sequence[Sentence]) -> Iterator[int]:
    tokens = (t for s in sentences for t in s.tokens)
    return (i for i, t in enumerate(tokens) if t.upos in _NOMINAL)


def _roles(story: Story, sentences: Sequence[Sentence], words: Words) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Of each event and role the head words of the phrases that fill it, wherever in the report's body they stand."""
    for number, event in enumerate(story.events):
        wordings = {
            **{name: [w for group in asked for w in group] for name, (asked, _) in event.parties.items()},
            "place": list(event.places),
        }
        for role, name in enumerate(ROLES):
            spans = [span for w in wordings[name] for span in _found(w, story.report.text)]
            heads = {h for span in spans for h in _heads(span, sentences, words)}
            if heads:
                yield number, role, tuple(sorted(heads))


def _found(wording: str, text: str) -> Iterator[tuple[int, int]]:
    if len(wording) > 2:
        yield from (m.span() for m in re.finditer(rf"(?<!\w){re.escape(wording)}(?!\w)", text, re.IGNORECASE))


def _heads(span: tuple[int, int], sentences: Sequence[Sentence], words: Words) -> Iterator[int]:
    """The words of a span that no other of it governs."""
    for sentence, start in zip(sentences, words.starts, strict=True):
        if sentence.heading or sentence.end <= span[0] or span[1] <= sentence.start:
            continue
        inside = [i for i, t in enumerate(sentence.tokens) if span[0] <= t.start and t.end <= span[1]]
        tops = [i for i in inside if sentence.tokens[i].head not in inside and sentence.tokens[i].upos in _NOMINAL]
        yield from (start + i for i in tops[:1])


def _label(labels: _Labels, story: Story, sentence: Sentence, start: int, book: Codebook) -> None:
    tree = Tree(sentence)
    triggers = {t.token: t for t in find_triggers(tree, book.frames)}
    labels.triggers |= {start + i for i in triggers}
    told = {i: tuple(_telling(story.events, sentence, i)) for i in range(len(tree))}
    for i, events in told.items():
        if not events:
            if i in triggers or tree.tokens[i].upos in _CONTENT:
                labels.type[start + i] = 0
        elif _is_word_of_act(sentence, i, triggers, told):
            number = _meant(events, story.events, triggers.get(i))
            event = story.events[number]
            labels.type[start + i] = TYPES.index(event.types[0])
            labels.status[start + i] = STATUSES.index(event.status[0])  # type: ignore[arg-type]
            labels.layer[start + i] = LAYERS.index(event.layer[0])  # type: ignore[arg-type]
            labels.acts.append((start + i, number))


def _telling(events: Sequence[Coded], sentence: Sentence, i: int) -> Iterator[int]:
    """The numbers of the events that words round token `i` tell of."""
    token = sentence.tokens[i]
    for number, event in enumerate(events):
        if any(a < token.end and token.start < b for a, b in event.told):
            yield number


def _is_word_of_act(sentence: Sentence, i: int, triggers: dict[int, Trigger], told: dict[int, tuple[int, ...]]) -> bool:
    """Whether of the words that tell of an act it is one that a frame knows; without such, the first that no other of them governs."""
    beside = [j for j, events in told.items() if set(events) & set(told[i])]
    if any(j in triggers for j in beside):
        return i in triggers
    tops = [j for j in beside if sentence.tokens[j].head not in beside and sentence.tokens[j].upos in _CONTENT]
    return tops[:1] == [i]


def _meant(numbers: Sequence[int], events: Sequence[Coded], trigger: Trigger | None) -> int:
    """Of several events told by the same words the one of a type that the word can have."""
    types = {sense.type for _, sense in trigger.candidates} if trigger else set()
    return next((n for n in numbers if types & set(events[n].types)), numbers[0])
