"""Standing: how a party counts as the second key of an act."""

from __future__ import annotations

from pathlib import Path

import pytest

from casus.codebook.standing import is_several, load_standing
from casus.model.actor import ActorKind, Party
from casus.model.claim import EVENT_TYPES
from casus.model.errors import CodebookError
from casus.model.text import Evidence


def party(words: str, kind: ActorKind = "unknown", id: str | None = None) -> Party:
    return Party(words, Evidence("actor", "r", 0, len(words), words, "test"), kind, id)


@pytest.mark.parametrize(
    ("words", "kind", "id", "standing"),
    [
        ("Kabul", "government", "afg-gov", "public"),
        ("Ana Kolb", "person", "ana-kolb", "leader"),
        ("Ana Kolb", "person", None, "people"),
        ("Red Cross", "ngo", None, "body"),
        ("villagers", "civilians", None, "people"),
        ("anyone", "civilians", None, "nothing"),
        ("school in Dera", "unknown", None, "thing"),
        ("Tehran's offer of talks", "unknown", None, "thing"),
        ("price of bread", "unknown", None, "nothing"),
    ],
)
def test_a_party_stands_by_its_kind_or_its_words(words: str, kind: ActorKind, id: str | None, standing: str) -> None:
    assert load_standing().of(party(words, kind, id)) == standing


def test_every_type_but_violence_says_who_may_stand_in_it() -> None:
    assert set(EVENT_TYPES) - {"ASSAULT"} <= set(load_standing().pairs)


@pytest.mark.parametrize(("words", "several"), [("the foreign ministers of Mali", True), ("the minister", False), ("Oslo and Rome", True)])
def test_a_plural_role_is_several(words: str, several: bool) -> None:
    assert is_several(party(words, "government")) is several


def test_an_unknown_standing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "standing.yaml"
    file.write_text(
        "public: [state]\nbody: []\npeople: []\nsides: []\nindefinite: []\ntogether: []\narmed: []\ncivil: []\nborne: []\nlimbs: []\n"
        "pairs: {ACCUSE: {public: [friend]}}\n", encoding="utf-8"
    )  # fmt: skip
    with pytest.raises(CodebookError, match="friend"):
        load_standing(file)
