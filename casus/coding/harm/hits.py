"""Hits: people shot, struck by bullets, hurt by wounds they suffer, or told of by the state in which they lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from casus.codebook.harm import HarmKind, HarmWords
from casus.coding.harm.harmed import Harm
from casus.coding.harm.people import harmed_in, is_somebody
from casus.coding.numbers import Number
from casus.coding.syntax import SUBJECTS, Tree

FATALLY = frozenset({"fatally", "mortally"})
"""Adverbs by which a wound is a death."""
_FATAL = frozenset({"fatal", "mortal", "deadly"})
"""Adjectives by which a wound is a death."""
_LIVING = frozenset({"survive", "recover", "live"})
WARDS = frozenset({"hospital", "clinic", "infirmary"})
_LYING = frozenset({"remain", "stay", "be", "lie"})
_VIOLENCE = frozenset("shooting shoot stabbing stab attack beating beat blast explosion bombing kill".split())
"""What puts people in hospital that are told of as lying there."""
_LET_GO = frozenset({"release", "discharge"})
_SELF = frozenset({"himself", "herself", "themselves", "myself"})
_WHERE = frozenset("in at on near during outside inside around behind while as after".split())
"""Prepositions beside "were hit" that do not say by what ("hit with fines", "hit by drought")."""


def of_condition(tree: Tree, i: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "She is in critical condition", "taken to a hospital in stable condition": whoever is, is hurt."""
    state = any(tree.tokens[c].text.lower() in words.conditions for c in tree.children(i, "amod"))
    if not state or tree.case(i) not in {"in", "into"}:
        return
    verb = next((a for a in (i, *tree.ancestors(i)) if tree.subject(a) is not None or tree.patient(a) is not None), None)
    harmed = None if verb is None else tree.patient(verb) if tree.passive(verb) or tree.subject(verb) is None else tree.subject(verb)
    if harmed is not None and is_somebody(tree, harmed, words):
        some = any(case == "of" and tree.children(n, "det") for case, n in tree.preps(harmed))  # "one of the victims is in ..."
        yield from (replace(h, part=h.part or some) for h in harmed_in(tree, i, "injured", harmed, numbers, words))


