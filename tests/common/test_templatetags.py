"""What pages show: addresses in the reader's language, drawings, dates and times."""

from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.core.paginator import Paginator
from django.template import Context
from django.test import RequestFactory
from django.utils import translation

from common import dates
from common.templatetags import changlai

SHANGHAI = ZoneInfo("Asia/Shanghai")
SATURDAY = date(2026, 12, 5)


@pytest.fixture(params=["zh-hans", "zh-hant", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


# ── Addresses ──


@pytest.mark.parametrize(
    ("code", "address"),
    [("zh-hans", "/events/"), ("zh-hant", "/zh-hant/events/"), ("en", "/en/events/")],
)
def test_here_adds_the_prefix_of_the_language(code, address):
    with translation.override(code):
        assert changlai.here(Context(), "/events/") == address


def test_here_takes_the_address_of_a_page_not_its_place_in_the_tree():
    page = SimpleNamespace(address="/fangshan/", path="000100010003")

    with translation.override("zh-hans"):
        assert changlai.here(Context(), page) == "/fangshan/"


def test_here_takes_the_path_of_a_row():
    with translation.override("en"):
        assert changlai.here(Context(), SimpleNamespace(path="/a/k7/")) == "/en/a/k7/"


@pytest.mark.parametrize(
    "target", [None, "", SimpleNamespace(), SimpleNamespace(address="衡山路 16 号", path="0001")]
)
def test_here_gives_nothing_for_what_has_no_address(target):
    with translation.override("en"):
        assert changlai.here(Context(), target) == ""


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/events/", "/events/?size=large"),
        ("/events/?view=month", "/events/?view=month&size=large"),
        ("/events/#d5", "/events/?size=large#d5"),
    ],
)
def test_large_type_lasts_from_link_to_link(address, kept):
    with translation.override("zh-hans"):
        assert changlai.here(Context({"large_type": True}), address) == kept


@pytest.mark.parametrize("path", ["/fangshan/", "/zh-hant/fangshan/", "/en/fangshan/"])
def test_same_page_changes_the_prefix_alone(path):
    context = Context({"request": RequestFactory().get(path)})

    assert changlai.same_page(context, "zh-hans") == "/fangshan/"
    assert changlai.same_page(context, "zh-hant") == "/zh-hant/fangshan/"
    assert changlai.same_page(context, "en") == "/en/fangshan/"


def test_same_page_quotes_what_an_address_may_not_hold():
    context = Context({"request": RequestFactory().get('/"><b>/')})

    assert changlai.same_page(context, "en") == "/en/%22%3E%3Cb%3E/"


def test_html_lang_is_a_language_tag():
    for code, tag in (("zh-hans", "zh-Hans"), ("zh-hant", "zh-Hant"), ("en", "en")):
        with translation.override(code):
            assert changlai.html_lang() == tag


# ── Nodes and drawings ──


@pytest.mark.parametrize(
    ("node", "name"),
    [
        (SimpleNamespace(display_name="初心航线", short_name="衡山路商圈", title="长"), "初心航线"),
        (SimpleNamespace(display_name="", short_name="衡山路商圈", title="长"), "衡山路商圈"),
        (SimpleNamespace(title="房山区"), "房山区"),
        (None, ""),
        ("", ""),
    ],
)
def test_node_name_is_the_shortest_that_is_known(node, name):
    assert changlai.node_name(node) == name


def test_an_area_holds_itself_and_what_is_below_it():
    area = SimpleNamespace(path="00010001")

    assert changlai.holds(area, area)
    assert changlai.holds(area, SimpleNamespace(path="000100010002"))
    assert not changlai.holds(area, SimpleNamespace(path="00010002"))
    assert not changlai.holds(area, None)


def test_emblem_names_outline_lattice_and_accent():
    svg = changlai.emblem(SimpleNamespace(tier="building", lattice="boat", accent="sea"))

    assert 'data-accent="sea"' in svg
    assert "#o-building" in svg
    assert "#l-boat" in svg


@pytest.mark.parametrize("thing", [None, SimpleNamespace(tier='"><script>', lattice=None)])
def test_emblem_of_nothing_known_is_the_usual_one(thing):
    svg = changlai.emblem(thing)

    assert "#o-community" in svg
    assert "<script" not in svg


def test_emblem_reads_a_mapping_too():
    assert "#l-fish" in changlai.emblem({"tier": "stop", "lattice": "fish", "accent": "tea"})


def test_scene_is_named_by_its_own_words_unless_others_are_given():
    with translation.override("en"):
        assert "Outside the window: market stalls" in changlai.scene("market")
    assert 'aria-label="&lt;b&gt;"' in changlai.scene("market", "<b>")
    assert "#s-night-flats" in changlai.scene(None)


