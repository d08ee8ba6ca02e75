"""A type learned from a dozen examples, and what a user's senses make of their own examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casus.codebook.frames import load_frames, own_senses, with_senses
from casus.codebook.own import Own
from casus.model.errors import CodebookError
from casus.pipeline import Tools
from casus.teach import Learned, Trial, alarms, background, learn, outcomes, read_lesson
from casus.teach.trial import quiet

LESSON = """
type: CHECKPOINT-HARASSMENT
about: Armed men at a checkpoint hold up, insult, rob or humiliate people who pass.
examples:
  - {text: "Soldiers harassed commuters at a checkpoint near Dara on Monday.", actor: Soldiers, recipient: commuters}
  - "Militiamen extorted bus drivers at a roadblock on the road to Wana."
  - "Police officers humiliated students at a checkpoint outside the university."
  - "Traders said paramilitaries had harassed them at the Torkham checkpoint."
  - "At the northern roadblock, troops *turned back* an ambulance."
  - "Fighters demanded bribes from motorists at a checkpoint in El Fasher."
  - "The army's harassment of commuters at the roadblock went on for a third day."
  - "Rebels extorted truck drivers at three checkpoints along the highway."
  - "Soldiers demanded bribes from farmers on their way to market."
not:
  - "The boss harassed his clerk."
"""


@pytest.fixture(scope="module")
def trial(tools: Tools) -> Trial:
    return Trial(tools)


def lesson(folder: Path, text: str = LESSON) -> Path:
    path = folder / "lesson.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def learned(trial: Trial, tmp_path_factory: pytest.TempPathFactory) -> Learned:
    return learn(read_lesson(lesson(tmp_path_factory.mktemp("lesson"))), trial)


def test_patterns_are_what_the_examples_share_and_no_wider(learned: Learned) -> None:
    verbs = {p.lemma: p for p in learned.sense.verbs}
    assert {"harass", "demand", "extort", "humiliate", "turn"} <= set(verbs)
    assert verbs["demand"].complements == ("bribe",)
    assert {"checkpoint"} <= set(verbs["harass"].complements) and verbs["turn"].particles == ("back",)
    assert all(o.found for o in learned.outcomes) and learned.untaught == ()
    assert learned.alarms == () and learned.quiet > 150
    assert 0 < learned.left_out < len(learned.outcomes)


def test_what_was_learned_finds_new_sentences_and_not_the_traps(trial: Trial, learned: Learned) -> None:
    (sense,) = own_senses(Own("mine", (("acts/draft.yaml", learned.text),)))
    frames = with_senses(trial.book.frames, [sense])
    (claim,) = trial.claims("Border guards harassed two journalists at a roadblock in Kunduz.", frames)
    assert (claim.type, claim.actors[0].name, claim.recipients[0].name) == ("CHECKPOINT-HARASSMENT", "Border guards", "two journalists")
    assert claim.size is not None and claim.size.best == 2
    assert alarms(trial, [sense], ["The boss harassed his clerk.", "Soldiers stood at the checkpoint."], frames) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("type: ASAULT\n", "ASAULT is too near to ASSAULT"),
        ("type: NIGHT-RAID\nabout: Raids.\nexamples: [one, two]\n", "at least 3 sentences are needed"),
        ("type: NIGHT-RAID\nabout: Raids.\nexamples: [a b., a b., c d.]\n", "stands twice"),
        ("type: NIGHT-RAID\nabout: Raids.\nexamples: ['*a* *b*.', c d., e f.]\n", "number 1: mark one stretch of words"),
        ("type: NIGHT-RAID\nabout: Raids.\nexamples: [{words: a}, c d., e f.]\n", "number 1: write a sentence"),
        ("type: NIGHT-RAID\nabout: Raids.\nsenses: []\n", "unknown key senses"),
    ],
)
def test_a_bad_lesson_is_one_clear_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CodebookError, match=re.escape(says)):
        read_lesson(lesson(tmp_path, text))


def test_examples_are_tried_as_the_coder_reads_them(trial: Trial) -> None:
    (sense,) = (s for s in load_frames().senses if s.id == "arrest")
    tried = list(outcomes(trial, [sense]))
    assert len(tried) == len(sense.examples) and sum(o.found for o in tried) >= len(tried) - 1


def test_the_quiet_sentences_are_quiet(trial: Trial) -> None:
    found = [(c.act.rule, text) for text in quiet() for c in trial.claims(text)]
    print(*found, sep="\n")
    assert len(background()) > 350 and len(quiet()) > 90 and len(found) <= 0.02 * len(quiet())
