"""Words that point back: "it", "he", "the group", "the army", "their fighters"; always with what they point to."""

from __future__ import annotations

import re
from dataclasses import replace

from casus.codebook.around_names import load_around_names
from casus.codebook.kinds import singular
from casus.model.actor import Actor, ActorKind
from casus.resolve.actor_backward import HOME, Before, wants
from casus.resolve.actor_bodies import of_country, of_named, somebody_else
from casus.resolve.actor_identity import Identity, of_actor, unknown
from casus.resolve.actor_own_words import speaks_after
from casus.resolve.actor_scene import Scene
from casus.resolve.actor_words import Phrase, phrase_at

_OF_PERSONS = frozenset("he she him her himself herself".split())
_OF_BODIES = frozenset("it they them itself themselves".split())
_OF_SEVERAL = frozenset({"they", "them"})
POSSESSIVES = frozenset("its their his her".split())
ARMED = frozenset({"armed-group", "militia", "military", "police"})
OF_STATE = frozenset({"government", "military", "police", "intelligence", "state"})
_SEAT = re.compile(r"(?:^|[.!?”]\s+|\n)In ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}), $")
_SEAT_AFTER = re.compile(r" in ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})")
"""A capital that opens a sentence before a body, or follows it: "In Moscow, the defence ministry", "the ministry in Moscow"."""
_SAYS = re.compile(r"\s+(?:also\s+|has\s+|had\s+)?(?:said|says|added|noted|reported|documented|called|urged|found|wrote|estimated)\b")
_DENIES = re.compile(r"\s+(?:has\s+|have\s+|had\s+)?(?:repeatedly\s+|always\s+)?(?:den(?:ied|ies|y)|reject(?:s|ed)|dispute[sd])\b")
_OF_MILITIA = ("militia", "vigilante", "paramilitar")
_SEVERAL = frozenset("two three four five six both other".split())
_ANYWHERE = frozenset({"leader", "member"})
_OF_A_PART = frozenset("regional interim provincial autonomous".split())
OWNED = frozenset({"person", "body", "machine", "hostile", "generic"})


