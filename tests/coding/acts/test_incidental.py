"""Acts told by the way, accidents, harm to oneself and the regular course of things are kept, not printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casus.model.event import Event

Events = Callable[..., list[Event]]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Ba (26), an activist of the Reform Party, was killed and five others were injured when hit by a truck in Gao on Monday.",
        "A man suspected of a robbery began fighting with a police dog before shooting and killing himself in Gao on Monday.",
        "An officer was hurt in Gao on Monday by the bullet the suspect fired at himself.",
        "A student was wounded in Gao on Monday when a handgun went off inside a car.",
        "Seven militants were killed in two accidental explosions in Gao on Monday.",
        "Two children were killed in Gao on Monday when the mortar shell with which they were playing exploded accidentally.",
        "Shooting in Gao determined to be an accident\n\nA woman was shot in Gao on Monday.",
        "Bus hits bridge in Gao\n\nFour children were killed in Gao on Monday.",
        "Ninety people were detained in hospital in Gao on Monday.",
        "On Monday the governor declared a state of emergency in Gao in anticipation of the hurricane.",
        "The governor general dissolved the parliament of Canada on Monday, triggering elections.",
        "Canada will look again at parts of the North Sea Cooperation Agreement with Norway, the premier said on Monday.",
        "The premier of Mali promised on Monday to do better.",
        "The bureau in Gao is probing sabotage, the premier said on Monday.",
        "A goods train left the town of Gao on Monday.",
        "Both candidates are staging rallies in Gao on Monday.",
        "Amara Diop, author of a book on the river, said on Monday that the government should free the judges.",
    ],
)
def test_nothing_is_printed(events: Events, text: str) -> None:
    assert [e.type for e in events(text)] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("An officer was shot dead in Gao on Monday while patrolling the area.", ["ASSAULT"]),
        ("Militants equipped with automatic guns attacked the post in Gao on Monday.", ["ASSAULT"]),
        ("Protesters marched in Tunis on Monday. Police guarded Bourguiba Avenue, the epicentre of mass protests in 2011.", ["PROTEST"]),
        ("A man shot his wife in Gao on Monday and then killed himself.", ["ASSAULT"]),
        ("The president of Mali granted clemency to eleven prisoners on Monday.", ["RETREAT"]),
        ("Mali promised aid to Niger on Monday.", ["AGREE"]),
        ("A baker was charged with murder in Gao on Monday.", ["ACCUSE"]),
        ("Omar Ba faces two assault charges in Gao.", ["ACCUSE"]),
        ("Omar Ba was convicted of terrorism and murder in Gao on Monday.", ["SANCTION"]),
        ("A baker was charged with the murder of his wife in Gao on Monday.", ["ACCUSE", "ASSAULT"]),
        ("Two brothers were charged on Monday over the killing of a judge in Gao.", ["ACCUSE", "ASSAULT"]),
        ("Two brothers were charged on Monday in connection with the killing of a judge in Gao.", ["ACCUSE", "ASSAULT"]),
        ("The junta imposed martial law in Gao on Monday.", ["COERCE"]),
    ],
)
def test_what_is_told_for_itself_is(events: Events, text: str, kinds: list[str]) -> None:
    assert [e.type for e in events(text)] == kinds
