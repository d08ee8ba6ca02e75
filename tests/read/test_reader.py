"""Facts the shipped reader must find in plain sentences, its determinism, and hostile input."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from casus.model.text import Sentence
from casus.read import Reader
from casus.read.card import digest
from casus.read.reader import SHIPPED


def one(reader: Reader, text: str) -> Sentence:
    sentences = reader.read(text, [(0, len(text), False)])
    assert len(sentences) == 1
    return sentences[0]


def related(sentence: Sentence, deprel: str) -> list[tuple[str, str]]:
    """(word, head) pairs under one relation."""
    return [(t.text, sentence.tokens[t.head].text) for t in sentence.tokens if t.deprel == deprel]


def named(text: str, sentence: Sentence) -> set[tuple[str, str]]:
    return {(text[name.start : name.end], name.kind) for name in sentence.names}


def texts(text: str, sentences: tuple[Sentence, ...]) -> list[str]:
    return [text[s.start : s.end] for s in sentences]


def test_an_active_clause(reader: Reader) -> None:
    sentence = one(reader, "Rebel fighters attacked an army base near Goma on Tuesday.")
    assert related(sentence, "nsubj") == [("fighters", "attacked")]
    assert related(sentence, "obj") == [("base", "attacked")]
    verb = next(t for t in sentence.tokens if t.text == "attacked")
    assert (verb.lemma, verb.upos, verb.xpos, verb.head, verb.deprel) == ("attack", "VERB", "VBD", -1, "root")


def test_a_passive_clause(reader: Reader) -> None:
    sentence = one(reader, "Three policemen were killed by unknown gunmen in Peshawar.")
    assert related(sentence, "nsubj:pass") == [("policemen", "killed")]
    assert related(sentence, "obl:agent") == [("gunmen", "killed")]
    assert related(sentence, "aux:pass") == [("were", "killed")]
    assert related(sentence, "nummod") == [("Three", "policemen")]


def test_reported_speech(reader: Reader) -> None:
    sentence = one(reader, "A spokesman said that the army had shelled two villages.")
    assert related(sentence, "ccomp") == [("shelled", "said")]
    assert ("spokesman", "said") in related(sentence, "nsubj")


def test_names(reader: Reader) -> None:
    text = "President Maria Santos met officials of the United Nations in Geneva."
    found = named(text, one(reader, text))
    assert ("Geneva", "place") in found
    assert any(words.endswith("United Nations") and kind == "organisation" for words, kind in found)
    assert any("Maria Santos" in words and kind == "person" for words, kind in found)


def test_names_of_other_kinds_are_not_given_out(reader: Reader) -> None:
    text = "American and British officials met the Christian leader in Paris."
    found = named(text, one(reader, text))
    assert ("Paris", "place") in found
    assert not {words for words, kind in found if kind in {"person", "organisation", "place"}} & {"American", "British", "Christian"}


def test_offsets_are_law(reader: Reader) -> None:
    text = "Title of it\n\n  Two men fled. They weren't hurt 🙂.\nThe end"
    blocks = [(0, 11, True), (13, 48, False), (48, len(text), False)]
    last = 0
    for number, sentence in enumerate(reader.read(text, blocks)):
        assert sentence.index == number
        assert blocks[sentence.paragraph][0] <= sentence.start < sentence.end <= blocks[sentence.paragraph][1]
        assert sentence.heading == blocks[sentence.paragraph][2]
        assert sentence.start >= last
        last = sentence.end
        assert [t.text for t in sentence.tokens] == [text[t.start : t.end] for t in sentence.tokens]
        assert [t.head for t in sentence.tokens].count(-1) == 1
        for name in sentence.names:
            assert name.start == sentence.tokens[name.first].start
            assert name.end == sentence.tokens[name.last - 1].end


def test_bounds(reader: Reader) -> None:
    text = "Gen. Khan arrived on Dec. 5. He met Mr. Rahman of the U.S. Embassy. It cost 3.5 million."
    found = texts(text, reader.read(text, [(0, len(text), False)]))
    assert found == [
        "Gen. Khan arrived on Dec. 5.",
        "He met Mr. Rahman of the U.S. Embassy.",
        "It cost 3.5 million.",
    ]


def test_bounds_without_stops(reader: Reader) -> None:
    text = "Jets struck a camp on Afghan territory The militants attacked a checkpoint in the north. It fell."
    found = texts(text, reader.read(text, [(0, len(text), False)]))
    assert found[-1] == "It fell."
    assert "The militants attacked a checkpoint in the north." in found


def test_a_heading_stands_alone(reader: Reader) -> None:
    text = "Army says ten dead\nin the city of Mosul"
    sentences = reader.read(text, [(0, 18, True), (19, len(text), False)])
    assert texts(text, sentences) == ["Army says ten dead", "in the city of Mosul"]


def test_capitals_are_read(reader: Reader) -> None:
    sentence = one(reader, "GUNMEN KILLED TWO SOLDIERS IN BOGOTA.")
    assert related(sentence, "nsubj") == [("GUNMEN", "KILLED")]
    assert related(sentence, "obj") == [("SOLDIERS", "KILLED")]


PARAGRAPHS = [
    "The militia seized the town on Friday. Residents said at least six people died.",
    "“We will answer,” the minister warned. No group claimed the attack.",
    "Police in Dhaka arrested twelve students; two were released later.",
]


def laid(order: list[int]) -> tuple[str, list[tuple[int, int, bool]]]:
    text, blocks = "", []
    for number in order:
        start = len(text)
        text += PARAGRAPHS[number] + "\n"
        blocks.append((start, len(text) - 1, False))
    return text, blocks


def test_same_input_same_output_in_any_order(reader: Reader) -> None:
    cases = [laid([0, 1, 2]), laid([2, 0]), laid([1]), laid([0, 1, 2] * 4)]
    alone = [reader.read(*case) for case in cases]
    places = list(range(len(cases))) * 2
    random.Random(3).shuffle(places)
    for place in places:
        assert reader.read(*cases[place]) == alone[place]
    assert [Reader.load().read(*case) for case in cases[:2]] == alone[:2]


def test_long_paragraph_is_read_in_windows(reader: Reader) -> None:
    text = " ".join(PARAGRAPHS * 12)
    sentences = reader.read(text, [(0, len(text), False)])
    expected = [part for p in PARAGRAPHS * 12 for part in (p.split(". ") if "; " not in p else [p])]
    assert len(sentences) == len(expected)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "x",
        ".",
        "\x00",
        "\x00\x00 a\x00b",
        "🙂",
        "\u200f\u202e",
        "\ud800",
        "a\udfff b",
        "é\u0301\u0301",
        "()[]{}",
        "—" * 50,
    ],
)
def test_hostile_text(reader: Reader, text: str) -> None:
    for sentence in reader.read(text, [(0, len(text), False)]):
        assert all(text[t.start : t.end] == t.text for t in sentence.tokens)


def test_no_blocks_and_empty_blocks(reader: Reader) -> None:
    assert reader.read("abc", []) == ()
    assert reader.read("abc", [(0, 0, False), (3, 3, True)]) == ()


def test_one_endless_sentence(reader: Reader) -> None:
    text = "the army and " * 400
    sentences = reader.read(text, [(0, len(text), False)])
    assert sum(len(s.tokens) for s in sentences) == 1200


def test_a_long_line_without_blanks(reader: Reader) -> None:
    text = "x" * 200_000
    sentences = reader.read(text, [(0, len(text), False)])
    assert sentences[-1].end == len(text)


def test_the_card_is_the_models(reader: Reader) -> None:
    record = json.loads((SHIPPED / "card.json").read_text(encoding="utf-8"))
    assert reader.card.sha256 == digest(SHIPPED / "reader.onnx") == record["sha256"]
    assert reader.card.data
    assert reader.card.scores
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 32_000_000


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Reader.load(tmp_path)
