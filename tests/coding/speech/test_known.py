"""What is said, and what its words only name or point back to."""

from __future__ import annotations

import pytest

from casus.coding.speech.known import taken_as_known
from casus.coding.syntax import Tree
from casus.ingest.report import report_from_text
from casus.pipeline import Tools

KNOWN = [
    ("The death toll from Wednesday's blast has risen to nine, a doctor said.", "blast", "named by a noun"),
    ("The minister said the attack had shaken the town.", "attack", "named by a noun"),
    ("Police said the men who attacked the depot were still at large.", "attacked", "told in a relative clause"),
    ("Three engineers seized at a dam last month were set free, officials said.", "seized", "told in a relative clause"),
    ("The mayor said the depot was empty when rebels shelled it.", "shelled", "told in a clause of time"),
    ("Investigators have not said who shot the mayor.", "shot", "told in a question asked after"),
]
TOLD = [
    ("Police said rebels attacked the depot.", "attacked"),
    ("Residents reported an attack on the depot.", "attack"),
    ("The governor spoke of clashes in the north.", "clashes"),
    ("Police said that, when night fell, rebels attacked the depot.", "attacked"),
]


def _known(tools: Tools, text: str, word: str) -> str:
    report = report_from_text(text)
    (sentence,) = tools.reader.read(report.text, [(b.start, b.end, False) for b in report.blocks])
    tree = Tree(sentence)
    return taken_as_known(tree, next(i for i, t in enumerate(tree.tokens) if t.text == word))


@pytest.mark.parametrize(("text", "word", "how"), KNOWN)
def test_what_is_said_takes_an_act_for_known(tools: Tools, text: str, word: str, how: str) -> None:
    assert _known(tools, text, word) == how


@pytest.mark.parametrize(("text", "word"), TOLD)
def test_what_is_said_tells_the_act(tools: Tools, text: str, word: str) -> None:
    assert not _known(tools, text, word)
