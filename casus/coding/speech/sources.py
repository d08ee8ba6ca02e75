"""Sources: who a saying names, in which words and in which capacity."""

from __future__ import annotations

from casus.codebook.actors import ActorTable
from casus.codebook.dates import load_dates
from casus.codebook.kinds import capacity_of, load_kinds
from casus.codebook.speech import load_speech
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.speech.act import REPORTING, Speech, ends_outlet, is_outlet
from casus.coding.speech.tails import outlet_at
from casus.coding.speech.titles import with_title
from casus.coding.syntax import Phrase, Tree
from casus.model.claim import Capacity, Source
from casus.model.text import Report

_DOCUMENTS = frozenset(
    "report statement study survey communique communiqué letter dispatch bulletin tally count release briefing".split()
) | {"detail", "data", "information"}
_AUTHORING = frozenset("issue sign write release prepare compile draft author give provide".split())
"""What is done to a document by whose words it holds; others only carry it ("published by", "seen by")."""
_ADVOCATES = frozenset("lawyer attorney solicitor writer poet pope cardinal archbishop businessman businesswoman contractor pilot".split())
"""Private people who speak for somebody or something else than what they saw."""
_NOMINAL = frozenset({"NOUN", "PROPN"})


def plain_name(report: Report, tree: Tree, phrase: Phrase) -> str:
    """The words of a phrase without an article."""
    start, end = tree.span(phrase.first, phrase.last)
    words = " ".join(report.text[start:end].split())
    for article in ("The ", "the ", "A ", "a ", "An ", "an ", "whose "):
        if words.startswith(article):
            return words[len(article) :]
    return words


def make_source(report: Report, tree: Tree, speech: Speech, table: ActorTable, *, chain: tuple[str, ...] = ()) -> Source:
    """The source a speech names, with its capacity and the evidence of its words."""
    phrase = naming(tree, speech.source)
    name = plain_name(report, tree, phrase)
    chain = tuple(link for link in chain if link != name and not name.startswith(f"{link} ") and not link.startswith(f"{name} "))
    evidence = tree.evidence(report, "source", phrase, speech.rule)
    capacity = capacity_of_phrase(tree, phrase, table, name)
    if capacity == "unknown" and speech.words in REPORTING and is_outlet(tree, phrase, load_speech()):
        capacity = "media"
    return Source(name, capacity, speech.words, speech.stance, evidence, chain)


def capacity_of_phrase(tree: Tree, phrase: Phrase, table: ActorTable, name: str | None = None) -> Capacity:
    """The capacity that the words of a source tell; `name`: those words, where they are not the phrase's."""
    kind = kind_of_phrase(tree, phrase, table)
    words = name if name is not None else " ".join(t.text for t in tree.tokens[phrase.first : phrase.last])
    capacity: Capacity = capacity_of(words, tree.lemma(phrase.head), kind)
    if capacity == "unknown":
        capacity = _by_description(tree, phrase, table)
    if capacity == "unknown":
        capacity = _by_word(tree.lemma(phrase.head))
    if (capacity == "unknown" and kind != "person" and is_outlet(tree, phrase, load_speech())) or _is_paper(tree, phrase):
        capacity = "media"
    return capacity


def _is_paper(tree: Tree, phrase: Phrase) -> bool:
    """ "The Mali Tribune": whatever country a name holds, its last word makes it a paper's."""
    return tree.tokens[phrase.head].upos == "PROPN" and ends_outlet(tree, phrase.head, phrase.head, load_speech())


def naming(tree: Tree, phrase: Phrase | None) -> Phrase:
    """The words that name a source: who stands behind a document, with the name beside a role, without the day."""
    return _without_day(tree, _unbroken(tree, _named(tree, _author(tree, _meant(tree, phrase)))))


def _unbroken(tree: Tree, phrase: Phrase) -> Phrase:
    """ "Anne-Marie Sol": a name that a hyphen joins is one, however it was parsed."""
    first, last = phrase.first, phrase.last
    while last + 1 < len(tree) and _is_hyphen(tree, last) and tree.tokens[last + 1].upos == "PROPN":
        last = max((n.last for n in tree.sentence.names if n.kind == "person" and n.first == last + 1), default=last + 2)
    while first > 1 and _is_hyphen(tree, first - 1) and tree.tokens[first - 2].upos == "PROPN":
        first -= 2
    return Phrase(first, last, phrase.head)


def _is_hyphen(tree: Tree, i: int) -> bool:
    """A hyphen without blanks, between two capitals."""
    before, mark = tree.tokens[i - 1], tree.tokens[i]
    after = tree.tokens[i + 1] if i + 1 < len(tree) else mark
    tight = before.end == mark.start and mark.end == after.start
    return mark.text == "-" and tight and before.text[:1].isupper() and after.text[:1].isupper()


def _by_word(lemma: str) -> Capacity:
    """A generic noun for a source that stands for nobody in particular: a farmer, a mother, a hospital."""
    capacity = load_speech().capacities.get(lemma, "unknown")
    if capacity in {"witness", "medic", "media", "analyst"}:
        return capacity
    noun = load_kinds().noun(lemma)
    anybody = noun is not None and noun.kind == "civilians" and "person" in noun.flags and lemma not in _ADVOCATES
    return "witness" if anybody else "unknown"


