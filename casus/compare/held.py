"""One of the two cases: its picture, what made each reading, and people's decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casus.model.judgement import Judgement
from casus.model.picture import Picture, Stamp
from casus.model.text import Report


@dataclass(frozen=True, slots=True)
class Held:
    """All that a comparison needs of a case. `stamps` say by report what read it."""

    picture: Picture
    stamps: Mapping[str, Stamp]
    judgements: Sequence[Judgement] = ()

    def reports(self) -> dict[str, Report]:
        """The reports by id."""
        return {reading.report.id: reading.report for reading in self.picture.readings}
