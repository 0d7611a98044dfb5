"""What each rule finds in a text, and what it leaves alone."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from inspection import links, registry
from inspection.findings import Picture, Row, Severity, Subject, Text
from inspection.models import LinkState, Wording

pytestmark = pytest.mark.django_db


class Place:
    """A page as far as the rules of words ask for one."""

    pk = None

    def __init__(self, path="00010001"):
        self.path = path


def subject(*values, page=None, **more) -> Subject:
    texts = [
        Text(f"第{n}行", f"rows.{n}.summary", value, lambda _: None)
        for n, value in enumerate(values)
    ]
    return Subject(page=page or Place(), today=date(2026, 12, 1), texts=texts, **more)


def found(rule, *values, **more):
    return [
        (one.severity, one.excerpt, one.better)
        for one in registry.rules[rule].search(subject(*values, **more))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("衡héng山路", [("look", "héng", "")]),
        ("活动\ufffd室", [("blocks", "\ufffd", None)]),
        ("活动\ue000室", [("blocks", "\ue000", None)]),
        ("请带水。。", [("look", "。。", "。")]),
        ("二楼书画室", []),
    ],
)
def test_copy_damage(text, expected):
    assert found("damage", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("电话 13812345678", [("look", "13812345678", "138****5678")]),
        ("电话 138 1234 5678", [("look", "138 1234 5678", "138****5678")]),
        ("+86-13812345678", [("look", "+86-13812345678", "138****5678")]),
        ("身份证 11010519491231002X", [("blocks", "11010519491231002X", "110105********002X")]),
        ("编号 110105194912310021", []),
        ("卡号 6222 0212 3456 7894", [("blocks", "6222 0212 3456 7894", "6222****7894")]),
        ("座机 010-69370001", []),
        ("订单号 2026120100001234567890", []),
        ("热线 15912345678", []),
    ],
)
def test_numbers_of_private_people(text, expected):
    assert found("personal", text, phones=frozenset(["159-1234-5678"])) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("点击上方蓝字关注我们\n健康讲座：冬季养生", 1),
        ("健康讲座：冬季养生\n\n责任编辑：小王", 1),
        ("健康讲座\n点击上方蓝字\n请带医保卡", 0),
        ("关注心血管健康", 0),
    ],
)
def test_advertising_in_the_first_or_last_line(text, count):
    assert len(found("injected", text)) == count


def test_the_wording_of_the_network_and_of_all(network):
    Wording.objects.create(word="残疾人士", better="残疾人")
    Wording.objects.create(word="老年人", better="长者", network=network, severity=Severity.HINT)
    text = "为老年人和残疾人士服务"
    here, elsewhere = Place(f"{network.path}0001"), Place("000100010099")

    assert set(found("wording", text, page=here)) == {
        ("look", "残疾人士", "残疾人"),
        ("hint", "老年人", "长者"),
    }
    assert [excerpt for _s, excerpt, _b in found("wording", text, page=elsewhere)] == ["残疾人士"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12月5日（周六）下午", []),
        ("12月5日 星期六", []),
        ("12月6日（周天）", []),
        ("12月5日（周日）", [("blocks", "12月5日（周日", "12月5日（周六")]),
        ("2027年1月1日星期四", [("blocks", "2027年1月1日星期四", "2027年1月1日星期五")]),
        ("1月1日（周五）", []),
        ("11月31日（周二）", [("blocks", "11月31日（周二", None)]),
    ],
)
def test_a_weekday_must_be_that_days(text, expected):
    assert found("dates", text, month=date(2026, 12, 1)) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("明天上午开班", ["明天"]),
        ("本周六，下周三", ["本周六", "下周三"]),
        ("每周三", []),
        ("12月5日", []),
    ],
)
def test_days_without_a_date(text, words):
    assert [excerpt for _s, excerpt, _b in found("relative", text)] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("报名截止12月20日", 1),
        ("报名截止：12月8日", 0),
        ("12月20日前报名", 1),
        ("截止到2026年12月11日", 1),
    ],
)
def test_a_deadline_after_the_first_day(text, count):
    row = Row("1 书法", "rows.0", "书法", first_day=date(2026, 12, 10))
    assert len(found("deadline", text, rows=[row])) == count


def test_a_day_outside_the_month_of_the_menu():
    new_year, fifth = date(2027, 1, 3), date(2026, 12, 5)
    rows = [
        Row("1", "rows.1", "新年", "1月3日", first_day=new_year, last_day=new_year),
        Row("2", "rows.2", "展览", first_day=date(2026, 11, 20), last_day=fifth),
        Row("3", "rows.3", "书法", first_day=fifth, last_day=fifth),
        Row("4", "rows.4", "没有时间"),
    ]
    assert [e for _s, e, _b in found("month", rows=rows, month=date(2026, 12, 1))] == ["1月3日"]


def test_a_place_that_is_nearly_a_room():
    rows = [
        Row("1", "rows.1", "书法", room="书画屋"),
        Row("2", "rows.2", "舞", room="小广场"),
        Row("3", "rows.3", "画", room="苏庄三里·书画室"),
    ]
    rooms = frozenset(["书画室", "多功能厅"])
    assert found("rooms", rows=rows, rooms=rooms) == [("hint", "书画屋", "书画室")]


def test_pictures_need_words_consent_and_a_maker():
    bare = Picture("封面", "poster", "", "", has_consent=False)
    good = Picture("封面", "poster", "台上的老师", "苏庄三里", has_consent=True)
    weights = [severity for severity, *_ in found("pictures", pictures=[bare])]
    assert weights == ["look", "look", "hint"]
    assert found("pictures", pictures=[good]) == []


@pytest.mark.parametrize(
    ("link", "severity", "better"),
    [
        ("https://www.bjfsh.gov.cn/a", None, None),
        ("http://www.bjfsh.gov.cn/a", "hint", "https://www.bjfsh.gov.cn/a"),
        ("https://evil.example/gov.cn", "look", None),
        ("https://notbilibili.com/", "look", None),
        ("http://[::1", "look", None),
    ],
)
def test_links(link, severity, better):
    expected = [(severity, link, better)] if severity else []
    assert found("links", f"报名见 {link}。") == expected


def test_what_the_worker_found_behind_a_link(monkeypatch):
    asked = []
    monkeypatch.setattr(links, "ask_for", asked.append)
    text = "见 https://a.gov.cn/1 和 https://a.gov.cn/2 和 https://a.gov.cn/3"
    now = timezone.now()
    LinkState.objects.create(url="https://a.gov.cn/1", problem="", checked_at=now)
    LinkState.objects.create(url="https://a.gov.cn/2", problem="404", checked_at=now)

    assert [(s, e) for s, e, _b in found("dead", text)] == [
        ("look", "https://a.gov.cn/2"),
        ("hint", "https://a.gov.cn/3"),
    ]
    assert asked == [["https://a.gov.cn/3"]]


def test_rows_that_say_the_same():
    rows = [
        Row("1", "rows.1", "书法入门班", "每周二 14:00"),
        Row("2", "rows.2", "书法入门班", "每周二  14:00"),
        Row("3", "rows.3", "书法入门班", "每周三 14:00"),
    ]
    assert found("repetition", rows=rows) == [("look", "书法入门班", None)]


def test_every_number_of_a_text_is_found_once():
    assert len(found("personal", "11010519491231002X 13812345678")) == 2
