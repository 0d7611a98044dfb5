"""Finds the header row of a month's sheet and says which column holds what (pure).

Centres name their columns as they like and put them in any order, below titles and blank rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.sheet_reader import Cell
from common.sheet_tables import HEADER_SEARCH_ROWS, field_words, header_word

# The first word of a field wins when two columns would hold the title; see `_one_title`.
SYNONYMS: dict[str, str] = {
    "title": "活动名称 活动项目 活动主题 活动标题 课程名称 项目名称 名称 项目 主题 标题 活动 课程"
    " 活动内容 内容",
    "kind": "类别 类型 分类 活动类别 活动类型 活动分类 项目类别",
    "date": "日期 活动日期 开展日期 举办日期",
    "weekday": "星期 周几 星期几",
    "time": "活动时间 时间 时间安排 具体时间 开展时间 举办时间 活动时段 时段 日期时间 日期及时间"
    " 活动日期及时间 活动日期时间 时间日期",
    "start": "开始时间 起始时间 活动开始时间 开始",
    "end": "结束时间 终止时间 活动结束时间 结束",
    "place": "地点 场地 活动地点 活动场地 活动地址 场所 活动场所 地址 教室 房间 活动室",
    "audience": "活动对象 面向 对象 参加对象 参与对象 面向对象 面向人群 服务对象 服务人群 适合人群"
    " 参加人员 参与人员 参加人群 参与人群 人群",
    "capacity": "名额 人数 活动人数 参与人数 参加人数 计划人数 限额 限报人数 招募人数 活动名额",
    "fee": "收费 费用 收费标准 收费情况 活动费用 价格 是否收费",
    "sign_up": "报名方式 报名 参加方式 参与方式 预约方式 报名途径 报名方法",
    "presenter": "主讲负责人 主讲人 主讲 负责人 组织者 主持人 老师 教师 讲师 授课老师 授课教师"
    " 主讲老师 活动负责人 组织单位 主办单位 承办单位",
    "contact": "联系电话 电话 咨询电话 报名电话 联系方式 联系人及电话 联系人电话 联系人",
    "summary": "活动简介 简介 活动介绍 介绍 活动说明 说明 备注 温馨提示 注意事项",
    "series": "课程系列 系列课程 所属课程 所属系列 系列",
    "ignored": "序号 编号 次序 no",
    # Columns of our own sheets (sheet_writing.py); the last two are hidden there.
    "status": "活动状态",
    "reason": "取消原因",
    "id": "系统编号",
    "base": "系统底稿",
}
FIELD_OF = field_words(SYNONYMS)
TITLE_RANK = {word: rank for rank, word in enumerate(SYNONYMS["title"].split())}
WHEN_FIELDS = {"date", "time", "start", "weekday"}
BLOCK_TEXTS = tuple(
    name
    for name in SYNONYMS
    if name not in {"date", "weekday", "time", "start", "end", "ignored", "id", "base"}
)


@dataclass(frozen=True)
class Columns:
    """Where a sheet keeps what.

    Attributes:
        header_row: index of the header's first row, counted from 0.
        first_row: index of the first row below the header.
        fields: field name to column indexes, left to right.
        unknown: header cells that mean nothing here.
        headers: the texts of the header, "" for a column without one.
    """

    header_row: int
    first_row: int
    fields: dict[str, tuple[int, ...]]
    unknown: tuple[Cell, ...]
    headers: tuple[Cell, ...]

    @property
    def block_fields(self) -> tuple[str, ...]:
        """The fields of a menu's row that the sheet has a column for."""
        texts = [name for name in BLOCK_TEXTS if name in self.fields]
        return (*texts, "when") if WHEN_FIELDS & self.fields.keys() else tuple(texts)

    @property
    def missing(self) -> list[str]:
        """The obligatory columns that are not there, by their usual Chinese name."""
        lacking = [] if "title" in self.fields else ["活动名称"]
        return lacking if WHEN_FIELDS & self.fields.keys() else [*lacking, "活动时间"]

    def repeated_in(self, row: Sequence[Cell]) -> bool:
        """Whether a row is the header once more, as on the second page of a print."""
        same = [
            header_word(cell.text) == header_word(header.text)
            for cell, header in zip(row, self.headers, strict=True)
            if cell.text
        ]
        return len(same) > 1 and all(same)


def find_columns(rows: Sequence[Sequence[Cell]]) -> Columns | None:
    """Return the columns of the header row, or None when no row looks like one.

    The row that knows most different fields wins; at least two, one of them the name or the time.
    """
    best, best_score = None, 1
    for number, row in enumerate(rows[:HEADER_SEARCH_ROWS]):
        known = {FIELD_OF[word] for cell in row if (word := header_word(cell.text)) in FIELD_OF}
        if len(known) > best_score and known & {"title", *WHEN_FIELDS}:
            best, best_score = number, len(known)
    if best is None:
        return None
    headers, last = list(rows[best]), best
    if best + 1 < len(rows) and _is_second_line(rows[best + 1]):
        headers = [
            lower if lower.text else upper
            for upper, lower in zip(headers, rows[best + 1], strict=True)
        ]
        last = best + 1
    return _columns(headers, best, last + 1)


def _is_second_line(row: Sequence[Cell]) -> bool:
    """Whether a row below the header divides it further, as 日期 and 时间 below 活动时间."""
    words = [header_word(cell.text) for cell in row if cell.text]
    return bool(words) and all(word in FIELD_OF for word in words)


def _columns(headers: list[Cell], header_row: int, first_row: int) -> Columns:
    fields: dict[str, list[int]] = {}
    unknown = []
    for index, cell in enumerate(headers):
        name = FIELD_OF.get(header_word(cell.text))
        if name:
            fields.setdefault(name, []).append(index)
        elif cell.text:
            unknown.append(cell)
    fields.pop("ignored", None)
    _one_title(fields, headers)
    return Columns(
        header_row,
        first_row,
        {name: tuple(indexes) for name, indexes in fields.items()},
        tuple(unknown),
        tuple(headers),
    )


def _one_title(fields: dict[str, list[int]], headers: list[Cell]) -> None:
    """Keep the best title column; 内容 beside 活动名称 is the summary."""
    ranked = sorted(
        fields.get("title", []), key=lambda index: TITLE_RANK[header_word(headers[index].text)]
    )
    if len(ranked) > 1:
        fields["title"] = ranked[:1]
        fields["summary"] = sorted(fields.get("summary", []) + ranked[1:])