def pronoun(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "it", "they": the subject before; "he", "she": the person before. Nobody inside a quotation."""
    word = phrase.words[0].plain if len(phrase.words) == 1 else ""
    if word not in _OF_PERSONS | _OF_BODIES:
        return None
    if _in_quotation(phrase, scene.text) or _is_expletive(phrase):
        return unknown(phrase.written, "unknown", f'unknown: "{word}" points to nobody named outside these words')
    found = _meant(word, phrase.start, scene)
    span = scene.before.body_subject(phrase.start)
    spoken = span is not None and speaks_after(phrase, span[0])
    if word in _OF_BODIES and not spoken and (via := _through(phrase.start, found, scene, word)) is not None:
        return replace(via, reason=f'"{word}" stands for "{via.name}"; {via.reason}')
    return as_before(phrase, found, word, scene) if found is not None else None


def _meant(word: str, at: int, scene: Scene) -> Before | None:
    """The known name a pronoun stands for, unless people no table lists could be meant as well."""
    found = scene.before.person(at) if word in _OF_PERSONS else scene.before.anyone(at)
    if found is None or word == "it":
        return found
    if word in _OF_SEVERAL and _is_state(found):
        return None  # a state is "it"; "they" are people told of beside it
    others = [t for t in scene.common.candidates(word, at) if not t.start <= found.start < t.end]
    if word in _OF_PERSONS:
        return None if any(found.words.lower().split()[-1] != t.name for t in others) else found
    return None if any(t.start > found.start for t in others) else found


def _is_state(found: Before) -> bool:
    """Whether the name before is a country's, not its people's ("the Americans")."""
    state = found.iso3 is not None if found.actor is None else found.actor.kind == "state"
    return state and not found.words.endswith("s")


def pronoun_of_nobody(phrase: Phrase, _: Scene) -> Identity | None:
    """A pronoun that no rule before could place."""
    word = phrase.words[0].plain if len(phrase.words) == 1 else ""
    if word not in _OF_PERSONS | _OF_BODIES:
        return None
    kind: ActorKind = "person" if word in _OF_PERSONS else "unknown"
    return unknown(phrase.written, kind, f'unknown: nothing before decides who "{word}" is')


def pointing_back(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "the group", "the army", "their fighters": the last name before that fits."""
    if not phrase.core:
        return None
    if not phrase.definite:
        return _of_body(phrase, scene)
    first = phrase.words[0].plain
    if first in POSSESSIVES and len(phrase.words) > 1:
        return _possessed(phrase, first, scene)
    head = phrase.core[phrase.head].plain
    kind = wants(phrase.noun, head)
    if phrase.plain_words == ("force",):
        return _force_before(phrase, scene)
    if kind is None or _has_own_name(phrase) or any(w.plain in _SEVERAL for w in phrase.words[1:3]):
        return None
    if kind == "group" and phrase.noun is not None and "person" in phrase.noun.flags and singular(head) == head:
        return None  # "the gunman" is one man, not the group
    if kind == "group":
        armed = phrase.noun is not None and "hostile" in phrase.noun.flags
        found = scene.before.group(
            phrase.start,
            armed=armed,
            speaking=_SAYS.match(scene.text, phrase.end) is not None,
            denying=_DENIES.match(scene.text, phrase.end) is not None,
            militia=head.startswith(_OF_MILITIA),
        )
        if armed and found is not None and (nearer := scene.common.armed_between(found.start, phrase.start)) is not None:
            written = phrase_at(scene.text, nearer.start, nearer.end, None)
            return unknown(written.bare, "unnamed-armed", f'unknown: "the {head}" may be "{written.written}", told of nearer')
        if found is not None and not found.subject and (via := _same_group(phrase, found, scene)) is not None:
            return via
    else:
        seat = _SEAT.search(scene.text, max(phrase.start - 60, 0), phrase.start) or _SEAT_AFTER.match(scene.text, phrase.end)
        iso3 = scene.table.capital(seat[1]) if seat is not None else None
        if iso3 is not None and seat is not None:
            return of_country(phrase, iso3, f'"the {head}" in "{seat[1]}"', table=scene.table, on=scene.on)
        army = phrase.noun is not None and phrase.noun.kind == "military"
        struck = "-".join(phrase.plain_words[-2:]) in load_around_names().struck
        found = scene.before.country(phrase.start, noun="" if kind == "regime" else head, army=army, struck=struck)
    if found is None or _is_no_such(head, found):
        return None
    return as_before(phrase, found, f"the {head}", scene)


def _force_before(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "The force" after "the Rapid Support Forces"; nobody's where no such name stands before: a police force as well as an army."""
    found = scene.before.group(phrase.start, armed=False)
    named = found is not None and found.actor is not None and found.actor.name.lower().split()[-1] in {"force", "forces"}
    return as_before(phrase, found, "the force", scene) if found is not None and named else None


def _is_of_a_part(actor: Actor) -> bool:
    """Whether a government is that of a part of a country only, with forces of its own: "the Interim Administration of Norda"."""
    parted = actor.parent is None and not actor.id.endswith("-gov")
    return actor.kind == "government" and (parted or bool(_OF_A_PART & {*actor.name.lower().split()}))


def _is_no_such(head: str, found: Before) -> bool:
    """ "The network" is no political party; "the crown prince" is nobody's of a service or a group named before."""
    kind = found.actor.kind if found.actor is not None else "state"
    return (head == "network" and kind == "party") or (head in load_around_names().thrones and kind != "state")


def _of_body(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "Army aircraft", "government troops": those of the country that is meant, with or without an article."""
    body = phrase.core[0].plain
    if len(phrase.core) < 2 or body not in load_around_names().bodies or phrase.noun is None or phrase.noun.flags.isdisjoint(OWNED):
        return None
    if phrase.noun.words in _ANYWHERE:  # "he urged government leaders" is said to all of them
        return None
    found = scene.before.country(phrase.start, noun=body, army=phrase.noun.kind == "military", definite=False)
    return as_before(phrase, found, body, scene) if found is not None else None


def _possessed(phrase: Phrase, word: str, scene: Scene) -> Identity | None:
    """ "their fighters": the fighters of who was the subject before."""
    find = scene.before.person if word in ("his", "her") else scene.before.anyone
    found = find(phrase.start)
    via = _through(phrase.start, found, scene, word) if word in ("its", "their") else None
    if via is not None and via.id is None and via.kind in OF_STATE:
        return None  # nearer than any name stands a body that nobody can place
    if via is not None and via.id is not None:
        found = Before(scene.table.get(via.id), via.country if via.kind in OF_STATE else None, via.name, phrase.start, True, False, 0)
    if found is None or phrase.noun is None or (found.actor is not None and found.actor.kind == "person"):
        return None
    if somebody_else(phrase) is not None:  # "its patron" is another
        return None
    if found.actor is not None and found.actor.kind in ARMED and phrase.core[phrase.head].plain in load_around_names().own_men:
        return of_actor(found.actor, f'"{word} {phrase.core[phrase.head].text}" after "{found.words}"', scene.table, scene.on)
    if not phrase.noun.flags & OWNED or phrase.noun.kind == "civilians":
        return None
    return as_before(phrase, found, word, scene)


def _through(at: int, named: Before | None, scene: Scene, word: str) -> Identity | None:
    """Whom a nearer subject means that itself points back: "The army rejected this. In a statement it said".

    Not "they" past several people told of nearer, nor past an "it" of the same sentence, which is another. A body of a state that
    nobody can place stays what it is called.
    """
    span = scene.before.body_subject(at)
    if span is None or (named is not None and named.start >= span[0]):
        return None
    subject = phrase_at(scene.text, *span, None)
    if word in _OF_SEVERAL:
        same = scene.mentions.sentence_number(at) == scene.mentions.sentence_number(span[0])
        if any(t.start > span[0] for t in scene.common.candidates(word, at)) or (same and subject.plain_words == ("it",)):
            return None
    found = pronoun(subject, scene) or pointing_back(subject, scene)
    if found is None and subject.noun is not None and subject.noun.kind in OF_STATE:
        return unknown(subject.bare, subject.noun.kind, f'unknown: whose "{subject.written}" is, nothing tells')
    return found


def _same_group(phrase: Phrase, found: Before, scene: Scene) -> Identity | None:
    """ "The group has taken control of the Taliban. ... the group": the group that was the subject, not what it took."""
    span = scene.before.body_subject(phrase.start)
    if span is None or found.start < span[0]:
        return None
    subject = phrase_at(scene.text, *span, None)
    if subject.noun is None or wants(subject.noun, subject.noun.words) != "group":
        return None
    return pointing_back(subject, scene)


def _with_article(found: Before, scene: Scene) -> Phrase:
    """The words pointed to, with the "the" before them: "the Defence Ministry"."""
    start, end = found.start, found.start + len(found.words)
    article = scene.text[max(start - 4, 0) : start].lower()
    return phrase_at(scene.text, start - 4 if article == "the " else start, end, None)


def _in_quotation(phrase: Phrase, text: str) -> bool:
    low = max(text.rfind("\n", 0, phrase.start), 0)
    before = text[low : phrase.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_expletive(phrase: Phrase) -> bool:
    tokens = phrase.sentence.tokens if phrase.sentence is not None else ()
    return any(t.start == phrase.start and t.deprel == "expl" for t in tokens)


def _has_own_name(phrase: Phrase) -> bool:
    """Whether capitalised words beside the noun name it by themselves: "the Department of Public Works"."""
    own = set(phrase.noun.words.split()) if phrase.noun is not None else set()
    return any(w.text[:1].isupper() and not {w.plain, singular(w.plain)} & own and w.start > phrase.start for w in phrase.words)


def as_before(phrase: Phrase, found: Before, word: str, scene: Scene) -> Identity:
    """What the phrase means, given what it points back to."""
    where = {0: "in this sentence", 1: "in the sentence before", HOME: "which the report is of"}
    why = f'"{word}" points back to "{found.words}" {where.get(found.back, f"in {found.back} sentences before")}'
    actor = found.actor
    governing = actor is not None and found.iso3 is not None and actor.kind not in ("armed-group", "militia") and not _is_of_a_part(actor)
    if actor is None and found.iso3 is None:
        body = _with_article(found, scene)
        told = pointing_back(body, scene) if body.definite else None
        if told is not None and told.id is not None:
            return replace(told, reason=f"{why}; {told.reason}")
        kind = scene.kind(body)
        return unknown(found.words, kind, f"unknown: {why}, whom the codebook does not know")
    if actor is None or (governing and phrase.noun is not None):
        state = scene.table.body(found.iso3 or "", "")
        if phrase.noun is None and state is not None:
            return of_actor(state, why, scene.table, scene.on)
        return of_country(phrase, found.iso3 or "", why, table=scene.table, on=scene.on)
    if phrase.noun is None:
        return of_actor(actor, why, scene.table, scene.on)
    return of_named(phrase, actor, why, table=scene.table, on=scene.on)
