"""Mending: clauses that count people, where the parse takes the harmed for the doers or tears a figure from its noun.

"Two were killed and three others wounded" leaves an auxiliary out, "between 10 and 15 rebels" looks like an adverbial,
"killed six people and 12 are missing" like a list. Only heads, relations and lemmas change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casus.codebook.harm import HarmWords
from casus.codebook.kinds import is_people, is_person_role, is_thing
from casus.codebook.verb_forms import lemma_by_form
from casus.coding.mending.agents import mend_agents
from casus.coding.mending.asides import mend_asides
from casus.coding.mending.bearers import mend_bearer
from casus.coding.mending.called import mend_called
from casus.coding.mending.charges import mend_charges
from casus.coding.mending.clauses import mend_clauses
from casus.coding.mending.counted import mend_counted
from casus.coding.mending.days_after import mend_days_after
from casus.coding.mending.doings import mend_doings
from casus.coding.mending.fire import mend_fire
from casus.coding.mending.followers import mend_followers
from casus.coding.mending.found import mend_found
from casus.coding.mending.had_cut import mend_had_cut
from casus.coding.mending.hyphened import mend_hyphened, mend_passers
from casus.coding.mending.laden import mend_laden
from casus.coding.mending.left_out import mend_left_out
from casus.coding.mending.listed_names import mend_listed_names
from casus.coding.mending.listed_people import is_counted, is_person, mend_listed_people
from casus.coding.mending.months import mend_month
from casus.coding.mending.named import mend_named, mend_role_named
from casus.coding.mending.nominal import mend_dead_by_age, mend_nominal, mend_year_old
from casus.coding.mending.objects import mend_objects
from casus.coding.mending.outcomes import mend_outcome
from casus.coding.mending.participles import mend_participles
from casus.coding.mending.relatives import mend_deadly_relative, mend_relative
from casus.coding.mending.short_clauses import mend_short_clause
from casus.coding.mending.shot_dead import mend_shot_dead
from casus.coding.mending.sides import mend_sides
from casus.coding.mending.subjects import ancestors, mend_subjects
from casus.coding.mending.tear_gas import mend_tear_gas
from casus.model.text import Sentence, Token

_BECOMING = frozenset(
    "graze rise fall flee shoot drown slay climb drop raise gun nab slit stab "
    "perish succumb behead lynch maim abduct kidnap apprehend wound injure kill".split()
)
_FORMS = lemma_by_form(_BECOMING)
_SOME = frozenset({"several", "many", "dozens", "scores", "others", "some", "more", "another"})
_PUTTING = frozenset({"put", "set", "place", "give"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def mend_harm(sentence: Sentence, words: HarmWords) -> Sentence:
    """The sentence with its counted people where they belong; itself, where nothing is to be mended."""
    tokens = [_with_lemma(t) for t in sentence.tokens]
    for i in range(len(tokens)):
        mend_year_old(tokens, i)
    for i in range(len(tokens)):
        whole = list(tokens)
        mend_short_clause(tokens, i)
        mend_bearer(tokens, i, sentence.names)
        mend_relative(tokens, i, sentence.names)
        mend_deadly_relative(tokens, i)
        mend_doings(tokens, i)
        mend_fire(tokens, i, sentence.names)
        mend_tear_gas(tokens, i)
        mend_hyphened(tokens, i)
        mend_passers(tokens, i)
        mend_nominal(tokens, i)
        mend_shot_dead(tokens, i)
        mend_found(tokens, i, words)
        mend_had_cut(tokens, i, words)
        mend_sides(tokens, i)
        mend_called(tokens, i)
        mend_charges(tokens, i)
        mend_objects(tokens, i, words)
        mend_laden(tokens, i)
        mend_counted(tokens, i, words)
        mend_subjects(tokens, i)
        _mend_several_hurt(tokens, i, words)
        mend_agents(tokens, i)
        _mend_counted_hurt(tokens, i, words)
        _mend_bare_passive(tokens, i, words)
        mend_left_out(tokens, i, words)
        _mend_between(tokens, i)
        mend_month(tokens, i)
        mend_dead_by_age(tokens, i)
        _mend_second_object(tokens, i)
        _mend_lent_object(tokens, i, words)
        _mend_stray_participle(tokens, i, words)
        _mend_second_subject(tokens, i, words)
        _mend_shared_object(tokens, i, words)
        _mend_lent_subject(tokens, i)
        mend_participles(tokens, i, words)
        mend_outcome(tokens, i, words)
        mend_listed_people(tokens, i, words)
        mend_clauses(tokens, i, words)
        mend_named(tokens, i)
        mend_role_named(tokens, i)
        mend_listed_names(tokens, i, sentence.names)
        mend_asides(tokens, i)
        mend_days_after(tokens, i)
        mend_followers(tokens, i, sentence.names, words)
        if tokens != whole and not is_tree(tokens):
            tokens = whole
    return sentence if tokens == list(sentence.tokens) else replace(sentence, tokens=tuple(tokens))


def is_tree(tokens: Sequence[Token]) -> bool:
    """Whether every token leads up to a root: a mended word must not come to hang on what hangs on it."""
    return all(_leads_up(tokens, i) for i in range(len(tokens)))


def _leads_up(tokens: Sequence[Token], i: int) -> bool:
    for _ in tokens:
        if i < 0:
            return True
        i = tokens[i].head
    return i < 0


def _with_lemma(token: Token) -> Token:
    """The lemma of a form that counts people, where the reader's is no word ("militiamen", "risen", "fled")."""
    lower = token.text.lower()
    if token.upos == "NOUN" and lower.endswith("men") and not token.lemma.lower().endswith(("man", "men")):
        return replace(token, lemma=f"{lower[:-2]}an")
    if token.upos == "NOUN" and lower == "troops":
        return replace(token, lemma="troop")
    if token.upos == "VERB" and lower in _FORMS:
        return replace(token, lemma=_FORMS[lower])
    return token


