"""Doubts: why an act that its words tell is not certain. Two keys: a strong frame, or a weak one with violent words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook.instruments import mode_of
from casus.codebook.kinds import is_people
from casus.coding.acts.captions import is_spoken_of_in_caption
from casus.coding.acts.drafts import Draft
from casus.coding.acts.elsewhere import Telling, field_of, load_fields, trade_of, words_of
from casus.coding.acts.excluded import matter_of, told_over
from casus.coding.acts.figurative import unmeant_of
from casus.coding.acts.finding import Trigger
from casus.coding.acts.incidental import incidental_of
from casus.coding.acts.marks_of_killing import shows_killing
from casus.coding.acts.matters import topic_of
from casus.coding.acts.mischance import mischance_of
from casus.coding.acts.stances import is_stance
from casus.coding.harm.harmed import Harm
from casus.coding.mood.general import is_general, is_only_done
from casus.coding.roles.answerable import is_blamed
from casus.coding.roles.guards import allows
from casus.coding.scene import Scene
from casus.coding.syntax import Tree
from casus.model.when import DateRange

_MUNITIONS = frozenset("shell bomb mine landmine ied grenade ordnance explosive device torpedo warhead munition suitcase".split())
_IDLE = frozenset({"case", "cc", "punct", "conj", "mark", "advmod", "compound"})
_WORDED = frozenset({"REQUEST", "REJECT"})
_UNMEANT = frozenset("accidentally accidental prematurely premature".split())
_BY_CHANCE = frozenset({"accidental", "accidentally", "unintentionally", "unintentional", "celebratory", "misfire", "misfired"})
_FALLING = frozenset({"slip", "fall", "stumble", "drown", "trip", "topple", "choke"})
_HITTING = frozenset({"shooting", "firing", "strike", "killing", "wounding", "injuring", "explosion"})
_GOING_OFF = frozenset({"go", "discharge", "misfire"})
_RUNNING_INTO = frozenset({"hit", "strike", "knock", "run", "mow", "crush", "ram"})
_HARMING = frozenset({"killing", "wounding", "injuring"})
_ONESELF = frozenset("himself herself themselves itself".split())
_BY_ONESELF = frozenset({"self-inflicted", "inflicted"})
_DISPOSING = frozenset({"blow", "destroy"})
_BEGINNING = frozenset({"take", "come", "go", "enter", "begin", "start", "commence"})
_ALONE = frozenset({"begin", "start", "commence"})
_REFERRING = frozenset({"of", "by", "from", "since", "before", "like", "than"})
_REFERRING_TO = frozenset({"to", "about", "since", "before", "like", "than"})
"""Prepositions by which a noun mostly refers to an act of violence; to other acts."""
WEAK = "a weak word, and no weapon and victim beside it"
"""The doubt that only words beside it could lift."""
_ARMS = frozenset(
    "firearms explosives suicide-attack abduct heavy-weapons aerial drone targeted primitive unconventional crowd-control".split()
)
_HIT = frozenset("civilians person military police armed-group militia unnamed-armed government media party".split())
_PRIVATE = frozenset({"civilians", "person", "unknown", "collective"})


def doubt_of(scene: Scene, group: Sequence[Draft], draft: Draft, harms: Sequence[Harm], when: DateRange | None, *, placed: bool) -> str:
    """Why an act is not certain, "" where it is; `when` is its own date, `placed`: words beside it say where."""
    telling = _telling(scene, group, draft, harms, when)
    field = field_of(scene.tree, draft.sense.type, scene.beside, telling)
    armed = any(d.sense.modes for d in group)
    numbered = any(h.number is not None for h in harms)
    counted = (armed or telling.weapon) and numbered
    stands = (field == "mishap" and (armed or not draft.harmful)) or (field == "sport" and counted)
    if field is not None and not stands:
        return f"words of another field ({field}) stand beside it"
    if scene.genre == "sport":
        return "the report is one of sport"
    if draft.sense.type == "ASSAULT":
        violent = _unlike_violence(scene, group, draft, harms, telling, placed=placed)
        if violent:
            return violent
    elsewhere = mischance_of(scene, draft) or unmeant_of(scene.tree, draft, tolled=bool(harms)) or incidental_of(scene, draft, when)
    if elsewhere or (not numbered and (elsewhere := topic_of(scene, draft, when))):
        return elsewhere
    if _is_state_of_mind(scene.tree, draft) or _is_showing(scene.tree, draft):
        return "a word that tells how somebody is, or shows something"
    if when is None and _is_qualifying(scene.tree, draft):
        return "told only to say which words are meant"
    if (when is None and is_stance(scene, draft)) or _only_tells(scene.tree, draft):
        return "a standing position, or a voice for what it tells"
    bare = when is None and not harms and not draft.harmful and not is_blamed(scene, draft)
    if (bare and _only_refers(scene.tree, draft)) or is_spoken_of_in_caption(scene.tree, draft):
        return "a noun that only refers to an act"
    if _is_bare(scene.tree, draft, told=bool(harms) or when is not None):
        return "a bare noun that says nothing of any one act"
    if draft.certain or not all(d.sense.weak for d in group):
        return "" if draft.certain else _undescribed(scene.tree, draft)
    armed = (telling.weapon or shows_killing(scene, draft)) and not is_general(scene.tree, draft.trigger)  # "its jets strike only camps"
    keyed = (draft.sense.type == "ASSAULT" and armed and bool(harms or draft.recipients)) or _begins(scene.tree, draft)
    return "" if keyed else WEAK


def _undescribed(tree: Tree, draft: Draft) -> str:
    """Why a draft is not certain of its parties, or of being one act at all."""
    if is_general(tree, draft.trigger) and is_only_done(tree, draft.token):
        return "told as what is usual"
    return "a role that the sense needs is not filled, or the words only describe"


def _is_done_with_arms(draft: Draft) -> bool:
    """ "A boxer was shot dead at the gym", "rebels killed two players": people hit by a weapon or carried off, or the armed doing it."""
    hit = any(p.kind in _HIT for p in draft.recipients)
    by_armed = _is_by_armed(draft)
    return hit or by_armed if _ARMS & set(draft.sense.modes) else hit and by_armed and draft.harmful


def _is_by_armed(draft: Draft) -> bool:
    """Whether those who do it may bear arms; a state's name alone tells nothing of it."""
    return any(p.kind != "state" and allows(("armed",), p.kind) for p in draft.actors)


