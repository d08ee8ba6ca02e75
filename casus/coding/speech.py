"""Speech: who says what in a sentence. Each speech has a source, a verb, a stance, and the tokens of its content.

Constructions: a verb of saying with its clause, before, inside or after it; a phrase of saying ("put the toll at"); a noun
of saying with its clause ("the ministry's claim that"); "according to X", "in the words of X"; agentless passives ("is
believed to", "has been accused"); speech about a thing said ("denied the allegations"). How one voice reaches the report
through another is speech_links.py's business, headlines and verdicts speech_marks.py's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casus.codebook.kinds import load_kinds
from casus.codebook.speech import SpeechWords
from casus.coding.acts import verb_words
from casus.coding.quotations import Quotation
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Stance

_INFINITIVE = frozenset("claim threaten vow promise pledge swear profess purport deny admit".split())
"""Verbs whose infinitive is said by them ("claimed to have shot down"); under others it is no speech ("continued to fire")."""
_NOMINAL = frozenset(
    "find report record document confirm announce claim estimate register count verify describe detail allege admit tally list".split()
)
"""Verbs that say their object ("found a rise in deaths")."""
_ADDRESSING = frozenset({"tell", "inform", "notify", "brief"})
"""Verbs whose object is who is spoken to."""
_TELLING = frozenset({"speak", "talk", "write", "sing"})
_IN_WORDS = frozenset({"say", "claim", "announce", "report", "confirm", "add", "declare", "write", "state"})
_SPREADING = frozenset("have spread emerge circulate surface come mount persist swirl grow abound".split())
"""What words do that are nobody's: "word has spread that ..."."""
_OF = frozenset({"tell", "speak", "talk"})
"""Verbs that say what stands after "of" ("residents tell of soldiers who shot boys")."""
_SEEMING = frozenset({"appear", "seem"})
_GIVING = frozenset({"give", "provide", "release", "issue"})
_CIRCUMSTANCE = frozenset({"as", "when", "while", "after", "before", "since", "because", "though", "although"})
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


def speeches_at(tree: Tree, i: int, words: SpeechWords, quotations: Sequence[Quotation] = ()) -> Iterator[Speech]:
    """The acts of saying that token `i` tells."""
    token, lemma = tree.tokens[i], tree.lemma(i)
    speech = _verb_speech(tree, i, words, quotations) if token.upos in {"VERB", "ADJ"} and lemma in words.verbs else None
    if speech is None and token.upos == "VERB" and lemma in words.phrases:
        speech = _phrase_speech(tree, i, words)
    if speech is not None:
        yield speech
    elif (token.upos == "NOUN" and _is_noun_of_saying(lemma, words)) or (i == 0 and lemma in words.unowned):
        yield from _noun_speech(tree, i, words)
    for case, n in tree.preps(i):
        if case in words.prepositions and not _is_basis(tree, n, words) and not _is_ground(tree, i, n, case, words):
            yield _preposition_speech(tree, i, n, case, words)
        elif case in {"in", "by", "on"} and tree.lemma(n) in words.voicings and (owner := _owner(tree, n)) is not None:
            yield _voicing(tree, i, n, owner)


def _is_basis(tree: Tree, n: int, words: SpeechWords) -> bool:
    """ "According to plan"; not "according to details given by the superintendent"."""
    given = any(tree.lemma(c) in _GIVING and tree.agent(c) is not None for c in tree.children(n, "acl"))
    return words.is_basis(tree.lemma(n)) and not given


def _is_ground(tree: Tree, governor: int, n: int, case: str, words: SpeechWords) -> bool:
    """ "In a report based on 31 interviews": what a document rests on, not who speaks."""
    if case not in {"based on", "going by", "per"}:
        return False
    return tree.tokens[governor].upos == "NOUN" or tree.lemma(n) in words.nouns or not can_speak(tree, n, words)


def _is_noun_of_saying(lemma: str, words: SpeechWords) -> bool:
    return lemma in words.nouns or lemma in words.voicings or lemma == "toll"


