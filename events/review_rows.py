"""The rows of a menu under review, beside what the public has or is about to have."""

from __future__ import annotations

from inspection.review import Change, Fact, ReviewRow

from .composition import known_rows, raw_rows
from .models import ActivityMenuPage

# In the order in which a reviewer reads them.
FIELDS = (
    "when",
    "place",
    "audience",
    "fee",
    "sign_up",
    "capacity",
    "presenter",
    "contact",
    "summary",
    "kind",
    "status",
    "reason",
)


def rows_of(menu: ActivityMenuPage) -> list[ReviewRow]:
    """Return a menu's rows in their order, then those that it lacks of what is known already."""
    labels = {
        name: str(block.label)
        for name, block in menu.rows.stream_block.child_blocks["activity"].child_blocks.items()
    }
    known = {str(raw["id"]): raw["value"] for raw in known_rows(menu)}
    rows = [
        row_of(str(raw["id"]), number, raw["value"], known.get(str(raw["id"])), labels)
        for number, raw in enumerate(raw_rows(menu), 1)
    ]
    kept = {row.key for row in rows}
    gone = [key for key in known if key not in kept]
    return rows + [
        ReviewRow(key, 0, known[key].get("title") or "", Change.GONE, []) for key in gone
    ]


def row_of(key: str, number: int, now: dict, before: dict | None, labels: dict) -> ReviewRow:
    facts = [
        Fact(labels[name], text(now, name), text(before or {}, name)) for name in ("title", *FIELDS)
    ]
    if before is None:
        change = Change.NEW
    else:
        change = Change.CHANGED if any(fact.differs for fact in facts) else Change.SAME
    return ReviewRow(key, number, text(now, "title"), change, facts)


def text(value: dict, name: str) -> str:
    return str(value.get(name) or "")