def _is_device(tree: Tree, draft: Draft, group: Sequence[Draft]) -> bool:
    """ "A bomb exploded": the bomb is the means of what another word tells."""
    over = tree.tokens[draft.token].head
    return tree.lemma(draft.token) in _MUNITIONS and tree.rel(draft.token) == "nsubj" and over in {d.token for d in group}


def _begins(tree: Tree, draft: Draft) -> bool:
    """ "A ceasefire took effect at noon", "the truce began": a truce that is told to begin."""
    verb = tree.tokens[draft.token].head
    if draft.sense.id != "ceasefire" or verb < 0 or tree.rel(draft.token) != "nsubj" or tree.lemma(verb) not in _BEGINNING:
        return False
    below = {tree.lemma(c) for c in tree.children(verb, "obj", "obl", "xcomp", "advmod")}
    return tree.lemma(verb) in _ALONE or bool(below & {"hold", "effect", "force"})


def _unlike_violence(scene: Scene, group: Sequence[Draft], draft: Draft, harms: Sequence[Harm], telling: Telling, *, placed: bool) -> str:
    """Why a word of violence tells none here, "" where nothing speaks against it."""
    if scene.genre == "accident" and not _is_done_by_hands(draft, group):
        return "the report tells of an accident, and nobody does this"
    if scene.genre == "obituary" and telling.when is None:
        return "the report tells of a life, and this of no day in it"
    if not (draft.actors or draft.recipients or harms or placed):
        return "no actor, recipient, figure or place stands beside the word"
    if draft.mood.kind == "planned" and not draft.actors:
        return "foretold, nobody's plan"
    if any(_is_mishap(scene.tree, d) for d in group) or (not _is_armed(draft) and _is_by_chance(scene, draft)):
        return "told as an accident"
    if _is_to_oneself(scene.tree, draft):
        return "done to oneself"
    if _is_hunt(scene, draft):
        return "done to wild animals"
    if _is_disposal(scene.tree, draft):
        return "munitions are made harmless"
    return ""


def _telling(scene: Scene, group: Sequence[Draft], draft: Draft, harms: Sequence[Harm], when: DateRange | None) -> Telling:
    """How the act is told: on which day, in passing, between private people, by whom armed, with which weapon and harm."""
    lemmas = [scene.tree.lemma(i) for i in range(len(scene.tree))]
    told = {d.token for d in group if not _is_device(scene.tree, d, group)}
    armed = _is_by_armed(draft)
    named_by_trade = armed or any(p.kind == "government" for p in draft.actors) or "arrest" in draft.sense.modes
    return Telling(
        when=when,
        passing=_is_in_passing(scene.tree, draft.trigger),
        private=all(p.kind in _PRIVATE for p in draft.actors),
        armed=armed,
        weapon=any(mode_of(lemmas, i) for i in range(len(lemmas)) if i not in told),
        with_arms=_is_done_with_arms(draft),
        harm=any(h.number is not None for h in harms),
        trade=(trade_of(scene.tree, draft.token) if named_by_trade else frozenset()) | _matter(scene, draft),
    )


