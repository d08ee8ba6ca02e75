"""General statements: "rebels often attack convoys", "armies bomb bridges" tell what is usual, not what happened."""

from __future__ import annotations

from casus.codebook.verb_forms import load_spelling
from casus.coding.acts.finding import Trigger
from casus.coding.syntax import Tree

_PRESENT = frozenset({"VBP", "VBZ"})
_USUALLY = frozenset(
    "often usually generally typically commonly rarely seldom sometimes always normally traditionally only never ever constantly "
    "regularly routinely frequently".split()
)
_HABITS = frozenset("pattern trend history habit practice tendency culture tradition".split())
_LAWS = frozenset("constitution law act charter statute code rule convention treaty bylaw".split())
_RATES = frozenset({"rate", "frequency"})
_SPANS = frozenset("year month week day night hour decade".split())
_FROM_THEN = frozenset({"after", "before", "ago", "earlier", "later", "since", "following", "prior"})
_EACH = frozenset({"a", "an", "each", "every"})
_DEFINITE = frozenset({"det", "nummod", "nmod:poss"})


def is_general(tree: Tree, trigger: Trigger) -> bool:
    """Whether an act is told as usual: in the simple present, of nobody in particular, or with a word for "usually"."""
    verb = trigger.token if trigger.form == "verb" else trigger.light
    if verb is None:
        return _is_subject_matter(tree, trigger.token) or _is_equation(tree, trigger.token)
    if _is_habit(tree, verb) or _is_by_law(tree, verb) or _is_rate(tree, verb):
        return True
    if _was_usual(tree, verb) or _is_living(tree, verb) or _is_per(tree, verb):
        return True
    ongoing = _is_ongoing_of_anybody(tree, verb)
    if not ongoing and (not _is_present(tree, verb) or tree.children(verb, "aux") or _is_scene(tree, verb)):
        return False
    patient = tree.patient(verb)
    told = (verb,) if patient is None else (verb, patient)  # "strike only military targets"
    if any(tree.lemma(c) in _USUALLY for i in told for c in tree.children(i, "advmod")):
        return True
    subject = tree.subject(verb)
    if subject is None or not _is_anybody(tree, subject):
        return False
    return (patient is None or _is_anybody(tree, patient)) and not any(_is_name(tree, j) for j in tree.subtree(verb))


def is_only_done(tree: Tree, verb: int) -> bool:
    """ "Its aircraft strike only military targets": what somebody says he does to nobody else."""
    patient = tree.patient(verb) if tree.tokens[verb].upos == "VERB" else None
    told = (verb,) if patient is None else (verb, patient)
    return any(tree.lemma(c) == "only" for i in told for c in tree.children(i, "advmod"))


def _is_present(tree: Tree, verb: int) -> bool:
    """The simple present, whatever it is read as ("said its jets strike only camps"): as it stands in the dictionary, with a subject."""
    token, lemma = tree.tokens[verb], tree.lemma(verb)
    if token.xpos in _PRESENT:
        return True
    bare = token.text.lower() == lemma and load_spelling().irregular.get(lemma, ("", ""))[0] != lemma
    to = any(tree.lemma(c) == "to" for c in tree.children(verb, "mark"))
    return bare and not to and bool(tree.children(verb, "nsubj")) and not tree.children(verb, "aux")


def _is_subject_matter(tree: Tree, i: int) -> bool:
    """ "Protests at the shrine are a sensitive matter", "kidnappings are commonplace": what acts of a kind are."""
    head = tree.tokens[i].head
    if tree.tokens[i].xpos != "NNS" or tree.rel(i) != "nsubj" or tree.children(i, *_DEFINITE):
        return False
    present = any(tree.tokens[c].text.lower() in {"are", "’re", "'re"} for c in tree.children(head, "cop"))
    return present and tree.tokens[head].upos in {"NOUN", "ADJ"} and not tree.children(head, "aux")


def _is_equation(tree: Tree, i: int) -> bool:
    """ "An attack on one is an attack on all": what any act of a kind amounts to."""
    head = tree.tokens[i].head if tree.rel(i) == "nsubj" else i
    subjects = tree.children(head, "nsubj")
    if not subjects or tree.tokens[head].upos != "NOUN" or tree.children(head, "aux"):
        return False
    told = set(tree.subtree(subjects[0]))
    if any(n.kind in {"place", "time"} and told & set(range(n.first, n.last)) for n in tree.sentence.names):
        return False  # "a bombing in Gao on Monday is an attack on the peace"
    present = any(tree.tokens[c].text.lower() in {"is", "’s", "'s"} for c in tree.children(head, "cop"))
    return present and any(tree.tokens[d].text.lower() in {"a", "an", "any"} for d in tree.children(subjects[0], "det"))


