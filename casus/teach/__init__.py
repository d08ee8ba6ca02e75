"""Teaching: a user's senses tried on their own examples, and a type of the user's own learned from a dozen of them."""

from __future__ import annotations

from casus.teach.draft import draft_text
from casus.teach.examples import Lesson, read_lesson
from casus.teach.patterns import Learned, learn
from casus.teach.suggest import Suggested, suggestions
from casus.teach.trial import Outcome, Trial, alarms, background, outcomes, shipped_examples

__all__ = [
    "Learned", "Lesson", "Outcome", "Suggested", "Trial", "alarms", "background", "draft_text", "learn", "outcomes", "read_lesson",
    "shipped_examples", "suggestions",
]  # fmt: skip
