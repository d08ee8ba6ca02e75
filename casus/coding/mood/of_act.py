"""Mood of an act: the strongest of what the grammar round its words says of it.

Who says so is attribution's business (speech.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.modality import Modality
from casus.coding.acts.finding import Trigger
from casus.coding.mood.kinds import Mood, MoodKind
from casus.coding.mood.nouns import noun_moods
from casus.coding.mood.verbs import verb_moods
from casus.coding.syntax import Tree

_RANK: dict[MoodKind, int] = {"done": 0, "hedged": 1, "planned": 2, "imagined": 3, "negated": 4}


def mood_of(tree: Tree, trigger: Trigger, words: Modality) -> Mood:
    """The strongest mood that the grammar round a trigger gives it."""
    if tree.tokens and tree.tokens[-1].text in {"?", "?”", '?"'}:
        return Mood("imagined", len(tree) - 1, "a question tells no act")
    if trigger.form == "verb" and tree.missed(trigger.token):
        return Mood("imagined", trigger.token - 1, f"“{tree.tokens[trigger.token - 1].text}”: it did not come to that")
    found = list(noun_moods(tree, trigger, words)) if trigger.form == "noun" else list(_without(tree, trigger, words))
    start = trigger.light if trigger.light is not None else trigger.token
    if trigger.form == "verb" or trigger.light is not None:
        found += list(verb_moods(tree, start, words, depth=0))
    return max(found, key=lambda m: _RANK[m.kind], default=Mood("done", None, "told as done"))


def _without(tree: Tree, trigger: Trigger, words: Modality) -> Iterator[Mood]:
    """ "Made no arrests": what the verb needs to tell an act is said not to be."""
    for i in range(trigger.first, trigger.last):
        if i == trigger.token or tree.tokens[i].upos not in {"NOUN", "PROPN"}:
            continue
        for c in tree.children(i, "det"):
            if tree.tokens[c].text.lower() in words.negations:
                yield Mood("negated", c, f"“{tree.tokens[c].text}”")
