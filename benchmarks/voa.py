"""VOA news marked by m2e2: triggers and arguments of attack, die, arrest, demonstrate, transport, meet.

Sentences are read one by one. Every act a frame finds counts, whether told as done or not and whether certain or not, for the
marking counts plans and denials too; words of killing and dying are "die"; of
"shot dead", which Casus reads as one act, "dead" is. A trigger is right where its word lies in the marked
one and the type is the same; an argument where its head word does, with the same type and role. Agent, Attacker and Entity are
one role (who does it), Target, Victim, Person and Artifact another (to whom), Place and Destination the third; the rest (Origin,
Vehicle, Instrument, Police) counts as missed. All marked types but Phone-Write and Transfer-Money count. The marking is
sparse: many plain attacks and killings stand unmarked, so that the scores over the sentences that have a mark are given too.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.board import Score, pick
from casus.coding.acts.drafts import Draft, Taken, make_draft
from casus.coding.acts.finding import find_triggers
from casus.coding.places.finding import place_of_act
from casus.coding.scene import Scene, set_scene
from casus.coding.syntax import Tree
from casus.model.actor import Party
from casus.model.text import Block, Report
from casus.pipeline import Tools

NAME = "VOA (m2e2)"
FILE = "data/acts/m2e2_voa_train.jsonl.gz"
NEEDS = (FILE,)
TYPES = {
    "Conflict:Attack": "attack", "Life:Die": "die", "Justice:Arrest-Jail": "arrest", "Conflict:Demonstrate": "demonstrate",
    "Movement:Transport": "transport", "Contact:Meet": "meet",
}  # fmt: skip
ROLES = {
    "Attacker": "by", "Agent": "by", "Entity": "by", "Target": "to", "Victim": "to", "Person": "to", "Artifact": "to",
    "Place": "place", "Destination": "place",
}  # fmt: skip
_BY_SENSE = {
    "arrest": "arrest", "combatants-captured": "arrest", "deport": "transport", "visit": "transport", "people-flee": "transport",
    "flight": "transport", "deploy": "transport", "forces-deploy": "transport", "advance": "transport", "withdraw": "transport",
    "killing": "die", "killing-by-order": "die", "deaths": "die", "assassination": "die", "massacre": "die",
}  # fmt: skip
_BY_TYPE = {"ASSAULT": "attack", "PROTEST": "demonstrate", "CONSULT": "meet"}
_MOVERS = frozenset({"people-flee", "flight", "visit", "advance", "withdraw"})
Marks = set[tuple[str, str, int, int]]
"""(type, role or "trigger", first, last) in characters of the sentence."""


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """F1 of triggers, over all types and by type, and of arguments."""
    with gzip.open(shared / FILE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    everywhere: Counter[tuple[str, str]] = Counter()
    where_marked: Counter[tuple[str, str]] = Counter()
    for row in pick(rows, limit and limit * 10):
        text, places = _text(row["words"])
        found, gold = coded(text, tools), marked(row, places)
        tally(everywhere, found, gold)
        if gold:
            tally(where_marked, found, gold)
    yield _score(everywhere, "trigger F1", "trigger", 0.60)
    yield _score(everywhere, "argument F1", "argument", 0.40)
    yield _score(where_marked, "trigger F1, marked sentences", "trigger")
    yield _score(where_marked, "argument F1, marked sentences", "argument")
    for kind in sorted(set(TYPES.values())):
        yield _score(where_marked, f"trigger F1, marked sentences, {kind}", kind)


def _score(counts: Counter[tuple[str, str]], measure: str, of: str, bar: float | None = None) -> Score:
    hits, found, gold = (counts[of, what] for what in ("hits", "found", "marked"))
    note = f"precision {hits / max(found, 1):.3f}, recall {hits / max(gold, 1):.3f}"
    return Score(NAME, measure, 2 * hits / max(found + gold, 1), gold, bar=bar, note=note)


def _text(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The words with blanks between, and where each stands."""
    text, places = "", []
    for word in words:
        text += " " if text else ""
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


