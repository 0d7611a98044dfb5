"""Sheets to take away: the template of a centre, a menu, a checked sheet with its remarks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from brands.models import CentrePage
from common.models import Audience, Kind

from . import sheet_bases, sheet_saving
from .menu_months import next_free_month
from .menu_rights import may_edit_menus
from .models import ActivityMenuPage
from .panels import FEES, SIGN_UPS
from .sheet_findings import Problem
from .sheet_menu import BLOCK_FIELDS
from .sheet_messages import ORDER, sentence_of
from .sheet_writing import STATUS_NAMES, Remark, WrittenRow, write
from .sheets import EXAMPLE

if TYPE_CHECKING:
    from .sheet_check import SheetCheck

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXAMPLE_ROW = {
    "title": f"{EXAMPLE}书法入门班（写上您的活动，或删去这一行）",
    "when": "每周二 14:00-15:30",
    "audience": "老年居民",
    "capacity": "20",
    "fee": FEES[0],
    "sign_up": SIGN_UPS[0],
    "presenter": "王老师",
    "summary": "从握笔开始，笔墨纸砚由中心准备。",
}


def template(request, centre_id: int) -> HttpResponse:
    """Answer with an empty sheet of a centre, for the next month that has no menu."""
    centre = get_object_or_404(CentrePage, pk=centre_id)
    _check_right(centre, request.user)
    month = next_free_month(centre)
    lists = _lists(centre)
    room = {"place": lists["place"][0]} if lists["place"] else {}
    kind = {"kind": lists["kind"][0]} if lists["kind"] else {}
    row = WrittenRow({**EXAMPLE_ROW, **room, **kind})
    octets = write(_title(centre, month), [row], lists=lists, with_status=False)
    return _file(octets, f"{centre.display_name} {month:%Y-%m} 空表.xlsx")


def export(request, menu_id: int) -> HttpResponse:
    """Answer with the newest draft of a menu; uploaded again it changes nothing."""
    menu = get_object_or_404(ActivityMenuPage, pk=menu_id)
    centre = menu.centre
    _check_right(centre, request.user)
    draft = menu.get_latest_revision_as_object()
    at, kinds = int(timezone.now().timestamp()), _kind_names()
    rows = [
        WrittenRow(
            {
                **_texts(block["value"], kinds),
                "id": block["id"],
                "base": sheet_bases.written(block["value"], at),
            }
        )
        for block in sheet_saving.raw_rows(draft)
    ]
    octets = write(_title(centre, draft.month), rows, lists=_lists(centre))
    return _file(octets, f"{centre.display_name} {draft.month:%Y-%m} 活动菜单.xlsx")


def remarks(check: SheetCheck) -> HttpResponse:
    """Answer with the rows as they stand on the check screen, coloured and commented."""
    kinds, centre = _kind_names(), check.centre
    rows = [
        WrittenRow(
            {**_texts(form.row.values(), kinds), "id": form.row.id, "base": form.row.base},
            _remarks_of(form.problems),
        )
        for form in check.forms
    ]
    octets = write(_title(centre, check.sheet.month), rows, lists=_lists(centre))
    return _file(octets, f"{centre.display_name} {check.sheet.month:%Y-%m} 检查意见.xlsx")


def _check_right(centre, user) -> None:
    if not may_edit_menus(centre, user):
        raise PermissionDenied


def _title(centre, month: date) -> str:
    return f"{centre.display_name} {month.year}年{month.month}月活动菜单"


def _kind_names() -> dict[str, str]:
    return dict(Kind.objects.values_list("code", "name"))


def _lists(centre) -> dict[str, Sequence[str]]:
    return {
        "kind": list(_kind_names().values()),
        "place": list(centre.facilities.values_list("name", flat=True)),
        "audience": list(Audience.objects.values_list("name", flat=True)),
        "fee": FEES,
        "sign_up": SIGN_UPS,
        "status": list(STATUS_NAMES.values()),
    }


def _texts(value, kinds: dict[str, str]) -> dict[str, str]:
    texts = {name: sheet_bases.said(value, name) for name in BLOCK_FIELDS}
    texts["kind"] = kinds.get(texts["kind"], texts["kind"])
    texts["status"] = STATUS_NAMES[texts["status"]]
    return texts


def _remarks_of(problems: Sequence[Problem]) -> dict[str, Remark]:
    """Return one remark for each field, as grave as the gravest of its findings."""
    found: dict[str, list[Problem]] = {}
    for problem in sorted(problems, key=lambda one: ORDER.index(one.severity)):
        found.setdefault(problem.field or "title", []).append(problem)
    return {
        name: Remark(ones[0].severity, "\n".join(sentence_of(one) for one in ones))
        for name, ones in found.items()
    }


def _file(octets: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(octets, content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["Cache-Control"] = "private, no-store"
    return answer
