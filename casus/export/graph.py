"""Actors as nodes, acts and stated ties as directed edges: GraphML for Cytoscape, igraph and yEd; GEXF with time for Gephi.

An edge is what one actor does to another, by type, status and layer: how often it is told of as an event, from when to when. Two actors of
one act without a recipient (fighting, talks) are joined by one edge marked `mutual`. Totals over many events are no acts and left out;
denied, planned and threatened acts stay apart from those done by `status`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

from casus.export.events import listed_events
from casus.export.facts import Tally
from casus.export.order import Order
from casus.export.parts import day
from casus.export.polecat import QUAD
from casus.model.actor import Party
from casus.model.event import Event
from casus.model.picture import Picture
from casus.model.when import DateRange

if TYPE_CHECKING:
    import networkx

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""
_SIGNS = {"+": "positive", "-": "negative", "recognition": "recognition"}
_STAMP = re.compile(rb' lastmodifieddate="[^"]*"|<creator>[^<]*</creator>')


@dataclass(frozen=True, slots=True, order=True)
class _Edge:
    """What makes two acts or ties one edge."""

    source: str
    target: str
    family: str
    type: str
    sign: str
    status: str
    layer: str
    mutual: bool


@dataclass(slots=True)
class _Seen:
    """How often, from when to when, in which reports."""

    count: int = 0
    first: date | None = None
    last: date | None = None


def write_graphml(picture: Picture, order: Order) -> Iterator[bytes]:
    """GraphML with typed attributes; nothing unknown is written."""
    import networkx

    buffer = io.BytesIO()
    networkx.write_graphml_xml(_graph(picture, order, "graphml"), buffer)
    yield buffer.getvalue()


def write_gexf(picture: Picture, order: Order) -> Iterator[bytes]:
    """GEXF 1.2, dynamic: edges have `start` and `end` where days are known; the day of writing and the library's version are taken out."""
    import networkx

    graph = _graph(picture, order, "gexf")
    for _, _, data in graph.edges(data=True):
        data |= {key: data[name] for key, name in (("start", "first_day"), ("end", "last_day")) if name in data}
    graph.graph["mode"] = "dynamic"
    buffer = io.BytesIO()
    networkx.write_gexf(graph, buffer)
    yield _STAMP.sub(b"", buffer.getvalue())


def _graph(picture: Picture, order: Order, format_: str) -> networkx.MultiDiGraph[str]:
    import networkx

    nodes: dict[str, dict[str, Any]] = {}
    edges: dict[_Edge, _Seen] = {}
    tally = Tally(format_)
    for event in listed_events(picture, low=order.low):
        tally.seen += 1
        if event.aggregate:
            tally.leave("totals over many events")
        elif not _add_event(event, nodes, edges):
            tally.leave("with one actor or none")
    for tie in picture.relations:
        edge = _Edge(_node(tie.subject, nodes), _node(tie.object, nodes), "tie", tie.kind, _SIGNS[tie.sign], tie.status, tie.layer, False)
        _count(edges.setdefault(edge, _Seen()), tie.period)
    graph = networkx.MultiDiGraph()
    graph.add_nodes_from((key, nodes[key]) for key in sorted(nodes))
    for number, edge in enumerate(sorted(edges)):
        graph.add_edge(edge.source, edge.target, key=f"e{number}", **_attributes(edge, edges[edge]))
    order.tell(tally.line())
    return graph


def _add_event(event: Event, nodes: dict[str, dict[str, Any]], edges: dict[_Edge, _Seen]) -> bool:
    """Add the edges of an event; False where it joins no two actors."""
    pairs: Iterable[tuple[Party, Party]] = [(a, b) for a in event.actors for b in event.recipients]
    mutual = not event.recipients
    pairs = list(combinations(event.actors, 2)) if mutual else pairs
    quad = QUAD.get(event.type, "")
    sign = "negative" if quad.endswith("CONFLICT") else "positive" if quad else ""
    found = {pair for a, b in pairs if len(set(pair := (_node(a, nodes), _node(b, nodes)))) == 2}
    for a, b in found:
        seen = edges.setdefault(_Edge(a, b, "act", event.type, sign, event.status, event.layer, mutual), _Seen())
        _count(seen, event.date)
    return bool(found)


def _count(seen: _Seen, when: DateRange | None) -> None:
    seen.count += 1
    if when is not None and when.evidence is not None:
        seen.first = min(filter(None, (seen.first, when.start)), default=None)
        seen.last = max(filter(None, (seen.last, when.end)), default=None)


def _node(party: Party, nodes: dict[str, dict[str, Any]]) -> str:
    """The node of a party: one for an identified actor, one for each report for words that name nobody."""
    key = party.id or f"{party.evidence.report[:19]} {party.name}"
    told = {"label": party.name, "kind": party.kind, "country": party.country or "", "identified": "false" if party.id is None else "true"}
    kept = nodes.setdefault(_clean(key), {name: _clean(value) for name, value in told.items() if value != ""})
    if party.name < kept["label"]:
        kept["label"] = _clean(party.name)
    return str(_clean(key))


def _clean(value: Any) -> Any:
    return _UNFIT.sub("\ufffd", value) if isinstance(value, str) else value


def _attributes(edge: _Edge, seen: _Seen) -> dict[str, Any]:
    told = {
        "label": edge.type, "family": edge.family, "edge_type": edge.type, "sign": edge.sign, "status": edge.status, "layer": edge.layer,
        "mutual": str(edge.mutual).lower(),
        "count": seen.count, "weight": seen.count, "first_day": day(seen.first), "last_day": day(seen.last),
    }  # fmt: skip
    return {name: value for name, value in told.items() if value not in (None, "")}
