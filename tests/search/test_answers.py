"""From the address of the search page to its answer: filters said in words, facets, slips."""

import datetime as dt
import json
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from common.models import Audience, Holiday
from search import index
from search.answers import Question, answer
from search.forms import SearchForm
from search.models import AskedText, PinnedResult
from tests.factories.brands import make_area, make_centre
from tests.factories.search import make_entry, put_entry

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 12, 8, 2, 0, tzinfo=dt.UTC)  # Tuesday, 10:00 in Shanghai


def asked(text="", **params):
    return answer(SearchForm({"q": text} | params).question(), NOW)


def titles(entries):
    return [entry.title for entry in entries]


def found(text="", **params):
    return set(titles(asked(text, **params).results.entries))


@pytest.fixture
def street():
    return make_area(title="福莱山街道", short_name="福莱山", code="fulaishan")


@pytest.fixture
def entries(street):
    centre = make_centre(street, title="海信社区党群服务中心", short_name="海信社区", code="haixin")
    index.put(
        [
            make_entry(
                "书法课",
                node_id=centre.pk,
                day_tokens="d20261208 d20261208a d20261216 d20261216e",
                audiences="senior",
                traits="kind-art free a e",
            ),
            make_entry(
                "书法展",
                node_id=street.pk,
                day_tokens="d20261212 d20261213",
                audiences="all",
                traits="kind-film",
            ),
            make_entry("亲子瑜伽", day_tokens="d20261212 d20261212m", traits="kind-sport free m"),
            make_entry("书法老师", kind="notice"),
        ]
    )


@pytest.mark.parametrize(
    ("text", "those"),
    [
        ("书法", {"书法课", "书法展", "书法老师"}),
        ("今天", {"书法课"}),
        ("今天有什么活动", {"书法课"}),
        ("下周三晚上书法", {"书法课"}),
        ("周末", {"书法展", "亲子瑜伽"}),
        ("周末 书法", {"书法展"}),
        ("周末上午", {"亲子瑜伽"}),
        ("上午 瑜伽", {"亲子瑜伽"}),
        ("免费 书法", {"书法课"}),
        ("免费", {"书法课", "亲子瑜伽"}),
        ("海信社区 书法", {"书法课"}),
        ("福莱山街道 书法", {"书法课", "书法展"}),
        ("老年人 书法", {"书法课", "书法展"}),
        ("健身 周末", {"亲子瑜伽"}),
        ("12月12日", {"书法展", "亲子瑜伽"}),
        ("本月免费", {"书法课", "亲子瑜伽"}),
        ("毛笔字", {"书法课", "书法展", "书法老师"}),
    ],
)
def test_what_is_said_in_words_narrows(entries, text, those):
    assert found(text) == those


@pytest.mark.parametrize(
    ("params", "those"),
    [
        ({"on": "2026-12-16-e"}, {"书法课"}),
        ({"on": "2026-12-12..2026-12-13,2026-12-08"}, {"书法课", "书法展"}),
        ({"part": "evening"}, {"书法课"}),
        ({"fee": "free"}, {"书法课"}),
        ({"about": "film"}, {"书法展"}),
        ({"for": "child"}, {"书法展"}),
        ({"kind": "notice"}, {"书法老师"}),
        ({"at": "c.haixin"}, {"书法课"}),
        ({"month": "2026-12"}, {"书法课", "书法展"}),
        ({"month": "202701"}, set()),
    ],
)
def test_what_is_chosen_narrows(entries, params, those):
    assert found("书法", **params) == those


def test_what_was_chosen_stands_against_what_was_said(entries):
    result = asked("福莱山街道 书法", at="c.haixin")
    assert (titles(result.results.entries), result.meanings) == (["书法课"], ())


def test_days_of_a_holiday_are_meant_by_its_name(entries):
    Holiday.objects.create(name="大雪节", date=dt.date(2026, 12, 12), effect="named")
    assert found("大雪书法") == {"书法展"}


def test_a_name_that_holds_a_day_is_looked_for_as_it_stands(entries):
    put_entry("周末书法")
    result = asked("周末书法")
    assert result.is_literal
    assert titles(result.results.entries) == ["周末书法"]
    assert found("周末 书法") == {"书法展"}


def test_words_as_they_stand_on_wish(entries):
    put_entry("老照片", body="今天拍的")
    assert found("今天", words="1") == {"老照片"}


def test_when_filters_leave_nothing_the_words_are_looked_for_as_they_stand(entries):
    put_entry("理发", body="全部免费")
    put_entry("免费的午餐会", body="12月25日")
    result = asked("免费 午餐")
    assert (titles(result.results.entries), result.is_literal) == (["免费的午餐会"], True)


def test_when_nothing_is_on_then_other_times_are_offered(entries):
    result = asked("下周五 瑜伽")
    assert (result.results.total, titles(result.relaxed)) == (0, ["亲子瑜伽"])
    assert [meaning.said for meaning in result.meanings] == ["下周五"]


@pytest.mark.parametrize(
    ("text", "slip"), [("书发", "书法"), ("shufa", "书法"), ("书法", ""), ("区块链", "")]
)
def test_a_slip_is_explained_by_what_sounds_alike(entries, text, slip):
    assert asked(text).slip == slip