def of_ward(tree: Tree, i: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "One is dead and two are in hospital after a shooting": whoever lies there is hurt, where the sentence tells of violence."""
    verb = i if tree.children(i, "cop") else tree.tokens[i].head
    lies = verb == i or (verb >= 0 and tree.lemma(verb) in _LYING)
    harmed = tree.subject(verb) if lies and tree.case(i) in {"in", "at"} else None
    if harmed is None or not is_somebody(tree, harmed, words):
        return
    apart = {*tree.subtree(harmed)}
    told = [j for j in range(len(tree)) if j not in apart and (tree.lemma(j) in _VIOLENCE or tree.lemma(j) == "dead")]
    now = any(tree.tokens[j].xpos in {"VBZ", "VBP"} for j in (verb, *tree.children(verb, "cop")))
    if any(now or tree.case(j) in {"after", "following"} for j in told):
        yield from harmed_in(tree, i, "injured", harmed, numbers, words)


def is_fatal(tree: Tree, wound: int) -> bool:
    """ "A fatal injury", "mortal wounds", "the fatal police shooting"."""
    beside = (wound, *tree.children(wound, "compound"))
    return any(tree.tokens[c].text.lower() in _FATAL for i in beside for c in tree.children(i, "amod"))


def of_suffering(tree: Tree, v: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "Suffered a gunshot wound", "sustained injuries", "has a broken wrist": the subject is hurt."""
    subject = tree.subject(v)
    hurt = [c for c in tree.children(v, "obj") if _is_broken(tree, c, words) or _is_injury(tree, v, c, words)]
    if subject is not None and hurt and is_somebody(tree, subject, words):
        yield from harmed_in(tree, v, "killed" if is_fatal(tree, hurt[0]) else "injured", subject, numbers, words)


def _is_injury(tree: Tree, v: int, i: int, words: HarmWords) -> bool:
    """What one suffers; what one has is told by more than its noun."""
    return tree.lemma(v) != "have" and words.nouns.get(tree.lemma(i)) == "injured"


def _is_broken(tree: Tree, i: int, words: HarmWords) -> bool:
    """ "A broken wrist"."""
    return tree.lemma(i) in words.body and any(tree.tokens[c].text.lower() in words.broken for c in tree.children(i, "amod"))


def of_losing(tree: Tree, v: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "A demonstrator lost an eye", "it cost him a leg": whoever loses a part of the body is hurt."""
    lost = any(tree.lemma(c) in words.lost for c in tree.children(v, "obj"))
    hurt = tree.subject(v) if tree.lemma(v) == "lose" else next(iter(tree.children(v, "iobj")), None)
    if lost and hurt is not None and is_somebody(tree, hurt, words):
        yield from harmed_in(tree, v, "injured", hurt, numbers, words)


def _in_limb(tree: Tree, v: int, words: HarmWords) -> bool:
    """ "Shot in both legs": a wound that leaves one alive, unless more is told."""
    hit = tree.patient(v)
    found = [*tree.preps(v), *(tree.preps(hit) if hit is not None else ())]  # "shot a man in both legs" may hang on the man
    where = [tree.lemma(m) for case, n in found if case in {"in", "through"} for m in tree.conjuncts(n)]
    return any(what in words.limbs for what in where) and not any(tree.lemma(j) in words.body - words.limbs for j in tree.subtree(v))


def of_hitting(tree: Tree, v: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "Was hit by a bullet", "two were struck", "a bullet struck her in the leg": killed or injured; whoever is grazed is injured."""
    if any(tree.lemma(c) in FATALLY for c in tree.children(v, "advmod")):
        yield from _of_fatal_hit(tree, v, numbers, words)
        return
    kind: HarmKind = "injured" if tree.lemma(v) == "graze" or _in_limb(tree, v, words) else "killed_or_injured"
    hit = _struck(tree, v, words) if tree.passive(v) else _struck_by_shot(tree, v, words)
    if hit is not None and is_somebody(tree, hit, words):
        yield from harmed_in(tree, v, kind, hit, numbers, words)


def _of_fatal_hit(tree: Tree, v: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "Fatally struck a bystander": killed, whatever struck."""
    hit = tree.patient(v)
    if hit is not None and is_somebody(tree, hit, words):
        yield from harmed_in(tree, v, "killed", hit, numbers, words)


def _struck(tree: Tree, v: int, words: HarmWords) -> int | None:
    """Who was struck, by a shot or by what is not said."""
    preps = [(case, tree.lemma(n)) for case, n in tree.preps(v)]
    by = [what for case, what in preps if case == "by"]
    where = any(what in words.body for case, what in preps if case in {"in", "on", "to"})
    if any(what in words.shots for what in by) or (not by and where):
        return tree.subject(v)
    bare = not by and all(case in _WHERE for case, _ in preps) and not tree.children(v, "advmod", "xcomp", "ccomp")
    return tree.subject(v) if bare and tree.children(v, "aux:pass") else None


def _struck_by_shot(tree: Tree, v: int, words: HarmWords) -> int | None:
    """ "The bullet struck the driver", "... struck her son's left side": the driver, her son."""
    subject, patient = tree.subject(v), tree.patient(v)
    if subject is None or patient is None or tree.lemma(subject) not in words.shots:
        return None
    if tree.lemma(patient) not in words.body:
        return patient
    owner = tree.children(patient, "nmod:poss")
    return owner[0] if owner else None


def of_wound(tree: Tree, i: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "A man with a gunshot wound", "came to a hospital with stab wounds": whoever has one is hurt, unless he is told of as dead."""
    beside = {tree.tokens[c].text.lower() for c in tree.children(i, "compound", "amod")}
    if not beside & words.wounds or "inflicted" in "".join(beside) or tree.case(i) != "with":
        return
    holder = _holder(tree, tree.tokens[i].head)
    near = {j for a in tree.ancestors(i) for j in (a, *tree.children(a))}
    dead = any("killed" in {of.get(tree.lemma(j)) for of in (words.adjectives, words.verbs, words.nouns)} for j in near)
    if holder is not None and not dead and is_somebody(tree, holder, words):
        yield from harmed_in(tree, i, "killed" if beside & _FATAL else "injured", holder, numbers, words)


def _holder(tree: Tree, above: int) -> int | None:
    """Who has a wound told by "with": the noun before it, else whom its verb moved, else its subject."""
    if above < 0 or tree.tokens[above].upos != "VERB":
        lies = above >= 0 and tree.children(above, "cop") and tree.case(above) == "in"  # "two are in hospital with gunshot wounds"
        return tree.subject(above) if lies else above if above >= 0 else None
    patient = tree.patient(above)
    return patient if patient is not None else tree.subject(above)


def of_survival(tree: Tree, v: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "She is expected to survive", "two were treated and released": whoever lives is hurt; behind another verb its own says so."""
    own = tree.children(v, *SUBJECTS)
    if tree.passive(v) and own and _lives(tree, v) and is_somebody(tree, own[0], words):
        rest = any(tree.lemma(c) == "the" for c in tree.children(own[0], "det"))  # "the other two are expected to survive"
        for harm in harmed_in(tree, v, "injured", own[0], numbers, words):
            yield replace(harm, part=harm.part or (rest and harm.number is not None))


def _lives(tree: Tree, v: int) -> bool:
    if tree.lemma(v) == "treat":
        return any(tree.lemma(c) in _LET_GO for c in tree.children(v, "conj"))
    return any(tree.lemma(c) in _LIVING for c in tree.children(v, "xcomp"))


def _survives(tree: Tree, v: int) -> bool:
    """ "Was shot in the leg but is expected to survive"."""
    return any(_lives(tree, c) and not tree.children(c, *SUBJECTS) for c in tree.children(v, "conj"))


def of_shooting(tree: Tree, v: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """People hit by gunfire: killed where the clause says so, else killed or injured; "shot at" hits nobody yet."""
    patient = tree.patient(v)
    if patient is None or tree.children(v, "compound:prt") or _is_shot_at(tree, v):
        return
    beside = {tree.tokens[c].text.lower() for c in (*tree.children(v), min(v + 1, len(tree) - 1))}
    dead = "dead" in beside
    if not dead and any(tree.lemma(c) in words.verbs and not tree.children(c, *SUBJECTS) for c in tree.children(v, "conj")):
        return  # "shot and killed"
    fatal = dead or bool(beside & FATALLY) or any(case == "to" and tree.lemma(n) == "death" for case, n in tree.preps(v))
    share = _fatal_share(tree, v, numbers)
    if share is not None:
        yield Harm("killed", v, share, None)
        fatal = False
    if tree.tokens[patient].upos == "NUM" and not tree.passive(v) and not dead:
        return  # a score: "shot 65 in the last round"
    agent = tree.agent(v)
    hit = agent if agent is not None and tree.lemma(patient) in _SELF else patient
    kind: HarmKind = "killed" if fatal else "injured" if _survives(tree, v) or _in_limb(tree, v, words) else "killed_or_injured"
    yield from harmed_in(tree, v, kind, hit, numbers, words)


def _is_shot_at(tree: Tree, v: int) -> bool:
    """ "Was shot at in Lahore", "shot at by men on motorcycles": fire at somebody hits nobody yet; "shot at a checkpoint" does."""
    words = tree.tokens[v + 1 : v + 3]
    if not tree.passive(v) or not words or words[0].text.lower() != "at":
        return False
    return len(words) < 2 or words[1].upos in {"ADP", "PUNCT", "CCONJ", "SCONJ"}


def _fatal_share(tree: Tree, v: int, numbers: Sequence[Number]) -> Number | None:
    """ "Four people were shot, one fatally", "two of them fatally": how many of those shot were killed."""
    for i in range(v + 2, len(tree)):
        if tree.tokens[i].text.lower() in FATALLY:
            last = i - 2 if tree.tokens[i - 2].text.lower() == "of" else i
            return next((n for n in numbers if n.last == last and n.first > v), None)
    return None


def of_sacrifice(tree: Tree, i: int, numbers: Sequence[Number], words: HarmWords) -> Iterator[Harm]:
    """ "Two soldiers paid the supreme price", "made the ultimate sacrifice": they died."""
    verb, last = tree.tokens[i].head, {tree.lemma(c) for c in tree.children(i, "amod")}
    harmed = tree.subject(verb) if verb >= 0 and tree.rel(i) == "obj" and last & {"supreme", "ultimate"} else None
    if harmed is not None and is_somebody(tree, harmed, words):
        yield from harmed_in(tree, i, "killed", harmed, numbers, words)


_Reader = Callable[[Tree, int, Sequence[Number], HarmWords], Iterator[Harm]]
BY_NOUN: Mapping[str, _Reader] = MappingProxyType(
    {"condition": of_condition, **dict.fromkeys(WARDS, of_ward), **dict.fromkeys(("price", "sacrifice"), of_sacrifice)}
)
"""What reads the harm that a noun tells of whoever is in it."""
BY_VERB: Mapping[str, _Reader] = MappingProxyType(
    {
        **dict.fromkeys(("suffer", "sustain", "receive", "have"), of_suffering), **dict.fromkeys(("lose", "cost"), of_losing),
        **dict.fromkeys(("hit", "strike", "graze", "pierce"), of_hitting),
        **dict.fromkeys(("shoot", "stab", "knife"), of_shooting), **dict.fromkeys(("expect", "treat"), of_survival),
    }
)  # fmt: skip
"""What reads the harm that a verb tells by its complements."""