def can_speak(tree: Tree, i: int, words: SpeechWords) -> bool:
    """Whether a nominal can be who says something: somebody, a body, a document; not a blast or a number."""
    token, lemma = tree.tokens[i], tree.lemma(i)
    if token.upos == "PRON":
        return token.text.lower() in _SPEAKERS
    if token.upos == "PROPN" or lemma in words.nouns or lemma in words.capacities:
        return True
    noun = load_kinds().noun(lemma)
    return noun is not None and bool(noun.flags & {"person", "people", "body", "media", "ngo", "institute", "official"})


def _verb_speech(tree: Tree, v: int, words: SpeechWords, quotations: Sequence[Quotation]) -> Speech | None:
    stance, passive = words.verbs[tree.lemma(v)], tree.passive(v)
    if tree.tokens[v].upos == "ADJ" and not passive:
        return None
    source, content, about = _speaker(tree, v), _content(tree, v, words), _about(tree, v, words)
    if source is not None and tree.is_nobody(source):
        return None
    scope = frozenset(j for c in content for j in tree.subtree(c)) - _outside(tree, v, content)
    if passive and all(tree.tokens[c].upos not in {"VERB", "AUX"} for c in content):
        scope -= _in_passing(tree, content)
    if source is not None and not can_speak(tree, source, words) and (_is_circumstance(tree, v) or _is_deadly(tree, v)):
        return None
    if not scope and not passive:
        scope = _quoted(tree, v, quotations)
    if tree.lemma(v) in _SEEMING or (passive and source is None and tree.lemma(v) in words.passives):
        source, stance = None, "hedges"
    elif _is_tentative(tree, v, source, words) or _is_misread_noun(tree, v, words):
        stance = "hedges"
    if not scope and tree.lemma(v) in _OF:
        scope = frozenset(j for case, n in tree.preps(v) if case in {"of", "about"} for j in tree.subtree(n))
    nominal = about is not None and tree.lemma(v) in _NOMINAL and not words.is_form(tree.lemma(v), tree.lemma(about))
    if not scope and (stance == "hedges" or (stance == "asserts" and not (nominal or _speaks_of(tree, v)))):
        return None
    scope = (scope | _things_said(tree, v, stance, about, passive=passive, nominal=nominal)) - {v}
    if stance in {"threatens", "plans"}:
        scope -= _meanwhile(tree, content)
    if stance == "denies" and _belittles(tree, scope):
        stance = "asserts"
    phrase = tree.phrase(source) if source is not None and source not in scope else None
    return Speech(phrase, v, tree.tokens[v].text, stance, scope, f"speech verb “{tree.lemma(v)}”", about)


def _speaker(tree: Tree, v: int) -> int | None:
    """ "The officer, on condition of anonymity said": the condition speaks for nobody, who made it stands before it."""
    source = tree.agent(v)
    if source is None or tree.lemma(source) != "condition":
        return source
    before = [
        i for i in range(source) if tree.tokens[i].upos in {"NOUN", "PROPN"} and not tree.rel(i).startswith(("nmod", "compound", "flat"))
    ]
    return before[-1] if before else None


def _meanwhile(tree: Tree, content: Sequence[int]) -> frozenset[int]:
    """ "Vowed to fight on, even as they leave the camp": what is done meanwhile is neither threatened nor planned."""
    beside = [a for c in content for a in tree.children(c, "advcl") if _is_circumstance(tree, a)]
    beside += [a for c in content for i in tree.subtree(c) for a in tree.children(i, "acl:relcl", "advcl:relcl") if _is_sequel(tree, a)]
    return frozenset(j for a in beside for j in tree.subtree(a))


def _is_sequel(tree: Tree, clause: int) -> bool:
    """ "Threatened them to leave, following which they burned two trucks"."""
    first = tree.subtree(clause)[0]
    first += tree.tokens[first].text == ","
    return tree.tokens[first].text.lower() in {"following", "after"} and tree.tokens[first + 1].text.lower() == "which"


