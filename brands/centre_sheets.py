"""Rows of a sheet of centres, read and checked among themselves (pure).

Every centre has a row; a parent code means the area of that parent centre. An empty cell says
nothing: what is stored stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from common.codes import node_code
from common.sheet_reader import Cell
from common.sheet_remarks import Guesses, Remark
from common.sheet_tables import Table, field_words, header_word

from .enums import Tier
from .hours_text import Hours, read_hours

SYNONYMS = {
    "code": "编号 中心编号 编码 代码 中心代码 code",
    "title": "中心名称 名称 中心 阵地名称 站点名称 name",
    "parent": "上级中心 上级 上级编号 上级中心编号 上级代码 所属中心 隶属 parent",
    "tier": "层级 级别 类别 类型 中心层级 tier",
    "brand_name": "品牌 品牌名称 服务品牌 brand",
    "address_line": "地址 详细地址 中心地址 address",
    "phone": "电话 联系电话 办公电话 咨询电话 phone",
    "latitude": "纬度 北纬 lat latitude",
    "longitude": "经度 东经 lng lon longitude",
    "hours": "开放时间 服务时间 开门时间 时间 hours",
    "labels": "标签 特色 类型标签 labels",
}
FIELD_OF = field_words(SYNONYMS)
NEEDED = ("code", "title", "tier")
LENGTHS = {
    "code": 50,
    "title": 100,
    "brand_name": 20,
    "address_line": 100,
    "phone": 30,
    "labels": 80,
}
TIER_SYNONYMS = {
    Tier.CITY: "市 市级 县级市 city",
    Tier.DISTRICT: "区 县 区级 县级 区县 district",
    Tier.STREET: "街道 街道级 street",
    Tier.TOWN: "镇 乡 乡镇 镇级 town",
    Tier.COMMUNITY: "社区 社区级 居委会 community",
    Tier.VILLAGE: "村 行政村 村级 village",
    Tier.BUILDING: "楼宇 大厦 building",
    Tier.BUSINESS_CIRCLE: "商圈 businesscircle",
    Tier.PARK: "园区 工业园 产业园 park",
    Tier.STOP: "驿站 stop",
}
TIER_WORDS = field_words(TIER_SYNONYMS)
# China with its seas; what lies beyond is a slip.
BOUNDS = {"latitude": (3, 54), "longitude": (73, 136)}


@dataclass(frozen=True)
class CentreRow:
    """One row as read.

    Attributes:
        values: the texts of the plain fields that are filled in.
        position: latitude and longitude, or None.
        hours: what the opening hours say, or None where the cell is empty.
        cells: the address of each field's cell.
    """

    number: int
    code: str
    parent: str
    tier: str
    values: dict[str, str]
    position: tuple[Decimal, Decimal] | None
    hours: Hours | None
    cells: dict[str, str]
    remarks: tuple[Remark, ...] = ()

    def remark(self, field: str, text: str, suggestion: str = "") -> Remark:
        """Return a remark at the cell of a field, or at the row's code without such a column."""
        return Remark(self.cells.get(field) or self.cells["code"], text, suggestion)


def read_centres(table: Table) -> list[CentreRow]:
    """Return the rows of a table, each with what is wrong in its own cells."""
    return [_Reading(number, cells).row() for number, cells in table.rows]