def test_facets_are_what_the_list_shows_after_the_click(entries, client):
    address = reverse("search:search")
    shown = client.get(address, {"q": "书法"}).context["listing"].facets
    assert {facet.name for facet in shown} == {"kind", "district", "month", "for"}
    for facet in shown:
        for choice in facet.choices:
            change = {name: value for name, value in choice.change.items() if value}
            if choice.count:
                page = client.get(address, {"q": "书法"} | change)
                assert page.context["results"].total == choice.count, (facet.name, choice)


def test_a_chosen_node_shows_the_way_to_it_and_its_neighbours(entries, client, street):
    make_centre(street, short_name="晨光社区", code="chenguang")
    page = client.get(reverse("search:search"), {"q": "书法", "at": "c.haixin"})
    [at] = [facet for facet in page.context["listing"].facets if facet.name == "at"]
    assert [(one.title, one.depth, one.is_current) for one in at.choices] == [
        ("福莱山", 0, False),
        ("海信社区", 1, True),
    ]


def test_chips_take_off_what_was_said_and_what_was_chosen(entries, client, monkeypatch):
    monkeypatch.setattr("search.views.timezone.now", lambda: NOW)
    params = {"q": "下周三晚上 书法", "for": "senior", "page": "1", "size": "large"}
    page = client.get(reverse("search:search"), params)
    said, chosen = page.context["listing"].chips
    assert said.change == {"q": "书法", "page": None}
    assert str(said.span) == "2026-12-16-e"
    assert chosen.change == {"for": None, "page": None}
    assert chosen.title == Audience.objects.get(code="senior").name
    assert "12月16日 周三" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("month", "202613"),
        ("for", "nobody"),
        ("about", "<script>"),
        ("lang", "fr"),
        ("on", "2026-02-30"),
        ("on", "2026-12-05..2026-12-01"),
        ("on", "2026-01-01..2026-12-31"),
        ("on", "١٢"),
        ("part", "night"),
        ("fee", "10"),
        ("sort", "price"),
        ("near", "nowhere"),
        ("at", "\x00"),
    ],
)
def test_unknown_values_are_said_and_do_no_harm(entries, client, name, value):
    page = client.get(reverse("search:search"), {"q": "书法", name: value})
    assert page.status_code == 200
    assert page.context["results"].total == 3
    assert bool(page.context["notices"]) is (value != "\x00")
    assert "<script>" not in page.content.decode().replace("<script type", "")


def test_recommended_results_stand_above_on_the_first_page(entries, client):
    entry = put_entry("红领集市")
    PinnedResult.objects.create(
        words="书法", kind=entry.kind, thing_key=entry.thing_key, ends_on=dt.date(2036, 1, 1)
    )
    page = client.get(reverse("search:search"), {"q": "書法"})
    assert [hit.entry.title for hit in page.context["listing"].pinned] == ["红领集市"]
    assert "红领集市" not in {hit.entry.title for hit in page.context["listing"].hits}


def test_only_a_first_question_in_words_is_counted(entries, client):
    address = reverse("search:search")
    for params in ({"q": "书法"}, {"q": "书法", "page": "2"}, {"q": "书法", "kind": "menu"}, {}):
        client.get(address, params)
    assert AskedText.objects.get().count == 1


def test_a_search_is_a_feed_too(entries, client):
    response = client.get(reverse("search:atom"), {"q": "书法 & 今天<"})
    assert response["Content-Type"] == "application/atom+xml"
    response = client.get(reverse("search:atom"), {"q": "书法"})
    feed = ElementTree.fromstring(response.content)  # noqa: S314 - our own
    atom = "{http://www.w3.org/2005/Atom}"
    assert {title.text for title in feed.findall(f"{atom}entry/{atom}title")} == {
        "书法课",
        "书法展",
        "书法老师",
    }
    identities = [one.text for one in feed.findall(f"{atom}entry/{atom}id")]
    assert len(set(identities)) == 3


def suggested(client, text, **params):
    response = client.get(reverse("search:suggest"), {"q": text} | params)
    return [one["title"] for one in json.loads(response.content)["suggestions"]]


def test_names_and_first_words_of_synonyms_are_suggested(entries, client):
    assert suggested(client, "shufa")[0] in {"书法课", "书法展"}
    assert "老娘舅" in suggested(client, "老娘")
    assert "老娘舅" in suggested(client, "laoniang")
    assert suggested(client, "s") == []
    assert suggested(client, "书", kind="notice")[:1] == ["书法老师"]


@pytest.mark.parametrize(
    ("text", "most"),
    [("书法", 14), ("书发", 14), ("下周三晚上 书法", 20), ("区块链挖矿 今天 免费 海信社区", 20)],
)
def test_a_page_costs_few_queries_whatever_is_said(entries, client, text, most):
    address, params = reverse("search:search"), {"q": text, "at": "fulaishan", "kind": "activity"}
    client.get(address, params)  # what is read once a process
    with CaptureQueriesContext(connection) as counted:
        client.get(address, params)
    reads = [row["sql"] for row in counted if row["sql"].startswith("SELECT")]
    assert len(reads) <= most


def test_a_question_without_anything_finds_nothing():
    assert answer(Question(), NOW).results.total == 0


def test_moments_of_recordings_are_found_but_not_offered_while_typing(client):
    put_entry("书法第一笔", kind="moment")
    assert suggested(client, "书法第") == []
    assert found("书法第一笔") == {"书法第一笔"}
