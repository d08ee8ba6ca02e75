"""The vocabulary of acts, of saying and of harm: well formed, complete, and without two types claiming the same words."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

import casus.codebook
from casus.codebook.frames import Pattern, Sense, load_frames
from casus.model.claim import EVENT_TYPES, Stance, Status

HOME = Path(casus.codebook.__file__).parent
FILES = sorted(p for p in (HOME / "acts").glob("*.yaml") if p.stem != "light")
FRAMES = load_frames()
SENSES = FRAMES.senses
MODES: dict[str, set[str]] = {
    "AGREE": {"meet", "settle", "mediate", "cooperate"},
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "ban", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "COERCE": {
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
        "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
}  # fmt: skip
SLOTS = set(
    "subj obj iobj comp poss mod by of from with against between among to for on upon at in into near outside beside inside "
    "under over about toward towards along around across behind alongside after amid through".split()
)
GROUPS = set(
    "political armed arms state country people civilians thing town doing any organisation government military police intelligence "
    "armed-group militia party igo ngo person unnamed-armed collective institute media company".split()
)
GLUED_PREFIXES = set("anti co de e ex inter mid multi non over post pre pro re semi sub super trans ultra un under".split())


def raw(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def by_id(sense: Sense) -> str:
    return sense.id


def entries(sense: Sense) -> list[tuple[str, Pattern]]:
    return [(form, p) for form in ("verbs", "nouns") for p in getattr(sense, form)]


def strings(value: Any, path: str = "") -> list[tuple[str, Any]]:
    """Every leaf of a YAML value with its path."""
    if isinstance(value, dict):
        return [leaf for k, v in value.items() for leaf in [(f"{path}#key", k), *strings(v, f"{path}/{k}")]]
    if isinstance(value, list):
        return [leaf for v in value for leaf in strings(v, path)]
    return [(path, value)]


def test_every_plover_type_has_a_file_named_after_it() -> None:
    own = {t.lower() for t in EVENT_TYPES}
    assert own <= {p.stem for p in FILES}
    assert all(raw(p)["type"].lower() == p.stem for p in FILES if p.stem in own)


def test_ids_are_unique() -> None:
    ids = [s.id for s in SENSES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("sense", SENSES, ids=by_id)
def test_modes_slots_guards_and_status_are_known(sense: Sense) -> None:
    assert set(sense.modes) <= MODES.get(sense.type, set())
    assert {slot for form in sense.roles.values() for slots in form.values() for slot in slots} <= SLOTS
    assert {group for groups in sense.guards.values() for group in groups} <= GROUPS
    assert sense.needs <= {"actor", "recipient"}
    assert sense.status is None or sense.status in Status.__args__  # type: ignore[attr-defined]
    assert (sense.status == "threatened") == (sense.type == "THREATEN")


@pytest.mark.parametrize("sense", SENSES, ids=by_id)
def test_a_sense_has_words_two_examples_and_a_trap(sense: Sense) -> None:
    assert entries(sense)
    assert len(sense.examples) >= 2
    assert sense.never


@pytest.mark.parametrize("sense", SENSES, ids=by_id)
def test_examples_name_parties_by_their_own_words(sense: Sense) -> None:
    for example in sense.examples:
        assert set(example) <= {"text", "actor", "recipient"}
        for role in ("actor", "recipient"):
            assert example.get(role, "") in example["text"]
    texts = [e["text"] for e in sense.examples]
    assert not set(texts) & set(sense.never)


@pytest.mark.parametrize("sense", SENSES, ids=by_id)
def test_words_are_lower_case_lemmas_a_tokenizer_can_give(sense: Sense) -> None:
    """Hyphens are tokens of their own (read/tokens.py), so a hyphenated word matches nothing, glued prefixes apart."""
    for _, p in entries(sense):
        for word in (p.lemma, *p.before, *p.particles, *p.complements, *p.prepositions):
            assert word == word.lower()
            assert "-" not in word or word.split("-")[0] in GLUED_PREFIXES, word
    assert all("-" not in w or w.split("-")[0] in GLUED_PREFIXES for w in sense.unless)


@pytest.mark.parametrize("sense", SENSES, ids=by_id)
def test_no_entry_stands_twice_in_a_sense(sense: Sense) -> None:
    listed = entries(sense)
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("sense", SENSES, ids=by_id)
def test_a_sense_does_not_forbid_its_own_words(sense: Sense) -> None:
    own = {w for _, p in entries(sense) for w in (*p.before, *p.particles, *p.complements)}
    assert not own & sense.unless


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return bool(set(a) & set(b)) if a and b else not a and not b


def _distinct(a: Sense, b: Sense) -> bool:
    """Whether two senses with the same words differ in who may do it to whom, or one waits for a second key."""
    return a.guards != b.guards or a.weak != b.weak or a.needs != b.needs


def test_two_types_do_not_claim_the_same_words() -> None:
    """The same lemma may stand in two types only where complement, preposition, aim, guards or weakness tell them apart."""
    found = defaultdict(list)
    for sense in SENSES:
        for form, p in entries(sense):
            found[form, p.lemma, p.before, p.particles].append((p, sense))
    clashes = {
        f"{p.lemma} {p.particles}: {a.id} / {b.id}"
        for listed in found.values()
        for k, (p, a) in enumerate(listed)
        for q, b in listed[k + 1 :]
        if a.type != b.type and _overlap(p.complements, q.complements) and _overlap(p.prepositions, q.prepositions)
        and _overlap(p.aims, q.aims) and not _distinct(a, b)
    }
    assert not clashes


@pytest.mark.parametrize("path", [*FILES, HOME / "acts" / "light.yaml", HOME / "speech.yaml", HOME / "harm.yaml"], ids=lambda p: p.stem)
def test_no_word_is_read_as_a_truth_value_or_a_number(path: Path) -> None:
    """YAML reads a bare `on`, `no` or `false` as a truth value; such words must be quoted."""
    for where, leaf in strings(raw(path)):
        if where.endswith(("/weak", "/reciprocal", "/aggregate", "/several")):
            assert leaf is True
        else:
            assert isinstance(leaf, str), (where, leaf)


def test_light_verbs_have_their_kinds() -> None:
    light = raw(HOME / "acts" / "light.yaml")
    assert set(light) == {"active", "passive_like", "causal", "of_known"}
    assert set(light["of_known"]) <= {entry.split(" ")[0] for kind in ("active", "passive_like") for entry in light[kind]}


def test_the_vocabulary_is_broad() -> None:
    assert len(SENSES) >= 110
    assert sum(len(entries(s)) for s in SENSES) >= 2500
    assert sum(len(s.examples) for s in SENSES) >= 350
    assert sum(len(s.never) for s in SENSES) >= 200


def test_speech_lists_are_known_stances() -> None:
    stances = set(Stance.__args__) | {"claims", "believes", "warns"}  # type: ignore[attr-defined]
    speech = raw(HOME / "speech.yaml")
    for part in ("verbs", "verb_phrases", "nouns"):
        assert set(speech[part]) <= stances
    assert set(speech["no_comment"]) == {"declined", "no_response", "not_commented", "looking_into", "neither"}


def test_harm_lists_are_known_kinds() -> None:
    kinds = {"killed", "injured", "killed_or_injured", "captured", "missing", "displaced"}
    harm = raw(HOME / "harm.yaml")
    for part in ("verbs", "intransitive", "phrases", "phrases_of_subject", "participles", "adjectives", "nouns"):
        assert set(harm[part]) <= kinds
