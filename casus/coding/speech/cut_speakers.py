"""Speakers cut in two: "... Superintendent of Police (SP)" and then "Oren Salak said" as a sentence of its own.

Incident reports break after a bracket, or lose their full stops. Who is named across such a break is one voice; a rest that is
only "police officials said" tells what the sentence before it left without its end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from casus.codebook.kinds import is_person_role
from casus.coding.claims import Told
from casus.coding.scene import Scene
from casus.coding.speech.act import Speech, can_speak
from casus.coding.speech.sources import capacity_of_phrase, make_source
from casus.coding.speech.tellers import Teller
from casus.coding.syntax import Phrase
from casus.model.claim import Source
from casus.model.text import Evidence

_LONGEST = 16
_ENDS = frozenset({".", "!", "?", "…", "”", '"'})
_SAYING = frozenset({"say", "add", "claim", "state", "inform", "report"})


@dataclass(frozen=True, slots=True)
class CutSpeakers:
    """`whole`: by where a cut name starts, the source called in full; `voices`: by sentence, who tells what is said there by nobody."""

    whole: Mapping[int, Source]
    voices: Mapping[int, Source]

    def told(self, told: Sequence[Told]) -> list[Told]:
        """The acts with their speakers in full, and with those that only a break kept from them."""
        return [_voiced(replace(t, claim=replace(t.claim, sources=self._called(t.claim.sources))), self.voices) for t in told]

    def tellers(self, tellers: Sequence[Teller]) -> tuple[Teller, ...]:
        """The tellers called in full."""
        return tuple(replace(t, source=self._called((t.source,))[0]) for t in tellers)

    def _called(self, sources: Sequence[Source]) -> tuple[Source, ...]:
        return tuple(_in_full(s, self.whole[s.evidence.start]) if s.evidence.start in self.whole else s for s in sources)


def find_cut_speakers(scenes: Sequence[Scene]) -> CutSpeakers:
    """Every speaker of a report whom a break between two sentences cuts in two, or off from what he says."""
    whole: dict[int, Source] = {}
    voices: dict[int, Source] = {}
    for a, b in pairwise(scenes):
        if a.sentence.heading or b.sentence.heading or a.sentence.paragraph != b.sentence.paragraph or _is_ended(a):
            continue
        if (named := _role_and_name(a, b)) is not None:
            if _is_according(a):
                voices[b.sentence.index] = named
            whole[b.tree.tokens[0].start] = named
        elif (according := _according(a)) is not None:
            voices[b.sentence.index] = according
        elif (after := _said_after(a, b)) is not None:
            voices[a.sentence.index] = after
    return CutSpeakers(whole, voices)


def _is_ended(scene: Scene) -> bool:
    return scene.tree.tokens[-1].text in _ENDS


def _is_according(scene: Scene) -> bool:
    return [t.text.lower() for t in scene.tree.tokens[:2]] == ["according", "to"]


def _is_fragment(scene: Scene) -> bool:
    tokens = scene.tree.tokens[2:] if _is_according(scene) else scene.tree.tokens
    return 0 < len(tokens) < _LONGEST and not any(t.upos in {"VERB", "AUX"} for t in tokens)


def _role_and_name(a: Scene, b: Scene) -> Source | None:
    """ "Deputy Superintendent of Police (DSP)" and "Oren Salak confirmed": a role with the person who opens the next sentence."""
    person = next((n for n in b.sentence.names if n.kind == "person" and n.first == 0), None)
    if person is None or not _is_fragment(a) or a.tree.tokens[-1].text != ")" or not _roles(a):
        return None
    first = 2 if _is_according(a) else 0
    first += a.tree.tokens[first].text.lower() in {"the", "a", "an"}
    role = Phrase(first, len(a.tree), _roles(a)[0])
    start, end = a.tree.tokens[first].start, b.tree.tokens[person.last - 1].end
    evidence = a.report.evidence("source", start, end, "a role cut off from its name")
    capacity = capacity_of_phrase(a.tree, role, a.book.actors)
    return Source(" ".join(evidence.words.split()), capacity, "according to" if first else "said", "asserts", evidence)


def _roles(scene: Scene) -> list[int]:
    return [i for i in range(len(scene.tree)) if is_person_role(scene.tree.lemma(i))]


def _according(a: Scene) -> Source | None:
    """ "According to a Police official" as a sentence of its own."""
    if not _is_according(a) or not _is_fragment(a):
        return None
    head = a.tree.head_of(2, len(a.tree))
    return _spoken(a, Phrase(2, len(a.tree), head), "according to") if can_speak(a.tree, head, a.book.speech) else None


def _said_after(a: Scene, b: Scene) -> Source | None:
    """ "... at the store nearby" and "the officer said"; "... had losses said" and "Salak"; "... ran Oren Salak" and "the chief said"."""
    verb = next((i for i, t in enumerate(b.tree.tokens) if t.upos == "VERB"), -1)
    if verb < 0:
        cut = a.tree.lemma(len(a.tree) - 1) in _SAYING and len(b.tree) < _LONGEST
        head = b.tree.head_of(0, len(b.tree))
        return _spoken(b, Phrase(0, len(b.tree), head), "said") if cut and can_speak(b.tree, head, b.book.speech) else None
    if not 0 < verb < _LONGEST or b.tree.lemma(verb) not in _SAYING or b.tree.tokens[verb].xpos != "VBD":
        return None
    head = b.tree.head_of(0, verb)
    if not can_speak(b.tree, head, b.book.speech) or b.tree.tokens[head].upos == "PRON":
        return None
    name = next((n for n in a.sentence.names if n.kind == "person" and n.last == len(a.tree)), None)
    role = Phrase(0, verb, head)
    if name is not None and b.tree.tokens[0].text.lower() == "the" and is_person_role(b.tree.lemma(head)):
        person = _spoken(a, Phrase(name.first, name.last, name.last - 1), b.tree.tokens[verb].text)
        return replace(person, capacity=capacity_of_phrase(b.tree, role, b.book.actors))
    bare = all(t.upos == "PUNCT" for t in b.tree.tokens[verb + 1 :])
    return _spoken(b, role, b.tree.tokens[verb].text) if bare else None


def _spoken(scene: Scene, phrase: Phrase, verb: str) -> Source:
    speech = Speech(phrase, phrase.head, verb, "asserts", frozenset(), "who says so is cut off from what is said")
    return make_source(scene.report, scene.tree, speech, scene.book.actors)


def _in_full(source: Source, whole: Source) -> Source:
    capacity = whole.capacity if source.capacity == "unknown" else source.capacity
    return replace(source, name=whole.name, evidence=whole.evidence, capacity=capacity) if _begins(source.evidence, whole) else source


def _begins(words: Evidence, whole: Source) -> bool:
    return words.end <= whole.evidence.end


def _voiced(told: Told, voices: Mapping[int, Source]) -> Told:
    claim = told.claim
    voice = voices.get(claim.sentence)
    if voice is None or claim.sources or claim.status != "asserted" or claim.heading:
        return told
    spoken = replace(claim, sources=(voice,), status="attributed")
    return replace(told, claim=spoken.because("status", voice.evidence.rule))
