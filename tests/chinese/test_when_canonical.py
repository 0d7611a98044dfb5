"""Writing back: the canonical form parses to the same value, whatever the value."""

# ruff: noqa: DTZ001 - slots are local times without a zone

import time
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chinese.clock import TimeSpan
from chinese.days import DateRange, Exclusion, MonthDays, NthWeekday, Repeated, Weekly, window
from chinese.sessions import Session, Stretch
from chinese.when import When, WhenError, parse

PIECES = """
12月5日 1月2日 2026年12月3日 12/17 12.5 3日 10 20 5日 十二月五日 2027年 12月 至 - 到 — 、 ，
； ( ） 周三 （周六） 每周二 、四 五 日 隔周 每天 工作日 周末 每月 17日 第二个 最后一个 除 外
休息 周一 本月 起 止 9:00 -10:30 14:00-15:30 下午 2点 半 -4点 22:00-次日0:30 全天 晚上 十二点
: / 1 0 万
"""
MARKS = (
    "0123456789１２：:-—～至到、，；。（）/. \n　年月日号周每隔第个点时分半"
    "下午晚起除外休息全天一二三十两〇T"
)


def some(elements, most=3):
    return st.lists(elements, min_size=1, max_size=most, unique=True).map(sorted).map(tuple)


weekdays = some(st.integers(0, 6), 7)
ordinals = some(st.integers(1, 5)).flatmap(
    lambda found: st.sampled_from([found, (*found, -1), (-1,)])
)
patterns = (
    st.builds(Weekly, weekdays, st.sampled_from([1, 2]))
    | st.builds(NthWeekday, ordinals, weekdays)
    | st.builds(MonthDays, some(st.integers(1, 31)))
)


@st.composite
def times(draw):
    start = draw(st.integers(0, 1439))
    return TimeSpan(start, draw(st.none() | st.integers(start + 1, 2880)))


@st.composite
def values(draw):
    """Return a When of any rules near its context, as the parser would normalise it."""
    year, month = draw(st.integers(2020, 2030)), draw(st.none() | st.integers(1, 12))
    context = window(year, month)
    dates = st.dates(context.first - timedelta(days=500), context.last + timedelta(days=500))
    ranges = st.builds(
        lambda first, days: DateRange(first, first + timedelta(days=days)),
        dates,
        st.sampled_from([0, 0, 1, 6, 40, 400]),
    )
    spans = st.builds(
        lambda first, days: DateRange(first, first + timedelta(days=days)),
        dates,
        st.sampled_from([1, 6, 40, 400]),
    )
    rules = ranges | st.builds(Repeated, patterns, st.none() | spans)
    exclusions = st.just(Exclusion()) | st.builds(
        Exclusion, some(st.integers(0, 6)) | st.just(()), some(dates) | st.just(())
    )
    hours = st.lists(times(), max_size=3)
    sessions = st.builds(
        lambda *parts: Session.of(*parts, context),
        st.lists(rules, min_size=1, max_size=4),
        hours,
        exclusions,
    )
    moments = st.builds(
        lambda day, minutes: datetime(day.year, day.month, day.day) + timedelta(minutes=minutes),
        dates,
        st.integers(0, 1439),
    )
    stretches = st.builds(
        lambda start, minutes: Stretch(start, start + timedelta(days=2, minutes=minutes)),
        moments,
        st.integers(1, 400_000),
    )
    parts = draw(st.lists(sessions | stretches, min_size=1, max_size=3, unique=True))
    return When(tuple(parts), year, month)


def is_readable(when):
    """Tell whether the parser would give this value: slots in every part, not too many."""
    context = window(when.year, when.month)
    if any(next(iter(part.slots(context)), None) is None for part in when.parts):
        return False
    try:
        when.slots()
    except WhenError:
        return False
    return len(when.canonical()) <= 500


@settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@given(values().filter(is_readable))
def test_canonical_form_parses_to_the_same_value(when):
    text = when.canonical()
    again = parse(text, year=when.year, month=when.month)
    assert again == when
    assert again.canonical() == text


def outcome(text, month):
    """Return the value, or the error."""
    try:
        return parse(text, year=2026, month=month)
    except WhenError as error:
        return error


texts = (
    st.text(max_size=80)
    | st.text(st.sampled_from(MARKS), max_size=80)
    | st.lists(st.sampled_from(PIECES.split()), max_size=9).map("".join)
    | st.lists(st.sampled_from(PIECES.split()), max_size=6).map(" ".join)
)


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(texts, st.none() | st.integers(1, 12))
def test_any_text_is_read_or_refused(text, month):
    found = outcome(text, month)
    if isinstance(found, WhenError):
        assert 0 <= found.start <= found.end <= len(text)
        assert str(found)
    else:
        assert found.slots()
        assert outcome(found.canonical(), month) == found


def test_long_texts_are_answered_quickly():
    heavy = ["12月1-", "每周一、", "3、", "9:00-10:00、", "（", "第一、", "一", "1", "除", "5日 "]
    begun = time.process_time()
    for piece in heavy:
        outcome((piece * 500)[:500], None)
        outcome(("2025年1月1日至2027年12月31日每周一，" + piece * 500)[:500], None)
    assert time.process_time() - begun < 5


def test_year_is_written_only_where_another_would_be_read():
    def canonical(text):
        return parse(text, year=2026, month=12).canonical()

    assert canonical("2027年1月2日") == "1月2日 全天"
    assert canonical("2027年12月5日") == "2027年12月5日 全天"
    assert canonical("12月30日至1月2日") == "12月30日至2027年1月2日 全天"


def test_dates_are_written_in_order_and_short():
    when = parse("17日、12月3日、10日、3日 14:00、9:00", year=2026, month=12)
    assert when.canonical() == "12月3日、10日、17日 9:00、14:00"
    assert when.slots()[0].start.date() == date(2026, 12, 3)
