"""Which of a sentence's dates is the act's: by syntax, so that "said on Monday" dates the saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casus.codebook.dates import load_dates
from casus.coding.dates.after import date_by_another
from casus.coding.dates.away import is_away
from casus.coding.dates.behind import closed, first_of, last_of, leads_clause, opens_clause, opens_the_next
from casus.coding.dates.beside import date_beside
from casus.coding.dates.by_order import in_order
from casus.coding.dates.of_matter import matter_of
from casus.coding.syntax import SUBJECTS, Tree
from casus.model.text import Sentence
from casus.model.when import DateRange

_CASELIKE = frozenset({"case", "punct", "cc", "det", "advmod", "mark"})
_TAKES_PART = SUBJECTS | {"obl", "obl:agent", "obj", "obl:unmarked"}
_ON_NOUN = frozenset({"nmod", "nmod:unmarked", "nmod:tmod"})
_LASTING = frozenset(
    "continue last rage fight battle clash hold rule run go fighting siege war campaign shelling support back shelter host harbour harbor "
    "arm fund finance sponsor train supply aid assist help ally cooperate occupy besiege blockade".split()
)
_OCCASIONS = frozenset("meeting summit conference speech interview briefing session ceremony rally talk gathering hearing".split())
_CHARGES = frozenset({"for", "of", "over", "with"})
_ABOUT = frozenset({"over", "about", "on", "for", "after", "following", "amid", "regarding", "concerning", "because of"})
"""Before what somebody meets, resigns or apologises about."""
_APART = frozenset("before since until after following over about regarding concerning despite".split()) | {"ahead of", "because of"}
"""What leads a noun that was or will be at another time than the act it hangs on."""
_ORDER = {"day": 0, "range": 1, "week": 2, "month": 3, "year": 4, "period": 5, "bounded": 6}


def date_of_act(sentence: Sentence, act: int, dates: Sequence[DateRange]) -> DateRange | None:
    """The date of the act whose trigger is token `act`, or None where no words of the sentence date it.

    A date hangs on its clause: the verb's own adverbials date it, a clause of saying keeps its date to itself, and
    "bodies found on Sunday" dates the find. Of several, the closest in the tree wins, then the one that tells more. Where no
    clause ties one to the act, the place of the date among the words may (date_beside.py).
    """
    if not sentence.tokens:
        return dates[0] if len(dates) == 1 else None
    tree = Tree(sentence)
    found = _of_act(tree, act, dates)
    return found if found is None else in_order(tree, act, found, lambda verb: _of_act(tree, verb, dates))


def _of_act(tree: Tree, act: int, dates: Sequence[DateRange]) -> DateRange | None:
    dates = [d for d in dates if (head := _head(tree, d)) is None or not is_away(tree, act, head, d)]
    ranked = sorted(_ties(tree, act, dates))
    headed = [(head, when) for when in dates if (head := _head(tree, when)) is not None]
    if not ranked:
        return date_beside(tree, act, headed) or date_by_another(tree, act, headed)
    found = dates[ranked[0][-1]]
    if _is_by_another(found):
        return date_by_another(tree, act, headed) or found
    return closed(found) if opens_clause(tree, act, last_of(tree, found)) else found


def _ties(tree: Tree, act: int, dates: Sequence[DateRange]) -> Iterator[tuple[bool, int, bool, bool, int, int, int]]:
    """What ties each date to an act, the less the nearer, with the number of the date last; one of its own clause before all."""
    for k, when in enumerate(dates):
        if _is_term(tree, act, when):
            continue
        head = _head(tree, when)
        first, last = first_of(tree, when), last_of(tree, when)
        behind = opens_clause(tree, act, last) or leads_clause(tree, act, first, last)
        own = tie(tree, act, head) if head is not None else None
        cost = 0 if behind else own
        if cost is None or head is None or (cost and _is_length(when) and not _is_idle(tree, head, act)):
            continue
        unknown = when.start is None and when.end is None
        yield _is_by_another(when), cost, behind and own != 0, unknown, _ORDER[when.precision], abs(head - act), k


def _is_term(tree: Tree, act: int, when: DateRange) -> bool:
    """ "Suspended talks until 2028": how long it holds, not when it was done; what lasted until a day is dated by it."""
    ends = when.evidence is not None and when.start is None and when.evidence.words.lower().startswith(("until", "till"))
    return ends and tree.lemma(act) not in _LASTING


def _is_length(when: DateRange) -> bool:
    """ "For three decades": how long its own verb has gone on, and no other."""
    return when.precision == "period" and when.start is None and when.end is None and "length" in when.basis


def _is_idle(tree: Tree, date: int | None, act: int) -> bool:
    """Whether a date hangs in the act's own clause, or on a verb that only carries the act ("has led raids for years")."""
    clause = next((i for i in ([] if date is None else tree.ancestors(date)) if tree.is_clause(i)), None)
    return clause is None or clause == tree.predicates[act] or tree.lemma(clause) in load_dates().light


