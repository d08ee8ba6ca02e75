"""Speech nouns: a noun of saying with its clause ("the ministry's claim that"), "according to X", "in the words of X"."""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.kinds import load_kinds
from casus.codebook.speech import SpeechWords
from casus.coding.speech.act import Speech, can_speak, is_unowned
from casus.coding.speech.called_false import TRUTH, called_false_by
from casus.coding.syntax import Tree
from casus.model.claim import Stance

NOUN_OF_SAYING = "noun of saying"
"""How the rule of what a noun of saying says begins."""
_BREAKS = frozenset({";", ":", "“", "”", '"', "—", "–"})
_GIVING = frozenset({"give", "provide", "release", "issue"})
_IN_WORDS = frozenset(
    "say claim announce report confirm add declare write state deny reject admit allege acknowledge maintain insist stress warn".split()
)
_RAISED = frozenset({"issue", "point", "question", "concern", "fact", "argument"})
_PUBLISHING = frozenset({"publish", "release", "issue", "present", "launch", "unveil"})
"""What who made a document does with it ("released a report documenting")."""
_CLAIMED = frozenset({"claim", "accusation", "allegation", "charge", "assertion", "contention", "insistence", "denial"})
_COUNTING = frozenset({"tally", "count", "figure", "toll", "number"})
"""What is of people as often as it is theirs ("the tally of policemen killed")."""
_SPREADING = frozenset("have spread emerge circulate surface come mount persist swirl grow abound".split())
"""What words do that are nobody's: "word has spread that ..."."""
_ACTED_ON = frozenset({"intelligence", "information", "tip", "tip-off", "input"})
"""What forces act on, told by nobody."""


def is_basis(tree: Tree, n: int, words: SpeechWords) -> bool:
    """ "According to plan"; not "according to details given by the superintendent"."""
    given = any(tree.lemma(c) in _GIVING and tree.agent(c) is not None for c in tree.children(n, "acl"))
    return words.is_basis(tree.lemma(n)) and not given


def is_ground(tree: Tree, governor: int, n: int, case: str, words: SpeechWords) -> bool:
    """ "In a report based on 31 interviews": what a document rests on, not who speaks."""
    if case not in {"based on", "going by", "per"}:
        return False
    if case == "based on" and tree.lemma(n) in _ACTED_ON and tree.agent(governor) is not None:
        return True  # "based on specific intelligence, troops launched a search"
    if case == "per" and tree.children(n, "compound", "nmod:poss"):
        return False  # "per a UN report"
    return tree.tokens[governor].upos == "NOUN" or tree.lemma(n) in words.nouns or not can_speak(tree, n, words)


def is_noun_of_saying(lemma: str, words: SpeechWords) -> bool:
    """Whether a noun names something said ("claim", "word", "toll")."""
    return lemma in words.nouns or lemma in words.voicings or lemma == "toll"


def is_raised(tree: Tree, i: int) -> bool:
    """ "Raised the issue that", "made the point that": what somebody says, under a noun of no saying."""
    v = tree.tokens[i].head
    raised = tree.rel(i) == "obj" and v >= 0 and tree.lemma(v) in {"raise", "make"} and not tree.passive(v)
    clauses = [m for c in tree.children(i, "acl") for m in tree.children(c, "mark")]
    return raised and tree.lemma(i) in _RAISED and any(tree.lemma(m) == "that" for m in clauses)


def noun_speech(tree: Tree, i: int, words: SpeechWords) -> Iterator[Speech]:
    """What a noun of saying says: its clause, or what a copula calls it ("the army's version is that")."""
    if any(tree.tokens[c].text.lower() == "no" for c in tree.children(i, "det")) or _is_count_of_people(tree, i):
        return  # "there were no reports of casualties in the blast"
    owner = owner_of(tree, i)
    clauses = tuple(c for c in tree.children(i, "acl", "ccomp") if not _is_given_out(tree, c, words))
    clauses += tuple(n for case, n in tree.preps(i) if case in {"of", "about"} and n != owner)
    if not clauses and tree.lemma(tree.tokens[i].head) in TRUTH:
        clauses = tree.children(tree.tokens[i].head, "acl")  # "no truth in reports | that"
    if owner is not None and not clauses:
        clauses = tuple(c for c in tree.children(owner, "acl") if any(tree.lemma(m) == "that" for m in tree.children(c, "mark")))
    if not clauses and owner is not None and tree.rel(i) in {"nsubj", "nsubj:outer"} and (cop := tree.children(tree.tokens[i].head, "cop")):
        top = tree.tokens[i].head
        while tree.rel(top).startswith("nsubj"):
            top = tree.tokens[top].head
        scope = frozenset(tree.subtree(top)) - frozenset(tree.subtree(owner)) - {cop[0]}
        yield Speech(tree.phrase(owner), cop[0], tree.tokens[i].text, "asserts", scope, f"“{tree.lemma(i)}” of a speaker")
        return
    if not clauses and tree.rel(i) == "nsubj" and tree.lemma(tree.tokens[i].head) in _SPREADING:
        clauses = tree.children(tree.tokens[i].head, "ccomp")
    scope = frozenset(j for c in clauses for j in tree.subtree(c)) - {i}
    if not scope or (tree.lemma(i) not in words.nouns and owner is None):
        return
    phrase = tree.phrase(owner) if owner is not None and owner not in clauses else None
    if phrase is None and (denier := called_false_by(tree, i, words)) is not None:
        yield Speech(tree.phrase(denier), i, tree.tokens[i].text, "denies", scope, f"{NOUN_OF_SAYING} “{tree.lemma(i)}”, called false")
        return
    stance = _stance_over(tree, i, words) or words.nouns.get(tree.lemma(i), "asserts")
    if phrase is None and (tree.lemma(i) in words.unowned or is_unowned(tree, i, words)) and stance in {"asserts", "accuses", "hedges"}:
        stance = "hedges"
    yield Speech(phrase, i, tree.tokens[i].text, stance, scope, f"{NOUN_OF_SAYING} “{tree.lemma(i)}”")


