"""Who a phrase means: names, states and their bodies, metonyms, pointing back, what stays unknown."""

from __future__ import annotations

from datetime import date

import pytest
from actor_reports import DAY, report_of, who
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.codebook.actors import load_actors
from casus.codebook.own import Own
from casus.codebook.own_places import COLUMNS
from casus.codebook.places import load_places
from casus.model.actor import Party
from casus.model.text import Evidence
from casus.resolve.actors import ReportActors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Pakistani warplanes] bombed a valley.", "pak-mil"),
        ("[A Pakistani official] denied it.", "pak-gov"),
        ("[the Pakistani envoy] was summoned.", "pak-gov"),
        ("At least [16 Pakistani soldiers] were killed.", "pak-mil"),
        ("[Israeli fighter jets] hit the port.", "isr-mil"),
        ("[Israeli troops] entered the town.", "isr-mil"),
        ("[Ukrainian air defences] shot down drones.", "ukr-mil"),
        ("[Russian drones] struck a substation.", "rus-mil"),
        ("[Sudan's army] retook the bridge.", "sdn-mil"),
        ("[the Nigerian military] said so.", "nga-mil"),
        ("[Kenyan police] fired tear gas.", "ken-police"),
        ("[Turkey's defence ministry] said so.", "tur-mod"),
        ("[the Turkish Foreign Ministry] said so.", "tur-mfa"),
        ("[Iran's interior minister] resigned.", "irn-moi"),
        ("[the Ministry of Defence of Ukraine] said so.", "ukr-mod"),
        ("[North Korean soldiers] were seen there.", "prk-mil"),
        ("[South Sudanese troops] crossed the river.", "ssd-mil"),
        ("[The government of Colombia] offered talks.", "col-gov"),
        ("[the US State Department] condemned it.", "usa-mfa"),
        ("[U.S. forces] struck the depot.", "usa-mil"),
        ("[the US military] struck the depot.", "usa-mil"),
        ("[Saudi Arabia's air force] bombed the camp.", "sau-mil"),
        ("[Burkina Faso's army] denied it.", "bfa-mil"),
        ("[Pakistan] closed the crossing.", "pak"),
        ("[Pakistani Taliban fighters] ambushed the convoy.", "ttp"),
        ("[TTP militants] ambushed the convoy.", "ttp"),
        ("[Hamas gunmen] ambushed the convoy.", "hamas"),
        ("[a Hezbollah commander] was killed.", "hezbollah"),
        ("[a spokesman for the Houthis] said so.", "houthis"),
        ("[fighters from the Rapid Support Forces] entered the hospital.", "rsf"),
        ("[members of the Arakan Army] entered the town.", "arakan-army"),
        ("[leaders of Boko Haram] met there.", "boko-haram"),
        ("[M23 rebels] seized the mine.", "m23"),
        ("[JNIM fighters] attacked the post.", "jnim"),
        ("[Houthi missiles] hit the tanker.", "houthis"),
        ("[Islamic State militants] attacked the village.", "islamic-state"),
        ("[an ISWAP faction] attacked the village.", "iswap"),
        ("[ISIS-K gunmen] attacked the hall.", "iskp"),
        ("[Kurdish-led Syrian Democratic Forces] held the line.", "sdf"),
        ("[Wagner mercenaries] arrived.", "wagner"),
        ("[Special Services Group commandos] arrived.", "pak-ssg"),
        ("[the Quds Force] denied it.", "irn-irgc-qf"),
        ("[UN peacekeepers] were wounded.", "un"),
        ("[the UN Security Council] met.", "un-sc"),
        ("[Amnesty International researchers] said so.", "amnesty"),
        ("[NATO troops] left.", "nato"),
        ("[the World Health Organization] warned.", "who"),
        ("[the Kremlin] denied it.", "rus-gov"),
        ("[The White House] denied it.", "usa-gov"),
        ("[The Pentagon] denied it.", "usa-mod"),
        ("[Lahore police] arrested them.", "pak-police"),
        ("[a Pakistani checkpoint] was overrun.", "pak-mil"),
        ("[TTP hideouts] were hit.", "ttp"),
        ("[the Gulf Clan] declared a truce.", "clan-del-golfo"),
        ("[The rebel group] M23 seized the mine.", "m23"),
        ("[the Pakistani intelligence service] ISI denied it.", "pak-isi"),
        ("They marched towards [the Pakistani border].", "pak"),
    ],
)
def test_names_and_bodies_are_found(text: str, expected: str) -> None:
    found = who(text)
    assert found.id == expected, found.reason
    assert found.reason


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[unidentified gunmen] shot a teacher.", "unnamed-armed"),
        ("[unknown assailants] shot a teacher.", "unnamed-armed"),
        ("[three armed men] shot a teacher.", "unnamed-armed"),
        ("[Pakistani militants] shot a teacher.", "unnamed-armed"),
        ("[several experts] doubt it.", "institute"),
        ("[Afghan migrants] were sent back.", "civilians"),
        ("[Palestinian children] were killed.", "civilians"),
        ("[two women] were killed.", "civilians"),
        ("[an al-Qaeda affiliate] said so.", "unknown"),
        ("[Hamas hostages] were freed.", "civilians"),
        ("[Hezbollah's rivals] met.", "collective"),
        ("[Iran-backed militias] fired rockets.", "militia"),
        ("[a Kabul-based institute] counted them.", "institute"),
        ("[a former Iraqi minister] was shot.", "person"),
        ("[the villagers] fled.", "civilians"),
        ("[doctors] said so.", "civilians"),
        ("[a village] was hit.", "unknown"),
        ("[a Ukrainian passenger jet] crashed.", "unknown"),
        ("[American and Iraqi soldiers] left.", "collective"),
        ("[all fifty U.S. states] agreed.", "unknown"),
    ],
)
def test_who_is_not_named_stays_unknown(text: str, kind: str) -> None:
    found = who(text)
    assert found.id is None, found.reason
    assert found.kind == kind, found.reason
    assert found.reason.startswith("unknown")


