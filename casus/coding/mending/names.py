"""Mending: names the parse takes apart or hangs on the wrong word.

A name in capitals read as a verb, two bodies before one head, a paper behind its verb, somebody joined to another's name.
"""

from __future__ import annotations

from dataclasses import replace

from casus.codebook.kinds import is_person_role
from casus.coding.mending.other_names import mend_other_names
from casus.model.text import Token

_ONE_OF_SOME = frozenset({"a", "an", "one", "another", "several", "two", "three", "suspected", "alleged"})
"""Before a noun of persons whose body stands between: the name of a body itself has none of them."""
_BODIES = frozenset({"army", "navy", "police", "government", "military"})


def mend_names(tokens: list[Token]) -> None:
    """Mends the heads of names in place."""
    mend_other_names(tokens)
    mixed = any(t.text.isalpha() and t.text.islower() for t in tokens)
    for i in range(len(tokens)):
        if mixed:
            _mend_capital_is(tokens, i)
        _mend_joined_bodies(tokens, i)
        _mend_one_of_a_body(tokens, i)
        _mend_bracketed_body(tokens, i)
        _mend_paper_last(tokens, i)
        _mend_joined_to_name(tokens, i)
        _mend_charge_of_affairs(tokens, i)


def _mend_charge_of_affairs(tokens: list[Token], i: int) -> None:
    """ "Summoned the Afghan charge d'affaires": an envoy, and nobody's charge."""
    if " ".join(t.text.lower() for t in tokens[i : i + 2]).replace("é", "e").replace("’", "'") == "charge d'affaires":
        tokens[i] = replace(tokens[i], lemma="envoy", upos="NOUN", xpos="NN")


def _mend_capital_is(tokens: list[Token], i: int) -> None:
    """ "IS fighters bombed an office", "shot by IS": in a sentence of small letters a verb in capitals is a name."""
    token = tokens[i]
    if token.text != "IS" or token.upos not in {"AUX", "VERB"} or i + 1 >= len(tokens):
        return
    if tokens[i + 1].upos not in {"NOUN", "PROPN"} or tokens[i + 1].deprel == "nmod:unmarked":
        _mend_capital_doer(tokens, i)
        return
    noun = i + 1
    while noun + 1 < len(tokens) and tokens[noun].upos in {"NOUN", "PROPN"} and tokens[noun + 1].upos in {"NOUN", "PROPN"}:
        noun += 1
    if any(t.head == i for t in tokens) or tokens[noun].head == i:
        return
    _mend_case_before(tokens, i, noun)
    verb = tokens[noun].head
    tokens[i] = replace(token, upos="PROPN", xpos="NNP", head=noun, deprel="compound", lemma="IS")
    passive = any(t.deprel == "aux:pass" and t.head == verb for t in tokens)
    if token.deprel == "aux:pass" and tokens[noun].deprel == "nsubj:pass" and not passive:
        tokens[noun] = replace(tokens[noun], deprel="nsubj")
        if tokens[verb].xpos == "VBN":
            tokens[verb] = replace(tokens[verb], xpos="VBD")


def _mend_capital_doer(tokens: list[Token], i: int) -> None:
    """ "He was shot by IS for smoking": the name alone, behind "by"."""
    if i < 1 or tokens[i - 1].text.lower() != "by":
        return
    verb = next((k for k in range(i - 2, -1, -1) if tokens[k].xpos == "VBN"), None)
    bare = not any(t.head == i for k, t in enumerate(tokens) if k != i - 1)
    if verb is None or not bare or any(tokens[k].head != verb for k in range(verb + 1, i - 1)):
        return
    tokens[i - 1] = replace(tokens[i - 1], head=i, deprel="case", upos="ADP", xpos="IN")
    tokens[i] = replace(tokens[i], upos="PROPN", xpos="NNP", head=verb, deprel="obl:agent", lemma="IS")


def _mend_case_before(tokens: list[Token], i: int, noun: int) -> None:
    """ "A strike on IS targets": the preposition belongs to the targets, and they to the strike."""
    case = tokens[i - 1] if i > 0 else None
    if case is None or case.upos not in {"ADP", "SCONJ"} or case.deprel == "case" or not 0 <= case.head < i - 1:
        return
    rel = "nmod" if tokens[case.head].upos in {"NOUN", "PROPN"} else "obl"
    if tokens[noun].head in {case.head, tokens[case.head].head} and tokens[noun].head >= 0:
        tokens[noun] = replace(tokens[noun], head=case.head, deprel=rel)
        tokens[i - 1] = replace(case, head=noun, deprel="case", upos="ADP", xpos="IN")


