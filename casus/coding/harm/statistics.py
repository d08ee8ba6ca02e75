"""Statistics: figures over a period, an area or a comparison. They are shown apart and never become a toll."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from casus.coding.dates.finding import date_of_act
from casus.coding.harm.losses import find_losses
from casus.coding.places.localities import load_localities
from casus.coding.scene import Scene
from casus.coding.speech.act import Speech
from casus.coding.syntax import Tree
from casus.model.quote import Statistic
from casus.model.text import Evidence
from casus.model.when import DateRange

_SPANNING = frozenset({"year", "period", "range", "month"})
_COMPARISONS = re.compile(r"\b(?:compared (?:to|with)|up from|down from|against|than in|from)\b", re.I)
_STRETCH = re.compile(
    r"\b(?:(?:in|over|during|within) the (?:last|past) (?:(?:\w+ )?(?:weeks|months?|years?))|in recent (?:weeks|months|years)"
    r"|(?:since|from) the (?:first|start|beginning) of (?:the|this) (?:week|month|year)"
    r"|for the (?:week|month|year|decade)\b"
    r"|th(?:is|e past) (?:week|month|year) alone|so far th(?:is|e) (?:week|month|year))\b", re.IGNORECASE,
)  # fmt: skip
"""Words for a stretch of time over which things are added up."""
_THE_NUMBER = re.compile(
    r"\bthe (?:total )?number of (?:[\w-]+ ){1,3}(?:killed|dead|deaths|murdered|injured|wounded|abducted|kidnapped|arrested)\b", re.I
)
_TIMES = frozenset({"day", "week", "month", "year", "start", "beginning", "first", "country", "kingdom", "state", "nation", "capital"})
"""Nouns beside harm that name no act: when and where it was."""
_SO_FAR = re.compile(r"\bso far (?:this|in)\b|\bthis (?:year|month|season) so far\b", re.I)
_LONG = 27
"""Days of a long time."""
_TWO_MONTHS = 58
_THIS_YEAR = re.compile(r"(?:in )?this year\b", re.IGNORECASE)
_MONTHS = re.compile(r"\b(?:months?|years?|decade)\b", re.IGNORECASE)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)", re.I)


def find_statistics(scene: Scene) -> tuple[Statistic, ...]:
    """The statistics of a sentence: percentages, harm counted over a period, and losses no event has a field for."""
    return (*_percentages(scene), *_period_totals(scene), *_losses(scene))


def is_period_total(scene: Scene) -> bool:
    """Whether the sentence counts over a long period or compares, so that its figures are statistics."""
    text = scene.report.text[scene.sentence.start : scene.sentence.end]
    shares = bool(_PERCENT.search(text)) and bool(_periods(scene.dates))
    if shares or _SO_FAR.search(text):
        return True
    return _since(scene.dates) or _since_clause(scene) or _over_a_year(scene) or _over_months(scene) or _over_a_stretch(scene, text)


def is_long(scene: Scene) -> bool:
    """Whether the sentence tells of a stretch of weeks, months or years: a single act seldom lasts so long."""
    published = scene.report.published
    since = [d.start for d in scene.dates if d.precision == "period" and d.start is not None and d.end is None]
    if _periods(scene.dates) or any(published is None or (published - start).days >= _LONG for start in since):
        return True
    text = scene.report.text[scene.sentence.start : scene.sentence.end]
    return _SO_FAR.search(text) is not None or any(_MONTHS.search(m[0]) for m in _STRETCH.finditer(text))


def says_the_number(scene: Scene) -> bool:
    """ "Puts the number of people killed in the past five years at 4,117"."""
    return _THE_NUMBER.search(scene.report.text, scene.sentence.start, scene.sentence.end) is not None


def _over_a_stretch(scene: Scene, text: str) -> bool:
    """ "Have captured 17 leaders in the last month", "two were killed this month alone": more than one person, and no single act."""
    found = _STRETCH.search(text)
    if found is None:
        return False
    tree, words = scene.tree, scene.book.harm
    many = [h for h in scene.harms if (h.number is not None and (h.number.best or 0) > 1) or h.befalls(tree, words) == "many"]
    summed = found[0].lower().startswith(("since", "so far", "for")) or found[0].lower().endswith("alone")
    return any(summed or not _is_one_act(tree, h.predicate) for h in many) or says_the_number(scene)


def _over_a_year(scene: Scene) -> bool:
    """ "In 2023, militants killed 444 soldiers": a whole year, no single act or doer, and no smaller place than a country."""
    if any(p.kind != "country" for p in scene.places):
        return False
    counted = [h for h in scene.harms if h.number is not None and not h.toll and h.kind in {"killed", "injured", "killed_or_injured"}]
    return any(_dated_by_year(scene, h.predicate) and not _is_one_act(scene.tree, h.predicate) for h in counted)


def _over_months(scene: Scene) -> bool:
    """ "From January to March, the group counted 512 people killed", "210 have been executed this year": several people, no single act."""
    spans = [d for d in _periods(scene.dates) if d.precision == "range" and d.start and d.end and (d.end - d.start).days >= _TWO_MONTHS]
    year = any(_THIS_YEAR.match(d.evidence.words) for d in scene.dates if d.evidence is not None)
    many = [h for h in scene.harms if h.number is not None and (h.number.best or 0) > 1 and not _is_one_act(scene.tree, h.predicate)]
    return any(spans or (year and _is_perfect(scene.tree, h.predicate)) for h in many)


def _is_perfect(tree: Tree, predicate: int) -> bool:
    return any(tree.tokens[a].text.lower() in {"have", "has"} for a in tree.children(predicate, "aux"))


def _dated_by_year(scene: Scene, predicate: int) -> bool:
    when = date_of_act(scene.sentence, predicate, scene.dates)
    return when is not None and when.precision == "year"


def _is_one_act(tree: Tree, predicate: int) -> bool:
    """Whether one doer or one act stands beside the harm ("a bomb", "in an attack", "the raid")."""
    agent = tree.agent(predicate)
    where = load_localities()
    placed = where.taken | where.named
    beside = [*([agent] if agent is not None else []), *(n for _, n in tree.preps(predicate) if tree.lemma(n) not in placed)]
    return any(
        tree.tokens[n].xpos in {"NN", "NNP"} and tree.lemma(n) not in _TIMES and tree.children(n, "det", "nmod:poss") for n in beside
    )


def _periods(dates: Sequence[DateRange]) -> list[DateRange]:
    return [d for d in dates if d.precision in _SPANNING and d.start and d.end and (d.end - d.start).days >= _LONG]


def _since_clause(scene: Scene) -> bool:
    """ "Since Russia invaded in February 2022, 13,000 civilians have been killed": the clause, dated, opens the period."""
    tree = scene.tree
    if any(h.number is not None and _until_now(tree, h.predicate) for h in scene.harms):
        return True
    for harm in scene.harms:
        for clause in tree.children(harm.predicate, "advcl") if harm.number is not None else ():
            spans = [(tree.tokens[j].start, tree.tokens[j].end) for j in tree.subtree(clause)]
            low, high = min(a for a, _ in spans), max(b for _, b in spans)
            dated = any(d.evidence is not None and low <= d.evidence.start < high and d.start is not None for d in scene.dates)
            if dated and any(tree.lemma(c) == "since" for c in tree.children(clause, "mark", "case", "advmod")):
                return True
    return False


def _until_now(tree: Tree, predicate: int) -> bool:
    """ "Tens of thousands have been killed since"."""
    return _is_perfect(tree, predicate) and any(tree.lemma(c) == "since" for c in tree.children(predicate, "advmod"))


def _since(dates: Sequence[DateRange]) -> bool:
    return any(d.precision == "period" and d.start is not None and d.end is None for d in dates)


def _percentages(scene: Scene) -> Iterator[Statistic]:
    text, base = scene.report.text, scene.sentence.start
    for found in _PERCENT.finditer(text, base, scene.sentence.end):
        evidence = scene.report.evidence("statistic", found.start(), found.end(), "percentage")
        yield _statistic(scene, float(found.group(1)), "%", _of(scene, found.start()), evidence)


def _period_totals(scene: Scene) -> Iterator[Statistic]:
    if not is_period_total(scene):
        return
    for harm in scene.harms:
        count = harm.count(scene.tree, scene.report, scene.book.harm)
        if count is None or harm.number is None or count.best is None:
            continue
        of = f"{harm.kind.replace('_', ' ')}: {count.who or 'people'}" + (" (part of the figure before)" if harm.part else "")
        evidence = count.evidence.as_field("statistic", "a figure over a period")
        yield _statistic(scene, float(count.best), "people", of, evidence, qualifier=count.qualifier)


def _losses(scene: Scene) -> Iterator[Statistic]:
    tree = scene.tree
    for loss in () if is_period_total(scene) else find_losses(scene):
        number, phrase = loss.number, loss.phrase
        last = max(number.last, phrase.last if phrase is not None and phrase.first <= number.first else 0)
        who = scene.report.text[slice(*tree.span(number.last, last))] if last > number.last else "people"
        value = number.best if number.best is not None else number.low
        if value is not None:
            evidence = scene.report.evidence("statistic", *tree.span(number.first, last), "a loss no event has a field for")
            yield _statistic(scene, float(value), loss.unit, f"{loss.became}: {who}", evidence, qualifier=number.qualifier)


def _statistic(scene: Scene, value: float, unit: str, of: str, evidence: Evidence, *, qualifier: str | None = None) -> Statistic:
    periods = [d.evidence.words for d in scene.dates if d.evidence is not None]
    source = _source(scene.tree, scene.speeches, scene)
    comparison = (
        periods[1] if len(periods) > 1 and _COMPARISONS.search(scene.report.text, scene.sentence.start, scene.sentence.end) else None
    )
    return Statistic(
        scene.report.id, scene.sentence.index, value, unit, of, evidence, periods[0] if periods else None, comparison, source, qualifier
    )


def _source(tree: Tree, speeches: Sequence[Speech], scene: Scene) -> str | None:
    named = [s.source for s in speeches if s.source is not None]
    if not named:
        return None
    return scene.report.text[slice(*tree.span(named[-1].first, named[-1].last))]


def _of(scene: Scene, start: int) -> str:
    """What a percentage is of: the noun phrase it stands in, or the sentence's words after it."""
    tree = scene.tree
    at = next((i for i, t in enumerate(tree.tokens) if t.start <= start < t.end), None)
    if at is None:
        return ""
    noun = next((a for a in (at, *tree.ancestors(at)) if tree.tokens[a].upos == "NOUN" and tree.tokens[a].text not in {"%", "percent"}), at)
    phrase = tree.phrase(noun)
    first = next(
        (
            i
            for i in range(phrase.first, phrase.last)
            if tree.tokens[i].start >= start + 1 and tree.tokens[i].text.lower() not in {"%", "percent", "per", "cent"}
        ),
        phrase.first,
    )
    return scene.report.text[slice(*tree.span(first, max(phrase.last, first + 1)))]
