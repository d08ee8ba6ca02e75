"""Types: PLOVER's traps, one sentence each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

CASES: list[tuple[str, str, str | None]] = [
    # text, type, mode
    ("India summoned Canada's ambassador over the arrests.", "ACCUSE", "disapprove"),
    ("Kabul summoned the Pakistani envoy and lodged a protest.", "ACCUSE", "disapprove"),
    ("Iran lodged a protest with Switzerland over the sanctions.", "ACCUSE", "disapprove"),
    ("The African Union condemned the coup in Gabon.", "ACCUSE", "disapprove"),
    ("Mexico's prosecutors opened an investigation into the killing.", "ACCUSE", "investigate"),
    ("Spain recognised the State of Palestine.", "SUPPORT", None),
    ("France announced the withdrawal of its troops from Chad.", "CONCEDE", None),
    ("France withdrew its troops from Niger.", "RETREAT", "withdraw"),
    ("Tanzania deported 300 Congolese refugees.", "COERCE", "deport"),
    ("Iran expelled two French diplomats.", "SANCTION", "expel"),
    ("Thousands of people marched in Tbilisi against the government.", "PROTEST", "demo"),
    ("About 3,000 fighters are marching toward Aleppo.", "MOBILIZE", "troops"),
    ("Troops are moving towards the border with Sudan.", "MOBILIZE", "troops"),
    ("Police arrested 14 students in Managua.", "COERCE", "arrest"),
    ("The governor of Quetta imposed a ban on pillion riding on Monday.", "COERCE", "restrict"),
    ("The European Union imposed restrictions on Russian banks on Monday.", "SANCTION", "discontinue"),
    ("Russian drones violated Polish airspace on Tuesday.", "MOBILIZE", "weapons"),
    ("The African Union sent a team to Bissau on Monday to investigate the vote.", "ACCUSE", "investigate"),
    ("Soldiers raided a school dormitory in Managua on Monday and detained four men under martial law.", "COERCE", "arrest"),
    ("Boko Haram abducted 30 farmers in Borno.", "ASSAULT", "abduct"),
    ("Police fired live rounds to disperse youths in Conakry on Monday, killing two.", "ASSAULT", "firearms"),
    ("Soldiers used live ammunition against demonstrators in Boke on Monday.", "ASSAULT", "firearms"),
    ("Ecowas suspended Guinea on Monday.", "SANCTION", "discontinue"),
    ("Fighting erupted in Tripoli on Monday between two militias.", "ASSAULT", None),
    ("Commandos rescued 23 hostages in Basilan.", "AID", None),
    ("Poland gave Ukraine 14 tanks.", "AID", None),
    ("The EU imposed sanctions on Belarus.", "SANCTION", None),
    ("The FARC dissidents released four soldiers in Guaviare.", "RETREAT", "release"),
    ("Ethiopia's government urged the TPLF to disarm.", "REQUEST", "yield"),
    ("On Monday the rebels rejected the ceasefire proposal.", "REJECT", "yield"),
    ("Colombia's president met ELN negotiators in Caracas.", "CONSULT", None),
    ("A suicide bomber attacked a mosque in Kunduz.", "ASSAULT", "suicide-attack"),
    ("A drone struck a convoy near Gao.", "ASSAULT", "drone"),
    ("Police fired tear gas at protesters in Nairobi.", "ASSAULT", "crowd-control"),
    ("The army shelled a village in Kayah.", "ASSAULT", "heavy-weapons"),
    ("Soldiers tortured a journalist in Asmara.", "ASSAULT", "torture"),
    ("The junta imposed a curfew in Mandalay.", "COERCE", "curfew"),
    ("The army seized the town of Myawaddy.", "COERCE", "seize"),
    ("The governor of Herat ordered all shops to close by dusk.", "COERCE", "restrict"),
    ("The district commissioner imposed a ban on gatherings in Quetta.", "COERCE", "restrict"),
    ("The army and the rebels signed a truce in Bor.", "AGREE", "settle"),
    ("Traders in Hebron kept their shutters down on Monday.", "PROTEST", "strike"),
    ("Police cordoned off two streets around the court in Tunis on Monday.", "COERCE", "restrict"),
    ("Soldiers threw a cordon around the village of Sir on Sunday.", "COERCE", "restrict"),
    ("The EU lifted its embargo on Burundi on Monday.", "RETREAT", None),
    ("Nigeria lifted its ban on onion imports from Benin on Tuesday.", "RETREAT", None),
    ("Kenya reopened its border with Somalia on Monday.", "RETREAT", "access"),
    ("Norway froze the assets of nine Belarusian officers on Monday.", "SANCTION", "discontinue"),
    ("The police of Kenya froze the assets of a union on Monday.", "COERCE", "seize"),
    ("Togo's government lifted the ban on opposition rallies on Monday.", "CONCEDE", None),
    ("Benin announced the reopening of its border with Niger on Monday.", "CONCEDE", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "mode"), CASES, ids=[c[0] for c in CASES])
def test_the_type_and_mode_of_an_act(events: Callable[..., list[Event]], text: str, kind: str, mode: str | None) -> None:
    found = [e for e in events(text) if e.type == kind]
    assert len(found) == 1
    assert mode is None or mode in found[0].modes


NEVER = [
    ("India summoned Canada's ambassador over the arrests.", "CONSULT"),
    ("Iran lodged a protest with Switzerland over the sanctions.", "PROTEST"),
    ("About 3,000 fighters are marching toward Aleppo.", "ASSAULT"),
    ("About 3,000 fighters are marching toward Aleppo.", "PROTEST"),
    ("Hezbollah threatened to attack Haifa.", "ASSAULT"),
    ("Protesters in Lima marched against the killing of students.", "ASSAULT"),
    ("India beat Pakistan by six wickets in Dubai.", "ASSAULT"),
    ("Soldiers stormed a mock village during the drill.", "ASSAULT"),
    ("Her new novel follows a sniper who kills a general.", "ASSAULT"),
    ("A gas explosion killed four workers in a mine in Shanxi.", "ASSAULT"),
    ("The lira came under attack from speculators.", "ASSAULT"),
    ("On Monday the rebels rejected the ceasefire proposal.", "AGREE"),
    ("Spain recognised the State of Palestine.", "CONSULT"),
    ("Commandos rescued 23 hostages in Basilan.", "ASSAULT"),
    ("The Taliban accepted responsibility for the assault on a barracks in Tank on Monday.", "CONCEDE"),
    ("A spokesman of the Mai-Mai rejected all responsibility for the massacre at Lume on Sunday.", "REJECT"),
    ("Two officers of the Congolese army left their post on the eve of the ambush.", "RETREAT"),
    ("The governor of Kano imposed a ban on gatherings.", "SANCTION"),
]


@pytest.mark.parametrize(("text", "kind"), NEVER)
def test_what_an_act_is_not(events: Callable[..., list[Event]], text: str, kind: str) -> None:
    assert kind not in [e.type for e in events(text)]


def test_condemning_an_attack_concerns_the_attacker(event: Callable[..., Event]) -> None:
    text = "The Pakistani Taliban killed six policemen in Bannu. The Afghan Taliban condemned the attack."
    assert [p.id for p in event(text, "ACCUSE").recipients] == ["ttp"]


def test_recognising_the_government_in_a_city_is_not_recognising_oneself(event: Callable[..., Event]) -> None:
    found = event("Turkey recognised the new government in Damascus.", "SUPPORT")
    assert not any((p.id or "").startswith("tur") for p in found.recipients)


REPROACH = [
    ("Pakistan believes that Kabul has not done enough to stop the militants.", "pak"),
    ("Kinshasa said Rwanda had failed to withdraw its troops.", "cod"),
]


@pytest.mark.parametrize(("text", "actor"), REPROACH)
def test_a_reproach_accuses_without_the_word(event: Callable[..., Event], text: str, actor: str) -> None:
    found = event(text, "ACCUSE")
    assert found.actors[0].id is not None
    assert found.actors[0].id.startswith(actor)


UNWORDED = [
    ("Kenya says Ethiopia must withdraw its troops from Moyale.", "REQUEST", "asserted"),
    ("Uganda said that Rwanda has to hand over the rebels.", "REQUEST", "asserted"),
    ("Lebanon says it will not accept any more Syrian refugees.", "REJECT", "asserted"),
    ("The Arakan Army will not accept the truce, its delegation said on Monday.", "REJECT", "asserted"),
    ("The minister said on Monday he would not hesitate to call out the army against the students.", "THREATEN", "threatened"),
    ("Kenya warned on Monday that it will close the border with Somalia if the raids go on.", "THREATEN", "threatened"),
    ("Israel will not release the two prisoners.", "REJECT", "asserted"),
    ("Honduras is willing to withdraw its troops from El Salvador.", "RETREAT", "planned"),
    ("Kenya agreed to lend Somalia two helicopters.", "AGREE", "asserted"),
]


@pytest.mark.parametrize(("text", "type", "status"), UNWORDED)
def test_demands_refusals_and_offers_without_the_word(event: Callable[..., Event], text: str, type: str, status: str) -> None:
    found = event(text)
    assert (found.type, found.status) == (type, status)


@pytest.mark.parametrize("text", ["Police say the gunmen must have fled to Chad.", "Kenya said the new law will not help Uganda."])
def test_guesses_and_forecasts_are_no_demand_and_no_refusal(events: Callable[..., list[Event]], text: str) -> None:
    assert not {e.type for e in events(text)} & {"REQUEST", "REJECT"}


@pytest.mark.parametrize(
    ("text", "type", "printed"),
    [
        ("Pakistan is calling on Afghanistan to help build a shared list.", "REQUEST", True),
        ("The presidents of Mali and Niger called for real coordination in Gao on Monday.", "REQUEST", True),
        ("Protesters gathered in Gao on Monday and demanded an inquiry into the shooting.", "PROTEST", True),
        ("Protesters gathered in Gao on Monday and demanded an inquiry into the shooting.", "REQUEST", False),
        ("Hundreds marched in Lima on Monday to demand the release of the mayor.", "REQUEST", False),
        ("Thousands marched in Lima on Sunday. On Monday the teachers union demanded the release of the mayor.", "REQUEST", True),
        ("The president of Mali called his counterpart in Niger on Monday to offer his support.", "REQUEST", False),
        ("The prime minister urged residents of Gao on Monday to be patient.", "REQUEST", False),
        ("Prime Minister Keita promised on Monday to review Mali's strategy.", "AGREE", False),
        ("People fled their homes during clashes between Malian soldiers and members of the Islamic State group on Monday.", "ASSAULT", True),
    ],
)
def test_requests_and_clashes_between_bodies_are_printed(events: Callable[..., list[Event]], text: str, type: str, printed: bool) -> None:
    assert (type in [e.type for e in events(text)]) is printed


@pytest.mark.parametrize(
    ("text", "type", "printed"),
    [
        ("Armenia and Georgia signed a border agreement in Tbilisi on Monday.", "AGREE", False),
        ("Armenia and Georgia signed a border agreement in Tbilisi on Monday.", "SUPPORT", True),
        ("On Monday Chad's parliament ratified the treaty with Sudan.", "SUPPORT", True),
        ("The president of Kenya and the president of Somalia spoke on the phone on Monday.", "CONSULT", True),
        ("Oman hosted a second round of talks on Monday.", "CONSULT", True),
        ("Ten others were sentenced to death in Minsk on Monday.", "SANCTION", True),
        ("Since the beginning of May more than 90 people have been sentenced to prison in Minsk.", "SANCTION", False),
        ("The colonel faces a possible jail term in Minsk.", "SANCTION", False),
        ("The colonel faces up to ten years in prison in Minsk on the treason charge.", "ACCUSE", False),
        ("On Monday Peru handed over to Chile two men who had been accused of spying.", "ACCUSE", False),
        ("Chad alleged on Monday that Sudan had armed the rebels.", "ACCUSE", True),
        ("Villagers alleged on Monday that soldiers of Sudan burned the market.", "ACCUSE", False),
        ("Bishop Paul Nze demanded on Monday that the state of siege in Goma be lifted.", "REQUEST", True),
        ("Karama, a human rights group, called on the Commission of Mali on Monday to send a team.", "REQUEST", True),
        ("Lima proposed a ten-day halt to violence in Cusco on Monday.", "REQUEST", True),
        ("Nine of the guards received two-year jail terms in Lima on Monday.", "SANCTION", True),
        ("A rebel leader was convicted of murder by a court in Lima on Monday.", "ASSAULT", False),
        ("On Monday the African Union decided to suspend flights to Chad.", "CONCEDE", False),
        ("On Monday Kenya announced that it would halt funding for the police of Somalia.", "AGREE", False),
        ("Kenya's foreign minister said in Nairobi on Monday that he could not agree with the envoy.", "AGREE", False),
        ("Norway's foreign minister promised three more radar systems by June.", "AGREE", True),
        ("UNICEF distributed blankets in Goma on Monday.", "AID", True),
        ("The junta of Mali wants foreign forces to leave.", "REQUEST", False),
        ("Soldiers of Mali advancing from Gao burned two villages on Monday.", "MOBILIZE", False),
        ("The army of Mali advanced on Gao on Monday.", "MOBILIZE", True),
        ("Kenya's spy agency warned on Monday that somebody would be killed.", "THREATEN", False),
        ("Kenya's president said in Nairobi on Monday: we will not relent in our mission.", "REJECT", False),
    ],
)
def test_deals_courts_allegations_and_calls(events: Callable[..., list[Event]], text: str, type: str, printed: bool) -> None:
    assert (type in [e.type for e in events(text)]) is printed


@pytest.mark.parametrize(
    ("text", "type", "modes"),
    [
        ("A farmer was taken away by militants in Kano on Friday.", "ASSAULT", ("abduct",)),
        ("Police searched the office of the union in Kano on Monday.", "COERCE", ()),
        ("The army toppled President Bah in July.", "COERCE", ()),
        ("French troops left Mali in August 2022.", "RETREAT", ("withdraw",)),
        ("Protesters in Kano threw stones on Monday.", "PROTEST", ("riot",)),
        ("The verdict sparked protests in Kano on Monday.", "PROTEST", ("demo",)),
        ("In Tula, a Ukrainian drone set a fuel depot ablaze on Monday.", "ASSAULT", ("destroy", "drone")),
        ("The attacker detonated his explosive vest in Kano on Monday.", "ASSAULT", ("suicide-attack", "explosives")),
        ("A rebel was killed in an encounter in Doda on Monday.", "ASSAULT", ("firearms",)),
    ],
)
def test_the_act_and_how_it_was_done(events: Callable[..., list[Event]], text: str, type: str, modes: tuple[str, ...]) -> None:
    assert [(e.type, e.modes) for e in events(text)] == [(type, modes)]


def test_taken_away_is_not_the_village_named_beside(events: Callable[..., list[Event]]) -> None:
    assert [e.modes for e in events("Soldiers took away two brothers on Monday, according to the village.") if e.modes == ("seize",)] == []


def test_clauses_with_a_time_each_tell_an_act_each(events: Callable[..., list[Event]]) -> None:
    found = events("In March 2021 some 80 villagers were murdered at Solhan; in June 2019 the massacre of Ogossagou cost 160 lives.")
    assert sorted(str(e.date.start) for e in found if e.date) == ["2019-06-01", "2021-03-01"]


def test_what_a_lifted_ban_weighed_on_is_no_party_and_no_place_is_lent_to_it(events: Callable[..., list[Event]]) -> None:
    found = events("Lorries reached the camp of Bidi in Chad on Monday. Chad's government had lifted its ban on convoys on Sunday.")
    assert [(e.type, e.recipients, e.place) for e in found if e.type == "RETREAT"] == [("RETREAT", (), None)]
