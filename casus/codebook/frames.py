"""Frames: the words that tell an act and where its parties stand (schema: acts/README.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from casus.codebook.own import Own
from casus.codebook.own_frames import DEFAULTS, check_file, check_sense
from casus.codebook.verb_forms import lemma_by_form
from casus.codebook.yaml_files import parse_yaml, read_yaml
from casus.model.claim import EVENT_TYPES, EventType
from casus.model.errors import CodebookError

ACTS = Path(__file__).with_name("acts")
_ENTRY = re.compile(r"^(?P<words>[^|>&]+)(?:\|(?P<with>[^>&]+))?(?:>(?P<preps>[^&]+))?(?:&(?P<aims>.+))?$")
_TOP_KEYS = frozenset("type about roles guards senses".split())
_SENSE_KEYS = frozenset(
    "id modes verbs nouns adjectives roles guards needs unless unless_object reciprocal status weak examples not note aggregate "
    "override several".split()
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of telling a sense: a lemma with what must stand beside it (see acts/README.md, "Words")."""

    lemma: str
    before: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()

    def entry(self, most: int = 6) -> str:
        """The pattern as an entry is written, lists longer than `most` cut short."""
        lists = (self.complements, self.prepositions, self.aims)
        listed = (", ".join(words[:most]) + (", ..." if len(words) > most else "") for words in lists)
        parts = (mark + words for mark, words in zip((" | ", " > ", " & "), listed, strict=True) if words)
        return " ".join((*self.before, self.lemma, *self.particles)) + "".join(parts)

    @property
    def weight(self) -> int:
        """How much the pattern asks for: the more it asks, the more it proves."""
        return 2 * (len(self.before) + len(self.particles)) + 2 * bool(self.complements) + bool(self.prepositions) + 2 * bool(self.aims)


@dataclass(frozen=True, slots=True)
class Sense:
    """One way of doing an act: its type and modes, the patterns that tell it, where its parties stand, who may fill them.

    `own`: it stands in a user's codebook; `override`: there it takes the place of the shipped sense of its id.
    """

    id: str
    type: EventType
    modes: tuple[str, ...]
    verbs: tuple[Pattern, ...]
    nouns: tuple[Pattern, ...]
    adjectives: tuple[Pattern, ...]
    roles: Mapping[str, Mapping[str, tuple[str, ...]]]
    guards: Mapping[str, tuple[str, ...]]
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    unless_object: frozenset[str] = frozenset()
    reciprocal: bool = False
    status: str | None = None
    weak: bool = False
    several: bool = False
    aggregate: bool = False
    examples: tuple[Mapping[str, Any], ...] = ()
    never: tuple[str, ...] = ()
    override: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Verbs that lend an act noun its parties: "carry out" (subject does), "come under" (subject suffers), "cause".

    `of_known` only speak of violence that was told before ("called the attack cowardly").
    """

    active: tuple[Pattern, ...] = ()
    passive_like: tuple[Pattern, ...] = ()
    causal: tuple[Pattern, ...] = ()
    of_known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frames:
    """All senses, found by the lemma of their trigger."""

    senses: tuple[Sense, ...]
    light: LightVerbs
    by_verb: Mapping[str, tuple[tuple[Pattern, Sense], ...]] = field(repr=False, default_factory=dict)
    by_noun: Mapping[str, tuple[tuple[Pattern, Sense], ...]] = field(repr=False, default_factory=dict)
    forms: Mapping[str, str] = field(repr=False, default_factory=dict)

    def sense(self, name: str) -> Sense | None:
        """The sense of this id, None where the codebook has none."""
        return next((s for s in self.senses if s.id == name), None)


def parse_pattern(entry: str, *, noun: bool, where: str = "") -> Pattern:
    """Read one entry. Raises CodebookError where it does not follow the schema."""
    found = _ENTRY.match(entry.strip()) if isinstance(entry, str) else None
    if not found:
        raise CodebookError(f"{where}: cannot read the entry {entry!r}; write LEMMA [PARTICLE] [| COMPLEMENT] [> PREPOSITION] [& AIM]")
    words = found["words"].lower().split()
    listed, preps, aims = (tuple(w.strip().lower() for w in (found[g] or "").split(",") if w.strip()) for g in ("with", "preps", "aims"))
    if noun:
        return Pattern(words[-1], before=tuple(words[:-1]), complements=listed, prepositions=preps)
    return Pattern(words[0], particles=tuple(words[1:]), complements=listed, prepositions=preps, aims=aims)


def _roles(raw: Mapping[str, Any] | None, default: Mapping[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    """A sense's slots over its type's. `{actor: [...]}` without verb/noun holds for both."""
    out: dict[str, dict[str, tuple[str, ...]]] = {}
    raw = raw or {}
    for form in ("verb", "noun"):
        own = dict(raw.get(form) or {})
        own.update({k: v for k, v in raw.items() if k in {"actor", "recipient"}})
        merged = {**(default.get(form) or {}), **own}
        out[form] = {role: tuple([slots] if isinstance(slots, str) else slots or ()) for role, slots in merged.items()}
    return out


def _tuple(value: Any) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def _guards(raw: Mapping[str, Any] | None, default: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {role: _tuple(kinds) for role, kinds in {**default, **(raw or {})}.items()}


def _sense(raw: Mapping[str, Any], top: Mapping[str, Any], where: str, *, own: bool = False) -> Sense:
    unknown = set(raw) - _SENSE_KEYS if isinstance(raw, dict) else {repr(raw)}
    if unknown or "id" not in raw:
        raise CodebookError(f"{where}: unknown or missing keys in a sense: {sorted(unknown) or 'id'}")
    where = f"{where}, sense {raw['id']}"
    if own:
        check_sense(raw, where)
    patterns = {
        form: tuple(parse_pattern(e, noun=form == "nouns", where=where) for e in _tuple(raw.get(form)))
        for form in ("verbs", "nouns", "adjectives")
    }
    return Sense(
        id=raw["id"], type=top["type"], modes=_tuple(raw.get("modes")),
        verbs=patterns["verbs"], nouns=patterns["nouns"], adjectives=patterns["adjectives"],
        roles=_roles(raw.get("roles"), top.get("roles") or {}),
        guards=_guards(raw.get("guards"), top.get("guards") or {}),
        needs=frozenset(_tuple(raw.get("needs"))), unless=frozenset(w.lower() for w in _tuple(raw.get("unless"))),
        unless_object=frozenset(w.lower() for w in _tuple(raw.get("unless_object"))),
        reciprocal=bool(raw.get("reciprocal")), status=raw.get("status"), weak=bool(raw.get("weak")), several=bool(raw.get("several")),
        aggregate=bool(raw.get("aggregate")), examples=tuple(raw.get("examples") or ()), never=_tuple(raw.get("not")),
        override=bool(raw.get("override")), own=own,
    )  # fmt: skip


def _senses(path: Path) -> list[Sense]:
    top = read_yaml(path)
    if not isinstance(top, dict) or top.get("type") not in EVENT_TYPES:
        raise CodebookError(f"{path}: `type` must be one of {', '.join(EVENT_TYPES)}")
    return [_sense(raw, top, str(path.name)) for raw in top.get("senses") or ()]


def own_senses(own: Own) -> list[Sense]:
    """The senses of a user's files; roles and guards that a file leaves out are those of its type."""
    found: list[Sense] = []
    for where, text in own.acts():
        top = parse_yaml(text, where)
        check_file(top, where, _TOP_KEYS)
        shipped = ACTS / f"{str(top['type']).lower()}.yaml"
        given = read_yaml(shipped) if shipped.exists() else DEFAULTS
        whole = {**{k: given[k] for k in ("roles", "guards") if k in given}, **top}
        found += [_sense(raw, whole, where, own=True) for raw in top.get("senses") or ()]
    return found


