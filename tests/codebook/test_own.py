"""A codebook of one's own: what a folder may hold, words added to lists, places added to the gazetteer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casus.codebook import codebook_hash, load_codebook
from casus.codebook.harm import load_harm
from casus.codebook.own import Own, read_own
from casus.codebook.own_places import COLUMNS
from casus.codebook.places import Gazetteer, load_places
from casus.codebook.speech import load_speech
from casus.model.errors import CodebookError


def one(name: str, text: str) -> Own:
    return Own("mine", ((name, text),))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("speach.yaml", "mine/speach.yaml: no file of a codebook; did you mean speech.yaml"),
        ("acts/mine.yml", "acts/mine.yml: no file of a codebook"),
        ("notes.txt", "a codebook folder holds acts/*.yaml, actors.tsv"),
        ("README.md", "nothing of a codebook is in it"),
    ],
)
def test_what_no_codebook_holds_is_refused(tmp_path: Path, name: str, says: str) -> None:
    path = tmp_path / "mine" / name
    path.parent.mkdir(parents=True)
    path.write_text("words", encoding="utf-8")
    with pytest.raises(CodebookError, match=re.escape(says)):
        read_own(tmp_path / "mine")


def test_no_folder_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="no such folder"):
        read_own(tmp_path / "absent")


def test_words_join_the_shipped_ones() -> None:
    words = load_speech(one("speech.yaml", "verbs: {asserts: [opine], denies: [pooh]}\nsources: {witness: [passer]}\n"))
    assert (words.verbs["opine"], words.verbs["pooh"], words.verbs["say"], words.capacities["passer"]) == ("asserts", "denies", "asserts", "witness")
    assert load_harm(one("harm.yaml", "verbs: {killed: [unalive]}")).verbs["unalive"] == "killed"


def test_a_word_leaves_the_list_it_stood_in() -> None:
    assert load_speech().verbs["claim"] == "asserts"
    assert load_speech(one("speech.yaml", "verbs: {hedges: claim}")).verbs["claim"] == "hedges"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("verb: {asserts: [opine]}", "mine/speech.yaml, verb: no section of this file; did you mean verbs?"),
        ("verbs: {assert: [opine]}", "mine/speech.yaml, verbs, assert: no such name; did you mean asserts?"),
        ("verbs: [opine]", "verbs: write the words under a name"),
        ("verbs: {asserts: [7]}", "verbs, asserts: 7 is no word; put it in quotation marks"),
        ("verbs: {asserts: }", "write a list of words"),
        ("verb_phrases: {asserts: ['> with']}", "cannot read the entry"),
        ("- opine", "lists of words are expected"),
        ("verbs: {", "mine/speech.yaml, line 2: not valid YAML"),
    ],
)
def test_a_mistake_in_a_list_names_file_and_key(text: str, says: str) -> None:
    with pytest.raises(CodebookError, match=re.escape(says)):
        load_speech(one("speech.yaml", text))


def places(*rows: str) -> Gazetteer:
    return load_places(own=one("places.tsv", "\n".join(["\t".join(COLUMNS), *rows])))


def test_a_place_of_ones_own_is_found_by_all_its_names() -> None:
    gazetteer = places("zarabad\tZarabad\tvillage\tWana; South Waziristan\tPAK\t32.31\t69.6\t900\tZara Abad")
    (found,) = gazetteer.find("Zara Abad")
    assert (found.id, found.parents, found.lat, found.source) == (
        "own:zarabad", ("Wana", "South Waziristan", "Pakistan"), 32.31, "the user's own table (places.tsv)",
    )  # fmt: skip
    assert gazetteer.begins("Zara") and gazetteer.find("Wana") == load_places().find("Wana")
    assert not load_places().find("Zarabad")


def test_a_line_of_the_gazetteer_can_be_corrected() -> None:
    shipped = load_places().find("Wana")[0]
    better = places(f"{shipped.id}\tWana\ttown\tSouth Waziristan\tPAK\t32.5\t69.5").find("Wana")[0]
    assert (better.id, better.kind, better.lat, better.own, better.weight) == (shipped.id, "town", 32.5, True, shipped.weight)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("zara\tZarabad\tvillage\t\tPAX", "mine/places.tsv, line 2: country 'PAX'"),
        ("zara\tZarabad\thamlet\t\tPAK", "kind 'hamlet' is none of"),
        ("zara\tZarabad\tvillage\t\tPAK\t32,3\t69", "lat '32,3' is no number"),
        ("zara\tZarabad\tvillage\t\tPAK\t132.3\t69", "132.3 69 is no point"),
        ("geonames:0\tZarabad\tvillage\t\tPAK", "'geonames:0' is no id of the gazetteer"),
        ("zara\t\tvillage\t\tPAK", "zara has no name"),
        ("wana\tWana\tvillage\tSouth Waziristan\tPAK", "stands in the gazetteer already; to correct it write its id, geonames:"),
        ("zara\tZarabad\tvillage\t\tPAK\nzara\tZarghun\tvillage\t\tPAK", "line 3: the id 'zara' stands in a row above"),
    ],
)
def test_a_mistake_in_a_place_names_the_line(row: str, says: str) -> None:
    with pytest.raises(CodebookError, match=re.escape(says)):
        places(row)


def test_the_hash_tells_the_codebook() -> None:
    own = one("speech.yaml", "verbs: {asserts: [opine]}")
    assert load_codebook(own).sha256 == codebook_hash(own) != codebook_hash()
    assert codebook_hash(Own("elsewhere", own.files)) == codebook_hash(own)
