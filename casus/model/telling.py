"""A telling: what the encoder of tellings says of the word of an act, read in the whole of its report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """How likely a word tells an act, and by what it is compared with other words of its report.

    `types` are log likelihoods in hundredths: that it tells no act, then of each of PLOVER's types in the order of EVENT_TYPES.
    `statuses` and `layers` are the same, in the order of STATUSES and LAYERS (casus/model/claim.py). `before` and `after` are 64 signed
    bytes each, in hexadecimal: what it is compared by, as the word told earlier and as the one told later.
    """

    types: tuple[int, ...]
    statuses: tuple[int, ...]
    layers: tuple[int, ...]
    before: str
    after: str