def _matter(scene: Scene, draft: Draft) -> frozenset[int]:
    """What people protest over, which may be a market's doing ("protests over the fall of the currency")."""
    tree, i = scene.tree, draft.token
    begun = draft.sense.type == "PROTEST" and draft.trigger.form == "noun" and tree.rel(i).startswith("nsubj")
    return matter_of(tree, i, draft.sense.type) | (told_over(tree, tree.tokens[i].head) if begun else frozenset())


def _is_in_passing(tree: Tree, trigger: Trigger) -> bool:
    """Whether an act only tells which people or things are meant: "the student killed by police", "victims of the bombing"."""
    if trigger.form == "noun" and trigger.light is None:
        return not tree.rel(trigger.token).startswith("nsubj")
    token = trigger.token if trigger.light is None else trigger.light
    if tree.rel(token) == "advcl" and tree.tokens[token].xpos == "VBN" and not tree.children(token, "aux", "aux:pass"):
        return True
    return any(tree.rel(i).startswith("acl") for i in (token, *tree.ancestors(token)))


def _is_bare(tree: Tree, draft: Draft, *, told: bool) -> bool:
    """ "Through speech or protests": an act noun of nobody, nowhere, without a word beside it, that no verb tells of."""
    i = draft.token
    if tree.lemma(i) == "protest" and tree.case(i) == "in" and not tree.children(i, "det", "amod"):
        return True
    if draft.trigger.form != "noun" or draft.trigger.light is not None or told or draft.actors or draft.recipient_acts:
        return False
    kept = [c for c in tree.children(i) if tree.rel(c) not in _IDLE and not (tree.rel(c) == "nmod" and _is_anybody(tree, c))]
    return not kept and not tree.rel(i).startswith("nsubj") and tree.rel(i) != "root"


def _only_refers(tree: Tree, draft: Draft) -> bool:
    """ "In reply to the probe", "since the invasion", "victims of bombings": no verb tells it, no day or figure stands beside it."""
    trigger = draft.trigger
    if trigger.form != "noun" or trigger.light is not None or tree.rel(trigger.token).startswith("nsubj"):
        return False
    return tree.case(trigger.token) in (_REFERRING if draft.sense.type == "ASSAULT" else _REFERRING_TO)


def _is_state_of_mind(tree: Tree, draft: Draft) -> bool:
    """ "Tired, resigned and not hopeful": a participle among adjectives."""
    i = draft.token
    if draft.trigger.form != "verb" or tree.tokens[i].xpos not in {"VBN", "JJ"} or tree.children(i, "aux", "aux:pass", "obj", "obl:agent"):
        return False
    joined = [*tree.children(i, "conj"), *([tree.tokens[i].head] if tree.rel(i) == "conj" else [])]
    return any(tree.tokens[j].upos == "ADJ" and tree.tokens[j].xpos in {"JJ", "JJR"} for j in joined)


def _is_showing(tree: Tree, draft: Draft) -> bool:
    """ "The ruling demonstrates their fear": what is demonstrated is no protest."""
    shown = draft.trigger.form == "verb" and tree.lemma(draft.token) == "demonstrate"
    return shown and bool(tree.children(draft.token, "obj", "ccomp"))


def _is_qualifying(tree: Tree, draft: Draft) -> bool:
    """ "The access demanded by donors": a participle that says which thing is meant, of an act of words."""
    i = draft.token
    worded = draft.sense.type in _WORDED or tree.lemma(i) == "suspect"  # "men suspected to be rebels"
    return draft.trigger.form == "verb" and worded and tree.tokens[i].xpos == "VBN" and tree.rel(i) in {"acl", "amod"}


def _only_tells(tree: Tree, draft: Draft) -> bool:
    """ "Villagers alleged that ...", "..., the mayor alleged": who tells of an act, not who accuses."""
    if draft.sense.id != "allege-of":
        return False
    fronted = any(c < draft.token for c in tree.children(draft.token, "ccomp"))
    return fronted or all(p.kind == "civilians" for p in draft.actors)


def _is_anybody(tree: Tree, i: int) -> bool:
    """A bare plural ("in churches", "on civilians")."""
    return tree.tokens[i].xpos == "NNS" and all(tree.rel(c) in _IDLE for c in tree.children(i))


def _is_mishap(tree: Tree, draft: Draft) -> bool:
    """ "The device detonated accidentally", "an accidental blast", "a pistol went off": nobody meant it (PLOVER: deliberate violence)."""
    i = draft.token
    if any(tree.tokens[c].text.lower() in _UNMEANT for c in tree.children(i, "advmod", "amod")):
        return True
    lemmas = [tree.lemma(j) for j in range(len(tree))]
    fired = tree.children(i, "nsubj", "nsubj:pass") if draft.trigger.form == "verb" and tree.lemma(i) in _GOING_OFF else ()
    return any(mode_of(lemmas, c) == "firearms" for c in fired)