def _head(tree: Tree, when: DateRange) -> int | None:
    """The token that carries a date: the one of its words whose head lies outside them."""
    if when.evidence is None:
        return None
    inside = [i for i, t in enumerate(tree.tokens) if t.start < when.evidence.end and when.evidence.start < t.end]
    tops = [i for i in inside if tree.tokens[i].head not in inside]
    return next((i for i in tops if tree.rel(i) not in _CASELIKE), tops[-1] if tops else None)


def tie(tree: Tree, act: int, date: int) -> int | None:
    """How far a date is from an act in the tree: 0 it hangs on the act, 3 on a clause beside it; None not at all."""
    if date == act:
        return None
    path = _way_up(tree, act, date)
    if act in path:
        return _below(tree, path[: path.index(act)], act)
    here = next((i for i in path[1:] if tree.is_clause(i)), None)
    if here is None:
        return None
    if not _dates_clause(tree, path[1 : path.index(here)], here):
        return _on_noun(tree, path, act)
    if _is_called_to(tree, act, here) or _is_what_it_did(tree, act, here):
        return 1
    there = tree.predicates[act]
    if here in tree.ancestors(there) and _is_believed(tree, here):
        return 1
    if _opens_report(tree, date, here, there):
        return 0 if act == there else 1
    if tree.lemma(here) in load_dates().telling and _follows(tree, act, date):
        return 1
    if here == there:
        return _same_clause(tree, act, here)
    if here in tree.ancestors(there):
        return None if act != there and tree.lemma(there) in load_dates().telling else _around(tree, act, here, there)
    if there in tree.ancestors(here):
        return _inside(tree, here, there, act)
    return None


def _is_believed(tree: Tree, clause: int) -> bool:
    """ "On Monday youths believed to be rebels attacked a camp": a participle of its subject, which the parse takes for the verb."""
    bare = not tree.children(clause, "aux", "aux:pass", "cop") and clause + 1 < len(tree) and tree.lemma(clause + 1) == "to"
    told = any(tree.tokens[c].xpos in {"VBD", "VBN"} for c in tree.children(clause, "ccomp", "xcomp", "parataxis"))
    return bare and told and bool(tree.children(clause, *SUBJECTS))


def _is_called_to(tree: Tree, act: int, clause: int) -> bool:
    """ "Police responded to a shooting on Monday", "officers were called to reports of a man shot at noon": they come the same day."""
    words = load_dates()
    if tree.lemma(clause) not in words.answering or not any(tree.lemma(i) in words.answerers for i in tree.children(clause, *SUBJECTS)):
        return False
    goals = [i for i in tree.children(clause, "obl", "advcl") if tree.case(i) == "to"]
    return any(i in goals for i in (act, *tree.ancestors(act)))


def _is_what_it_did(tree: Tree, act: int, clause: int) -> bool:
    """ "A shooting which left six hurt on Monday": a clause right behind the event, whatever the parse hangs it on."""
    behind = tree.tokens[act + 1] if act + 1 < len(tree) else None
    joined = behind is not None and behind.lemma.lower() in {"which", "that"} and behind.head == clause
    return joined and tree.tokens[act].upos == "NOUN" and tree.lemma(clause) not in load_dates().telling


def _way_up(tree: Tree, act: int, date: int) -> list[int]:
    """From a date to the root, past what the parse hangs it on by mistake: names, a subject, the telling instead of the told."""
    path = _past_names(tree, act, date, _past_adverbs(tree, [date, *tree.ancestors(date)]))
    if len(path) > 2 and _is_aside(tree, date, path[1]):
        path = [date, *path[2:]]
    split = matter_of(tree, date) if (split := _of_split_noun(tree, date)) is None else split
    if split is not None:
        return [date, split, *tree.ancestors(split)]
    said = _said_before(tree, date, path[1:])
    owner = said if said is not None else _told_before(tree, date)
    return path if owner is None else [date, owner, *tree.ancestors(owner)]


def _past_adverbs(tree: Tree, path: list[int]) -> list[int]:
    """ "Early on Tuesday", "later on Monday": the parse hangs the day on the adverb before it."""
    while len(path) > 2 and tree.tokens[path[1]].upos == "ADV" and not tree.is_clause(path[1]):
        path = [path[0], *path[2:]]
    return path


