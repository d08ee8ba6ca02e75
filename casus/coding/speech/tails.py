"""Tails: who says so at the end of a sentence that the syntax lost: "... reports the Daily Post", "..., Salak said".

Wire copy and incident reports end long sentences so, often without a comma. What stands before is what is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.speech import SpeechWords
from casus.coding.speech.act import REPORTING, Speech, can_speak, ends_outlet, is_outlet
from casus.coding.syntax import Phrase, Tree
from casus.model.text import Name

_SAYING = frozenset("say add tell claim report confirm announce note state".split())
_PLURAL = frozenset({"NNS", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "ADP", "NUM"})
_LINKS = frozenset({"of", "&", "and"})
_VOICED = frozenset({"asserts", "accuses", "denies"})
_CLOSING = frozenset({"”", '"', "''", ","})
_LONGEST = 6


def with_tails(tree: Tree, found: Sequence[Speech], words: SpeechWords) -> list[Speech]:
    """The sayings of a sentence with those that only its end tells, and with who speaks where only the name before the verb tells it."""
    told = [_over_all(tree, _named(tree, s, words), words) for s in found]
    lost = _lost(tree, told, words)
    anew = {s.verb for s in lost}
    return [*(s for s in told if s.verb not in anew), *lost]


def _over_all(tree: Tree, speech: Speech, words: SpeechWords) -> Speech:
    """ "..., reports Daily Post." at the end: the outlet tells all of the sentence, however it was parsed."""
    if speech.source is None or tree.tokens[speech.verb].text not in REPORTING or speech.source.first <= speech.verb:
        return speech
    ends = all(t.upos == "PUNCT" for t in tree.tokens[speech.source.last :]) and speech.source.first <= speech.verb + 2
    return replace(speech, scope=frozenset(range(speech.verb))) if ends and is_outlet(tree, speech.source, words) else speech


def _named(tree: Tree, speech: Speech, words: SpeechWords) -> Speech:
    """ "We seized arms, Director General (ADG) of Ruritania Oren Salak told the paper": the person named before the verb."""
    token = tree.tokens[speech.verb]
    heard = _heard(tree, speech)
    if (speech.source is not None and heard is None) or speech.stance != "asserts" or token.xpos not in _FINITE:
        return speech
    if tree.lemma(speech.verb) not in _SAYING or tree.passive(speech.verb):
        return speech
    name = _speaking(tree, speech.verb)
    source = Phrase(name.first, name.last, name.last - 1) if name is not None else _after(tree, speech.verb, words)
    if source is None:
        return speech
    through = (*speech.through, heard) if heard is not None else speech.through
    return replace(speech, source=source, scope=speech.scope - set(range(source.first, source.last)), through=through)


def _after(tree: Tree, verb: int, words: SpeechWords) -> Phrase | None:
    """ "“It was them,” said a former resident who saw it": who stands right after the verb, wherever the syntax hangs him."""
    if verb < 2 or tree.tokens[verb - 1].text not in _CLOSING:
        return None
    for i in range(verb + 1, min(verb + _LONGEST + 2, len(tree))):
        phrase = tree.phrase(i)
        if (
            tree.tokens[i].upos in {"NOUN", "PROPN"}
            and phrase.first == verb + 1
            and not tree.rel(i).startswith(("compound", "nmod", "flat"))
        ):
            return phrase if can_speak(tree, i, words) else None
    return None


def _heard(tree: Tree, speech: Speech) -> Phrase | None:
    """ "..., Salak told Reuters": who stands after this verb is told, whatever the syntax made of it."""
    after = speech.source is not None and tree.lemma(speech.verb) == "tell" and speech.source.first == speech.verb + 1
    return speech.source if after else None


def _speaking(tree: Tree, verb: int) -> Name | None:
    """The person named right before the verb, or before what a pair of commas says of him ("Salak, head of the clinic, said")."""
    persons = [n for n in tree.sentence.names if n.kind == "person" and n.last <= verb]
    if persons and persons[-1].last == verb:
        return persons[-1]
    if verb < 3 or tree.tokens[verb - 1].text != ",":
        return None
    return next((n for n in reversed(persons) if tree.tokens[n.last].text == "," and _describes(tree, n, verb)), None)


def _describes(tree: Tree, name: Name, verb: int) -> bool:
    """Whether what stands between a name's comma and the verb is no clause: "co-author of The Net", not "the men fled"."""
    opens = name.first == 0 or tree.tokens[name.first - 1].text in {",", "”", '"'} or tree.tokens[name.first - 1].upos == "NOUN"
    between = tree.tokens[name.last + 1 : verb - 1]
    plain = all(t.upos not in {"AUX", "VERB"} or t.xpos in {"VBN", "VB"} or t.text[:1].isupper() for t in between)
    return opens and bool(between) and plain and between[0].upos in {"NOUN", "DET", "ADJ", "PROPN"}


def _lost(tree: Tree, found: Sequence[Speech], words: SpeechWords) -> tuple[Speech, ...]:
    sourced = {s.verb for s in found if s.source is not None and _is_beside(s) and can_speak(tree, s.source.head, words)}
    sourced -= {s.verb for s in found if s.source is not None and s.words == "reports" and tree.tokens[s.source.head].xpos in _PLURAL}
    outlet = next(_outlets(tree, sourced, words), None)
    closing = _closing(tree, found, words)
    return tuple(s for s in (outlet, closing) if s is not None)


def _is_beside(speech: Speech) -> bool:
    """Whether who speaks stands right before the verb or after it, not a clause away."""
    assert speech.source is not None
    return speech.source.last == speech.verb or speech.source.first > speech.verb


