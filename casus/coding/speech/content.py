"""Speech content: which words of a sentence a verb of saying says."""

from __future__ import annotations

from collections.abc import Sequence

from casus.codebook.speech import SpeechWords
from casus.coding.speech.quotations import Quotation
from casus.coding.syntax import Tree
from casus.model.claim import Stance

_INFINITIVE = frozenset("claim threaten vow promise pledge swear profess purport deny admit acknowledge concede".split())
"""Verbs whose infinitive is said by them ("claimed to have shot down"); under others it is no speech ("continued to fire")."""
NOMINAL = frozenset(
    "find report record document confirm announce claim estimate register count verify describe detail allege admit tally list".split()
)
"""Verbs that say their object ("found a rise in deaths")."""
_DESCRIBING = frozenset({"report", "describe"})
"""Verbs that say a bare gerund, too ("residents reported shelling")."""
_TALLYING = frozenset("record report document register count confirm verify tally list estimate announce".split())
"""Verbs that say their subject in the passive ("five deaths were recorded by the mission")."""
_BOASTING = {"boast": ("of", "about"), "brag": ("of", "about"), "admit": ("to",), "confess": ("to",), "own": ("to",)}
"""Verbs that say a gerund after these ("boasted of having killed eleven", "admitted to having sent them")."""
SEEMING = frozenset({"appear", "seem"})
_ADDRESSING = frozenset({"tell", "inform", "notify", "brief"})
"""Verbs whose object is who is spoken to."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CIRCUMSTANCE = frozenset({"as", "when", "while", "after", "before", "since", "because", "though", "although"})


def content_of(tree: Tree, v: int, words: SpeechWords) -> tuple[int, ...]:
    """Heads of the clauses that say what is said."""
    own = tuple(c for c in tree.children(v, "ccomp", "csubj:pass") if not is_circumstance(tree, c))
    if tree.passive(v) or tree.lemma(v) in _INFINITIVE:
        own = (*own, *tree.children(v, "xcomp"), *tree.children(v, "csubj"))
    if tree.lemma(v) in SEEMING:
        own = (*own, *tree.children(v, "csubj"))
    if tree.lemma(v) in NOMINAL:
        forms = {"VBN", "VBG"} if tree.lemma(v) in _DESCRIBING else {"VBN"}
        own = (*own, *(c for c in tree.children(v, "xcomp") if tree.tokens[c].xpos in forms and not tree.children(c, "aux", "mark")))
    if tree.lemma(v) in words.accounts.remembering:
        seeing = (c for c in tree.children(v, "xcomp") if tree.tokens[c].xpos == "VBG" and c not in own)  # "recounted seeing them shot"
        own = (*own, *seeing)
    if tree.passive(v) and tree.lemma(v) in words.passives:
        own = (*own, *(c for c in tree.children(v, "advcl") if any(tree.lemma(m) == "of" for m in tree.children(c, "mark"))))
    after = _BOASTING.get(tree.lemma(v), ())
    boasted = (c for c in tree.children(v, "advcl", "xcomp") if any(tree.lemma(m) in after for m in tree.children(c, "mark")))
    own = (*own, *(c for c in boasted if c not in own))
    token = tree.tokens[v]
    if _closes_list(tree, v) or (own and token.deprel == "parataxis" and token.head >= 0 and all(_is_cut_off(tree, v, c) for c in own)):
        return (_told_round(tree, token.head),)
    if own:
        return (*own, *_backshifted(tree, v))
    if token.deprel == "parataxis" and token.head >= 0:
        return () if _stands_alone(tree, v, words) else (_told_round(tree, token.head),)
    if token.deprel == "advcl" and any(tree.tokens[c].text.lower() == "as" for c in tree.children(v, "mark")) and token.head >= 0:
        return (token.head,)
    if _is_inserted(tree, v):
        return (token.head,)
    how = tuple(c for c in tree.children(v, "obj", "obl") if tree.lemma(c) == "how")
    if how:
        return how
    return tuple(c for c in tree.children(v, "parataxis") if c > v or tree.tokens[c].upos in {"VERB", "NOUN", "ADJ"})


def _is_cut_off(tree: Tree, v: int, clause: int) -> bool:
    """ "Forty died, residents told us, in one of the worst raids since the war began": what no "that" opens behind a comma is not said."""
    first = tree.subtree(clause)[0]
    marked = any(tree.lemma(c) == "that" for c in tree.children(clause, "mark"))
    return first > v and not marked and any(t.text == "," for t in tree.tokens[v + 1 : first + 1])


def _closes_list(tree: Tree, v: int) -> bool:
    """ "Police fired, and five were held, our colleagues tell us": a saying hung on what it closes, with nobody but a hearer after it."""
    token, subject = tree.tokens[v], tree.subject(v)
    if token.deprel != "conj" or not 0 <= token.head < v or tree.children(v, "cc", "obj", "xcomp") or subject is None:
        return False
    below = tree.subtree(subject)
    return token.xpos in _FINITE and below[-1] == v - 1 and below[0] > 0 and tree.tokens[below[0] - 1].text == ","


def _is_inserted(tree: Tree, v: int) -> bool:
    """ "The army had left, the agency said", "by noon, the agency said, the army had left": after what is said, or between two commas."""
    token, first = tree.tokens[v], tree.subtree(v)[0]
    if token.deprel != "advcl" or tree.children(v, "mark", "advmod") or token.xpos not in _FINITE:
        return False
    return token.head < v or (first > 0 and tree.tokens[first - 1].text == "," and v + 1 < len(tree) and tree.tokens[v + 1].text == ",")


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


def is_circumstance(tree: Tree, clause: int) -> bool:
    """ "Said little as militants attacked": when it was said, not what."""
    return clause > 0 and any(tree.tokens[c].text.lower() in _CIRCUMSTANCE for c in tree.children(clause, "mark"))


def outside(tree: Tree, v: int, content: Sequence[int]) -> frozenset[int]:
    """Where the saying stands inside what is said ("..., X said, ..."), its own words are not content."""
    if any(v in tree.subtree(c) for c in content):
        return frozenset(tree.subtree(v))
    return frozenset()


def quoted(tree: Tree, v: int, quotations: Sequence[Quotation]) -> frozenset[int]:
    """Tokens inside quotation marks in this sentence, where the verb of saying stands outside them."""
    verb = tree.tokens[v]
    out = set()
    for q in quotations:
        if q.start <= verb.start < q.end:
            continue
        out |= {j for j, t in enumerate(tree.tokens) if q.start <= t.start and t.end <= q.end}
    return frozenset(out)


def about_of(tree: Tree, v: int, words: SpeechWords) -> int | None:
    """The thing said that a verb of saying has for its object ("denied the claims", "rejected as false reports that")."""
    about = tree.patient(v)
    if about is None and words.verbs.get(tree.lemma(v)) == "accuses":
        about = next(iter(tree.children(v, "iobj")), None)
    if about is None and words.verbs.get(tree.lemma(v)) == "denies":
        about = next((n for case, n in tree.preps(v) if case == "as" and tree.lemma(n) in words.said_things), None)
    if about is None or about == tree.agent(v) or tree.lemma(v) in _ADDRESSING:
        return None
    return None if tree.rel(about).startswith("nsubj") and not tree.passive(v) else about


def things_said(tree: Tree, v: int, stance: Stance, about: int | None, *, passive: bool, nominal: bool) -> frozenset[int]:
    """Tokens of what is said where it is a noun, or what somebody is accused or suspected of."""
    out: set[int] = set()
    told = stance in {"asserts", "denies", "accuses", "admits"} and about is not None
    if told and not passive and about is not None:
        aside = {j for i in tree.subtree(about) for c in tree.children(i, "acl:relcl") if is_set_off(tree, c) for j in tree.subtree(c)}
        aside |= set(tree.subtree(v) if v in tree.subtree(about) else ())
        out.update(set(tree.subtree(about)) - aside)
        out.update(j for c in tree.children(v, "xcomp") if nominal for j in tree.subtree(c))
    if told and passive and about is not None and tree.agent(v) is not None and tree.lemma(v) in _TALLYING:
        out.update(set(tree.subtree(about)) - set(tree.subtree(v) if v in tree.subtree(about) else ()))
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


def meanwhile(tree: Tree, content: Sequence[int]) -> frozenset[int]:
    """ "Vowed to fight on, even as they leave the camp": what is done meanwhile is neither threatened nor planned."""
    beside = [a for c in content for a in tree.children(c, "advcl") if is_circumstance(tree, a)]
    beside += [a for c in content for i in tree.subtree(c) for a in tree.children(i, "acl:relcl", "advcl:relcl") if _is_sequel(tree, a)]
    return frozenset(j for a in beside for j in tree.subtree(a))


def _is_sequel(tree: Tree, clause: int) -> bool:
    """ "Threatened them to leave, following which they burned two trucks"."""
    first = tree.subtree(clause)[0]
    first += tree.tokens[first].text == ","
    return tree.tokens[first].text.lower() in {"following", "after"} and tree.tokens[first + 1].text.lower() == "which"


def in_passing(tree: Tree, content: Sequence[int]) -> frozenset[int]:
    """ "Is considered one of the safer states in a country where thousands were killed": the killing is nobody's opinion."""
    inside = {j for c in content for j in tree.subtree(c)}
    return frozenset(k for j in inside if tree.rel(j) == "acl:relcl" for k in tree.subtree(j))


def belittles(tree: Tree, scope: frozenset[int]) -> bool:
    """ "Refuted that only two were killed": it was more, not nothing."""
    return any(tree.tokens[j - 1].text.lower() == "only" and tree.tokens[j].upos == "NUM" for j in scope if j)


def speaks_of(tree: Tree, v: int) -> bool:
    """ "said of Pakistan", "so said the general": speech whose words stand elsewhere."""
    if any(tree.lemma(c) in {"so", "thus"} and c == v - 1 for c in tree.children(v, "advmod")):
        return True
    return any(case in {"of", "about"} for case, _ in tree.preps(v))
