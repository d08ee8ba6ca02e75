"""Mending: subjects of verbs of saying that the parse hung elsewhere.

"..., the institute said" is the hardest place for the parser: the speaker comes out as an apposition to the last noun, as
a second subject of the clause before, or the speaker's verb takes that clause's subject for its own. Only heads change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from casus.codebook.speech import SpeechWords
from casus.coding.mending.answered import mend_answered
from casus.coding.mending.apposed import mend_apposed_claim, mend_owned_claim
from casus.coding.mending.asked import mend_asked
from casus.coding.mending.described_speakers import mend_described_speaker
from casus.coding.mending.harm import is_tree
from casus.coding.mending.lemmas import mend_lemmas
from casus.coding.mending.listed_doers import mend_listed_doers
from casus.coding.mending.named_groups import mend_named_group
from casus.coding.mending.names import mend_names
from casus.coding.mending.outlets import mend_reported_by
from casus.coding.mending.parties import mend_parties
from casus.coding.mending.speakers import NOMINAL, listed_before, segment, speaker_after, speaker_before
from casus.coding.mending.subjects import ancestors, part_subjects, subjects_of, take_stray_subject
from casus.model.text import Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ACTS = frozenset("operation offensive attack raid strike assault campaign ambush clash incursion killing".split())
_SHORT = 4


def mend(sentence: Sentence, words: SpeechWords) -> Sentence:
    """The sentence with every verb of saying under its own subject; itself, where nothing is to be mended."""
    tokens = list(sentence.tokens)
    mend_lemmas(tokens, words)
    _mend_tail(tokens)
    _mend_cases(tokens)
    _mend_hearers(tokens)
    mend_names(tokens)
    mend_listed_doers(tokens, sentence.names)
    mend_parties(tokens)
    mend_reported_by(tokens)
    for i in range(len(tokens)):
        _mend_joined_after_clause(tokens, i)
        mend_apposed_claim(tokens, i, words)
        mend_owned_claim(tokens, i, words)
        mend_named_group(tokens, i, sentence.names)
        mend_answered(tokens, i)
        _mend_tear_gas(tokens, i)
    for v in range(len(tokens)):
        _mend_reduced_belief(tokens, v, words)
        _mend_figure_put(tokens, v)
        _mend_called(tokens, v)
        _mend_title(tokens, v)
        _mend_called_for(tokens, v)
        mend_asked(tokens, v, sentence.names)
        _mend_said_and_blamed(tokens, v, words)
        _mend_relative(tokens, v)
    for v, token in enumerate(list(tokens)):
        mend_described_speaker(tokens, v, words)
        if token.upos == "VERB" and token.lemma.lower() in words.verbs and _is_finite(tokens, v):
            _mend_at(tokens, v, words)
    mended = tokens != list(sentence.tokens) and is_tree(tokens)
    return replace(sentence, tokens=tuple(tokens)) if mended else sentence


def _mend_at(tokens: list[Token], v: int, words: SpeechWords) -> None:
    take_stray_subject(tokens, v)
    _take_back(tokens, v)
    _mend_list_of_speakers(tokens, v, words)
    speaker = speaker_before(tokens, v)
    if speaker is None and not subjects_of(tokens, v):
        speaker = listed_before(tokens, v) or speaker_after(tokens, v)
    if speaker is not None and speaker not in ancestors(tokens, v):
        tokens[speaker] = replace(tokens[speaker], head=v, deprel="nsubj")
    if speaker is not None and speaker < v and tokens[v].deprel in {"acl:relcl", "acl", "advcl:relcl", "appos", "nmod"}:
        root = next((i for i, t in enumerate(tokens) if t.head < 0), v)
        over = tokens[v].head
        tokens[v] = replace(tokens[v], head=root, deprel="parataxis")
        if over == speaker and speaker != root and tokens[speaker].deprel.startswith("nsubj"):  # "bombed Homs, the Britain-based ... said"
            tokens[speaker] = replace(tokens[speaker], head=v, deprel="nsubj")
    part_subjects(tokens, v)


def _mend_list_of_speakers(tokens: list[Token], v: int, words: SpeechWords) -> None:
    """ "The bomb killed nine people, police, medics and residents said": the list before the saying says it, nobody there was killed."""
    start = segment(tokens, v)
    if start < 1 or not any(t.upos == "CCONJ" for t in tokens[start:v]):
        return
    while (before := segment(tokens, start - 1)) > 0 and start - 1 - before <= _SHORT and not _has_joint(tokens, before, start - 1):
        start = before
    heads = [i for i in range(start, v) if tokens[i].upos in NOMINAL and not start <= tokens[i].head < v]
    heads += [i for i in range(start, v) if tokens[i].deprel == "conj" and i not in heads and start <= tokens[i].head < v]
    if len(heads) < 2 or not all(tokens[i].lemma.lower() in words.capacities or tokens[i].upos == "PROPN" for i in heads):
        return
    if tokens[min(heads)].upos == "PROPN" or set(heads) & set(ancestors(tokens, v)):
        return
    first = min(heads)
    for i in heads:
        tokens[i] = replace(tokens[i], head=v if i == first else first, deprel="nsubj" if i == first else "conj")


def _has_joint(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(t.upos in {"CCONJ", "VERB"} for t in tokens[first:last])


def _take_back(tokens: list[Token], v: int) -> None:
    """ "The army, which ..., said rebels attacked": of the two subjects of what is said, the one before "said" says it."""
    for c in (i for i, t in enumerate(tokens) if t.head == v and t.deprel == "ccomp" and i > v):
        subjects = [i for i, t in enumerate(tokens) if t.head == c and t.deprel.startswith("nsubj")]
        if len(subjects) > 1 and subjects[0] < v < subjects[1] and not subjects_of(tokens, v):
            tokens[subjects[0]] = replace(tokens[subjects[0]], head=v, deprel="nsubj")


def _mend_tail(tokens: list[Token]) -> None:
    """ "... in Kutum - officials": who says so at the end of a headline is no part of the clause."""
    k = tail_mark(tokens)
    if k is None:
        return
    top = next((i for i in range(k + 1, len(tokens)) if tokens[i].head <= k and tokens[i].upos in NOMINAL), None)
    if top is None or tokens[top].head < 0:
        return
    former = tokens[top]
    left = [i for i in range(k) if tokens[i].head > k and tokens[i].upos in NOMINAL]
    for i in range(k + 1):
        if tokens[i].head > k:
            heir = left[0] if left and i != left[0] else None
            tokens[i] = replace(tokens[i], head=heir) if heir is not None else replace(tokens[i], head=former.head, deprel=former.deprel)
    root = next((i for i, t in enumerate(tokens) if t.head < 0), 0)
    tokens[top] = replace(former, head=root, deprel="parataxis")


def _mend_cases(tokens: list[Token]) -> None:
    """ "Of 45 dead": the preposition belongs to the dead, not to their number."""
    for i, token in enumerate(tokens):
        if token.deprel == "case" and token.head > i and tokens[token.head].deprel == "nummod" and tokens[token.head].head > i:
            tokens[i] = replace(token, head=tokens[token.head].head)


def _mend_reduced_belief(tokens: list[Token], v: int, words: SpeechWords) -> None:
    """ "Fighters believed to belong to X hacked nine": nobody believes "to", so the fighters are believed, and hacked.

    "Residents reached by telephone put the toll at nine": nobody reaches "by telephone put".
    """
    subjects = subjects_of(tokens, v)
    if tokens[v].upos != "VERB" or len(subjects) != 1 or subjects[0] > v or _has_auxiliary(tokens, v) or v + 2 >= len(tokens):
        return
    below = [i for i, t in enumerate(tokens) if t.head == v and i > v]
    aim = tokens[v + 1].head  # "thought to be from the valley killed nine": under the killing, as the parse has it
    purpose = any(tokens[i].deprel == "xcomp" for i in below) or (tokens[v + 1].deprel == "mark" and tokens[aim].head in below)
    believed = tokens[v].lemma.lower() in words.passives and tokens[v + 1].text.lower() == "to" and purpose
    reached = tokens[v + 1].text.lower() == "by" and not any(tokens[i].deprel in {"obj", "punct"} and i < len(tokens) - 1 for i in below)
    rest = {"ccomp", "conj", "parataxis"} if believed else {"ccomp", "advcl", "xcomp"}
    told = [i for i in below if tokens[i].deprel in rest and _stands_bare(tokens, i)]
    told = [i for i in told if tokens[i].deprel != "parataxis" or not (tokens[i - 1].text == "," or tokens[i].lemma.lower() in words.verbs)]
    if not told or not (believed or reached):
        return
    top = tokens[v]
    tokens[told[0]] = replace(tokens[told[0]], head=top.head, deprel=top.deprel)
    tokens[subjects[0]] = replace(tokens[subjects[0]], head=told[0])
    if believed and tokens[aim].head == told[0]:
        tokens[aim] = replace(tokens[aim], head=v, deprel="xcomp")
    tokens[v] = replace(top, head=subjects[0], deprel="acl", xpos="VBN")
    for i, t in enumerate(tokens):
        if t.head == v and (i < subjects[0] or i > told[0]):
            tokens[i] = replace(t, head=told[0])


def _stands_bare(tokens: Sequence[Token], v: int) -> bool:
    """A verb that may be finite, without a subject, a mark or an auxiliary of its own."""
    return tokens[v].xpos in {*_FINITE, "VBN"} and not any(
        t.head == v and (t.deprel.startswith(("nsubj", "aux")) or t.deprel in {"mark", "advmod"}) and i < v for i, t in enumerate(tokens)
    )


def _has_auxiliary(tokens: Sequence[Token], v: int) -> bool:
    return any(t.head == v and t.deprel.startswith("aux") for t in tokens)


def _mend_figure_put(tokens: list[Token], v: int) -> None:
    """ "Put the number of people killed in the raid at 28": the figure is where the number is put, not where they were killed."""
    if tokens[v].lemma.lower() not in {"put", "set", "place"} or tokens[v].upos != "VERB":
        return
    counted = next((i for i, t in enumerate(tokens) if t.head == v and t.deprel == "obj"), None)
    if counted is None:
        return
    for i in range(counted + 1, len(tokens)):
        at = any(t.head == i and t.deprel == "case" and t.text.lower() == "at" for t in tokens)
        if tokens[i].upos == "NUM" and at and tokens[i].head != v and counted in ancestors(tokens, i):
            tokens[i] = replace(tokens[i], head=v, deprel="obl")
            return


def _mend_title(tokens: list[Token], v: int) -> None:
    """ "Shopkeeper Ahmed Hassan told the agency": two subjects side by side are one person with what he is, or by both his names."""
    subjects = subjects_of(tokens, v)
    for one, other in pairwise(subjects):
        if other == one + 1 and tokens[one].upos == tokens[other].upos == "PROPN":
            tokens[other] = replace(tokens[other], head=one, deprel="flat")
        if other == one + 1 and tokens[one].upos == "NOUN" and tokens[other].upos == "PROPN":
            tokens[one] = replace(tokens[one], head=other, deprel="nmod:desc")


def _mend_called_for(tokens: list[Token], v: int) -> None:
    """ "Egypt and Qatar, which mediate, called for a truce": without an auxiliary nobody is called."""
    if tokens[v].lemma.lower() != "call" or tokens[v].upos != "VERB" or _has_auxiliary(tokens, v):
        return
    wanted = {c.head for c in tokens if c.text.lower() == "for" and c.deprel == "case" and c.head >= 0}
    if not any(tokens[i].head == v and tokens[i].deprel == "obl" for i in wanted):
        return
    for i, t in enumerate(tokens):
        if t.head == v and t.deprel == "nsubj:pass":
            tokens[i] = replace(t, deprel="nsubj")


def _mend_said_and_blamed(tokens: list[Token], v: int, words: SpeechWords) -> None:
    """ "The group said civilians had not been hit and blamed the army", "said its men had struck depots, and denied": who says so does."""
    said = tokens[v].head
    if tokens[v].deprel != "conj" or said < 0 or tokens[v].xpos not in _FINITE or _has_auxiliary(tokens, v):
        return
    if tokens[said].deprel != "ccomp":
        return
    over = tokens[said].head
    passive = any(t.head == said and t.deprel in {"nsubj:pass", "aux:pass"} for t in tokens)
    speaks = tokens[v].lemma.lower() in words.verbs and tokens[over].lemma.lower() in words.verbs and over < said
    done = passive or _has_auxiliary(tokens, said)
    if done and speaks and not subjects_of(tokens, v):
        tokens[v] = replace(tokens[v], head=over)


def _mend_relative(tokens: list[Token], v: int) -> None:
    """ "An operation against the rebels, which had attacked a post": an act attacks nobody; the name right before the comma did."""
    above = tokens[v].head
    if tokens[v].deprel != "acl:relcl" or not 0 <= above < v or tokens[above].lemma.lower() not in _ACTS:
        return
    who = next((i for i in range(above, v) if tokens[i].head == v and tokens[i].text.lower() in {"which", "who"}), 0)
    if not who or tokens[who - 1].text != "," or tokens[who].deprel != "nsubj":
        return
    name = next((i for i in range(who - 2, above, -1) if tokens[i].upos != "PUNCT"), above)
    if name > above and tokens[name].upos == "PROPN":
        tokens[v] = replace(tokens[v], head=name)


def _mend_called(tokens: list[Token], v: int) -> None:
    """ "Called the accusation “a fabrication”": what it is called, no second name of it."""
    if tokens[v].lemma.lower() not in {"call", "brand", "term", "label", "declare"} or tokens[v].upos != "VERB":
        return
    for i, token in enumerate(tokens):
        called = token.deprel == "appos" and tokens[token.head].deprel == "obj" and tokens[token.head].head == v
        if called and not any(t.text == "," for t in tokens[token.head : i]):
            tokens[i] = replace(token, head=v, deprel="xcomp")


def _mend_joined_after_clause(tokens: list[Token], i: int) -> None:
    """ "Bandits who raided Magaji and two villages": what is joined right after a relative clause's object is one more object."""
    token = tokens[i]
    if token.deprel != "conj" or token.upos not in NOMINAL or token.head > i:
        return
    clause = next((k for k in range(token.head + 1, i) if tokens[k].head == token.head and tokens[k].deprel == "acl:relcl"), None)
    if clause is None or tokens[clause].upos != "VERB":
        return
    objects = [k for k in range(clause + 1, i) if tokens[k].head == clause and tokens[k].deprel == "obj"]
    if objects and not any(t.text in {",", ";"} for t in tokens[objects[-1] : i]):
        tokens[i] = replace(token, head=objects[-1])


