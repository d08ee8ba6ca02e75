from __future__ import annotations

import pytest

from casus.ingest import report_from_text

FILL = "The army said on Monday that it had closed the road to the town."


def damage(text: str) -> list[tuple[str, str, str | None]]:
    report = report_from_text(text)
    for repair in report.repairs:
        assert report.text[repair.start : repair.end] == repair.written or repair.start == repair.end
    return [(r.kind, r.written, r.reading) for r in report.repairs if r.kind != "boilerplate-removed"]


@pytest.mark.parametrize(
    ("text", "written", "reading"),
    [
        ("Families were deportedand left at the border.", "deportedand", "deported and"),
        ("Troops moved into the village afterthe raid.", "afterthe", "after the"),
        ("The police of the district said ofthe men that two died.", "ofthe", "of the"),
        ("The rebels left the territoryThe army came back.", "territoryThe", "territory. The"),
        ("Rebels raided a post in the country12 soldiers were killed.", "country12", "country. 12"),
        ("At least 46people were killed in the village.", "46people", "46 people"),
        ("Six men were killed.The police blamed rebels.", "killed.The", "killed. The"),
        ("The soldiers,said a witness, fired first.", "soldiers,said", "soldiers, said"),
    ],
)
def test_glued_words(text: str, written: str, reading: str) -> None:
    assert ("glued-words", written, reading) in damage(text)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("The rebels held the whole valley The army attacked them in May.", "valley. The"),
        ("The minister imposed new limits on trade, Around 5,000 people were sent back.", "trade. Around"),
        ("The army took the town They burned the market.", "town. They"),
    ],
)
def test_lost_full_stops(text: str, reading: str) -> None:
    assert reading in [found for kind, _, found in damage(text) if kind == "broken-sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "The newspaper The Guardian reported that six men were killed.",
        "The court in The Hague said that he was guilty.",
        "He told the paper The Economist was wrong.",
        "The men who wrote The Lord of Flies were there.",
        "She said, “The army killed them,” and left.",
        "He read The Times and said nothing.",
        "They have hepatitis A and were treated.",
        "The rebels in the north (see map) attacked.",
        "He used an iPhone, YouTube and a WhatsApp group.",
        "An M23 spokesman said so.",
        "It fired 155mm shells, 9mm rounds and an S300 missile.",
        "In 2019,2020 and 2021 it rained.",
        "The site example.com was down.",
        "The mujahideen and the lashkar met the jirga.",
        "The U.S.-led force left at 10pm on the 12th.",
        "Covid19 killed 12 people.",
        "Iraqi and Iranian troops met in Iraq and Iran.",
        "Nigerian troops entered Niger.",
        "It cost $1.500 and weighed 1.500 kg.",
        "Gunmen killed 12,345 people over 1,234,567 days.",
        "The peshmerga said the Houthis and al-Shabaab had no part in it.",
    ],
)
def test_sound_text_raises_no_alarm(text: str) -> None:
    assert damage(f"{FILL} {text}") == []


@pytest.mark.parametrize(
    ("figure", "reading"),
    [
        ("5,00,000 people", "500,000"),
        ("12,34,567 people", "1,234,567"),
        ("5,000,00 people", "500,000 or 5,000,000"),
        ("1.500 people", "1,500"),
        ("200,0000 people", "2,000,000"),
    ],
)
def test_odd_grouping(figure: str, reading: str) -> None:
    assert ("suspect-magnitude", figure.split()[0], reading) in damage(f"About {figure} fled the fighting in the north.")


@pytest.mark.parametrize(
    ("text", "written", "reading"),
    [
        ("The Tаliban said so.", "Tаliban", "Taliban"),
        ("It hit Кhost.", "Кhost", "Khost"),
        ("They donâ€™t agree.", "â€™", "’"),
        ("â€œWe will fight,â€\x9d he said.", "â€œ", "“"),
        ("A cafÃ© was hit.", "Ã©", "é"),
        ("At least 1O people died.", "1O", "10"),
        ("Some １２ men died.", "１２", "12"),
    ],
)
def test_strange_letters(text: str, written: str, reading: str) -> None:
    assert ("homoglyphs", written, reading) in damage(text)


def test_cyrillic_words_are_no_homoglyphs() -> None:
    assert damage(f"{FILL} The agency (ТАСС, Россия) said so.") == []


def test_quotation_opened_twice() -> None:
    found = damage("“The road is closed, he said. “We will open it soon,” he added.")
    assert ("broken-sentence", "“We", "”“We") in found


def test_quotation_never_closed() -> None:
    assert [kind for kind, _, _ in damage(f"He said: “The road is closed and nobody knows why.\n\n{FILL}")] == ["broken-sentence"]


@pytest.mark.parametrize(
    "text",
    [
        "“We will fight,” he said. “We will win.”",
        f"“We will fight.\n\n“We will win,” he said.\n\n{FILL}",
        'He was 6\'2" tall and said "no".',
        f'"We will fight.\n\nWe will win," he said.\n\n{FILL}',
        "“We will fight,” he said, ‘to the end’.",
    ],
)
def test_sound_quotations(text: str) -> None:
    assert damage(text) == []


def test_cut_headings() -> None:
    text = f"A Bomb in Town\n\n{FILL}\n\nHOW THE ARMY HELPED THE REBELS BECOME\n\n{FILL}\n\nThe rise of the\n\n{FILL}"
    assert [written for _, written, _ in damage(text)] == ["HOW THE ARMY HELPED THE REBELS BECOME", "The rise of the"]


def test_cut_text() -> None:
    assert damage(f"{FILL} Two men were… [+2041 chars]")[0][1] == "… [+2041 chars]"
    assert damage(f"{FILL} A spokesman said that the two men and the")[0][1] == "the"


@pytest.mark.parametrize(
    ("text", "written", "reading"),
    [
        ("Kabul said it was ready. The men in Kabul left. Pakistan hoped Kaul would act.", "Kaul", "Kabul"),
        ("Hillary Clinton spoke. Later Hillary Clinton left, and we recall Hilary’s remark.", "Hilary", "Hillary"),
        ("Troops in Khyber Pakhtunkhwa left; rebels in Khyber Paktunkhwa and Khyber Pakhtunkhwa fled.", "Paktunkhwa", "Pakhtunkhwa"),
        ("The bomb went off near Islmabad on Monday.", "Islmabad", "Islamabad"),
    ],
)
def test_misspelt_names(text: str, written: str, reading: str) -> None:
    assert ("spelling", written, reading) in damage(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ahmed Khan met Ahmed Shah, and later the police let Ahmad go.",
        "Iran said that Iran and Iraq agreed, but Iraq left.",
        "Omar Kaul left Kabul, and Kabul was calm.",
    ],
)
def test_other_names_are_left_alone(text: str) -> None:
    assert [one for one in damage(text) if one[0] == "spelling"] == []
