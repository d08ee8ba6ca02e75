"""Deed nouns: whose deed it was where "of" may name either side; whose offer is turned down.

"The attack of the guerrillas on the post", "an incursion of troops into Khost"; "rejected the government's offer", "a rebel proposal".
"""

from __future__ import annotations

from casus.codebook.frames import Sense
from casus.codebook.kinds import is_armed_noun
from casus.coding.acts.finding import Trigger
from casus.coding.roles.bearers import phrases_of
from casus.coding.syntax import Phrase, Tree

_AT = frozenset({"against", "on", "upon", "into"})
_SIDES = frozenset({"government", "rebel", "opposition", "guerrilla", "junta", "separatist", "insurgent", "regime", "union"})
_Sides = tuple[tuple[Phrase, ...], tuple[Phrase, ...]]


def sides_of_deed(
    tree: Tree, trigger: Trigger, sense: Sense, actors: tuple[Phrase, ...], recipients: tuple[Phrase, ...], times: frozenset[int]
) -> _Sides:
    """The armed behind "of" made the attack where others stand behind "on" or "against"."""
    if actors or trigger.form != "noun" or sense.type != "ASSAULT":
        return actors, recipients
    below = [(case, p) for case, n in tree.preps(trigger.token) for p in phrases_of(tree, n) if p.head not in times]
    doers = tuple(p for case, p in below if case == "of" and is_armed_noun(tree.lemma(p.head)))
    struck = tuple(p for case, p in below if case in _AT)
    others = {p.head for p in recipients} - {p.head for p in (*doers, *struck)}
    return (doers, struck) if doers and struck and not others else ((), recipients)


def whose_offer(tree: Tree, verb: int) -> tuple[Phrase, ...]:
    """ "Rejected the government's peace offer", "turned down a rebel proposal": who made what a verb turns down."""
    for noun in tree.children(verb, "obj"):
        for c in tree.children(noun, "nmod:poss", "compound"):
            if tree.tokens[c].upos in {"NOUN", "PROPN"} and (tree.rel(c) == "nmod:poss" or tree.lemma(c) in _SIDES):
                return phrases_of(tree, c)
    return ()
