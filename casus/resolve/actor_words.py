"""Phrases as words with offsets: what is the head, what stands before it, what after it only adds a place or a purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from casus.codebook.kinds import Noun, load_kinds, singular, title_before
from casus.codebook.names import plain
from casus.model.text import Sentence, Token

WORD = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W_]+(?:['’ʼ‘][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)
_STOPS = frozenset(
    "in at from to near towards toward into outside inside around across through throughout via within off beyond between onto "
    "on with by for against who whom which that whose when where while after before during since until about as under along "
    "among amid including such than because but via following despite behind without".split()
)
_OPENERS = frozenset(
    "the a an this that these those some several many few all both any each every no other another more most about around "
    "approximately nearly almost over least up hundreds dozens scores thousands tens one two three four five six seven eight nine "
    "ten eleven twelve twenty thirty forty fifty hundred thousand million number group groups of at as new".split()
)
_LINKS = frozenset("of".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text with its offsets; `text` without a possessive ending, `owns` whether it had one."""

    start: int
    end: int
    text: str
    owns: bool

    @property
    def plain(self) -> str:
        """Without case and accents."""
        return plain(self.text)


def words_in(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words between two offsets; hyphenated words in pieces."""
    found = []
    for match in WORD.finditer(text, start, end):
        bare = _POSSESSIVE.sub("", match[0])
        owns = len(bare) < len(match[0]) or (text[match.end() : match.end() + 1] in ("'", "’") and bare.endswith("s"))
        found.append(Word(match.start(), match.end(), bare, owns))
    return tuple(found)


@dataclass(frozen=True)
class Phrase:
    """A phrase of a sentence: its words up to the first addition of place or purpose (`core`), the rest, and its head."""

    text: str
    start: int
    end: int
    sentence: Sentence | None
    words: tuple[Word, ...]
    core: tuple[Word, ...]
    head: int

    @property
    def written(self) -> str:
        """The words as they stand, white space evened out."""
        return " ".join(self.text[self.start : self.end].split())

    @property
    def bare(self) -> str:
        """The words as they stand without a leading article."""
        first, _, rest = self.written.partition(" ")
        return rest if rest and first.lower() in ("the", "a", "an") else self.written

    @property
    def head_word(self) -> Word | None:
        """The word the phrase is about."""
        return self.core[self.head] if self.core else None

    @cached_property
    def noun(self) -> Noun | None:
        """The lexicon's entry for the head, with what stands before it: "suicide bomber", "foreign minister"."""
        if not self.core:
            return None
        before = " ".join(word.text for word in self.core[: self.head + 1])
        head = self.core[self.head].plain
        found = load_kinds().noun(head, before)
        role = title_before(head, before) if found is None else None
        return load_kinds().noun(role, before) if role is not None else found

    @cached_property
    def plain_words(self) -> tuple[str, ...]:
        """The core's words without case."""
        return tuple(word.plain for word in self.core)

    @cached_property
    def definite(self) -> bool:
        """Whether it begins with the, this, these, that, its or their: it points to what is known already."""
        first = self.words[0].plain if self.words else ""
        return first in {"the", "this", "these", "that", "those", "its", "their", "his", "her"}


def phrase_at(text: str, start: int, end: int, sentence: Sentence | None) -> Phrase:
    """The phrase between two offsets, taken apart with the sentence's syntax where there is one."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = words_in(text, start, end)
    core = _core(text, words)
    return Phrase(text, start, end, sentence, words, core, _head(core, sentence, start, end))


def _core(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words before the first preposition other than "of", relative pronoun, comma or bracket; openers cut off."""
    first = 0
    while first < len(words) - 1 and (words[first].plain in _OPENERS or words[first].text[0].isdigit()):
        first += 1
    kept: list[Word] = []
    for word in words[first:]:
        between = text[kept[-1].end : word.start] if kept else ""
        dash = between.strip() in ("–", "—", "-", "--") and between != between.strip()
        if kept and (dash or set(between) & set(",;:()[]\n") or (word.text.islower() and word.plain in _STOPS)):
            break
        if kept and kept[-1].text[:1].isupper() and _is_clause(words, word):
            break
        kept.append(word)
    return tuple(kept) or tuple(words[:1])


def _is_clause(words: Sequence[Word], word: Word) -> bool:
    """Whether a word after a name begins a clause: "the Taliban ruling Afghanistan", not "the Labour ruling party"."""
    if not (word.text.islower() and word.text.endswith("ing")) or is_noun(word.plain):
        return False
    after = next((w for w in words if w.start > word.start), None)
    return after is not None and (after.text[:1].isupper() or after.plain in ("the", "a", "an", "its", "their"))


def _head(core: Sequence[Word], sentence: Sentence | None, start: int, end: int) -> int:
    """The index of the head in the core: what the syntax says, or the last word before "of"."""
    if sentence is not None and sentence.tokens:
        at = _syntactic_head(sentence.tokens, start, end)
        for i, word in enumerate(core):
            if at is not None and word.start <= at.start < word.end and at.upos in {"NOUN", "PROPN", "PRON"}:
                return i
    of = next((i for i, word in enumerate(core) if i and word.text in _LINKS), len(core))
    return max(of - 1, 0)


def _syntactic_head(tokens: Sequence[Token], start: int, end: int) -> Token | None:
    inside = [i for i, token in enumerate(tokens) if start <= token.start and token.end <= end]
    reach = set(inside)
    tops = [i for i in inside if tokens[i].head not in reach and tokens[i].upos not in {"PUNCT", "ADP", "DET"}]
    return tokens[tops[0]] if len(tops) >= 1 else None


def is_noun(word: str) -> bool:
    """Whether a plain word is a noun of the lexicon."""
    return word in load_kinds().nouns or singular(word) in load_kinds().nouns
