"""The loader of frames: what an entry means, and one clear line for each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.codebook.frames import Pattern, load_frames, parse_pattern
from casus.codebook.own import Own, read_own
from casus.codebook.own_frames import GUARDS
from casus.coding.roles.guards import GROUPS
from casus.model.errors import CodebookError


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("shell", Pattern("shell")),
        ("call off", Pattern("call", particles=("off",))),
        ("open | fire", Pattern("open", complements=("fire",))),
        ("fire | rocket, shell > on, at", Pattern("fire", complements=("rocket", "shell"), prepositions=("on", "at"))),
        ("march > toward", Pattern("march", prepositions=("toward",))),
        ("open up | artillery > on", Pattern("open", particles=("up",), complements=("artillery",), prepositions=("on",))),
        ("  Shell  ", Pattern("shell")),
    ],
)
def test_a_verb_entry(entry: str, expected: Pattern) -> None:
    assert parse_pattern(entry, noun=False) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("shelling", Pattern("shelling")),
        ("air strike", Pattern("strike", before=("air",))),
        ("exchange | fire", Pattern("exchange", complements=("fire",))),
        ("attack > on", Pattern("attack", prepositions=("on",))),
    ],
)
def test_a_noun_entry(entry: str, expected: Pattern) -> None:
    assert parse_pattern(entry, noun=True) == expected


@pytest.mark.parametrize("entry", ["", "| fire", "> on", None, 7, ["shell"]])
def test_an_entry_without_a_lemma_is_refused_with_a_remedy(entry: object) -> None:
    with pytest.raises(CodebookError, match="cannot read the entry .*; write LEMMA"):
        parse_pattern(entry, noun=False, where="mine.yaml")  # type: ignore[arg-type]


WORD = st.from_regex(r"[a-z]{2,8}", fullmatch=True)


@given(WORD, st.lists(WORD, max_size=2), st.lists(WORD, max_size=3), st.lists(WORD, max_size=3))
def test_an_entry_is_read_back_as_it_was_written(lemma: str, particles: list[str], complements: list[str], preps: list[str]) -> None:
    entry = " ".join([lemma, *particles])
    entry += f" | {', '.join(complements)}" if complements else ""
    entry += f" > {', '.join(preps)}" if preps else ""
    made = parse_pattern(entry, noun=False)
    assert made == Pattern(lemma, particles=tuple(particles), complements=tuple(complements), prepositions=tuple(preps))


def test_what_asks_for_more_weighs_more() -> None:
    weights = [parse_pattern(e, noun=False).weight for e in ("open", "open > on", "open | fire", "open | fire > on", "open up | fire > on")]
    assert weights == sorted(set(weights))


def own(folder: Path, text: str) -> Own:
    (folder / "acts").mkdir()
    (folder / "acts" / "mine.yaml").write_text(text, encoding="utf-8")
    return read_own(folder)


GOOD = """
type: ASSAULT
roles: {verb: {actor: [subj], recipient: [obj]}, noun: {actor: [poss]}}
guards: {actor: political}
senses:
  - id: zapping
    modes: drone
    verbs: [zap]
    nouns: [zap strike]
    guards: {recipient: thing}
    needs: actor
    unless: [Microwave]
