"""Why a value is what it is, as the page tells it."""

from __future__ import annotations

from datetime import date

from casus.brief.why import Other, of_date, of_party, of_place
from casus.codebook.actors import load_actors
from casus.model.actor import Party
from casus.model.candidate import Candidate, Weight
from casus.model.place import Place
from casus.model.text import Evidence
from casus.model.when import DateRange


def words(field: str, text: str) -> Evidence:
    return Evidence(field, "r", 0, len(text), text)


def test_a_place_tells_its_candidates_with_their_points() -> None:
    taken = Candidate("g:1", "Wana", ("Pakistan",), 7.25, (Weight("story", 4.0), Weight("size", 3.25)))
    other = Candidate("g:2", "Wana", ("Mali",), -2.0, (Weight("story", -6.0),))
    place = Place(
        "Wana", words("place", "Wana"), "g:1", ("Pakistan",), 32.3, 69.57, 1, 1, "the report speaks of Pakistan", "PAK", (taken, other)
    )
    why = of_place(place)
    assert (why.reason, why.precision) == ("the report speaks of Pakistan", "UCDP 1, ACLED 1; 32.30 69.57; g:1")
    assert why.others == (Other("Wana, Pakistan", "7.2", "story +4.0, size +3.2", chosen=True), Other("Wana, Mali", "-2.0", "story -6.0"))


def test_a_place_without_a_line_says_so() -> None:
    why = of_place(Place("Zorab", words("place", "Zorab"), reason="not in the gazetteer"))
    assert why.precision == "no precision; no point; no line of the gazetteer"


def test_a_date_tells_how_it_was_reckoned_and_how_precise_it_is() -> None:
    day = date(2024, 12, 24)
    assert (
        of_date(DateRange(day, day, "day", "weekday before publication", words("date", "on Tuesday"))).precision == "day; UCDP 1, ACLED 1"
    )
    since = of_date(DateRange(day, None, "period", "from then on", words("date", "since Tuesday")))
    assert (since.reason, since.precision) == ("from then on", "period; 2024-12-24 to open")


def test_an_actor_tells_who_else_has_the_name() -> None:
    party = Party("Tehrik-i-Taliban Pakistan", words("actor", "Taliban"), "armed-group", id="ttp", reason='"Pakistani" beside it')
    why = of_party(party, load_actors())
    assert why.reason == '"Pakistani" beside it'
    assert any("afg" in o.text.lower() for o in why.others)
    assert not any("(ttp)" in o.text for o in why.others)
    assert of_party(party, None).others == ()


def test_an_actor_shows_its_candidates_with_their_points() -> None:
    taken = Candidate("ttp", "Tehrik-i-Taliban Pakistan", ("Pakistan",), 16.0, (Weight("phrase", 16.0, 'because of "Pakistani Taliban"'),))
    party = Party(
        "Tehrik-i-Taliban Pakistan", words("actor", "Taliban"), "armed-group", id="ttp", reason='"Pakistani" beside it',
        candidates=(taken, Candidate("afg-taliban", "Afghan Taliban", ("Afghanistan",), 0.0)),
    )  # fmt: skip
    first, second, *rest = of_party(party, load_actors()).others
    assert (first.text, first.points, first.grounds, first.chosen) == ("Tehrik-i-Taliban Pakistan, Pakistan", "16.0", "phrase +16.0", True)
    assert (second.points, second.chosen) == ("0.0", False)
    assert not any("(afg-taliban)" in o.text or "(ttp)" in o.text for o in rest)
