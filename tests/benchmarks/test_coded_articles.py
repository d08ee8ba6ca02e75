"""Keys of real articles hold no word of their text and give the coding back; each shipped key is of the text that was coded."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.article_key import coded_article, coded_articles, key_of
from benchmarks.article_texts import Article, article
from benchmarks.articles import NEEDS
from benchmarks.story_key import PARTS

SHARED = Path(__file__).resolve().parents[3] / "shared"
WIKINEWS = "unlabelled/wikinews_wikinews_2019.csv.gz"
TEXT = "Soldiers shot a farmer in Goma on Monday.\u2028The mayor said he\xa0died."
EVENT: dict[str, Any] = {
    "id": "a", "told": ["Soldiers shot a farmer", "he died"], "type": "ASSAULT", "modes": ["firearms"], "modes_may": [], "status": ["asserted"], "layer": ["news"],
    "actors": [["Soldiers", "Congolese army"]], "recipients": [["a farmer"]], "sources": [["The mayor"]], "date": "2019-03-04", "place": ["Goma"], "killed": 1,
}  # fmt: skip


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder of data with one article of Wikinews."""
    path = tmp_path / "data" / WIKINEWS
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8", newline="") as out:
        rows = csv.DictWriter(out, ["url", "date", "title", "text"])
        rows.writeheader()
        rows.writerow({"url": "", "date": "2019-03-06", "title": "Farmer shot", "text": TEXT})
    return tmp_path


@pytest.fixture
def key(shared: Path, tmp_path: Path) -> Path:
    """The key of that article, with one event."""
    path = tmp_path / "w01.yaml"
    path.write_text(yaml.safe_dump(key_of(WIKINEWS, "0", article(shared, WIKINEWS, "0"), [EVENT])), encoding="utf-8")
    return path


def test_a_key_gives_the_coding_back(shared: Path, key: Path) -> None:
    found = coded_article(key, shared)
    (coded,) = found.events
    assert [found.report.text[a:b] for a, b in coded.told] == ["Soldiers shot a farmer", "he died"]
    assert coded.parties["actors"] == ((("Soldiers", "Congolese army"),), ())
    assert coded.parties["sources"] == ((("The mayor",),), ())
    assert (coded.places, coded.figures["killed"], coded.date) == (("Goma",), (1,), ("2019-03-04", "2019-03-04"))


def test_a_key_holds_no_word_of_the_text(key: Path) -> None:
    written = key.read_text(encoding="utf-8")
    assert [w for w in ("Soldiers", "farmer", "mayor", "Goma", "died") if w in written] == []
    assert "Congolese army" in written


def test_another_text_is_refused(shared: Path, key: Path) -> None:
    key.write_text(key.read_text(encoding="utf-8").replace("text: ", "text: 0"), encoding="utf-8")
    with pytest.raises(ValueError, match="not the text that was coded"):
        coded_article(key, shared)


def test_sentences_of_one_article_become_its_text(tmp_path: Path) -> None:
    path = tmp_path / "data" / "acts" / "m2e2_voa_train.jsonl.gz"
    path.parent.mkdir(parents=True)
    told = ["Two Towns Fall in a Day -GOMA — -Rebels took two towns", "“We fled,” a nurse said"]
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({"sentence_id": f"VOA_EN_NW_2016.02.03.77_{n}", "sentence": told[n]}) + "\n" for n in (1, 0))
    found = article(tmp_path, "acts/m2e2_voa_train.jsonl.gz", "VOA_EN_NW_2016.02.03.77")
    assert found == Article("GOMA — -Rebels took two towns.\n\n“We fled,” a nurse said.", "2016-02-03", "Two Towns Fall in a Day", "VOA")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.skipif(not all((SHARED / need).exists() for need in NEEDS), reason="needs ../shared/data: the articles that were coded")
def test_each_shipped_key_is_of_the_text_that_was_coded(part: str) -> None:
    assert len(coded_articles(part, SHARED)) >= 20
