"""Who tells an attack again right after it is one more voice of it, though what he tells is no event of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from casus.merge.group import Group
from casus.merge.told_beside import with_tellers_beside
from casus.model.claim import Claim, Near
from casus.model.picture import Picture

Code = Callable[[str], Picture]


def _claims(code_text: Code, text: str) -> list[Claim]:
    return [c for e in code_text(text).events for c in e.claims if c.type == "ASSAULT"]


def _voices(code_text: Code, text: str, *, again: str) -> list[str]:
    told = sorted(_claims(code_text, text), key=lambda c: c.act.start)
    last = replace(told[-1], certain=False, reasons=()).because("certain", again)
    groups = [Group((replace(told[0], besides=(), near=()),), 1.0, ()), Group((last,), 1.0, ())]
    return [s.name for s in with_tellers_beside(groups)[0].claims[0].besides]


TEXT = "The army shelled the Sake camp on Monday. A local committee said nine people were killed by shells."


def test_who_tells_it_again_is_a_voice(code_text: Code) -> None:
    assert _voices(code_text, TEXT, again="may be told already: “shelled”") == ["local committee"]


def test_who_is_doubted_for_another_reason_is_none(code_text: Code) -> None:
    assert _voices(code_text, TEXT, again="a weak word") == []


def test_another_attack_is_not_that_one(code_text: Code) -> None:
    text = "The army shelled the Sake camp on Monday. A local committee said nine people were killed in another attack."
    assert _voices(code_text, text, again="may be told already: “shelled”") == []


LEAD = "Gunmen attacked a convoy of traders near Gossi on Tuesday, killing a driver.\n\nThe road had been closed for weeks."


def _all(code_text: Code, text: str) -> list[list[str]]:
    return [[s.name for s in e.sources] for e in code_text(text).events if e.type == "ASSAULT" and e.certain]


def test_where_one_attack_is_told_who_speaks_after_it_speaks_of_it(code_text: Code) -> None:
    assert _all(code_text, f'{LEAD}\n\n"I lay down between the seats," said Amadou Cisse, a baker.') == [["Amadou Cisse"]]
    assert _all(code_text, f"{LEAD}\n\nThe mayor said the lorries had left without an escort.") == [["mayor"]]


def test_where_two_are_told_nobody_knows_of_which(code_text: Code) -> None:
    text = f'{LEAD} A bomb went off at a bar in Gao on Wednesday, wounding three soldiers.\n\n"I lay down," said Amadou Cisse, a baker.'
    assert _all(code_text, text) == [[], []]


def test_who_turns_to_something_else_is_none(code_text: Code) -> None:
    assert _all(code_text, f"{LEAD}\n\nElsewhere, teachers in Mopti said their pay had been cut.") == [[]]


def test_who_claims_it_late_is_a_voice_of_it(code_text: Code) -> None:
    filler = "The town lies on the river. " * 9
    assert _all(code_text, f"{LEAD}\n\n{filler}\n\nThe Red Dawn group later claimed responsibility.") == [["Red Dawn group"]]


def test_who_is_near_two_attacks_is_the_likelier_ones_voice_and_of_nothing_else_printed(code_text: Code) -> None:
    told = sorted(_claims(code_text, f"{LEAD} A bomb went off at a bar in Gao on Wednesday, the mayor said."), key=lambda c: c.act.start)
    convoy, bomb = told[0], told[-1]
    mayor = bomb.sources[0]
    near = [replace(c, near=(Near(mayor, odds),), sources=(), besides=(), after=()) for c, odds in ((convoy, 20), (bomb, 90))]
    heard = [g.claims[0].besides for g in with_tellers_beside([Group((c,), 1.0, ()) for c in near])]
    assert heard == [(), (mayor,)]
    taken = [Group((near[0],), 1.0, ()), Group((replace(near[1], sources=(mayor,)),), 1.0, ())]
    assert [g.claims[0].besides for g in with_tellers_beside(taken)] == [(), ()]
