"""Layers: whether an act is news, background or history, from the dates round it.

A date in the act's own words decides; else one in its sentence, its paragraph, its section (between two headings), in
that order. Nothing dated: news. News is what happened within about a quarter of the publication date, or of the dateline's
where none is given, background within about four years, history before (docs/codebook.md, Layers).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casus.codebook.dates import load_dates
from casus.codebook.layers import load_layers
from casus.coding.acts.filling import VERBAL
from casus.coding.dates.setting import day_of_telling
from casus.coding.syntax import Tree
from casus.model.claim import Claim, Layer
from casus.model.text import Report, Sentence
from casus.model.when import DateRange
from casus.resolve.earlier import BY_SYNTAX, OVER_DATES, earlier_by_syntax, is_kin, is_known
from casus.resolve.old_office import in_old_office

NEWS_DAYS = 14
GOING_ON_DAYS = 92
"""How long what began on a day may have gone on and still be news ("since June")."""
BACKGROUND_DAYS = 5 * 366
_UNTIL = frozenset({"until", "till", "to", "through"})
"""Before the day on which something is to end."""
_BESIDE = frozenset({"acl:relcl", "advcl:relcl", "acl"})
"""Clauses whose dates are their own ("veterans of the battle, which was fought 75 years ago")."""
_COURSES = frozenset({"operation", "raid", "search", "sweep", "patrol", "mission"})
"""What soldiers or police do for a while, and much else in the course of it."""
_CONTENT = frozenset({"ccomp", "xcomp", "obj", "acl", "nmod", "advcl"})
"""What words are about: its dates are not theirs ("condemned the killing of two men in May")."""


def layer_of_date(when: DateRange, published: date | None) -> Layer | None:
    """The layer a time expression puts an act in; None where it does not tell."""
    words = when.evidence.words.lower() if when.evidence else ""
    said = next((layer for layer, phrases in load_layers().dated.items() if any(p in words for p in phrases)), None)
    if said is not None:
        return said
    last = when.end or (when.start if when.precision != "period" else None)
    if when.precision == "bounded" or published is None or (when.start is None and when.end == published):
        return None
    if last is None:
        return "background" if when.start is not None and (published - when.start).days > GOING_ON_DAYS else None
    age = (published - last).days
    if when.precision in {"year", "period"} and when.start is not None and when.start.year == published.year:
        return "news" if when.precision == "year" and age < NEWS_DAYS else None
    return "news" if age <= NEWS_DAYS else "background" if age <= BACKGROUND_DAYS else "history"


@dataclass(frozen=True, slots=True)
class Layered:
    """A layer and what put the act in it."""

    layer: Layer
    reason: str


UNDATED = Layered("news", "nothing near it is dated")


def retold(claims: Sequence[Claim], trees: Mapping[int, Tree], layers: Mapping[str, Layered]) -> dict[str, Layered]:
    """Attacks told twice: what points back to an earlier one is as old, and what the news told first stays news."""
    out: dict[str, Layered] = {}
    told = sorted((c for c in claims if c.type == "ASSAULT" and c.certain and not c.heading), key=lambda c: (c.act.start, c.id))
    for k, claim in enumerate(told):
        layered, tree = layers[claim.id], trees[claim.sentence]
        kin = [out.get(c.id, layers[c.id]) for c in told[:k] if c.sentence < claim.sentence and is_kin(c.lemma, claim.lemma)]
        if layered == UNDATED and kin and kin[-1].layer != "news" and is_known(tree, _told_by(claim, tree)):
            out[claim.id] = Layered(kin[-1].layer, "it points back to an act of that layer")
        elif layered.reason in BY_SYNTAX and any(x.layer == "news" for x in kin):
            out[claim.id] = Layered("news", "the news told first of such an act")
    return out


def assign_layers(
    claims: Sequence[Claim], report: Report, sentences: Sequence[Sentence], dates: Mapping[int, Sequence[DateRange]]
) -> dict[str, Layered]:
    """The layer of each claim, by its id; the first ground that tells decides."""
    sections, told = _sections(sentences), day_of_telling(report)[0]
    trees = {i: Tree(sentences[i]) for i in {c.sentence for c in claims}}
    per_sentence = {i: _first(_of_main_clause(Tree(sentences[i]), found), told) for i, found in dates.items()}
    per_block = _before_in_block(sentences, per_sentence)
    per_section = _inherit(sections, sentences, per_sentence)
    out: dict[str, Layered] = {}
    opening = next((s.index for s in sentences if not s.heading), 0)
    for claim in claims:
        own = layer_of_date(claim.date, told) if claim.date is not None else None
        sentence = sentences[claim.sentence]
        tree = trees[claim.sentence]
        sign = earlier_by_syntax(claim, tree, _told_by(claim, tree))
        over: tuple[Layer | None, str] = sign if own == "news" and sign is not None and sign[1] in OVER_DATES else (None, "")
        past: Layer | None = "background" if own == "news" and claim.sentence > opening and _is_last_week(claim.date) else None
        near = _first(_within_reach(claim, tree, dates), told)
        lead = sections[claim.sentence] == min(sections)
        grounds: tuple[tuple[Layer | None, str], ...] = (
            over,
            (past, "of last week, not what the report opens with"),
            (own, "the date in the act's own words"),
            ("news" if _is_ongoing(claim, sentence) else None, "told as going on"),
            ("background" if _is_from_files(report, sentence) else None, "a picture from the files"),
            ("news" if _has_adverb(claim, tree, load_layers().of_late) else None, "told as of late"),
            ("background" if _is_since(claim, tree) else None, "what has gone on since it"),
            _not_newer(sign, near),
            (near, "the first telling date of its sentence"),
            (per_sentence.get(opening) if _is_within(tree, sentences[opening]) else None, "during what the report opens with"),
            (None if sentence.heading else per_block.get(claim.sentence), "the last date before it in its paragraph"),
            (None if lead or sentence.heading else per_section.get(sections[claim.sentence]), "the first date of its section"),
            ("background" if _has_adverb(claim, tree, load_layers().before) else None, "told as of an earlier time"),
            ("background" if any(in_old_office(p, report.text) for p in claim.actors) else None, "done in an office that has ended"),
        )
        out[claim.id] = next((Layered(layer, why) for layer, why in grounds if layer), UNDATED)
    return {**out, **retold(claims, trees, out)}


def _is_within(tree: Tree, opening: Sentence) -> bool:
    """ "As a result of the operation": told of as part of an operation that the report's first sentence tells."""
    lead = {t.lemma.lower() for t in opening.tokens}
    found = (i for i, t in enumerate(tree.tokens) if t.lemma.lower() in _COURSES & lead and t.upos == "NOUN")
    pointed = (i for i in found if any(tree.lemma(c) in {"the", "this"} for c in tree.children(i, "det")))
    return any(tree.case(i) in {"during", "in", "of"} for i in pointed)


