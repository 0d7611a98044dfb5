"""Talent notices with positions."""

from __future__ import annotations

from datetime import date
from itertools import count

from notices.models import Position, TalentNoticePage

_numbers = count(1)


def position(title="灯串组装", **values) -> Position:
    return Position(**({"title": title, "headcount": 8, "pay_min": 130, "unit": "day"} | values))


def make_notice(centre, *, publish=True, positions=None, **values) -> TalentNoticePage:
    """Make a notice open until 20 December 2026 with one position, published unless told not."""
    number = next(_numbers)
    defaults = {
        "title": f"共富工坊招灯串组装工，第{number}批",
        "slug": f"job-{number}",
        "employer": "庙西村共富工坊",
        "valid_until": date(2026, 12, 20),
        "live": False,
    } | values
    page = TalentNoticePage(**defaults)
    page.positions = [position()] if positions is None else positions
    centre.refresh_from_db()
    page = centre.add_child(instance=page)
    revision = page.save_revision()
    if publish:
        revision.publish()
    return TalentNoticePage.objects.get(pk=page.pk)
