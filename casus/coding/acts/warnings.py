"""Threats without the word: "X warned that it would close the strait", "X says it will shut the ports unless they pay".

PLOVER codes harm that its doer announces to somebody as THREATEN; what is planned without a "warned" or an "unless" stays a plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook import Codebook
from casus.codebook.frames import Sense
from casus.coding.acts.drafts import Draft
from casus.coding.acts.finding import Trigger
from casus.coding.mood.kinds import Mood
from casus.coding.mood.verbs import is_or_else
from casus.coding.roles.bearers import phrases_of
from casus.coding.roles.guards import allows
from casus.coding.roles.parties import is_pronoun, kind_of_phrase, make_party
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import Party
from casus.model.text import Report

SENSE = "warning"
_WARNING = frozenset({"warn", "vow", "threaten", "swear"})
_SAYING = frozenset({"say", "announce", "declare", "state", "add", "tell", "insist"})
_HARSH = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_MENACING = frozenset(
    "retaliate respond answer reconsider punish act strike fight escalate hesitate intervene destroy burn kill die pay suffer".split()
)
_RETORTS = frozenset({"retaliate", "respond", "avenge", "reciprocate"})
"""What who says he will do it "if" something happens threatens with."""
_ASKING = frozenset({"ask", "call", "invite", "question", "request", "contact"})
"""What is answered in words."""
_COMING = frozenset({"will", "would", "'ll", "’ll", "shall"})
_ANYBODY = frozenset({"somebody", "someone", "anybody", "anyone", "people", "civilian", "life"})
_UNLESS = frozenset({"if", "unless", "should", "until"})


def as_threat(report: Report, tree: Tree, draft: Draft, drafts: Sequence[Draft], book: Codebook) -> Draft:
    """The draft, or where whoever will do it announces it as a threat, the draft of the threat."""
    if draft.sense.type not in _HARSH or draft.mood.kind != "planned" or draft.trigger.form != "verb":
        return draft
    planned = draft.sense.type == "ASSAULT" and draft.sense.id != "retaliation"
    verb, sense = _teller(tree, draft.token, planned=planned), book.frames.sense(SENSE)
    if verb is None or sense is None or not _is_own(tree, draft.token, verb) or _is_threat(drafts, verb):
        return draft
    speaker = _speaker(report, tree, verb, sense, book)
    if not speaker or not (draft.actors or (tree.passive(draft.token) and not draft.harmful)):
        return draft
    told = _told(report, tree, verb, sense, book)
    return replace(
        draft, sense=sense, pattern=sense.verbs[0], actors=draft.actors or speaker, recipients=told or draft.recipients,
        mood=Mood("done", None, "announced to somebody as a threat"), certain=True,
    )  # fmt: skip


def find_warnings(report: Report, tree: Tree, drafts: Sequence[Draft], book: Codebook) -> Iterator[Draft]:
    """Drafts of "warned that it would answer", "vowed that they would pay", where no other act is told in the clause."""
    warning = [i for i in range(len(tree)) if tree.lemma(i) in _WARNING | _SAYING and tree.tokens[i].upos == "VERB"]
    sense = book.frames.sense(SENSE) if warning else None
    if sense is None:
        return
    for verb in warning:
        for clause in tree.children(verb, "ccomp"):
            if not (_menaces(tree, verb, clause) and _is_coming(tree, clause)) or any(d.token in {clause, verb} for d in drafts):
                continue
            speaker = _speaker(report, tree, verb, sense, book)
            if speaker and _is_own(tree, clause, verb):
                trigger = Trigger(verb, "verb", (), verb, clause + 1)
                yield Draft(trigger, sense, sense.verbs[0], speaker, _told(report, tree, verb, sense, book), (), (),
                            Mood("done", None, "announced as a threat"), True, False, False)  # fmt: skip


def _menaces(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a clause is a threat by its verb, by the condition of who warns in it, or by "will not hesitate", whoever says so."""
    if tree.lemma(clause) == "hesitate":
        return tree.denied(clause)
    if tree.lemma(verb) not in _WARNING:
        asked = any(tree.lemma(c) in _ASKING for c in tree.children(clause, "advcl"))
        return tree.lemma(clause) in _RETORTS and _is_conditional(tree, clause) and not asked
    return tree.lemma(clause) in _MENACING or (not tree.denied(clause) and _is_conditional(tree, clause))


def _is_conditional(tree: Tree, clause: int) -> bool:
    return any(tree.lemma(m) in _UNLESS for c in tree.children(clause, "advcl") for m in tree.children(c, "mark", "aux"))


def _is_threat(drafts: Sequence[Draft], verb: int) -> bool:
    """Whether the word of warning is a threat by itself (its content is then none of its own: threatened.py)."""
    return any(d.token == verb and d.sense.type == "THREATEN" and d.certain for d in drafts)


def _teller(tree: Tree, token: int, *, planned: bool) -> int | None:
    """The verb of warning above an act, or that of saying where the act hangs on a condition; an attack said to come is `planned`."""
    at = token
    while tree.rel(at) == "conj" and tree.tokens[at].head >= 0:
        at = tree.tokens[at].head
    verb = tree.tokens[at].head
    if verb < 0 or tree.rel(at) != "ccomp":
        return None
    if tree.lemma(verb) in _WARNING:
        return verb
    hangs = is_or_else(tree, token) or (_is_conditional(tree, token) and not planned)
    return verb if hangs and tree.lemma(verb) in _SAYING else None


def _is_own(tree: Tree, clause: int, verb: int) -> bool:
    """Whether the one who speaks would do it: the subject is the speaker, a pronoun for him, or nobody of a passive."""
    subject, speaker = tree.subject(clause), tree.subject(verb)
    if subject is not None and tree.lemma(subject) in _ANYBODY:
        return False  # "the service warns that somebody will be killed": a danger it sees
    if subject is None or tree.passive(clause):
        return not any(case == "by" for case, _ in tree.preps(clause))
    return subject == speaker or tree.lemma(subject) in {"it", "they", "he", "she", "we", "i"} or bool(tree.children(subject, "nmod:poss"))


def _is_coming(tree: Tree, clause: int) -> bool:
    return any(tree.lemma(c) in _COMING or tree.tokens[c].text.lower() in _COMING for c in tree.children(clause, "aux"))


def _speaker(report: Report, tree: Tree, verb: int, sense: Sense, book: Codebook) -> tuple[Party, ...]:
    return _parties(report, tree, tree.agent(verb), sense, "actor", book)


def _told(report: Report, tree: Tree, verb: int, sense: Sense, book: Codebook) -> tuple[Party, ...]:
    """Who is warned."""
    told = tree.children(verb, "obj", "iobj")
    return _parties(report, tree, told[0] if told else None, sense, "recipient", book)


def _parties(report: Report, tree: Tree, head: int | None, sense: Sense, role: str, book: Codebook) -> tuple[Party, ...]:
    found = [p for p in phrases_of(tree, head) if _may_stand(tree, p, sense, role, book)]
    return tuple(make_party(report, tree, p, role=role, table=book.actors, rule=SENSE) for p in found)


def _may_stand(tree: Tree, phrase: Phrase, sense: Sense, role: str, book: Codebook) -> bool:
    return is_pronoun(tree, phrase) or allows(sense.guards.get(role, ()), kind_of_phrase(tree, phrase, book.actors))
