"""Errors: one tree, one line, and they survive a process boundary."""

from __future__ import annotations

import pickle

import pytest

from casus.model import errors


@pytest.mark.parametrize("kind", [errors.MissingInput, errors.EmptyInput, errors.UnreadableInput, errors.UnknownFormat, errors.ForeignLanguage])
def test_an_input_error_is_one_line_with_input_reason_and_remedy(kind: type[errors.InputError]) -> None:
    made = kind("a.txt", "there is no text", "give the words of a report")
    assert str(made) == "a.txt: there is no text; give the words of a report"
    assert isinstance(made, errors.CasusError)


def test_an_input_error_travels_between_processes() -> None:
    made = pickle.loads(pickle.dumps(errors.EmptyInput("a.txt", "there is no text", "give the words of a report")))
    assert (type(made), made.source, made.remedy) == (errors.EmptyInput, "a.txt", "give the words of a report")


@pytest.mark.parametrize("name", ["GroundingError", "CodebookError", "ModelError", "CaseError", "ExportError", "InputError"])
def test_every_error_is_a_casus_error(name: str) -> None:
    assert issubclass(getattr(errors, name), errors.CasusError)