class _Reading:
    """One row while it is read."""

    def __init__(self, number: int, cells: dict[str, Cell]) -> None:
        self.number, self.cells = number, cells
        self.remarks: list[Remark] = []

    def row(self) -> CentreRow:
        values = {field: self.text(field) for field in LENGTHS if self.cells_text(field)}
        code = values.pop("code", "")
        self.check_code(code)
        if not values.get("title"):
            self.say("title", _("The name of the centre is missing."), _("Write it here."))
        if "labels" in values:
            values["labels"] = " ".join(values["labels"].replace("、", " ").split())
        return CentreRow(
            self.number,
            code,
            self.cells_text("parent"),
            self.tier(),
            values,
            self.position(),
            self.hours(),
            {field: cell.address for field, cell in self.cells.items()},
            tuple(self.remarks),
        )

    def say(self, field: str, text: str, suggestion: str = "") -> None:
        self.remarks.append(Remark(self.cells[field].address, text, suggestion))

    def cells_text(self, field: str) -> str:
        return " ".join(self.cells[field].text.split()) if field in self.cells else ""

    def text(self, field: str) -> str:
        text, limit = self.cells_text(field), LENGTHS[field]
        if len(text) > limit:
            self.say(
                field,
                _("The text has %(length)d characters; %(limit)d fit.")
                % {"length": len(text), "limit": limit},
                _("Shorten it."),
            )
        return text

    def check_code(self, code: str) -> None:
        if not code:
            self.say("code", _("The code is missing."), _("Give each centre one, such as LH-XQ."))
            return
        try:
            node_code(code)
        except ValidationError as error:
            self.say("code", _("“%(code)s” is no code.") % {"code": code}, error.messages[0])

    def tier(self) -> str:
        word = self.cells_text("tier")
        tier = TIER_WORDS.get(header_word(word), "")
        if not tier:
            known = _("Write one of these: %(tiers)s.") % {
                "tiers": "、".join(words.split()[0] for words in TIER_SYNONYMS.values())
            }
            text = _("“%(word)s” is no tier.") % {"word": word} if word else _("No tier is given.")
            self.say("tier", text, known)
        return tier

    def position(self) -> tuple[Decimal, Decimal] | None:
        texts = [self.cells_text(field) for field in BOUNDS]
        if not any(texts):
            return None
        if not all(texts):
            there, lacking = ("latitude", "longitude") if texts[0] else ("longitude", "latitude")
            field = lacking if lacking in self.cells else there
            self.say(
                field,
                _("Half of the position is missing."),
                _("Give latitude and longitude, or neither."),
            )
            return None
        numbers = [self.degrees(field) for field in BOUNDS]
        if None in numbers or not self.is_in_china(*numbers):
            return None
        return numbers[0], numbers[1]

    def degrees(self, field: str) -> Decimal | None:
        text = self.cells_text(field)
        try:
            number = Decimal(text)
            if number.is_finite() and abs(number) < 1000:
                return number.quantize(Decimal("0.00001"))
        except InvalidOperation:
            pass
        self.say(
            field,
            _("“%(text)s” is no coordinate.") % {"text": text[:40]},
            _("Write degrees with a decimal point, such as 28.8583."),
        )
        return None

    def is_in_china(self, latitude: Decimal, longitude: Decimal) -> bool:
        if _within("latitude", latitude) and _within("longitude", longitude):
            return True
        swapped = _within("latitude", longitude) and _within("longitude", latitude)
        field = "longitude" if _within("latitude", latitude) else "latitude"
        self.say(
            field,
            _("This position lies outside China."),
            _("Latitude and longitude seem to have changed places.")
            if swapped
            else _("Check the number, or leave both cells empty."),
        )
        return False

    def hours(self) -> Hours | None:
        text = self.cells_text("hours")
        if not text:
            return None
        hours = read_hours(text)
        for part in hours.unread:
            self.say(
                "hours",
                _("“%(part)s” cannot be read as opening hours.") % {"part": part[:60]},
                _("Write for example 周一至周五 8:30-17:30；周六 9:00-16:00."),
            )
        return hours


def _within(field: str, number: Decimal) -> bool:
    low, high = BOUNDS[field]
    return low <= number <= high


def check_together(rows: Sequence[CentreRow], known: Collection[str]) -> dict[int, list[Remark]]:
    """Return by row number what is wrong between rows: codes twice, parents unknown, circles.

    `known` are the codes of the tree that a row may name as its parent.
    """
    found: dict[int, list[Remark]] = {row.number: [] for row in rows}
    by_code = {row.code: row for row in reversed(rows) if row.code}
    guesses = Guesses([*by_code, *known])
    count = Counter(row.code.casefold() for row in rows)
    for row in rows:
        if row.code and count[row.code.casefold()] > 1:
            others = [one for one in rows if one.code.casefold() == row.code.casefold()]
            text = _("The code %(code)s stands in several rows: %(rows)s.") % {
                "code": row.code,
                "rows": "、".join(str(one.number) for one in others),
            }
            found[row.number].append(row.remark("code", text, _("Give each its own code.")))
        if row.parent and row.parent not in by_code and row.parent not in known:
            text = _("No centre has the code “%(code)s”.") % {"code": row.parent[:50]}
            hint = guesses.perhaps(row.parent) or _("Add a row for it first.")
            found[row.number].append(row.remark("parent", text, hint))
        elif _is_circle(row, by_code):
            text = _("The parents go round in a circle.")
            hint = _("Name a centre of a higher level as the parent.")
            found[row.number].append(row.remark("parent", text, hint))
    return found


def _is_circle(row: CentreRow, by_code: dict[str, CentreRow]) -> bool:
    """Whether the way up from a row never ends."""
    seen = {row.code}
    above = by_code.get(row.parent)
    while above is not None:
        if above.code in seen:
            return True
        seen.add(above.code)
        above = by_code.get(above.parent)
    return False
