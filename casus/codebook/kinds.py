"""What kind of actor a noun points to, and in which capacity such a source speaks (kinds.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast, get_args

from casus.codebook.actors import ActorTable
from casus.codebook.names import parts, plain
from casus.codebook.yaml_files import read_yaml
from casus.model.actor import ActorKind
from casus.model.claim import Capacity
from casus.model.errors import CodebookError

LEXICON = Path(__file__).with_name("kinds.yaml")
_ARMED = frozenset({"unnamed-armed", "armed-group", "militia"})
_BELLIGERENT = frozenset({"state", "government", "military", "police", "intelligence", "armed-group", "militia", "unnamed-armed"})
_CIVIL = frozenset("court tribunal judge prosecutor hospital expert analyst blogger historian observer attache museum academy".split())
"""What stands beside an army without being its voice ("a military court")."""
MOUTHS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
"""Who speaks for somebody else."""
_AGENTIVE = ("er", "or", "ist", "ant", "ent", "man", "woman", "ian")
_CAPACITY_FLAGS: tuple[Capacity, ...] = ("medic", "witness", "analyst", "media", "ngo", "institute")
_BY_KIND: Mapping[str, Capacity] = {
    "state": "official", "government": "official", "military": "official", "police": "official", "intelligence": "official",
    "igo": "official", "ngo": "ngo", "media": "media", "institute": "institute", "armed-group": "party", "militia": "party",
    "unnamed-armed": "party",
}  # fmt: skip
_NO_AGENTS = frozenset(
    "boulder tower river water weather fever power paper order border matter manner letter corner center centre quarter winter "
    "summer disaster laser cover shelter trigger cylinder powder factor sector tractor motor door floor error terror tremor armor armour "
    "offer number answer computer newspaper helicopter bunker transfer encounter disorder career banner poster chamber theater slaughter "
    "murder surrender barter favor rumor corridor monitor list fist twist checklist site suite website satellite dynamite beer deer tender "
    "chapter barrier border server counter charter letter layer meter tanker container trailer carrier fighter-bomber pier "
    "reactor mirror behavior labor harbor anchor vapor timber lumber rubber copper silver hammer ladder "
    "broadcaster freighter trawler cruiser cutter liner steamer destroyer digger bulldozer scooter revolver transmitter printer".split()
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the lexicon: the kind of actor it points to and its flags."""

    words: str
    kind: ActorKind
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kinds:
    """The lexicon: nouns by their words, modifiers by theirs, words of doubt about who it is."""

    nouns: Mapping[str, Noun]
    modifiers: Mapping[str, ActorKind]
    suspected: frozenset[str]
    suspected_phrases: tuple[str, ...]
    unidentified: frozenset[str]

    def noun(self, head_lemma: str, words: str = "") -> Noun | None:
        """The longest entry that ends at the head: "suicide bomber" before "bomber"."""
        pieces = [plain(word) for word in parts(words)]
        head = plain(head_lemma)
        at = next((i for i in reversed(range(len(pieces))) if head in (pieces[i], singular(pieces[i]))), None)
        before = pieces[:at] if at is not None else []
        for length in range(min(4, len(before)), 0, -1):
            start = " ".join(before[-length:])
            found = self.nouns.get(f"{start} {head}") or self.nouns.get(f"{start} {singular(head)}")
            if found is not None:
                return found
        return self.nouns.get(head) or self.nouns.get(singular(head))


@lru_cache(maxsize=2)
def load_kinds(path: Path = LEXICON) -> Kinds:
    """The lexicon. Raises CodebookError where it is malformed or a noun stands in it with two kinds."""
    data = read_yaml(path)
    nouns: dict[str, Noun] = {}
    for group in data["nouns"]:
        if group["kind"] not in get_args(ActorKind):
            raise CodebookError(f"{path}: {group['kind']!r} is no kind of actor")
        kind = cast(ActorKind, group["kind"])
        for words in group["words"].split(","):
            noun = Noun(" ".join(words.split()), kind, frozenset(group["flags"]))
            other = nouns.setdefault(" ".join(map(plain, parts(noun.words))), noun)
            if other.kind != kind or other.flags != noun.flags:
                raise CodebookError(f"{path}: {noun.words!r} stands under {other.kind} and under {kind}; keep one")
    modifiers = {w: cast(ActorKind, k) for k, words in data["modifiers"].items() for w in words}
    doubt = data["suspected"]
    return Kinds(
        nouns, modifiers, frozenset(doubt["words"]), tuple(doubt["phrases"]), frozenset(data["unidentified"])
    )  # fmt: skip