def _is_given_out(tree: Tree, clause: int, words: SpeechWords) -> bool:
    """ "The force's version, published in its newsletter, is that": what was done with the words is not what they say."""
    return tree.tokens[clause].xpos == "VBN" and tree.lemma(clause) in words.carrying


def _stance_over(tree: Tree, i: int, words: SpeechWords) -> Stance | None:
    """ "Denied in a statement that its men had fired": a statement says it as the verb over it does."""
    over = tree.tokens[i].head
    said = tree.case(i) == "in" and over >= 0 and tree.tokens[over].upos == "VERB" and tree.lemma(over) in _IN_WORDS
    return words.verbs.get(tree.lemma(over)) if said else None


def _is_count_of_people(tree: Tree, i: int) -> bool:
    return tree.lemma(i) in _COUNTING and any(case == "of" and tree.tokens[n].xpos == "NNS" for case, n in tree.preps(i))


def owner_of(tree: Tree, i: int) -> int | None:
    """Whose words a noun of saying names: its possessor, who it comes from, or who said it ("said in a statement that")."""
    v = tree.tokens[i].head
    if tree.case(i) == "in" and v >= 0 and tree.lemma(v) in _IN_WORDS and tree.tokens[v].upos == "VERB" and not tree.passive(v):
        return tree.agent(v)
    if is_raised(tree, i):
        return tree.agent(v)
    if tree.rel(i) == "obj" and tree.lemma(v) in _PUBLISHING and not tree.passive(v) and not tree.children(i, "nmod:poss"):
        return tree.agent(v)
    own = tree.children(i, "nmod:poss") or _named_beside(tree, i) or tuple(
        n for case, n in tree.preps(i) if case in {"by", "from"} or (case == "of" and _is_somebody(tree, n))
    )
    return own[0] if own else None


def _named_beside(tree: Tree, i: int) -> tuple[int, ...]:
    """ "US claims that", "police allegations that": whose a claim is, by the noun right before it."""
    if tree.lemma(i) not in _CLAIMED or not tree.children(i, "acl", "ccomp"):
        return ()
    return tuple(c for c in tree.children(i, "compound") if c == i - 1 and (tree.tokens[c].upos == "PROPN" or _is_somebody(tree, c)))


def _is_somebody(tree: Tree, n: int) -> bool:
    noun = load_kinds().noun(tree.lemma(n))
    somebody = noun is not None and bool(noun.flags & {"person", "body"}) and tree.tokens[n].upos == "NOUN"
    return somebody and not tree.children(n, "acl", "acl:relcl")


def preposition_speech(tree: Tree, governor: int, n: int, case: str, words: SpeechWords) -> Speech:
    """ "According to X": holds for the clause it hangs on."""
    stance: Stance = "hedges" if is_unowned(tree, n, words) else "asserts"
    scope = _clause_over(tree, governor, n) | (_joined_before(tree, governor, n) if case == "according to" else frozenset())
    return Speech(tree.phrase(n), n, case, stance, scope, f"“{case}”")


def _joined_before(tree: Tree, governor: int, n: int) -> frozenset[int]:
    """ "Two met and one said ..., according to the ministry": set off at the end, it holds for all the joined clauses before it."""
    below, over = tree.subtree(n), tree.predicates[governor]
    first, last = min(below), max(below)
    set_off = first > 1 and "," in {tree.tokens[first].text, tree.tokens[first - 1].text}
    ends = all(t.upos == "PUNCT" for t in tree.tokens[last + 1 :])
    joined = any(tree.rel(i) == "conj" for i in (over, *tree.ancestors(over)))
    broken = any(t.text in _BREAKS for t in tree.tokens[:first])
    return frozenset(range(first)) if set_off and ends and joined and not broken else frozenset()


def voicing(tree: Tree, governor: int, n: int, owner: int) -> Speech:
    """ "In the words of X", "by X's count": X says the clause it hangs on."""
    scope = _clause_over(tree, governor, n)
    return Speech(tree.phrase(owner), n, f"{tree.case(n)} {tree.lemma(n)}", "asserts", scope, f"“{tree.lemma(n)}” of a speaker")


def _clause_over(tree: Tree, governor: int, n: int) -> frozenset[int]:
    predicate = tree.predicates[governor]
    top = predicate if tree.tokens[governor].upos not in {"NOUN", "PROPN"} or governor == predicate else governor
    top = tree.predicates[top]
    return frozenset(tree.subtree(top)) - frozenset(tree.subtree(n))
