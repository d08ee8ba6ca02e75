"""A decided value is read out as people say it, never as a list of bounds."""

import pytest

from casus.judge import in_words
from casus.judge.values import Plain, refuse_unknown
from casus.model.errors import CaseError


@pytest.mark.parametrize(
    ("field", "gist", "said"),
    [
        ("killed", [12, 12, 12], "12"), ("killed", [12, 12, None], "at least 12"), ("killed", [12, 17, None], "at least 12 (best figure 17)"),
        ("injured", [None, 9, 9], "up to 9"), ("injured", [3, 5, 9], "3 to 9 (best figure 5)"), ("size", [None, 40, None], "at least 40"),
        ("date", "2024-12-10/2024-12-10", "2024-12-10"), ("date", "/2024-12-10", "by 2024-12-10"), ("date", "2024-12-01/2024-12-10", "2024-12-01 to 2024-12-10"),
        ("actors", ["pak-mil", "pak-police"], "pak-mil, pak-police"), ("actors", [], "not stated"), ("place", None, "not stated"),
        ("aggregate", False, "no"), ("event", True, "yes"), ("type", "ASSAULT", "ASSAULT"),
    ],
)  # fmt: skip
def test_a_value_in_words(field: str, gist: Plain, said: str) -> None:
    assert in_words(field, gist) == said


@pytest.mark.parametrize(
    ("field", "value"), [("actors", [{"actor": "jnim"}]), ("place", {"place": "geonames:1"}), ("killed", {"bset": 3}), ("date", {"day": "2024-12-10"})]
)
def test_a_misspelt_part_is_refused(field: str, value: Plain) -> None:
    """Nothing that somebody decided is passed over in silence."""
    with pytest.raises(CaseError, match="is no part of it; choose from"):
        refuse_unknown(field, value)