def tells_doer(lemma: str) -> bool:
    """Whether an unlisted noun names people by what they do ("saboteur", "blogger")."""
    return lemma not in _NO_AGENTS and lemma.endswith(("er", "or", "ist", "eur", "man", "woman", "people", "ite", "eer"))


def singular(word: str) -> str:
    """The likely singular of a plain noun; the reader's lemma is better where there is one."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word == "children":
        return "child"
    if word.endswith(("sses", "ches", "shes", "xes", "buses", "campuses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "bus", "campus", "corps")) else word


def kind_of(head_lemma: str, words: str, table: ActorTable) -> ActorKind:
    """The kind of actor a phrase points to, by its head, what stands before it, and the names in it.

    "rebel commander" -> unnamed-armed; "Taliban fighters" -> armed-group; "army officer" -> military.
    """
    lexicon = load_kinds()
    noun = lexicon.noun(head_lemma, words)
    if noun is None and (role := title_before(head_lemma, words)) is not None:
        return kind_of(role, words, table)
    whole, of, rest = words.partition(" for " if noun is not None and noun.words in MOUTHS and " for " in words else " of ")
    last = parts(rest)[-1:] or [""]
    bearer = singular(plain(last[0])) == plain(head_lemma)  # "an Islamic Movement of Uzbekistan member"
    if of and noun is not None and "generic" in noun.flags and not bearer and _modifier(whole, head_lemma) is None:
        return kind_of(singular(plain(last[0])), rest, table)
    if noun is None and _is_common(words, head_lemma):
        return _of_unlisted(words, head_lemma, table)
    if noun is None or ("generic" in noun.flags and not _modifier(words, head_lemma)):
        return _named_kind(words, table) or (noun.kind if noun else _modifier(words, head_lemma) or "unknown")
    kind = noun.kind
    modifier = _modifier(words, head_lemma)
    if modifier is not None and _overrules(noun, modifier):
        kind = modifier
    if kind in _ARMED or kind == "unknown":
        named = _named_kind(words, table)
        if named in _ARMED or (named is not None and kind == "unknown"):
            return "armed-group" if named == "unnamed-armed" else named
    return kind


def _is_common(words: str, head_lemma: str) -> bool:
    """Whether a phrase is headed by a word in small letters ("the Iranian rial", "a message on Twitter")."""
    head = plain(head_lemma)
    return any(w[:1].islower() and head in (plain(w), singular(plain(w))) for w in parts(words))


def _of_unlisted(words: str, head_lemma: str, table: ActorTable) -> ActorKind:
    """An unlisted noun: what hangs on it does not make it a body ("term limits on Congress"); a group's name before it does."""
    written, head = parts(words), plain(head_lemma)
    at = next((i for i in reversed(range(len(written))) if head in (plain(written[i]), singular(plain(written[i])))), len(written))
    named = _named_kind(" ".join(written[: at + 1]), table)
    if named in _ARMED or named == "party":
        return named
    modifier = _modifier(words, head_lemma)
    return modifier if modifier in _ARMED or (modifier is not None and head.endswith(_AGENTIVE)) else "unknown"


def title_before(head_lemma: str, words: str) -> str | None:
    """The title before a person's name that heads a phrase: "minister" in "Defence Minister Ana Kolb"."""
    written = parts(words)
    plain_words = [plain(word) for word in written]
    head = plain(head_lemma)
    at = next((i for i in reversed(range(len(written))) if plain_words[i] == head), None)
    while at and written[at][:1].isupper():
        at -= 1
        noun = load_kinds().noun(plain_words[at], " ".join(written[: at + 1]))
        if noun is not None:
            return plain_words[at] if "person" in noun.flags else None
    return None


def _overrules(noun: Noun, modifier: ActorKind) -> bool:
    """Whether a modifier decides: always for generic nouns, never for victims and for what is more exact already."""
    if " " in noun.words:
        return False
    if "generic" in noun.flags:
        return True
    if noun.words == "force":
        return modifier in _ARMED or modifier == "police"
    if noun.kind == "government":
        return "person" in noun.flags and modifier in ("military", "police", "intelligence", "igo", "party", "unnamed-armed", "militia")
    return False


