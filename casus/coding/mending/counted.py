"""Mending: people counted, where a name in brackets, a title or a second clause tears them from their figure or from their verb.

"Ten Hill Party (HP) fighters were killed" counts the fighters, "five were killed while two others sustained burns" two clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.harm import HarmWords
from casus.codebook.kinds import is_people, is_person_role
from casus.model.text import Token

_BEFORE = frozenset({"nummod", "det", "case", "nmod:poss", "cc", "amod", "advmod"})
"""What stands before a name and belongs to the people called by it."""
_NAMED = frozenset({"PROPN", "ADJ", "NOUN"})
_INSIDE = frozenset({"flat", "compound", "nmod:desc", "appos", "nmod"})
_SMALL = frozenset({"of", "for", "the", "and", "-"})
"""Small words inside a name ("Union for the Return of Refugees")."""
_PLACES = ("nsubj", "obj", "obl", "nmod", "conj", "appos", "root", "parataxis")
"""Relations by which the parse hangs a name, and beside it the people called by it, on one word."""
_LONGEST = 5
"""Words of the longest name in brackets."""
_OLDEST = 110
_HANDING = frozenset({"hand", "turn", "sign"})
_WHILE = frozenset({"while", "whereas", "when", "as", "after"})


def mend_counted(tokens: list[Token], i: int, words: HarmWords) -> None:
    """Hang figures, titles and subjects where they belong; itself where nothing is to be mended."""
    _mend_bracketed(tokens, i, words)
    _mend_name_before(tokens, i, words)
    _mend_joined_to_verb(tokens, i)
    _mend_behind_title(tokens, i)
    _mend_while(tokens, i)
    _mend_of_them(tokens, i)
    _mend_age(tokens, i)
    _mend_between(tokens, i)
    _mend_handed_over(tokens, i)


def _mend_handed_over(tokens: list[Token], i: int) -> None:
    """ "Handed over 200 rifles": the word belongs to the verb, it does not say that they were more."""
    if tokens[i].text.lower() != "over" or tokens[i].deprel != "advmod" or i == 0 or tokens[i].head != i + 1:
        return
    if tokens[i - 1].upos == "VERB" and tokens[i - 1].lemma.lower() in _HANDING:
        tokens[i] = replace(tokens[i], head=i - 1, deprel="compound:prt", upos="ADP", xpos="RP")


def _mend_between(tokens: list[Token], i: int) -> None:
    """ "Killed between 10 and 15 people": so many people were killed; nobody was between them."""
    if tokens[i].text.lower() != "between" or i + 4 >= len(tokens) or [t.xpos for t in tokens[i + 1 : i + 4]] != ["CD", "CC", "CD"]:
        return
    people = i + 4 if tokens[i + 4].upos != "ADJ" else i + 5
    verb = tokens[i + 1].head
    if people >= len(tokens) or tokens[people].xpos != "NNS" or tokens[people].head != verb or tokens[people].deprel not in {"obl", "obj"}:
        return
    if verb < i and not any(t.head == verb and t.deprel == "obj" and k != people for k, t in enumerate(tokens)):
        tokens[people] = replace(tokens[people], deprel="obj")
        tokens[i + 1] = replace(tokens[i + 1], head=people, deprel="nummod")
        tokens[i] = replace(tokens[i], head=i + 1, deprel="advmod")


def _mend_age(tokens: list[Token], i: int) -> None:
    """ "Killing a monk, 70, and two novices": a bare number between commas behind one person is an age, nobody more."""
    if tokens[i].xpos != "CD" or tokens[i].deprel != "conj" or not 2 <= i < len(tokens) - 1 or not tokens[i].text.isdigit():
        return
    one = tokens[i - 2].upos in {"NOUN", "PROPN"} and tokens[i - 2].xpos in {"NN", "NNP"}
    if one and tokens[i - 1].text == "," and tokens[i + 1].text in {",", ".", ";"} and int(tokens[i].text) <= _OLDEST:
        tokens[i] = replace(tokens[i], head=i - 2, deprel="appos")


def _mend_bracketed(tokens: list[Token], i: int, words: HarmWords) -> None:
    """ "Ten Hill Party (HP) fighters": the name and what is in brackets say which fighters; figure and article are theirs."""
    people = _behind_brackets(tokens, i, words)
    name = _name_before(tokens, i)
    if people is None or name is None:
        return
    over = tokens[name].head
    if over == people:
        _hand_over(tokens, name, people)
        return
    beside = tokens[people].head == over and tokens[name].deprel.startswith(_PLACES)
    below = tokens[people].head == name or tokens[people].head in range(i, people)
    if not beside and not below:
        return
    noun = replace(tokens[people], head=over, deprel=tokens[name].deprel)
    tokens[people] = replace(noun, upos="NOUN", xpos="NNS" if noun.text.endswith("s") else "NN") if noun.upos == "PROPN" else noun
    for k, token in enumerate(tokens):
        if token.head == name and k > people:
            tokens[k] = replace(token, head=people)
    _hand_over(tokens, name, people)
    tokens[name] = replace(tokens[name], head=people, deprel="compound")


def _mend_name_before(tokens: list[Token], i: int, words: HarmWords) -> None:
    """ "Five Hill Party of Tarn cadres were held": of two subjects side by side, the name says which cadres."""
    verb = tokens[i].head
    if not 0 < i < verb or not _is_people(tokens[i], words) or not tokens[i].deprel.startswith("nsubj"):
        return
    name = next((k for k in range(i - 1, -1, -1) if tokens[k].head == verb and tokens[k].deprel == tokens[i].deprel), None)
    if name is None or tokens[name].upos != "PROPN" or not all(t.text[:1].isupper() or t.text in _SMALL for t in tokens[name:i]):
        return
    _hand_over(tokens, name, i)
    tokens[name] = replace(tokens[name], head=i, deprel="compound")


def _mend_joined_to_verb(tokens: list[Token], i: int) -> None:
    """ "Two were killed and three others, including a girl, were hurt": who the parse joins to the first verb are the second's subject."""
    first = tokens[i].head
    if tokens[i].deprel != "conj" or tokens[i].upos not in {"NOUN", "NUM", "PROPN"} or not 0 <= first < i or tokens[first].upos != "VERB":
        return
    verb = next((k for k in range(i + 1, len(tokens)) if tokens[k].head == first and tokens[k].deprel == "conj"), None)
    if verb is None or any(t.head == verb and t.deprel.startswith("nsubj") for t in tokens):
        return
    helped = [t.deprel for t in tokens[i:verb] if t.head == verb and t.deprel.startswith("aux")]
    if helped:
        tokens[i] = replace(tokens[i], head=verb, deprel="nsubj:pass" if "aux:pass" in helped else "nsubj")


