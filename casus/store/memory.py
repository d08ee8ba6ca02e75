"""A case that is not kept: the same verbs as a case file, for one run."""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.own import Own
from casus.model.judgement import Judgement
from casus.model.picture import Reading, Stamp
from casus.model.text import Report


class MemoryCase:
    """Readings by report id; of one text under two names the smallest (source, raw_sha256) stays, as in a file."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Stamp, Reading]] = {}
        self._judged: dict[str, Judgement] = {}

    def knows(self, report: Report, stamp: Stamp) -> bool:
        """Whether the reading of this report need not be made again."""
        if report.id not in self._held:
            return False
        made_by, reading = self._held[report.id]
        held = reading.report
        return made_by == stamp and (held.source, held.raw_sha256) <= (report.source, report.raw_sha256)

    def append(self, reading: Reading, stamp: Stamp) -> bool:
        """Add a reading; False, and no change, where it is known already."""
        if self.knows(reading.report, stamp):
            return False
        self._held[reading.report.id] = (stamp, reading)
        return True

    def readings(self) -> Iterator[Reading]:
        """Every reading, by report id."""
        for report in sorted(self._held):
            yield self._held[report][1]

    def codebook(self) -> Own | None:
        """No codebook is kept with a case that is not kept."""
        return None

    def keep_codebook(self, own: Own) -> None:
        """Nothing to do: the case ends with the run."""

    def edition(self) -> int:
        """How many readings are held; a caller that appends knows itself that the case changed."""
        return len(self._held)

    def sizes(self) -> tuple[int, int]:
        """How many readings and how many decisions are held."""
        return len(self._held), len(self._judged)

    def stamps(self) -> dict[str, Stamp]:
        """What made the reading of each report."""
        return {report: made_by for report, (made_by, _) in sorted(self._held.items())}

    def stale(self, stamp: Stamp) -> int:
        """How many readings another Casus, codebook or model made."""
        return sum(made_by != stamp for made_by, _ in self._held.values())

    def judge(self, *judgements: Judgement) -> int:
        """Keep people's decisions, each once; return how many were new."""
        new = {j.id: j for j in judgements if j.id not in self._judged}
        self._judged |= new
        return len(new)

    def judgements(self, since: int = 0) -> list[Judgement]:
        """Every decision but the first so many, in the order they were made."""
        return list(self._judged.values())[since:]
