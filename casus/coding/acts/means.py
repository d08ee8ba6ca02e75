"""Means: the modes of an act of violence, by its sense and by the weapon that its sentence tells it was done with.

A weapon that was only there ("a pistol was found") shows no mode; one that was fired, that exploded, or that wounds are named
after does (codebook/instruments.yaml, `telling`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.codebook.instruments import load_telling, mode_of
from casus.coding.acts.drafts import Draft
from casus.coding.acts.finding import noun_senses
from casus.coding.acts.means_joined import fire_of, joined_means, shot_by, with_blows
from casus.coding.scene import Scene
from casus.coding.syntax import SUBJECTS, Tree

_WITH = frozenset({"with", "by", "using", "from"})
_TOOLS = frozenset({"with", "using", "by using"})
_CROWDS = "crowd-control"
_UNRULY = frozenset({"civilians", "collective", "unnamed-armed", "armed-group", "militia", "party"})
"""Kinds of doers who are no authority."""
_REASONS = frozenset({"for", "over", "to"})
_BOMBING = frozenset({"bomb", "bombard", "pound", "pummel", "hammer", "blitz"})
_AIMS = frozenset({"targeted"})
"""Modes that say nothing of the means."""
_AMID = frozenset({"in", "by", "after", "following", "during", "from", "with", "amid", "under", "when", "to", "due to", "because of"})


def modes_of(scene: Scene, group: Sequence[Draft], drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The modes of the senses, and of the means told beside an assault; a plain killing lends none. `drafts`: all of the sentence."""
    group = [d for d in group if d.sense.type == group[0].sense.type]
    lent = _AIMS | {"abduct"}
    by_hand = {d.token for d in group if d.sense.id == "stabbing"}  # "attacked a convoy, beheading two drivers"
    plain = {d.token for d in group if d.harmful and len(group) > 1 and d.sense.type == "ASSAULT"} - by_hand
    modes = [m for d in group for m in d.sense.modes if m in lent or d.token not in plain]
    if group[0].sense.type == "ASSAULT":
        modes += [*_beside(scene.tree, group), *joined_means(scene.tree, group)]
        modes += _sent_over(scene.tree, group) if set(modes) <= {"destroy"} else ()
        if not set(modes) - _AIMS:
            modes += _told_with(scene, group, drafts)
        modes += _flown(scene.tree, group) if set(modes) <= _AIMS | {"destroy"} else ()
        modes += () if set(modes) - _AIMS else _shot(scene.tree, group)
        modes = _exact(scene.tree, group, with_blows(scene.tree, group, modes))
    return tuple(m for m in dict.fromkeys(modes) if m != _CROWDS or not _is_by_no_authority(group))


