"""Colours: WCAG 2.2 AA contrast for text in both themes, worked out from the style sheet itself."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = files("casus.brief").joinpath("style.css").read_text(encoding="utf-8")
TEXT = ("ink", "soft", "link", "asserted", "attributed", "hedged", "denied", "threatened", "planned", "pos", "neg", "rec", "caution")


def theme(selector: str) -> dict[str, str]:
    body = CSS[CSS.index(selector) :]
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", body[: body.index("}")]))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("selector", [":root {", ':root[data-theme="dark"] {'])
def test_text_can_be_read(selector: str) -> None:
    colours = theme(selector)
    pairs = [(text, ground) for text in TEXT for ground in ("paper", "card")]
    pairs += [
        ("ink", "sunk"),
        ("soft", "sunk"),
        ("link", "sunk"),
        ("markink", "mark"),
        ("link", "mark"),
        ("ink", "faint"),
        ("soft", "faint"),
        ("soft", "land"),
    ]
    weak = [(t, g, round(contrast(colours[t], colours[g]), 2)) for t, g in pairs if contrast(colours[t], colours[g]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("selector", [":root {", ':root[data-theme="dark"] {'])
def test_edges_of_controls_can_be_seen(selector: str) -> None:
    colours = theme(selector)
    assert contrast(colours["rule"], colours["paper"]) >= 3 and contrast(colours["rule"], colours["card"]) >= 3


def test_both_ways_into_the_dark_theme_are_the_same() -> None:
    assert theme(':root[data-theme="dark"] {') == theme(':root:not([data-theme="light"]) {')