def _of_split_noun(tree: Tree, date: int) -> int | None:
    """ "They deplored the sentencing on 3 May of a poet": a day between an event and what belongs to it is the event's."""
    noun = next((i for i in range(date - 1, max(date - 4, -1), -1) if tree.tokens[i].upos in {"NOUN", "PROPN", "VERB", "PUNCT"}), None)
    if noun is None or tree.lemma(noun) not in load_dates().happenings or not _tells_day(tree, date):
        return None
    return noun if any(date < i and tree.case(i) == "of" for i in tree.children(noun, "nmod")) else None


def _said_before(tree: Tree, date: int, path: Sequence[int]) -> int | None:
    """ "The army killed six men, a spokesman said on Monday": the verb of telling before a date the parse hangs on what is told."""
    clauses = [i for i in path if tree.is_clause(i)]
    for i in clauses:
        around = [tree.tokens[i].head] if tree.rel(i) in {"ccomp", "parataxis"} else []
        for saying in (*around, *tree.children(i, "parataxis")):
            between = tree.tokens[saying + 1 : date]
            stands = i < saying < date and clauses[0] <= saying and all(t.text != "," for t in between)
            if stands and tree.lemma(saying) in load_dates().telling:
                return saying
    return None


def _told_before(tree: Tree, date: int) -> int | None:
    """ "Rebels killed two men in Goma on 8 May, reported Dawn": the verb of what is told, where the parse hangs its date on the telling."""
    saying = tree.tokens[date].head
    if saying <= date or tree.lemma(saying) not in load_dates().telling or tree.tokens[date + 1].text != ",":
        return None
    around = [tree.tokens[saying].head] if tree.rel(saying) == "parataxis" else []
    return next((i for i in (*around, *tree.children(saying, "ccomp", "parataxis")) if 0 <= i < date), None)


def _is_by_another(when: DateRange) -> bool:
    """ "Less than a month before the vote": by another act, whose day is not told."""
    words = when.evidence.words.lower() if when.evidence is not None and when.start is None and when.end is None else ""
    return words.endswith(("before", "after", "following", "since"))


def _opens_report(tree: Tree, date: int, saying: int, told: int) -> bool:
    """ "On Saturday a gunman shot two men, officials said": a date before all else is that of what is told, not of the telling."""
    behind = told < saying and tree.tokens[told].head == saying and tree.rel(told) in {"ccomp", "parataxis"}
    return behind and date < told and tree.lemma(saying) in load_dates().telling


def _follows(tree: Tree, noun: int, date: int) -> bool:
    """ "Charged with the shooting in Goma on Friday": the date stands right behind the event, with no more than its place between."""
    between = tree.tokens[noun + 1 : date]
    return noun < date and tree.lemma(noun) in load_dates().happenings and all(t.upos in {"ADP", "PROPN", "DET"} for t in between)


def _is_aside(tree: Tree, date: int, noun: int) -> bool:
    """Whether a date on a subject that is no event is the verb's: "officials on Monday condemned", "on Monday troops from Sake fled"."""
    subject = tree.rel(noun) in SUBJECTS and (noun < date < tree.tokens[noun].head or date < noun)
    return subject and bool(tree.children(date, "case")) and tree.rel(date) == "nmod" and tree.lemma(noun) not in load_dates().happenings


def _past_names(tree: Tree, act: int, date: int, path: list[int]) -> list[int]:
    """The way up from a date the parse hangs on a name or on people: "killed a guard in Karna on 8 May", "overrun by rebels last week".

    Nothing but an event has a date, so the way leads past all nouns that are none, up to the act, an event or the clause.
    """
    noun = path[1] if len(path) > 2 else None
    if noun is None or noun > date or tree.rel(date) not in _ON_NOUN or not _tells_day(tree, date) or _has_own_time(tree, act, noun):
        return path
    rest = next((k for k, i in enumerate(path[1:], 1) if i == act or tree.is_clause(i) or _has_own_time(tree, act, i)), None)
    return path if rest is None else [date, *path[rest:]]


def _has_own_time(tree: Tree, act: int, noun: int) -> bool:
    """Whether a noun is an event, which may have a date of its own."""
    return noun == act or tree.tokens[noun].upos not in {"NOUN", "PROPN"} or tree.lemma(noun) in load_dates().happenings


def _tells_day(tree: Tree, date: int) -> bool:
    """Whether a date stands as an adverbial does: after "on", or by itself."""
    return all(tree.lemma(c) == "on" for c in tree.children(date, "case"))


