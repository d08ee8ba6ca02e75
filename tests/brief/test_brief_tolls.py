"""Tolls on the page: who gave which figure, and how it moved."""

from __future__ import annotations

from pathlib import Path

import casus

FIRST = "A bomb exploded at a market in Gao on Monday and killed three people, police said."
LATER = "The death toll of the bomb at a market in Gao on Monday rose to six, police said."
HEADED = "Bomb kills nine in Kidal\n\nA bomb exploded at a mill in Kidal on Monday and killed nine people, residents said.\n\nA clerk at the mill said eight people were killed by the bomb."


def page(folder: Path, *texts: tuple[str, str]) -> str:
    case = casus.Case()
    for k, (day, text) in enumerate(texts):
        file = folder / f"{k}.txt"
        file.write_text(text, encoding="utf-8")
        case.read(file, published=day)
    case.brief(folder / "page.html")
    return (folder / "page.html").read_text(encoding="utf-8")


def test_figures_of_one_voice_stand_one_after_the_other(tmp_path: Path) -> None:
    assert "3, then 6</b>, per police" in page(tmp_path, ("2024-12-24", FIRST), ("2024-12-25", LATER))


def test_a_headline_is_no_voice_of_the_report(tmp_path: Path) -> None:
    shown = page(tmp_path, ("2024-12-24", HEADED))
    assert "<b>a headline</b>" in shown and "in its own voice</b>" not in shown
