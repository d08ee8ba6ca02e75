from __future__ import annotations

import pytest

from casus.ingest.language import require_english
from casus.model.errors import ForeignLanguage

FRENCH = (
    "Le ministère de la Défense a annoncé lundi que douze soldats avaient été tués dans une attaque menée par des hommes armés contre "
    "un poste militaire situé près de la frontière. Selon des témoins, les assaillants ont pris la fuite vers la montagne."
)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 12.",
        "Attentat à Kaboul",
        "The army said on Monday that it had taken the town. " * 9,
        "THE ARMY SAID ON MONDAY THAT IT HAD TAKEN THE TOWN. " * 9,
        "Dead: six soldiers, Paktika. Wounded: nine villagers, Barmal. Missing: two drivers, Makeen. " * 5,
    ],
)
def test_english_and_short_texts_pass(text: str) -> None:
    require_english(text, "x")


@pytest.mark.parametrize(
    ("text", "name"), [(FRENCH, "French"), ("Министерство обороны сообщило о гибели солдат в понедельник. " * 5, "Russian")]
)
def test_other_languages_are_named(text: str, name: str) -> None:
    with pytest.raises(ForeignLanguage, match=name):
        require_english(text, "report.txt")


def test_a_short_text_in_another_script_is_no_english() -> None:
    with pytest.raises(ForeignLanguage):
        require_english("国防部星期一表示,十二名士兵在北部边境的一次袭击中丧生。" * 2, "x")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Des hommes armés ont attaqué un village près de Tolvan mardi soir, tuant au moins douze personnes, selon le gouverneur.", "French"),
        ("Hombres armados mataron a tres policías cerca de Tolvan el martes por la noche, informó el alcalde.", "Spanish"),
    ],
)
def test_a_short_text_with_next_to_no_english_is_refused(text: str, name: str) -> None:
    with pytest.raises(ForeignLanguage, match=name):
        require_english(text, "note.txt")


@pytest.mark.parametrize("text", ["Attentat à Tolvan: douze morts", "Gunmen kill 12 villagers near Tolvan, governor says; army denies role, vows probe"])
def test_a_headline_gets_the_benefit_of_the_doubt(text: str) -> None:
    require_english(text, "note.txt")
