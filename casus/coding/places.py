"""Places a sentence names, as whole phrases with their relation, and which of them is where an act happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casus.codebook.countries import load_countries
from casus.codebook.names import key
from casus.codebook.place_words import load_place_words
from casus.codebook.places import Entry, Gazetteer, PlaceClass
from casus.coding.place_mention import PlaceMention, PlaceRole, SpatialRelation
from casus.coding.place_of_act import place_of_act
from casus.coding.place_phrases import patterns, phrase_around
from casus.model.text import Name, Report, Sentence

__all__ = ["PlaceMention", "PlaceRole", "SpatialRelation", "find_places", "place_of_act"]

LONGEST = 6
"""No gazetteer name of more tokens is looked for where the reader saw none."""

_COMPOUND = re.compile(
    r"\s?[-‐‑–]\s?(?:based|led|backed|born|controlled|run|held|occupied|sponsored|trained|made|style|funded|linked|allied|bound|educated|brokered|mediated|supported|aligned|affiliated|friendly|supplied|wide)\b"
)
_JOINER = re.compile(r"\s*(?:,|,?\s*(?:in|of)\s+(?:the\s+)?(?:[a-z]+(?:ern|west|east)\s+)?)\s*$")
_DATELINE = re.compile(r"[^a-z\n]{3,60}?(?:,\s[A-Z][\w. ]{2,30})?\s*(?:\([^)\n]{2,60}\)\s*)?(?:[-–—]{1,2}|\n|:\s)")


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of a place in the text, with the gazetteer's entries and the token range."""

    start: int
    end: int
    first: int
    last: int
    name: str
    entries: tuple[Entry, ...]


