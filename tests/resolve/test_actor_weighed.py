"""The score table of an identity: who else the words may mean, with what speaks for each; the best is who was taken."""

from __future__ import annotations

from datetime import date

import pytest

from casus.codebook.actors import load_actors
from casus.codebook.places import load_places
from casus.model.actor import Party
from casus.model.text import Block, Report
from casus.resolve.actor_scene import set_scene
from casus.resolve.actor_weighed import of_name
from casus.resolve.actors import ReportActors


def party(words: str, text: str, on: str = "2024-12-26") -> Party:
    report = Report("sha256:x", text, (Block(0, len(text), "paragraph"),), "weighed", published=date.fromisoformat(on))
    at = text.index(words)
    return ReportActors(report, (), load_actors()).party(Party(words, report.evidence("actor", at, at + len(words))))


TEXTS = [
    "Taliban fighters seized a post in Kandahar.", "Taliban militants attacked a convoy in Peshawar.", "The RSF shelled El Fasher in Sudan.",
    "The RSF published its index of press freedom in Paris.", "Congo accused M23 rebels near Goma.", "Congo signed a deal in Brazzaville.",
    "Maoist rebels killed three policemen in Chhattisgarh.", "The Taliban said nothing.", "Maoists attacked a village.",
    "Both Taliban groups denied it.", "The PLA Navy sailed past Taiwan.", "Police of Ghana detained a man.", "Hamas fired rockets.",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_who_is_taken_has_the_most_points(text: str) -> None:
    report = Report("sha256:x", text, (Block(0, len(text), "paragraph"),), "weighed", published=date(2024, 12, 26))
    scene = set_scene(report, (), load_actors(), load_places())
    for known in scene.mentions.known:
        readings = of_name(known, scene.chooser, scene.table)
        taken = scene.chooser.choose(known).actor
        assert readings and all(c.points == sum(w.points for w in c.weights) for c in readings)
        assert taken is None or (readings[0].id == taken.id and readings[0].points > max([0.0, *(c.points for c in readings[1:])]))
        assert taken is not None or len({c.points for c in readings[:2]}) == 1 or readings[0].points < 0


def test_namesakes_stand_with_what_speaks_for_each() -> None:
    first, second = party("The RSF", "The RSF shelled El Fasher in Sudan.").candidates
    assert (first.id, first.within) == ("rsf", ("Sudan",)) and {w.ground for w in first.weights} == {"sentence", "report"}
    assert (second.id, second.points) == ("rsf-ngo", 0.0)


def test_nobody_is_taken_where_two_have_the_same_points() -> None:
    found = party("Maoists", "Maoists attacked a village.")
    assert found.id is None and {c.points for c in found.candidates} == {0.0} and len(found.candidates) == 2


def test_the_only_one_of_a_name() -> None:
    (one,) = party("Hamas", "Hamas fired rockets.").candidates
    assert one.id == "hamas" and [(w.ground, w.words) for w in one.weights] == [("name", "its name")]


def test_a_little_known_group_without_its_country_is_weighed_and_not_taken() -> None:
    found = party("BDK", "The BDK attacked a post.")
    assert found.id is None and found.candidates[0].points < 0


def test_whom_a_rule_found_beside_the_name_stands_first_with_the_rule() -> None:
    found = party("Pakistani warplanes", "Pakistani warplanes bombed a village.")
    assert found.candidates[0].id == found.id == "pak-mil" and found.candidates[0].weights[0].ground == "of land"


def test_unidentified_gunmen_have_no_candidates() -> None:
    assert party("Unidentified gunmen", "Unidentified gunmen fired at a bus.").candidates == ()
