"""Which places a sentence names, and where an act happened."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parsed import Cell, grown, parsed, word

from casus.codebook.places import load_places
from casus.coding.places.finding import PlaceMention, find_places, place_of_act
from casus.model.text import Sentence

NEAR = (
    "Gunmen=gunman/NOUN/2/nsubj attacked=attack/VERB/0/root a/DET/4/det checkpoint/NOUN/2/obj near/ADP/6/case Wana=Wana/PROPN/4/nmod "
    "_,/PUNCT/8/punct killing=kill/VERB/2/advcl five/NUM/10/nummod soldiers=soldier/NOUN/8/obj _./PUNCT/2/punct"
)
SPOKESMAN = (
    "A/DET/2/det spokesman/NOUN/5/nsubj in/ADP/4/case Kabul=Kabul/PROPN/2/nmod said=say/VERB/0/root that/SCONJ/9/mark "
    "militants=militant/NOUN/9/nsubj had=have/AUX/9/aux killed=kill/VERB/5/ccomp three/NUM/11/nummod people/NOUN/9/obj in/ADP/13/case "
    "Khost=Khost/PROPN/11/nmod _./PUNCT/5/punct"
)
VILLAGE = (
    "The/DET/2/det bodies=body/NOUN/4/nsubj:pass were=be/AUX/4/aux:pass found=find/VERB/0/root in/ADP/7/case the/DET/7/det village/NOUN/4/obl "
    "of/ADP/9/case Zorabkhel=Zorabkhel/PROPN/7/nmod _./PUNCT/4/punct"
)
EASTERN = (
    "The/DET/2/det strike/NOUN/3/nsubj killed=kill/VERB/0/root 12/NUM/5/nummod people/NOUN/3/obj in/ADP/8/case eastern/ADJ/8/amod "
    "Afghanistan=Afghanistan/PROPN/5/nmod _./PUNCT/3/punct"
)
DISTANCE = (
    "A/DET/2/det bomber/NOUN/3/nsubj struck=strike/VERB/0/root about/ADV/5/advmod 35/NUM/6/nummod km=kilometer/NOUN/3/obl:unmarked "
    "south/ADV/3/advmod of/ADP/9/case Kandahar=Kandahar/PROPN/7/obl _./PUNCT/3/punct"
)
SHELLED = "Russian/ADJ/2/amod forces=force/NOUN/3/nsubj shelled=shell/VERB/0/root Kharkiv=Kharkiv/PROPN/3/obj overnight/ADV/3/advmod _./PUNCT/3/punct"
MARCHED = (
    "Troops=troop/NOUN/2/nsubj marched=march/VERB/0/root from/ADP/4/case Kabul=Kabul/PROPN/2/obl to/ADP/6/case Herat=Herat/PROPN/2/obl _./PUNCT/2/punct"
)
GROUP = (
    "The/DET/5/det Free=Free/PROPN/3/compound Aleppo=Aleppo/PROPN/5/compound Army=Army/PROPN/3/flat group/NOUN/6/nsubj attacked=attack/VERB/0/root "
    "a/DET/8/det post/NOUN/6/obj in/ADP/10/case Bannu=Bannu/PROPN/8/nmod _./PUNCT/6/punct"
)
BETWEEN = (
    "Rebels=rebel/NOUN/2/nsubj fought=fight/VERB/0/root the/DET/4/det army/NOUN/2/obj between/ADP/6/case Goma=Goma/PROPN/2/obl and/CCONJ/8/cc "
    "Sake=Sake/PROPN/6/conj _./PUNCT/2/punct"
)
BORDER = (
    "Clashes=clash/NOUN/2/nsubj erupted=erupt/VERB/0/root along/ADP/8/case the/DET/8/det Afghanistan=Afghanistan/PROPN/8/compound _-/PUNCT/5/punct "
    "_Pakistan=Pakistan/PROPN/8/compound border/NOUN/2/obl _./PUNCT/2/punct"
)
TOWN_OF = (
    "Soldiers=soldier/NOUN/2/nsubj killed=kill/VERB/0/root two/NUM/4/nummod men=man/NOUN/2/obj in/ADP/9/case the/DET/9/det West=West/PROPN/8/compound "
    "Bank=Bank/PROPN/9/compound town/NOUN/2/obl of/ADP/11/case Hebron=Hebron/PROPN/9/nmod _./PUNCT/2/punct"
)
DISTRICT = (
    "The/DET/2/det blast/NOUN/10/nsubj in/ADP/6/case the/DET/6/det Barmal=Barmal/PROPN/6/compound district/NOUN/2/nmod of/ADP/9/case "
    "Paktika=Paktika/PROPN/9/compound province/NOUN/6/nmod killed=kill/VERB/0/root a/DET/12/det child/NOUN/10/obj _./PUNCT/10/punct"
)
COUNTRY = (
    "Militants=militant/NOUN/2/nsubj attacked=attack/VERB/0/root a/DET/4/det base/NOUN/2/obj in/ADP/7/case the/DET/7/det northwest/NOUN/2/obl "
    "of/ADP/10/case the/DET/10/det country/NOUN/7/nmod _./PUNCT/2/punct"
)
ACCUSED = (
    "Pakistan=Pakistan/PROPN/2/nsubj accused=accuse/VERB/0/root Afghanistan=Afghanistan/PROPN/2/obj of/SCONJ/5/mark sheltering=shelter/VERB/2/advcl "
    "militants=militant/NOUN/5/obj _./PUNCT/2/punct"
)
SOIL = "The/DET/2/det army/NOUN/3/nsubj bombed=bomb/VERB/0/root Afghan/ADJ/5/amod territory/NOUN/3/obj _./PUNCT/3/punct"
MARKET = "An=a/DET/2/det explosion/NOUN/3/nsubj hit/VERB/0/root a/DET/6/det Baghdad=Baghdad/PROPN/6/compound market/NOUN/3/obj _./PUNCT/3/punct"
BASED = (
    "The/DET/5/det London=London/PROPN/4/obl:unmarked _-/PUNCT/2/punct _based=base/VERB/5/amod monitor/NOUN/6/nsubj said=say/VERB/0/root "
    "five/NUM/8/nummod people/NOUN/9/nsubj died=die/VERB/6/ccomp in/ADP/11/case Idlib=Idlib/PROPN/9/obl _./PUNCT/6/punct"
)
PROVINCES = (
    "Five/NUM/2/nummod people/NOUN/3/nsubj died=die/VERB/0/root in/ADP/8/case Logar=Logar/PROPN/8/compound and/CCONJ/7/cc Wardak=Wardak/PROPN/5/conj "
    "provinces=province/NOUN/3/obl _./PUNCT/3/punct"
)


def mentions_in(tree: str, names: str = "", before: str = "") -> tuple[tuple[PlaceMention, ...], Sentence]:
    report, sentence = parsed(tree, names, before=before)
    return find_places(report, sentence, load_places()), sentence


@pytest.mark.parametrize(
    ("tree", "names", "words", "relation", "role"),
    [
        (NEAR, "place: Wana", ["near Wana"], ["near"], ["where"]),
        (SPOKESMAN, "place: Kabul; place: Khost", ["Kabul", "Khost"], ["in", "in"], ["where", "where"]),
        (VILLAGE, "", ["the village of Zorabkhel"], ["in"], ["where"]),
        (EASTERN, "place: Afghanistan", ["eastern Afghanistan"], ["direction"], ["where"]),
        (EASTERN, "place: eastern Afghanistan", ["eastern Afghanistan"], ["direction"], ["where"]),
        (DISTANCE, "place: Kandahar", ["about 35 km south of Kandahar"], ["near"], ["where"]),
        (SHELLED, "person: Kharkiv", ["Kharkiv"], ["in"], ["where"]),
        (SHELLED, "", ["Kharkiv"], ["in"], ["where"]),
        (MARCHED, "place: Kabul; place: Herat", ["Kabul", "Herat"], ["in", "in"], ["from", "to"]),
        (GROUP, "organisation: Free Aleppo Army; place: Bannu", ["Bannu"], ["in"], ["where"]),
        (BETWEEN, "place: Goma; place: Sake", ["between Goma and Sake"], ["between"], ["where"]),
        (BORDER, "place: Afghanistan; place: Pakistan", ["Afghanistan-Pakistan border"], ["border"], ["where"]),
        (TOWN_OF, "place: West Bank; place: Hebron", ["West Bank town of Hebron"], ["in"], ["where"]),
        (DISTRICT, "place: Barmal district; place: Paktika province", ["Barmal district of Paktika province"], ["in"], ["where"]),
        (COUNTRY, "", ["the northwest of the country"], ["direction"], ["where"]),
        (SOIL, "nationality: Afghan", ["Afghan territory"], ["in"], ["where"]),
        (MARKET, "place: Baghdad", ["Baghdad market"], ["in"], ["where"]),
        (BASED, "place: London; place: Idlib", ["London", "Idlib"], ["in", "in"], ["seat", "where"]),
        (PROVINCES, "place: Logar; place: Wardak provinces", ["Logar", "Wardak"], ["in", "in"], ["where", "where"]),
    ],
)  # fmt: skip
def test_the_places_of_a_sentence(tree: str, names: str, words: list[str], relation: list[str], role: list[str]) -> None:
    mentions, _ = mentions_in(tree, names)
    assert [m.words for m in mentions] == words
    assert [m.relation for m in mentions] == relation
    assert [m.role for m in mentions] == role


@pytest.mark.parametrize(
    ("tree", "names", "act", "words"),
    [
        (NEAR, "place: Wana", "attacked", "near Wana"),
        (NEAR, "place: Wana", "killing", "near Wana"),
        (SPOKESMAN, "place: Kabul; place: Khost", "killed", "Khost"),
        (SPOKESMAN, "place: Kabul; place: Khost", "said", "Kabul"),
        (VILLAGE, "", "found", "the village of Zorabkhel"),
        (EASTERN, "place: Afghanistan", "strike", "eastern Afghanistan"),
        (EASTERN, "place: Afghanistan", "killed", "eastern Afghanistan"),
        (SHELLED, "person: Kharkiv", "shelled", "Kharkiv"),
        (MARCHED, "place: Kabul; place: Herat", "marched", None),
        (GROUP, "organisation: Free Aleppo Army; place: Bannu", "attacked", "Bannu"),
        (BETWEEN, "place: Goma; place: Sake", "fought", "between Goma and Sake"),
        (BORDER, "place: Afghanistan; place: Pakistan", "Clashes", "Afghanistan-Pakistan border"),
        (TOWN_OF, "place: West Bank; place: Hebron", "killed", "West Bank town of Hebron"),
        (DISTRICT, "place: Barmal district; place: Paktika province", "blast", "Barmal district of Paktika province"),
        (COUNTRY, "", "attacked", "the northwest of the country"),
        (ACCUSED, "place: Pakistan; place: Afghanistan", "accused", None),
        (ACCUSED, "place: Pakistan; place: Afghanistan", "sheltering", None),
        (SOIL, "nationality: Afghan", "bombed", "Afghan territory"),
        (MARKET, "place: Baghdad", "explosion", "Baghdad market"),
        (BASED, "place: London; place: Idlib", "died", "Idlib"),
    ],
)  # fmt: skip
def test_where_an_act_happened(tree: str, names: str, act: str, words: str | None) -> None:
    mentions, sentence = mentions_in(tree, names)
    place = place_of_act(sentence, word(sentence, act), mentions)
    assert (place.words if place else None) == words


def test_containers_the_text_names() -> None:
    assert mentions_in(TOWN_OF, "place: West Bank; place: Hebron")[0][0].within == ("West Bank",)
    district = mentions_in(DISTRICT, "place: Barmal district; place: Paktika province")[0][0]
    assert (district.name, district.within, district.kind, district.unit) == ("Barmal", ("Paktika",), "adm2", "adm2")


def test_a_pair_has_its_second_name() -> None:
    (between,) = mentions_in(BETWEEN, "place: Goma; place: Sake")[0]
    assert (between.name, between.others) == ("Goma", ("Sake",))


def test_a_dateline_is_no_place_of_an_act() -> None:
    tree = (
        "KABUL=Kabul/PROPN/0/root (Agency)/PUNCT/1/punct -/PUNCT/1/punct Two/NUM/5/nummod men=man/NOUN/6/nsubj died=die/VERB/1/parataxis "
        "in/ADP/8/case Khost=Khost/PROPN/6/obl _./PUNCT/1/punct"
    )
    mentions, sentence = mentions_in(tree, "place: KABUL; place: Khost")
    assert [m.role for m in mentions] == ["dateline", "where"]
    place = place_of_act(sentence, word(sentence, "died"), mentions)
    assert place is not None
    assert place.words == "Khost"


def test_months_and_directions_are_no_places() -> None:
    tree = "He/PRON/2/nsubj left=leave/VERB/0/root in/ADP/4/case March=March/PROPN/2/obl _./PUNCT/2/punct"
    assert mentions_in(tree, "place: March")[0] == ()


def test_without_syntax_there_is_no_place_of_act() -> None:
    mentions, _ = mentions_in(NEAR, "place: Wana")
    assert place_of_act(Sentence(0, 0, 4, 0, False, (), ()), 0, mentions) is None


_WORDS = ["Kabul", "near", "the", "village", "of", "Sake", "border", "-", "and", "between", "Goma", "35", "km", "south", "killed", "Afghan", "soil", ",", "in"]


_RELATIONS = ["obl", "nmod", "conj", "appos", "case", "nsubj", "obj", "advcl", "acl:relcl", "xcomp", "ccomp", "compound", "parataxis"]
_CELLS = st.tuples(st.sampled_from(_WORDS), st.sampled_from(["PROPN", "ADP", "NOUN", "VERB"]), st.integers(-1, 12), st.sampled_from(_RELATIONS))


@given(st.lists(_CELLS, min_size=1, max_size=12))
@settings(max_examples=300, deadline=None)
def test_any_tree_is_read_without_fault(cells: list[Cell]) -> None:
    report, sentence = grown(cells)
    mentions = find_places(report, sentence, load_places())
    for mention in mentions:
        report.check(mention.evidence)
        assert 0 <= mention.first <= mention.head < mention.last <= len(cells)
    for i in range(len(cells)):
        place_of_act(sentence, i, mentions)
