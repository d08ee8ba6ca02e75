"""Anchors: what ties an act to the world. One without any ("the army burned the village") is kept, not printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from casus.codebook.modality import load_modality
from casus.coding.syntax import Tree
from casus.model.actor import Party
from casus.model.claim import EVENT_TYPES, Claim
from casus.model.count import Count
from casus.model.text import Sentence
from casus.model.when import DateRange

_ARMED = frozenset({"police", "military", "unnamed-armed"})
_FIGURES = ("killed", "injured", "killed_or_injured", "captured", "size")
_KNOWN = re.compile(r"^(?:the|these|those|both|all|he|she|they)\b", re.IGNORECASE)
_OF_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Acts whose day and place are those of what they speak of, as often as their own."""
_REACH = 1
"""How many sentences away, in the same paragraph, an act with an anchor lends it to one without."""
_REACH_BACK = 3
"""How many sentences "the operation" points back for its day or its act, across paragraphs."""


def tie_down(claims: Sequence[Claim], sentences: Sequence[Sentence], dates: Mapping[int, Sequence[DateRange]]) -> list[Claim]:
    """The claims; none is certain that gives no day, place, name, figure or voice and stands beside nothing that does.

    Beside it is a certain claim one sentence away, or a day in the sentence before; where its words point back ("detained during the
    operation", "two more were held") up to three sentences before. `dates` are those of each sentence. A type of the user's own has only
    what its senses need.
    """
    firm = {c.sentence for c in claims if c.certain and not c.heading and is_tied(c)}
    days = {k for k, found in dates.items() if any(d.precision == "day" for d in found)}

    def _holds(c: Claim) -> bool:
        return is_tied(c) or _is_near(c, firm, days, sentences) or _speaks_of_a_known(c, sentences[c.sentence], dates.get(c.sentence, ()))

    return [c if not c.certain or _holds(c) else _adrift(c) for c in claims]


def is_tied(claim: Claim) -> bool:
    """Whether a claim says when, where, who by name, how many or who says so."""
    if claim.type not in EVENT_TYPES or any(s.name != "unnamed" for s in claim.sources):
        return True
    if claim.place is not None or (claim.date is not None and claim.date.precision != "bounded"):
        return True
    return any(_is_figure(getattr(claim, f)) for f in _FIGURES) or any(_is_name(p) for p in (*claim.actors, *claim.recipients))


def _speaks_of_a_known(claim: Claim, sentence: Sentence, dates: Sequence[DateRange]) -> bool:
    """Whether what an act of words speaks of has a day or a name ("accused the commission of rigging the vote in Harare")."""
    if claim.type not in _OF_WORDS:
        return False
    tree, span = Tree(sentence), range(claim.act.start, claim.act.end)
    told = next((i for i, t in enumerate(sentence.tokens) if t.start in span and t.lemma.lower() == claim.lemma), None)
    inside = frozenset(sentence.tokens[i].start for i in tree.subtree(told)) if told is not None else frozenset()
    named = (t for n in sentence.names if n.kind != "time" for t in sentence.tokens[n.first : n.last])
    return any(t.start in inside and t.text[:1].isupper() for t in named) or any(
        d.precision == "day" and d.evidence is not None and d.evidence.start in inside for d in dates
    )


def _adrift(claim: Claim) -> Claim:
    return replace(claim, certain=False).because("certain", "no day, place, name, figure or voice ties it to the world")


def _is_near(claim: Claim, firm: set[int], days: set[int], sentences: Sequence[Sentence]) -> bool:
    paragraph, before = sentences[claim.sentence].paragraph, claim.sentence - 1
    if before in days and sentences[before].paragraph == paragraph:
        return True
    back = range(max(claim.sentence - _REACH_BACK, 0), claim.sentence)
    if any(k in firm or k in days for k in back) and _pointer().search(claim.act.words):
        return True
    if before in firm and _goes_on(claim) and all(_is_paragraph(sentences, k) for k in (before, claim.sentence)):
        return True
    near = range(max(claim.sentence - _REACH, 0), min(claim.sentence + _REACH + 1, len(sentences)))
    return any(k in firm and sentences[k].paragraph == paragraph for k in near)


def _goes_on(claim: Claim) -> bool:
    """Whether its doers or those it befell are known already, or the armed go on: "the gunmen shot a guard", "police fired tear gas"."""
    parties = (*claim.actors, *claim.recipients)
    return any(_KNOWN.match(p.evidence.words) for p in parties) or any(p.kind in _ARMED for p in claim.actors)


def _is_paragraph(sentences: Sequence[Sentence], i: int) -> bool:
    beside = (k for k in (i - 1, i + 1) if 0 <= k < len(sentences))
    return not sentences[i].heading and all(sentences[k].paragraph != sentences[i].paragraph for k in beside)


@lru_cache(maxsize=1)
def _pointer() -> re.Pattern[str]:
    """Words that lean on an act told before: its occasion called by name ("the raid"), and those who come on top of others."""
    occasions = "|".join(sorted(re.escape(word) for word in load_modality().occasions))
    return re.compile(rf"\b(?:the|this|that) (?:\w+[- ]){{0,2}}(?:{occasions})\b|\b(?:additional|another|more|others?)\b", re.IGNORECASE)


def _is_figure(count: Count | None) -> bool:
    """More than the one that "a guard" is."""
    return count is not None and (count.best is None or count.best > 1)


def _is_name(party: Party) -> bool:
    """Somebody known, or a name nobody knows ("Judge Ameli", "the Seleka men"); a capital at the beginning may be the sentence's."""
    words = party.name.split()
    first = 0 if party.kind == "person" else 1
    if party.country is not None and party.kind == "government":
        return True  # "Kenyan lawmakers"
    return party.id is not None or (party.kind != "unknown" and any(w[:1].isupper() for w in words[first:]))
