"""What the pages of areas and centres show beside their own fields."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import NodeRole, User
from accounts.roles import Role
from common.links import absolute
from common.versions import paths_above

from . import sections

WEEKDAYS = "1234567"
NAMES = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
CENTRES_SHOWN = 60


def crumbs_of(page) -> list[tuple[str, str]]:
    """Return name and address of the areas above a node, the network first; one query."""
    from .models import AreaPage

    areas = AreaPage.objects.filter(path__in=paths_above(page.path)[2:-1]).order_by("path")
    return [(area.short_name, area.address) for area in areas]


def node_context(page) -> dict:
    now = timezone.now()
    return {
        "nav": "centres",
        "current_node": page,
        "accent": page.accent,
        "crumbs": crumbs_of(page),
        "sections": sections.sections_of(page, now),
        "feed": f"/calendar/{page.address_code}.ics",
        "canonical": absolute(page.address),
        "today": timezone.localdate(now),
    }


def centre_context(page, request) -> dict:
    """Return a centre's hours, people and sections; at most twenty queries for the whole page."""
    return node_context(page) | {
        "hours": week_of(page.opening_hours.all()),
        "contacts": [
            {"label": person.name, "note": person.role, "phone": person.phone, "duty": person.duty}
            for person in page.people.all()
        ],
    }


def week_of(rules) -> list[dict]:
    """Return one line for each day on which the house is open: weekday number and its intervals."""
    rules = list(rules)
    lines = []
    for day in WEEKDAYS:
        found = sorted((rule for rule in rules if day in rule.days), key=lambda rule: rule.opens)
        lines.append({"weekday": int(day), "name": NAMES[int(day) - 1], "rules": found})
    return lines if rules else []


def area_context(page, request) -> dict:
    """Return what is below an area: its areas, its centres, who reviews."""
    from .models import AreaPage, CentrePage

    centres = CentrePage.objects.listed().under(page.path).defer("story")
    areas = list(AreaPage.objects.listed().filter(depth=page.depth + 1).under(page.path))
    return node_context(page) | {
        "areas": areas,
        "centres": list(centres[:CENTRES_SHOWN]),
        "centre_count": centres.count(),
        "reviewers": reviewers_of(page),
    }


def reviewers_of(page) -> list[tuple[str, str]]:
    """Return node and role of those who review and approve what is below; one query."""
    rows = (
        NodeRole.objects.filter(
            node__path__in=paths_above(page.path),
            role__in=("reviewer", "approver"),
            group__user__in=User.objects.filter(is_active=True),
        )
        .order_by("-node__depth", "role")
        .values_list("node__title", "role")
        .distinct()
    )
    return [(title, Role(role).label) for title, role in rows]