def _below(tree: Tree, path: Sequence[int], act: int) -> int | None:
    """The date hangs below the act, at the beginning of a path of nodes up to it."""
    date, between = path[0], path[1:]
    if not between:
        return 0
    clauses = [i for i in between if tree.is_clause(i)]
    if clauses:
        return None if opens_the_next(tree, clauses[0], date, act) else _clause_below(tree, clauses, between, act)
    top = between[-1]
    blamed = tree.lemma(act) in load_dates().telling and tree.case(top) in _CHARGES  # "blamed them for an attack in May"
    if len(between) == 1 and tree.case(top) in _APART and any(c < date for c in tree.children(top, "case")):
        return None  # "arrested ten ahead of Monday's march", "four over the March 22 attack"
    if len(between) == 1 and tree.rel(top) == "obl" and (_is_timelike(tree, top) or _is_occasion(tree, top)) and not blamed:
        return 1
    if len(between) == 1 and tree.rel(top) in _TAKES_PART and tree.lemma(act) not in load_dates().telling:
        return None if tree.rel(top) == "obj" and tree.tokens[act].upos == "VERB" and tree.lemma(act) not in load_dates().light else 2
    return 2 if tree.rel(top) in {"nmod", "nmod:unmarked", "conj"} and len(between) == 1 and tree.tokens[act].upos != "VERB" else None


def _is_occasion(tree: Tree, i: int) -> bool:
    """ "At a meeting in Tashkent on Tuesday ministers urged": what is said at it is said that day."""
    led = tree.case(i)
    return tree.lemma(i) in _OCCASIONS and (led == "at" or (led in {"during", "in"} and i < tree.tokens[i].head))


def _clause_below(tree: Tree, clauses: Sequence[int], between: Sequence[int], act: int) -> int | None:
    """The date stands in a clause below the act: one that tells of the same time, or one of its own."""
    if len(clauses) > 1 or clauses[0] != between[0]:
        return None
    clause = clauses[0]
    rel = tree.rel(clause)
    if rel in {"xcomp", "conj"}:
        return 2 if rel == "xcomp" or tree.tokens[act].upos == "VERB" else None
    if rel.startswith("acl"):
        return 1 if between[-1] == clause and tree.tokens[act].upos != "VERB" and tree.lemma(clause) not in load_dates().telling else None
    if rel == "advcl":
        judged = any(tree.lemma(c) in _CHARGES for c in tree.children(clause, "mark"))  # "convicted of having shot a judge in May"
        return None if judged or _parts_in_time(tree, clause) or tree.lemma(act) in load_dates().telling else 3
    return None


def _parts_in_time(tree: Tree, clause: int) -> bool:
    """Whether a conjunction sets a clause before or after the one around it."""
    return any(tree.lemma(c) in load_dates().apart_in_time for c in tree.children(clause, "mark", "case", "advmod"))


def _dates_clause(tree: Tree, between: Sequence[int], clause: int) -> bool:
    """Whether a date hangs on its clause itself, not on a noun in it."""
    return not between or (
        len(between) == 1 and tree.rel(between[0]) in {"obl", "obl:tmod", "obl:unmarked", "advmod"} and _is_timelike(tree, between[0])
    )


def _is_timelike(tree: Tree, i: int) -> bool:
    """A noun that only says when or in what words a clause tells its act ("on the night of Monday", "in a statement on Monday")."""
    return tree.lemma(i) in load_dates().timelike


def _on_noun(tree: Tree, path: Sequence[int], act: int) -> int | None:
    """A date on a noun dates the acts that noun takes part in as the subject's own event, not what is said of it."""
    noun = path[1]
    if tree.tokens[act].head == noun and tree.rel(act).startswith("acl"):
        return 1
    return None


def _same_clause(tree: Tree, act: int, clause: int) -> int | None:
    """Act and date share a clause: its date is the act's unless its verb only tells of the act, or of what was done about it."""
    if tree.lemma(clause) in load_dates().reacting and tree.tokens[act].upos == "NOUN" and tree.case(act) in _ABOUT:
        return None
    if tree.lemma(clause) not in load_dates().telling:
        carried = tree.lemma(clause) in load_dates().light | load_dates().causing
        return 1 if tree.rel(act) != "obj" or carried or tree.tokens[act].upos == "VERB" else None
    return None


def _around(tree: Tree, act: int, here: int, there: int) -> int | None:
    """The date's clause stands around the act's."""
    climb = [there, *tree.ancestors(there)]
    clauses = [i for i in climb[: climb.index(here)] if tree.is_clause(i)]
    edges = {tree.rel(i) for i in clauses}
    if not edges <= {"xcomp", "conj", "advcl"} or any(_parts_in_time(tree, i) for i in clauses):
        return None
    if tree.lemma(here) in load_dates().telling and edges != {"conj"}:
        return None
    return 1 if edges == {"xcomp"} else 2


def _inside(tree: Tree, here: int, there: int, act: int) -> int | None:
    """The date's clause stands below the act's."""
    climb = [here, *tree.ancestors(here)]
    clauses = [i for i in climb[: climb.index(there)] if tree.is_clause(i)]
    if {tree.rel(i) for i in clauses} == {"advcl"} and not any(_parts_in_time(tree, i) for i in clauses):
        return 3
    return None
