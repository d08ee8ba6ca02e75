"""Is this English? Short texts get the benefit of the doubt, unless next to nothing in them is English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from casus.ingest.words import words as word_list
from casus.model.errors import ForeignLanguage

_SHORTEST: Final = 40
_BRIEFEST: Final = 12
_TRACE: Final = 0.1
_SAMPLE: Final = 20_000
_PLAIN_SHARE: Final = 0.2
_KNOWN_SHARE: Final = 0.65
_LATIN: Final = "\u0250"
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ENGLISH: Final = frozenset(
    "the of and to in that was for on with by were at from has had have said is are be been who which they their its it "
    "his he not but this after as an or will would more than when".split()
)
"""Function words of English that no other language shares in such numbers."""

_NAMES: Final = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "ha": "Hausa",
    "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "ku": "Kurdish",
    "my": "Burmese", "nl": "Dutch", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ru": "Russian", "so": "Somali",
    "sw": "Swahili", "ta": "Tamil", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def require_english(text: str, source: str) -> None:
    """Raise ForeignLanguage where a text of some length is in another language."""
    words = _LETTERS.findall(text[:_SAMPLE].lower())
    letters = "".join(words)
    latin = sum(sign < _LATIN for sign in letters) * 2 >= len(letters)
    short = latin and (len(words) < _SHORTEST or len(letters) < _SHORTEST * 4)
    if short and (len(words) < _BRIEFEST or _share(words, _ENGLISH) >= _TRACE):
        return
    known = word_list().known
    if words and (_share(words, _ENGLISH) >= _PLAIN_SHARE or _share(words, known) >= _KNOWN_SHARE):
        return
    code = _language(" ".join(words))
    if code != "en" and (code in _NAMES or not short):
        name = _NAMES.get(code, f"another language ({code})")
        raise ForeignLanguage(source, f"the text is in {name}", "Casus reads English: translate it and keep the original beside it")


def _share(words: Sequence[str], of: AbstractSet[str]) -> float:
    return sum(word in of for word in words) / len(words)


def _language(text: str) -> str:
    """The ISO 639-1 code py3langid gives; loaded only where the function words leave a doubt (it takes a second)."""
    import py3langid

    code, _ = py3langid.classify(text)
    return str(code)
