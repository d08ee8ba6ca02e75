"""Guards: which kinds of actor may fill a role (the groups named in the frames' `guards`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

_POLITICAL = frozenset(
    "state government military police intelligence armed-group militia party igo ngo person unnamed-armed collective "
    "institute media company".split()
)
_ARMED = frozenset("military police intelligence armed-group militia unnamed-armed state".split())

GROUPS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "political": _POLITICAL,
        "armed": _ARMED,
        "arms": frozenset("military armed-group militia unnamed-armed".split()),
        "state": frozenset("state government military police intelligence igo".split()),
        "country": frozenset({"state"}),
        "people": _POLITICAL | {"civilians"},
        "civilians": frozenset({"civilians", "person"}),
        "doing": frozenset({"unknown"}),
        "town": frozenset(),
        "organisation": frozenset("igo ngo party media institute company government state".split()),
    }
)


CIVIL_ACTORS = frozenset({"ASSAULT", "PROTEST", "ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})
"""Types that private people do too, unless a guard asks for `arms` (PLOVER codes them with sector CVL): "unknown men", "residents"."""


def allows(groups: Sequence[str], kind: str) -> bool:
    """Whether a filler of this kind may fill a role guarded by these groups; no groups or `any` allows everything."""
    if not groups or "any" in groups:
        return True
    return any(kind in GROUPS.get(group, frozenset({group})) for group in groups)
