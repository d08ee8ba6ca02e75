"""Victims: those whom a sentence tells an act killed, hurt or took are whom it was done to, beside those its verb names.

"Militants attacked a post; a guard was killed and two others were hurt": the post, the guard, the two others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.kinds import singular
from casus.coding.acts.drafts import Draft
from casus.coding.acts.fillers import is_nobody
from casus.coding.harm.harmed import Harm
from casus.coding.harm.people import is_company, is_somebody
from casus.coding.numbers import Number
from casus.coding.roles.bearers import by_two_roles
from casus.coding.roles.parties import make_party, named_after
from casus.coding.scene import Scene
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import Party

_ATTACKERS = frozenset("attacker assailant bomber perpetrator gunman shooter hijacker kidnapper suspect aggressor".split())
"""Who dies in his own attack is none of its victims."""
_FORCES = frozenset({"military", "police", "armed-group", "militia", "unnamed-armed"})
_HURT = frozenset({"killed", "injured", "killed_or_injured"})
_OTHERS = frozenset({"another", "other", "others", "one", "dozens", "scores", "hundreds", "several", "many"})
_MULTITUDES = frozenset({"hundred", "thousand", "dozen", "score"})
_POINTING = frozenset("he him she her they them".split())
_COUNTS = frozenset("number toll tally count total".split())
"""Words for how many, and for nobody ("the number of dead")."""
HARMED = "harmed in it"
"""The rule of a recipient who is one only because he was harmed."""
FIGURE = "so many harmed in it"
"""The rule of a recipient who is only a figure."""
_TOGETHER = "harmed along with them"


def with_victims(scene: Scene, draft: Draft, harms: Sequence[Harm]) -> Draft:
    """The draft with those harmed in it among its recipients; who is taken counts only beside others who were."""
    if draft.sense.type not in {"ASSAULT", "COERCE"}:
        return draft
    draft = replace(draft, recipients=tuple(_without_own_dead(scene, draft)))
    added: list[Party] = []
    for people, rule in _harmed(scene, draft, harms):
        party = make_party(scene.report, scene.tree, people, role="recipient", table=scene.book.actors, rule=rule)
        if rule == _TOGETHER or not _is_own_loss(party, draft):
            added.append(party)
    if draft.sense.type == "ASSAULT" or not (draft.recipients or added):
        added += (_of_figure(scene, n) for n in _figures_alone(scene, draft, added, harms))
    return replace(draft, recipients=(*draft.recipients, *added)) if added else draft


def _without_own_dead(scene: Scene, draft: Draft) -> Iterator[Party]:
    """ "Ten soldiers and five militants died when militants attacked a post": beside others, the attackers' own dead are no recipients."""
    own = [p for p in draft.recipients if _is_own_loss(p, draft) and not p.evidence.rule.startswith(f"{draft.sense.id}:")]
    told = len(own) < len(draft.recipients)
    yield from (p for p in draft.recipients if not (told and p in own))


def _figures_alone(scene: Scene, draft: Draft, added: Sequence[Party], harms: Sequence[Harm]) -> Iterator[Number]:
    """ "Killed a guard and wounded 12", "left 19 injured": figures of people whom no noun names and no party of the act holds."""
    spans = [(p.evidence.start, p.evidence.end) for p in (*draft.recipients, *draft.actors, *added)]
    kinds = _HURT if draft.sense.type == "ASSAULT" else {"captured"}
    for harm in harms:
        head = scene.tree.tokens[harm.people.head] if harm.people is not None else None
        bare = head is None or head.upos == "NUM" or (head.text.lower() == "more" and head.upos == "ADJ") or _is_multitude(scene, harm)
        at = scene.tree.tokens[harm.number.first].start if harm.number is not None else -1
        if harm.number is None or not bare or harm.kind not in kinds or harm.toll or any(a <= at < b for a, b in spans):
            continue
        if harm.number.best != 1 or _is_told_behind(scene, harm.number.last):  # not "six were shot, one fatally"
            yield harm.number


