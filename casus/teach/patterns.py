"""Learning: patterns that the examples of a type share, no wider than they must be.

The words that tell the act are those marked, or those that most examples share. A rare word that the shipped codebook does
not know may stand alone; every other needs a complement seen beside it. What finds anything in quiet sentences is narrowed
or left out. Half of the background is for this; the other half measures what came of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from casus.codebook.frames import Frames, Pattern, Sense, own_senses, with_senses
from casus.codebook.own import Own
from casus.codebook.own_frames import DEFAULTS
from casus.codebook.verb_forms import forms_of
from casus.ingest.words import words
from casus.teach.cues import Cue, find_cues
from casus.teach.draft import draft_text
from casus.teach.examples import Example, Lesson
from casus.teach.trial import Outcome, Trial, alarms, background, outcomes, shipped_examples

TUNED, MEASURED = slice(0, None, 2), slice(1, None, 2)
"""Which half of the background narrows the patterns, and which measures them."""

SETTING = 3
"""In how many examples a noun stands beside the act to be part of the type's setting."""

STEM = 6
"""How many letters a noun has in common with its verb."""

Seen = tuple[Example, tuple[Cue, ...]]
Group = Sequence[tuple[Example, Cue]]
"""Examples with the cue they share."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned: the draft's text, what each example became, and how often it errs.

    `left_out` is for how many examples the patterns of all the others found it; `untaught` are examples no pattern came from;
    `alarms` are background sentences (of `quiet`) in which it is found, `taken` shipped examples of other types that it takes.
    """

    text: str
    sense: Sense
    outcomes: tuple[Outcome, ...]
    left_out: int
    untaught: tuple[str, ...]
    alarms: tuple[str, ...]
    quiet: int
    taken: tuple[tuple[str, str], ...]


def learn(lesson: Lesson, trial: Trial) -> Learned:
    """Learn a lesson's type, and try what was learned."""
    seen = [(e, find_cues(e, trial.parse(e.text), trial.book)) for e in lesson.examples]
    raw, untaught = _sense(lesson, seen, trial)
    sense, frames = _built(lesson, raw, trial)
    done = tuple(outcomes(trial, [sense], frames))
    left_out = sum(_found(lesson, [s for s in seen if s[0] is not e], e, trial) for e in lesson.examples)
    quiet = background()[MEASURED]
    found = tuple(text for _, text in alarms(trial, [sense], quiet, frames))
    notes = (
        f"Learned from {len(done)} examples: {sum(o.found for o in done)} found; each left out in turn, {left_out} found.",
        f"False alarms in {len(quiet)} sentences it was not narrowed on: {len(found)}.",
        "A draft: read it, mend it, try it with casus codebook check.",
    )
    return Learned(
        draft_text(lesson, raw, notes=notes), sense, done, left_out, untaught, found, len(quiet), _taken(trial, sense, frames)
    )  # fmt: skip


def _found(lesson: Lesson, others: Sequence[Seen], example: Example, trial: Trial) -> bool:
    """Whether the patterns of the other examples find this one."""
    raw, _ = _sense(lesson, others, trial)
    if not raw["verbs"] and not raw["nouns"]:
        return False
    sense, frames = _built(replace(lesson, examples=tuple(e for e, _ in others)), raw, trial)
    return any(c.act.rule == sense.id for c in trial.claims(example.text, frames))


def _built(lesson: Lesson, raw: Mapping[str, Any], trial: Trial) -> tuple[Sense, Frames]:
    """The sense as its draft gives it, and the codebook's frames with it."""
    (sense,) = own_senses(Own("draft", (("acts/draft.yaml", draft_text(lesson, raw)),)))
    return sense, with_senses(trial.book.frames, [sense])


