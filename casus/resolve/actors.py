"""Who every phrase of a report means: one rule after the other, the first that knows an answer gives it, with its reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from casus.codebook.actors import ActorTable
from casus.codebook.kinds import MOUTHS, load_kinds
from casus.codebook.places import Gazetteer, load_places
from casus.coding.syntax import SUBJECTS
from casus.ingest.damage.clauses import is_quoted
from casus.model.actor import ActorKind, Party
from casus.model.claim import Source
from casus.model.text import Report, Sentence, Token
from casus.resolve.actor_defined import defined
from casus.resolve.actor_identity import Identity, unknown
from casus.resolve.actor_named import apposed, named, person, several
from casus.resolve.actor_namesakes import UNDECIDED
from casus.resolve.actor_office import office_held
from casus.resolve.actor_one_of import as_one, as_persons, as_town
from casus.resolve.actor_own_words import speaker_of_itself
from casus.resolve.actor_owned import owned
from casus.resolve.actor_places import country_of, member, of_land, of_town, seated
from casus.resolve.actor_pointing import pointing_back, pronoun, pronoun_of_nobody
from casus.resolve.actor_scene import Scene, set_scene
from casus.resolve.actor_spelling import misspelt
from casus.resolve.actor_weighed import weighed
from casus.resolve.actor_words import Phrase, phrase_at, words_in
from casus.resolve.speakers import is_pronoun

__all__ = ["Identity", "ReportActors"]

_NO_LONGER = frozenset("former ex retired ousted deposed late exiled sacked dismissed".split())
_SPEAKS_FOR = frozenset({"for", "of"})
_OWN = frozenset({"we", "us", "i", "me"})
_OF_ONE = frozenset({"he", "she", "him", "his", "her"})
_NO_ACTOR = "unknown: no actor of the codebook is named"
KILLING = frozenset("kill murder slay assassinate behead execute lynch massacre slaughter".split())
_MOUTHS = frozenset("sources reports officials residents witnesses police authorities".split())
_HANDS = frozenset({"police", "authorities", "officials", "residents"})
_NEAR = 24
_OF_COUNTRY = frozenset({"government", "military", "police", "intelligence"})


def unidentified(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "unidentified gunmen": the text itself says that it does not know."""
    words = load_kinds().unidentified
    word = next((w for w in phrase.plain_words[: phrase.head + 1] if w in words), None)
    if word is None or scene.names(phrase):
        return None
    return unknown(phrase.bare, scene.kind(phrase), f"unknown: the text calls them {word}")


