"""Links: how one voice reaches the report through another ("citing Y", "quoted by Y", "told Y", "carried by Y").

The nearest voice is who knows it; everybody it came through follows, nearest first (coding rules, Attribution).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.kinds import is_person_role, load_kinds
from casus.codebook.speech import SpeechWords, load_speech
from casus.coding.speech.act import Speech, is_outlet
from casus.coding.speech.finding import speeches_at
from casus.coding.speech.going_on import going_on
from casus.coding.speech.halves import in_their_halves
from casus.coding.speech.marks import marked_speeches
from casus.coding.speech.quotations import Quotation
from casus.coding.speech.tails import with_tails, without_counterparts
from casus.coding.syntax import Phrase, Tree

_TOLD_IN = frozenset({"interview", "statement", "comment", "remark", "email", "letter", "message", "call", "briefing"})
_TELLING = frozenset({"say", "tell", "claim", "report", "state"})
_HEARERS = frozenset({"media", "ngo", "institute", "analyst"})
_SOMEBODY = frozenset({"reporter", "journalist", "correspondent"})


def find_speeches(tree: Tree, words: SpeechWords, quotations: Sequence[Quotation] = ()) -> tuple[Speech, ...]:
    """Every act of saying in a sentence with the voices it came through, widest scope first."""
    found = [s for i in range(len(tree)) for s in speeches_at(tree, i, words, quotations)] + list(marked_speeches(tree, words))
    found = going_on(tree, without_counterparts(tree, with_tails(tree, found, words)))
    linked = [_linked(tree, s, words) for s in found]
    quoting = [s for v in range(len(tree)) for s in _quoting(tree, v, words)]
    taken = {s.about for s in quoting} | {s.verb for s in quoting}
    told = [*(s for s in linked if s.verb not in taken), *(replace(s, about=None) for s in quoting)]
    return tuple(sorted(in_their_halves(tree, told), key=lambda s: (-len(s.scope), s.verb)))


def _quoting(tree: Tree, v: int, words: SpeechWords) -> Iterator[Speech]:
    """ "Reuters quoted a general as saying that ...": the general, through Reuters. `about` holds the inner verb for the caller."""
    if tree.tokens[v].upos != "VERB" or tree.lemma(v) not in words.relaying:
        return
    saying = next((c for c in tree.children(v, "advcl", "xcomp", "ccomp", "acl") if c > v and tree.lemma(c) in _TELLING), None)
    quoted, relay = tree.patient(v), tree.agent(v)
    if saying is None or quoted is None:
        return
    if relay is None:
        relay = next((n for case, n in tree.preps(saying) if case == "by"), None)
    content = tree.children(saying, "ccomp") or tuple(c for c in tree.children(v, "ccomp", "advcl", "parataxis") if c < v)
    if not content and tree.rel(v) == "parataxis":
        content = (tree.tokens[v].head,)
    scope = frozenset(j for c in content for j in tree.subtree(c))
    if any(v in tree.subtree(c) for c in content):
        scope -= frozenset(tree.subtree(v))
    through = (tree.phrase(relay),) if relay is not None else ()
    yield Speech(tree.phrase(quoted), v, tree.tokens[saying].text, "asserts", scope, f"“{tree.tokens[v].text}” as saying", saying, through)


def _linked(tree: Tree, speech: Speech, words: SpeechWords) -> Speech:
    if speech.source is None:
        return speech
    cited = next(_cited(tree, speech, words), None)
    source = speech.source
    through = [*speech.through, *_told(tree, speech), *_quoted_by(tree, source, words), *_behind(tree, source.head, words)]
    through += [*_carried(tree, speech, words), *_speaking_to(tree, speech)]
    if cited is None:
        return replace(speech, through=tuple(dict.fromkeys(through)))
    return replace(speech, source=cited, through=tuple(dict.fromkeys((speech.source, *through))))


def _cited(tree: Tree, speech: Speech, words: SpeechWords) -> Iterator[Phrase]:
    """ "Reuters, citing medics, said": the medics are who knows it."""
    assert speech.source is not None
    for p in (*tree.children(speech.verb, "advcl"), *tree.children(speech.source.head, "acl", "acl:relcl")):
        if tree.lemma(p) in words.relaying and tree.tokens[p].xpos == "VBG" and not tree.children(p, "mark", "compound:prt"):
            yield from (tree.phrase(c) for c in tree.children(p, "obj", "iobj", "nsubj") if c > p)
    for case, n in tree.preps(speech.verb):
        if case in {"citing", "quoting"} and n not in speech.scope:
            yield tree.phrase(n)


def _told(tree: Tree, speech: Speech) -> Iterator[Phrase]:
    """ "Told Reuters", "said to Reuters"."""
    heads = [c for c in tree.children(speech.verb, "iobj", "obj") if c > speech.verb]
    if heads and tree.lemma(speech.verb) in {"tell", "inform"}:
        phrases = [tree.phrase(c) for c in heads]
        whole = Phrase(min(p.first for p in phrases), max(p.last for p in phrases), heads[-1])
        if is_hearer(tree, whole):
            yield whole
    for case, n in tree.preps(speech.verb):
        if case == "to" and n > speech.verb and n not in speech.scope and is_hearer(tree, tree.phrase(n)):
            yield tree.phrase(n)


def _behind(tree: Tree, source: int, words: SpeechWords) -> Iterator[Phrase]:
    """ "Witnesses quoted by the agency", "an elder who spoke to Radio Mashaal", "a report seen by the Post"."""
    for c in tree.children(source, "acl", "acl:relcl"):
        if tree.lemma(c) in words.carrying and tree.passive(c) and (by := tree.agent(c)) is not None:
            yield tree.phrase(by)
        elif tree.lemma(c) in {"speak", "talk", "tell"}:
            heads = [n for case, n in tree.preps(c) if case in {"to", "with"}] + list(tree.children(c, "iobj", "obj"))
            beside = [o for o in tree.children(c, "obl", "iobj") if heads and o == heads[-1] + 1]
            if heads:
                last = tree.phrase(beside[0]) if beside else tree.phrase(heads[-1])
                whole = Phrase(tree.phrase(heads[0]).first, last.last, heads[0])
                if is_hearer(tree, whole):
                    yield _without_case(tree, whole)


def _quoted_by(tree: Tree, source: Phrase, words: SpeechWords) -> Iterator[Phrase]:
    """ "According to the agency, quoted by CNN, ...": the participle right after the source, wherever it hangs."""
    c = source.last + 1
    if c < len(tree) and tree.tokens[source.last].text == "," and tree.tokens[c].xpos == "VBN" and tree.lemma(c) in words.carrying:
        by = next((n for case, n in tree.preps(c) if case == "by"), None)
        if by is not None:
            yield tree.phrase(by)


def _carried(tree: Tree, speech: Speech, words: SpeechWords) -> Iterator[Phrase]:
    """ "Said in remarks carried by X", "in an interview with X", "in a statement to X"."""
    for case, n in tree.preps(speech.verb):
        if case not in {"in", "on"}:
            continue
        for c in tree.children(n, "acl", "acl:relcl"):
            if tree.lemma(c) in words.carrying and (by := tree.agent(c)) is not None and tree.passive(c):
                yield tree.phrase(by)
        for inner, m in tree.preps(n):
            if inner in {"with", "to", "for"} and tree.lemma(n) in _TOLD_IN and is_hearer(tree, tree.phrase(m)):
                yield tree.phrase(m)


def _speaking_to(tree: Tree, speech: Speech) -> Iterator[Phrase]:
    """ "Speaking to Anadolu, a chief said"."""
    for c in tree.children(speech.verb, "advcl"):
        if tree.lemma(c) in {"speak", "talk"} and tree.tokens[c].xpos == "VBG":
            yield from (tree.phrase(n) for case, n in tree.preps(c) if case in {"to", "with"} and is_hearer(tree, tree.phrase(n)))


def _without_case(tree: Tree, phrase: Phrase) -> Phrase:
    first = phrase.first
    while first < phrase.head and tree.tokens[first].upos == "ADP":
        first += 1
    return Phrase(first, phrase.last, phrase.head)


def is_hearer(tree: Tree, phrase: Phrase) -> bool:
    """Whether who is told something passes it on: a paper, an agency, a rights group; not "reporters", "the court", a person."""
    head, lemma = tree.tokens[phrase.head], tree.lemma(phrase.head)
    if head.upos == "PRON":
        return False
    if (head.upos == "PROPN" and lemma in load_speech().media) or is_outlet(tree, phrase, load_speech()):
        return True
    if tree.is_named(phrase.head, "person"):
        return False
    places = {i for n in tree.sentence.names if n.kind == "place" for i in range(n.first, n.last)}
    named = any(tree.tokens[i].upos == "PROPN" and i not in places for i in range(phrase.first, phrase.last))
    noun = load_kinds().noun(lemma)
    flags = noun.flags if noun is not None else frozenset()
    if lemma in _SOMEBODY:
        return named
    if flags & _HEARERS:
        return True
    title = any(is_person_role(t.lemma.lower()) for t in tree.tokens[phrase.first : phrase.last])
    return named and head.text[:1].isupper() and not flags & {"person", "people"} and not title