def _light(path: Path) -> LightVerbs:
    raw = read_yaml(path) if path.exists() else {}
    read = {
        key: tuple(parse_pattern(e, noun=False, where=path.name) for e in raw.get(key) or ())
        for key in ("active", "passive_like", "causal")
    }
    return LightVerbs(**read, of_known=frozenset(map(str, raw.get("of_known") or ())))


def _index(senses: Iterable[Sense], form: str) -> dict[str, tuple[tuple[Pattern, Sense], ...]]:
    out: dict[str, list[tuple[Pattern, Sense]]] = {}
    for sense in senses:
        for pattern in getattr(sense, form):
            out.setdefault(pattern.lemma, []).append((pattern, sense))
    return {lemma: tuple(sorted(found, key=lambda f: -f[0].weight)) for lemma, found in out.items()}


@lru_cache(maxsize=4)
def load_frames(own: Own | None = None) -> Frames:
    """The shipped frames, with the user's own (`acts/*.yaml`), which come first among equals. Raises CodebookError."""
    shipped = [sense for path in sorted(ACTS.glob("*.yaml")) if path.stem != "light" for sense in _senses(path)]
    ours = own_senses(own) if own is not None else []
    return _frames(_joined(shipped, ours), _light(ACTS / "light.yaml"))


def with_senses(frames: Frames, ours: Sequence[Sense]) -> Frames:
    """These frames with more senses before them; of one id the new one stays."""
    ids = {s.id for s in ours}
    return _frames([*ours, *(s for s in frames.senses if s.id not in ids)], frames.light)


def _frames(senses: Sequence[Sense], light: LightVerbs) -> Frames:
    by_verb = _index(senses, "verbs")
    return Frames(tuple(senses), light, by_verb, _index(senses, "nouns"), lemma_by_form(by_verb))


def _joined(shipped: Sequence[Sense], ours: Sequence[Sense]) -> list[Sense]:
    """The user's senses, then the shipped ones that none of them overrides."""
    ids = {s.id for s in shipped}
    seen: set[str] = set()
    for sense in ours:
        if sense.id in seen or (sense.id in ids and not sense.override):
            remedy = "give one of them another id" + (", or write `override: true` to replace the shipped one" if sense.id in ids else "")
            raise CodebookError(f"sense {sense.id} stands twice; {remedy}")
        if sense.override and sense.id not in ids:
            raise CodebookError(f"sense {sense.id} overrides nothing: no shipped sense has this id; leave out `override`")
        seen.add(sense.id)
    kept = [s for s in shipped if s.id not in seen]
    if len({s.id for s in kept}) != len(kept):
        raise CodebookError("a shipped sense stands twice; reinstall Casus")
    return [*ours, *kept]
