"""What the head for roles looks at: a noun phrase, the word it hangs on, and the violent acts told near it.

All are plain strings of lemmas, relations and kinds; names of people, groups and places never appear by their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casus.codebook import Codebook
from casus.codebook.instruments import mode_of
from casus.codebook.kinds import is_people, is_person_role, is_thing
from casus.coding.acts.finding import Trigger, find_triggers
from casus.coding.roles.parties import kind_of_phrase
from casus.coding.syntax import NAME_PARTS, Phrase, Tree

ROLES = ("individual", "organisation", "target", "victim", "instrument")
"""What the head tells apart: who did it (people; a group by name), the thing or the people hit, and the weapon."""
_INSIDE = NAME_PARTS | {"amod", "det", "nummod", "case", "punct", "advmod"}
_VIOLENT = frozenset({"ASSAULT", "COERCE"})
_MEASURES = frozenset("kg kilogram kilo gram pound ton tonne meter metre liter litre stick".split())
_REACH = 5
_NEAREST = 2
_NOMINAL_RELATIONS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj", "root"})


@dataclass(frozen=True, slots=True)
class Act:
    """A word that may tell violence: its token, lemma and class (type and mode of its sense, or the harm it names)."""

    token: int
    lemma: str
    kind: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A sentence's tree with its violent acts, and for each token the kind of name it stands in ("" outside)."""

    tree: Tree
    acts: tuple[Act, ...]
    names: tuple[str, ...]
    before: tuple[str, ...] = ()

    @classmethod
    def of(cls, tree: Tree, book: Codebook, before: Sequence[Act] = ()) -> Noted:
        """Find the acts; `before` are those of the sentence before."""
        names = [""] * len(tree)
        for name in tree.sentence.names:
            names[name.first : name.last] = [name.kind] * (name.last - name.first)
        return cls(tree, tuple(_acts(tree, book)), tuple(names), tuple(sorted({a.kind for a in before})))


def _acts(tree: Tree, book: Codebook) -> Iterator[Act]:
    triggers = {t.token: t for t in find_triggers(tree, book.frames)}
    for i in range(len(tree)):
        kind = _class_of(triggers[i]) if i in triggers else None
        kind = kind or _harm_of(tree, i, book)
        if kind is not None:
            yield Act(i, tree.lemma(i), kind)


def _class_of(trigger: Trigger) -> str | None:
    sense = next((s for _, s in trigger.candidates if s.type in _VIOLENT), None)
    return None if sense is None else f"{sense.type}/{'+'.join(sense.modes)}"


def _harm_of(tree: Tree, i: int, book: Codebook) -> str | None:
    token, lemma, words = tree.tokens[i], tree.lemma(i), book.harm
    if token.upos == "VERB":
        return words.verbs.get(lemma) or words.participles.get(token.text.lower())
    if token.upos == "ADJ":
        return words.adjectives.get(token.text.lower())
    return words.nouns.get(lemma) if token.upos == "NOUN" else None


def candidates(noted: Noted) -> Iterator[Phrase]:
    """The noun phrases that may fill a role: not the act words themselves, not parts of names, not measures."""
    tree, acts = noted.tree, {a.token for a in noted.acts}
    for i, token in enumerate(tree.tokens):
        if token.upos not in {"NOUN", "PROPN"} and not (token.upos in {"ADJ", "NUM"} and token.deprel in _NOMINAL_RELATIONS):
            continue
        if i in acts and not is_people(tree.lemma(i)) and not _is_means(tree, i):
            continue
        if tree.lemma(i) in _MEASURES and any(case == "of" for case, _ in tree.preps(i)):
            continue
        if token.deprel not in _INSIDE:
            yield tree.phrase(i)
        elif _is_named_part(noted, i):
            yield _named_phrase(noted, i)
        elif token.deprel == "compound" and _is_means(tree, i):
            yield Phrase(i, i + 1, i)


def _is_means(tree: Tree, i: int) -> bool:
    return mode_of([t.lemma.lower() for t in tree.tokens], i) is not None


