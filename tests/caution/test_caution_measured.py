"""Cautions measured: how many damaged passages are noticed, and how often a clean one is flagged. Floors, never lowered.

`damaged_*.tsv` and `clean_*.tsv` are invented; the held-out parts were written before anything was tuned. First looks: recall .66
(development) and .67 (held out), false alarms 6 in 76 and 4 in 54 clean passages.
"""

from __future__ import annotations

import pytest
from passages import false_alarms, missed, passages

from casus.pipeline import Tools

PARTS = ("development", "held_out")
RECALL = 0.85
FALSE_ALARMS = 0.03


@pytest.mark.parametrize("part", PARTS)
def test_most_damage_is_noticed(tools: Tools, part: str) -> None:
    overlooked = missed(f"damaged_{part}", tools)
    recall = 1 - len(overlooked) / len(passages(f"damaged_{part}"))
    print(f"\n{part}: recall {recall:.3f}; overlooked: {sorted(', '.join(sorted(p.kinds)) for p in overlooked)}")
    assert recall >= RECALL


@pytest.mark.parametrize("part", PARTS)
def test_clean_passages_are_left_alone(tools: Tools, part: str) -> None:
    found = false_alarms(f"clean_{part}", tools)
    share = len(found) / len(passages(f"clean_{part}"))
    print(f"\n{part}: {share:.3f} false alarms a passage: {[c.message for _, c in found]}")
    assert share <= FALSE_ALARMS
