"""Joining: acts of one sentence that tell one occurrence ("The airstrikes ... killed 46", "attacked a post, killing 16").

Only the syntax between two triggers joins them: an attack in a role of the harm it did, harm under the attack, or harm
told beside it by the same hand. Acts of unrelated clauses stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casus.codebook.dates import load_dates
from casus.coding.acts.drafts import Draft
from casus.coding.acts.earlier import came_before
from casus.coding.harm.people import INCLUDING
from casus.coding.syntax import Tree
from casus.model.actor import Party

_MEANS = frozenset({"in", "by", "with", "from", "during", "of", "after", "as", "through", "via", "under", "following", "when", "amid"})
_TAKING = frozenset({"arrest", "seize", "abduct"})
"""Modes of acts by which people are taken."""
_WEAPONS = frozenset({"firearms", "explosives", "heavy-weapons"})
_DYING = frozenset({"die", "succumb", "perish"})
_FIGHTS = frozenset({"firefight", "clash"})
_USING = frozenset({"use", "deploy", "employ"})
""" "Used a drone to kill two": done, and no mere aim."""
_DYING = frozenset({"die", "succumb", "perish"})
_OWN_LOSSES = "own-losses"
_CLAUSE_LINKS = ("advcl", "acl", "conj", "xcomp", "parataxis", "advcl:relcl", "ccomp", "dep", "list", "csubj")


def join(tree: Tree, drafts: Sequence[Draft], causal: frozenset[str]) -> tuple[tuple[Draft, ...], ...]:
    """Groups of drafts that tell one occurrence, the act that names it best first; groups in text order.

    `causal` are lemmas of verbs whose subject is an act and whose object its harm ("resulted in", "left").
    """
    groups: list[list[Draft]] = [[d] for d in drafts]
    for a in drafts:
        for b in drafts:
            if a is b or _parted_by_since(tree, a.token, b.token) or _came_after(tree, a, b) or _are_two(tree, a, b):
                continue
            if _same_occurrence(tree, a, b) or _caused(tree, a, b, causal) or _took_both(tree, a, b) or _took_in_fight(tree, a, b, drafts):
                _unite(groups, a, b)
    return tuple(tuple(sorted(g, key=_naming)) for g in sorted(groups, key=lambda g: min(d.token for d in g)))


def _parted_by_since(tree: Tree, a: int, b: int) -> bool:
    """ "137 have died since the war began, when gunmen killed 1,200": what opens a period is none of what fills it."""
    return _under_since(tree, a) != _under_since(tree, b)


def _under_since(tree: Tree, i: int) -> bool:
    clauses = (i, *tree.ancestors(i))
    return any(tree.rel(c) == "advcl" and any(tree.lemma(m) == "since" for m in tree.children(c, "mark")) for c in clauses)


def _came_after(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "Troops struck back after a bomb killed a guard": what came before, told with its own subject, is none of what followed."""
    return any(
        came_before(tree, other.token, one.token, harm=other.harmful) and (other.harmful or is_done_by_somebody(one))
        and not _was_destroyed_by(tree, other, one)
        for one, other in ((a, b), (b, a))
    )


