"""Menus with rows as an editor would have typed them."""

from __future__ import annotations

import uuid
from datetime import date

from events.models import ActivityMenuPage

DECEMBER = date(2026, 12, 1)


def row(title="书法入门班", when="12月8日 14:00-15:30", **values) -> dict:
    """Return one row as a StreamField holds it; `id` may be given to keep an identity."""
    identity = values.pop("id", None) or str(uuid.uuid4())
    value = {"title": title, "when": when, "kind": "", "place": "书画室", "status": "on"} | values
    return {"type": "activity", "id": str(identity), "value": value}


def make_menu(centre, rows=None, month=DECEMBER, **values) -> ActivityMenuPage:
    """Make a draft menu of a month; one activity when no rows are given."""
    menu = ActivityMenuPage(
        month=month,
        slug=f"{month:%Y-%m}",
        title=values.pop("title", f"{month.month} 月活动菜单"),
        live=False,
        rows=[row()] if rows is None else rows,
        **values,
    )
    centre.refresh_from_db()
    menu = centre.add_child(instance=menu)
    menu.save_revision()
    return menu


def publish(menu, rows=None) -> ActivityMenuPage:
    """Publish a menu at once, with other rows if some are given, and return it as stored."""
    menu = ActivityMenuPage.objects.get(pk=menu.pk)
    menu.go_live_at = None
    if rows is not None:
        menu.rows = rows
    menu.save_revision().publish()
    return ActivityMenuPage.objects.get(pk=menu.pk)
