"""Speech verbs: a verb of saying with its clause, before, inside or after it ("said that"); a phrase of saying ("put the toll at").

Agentless passives too ("is believed to", "has been accused"), and speech about a thing said ("denied the allegations").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.codebook.kinds import is_people
from casus.codebook.occasions import load_occasions
from casus.codebook.speech import SpeechWords
from casus.coding.acts.finding import verb_words
from casus.coding.speech.act import Speech, can_speak, is_unowned
from casus.coding.speech.content import (
    NOMINAL,
    SEEMING,
    about_of,
    belittles,
    content_of,
    in_passing,
    is_circumstance,
    meanwhile,
    outside,
    quoted,
    speaks_of,
    things_said,
)
from casus.coding.speech.nouns import is_noun_of_saying
from casus.coding.speech.quotations import Quotation
from casus.coding.syntax import Tree
from casus.model.claim import Stance

_TELLING = frozenset({"speak", "talk", "write", "sing"})
_REMINDING = frozenset({"recall", "note", "remember", "mention", "add", "point", "remind", "stress", "recollect"})
_RULING = frozenset({"pronounce", "declare", "find", "agree"})
_SUPPOSING = frozenset("believe think suspect presume assume suppose understand know".split())
_POINTING = frozenset({"that", "this", "those", "these"})
_CONDEMNING = frozenset({"repudiate", "reject"})
_STICKS = frozenset({"baton", "lathi", "crowd", "stick", "line"})
_OF = frozenset({"tell", "speak", "talk", "boast", "brag", "write"})
"""Verbs that say what stands after "of" ("residents tell of soldiers who shot boys", "boasted of nine spies killed")."""
_ROUND = frozenset({"in", "during", "from", "by", "at", "on"})
"""What stands so beside what is reported is reported with it ("reported eight dead in the bombing of a house")."""


def verb_speech(tree: Tree, v: int, words: SpeechWords, quotations: Sequence[Quotation]) -> Speech | None:
    """What a verb of saying says, by whom, with what stance; None where it says nothing."""
    stance, passive = words.verbs[tree.lemma(v)], tree.passive(v)
    if tree.tokens[v].upos == "ADJ" and not passive:
        return None
    source, content, about = _speaker(tree, v, words), content_of(tree, v, words), about_of(tree, v, words)
    if _says_nothing(tree, v, source, words):
        return None
    scope = frozenset(j for c in content for j in tree.subtree(c)) - outside(tree, v, content)
    if passive and all(tree.tokens[c].upos not in {"VERB", "AUX"} for c in content):
        scope -= in_passing(tree, content)
    if source is not None and not can_speak(tree, source, words) and (is_circumstance(tree, v) or _is_deadly(tree, v)):
        return None
    if not scope and not passive:
        scope = quoted(tree, v, quotations)
    if tree.lemma(v) in SEEMING or (passive and source is None and tree.lemma(v) in words.passives and not _is_told(tree, v)):
        source, stance = None, "hedges"
    elif _is_pointed_out(tree, v, source, words):
        stance = "asserts"
    elif _is_tentative(tree, v, source, words) or _is_misread_noun(tree, v, words):
        stance = "hedges"
    if not content:
        scope |= frozenset(j for n in _told_of(tree, v, words) for j in tree.subtree(n))
    nominal = about is not None and tree.lemma(v) in NOMINAL and not words.is_form(tree.lemma(v), tree.lemma(about))
    if not scope and (stance == "hedges" or (stance == "asserts" and not (nominal or speaks_of(tree, v)))):
        return None
    scope = (scope | things_said(tree, v, stance, about, passive=passive, nominal=nominal)) - {v}
    if stance in {"threatens", "plans"}:
        scope -= meanwhile(tree, content)
    stance = _taken_back(tree, v, stance, scope)
    scope -= _right_before(tree, source, v)
    phrase = tree.phrase(source) if source is not None and source not in scope else None
    return Speech(phrase, v, tree.tokens[v].text, stance, scope, f"speech verb “{tree.lemma(v)}”", about)


def _is_told(tree: Tree, v: int) -> bool:
    """ "It was officially reported that", "..., it was reported in Bangui": somebody told so, unnamed; not "is reported to have"."""
    subjects = tree.children(v, "expl", "nsubj:pass")
    return tree.lemma(v) == "report" and any(tree.lemma(c) == "it" for c in subjects) and not tree.children(v, "xcomp")


def _is_pointed_out(tree: Tree, v: int, source: int | None, words: SpeechWords) -> bool:
    """ "The ministry indicated that": somebody says so; not "evidence", "early reports indicate"."""
    if source is None or tree.lemma(v) != "indicate" or tree.is_nobody(source):
        return False
    return can_speak(tree, source, words) and tree.lemma(source) not in words.nouns


def _taken_back(tree: Tree, v: int, stance: Stance, scope: frozenset[int]) -> Stance:
    """ "Did not deny that", "neither confirmed nor denied that": no denial, and no word for it; to belittle something is to tell it."""
    if (stance == "denies" and tree.denied(v)) or _is_neither(tree, v):
        return "hedges"
    return "asserts" if stance == "denies" and belittles(tree, scope) else stance


def _is_neither(tree: Tree, v: int) -> bool:
    """ "Neither confirmed nor denied"."""
    over = tree.tokens[v].head
    first = over if tree.rel(v) == "conj" and over >= 0 and any(tree.lemma(c) == "nor" for c in tree.children(v, "cc")) else v
    return any(tree.tokens[c].text.lower() == "neither" for c in tree.children(first, "advmod", "cc:preconj", "cc", "det"))


def _told_of(tree: Tree, v: int, words: SpeechWords) -> Iterator[int]:
    """ "Boasted of nine spies killed", "confessed to the murder", "informed us of peasants shot", "reported eight dead in the blast"."""
    lemma = tree.lemma(v)
    hearers = tree.children(v, "obj") if lemma == "inform" else ()
    if lemma in _OF or hearers:
        yield from (n for over in (v, *hearers) for case, n in tree.preps(over) if case in {"of", "about"})
    if lemma in {"confess", "own"} and not tree.passive(v):
        yield from (n for case, n in tree.preps(v) if case == "to" and n > v and tree.tokens[n].upos == "NOUN")
    if lemma == "report":
        cases = _ROUND if tree.children(v, "obj") else {"on"}
        after = ((case, n) for case, n in tree.preps(v) if n > v and tree.tokens[n].upos == "NOUN")
        yield from (n for case, n in after if case in cases and not is_noun_of_saying(tree.lemma(n), words))


def _speaker(tree: Tree, v: int, words: SpeechWords) -> int | None:
    """ "The officer, on condition of anonymity said", "in a call claimed the raid, saying": what speaks for nobody gives way to who did."""
    source = tree.agent(v)
    if source is not None and tree.rel(v) == "amod" and tree.rel(source) == "appos" and tree.children(v, "ccomp"):
        return tree.tokens[source].head  # "sources, on the other hand, informed partners that"
    if source is not None and tree.lemma(source) in _POINTING and tree.rel(v) != "acl:relcl":
        return _named_before(tree, v)
    if source is not None and tree.rel(v) == "acl" and tree.tokens[v].xpos == "VBG" and not can_speak(tree, source, words):
        over = tree.tokens[source].head
        subject = tree.subject(over) if over >= 0 and tree.rel(source).startswith("obl") else None
        return subject if subject is not None and can_speak(tree, subject, words) else source
    if source is None or tree.lemma(source) != "condition":
        return source
    before = [
        i for i in range(source) if tree.tokens[i].upos in {"NOUN", "PROPN"} and not tree.rel(i).startswith(("nmod", "compound", "flat"))
    ]
    return before[-1] if before else None


def _right_before(tree: Tree, source: int | None, v: int) -> frozenset[int]:
    """Who stands right before the word of saying is no part of what is said, whatever it hangs on."""
    below = tree.subtree(source) if source is not None else ()
    return frozenset(below) if below and below[-1] == v - 1 else frozenset()


def _named_before(tree: Tree, v: int) -> int | None:
    """ "One of them that of a girl, and governor Ana Sol put the toll": whoever is named right before the verb says it, no "that"."""
    i = v - 1
    while i > 0 and tree.tokens[i].upos == "PROPN" and tree.rel(i) in {"flat", "compound"}:
        i = tree.tokens[i].head
    return i if 0 <= i < v and tree.tokens[i].upos == "PROPN" else None


def _says_nothing(tree: Tree, v: int, source: int | None, words: SpeechWords) -> bool:
    """ "Nobody said", "there continued to be", "find out their names", "men believed to be from Gao"."""
    if source is not None and (tree.is_nobody(source) or tree.lemma(source) == "there"):
        return True
    if _is_judgement(tree, v) or _is_turned_down(tree, v, words):
        return True
    nothing = (_puts_something, _is_writing, _is_finding, _is_ruled, _is_supposed_of, _is_reminder)
    return any(says_nothing(tree, v) for says_nothing in nothing)


def _is_judgement(tree: Tree, v: int) -> bool:
    """ "Repudiated the attack", "rejected the killing": condemned, not denied; "police charged batons": ran at them."""
    objects = {tree.lemma(c) for c in tree.children(v, "obj")}
    if tree.lemma(v) in _CONDEMNING:
        return bool(objects & load_occasions().one_sided) and not tree.children(v, "ccomp")
    return tree.lemma(v) == "charge" and bool(objects & _STICKS)


def _is_turned_down(tree: Tree, v: int, words: SpeechWords) -> bool:
    """ "Rejected an offer of amnesty", "dismissed calls for a truce": said no to, and nothing denied; the offer was made."""
    if words.verbs.get(tree.lemma(v)) != "denies" or tree.children(v, "ccomp"):
        return False
    patient = tree.patient(v)
    return patient is not None and words.is_form(tree.lemma(v), tree.lemma(patient))


def _puts_something(tree: Tree, v: int) -> bool:
    """ "As villagers were putting up a fence"; not "as the mayor put it"."""
    under_as = any(tree.lemma(c) == "as" for c in tree.children(v, "mark", "advmod"))
    return tree.lemma(v) == "put" and under_as and not any(tree.lemma(c) == "it" for c in tree.children(v, "obj"))


def _is_writing(tree: Tree, v: int) -> bool:
    """ "Was still shut as this report was being written": a time, nobody's word."""
    patient = tree.patient(v) if tree.passive(v) and tree.agent(v) is None else None
    return patient is not None and tree.lemma(v) in {"write", "publish", "print"} and tree.lemma(patient) in {"report", "article", "story"}


