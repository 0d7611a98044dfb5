"""Opening hours as people write them in a sheet, turned into rules of the week (pure).

Example: "周一至周五 8:30-17:30；周六、日 9:00-17:00 预约，法定节假日休息" gives two rules,
the second with a note, and says that the house is closed on public holidays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from .hours import AS_USUAL, CLOSED, Rule

WEEK = "1234567"
NAMED_DAYS = {
    "工作日": "12345",
    "周末": "67",
    "双休日": "67",
    "每天": WEEK,
    "每日": WEEK,
    "天天": WEEK,
    "全周": WEEK,
}
DAY_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 6}
AFTERNOON = {"下午", "晚上", "傍晚", "晚"}
NOTE_LENGTH = 40

PART = r"(上午|早上|早|中午|下午|傍晚|晚上|晚)?"
CLOCK = PART + r"\s*(\d{1,2})(?:\s*:\s*(\d{2})|[点时](?:(\d{1,2})分?|(半))?)"
WEEKDAY = r"(?:周|星期|礼拜)[一二三四五六日天末]"
TO = r"\s*(?:-+|至|到)\s*"
TOKENS = re.compile(
    r"(?P<holidays>(?:法定|国家|国定)?(?:节假日|节日|假日)\s*"
    r"(?:(?P<usual>照常开放|照常|正常开放|不休息|不休)|除外|休息|闭馆|不开放|关闭|关门))"
    rf"|(?P<times>{CLOCK}{TO}{CLOCK})"
    r"|(?P<always>24\s*小时(?:开放)?|全天(?:开放)?)"
    rf"|(?P<days>{'|'.join(NAMED_DAYS)}|{WEEKDAY}"
    rf"(?:(?:{TO}|\s*[、,和及与]\s*)(?:周|星期|礼拜)?[一二三四五六日天])*)"
    r"|(?P<closed>休息|闭馆|不开放|关闭|关门)"
    r"|(?P<gap>[\s,;、。()]+)"
    r"|(?P<word>[^\s,;、。()]+?(?=周[一二三四五六日天]|星期|[\s,;、。()]|$))"
)
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－~〜～"), "-")


@dataclass(frozen=True)
class Hours:
    """What a text says.

    Attributes:
        rules: in the order of the text; their days rise, for example "24".
        at_holidays: CLOSED or AS_USUAL of `hours` where the text says so, else "".
        unread: the parts that could not be read, as they stand in the text.
    """

    rules: tuple[Rule, ...] = ()
    at_holidays: str = ""
    unread: tuple[str, ...] = ()


def read_hours(text: str) -> Hours:
    """Return the rules of a text; an empty text has none."""
    plain = unicodedata.normalize("NFKC", text).translate(DASHES)
    reader = _Reader()
    for match in TOKENS.finditer(plain):
        reader.take(match)
    return reader.result()


class _Reader:
    """Takes one part after the other; days wait for their times."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.unread: list[str] = []
        self.at_holidays = ""
        self.days = ""
        self.days_text = ""  # days whose times have not come yet
        self.note_at = 0  # from here on rules belong to the clause that a note speaks of

    def take(self, match: re.Match[str]) -> None:
        if match["gap"]:
            return
        text = match[0].strip()
        if match["holidays"]:
            self.at_holidays = AS_USUAL if match["usual"] else CLOSED
        elif match["days"]:
            self.take_days(text)
        elif match["times"]:
            self.take_times(text, _interval(text))
        elif match["always"]:
            self.take_times(text, (time(0), time(23, 59)))
        elif match["closed"]:
            self.take_closed(text)
        else:
            self.take_word(text)

    def take_days(self, text: str) -> None:
        if not self.days_text:
            self.days, self.note_at = "", len(self.rules)
        self.days = "".join(sorted({*self.days, *_weekdays(text)}))
        self.days_text = f"{self.days_text} {text}".strip()

    def take_times(self, text: str, interval: tuple[time, time] | None) -> None:
        self.days_text = ""
        if interval is None:
            self.unread.append(text)
        else:
            self.rules.append(Rule(self.days or WEEK, *interval))

    def take_closed(self, text: str) -> None:
        if not self.days_text:
            self.unread.append(text)
            return
        kept = [
            replace(rule, days="".join(day for day in rule.days if day not in self.days))
            for rule in self.rules
        ]
        self.rules = [rule for rule in kept if rule.days]
        self.days_text = ""

    def take_word(self, text: str) -> None:
        note = text.strip(":")
        is_note = len(self.rules) > self.note_at and not self.days_text and note == text
        if not is_note or any(sign.isdigit() for sign in text) or len(note) > NOTE_LENGTH:
            self.unread.append(text)
            return
        self.rules[-1] = replace(self.rules[-1], note=f"{self.rules[-1].note} {note}".strip())

    def result(self) -> Hours:
        unread = [*self.unread, *filter(None, [self.days_text])]
        return Hours(tuple(self.rules), self.at_holidays, tuple(unread))


def _weekdays(text: str) -> Iterator[str]:
    """Yield the digits of the days: "周一至周三、五" gives 1, 2, 3, 5; a range may pass Sunday."""
    if text in NAMED_DAYS:
        yield from NAMED_DAYS[text]
        return
    last, is_range = 0, False
    for sign in text:
        if sign in "-至到":
            is_range = True
        elif sign in DAY_NUMBERS:
            number = DAY_NUMBERS[sign]
            if is_range:
                span = (number - last) % 7
                yield from (str((last + step - 1) % 7 + 1) for step in range(1, span + 1))
            else:
                yield str(number)
            last, is_range = number, False


def _interval(text: str) -> tuple[time, time] | None:
    """Return opening and closing, or None when they make no sense; 24:00 is written 23:59."""
    first, second = re.findall(CLOCK, text)
    opens, closes = _minutes(first, ""), _minutes(second, first[0])
    if opens is None or closes is None:
        return None
    closes = min(closes, 24 * 60 - 1)
    return (time(*divmod(opens, 60)), time(*divmod(closes, 60))) if opens < closes else None


def _minutes(clock: tuple[str, ...], part_before: str) -> int | None:
    """Return minutes since midnight of (part of day, hour, minute, minute, 半), or None.

    An afternoon that the opening names holds for the closing too: 下午 2:00-5:00.
    """
    part, hour_text, colon, spoken, half = clock
    hour, minute = int(hour_text), 30 if half else int(colon or spoken or 0)
    if (part or part_before) in AFTERNOON and hour < 12:
        hour += 12
    total = hour * 60 + minute
    return total if minute < 60 and total <= 24 * 60 else None