def _is_by_chance(scene: Scene, draft: Draft) -> bool:
    """Whether the sentence or its neighbours call it an accident, or a vehicle ran into somebody ("killed when hit by a lorry")."""
    tree = scene.tree
    if draft.sense.id in _HITTING and _BY_CHANCE & (scene.beside | words_of(tree)):
        return True
    if not draft.actors and _is_fall(tree, draft):
        return True
    if not draft.harmful or draft.actors:
        return False
    struck = [i for i in range(len(tree)) if tree.tokens[i].upos == "VERB" and tree.lemma(i) in _RUNNING_INTO]
    return any(tree.lemma(n) in load_fields()["vehicle"] for i in struck for n in _which_ran_into(tree, i))


def _which_ran_into(tree: Tree, i: int) -> tuple[int, ...]:
    """ "Hit by a lorry", "a lorry hit her": what hit somebody; a lorry that hits a mine hits nobody."""
    if tree.passive(i):
        return tuple(n for case, n in tree.preps(i) if case == "by")
    hit = tree.patient(i)
    person = hit is not None and (tree.tokens[hit].upos == "PRON" or is_people(tree.lemma(hit)))
    return tree.children(i, "nsubj") if person else ()


def _is_fall(tree: Tree, draft: Draft) -> bool:
    """ "Was killed after slipping and falling from a ridge", "fell from a window"."""
    i = draft.token
    if tree.lemma(i) == "fall" and any(case == "from" for case, _ in tree.preps(i)):
        return True
    if not draft.harmful:
        return False
    below = [j for c in tree.children(i, "advcl") for j in (c, *tree.children(c, "conj"))]
    told = any(tree.lemma(c) in {"after", "when"} for j in below for c in tree.children(j, "mark"))
    return told and any(tree.tokens[j].upos == "VERB" and tree.lemma(j) in _FALLING for j in below)


def _is_armed(draft: Draft) -> bool:
    """Whether somebody who bears arms for a cause or a state does it."""
    return any(p.kind not in _PRIVATE and p.kind != "unnamed-armed" for p in draft.actors)


def _is_to_oneself(tree: Tree, draft: Draft) -> bool:
    """ "Set himself on fire", "shot and killed herself", "a self-inflicted wound": no violence against others.

    A suicide attack has words of its own.
    """
    i = draft.token
    if any(tree.tokens[c].text.lower() in _BY_ONESELF for c in tree.children(i, "amod", "compound")):
        return True
    if draft.trigger.form != "verb" or "suicide-attack" in draft.sense.modes:
        return False
    told = (i, *(c for c in tree.children(i, "conj") if tree.tokens[c].upos == "VERB" and not tree.children(i, "obj")))
    fired = [v for case, n in tree.preps(i) if case == "by" for v in tree.children(n, "acl:relcl", "acl")]  # "the bullet he fired"
    hurt = [c for v in told for c in tree.children(v, "obj")] + [n for v in (i, *fired) for case, n in tree.preps(v) if case == "at"]
    return any(tree.tokens[c].text.lower() in _ONESELF and not _and_others(tree, c) for c in hurt)


def _is_hunt(scene: Scene, draft: Draft) -> bool:
    """ "Poachers killed three rhinos": no violence against people; the cattle of herders are property."""
    words = scene.book.harm
    hit = scene.tree.patient(draft.token) if draft.trigger.form == "verb" and draft.recipients else None
    return hit is not None and all(scene.tree.lemma(i) in words.animals - words.herds for i in scene.tree.conjuncts(hit))


def _and_others(tree: Tree, i: int) -> bool:
    """ "Killed himself and six worshippers"."""
    return any(tree.tokens[c].upos == "NOUN" and tree.children(c, "nummod") for c in tree.children(i, "conj"))


def _is_disposal(tree: Tree, draft: Draft) -> bool:
    """ "Blew up an old shell found by a builder": what is destroyed is itself something that explodes."""
    if draft.trigger.form != "verb" or tree.lemma(draft.token) not in _DISPOSING:
        return False
    patient = tree.patient(draft.token)
    return patient is not None and all(tree.lemma(i) in _MUNITIONS for i in tree.conjuncts(patient))


def _is_done_by_hands(draft: Draft, group: Sequence[Draft]) -> bool:
    """Whether violence has a doer or a weapon of its own, in a story of an accident: "an explosion" there has neither."""
    armed = any(allows(("armed",), p.kind) for p in draft.actors)
    by_nobody = draft.sense.id in _HARMING and not draft.actors
    plain = not by_nobody and not any(d.harmful or d.sense.weak for d in group)
    return armed or plain or any(d.sense.modes and not d.sense.weak for d in group)
