"""Where groups come from: the table is sound, shown by `casus actor`, and all parties to conflicts since 2000 are actors."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from casus import actors
from casus.cli.app import app
from casus.codebook.lineage import lineage, read_lineage
from casus.model.errors import CodebookError

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
NO_NAMES = ("AN", "Maidan", "Military faction")


def test_both_ends_of_every_line_are_actors_and_two_different_ones() -> None:
    table = actors.table()
    assert [x for x in read_lineage() if table.get(x.actor) is None or table.get(x.other) is None or x.actor == x.other] == []


def test_every_line_names_its_source() -> None:
    assert [x for x in read_lineage() if x.source != "casus" and not x.source.startswith("ucdp:")] == []


def test_who_split_from_a_group_is_not_part_of_it() -> None:
    table = actors.table()
    assert ("iswap", "split from", "boko-haram") in {(x.actor, x.kind, x.other) for x in lineage()["iswap"]}
    assert "boko-haram" not in table.parents("iswap")


def test_a_faction_belongs_to_its_group() -> None:
    assert "ltte" in actors.table().parents("ltte-k")


def test_the_history_is_shown_from_both_sides() -> None:
    run = CliRunner()
    assert "split from Hayat Tahrir al-Sham (hts) [2018-02-27]" in " ".join(run.invoke(app, ["actor", "Hurras al-Din"]).stdout.split())
    assert "split from it: Hurras al-Din (hurras-al-din)" in " ".join(run.invoke(app, ["actor", "Hayat Tahrir al-Sham"]).stdout.split())


def test_a_malformed_line_is_an_error_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "lineage.tsv"
    path.write_text("actor\tkind\tother\tstart\tend\tsource\na\tmarried\tb\t\t\tcasus\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="line 2"):
        read_lineage(path)


@pytest.mark.skipif(not (DATA / "analysis").is_dir(), reason="needs ../shared/data/analysis")
def test_all_who_fought_a_government_since_2000_are_actors() -> None:
    from training.actor_coverage import parties

    table = actors.table()
    assert sorted(name for name in parties(DATA) if not table.find(name) and not name.startswith(NO_NAMES)) == []


@pytest.mark.skipif(not (DATA / "analysis").is_dir(), reason="needs ../shared/data/analysis")
def test_most_ministers_of_countries_in_conflict_are_known() -> None:
    from training.actor_coverage import in_conflict, known

    table = actors.table()
    years = in_conflict(DATA, table)
    found = {kind: len(held) / len(years) for kind, held in known(table, years).items()}
    assert found["head"] > 0.98 and found["foreign"] > 0.88 and found["defence"] > 0.8
