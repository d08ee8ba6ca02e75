"""Excluded: words beside a verb or a noun that make it no act of the sense it has otherwise ("killed time", "a storm hit").

The lists stand with the senses (`unless`, `unless_object`). Where somebody armed does something to people, only the people's own word
counts, or a word of accident that is no mere setting: a bus driver, a goat herder and a law student are shot like anybody, on a bus
or during a storm; and where people protest, what they protest at, over or for is no word against it ("marched against military rule").
So it is where they take ground or a building: a market town and a nuclear plant are seized like any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.frames import Sense
from casus.codebook.goods import load_goods
from casus.codebook.harm import load_harm
from casus.codebook.instruments import mode_of
from casus.codebook.kinds import is_people, is_person_role, load_kinds, tells_doer
from casus.coding.places.localities import load_localities
from casus.coding.roles.strays import FLINGING
from casus.coding.syntax import SUBJECTS, Tree

SEVERAL = frozenset("series wave string spate barrage round number couple dozen score hundred campaign succession flurry".split())
"""Nouns for so many acts of what follows them."""
_TOWN_ONLY = ("town",)
"""The guard of what is done to towns by their names: "took Goma", not "took place"."""
_CLOSENESS = frozenset({"close", "blank", "point-blank", "short"})
_NOUNS_ONLY = frozenset({"storm", "target", "record"})
"""Words that speak against a sense as nouns: "stormed the town and torched it" tells of no weather."""
_WHERE = frozenset({"near", "outside", "at", "beside", "behind", "opposite", "around", "in front of"})
_SETTINGS = frozenset({"during", "at", "near", "outside", "inside", "amid", "before"})
_MATTER = frozenset({"against", "over", "about", "at", "outside", "before", "in front of"})
"""Before what people protest at or over."""
_TOWARDS = frozenset({"to", "towards", "toward", "on", "for"})
_POWERS = frozenset("military army troop soldier ministry embassy ambassador".split())
"""Those whose seat people march to; who marches to where a train crashed mourns."""
_CROWDS = frozenset("thousand hundred dozen score ten crowd".split())
_ARMED = frozenset({"armed-group", "unnamed-armed", "militia", "military", "police"})


def is_excluded(tree: Tree, i: int, sense: Sense) -> bool:
    """Whether a word that makes the trigger something else stands beside it, or no town beside one that only a town is taken by."""
    if sense.guards.get("recipient") == _TOWN_ONLY and not any(_is_town(tree, c) for c in tree.children(i, "obj", "nmod", *SUBJECTS)):
        return True
    if any(w in sense.unless_object for j in _joined(tree, i) for w in _called(tree, j)):
        return True
    if sense.several and not _is_by_several(tree, i):
        return True
    if sense.type == "ASSAULT" and tree.lemma(i) == "strike" and _is_by_several(tree, i) and _is_at_work(tree, i):
        return True
    if not sense.unless:
        return False
    near = {i - 2, i - 1, i + 1, i + 2, tree.tokens[i].head, *tree.children(i)}
    near |= {g for c in tree.children(i, "obj", "obl", "nmod", "compound", "nsubj") for g in tree.children(c)}
    flung = tree.children(i, "nsubj:pass") if tree.lemma(i) in FLINGING else ()
    near |= {g for c in flung for g in tree.children(c, "compound")}  # "rubber bullets were fired"
    several = [n for c in tree.children(i, "obj") if tree.lemma(c) in SEVERAL for n in tree.children(c, "nmod")]
    near |= {g for n in several for g in tree.children(n, "compound", "amod")}  # "launched a series of air strikes"
    near |= {*tree.children(tree.tokens[i].head)} if tree.rel(i) == "compound" else set()  # "the death toll of the flood"
    beside = {j for j in near if 0 <= j < len(tree) and j != i and sense.unless.intersection(_called(tree, j))}
    beside -= _place_told(tree, i) | matter_of(tree, i, sense.type) if beside else set()
    if not beside or _is_ground_taken(tree, i, sense):
        return False
    if sense.type != "ASSAULT":
        return True
    force = _is_force_on_people(tree, i, sense) or (sense.reciprocal and beside <= people_facing_force(tree, i))
    return not force or _is_mishap(tree, i, beside)


def matter_of(tree: Tree, i: int, event_type: str) -> frozenset[int]:
    """ "Rallied against military rule", "marched to the ministry": what people protest at or over; none for another type."""
    if event_type != "PROTEST" or (tree.tokens[i].upos == "VERB" and not _is_by_people(tree, i)):
        return frozenset()
    return told_over(tree, i)


def told_over(tree: Tree, i: int) -> frozenset[int]:
    """The words behind "against", "over", "outside" and their like under a word and its objects."""
    linking = load_localities().linking
    below = [(case, n) for j in (i, *tree.children(i, "obj")) for case, n in tree.preps(j)]
    phrases = [n for case, n in below if case in _MATTER or (case == "in" and tree.lemma(n) in linking)]  # "in support of the army"
    led = (g for case, n in below if case in _TOWARDS for g in tree.subtree(n) if tree.lemma(g) in _POWERS)
    return frozenset(g for n in phrases for g in tree.subtree(n)) | frozenset(led)


def _is_by_people(tree: Tree, i: int) -> bool:
    """Whether who does it are people and bear no arms, or nobody told."""
    doer = tree.agent(i)
    if doer is None:
        return tree.passive(i)
    lemma = tree.lemma(doer)
    return not _is_armed(tree, doer) and _is_people(tree, doer, lemma)


def _is_people(tree: Tree, doer: int, lemma: str) -> bool:
    return tree.tokens[doer].upos == "NUM" or lemma in _CROWDS or load_harm().is_person(lemma) or is_people(lemma) or tells_doer(lemma)


def _is_by_several(tree: Tree, i: int) -> bool:
    """ "Nurses walked out", "miners struck over pay": several do it, to nobody."""
    if tree.tokens[i].upos != "VERB" or tree.passive(i) or tree.children(i, "obj"):
        return False
    doer = tree.agent(i)
    return doer is not None and (tree.tokens[doer].xpos in {"NNS", "NNPS"} or len(tree.conjuncts(doer)) > 1)


def _is_at_work(tree: Tree, i: int) -> bool:
    """Whether those who strike are people by their trade, and strike at nothing."""
    doer = tree.agent(i)
    aimed = any(case in {"on", "against", "inside", "through"} and not tree.is_named(n, "time") for case, n in tree.preps(i))
    return doer is not None and not aimed and _is_by_people(tree, i) and is_person_role(tree.lemma(doer))


def _is_town(tree: Tree, c: int) -> bool:
    """ "Goma", "the town of Goma"."""
    settled = tree.lemma(c) in load_localities().settled and any(case == "of" and tree.is_named(n, "place") for case, n in tree.preps(c))
    return settled or tree.is_named(c, "place")


def _is_ground_taken(tree: Tree, i: int, sense: Sense) -> bool:
    """ "Rebels retook the market town", "gunmen seized a hotel": by somebody armed or a body with a name."""
    if "seize" not in sense.modes or tree.tokens[i].upos != "VERB":
        return False
    doer, patient, words = tree.agent(i), tree.patient(i), load_localities()
    if doer is None or patient is None or not _is_armed(tree, doer):
        return False
    return tree.is_named(patient, "place") or tree.lemma(patient) in words.taken | words.settled | words.premises


def _is_mishap(tree: Tree, i: int, beside: set[int]) -> bool:
    """Whether one of the words tells of an accident or illness, and not only when, where or to what people it was done."""
    accidents = load_harm().accidents
    return any(not accidents.isdisjoint(_called(tree, j)) and not _is_setting(tree, i, j) for j in beside)


def _is_setting(tree: Tree, i: int, j: int) -> bool:
    """ "Killed a judge during a storm", "at a cholera ward", "a flood victim"."""
    top = j if tree.tokens[j].head == i else tree.tokens[j].head
    return tree.case(top) in _SETTINGS or (top != j and top == tree.patient(i))


def _is_force_on_people(tree: Tree, i: int, sense: Sense) -> bool:
    """ "Gunmen killed two bus drivers", "the militia shot a judge on a bus": by somebody armed or a body with a name, to people."""
    doer, patient = (tree.agent(i), tree.patient(i)) if tree.tokens[i].upos == "VERB" else (None, None)
    if doer is None or patient is None or tree.lemma(doer) in sense.unless:
        return False
    if tree.lemma(patient) in sense.unless and not (tree.tokens[doer].upos == "NOUN" and _bears_arms(tree, doer)):
        return False  # "Zamalek beat their rivals"; "thugs beat up a candidate" is no poll
    harm, whom = load_harm(), tree.lemma(patient)
    return _is_armed(tree, doer) and (harm.is_person(whom) or is_people(whom) or tells_doer(whom))


def _place_told(tree: Tree, i: int) -> frozenset[int]:
    """ "The army set up a checkpoint near a hospital": where somebody armed does it says nothing of what he does."""
    doer = tree.agent(i) if tree.tokens[i].upos == "VERB" else None
    if doer is None or not _is_armed(tree, doer):
        return frozenset()
    phrases = [n for j in (i, *tree.children(i, "obj")) for case, n in tree.preps(j) if case in _WHERE]
    return frozenset(g for n in phrases for g in tree.subtree(n))


def _is_armed(tree: Tree, doer: int) -> bool:
    """Whether who acts bears arms by what the words call him, is a body with a name, or a weapon ("a landmine killed three herders")."""
    if mode_of([tree.lemma(j) for j in range(len(tree))], doer) is not None:
        return True
    if tree.is_named(doer, "organisation") or any(tree.lemma(c) in {"arm", "armed"} for c in tree.children(doer, "acl", "amod")):
        return True
    return _bears_arms(tree, doer)


def _bears_arms(tree: Tree, i: int) -> bool:
    """Whether a noun with the words before it is one for those who bear arms."""
    before = " ".join(tree.tokens[j].text for j in [*tree.children(i, "amod", "compound"), i])
    noun = load_kinds().noun(tree.lemma(i), before)
    return noun is not None and noun.kind in _ARMED


def people_facing_force(tree: Tree, i: int) -> frozenset[int]:
    """ "Football fans clashed with police": the words for both sides of a clash of which one bears arms, else none."""
    sides = [n for case, n in tree.preps(i) if case in {"with", "between", "against"}]
    sides += tree.children(i, *SUBJECTS) if tree.tokens[i].upos == "VERB" else []
    whole = [m for n in sides for m in tree.conjuncts(n)]
    if not any(tree.tokens[n].upos == "NOUN" and _bears_arms(tree, n) for n in whole):
        return frozenset()
    return frozenset(g for n in whole for g in (n, *tree.children(n, "compound", "amod")))


def _joined(tree: Tree, i: int) -> Iterator[int]:
    """The object of a verb; of a noun, the one before it, the one it stands before, and what it is of ("the shooting of a video")."""
    if tree.tokens[i].upos == "VERB":
        patient = tree.patient(i)
        objects = () if patient is None else (*tree.conjuncts(patient), *tree.children(i, "obj"))  # "shot down 19 of 24 drones" has two
        yield from objects
        measured = (o for o in objects if tree.lemma(o) in load_goods().measures)
        yield from (n for o in measured for case, n in tree.preps(o) if case == "of")  # "nine tonnes of ammunition"
        return
    yield from tree.children(i, "compound")
    yield from (n for case, n in tree.preps(i) if case == "of")
    if tree.rel(i) == "compound":
        yield tree.tokens[i].head


def _called(tree: Tree, i: int) -> tuple[str, ...]:
    """A word and its lemma; "a targeted attack" has no target in it, "at close range" no shooting range."""
    text, lemma = tree.tokens[i].text.lower(), tree.lemma(i)
    if tree.tokens[i].upos == "VERB" and lemma in _NOUNS_ONLY:
        return ()
    if lemma == "range" and any(tree.lemma(c) in _CLOSENESS for c in (i - 1, *tree.children(i)) if c >= 0):
        return ()
    return (text,) if tree.rel(i) == "amod" and tree.tokens[i].upos != "NOUN" else (text, lemma)
