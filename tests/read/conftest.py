"""One reader for all tests here: loading is the slow part."""

from __future__ import annotations

import pytest

from casus.read import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()
