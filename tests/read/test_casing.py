"""Blocks in capitals are read in ordinary case; offsets and every other block stay."""

from __future__ import annotations

from casus.model.text import Block, Report
from casus.pipeline import Tools, draw, read_report
from casus.read.casing import in_ordinary_case

CAPITALS = "LIMA, 4 MAY 89 -- REBELS OF THE SHINING PATH ATTACKED A POLICE STATION NEAR CUZCO AND KILLED TWO POLICEMEN, A REPORT BY [DPX] SAID."


def test_capitals_are_lowered_names_and_acronyms_kept() -> None:
    read = in_ordinary_case(CAPITALS, [(0, len(CAPITALS), False)])
    assert len(read) == len(CAPITALS)
    assert read.lower() == CAPITALS.lower()
    assert all(words in read for words in ("Lima", "4 May 89", "attacked a police station near Cuzco", "killed two policemen", "[DPX]"))


def test_a_block_in_ordinary_case_stays_as_it_is() -> None:
    text = "The FMLN said so.\n" + CAPITALS
    blocks = [(0, 17, False), (18, len(text), False)]
    assert in_ordinary_case(text, blocks)[:18] == text[:18]
    assert in_ordinary_case("NATO AND THE UN MET.", [(0, 20, False)]) == "NATO AND THE UN MET."


def test_an_attack_told_in_capitals_is_coded_with_the_words_as_written(tools: Tools) -> None:
    report = Report("r1", CAPITALS, (Block(0, len(CAPITALS), "paragraph"),), "test")
    events = [e for e in draw([read_report(report, tools)], tools).events if e.type == "ASSAULT"]
    assert [(e.killed.best if e.killed else None) for e in events] == [2]
    assert all(c.act.words.isupper() for e in events for c in e.claims)
