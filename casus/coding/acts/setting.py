"""Setting: where and when an act was done, as far as its own sentence tells."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.dates import load_dates
from casus.codebook.place_words import load_place_words
from casus.coding.acts.drafts import Draft
from casus.coding.acts.filling import VERBAL
from casus.coding.dates.finding import date_of_act
from casus.coding.dates.setting import day_of_telling
from casus.coding.places.by_rule import scene_of
from casus.coding.places.finding import PlaceMention
from casus.coding.places.of_act import Located, locate
from casus.coding.places.ties import first_conjunct, is_scene_of
from casus.coding.scene import Scene
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.when import DateRange

_TOWNS = frozenset({"town", "village", "adm2"})
_PARTIES = frozenset({"obj", "iobj", "nsubj", "nsubj:pass", "obl:agent"})
_STANDING = frozenset({"in", "at"})
_HELD = frozenset({"in", "at", "during"})
_DAYS = frozenset({"dmy", "mdy", "iso", "weekday", "day_word"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE"})
_HOLDING = frozenset({"COERCE", "SANCTION", "RETREAT"})
"""What these do holds from then on ("closed since Monday")."""
_ON_THE_SPOT = frozenset({"ASSAULT", "PROTEST"})
"""What is mostly done where what went before it was done."""
_NEAR = 31
"""What was done since a day so many days ago is dated up to the telling; since longer, it is a standing."""
_MET = frozenset({"obj", "iobj", "obl"})
_MEETING = frozenset({"meet", "gather", "convene", "assemble", "confer"})
_NARROWING = re.compile(
    r"^[\s,–—-]*(?:particularly|especially|mainly|mostly|notably|specifically|including)\s*(?:in|at|near)?\s*(?:the\s)?$", re.I
)


def where(scene: Scene, group: Sequence[Draft]) -> Located | None:
    """The place of a group's act; of several drafts, that of the one that names it best."""
    if group[0].sense.type in VERBAL:
        return _where_said(scene, group[0])
    located = [(d.token, m) for d in group if (m := locate(scene.sentence, d.token, _not_before(scene, d))) is not None]
    found = next((m for act, m in located if _is_in_which(scene.tree, act, m.mention)), located[0][1] if located else None)
    return replace(found, mention=_in_its_town(scene, _narrowed(scene, found.mention))) if found is not None else None


def _not_before(scene: Scene, draft: Draft) -> Sequence[PlaceMention]:
    """ "Closed its border after gunmen killed nine in Sake": what a state did was not where what it answers to had been."""
    if draft.sense.type in _ON_THE_SPOT or "arrest" in draft.sense.modes:
        return scene.places
    return [m for m in scene.places if not _is_of_what_went_before(scene.tree, draft.token, m)]


