"""Speakers: the noun phrase right before or right after a verb of saying, whatever the parse hung it on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.text import Token

CLOSING = frozenset({",", "”", '"', "’", "'", "–", "—"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADP", "PART", "ADV"})
_SPOKEN_AFTER = frozenset(
    "say report add announce tell write claim recall explain acknowledge recount relate remember lament insist declare state confirm"
    " complain reply warn admit testify note".split()
)
_LONGEST = 16
_OPENED, _CLOSED = frozenset({"(", "["}), frozenset({")", "]"})


def speaker_before(tokens: list[Token], v: int) -> int | None:
    """The head of the noun phrase right before the verb, where a comma or a closing mark stands before the phrase."""
    span = _phrase_before(tokens, v)
    return None if span is None else top_of(tokens, *span)


def listed_before(tokens: list[Token], v: int) -> int | None:
    """ "Killed nine people including children, residents and an aid group said": the last of a list speak, where nobody else does."""
    span = _phrase_before(tokens, v)
    tops = [i for i in range(*span) if not span[0] <= tokens[i].head < span[1] and tokens[i].deprel != "punct"] if span is not None else []
    if len(tops) != 2 or any(tokens[i].deprel != "conj" or tokens[i].head != tokens[tops[0]].head for i in tops):
        return None
    tokens[tops[1]] = replace(tokens[tops[1]], head=tops[0])
    return tops[0]


def _phrase_before(tokens: list[Token], v: int) -> tuple[int, int] | None:
    last = v - 1
    while last >= 0 and tokens[last].upos in {"ADV", "AUX"}:
        last -= 1
    last = _before_name(tokens, _before_brackets(tokens, last))
    first = last
    while first >= 0 and last - first < _LONGEST and tokens[first].text not in CLOSING and may_stand_inside(tokens, first):
        first -= 1
    if first < 1 or tokens[first].text not in CLOSING or first == last or not something_told(tokens, first):
        return None
    return first + 1, last + 1


def _before_brackets(tokens: Sequence[Token], last: int) -> int:
    """ "..., the charity MSF (Doctors Without Borders) reported": what brackets say of the speaker is passed over."""
    if last < 1 or tokens[last].text not in _CLOSED:
        return last
    opened = next((i for i in range(last - 1, max(last - _LONGEST, 0), -1) if tokens[i].text in _OPENED), None)
    return last if opened is None else opened - 1


def _before_name(tokens: Sequence[Token], last: int) -> int:
    """ "The hospital's director, Iyad al-Jabri, told reporters": a name set off by commas right before the saying is passed over."""
    if last < 3 or tokens[last].text != ",":
        return last
    start = segment(tokens, _before_brackets(tokens, last - 1) + 1)
    named = start > 1 and tokens[start].upos == "PROPN" and tokens[start - 2].upos in NOMINAL
    return start - 2 if named else last


def may_stand_inside(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token may be part of who speaks; "and" joins two speakers, but does not open them ("..., and police said")."""
    token = tokens[i]
    if token.upos == "CCONJ":
        return token.text.lower() in {"and", "or"} and i > 0 and tokens[i - 1].text not in CLOSING
    return token.upos in _INSIDE or token.xpos in {"VBG", "VBN"} or token.text in {"-", "'s", "’s", "'", "’"}


def something_told(tokens: list[Token], comma: int) -> bool:
    """Whether something is told before the comma: a clause, or at least the subject of one that goes on after the saying."""
    before = tokens[:comma]
    return any(t.upos == "VERB" and t.xpos in {"VBD", "VBZ", "VBP", "VBN", "VB"} for t in before) or (
        tokens[comma].text == "," and bool(before) and before[-1].upos in NOMINAL and before[0].upos not in {"ADP", "ADV", "SCONJ"}
    )


def speaker_after(tokens: list[Token], v: int) -> int | None:
    """The noun phrase right after the verb ("..., said the army, which lost nine soldiers")."""
    if v == 0 or tokens[v - 1].text not in CLOSING or tokens[v].lemma.lower() not in _SPOKEN_AFTER:
        return None
    last = v + 1
    while last < len(tokens) and tokens[last].upos in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"}:
        last += 1
    speaker = top_of(tokens, v + 1, last) if last > v + 1 else None
    return None if speaker is not None and tokens[speaker].upos == "PRON" and tokens[speaker].head > speaker else speaker


def top_of(tokens: list[Token], first: int, last: int) -> int | None:
    """The nominal of a range that hangs outside it; None where that is a part of a list or of something else."""
    tops = [i for i in range(first, last) if not first <= tokens[i].head < last and tokens[i].upos != "PUNCT"]
    nominal = [i for i in tops if tokens[i].upos in NOMINAL]
    if len(nominal) == 2 and _is_where(tokens, *nominal):
        tokens[nominal[1]] = replace(tokens[nominal[1]], head=nominal[0], deprel="nmod")
        nominal = nominal[:1]
    if len(nominal) != 1 or tokens[nominal[0]].deprel in {"conj", "root"} or tokens[nominal[0]].text.lower() in {"who", "which", "that"}:
        return None
    return nominal[0]


def _is_where(tokens: Sequence[Token], speaker: int, place: int) -> bool:
    """ "..., police in Graz said": where who speaks is, though the parse hangs it elsewhere."""
    names = (t.upos == "PROPN" for k, t in enumerate(tokens) if k == place or (t.head == place and t.deprel in {"compound", "flat"}))
    named = any(names) and tokens[place].deprel in {"obl", "nmod"}
    return named and speaker + 1 < place and tokens[speaker + 1].upos == "ADP" and tokens[speaker + 1].head == place


def segment(tokens: Sequence[Token], last: int) -> int:
    """Where the bare noun phrases that end before `last` begin: right after a mark; -1 where something else stands there."""
    first = last
    while first > 0 and may_stand_inside(tokens, first - 1) and tokens[first - 1].upos != "ADP":
        first -= 1
    return first if 0 < first < last and tokens[first - 1].text == "," else -1
