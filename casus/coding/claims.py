"""Claims: what one sentence tells, each act with its parties, sources, status, figures, date and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from casus.coding.acts.crowds import as_protest
from casus.coding.acts.dealt_with import is_dealt_with
from casus.coding.acts.doubts import doubt_of
from casus.coding.acts.drafts import Draft, make_draft
from casus.coding.acts.each_place import each_of
from casus.coding.acts.earlier import EARLIER
from casus.coding.acts.filling import VERBAL, Taken
from casus.coding.acts.finding import Trigger, find_triggers, noun_senses
from casus.coding.acts.interceptions import as_of_weapons, is_interception
from casus.coding.acts.joining import join, merged
from casus.coding.acts.means import modes_of, without_tools
from casus.coding.acts.outermost import outermost, told_once
from casus.coding.acts.refusals import as_refusal, find_refusals
from casus.coding.acts.reproach import find_unworded
from casus.coding.acts.setting import when, where
from casus.coding.acts.spoken_of import About, spoken_of
from casus.coding.acts.threatened import is_threatened, with_threatened
from casus.coding.acts.topics import is_topic_of_protest
from casus.coding.acts.type_head import weighed
from casus.coding.acts.vouched import attribution_of, is_only_alleged
from casus.coding.acts.warnings import as_threat, find_warnings
from casus.coding.before import by_itself_before, is_earlier
from casus.coding.harm.aggregates import is_aggregate
from casus.coding.harm.bare_tolls import bare_toll, by_voice
from casus.coding.harm.counts import COUNTED, count_of, size_of
from casus.coding.harm.harmed import Harm
from casus.coding.harm.of_act import harms_of_acts
from casus.coding.harm.own_dead import without_own_dead
from casus.coding.harm.takings import find_taken
from casus.coding.harm.victims import with_victims
from casus.coding.mood.due import still_to_come
from casus.coding.places.finding import PlaceMention
from casus.coding.roles.aboard import with_aboard
from casus.coding.roles.answerable import is_blamed, with_answerable
from casus.coding.roles.charged import with_charged
from casus.coding.roles.likely import Likely, find_likely, with_likely
from casus.coding.roles.named_among import with_named_among
from casus.coding.scene import Scene
from casus.coding.speech.attribution import ONLY_WHO, Attribution, told_though_denied
from casus.coding.speech.callers import with_callers
from casus.coding.speech.denied_detail import without_denied_details
from casus.coding.speech.denied_doing import denies_only_doing
from casus.coding.speech.known import taken_as_known
from casus.coding.syntax import Tree
from casus.model.claim import Claim, Reason, Status
from casus.model.place import Place
from casus.model.text import Evidence

_SAID = frozenset({"denied", "attributed"})
_ABOUT = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
"""Acts of words that may be about what somebody did ("hailed the release of the nuns", "welcomed the truce")."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as coded from its sentence, with what later stages need: its place mention, and acts it speaks of.

    `known` says how its words only name the act or point back to it; empty where they tell it.
    """

    claim: Claim
    place: PlaceMention | None
    definite: bool
    harmful: bool
    speaks_of_act: bool
    toll: bool = False
    speaks_of_deed: bool = False
    about: About | None = None
    known: str = ""


def claims_of(scene: Scene) -> tuple[Told, ...]:
    """Every claim of a sentence, in text order."""
    found = find_triggers(scene.tree, scene.book.frames)
    taken = Taken(frozenset(t.token for t in found), _timed(scene))
    made = [d for t in outermost(scene.tree, found) if (d := make_draft(scene.report, scene.tree, t, taken, scene.book)) is not None]
    made = without_tools(scene.tree, told_once(scene.tree, made))
    made = [as_refusal(scene.tree, d, scene.book) for d in made]
    made = [as_protest(scene.tree, d, made, scene.book) for d in made]
    made = [as_threat(scene.report, scene.tree, d, made, scene.book) for d in made]
    drafts = [*made, *find_unworded(scene.report, scene.tree, scene.speeches, scene.book)]
    drafts += find_refusals(scene.report, scene.tree, drafts, scene.book)
    drafts += find_warnings(scene.report, scene.tree, drafts, scene.book)
    groups = join(scene.tree, drafts, frozenset(p.lemma for p in scene.book.frames.light.causal))
    scene = replace(scene, harms=(*scene.harms, *find_taken(scene, drafts)))
    figures = harms_of_acts(scene, groups)
    likely = find_likely(scene, groups)
    parts = [part for k, group in enumerate(groups) for part in each_of(scene, group, figures.get(k, ()))]
    found_of = [(p, _told(p.scene, p.group, drafts, p.harms, likely)) for p in parts]
    told = [replace(t, claim=p.marked(t.claim)) for p, t in found_of if t is not None]
    owned = {id(h) for harms in figures.values() for h in harms}
    loose = [h for h in scene.harms if id(h) not in owned and not h.part and h.kind in COUNTED]
    kept = without_denied_details(scene, [t.claim for t in told])
    left = {id(c) for c in kept}
    keyed = (replace(t, claim=weighed(t.claim, scene.tree, found, scene.book)) for t in told if id(t.claim) in left)
    tolls = (_toll(scene, harms, drafts, kept) for harms in by_voice(scene, loose))
    return (*keyed, *(t for t in tolls if t is not None))


def _toll(scene: Scene, harms: Sequence[Harm], drafts: Sequence[Draft], kept: Sequence[Claim]) -> Told | None:
    """Harm that no act of the sentence owns, on one voice's word."""
    found = bare_toll(scene, harms)
    if found is None:
        return None
    toll = as_of_weapons(scene.tree, found[0], drafts, harms)
    if is_earlier(scene.tree, min(h.predicate for h in harms), drafts, harm=True):
        toll = toll.because("act", EARLIER)
    if toll not in without_denied_details(scene, [*kept, toll]):
        return None
    return Told(toll, found[1], False, True, False, toll=True)


