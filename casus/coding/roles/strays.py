"""Strays: parties of an act that the tree hangs elsewhere, and tokens near it that are none of its parties."""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook.actors import ActorTable
from casus.codebook.instruments import load_telling
from casus.codebook.kinds import is_people, is_person_role
from casus.coding.syntax import Phrase, Tree

BLAMING = frozenset({"blame", "pin"})
"""Verbs whose object happened, and whose "on" says who is held to have done it."""
LOOKING = frozenset({"see", "witness", "recover", "find", "discover", "retrieve", "carry", "bury", "pull", "collect", "remove"})
"""Verbs whose subject comes upon what was done by others."""
FLINGING = frozenset("fire launch hurl throw lob drop toss unleash shoot".split())
_FLUNG = frozenset(
    "missile rocket shell shot round bullet pellet canister grenade drone gas bomb mortar projectile shrapnel stone rock brick "
    "firework firecracker flare cocktail bottle ammunition munition explosive dynamite molotov firebomb teargas acid water arrow".split()
)
_FORCES = frozenset({"police", "army"})
_SHOT = (_FLUNG - {"gas", "stone", "rock", "brick", "bottle"}) | {"splinter", "fragment", "debris", "munition", "gunfire", "fire"}
_SOME_OF = frozenset("one two three some several many most dozens scores salvo volley barrage hail number series splinter fragment".split())


def sides_at(tree: Tree, i: int) -> int:
    """The token that "between" hangs on: the act noun, the verb it is the subject of, or where the clash was.

    "A clash broke out between troops and rebels"; "clashes on the island of Kos, between police and migrants".
    """
    over = tree.tokens[i].head if tree.rel(i).startswith("nsubj") else -1
    tops = (i,) if over < 0 or tree.tokens[over].upos != "VERB" else (over, i)
    if any(case in {"between", "among"} for case, _ in tree.preps(tops[0])):
        return tops[0]
    below = (c for top in tops for c in tree.children(top) if c > i)
    return next((c for c in below if any(case == "between" and _are_two(tree, n) for case, n in tree.preps(c))), tops[0])


def _are_two(tree: Tree, n: int) -> bool:
    """ "Between troops and rebels", "between Ukrainian and Russian troops"."""
    return bool(tree.children(n, "conj")) or any(tree.children(c, "conj") for c in tree.children(n, "amod", "compound"))


def is_blamed_on(tree: Tree, i: int) -> bool:
    """ "Blamed the attack on the rebels": they are not whom the attack was on."""
    head = tree.tokens[i].head
    return head >= 0 and tree.rel(i) == "obj" and tree.lemma(head) in BLAMING


def by_right_after(tree: Tree, at: int, word: str = "by") -> int | None:
    """ "Fled an offensive by the regime", "died in a gunfight with troops": what a preposition adds right after an act noun is its own."""
    if at >= len(tree) or tree.tokens[at].text.lower() != word or tree.rel(at) != "case":
        return None
    return tree.tokens[at].head if tree.tokens[tree.tokens[at].head].upos in {"NOUN", "PROPN"} else None


def hand_over(tree: Tree, i: int) -> int | None:
    """ "A guard was killed by rebels when they attacked a post": "they" are those who killed, not who was killed."""
    head = tree.tokens[i].head
    if tree.rel(i) != "advcl" or head < 0 or not tree.passive(head):
        return None
    agent = tree.agent(head)
    return agent if agent is not None and agent < i else None


def is_finder(tree: Tree, i: int, recipients: Sequence[Phrase]) -> bool:
    """ "Police recovered the bodies of two cadres": the police are not among the dead they found."""
    if tree.lemma(i) not in LOOKING or tree.passive(i) or not tree.children(i, "obj"):
        return False
    finder = tree.subject(i)
    return finder is not None and any(p.head in tree.conjuncts(finder) for p in recipients)


def can_look(tree: Tree, subject: int) -> bool:
    """ "I saw four dead bodies", "residents witnessed the raid": who looks on suffers nothing; a town that "saw an attack" does."""
    lemma = tree.lemma(subject)
    return tree.tokens[subject].upos == "PRON" or is_people(lemma) or is_person_role(lemma) or lemma in _FORCES


def is_flung(tree: Tree, i: int, phrase: Phrase) -> bool:
    """ "Fired tear shells and rubber bullets", "launched 50 drones and 45 missiles": what flies is not whom it hit."""
    over = tree.tokens[phrase.head].head
    first = over if tree.rel(phrase.head) == "conj" else phrase.head
    shot = tree.tokens[first].head == i and tree.rel(first) in {"obj", "nsubj:pass"}
    return shot and tree.lemma(i) in FLINGING and tree.lemma(phrase.head) in _FLUNG


def is_munition(tree: Tree, phrase: Phrase, table: ActorTable) -> bool:
    """ "One of the shells fell on a house", "hit by splinters": what flies does nothing of itself; "an Iraqi missile" is Iraq's."""
    head = phrase.head
    some = {tree.tokens[head].text.lower(), tree.lemma(head)} & _SOME_OF
    under = [n for case, n in tree.preps(head) if case == "of"] if some else []
    if not any(tree.lemma(i) in _SHOT for i in (head, *under)):
        return False
    return not any(_is_owner(tree, i, table) for i in range(phrase.first, phrase.last))


def _is_owner(tree: Tree, i: int, table: ActorTable) -> bool:
    """A name, a nationality or "their" in a phrase; not what the weapon is called ("a Grad rocket", "an S-300 missile")."""
    token = tree.tokens[i]
    if token.text.lower() in load_telling()["makes"] or any(c.isdigit() for c in token.text):
        return False
    land = token.upos == "ADJ" and token.text[:1].isupper() and (i > 0 or table.demonym(token.text) is not None)
    return token.upos == "PROPN" or land or tree.rel(i) == "nmod:poss"
