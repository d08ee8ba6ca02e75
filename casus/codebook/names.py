"""How names are compared: keys without case, accents and marks; keys without differences of transliteration; and case.

`key` keeps the words; `fold` lets go of what romanisation and spelling habits change: Tehreek-e / Tehrik-i,
al-Qa'ida / Al Qaeda, Defence / Defense.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from casus.codebook.yaml_files import read_yaml

SPELLINGS = Path(__file__).with_name("spellings.yaml")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘`´][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’ʼ‘]s$", re.IGNORECASE)
_MARKS = re.compile(r"['’ʼ‘`´]")
_SIGNS = re.compile(r"[^\w&]")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}[^\W\d_]?|\b[^\W\d_](?:\.[^\W\d_])+\b")


def parts(words: str) -> list[str]:
    """The words of a name as they stand, possessive endings cut off: "Iran's Quds-Force" -> Iran, Quds, Force."""
    if "." in words:
        words = _INITIALS.sub(lambda match: match[0].replace(".", ""), words)
    found = (_POSSESSIVE.sub("", word) for word in _WORD.findall(words))
    return [_MARKS.sub("", word) for word in found]


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """One word without case and accents."""
    if word.isascii():
        return word.casefold()
    bare = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=65536)
def key(words: str) -> str:
    """The comparison key of a name: its words without case, accents, marks, possessives and a leading "the"."""
    simple = words.replace(" ", "")
    if simple.isascii() and simple.isalpha() and words[:4].lower() != "the " and "  " not in words:
        return words.casefold()
    found = [plain(word) for word in parts(words)]
    return " ".join(found[1:] if len(found) > 1 and found[0] == "the" else found)


@lru_cache(maxsize=1)
def spellings() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """From spellings.yaml: word -> its common form; words a folded key drops; abbreviations that are words, too."""
    data = read_yaml(SPELLINGS)
    common = {variant: form for form, variants in data["variants"].items() for variant in variants.split()}
    return common, frozenset(data["dropped"].split()), frozenset(data["words_too"].split())


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A plain word in its common form, "" where folded keys drop it."""
    common, dropped, _ = spellings()
    if word in dropped:
        return ""
    form = common.get(word, word)
    if len(form) > 4 and form.endswith("s") and form[-2] not in "saiu":
        return common.get(form[:-1], form[:-1])
    return form


def fold(words: Iterable[str]) -> str:
    """The folded key of plain words."""
    return " ".join(filter(None, map(fold_word, words)))


def is_abbreviation(alias: str) -> bool:
    """Whether an alias is written in capitals: "US", "U.S.", "LeT", "ISIS-K", "M23"."""
    if " " in alias or len(alias) > 24:
        return False
    letters = [c for c in alias if c.isalpha()]
    upper = sum(map(str.isupper, letters))
    return 2 <= len(letters) <= 12 and upper >= 2 and 2 * upper > len(letters)


def case_fits(alias: str, written: str) -> bool:
    """Whether a name of the table may be written like this: "who" is no WHO, "us" no US, "the army" no Army.

    Abbreviations of up to three letters stand as in the table; longer ones may have one capital (Nato, Isis) unless
    that is a word of its own (spellings.yaml, words_too). Other names need their first capital; "THE TALIBAN" will do.
    """
    if is_abbreviation(alias):
        bare, as_written = _SIGNS.sub("", alias), _SIGNS.sub("", written)
        if as_written == bare or (as_written == bare.upper() and len(bare) > 3):
            return True
        titled = len(bare) > 3 and bare.isupper() and as_written == bare.capitalize()
        return titled and bare.casefold() not in spellings()[2]
    first = next((word for word in parts(alias) if word[:1].isupper()), None)
    if first is None:
        return True
    same = plain(first)
    candidates = [word for word in parts(written) if plain(word) == same or fold_word(plain(word)) == fold_word(same)]
    return any(word[:1].isupper() for word in candidates)