def _by_description(tree: Tree, phrase: Phrase, table: ActorTable) -> Capacity:
    """The capacity told by a title before a name or an apposition after it ("Sarea, a spokesman for the group")."""
    described = [c for c in range(phrase.first, phrase.last) if tree.tokens[c].upos == "NOUN" or tree.rel(c) == "nmod:desc"]
    described += list(tree.children(phrase.head, "appos", "nmod:desc", "acl:relcl"))
    for c in described:
        part = tree.phrase(c)
        words = " ".join(t.text for t in tree.tokens[part.first : part.last])
        capacity: Capacity = capacity_of(words, tree.lemma(c), kind_of_phrase(tree, part, table))
        if capacity != "unknown":
            return capacity
    return "unknown"


def _named(tree: Tree, phrase: Phrase) -> Phrase:
    """With the name or the noun that says who it is: "the monitoring group Airwars", "a woman resident of Gao", "prosecutor Ana Sol"."""
    phrase = _whole_paper(tree, _without_age(tree, _from_capital(tree, _past_outlet(tree, phrase))))
    beside = [c for c in tree.children(phrase.head, "appos") if tree.phrase(c).first == phrase.last and tree.tokens[c].upos in _NOMINAL]
    if beside:
        phrase = Phrase(phrase.first, tree.phrase(beside[0]).last, phrase.head)
    return with_title(tree, _before_outlet(tree, phrase))


def _whole_paper(tree: Tree, phrase: Phrase) -> Phrase:
    """ "Daily Excelsior": with the word for media right before, however it was parsed."""
    before = phrase.first - 1
    paper = before >= 0 and is_outlet(tree, phrase, load_speech()) and ends_outlet(tree, before, before, load_speech())
    return Phrase(before, phrase.last, phrase.head) if paper else phrase


def _past_outlet(tree: Tree, phrase: Phrase) -> Phrase:
    """ "... in Gao, reports Daily Post Police sources said": an outlet that lost its full stop is no part of who speaks next."""
    first = phrase.first - (phrase.first > 0 and tree.tokens[phrase.first - 1].text.lower() == "the")
    if not (first == 0 or tree.tokens[first - 1].text in REPORTING) or tree.tokens[phrase.head].upos != "NOUN":
        return phrase
    ends = [k for k in range(phrase.first, phrase.head) if ends_outlet(tree, phrase.first, k, load_speech())]
    again = bool(ends) and tree.tokens[ends[-1] + 1].text[:1].isupper()
    return Phrase(ends[-1] + 1, phrase.last, phrase.head) if again else phrase


def _before_outlet(tree: Tree, phrase: Phrase) -> Phrase:
    """ "According to Ana Sol, a member of the council reports Daily Post": who speaks ends before the outlet's verb."""
    cut = next((k for k in range(phrase.first + 1, phrase.last) if tree.tokens[k].text in REPORTING), None)
    if cut is None or outlet_at(tree, cut + 1, load_speech()) is None:
        return phrase
    return Phrase(phrase.first, cut, phrase.head if phrase.head < cut else tree.head_of(phrase.first, cut))


def _from_capital(tree: Tree, phrase: Phrase) -> Phrase:
    """ "... were found on the terrorist Sources said": a sentence that lost its full stop goes on at the capital."""
    head = tree.tokens[phrase.head]
    if head.upos != "NOUN" or head.xpos != "NNS" or not head.text[:1].isupper() or phrase.first == phrase.head:
        return phrase
    if any(not t.text.islower() for t in tree.tokens[phrase.first : phrase.head]):
        return phrase
    return Phrase(phrase.head, phrase.last, phrase.head)


def _without_age(tree: Tree, phrase: Phrase) -> Phrase:
    """ "Ana Sol, 21, of Gao": the name alone."""
    comma = next((k for k in range(phrase.head, phrase.last - 1) if tree.tokens[k].text == ","), None)
    aged = comma is not None and tree.tokens[comma + 1].upos == "NUM" and tree.tokens[phrase.head].upos == "PROPN"
    return Phrase(phrase.first, comma, phrase.head) if aged and comma is not None else phrase


def _meant(tree: Tree, phrase: Phrase | None) -> Phrase:
    """ "A suspect who told officers", "a suspect was held who told officers": the suspect."""
    assert phrase is not None
    noun = tree.antecedent(phrase.head)
    if noun == phrase.head and tree.lemma(noun) == "who":
        before = [i for i in range(noun) if tree.rel(i) in {"nsubj", "nsubj:pass"} and tree.tokens[i].upos in {"NOUN", "PROPN"}]
        noun = before[-1] if before else noun
    return tree.phrase(noun) if noun != phrase.head else phrase


def _without_day(tree: Tree, phrase: Phrase) -> Phrase:
    """ "The government Monday said": when it was said is no part of who says it."""
    last = phrase.last - 1
    if last == phrase.first or tree.tokens[last].text.lower() not in load_dates().weekdays or tree.tokens[last].text.islower():
        return phrase
    return Phrase(phrase.first, last, tree.head_of(phrase.first, last) if phrase.head == last else phrase.head)


def _author(tree: Tree, phrase: Phrase | None) -> Phrase:
    """Who stands behind a document that speaks ("a report by the monitoring centre")."""
    assert phrase is not None
    if tree.lemma(phrase.head) in _DOCUMENTS:
        behind = [n for case, n in tree.preps(phrase.head) if case in {"by", "from", "of"}] + list(tree.children(phrase.head, "nmod:poss"))
        giving = tree.tokens[phrase.head].head if tree.rel(phrase.head) in {"obj", "obl"} else -1
        behind += [n for v in (giving,) if v >= 0 and tree.lemma(v) in _AUTHORING and (n := tree.agent(v)) is not None]
        behind += [n for c in tree.children(phrase.head, "acl") if tree.lemma(c) in _AUTHORING and (n := tree.agent(c)) is not None]
        if behind:
            return tree.phrase(behind[0])
    return phrase