def _mend_joined_bodies(tokens: list[Token], i: int) -> None:
    """ "Army and Norda Police rescued": two bodies, not one body with two names."""
    if i + 3 >= len(tokens) or tokens[i].deprel != "compound" or tokens[i + 1].deprel != "cc" or tokens[i + 2].deprel != "conj":
        return
    head = i + 3
    bodies = all(tokens[k].lemma.lower() in _BODIES for k in (i, head))
    if not bodies or tokens[i].head != head or tokens[i + 2].head != i:
        return
    top = tokens[head]
    for k, t in enumerate(tokens):
        if t.head == head and k < i:
            tokens[k] = replace(t, head=i)
    tokens[i] = replace(tokens[i], head=top.head, deprel=top.deprel)
    tokens[i + 1] = replace(tokens[i + 1], head=head)
    tokens[i + 2] = replace(tokens[i + 2], head=head, deprel="compound")
    tokens[head] = replace(top, head=i, deprel="conj")


def _mend_one_of_a_body(tokens: list[Token], i: int) -> None:
    """ "Held an Army of Light courier": the courier is held, and the body with "of" in its name says whose he is."""
    noun = tokens[i]
    body = noun.head
    if noun.upos != "NOUN" or noun.deprel not in {"nmod", "appos"} or not 0 <= body < i - 2 or not is_person_role(noun.lemma.lower()):
        return
    whose, rel = (i, "compound") if noun.deprel == "nmod" else (body, "nmod")
    inner = [k for k, t in enumerate(tokens[:i]) if t.head == whose and t.deprel == rel and t.text[:1].isupper()]
    case = next((k for k, t in enumerate(tokens) if t.deprel == "case" and t.head in {i, *inner[-1:]}), None)
    led = [k for k, t in enumerate(tokens) if t.head == body and k < body and t.text.lower() in _ONE_OF_SOME]
    if case != body + 1 or not inner or inner[-1] != i - 1 or not led or not tokens[body].text[:1].isupper():
        return
    for k, t in enumerate(tokens):
        if t.head == body and k != case and (k < led[0] + 1 or k > i or t.upos == "VERB"):
            tokens[k] = replace(t, head=i)
    tokens[i] = replace(noun, head=tokens[body].head, deprel=tokens[body].deprel)
    tokens[body] = replace(tokens[body], head=i, deprel="compound")
    tokens[case] = replace(tokens[case], head=inner[-1])
    tokens[inner[-1]] = replace(tokens[inner[-1]], head=body, deprel="nmod")


def _mend_bracketed_body(tokens: list[Token], i: int) -> None:
    """ "Shot dead a Red Front (RF) leader": the leader was shot, and the front with its short form says whose he is."""
    noun, short = i + 1, i - 1
    if tokens[i].text != ")" or short < 2 or noun >= len(tokens) or tokens[short - 1].text != "(" or tokens[noun].upos != "NOUN":
        return
    body, one = short - 2, tokens[noun]
    under = one.head == body and one.deprel == "appos"
    beside = under or (tokens[body].head == one.head and tokens[body].deprel == one.deprel)
    if tokens[body].upos != "PROPN" or not (beside and tokens[short].text.isupper() and is_person_role(one.lemma.lower())):
        return
    if under:
        tokens[noun] = replace(one, head=tokens[body].head, deprel=tokens[body].deprel)
    tokens[body] = replace(tokens[body], head=noun, deprel="compound")


def _mend_paper_last(tokens: list[Token], v: int) -> None:
    """ "A boy, called Ali, was killed when a mine exploded, reported Dawn": the paper reports, and the boy was killed."""
    if tokens[v].lemma.lower() not in {"report", "say"} or tokens[v].upos != "VERB" or v < 1 or tokens[v - 1].text != ",":
        return
    below = [i for i, t in enumerate(tokens) if t.head == v]
    told = next((i for i in below if tokens[i].deprel == "ccomp" and i < v), None)
    subject = next((i for i in below if tokens[i].deprel == "nsubj" and told is not None and i < told), None)
    paper = next((i for i in below if tokens[i].deprel in {"obj", "nsubj"} and i > v and tokens[i].upos == "PROPN"), None)
    if told is None or subject is None or paper is None or any(t.head == told and t.deprel.startswith("nsubj") for t in tokens):
        return
    passive = any(t.head == told and t.deprel == "aux:pass" for t in tokens)
    tokens[subject] = replace(tokens[subject], head=told, deprel="nsubj:pass" if passive else "nsubj")
    tokens[paper] = replace(tokens[paper], deprel="nsubj")


def _mend_joined_to_name(tokens: list[Token], i: int) -> None:
    """ "The head of a school, identified as Ana Ruiz, and her nephew were killed": the nephew is joined to the head, not to the name."""
    token, name = tokens[i], tokens[tokens[i].head]
    another = token.upos == "NOUN" and any(t.head == i and t.deprel in {"det", "nmod:poss", "nummod"} for t in tokens)
    if token.deprel != "conj" or not another or name.upos != "PROPN" or name.head < 0:
        return
    clause = tokens[name.head]
    called = clause.deprel == "acl" and clause.lemma.lower() in {"identify", "name", "know", "call"} and 0 <= clause.head < name.head
    if called and any(t.text == "," for t in tokens[token.head + 1 : i]):
        tokens[i] = replace(token, head=clause.head)