def find_places(report: Report, sentence: Sentence, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Every place the sentence names, in text order."""
    named = sorted(_named(report.text, sentence, gazetteer), key=lambda n: (n.start, -n.end))
    kept: list[_Named] = []
    for each in named:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    mentions = [_mention(report, sentence, each) for each in kept]
    mentions += _of_the_country(report, sentence)
    ordered = sorted(mentions, key=lambda m: (m.evidence.start, m.evidence.end))
    joined = _with_containers(report, gazetteer, _nested(report, gazetteer, ordered))
    return tuple(_without_overlaps(_pairs(report, sentence, joined)))


def _named(text: str, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[_Named]:
    taken: set[int] = set()
    for name in sentence.names:
        if name.kind in {"person", "organisation", "nationality"} and not _mistaken(text, sentence, gazetteer, name):
            taken.update(range(name.first, name.last))
    for name in sentence.names:
        if name.kind == "place" and not taken.intersection(range(name.first, name.last)):
            taken.update(range(name.first, name.last))
            yield from _as_read(text, sentence, gazetteer, name)
    yield from _in_gazetteer(text, sentence, gazetteer, taken)
    yield from _by_unit(text, sentence, gazetteer, taken)
    yield from _soil(text, sentence, gazetteer)


def _mistaken(text: str, sentence: Sentence, gazetteer: Gazetteer, name: Name) -> bool:
    """Whether a name the reader took for a person or a body is a place: "the city of Jos", a known town led by "in" or struck."""
    words, tokens, first = load_place_words(), sentence.tokens, name.first
    before = [t.lemma.lower() for t in tokens[max(first - 2, 0) : first]]
    if len(before) == 2 and before[1] == "of" and before[0] in words.units and words.units[before[0]] in {"town", "village", "adm1", "adm2"}:
        return True
    if not (entries := gazetteer.find(text[name.start : name.end])) or entries[0].iso3 in {"USA", "GBR", "CAN", "AUS", "NZL"}:
        return False
    top = next((i for i in range(first, name.last) if not first <= tokens[i].head < name.last), first)
    head = tokens[tokens[top].head].lemma.lower() if tokens[top].head >= 0 else ""
    led = bool(before) and before[-1] in {"in", "near", "inside", "outside", "at"}
    struck = tokens[top].deprel in {"obj", "nsubj:pass"} and head in words.strikes | words.takings
    return (led and entries[0].weight >= 3) or (struck and entries[0].weight >= 5 and name.last - first == 1)


def _as_read(text: str, sentence: Sentence, gazetteer: Gazetteer, name: Name) -> Iterator[_Named]:
    """A name the reader saw, without the words for its unit or side that the reader took in ("eastern Ghor province")."""
    tokens, first, last = sentence.tokens, name.first, name.last
    words = load_place_words()
    whole = text[tokens[first].start : tokens[last - 1].end]
    if not gazetteer.knows(whole):
        while first < last - 1 and tokens[first].text.lower() in words.sides | {"the"}:
            first += 1
        while last - 1 > first and (
            tokens[last - 1].text.lower() in words.units
            or tokens[last - 1].text.lower() in words.plurals
            or tokens[last - 1].text in {"'s", "’s"}
        ):
            last -= 1
    bare = text[tokens[first].start : tokens[last - 1].end]
    if (bare[:1].isupper() and bare.lower().strip(".") not in words.never and any(c.isalpha() for c in bare)) or (bare[:1] in {"‘", "'", "’"} and len(bare) > 2):
        yield _Named(tokens[first].start, tokens[last - 1].end, first, last, bare, gazetteer.find(bare))


def _in_gazetteer(text: str, sentence: Sentence, gazetteer: Gazetteer, taken: set[int]) -> Iterator[_Named]:
    """Capitalised words the reader took for no name, where the gazetteer knows them well or a preposition leads them."""
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        step = 1
        if i not in taken and tokens[i].text[:1].isupper() and tokens[i].upos in {"PROPN", "NOUN", "X"}:
            for n in range(min(LONGEST, len(tokens) - i), 0, -1):
                if taken.intersection(range(i, i + n)) or not tokens[i + n - 1].text[:1].isupper():
                    continue
                start, end = tokens[i].start, tokens[i + n - 1].end
                entries = gazetteer.find(text[start:end])
                if entries and text[start:end].lower().strip(".") not in load_place_words().never and _sure(sentence, i, n, entries):
                    taken.update(range(i, i + n))
                    yield _Named(start, end, i, i + n, text[start:end], entries)
                    step = n
                    break
        i += step


def _sure(sentence: Sentence, first: int, count: int, entries: tuple[Entry, ...]) -> bool:
    """Whether a gazetteer name the reader did not see may be taken for a place here."""
    tokens = sentence.tokens
    before = tokens[first - 1].lemma.lower() if first else ""
    beside = any(0 <= k < len(tokens) and tokens[k].upos == "PROPN" and tokens[k].text[:1].isupper() for k in (first - 1, first + count))
    if entries[0].kind in {"country", "region", "water"} or (count > 1 and entries[0].weight >= 3):
        return True
    words = load_place_words()
    led = before in words.inside | words.origin | words.destination | {"near", "outside"}
    named_unit = first + count < len(tokens) and tokens[first + count].text.lower() in words.units
    return named_unit or (not beside and tokens[first].upos == "PROPN" and (entries[0].weight >= 5 or led))


def _by_unit(text: str, sentence: Sentence, gazetteer: Gazetteer, taken: set[int]) -> Iterator[_Named]:
    """Names no gazetteer needs to know: "the village of X", "X district"."""
    words, tokens = load_place_words(), sentence.tokens
    for i, token in enumerate(tokens):
        if i in taken or not token.text[:1].isupper() or token.upos != "PROPN" or (i and i - 1 not in taken and _goes_on(sentence, i - 1)):
            continue
        last = i + 1
        while last < len(tokens) and last not in taken and _goes_on(sentence, last):
            last += 1
        after = tokens[last].text.lower() if last < len(tokens) else ""
        before = " ".join(t.text.lower() for t in tokens[max(i - 2, 0) : i])
        led = re.search(r"(\w+) of$", before)
        if (after in words.units and words.units[after] in {"adm1", "adm2", "town", "village", "camp"}) or (
            led and words.units.get(led[1]) in {"adm1", "adm2", "town", "village", "camp"}
        ):
            start, end = token.start, tokens[last - 1].end
            taken.update(range(i, last))
            yield _Named(start, end, i, last, text[start:end], gazetteer.find(text[start:end]))


def _goes_on(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.upos == "PROPN" and token.text[:1].isupper()


def _soil(text: str, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[_Named]:
    """ "Afghan territory", "the Pakistani border": a demonym before a word for land makes a country a place."""
    tokens, words, countries = sentence.tokens, load_place_words(), load_countries()
    for i in range(len(tokens) - 1):
        if tokens[i + 1].text.lower() in words.soil and (code := countries.demonym(tokens[i].text)):
            entry = gazetteer.country(code)
            if entry is not None:
                end = tokens[i].end if tokens[i + 1].text.lower() in words.borders else tokens[i + 1].end
                last = i + 1 if end == tokens[i].end else i + 2
                yield _Named(tokens[i].start, end, i, last, entry.name, (entry,))


def _mention(report: Report, sentence: Sentence, named: _Named) -> PlaceMention:
    phrase = phrase_around(report.text, named.start, named.end, sentence.start, sentence.end)
    first, last = _token_range(sentence, phrase.start, phrase.end, named)
    kind = phrase.kind or _kind_of(named.entries)
    return PlaceMention(
        report.evidence("place", phrase.start, phrase.end, "places:name"), named.name, first, last, _head(sentence, first, last), sentence.index,
        relation=phrase.relation, role=_role(report, sentence, named, phrase.start), kind=kind, unit=phrase.kind, within=phrase.within, side=phrase.side, known=bool(named.entries),  # type: ignore[arg-type]
    )  # fmt: skip


def _kind_of(entries: tuple[Entry, ...]) -> PlaceClass | None:
    """The class of a bare name: a country before all, a town before the unit of the same name."""
    kinds = [e.kind for e in entries]
    if not kinds or kinds[0] == "country":
        return kinds[0] if kinds else None
    return "town" if "town" in kinds[:3] and kinds[0] in {"adm1", "adm2"} else kinds[0]


def _token_range(sentence: Sentence, start: int, end: int, named: _Named) -> tuple[int, int]:
    inside = [i for i, t in enumerate(sentence.tokens) if t.start < end and start < t.end]
    return (inside[0], inside[-1] + 1) if inside else (named.first, named.last)


def _head(sentence: Sentence, first: int, last: int) -> int:
    """The token of the range whose head lies outside it, prepositions aside."""
    for i in range(first, min(last, len(sentence.tokens))):
        if not first <= sentence.tokens[i].head < last and sentence.tokens[i].deprel not in {"case", "punct", "cc", "det", "advmod"}:
            return i
    return max(last - 1, first)


def _role(report: Report, sentence: Sentence, named: _Named, start: int) -> PlaceRole:
    """Dateline, seat, origin or goal, by the words around; where it is otherwise."""
    text, words = report.text, load_place_words()
    if _COMPOUND.match(text, named.end):
        return "seat"
    if _in_dateline(report, sentence, named):
        return "dateline"
    before = re.search(r"([A-Za-z]+(?:\s+of)?|[A-Za-z]+\s+to)\s+(?:the\s+)?$", text[max(start - 24, sentence.start) : start])
    word = before[1].lower() if before else ""
    last_word = word.split()[-1] if word else ""
    if last_word in words.origin and text[max(start - 12, 0) : start].lower().find("far from") < 0:
        return "from"
    if last_word in words.destination and last_word != "for":
        return "to"
    return "where"


def _in_dateline(report: Report, sentence: Sentence, named: _Named) -> bool:
    """Whether the name stands before the dash of "KABUL, Afghanistan (Reuters) -"."""
    block = report.blocks[sentence.paragraph] if 0 <= sentence.paragraph < len(report.blocks) else None
    begin = block.start if block else sentence.start
    if named.start - begin > 80:
        return False
    head = report.text[begin : begin + 140]
    match = _DATELINE.match(head)
    return bool(match) and match is not None and named.end <= begin + match.end() and head[:3].isupper()


def _of_the_country(report: Report, sentence: Sentence) -> list[PlaceMention]:
    """ "The northwest of the country", "the country's east": a part of the country the report speaks of."""
    words = load_place_words()
    directions = "|".join(sorted(words.directions, key=len, reverse=True))
    sides = "|".join(sorted(words.sides, key=len, reverse=True))
    pattern = re.compile(
        rf"\bthe\s+(?P<side>{directions})\s+of\s+the\s+(?:country|nation)\b|\bthe\s+country[’']s\s+(?:restive\s+|far\s+|remote\s+)?(?P<side2>{directions}|(?:{sides})(?:\s+\w+)?)\b"
        rf"|\b(?P<side3>{sides})\s+parts?\s+of\s+the\s+country\b", re.IGNORECASE)  # fmt: skip
    out = []
    for match in pattern.finditer(report.text, sentence.start, sentence.end):
        inside = [i for i, t in enumerate(sentence.tokens) if t.start < match.end() and match.start() < t.end]
        if inside:
            side = match["side"] or match["side2"] or match["side3"]
            evidence = report.evidence("place", match.start(), match.end(), "places:the country")
            first, last = inside[0], inside[-1] + 1
            out.append(
                PlaceMention(
                    evidence,
                    "the country",
                    first,
                    last,
                    _head(sentence, first, last),
                    sentence.index,
                    "direction",
                    "where",
                    "country",
                    side=side.lower(),
                )
            )
    return out


def _nested(report: Report, gazetteer: Gazetteer, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """ "The West Bank town of Hebron" is Hebron, "Barmal district of Paktika" is Barmal: the narrower of two that share a unit word."""
    out: list[PlaceMention] = []
    for mention in mentions:
        before = out[-1] if out else None
        if before is None or mention.evidence.start >= before.evidence.end:
            out.append(mention)
            continue
        evidence = report.evidence("place", before.evidence.start, max(mention.evidence.end, before.evidence.end), mention.evidence.rule)
        if _contains(gazetteer, mention, before):
            within = (mention.name, *mention.within, *before.within)
            out[-1] = replace(before, evidence=evidence, last=mention.last, within=within)
        else:
            within = (*mention.within, before.name, *before.within)
            out[-1] = replace(mention, evidence=evidence, first=before.first, within=within, relation=before.relation, role=before.role)
    return out


def _with_containers(report: Report, gazetteer: Gazetteer, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """ "Barmal district of Paktika province", "Mir Ali, North Waziristan": the wider names become containers of the narrower."""
    out: list[PlaceMention] = []
    for mention in reversed(mentions):
        following = out[0] if out else None
        gap = report.text[mention.evidence.end : following.evidence.start] if following else ""
        if (
            following is not None
            and len(gap) < 30
            and _JOINER.match(gap)
            and _contains(gazetteer, following, mention)
            and following.relation in {"in", "direction"}
        ):
            within = (following.name, *following.within, *mention.within)
            mention = _spread(report, mention, following, within, swallow=gap.strip() in {",", "of"})
            if gap.strip() in {",", "of"}:
                out = out[1:]
        out.insert(0, mention)
    return out


_BREADTH = {"site": 0, "camp": 0, "village": 0, "town": 1, "adm2": 2, "adm1": 3, "region": 3, "water": 3, "country": 5, None: 1}


def _contains(gazetteer: Gazetteer, wide: PlaceMention, narrow: PlaceMention) -> bool:
    """Whether one name contains the other: by the gazetteer, or, for a name it lacks, by class."""
    wide_key = key(wide.name)
    entries = gazetteer.find(narrow.name)
    if any(wide_key in {key(p) for p in e.parents} for e in entries):
        return True
    country = wide.kind == "country" and any(e.iso3 == w.iso3 for e in entries for w in gazetteer.find(wide.name)[:1])
    return country or (_BREADTH[wide.kind] > _BREADTH[narrow.kind] and (not entries or narrow.kind in {"adm2", "village", "site", "camp"}))


def _spread(report: Report, mention: PlaceMention, following: PlaceMention, within: tuple[str, ...], *, swallow: bool) -> PlaceMention:
    end = following.evidence.end if swallow else mention.evidence.end
    evidence = report.evidence("place", mention.evidence.start, end, mention.evidence.rule)
    last = following.last if swallow else mention.last
    return replace(mention, evidence=evidence, last=last, within=within)


def _pairs(report: Report, sentence: Sentence, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """ "Between Goma and Sake", "the Afghanistan-Pakistan border", "the Goma-Sake road"."""
    out: list[PlaceMention] = []
    for mention in mentions:
        before = out[-1] if out else None
        joined = _pair(report, sentence, before, mention) if before is not None else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(mention)
    return out


def _pair(report: Report, sentence: Sentence, one: PlaceMention, two: PlaceMention) -> PlaceMention | None:
    text = report.text
    gap = text[one.evidence.end : two.evidence.start]
    between = patterns().between_before.search(text, max(one.evidence.start - 60, sentence.start), one.evidence.start)
    road = patterns().road_after.match(text, two.evidence.end, min(two.evidence.end + 20, sentence.end))
    relation: SpatialRelation
    start, end = one.evidence.start, two.evidence.end
    if between and re.fullmatch(r"\s+and\s+(?:the\s+)?", gap):
        start = between.start()
        relation = (
            "border"
            if re.search(r"border|frontier", text[max(start - 12, sentence.start) : one.evidence.start], re.IGNORECASE)
            else "between"
        )
    elif re.fullmatch(r"\s?[-–—/]\s?", gap) and (two.relation == "border" or road or two.kind in {"site", "region"}):
        relation = "border" if two.relation == "border" else "between"
        end = road.end(1) if road else end
    else:
        return None
    first, last = _token_range(sentence, start, end, _Named(start, end, one.first, two.last, "", ()))
    evidence = report.evidence("place", start, end, "places:pair")
    head = _head(sentence, first, last)
    return replace(one, evidence=evidence, first=first, last=last, head=head, relation=relation, unit=None, within=(), others=(two.name,))


def _without_overlaps(mentions: list[PlaceMention]) -> Iterator[PlaceMention]:
    end = -1
    for mention in mentions:
        if mention.evidence.start >= end:
            end = mention.evidence.end
            yield mention