def _not_newer(sign: tuple[Layer, str] | None, near: Layer | None) -> tuple[Layer | None, str]:
    """What syntax says of an act, where its sentence's date does not make it older still."""
    return (None, "") if sign is None or near == "history" else sign


def _is_last_week(when: DateRange | None) -> bool:
    """ "Last week": a week before the one of which a report tells."""
    return when is not None and when.evidence is not None and "last week" in when.evidence.words.lower()


def _is_ongoing(claim: Claim, sentence: Sentence) -> bool:
    """Whether the act is told as going on ("are marching")."""
    told = [i for i, t in enumerate(sentence.tokens) if claim.act.start <= t.start < claim.act.end and t.lemma.lower() == claim.lemma]
    return any(
        sentence.tokens[t.head].xpos == "VBG"
        and t.head in told
        and t.deprel == "aux"
        and t.text.lower() in {"is", "are", "'s", "'re", "’s", "’re"}
        for t in sentence.tokens
    )


def _told_by(claim: Claim, tree: Tree) -> list[int]:
    """The tokens that tell an act."""
    return [i for i, t in enumerate(tree.tokens) if claim.act.start <= t.start < claim.act.end and t.lemma.lower() == claim.lemma]


def _is_since(claim: Claim, tree: Tree) -> bool:
    """Whether an act is only told as the beginning of a time ("thousands were jailed since the army ousted him", "since the coup")."""
    return any(
        tree.lemma(c) == "since"
        for i in _told_by(claim, tree)
        for j in (i, *tree.ancestors(i))
        if tree.rel(j) in {"advcl", "obl", "nmod"}
        for c in tree.children(j, "mark", "case")
    )


def _is_from_files(report: Report, sentence: Sentence) -> bool:
    """ "FILE - Fighters take up positions": the caption of an old picture."""
    line = report.text[report.text.rfind("\n", 0, sentence.start) + 1 : sentence.start + 4].strip()
    return line.startswith("FILE")


def _has_adverb(claim: Claim, tree: Tree, adverbs: frozenset[str]) -> bool:
    return any(tree.tokens[c].text.lower() in adverbs for i in _told_by(claim, tree) for c in tree.children(i, "advmod"))