def _is_of_what_went_before(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """Whether a place stands in a clause that begins with "after" and has a subject of its own, and the act does not."""
    clauses = (i for i in (mention.head, *tree.ancestors(mention.head)) if tree.rel(i) == "advcl" and act not in tree.subtree(i))
    return any(tree.children(i, *SUBJECTS) and any(tree.lemma(c) == "after" for c in tree.children(i, "mark")) for i in clauses)


def _is_in_which(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "The ambush in which nine died near Sake was blamed on gunmen based in Goma": told in a clause on the act's noun, inside it."""
    return tree.rel(act) == "acl:relcl" and mention.head in tree.subtree(act)


def _in_its_town(scene: Scene, mention: PlaceMention) -> PlaceMention:
    """ "In Goma, crowds blocked the Karisimbi Tower": a spot nobody knows is in the town the sentence opens with."""
    if mention.known or mention.within or mention.relation == "between":
        return mention
    first = next((m for m in scene.places if m is not mention and m.known and m.kind in _TOWNS and m.role == "where"), None)
    if first is None or scene.tree.case(first.head) != "in" or first.first > 1 or first.evidence.start > mention.evidence.start:
        return mention
    return replace(mention, within=(first.name, *first.within))


def _narrowed(scene: Scene, mention: PlaceMention) -> PlaceMention:
    """ "In eastern Afghanistan, particularly in Paktika province": the narrower place is where it happened."""
    for other in scene.places:
        between = scene.report.text[mention.evidence.end : other.evidence.start]
        if other.evidence.start > mention.evidence.end and _NARROWING.match(between):
            return other
    return mention


def _where_said(scene: Scene, draft: Draft) -> Located | None:
    """Words are said where their own clause says so; places in what is said are no place of the saying."""
    tree, found = scene.tree, locate(scene.sentence, draft.token, scene.places)
    if found is not None and (_is_its_scene(scene, draft, found.mention) or _is_met_there(tree, draft, found.mention)):
        return found
    if found is None or _over(tree, found.mention.head) not in {draft.token, draft.trigger.light}:
        return _before_whom(scene, draft)
    if tree.rel(found.mention.head) in _PARTIES and tree.lemma(draft.token) not in load_place_words().strikes:
        return None  # "criticized Ruritania"; "visited Ruritania" was there
    return found


def _is_its_scene(scene: Scene, draft: Draft, mention: PlaceMention) -> bool:
    """ "Sake, where they agreed"; the place that ends a caption is that of all its words."""
    captioned = scene_of(scene.tree, draft.token, scene.places) is not None
    return captioned or is_scene_of(scene.tree, draft.token, mention)


def _is_met_there(tree: Tree, draft: Draft, mention: PlaceMention) -> bool:
    """ "Met officials in Goma", "talks between Orla and Zara in Goma", "flew to Goma and met officials", "gathered in Goma and urged"."""
    top, act = first_conjunct(tree, mention.head), draft.token
    verb = tree.tokens[top].head
    if verb < 0 or mention.role not in {"where", "to"} or tree.case(top) in {"", "on", "against"}:
        return False
    party = first_conjunct(tree, verb)
    consulted = draft.sense.type == "CONSULT" and tree.tokens[party].head == act
    with_whom = tree.rel(party) in _MET or (consulted and tree.rel(party) == "nmod" and mention.kind != "country")
    if with_whom and tree.case(top) in _STANDING and (consulted or tree.lemma(tree.tokens[party].head) in _MEETING):
        verb = tree.tokens[party].head
    if verb == act:
        return act < top
    joined = tree.rel(act) == "conj" and tree.tokens[act].head == verb and not tree.children(act, *SUBJECTS)
    return joined and tree.lemma(verb) in (load_place_words().reaching if mention.role == "to" else load_place_words().standing | _MEETING)


def _over(tree: Tree, place: int) -> int:
    """What a place hangs on: "met at the checkpoint Orla", "met in a hotel in Goma", "agreed at a summit in Goma" on what was done."""
    top, words = first_conjunct(tree, place), load_place_words()
    head = tree.tokens[top].head
    if head < 0 or tree.rel(top) != "nmod" or tree.rel(head) != "obl" or tree.case(top) not in _STANDING:
        return head
    spot = tree.lemma(head) in words.buildings and tree.case(head) in _STANDING
    held = tree.lemma(head) in words.gatherings and tree.case(head) in _HELD
    return tree.tokens[head].head if spot or held else head


def _before_whom(scene: Scene, draft: Draft) -> Located | None:
    """ "Told reporters in Goma that he would not yield", "met at Orla and agreed to disarm": where one speaks or meets, it is said."""
    for mention in scene.places:
        if _was_there(scene.tree, draft.token, mention):
            return Located(mention, "place: where the speaker was then")
        if _opens_from(scene.tree, draft.token, mention):
            return Located(mention, "place: from where it is said")
        led = scene.tree.case(first_conjunct(scene.tree, mention.head)) in _STANDING and mention.role == "where"
        led = led and mention.kind != "country"
        over = _over(scene.tree, mention.head) if led else -1
        if over >= 0 and scene.tree.lemma(over) in load_place_words().hearers:
            over = scene.tree.tokens[over].head
        told = over >= 0 and (_is_said_with(scene.tree, over, draft.token) or _is_put_out(scene.tree, over, draft.token))
        if told or _is_held_there(scene.tree, over, draft.token, mention):
            return Located(mention, "place: where it is told or agreed")
    return None


def _was_there(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Met her in March when he visited Ankara", "promised aid while in Goma": where he was when he did it."""
    clause = tree.predicates[mention.head]
    led = any(tree.lemma(c) in {"when", "while", "as"} for c in tree.children(clause, "mark", "advmod"))
    if tree.rel(clause) != "advcl" or tree.tokens[clause].head != act or not led or mention.kind == "country":
        return False
    subjects = tree.children(clause, *SUBJECTS)
    he = all(tree.tokens[c].upos == "PRON" for c in subjects)
    reached = tree.lemma(clause) in load_place_words().reaching | {"visit", "tour"}
    hangs = tree.tokens[mention.head].head == clause or clause == mention.head
    return he and ((reached and hangs) or clause == mention.head)


def _opens_from(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "From Goma, the alliance condemned the raid": a town before all else is where the words came from."""
    own = mention.role == "from" and mention.known and mention.kind != "country" and mention.first <= 1
    return own and tree.tokens[mention.head].head == act


def _is_held_there(tree: Tree, over: int, act: int, mention: PlaceMention) -> bool:
    """ "Offered support at a meeting in Goma", "speaking at a rally in Goma, he demanded": said where the gathering is."""
    noun = tree.tokens[first_conjunct(tree, mention.head)].head
    if over < 0 or noun < 0 or tree.lemma(noun) not in load_place_words().gatherings or tree.case(noun) not in _HELD:
        return False
    speaking = tree.rel(over) == "advcl" and tree.tokens[over].head == act and tree.lemma(over) in load_place_words().standing
    return over == act or (speaking and not tree.children(over, *SUBJECTS))


def _is_put_out(tree: Tree, verb: int, act: int) -> bool:
    """ "In a statement issued in Goma, the ministry condemned the raid": the words are said where they were put out."""
    noun = tree.tokens[verb].head
    words = noun >= 0 and tree.rel(verb) in {"acl", "acl:relcl"} and tree.tokens[noun].upos == "NOUN"
    return words and tree.tokens[noun].head == act and tree.rel(noun) == "obl" and tree.lemma(noun) in load_dates().timelike


def _is_said_with(tree: Tree, verb: int, act: int) -> bool:
    """Whether an act of words is what a verb of saying tells, or joined to one, or to a meeting before it."""
    content = tree.tokens[act].head == verb and tree.rel(act) in {"ccomp", "conj"}
    if tree.lemma(verb) in _MEETING:
        return content and tree.rel(act) == "conj"
    hearing = any(tree.lemma(c) in load_place_words().hearers for c in tree.children(verb, "obj", "iobj", "obl"))
    joined = hearing and tree.rel(verb) == "conj" and tree.tokens[verb].head == act
    return tree.lemma(verb) in load_place_words().saying and (joined or (content and (hearing or tree.rel(act) == "ccomp")))


def when(scene: Scene, group: Sequence[Draft]) -> DateRange | None:
    """The date of a group's act; what is told as done was done by the day of telling ("this week", on a Monday)."""
    date = next((d for g in group if (d := date_of_act(scene.sentence, g.token, scene.dates)) is not None), None)
    told, name = day_of_telling(scene.report)
    if date is None or told is None or group[0].mood.kind not in {"done", "hedged"}:
        return date
    if (date.start or date.end or told) > told and group[0].sense.type in VERBAL - {"CONSULT"}:
        return None  # "agreed to meet in May", "promised trucks by the end of the month": the day of what is agreed
    if date.start is None:
        return date
    if date.start > told and group[0].sense.type in _DEEDS:
        return None  # "attacked a convoy due to reach the town on Friday", "the verdict on the shelling is due on Friday"
    if date.end is None:
        return _until_now(scene, group[0], date, told)
    if not date.start <= told < date.end or scene.tree.tokens[group[0].token].xpos not in {"VBD", "VBN"}:
        return date
    precision = "day" if date.start == told else date.precision
    return replace(date, end=told, precision=precision, basis=f"{date.basis}; done by the day of {name.removeprefix('the ')}")


def _until_now(scene: Scene, draft: Draft, date: DateRange, told: datetime.date) -> DateRange:
    """ "Has been shelling since Monday" is going on; what "has been closed since Monday" was closed that day, and so holds."""
    tree = scene.tree
    verb = draft.trigger.light if draft.trigger.light is not None else draft.token
    words = date.evidence.words.lower() if date.evidence is not None else ""
    if not words.startswith(("since", "from", "as of")) or date.start is None or not date.start <= told:
        return date
    day = date.evidence is not None and date.evidence.rule.removeprefix("dates:") in _DAYS
    if day and draft.sense.type in _HOLDING and not words.startswith("since"):
        return _on_first_day(date)  # "a curfew was imposed from Monday"
    if not _aux(tree, verb) & _PERFECT:
        return _between(date, told) if _has_been_done(tree, draft.token) else date
    if tree.tokens[verb].xpos == "VBG":
        return replace(date, end=told, precision="range", basis=f"{date.basis}; still going on at the telling")
    if draft.sense.type in _HOLDING:
        return _on_first_day(date) if day and (tree.passive(verb) or tree.tokens[verb].upos != "VERB") else date
    return _between(date, told)


_PERFECT = frozenset({"has", "have", "'s", "'ve", "’ve"})


def _aux(tree: Tree, verb: int) -> set[str]:
    return {tree.tokens[c].text.lower() for c in tree.children(verb, "aux", "aux:pass", "cop")}


def _has_been_done(tree: Tree, act: int) -> bool:
    """ "There have been two raids since Monday", "said 400 men had been flown in since Monday"."""
    clause = tree.predicates[act]
    over = tree.tokens[clause].head
    told = tree.rel(clause) in {"ccomp", "parataxis"} and over >= 0 and tree.tokens[over].xpos == "VBD"
    return bool(_aux(tree, clause) & (_PERFECT | {"had"} if told else _PERFECT))


def _on_first_day(date: DateRange) -> DateRange:
    return replace(date, end=date.start, precision="day", basis=f"{date.basis}; what holds since then was done then")


def _between(date: DateRange, told: datetime.date) -> DateRange:
    if date.start is None or (told - date.start).days > _NEAR:
        return date
    return replace(date, end=told, precision="range", basis=f"{date.basis}; done by the day of telling")