"""


def test_a_users_sense_joins_the_shipped_ones(tmp_path: Path) -> None:
    frames = load_frames(own(tmp_path, GOOD))
    (sense,) = [s for s in frames.senses if s.id == "zapping"]
    assert (sense.type, sense.modes, sense.needs, sense.unless) == ("ASSAULT", ("drone",), {"actor"}, {"microwave"})
    assert sense.guards == {"actor": ("political",), "recipient": ("thing",)}
    assert sense.roles["verb"]["actor"] == ("subj",)
    assert [s.id for _, s in frames.by_verb["zap"]] == ["zapping"]
    assert len(frames.senses) == len(load_frames().senses) + 1


def test_a_codebook_without_frames_leaves_the_shipped_ones() -> None:
    assert load_frames(Own("mine", (("speech.yaml", "verbs: {asserts: [opine]}"),))).senses == load_frames().senses


def test_a_users_sense_has_its_types_roles_and_comes_first_among_equals(tmp_path: Path) -> None:
    frames = load_frames(own(tmp_path, "type: ASSAULT\nsenses:\n  - {id: zapping, verbs: [shell]}\n"))
    first = next(sense for pattern, sense in frames.by_verb["shell"] if pattern.weight == 0)
    assert first.id == "zapping" and first.roles["verb"]["actor"] == ("subj",)


def test_a_users_sense_overrides_a_shipped_one_only_by_saying_so(tmp_path: Path) -> None:
    taken = load_frames().senses[0].id
    frames = load_frames(own(tmp_path, f"type: ASSAULT\nsenses:\n  - {{id: {taken}, verbs: [zap], override: true}}\n"))
    assert [[p.lemma for p in s.verbs] for s in frames.senses if s.id == taken] == [["zap"]]


def test_a_type_of_ones_own_has_a_definition(tmp_path: Path) -> None:
    (sense, *_) = load_frames(own(tmp_path, "type: NIGHT-RAID\nabout: Raids by night.\nsenses:\n  - {id: zapping, verbs: [zap]}\n")).senses
    assert (sense.type, sense.own) == ("NIGHT-RAID", True) and sense.roles["verb"]["recipient"][0] == "obj"


def test_what_a_guard_may_name_is_what_the_coder_knows() -> None:
    assert set(GROUPS) <= GUARDS


BAD = [
    ("type: WAR\nsenses: []\n", "`type` must be one of"),
    ("- just a list\n", "`type` must be one of"),
    ("senses: []\n", "`type` must be one of"),
    ("type: ASAULT\nabout: Words.\nsenses: []\n", "ASAULT is too near to ASSAULT"),
    ("type: night raid\nabout: Words.\nsenses: []\n", "in capitals"),
    ("type: ASSAULT\nsense: []\n", "unknown key sense"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, verbs: 7}\n", "verbs: write a list"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, weak: maybe}\n", "weak: write true or false"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, guards: {actor: armd}}\n", "'armd' is none of .*; did you mean armed"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, needs: doer}\n", "'doer' is none of actor, recipient"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, examples: [Rebels zap.]}\n", "examples: write each as"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, examples: [{text: Rebels zap., actor: Army}]}\n", "the actor 'Army' is not in the text"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, override: true}\n", "overrides nothing"),
    ("type: ASSAULT\nsenses:\n  - {verbs: [zap]}\n", "unknown or missing keys in a sense.*id"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, verbz: [zap]}\n", "verbz"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, verbs: ['| fire']}\n", "zapping.*cannot read the entry"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, verbs: [7]}\n", "zapping, verbs: 7 is no word"),
    ("type: ASSAULT\nsenses:\n  - {id: zapping, verbs: [zap]}\n  - {id: zapping, verbs: [zip]}\n", "zapping stands twice"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_mistake_in_a_users_file_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CodebookError, match=message) as caught:
        load_frames(own(tmp_path, text))
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_yaml_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"mine\.yaml"):
        load_frames(own(tmp_path, "type: [ASSAULT\n"))


def test_a_users_sense_may_not_take_a_shipped_id(tmp_path: Path) -> None:
    taken = load_frames().senses[0].id
    with pytest.raises(CodebookError, match=f"{taken} stands twice"):
        load_frames(own(tmp_path, f"type: ASSAULT\nsenses:\n  - {{id: {taken}, verbs: [zap]}}\n"))


def test_in_an_index_the_pattern_that_asks_for_more_comes_first() -> None:
    frames = load_frames()
    for index in (frames.by_verb, frames.by_noun):
        for lemma, found in index.items():
            weights = [p.weight for p, _ in found]
            assert weights == sorted(weights, reverse=True), lemma


def test_light_verbs_are_loaded() -> None:
    light = load_frames().light
    assert "carry" in {p.lemma for p in light.active}
    assert "come" in {p.lemma for p in light.passive_like}
    assert light.causal