def test_unknown_keeps_words_and_country() -> None:
    found = who("[Undocumented Afghan migrants] were sent back.")
    assert (found.name, found.country) == ("Undocumented Afghan migrants", "AFG")


@pytest.mark.parametrize("words", ["suspected TTP fighters", "alleged TTP members", "TTP militants"])
def test_suspicion_travels_with_the_actor(words: str) -> None:
    found = who(f"Police shot [{words}] there.")
    assert found.id == "ttp"
    assert found.suspected is (words != "TTP militants")


@pytest.mark.parametrize("text", ["[Gunmen] believed to be from Boko Haram came.", "Suspected [rebels] came."])
def test_suspicion_beside_the_phrase_counts(text: str) -> None:
    assert who(text).suspected


class TestGovernmentsInTime:
    def test_the_afghan_government_is_the_taliban_since_august_2021(self) -> None:
        found = who("[The Afghan government] protested.", on=date(2023, 3, 1))
        assert found.id == "afg-taliban"
        assert "de facto government of Afghanistan since 2021-08-15" in found.reason

    def test_before_it_was_the_republic(self) -> None:
        assert who("[The Afghan government] protested.", on=date(2019, 3, 1)).id == "afg-gov"

    def test_in_the_nineties_it_was_the_taliban_too(self) -> None:
        assert who("[The Afghan government] protested.", on=date(1999, 3, 1)).id == "afg-taliban"

    def test_a_ministry_belongs_to_who_governs(self) -> None:
        found = who("[The Afghan Foreign Ministry] summoned the envoy.", on=date(2024, 12, 26))
        assert found.id == "afg-mfa"
        assert found.parents == ("afg-gov", "afg-taliban", "afg")
        assert "under Afghan Taliban" in found.reason

    def test_the_former_government_is_not_the_present_one(self) -> None:
        assert who("[The former Afghan government] fled.", on=date(2023, 3, 1)).id == "afg-gov"

    def test_the_taliban_defence_ministry(self) -> None:
        found = who("[The Taliban's Defence Ministry] threatened Pakistan.", on=date(2024, 12, 26))
        assert found.id == "afg-mod"
        assert "afg-taliban" in found.parents

    def test_a_name_not_yet_in_use_does_not_fit(self) -> None:
        assert who("[ISIS] said so.", on=date(2005, 1, 1)).id is None

    def test_a_former_name_says_so(self) -> None:
        found = who("[Jabhat al-Nusra] held the town.", on=date(2020, 1, 1))
        assert found.id == "hts"
        assert "former name" in found.reason

    def test_without_a_date_nobody_holds_an_office(self) -> None:
        assert who("[The Afghan government] protested.", on=None).id == "afg-gov"