def _mend_tear_gas(tokens: list[Token], i: int) -> None:
    """ "Used water cannon and tear gas": one word in two, whatever the parse makes of "tear"."""
    if i + 1 >= len(tokens) or tokens[i].text.lower() != "tear" or tokens[i + 1].text.lower() != "gas" or tokens[i].head == i + 1:
        return
    tokens[i + 1] = replace(tokens[i + 1], head=tokens[i].head, deprel=tokens[i].deprel)
    tokens[i] = replace(tokens[i], head=i + 1, deprel="compound", upos="NOUN")
    for k, t in enumerate(tokens):
        if t.head == i and k != i:
            tokens[k] = replace(t, head=i + 1)


def _mend_hearers(tokens: list[Token]) -> None:
    """ "Told Human Rights Watch that ...": capitalised words before "that" are one name, and who is told does not tell."""
    for v, token in enumerate(tokens):
        if token.lemma.lower() == "tell" and len(subjects := subjects_of(tokens, v)) > 1 and subjects[0] < v < subjects[-1]:
            tokens[subjects[-1]] = replace(tokens[subjects[-1]], deprel="iobj")
        last = v + 1
        while last < len(tokens) and tokens[last].text[:1].isupper():
            last += 1
        if token.lemma.lower() != "tell" or last - v < 3 or last >= len(tokens) or tokens[last].text.lower() != "that":
            continue
        name = last - 1
        for i in range(v + 1, last):
            tokens[i] = replace(tokens[i], upos="PROPN", head=v if i == name else name, deprel="iobj" if i == name else "compound")
        for i in range(last, len(tokens)):
            if v < tokens[i].head < last:
                tokens[i] = replace(tokens[i], head=v)


def tail_mark(tokens: Sequence[Token]) -> int | None:
    """The colon or free-standing dash before a few last words of a sentence without a full stop, after a clause."""
    last = len(tokens) - 1
    if last < 3 or tokens[last].upos == "PUNCT":
        return None
    k = next((i for i in range(last - 1, max(last - 6, 2), -1) if tokens[i].text in {":", "-", "–", "—"}), None)
    if k is None or any(t.upos == "VERB" and t.xpos in _FINITE for t in tokens[k + 1 :]):
        return None
    free = tokens[k].text == ":" or (tokens[k].start > tokens[k - 1].end and tokens[k + 1].start > tokens[k].end)
    return k if free and any(t.upos == "VERB" for t in tokens[:k]) else None


def _is_finite(tokens: list[Token], v: int) -> bool:
    """A verb with a tense of its own; "said" may be tagged as a participle that stands alone."""
    passive = any(t.head == v and t.deprel in {"aux:pass", "nsubj:pass"} for t in tokens)
    bare = tokens[v].xpos == "VBN" and tokens[v].deprel in {"root", "parataxis"}
    alone = bare and not any(t.head == v and t.deprel == "aux" for t in tokens)
    return not passive and (tokens[v].xpos in _FINITE or alone)
