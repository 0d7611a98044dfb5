"""Finds the room of a centre for a kind of activity: words that its name may hold, best first."""

from __future__ import annotations

from collections.abc import Sequence

from demo.facts import Facility

WORDS: dict[str, tuple[str, ...]] = {
    "hall": ("多功能厅", "讲堂", "礼堂", "活动", "客厅", "大厅", "祠堂", "中庭", "厅", "堂"),
    "class": ("课堂", "教室", "培训", "会议室", "多功能厅", "活动室", "讲堂", "议事", "厅", "室"),
    "art": ("书画", "工坊", "课堂", "教室", "活动", "客厅", "多功能厅", "门厅", "厅", "堂"),
    "show": ("大厅", "长桌", "毛线地图", "会客厅", "走廊", "门厅", "厅", "院"),
    "book": ("图书", "书房", "书屋", "阅览", "读书", "茶", "客厅", "自习", "活动", "厅", "屋"),
    "yard": ("广场", "操场", "晒场", "院", "戏台", "石台", "中庭", "长廊", "雨棚", "棚", "天台"),
    "child": ("儿童", "亲子", "阅览", "绘本", "活动", "多功能厅", "客厅", "礼堂", "厅", "屋"),
    "desk": ("办事", "代办", "服务台", "窗口", "大厅", "柜台", "厅", "屋"),
    "meet": ("议事", "调解", "评理", "接待", "会客", "会议室", "茶", "客厅", "活动", "厅"),
    "food": ("食堂", "厨房", "灶房", "饭厅", "茶", "长桌", "活动", "厅", "礼堂"),
    "sport": ("健身", "伸展", "舞", "排练", "多功能厅", "活动", "操场", "院", "厅", "堂"),
    "rest": ("歇脚", "小屋", "热水", "驿", "厅", "间"),
    "health": ("康", "诊", "医", "多功能厅", "活动", "讲堂", "厅", "堂"),
    "cinema": ("影院", "电教", "多功能厅", "戏台", "晒场", "礼堂", "讲堂", "大院", "院", "厅"),
    "studio": ("直播间", "工作室", "视频", "教室", "会议室", "课堂", "厅"),
    "stage": ("排练", "声乐", "合唱", "舞", "戏台", "吕剧", "多功能厅", "礼堂", "大院", "厅", "院"),
}
COUNTERS = ("办事", "窗口", "代办")
SHARED = (*COUNTERS, "一楼大厅", "歇脚", "热水", "村口")
NO_YARD = "门前空地"


def room_for(kind: str, facilities: Sequence[Facility]) -> str:
    """Return the name of the best room for a kind of activity.

    Without a yard the place is the ground before the door; otherwise the first room will do.
    The room with the counters is for counter services only, when the house has another.
    """
    names = [facility.name for facility in facilities]
    rooms = [name for name in names if not any(word in name for word in COUNTERS)]
    usable = names if kind == "desk" else rooms or names
    for word in WORDS[kind]:
        for name in usable:
            if word in name:
                return name
    return NO_YARD if kind == "yard" else usable[0]


def is_shared(place: str) -> bool:
    """Say whether several things may go on in a place at once."""
    return any(word in place for word in SHARED)
