"""Who is nobody an act was done to: what was taken, where it was found, where people were shot, a laden car, some of those told of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Many = Callable[[str], list[Event]]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("On Sunday police recovered a revolver in Gao.", "COERCE", set()),
        ("On Sunday troops seized a cache of explosives from a house in Mosul.", "COERCE", {"house"}),
        ("Police recovered a revolver from the spot in Imphal on Sunday.", "COERCE", set()),
        ("On Friday the army recovered two rifles from the rebels in Gao.", "COERCE", {"rebels in Gao"}),
        ("Police in Cali arrested four guards on Friday and recovered two knives from their possession.", "COERCE", {"four guards"}),
        ("Police seized computers and documents from the office of the opposition party in Kampala on Monday.", "COERCE",
         {"office of the opposition party in Kampala"}),
        ("On Monday the navy seized a ship carrying weapons off Aden.", "COERCE", {"ship"}),
        ("On Tuesday the militia confiscated the farms of 30 villagers in Darfur.", "COERCE", {"farms of 30 villagers in Darfur"}),
        ("A man opened fire at a bakery in Dayton on Friday, killing two women.", "ASSAULT", {"two women"}),
        ("Gunmen opened fire at a checkpoint in Gao on Friday, killing two soldiers.", "ASSAULT", {"checkpoint", "two soldiers"}),
        ("Gunmen opened fire at the offices of the newspaper in Lima on Friday, wounding a guard.", "ASSAULT",
         {"offices of the newspaper in Lima", "guard"}),
        ("A bomber detonated an explosive-laden truck near a house in Mosul on Monday, killing six women.", "ASSAULT", {"six women"}),
        ("Two men on a motorcycle shot at policemen guarding a clinic in Bannu on Friday.", "ASSAULT", {"policemen"}),
        ("Two men on a motorcycle were shot at by policemen in Bannu on Friday.", "ASSAULT", {"Two men on a motorcycle"}),
        ("Police killed two rebels in a raid conducted on a tip about militants in Gao on Friday.", "ASSAULT", {"two rebels"}),
        ("A man stabbed two tourists in Nice on Sunday, wounding one of them.", "ASSAULT", {"two tourists"}),
        ("On Monday rebels shot dead Ramesh Oraon in Lohardaga. The injured villager died in hospital.", "ASSAULT", {"Ramesh Oraon"}),
        ("JUAN ELM IS THE THIRD MAYOR THAT HAS BEEN MURDERED IN PERU SINCE MONDAY.", "ASSAULT", {"JUAN ELM"}),
        ("Both groups are killing each other's men in Swat.", "ASSAULT", set()),
        ("In November 2018 the massacre of La Saline cost the lives of 71 people.", "ASSAULT", {"71 people"}),
        ("In Gao, where floods killed 40 people in May, gunmen shot dead a trader on Friday.", "ASSAULT", {"trader"}),
    ],
)  # fmt: skip
def test_whom_it_was_done_to(events: Many, text: str, kind: str, names: set[str]) -> None:
    found = [e for e in events(text) if e.type == kind]
    assert found and {p.name for e in found for p in e.recipients} == names