def _is_named_part(noted: Noted, i: int) -> bool:
    """A group's or person's name before another noun ("FMLN guerrillas")."""
    if noted.tree.tokens[i].deprel not in {"compound", "amod"} or noted.names[i] not in {"organisation", "person"}:
        return False
    head = noted.tree.tokens[i].head
    return head >= 0 and noted.names[head] != noted.names[i]


def _named_phrase(noted: Noted, i: int) -> Phrase:
    name = next(n for n in noted.tree.sentence.names if n.first <= i < n.last)
    return Phrase(name.first, name.last, i)


def role_features(noted: Noted, phrase: Phrase, book: Codebook) -> list[str]:
    """Everything the head sees of a phrase."""
    tree, h = noted.tree, phrase.head
    kind, what = _kind(noted, phrase, book), _what(noted, phrase)
    out = [f"k={kind}", f"w={what}", f"kw={kind}+{what}"]
    out += _own(noted, phrase)
    out += [f"{f}+{what}" for f in _place(noted, h)]
    ways = _ways(noted, h)
    out += [f for rank, (act, path) in enumerate(ways[:_NEAREST]) for f in _of_act(noted, h, act, path, kind, what, rank)]
    out += [f"no act+{what}+{kind}"] if not ways else []
    out += [f"before={b}+{what}" for b in noted.before] or [f"before=none+{what}"]
    here = sorted({a.kind for a in noted.acts})
    out += [f"here={k}+{what}+{kind}" for k in here] + [f"said={v}+{what}" for v in _verbs(tree)]
    return out


def nearest_acts(noted: Noted, h: int) -> list[Act]:
    """The acts within reach of token `h` in the tree, the nearest first."""
    return [act for act, _ in _ways(noted, h)]


def _ways(noted: Noted, h: int) -> list[tuple[Act, str]]:
    found = [p for a in noted.acts if (p := _path(noted.tree, h, a)) is not None]
    return [(act, path) for _, act, path in sorted(found, key=lambda p: (p[0], p[1].token))]


def _kind(noted: Noted, phrase: Phrase, book: Codebook) -> str:
    return kind_of_phrase(noted.tree, phrase, book.actors)


def _what(noted: Noted, phrase: Phrase) -> str:
    """What sort of thing it is: a means, a thing, people, a name of a kind, or another noun."""
    tree, h = noted.tree, phrase.head
    lemma = tree.lemma(h)
    if noted.names[h] and tree.tokens[h].upos == "PROPN":
        return f"name:{noted.names[h]}"
    if _is_means(tree, h):
        return "means"
    if is_people(lemma) or is_person_role(lemma):
        return "people"
    return "thing" if is_thing(lemma) else tree.tokens[h].upos


def _own(noted: Noted, phrase: Phrase) -> list[str]:
    tree, h = noted.tree, phrase.head
    token = tree.tokens[h]
    out = [f"t={token.xpos}"]
    if token.upos != "PROPN":
        out.append(f"l={tree.lemma(h)}")
    for c in tree.children(h):
        other = tree.tokens[c]
        if other.upos in {"NOUN", "ADJ", "VERB"} and tree.rel(c) in {"amod", "compound"}:
            out += [f"m={other.lemma.lower()}", f"lm={tree.lemma(h) if token.upos != 'PROPN' else ''}+{other.lemma.lower()}"]
        elif tree.rel(c) in {"det", "nmod:poss"}:
            out.append(f"d={other.text.lower() if other.upos != 'PROPN' else 'name'}")
        elif tree.rel(c) == "nummod":
            out.append("counted")
        elif tree.rel(c) in {"appos", "acl", "acl:relcl"}:
            out.append(f"has={tree.rel(c)}:{noted.names[c]}:{other.lemma.lower() if other.upos != 'PROPN' else ''}")
        elif tree.rel(c) == "nmod":
            out.append(f"has={tree.case(c)}:{noted.names[c]}:{other.lemma.lower() if other.upos != 'PROPN' else ''}")
    return out


