"""The activity library: what menus are filled up from, one module for each kind of house.

Columns: title, kind, when, kind of room, audience, capacity, fee, sign-up, presenter, summary,
months (empty: any). Cells may hold alternatives between " / "; an empty fee means free of charge.
"""

from __future__ import annotations

from demo.library import homes, streets, work
from demo.tables import cells

GROUPS: dict[str, tuple[tuple[str, ...], ...]] = {
    name: tuple(tuple(row + [""] * (11 - len(row))) for row in cells(table))
    for name, table in (
        ("community", homes.COMMUNITY),
        ("village", homes.VILLAGE),
        ("stop", homes.STOP),
        ("street", streets.STREET),
        ("district", streets.DISTRICT),
        ("building", work.BUILDING),
        ("circle", work.CIRCLE),
        ("park", work.PARK),
    )
}