def _mend_several_hurt(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "I saw four bodies and several wounded": who stand right before the participle were hurt, not who saw them."""
    token = tokens[v]
    if v < 2 or token.text.lower() not in words.participles or tokens[v - 1].head != v or _takes_object(tokens, v):
        return
    before = [t.text.lower() for t in tokens[v - 2 : v]]
    one = before == ["and", "another"] and token.upos in {"ADJ", "NOUN"} and tokens[token.head].upos == "VERB"
    if one or (before[1] in _SOME and token.upos == "VERB" and token.deprel == "conj"):
        tokens[v - 1] = replace(tokens[v - 1], deprel="nsubj:pass", upos="NOUN")
        tokens[v] = replace(token, upos="VERB", xpos="VBN", deprel="conj", lemma=_FORMS.get(token.text.lower(), token.lemma))


def _mend_counted_hurt(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Four guards were killed and six others injured": people counted right before a participle joined to the same verb were hurt."""
    token = tokens[v]
    if v < 2 or token.upos != "VERB" or token.deprel != "conj" or token.text.lower() not in words.participles or _takes_object(tokens, v):
        return
    over = {token.head, *(k for k, t in enumerate(tokens) if t.head == token.head and t.deprel.startswith("nsubj"))}
    people = [k for k in range(token.head + 1, v) if tokens[k].deprel == "conj" and tokens[k].head in over and is_counted(tokens, k)]
    if people and all(tokens[k].upos == "PUNCT" or people[-1] in ancestors(tokens, k) for k in range(people[-1] + 1, v)):
        tokens[people[-1]] = replace(tokens[people[-1]], head=v, deprel="nsubj:pass")
        tokens[v] = replace(token, xpos="VBN")


def _mend_bare_passive(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "At least 5 farmers killed and 11 injured", "Mayor wounded in Kharkiv": who is not said to have killed anybody was killed."""
    token = tokens[v]
    harm = token.text.lower() in words.participles or _is_dead(tokens, v) or _is_shot(tokens, v)
    if token.upos != "VERB" or not harm or token.lemma.lower() in words.intransitive:
        return
    subjects = [i for i, t in enumerate(tokens) if t.head == v and t.deprel == "nsubj" and i < v]
    if len(subjects) != 1 or any(_takes_object(tokens, i) for i in (v, *_joined(tokens, v))):
        return
    if not is_counted(tokens, subjects[0]) and not _is_headline_victim(tokens, subjects[0], v, words):
        return
    tokens[subjects[0]] = replace(tokens[subjects[0]], deprel="nsubj:pass")
    tokens[v] = replace(token, xpos="VBN")


def _is_headline_victim(tokens: Sequence[Token], i: int, v: int, words: HarmWords) -> bool:
    """ "Top general killed", "Councillor shot dead": somebody without an article before a verb that is never without an object."""
    noun, verb = tokens[i], tokens[v].lemma.lower()
    somebody = noun.upos in {"NOUN", "PROPN"} and not is_thing(noun.lemma.lower())
    further = any(tokens[j].text.lower() not in words.participles and tokens[j].xpos != "VBN" for j in _joined(tokens, v))
    return (
        somebody
        and (verb in words.verbs or _is_dead(tokens, v) or _is_shot(tokens, v))
        and not further
        and not any(t.head == i and t.deprel in {"det", "case"} for t in tokens)
    )


_AIMING = frozenset({"toward", "towards", "into", "from", "through", "over"})


def _is_shot(tokens: Sequence[Token], v: int) -> bool:
    """ "Four shot outside a club", "teen shot in Gary": without an object and without anybody who was shot at."""
    if tokens[v].text.lower() != "shot" or tokens[v].deprel not in {"root", "conj", "parataxis"}:
        return False
    led = [(t.text.lower(), tokens[t.head].lemma.lower()) for t in tokens if t.deprel == "case" and tokens[t.head].head == v]
    aimed = any(case in _AIMING or (case == "at" and (is_people(n) or is_person_role(n) or is_thing(n))) for case, n in led)
    return not aimed and v + 1 < len(tokens)


def _is_dead(tokens: Sequence[Token], v: int) -> bool:
    """ "Shot dead", "found dead", "shot to death"."""
    if [t.text.lower() for t in tokens[v + 1 : v + 3]] == ["to", "death"] and tokens[v].text.lower() == "shot":
        return True
    return v + 1 < len(tokens) and tokens[v + 1].text.lower() == "dead" and tokens[v + 1].head == v


def _joined(tokens: Sequence[Token], v: int) -> list[int]:
    """The verbs joined to a verb that share its subject ("killed and burned"), not a clause of its own ("killed, settlers torch cars")."""
    with_subject = {t.head for t in tokens if t.deprel.startswith("nsubj")}
    return [i for i, t in enumerate(tokens) if t.head == v and t.deprel == "conj" and t.upos == "VERB" and i not in with_subject]


def _takes_object(tokens: Sequence[Token], v: int) -> bool:
    return any(
        t.head == v
        and t.text.lower() not in {"dead", "death"}
        and (t.deprel in {"obj", "iobj", "ccomp", "xcomp"} or t.deprel.startswith("aux"))
        for t in tokens
    )


def _mend_between(tokens: list[Token], i: int) -> None:
    """ "Killed between 10 and 15 rebels": the figures count the noun after them."""
    if i + 4 >= len(tokens) or tokens[i].text.lower() != "between" or tokens[i + 2].text.lower() != "and":
        return
    noun = next((j for j in range(i + 4, len(tokens)) if tokens[j].upos not in {"ADJ", "PROPN"}), None)
    if noun is None or tokens[noun].xpos != "NNS" or any(t.upos != "NUM" for t in (tokens[i + 1], tokens[i + 3])):
        return
    if tokens[i + 1].head == noun or tokens[noun].head in {i + 1, i + 3}:
        return
    tokens[i] = replace(tokens[i], head=i + 1, deprel="advmod")
    tokens[i + 1] = replace(tokens[i + 1], head=noun, deprel="nummod")
    tokens[i + 2] = replace(tokens[i + 2], head=i + 3, deprel="cc")
    tokens[i + 3] = replace(tokens[i + 3], head=i + 1, deprel="conj")


def _mend_second_object(tokens: list[Token], v: int) -> None:
    """ "Killed two and injured three others": of two objects of one verb, the one after a verb joined to it is that verb's."""
    token = tokens[v]
    if token.upos != "VERB" or token.deprel != "conj" or any(t.head == v and t.deprel == "obj" for t in tokens):
        return
    objects = [i for i, t in enumerate(tokens) if t.head == token.head and t.deprel == "obj"]
    if len(objects) == 1 and token.head < objects[0] < v:  # or the parse joins it to the first object as one of a list
        objects += [i for i, t in enumerate(tokens) if i > v and t.head == objects[0] and t.deprel == "conj" and _follows(tokens, v, i)][:1]
    if len(objects) >= 2 and token.head < objects[0] < v < objects[1]:
        tokens[objects[1]] = replace(tokens[objects[1]], head=v, deprel="obj")


def _follows(tokens: Sequence[Token], v: int, i: int) -> bool:
    """Whether nothing but words of its own stands between a verb and a noun."""
    return all(i in ancestors(tokens, k) for k in range(v + 1, i))


def _mend_lent_object(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Killing five and wounding six others": people behind a second verb of harm are what befell it, not more of the first."""
    token = tokens[v]
    if token.upos != "VERB" or token.deprel != "conj" or token.text.lower() in words.participles or token.lemma.lower() not in words.verbs:
        return
    if any(t.head == v and t.deprel in {"obj", "ccomp", "xcomp"} for t in tokens):
        return
    objects = {i for i, t in enumerate(tokens) if t.head == token.head and t.deprel == "obj" and i < v}
    lent = [i for i, t in enumerate(tokens) if t.head in objects and t.deprel in {"conj", "nmod:unmarked"} and t.upos in _NOMINAL and i > v]
    if len(lent) == 1 and all(tokens[k].head == lent[0] or tokens[k].head in range(v + 1, lent[0]) for k in range(v + 1, lent[0])):
        tokens[lent[0]] = replace(tokens[lent[0]], head=v, deprel="obj")


def _mend_stray_participle(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "An operation resulting in one courier killed": the participle tells of the counted person right before it."""
    token, person = tokens[v], tokens[v - 1]
    if token.deprel not in {"acl", "xcomp"} or token.upos != "VERB" or token.text.lower() not in words.participles or token.head >= v - 1:
        return
    if token.deprel == "xcomp":  # "put the losses at 45 men killed"
        if person.deprel in {"obl", "nmod"} and is_counted(tokens, v - 1) and tokens[token.head].lemma.lower() in _PUTTING:
            tokens[v] = replace(token, head=v - 1, deprel="acl", xpos="VBN")
        return
    if token.xpos != "VBN":
        return
    clause = person.deprel.startswith(("nsubj", "obl", "obj")) and 0 <= person.head < v - 1 and tokens[person.head].upos == "VERB"
    if clause and is_counted(tokens, v - 1) and not is_person(tokens[token.head].lemma.lower(), words):
        tokens[v] = replace(token, head=v - 1)


def _mend_second_subject(tokens: list[Token], i: int, words: HarmWords) -> None:
    """ "Four men were killed, three women wounded": people behind the verb, a word of harm right behind them, are a clause of their own."""
    token = tokens[i]
    if not token.deprel.startswith("nsubj") or not 0 <= token.head < i or i + 1 >= len(tokens):
        return
    verb, behind = token.head, tokens[i + 1]
    first = any(t.head == verb and t.deprel.startswith("nsubj") and k < verb for k, t in enumerate(tokens))
    harmed = behind.text.lower() in words.participles
    told = behind.head == i and behind.deprel in {"acl", "amod"} and harmed
    if first and harmed and behind.head == verb and behind.deprel == "advcl":  # "with two soldiers killed"
        tokens[i] = replace(token, head=i + 1, deprel="nsubj:pass")
        return
    if first and told and tokens[verb].upos == "VERB":
        tokens[i] = replace(token, head=i + 1, deprel="nsubj:pass")
        tokens[i + 1] = replace(behind, head=verb, deprel="conj", upos="VERB", xpos="VBN")


def _mend_shared_object(tokens: list[Token], v: int, words: HarmWords) -> None:
    """ "Identified and detained the leader and two aides": the object right behind the second verb is what befell it."""
    token = tokens[v]
    if token.upos != "VERB" or token.deprel != "conj" or token.head >= v or token.lemma.lower() not in words.verbs:
        return
    if tokens[token.head].lemma.lower() in {"shoot", *words.verbs}:
        return  # "killed or wounded 30", "shot and killed"
    if any(t.head == v and t.deprel in {"obj", "ccomp", "xcomp"} for t in tokens):
        return
    shared = [i for i, t in enumerate(tokens) if t.head == token.head and t.deprel == "obj" and i > v]
    if len(shared) == 1 and not any(tokens[k].upos in _NOMINAL | {"VERB"} and tokens[k].head != shared[0] for k in range(v + 1, shared[0])):
        tokens[shared[0]] = replace(tokens[shared[0]], head=v)


def _mend_lent_subject(tokens: list[Token], i: int) -> None:
    """ "Killed six people and 12 are missing": what stands right before an auxiliary is the subject of its predicate."""
    if i + 1 >= len(tokens) or tokens[i].deprel != "conj" or tokens[i].upos not in _NOMINAL or tokens[i + 1].upos != "AUX":
        return
    predicate = tokens[i + 1].head
    if predicate <= i + 1 or any(t.head == predicate and t.deprel.startswith("nsubj") for t in tokens):
        return
    passive = any(t.head == predicate and t.deprel == "aux:pass" for t in tokens)
    tokens[i] = replace(tokens[i], head=predicate, deprel="nsubj:pass" if passive else "nsubj")
    before = _before_joined(tokens, i)
    if before is not None:
        tokens[before] = replace(tokens[before], head=predicate)


def _before_joined(tokens: Sequence[Token], i: int) -> int | None:
    """The conjunction that hung on a nominal now moved to another clause."""
    return next((j for j in range(i - 1, max(i - 5, -1), -1) if tokens[j].deprel == "cc" and tokens[j].head == i), None)