def _is_habit(tree: Tree, verb: int) -> bool:
    """ "A pattern of police using force", "a history of jailing critics": what is done again and again, by the word above it."""
    if tree.tokens[verb].xpos != "VBG" or tree.children(verb, "aux"):
        return False
    over = list(tree.ancestors(verb))[:2]
    over += [c for a in over for c in tree.children(a, "nmod") if c < verb]
    return any(tree.lemma(a) in _HABITS and tree.tokens[a].upos == "NOUN" for a in over)


def _is_by_law(tree: Tree, verb: int) -> bool:
    """ "Under the constitution, the assembly tries the president": what a law lays down."""
    ruled = any(case == "under" and tree.lemma(n) in _LAWS for case, n in tree.preps(verb))
    auxiliaries = tree.children(verb, "aux", "aux:pass")
    finite = tree.tokens[auxiliaries[0] if auxiliaries else verb]
    return ruled and finite.xpos in _PRESENT and finite.text.lower() not in {"has", "have"}


def _is_rate(tree: Tree, verb: int) -> bool:
    """ "Herders are arrested at higher rates than farmers": how often it is done."""
    return any(case == "at" and tree.lemma(n) in _RATES for case, n in tree.preps(verb))


def _is_per(tree: Tree, verb: int) -> bool:
    """ "Kills some 300 people a year", "has lent $7m per year", "are killed every month": so many in each span of time."""
    patient = tree.patient(verb)
    around = [i for i in (verb, patient) if i is not None]
    around += [c for i in around for c in tree.children(i, "nummod")]
    near = [c for i in around for c in tree.children(i) if tree.lemma(c) in _SPANS and not _leads_off(tree, c)]
    return any(tree.lemma(d) in _EACH for c in near if not tree.case(c) or tree.case(c) == "per" for d in tree.children(c)) or any(
        tree.case(c) == "per" for c in near
    )


def _leads_off(tree: Tree, span: int) -> bool:
    """ "A day after the truce", "a week ago": how long after or before."""
    return span + 1 < len(tree) and tree.lemma(span + 1) in _FROM_THEN


def _is_living(tree: Tree, verb: int) -> bool:
    """ "Makes its money by kidnapping drivers": how somebody lives, of people of a kind."""
    over, patient = tree.tokens[verb].head, tree.patient(verb)
    by = tree.tokens[verb].xpos == "VBG" and any(tree.lemma(c) in {"by", "from"} for c in tree.children(verb, "mark", "case"))
    usual = by and over >= 0 and tree.tokens[over].xpos in _PRESENT and not tree.children(over, "aux")
    return usual and not tree.sentence.heading and (patient is None or _is_anybody(tree, patient))


def _is_ongoing_of_anybody(tree: Tree, verb: int) -> bool:
    """ "People are being beaten": a passive that goes on, without a doer."""
    while tree.rel(verb) == "conj" and tree.tokens[verb].xpos == "VBN" and not tree.children(verb, "aux", "aux:pass"):
        verb = tree.tokens[verb].head
    auxiliaries = {tree.tokens[c].text.lower() for c in tree.children(verb, "aux", "aux:pass")}
    return tree.tokens[verb].xpos == "VBN" and {"are", "being"} <= auxiliaries and not tree.children(verb, "obl:agent")


def _was_usual(tree: Tree, verb: int) -> bool:
    """ "Smugglers often held migrants hostage": what people of a kind used to do to people of a kind."""
    often = any(tree.lemma(c) in _USUALLY - {"never", "only", "ever"} for c in tree.children(verb, "advmod"))
    usual = often and tree.tokens[verb].xpos == "VBD"
    subject, patient = tree.subject(verb), tree.patient(verb)
    return usual and subject is not None and _is_anybody(tree, subject) and (patient is None or _is_anybody(tree, patient))


def _is_scene(tree: Tree, verb: int) -> bool:
    """A copula or passive in the present ("are attacked") may be a headline's or a caption's."""
    return bool(tree.children(verb, "cop", "aux:pass"))


def _is_anybody(tree: Tree, i: int) -> bool:
    """A bare plural: no article, number, owner or name."""
    token = tree.tokens[i]
    return token.xpos == "NNS" and not tree.children(i, *_DEFINITE) and not any(_is_name(tree, j) for j in tree.subtree(i))


def _is_name(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos in {"PROPN", "NUM"} or (tree.tokens[i].upos == "ADJ" and tree.tokens[i].text[:1].isupper() and i > 0)