def _is_reminder(tree: Tree, v: int) -> bool:
    """ "It may be recalled that", "it is to be noted that", "it is worth mentioning that": the writer's own word."""
    if tree.lemma(v) not in _REMINDING:
        return False
    over = tree.tokens[v].head
    if tree.tokens[v].xpos == "VBG" and over >= 0 and tree.lemma(over) == "worth":
        return True
    modal = any(tree.tokens[c].xpos == "MD" or tree.lemma(c) == "to" for c in tree.children(v, "aux", "mark"))
    return modal and tree.passive(v) and tree.agent(v) is None


def _is_finding(tree: Tree, v: int) -> bool:
    """ "Find out their names", "found a man with a wound": what or whom one comes upon is no finding."""
    if tree.lemma(v) != "find" or tree.children(v, "ccomp"):
        return False
    return _has_particle(tree, v, "out") or any(is_people(tree.lemma(c)) for c in tree.children(v, "obj"))


def _is_ruled(tree: Tree, v: int) -> bool:
    """ "Was pronounced dead", "was found guilty", "the truce agreed to": done by a doctor, a court, two sides, and told by nobody."""
    bare = tree.passive(v) and tree.agent(v) is None and not tree.children(v, "ccomp", "csubj", "csubj:pass")
    return bare and tree.lemma(v) in _RULING


