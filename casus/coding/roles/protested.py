"""Whom a protest is against where no "against" says so: "an anti-government rally", "marched to demand the minister's resignation"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import casus.codebook.frames
from casus.codebook import Codebook
from casus.codebook.kinds import kind_of
from casus.codebook.yaml_files import read_yaml
from casus.coding.acts.finding import Trigger
from casus.coding.roles.bearers import phrases_of
from casus.coding.roles.parties import kind_of_phrase, make_party
from casus.coding.syntax import Phrase, Tree
from casus.model.actor import ActorKind, Party
from casus.model.text import Report

_TABLE = Path(casus.codebook.frames.__file__).with_name("protested.yaml")
_ANTI = re.compile(r"anti-?(?P<whom>[A-Za-z]\S*)", re.IGNORECASE)
_RULE = "protested against"
_WHO = frozenset("state government police military party political person igo intelligence institute militia collective".split())
"""Kinds of those who are asked to go or to do what protesters want."""
_MATTERS = frozenset({"against", "over"})


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split()) for name, listed in read_yaml(_TABLE).items()}


def protested(report: Report, tree: Tree, trigger: Trigger, book: Codebook) -> tuple[Party, ...]:
    """Whom a protest's own words are against: by "anti-", by what it demands of somebody, by whose doing it is over."""
    found = next(_by_word(report, tree, trigger, book), None)
    if found is not None:
        return (found,)
    phrases = next((p for p in (*_asked(tree, trigger, book), *_whose_matter(tree, trigger, book)) if p), ())
    return tuple(make_party(report, tree, p, role="recipient", table=book.actors, rule=_RULE) for p in phrases)


def _by_word(report: Report, tree: Tree, trigger: Trigger, book: Codebook) -> Iterator[Party]:
    """ "Anti-government protests", "anti-government protesters marched", "joined an anti-Hill Front march"."""
    nouns = {*range(trigger.first, trigger.last), trigger.token, *(() if (a := tree.agent(trigger.token)) is None else (a,))}
    nouns |= {n for i in tuple(nouns) for case, n in tree.preps(i) if case == "of" and i != trigger.token}
    for i in sorted(nouns):
        for c in (i, *tree.children(i, "amod", "compound")):
            found = _ANTI.fullmatch(tree.tokens[c].text)
            if found is not None and _is_body(found["whom"], book):
                start = tree.tokens[c].start + found.start("whom")
                whom = report.evidence("recipient", start, start + len(found["whom"]), _RULE)
                yield Party(whom.words, whom, _kind(whom.words, book))


def _is_body(word: str, book: Codebook) -> bool:
    return word.lower() in _words()["bodies"] or (word[:1].isupper() and bool(book.actors.find(word)))


def _kind(word: str, book: Codebook) -> ActorKind:
    known = book.actors.find(word)
    return known[0].kind if known else kind_of(word.lower(), word.lower(), book.actors)


def _asked(tree: Tree, trigger: Trigger, book: Codebook) -> Iterator[tuple[Phrase, ...]]:
    """ "Marched to demand that the mayor resign", "rallied, urging the army to step aside", "a march calling for her removal"."""
    agent = tree.agent(trigger.token)
    for i in (*_told_by(trigger), *(() if agent is None else (agent,))):
        for clause in tree.children(i, "advcl", "xcomp", "acl", "conj"):
            if tree.lemma(clause) in _words()["asking"]:
                yield _public(tree, _whose_leaving(tree, clause), book)
                yield _public(tree, _who_shall(tree, clause), book)


def _told_by(trigger: Trigger) -> tuple[int, ...]:
    return (trigger.token,) if trigger.light is None else (trigger.token, trigger.light)


def _whose_leaving(tree: Tree, verb: int) -> Iterator[int]:
    below = (*tree.children(verb, "obj"), *(n for case, n in tree.preps(verb) if case == "for"))
    for noun in below:
        if tree.lemma(noun) in _words()["leaving"]:
            yield from tree.children(noun, "nmod:poss")
            yield from (n for case, n in tree.preps(noun) if case in {"of", "by"})


def _who_shall(tree: Tree, verb: int) -> Iterator[int]:
    """Who is asked to do something."""
    for clause in tree.children(verb, "ccomp", "xcomp"):
        yield from tree.children(clause, "nsubj", "nsubj:pass")
    yield from (n for case, n in tree.preps(verb) if case == "from")
    if tree.children(verb, "xcomp", "ccomp", "advcl"):
        yield from tree.children(verb, "obj")
        yield from (n for case, n in tree.preps(verb) if case in {"on", "upon"})


def _whose_matter(tree: Tree, trigger: Trigger, book: Codebook) -> Iterator[tuple[Phrase, ...]]:
    """ "Protested over the government's plan", "against police violence"."""
    clauses = [c for i in _told_by(trigger) for c in tree.children(i, "advcl", "xcomp") if tree.lemma(c) in {"protest", "demonstrate"}]
    for i in (*_told_by(trigger), *clauses):
        for case, n in tree.preps(i):
            yield _public(tree, iter((n,)), book) if case == "against" else ()
            owners = tree.children(n, "nmod:poss", "compound") if case in _MATTERS else ()
            yield _public(tree, iter(owners), book)


def _public(tree: Tree, heads: Iterator[int], book: Codebook) -> tuple[Phrase, ...]:
    phrases = (p for n in heads for p in phrases_of(tree, n))
    return tuple(p for p in phrases if kind_of_phrase(tree, p, book.actors) in _WHO)[:1]