def _belittles(tree: Tree, scope: frozenset[int]) -> bool:
    """ "Refuted that only two were killed": it was more, not nothing."""
    return any(tree.tokens[j - 1].text.lower() == "only" and tree.tokens[j].upos == "NUM" for j in scope if j)


def _is_deadly(tree: Tree, v: int) -> bool:
    """ "Two car bombs claimed nine lives"."""
    return tree.lemma(v) == "claim" and any(tree.lemma(c) in {"life", "victim"} for c in tree.children(v, "obj"))


def _in_passing(tree: Tree, content: Sequence[int]) -> frozenset[int]:
    """ "Is considered one of the safer states in a country where thousands were killed": the killing is nobody's opinion."""
    inside = {j for c in content for j in tree.subtree(c)}
    return frozenset(k for j in inside if tree.rel(j) == "acl:relcl" for k in tree.subtree(j))


def _about(tree: Tree, v: int, words: SpeechWords) -> int | None:
    """The thing said that a verb of saying has for its object ("denied the claims", "rejected as false reports that")."""
    about = tree.patient(v)
    if about is None and words.verbs.get(tree.lemma(v)) == "accuses":
        about = next(iter(tree.children(v, "iobj")), None)
    if about is None and words.verbs.get(tree.lemma(v)) == "denies":
        about = next((n for case, n in tree.preps(v) if case == "as" and tree.lemma(n) in words.said_things), None)
    if about is None or about == tree.agent(v) or tree.lemma(v) in _ADDRESSING:
        return None
    return None if tree.rel(about).startswith("nsubj") and not tree.passive(v) else about


def _is_tentative(tree: Tree, v: int, source: int | None, words: SpeechWords) -> bool:
    """ "Unconfirmed reports said", "a video appears to show": said, but under reserve."""
    if tree.rel(v) == "xcomp" and tree.tokens[v].head >= 0 and tree.lemma(tree.tokens[v].head) in _SEEMING:
        return True
    return source is not None and _is_unowned(tree, source, words)


def _is_misread_noun(tree: Tree, v: int, words: SpeechWords) -> bool:
    """ "Claims that the army killed ... circulate": a noun that opens the sentence, read as a verb without a subject."""
    return v == 0 and tree.tokens[v].xpos == "VBZ" and tree.lemma(v) in words.unowned and not tree.children(v, "nsubj")


def _is_unowned(tree: Tree, i: int, words: SpeechWords) -> bool:
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


def _things_said(tree: Tree, v: int, stance: Stance, about: int | None, *, passive: bool, nominal: bool) -> frozenset[int]:
    """Tokens of what is said where it is a noun, or what somebody is accused or suspected of."""
    out: set[int] = set()
    told = stance in {"asserts", "denies", "accuses", "admits"} and about is not None
    if told and not passive and about is not None:
        aside = {j for i in tree.subtree(about) for c in tree.children(i, "acl:relcl") if is_set_off(tree, c) for j in tree.subtree(c)}
        aside |= set(tree.subtree(v) if v in tree.subtree(about) else ())
        out.update(set(tree.subtree(about)) - aside)
        out.update(j for c in tree.children(v, "xcomp") if nominal for j in tree.subtree(c))
    if (told or passive) and stance in {"accuses", "hedges"}:
        out.update(j for case, n in tree.preps(v) if case in {"of", "for"} for j in tree.subtree(n))
    if told:
        out.update(j for c in tree.children(v, "advcl") if (stance == "accuses" or nominal) for j in tree.subtree(c))
        out.update(j for c in tree.children(v, "xcomp") if stance == "accuses" for j in tree.subtree(c))
    if passive and stance == "accuses":
        out.update(j for c in tree.children(v, "advcl", "xcomp", "ccomp") for j in tree.subtree(c))
    return frozenset(out)