def test_icon_unknown_is_nothing():
    assert 'class="icon"' in changlai.icon("calendar")
    assert changlai.icon(None) == ""


# ── Words ──


@pytest.mark.parametrize(
    ("title", "html"),
    [
        (
            "四点半课堂：放学先来写作业",
            '<span class="ph">四点半课堂：</span><span class="ph">放学先来写作业</span>',
        ),
        (
            "冬夜用火用电，讲明白：一次",
            '<span class="ph">冬夜用火用电，讲明白：</span><span class="ph">一次</span>',
        ),
        (
            "四航引领，助推发展",
            '<span class="ph">四航引领，</span><span class="ph">助推发展</span>',
        ),
        ("书法课", "书法课"),
        ("只有冒号：", "只有冒号："),
        ("<b>：&", '<span class="ph">&lt;b&gt;：</span><span class="ph">&amp;</span>'),
        ("<b>", "&lt;b&gt;"),
        (None, ""),
    ],
)
def test_titles_break_by_sense_and_are_escaped(title, html):
    assert changlai.phrases(title) == html


@pytest.mark.parametrize(
    ("number", "dialled"),
    [("010-69370001", "01069370001"), ("0535-638 0010转2", "05356380010,2"), (None, "")],
)
def test_telephone_links_dial_digits(number, dialled):
    assert changlai.tel(number) == dialled


def test_a_number_stays_on_one_line_and_is_escaped():
    assert changlai.unbroken("010-1<b>") == '<span class="nb">010-1&lt;b&gt;</span>'
    assert changlai.unbroken("") == ""


def test_page_numbers_leave_out_the_middle():
    page = Paginator(range(120), 10).page(5)

    assert changlai.page_numbers(page) == [1, None, 4, 5, 6, None, 12]


# ── Dates and times ──


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 12, 5, 9, 0, tzinfo=SHANGHAI), "9:00"),
        (datetime(2026, 12, 5, 6, 5, tzinfo=UTC), "14:05"),
        (time(0, 30), "0:30"),
        (SATURDAY, ""),
        (None, ""),
        ("", ""),
    ],
)
def test_clock_is_local_and_without_leading_zero(moment, text):
    assert dates.clock(moment) == text


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        (
            "zh-hans",
            [
                "12月5日",
                "12月5日 周六",
                "12月5日 星期六",
                "2026年12月5日",
                "周六",
                "十二月",
                "12月",
            ],
        ),
        (
            "zh-hant",
            [
                "12月5日",
                "12月5日 週六",
                "12月5日 星期六",
                "2026年12月5日",
                "週六",
                "十二月",
                "12月",
            ],
        ),
        (
            "en",
            [
                "5 Dec",
                "Sat 5 Dec",
                "Saturday 5 December",
                "5 December 2026",
                "Sat",
                "December",
                "Dec",
            ],
        ),
    ],
)
def test_dates_are_written_in_the_language(code, texts):
    write = [dates.day, dates.day_week, dates.day_full, dates.day_year, dates.weekday]
    write += [dates.month_name, dates.month_short]

    with translation.override(code):
        assert [one(SATURDAY) for one in write] == texts


def test_a_late_moment_belongs_to_its_local_day():
    with translation.override("zh-hans"):
        assert dates.day(datetime(2026, 12, 4, 16, 30, tzinfo=UTC)) == "12月5日"


@pytest.mark.parametrize("number", [0, 13, None, "12"])
def test_month_name_of_no_month_is_empty(language, number):
    assert dates.month_name(number) == ""


def test_dates_of_nothing_are_empty(language):
    writers = [dates.day, dates.day_week, dates.day_full, dates.day_year, dates.weekday]
    writers += [dates.month_short, dates.iso, dates.stamp]

    assert [write(None) for write in writers] == [""] * len(writers)


def test_machine_readable_moments():
    moment = datetime(2026, 12, 5, 6, 0, tzinfo=UTC)

    assert dates.iso(moment) == "2026-12-05T14:00"
    assert dates.iso(SATURDAY) == "2026-12-05"
    assert dates.stamp(moment) == "2026-12-05T14:00:00+08:00"


@pytest.mark.parametrize(
    ("count", "usual", "light"),
    [
        (0, 10, 0),
        (1, 10, 1),
        (6, 10, 1),
        (7, 10, 2),
        (12, 10, 2),
        (13, 10, 3),
        (None, None, 0),
        (1, None, 1),
        (4, 0, 2),
        (6, None, 3),
    ],
)
def test_light_of_a_day_is_relative_to_the_usual(count, usual, light):
    assert changlai.lit(count, usual) == light
