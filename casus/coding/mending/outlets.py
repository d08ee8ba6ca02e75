"""Mending: "the killing of a couple by gunmen reports Daily Post": the outlet reports; the plural before the verb is no subject of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.model.text import Token


def mend_reported_by(tokens: list[Token]) -> None:
    """Takes the subject from a "reports" that a plural with "by" is made the subject of, in place."""
    for v, token in enumerate(tokens):
        if token.text != "reports" or token.upos != "VERB" or token.head < 0 or v + 1 >= len(tokens):
            continue
        who = next((i for i, t in enumerate(tokens[:v]) if t.head == v and t.deprel == "nsubj" and t.xpos in {"NNS", "NNPS"}), None)
        marks = (i for i, t in enumerate(tokens[:v]) if t.head in {v, who} and t.deprel in {"mark", "case"})
        by = next((i for i in marks if tokens[i].text.lower() == "by"), None)
        if who is None or by is None or by > who or not tokens[v + 1].text[:1].isupper() or token.head > by:
            continue
        done = _done(tokens, token.head)
        rel = "obl:agent" if tokens[done].upos == "VERB" else "nmod"
        tokens[by] = replace(tokens[by], head=who, deprel="case")
        tokens[who] = replace(tokens[who], head=done, deprel=rel)
        tokens[v] = replace(token, deprel="parataxis")


def _done(tokens: Sequence[Token], above: int) -> int:
    """What is done by them: the verb above, or the deed that is its object ("condemned the killing of a couple")."""
    deeds = [i for i, t in enumerate(tokens) if t.head == above and t.deprel == "obj" and t.upos == "NOUN"]
    passive = any(t.head == above and t.deprel == "aux:pass" for t in tokens)
    of = any(t.text.lower() == "of" and tokens[t.head].head in deeds for t in tokens if t.head >= 0)
    return deeds[0] if deeds and of and not passive else above
