"""The synonyms of a network as they stand in the database, read again when one has changed."""

from __future__ import annotations

from django.db.models import Count, Max

from .synonyms import Group, Synonyms, split
from .tables import SynonymGroup

_held: dict[str, tuple[tuple, Synonyms]] = {}  # network to version and table, in this process
MAX_HELD = 50  # networks


def synonyms_of(network: str = "") -> Synonyms:
    """Return the synonyms for all networks and those of the network with this tree path.

    One query; a second one after a change.
    """
    rows = SynonymGroup.objects.for_network(network)
    version = tuple(rows.aggregate(Count("pk"), Max("changed_at"), Max("pk")).values())
    held = _held.get(network)
    if held and held[0] == version:
        return held[1]
    lines = rows.order_by("pk").values_list("words", "found")
    table = Synonyms.of(Group(split(words), split(found)) for words, found in lines)
    if len(_held) >= MAX_HELD:
        _held.clear()
    _held[network] = version, table
    return table