def is_set_off(tree: Tree, clause: int) -> bool:
    """ "Contradicted the UN's view of the land, which Israel occupied": the clause after a comma is the writer's."""
    first = tree.subtree(clause)[0]
    return tree.tokens[first].text == "," or (first > 0 and tree.tokens[first - 1].text == ",")


def _content(tree: Tree, v: int, words: SpeechWords) -> tuple[int, ...]:
    """Heads of the clauses that say what is said."""
    own = tuple(c for c in tree.children(v, "ccomp", "csubj:pass") if not _is_circumstance(tree, c))
    if tree.passive(v) or tree.lemma(v) in _INFINITIVE:
        own = (*own, *tree.children(v, "xcomp"), *tree.children(v, "csubj"))
    if tree.lemma(v) in _SEEMING:
        own = (*own, *tree.children(v, "csubj"))
    if tree.lemma(v) in _NOMINAL:
        own = (*own, *(c for c in tree.children(v, "xcomp") if tree.tokens[c].xpos == "VBN" and not tree.children(c, "aux", "mark")))
    if tree.passive(v) and tree.lemma(v) in words.passives:
        own = (*own, *(c for c in tree.children(v, "advcl") if any(tree.lemma(m) == "of" for m in tree.children(c, "mark"))))
    if own:
        return (*own, *_backshifted(tree, v))
    token = tree.tokens[v]
    if token.deprel == "parataxis" and token.head >= 0:
        return () if _stands_alone(tree, v, words) else (_told_round(tree, token.head),)
    if token.deprel == "advcl" and any(tree.tokens[c].text.lower() == "as" for c in tree.children(v, "mark")) and token.head >= 0:
        return (token.head,)
    if token.deprel == "advcl" and token.head < v and not tree.children(v, "mark", "advmod") and token.xpos in {"VBD", "VBZ", "VBP"}:
        return (token.head,)
    how = tuple(c for c in tree.children(v, "obj", "obl") if tree.lemma(c) == "how")
    if how:
        return how
    after = tuple(c for c in tree.children(v, "parataxis") if c > v or tree.tokens[c].upos in {"VERB", "NOUN", "ADJ"})
    return after


def _backshifted(tree: Tree, v: int) -> tuple[int, ...]:
    """ "Said a shop burned, and rebels had shot two men": after a simple past, the past perfect of another is still said."""
    if tree.tokens[v].xpos != "VBD":
        return ()
    return tuple(
        c for c in tree.children(v, "conj")
        if any(tree.tokens[a].text.lower() == "had" for a in tree.children(c, "aux")) and tree.children(c, "nsubj", "nsubj:pass")
    )  # fmt: skip


def _stands_alone(tree: Tree, v: int, words: SpeechWords) -> bool:
    """ "...; the army did not respond", "...; Damascus denied it": a clause beside another, not a saying put into it."""
    first = tree.subtree(v)[0]
    after_mark = tree.tokens[first].text == ";" or (first > 0 and tree.tokens[first - 1].text == ";")
    own = words.verbs[tree.lemma(v)] == "denies" and bool(tree.children(v, "obj"))
    return after_mark or own or tree.denied(v)


def _told_round(tree: Tree, i: int) -> int:
    """ "It was a bomber who struck the mosque, the group say": what is said is the whole clause round the saying."""
    if tree.tokens[i].upos not in {"NOUN", "PROPN", "NUM", "ADJ"} or tree.is_clause(i):
        return i
    i = tree.predicates[i]
    while tree.rel(i) in {"acl:relcl", "acl"} and tree.tokens[i].head >= 0:
        i = tree.predicates[tree.tokens[i].head]
    return i


def _is_circumstance(tree: Tree, clause: int) -> bool:
    """ "Said little as militants attacked": when it was said, not what."""
    return clause > 0 and any(tree.tokens[c].text.lower() in _CIRCUMSTANCE for c in tree.children(clause, "mark"))


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
    """ "said of Pakistan", "so said the general": speech whose words stand elsewhere."""
    if any(tree.lemma(c) in {"so", "thus"} and c == v - 1 for c in tree.children(v, "advmod")):
        return True
    return any(case in {"of", "about"} for case, _ in tree.preps(v))


