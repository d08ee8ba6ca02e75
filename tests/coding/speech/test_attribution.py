"""Attribution: who says so, in which capacity, through which chain; denials, silence, responsibility."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Only = Callable[..., Event]
Many = Callable[..., list[Event]]

SAID: list[tuple[str, str, str]] = [
    # text, name of the source contains, capacity
    ("Rebels killed nine soldiers near Gao, the army said.", "army", "party"),
    ("The army said rebels killed nine soldiers near Gao.", "army", "party"),
    ("According to residents, soldiers burned 40 houses in Sagaing.", "residents", "witness"),
    ("Soldiers burned 40 houses in Sagaing, according to residents.", "residents", "witness"),
    ("A doctor at the hospital said 12 people were killed in the air strike on the town.", "doctor", "medic"),
    ("Witnesses said Eritrean troops killed 30 villagers in Tigray.", "Witnesses", "witness"),
    ("A police spokesman told reporters that gunmen killed a judge in Quetta.", "police spokesman", "official"),
    ("The monitoring group said 14 people were killed in the shelling of Idlib.", "monitoring group", "ngo"),
    ("Local media reported that gunmen killed six miners in Zamfara.", "media", "media"),
    ("Human Rights Watch said the army killed 56 civilians in Burkina Faso.", "Human Rights Watch", "ngo"),
    ("The governor confirmed that militants abducted 20 pupils.", "governor", "official"),
]


@pytest.mark.parametrize(("text", "name", "capacity"), SAID, ids=[c[0] for c in SAID])
def test_who_says_so_and_in_which_capacity(event: Only, text: str, name: str, capacity: str) -> None:
    found = event(text)
    assert found.status == "attributed"
    assert name in found.sources[0].name
    assert found.sources[0].capacity == capacity


def test_the_writers_own_word_has_no_source(event: Only) -> None:
    found = event("Rebels shelled the market in Omdurman.")
    assert (found.status, found.sources) == ("asserted", ())


def test_an_armed_groups_own_word_is_a_partys(event: Only) -> None:
    found = event("The army’s strike killed 12 people, the rebels said.")
    assert [s.capacity for s in found.sources] == ["party"]


def test_words_passed_on_keep_their_chain(event: Only) -> None:
    found = event("A spokesman said the Defence Ministry had confirmed that rebels killed nine soldiers in Gao.")
    (source,) = found.sources
    assert (source.name, source.chain) == ("Defence Ministry", ("spokesman",))


def test_a_news_agency_told_so_stands_in_the_chain(event: Only) -> None:
    (source,) = event("Rebels killed nine soldiers in Gao, a military spokesman told Reuters.").sources
    assert (source.name, source.chain) == ("military spokesman", ("Reuters",))


def test_an_agentless_accusation_has_no_accuser(event: Only) -> None:
    found = event("Uganda has been accused of arming rebels in Ituri.", "ACCUSE")
    assert (found.actors, found.status) == ((), "attributed")
    assert [p.id for p in found.recipients] == ["uga"]
    assert [(s.name, s.id) for s in found.sources] == [("unnamed", None)]


def test_what_somebody_is_accused_of_is_no_fact(events: Many) -> None:
    found = events("The UN accused Rwanda of arming M23 rebels.")
    assert [(e.type, e.status) for e in found] == [("ACCUSE", "asserted")]


def test_an_attack_somebody_is_blamed_for_stays_attributed(event: Only) -> None:
    found = event("Pakistan blamed the Baloch Liberation Army for an attack on a train that killed 21 soldiers.", "ASSAULT")
    assert found.status == "attributed"
    assert [(p.id, p.suspected) for p in found.actors] == [("bla", True)]


def test_believed_to_names_nobody(event: Only) -> None:
    found = event("Wagner fighters are believed to have killed dozens of villagers in Moura.")
    assert (found.status, [s.name for s in found.sources]) == ("hedged", ["unnamed"])


def test_a_claim_of_responsibility_is_not_proof(event: Only) -> None:
    found = event("Islamic State claimed responsibility for a bombing in Kabul that killed six people.", "ASSAULT")
    assert found.status == "attributed"
    assert [s.name for s in found.sources] == ["Islamic State"]


DENIALS = [
    "Rwanda denied that its troops attacked Goma.",
    "The army said it had not bombed the hospital.",
    "Witnesses said Eritrean troops killed 30 villagers in Tigray. Eritrea denied involvement.",
    "The rebels said the army had shelled a school in Loikaw. The army denied the claim.",
    "The Syrian army shelled Idlib, activists said. The army denied the report.",
    "Jets bombed Gao on Tuesday, killing 46 people, residents said. The army denied the strike.",
    "Jets bombed Gao on Tuesday, killing 46 people, residents said. The army declined to comment. On Friday a spokesman denied any attack.",
    "Malian jets bombed Gao on Tuesday, killing 46 people, residents said. Mali denied the bombing.",
    "Rwandan troops killed 40 villagers near Goma, the UN said. Rwanda has repeatedly denied the claims.",
    "Residents said Ethiopian soldiers killed 50 people in Merawi. The talks had begun in May. Ethiopia denied the allegations.",
]


@pytest.mark.parametrize("text", DENIALS)
def test_a_denial_is_the_status_of_what_it_denies(event: Only, text: str) -> None:
    found = event(text, "ASSAULT")
    assert found.status == "denied"
    assert "denies" in [s.stance for s in found.sources]


def test_a_denial_keeps_both_voices(event: Only) -> None:
    found = event("Witnesses said Eritrean troops killed 30 villagers in Tigray. Eritrea denied involvement.", "ASSAULT")
    assert [(s.name, s.stance) for s in found.sources] == [("Witnesses", "asserts"), ("Eritrea", "denies")]


def test_a_plain_denial_is_no_event(events: Many) -> None:
    assert events("Rwanda denied involvement.") == []


SILENCE = [
    "The army had no comment.",
    "The army did not respond to requests for comment.",
    "The army has not commented.",
    "The army declined to comment.",
    "The army neither confirmed nor denied the report.",
    "The army said it was looking into the report.",
]


@pytest.mark.parametrize("silence", SILENCE)
def test_silence_is_no_denial(event: Only, silence: str) -> None:
    found = event(f"Residents said the army had shelled a school in Loikaw. {silence}", "ASSAULT")
    assert found.status == "attributed"


def test_a_quote_over_two_sentences_is_one_voice(events: Many) -> None:
    found = events("“Soldiers bombed our town. They killed my brother,” a resident said.")
    assert {e.status for e in found} == {"attributed"}
    assert {s.name for e in found for s in e.sources} == {"resident"}


def test_the_reserve_outweighs_the_source(event: Only) -> None:
    assert event("Rebels reportedly killed nine soldiers in Gao, officials said.").status == "hedged"


def test_evidence_names_the_words_of_the_source(event: Only) -> None:
    (source,) = event("Rebels killed nine soldiers near Gao, the army said.").sources
    assert source.evidence.words == "the army"
    assert source.verb == "said"


def test_the_subject_before_said_says_it_though_a_clause_stands_between(events: Many) -> None:
    (found,) = [e for e in events("The army, which denied killing civilians, said rebels attacked Gao.") if e.status == "attributed"]
    assert ([p.name for p in found.actors], [s.name for s in found.sources]) == (["rebels"], ["army"])


LISTS = [
    ("Attackers on horseback burned a village near Beni, witnesses and police said.", ["witnesses", "police"]),
    ("The bomb killed nine people in Gao, police, medics and residents said.", ["police", "medics", "residents"]),
    ("The army and two residents said that rebels had killed nine people in Gao.", ["army", "two residents"]),
    ("According to witnesses and medics, the shell killed nine people in Gao.", ["witnesses", "medics"]),
]


@pytest.mark.parametrize(("text", "voices"), LISTS, ids=[c[0] for c in LISTS])
def test_speakers_in_a_list_are_a_voice_each_and_no_part_of_the_act(event: Only, text: str, voices: list[str]) -> None:
    found = event(text)
    assert [s.name for s in found.sources] == voices
    assert not {p.name for p in (*found.actors, *found.recipients)} & set(voices)


def test_what_a_document_rests_on_is_no_voice(event: Only) -> None:
    found = event("Soldiers shot 20 men in Barsalogho, Amnesty International said in a report based on 31 interviews.")
    assert [(s.name, s.chain) for s in found.sources] == [("Amnesty International", ())]


def test_a_clause_after_a_semicolon_is_no_link_of_the_chain(event: Only) -> None:
    found = event("The rebels said government forces had shelled Kutum; the army did not respond to questions.")
    assert [(s.name, s.chain) for s in found.sources if s.stance != "no-comment"] == [("rebels", ())]


def test_it_denied_in_the_same_sentence_is_what_was_just_said(event: Only) -> None:
    found = event("Western governments say the army used chlorine against Douma; Damascus has always denied it.")
    assert found.status == "denied"
    assert [(s.name, s.stance) for s in found.sources] == [("Western governments", "asserts"), ("Damascus", "denies")]


@pytest.mark.parametrize(
    ("text", "actors", "status"),
    [
        ("The BLA claimed responsibility for the bombing that killed nine in Quetta.", [("bla", False)], "attributed"),
        ("The attack, claimed by the BLA, killed nine people in Quetta.", [("bla", False)], "attributed"),
        ("The army blamed rebels for the shelling of the school in Bento.", [(None, True)], "attributed"),
        ("The army accused rebels of the shelling of the school in Bento.", [(None, True)], "attributed"),
        ("The minister attributed the bombing of a market to the BLA.", [("bla", True)], "attributed"),
        ("No group has claimed responsibility for the bombing that killed nine in Quetta.", [], "asserted"),
        ("Nobody has claimed the bombing that killed nine in Quetta.", [], "asserted"),
    ],
)
def test_who_is_answerable_is_so_on_somebodys_word(event: Only, text: str, actors: list[tuple[str | None, bool]], status: str) -> None:
    found = event(text, "ASSAULT")
    assert ([(p.id, p.suspected) for p in found.actors], found.status) == (actors, status)
    assert "group" not in {s.name for s in found.sources}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said rebels had killed the mayor of Gao.",
        "None of the witnesses said the army shot the boy.",
        "The witness did not say that the army shot the boy.",
        "No official has confirmed that rebels killed the mayor.",
    ],
)
def test_what_nobody_says_is_not_told(events: Many, text: str) -> None:
    assert [e for e in events(text) if e.type == "ASSAULT" and e.certain] == []


def test_who_denies_an_attack_lends_nothing_to_its_toll(event: Only) -> None:
    found = event("Jets bombed Barmal, Afghanistan, on Tuesday, killing 46 people, Taliban officials said. Pakistan denied the bombing.", "ASSAULT")
    assert found.killed is not None and (found.killed.low, found.killed.best) == (0, 46)


def test_an_attack_of_its_own_place_is_not_the_one_told_before(events: Many) -> None:
    found = events("Jets bombed Gao on Tuesday, killing 46 people, residents said. The army denied the attack on Kidal.")
    assert [e.status for e in found if e.killed] == ["attributed"]


def test_what_troops_act_on_is_no_source(event: Only) -> None:
    found = event("Based on specific intelligence, troops arrested four rebels in Goma on Monday.")
    assert (found.status, found.sources) == ("asserted", ())


def test_who_says_so_denies_the_rest(events: Many) -> None:
    text = "Russia's defence ministry said its forces had struck drone factories in Kyiv, and denied that any hospital in Kyiv had been hit."
    found = [(e.status, [s.name for s in e.sources]) for e in events(text) if any("factories" in p.name for p in e.recipients)]
    assert found == [("attributed", ["Russia's defence ministry"])]
