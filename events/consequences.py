"""What a change of public dates reaches, said before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from brands.models import AreaPage
from calendars import fetches, subjects
from calendars.change_words import lines_of, net_of
from common.links import absolute


@dataclass(frozen=True)
class DateLine:
    """One date, and what would be different about it."""

    occurrence: object
    lines: list[str]


def lines_about(outcome) -> list[DateLine]:
    return [
        DateLine(one, lines_of(net_of(c for c in outcome.changes if c.thing_id == one.pk)))
        for one in outcome.changed
    ]


def reach_of(menu, centre, activities: Sequence) -> list[str]:
    """Return sentences about feeds, posters and lists; one query for the feeds."""
    above = centre.get_ancestors(inclusive=True).specific().order_by("-path")
    feeds = [found.name for found in map(subjects.of_page, above) if found]
    feeds.append(subjects.find(subjects.ALL).name)
    posters = [absolute(f"/a/{activity.code}/") for activity in activities]
    return [
        _(
            "Calendars that people subscribe to: %(names)s. Phones fetch them by themselves, some "
            "within the hour, Google after one or two days."
        )
        % {"names": "、".join(feeds)},
        _("The address on posters and codes stays the same and shows the change: %(addresses)s")
        % {"addresses": " ".join(posters[:5])},
        _(
            "The menu “%(menu)s”, the lists of the centre and of the areas above, search, and the "
            "page of changes show it at once."
        )
        % {"menu": menu.title},
    ]


def fetched_lately(centre, at: datetime) -> str:
    """Say how often programs fetched the calendars that hold a centre's dates; two queries."""
    areas = AreaPage.objects.ancestor_of(centre).values_list("code", flat=True)
    counts = fetches.lately([centre.address_code, subjects.ALL, *areas], at)
    own = counts.pop(centre.address_code, 0)
    return _(
        "In the last seven days programs fetched the calendars of this house %(own)d times, those "
        "of the areas above and of everything %(above)d times. One program may stand for many "
        "people."
    ) % {"own": own, "above": sum(counts.values())}