def _phrase_speech(tree: Tree, v: int, words: SpeechWords) -> Speech | None:
    """A phrase of saying: "officials put the toll at 12", "called the report false"; "the blast raised the toll" says nothing."""
    source = tree.agent(v)
    if source is None or tree.is_nobody(source) or not can_speak(tree, source, words) or tree.passive(v):
        return None
    how = [c for c in tree.children(v, "obj", "obl") if tree.lemma(c) == "how"]
    if how and tree.lemma(v) in _TELLING:
        return Speech(tree.phrase(source), v, tree.tokens[v].text, "asserts", frozenset(tree.subtree(how[0])), "telling how")
    for pattern, stance in words.phrases[tree.lemma(v)]:
        if stance == "asserts" and not pattern.prepositions:
            continue
        if verb_words(tree, v, pattern) is not None:
            scope = frozenset(tree.subtree(v)) - frozenset(tree.subtree(source))
            rule = f"phrase of saying “{tree.lemma(v)}”"
            return Speech(tree.phrase(source), v, tree.tokens[v].text, stance, scope, rule, _about(tree, v, words))
    return None


def _noun_speech(tree: Tree, i: int, words: SpeechWords) -> Iterator[Speech]:
    owner = _owner(tree, i)
    clauses = tree.children(i, "acl", "ccomp") + tuple(n for case, n in tree.preps(i) if case in {"of", "about"} and n != owner)
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
    stance = words.nouns.get(tree.lemma(i), "asserts")
    if phrase is None and (tree.lemma(i) in words.unowned or _is_unowned(tree, i, words)) and stance in {"asserts", "accuses", "hedges"}:
        stance = "hedges"
    yield Speech(phrase, i, tree.tokens[i].text, stance, scope, f"noun of saying “{tree.lemma(i)}”")


def _owner(tree: Tree, i: int) -> int | None:
    """Whose words a noun of saying names: its possessor, who it comes from, or who said it ("said in a statement that")."""
    v = tree.tokens[i].head
    if tree.case(i) == "in" and v >= 0 and tree.lemma(v) in _IN_WORDS and tree.tokens[v].upos == "VERB" and not tree.passive(v):
        return tree.agent(v)
    own = tree.children(i, "nmod:poss") or tuple(
        n for case, n in tree.preps(i) if case in {"by", "from"} or (case == "of" and _is_somebody(tree, n))
    )
    return own[0] if own else None


def _is_somebody(tree: Tree, n: int) -> bool:
    noun = load_kinds().noun(tree.lemma(n))
    somebody = noun is not None and bool(noun.flags & {"person", "body"}) and tree.tokens[n].upos == "NOUN"
    return somebody and not tree.children(n, "acl", "acl:relcl")


def _preposition_speech(tree: Tree, governor: int, n: int, case: str, words: SpeechWords) -> Speech:
    """ "According to X": holds for the clause it hangs on."""
    stance: Stance = "hedges" if _is_unowned(tree, n, words) else "asserts"
    return Speech(tree.phrase(n), n, case, stance, _clause_over(tree, governor, n), f"“{case}”")


def _voicing(tree: Tree, governor: int, n: int, owner: int) -> Speech:
    """ "In the words of X", "by X's count": X says the clause it hangs on."""
    scope = _clause_over(tree, governor, n)
    return Speech(tree.phrase(owner), n, f"{tree.case(n)} {tree.lemma(n)}", "asserts", scope, f"“{tree.lemma(n)}” of a speaker")


def _clause_over(tree: Tree, governor: int, n: int) -> frozenset[int]:
    predicate = tree.predicates[governor]
    top = predicate if tree.tokens[governor].upos not in {"NOUN", "PROPN"} or governor == predicate else governor
    top = tree.predicates[top]
    return frozenset(tree.subtree(top)) - frozenset(tree.subtree(n))