def former(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "a former minister", "retired officers": they act for no office any more. Known people are named all the same."""
    noun = phrase.noun
    word = next((w for w in phrase.plain_words[: phrase.head] if w in _NO_LONGER), None)
    if word is None or noun is None or "person" not in noun.flags or noun.kind == "unnamed-armed":
        return None
    return person(phrase, scene) or unknown(phrase.bare, "person", f"unknown: {word}, in no office now")


def spokesman(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "A spokesman for the force", "an official of the group": whoever the words after "for" or "of" point to."""
    noun = phrase.noun
    if noun is None or not noun.flags & {"official", "person"} or scene.names(phrase):
        return None
    start = next((w.start for w in phrase.words if w.plain in _SPEAKS_FOR and w.start > phrase.start), None)
    if start is None:
        return None
    inner = phrase_at(scene.text, scene.text.index(" ", start) + 1, phrase.end, None)
    body = pointing_back(inner, scene) if inner.definite else None
    return replace(body, reason=f"{phrase.written}: {body.reason}") if body is not None and body.id is not None else None


def mouth(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "State Department spokesman John Kirby": the body before the word speaks, not the man after it."""
    at = next((i for i, w in enumerate(phrase.core[:-1]) if w.plain in MOUTHS), None)
    if not at or not phrase.core[at + 1].text[:1].isupper():
        return None
    inner = phrase_at(scene.text, phrase.start, phrase.core[at].end, None)
    body = next((who for rule in (defined, named, of_land) if (who := rule(inner, scene)) is not None), None)
    return body if body is not None and body.id is not None else None


def owns(phrase: Phrase) -> bool:
    """Whether a pronoun is a possessor ("for her murder")."""
    tokens = phrase.sentence.tokens if phrase.sentence is not None else ()
    return any(t.start == phrase.start and t.deprel == "nmod:poss" for t in tokens)


def suffers(phrase: Phrase) -> bool:
    """Whether a pronoun is what a passive verb befalls."""
    tokens = phrase.sentence.tokens if phrase.sentence is not None else ()
    return any(t.start == phrase.start and t.deprel == "nsubj:pass" for t in tokens)


def dies(phrase: Phrase) -> bool:
    """Whether a pronoun is who was killed: nobody says that of himself."""
    tokens = phrase.sentence.tokens if phrase.sentence is not None else ()
    return any(t.start == phrase.start and t.deprel in SUBJECTS and _is_deadly(tokens, t) for t in tokens)


def _is_deadly(tokens: Sequence[Token], subject: Token) -> bool:
    passive = subject.deprel.endswith(":pass")
    lemma = tokens[subject.head].lemma.lower() if subject.head >= 0 else ""
    return lemma in KILLING if passive else lemma == "die"


def own_words(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "The league's committee said it has opened an inquiry": who says so of itself, whether the codebook knows it or not."""
    span = speaker_of_itself(phrase) if not is_quoted(scene.text, phrase.start) else None
    if span is None or dies(phrase) or (suffers(phrase) and scene.text[span[0] : span[1]].lower() in _HANDS):
        return None
    meant = phrase_at(scene.text, span[0], span[1], phrase.sentence)
    if span[2]:
        return unknown(meant.written, "collective", f'unknown: "{phrase.written}" stands for several, {meant.written}')
    who = _known_or_nobody(meant, scene)
    return replace(who, reason=f'"{phrase.written}" stands for "{meant.written}", by the clause over it; {who.reason}')


def _known_or_nobody(meant: Phrase, scene: Scene, kind: ActorKind | None = None) -> Identity:
    """Who a phrase that another stands for means; of several people (kind `collective`) no rule knows one."""
    rules = RULES if kind != "collective" else ()
    nobody = unknown(meant.bare, kind or scene.kind(meant), _NO_ACTOR)
    return next((identity for rule in rules if (identity := rule(meant, scene)) is not None), nobody)


def speaks_on(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "The army said rebels attacked. It said its jets killed 12": who went on speaking, and what is its own."""
    word = phrase.words[0].plain if phrase.words else ""
    alone = word == "it" and len(phrase.words) == 1
    own = word == "its" and phrase.noun is not None and bool(phrase.noun.flags & _ITS_OWN) and phrase.noun.kind != "civilians"
    span = scene.floors.holder(phrase.start) if (alone or own) and not is_quoted(scene.text, phrase.start) else None
    if span is None:
        return None
    meant = phrase_at(scene.text, span[0], span[1], None)
    who = _known_or_nobody(meant, scene)
    return replace(who, reason=f'"{word}" stands for "{meant.written}", who went on speaking; {who.reason}')


def told_before(phrase: Phrase, scene: Scene) -> Identity | None:
    """ "They arrested" after "Police stopped a lorry": the one phrase before that a pronoun fits, as that phrase is understood."""
    word = phrase.words[0].plain if len(phrase.words) == 1 else ""
    free = word in _OWN and not is_quoted(scene.text, phrase.start)  # the writer's own "we"
    told = scene.common.meant(word, phrase.start) if is_pronoun(phrase.written) and not owns(phrase) and not free else None
    if told is None or scene.text[told.start : told.end].lower() in (_MOUTHS if suffers(phrase) else _MOUTHS - _HANDS):
        return None
    if dies(phrase) and (over := speaker_of_itself(phrase)) is not None and over[0] == told.start:
        return None
    meant = phrase_at(scene.text, told.start, told.end, None)
    who = _known_or_nobody(meant, scene, told.kind)
    return replace(who, reason=f'"{word}" stands for "{meant.written}", the only one told of; {who.reason}')


_OTHERS, _OF_OTHERS = frozenset({"he", "him", "she", "her", "they", "them"}), frozenset({"his", "her", "their"})
_ITS_OWN = frozenset({"person", "machine", "hostile"})

RULES: tuple[Callable[[Phrase, Scene], Identity | None], ...] = (
    unidentified, speaks_on, own_words, pronoun, told_before, pronoun_of_nobody, former, defined, several, mouth, person, office_held,
    member, apposed, named, of_land, of_town, seated, owned, pointing_back, spokesman, misspelt,
)  # fmt: skip
"""In their order. Each takes a phrase and the scene and gives an identity, or None where it has nothing to say."""


class ReportActors:
    """The actors of one report. Pure: the same report, sentences, table and places always give the same answers.

    `places` tells which country a town's police or officials belong to; without it the shipped gazetteer does.
    """

    def __init__(self, report: Report, sentences: Sequence[Sentence], table: ActorTable, places: Gazetteer | None = None) -> None:
        self._scene = set_scene(report, sentences, table, places or load_places())
        self._sentences = tuple(sentences)
        self._starts = [s.start for s in self._sentences]

    def identify(self, start: int, end: int) -> Identity:
        """Who the words between two offsets mean, on the report's date. Never raises; unknown is an answer."""
        return self._identified(self._phrase(start, end))[0]

    def _phrase(self, start: int, end: int) -> Phrase:
        return phrase_at(self._scene.text, start, self._with_country(start, end), self._sentence(start))

    def _identified(self, phrase: Phrase) -> tuple[Identity, str]:
        """Who a phrase means, and the name of the rule that knew it, "" for none."""
        known_by = next(((who, rule.__name__) for rule in RULES if (who := rule(phrase, self._scene)) is not None), None)
        found, rule_name = known_by or (None, "")
        if found is None:
            found = unknown(phrase.bare, self._scene.kind(phrase), _NO_ACTOR)
        if found.id is None and found.country is None:
            names = "longer name" not in found.reason and UNDECIDED not in found.reason
            found = replace(found, country=country_of(phrase, self._scene.mentions, self._scene.places, names=names))
        return replace(found, suspected=True) if is_suspected(phrase, self._scene) else found, rule_name

    def _with_country(self, start: int, end: int) -> int:
        """The end of an office with the country right after it, which the parse cut off: "the Prime Minister | of New Zealand"."""
        of = re.match(r" of (?:the )?", self._scene.text[end : end + 9])
        noun = phrase_at(self._scene.text, start, end, None).noun if of is not None else None
        if of is None or noun is None or noun.kind not in _OF_COUNTRY:
            return end
        land = next((x for x in self._scene.mentions.lands_over(end + of.end(), end + of.end() + 1) if x.start == end + of.end()), None)
        return land.end if land is not None else end

    def party(self, party: Party) -> Party:
        """The same party with its identity filled in; the kind as coded stays where the identity knows none."""
        phrase = self._phrase(party.evidence.start, party.evidence.end)
        who, rule = self._identified(phrase)
        return replace(
            party,
            name=who.name if who.id is not None or is_pronoun(party.name) else party.name,
            kind=who.kind if who.kind != "unknown" else party.kind,
            id=who.id,
            reason=who.reason,
            suspected=party.suspected or who.suspected,
            country=who.country,
            parents=who.parents,
            candidates=weighed(phrase, self._scene, who, rule),
        )

    def one(self, party: Party, *, struck: bool) -> Party:
        """Whom an act of force befell: one human being of a body is not the body, a capital that is struck not its government."""
        return as_one(as_town(party, self._scene) if struck else party, self._scene)

    def persons(self, party: Party) -> Party:
        """Whom a penalty befell: officials who are counted are people, not their government."""
        return as_persons(party, self._scene)

    def spoken(self, party: Party, speaker: Source | None, *, over: bool = True) -> Party:
        """A party that is a pronoun nobody else was found for, as who speaks; unchanged where another person stands between.

        `over`: the speaker says the very words; without, the speaker only spoke before them, and an unquoted "we" is the writer's.
        """
        if speaker is None or party.id is not None or not is_pronoun(party.name) or is_pronoun(speaker.name) or speaker.name == "unnamed":
            return party
        word, at = party.name.lower(), party.evidence.start
        if self._scene.common.intrudes(word, at, after=speaker.evidence.start, name=speaker.name):
            return party
        who = self.identify(speaker.evidence.start, speaker.evidence.end)
        if word in _OF_ONE and who.kind not in {"person", "civilians", "unknown"} and not self._is_one(speaker):
            return party
        if word in _OF_ONE and who.kind == "unknown" and not (self._is_one(speaker) or self._is_person(speaker)):
            return party
        if who.kind == "media" or (word in _OF_ONE and (speaker.name.lower() in _MOUTHS or self._are_many(speaker))):
            return party
        late = speaker.evidence.start > at and speaker.name.islower() and speaker.capacity == "official"
        if word in _OF_ONE and late and not is_pronoun(speaker.evidence.words):  # "he was hit, the officer said"
            return party
        if word in {"they", "them"} and (self._is_one(speaker) or who.kind in {"person", "unknown"}) and speaker.id is None:
            return party
        if word not in _OWN and is_quoted(self._scene.text, at):  # in somebody's own words the others are others
            return party
        if word in _OTHERS and speaker.evidence.words.lower().split()[0] in _OF_OTHERS:  # "his brother said soldiers shot him"
            return party
        if word in _OWN and not over and not is_quoted(self._scene.text, at):  # the writer's own "we"
            return party
        same = who.id is not None and who.id == speaker.id
        named = replace(
            party, name=who.name if same else speaker.name, id=speaker.id, candidates=(),
            reason=f"“{party.name}”: the speaker, {speaker.name}",
        )  # fmt: skip
        return replace(named, kind=who.kind, country=who.country, parents=who.parents) if same or who.kind != "unknown" else named

    def _is_person(self, speaker: Source) -> bool:
        """Whether a speaker goes by the name of a person."""
        return any(a < speaker.evidence.end and speaker.evidence.start < b for a, b in self._scene.mentions.persons)

    def _is_one(self, speaker: Source) -> bool:
        """Whether a speaker is one human being by office ("the minister", "Minister Ana Kolb")."""
        noun = phrase_at(self._scene.text, speaker.evidence.start, speaker.evidence.end, None).noun
        return noun is not None and "person" in noun.flags

    def _are_many(self, speaker: Source) -> bool:
        """Whether a speaker is several ("he was taken, neighbours said": he is none of them)."""
        sentence = self._sentence(speaker.evidence.start)
        words = [t for t in sentence.tokens if speaker.evidence.start <= t.start < speaker.evidence.end] if sentence else []
        return bool(words) and words[-1].xpos in {"NNS", "NNPS"}

    def _sentence(self, at: int) -> Sentence | None:
        i = bisect_right(self._starts, at) - 1
        return self._sentences[i] if 0 <= i < len(self._sentences) and at < self._sentences[i].end else None


def is_suspected(phrase: Phrase, scene: Scene) -> bool:
    """ "suspected", "alleged" in or right before the phrase; "believed to be" right before or after it."""
    lexicon = load_kinds()
    if any(w.plain in lexicon.suspected and not w.plain.endswith("ly") for w in phrase.words[:4]):
        return True
    low, high = scene.mentions.sentence_span(phrase.start)
    before = words_in(scene.text, max(low, phrase.start - _NEAR), phrase.start)
    if before and before[-1].plain in lexicon.suspected and not before[-1].plain.endswith("ly"):
        return True
    around = scene.text[max(low, phrase.start - _NEAR) : min(high, phrase.end + _NEAR)].lower()
    return any(p in around for p in lexicon.suspected_phrases)