def _hand_over(tokens: list[Token], name: int, people: int) -> None:
    """The figure and the article before a name now belong to the people called by it."""
    for k, token in enumerate(tokens[:name]):
        if token.head != name:
            continue
        if token.upos == "NUM":
            tokens[k] = replace(token, head=people, deprel="nummod")
        elif token.deprel in _BEFORE and (token.deprel != "amod" or not token.text[:1].isupper()):
            tokens[k] = replace(token, head=people)


def _behind_brackets(tokens: Sequence[Token], i: int, words: HarmWords) -> int | None:
    """The word for people right behind a name in brackets that opens at `i`."""
    if tokens[i].text != "(" or i == 0:
        return None
    close = next((k for k in range(i + 2, min(i + 2 + _LONGEST, len(tokens))) if tokens[k].text == ")"), None)
    if close is None or close + 1 >= len(tokens) or not all(t.text[:1].isupper() for t in tokens[i + 1 : close]):
        return None
    return close + 1 if _is_people(tokens[close + 1], words) else None


def _is_people(noun: Token, words: HarmWords) -> bool:
    """Whether a word is a common noun for people."""
    lemma = noun.lemma.lower()
    person = is_people(lemma) or is_person_role(lemma) or words.is_person(lemma) or words.is_person(lemma.removesuffix("s"))
    return noun.upos in {"NOUN", "PROPN"} and noun.text.islower() and person


def _name_before(tokens: Sequence[Token], i: int) -> int | None:
    """The head of the name right before a bracket."""
    top = i - 1
    if tokens[top].upos != "PROPN":
        return None
    while 0 <= (over := tokens[top].head) < i and tokens[over].upos in _NAMED and tokens[top].deprel in _INSIDE:
        if over < top and not all(t.text[:1].isupper() or t.text in _SMALL for t in tokens[over:i]):
            return None
        top = over
    return top


def _mend_behind_title(tokens: list[Token], i: int) -> None:
    """ "Its chief Ana Ruiz, and three others": the others stand beside the person named, not inside the title."""
    title = tokens[i].head
    if tokens[i].deprel != "conj" or not 0 <= title < i or tokens[title].deprel != "nmod:desc":
        return
    name = tokens[title].head
    if title < name < i and tokens[name].upos == "PROPN":
        tokens[i] = replace(tokens[i], head=name)


def _mend_while(tokens: list[Token], i: int) -> None:
    """ "Two were hurt while five others fled", "when a jeep hit a mine": who stand between "while" and the second verb are its subject."""
    verb = tokens[i].head
    opens = tokens[i].text.lower() in _WHILE and tokens[i].deprel in {"mark", "advmod"}
    if not opens or verb <= i or tokens[verb].upos not in {"VERB", "ADJ"}:
        return
    if any(t.head == verb and t.deprel.startswith("nsubj") for t in tokens):
        return
    first = tokens[verb].head
    moved = [k for k in range(i + 1, verb) if tokens[k].head == first and tokens[k].deprel.startswith("nsubj")]
    if 0 <= first < i and len(moved) == 1:
        passive = any(t.head == verb and t.deprel == "aux:pass" for t in tokens)
        tokens[moved[0]] = replace(tokens[moved[0]], head=verb, deprel="nsubj:pass" if passive else "nsubj")


def _mend_of_them(tokens: list[Token], i: int) -> None:
    """ "Ninety were killed, 12 of them children": the twelve are some of the ninety, no second subject."""
    token, verb = tokens[i], tokens[i].head
    if token.upos != "NUM" or not token.deprel.startswith("nsubj") or not 0 <= verb < i or tokens[i - 1].text != ",":
        return
    of = any(t.head == i and t.text.lower() in {"them", "whom"} for t in tokens)
    whole = next((k for k, t in enumerate(tokens[:verb]) if t.head == verb and t.deprel.startswith("nsubj")), None)
    if of and whole is not None:
        tokens[i] = replace(token, head=whole, deprel="appos")
