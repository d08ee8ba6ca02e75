"""What belongs to who is told of beside it: "Norda, whose jets bombed", "the front's spokesman said his fighters"."""

from __future__ import annotations

from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import MOUTHS
from casus.coding.syntax import SUBJECTS, Tree
from casus.resolve.actor_backward import Before, wants
from casus.resolve.actor_bodies import somebody_else
from casus.resolve.actor_defined import defined
from casus.resolve.actor_identity import Identity, of_actor
from casus.resolve.actor_named import named
from casus.resolve.actor_own_words import speaker_over
from casus.resolve.actor_places import of_land
from casus.resolve.actor_pointing import ARMED, OF_STATE, OWNED, as_before
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase, phrase_at

_OF_ONE = frozenset({"his", "her"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def owned(phrase: Phrase, scene: Scene) -> Identity | None:
    """What the owner told of makes of a phrase: a state's jets are its forces, a group's men and the group itself the group."""
    span = _owner_of(phrase)
    if span is None or phrase.noun is None or not phrase.core or somebody_else(phrase) is not None:
        return None
    owner = phrase_at(scene.text, *span, phrase.sentence)
    who = next((found for rule in (defined, named, of_land) if (found := rule(owner, scene)) is not None), None)
    actor = scene.table.get(who.id) if who is not None and who.id is not None else None
    if actor is None or actor.kind == "person":
        return None
    head = phrase.core[phrase.head].plain
    if actor.kind in ARMED | {"party"} and (head in load_around_names().own_men or wants(phrase.noun, head) == "group"):
        return of_actor(actor, f'"{phrase.written}" after "{owner.written}"', scene.table, scene.on)
    if not phrase.noun.flags & OWNED or phrase.noun.kind == "civilians":
        return None
    before = Before(actor, actor.country if actor.kind in OF_STATE else None, owner.written, span[0], True, False, 0)
    return as_before(phrase, before, phrase.words[0].plain, scene)


def _owner_of(phrase: Phrase) -> tuple[int, int] | None:
    """The span of the owner: of "whose" the noun before it, of "his" the body whose spokesman says so."""
    word = phrase.words[0].plain if len(phrase.words) > 1 else ""
    tree = Tree(phrase.sentence) if phrase.sentence is not None and word in _OF_ONE | {"whose"} else None
    i = next((i for i, t in enumerate(tree.tokens) if t.start == phrase.start), None) if tree is not None else None
    if tree is None or i is None or tree.tokens[i].head < 0:
        return None
    owner = _before_whose(tree, i) if word == "whose" else _of_mouth(tree, tree.tokens[i].head)
    if owner is None or tree.tokens[owner].upos not in _NOMINAL:
        return None
    found = tree.phrase(owner)
    return tree.span(found.first, found.last)


def _before_whose(tree: Tree, i: int) -> int | None:
    clause = next((a for a in tree.ancestors(i) if tree.rel(a) == "acl:relcl"), None)
    noun = tree.tokens[clause].head if clause is not None else -1
    return noun if 0 <= noun < i else None


def _of_mouth(tree: Tree, head: int) -> int | None:
    """ "The movement's spokesman said his men": whose mouth it is that says what the phrase is the subject of."""
    speaker = speaker_over(tree, head) if tree.rel(head) in SUBJECTS else None
    called = (speaker, *tree.children(speaker, "appos")) if speaker is not None else ()
    return next((c for c in called if tree.lemma(c) in MOUTHS), None)
