"""Dates that are of a saying, a picture, a count, or of what is agreed, and of no act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.picture import Reading


def _starts(text: str, read_text: Callable[..., Reading], kind: str) -> set[str]:
    return {str(c.date and c.date.start) for c in read_text(text, published="2025-03-14").claims if c.type == kind}


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("The army said on Thursday its troops had arrested three smugglers near Orla.", "COERCE", "None"),
        ("The army said its troops had arrested three smugglers near Orla on Thursday.", "COERCE", "2025-03-13"),
        ("The last of the missing from the rebel strikes on central Orla were dug out on Friday morning.", "ASSAULT", "None"),
        ("A wave of rebel strikes hit central Orla on Thursday.", "ASSAULT", "2025-03-13"),
        ("They also blame the group for a deadly attack in Goma in April that killed nearly 70 people.", "ACCUSE", "None"),
        ("A crowd gathered on Monday for the first meeting since the police shooting of John Scott.", "ASSAULT", "None"),
        ("Police confront protesters following the police shooting of John Scott, in Orla, Sept. 22, 2024.", "ASSAULT", "None"),
        ("The two sides have agreed to meet again in August, the mediator said.", "AGREE", "None"),
        ("Police arrested four men over the March 2 attack on a concert hall near Orla.", "COERCE", "None"),
        ("Police arrested four men over the March 2 attack on a concert hall near Orla.", "ASSAULT", "2025-03-02"),
        ("Troops arrested six men following Tuesday's riot in Orla.", "COERCE", "None"),
        ("The poet died in custody on 3 March after his arrest in Orla.", "COERCE", "None"),
        ("The poet died in prison on Monday, weeks after his arrest in Orla on 1 February.", "COERCE", "2025-02-01"),
        ("Borduria sentenced six people over protests in Orla in August 2022.", "SANCTION", "None"),
        ("Borduria sentenced six people over protests in Orla in August 2022.", "PROTEST", "2022-08-01"),
        ("Six men were sentenced to death on Thursday over the killing of a priest in Orla in 2018.", "SANCTION", "2025-03-13"),
        ("Six men were sentenced to death on Thursday over the killing of a priest in Orla in 2018.", "ASSAULT", "2018-01-01"),
        ("Canada imposed sanctions on two commanders on Thursday over killings in Goma.", "ASSAULT", "None"),
        ("The mayor was jailed for two years in 2020.", "SANCTION", "2020-01-01"),
        ("A court found the mayor guilty of having ordered the killing of a priest on 3 October 2019.", "SANCTION", "None"),
        ("Ten states condemned the bombing on Tuesday of a school in Goma.", "ACCUSE", "None"),
        ("Ten states condemned the bombing on Tuesday of a school in Goma.", "ASSAULT", "2025-03-11"),
        ("Rebels attacked a convoy due to reach Goma on Monday.", "ASSAULT", "None"),
        ("Nurses called off a strike due to start on Monday.", "CONCEDE", "None"),
        ("A boy was hacked to death in Goma on Tuesday, triggering clashes yesterday in which a student died.", "ASSAULT", None),
    ],
)
def test_dates_of_something_else(text: str, kind: str, start: str | None, read_text: Callable[..., Reading]) -> None:
    assert _starts(text, read_text, kind) == ({start} if start else {"2025-03-11", "2025-03-13"})


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("There have been two public executions in Orla since Sunday, a trader said.", "2025-03-09..2025-03-14"),
        ("The ministry said 400 soldiers had been flown to Orla since Wednesday.", "2025-03-12..2025-03-14"),
        ("A curfew was imposed on Orla from 11 am on Tuesday until further notice.", "2025-03-11..2025-03-11"),
        ("Two ministers were arrested overnight Tuesday to Wednesday in Orla.", "2025-03-11..2025-03-12"),
        ("Soldiers killed 62 people at Bule on the first of February 2022.", "2022-02-01..2022-02-01"),
        ("In March 2022, soldiers shot dead ten people. In February, a bomb hit a bus in Orla, killing two.", "2025-02-01..2025-02-28"),
        ("Police have arrested ten men ahead of Monday's planned march in Goma.", "None..2025-03-14"),
    ],
)
def test_days_as_told(text: str, days: str, read_text: Callable[..., Reading]) -> None:
    told = [c for c in read_text(text, published="2025-03-14").claims if c.date is not None and c.type != "PROTEST"]
    last = max(told, key=lambda c: c.act.start).date
    assert last is not None
    assert f"{last.start}..{last.end}" == days
