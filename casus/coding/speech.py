"""Speech: who says what in a sentence. Each speech has a source, a verb, a stance, and the tokens of its content.

Constructions: a verb of saying with its clause, before, inside or after it; "according to X"; a noun of saying with its
clause ("the ministry's claim that"); agentless passives ("is believed to", "has been accused"); speech about a thing said
("denied the allegations").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casus.codebook.speech import SpeechWords
from casus.coding.quotations import Quotation
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Stance

_INFINITIVE = frozenset("claim threaten vow promise pledge swear profess purport deny admit".split())
"""Verbs whose infinitive is said by them ("claimed to have shot down"); under others it is no speech ("continued to fire")."""
_NOMINAL = frozenset(
    "find report record document confirm announce claim estimate register count verify describe detail allege admit".split()
)
"""Verbs that say their object ("found a rise in deaths")."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One act of saying. `source` None = nobody is named; `scope` = tokens of what is said; `about` = head of a thing said."""

    source: Phrase | None
    verb: int
    words: str
    stance: Stance
    scope: frozenset[int]
    rule: str
    about: int | None = None
    relayed_to: Phrase | None = None


def find_speeches(tree: Tree, words: SpeechWords, quotations: Sequence[Quotation] = ()) -> tuple[Speech, ...]:
    """Every act of saying in a sentence, widest scope first."""
    found = [s for i in range(len(tree)) for s in _at(tree, i, words, quotations)]
    return tuple(sorted(found, key=lambda s: (-len(s.scope), s.verb)))


def _at(tree: Tree, i: int, words: SpeechWords, quotations: Sequence[Quotation]) -> Iterator[Speech]:
    token, lemma = tree.tokens[i], tree.lemma(i)
    if token.upos == "VERB" and lemma in words.verbs:
        speech = _verb_speech(tree, i, words, quotations)
        if speech is not None:
            yield speech
    elif token.upos == "NOUN" and lemma in words.nouns:
        yield from _noun_speech(tree, i, words)
    for case, n in tree.preps(i):
        if case in words.prepositions and not words.is_basis(tree.lemma(n)):
            yield _preposition_speech(tree, i, n, case)


def _verb_speech(tree: Tree, v: int, words: SpeechWords, quotations: Sequence[Quotation]) -> Speech | None:
    stance = words.verbs[tree.lemma(v)]
    passive = tree.passive(v)
    source = tree.agent(v)
    content = _content(tree, v)
    about = tree.patient(v)
    if about is not None and (about == source or (tree.tokens[about].deprel.startswith("nsubj") and not passive)):
        about = None
    scope = frozenset(j for c in content for j in tree.subtree(c)) - _outside(tree, v, content)
    if not scope and not passive:
        scope = _quoted(tree, v, quotations)
    if not passive and stance == "hedges":
        stance = "asserts"
    nominal = about is not None and tree.lemma(v) in _NOMINAL and not words.is_form(tree.lemma(v), tree.lemma(about))
    if not scope and stance == "asserts" and not (nominal or _speaks_of(tree, v)):
        return None
    if passive and stance == "hedges" and not scope:
        return None
    if stance in {"asserts", "denies", "accuses", "admits"} and about is not None:
        scope |= frozenset(tree.subtree(about)) if not passive else frozenset()
        scope |= frozenset(j for case, n in tree.preps(v) if case in {"of", "for"} and stance == "accuses" for j in tree.subtree(n))
        scope |= frozenset(j for c in tree.children(v, "advcl") if stance == "accuses" or nominal for j in tree.subtree(c))
    if passive and stance == "accuses":
        scope |= frozenset(j for case, n in tree.preps(v) if case in {"of", "for"} for j in tree.subtree(n))
        scope |= frozenset(j for c in tree.children(v, "advcl", "xcomp", "ccomp") for j in tree.subtree(c))
    phrase = tree.phrase(source) if source is not None and source not in scope else None
    told = next((tree.phrase(c) for c in tree.children(v, "iobj", "obj") if tree.lemma(v) == "tell" and c not in scope), None)
    return Speech(phrase, v, tree.tokens[v].text, stance, scope, f"speech verb “{tree.lemma(v)}”", about, told)


def _content(tree: Tree, v: int) -> tuple[int, ...]:
    """Heads of the clauses that say what is said."""
    own = tree.children(v, "ccomp", "csubj:pass")
    if tree.passive(v) or tree.lemma(v) in _INFINITIVE:
        own = (*own, *tree.children(v, "xcomp"))
    if own:
        return own
    token = tree.tokens[v]
    if token.deprel == "parataxis" and token.head >= 0:
        return (token.head,)
    if token.deprel == "advcl" and any(tree.tokens[c].text.lower() == "as" for c in tree.children(v, "mark")) and token.head >= 0:
        return (token.head,)
    after = tuple(c for c in tree.children(v, "parataxis") if c > v or tree.tokens[c].upos in {"VERB", "NOUN", "ADJ"})
    return after


def _outside(tree: Tree, v: int, content: Sequence[int]) -> frozenset[int]:
    """Where the saying stands inside what is said ("..., X said, ..."), its own words are not content."""
    if any(v in tree.subtree(c) for c in content):
        return frozenset(tree.subtree(v))
    return frozenset()


def _quoted(tree: Tree, v: int, quotations: Sequence[Quotation]) -> frozenset[int]:
    """Tokens inside quotation marks in this sentence, where the verb of saying stands outside them."""
    verb = tree.tokens[v]
    out = set()
    for q in quotations:
        if q.start <= verb.start < q.end:
            continue
        out |= {j for j, t in enumerate(tree.tokens) if q.start <= t.start and t.end <= q.end}
    return frozenset(out)


def _speaks_of(tree: Tree, v: int) -> bool:
    """ "said of Pakistan": speech about somebody, its words elsewhere."""
    return any(case in {"of", "about"} for case, _ in tree.preps(v))


def _noun_speech(tree: Tree, i: int, words: SpeechWords) -> Iterator[Speech]:
    clauses = tree.children(i, "acl", "ccomp") + tuple(n for case, n in tree.preps(i) if case in {"of", "about"})
    if not clauses:
        return
    holder = tree.children(i, "nmod:poss") or tuple(n for case, n in tree.preps(i) if case in {"by", "from"})
    scope = frozenset(j for c in clauses for j in tree.subtree(c))
    phrase = tree.phrase(holder[0]) if holder and holder[0] not in scope else None
    yield Speech(phrase, i, tree.tokens[i].text, words.nouns[tree.lemma(i)], scope, f"noun of saying “{tree.lemma(i)}”")


def _preposition_speech(tree: Tree, governor: int, n: int, case: str) -> Speech:
    """ "According to X": holds for the clause it hangs on."""
    predicate = tree.predicates[governor]
    top = predicate if tree.tokens[governor].upos not in {"NOUN", "PROPN"} or governor == predicate else governor
    top = tree.predicates[top]
    scope = frozenset(tree.subtree(top)) - frozenset(tree.subtree(n))
    return Speech(tree.phrase(n), n, case, "asserts", scope, f"“{case}”")
