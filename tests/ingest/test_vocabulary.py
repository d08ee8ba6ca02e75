from __future__ import annotations

import subprocess
import sys

from casus.ingest.damage.vocabulary import vocabulary
from casus.ingest.furniture import furniture
from casus.ingest.words import words


def test_the_word_list() -> None:
    known = words()
    assert {"expelled", "and", "territory"} <= known.common
    assert {"mujahideen", "airstrike"} <= known.known
    assert {"Kabul", "Hilary", "Hillary"} <= known.names
    assert {"Kabul", "Islamabad", "Sudan"} <= known.places
    assert "expelledand" not in known.known


def test_the_vocabularies_load() -> None:
    assert furniture().is_furniture("Leave a Reply")
    assert "On" in vocabulary().starts
    assert "on" in vocabulary().glue_short


def test_start_up_stays_light() -> None:
    heavy = "{'trafilatura', 'py3langid', 'charset_normalizer', 'lxml', 'onnxruntime'}"
    code = f"import sys, casus.ingest; print(sorted({heavy} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