def _modifier(words: str, head_lemma: str) -> ActorKind | None:
    """The kind a word before the head decides, the nearest to the head first."""
    lexicon = load_kinds()
    pieces = [plain(word) for word in parts(words)]
    head = plain(head_lemma)
    at = next((i for i in reversed(range(len(pieces))) if head in (pieces[i], singular(pieces[i]))), len(pieces))
    for i in range(at - 1, -1, -1):
        pair = " ".join(pieces[i - 1 : i + 1]) if i else ""
        found = lexicon.modifiers.get(pair) or lexicon.modifiers.get(pieces[i]) or lexicon.modifiers.get(singular(pieces[i]))
        if found is not None:
            return found
    return None


def _named_kind(words: str, table: ActorTable) -> ActorKind | None:
    """The kind of the last known name in a phrase, if all it may mean are of one kind; a nationality is a state.

    A capital is a government; a people ("12 Palestinians", "Afghans") are civilians, with the article a state ("the Russians").
    """
    matches = table.longest_in(words.split())
    kinds: set[ActorKind] = {actor.kind for actor in matches[-1].actors} if matches else set()
    if len(kinds) == 1:
        return kinds.pop()
    if matches:
        return None
    pieces = [word for word in words.split() if word[:1].isupper()]
    if table.capital(" ".join(pieces)) or (pieces and table.capital(pieces[-1])):
        return "government"
    if not any(table.demonym(word) for word in pieces):
        return None
    people = pieces[-1] == words.split()[-1] and pieces[-1].endswith(("s", "ese", "men")) and words.split()[0].lower() != "the"
    return "civilians" if people else "state"


def capacity_of(words: str, head_lemma: str, kind: ActorKind, *, party: bool = False) -> Capacity:
    """The capacity in which a source speaks. `party`: the caller knows that it belongs to a side of the conflict told.

    An armed group is always a party; a government, army or police is one only if the caller says so, else official.
    """
    noun = load_kinds().noun(head_lemma, words)
    flags = noun.flags if noun is not None else frozenset()
    for capacity in _CAPACITY_FLAGS:
        if capacity in flags and not (capacity == "ngo" and kind in _BELLIGERENT):
            return capacity
    if party and kind in _BELLIGERENT:
        return "party"
    return _BY_KIND.get(kind, "unknown")


def is_military(words: str) -> bool:
    """Whether a name holds a word for armed forces or one of their ranks ("army spokesman", "the general"), not for a court's."""
    lexicon = load_kinds()
    found = [plain(w) for w in parts(words)]
    if set(found) & _CIVIL:
        return False
    nouns = [lexicon.noun(w, " ".join(found[: i + 1])) for i, w in enumerate(found)]
    return any(n is not None and n.kind == "military" for n in nouns) or any(lexicon.modifiers.get(w) == "military" for w in found)


def is_person_role(lemma: str) -> bool:
    """Whether the noun names one human being by role: minister, soldier, resident."""
    return _has(lemma, "person")


def is_armed_noun(lemma: str) -> bool:
    """Whether the noun names those who bear arms: soldier, troops, guerrilla, battalion."""
    noun = load_kinds().noun(lemma)
    return noun is not None and noun.kind in {*_ARMED, "military"}


def is_people(lemma: str) -> bool:
    """Whether the noun names human beings or bodies of them, who can be harmed and counted."""
    return _has(lemma, "people")


def is_official(lemma: str) -> bool:
    """Whether the noun names a government, a part of it or somebody who speaks for it."""
    return _has(lemma, "official")


def is_protester(lemma: str) -> bool:
    """Whether the noun names people who protest, riot or strike."""
    return _has(lemma, "protester")


def is_machine(lemma: str) -> bool:
    """Whether the noun names a weapon or vehicle that stands for the force that uses it: warplane, drone."""
    return _has(lemma, "machine")


def is_thing(lemma: str) -> bool:
    """Whether the noun names what can be struck but does not act: village, convoy, hospital, checkpoint."""
    return _has(lemma, "thing")


def _has(lemma: str, flag: str) -> bool:
    noun = load_kinds().noun(lemma)
    return noun is not None and flag in noun.flags