def _timed(scene: Scene) -> frozenset[int]:
    """Tokens of the sentence that belong to a time expression."""
    spans = [(d.evidence.start, d.evidence.end) for d in scene.dates if d.evidence is not None]
    named = {i for n in scene.sentence.names if n.kind == "time" for i in range(n.first, n.last)}  # "the New Year's attack"
    return frozenset(i for i, t in enumerate(scene.tree.tokens) if i in named or any(a <= t.start < b for a, b in spans))




def _told(scene: Scene, group: Sequence[Draft], drafts: Sequence[Draft], harms: tuple[Harm, ...], likely: Sequence[Likely]) -> Told | None:
    draft = still_to_come(scene, merged(group))
    attribution = attribution_of(scene, group, draft)
    if attribution.rule.endswith(ONLY_WHO):
        draft = replace(draft, actors=tuple(replace(p, suspected=True) for p in draft.actors))
    if attribution.status in _SAID and denies_only_doing(scene.tree, draft.token, scene.speeches, scene.book.speech):
        draft = replace(draft, actors=())
        attribution = told_though_denied(attribution)
    if any(is_content(scene.tree, draft, drafts) for is_content in (is_topic_of_protest, is_threatened, is_dealt_with)):
        return None
    draft = with_threatened(scene.tree, draft, drafts)
    if (draft.sense.type != "ASSAULT" and is_only_alleged(scene, draft, drafts)) or is_interception(scene.tree, draft, harms):
        return None
    whole = without_own_dead(scene, draft, [h for h in harms if not h.part])
    nobody = any(h.none for h in whole)
    if not (attribution.told or nobody) or (_empty_mention(draft, whole) and not is_blamed(scene, draft)):
        return None
    undone = all(d.harmful or d.mood.kind == "negated" for d in group)
    if nobody and undone and (len(group) == 1 or not all(d.harmful for d in group)):
        return None
    located = where(scene, group)
    mention = located.mention if located is not None else None
    draft = with_named_among(scene, with_aboard(scene, with_victims(scene, _without_act_words(draft), whole)))
    speaks_of = not draft.recipients and draft.sense.type in VERBAL and _speaks_of_violence(scene, draft)
    claim = with_answerable(scene, _claim(scene, group, draft, drafts, attribution, whole, mention), group)
    claim = with_charged(scene, with_likely(scene, claim, group, likely), group)
    claim = with_callers(scene, claim, draft.token)
    claim = claim.because("place", located.rule) if located is not None else claim
    if speaks_of:
        claim = _against_actor_of(claim, draft, drafts)
    others = [d for d in drafts if d.token not in {g.token for g in group}]
    if any(is_earlier(scene.tree, g.token, others, harm=g.harmful or bool(whole)) for g in group):
        claim, mention = by_itself_before(scene, draft.token, claim, mention)
    return Told(claim, mention, draft.definite and not draft.actors, draft.harmful, speaks_of and not claim.recipients,
                any(h.toll for h in whole), draft.sense.type in _ABOUT and bool(_spoken_of(scene, draft) - VERBAL),
                spoken_of(scene.tree, draft), _known(scene, group))  # fmt: skip


def _known(scene: Scene, group: Sequence[Draft]) -> str:
    found = [taken_as_known(scene.tree, d.token) for d in group]
    return found[0] if all(found) else ""


def _speaks_of_violence(scene: Scene, draft: Draft) -> bool:
    """ "Condemned the raid", "the courthouse attack" speak of who raided; "vetoed the resolution" of nobody told before."""
    return bool(_spoken_of(scene, draft) & {"ASSAULT", "COERCE"})


