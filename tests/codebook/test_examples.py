"""Every sense's own examples through the real reader and coder: a floor under quality, not a proof of it.

How to measure: run this file with `-s`; it prints the four shares and what was missed. Raise a floor when a share has
risen for good; lower one only with a reason in the commit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from casus.codebook.frames import Sense, load_frames
from casus.coding import code_by_rule
from casus.ingest import report_from_text
from casus.model.actor import Party
from casus.model.claim import Claim
from casus.model.errors import InputError
from casus.pipeline import Tools

pytestmark = pytest.mark.timeout(600)

FOUND = 0.92
"""Least share of examples whose type is coded."""
ACTORS = 0.89
"""Least share of the named actors that are coded as actors, of all examples that name one."""
RECIPIENTS = 0.85
"""Least share of the named recipients that are coded as recipients."""
FALSE_ALARMS = 0.01
"""Largest share of `not` lines in which the sense is nevertheless coded."""


@dataclass(frozen=True)
class Outcome:
    """What became of one line of the codebook."""

    sense: str
    text: str
    found: bool
    actor: bool | None
    recipient: bool | None


def told(text: str, tools: Tools) -> tuple[Claim, ...]:
    """The claims of one sentence as coded, before names are resolved."""
    report = report_from_text(text)
    blocks = [(b.start, b.end, False) for b in report.blocks]
    coded = code_by_rule(report, tools.reader.read(report.text, blocks), tools.book)
    return tuple(t.claim for t in coded.told)


def names(parties: Sequence[Party], phrase: str | Sequence[str] | None) -> bool | None:
    """Whether every expected phrase is among the parties; None where none is expected."""
    if not phrase:
        return None
    wanted = [phrase] if isinstance(phrase, str) else list(phrase)
    return all(any(_same(w, p.evidence.words) for p in parties) for w in wanted)


def _same(a: str, b: str) -> bool:
    one, two = _plain(a), _plain(b)
    return one in two or two in one


def _plain(words: str) -> str:
    return " ".join(w for w in words.lower().split() if w not in {"the", "a", "an"})


def outcomes(tools: Tools) -> Iterator[Outcome]:
    for sense in load_frames().senses:
        for example in sense.examples:
            claims = [c for c in told(example["text"], tools) if c.type == sense.type]
            right = [names(c.actors, example.get("actor")) for c in claims]
            received = [names(c.recipients, example.get("recipient")) for c in claims]
            yield Outcome(
                sense.id,
                example["text"],
                bool(claims),
                any(right) if example.get("actor") else None,
                any(received) if example.get("recipient") else None,
            )


def alarms(tools: Tools) -> Iterator[tuple[Sense, str, bool]]:
    for sense in load_frames().senses:
        for text in sense.never:
            try:
                claims = told(text, tools)
            except InputError:
                claims = ()
            yield sense, text, any(c.act.rule == sense.id and c.certain for c in claims)


@pytest.fixture(scope="module")
def measured(tools: Tools) -> list[Outcome]:
    return list(outcomes(tools))


def share(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


def shown(what: str, value: float, missed: Sequence[str]) -> None:
    print(f"\n{what}: {value:.3f}, not so: {len(missed)}", *missed, sep="\n    ")


def test_the_examples_are_found(measured: list[Outcome]) -> None:
    value = share([o.found for o in measured])
    shown("found", value, [f"{o.sense}: {o.text}" for o in measured if not o.found])
    assert value >= FOUND


def test_their_actors_are_right(measured: list[Outcome]) -> None:
    asked = [o for o in measured if o.actor is not None]
    value = share([bool(o.actor) for o in asked])
    shown("actors", value, [f"{o.sense}: {o.text}" for o in asked if o.found and not o.actor])
    assert value >= ACTORS


def test_their_recipients_are_right(measured: list[Outcome]) -> None:
    asked = [o for o in measured if o.recipient is not None]
    value = share([bool(o.recipient) for o in asked])
    shown("recipients", value, [f"{o.sense}: {o.text}" for o in asked if o.found and not o.recipient])
    assert value >= RECIPIENTS


def test_what_a_sense_is_not_raises_few_false_alarms(tools: Tools) -> None:
    found = list(alarms(tools))
    value = share([alarm for _, _, alarm in found])
    shown("false alarms", value, [f"{s.id}: {text}" for s, text, alarm in found if alarm])
    assert value <= FALSE_ALARMS


def test_every_sense_has_an_example() -> None:
    assert [s.id for s in load_frames().senses if not s.examples] == []
