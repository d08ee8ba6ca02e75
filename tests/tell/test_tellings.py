"""What the words of a report tell, read as a whole."""

from __future__ import annotations

from casus.ingest.report import report_from_text
from casus.model.claim import EVENT_TYPES
from casus.model.telling import Telling
from casus.pipeline import Tools, sentences_of
from casus.tell.tellings import Likeness, Tellings, compared_by, odds_of, tellings_of

TEXT = (
    "Gunmen opened fire on a market in Dorvo on Monday and killed nine traders.\n\nThe minister of trade opened a bridge in the capital.\n\n"
    "The attack was the worst this year, the governor said."
)


def told(tools: Tools, text: str = TEXT) -> tuple[str, Tellings]:
    report = report_from_text(text)
    return report.text, tellings_of(sentences_of(report, tools), tools.tellings)


def alike(first: Telling, second: Telling) -> float:
    return odds_of(compared_by(first), compared_by(second))


def act(tools: Tools, word: str) -> float:
    text, tellings = told(tools)
    telling = tellings.at(text.index(word))
    assert telling is not None
    return telling.types[0]


def test_the_word_of_an_act_is_told_from_one_of_none(tools: Tools) -> None:
    assert act(tools, "killed") < act(tools, "opened a bridge")


def test_a_word_tells_an_act_of_a_type(tools: Tools) -> None:
    text, tellings = told(tools)
    telling = tellings.at(text.index("killed"))
    assert telling is not None
    assert EVENT_TYPES[max(range(16), key=lambda k: telling.types[1 + k])] == "ASSAULT"


def test_where_no_word_begins_nothing_is_told(tools: Tools) -> None:
    text, tellings = told(tools)
    assert tellings.at(text.index("unmen")) is None


def test_words_of_one_act_are_more_alike_than_those_of_two(tools: Tools) -> None:
    text, tellings = told(tools)
    fire, attack, opened = (tellings.at(text.index(w)) for w in ("opened fire", "attack", "opened a bridge"))
    assert fire is not None and attack is not None and opened is not None
    assert alike(fire, attack) > alike(fire, opened)
    like = Likeness({7: fire, 9: attack, 11: opened})
    assert like.all_odds([7, 11], 9) == [alike(fire, attack), alike(opened, attack)]
    assert like.all_odds([], 9) == []


def test_the_same_text_tells_the_same(tools: Tools) -> None:
    text, once = told(tools)
    _, again = told(tools)
    assert [once.at(i) for i in range(len(text))] == [again.at(i) for i in range(len(text))]


def test_a_report_of_no_words_tells_nothing(tools: Tools) -> None:
    assert tellings_of((), tools.tellings).at(0) is None