def _spoken_of(scene: Scene, draft: Draft) -> frozenset[str]:
    """The types of the acts that an act of words speaks of, as their nouns have them."""
    found = (noun_senses(scene.tree, i, scene.book.frames) for i in draft.recipient_acts)
    return frozenset(senses[0].type for senses in found if senses)


_ACT_WORDS = frozenset("operation offensive incident violence incursion move action escalation aggression atrocity crime carnage".split())


def _without_act_words(draft: Draft) -> Draft:
    """ "condemned the operation" concerns whoever did it, like "condemned the attack"."""
    if draft.sense.type not in {"ACCUSE", "REJECT"} or not draft.recipients:
        return draft
    if all(p.kind == "unknown" and p.name.lower().split()[-1] in _ACT_WORDS for p in draft.recipients):
        return replace(draft, recipients=(), recipient_acts=(draft.token,))
    return draft


def _empty_mention(draft: Draft, harms: Sequence[Harm]) -> bool:
    """An act noun that only points back ("the attacks") tells nothing of its own."""
    return draft.definite and not draft.actors and not draft.recipients and not harms


def _claim(
    scene: Scene, group: Sequence[Draft], draft: Draft, drafts: Sequence[Draft], attribution: Attribution, harms: Sequence[Harm],
    mention: PlaceMention | None,
) -> Claim:
    report, tree = scene.report, scene.tree
    trigger = draft.trigger
    act = report.evidence("act", *_telling(tree, trigger), draft.sense.id)
    date = when(scene, group)
    doubt = doubt_of(scene, group, draft, harms, date, placed=mention is not None)
    support = tuple(_support(scene, group[1:]))
    killed, injured, either, captured = (count_of(scene, harms, kind) for kind in COUNTED)
    return Claim(
        report=report.id, sentence=scene.sentence.index, type=draft.sense.type, modes=modes_of(scene, group, drafts), act=act,
        status=_status(draft, attribution), actors=draft.actors, recipients=draft.recipients, date=date,
        place=Place(mention.words, mention.evidence) if mention else None, killed=killed, injured=injured,
        killed_or_injured=either, captured=captured, size=size_of(scene, draft),
        aggregate=any(d.sense.aggregate or is_aggregate(tree, d.trigger, scene.book.modality) for d in (draft, *group)),
        sources=attribution.sources, support=support, heading=scene.sentence.heading,
        certain=not doubt, lemma=tree.lemma(draft.token), reasons=tuple(_reasons(tree, group, draft, attribution, doubt)),
    )  # fmt: skip


def _reasons(tree: Tree, group: Sequence[Draft], draft: Draft, attribution: Attribution, doubt: str) -> Iterator[Reason]:
    for told in group:
        trigger = told.trigger
        carrier = f", carried by “{tree.tokens[trigger.light].text}”" if trigger.light is not None else ""
        yield Reason("act", f"sense “{told.sense.id}” of {told.sense.type}: {trigger.form} “{told.pattern.entry()}”{carrier}")
    yield Reason("status", attribution.rule)
    if _status(draft, attribution) != attribution.status:
        yield Reason("status", f"sense “{draft.sense.id}” tells an act not yet done")
    if doubt:
        yield Reason("certain", doubt)


def _status(draft: Draft, attribution: Attribution) -> Status:
    """A threat is a threat whoever relays it; a denied or hedged one stays so (coding rules, Status)."""
    forced = draft.sense.status or ("threatened" if draft.sense.type == "THREATEN" else None)
    if forced == "threatened" and attribution.status in {"asserted", "attributed", "planned"}:
        return "threatened"
    if forced == "planned" and attribution.status in {"asserted", "attributed"}:
        return "planned"
    return attribution.status


def _support(scene: Scene, others: Sequence[Draft]) -> Iterator[Evidence]:
    for other in others:
        yield scene.report.evidence("act", *_telling(scene.tree, other.trigger), other.sense.id)


def _telling(tree: Tree, trigger: Trigger) -> tuple[int, int]:
    """Offsets of the words that tell an act: its clause, or for a noun its phrase with the light verb's clause."""
    first, last = tree.clause(trigger.token if trigger.light is None else trigger.light)
    return tree.span(min(first, trigger.first), max(last, trigger.last))


def _against_actor_of(claim: Claim, draft: Draft, drafts: Sequence[Draft]) -> Claim:
    """ "condemned the Israeli strike": the recipient of the condemnation is the actor of the strike."""
    for token in draft.recipient_acts:
        other = next((d for d in drafts if d.token == token != draft.token and d.actors), None)
        if other is not None:
            own = {p.evidence.start for p in claim.actors}
            parties = tuple(
                replace(p, evidence=p.evidence.as_field("recipient", "actor of the act it speaks of"))
                for p in other.actors if p.evidence.start not in own
            )  # fmt: skip
            return replace(claim, recipients=parties)
    return claim
