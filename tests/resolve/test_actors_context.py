"""Who a phrase means in its report: pointing back, misspellings, people, longer names."""

from __future__ import annotations

from datetime import date

import pytest
from actor_reports import who


class TestPointingBack:
    def test_the_group(self) -> None:
        found = who("Boko Haram raided Damboa on Monday. [The group] burnt a school.")
        assert found.id == "boko-haram"
        assert 'points back to "Boko Haram" in the sentence before' in found.reason

    def test_the_militants(self) -> None:
        assert who("Al-Shabaab stormed the hotel. [The militants] were killed.").id == "al-shabaab"

    def test_their_fighters(self) -> None:
        assert who("The Houthis denied it. [Their fighters] had left.").id == "houthis"

    def test_it(self) -> None:
        assert who("Hezbollah fired rockets. Then [it] claimed them.").id == "hezbollah"

    def test_the_army_of_the_country_that_acts(self) -> None:
        found = who("Sudan rejected the plan. [The army] advanced.")
        assert found.id == "sdn-mil"
        assert "points back" in found.reason

    def test_the_army_of_the_only_country(self) -> None:
        assert who("Fighting went on in Sudan. [The army] advanced.").id == "sdn-mil"

    def test_the_defence_ministry_of_who_speaks(self) -> None:
        text = "A Taliban spokesman in Kabul said [the Defence Ministry] had promised revenge."
        assert who(text, on=date(2024, 12, 26)).id == "afg-mod"

    def test_the_new_regime(self) -> None:
        text = "After the return of the Taliban to power in Afghanistan attacks rose in Pakistan as [the new regime] armed others."
        assert who(text, on=date(2024, 12, 26)).id == "afg-taliban"

    def test_a_country_in_the_name_of_an_agency_is_no_country(self) -> None:
        text = "In Yemen the governor told Agence France-Presse this. [The army] advanced."
        assert who(text).id == "yem-mil"

    def test_a_nationality_with_the_same_noun_decides(self) -> None:
        text = "The Iraqi parliament met. United States troops stayed. [The parliament] voted."
        assert (who(text).id, who(text).country) == (None, "IRQ")

    def test_two_rivals_leave_it_open(self) -> None:
        assert who("Clashes of Hamas with Fatah began again. Israel said so. [The group] denied it.").id in (None, "hamas")

    def test_its_men(self) -> None:
        assert who("Boko Haram said [its men] had burnt the school.").id == "boko-haram"

    def test_the_army_where_only_a_group_tells_the_country(self) -> None:
        assert who("The Rapid Support Forces gave a figure. [The army] denied it.").id == "sdn-mil"

    def test_nobody_before(self) -> None:
        assert who("[The group] burnt a school.").id is None

    def test_it_in_a_quotation_points_to_nobody(self) -> None:
        assert who("The Taliban denied it. “[It] is like that old story,” she said.").id is None

    def test_a_sister_organisation_is_somebody_else(self) -> None:
        assert who("The TTP wants an emirate, as [its brother organisation] has.").id is None

    @pytest.mark.parametrize("words", ["the court", "the states", "the Department of Public Works", "these groups"])
    def test_some_nouns_point_back_to_nobody(self, words: str) -> None:
        assert who(f"Boko Haram fled Nigeria. Then [{words}] met.").id is None

    def test_he_is_the_person_before(self) -> None:
        assert who("Vladimir Putin spoke. [He] denied it.").id == "vladimir-putin"


class TestSpelling:
    def test_a_misspelt_capital_named_elsewhere(self) -> None:
        text = "Kabul was warned. Pakistan, which had hoped [Kaul] would act, was angry."
        found = who(text, on=date(2024, 12, 26))
        assert found.id == "afg-taliban"
        assert found.reason.startswith('spelling: "Kaul" for Kabul')

    def test_not_if_the_right_spelling_is_nowhere(self) -> None:
        assert who("Pakistan had hoped [Kaul] would act.").id is None

    def test_not_if_it_is_a_surname(self) -> None:
        assert who("Kabul was warned. Then Ashok [Kaul] spoke.").id is None

    def test_a_misspelt_given_name(self) -> None:
        found = who("Hillary Clinton warned of it. [Hilary] was right.")
        assert found.id == "hillary-clinton"
        assert found.reason.startswith("spelling:")

    @pytest.mark.parametrize("words", ["Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan", "Tahreek e Taliban Pakistan"])
    def test_romanisations(self, words: str) -> None:
        assert who(f"[{words}] claimed it.").id == "ttp"

    @pytest.mark.parametrize("words", ["Al Qaida", "al-Qa'ida", "Al-Qaeda", "al Qaeda"])
    def test_al_qaeda(self, words: str) -> None:
        assert who(f"[{words}] claimed it.").id == "al-qaeda"