def _is_supposed_of(tree: Tree, v: int) -> bool:
    """ "Three men believed to be from Gao fled": who somebody is, supposed by nobody named; the verb has no object to be active."""
    bare = tree.tokens[v].xpos in {"VBD", "VBN"} and not tree.children(v, "obj", "aux", "aux:pass")
    return bare and tree.lemma(v) in _SUPPOSING and v + 2 < len(tree) and [t.text for t in tree.tokens[v + 1 : v + 3]] == ["to", "be"]


def _has_particle(tree: Tree, v: int, particle: str) -> bool:
    return any(tree.tokens[c].text.lower() == particle for c in tree.children(v, "compound:prt"))


def _is_deadly(tree: Tree, v: int) -> bool:
    """ "Two car bombs claimed nine lives", "the feud claimed another house": what cannot speak claims victims, no deed and no truth."""
    objects = tree.children(v, "obj")
    return tree.lemma(v) == "claim" and bool(objects) and not tree.children(v, "ccomp", "xcomp")


def _is_tentative(tree: Tree, v: int, source: int | None, words: SpeechWords) -> bool:
    """ "Unconfirmed reports said", "a video appears to show": said, but under reserve."""
    if tree.rel(v) == "xcomp" and tree.tokens[v].head >= 0 and tree.lemma(tree.tokens[v].head) in SEEMING:
        return True
    return source is not None and is_unowned(tree, source, words)


def _is_misread_noun(tree: Tree, v: int, words: SpeechWords) -> bool:
    """ "Claims that the army killed ... circulate": a noun that opens the sentence, read as a verb without a subject."""
    return v == 0 and tree.tokens[v].xpos == "VBZ" and tree.lemma(v) in words.unowned and not tree.children(v, "nsubj")


def phrase_speech(tree: Tree, v: int, words: SpeechWords) -> Speech | None:
    """A phrase of saying: "officials put the toll at 12", "called the report false"; "the blast raised the toll" says nothing."""
    source = tree.agent(v)
    if source is None or tree.is_nobody(source) or not can_speak(tree, source, words) or tree.passive(v) or _is_outcome(tree, v):
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
            return Speech(tree.phrase(source), v, tree.tokens[v].text, stance, scope, rule, about_of(tree, v, words))
    return None


def _is_outcome(tree: Tree, v: int) -> bool:
    """ "A woman died, raising the toll to two": what followed, nobody's word."""
    return tree.tokens[v].xpos == "VBG" and tree.rel(v) == "advcl" and tree.lemma(v) in {"raise", "bring", "take", "push"}
