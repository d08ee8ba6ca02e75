"""The finer place: "gunmen in Zamfara state killed farmers working in Maradun district" happened where the farmers were working."""

from __future__ import annotations

from collections.abc import Sequence

from casus.coding.places.features import way
from casus.coding.places.mention import PlaceMention
from casus.coding.syntax import SUBJECTS, Tree

_WIDE = frozenset({"country", "adm1"})
_BEFALLEN = frozenset({"obj", "obl"})


def finer_of(tree: Tree, act: int, mentions: Sequence[PlaceMention], k: int) -> int | None:
    """The number of the place where those were whom it befell, where the one taken is only the land of who did it; None for none or two."""
    if not _is_wide(mentions[k]) or not _is_of_doer(tree, act, mentions[k]):
        return None
    found = [j for j, m in enumerate(mentions) if j != k and not _is_wide(m) and m.role == "where" and _is_of_befallen(tree, act, m)]
    return found[0] if len(found) == 1 else None


def _is_wide(mention: PlaceMention) -> bool:
    return mention.kind in _WIDE or mention.unit == "adm1"


def _is_of_doer(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Gunmen in Zamfara state killed"."""
    up, down = way(tree, act, mention)
    return not down and len(up) > 1 and up[-1] < act and tree.rel(up[-1]) in SUBJECTS and not tree.passive(act)


def _is_of_befallen(tree: Tree, act: int, mention: PlaceMention) -> bool:
    """ "Killed farmers (who were) working in Maradun": in one clause, of what was going on with them."""
    up, down = way(tree, act, mention)
    clauses = [i for i in up if tree.is_clause(i)]
    if down or len(clauses) != 1 or mention.first < act or tree.tokens[clauses[0]].xpos != "VBG":
        return False
    was = all(tree.tokens[c].text.lower() in {"was", "were"} for c in tree.children(clauses[0], "aux", "mark"))
    whom = tree.tokens[clauses[0]].head
    return was and tree.rel(clauses[0]).startswith("acl") and tree.tokens[whom].head == act and tree.rel(whom) in _BEFALLEN
