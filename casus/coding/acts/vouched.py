"""Who vouches for the act that a group of words tells: its attribution, put together from its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.coding.acts.drafts import Draft
from casus.coding.acts.own_words import in_own_words
from casus.coding.acts.reproach import REPROACH
from casus.coding.scene import Scene
from casus.coding.speech.attribution import Attribution, attribute
from casus.coding.speech.sources import make_source
from casus.coding.syntax import Tree
from casus.model.claim import Source

_CHARGING = frozenset("charge convict sentence arrest jail imprison fine detain prosecute indict try acquit suspend ban hang".split())


def attribution_of(scene: Scene, group: Sequence[Draft], draft: Draft) -> Attribution:
    """Status and voices of the act that `group` tells as `draft` (coding rules, Attribution)."""
    attribution = attribute(scene.report, scene.tree, draft.token, draft.mood, scene.speeches, scene.book.actors)
    attribution = _of_whole(scene, group, attribution)
    attribution = _by_itself(scene, draft, attribution) if draft.sense.id == REPROACH else in_own_words(scene.tree, draft, attribution)
    if not draft.actors and attribution.status == "asserted" and _has_been_accused(scene, draft):
        return _unnamed_accuser(scene, draft, attribution)
    return attribution


def _of_whole(scene: Scene, group: Sequence[Draft], attribution: Attribution) -> Attribution:
    """A group told partly as said by others is as strong as its strongest qualifier, with all its voices."""
    for other in group[1:]:
        said = attribute(scene.report, scene.tree, other.token, other.mood, scene.speeches, scene.book.actors)
        if said.told and said.sources and not attribution.sources:
            status = said.status if attribution.status == "asserted" else attribution.status
            attribution = replace(attribution, sources=said.sources, status=status, rule=said.rule)
        elif said.told and said.status == "hedged" and attribution.status in {"asserted", "attributed"}:
            attribution = replace(attribution, status="hedged", rule=said.rule)
    return attribution


def _by_itself(scene: Scene, draft: Draft, attribution: Attribution) -> Attribution:
    """A reproach rests on the word of the one who makes it."""
    speech = next(s for s in scene.speeches if s.verb == draft.token and s.source is not None)
    source = make_source(scene.report, scene.tree, speech, scene.book.actors)
    return replace(attribution, status="attributed", sources=(source, *attribution.sources))


def _has_been_accused(scene: Scene, draft: Draft) -> bool:
    """ "Has been accused of"; that somebody was criticised, impeached or charged by law is no hearsay, whoever did it."""
    if scene.tree.lemma(draft.token) in _CHARGING:
        return False
    accuses = scene.book.speech.verbs.get(scene.tree.lemma(draft.token)) == "accuses"
    return draft.sense.type == "ACCUSE" and accuses and scene.tree.passive(draft.token)


def _unnamed_accuser(scene: Scene, draft: Draft, attribution: Attribution) -> Attribution:
    """ "Has been accused of": somebody accuses, nobody is named; the accusing itself is hearsay (coding rules, Attribution)."""
    evidence = scene.report.evidence("source", *scene.tree.span(draft.token, draft.token + 1), "agentless accusation")
    source = Source("unnamed", "unknown", scene.tree.tokens[draft.token].text, "accuses", evidence)
    return replace(attribution, status="attributed", sources=(source,), rule="agentless accusation")


def is_only_alleged(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """What somebody is accused of or punished for ("jailed for insulting judges") is the content of that, no act of its own."""
    if _is_charge(scene.tree, draft.token):
        return True
    accusing = {d.token for d in drafts if d.sense.type == "ACCUSE" and d.token != draft.token}
    return any(s.stance == "accuses" and s.verb in accusing and draft.token in s.scope for s in scene.speeches)


def _is_charge(tree: Tree, token: int) -> bool:
    head = tree.tokens[token].head
    charged = tree.rel(token) == "advcl" and head >= 0 and tree.lemma(head) in _CHARGING
    return charged and any(tree.lemma(c) in {"for", "of", "with", "over"} for c in tree.children(token, "mark", "case"))
