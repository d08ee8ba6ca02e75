"""Which of a sentence's dates is the act's where no clause ties one to it: by where the date stands among the words.

A parse hangs a day on the wrong word most easily at the end of a long sentence ("... in Lower Town, the capital, on May 8,
reports Morning Post"), behind a noun ("the attack in Goma on May 8, which killed four") and in a caption. Every sign here is
one such place; a day that dates what is judged, wanted for or told in passing of a person is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casus.codebook.dates import load_dates
from casus.coding.dates.behind import opens_the_next
from casus.coding.syntax import Tree
from casus.model.when import DateRange

_DAYS = frozenset({"dmy", "mdy", "iso", "weekday", "day_word"})
_FEW = 12
"""How many words at most stand between an event's noun and its date."""
_NIGHT = frozenset("night evening morning afternoon today , ( )".split())
_BY_ITSELF = frozenset({"conj", "xcomp", "advcl"})
_PRESENT = frozenset({"VBZ", "VBP", "VBG"})
_MOMENTS = frozenset({"second", "minute", "moment", "hour"})
_CHARGES = frozenset({"for", "of", "over"})
""" "Wanted for killing two men": what somebody is sought or judged for."""
_BEFALLEN = frozenset({"obj", "nsubj:pass", "obl"})
_OCCASION = frozenset({"during", "in", "at", "amid"})

Sign = Callable[[Tree, int, int, DateRange], bool]
"""Whether a date (its head token, itself) is the act's (its token)."""


def date_beside(tree: Tree, act: int, dates: Sequence[tuple[int, DateRange]]) -> DateRange | None:
    """The date that stands where the act's does, of dates given with the token that carries each; None where none or two do."""
    for sign in _SIGNS:
        told = [d for d in dates if _is_day(d[1]) or (sign in _WIDE and d[1].precision in {"month", "year"})]
        found = [when for head, when in told if sign(tree, act, head, when)]
        if found:
            return found[0] if len({(d.start, d.end) for d in found}) == 1 else None
    return None


def _is_day(when: DateRange) -> bool:
    """Whether words name a day, its year known or not; nothing that only begins, ends or lasts."""
    rule = when.evidence.rule.removeprefix("dates:") if when.evidence is not None else ""
    known = when.precision == "day" or (when.precision == "period" and when.start is None and when.end is None)
    return rule in _DAYS and known