class TestCapitals:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("[Islamabad] accused its neighbour.", "pak-gov"),
            ("[Moscow] rejected the plan.", "rus-gov"),
            ("[Kyiv] rejected the plan.", "ukr-gov"),
            ("[Tehran's] answer came late.", "irn-gov"),
            ("Relations between [Kyiv] and Moscow worsened.", "ukr-gov"),
            ("It was a blow against [Khartoum].", "sdn-gov"),
        ],
    )
    def test_a_capital_that_acts_is_its_government(self, text: str, expected: str) -> None:
        found = who(text)
        assert found.id == expected, found.reason
        assert "capital" in found.reason

    @pytest.mark.parametrize("place", ["in", "from", "to", "near", "towards", "outside"])
    def test_a_capital_after_a_place_word_is_a_place(self, place: str) -> None:
        found = who(f"The column drove {place} [Khartoum] at night.")
        assert found.id is None
        assert "place" in found.reason

    @pytest.mark.parametrize("text", ["The capture of [Kyiv] failed.", "They struck the outskirts of [Khartoum]."])
    def test_a_capital_that_is_taken_is_a_place(self, text: str) -> None:
        assert who(text).id is None

    def test_a_town_may_stand_for_who_holds_it(self) -> None:
        assert who("[Sanaa] threatened new attacks.", on=date(2024, 2, 1)).id == "houthis"
        assert who("[Sanaa] threatened new attacks.", on=date(2010, 2, 1)).id == "yem-gov"

    def test_kabul_is_the_taliban_in_2024(self) -> None:
        assert who("[Kabul] denied this.", on=date(2024, 12, 26)).id == "afg-taliban"

    def test_the_kabul_regime(self) -> None:
        assert who("[the Kabul regime] denied this.", on=date(2024, 12, 26)).id == "afg-taliban"


class TestDefinedAbbreviations:
    TEXT = "Gunmen of the Lakurawa Defence Front (LDF) came at dawn. Residents fled. [The LDF] later burnt the market."

    def test_an_unknown_group_keeps_its_full_name(self) -> None:
        found = who(self.TEXT)
        assert found.id is None
        assert found.name == "Lakurawa Defence Front"
        assert "short for Lakurawa Defence Front in this report" in found.reason

    def test_a_known_group(self) -> None:
        text = "The Baloch Liberation Army (BLA) attacked. [BLA fighters] held the road."
        assert who(text).id == "bla"

    def test_the_reports_own_meaning_beats_the_codebook(self) -> None:
        text = "The Rural Support Fund (RSF) pays farmers. [The RSF] opened an office in Khartoum."
        assert who(text).id is None

    def test_lower_case_words_are_no_full_name(self) -> None:
        assert who("They met again after dinner (AD). [Hamas] came.").id == "hamas"


def test_a_party_is_filled_in() -> None:
    text = "Suspected TTP fighters ambushed a convoy."
    report, sentences = report_of(text)
    written = Party("TTP fighters", Evidence("actor", report.id, 10, 22, "TTP fighters"), "armed-group")
    party = ReportActors(report, sentences, load_actors()).party(written)
    assert (party.id, party.name, party.country) == ("ttp", "Tehrik-i-Taliban Pakistan", "PAK")
    assert party.suspected
    assert party.evidence == written.evidence


def test_an_unknown_party_keeps_its_words_and_kind() -> None:
    report, sentences = report_of("Zorgs attacked.")
    written = Party("Zorgs", Evidence("actor", report.id, 0, 5, "Zorgs"), "unnamed-armed")
    party = ReportActors(report, sentences, load_actors()).party(written)
    assert (party.id, party.name, party.kind) == (None, "Zorgs", "unnamed-armed")


def test_towns_of_the_users_own_tell_whose_police_they_are() -> None:
    report, sentences = report_of("Zarabad police arrested them.")
    own = load_places(own=Own("mine", (("places.tsv", "\t".join(COLUMNS) + "\nzarabad\tZarabad\ttown\t\tPAK\n"),)))
    assert ReportActors(report, sentences, load_actors()).identify(0, 14).id is None
    assert ReportActors(report, sentences, load_actors(), own).identify(0, 14).id == "pak-police"


WORDS = st.lists(
    st.sampled_from("the Taliban Pakistani army of TTP (TTP) Kabul in it group Hamas and , . “ ” 's US who Khan - e".split()),
    min_size=1,
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(WORDS, st.data())
def test_any_span_of_any_words_gets_an_answer_and_always_the_same(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    report, sentences = report_of(text, DAY)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first = ReportActors(report, sentences, load_actors()).identify(start, end)
    again = ReportActors(report, sentences, load_actors()).identify(start, end)
    assert first == again
    assert first.reason
    assert (first.id is None) or load_actors().get(first.id) is not None
