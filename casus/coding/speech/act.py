"""Speech: one act of saying, who may say something, and whose words are nobody's."""

from __future__ import annotations

from dataclasses import dataclass

from casus.codebook.kinds import load_kinds
from casus.codebook.speech import SpeechWords
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Stance

REPORTING = frozenset({"reports", "reported", "states"})
"""What stands before an outlet that tells all of a sentence."""
_SPEAKERS = frozenset({"he", "she", "they", "we", "i", "it", "who"})


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of saying.

    `source` None = nobody is named; `scope` = tokens of what is said; `about` = head of a thing said; `through` = who else
    the words came through, nearest first.
    """

    source: Phrase | None
    verb: int
    words: str
    stance: Stance
    scope: frozenset[int]
    rule: str
    about: int | None = None
    through: tuple[Phrase, ...] = ()


def can_speak(tree: Tree, i: int, words: SpeechWords) -> bool:
    """Whether a nominal can be who says something: somebody, a body, a document; not a blast or a number."""
    token, lemma = tree.tokens[i], tree.lemma(i)
    if token.upos == "PRON":
        return token.text.lower() in _SPEAKERS
    named = any(tree.tokens[c].upos == "PROPN" for c in tree.children(i, "appos"))  # "the news agency Tala had put the toll at"
    if token.upos == "PROPN" or named or lemma in words.nouns or lemma in words.capacities:
        return True
    noun = load_kinds().noun(lemma)
    return noun is not None and bool(noun.flags & {"person", "people", "body", "media", "ngo", "institute", "official"})


def is_outlet(tree: Tree, phrase: Phrase, words: SpeechWords) -> bool:
    """Whether a phrase is the name of a paper, an agency, a channel."""
    first = phrase.first - (phrase.first > 0 and tree.tokens[phrase.first - 1].text.lower() == "the")
    return any(ends_outlet(tree, first, k, words) for k in range(phrase.first, phrase.last))


def ends_outlet(tree: Tree, first: int, k: int, words: SpeechWords) -> bool:
    """Whether the token `k` of a name from `first` on is a word for media ("Daily Post"), alone or with those before it ("New Age")."""
    if tree.tokens[k].text.islower() and (k <= first or not tree.tokens[k - 1].text[:1].isupper() or tree.tokens[k].upos != "PROPN"):
        return False
    joined = " ".join(t.text.lower() for t in tree.tokens[first : k + 1])
    return any(name in words.media for name in (tree.tokens[k].text.lower(), joined, joined.removeprefix("the ")))


def is_unowned(tree: Tree, i: int, words: SpeechWords) -> bool:
    """Words without anybody who says them: "reports", "early accounts"; not "media reports", "a UN report"."""
    said = {tree.lemma(c) for c in tree.children(i, "amod")}
    if said & words.tentative and tree.tokens[i].upos == "NOUN":
        return True
    if tree.lemma(i) not in words.nouns:
        return False
    if said & words.reserve:
        return True
    owned = tree.children(i, "nmod:poss", "compound") or any(case in {"by", "from", "of"} for case, _ in tree.preps(i))
    if said & words.owning:
        return False
    return tree.lemma(i) in words.unowned and tree.tokens[i].xpos == "NNS" and not owned
