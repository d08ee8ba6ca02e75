"""Passages that use the words of violence and tell none: the false events per hundred sentences, with a ceiling.

How to measure: run this file with `-s`; it prints the passages that give certain events. Lower the ceiling when the
figure has fallen for good.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event
from casus.model.picture import Reading

CEILING = 10
"""Most false events per hundred of these sentences, each built round a trap; 15.8 when measured. The aim is 3."""

PASSAGES = {
    "sport": [
        "The visitors struck twice in the second half. Their captain fired a shot into the top corner and the hosts never recovered.",
        "The striker blasted the penalty over the bar. His team had attacked from the first whistle but went home beaten.",
        "The tournament opens on Saturday with a clash of two old rivals. Tickets sold out in an hour.",
        "The bowler destroyed the middle order with a spell of five wickets. The batters surrendered without much of a fight.",
        "The boxer knocked out his opponent in the third round. He said the bout had been a war.",
        "She shot a round of 66 to take the lead in Dubai. Her nearest rival dropped two shots on the last hole.",
        "The club sacked its manager after a run of defeats. Fans had booed the team off the pitch.",
    ],
    "film and books": [
        "The film follows a sniper who kills a general. Critics liked the scenes in which soldiers storm a beach.",
        "Her new novel is set in a besieged city. The heroine hides from gunmen in a cellar while shells fall on the square.",
        "The documentary tells how rebels seized a radio station. It won a prize in Toronto.",
        "The game lets players command an army and bomb bridges. It sold two million copies in a week.",
        "The band's second record is a blast of noise and fury. The singer screams about blood and fire.",
        "The museum shows rifles, helmets and letters from the trenches. A guide explains how the guns were cast.",
    ],
    "weather and nature": [
        "A storm battered the coast overnight, killing 12 people. The wind tore roofs from houses and flooded the port.",
        "The hurricane slammed into the islands on Monday. Forecasters said it would weaken by the evening.",
        "Wildfires destroyed 40 homes in the hills near Athens. Firefighters fought the flames through the night.",
        "An earthquake killed 80 people in the mountains. Rescuers searched the rubble for survivors.",
        "Locusts invaded farms in the north. The swarm wiped out a season's crops.",
        "Wolves killed 14 sheep in the valley. Shepherds want the right to shoot them.",
        "Floods displaced 3,000 families in the delta. The water is expected to fall next week.",
    ],
    "markets": [
        "Shares plunged as investors retreated from technology stocks. Traders spoke of a bloodbath.",
        "The lira came under pressure again on Thursday. The central bank raided its reserves to defend it.",
        "The airline struck a deal with its pilots. The price war with its rival has hurt both.",
        "Inflation eroded wages in every region. The bank said it would keep rates on hold.",
        "The company launched a new phone and a watch. Analysts expect it to dominate the market.",
        "Oil prices exploded after the announcement. Refiners were hit hard.",
    ],
    "courts and crime": [
        "The lawyer attacked the witness's testimony. The jury will hear closing speeches on Friday.",
        "The judge dismissed the claim and ordered the firm to pay costs. The firm said it would appeal.",
        "A motorist was fined for speeding near a school. He told the court that he had been late for work.",
        "The bill seeks to ban attacks on health workers. Parliament will debate it in spring.",
        "The trial over the inheritance has been a battle of experts. Both sides accuse each other of greed.",
    ],
    "metaphor": [
        "Critics bombarded the minister with questions. He dodged most of them.",
        "A war of words has broken out between the two bakers. Neighbours are tired of it.",
        "The campaign to stamp out malaria has been a long battle. Doctors are winning it with nets and pills.",
        "The virus invades the lungs and attacks the cells. A new drug can stop it.",
        "The city is under siege by tourists. Residents are fighting back with higher taxes.",
        "The idea was shot down in committee. Its author promised to fight on.",
        "You cannot keep a tiger in the yard and expect it to bite only strangers. Sooner or later it will turn on you.",
        "The speech was a bombshell. It triggered an avalanche of letters.",
        "She has a killer smile and a sharp tongue. Her jokes slay every audience.",
        "The budget is a time bomb. Nobody dares to defuse it.",
    ],
    "anniversaries and memory": [
        "The country marked the anniversary of the bombing of its theatre. Choirs sang and children lit candles.",
        "Villagers held a memorial for the victims of the massacre. The names were read aloud in the church.",
        "Veterans laid wreaths at the grave of the unknown soldier. The mayor spoke of peace.",
        "A street was named after the poet. She wrote about the siege in her last book.",
    ],
    "drills and ceremony": [
        "Cadets watched a drill off the coast. It simulated an attack on a port.",
        "Recruits practised storming a mock village. Instructors fired blanks.",
        "The navy showed its new frigate to the press. It carries missiles and two helicopters.",
        "Soldiers marched past the palace on the national day. The band played for an hour.",
    ],
    "obituaries": [
        "The retired general died at home aged 78. He had served in three wars and written two books.",
        "The actress, who played a spy in the famous series, died on Monday. She leaves two sons.",
        "The reporter covered wars on four continents. He died of a heart attack at his desk.",
    ],
    "daily life": [
        "Two planes collided over the bay, killing six people. Investigators blamed fog.",
        "A gas explosion killed four workers in a mine. The owners said the shaft had been inspected in May.",
        "The bus left the road and fell into a ravine. Nine passengers died.",
        "Enter your address to receive our newsletter. We will never share it with anybody.",
        "The president visited a school and read to pupils. The children asked him about his dog.",
        "Researchers at the institute study how wars end. Their first report is due in June.",
        "The town lies near the border with Chad. Its market sells dates, salt and cloth.",
        "The ministry said wheat exports would rise. Farmers hope for rain.",
    ],
}


@pytest.fixture(scope="module")
def measured(events: Callable[..., list[Event]], read_text: Callable[..., Reading]) -> tuple[dict[str, list[str]], int]:
    """The certain events of each passage that gives some, and the number of sentences read."""
    passages = [p for group in PASSAGES.values() for p in group]
    found = {p: [f"{e.type}: {e.claims[0].act.words}" for e in events(p)] for p in passages}
    return {p: acts for p, acts in found.items() if acts}, sum(len(read_text(p).sentences) for p in passages)


def test_sixty_passages_are_read() -> None:
    assert sum(map(len, PASSAGES.values())) >= 60


@pytest.mark.timeout(600)
def test_few_events_where_there_are_none(measured: tuple[dict[str, list[str]], int]) -> None:
    false, sentences = measured
    rate = 100 * sum(map(len, false.values())) / sentences
    print(f"\n{rate:.1f} false events per 100 of {sentences} sentences", *(f"{a} | {p}" for p, a in false.items()), sep="\n    ")
    assert rate <= CEILING


@pytest.mark.timeout(600)
def test_storms_fires_and_wolves_leave_no_toll(events: Callable[..., list[Event]]) -> None:
    assert [p for p in PASSAGES["weather and nature"] if events(p)] == []
