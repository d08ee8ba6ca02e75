"""Actors: country and sector of short phrases, and which namesake a mention means. Development scores, not a sealed test.

    python -m benchmarks.actors [--shared ../shared] [--misses]

Reads actors/actor_phrase_cases.jsonl (the test phrases of NGEC: expected country and sector) and seed/ (a hand-coded text
with 41 mentions of one shared name). Prints a line and stops where the data is absent. Nothing of the data is kept.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.board import Score
from casus.codebook.actors import ActorTable, load_actors
from casus.model.text import Block, Report
from casus.pipeline import Tools
from casus.resolve.actors import Identity, ReportActors

NAME = "actors"
NEEDS = ("data/actors/actor_phrase_cases.jsonl", "data/seed/afpak-2024-12-26.txt")

# The kinds of casus.model.actor in NGEC's sectors; where NGEC divides what we do not, each part counts.
SECTORS: Mapping[str, frozenset[str]] = {
    kind: frozenset(sectors.split())
    for kind, sectors in {
        "state": "GOV PRE", "government": "GOV LEG JUD PRE", "military": "MIL", "police": "COP", "intelligence": "SPY MIL",
        "armed-group": "REB UAF PRM CRM", "militia": "PRM UAF CRM REB", "unnamed-armed": "UAF REB CRM", "party": "PTY OPP LEG",
        "igo": "IGO GOV LEG JUD HLH", "ngo": "NGO CVL LAB", "media": "JRN MED", "institute": "EDU", "company": "BUS",
        "civilians": "CVL UNK REL EDU BUS AGR LAB MED REF BUD",
        "person": "GOV ELI LEG PTY MIL REB", "collective": "UNK", "unknown": "UNK CVL",
    }.items()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One phrase with what is expected of it; None = not asked, "" = none."""

    phrase: str
    context: str
    on: date | None
    country: str | None
    sector: str | None


def phrase_cases(path: Path) -> Iterator[Case]:
    """The usable cases: a phrase given in words and a country or a sector expected."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        call, expect = record["call"], record["expect"]
        if call is None or call["fn"] not in ("agent_to_code", "short_text_to_agent", "search_nat") or not isinstance(call["args"][0], str):
            continue
        if call["args"][0].startswith("d["):
            continue
        country = _expected(expect, "code['country']", "cc")
        sector = _expected(expect, "code['code_1']")
        if country is not None or sector is not None:
            args = [*call["args"], "", ""]
            yield Case(args[0], args[1] or "", _day(call["kwargs"].get("query_date") or args[2]), country, sector)


def _expected(expect: Mapping[str, str], *names: str) -> str | None:
    value = next((expect[n] for n in names if n in expect), None)
    return None if value is None else str(ast.literal_eval(value))


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", text) else date(2022, 5, 1)


def identify(case: Case, table: ActorTable) -> Identity:
    """Who the phrase means, with its context after it as a second sentence."""
    text = f"{case.phrase}\n{case.context}" if case.context else case.phrase
    blocks = (Block(0, len(case.phrase), "paragraph"),)
    report = Report("sha256:x", text, blocks, "phrase", published=case.on)
    return ReportActors(report, (), table).identify(0, len(case.phrase))


def score_phrases(path: Path, table: ActorTable, *, misses: bool) -> dict[str, float]:
    """Shares of right countries and sectors."""
    right, asked = {"country": 0, "sector": 0}, {"country": 0, "sector": 0}
    for case in phrase_cases(path):
        who = identify(case, table)
        found = _country(who)
        for name, expected, good in (
            ("country", case.country, found == case.country),
            ("sector", case.sector, case.sector in SECTORS[who.kind] or (case.sector == "" and who.kind == "state")),
        ):
            if expected is not None:
                asked[name] += 1
                right[name] += good
                if misses and not good:
                    print(f"  {name}: {case.phrase!r} expected {expected!r}, got {who.kind} {who.country} ({who.reason})")
    return {name: right[name] / asked[name] for name in asked} | {f"{name}s asked": asked[name] for name in asked}


def _country(who: Identity) -> str:
    """Our country in NGEC's codes: the UN and the EU have codes of their own, other bodies of several states "IGO"."""
    family = {i for i in (who.id, *who.parents) if i}
    if who.kind == "igo" and who.country is None:
        return "UNO" if "un" in family and who.id != "un" else "EUR" if "eu" in family else "IGO"
    return who.country or ""


def score_namesakes(folder: Path, table: ActorTable) -> tuple[int, int]:
    """Of the mentions of "Taliban" in the hand-coded text, how many get the actor its coders say; section 2 of its coding."""
    text = (folder / "afpak-2024-12-26.txt").read_text(encoding="utf-8")
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    blocks = tuple(Block(a, b - 1, "paragraph") for a, b in zip(starts, [*starts[1:], len(text) + 1], strict=True) if b - 1 > a)
    actors = ReportActors(Report("sha256:x", text, blocks, "seed", published=date(2024, 12, 26)), (), table)
    mentions = list(re.finditer("taliban", text, re.IGNORECASE))
    return sum(actors.identify(m.start(), m.end()).id == _coded(text, m.start()) for m in mentions), len(mentions)


def _coded(text: str, at: int) -> str:
    before = text[max(at - 40, 0) : at].lower()
    line = text.count("\n", 0, at) + 1
    if re.search(r"tehr\w+-[ei]-$|pakistani $", before):
        return "ttp"
    together = line == 25 or before.endswith("dual-") or (line == 11 and "challenge" in before)
    return "taliban-umbrella" if together else "afg-taliban"


def scores(shared: Path, tools: Tools, limit: int | None) -> Iterator[Score]:
    """Countries and sectors of phrases, and namesakes; always the whole."""
    del limit
    found = score_phrases(shared / NEEDS[0], tools.book.actors, misses=False)
    for name in ("country", "sector"):
        yield Score("NGEC phrases", name, found[name], int(found[f"{name}s asked"]), note="actor of a short phrase")
    right, total = score_namesakes(shared / "data" / "seed", tools.book.actors)
    yield Score("seed", "namesakes", right / total, total, note="which Taliban a mention means")


def main() -> None:
    """Print the scores, or why there are none."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    data = options.shared / "data"
    if not (data / "actors" / "actor_phrase_cases.jsonl").is_file():
        print(f"actors: skipped, no data at {data}")
        return
    table = load_actors()
    for name, value in score_phrases(data / "actors" / "actor_phrase_cases.jsonl", table, misses=options.misses).items():
        print(f"phrases, {name}: {value:.3f}" if isinstance(value, float) else f"phrases, {name}: {value}")
    right, total = score_namesakes(data / "seed", table)
    print(f"namesakes: {right} of {total}")


if __name__ == "__main__":
    main()
