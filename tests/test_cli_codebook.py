"""A codebook of one's own on the command line: used, kept with a case, and said where it differs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from casus.cli.app import app

OWN = """
type: CHECKPOINT-HARASSMENT
about: Armed men at a checkpoint hold up, insult or rob people who pass.
senses:
  - id: harass-at-checkpoint
    verbs: ["harass | checkpoint, roadblock"]
    examples:
      - {text: "Soldiers harassed commuters at a checkpoint near Dara.", actor: Soldiers, recipient: commuters}
    not: ["The boss harassed his clerk."]
"""
TEXT = "Soldiers harassed commuters at a checkpoint near Wana in Pakistan on Tuesday, a trader opined. The market stayed closed for the rest of the week."


def casus(*words: object) -> Result:
    return CliRunner().invoke(app, [str(w) for w in words])


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine" / "acts").mkdir(parents=True)
    (tmp_path / "mine" / "acts" / "checkpoint.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "mine" / "speech.yaml").write_text("verbs: {asserts: [opine]}\n", encoding="utf-8")
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    return Path("mine")


def test_an_own_type_and_an_own_verb_of_saying_are_read(mine: Path) -> None:
    (event,) = [json.loads(x) for x in casus("code", "text.txt", "--published", "2024-12-26", "--codebook", mine).stdout.splitlines()]
    assert (event["type"], event["status"], event["sources"][0]["verb"]) == ("CHECKPOINT-HARASSMENT", "attributed", "opined")
    assert event["place"]["name"] == "Wana"


def test_a_codebook_stays_with_its_case_and_its_page(mine: Path) -> None:
    read = casus("read", "text.txt", "--published", "2024-12-26", "--case", "c.casus", "--codebook", mine)
    assert read.exit_code == 0 and read.stderr == ""
    (mine / "speech.yaml").unlink()
    shown = casus("export", "c.casus", "--to", "jsonl")
    assert json.loads(shown.stdout)["type"] == "CHECKPOINT-HARASSMENT" and shown.stderr == ""
    assert casus("brief", "c.casus").exit_code == 0
    page = Path("brief.html").read_text(encoding="utf-8")
    assert "Acts of your own types" in page and "CHECKPOINT HARASSMENT" in page
    said = casus("check", "c.casus", "--codebook", mine).stderr
    assert "c.casus: read with the codebook mine as it was then, not with mine, and shown so" in said
    again = casus("read", "text.txt", "--published", "2024-12-26", "--case", "c.casus", "--codebook", mine)
    assert "1 report added" in again.stdout
    assert casus("check", "c.casus", "--codebook", mine).stderr == ""


def test_a_bad_codebook_is_one_line(mine: Path) -> None:
    (mine / "acts" / "checkpoint.yaml").write_text("type: ASAULT\n", encoding="utf-8")
    done = casus("code", "text.txt", "--codebook", mine)
    assert done.exit_code == 1 and done.stderr.startswith("casus: mine/acts/checkpoint.yaml: ") and len(done.stderr.splitlines()) == 1


def test_check_tries_the_examples_and_says_which_fail(mine: Path) -> None:
    good = casus("codebook", "check", mine)
    assert good.exit_code == 0, good.output
    assert "acts/checkpoint.yaml, speech.yaml: well formed" in good.stdout and "1 sense; 1 of 1 example found" in good.stdout
    assert "“not” lines found all the same: 0 of 1" in good.stdout
    (mine / "acts" / "checkpoint.yaml").write_text(OWN.replace("harassed commuters", "scolded commuters"), encoding="utf-8")
    bad = casus("codebook", "check", mine)
    assert bad.exit_code == 1 and "missed  harass-at-checkpoint: Soldiers scolded commuters" in bad.stdout


def test_learn_writes_a_draft_that_check_accepts(mine: Path) -> None:
    sentences = ("Soldiers {} commuters at a checkpoint near Dara.", "Guards {} two traders at the old checkpoint.", "Troops {} students at a checkpoint.")
    words = "\n".join(f'  - "{s.format("humiliated")}"' for s in sentences)
    Path("lesson.yaml").write_text(f"type: HUMILIATION\nabout: Armed men humiliate people.\nexamples:\n{words}\n", encoding="utf-8")
    done = casus("codebook", "learn", "lesson.yaml", "-o", mine / "acts" / "humiliation.yaml")
    assert done.exit_code == 0, done.output
    assert "verb  humiliate" in done.stdout and "found: 3 of 3 examples; " in done.stdout and "false alarms in " in done.stdout
    assert "2 senses; 4 of 4 examples found" in casus("codebook", "check", mine).stdout
    guarded = OWN.replace("    verbs:", "    guards: {actor: media}\n    verbs:")
    (mine / "acts" / "checkpoint.yaml").write_text(guarded, encoding="utf-8")
    assert "(its guards do not let one of the parties in)" in casus("codebook", "check", mine).stdout
    again = casus("codebook", "learn", "lesson.yaml", "-o", mine / "acts" / "humiliation.yaml")
    assert again.exit_code == 1 and "stands there already" in again.stderr
