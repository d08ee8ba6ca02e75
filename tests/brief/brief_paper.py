"""Building reports, claims and events from plain sentences, with a finger on the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casus.model.actor import Party
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.event import Event, Merge
from casus.model.text import Block, Evidence, Repair, Report, identify


@dataclass(frozen=True, slots=True)
class Paper:
    """A report under construction, with a finger on its words."""

    report: Report
    sentences: tuple[tuple[int, int], ...]

    def words(self, words: str, field: str = "act", nth: int = 0) -> Evidence:
        at = -1
        for _ in range(nth + 1):
            at = self.report.text.index(words, at + 1)
        return self.report.evidence(field, at, at + len(words))

    def sentence(self, evidence: Evidence) -> int:
        return max(i for i, (start, _) in enumerate(self.sentences) if start <= evidence.start)

    def party(self, words: str, name: str, *, key: str | None = None, kind: str = "unknown", suspected: bool = False) -> Party:
        reason = "named in the codebook" if key else "as written"
        return Party(name, self.words(words), kind=kind, id=key, reason=reason, suspected=suspected)  # type: ignore[arg-type]

    def source(self, words: str, name: str, *, capacity: str, verb: str = "said", stance: str = "asserts") -> Source:
        return Source(name, capacity, verb, stance, self.words(words))  # type: ignore[arg-type]

    def count(self, words: str, low: int | None, best: int | None, high: int | None, **more: str) -> Count:
        return Count(low, best, high, self.words(words), **more)

    def claim(self, act: str, kind: str, status: str, **more: object) -> Claim:
        words = self.words(act)
        modes = more.pop("modes", ())
        return Claim(self.report.id, self.sentence(words), kind, modes, words, status, **more)  # type: ignore[arg-type]


def paper(
    parts: list[tuple[str, list[str]]],
    *,
    publisher: str | None,
    published: date | None,
    url: str | None = None,
    title: str | None = None,
    repairs: tuple[Repair, ...] = (),
) -> Paper:
    """Lay out blocks of sentences as a report."""
    text, blocks, sentences = "", [], []
    for kind, lines in parts:
        start = len(text)
        for line in lines:
            sentences.append((len(text), len(text) + len(line)))
            text += line + " "
        text = text[:-1]
        blocks.append(Block(start, len(text), kind))  # type: ignore[arg-type]
        text += "\n\n"
    text = text.rstrip("\n")
    title = parts[0][1][0] if title is None and parts[0][0] == "title" else title
    key = identify(text, title=title, publisher=publisher, url=url, published=published)
    report = Report(
        id=key,
        text=text,
        blocks=tuple(blocks),
        source=f"{publisher or 'pasted'}.txt",
        title=title,
        author="Ana Okoro",
        publisher=publisher,
        url=url,
        published=published,
        published_basis="byline" if published else None,
        raw_sha256="ab" * 32,
        repairs=repairs,
    )
    return Paper(report, tuple(sentences))


def event(claims: list[Claim], **more: object) -> Event:
    """Fold claims into an event, the first claim giving what is not said otherwise."""
    first = claims[0]
    base: dict[str, object] = {
        "id": f"ev-{first.id}", "type": first.type, "modes": first.modes, "actors": first.actors,
        "recipients": first.recipients, "date": first.date, "place": first.place, "status": first.status,
        "layer": first.layer, "aggregate": first.aggregate, "certain": first.certain,
        "sources": tuple(dict.fromkeys(s for c in claims for s in c.sources)), "claims": tuple(claims), "contested": (),
        "merge": Merge(1.0, ()),
    }  # fmt: skip
    for name in ("killed", "injured", "killed_or_injured", "captured", "size"):
        base[name] = getattr(first, name)
    return Event(**{**base, **more})  # type: ignore[arg-type]