def _behind_its_noun(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "The attacks in Goma on May 8 that killed four", "the clash on May 8 in which four died": between the event and what it did."""
    clause = _relative(tree, act)
    if clause is None or not date < min(tree.subtree(clause)):
        return False
    nouns = [i for i in range(max(date - _FEW, 0), date) if _is_event(tree, i)]
    return bool(nouns) and not _has_verb(tree, nouns[-1] + 1, min(tree.subtree(clause)))


def _relative(tree: Tree, act: int) -> int | None:
    """The relative clause the act is told in."""
    clause = tree.predicates[act]
    while tree.rel(clause) == "conj":
        clause = tree.tokens[clause].head
    return clause if tree.rel(clause) in {"acl:relcl", "acl"} else None


def _in_its_words(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "A drone shot down by a jet early Tuesday was flown by ...": after the participle, before the verb its noun belongs to."""
    noun = tree.tokens[act].head
    if tree.rel(act) != "acl" or tree.tokens[act].xpos != "VBN" or not noun < act < date:
        return False
    over = tree.tokens[noun].head
    return over > date and not _has_verb(tree, act + 1, date) and all(t.text != "," for t in tree.tokens[act:date])


def _after_its_phrase(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "Involved in the murder of a trader in Goma on May 8": nothing but the event's own phrase stands before the date."""
    if tree.tokens[act].upos != "NOUN" or not _is_event(tree, act) or not act < date - 1 <= act + _FEW:
        return False
    between = tree.tokens[act + 1 : date]
    plain = all(t.upos in {"ADP", "DET", "PROPN", "NOUN", "ADJ", "NUM"} for t in between)
    return plain and any(tree.lemma(i) in load_dates().owning for i in tree.ancestors(act))


def _further_on(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "Was killed and a guard hurt when rebels opened fire on May 8": clauses of one time, one in the other."""
    clause = next((i for i in [date, *tree.ancestors(date)] if tree.is_clause(i)), None)
    if clause is None or clause == act or opens_the_next(tree, clause, date, act):
        return False
    path = [clause, *tree.ancestors(clause)]
    clauses = [i for i in path[: path.index(act)] if tree.is_clause(i)] if act in path else []
    return bool(clauses) and tree.tokens[act].upos == "VERB" and all(_shares_time(tree, i) for i in clauses)


def _shares_time(tree: Tree, clause: int) -> bool:
    """Whether a clause tells of the time of the one around it; "after dragging him out" does, where it has no subject of its own."""
    if tree.rel(clause) not in _BY_ITSELF or tree.lemma(clause) in load_dates().telling:
        return False
    marks = {tree.lemma(c) for c in tree.children(clause, "mark", "case", "advmod")}
    if tree.rel(clause) == "advcl" and marks & _CHARGES:
        return False  # "found guilty of having shot a judge on May 8"
    if tree.rel(clause) != "advcl" or not marks & load_dates().apart_in_time:
        return True
    over = tree.tokens[clause].head
    own = tree.tokens[clause].xpos == "VBG" and not tree.children(clause, "nsubj", "nsubj:pass")
    return own and over < clause and tree.lemma(over) not in load_dates().following_up


def _a_moment_later(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "On Sunday she went live minutes after a guard shot him": the clause of the act is parted from the day's by less than a day."""
    path = [tree.predicates[act], *tree.ancestors(tree.predicates[act])]
    here = next((i for i in [date, *tree.ancestors(date)] if tree.is_clause(i)), None)
    if here is None or here not in path:
        return False
    clauses = [i for i in path[: path.index(here)] if tree.is_clause(i)]
    first = clauses[0] if clauses else act
    parted = any(tree.tokens[c].text.lower() == "after" and c > 0 and tree.lemma(c - 1) in _MOMENTS for c in tree.children(first, "mark"))
    return parted and act == first and {tree.rel(i) for i in clauses} <= _BY_ITSELF


def _of_its_occasion(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "Blamed the army during a Sunday night speech", "in the months of the 2015 siege": a date before the noun for the act's occasion."""
    noun = tree.tokens[date].head
    attributive = tree.rel(date) in {"compound", "nmod:poss", "nmod:unmarked", "nummod"} and date < noun
    over = tree.tokens[noun].head
    if attributive and tree.rel(noun) == "nmod" and tree.lemma(over) in load_dates().timelike:
        noun = over
    return attributive and tree.rel(noun) == "obl" and tree.tokens[noun].head == act and tree.case(noun) in _OCCASION


def _in_a_caption(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "Guards detain a man in Goma, May 8, 2024.": what a caption tells in the present was that day."""
    words = [i for i, t in enumerate(tree.tokens) if when.evidence is not None and when.evidence.start <= t.start < when.evidence.end]
    if not words or not _ends(tree, words[-1] + 1) or not tree.tokens[words[-1]].text.isdecimal() or when.precision != "day":
        return False
    first = words[0]
    clauses = [i for i in (tree.predicates[act], *tree.ancestors(tree.predicates[act])) if tree.is_clause(i)]
    present = all(tree.tokens[i].xpos in _PRESENT or _is_now(tree, i) for i in clauses)
    return first > 0 and tree.tokens[first - 1].text == "," and present and tree.tokens[act].upos == "VERB"


def _is_now(tree: Tree, clause: int) -> bool:
    """ "Is detained": a participle with a verb of the present."""
    return any(tree.tokens[c].xpos in _PRESENT for c in tree.children(clause, "aux:pass", "aux"))


def _ends(tree: Tree, at: int) -> bool:
    return all(t.upos == "PUNCT" for t in tree.tokens[at:])


def _before_the_outlet(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "... that was attacked in Lower District on May 8, reports Morning Post": the day of what the outlet reports."""
    end = max((i for i, t in enumerate(tree.tokens) if when.evidence is not None and t.start < when.evidence.end), default=None)
    if end is None:
        return False
    after = next((i for i in range(end + 1, len(tree)) if tree.tokens[i].text.lower() not in _NIGHT), None)
    outlet = after is not None and tree.lemma(after) == "report" and not set(tree.children(after, "nsubj:pass", "aux:pass", "obl")) - {date}
    if after is None or not outlet or not act < date or _is_in_passing(tree, act, date):
        return False
    here = next((i for i in tree.ancestors(date) if tree.is_clause(i) and tree.lemma(i) != "report"), act)
    if here != act and tree.lemma(here) in load_dates().telling:
        return False  # "a mine laid by rebels was found on May 8"
    return after + 1 == len(tree) or not tree.tokens[after + 1].text[:1].islower() or tree.tokens[after + 1].text.lower() == "the"


def _is_in_passing(tree: Tree, act: int, date: int) -> bool:
    """Whether an act is told of somebody in the news, of an earlier time, or as what he is judged for."""
    words = load_dates()
    for i in (act, *tree.ancestors(act)):
        if any(tree.tokens[c].text.lower() == "had" for c in tree.children(i, "aux")) or tree.lemma(i) in words.owning:
            return True
        over = tree.tokens[i].head
        if over < 0:
            continue
        if tree.rel(i) in {"acl", "acl:relcl"} and not _is_event(tree, over) and tree.lemma(over) not in words.going_off:
            return date not in tree.subtree(i) and over < i and _has_verb_after(tree, i, date)
        marks = {tree.lemma(c) for c in tree.children(i, "mark")} if tree.rel(i) == "advcl" else set()
        if marks & _CHARGES or (i < over and marks & words.apart_in_time):
            return True
    return False


def _has_verb_after(tree: Tree, i: int, date: int) -> bool:
    return _has_verb(tree, max(tree.subtree(i)) + 1, date)


def _has_verb(tree: Tree, first: int, last: int) -> bool:
    return any(t.upos in {"VERB", "AUX"} for t in tree.tokens[first:last])


def _is_event(tree: Tree, i: int) -> bool:
    return tree.lemma(i) in load_dates().happenings


def _while_it_went_on(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "Shot a man (who was) waiting for a bus on Wednesday": what was going on with whom it befell is of the time of the act."""
    clause = next((i for i in tree.ancestors(date) if tree.is_clause(i)), None)
    whom = tree.tokens[clause].head if clause is not None and tree.rel(clause) in {"acl:relcl", "acl"} and act < date else -1
    if clause is None or whom < 0 or tree.tokens[whom].head != act or tree.rel(whom) not in _BEFALLEN:
        return False
    was = [tree.tokens[c].text.lower() for c in tree.children(clause, "aux", "mark")] in (["was"], ["were"], [])
    return was and tree.tokens[clause].xpos == "VBG" and tree.tokens[act].upos == "VERB" and tree.lemma(act) not in load_dates().telling


def _goes_off(tree: Tree, act: int, date: int, when: DateRange) -> bool:
    """ "A mine laid by rebels exploded on May 8", "hurt in blasts set off by rebels on May 8": the thing or event has a day."""
    noun = tree.tokens[act].head
    if tree.rel(act) != "acl" or not (tree.lemma(noun) in load_dates().going_off or _is_event(tree, noun)):
        return False
    clause = tree.predicates[noun]
    here = next((i for i in [date, *tree.ancestors(date)] if tree.is_clause(i)), None)
    return here == clause and noun < date and tree.lemma(clause) not in load_dates().telling


_SIGNS: tuple[Sign, ...] = (
    _behind_its_noun, _in_its_words, _after_its_phrase, _goes_off, _further_on, _a_moment_later, _of_its_occasion, _in_a_caption,
    _before_the_outlet, _while_it_went_on,
)  # fmt: skip
"""In their order: the first that finds a date decides."""
_WIDE = frozenset({_behind_its_noun, _of_its_occasion})
"""Signs by which a month or a year dates an act, too."""