class TestPeople:
    def test_an_office_holder(self) -> None:
        found = who("[President Vladimir Putin] agreed.", on=date(2023, 1, 1))
        assert found.id == "vladimir-putin"
        assert "President of Russia" in found.reason
        assert found.parents[:1] == ("rus-gov",)

    def test_a_former_office_holder_is_told(self) -> None:
        found = who("[Pakistani Prime Minister Imran Khan] hailed it.", on=date(2024, 12, 26))
        assert found.id == "imran-khan"
        assert "former Prime Minister of Pakistan (2018-08-18 to 2022-04-10)" in found.reason

    def test_the_surname_after_the_full_name(self) -> None:
        assert who("Imran Khan spoke. [Khan] denied it.").id == "imran-khan"

    def test_a_surname_alone_is_nobody(self) -> None:
        assert who("[Khan] denied it.").id is None

    def test_another_person_of_that_surname(self) -> None:
        assert who("Yesterday Ivanka [Trump] spoke.").id is None

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("[Putin's troops] left.", "rus-mil"),
            ("[Haftar's forces] left.", "lna"),
            ("[Assad's army] left.", "syr-mil"),
            ("[forces of Khalifa Haftar] left.", "lna"),
            ("[fighters loyal to Hemedti] left.", None),
        ],
    )
    def test_a_persons_troops_are_not_the_person(self, text: str, expected: str | None) -> None:
        found = who(text, on=date(2022, 1, 1))
        assert found.id == expected or (expected is None and found.id != "mohamed-hamdan-dagalo"), found.reason

    def test_an_unknown_minister_is_his_ministry(self) -> None:
        assert who("[Peruvian Defence Minister Ana Kolb] resigned.").id == "per-mod"


class TestLongerNames:
    @pytest.mark.parametrize(
        "text",
        [
            "[The Kashmir Tigers Front] claimed it.",
            "[The Hamas Solidarity Committee] marched.",
            "[The Turkish Hezbollah] denied it.",
            "[The Mapuche National Liberation Army] claimed it.",
        ],
    )
    def test_a_known_name_is_never_cut_out_of_a_longer_one(self, text: str) -> None:
        assert who(text).id is None

    @pytest.mark.parametrize("text", ["[New Mexico] voted.", "[Tunisia's neighbouring countries] met.", "[The Iran–Iraq war] ended."])
    def test_a_country_is_not_cut_out_either(self, text: str) -> None:
        assert who(text).id is None

    def test_a_president_of_something_else(self) -> None:
        assert who("[The president of the Tunisian League for Rights] spoke.").id is None

    def test_the_long_name_wins(self) -> None:
        assert who("[Tehreek-e-Taliban Pakistan] claimed it.").id == "ttp"

    def test_part_of_a_name_means_the_whole(self) -> None:
        assert who("Tehreek-e-Taliban Pakistan claimed it.", "Taliban").id == "ttp"

    def test_part_of_an_adjective_is_not_the_actor(self) -> None:
        assert who("[Taliban-controlled areas] were hit.").id is None

    def test_several_actors_in_one_phrase(self) -> None:
        found = who("[Hamas and Hezbollah] agreed.")
        assert found.id is None
        assert "several actors" in found.reason


def test_a_government_in_a_capital_is_that_countrys() -> None:
    assert who("The Afghan Taliban rule in Kabul. The TTP fights the government in Islamabad.", "the government").id == "pak-gov"
    assert who("The Taliban rule. Clashes with the government in Nyala went on.", "the government").id != "sdn-gov"
