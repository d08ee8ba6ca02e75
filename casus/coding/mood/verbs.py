"""Mood of verbs: what auxiliaries, negation, adverbs, subordinators and the verb above make of an act.

The auxiliary modes are those of the PLOVER 2.0 manual (future, hypothetical, negation).
"""

from __future__ import annotations

from collections.abc import Iterator

from casus.codebook.modality import Modality
from casus.coding.mood.kinds import NOT_DONE, Mood, MoodKind
from casus.coding.mood.supposed import supposed_verb
from casus.coding.syntax import Tree

_GUESSING = frozenset({"suggest", "fear"})
"""Verbs whose clause in the past is a guess at what was done, not a wish ("officials fear the gunmen killed them")."""
_TELLING = frozenset("say tell claim confirm report state announce allege assert suggest believe think".split())
"""Verbs under which nothing is told where they are negated; "did not know that it had" tells it."""
_INCLINED = frozenset({"interested", "intent", "bent", "capable", "afraid", "fond", "interest"})
"""What one is to an act that one need not have done ("interested in marching")."""
_RUMOURED = frozenset({"speculation", "talk", "suspicion"})
"""Nouns that say with doubt what a clause in the past tells ("speculation that they bombed it")."""
_INSTEAD = frozenset({"instead of", "rather than"})
_OFF = frozenset({"from", "against"})
_ASKING = frozenset("call ask press push appeal plead know".split())
_BIDDING = frozenset("tell instruct command direct advise beg implore exhort beseech invite pressure lobby remind".split())
"""Verbs whose infinitive tells what somebody is to do ("told Iran to free him"), which elsewhere only say something or deal with it."""
"""Before "for" ("calling for dismantling the arsenal", "known for sheltering")."""
_TAKING = frozenset({"take", "make", "reach"})
"""What somebody does with a decision who decides."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_USED = frozenset({"VBD", "VBN", "VBG"})
_OWNING_UP = frozenset({"confess", "admit", "own", "guilty", "plead"})


def verb_moods(tree: Tree, v: int, words: Modality, *, depth: int) -> Iterator[Mood]:
    """Moods of predicate `v`: its auxiliaries, negation, adverbs, subordinators, and what governs it."""
    if depth > 5:
        return
    yield from _left_undone(tree, v)
    yield from _or_else(tree, v)
    yield from supposed_verb(tree, v, words)
    if _is_order(tree, v):
        yield Mood("imagined", v, "an order: nothing is told as done")
    auxiliaries = list(tree.children(v, "aux", "aux:pass", "cop"))
    perfect = any(tree.lemma(a) == "have" for a in auxiliaries)
    for c in tree.children(v):
        rel, lemma, text = tree.rel(c), tree.lemma(c), tree.tokens[c].text.lower()
        if rel == "aux" and (lemma in words.modals or text in words.modals):
            yield _modal(words.modals.get(lemma) or words.modals[text], c, text, perfect=perfect)
        elif rel == "advmod" and (text in words.negations or lemma in words.negations) and not _not_only(tree, c):
            yield Mood("negated", c, f"“{text}”")
        elif rel in {"advmod", "discourse"} and (text in words.hedge_adverbs):
            yield Mood("hedged", c, f"“{text}”")
        elif rel == "aux" and text in {"had", "should", "were"} and _is_inverted(tree, v, c):
            yield Mood("imagined", c, f"“{text}” before its subject: a condition")
        elif rel == "mark" and (text in words.conditional_marks):
            yield from _conditional(tree, v, c, text)
        elif rel.startswith("nsubj"):
            yield from _subject_moods(tree, c, words)
    yield from _arranged(tree, v, words)
    yield from _governed_verb(tree, v, words, depth=depth)


def _subject_moods(tree: Tree, c: int, words: Modality) -> Iterator[Mood]:
    """What the subject makes of the act: "no soldier fired"; "what appeared to be a drone hit the car"."""
    text = tree.tokens[c].text.lower()
    if any(tree.tokens[d].text.lower() in {"no", "neither"} for d in tree.children(c, "det", "cc:preconj", "cc", "advmod")):
        yield Mood("negated", c, "“no” in the subject")
    elif tree.lemma(c) in {"nobody", "none", "nothing"}:
        yield Mood("negated", c, f"“{text}”")
    elif text == "what" and any(tree.lemma(d) in words.seeming_verbs for d in tree.children(c, "acl:relcl")):
        yield Mood("hedged", c, "done by what only seems to be it")


def _arranged(tree: Tree, v: int, words: Modality) -> Iterator[Mood]:
    """ "The two are to meet", "are due to meet": arranged for later."""
    for c in tree.children(v, "mark"):
        if tree.lemma(c) == "due" and any(tree.lemma(t) == "to" for t in tree.children(c, "fixed")) and _is_to_be(tree, v, c):
            yield Mood("planned", c, "“due to”")
    if tree.tokens[v].xpos != "VB":
        return
    for c in tree.children(v, "cop", "aux"):
        if tree.lemma(c) == "be" and any(tree.lemma(m) == "to" for m in tree.children(v, "mark")):
            yield Mood("planned", c, "“is to”: arranged")
    for c in tree.children(v, "advmod", "amod", "case"):
        if c < v and tree.lemma(c) in words.planning_verbs:
            yield Mood("planned", c, f"“{tree.tokens[c].text} to”")


def _is_to_be(tree: Tree, v: int, due: int) -> bool:
    """ "Was due to be freed", "were due to meet"; not "fled due to fighting"."""
    bare = {"VB"} & {tree.tokens[v].xpos, *(tree.tokens[c].xpos for c in tree.children(v, "aux", "aux:pass") if c > due)}
    return bool(bare) and any(tree.lemma(c) == "be" and c < due for c in tree.children(v, "aux", "aux:pass", "cop"))


def _left_undone(tree: Tree, v: int) -> Iterator[Mood]:
    """ "Abstained instead of vetoing", "left without harming the guards"."""
    for c in tree.children(v, "mark", "case"):
        if tree.lemma(c) == "without" or " ".join(t.text.lower() for t in tree.tokens[c : c + 2]) in _INSTEAD:
            yield Mood("negated", c, f"“{tree.tokens[c].text}”")


def _or_else(tree: Tree, v: int) -> Iterator[Mood]:
    """ "Free them or we kill him", "must leave or be shot": what comes else has not been done."""
    if is_or_else(tree, v):
        yield Mood("planned", None, "“or”: what comes else")


def is_or_else(tree: Tree, v: int) -> bool:
    """Whether a verb is joined by "or" to an order or to what somebody must do."""
    over = tree.tokens[v].head
    if tree.rel(v) != "conj" or over < 0 or not any(tree.lemma(c) == "or" for c in tree.children(v, "cc")):
        return False
    return _is_order(tree, over) or any(tree.lemma(c) in {"must", "should"} for c in tree.children(over, "aux"))


def _is_order(tree: Tree, v: int) -> bool:
    """ "Attack the camp, he told them": a bare verb without a subject, before whatever governs it; headings are written so too."""
    token = tree.tokens[v]
    if token.xpos != "VB" or token.upos != "VERB" or tree.sentence.heading:
        return False
    if tree.children(v, "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl", "aux", "aux:pass", "mark"):
        return False
    return token.deprel in {"root", "parataxis"} or (token.deprel in {"ccomp", "xcomp"} and v < token.head)


def _not_only(tree: Tree, negation: int) -> bool:
    """ "Did not only attack", "not just bombed": what is done and more."""
    return negation + 1 < len(tree) and tree.tokens[negation + 1].text.lower() in {"only", "just", "merely", "simply"}


def _lies_ahead(tree: Tree, head: int) -> bool:
    """ "Are going to", "is about to"."""
    going = tree.lemma(head) == "go" and tree.tokens[head].xpos == "VBG" and any(tree.lemma(a) == "be" for a in tree.children(head, "aux"))
    return going or (tree.lemma(head) == "about" and bool(tree.children(head, "cop")))


def _is_inverted(tree: Tree, v: int, auxiliary: int) -> bool:
    """ "Had the rebels attacked, ..."."""
    subjects = tree.children(v, "nsubj", "nsubj:pass", "nsubj:outer")
    return tree.rel(v) == "advcl" and bool(subjects) and auxiliary < subjects[0]


def _modal(kind: str, cue: int, text: str, *, perfect: bool) -> Mood:
    if kind == "possible":
        return Mood("hedged" if perfect else "imagined", cue, f"“{text}{' have' if perfect else ''}”")
    if kind == "future":
        return Mood("imagined" if perfect else "planned", cue, f"“{text}”")
    return Mood("planned" if kind == "planned" else "imagined", cue, f"“{text}”")


def _conditional(tree: Tree, v: int, cue: int, text: str) -> Iterator[Mood]:
    """ "before" and "until" are conditions only where nothing finite shows the act was done."""
    asked = text == "until" and _is_asked(tree, tree.tokens[v].head)
    tense = {tree.tokens[i].xpos for i in (v, *tree.children(v, "aux", "aux:pass"))}
    if text in {"before", "until"} and tense & {"VBD", "VBG"} and not asked:
        return
    yield Mood("imagined", cue, f"under “{text}”")


def _is_asked(tree: Tree, i: int) -> bool:
    """ "Called on members to occupy the roads until he resigned": what is asked for or promised has not been done, nor what ends it."""
    return i >= 0 and tree.tokens[i].upos == "VERB" and any(tree.lemma(c) == "to" for c in tree.children(i, "mark"))


def _governed_verb(tree: Tree, v: int, words: Modality, *, depth: int) -> Iterator[Mood]:
    token = tree.tokens[v]
    head = token.head
    if head < 0:
        return
    lemma = _with_particle(tree, head)
    infinitive = any(tree.lemma(c) == "to" for c in tree.children(v, "mark")) and not _is_owned_up(tree, v)
    if token.deprel == "conj" and tree.tokens[head].upos in {"VERB", "AUX"}:
        if not tree.children(v, "nsubj", "nsubj:pass", "aux"):
            yield from verb_moods(tree, head, words, depth=depth + 1)
    elif token.deprel == "xcomp":
        kind: MoodKind | None = (
            "hedged" if lemma in words.seeming_verbs or _is_feared_done(tree, v, head, lemma)
            else "planned" if lemma in words.planning_verbs or _lies_ahead(tree, head)
            else "imagined" if lemma in words.irrealis_verbs or (infinitive and lemma in _BIDDING) else None
        )  # fmt: skip
        if kind is not None:
            yield Mood(kind, head, f"under “{tree.tokens[head].text}”")
        yield from verb_moods(tree, head, words, depth=depth + 1)
    elif token.deprel == "acl" and infinitive and _singled_out(tree, head):
        return
    elif token.deprel in {"acl", "advcl", "csubj"} and infinitive:
        used = _is_used_for(tree, v)
        yield from verb_moods(tree, head, words, depth=depth + 1) if used else _intended(tree, v, lemma, words, depth=depth)
    elif token.deprel == "acl" and _is_unreal_noun(tree, v, lemma, words):
        yield Mood("imagined", head, f"“{tree.tokens[head].text}” of it")
    elif token.deprel == "ccomp":
        yield from _said_mood(tree, v, head, lemma, words)
    elif token.deprel in {"advcl", "acl", "xcomp"} and not infinitive and _held_off(tree, v, lemma, words):
        yield Mood("imagined", head, f"under “{tree.tokens[head].text}”")
    if token.deprel == "advcl" and not infinitive:
        yield from _supposed_before(tree, v, words, depth=depth)


def _is_owned_up(tree: Tree, v: int) -> bool:
    """ "Confessed to killing him", "pleaded guilty to shooting him": a gerund after "to", of what was done."""
    return tree.tokens[v].xpos == "VBG" and tree.lemma(tree.tokens[v].head) in _OWNING_UP


def _is_used_for(tree: Tree, v: int) -> bool:
    """ "Used drones to bomb the town": what a thing was used for was done with it; "to clear the road, police used gas" tells an aim."""
    head = tree.tokens[v].head
    return tree.rel(v) == "advcl" and tree.lemma(head) == "use" and v > head and tree.tokens[head].xpos in _USED


def _intended(tree: Tree, v: int, lemma: str, words: Modality, *, depth: int) -> Iterator[Mood]:
    """What a noun or verb makes of the infinitive under it ("a plan to meet", "no intention to meet", "sat down to meet")."""
    head = tree.tokens[v].head
    if any(tree.tokens[c].text.lower() == "no" for c in tree.children(head, "det")):
        yield Mood("negated", head, f"“no {tree.tokens[head].text}” to")
    elif _is_decided(tree, v, words):
        yield from verb_moods(tree, tree.tokens[head].head, words, depth=depth + 1)
    else:
        planned = lemma in words.planning_verbs or tree.lemma(head) in {"plan", "decision", "intention"}
        yield Mood("planned" if planned else "imagined", head, "an infinitive of purpose or intent")


def _is_decided(tree: Tree, v: int, words: Modality) -> bool:
    """ "Took the decision to suspend relations", "its decision to expel them": what is done by deciding it, once that is decided."""
    noun = tree.tokens[v].head
    if tree.lemma(noun) != "decision" or tree.lemma(v) not in words.decided_acts:
        return False
    over = tree.tokens[noun].head
    if over < 0 or tree.lemma(over) in words.irrealis_verbs:
        return False
    taken = tree.lemma(over) in _TAKING and noun in tree.children(over, "obj", "nsubj:pass")
    return taken or bool(tree.children(noun, "nmod:poss"))


def _is_feared_done(tree: Tree, v: int, head: int, lemma: str) -> bool:
    """ "Is feared to have been killed": what is past is guessed; not "is feared to be near"."""
    return lemma in _GUESSING and tree.passive(head) and any(tree.lemma(a) == "have" for a in tree.children(v, "aux"))


def _is_unreal_noun(tree: Tree, v: int, lemma: str, words: Modality) -> bool:
    """ "The threat of invading", "any deal struck by them": what the clause belongs to need not be."""
    if any(tree.tokens[c].text.lower() == "any" for c in tree.children(tree.tokens[v].head, "det")):
        return True
    marks = {tree.lemma(c) for c in tree.children(v, "mark", "case")}
    if lemma in _RUMOURED and "that" in marks and _is_told_as_past(tree, v):
        return False
    return lemma in words.irrealis_nouns and bool(marks & {"of", "for", "that"})


def _held_off(tree: Tree, v: int, lemma: str, words: Modality) -> bool:
    """ "Barred from marching", "calling for dismantling the arsenal", "interested in marching": it need not have been done."""
    marks = {tree.lemma(c) for c in tree.children(v, "mark", "case")}
    if tree.rel(v) == "advcl" and ((marks & _OFF and lemma in words.irrealis_verbs) or ("for" in marks and lemma in _ASKING)):
        return True
    return lemma in _INCLINED and tree.tokens[v].xpos == "VBG"


def _supposed_before(tree: Tree, v: int, words: Modality, *, depth: int) -> Iterator[Mood]:
    """ "Women will be able to call after being attacked": what goes before something not yet done is not told as done."""
    head = tree.tokens[v].head
    finite = any(tree.tokens[a].xpos in _FINITE for a in tree.children(v, "aux", "aux:pass"))
    if finite or tree.tokens[v].xpos not in {"VBG", "VBN"}:
        return
    for mood in verb_moods(tree, head, words, depth=depth + 1):
        if mood.kind in NOT_DONE:
            yield Mood("imagined", mood.cue, f"before what is only “{tree.tokens[head].text}”")


def _said_mood(tree: Tree, v: int, head: int, lemma: str, words: Modality) -> Iterator[Mood]:
    """What a verb makes of the clause it governs ("demanded that the army bomb them", "fears the army bombed them")."""
    subject = tree.subject(head)
    if subject is not None and tree.is_nobody(subject):
        yield Mood("imagined", subject, f"nobody “{tree.tokens[head].text}” it")
    elif lemma in _TELLING and tree.denied(head):
        yield Mood("imagined", head, f"not “{tree.tokens[head].text}”")
    elif lemma in _GUESSING and _is_told_as_past(tree, v):
        yield Mood("hedged", head, f"under “{tree.tokens[head].text}”")
    elif lemma in words.irrealis_verbs and lemma not in {"announce", "warn", "deny", "mean"}:
        yield Mood("imagined", head, f"under “{tree.tokens[head].text}”")
    elif lemma == "insist" and tree.tokens[v].xpos in {"VB", "VBP"} and not tree.children(v, "aux", "aux:pass", "cop"):
        yield Mood("imagined", head, "what is insisted on")


def _with_particle(tree: Tree, head: int) -> str:
    """ "rule out" is another verb than "rule"."""
    particles = tree.children(head, "compound:prt")
    joined = f"{tree.lemma(head)} {tree.lemma(particles[0])}" if particles else ""
    return joined if joined in {"rule out"} else tree.lemma(head)


def _is_told_as_past(tree: Tree, v: int) -> bool:
    return tree.tokens[v].xpos == "VBD" or any(tree.lemma(a) == "have" for a in tree.children(v, "aux"))


def _singled_out(tree: Tree, noun: int) -> bool:
    """ "The first country to recognise", "one of only three states to send troops": the infinitive is what was done."""
    marks = {tree.lemma(c) for c in tree.children(noun, "amod", "nummod", "advmod")}
    return bool(marks & {"first", "second", "third", "last", "late", "only", "few"}) or bool(tree.children(noun, "nummod"))
