import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import networkx
import occurrences as o
import pytest
import samples
from syrupy.assertion import SnapshotAssertion

from casus.export import render
from casus.model.picture import Picture


def out(to: str, picture: Picture | None = None, **options: object) -> bytes:
    return b"".join(render(picture or samples.picture(), to, low=True, **options))  # type: ignore[arg-type]


def read(to: str, picture: Picture | None = None) -> networkx.MultiDiGraph:
    data = io.BytesIO(out(to, picture))
    return networkx.read_graphml(data, force_multigraph=True) if to == "graphml" else networkx.read_gexf(data)


@pytest.mark.parametrize("to", ["graphml", "gexf"])
def test_snapshot(to: str, snapshot: SnapshotAssertion) -> None:
    assert out(to).decode() == snapshot


@pytest.mark.parametrize("to", ["graphml", "gexf"])
def test_actors_are_nodes_and_acts_and_ties_are_edges(to: str) -> None:
    graph = read(to)
    assert graph.nodes["nor-army"]["label"] == "Army of Noria" and graph.nodes["nor-army"]["identified"] == "true"
    told = {(data["family"], data["edge_type"], data["sign"], data["status"]) for _, _, data in graph.edges(data=True)}
    assert ("tie", "hostile", "negative", "attributed") in told and ("act", "ASSAULT", "negative", "hedged") in told


def test_acts_of_one_kind_are_one_edge_with_first_and_last_day() -> None:
    of = o.report("TTP struck the army at Wana on Monday and on Tuesday.")
    later = o.days(of, "on Tuesday", o.DAY.replace(day=5), o.DAY.replace(day=5), "day")
    events = [o.event(o.claim(of, "struck", "TTP", "army", date=d), id=f"e{i}") for i, d in enumerate((o.monday(of), later))]
    denied = o.event(o.claim(of, "struck", "TTP", "army", status="denied"), id="e3")
    edges = list(read("graphml", o.picture(*events, denied, reports=(of,))).edges(data=True))
    assert {(data["status"], data["count"], data.get("first_day"), data.get("last_day")) for _, _, data in edges} == {
        ("asserted", 2, "2024-03-04", "2024-03-05"), ("denied", 1, None, None),
    }  # fmt: skip


def test_two_who_fight_are_joined_by_one_mutual_edge() -> None:
    (edge,) = read("gexf", o.one("TTP and ISKP fought at Wana on Monday.", "fought", "TTP ISKP")).edges(data=True)
    assert edge[:2] == ("ttp", "iskp") and edge[2]["mutual"] == "true"


def test_gexf_is_dynamic_and_holds_no_clock() -> None:
    root = ET.fromstring(out("gexf", o.one("TTP struck the army at Wana on Monday.", "struck", "TTP", "army")))
    space = {"g": root.tag[1:].split("}")[0]}
    graph, edge = root.find("g:graph", space), root.find(".//g:edge", space)
    assert graph is not None and graph.get("mode") == "dynamic" and graph.get("timeformat") == "date"
    assert edge is not None and (edge.get("start"), edge.get("end"), edge.get("type")) == ("2024-03-04", "2024-03-04", None)
    assert b"lastmodifieddate" not in out("gexf")


def test_totals_are_no_acts_and_counted() -> None:
    lines: list[str] = []
    picture = o.one("TTP struck the army at Wana on Monday.", "struck", "TTP", "army", aggregate=True)
    out("graphml", picture, tell=lines.append)
    assert lines == ["graphml: 0 of 1 events written; left out: 1 totals over many events"]


def test_names_that_xml_cannot_hold() -> None:
    picture = o.one("TTP struck the army at Wana on Monday.", "struck", "TTP", "army")
    (event,) = picture.events
    odd = replace(event, actors=(replace(event.actors[0], name="a\x00\ud800<&\"", id=None),))
    assert read("gexf", replace(picture, events=(odd,))).number_of_edges() == 1