def _within_reach(claim: Claim, tree: Tree, dates: Mapping[int, Sequence[DateRange]]) -> list[DateRange]:
    """The dates of an act's sentence that may be its own: not those of a clause beside it, nor of what words are about."""
    told = _told_by(claim, tree)[:1]
    return [d for d in dates.get(claim.sentence, ()) if not told or _reaches(tree, d, told[0], verbal=claim.type in VERBAL)]


def _of_main_clause(tree: Tree, found: Sequence[DateRange]) -> list[DateRange]:
    """The dates that say when what a sentence tells first happened; none in the present tense, as captions are written."""
    root = next((i for i, t in enumerate(tree.tokens) if t.head < 0), None)
    if root is None or tree.sentence.heading:
        return list(found)
    if _is_caption(tree, root):
        return []
    return [d for d in found if _reaches(tree, d, root, verbal=False) and not _calls_an_event(tree, d)]


def _calls_an_event(tree: Tree, when: DateRange) -> bool:
    """ "Responsible for the January bombing": a date before an act's noun says which one is meant, and dates nothing else."""
    inside = [i for i, t in enumerate(tree.tokens) if when.evidence and when.evidence.start <= t.start < when.evidence.end]
    top = next((i for i in inside if tree.tokens[i].head not in inside), None)
    top = tree.tokens[top].head if top is not None and tree.rel(top) == "conj" else top  # "the January and May bombings"
    noun = tree.tokens[top].head if top is not None else -1
    if top is None or noun <= top or tree.lemma(noun) not in load_dates().happenings:
        return False
    return tree.rel(noun) in {"nmod", "obl"} and tree.case(noun) not in {"in", "during", "at", "on"}


def _is_caption(tree: Tree, root: int) -> bool:
    """ "FILE - Soldiers patrol a road, Feb. 11, 2016": pictures stand between paragraphs that they do not date."""
    return tree.tokens[root].xpos in {"VBZ", "VBP"} and not tree.children(root, "ccomp")


def _reaches(tree: Tree, when: DateRange, act: int, *, verbal: bool) -> bool:
    inside = [i for i, t in enumerate(tree.tokens) if when.evidence and when.evidence.start <= t.start < when.evidence.end]
    above = {act, *tree.ancestors(act)}
    top = next((i for i in inside if tree.tokens[i].head not in inside), None)
    if top is not None and any(tree.lemma(c) in _UNTIL for c in tree.children(top, "case", "mark")):
        return False
    if top is None or top in above:
        return True
    path = [top, *tree.ancestors(top)]
    below = path[: next((k for k, i in enumerate(path) if i in above), len(path))]
    if any(tree.rel(i) in _BESIDE for i in below):
        return False
    return not verbal or act not in path or not any(tree.rel(i) in _CONTENT for i in below)


def _first(found: Sequence[DateRange], published: date | None) -> Layer | None:
    """The layer of a sentence: its first expression that tells; something close by ("a few days later") is news."""
    for when in found:
        layer = layer_of_date(when, published)
        if layer is not None:
            return layer
        if when.precision == "period" and when.start is None and when.end is None and when.evidence is not None:
            words = when.evidence.words.lower()
            if any(unit in words for unit in ("day", "hour", "night", "morning", "week")):
                return "news"
    return None


def _sections(sentences: Sequence[Sentence]) -> list[int]:
    """The number of headings passed before each sentence."""
    out, passed, inside = [], 0, False
    for s in sentences:
        if s.heading and not inside:
            passed += 1
        inside = s.heading
        out.append(passed)
    return out


def _before_in_block(sentences: Sequence[Sentence], layers: Mapping[int, Layer | None]) -> dict[int, Layer]:
    """For each sentence the last layer told before it in its paragraph."""
    out: dict[int, Layer] = {}
    last: Layer | None = None
    block = -1
    for sentence in sentences:
        if sentence.paragraph != block:
            block, last = sentence.paragraph, None
        if last is not None:
            out[sentence.index] = last
        last = layers.get(sentence.index) or last
    return out


def _inherit(keys: Sequence[int], sentences: Sequence[Sentence], layers: Mapping[int, Layer | None]) -> dict[int, Layer]:
    """The first layer told in each paragraph or section."""
    out: dict[int, Layer] = {}
    for key, sentence in zip(keys, sentences, strict=True):
        layer = layers.get(sentence.index)
        if layer is not None and not sentence.heading:
            out.setdefault(key, layer)
    return out
