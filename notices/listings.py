"""What the list of jobs and the page of one notice show."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from common import nodes
from common.structured import script_of
from media.centres import name_of, with_centres
from media.told import lines_about

from .enums import NoticeKind
from .models import TalentNoticePage
from .sharing import job_data, sharing_of

PAGE_SIZE = 20
NEARBY = 3


def notice_context(page) -> dict:
    """Return what a notice's page shows besides itself; a constant number of queries."""
    today = timezone.localdate()
    with_centres([page])
    near = page.path[: -2 * page.steplen]
    others = TalentNoticePage.objects.under(near).open(today).exclude(pk=page.pk)
    others = list(others[:NEARBY])
    return {
        "is_open": page.is_open_on(today),
        "says_hours": any(position.hours for position in page.position_list),
        "centre": page.centre,
        "others": others,
        "changes": lines_about(page) if fair_is_to_come(page, today) else [],
        "current_node": page.centre,
        "accent": page.accent,
        "crumbs": [(name_of(page.centre), page.centre), (_("Jobs"), "/jobs/")],
        "nav": "jobs",
        "sharing": sharing_of(page) if page.code else None,
        "structured": script_of(job_data(page)),
    }


def fair_is_to_come(page, today: date) -> bool:
    return bool(page.fair_end) and timezone.localdate(page.fair_end) >= today


def jobs_context(query, node, code: str) -> dict:
    """Return what the list of jobs shows: open notices of a node and a kind, by pages.

    Args:
        query: the address's query, a QueryDict.
        node: the node asked for, None for the whole site.
        code: what the address says of the node, perhaps unknown.
    """
    today = timezone.localdate()
    kind = query.get("kind", "")
    kind = kind if kind in NoticeKind.values else ""
    found = TalentNoticePage.objects.under(nodes.path_of(node)).open(today)
    closing = []
    if kind:
        found = found.of_kind(kind)
    else:
        # They stand above the first page, so that nobody reads them twice.
        closing = list(found.closing_soon(today)[:NEARBY])
        found = found.exclude(pk__in=[notice.pk for notice in closing])
    page_obj = Paginator(found, PAGE_SIZE).get_page(query.get("page"))
    return {
        "node": node,
        "unknown_code": bool(code) and code != nodes.ALL and node is None,
        "current_node": node and node.page,
        "accent": getattr(node and node.page, "accent", ""),
        "kind": kind,
        "kinds": NoticeKind,
        "page_obj": page_obj,
        "closing": closing if page_obj.number == 1 else [],
        "total": page_obj.paginator.count + len(closing),
        "nav": "jobs",
    }