def _is_multitude(scene: Scene, harm: Harm) -> bool:
    """ "Hundreds were detained"."""
    head = harm.people.head if harm.people is not None else -1
    return harm.kind == "captured" and head >= 0 and scene.tree.lemma(head) in _MULTITUDES and not scene.tree.children(head, "nmod")


def _of_figure(scene: Scene, number: Number) -> Party:
    """ "12" as a party: so many people, or so many that the word behind says were hurt ("19 injured")."""
    tree, behind = scene.tree, _is_told_behind(scene, number.last)
    first, last = number.first, number.last + behind
    evidence = scene.report.evidence("recipient", *tree.span(first, last), FIGURE)
    bare = behind or tree.lemma(number.last - 1) in _MULTITUDES
    return Party(f"{evidence.words}{'' if bare else ' people'}", evidence)


def _is_told_behind(scene: Scene, at: int) -> bool:
    """Whether the word behind a figure says what befell them ("19 injured", "one dead")."""
    words = scene.book.harm
    return at < len(scene.tree) and scene.tree.tokens[at].text.lower() in {*words.participles, *words.adjectives}


def _harmed(scene: Scene, draft: Draft, harms: Sequence[Harm]) -> Iterator[tuple[Phrase, str]]:
    """The phrases for people harmed that are no party yet, each once."""
    tree = scene.tree
    spans = [(p.evidence.start, p.evidence.end) for p in (*draft.recipients, *draft.actors)]
    hurt = [h for h in harms if not h.none and h.kind in _HURT | {"captured"}]
    for people in dict.fromkeys(h.people for h in hurt if h.people is not None and tree.lemma(h.people.head) not in _COUNTS):
        start, end = tree.span(people.first, people.last)
        at = tree.tokens[people.head].start
        company = is_company(tree, people.head, tree.case(people.head)) and bool(draft.recipients)
        beside = [*tree.children(people.head, "appos", "flat")]
        beside += [tree.tokens[people.head].head] if tree.rel(people.head) == "appos" else []
        beside += [i for i in (named_after(tree, people.head),) if i is not None]
        names = [tree.tokens[i].start for i in beside]
        over = tree.tokens[people.head].head if tree.rel(people.head) == "conj" else people.head
        names += [tree.tokens[p.head].start for p in by_two_roles(tree, over)]
        if any(start <= a < end or any(a <= i < b for i in (at, *names)) for a, b in spans):
            continue
        if company or (draft.sense.type == "ASSAULT" and _is_victim(scene, people)):
            spans.append((start, end))
            yield _by_name(tree, people), _TOGETHER if company else HARMED


def _by_name(tree: Tree, people: Phrase) -> Phrase:
    """ "An official named Ana Ruiz": the name, where one follows; else the words."""
    at = named_after(tree, people.head)
    name = next((n for n in tree.sentence.names if n.first == at), None)
    return people if name is None or at is None else Phrase(name.first, name.last, at)


def _is_victim(scene: Scene, people: Phrase) -> bool:
    """Whether a phrase names people by what they are: no pronoun, no word for the harm itself ("57 deaths"), none who attacked."""
    lemma, token = scene.tree.lemma(people.head), scene.tree.tokens[people.head]
    if is_nobody(scene.tree, people):
        return False
    if token.text.lower() in _OTHERS:
        return token.upos != "NUM" or not _is_told_behind(scene, people.head + 1)
    if token.text.lower() in _POINTING:
        return True
    words = scene.book.harm
    return token.upos in {"NOUN", "PROPN"} and lemma not in {*words.nouns, *_ATTACKERS} and is_somebody(scene.tree, people.head, words)


def _is_own_loss(party: Party, draft: Draft) -> bool:
    """Militants who die in an attack by militants, soldiers in one by soldiers, are their own losses; so is a bomber."""
    attacker = bool(_ATTACKERS & {singular(w) for w in party.name.lower().split()})
    return attacker or (party.kind in _FORCES and any(a.kind == party.kind for a in draft.actors))