def marked(row: Mapping[str, Any], places: Sequence[tuple[int, int]]) -> Marks:
    """The marked triggers and arguments of a sentence."""
    out: Marks = set()
    for event in row["golden-event-mentions"]:
        kind = TYPES.get(event["event_type"])
        if kind is not None:
            parts = [("trigger", event["trigger"]), *((ROLES.get(a["role"], a["role"]), a) for a in event["arguments"])]
            out |= {(kind, role, places[p["start"]][0], places[p["end"] - 1][1]) for role, p in parts}
    return out


def tally(counts: Counter[tuple[str, str]], found: Marks, gold: Marks) -> None:
    """Count what was found, marked and right; each mark once."""
    free = set(gold)
    for mark in sorted(found):
        hit = next((g for g in sorted(free) if g[:2] == mark[:2] and g[2] < mark[3] and mark[2] < g[3]), None)
        free.discard(hit)  # type: ignore[arg-type]
        _count(counts, mark, "found")
        if hit is not None:
            _count(counts, mark, "hits")
    for mark in gold:
        _count(counts, mark, "marked")


def _count(counts: Counter[tuple[str, str]], mark: tuple[str, str, int, int], what: str) -> None:
    names = ("trigger", mark[0]) if mark[1] == "trigger" else ("argument",)
    counts.update((name, what) for name in names)


def coded(text: str, tools: Tools) -> Marks:
    """What Casus finds in a sentence, in the marking's terms."""
    report = Report("voa", text, (Block(0, len(text), "paragraph"),), "voa")
    return {mark for s in tools.reader.read(text, [(0, len(text), False)]) for mark in _of_scene(set_scene(report, s, Tree(s), (), tools.book))}


def _of_scene(scene: Scene) -> Iterator[tuple[str, str, int, int]]:
    triggers = find_triggers(scene.tree, scene.book.frames)
    taken = Taken(frozenset(t.token for t in triggers), frozenset())
    for trigger in triggers:
        draft = make_draft(scene.report, scene.tree, trigger, taken, scene.book)
        kind = _kind(scene.tree, draft) if draft is not None else None
        if draft is not None and kind is not None:
            yield (kind, "trigger", *scene.tree.span(draft.token, draft.token + 1))
            yield from ((kind, role, *span) for role, span in _arguments(scene, draft, kind))
    seen = {t.token for t in triggers}
    for harm in scene.harms:
        died = next((c for c in scene.tree.children(harm.predicate, "xcomp") if scene.tree.lemma(c) == "dead"), harm.predicate)
        if harm.kind == "killed" and died not in seen:
            yield ("die", "trigger", *scene.tree.span(died, died + 1))
            if harm.people is not None:
                yield ("die", "to", *scene.tree.span(harm.people.head, harm.people.head + 1))


def _kind(tree: Tree, draft: Draft) -> str | None:
    if draft.sense.type == "ASSAULT" and tree.lemma(draft.token) in {"wound", "injure", "injury"}:
        return None
    return _BY_SENSE.get(draft.sense.id) or _BY_TYPE.get(draft.sense.type)


def _arguments(scene: Scene, draft: Draft, kind: str) -> Iterator[tuple[str, tuple[int, int]]]:
    by, to = ("to", "place") if draft.sense.id in _MOVERS else ("by", "by" if kind == "meet" else "to")
    yield from ((by, _head(scene.tree, p)) for p in draft.actors)
    yield from ((to, _head(scene.tree, p)) for p in draft.recipients)
    place = place_of_act(scene.sentence, draft.token, scene.places)
    if place is not None:
        yield "place", (place.evidence.start, place.evidence.end)


def _head(tree: Tree, party: Party) -> tuple[int, int]:
    """The head word of a party."""
    inside = [i for i, t in enumerate(tree.tokens) if t.start < party.evidence.end and party.evidence.start < t.end]
    head = tree.head_of(inside[0], inside[-1] + 1)
    return tree.span(head, head + 1)
