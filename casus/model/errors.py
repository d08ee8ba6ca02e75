"""Every error Casus raises, as one tree.

    CasusError
    ├── InputError          one input could not be used; the rest goes on
    │   ├── MissingInput        nothing at that path or pattern
    │   ├── EmptyInput          no text in it
    │   ├── UnreadableInput     binary, wrong encoding, damaged archive
    │   ├── UnknownFormat       no reader for that ending
    │   └── ForeignLanguage     the text is not English
    ├── GroundingError      a value without its exact words, or words that are not in the report
    ├── CodebookError       a vocabulary file (ours or the user's) is malformed or contradicts itself
    ├── ModelError          the reader's model file is missing or damaged
    ├── CaseError           the case file cannot be opened, is held, or was written by another version
    └── ExportError         the format is unknown or the target cannot be written

An input error carries the input, the reason and the remedy, and prints as one line.
"""

from __future__ import annotations

FORMATS_EXTRA = 'install it: pip install "casus-events[formats]" (in a clone: pip install ".[formats]")'
"""What to do where a format needs a package of the extra `formats`."""


class CasusError(Exception):
    """Base of all errors of Casus."""


class InputError(CasusError):
    """One input that cannot be used: its name, the reason, and what to do about it."""

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        super().__init__(f"{source}: {reason}; {remedy}")
        self.source = source
        self.reason = reason
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        return type(self), (self.source, self.reason, self.remedy)


class MissingInput(InputError):
    """Nothing stands at that path, or a pattern matches nothing."""


class EmptyInput(InputError):
    """The input holds no text."""


class UnreadableInput(InputError):
    """The bytes are not text in any encoding tried, or the container is damaged."""


class UnknownFormat(InputError):
    """No reader is registered for the input's ending."""


class ForeignLanguage(InputError):
    """The text is in a language the reader was not trained for."""


class GroundingError(CasusError):
    """A value was built without words, or its words are not at its offsets."""


class CodebookError(CasusError):
    """A vocabulary file is malformed or contradicts itself."""


class ModelError(CasusError):
    """The reader's model file is missing or damaged."""


class CaseError(CasusError):
    """A case file cannot be opened, is held by another process, or is of another version."""


class ExportError(CasusError):
    """An export format is unknown, or its target cannot be written."""