def _sense(lesson: Lesson, seen: Sequence[Seen], trial: Trial) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The learned sense as a file holds it, and the examples that taught nothing."""
    shared = _shared(seen)
    groups, untaught = _grouped(seen, shared, lambda group: _pattern(lesson, group, shared, trial))
    patterns = [(group[0][1].form, pattern) for group, pattern in groups]
    raw: dict[str, Any] = {
        "verbs": [p.entry(most=99) for form, p in patterns if form == "verb"],
        "nouns": [p.entry(most=99) for form, p in patterns if form == "noun"],
        "roles": _roles([cue for group, _ in groups for _, cue in group]),
        "guards": {"actor": "political", "recipient": "any"},
    }
    if patterns:
        _settle(lesson, raw, [e for e, _ in seen], trial)
    return raw, untaught


def _settle(lesson: Lesson, raw: dict[str, Any], examples: Sequence[Example], trial: Trial) -> None:
    """Open the guard on who acts where it costs examples, then ask for the roles that every found example fills."""

    def claims() -> list[Any]:
        sense, frames = _built(lesson, raw, trial)
        told = ([c for c in trial.claims(e.text, frames) if c.act.rule == sense.id] for e in examples)
        return [found[0] for found in told if found]

    strict = claims()
    raw["guards"]["actor"] = "any"
    open_ = claims()
    if len(open_) <= len(strict):
        raw["guards"]["actor"], open_ = "political", strict
    needs = [role for role in ("actor", "recipient") if open_ and all(getattr(c, f"{role}s") for c in open_)]
    if needs:
        raw["needs"] = needs


def _shared(seen: Sequence[Seen]) -> frozenset[str]:
    """Nouns that stand by the words of several examples, whatever the word: the setting of the type ("checkpoint")."""
    counted = Counter(w for _, cues in seen for w in {w for c in cues for w in c.around})
    return frozenset(w for w, n in counted.items() if n >= SETTING)


def _grouped(
    seen: Sequence[Seen], shared: frozenset[str], teach: Callable[[Group], Pattern | None]
) -> tuple[list[tuple[Group, Pattern]], tuple[str, ...]]:
    """The examples by the word that tells them, with its pattern: the word most of them share first.

    A word of one example counts where it was marked, where it is the noun of a word that counts ("harassment" beside
    "harass"), or where it stands by the setting of the type. The examples that no word tells are the second value.
    """
    left = {e.text: (e, {c.key: c for c in reversed(cues)}) for e, cues in seen}
    groups: list[tuple[Group, Pattern]] = []
    barred: set[object] = set()
    while left:
        counted = Counter(key for _, cues in left.values() for key in cues)
        stems = tuple(group[0][1].lemma[:STEM] for group, _ in groups)
        lone = {
            k for _, cues in left.values() for k, c in cues.items() if c.marked or shared & set(c.around) or c.lemma.startswith(stems)
        }  # fmt: skip
        possible = [key for key, n in counted.items() if (n > 1 or key in lone) and key not in barred]
        if not possible:
            break
        rank = {k: (-counted[k], k[0] == "noun", k[2] in words().common, _height(k, left.values()), k) for k in possible}
        best = min(possible, key=rank.__getitem__)
        group = [(e, cues[best]) for e, cues in left.values() if best in cues]
        pattern = teach(group)
        if pattern is None:
            barred.add(best)
            continue
        groups.append((group, pattern))
        left = {text: (e, cues) for text, (e, cues) in left.items() if best not in cues}
    return groups, tuple(left)


def _height(key: object, examples: Iterable[tuple[Example, Mapping[Any, Cue]]]) -> float:
    depths = [cues[key].depth for _, cues in examples if key in cues]
    return sum(depths) / len(depths)


def _pattern(lesson: Lesson, group: Group, shared: frozenset[str], trial: Trial) -> Pattern | None:
    """The widest pattern that the group bears out and that finds nothing in quiet sentences; None where there is none."""
    cue = group[0][1]
    plain = Pattern(cue.lemma, cue.before, cue.particles)
    shipped = trial.book.frames.by_verb if cue.form == "verb" else trial.book.frames.by_noun
    alone = cue.lemma not in words().common and cue.lemma not in shipped
    alone = alone and (len(group) > 1 or cue.marked) and not any(c.fixed for _, c in group)
    if alone and _quiet(lesson, cue, plain, trial):
        return plain
    chosen = _cover(group, shared)
    if shared & set(chosen):
        chosen = sorted({*chosen, *shared})
    silent = [w for w in chosen if _quiet(lesson, cue, replace(plain, complements=(w,)), trial)]
    return replace(plain, complements=tuple(sorted(silent))) if silent else None


def _cover(group: Group, shared: frozenset[str]) -> list[str]:
    """Complements one of which stands beside the word in each example: marked ones, what most share, the setting, the nearest."""
    left = [c.fixed or c.around for _, c in group if c.fixed or c.around]
    chosen: list[str] = []
    while left:
        counted = Counter(w for around in left for w in around)
        place = {w: min(around.index(w) for around in left if w in around) for w in counted}
        best = min(counted, key=lambda w: (-counted[w], w not in shared, place[w], w))
        chosen.append(best)
        left = [around for around in left if best not in around]
    return chosen


def _quiet(lesson: Lesson, cue: Cue, pattern: Pattern, trial: Trial) -> bool:
    """Whether a pattern finds nothing in the sentences it is narrowed on, and in those the user wrote as none."""
    entry = pattern.entry(most=99)
    tried = cue.form, entry, lesson.never
    if tried not in trial.silent:
        near = _with_word((*background()[TUNED], *lesson.never), [pattern])
        sense, frames = _built(replace(lesson, examples=()), {f"{cue.form}s": [entry]}, trial)
        trial.silent[tried] = not alarms(trial, [sense], near, frames)
    return trial.silent[tried]


def _with_word(texts: Iterable[str], patterns: Iterable[Pattern]) -> list[str]:
    """The texts in which some form of a pattern's word stands: only there can it match."""
    forms = {form for p in patterns for form in (p.lemma, *forms_of(p.lemma))}
    return [text for text in texts if any(form in text.lower() for form in forms)]


def _roles(cues: Sequence[Cue]) -> dict[str, dict[str, list[str]]]:
    """Where the parties named in the examples stand, most frequent first; then where they stand by default."""
    out: dict[str, dict[str, list[str]]] = {}
    for form in ("verb", "noun"):
        mine = [c for c in cues if c.form == form]
        if mine:
            out[form] = {role: _slots(mine, form, role) for role in ("actor", "recipient")}
    return out


def _slots(cues: Sequence[Cue], form: str, role: str) -> list[str]:
    counted = Counter(slot for c in cues for named, slot in c.slots if named == role)
    told = sorted(counted, key=lambda s: (-counted[s], s))
    return list(dict.fromkeys([*told, *DEFAULTS["roles"][form][role]]))


def _taken(trial: Trial, sense: Sense, frames: Frames) -> tuple[tuple[str, str], ...]:
    """Shipped examples of other types in which the new sense is found, with their type."""
    types = {text: own for text, own in shipped_examples() if own != sense.type}
    near = _with_word(types, (*sense.verbs, *sense.nouns))
    return tuple((text, types[text]) for text in near if alarms(trial, [sense], [text], frames))