def _outlets(tree: Tree, taken: set[int], words: SpeechWords) -> Iterator[Speech]:
    """ "Two soldiers were hurt in Sake on May 3 reports Daily Post": an outlet right after the word."""
    for k in range(3, len(tree) - 1):
        if tree.tokens[k].text not in REPORTING or k in taken or tree.tokens[k - 1].upos in _BEFORE_NOUN - {"NUM"}:
            continue
        phrase = outlet_at(tree, k + 1, words)
        if phrase is not None and any(t.upos == "VERB" for t in tree.tokens[:k]):
            yield Speech(phrase, k, tree.tokens[k].text, "asserts", frozenset(range(k)), "“reports” with an outlet")


def outlet_at(tree: Tree, first: int, words: SpeechWords) -> Phrase | None:
    """The outlet that starts at a token: names up to a word for media, with what "of" adds."""
    i = first + (tree.tokens[first].text.lower() == "the")
    for k in range(i, min(i + _LONGEST, len(tree))):
        if not (tree.tokens[k].text[:1].isupper() or tree.tokens[k].text in _LINKS or ends_outlet(tree, first, k, words)):
            return None
        if ends_outlet(tree, first, k, words):
            last = k + 1
            while last < len(tree) and tree.tokens[last].text.lower() in words.media and tree.tokens[last].text[:1].isupper():
                last += 1
            if last + 1 < len(tree) and tree.tokens[last].text == "of" and tree.tokens[last + 1].upos == "PROPN":
                last += 2
            return Phrase(i, last, last - 1 if tree.tokens[last - 1].text.lower() in words.media else k)
    return None


def _closing(tree: Tree, found: Sequence[Speech], words: SpeechWords) -> Speech | None:
    """ "..., Salak said." at the end, where no saying holds anything that stands before it."""
    v = next((i for i in reversed(range(len(tree))) if tree.tokens[i].upos in {"VERB", "AUX"}), -1)
    if v < 3 or tree.tokens[v].xpos not in _FINITE or tree.lemma(v) not in _SAYING:
        return None
    comma = next((i for i in reversed(range(v)) if tree.tokens[i].text == ","), -1)
    if comma == v - 1:
        return _closing_body(tree, found, v)
    if comma < 3 or any(s.verb == v and s.scope & set(range(comma)) for s in found):
        return None
    head = tree.head_of(comma + 1, v)
    start = max((i + 1 for i in range(comma) if tree.tokens[i].text == ";"), default=0)
    speaks = tree.tokens[v - 1].upos in {"NOUN", "PROPN", "PRON"} and can_speak(tree, head, words)
    if not speaks or not _is_told(tree, start, comma):
        return None
    scope = frozenset(range(start, comma))
    return Speech(Phrase(comma + 1, v, head), v, tree.tokens[v].text, "asserts", scope, "who says so closes the sentence")


def _closing_body(tree: Tree, found: Sequence[Speech], v: int) -> Speech | None:
    """ "..., a local charity, the Sake Centre, reported.": who closes the sentence with the name beside what it is."""
    if any(s.verb == v and s.source is not None for s in found) or not all(t.upos == "PUNCT" for t in tree.tokens[v + 1 :]):
        return None
    marks = [i for i in range(v - 1) if tree.tokens[i].text == ","][-2:]
    if len(marks) < 2 or marks[0] < 3:
        return None
    name = tree.head_of(marks[1] + 1, v - 1)
    plain = not any(t.upos in {"VERB", "AUX", "CCONJ"} for t in tree.tokens[marks[0] : v])
    indefinite = tree.tokens[marks[0] + 1].text.lower() in {"a", "an"}
    if not (plain and indefinite and tree.tokens[name].upos == "PROPN" and _is_told(tree, 0, marks[0])):
        return None
    source = Phrase(marks[1] + 1, v - 1, name)
    return Speech(source, v, tree.tokens[v].text, "asserts", frozenset(range(marks[0])), "who says so closes the sentence")


def _is_told(tree: Tree, start: int, comma: int) -> bool:
    """Whether a clause stands there, not only when or under what circumstances something was said ("after the raid, Salak said")."""
    verbs = [i for i in range(start, comma) if tree.tokens[i].upos in {"VERB", "AUX"}]
    opens = tree.tokens[start].upos in {"SCONJ"} or tree.tokens[start].text.lower() in {"as", "after", "when", "while", "before", "since"}
    return len(verbs) > 0 and not opens


def without_counterparts(tree: Tree, found: Sequence[Speech]) -> list[Speech]:
    """ "Sol insists the vote was fair, and many accuse him of fraud": what others say in a clause of its own is none of his words."""
    return [replace(s, scope=s.scope - _counterparts(tree, s, found)) for s in found]


def _counterparts(tree: Tree, speech: Speech, found: Sequence[Speech]) -> frozenset[int]:
    out: set[int] = set()
    for other in found:
        if other.source is None or other.stance not in _VOICED or other.verb not in speech.scope or speech.verb > other.verb:
            continue
        if tree.rel(other.verb) != "conj" or tree.tokens[other.verb].head not in tree.children(speech.verb, "ccomp"):
            continue
        joint = next((c for c in tree.children(other.verb, "cc") if c > 0 and tree.tokens[c - 1].text == ","), None)
        own = other.source.head in tree.children(other.verb, "nsubj") and tree.tokens[other.source.head].upos != "PRON"
        if joint is not None and own:
            out |= {j for j in tree.subtree(other.verb) if j >= joint}
    return frozenset(out)
