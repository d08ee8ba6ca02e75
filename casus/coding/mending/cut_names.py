"""Mending: sentences the reader parts inside a name of the table ("... accused by Human Rights | Watch of torching homes")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.actors import ActorTable
from casus.model.text import Name, Sentence

_REACH = 4
"""How many words of each sentence a cut name may have."""


def join_cut_names(sentences: Sequence[Sentence], table: ActorTable) -> tuple[Sentence, ...]:
    """The sentences, those joined between which a name of the table runs on; itself where none does."""
    out: list[Sentence] = []
    for sentence in sentences:
        joined = _joined(out[-1], sentence, table) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(sentence)
    return tuple(replace(s, index=i) for i, s in enumerate(out)) if len(out) != len(sentences) else tuple(sentences)


def _joined(one: Sentence, other: Sentence, table: ActorTable) -> Sentence | None:
    if one.paragraph != other.paragraph or not one.tokens or not other.tokens:
        return None
    if not one.tokens[-1].text[:1].isalpha() or not other.tokens[0].text[:1].isupper() or other.start - one.end > 1:
        return None
    found = _cut_name(one, other, table)
    return _one_tree(one, other, *found) if found is not None else None


def _cut_name(one: Sentence, other: Sentence, table: ActorTable) -> tuple[int, int] | None:
    """The first token of a name in the one sentence and how many tokens of the other belong to it."""
    low = max(len(one.tokens) - _REACH, 0)
    words = [t.text for t in (*one.tokens[low:], *other.tokens[:_REACH])]
    inner = len(one.tokens) - low
    for match in table.longest_in(words):
        if match.first < inner < match.last:
            return low + match.first, match.last - inner
    return None


def _one_tree(one: Sentence, other: Sentence, first: int, more: int) -> Sentence | None:
    """One tree of two: the name hangs together, and what hung on its second part hangs on the verb over it."""
    size = len(one.tokens)
    inside = range(first, size)
    top = next((i for i in inside if one.tokens[i].head not in inside), None)
    root = next(i for i, t in enumerate(other.tokens) if t.head < 0)
    if top is None:
        return None
    late = [replace(t, head=t.head + size if t.head >= 0 else -1) for t in other.tokens]
    early = list(one.tokens)
    if root < more < len(late) and early[top].head < 0 and late[more].upos == "VERB":  # "Rights Watch | accused soldiers"
        late = [replace(t, head=more + size) if i > more and t.head == root + size else t for i, t in enumerate(late)]
        late[root] = replace(late[root], head=top, deprel="flat", upos="PROPN", xpos="NNP")
        late[more] = replace(late[more], head=-1, deprel="root", xpos="VBD")
        early[top] = replace(early[top], head=more + size, deprel="nsubj")
    elif root < more:  # the other sentence is only what hung on its part of the name
        over = early[top].head if early[top].head >= 0 else top
        late = [replace(t, head=over) if i >= more and t.head == root + size else t for i, t in enumerate(late)]
        late[root] = replace(late[root], head=top, deprel="flat")
    elif early[top].head < 0:  # the one is only the first part of the name
        part = next((i for i in range(more) if other.tokens[i].head >= more), root)
        early[top] = replace(early[top], head=part + size, deprel="compound")
    else:
        return None
    whole = Name(one.tokens[first].start, other.tokens[more - 1].end, first, size + more, "organisation")
    return replace(one, end=other.end, tokens=(*early, *late), names=_names(one, other, whole))


def _names(one: Sentence, other: Sentence, whole: Name) -> tuple[Name, ...]:
    size = len(one.tokens)
    moved = (replace(n, first=n.first + size, last=n.last + size) for n in other.names)
    kept = [n for n in (*one.names, *moved) if n.end <= whole.start or n.start >= whole.end]
    return tuple(sorted((*kept, whole), key=lambda n: n.start))
