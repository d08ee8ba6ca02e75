"""Callers: who calls an act by a name in passing ("in what his family called a targeted killing").

That the act was done is told by whoever tells it; who says what it was is one more voice of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casus.coding.scene import Scene
from casus.coding.speech.act import Speech, can_speak
from casus.coding.speech.sources import make_source
from casus.model.claim import Claim

_CALLING = frozenset("call describe term label say believe deem consider brand dub".split())


def with_callers(scene: Scene, claim: Claim, token: int) -> Claim:
    """The claim of the act at `token` with who says, beside it, what it was."""
    found = tuple(make_source(scene.report, scene.tree, s, scene.book.actors) for s in _calls(scene, token))
    return replace(claim, besides=(*claim.besides, *found)) if found else claim


def _calls(scene: Scene, token: int) -> Iterator[Speech]:
    tree = scene.tree
    for what in tree.children(tree.predicates[token], "obl"):
        if tree.lemma(what) != "what" or tree.case(what) != "in":
            continue
        for verb in tree.children(what, "acl:relcl"):
            who = tree.subject(verb)
            named = who is not None and tree.tokens[who].upos in {"NOUN", "PROPN"} and can_speak(tree, who, scene.book.speech)
            if named and who is not None and tree.lemma(verb) in _CALLING and not tree.denied(verb):
                yield Speech(tree.phrase(who), verb, tree.tokens[verb].text, "asserts", frozenset(), "what somebody calls it")