def without_tools(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The acts of a sentence without words that only name what another is done with ("with clubs and pepper spray", "burning tyres")."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    acts = [d for d in drafts if d.trigger.form == "verb"]
    named = {d.token for d in drafts if d.trigger.form == "noun" and mode_of(lemmas, d.token) and _CROWDS in d.sense.modes}
    named |= {d.token for d in drafts if d.sense.type == "PROTEST" and tree.tokens[d.token].xpos == "VBG"}
    tools = {t for t in named for d in acts if d.token != t and d.sense.type in {"ASSAULT", "PROTEST"} and _is_tool(tree, t, d.token)}
    return [d for d in drafts if d.token not in tools]


def _is_tool(tree: Tree, i: int, act: int) -> bool:
    """Whether a word stands in a phrase of what an act is done with."""
    path = [i, *tree.ancestors(i)]
    return act in path[1:] and any(_is_led_by_with(tree, j) for j in path[: path.index(act)])


def _is_led_by_with(tree: Tree, i: int) -> bool:
    return tree.case(i) in _TOOLS or (i > 0 and tree.tokens[i - 1].text.lower() == "with")


def _is_by_no_authority(group: Sequence[Draft]) -> bool:
    """Whether those who did it hold no crowd in check: settlers who use pepper spray attack."""
    kinds = {p.kind for d in group for p in d.actors}
    return bool(kinds) and kinds <= _UNRULY


def _beside(tree: Tree, group: Sequence[Draft]) -> Iterator[str]:
    """What an act was done with, by its own prepositions ("killed with a knife", "by a sniper", "using drones")."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    for draft in group:
        near = {m for x in (*_led_up_to(tree, draft), *_set_off(tree, draft.token)) for m in tree.conjuncts(x)}
        for n in sorted(near | {*_used_together(tree, lemmas, draft)}):
            yield from _shown(tree, lemmas, n)


def _flown(tree: Tree, group: Sequence[Draft]) -> Iterator[str]:
    """ "The air force struck a market": by whom an attack that names no means was flown."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    if any(" ".join(lemmas[max(a - 1, 0) : a + 1]).lower().endswith(tuple(load_telling()["flyers"])) for a in _doers(tree, group)):
        yield "aerial"


def _shot(tree: Tree, group: Sequence[Draft]) -> Iterator[str]:
    """ "Gunmen killed six guards": by whom people were hurt where no other means is told."""
    if any(d.harmful for d in group) and any(tree.lemma(a) in load_telling()["shooters"] for a in _doers(tree, group)):
        yield "firearms"


def _doers(tree: Tree, group: Sequence[Draft]) -> list[int]:
    """Who does what the verbs of a group tell."""
    return [a for d in group if d.trigger.form == "verb" and (a := tree.agent(d.token)) is not None]


def _sent_over(tree: Tree, group: Sequence[Draft]) -> Iterator[str]:
    """ "Sent forty drones, setting fire to a refinery": what the verb above a burning sent."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    over = {tree.tokens[d.token].head for d in group if tree.rel(d.token) == "advcl"}
    for verb in sorted(v for v in over if lemmas[v] in load_telling()["release"] | load_telling()["aimed"]):
        yield from (m for o in tree.children(verb, "obj", "nsubj:pass") if (m := mode_of(lemmas, o)) is not None)


def _exact(tree: Tree, group: Sequence[Draft], modes: Sequence[str]) -> list[str]:
    """What fires tells what is fired: "a tank fired at the post" shows no small arms, "bombs dropped from drones" no aircraft but bombs."""
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    fired = [d for d in group if d.trigger.form == "verb" and lemmas[d.token] in load_telling()["bare"]]
    doers = {mode_of(lemmas, a) for a in _doers(tree, fired)}
    if doers & {"heavy-weapons", "aerial", "drone"}:
        modes = [m for m in modes if m != "firearms"]
    if "aerial" in {mode_of(lemmas, a) for a in _doers(tree, [d for d in group if lemmas[d.token] in _BOMBING])}:
        modes = [m for m in modes if m not in {"explosives", "heavy-weapons"}]  # "jets bombed a market", "jets pounded Sanaa"
    shot = frozenset(m for d in group if d.trigger.form == "verb" and "firearms" in d.sense.modes for m in shot_by(tree, lemmas, d.token))
    if shot and "firearms" not in shot:
        modes = [*(m for m in modes if m != "firearms"), *sorted(shot)]
    if any(d.sense.id == "shooting-down" and _brought_down_by(tree, lemmas, d) for d in group):
        modes = [m for m in modes if m != "heavy-weapons"]
    if any(_is_rammed_by_bomber(tree, d) for d in group):
        modes = ["suicide-attack" if m == "aerial" else m for m in modes]
    if "suicide-attack" in modes:  # its bomber is no aircraft
        modes = [m for m in modes if m != "aerial"]
    if "drone" in modes:
        verbs = {d.token for d in group} | {tree.tokens[d.token].head for d in group if tree.rel(d.token) == "advcl"}
        let = [o for v in sorted(verbs) if lemmas[v] in load_telling()["release"] for o in tree.children(v, "obj", "nsubj:pass")]
        loads = [m for o in let for x in tree.conjuncts(o) if (m := mode_of(lemmas, x)) == "explosives"]
        modes = [*(m for m in modes if m != "aerial" or not loads), *loads]
    return list(modes)


def _is_rammed_by_bomber(tree: Tree, draft: Draft) -> bool:
    """ "A bomber rammed a car into a checkpoint": no aircraft."""
    doer = tree.agent(draft.token) if draft.sense.id == "ramming" and draft.trigger.form == "verb" else None
    return doer is not None and tree.lemma(doer) == "bomber"


def _brought_down_by(tree: Tree, lemmas: Sequence[str], draft: Draft) -> bool:
    """ "A bomb brought down the jet": by other means than what is fired at aircraft."""
    doer = tree.agent(draft.token) if draft.trigger.form == "verb" else None
    return doer is not None and mode_of(lemmas, doer) in {"explosives", "suicide-attack", "drone"}


def _led_up_to(tree: Tree, draft: Draft) -> Iterator[int]:
    """The words that an act's own prepositions, "using" or its doer lead up to."""
    yield from (n for case, n in tree.preps(draft.token) if case in _WITH)
    yield from (j for c in tree.children(draft.token, "advcl", "acl") if tree.lemma(c) == "use" for j in tree.subtree(c))
    over = tree.tokens[draft.token].head if tree.rel(draft.token) == "advcl" else -1
    yield from tree.children(over, "obj") if over >= 0 and tree.lemma(over) == "use" else ()  # "used drones to bomb the town"
    yield from (n for c in tree.children(draft.token, "acl", "advcl") for n in tree.children(c, "nsubj") if tree.case(n) in _TOOLS)
    verb = draft.token if draft.trigger.form == "verb" else draft.trigger.light
    agent = tree.agent(verb) if verb is not None else None
    yield from () if agent is None else (agent,)


def _used_together(tree: Tree, lemmas: Sequence[str], draft: Draft) -> Iterator[int]:
    """ "Launched rockets and drones": of several means that one verb uses each counts."""
    for used in tree.children(draft.token, "obj") if tree.lemma(draft.token) in load_telling()["use"] else ():
        several = tree.conjuncts(used)
        yield from several if len(several) > 1 and mode_of(lemmas, used) else ()


def _set_off(tree: Tree, act: int) -> Iterator[int]:
    """ "Assaulted families who were picking olives, with clubs and stones": what a comma parts from the clause before it."""
    for i in tree.subtree(act):
        first = min(tree.children(i, "case"), default=0)
        if tree.case(i) in _TOOLS and first > act and tree.tokens[first - 1].text == ",":
            yield i


def _shown(tree: Tree, lemmas: Sequence[str], i: int) -> Iterator[str]:
    """The modes of the means a noun names, and of what it carries ("drones loaded with explosives", "a suicide car bomber")."""
    mode = _means_named(lemmas, i) or fire_of(tree, lemmas, i)
    if mode:
        yield mode
        about = (*tree.children(i, "acl", "amod"), *([tree.tokens[i].head] if tree.rel(i) == "nsubj" else []))
        loaded = [n for c in about if lemmas[c] in load_telling()["load"] for case, n in tree.preps(c) if case == "with"]
        yield from (carried for n in loaded if (carried := mode_of(lemmas, n)) is not None)
    charged = mode == "suicide-attack" and lemmas[i] in load_telling()["charges"]
    if charged or (mode == "drone" and any(lemmas[c] == "explosive" for c in tree.children(i, "amod", "compound"))):
        yield "explosives"


def _told_with(scene: Scene, group: Sequence[Draft], drafts: Sequence[Draft]) -> Iterator[str]:
    """The means that the sentence tells was used; only below the act's own words where another act of violence stands beside it."""
    tree = scene.tree
    others = [d for d in drafts if d.sense.type == "ASSAULT" and not d.sense.weak and not any(d is g for g in group)]
    own = {j for d in group for j in tree.subtree(d.token if d.trigger.light is None else d.trigger.light)}
    over = {a for d in group for a in tree.ancestors(d.token)}
    parted = [d for d in others if d.token not in own | over or _is_reason(tree, d) or _has_own_clause(tree, d, group)]
    apart = {j for d in parted for j in tree.subtree(d.token)}
    within = (own if any(d.token not in own for d in others) else {*range(len(tree))}) - apart
    lemmas = [tree.lemma(i) for i in range(len(tree))]
    for i in sorted(within):
        mode = _means_named(lemmas, i) if tree.tokens[i].upos in {"NOUN", "PROPN"} else None
        if mode and _was_used(tree, i, mode):
            yield mode
        elif not mode and (tree.case(i) in _AMID or (tree.tokens[i].head in own and tree.rel(i) in {"obj", "nsubj:pass"})):
            yield from _of_occasion(scene, i)


def _is_reason(tree: Tree, other: Draft) -> bool:
    """ "In retaliation for a drone attack": what an act answers tells none of its means."""
    return tree.case(other.token) in _REASONS


def _has_own_clause(tree: Tree, other: Draft, group: Sequence[Draft]) -> bool:
    """ "Overran a barracks and a helicopter was fired on": joined to the act, with a subject of its own."""
    joined = tree.rel(other.token) == "conj" and any(tree.tokens[other.token].head == d.token for d in group)
    return joined and bool(tree.children(other.token, *SUBJECTS))


def _means_named(lemmas: Sequence[str], i: int) -> str | None:
    """The mode of the weapon a noun names; beside an act of violence "the firing" is of shots."""
    return mode_of(lemmas, i) or ("firearms" if lemmas[i] in load_telling()["shots"] else None)


def _of_occasion(scene: Scene, i: int) -> tuple[str, ...]:
    """ "Killed in a suicide attack", "a gun battle": what the noun of an attack itself says of its means."""
    found = noun_senses(scene.tree, i, scene.book.frames)
    return found[0].modes if found and found[0].type == "ASSAULT" and not _AIMS & {*found[0].modes} else ()


def _was_used(tree: Tree, i: int, mode: str) -> bool:
    """Whether a weapon stands where its use is told."""
    words = load_telling()
    head, rel = tree.tokens[i].head, tree.rel(i)
    if head < 0 or any(tree.lemma(c) in {"no", "toy", "fake"} for c in tree.children(i, "det", "amod", "compound")):
        return False
    over = tree.lemma(head)
    if over in words["remains"] and rel in {"nmod", "compound"}:  # "debris of a drone fell on a house"
        return head != i and _was_used(tree, head, mode)
    if mode == "aerial" and rel in {"obj", "nsubj:pass"} and over not in words["aimed"]:
        return False  # "a helicopter was fired on"
    if rel in {"compound", "obl:unmarked"}:  # "bullet wounds", "bullet-riddled"
        return over in words["harm"]
    if any(tree.lemma(c) in words["use"] for c in tree.children(i, "acl")):
        return True
    if tree.lemma(i) in words["occasion"]:
        return tree.case(i) in _AMID or rel.startswith("nsubj")
    if rel in {"obj", "nsubj:pass"}:
        return over in words["use"] or (mode == "explosives" and rel == "obj" and over in words["meet"])
    if rel == "nsubj":
        flies = mode in {"drone", "aerial", "heavy-weapons"} and over in words["release"]
        return (flies or over in words["act"]) and tree.tokens[head].upos == "VERB"
    if tree.case(i) in {"with", "from"}:
        return over in words["bear"] or over in words["use"]
    return tree.case(i) in {"on", "over", "into"} and mode == "explosives" and over in words["meet"]
