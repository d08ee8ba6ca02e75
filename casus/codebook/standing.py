"""Standing: how a party counts as the second key of an act (standing.yaml)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from casus.codebook.kinds import load_kinds, singular, tells_doer
from casus.codebook.names import parts, plain
from casus.codebook.yaml_files import read_yaml
from casus.model.actor import ActorKind, Party
from casus.model.claim import EVENT_TYPES
from casus.model.errors import CodebookError

TABLE = Path(__file__).with_name("standing.yaml")
Standing = Literal["public", "leader", "body", "people", "thing", "nothing", "act", "none"]
_BY_KIND: tuple[Standing, ...] = ("public", "body", "people")
_OWNED = re.compile(r"[A-Z]\w+['’]s ")
_PAST = frozenset({"former", "ex", "late", "onetime", "ousted", "deposed"})
_WITHIN = frozenset("of in at on near from for between with to that who which".split())


@dataclass(frozen=True, slots=True)
class StandingTable:
    """The kinds of each standing, and per act (type, or type/mode) the standings of its parties that make it certain."""

    by_kind: Mapping[ActorKind, Standing]
    sides: frozenset[str]
    assemblies: frozenset[str]
    communities: frozenset[str]
    locals: frozenset[str]
    spokesmen: frozenset[str]
    indefinite: frozenset[str]
    pairs: Mapping[str, Mapping[Standing, frozenset[Standing]]]
    together: frozenset[str]
    mutual: frozenset[str]
    armed: frozenset[str]
    civil: frozenset[str]
    borne: frozenset[str]
    arresting: frozenset[str]
    limbs: frozenset[str]

    def of(self, party: Party) -> Standing:
        """The standing of one party: by its kind; a person the table knows is a leader."""
        if plain(party.name) in self.indefinite:
            return "nothing"
        if party.kind == "person" and (party.id is not None or _holds_office(party)):
            return "leader"
        if party.kind == "collective" and (singular(head_of(party.name)) in self.sides or "several actors" in party.reason):
            return "public"
        if party.kind == "unknown" and head_of(party.name) == "leaders" and any(w[:1].isupper() for w in parts(party.name)[:-1]):
            return "public"  # "West African leaders"
        return self.by_kind.get(party.kind) or _of_words(party)

    def is_spokesman(self, party: Party) -> bool:
        """Whether a party is people who stand for a community or are met as a side ("tribal elders", "the families of hostages")."""
        return self.of(party) == "people" and singular(head_of(party.name)) in self.spokesmen

    def bears(self, act: str, doer: Standing, suffered: Standing) -> bool:
        """Whether an act (type, or type/mode) is certain between two such parties; leaders are public where not listed apart."""
        pairs = self.pairs[act]
        found = pairs.get(doer) or (pairs.get("public") if doer == "leader" else None) or frozenset()
        return suffered in found or (suffered == "leader" and "public" in found)

    def is_thing(self, party: Party) -> bool:
        """Whether a party is a common noun that names neither people nor a body ("the law", "an attempt to enter")."""
        if party.id is not None or party.kind not in {"unknown", "state"} or plain(party.name) in self.indefinite:
            return False
        words = parts(party.name)
        if party.kind == "state":
            noun = load_kinds().noun(singular(head_of(party.name)), party.name)
            return noun is not None and "thing" in noun.flags
        return bool(words) and words[_head(words)][:1].islower() and self.of(party) in {"thing", "nothing"}

    def is_community(self, party: Party) -> bool:
        """Whether a party is people who meet or agree as a side, for those they stand for ("elders of the two clans")."""
        return self.is_spokesman(party) and singular(head_of(party.name)) in self.communities

    def is_assembly(self, party: Party) -> bool:
        """Whether a party is a body that sits together ("the cabinet", "the Security Council")."""
        if self.locals & set(parts(party.name.lower())) or not (self.of(party) == "public" or party.kind == "collective"):
            return False
        return any(singular(head_of(w)) in self.assemblies for w in (party.name, party.evidence.words))

    def act(self, event_type: str, modes: tuple[str, ...], sense: str | None = None) -> str:
        """The entry of an act: that of its sense, else of its mode, else of its type."""
        entries = (f"{event_type}/{what}" for what in (sense, *modes))
        return next((entry for entry in entries if entry in self.pairs), event_type)


def _holds_office(party: Party) -> bool:
    """ "Governor Ana Ruiz of Cauca", "the mayor, Musa Bello": a person named with an office of state held now."""
    words = parts(party.evidence.words)
    if _PAST & {plain(w) for w in words}:
        return False
    titles = (w for k, w in enumerate(words) if k < len(words) - 1 or w[:1].islower())  # "Rodney King" is none
    nouns = [load_kinds().noun(singular(plain(w))) for w in titles]
    return any(n is not None and n.kind == "government" and {"person", "official"} <= n.flags and "generic" not in n.flags for n in nouns)


def _of_words(party: Party) -> Standing:
    """A party of unknown kind: a listed thing, words with a name in them, or nothing that can be told."""
    words = parts(party.name)
    if not words:
        return "nothing"
    head = _head(words)
    noun = load_kinds().noun(singular(plain(words[head])), " ".join(words[: head + 1]))
    if noun is not None:
        return "thing" if "thing" in noun.flags else "people"
    if tells_doer(singular(words[head])):
        return "people"
    named = any(w[:1].isupper() for w in words[min(1, head) :]) or _OWNED.match(party.name)
    return "thing" if named else "nothing"


def is_several(party: Party) -> bool:
    """Whether a phrase names several who stand on one side: a plural role, or names joined ("the foreign ministers")."""
    words = parts(party.evidence.words)
    if "and" in words[: _head(words) + 1]:
        return True
    last = head_of(party.evidence.words)
    noun = load_kinds().noun(singular(last))
    return singular(last) != last and noun is not None and bool(noun.flags & {"person", "generic", "body"})


def head_of(words: str) -> str:
    """The head of a phrase, plain: the last word before what hangs on it ("the foreign ministers of Mali": ministers)."""
    found = parts(words)
    return plain(found[_head(found)]) if found else ""


def _head(words: Sequence[str]) -> int:
    return next((i for i, w in enumerate(words) if i and plain(w) in _WITHIN), len(words)) - 1


@lru_cache(maxsize=1)
def load_standing(path: Path = TABLE) -> StandingTable:
    """The table. Raises CodebookError where a type or a standing is unknown."""
    raw: dict[str, Any] = read_yaml(path)
    by_kind: dict[ActorKind, Standing] = {kind: name for name in _BY_KIND for kind in raw[name]}
    if unknown := set(by_kind) - set(get_args(ActorKind)):
        raise CodebookError(f"{path}: no kinds of actor: {sorted(unknown)}")
    pairs = {act: {a: frozenset(r) for a, r in allowed.items()} for act, allowed in raw["pairs"].items()}
    for act, allowed in pairs.items():
        named = set(allowed).union(*allowed.values()) - set(get_args(Standing))
        if act.partition("/")[0] not in EVENT_TYPES or named:
            raise CodebookError(f"{path}: {act}: unknown type or standing {sorted(named)}")
    names = (
        "sides", "assemblies", "communities", "locals", "spokesmen", "indefinite",
        "together", "mutual", "armed", "civil", "borne", "arresting", "limbs",
    )  # fmt: skip
    words = {name: frozenset(raw[name]) for name in names}
    return StandingTable(by_kind=by_kind, pairs=pairs, **words)