def _are_two(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "Killed three policemen in March and kidnapped a judge in April": joined clauses, each with whom it befell, there or then."""
    first, second = (a, b) if a.token < b.token else (b, a)
    if tree.tokens[second.token].head != first.token or tree.rel(second.token) not in {"conj", "parataxis"}:
        return False
    if not all(d.recipients or tree.patient(d.token) is not None for d in (first, second)):
        return False
    inside = set(tree.subtree(second.token))
    own = {kind: (_named(tree, kind, set(tree.subtree(first.token)) - inside), _named(tree, kind, inside)) for kind in ("time", "place")}
    return any(one and other and not one & other for one, other in own.values())


def _named(tree: Tree, kind: str, among: set[int]) -> frozenset[str]:
    """The names of days or places in some words."""
    found = {" ".join(t.text for t in tree.tokens[n.first : n.last]) for n in tree.sentence.names if n.kind == kind and n.first in among}
    if kind == "time" and not found:
        words = load_dates()
        found = {t for i in among if (t := tree.tokens[i].text).lower() in words.weekdays or t.lower() in words.months}
    return frozenset(found)


def is_done_by_somebody(draft: Draft) -> bool:
    """Whether an act is more than that somebody was hurt: "killed after a bomb exploded" tells of the bomb."""
    return bool(draft.actors) or not draft.harmful


def _unite(groups: list[list[Draft]], a: Draft, b: Draft) -> None:
    first = next(g for g in groups if any(d is a for d in g))
    second = next(g for g in groups if any(d is b for d in g))
    if first is not second:
        first.extend(second)
        groups[:] = [g for g in groups if g is not second]


def _naming(draft: Draft) -> tuple[bool, bool, bool, int]:
    return (draft.harmful, draft.sense.weak, not draft.actors and not draft.recipients, draft.token)


def _same_occurrence(tree: Tree, a: Draft, b: Draft) -> bool:
    """Whether `b` (harm, or a verb of hitting) tells more of what `a` names."""
    if a.sense.type != b.sense.type or _was_left(tree, a.token) != _was_left(tree, b.token):
        return False
    if _is_aim_of(tree, a.token, b.token) or _is_aim_of(tree, b.token, a.token):
        return False
    if a.sense.type != "ASSAULT" and _is_completed_by(tree, a, b):
        return True
    if a.sense is b.sense and tree.tokens[b.token].head == a.token and tree.rel(b.token) == "conj":
        return _one_hand(a, b) and not (a.recipients and b.recipients)
    if a.sense.type != "ASSAULT" or _gave_and_took(tree, a, b) or _other_headline(tree, a, b):
        return False
    if b.token in a.actor_acts and not a.harmful and a.token not in b.actor_acts:
        return True
    if a.token in b.actor_acts or a.token in _links(tree, b.token):
        return True
    left = _was_left_by(tree, a, b) or _is_of_those_left(tree, a, b)
    left = left or _was_destroyed_by(tree, a, b) or _was_destroyed_by(tree, b, a)
    if left or _by_two_means(tree, a, b) or _is_of_who_died(tree, a, b) or _tells_of_part(tree, a, b):
        return True
    return b.harmful and _harms_by(tree, a, b)


def _is_completed_by(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "Opened an inquiry", "ordered the closure of the embassy": the verb and the noun that completes it tell one act."""
    carried = b.trigger.light == a.token == tree.tokens[b.token].head and tree.rel(b.token) == "obj"
    return b.trigger.form == "noun" and b.token != a.token and (carried or b.token in (a.trigger.first, a.trigger.last - 1))


def _harms_by(tree: Tree, a: Draft, b: Draft) -> bool:
    """Whether the harm that `b` tells is what `a` did."""
    head, rel = tree.tokens[b.token].head, tree.rel(b.token)
    if _each_of_its_time(tree, a.token, b.token):
        return False
    while head >= 0 and rel == "advcl" and tree.rel(head) == "advcl":
        head = tree.tokens[head].head
    if head >= 0 and rel == "advcl" and any(a.token in tree.subtree(c) for c in tree.children(head, "obj", "nsubj", "obl")):
        return _one_hand(a, b)
    if head == a.token and (rel in _CLAUSE_LINKS or _in_which(tree, b.token)):
        return _one_hand(a, b)
    if tree.tokens[a.token].head in {b.token, b.trigger.light} and tree.rel(a.token) in {"advcl", "acl", "conj", "parataxis"}:
        return _one_hand(a, b)
    if (
        head >= 0
        and rel in _CLAUSE_LINKS
        and (head == a.trigger.light or (head in set(tree.ancestors(a.token)) and tree.predicates[a.token] == head))
    ):
        return _one_hand(a, b)
    return False


def _each_of_its_time(tree: Tree, a: int, b: int) -> bool:
    """ "In March 40 were killed at A; in June the massacre of B cost 60 lives": clauses beside each other, each with a time of its own."""
    below = next((set(tree.subtree(i)) for token in (b, a) for i in (token, *tree.ancestors(token)) if tree.rel(i) == "parataxis"), None)
    if below is None or (a in below) == (b in below):
        return False
    times = [n.first in below for n in tree.sentence.names if n.kind == "time"]
    return any(times) and not all(times)


def _in_which(tree: Tree, i: int) -> bool:
    """ "A gun battle in which two men were killed": told in a clause on the act's own noun."""
    return tree.rel(i) == "acl:relcl" and any(case in {"in", "during"} and tree.lemma(n) == "which" for case, n in tree.preps(i))


def _by_two_means(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "Threw grenades and opened fire at the post": one hand in one breath, at what only one of the two verbs names."""
    beside = tree.tokens[b.token].head == a.token and tree.rel(b.token) == "conj" and {a.trigger.form, b.trigger.form} == {"verb"}
    told = _WEAPONS & {*a.sense.modes} and _WEAPONS & {*b.sense.modes} and not a.harmful and not b.harmful
    alone = not (a.recipients and b.recipients) and not _names_another_time_or_place(tree, a.token)
    return beside and bool(told) and alone and tree.subject(a.token) == tree.subject(b.token) is not None


def _other_headline(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "Teen killed, settlers torch cars": a headline of two clauses, the later of them on things burnt by somebody else."""
    beside = tree.tokens[a.token].head == b.token and tree.rel(a.token) in {"conj", "parataxis"}
    return tree.sentence.heading and beside and "destroy" in a.sense.modes and tree.subject(a.token) is not None


def _gave_and_took(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "Lost seven soldiers and killed 12 militants": a side's own dead are none of those it killed (coding rules, Numbers 3)."""
    if (a.sense.id == _OWN_LOSSES) == (b.sense.id == _OWN_LOSSES):
        return False
    lost, other = (a, b) if a.sense.id == _OWN_LOSSES else (b, a)
    subject = tree.subject(lost.token)
    return subject is not None and tree.subject(other.token) == subject


def _was_left_by(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "A family was ambushed, leaving a boy dead", "came under fire, leaving": the act left him so, whoever was its subject."""
    below = tree.tokens[b.token].head == a.token and tree.rel(b.token) == "advcl" and tree.tokens[b.token].xpos == "VBG"
    undergone = {p.evidence.start for p in b.actors} <= {p.evidence.start for p in a.recipients}
    return below and tree.lemma(b.token) == "leave" and (tree.passive(a.token) or undergone)


def _was_destroyed_by(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "A factory burned after an airstrike", "a school was destroyed in the shelling": what the strike named under the verb did."""
    under = a.trigger.form == "noun" and tree.tokens[a.token].head == b.token and tree.case(a.token) in _MEANS
    undergone = tree.passive(b.token) or not tree.children(b.token, "obj")
    return under and undergone and b.trigger.form == "verb" and "destroy" in b.sense.modes and _one_hand(a, b)


def _tells_of_part(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "Killed eight people, including a boy who died on the way": how one of them died is nothing done besides."""
    one = tree.tokens[b.token].head
    part = tree.rel(b.token) == "acl:relcl" and one >= 0 and tree.case(one) in INCLUDING and tree.lemma(b.token) in _DYING
    return part and tree.tokens[one].head in tree.subtree(a.token)


def _is_of_who_died(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "A boy wounded in the raid died in hospital": what he is called by killed him."""
    person = tree.tokens[a.token].head
    return tree.rel(a.token) == "acl" and tree.lemma(b.token) in _DYING and person >= 0 and tree.subject(b.token) == person


def _is_of_those_left(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "Left a guard dead and two clerks injured": what befell the second of those it left."""
    if tree.lemma(a.token) != "leave" or tree.rel(b.token) != "acl":
        return False
    people = tree.tokens[b.token].head
    left = tree.patient(a.token)
    return b.harmful and left is not None and people in tree.conjuncts(left)


def _was_left(tree: Tree, token: int) -> bool:
    """ "Killed two rebels without harming the family": what was not done is nothing of what was."""
    return any(tree.lemma(c) == "without" for c in tree.children(token, "mark"))


def _is_aim_of(tree: Tree, a: int, b: int) -> bool:
    """ "Killed four soldiers to avenge a raid": what was done is told, what it was done for is an aim."""
    aim = tree.rel(a) == "advcl" and tree.tokens[a].xpos == "VB" and any(tree.lemma(m) == "to" for m in tree.children(a, "mark"))
    return aim and tree.tokens[a].head == b and tree.lemma(b) not in _USING


def _took_both(tree: Tree, a: Draft, b: Draft) -> bool:
    """ "Arrested a leader and detained two others": people taken by one hand in one breath, with nothing between but the first of them."""
    beside = tree.tokens[b.token].head == a.token and tree.rel(b.token) == "conj" and not _names_another_time_or_place(tree, a.token)
    captives = a.sense.type == b.sense.type and _TAKING & {*a.sense.modes} and _TAKING & {*b.sense.modes}
    return beside and bool(captives) and _one_hand(a, b) and not (_only_things(a.recipients) or _only_things(b.recipients))


def _took_in_fight(tree: Tree, killed: Draft, taken: Draft, drafts: Sequence[Draft]) -> bool:
    """ "In the gunfight three rebels were killed and one was captured": by nobody named beside the dead, as they were."""
    beside = tree.tokens[taken.token].head == killed.token and tree.rel(taken.token) == "conj"
    fought = any(d.sense.id in _FIGHTS and d.token in _links(tree, killed.token) for d in drafts)
    both = tree.passive(killed.token) and tree.passive(taken.token) and not killed.actors and not taken.actors
    return beside and fought and both and killed.harmful and bool(_TAKING & {*taken.sense.modes})


def _names_another_time_or_place(tree: Tree, verb: int) -> bool:
    return any(tree.rel(c).startswith("obl") and c > verb for c in tree.children(verb))


def _caused(tree: Tree, a: Draft, b: Draft, causal: frozenset[str]) -> bool:
    """ "The strikes resulted in the deaths of 46", "the blast left nine dead"."""
    if not b.harmful or a.sense.type != "ASSAULT" or b.sense.type != "ASSAULT":
        return False
    verb = tree.tokens[a.token].head
    return (
        verb >= 0 and tree.lemma(verb) in causal and tree.rel(a.token).startswith("nsubj") and verb in (b.token, tree.tokens[b.token].head)
    )


def _links(tree: Tree, token: int) -> frozenset[int]:
    """Nominals that stand under a harm word as its means or occasion ("killed in the strikes", "the deaths in the raid")."""
    under = (token, *tree.children(token, "obl:agent"))  # "shot dead by a man in an attack"
    found = [(case, n) for i in under for case, n in tree.preps(i) if case.split()[0] in _MEANS]
    meant = {a for case, n in found if case == "in" and tree.lemma(n) == "which" for a in _nouns_up(tree, tree.antecedent(n))}
    return frozenset(n for _, n in found) | meant


def _nouns_up(tree: Tree, i: int) -> Iterator[int]:
    """ "The airstrike of March on Sake, in which nine died": the noun a relative clause hangs on, and those it hangs on in turn."""
    yield i
    while tree.rel(i).startswith(("nmod", "appos", "flat")):
        i = tree.tokens[i].head
        yield i


def _one_hand(a: Draft, b: Draft) -> bool:
    """Harm told beside an act is the same occurrence unless another hand is named for it."""
    ours, theirs = {p.evidence.start for p in a.actors}, {p.evidence.start for p in b.actors}
    return not theirs or not ours or bool(ours & theirs)


def merged(group: Sequence[Draft]) -> Draft:
    """One draft of a group: the first names the act, the others fill its empty roles and lend certainty and modes."""
    first, rest = group[0], group[1:]
    actors, recipients = first.actors, first.recipients
    for other in rest:
        actors = actors or tuple(p for p in other.actors if p.evidence.start not in {r.evidence.start for r in recipients})
        more = not recipients or _only_things(recipients) or bool(_TAKING & {*first.sense.modes} and _TAKING & {*other.sense.modes})
        recipients = _union(recipients, other.recipients) if more else recipients
    recipients = tuple(p for p in recipients if p.evidence.start not in {a.evidence.start for a in actors})
    return replace(first, actors=actors, recipients=recipients, certain=any(d.certain for d in group))


def _only_things(parties: Sequence[Party]) -> bool:
    return all(p.kind == "unknown" for p in parties)


def _union(a: tuple[Party, ...], b: tuple[Party, ...]) -> tuple[Party, ...]:
    starts = {p.evidence.start for p in a}
    return a + tuple(p for p in b if p.evidence.start not in starts)