def _place(noted: Noted, h: int) -> list[str]:
    """Where it stands: relation, preposition, the word it hangs on, and its part in what that word tells."""
    tree = noted.tree
    case = tree.case(h)
    out = [f"r={tree.rel(h)}:{case}"]
    g = tree.tokens[h].head
    top = h
    while g >= 0 and tree.rel(top) == "conj":
        top, g = g, tree.tokens[g].head
    if top != h:
        out.append(f"r0={tree.rel(top)}:{tree.case(top)}")
    if g >= 0:
        lemma = tree.lemma(g) if tree.tokens[g].upos != "PROPN" else "name"
        part = _part(tree, top, g)
        out += [f"g={lemma}:{part}", f"gl={lemma}", f"gp={tree.tokens[g].upos}:{part}"]
        gg = tree.tokens[g].head
        if gg >= 0:
            above = tree.lemma(gg) if tree.tokens[gg].upos != "PROPN" else "name"
            out += [f"gg={above}:{tree.rel(g)}:{part}"]
    else:
        out.append("top")
    return out


def _part(tree: Tree, i: int, g: int) -> str:
    """The part of `i` under `g`: agent, patient, or its preposition."""
    if tree.tokens[g].upos in {"VERB", "AUX"}:
        if i in (tree.agent(g), None) and tree.rel(i) != "obj":
            return "agent"
        if i == tree.patient(g):
            return "patient"
    return f"{tree.rel(i)}:{tree.case(i)}"


def _path(tree: Tree, h: int, act: Act) -> tuple[int, Act, str] | None:
    """Length and shape of the way in the tree from the act to the phrase; None where it is too long."""
    if act.token == h:
        return None
    up = [h, *tree.ancestors(h)]
    down = [act.token, *tree.ancestors(act.token)]
    meet = next((a for a in up if a in set(down)), None)
    if meet is None:
        return None
    n, m = up.index(meet), down.index(meet)
    if n + m > _REACH:
        return None
    steps = [f"<{_step(tree, i)}" for i in down[:m]] + [f">{_step(tree, i)}" for i in reversed(up[:n])]
    return n + m, act, "".join(s for s in steps if s[1:] != "conj") or "conj"


def _step(tree: Tree, i: int) -> str:
    rel = tree.rel(i)
    return f"{rel}:{tree.case(i)}" if rel in {"obl", "nmod", "obl:agent"} else rel


def _of_act(noted: Noted, h: int, act: Act, path: str, kind: str, what: str, rank: int) -> Iterator[str]:
    tree = noted.tree
    passive = tree.tokens[act.token].upos == "VERB" and tree.passive(act.token)
    verb = tree.tokens[act.token].upos
    side = "after" if h > act.token else "before"
    part = ""
    if verb == "VERB":
        part = "agent" if tree.agent(act.token) == h else "patient" if tree.patient(act.token) == h else ""
    yield from (f"p{rank}={path}+{passive}", f"p{rank}w={path}+{what}+{passive}", f"p{rank}l={path}+{act.lemma}")
    yield from (f"p{rank}k={path}+{act.kind}+{what}", f"a{rank}={act.kind}+{side}+{what}", f"al{rank}={act.lemma}+{what}")
    yield from (f"ak{rank}={act.kind}+{kind}", f"as{rank}={act.lemma}+{side}+{kind}")
    if part:
        yield from (f"part={part}+{what}", f"part={part}+{act.lemma}", f"part={part}+{act.kind}+{kind}")


def _verbs(tree: Tree) -> list[str]:
    """The verbs of the sentence, and what they take as object."""
    out = set()
    for i, token in enumerate(tree.tokens):
        if token.upos == "VERB":
            out.add(tree.lemma(i))
            out.update(f"{tree.lemma(i)} {tree.lemma(c)}" for c in tree.children(i, "obj") if tree.tokens[c].upos == "NOUN")
    return sorted(out)
