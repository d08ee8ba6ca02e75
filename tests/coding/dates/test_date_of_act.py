"""Which date dates which act."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parsed import THURSDAY, Cell, grown, parsed, word

from casus.coding.dates.finding import date_of_act, find_dates
from casus.model.picture import Reading

SAID = (
    "A/DET/2/det spokesman/NOUN/3/nsubj said=say/VERB/0/root on/ADP/5/case Monday=Monday/PROPN/3/obl that/SCONJ/9/mark "
    "militants=militant/NOUN/9/nsubj had=have/AUX/9/aux killed=kill/VERB/3/ccomp three/NUM/11/nummod people/NOUN/9/obj last/ADJ/13/amod "
    "week/NOUN/9/obl:unmarked _./PUNCT/3/punct"
)
FOUND = (
    "The/DET/2/det bodies=body/NOUN/7/nsubj:pass of/ADP/5/case four/NUM/5/nummod men=man/NOUN/2/nmod were=be/AUX/7/aux:pass "
    "found=find/VERB/0/root on/ADP/9/case Sunday=Sunday/PROPN/7/obl _./PUNCT/7/punct"
)
POSSESSIVE = (
    "Tuesday=Tuesday/PROPN/3/nmod:poss _'s/PART/1/case strike/NOUN/4/nsubj killed=kill/VERB/0/root 12/NUM/6/nummod people/NOUN/4/obj _./PUNCT/4/punct"
)
CONDEMNED = (
    "Officials=official/NOUN/4/nsubj on/ADP/3/case Monday=Monday/PROPN/1/nmod condemned=condemn/VERB/0/root the/DET/6/det attack/NOUN/4/obj "
    "_,/PUNCT/9/punct which/PRON/9/nsubj took=take/VERB/6/acl:relcl place/NOUN/9/obj on/ADP/12/case Saturday=Saturday/PROPN/9/obl _./PUNCT/4/punct"
)
OPENING = (
    "On/ADP/2/case Monday=Monday/PROPN/5/obl _,/PUNCT/2/punct rebels=rebel/NOUN/5/nsubj seized=seize/VERB/0/root Goma=Goma/PROPN/5/obj "
    "and/CCONJ/8/cc advanced=advance/VERB/5/conj _./PUNCT/5/punct"
)
AFTER = (
    "Residents=resident/NOUN/2/nsubj fled=flee/VERB/0/root after/SCONJ/5/mark rebels=rebel/NOUN/5/nsubj burned=burn/VERB/2/advcl the/DET/7/det "
    "village/NOUN/5/obj on/ADP/9/case Sunday=Sunday/PROPN/5/obl _./PUNCT/2/punct"
)
CARRIED = (
    "The/DET/2/det army/NOUN/3/nsubj said=say/VERB/0/root the/DET/5/det raid/NOUN/7/nsubj:pass was=be/AUX/7/aux:pass carried=carry/VERB/3/ccomp "
    "out/ADP/7/compound:prt on/ADP/10/case Thursday=Thursday/PROPN/7/obl _./PUNCT/3/punct"
)
LAUNCHED = (
    "Fighters=fighter/NOUN/2/nsubj launched=launch/VERB/0/root an=a/DET/4/det assault/NOUN/2/obj on/ADP/6/case Friday=Friday/PROPN/2/obl "
    "_,/PUNCT/8/punct killing=kill/VERB/2/advcl five/NUM/8/obj _./PUNCT/2/punct"
)
WENT_ON = (
    "The/DET/2/det group/NOUN/4/nsubj has=have/AUX/4/aux killed=kill/VERB/0/root hundreds=hundred/NOUN/4/obj since/ADP/7/case 2021/NUM/4/obl _./PUNCT/4/punct"
)


@pytest.mark.parametrize(
    ("tree", "act", "words"),
    [
        (SAID, "said", "on Monday"), (SAID, "killed", "last week"), (FOUND, "found", "on Sunday"), (POSSESSIVE, "strike", "Tuesday's"),
        (POSSESSIVE, "killed", "Tuesday's"), (CONDEMNED, "attack", "on Saturday"), (CONDEMNED, "condemned", "on Monday"),
        (OPENING, "seized", "On Monday"), (OPENING, "advanced", "On Monday"), (AFTER, "burned", "on Sunday"), (AFTER, "fled", None),
        (CARRIED, "raid", "on Thursday"), (CARRIED, "said", None), (LAUNCHED, "assault", "on Friday"), (LAUNCHED, "killing", "on Friday"),
        (WENT_ON, "killed", "since 2021"),
    ],
)  # fmt: skip
def test_the_date_of_an_act(tree: str, act: str, words: str | None) -> None:
    report, sentence = parsed(tree)
    when = date_of_act(sentence, word(sentence, act), find_dates(report, sentence))
    assert (when.evidence.words if when and when.evidence else None) == words


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The army killed six rebels in Goma, a spokesman said on Monday.", None),
        ("Six people were killed in Goma, officials told the radio on Monday.", None),
        ("The army killed six rebels in Goma on Monday, a spokesman said.", "2024-12-23"),
        ("A spokesman said the army killed six rebels in Goma on Monday.", "2024-12-23"),
        ("On Saturday morning a gunman killed two shoppers in Goma, officials reported.", "2024-12-21"),
        ("On Monday, officials said that rebels had killed six people in Goma.", None),
    ],
)  # fmt: skip
def test_the_day_of_telling_is_not_the_day_of_what_is_told(text: str, when: str | None, read_text: Callable[..., Reading]) -> None:
    (claim,) = [c for c in read_text(text).claims if c.type == "ASSAULT"]
    assert claim.date is not None
    assert (str(claim.date.start) if claim.date.start else None) == when


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two traders were shot dead and a guard was injured in the Karna area of Lower Town in Goma, the capital of North Kivu on May 8, a paper reported.", "on May 8"),
        ("Two traders were shot dead in the Karna area of Lower Town in Goma on May 8, reported Morning Post.", "on May 8"),
        ("Rebels attacked and burned a farm at Karna village in Lower District on May 8, reports Morning Post.", "on May 8"),
        ("Flowers were laid on Saturday, when hundreds of people marched down the road.", "on Saturday"),
        ("The town was overrun by rebels last week.", "last week"),
        ("A court Saturday jailed six protesters.", "Saturday"),
        ("On Saturday soldiers from the same brigade stormed Karna and set fire to 12 houses.", "On Saturday"),
        ("Early on Tuesday police raided nine homes in Goma.", "on Tuesday"),
        ("Earlier on Monday, troops of the 4th Brigade shot two farmers in Sake.", "on Monday"),
        ("On May 8, youths believed to be from Karna attacked a cattle camp at Sake.", "On May 8"),
        ("The president in a speech on Monday condemned the attack.", "on Monday"),
        ("Three guards were shot in Goma yesterday as two gangs fought with knives, less than a month before the vote.", "yesterday"),
        ("Nothing was heard of them since 2021, when gunmen killed a judge near Sake and burned his house.", "since 2021"),
    ],
)  # fmt: skip
def test_a_date_on_a_name_or_on_people_is_that_of_what_is_done(text: str, words: str, read_text: Callable[..., Reading]) -> None:
    for claim in (c for c in read_text(text).claims if c.certain):
        assert claim.date is not None
        assert claim.date.evidence is not None
        assert claim.date.evidence.words == words


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("Rebels shelled Sake, and on Monday a patrol was hit in Goma.", "shelled", None),
        ("Rebels shelled Sake, and on Monday a patrol was hit in Goma.", "hit", "on Monday"),
        ("The court heard on Monday that rebels had burned a farm in Sake.", "burned", None),
    ],
)
def test_a_day_that_opens_the_next_clause_is_not_the_first_one_s(
    text: str, act: str, words: str | None, read_text: Callable[..., Reading]
) -> None:
    (claim,) = [c for c in read_text(text).claims if c.act.words.split() and act in c.act.words]
    assert claim.date is not None
    assert (claim.date.evidence.words if claim.date.evidence else None) == words


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The union said on Tuesday that nurses would march on Saturday.", "2024-12-28"),
        ("The union announced that on 23 January nurses would march in Goma.", "2025-01-23"),
        ("The bridge would have been bombed on Saturday had guards not come.", "2024-12-21"),
    ],
)
def test_what_would_come_lies_ahead(text: str, when: str, read_text: Callable[..., Reading]) -> None:
    days = {str(c.date.start) for c in read_text(text).claims if c.date is not None and c.date.precision == "day"}
    assert days <= {when}


def test_what_happened_when_a_time_began_has_an_end(read_text: Callable[..., Reading]) -> None:
    (claim,) = [c for c in read_text("The north was quiet since May 2021, when gunmen killed a judge near Sake.").claims if c.certain]
    assert claim.date is not None
    assert (str(claim.date.start), str(claim.date.end)) == ("2021-05-01", "2021-05-31")


def test_no_dates_no_date() -> None:
    _, sentence = parsed(FOUND)
    assert date_of_act(sentence, 6, ()) is None


_WORDS = ["on", "Monday", "killed", "yesterday", "attack", "5", "May", "2023", "said", "officials", "'s", "last", "week"]
_RELATIONS = ["obl", "nmod", "conj", "appos", "case", "nsubj", "obj", "advcl", "acl:relcl", "xcomp", "ccomp", "compound", "nmod:poss"]
_CELLS = st.tuples(st.sampled_from(_WORDS), st.sampled_from(["PROPN", "ADP", "NOUN", "VERB"]), st.integers(-1, 12), st.sampled_from(_RELATIONS))


@given(st.lists(_CELLS, min_size=1, max_size=12))
@settings(max_examples=300, deadline=None)
def test_any_tree_is_read_without_fault(cells: list[Cell]) -> None:
    report, sentence = grown(cells, published=THURSDAY)
    dates = find_dates(report, sentence)
    for i in range(len(cells)):
        assert date_of_act(sentence, i, dates) in {None, *dates}
