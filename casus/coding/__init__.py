"""Coding: the sentences of one report into claims, quotes and statistics, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from casus.codebook import Codebook
from casus.coding.acts.elsewhere import genre_of, words_of
from casus.coding.acts.means_beside import with_means_beside
from casus.coding.claims import Told, claims_of
from casus.coding.harm.statistics import find_statistics
from casus.coding.harm.sums import with_sums
from casus.coding.harm.unharmed import with_unharmed
from casus.coding.item_heads import with_item_heads
from casus.coding.items import with_items
from casus.coding.mending.harm import mend_harm
from casus.coding.mending.sayings import mend
from casus.coding.mending.towns import mend_towns
from casus.coding.places.mention import PlaceMention
from casus.coding.places.pointing import point_back
from casus.coding.reasons import told_reasons
from casus.coding.roles.answers import with_answers
from casus.coding.scene import set_scene
from casus.coding.speech.accounts import Account, find_accounts
from casus.coding.speech.between import hold_between
from casus.coding.speech.cut_outlets import with_cut_outlets
from casus.coding.speech.cut_speakers import find_cut_speakers
from casus.coding.speech.denials import Denial, find_denials, is_doubt
from casus.coding.speech.documents import with_document_owners
from casus.coding.speech.introduced import with_introductions
from casus.coding.speech.item_outlets import with_item_outlets
from casus.coding.speech.links import find_speeches
from casus.coding.speech.quotations import covering, find_quotations
from casus.coding.speech.quotes import SpokenSentence, find_quotes, unknown_speaker
from casus.coding.speech.silences import Silence, find_silences
from casus.coding.speech.sources import make_source
from casus.coding.speech.tellers import Teller, carry_accounts, find_tellers
from casus.coding.speech.whole_texts import with_whole_texts
from casus.coding.syntax import Tree
from casus.coding.tellings import with_tellings
from casus.coding.ties import Tie, find_ties
from casus.model.claim import Claim, Source
from casus.model.quote import Quote, Statistic
from casus.model.reason import GivenReason
from casus.model.text import Report, Sentence
from casus.model.when import DateRange
from casus.tell.tellings import Tellings


@dataclass(frozen=True, slots=True)
class Coded:
    """What the coder made of a report; names, places and layers are not yet resolved."""

    told: tuple[Told, ...]
    quotes: tuple[Quote, ...]
    statistics: tuple[Statistic, ...]
    ties: tuple[Tie, ...]
    denials: tuple[Denial, ...]
    dates: Mapping[int, tuple[DateRange, ...]]
    tellers: tuple[Teller, ...] = ()
    doubts: tuple[int, ...] = ()
    voices: tuple[Source, ...] = ()
    """Everybody said to speak, whether or not a claim rests on it; no pronouns."""
    reasons: tuple[GivenReason, ...] = ()
    places: Mapping[int, tuple[PlaceMention, ...]] = field(default_factory=dict)
    """What each sentence names, by its number."""
    silences: tuple[Silence, ...] = ()
    accounts: tuple[Account, ...] = ()


def _voices(report: Report, spoken: SpokenSentence, book: Codebook) -> Iterator[Source]:
    tree = spoken.tree
    for speech in spoken.speeches:
        if speech.source is not None and tree.tokens[speech.source.head].upos != "PRON":
            yield make_source(report, tree, speech, book.actors)


def code(report: Report, sentences: Sequence[Sentence], book: Codebook, tellings: Tellings) -> Coded:
    """Code one report. Pure: the same report, sentences, codebook and tellings give the same result."""
    coded = code_by_rule(report, sentences, book)
    return replace(coded, told=with_tellings(coded.told, sentences, tellings))


def code_by_rule(report: Report, sentences: Sequence[Sentence], book: Codebook) -> Coded:
    """What the rules make of a report before its tellings are asked."""
    quotations = find_quotations(report)
    sentences = [mend_towns(mend_harm(mend(s, book.speech), book.harm), book) for s in sentences]
    trees = [Tree(s) for s in sentences]
    spoken = [SpokenSentence(s, t, find_speeches(t, book.speech, _near(quotations, s))) for s, t in zip(sentences, trees, strict=True)]
    quotes, speakers = find_quotes(report, spoken, quotations, book)
    genre = genre_of(trees, report.title)
    scenes = [
        set_scene(report, s.sentence, s.tree, s.speeches, book, beside=b, genre=genre) for s, b in zip(spoken, _beside(spoken), strict=True)
    ]
    pointed = point_back(report, [s.sentence for s in scenes], [s.places for s in scenes])
    scenes = [replace(s, places=p) for s, p in zip(scenes, pointed, strict=True)]
    tellers = tuple(t for s in scenes for t in find_tellers(s) if not _is_quoted(t, quotations))
    cut = find_cut_speakers(scenes)
    tellers = cut.tellers(tellers)
    told = cut.told([_as_quoted(report, t, quotations, speakers) for scene in scenes for t in with_sums(claims_of(scene), scene)])
    told = hold_between(carry_accounts(with_cut_outlets(told, scenes), tellers, scenes), tellers, scenes)
    told = with_whole_texts(with_item_outlets(told, scenes, tellers), scenes)
    told = with_introductions(with_document_owners(told, scenes), scenes)
    told = with_items(with_item_heads(told, scenes, report), scenes, report)
    told = with_means_beside(with_unharmed(with_answers(told, scenes), scenes), scenes)
    return Coded(
        tuple(told), quotes, tuple(x for s in scenes for x in find_statistics(s)), tuple(t for s in scenes for t in find_ties(s)),
        tuple(d for s in scenes for d in find_denials(s)), {s.sentence.index: s.dates for s in scenes},
        tellers, tuple(s.sentence.index for s in scenes if is_doubt(s)), tuple(v for s in spoken for v in _voices(report, s, book)),
        tuple(r for s in scenes if not s.sentence.heading for r in told_reasons(s)), {s.sentence.index: tuple(s.places) for s in scenes},
        tuple(x for s in scenes for x in find_silences(s)),
        tuple(x for s in scenes for x in find_accounts(s) if not _is_quoted(x, quotations)),
    )  # fmt: skip


def _beside(spoken: Sequence[SpokenSentence]) -> list[frozenset[str]]:
    """For each sentence the words of the one before and the one after it in its paragraph."""
    words = [words_of(s.tree) for s in spoken]
    near = [
        [words[j] for j in (i - 1, i + 1) if 0 <= j < len(spoken) and spoken[j].sentence.paragraph == s.sentence.paragraph]
        for i, s in enumerate(spoken)
    ]
    return [frozenset().union(*found) for found in near]


def _is_quoted(teller: Teller | Account, quotations) -> bool:  # type: ignore[no-untyped-def]
    """Whether somebody is told of only inside another's words: no pronoun outside them means him."""
    words = teller.source.evidence
    return covering(quotations, words.start, words.end) is not None


def _near(quotations, sentence: Sentence):  # type: ignore[no-untyped-def]
    return [q for q in quotations if q.start < sentence.end and sentence.start < q.end]


def _as_quoted(report: Report, told: Told, quotations, speakers: Mapping[int, Source]) -> Told:  # type: ignore[no-untyped-def]
    """An act told inside a quotation is its speaker's, even where the sentence names no speaker."""
    claim: Claim = told.claim
    quotation = covering(quotations, claim.act.start, claim.act.end)
    if quotation is None or claim.sources:
        return told
    clause = any(quotation.start <= p.evidence.start < quotation.end for p in claim.actors)
    source = speakers.get(quotation.start) or unknown_speaker(report, quotation, clause=clause)
    if source is None:
        return told
    status = "attributed" if claim.status == "asserted" else claim.status
    spoken = replace(claim, sources=(source,), status=status)
    return replace(told, claim=spoken.because("status", f"inside a quotation of {source.name}"))
