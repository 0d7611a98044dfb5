"""The search page answers anything politely, without a script, a cookie or an error."""

import datetime as dt
import json
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import answers, index, nodes, query, suggesting
from tests.factories.search import make_entry, make_node, put_entry

pytestmark = pytest.mark.django_db


class Links(HTMLParser):
    """Addresses of links by their text, and the texts of the page."""

    def __init__(self, response):
        super().__init__()
        self.links, self.marked, self.words, self._open, self._text = {}, [], [], None, ""
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "a":
            self._open, self._text = attrs.get("href"), ""
            if attrs.get("aria-current"):
                self.marked.append(attrs["href"])

    def handle_endtag(self, tag):
        if tag == "a" and self._open is not None:
            if self._text:
                self.links.setdefault(self._text, self._open)
            self._open = None

    def handle_data(self, data):
        self.words.append(data.strip())
        if self._open is not None:
            self._text += data.strip()
            if data.strip():
                self.links.setdefault(data.strip(), self._open)


@pytest.fixture(autouse=True)
def _source_language():
    """A request leaves its language behind in the thread; `reverse` would go on with it."""
    with translation.override("zh-hans"):
        yield


@pytest.fixture
def page(client):
    def get(**params):
        return client.get(reverse("search:search"), params)

    return get


@pytest.fixture
def tree(monkeypatch):
    """A street with one centre, known to search by the codes street and centre."""
    street = make_node("福莱山街道")
    centre = make_node("海信社区", street)
    by_code = {"street": street, "centre": centre}
    named = {
        node.path: nodes.NodeName(code=code, title=node.title, tier="street")
        for code, node in by_code.items()
    }
    monkeypatch.setattr(nodes, "_lookups", [by_code.get])
    monkeypatch.setattr(
        nodes, "_namers", [lambda paths: {path: named[path] for path in paths if path in named}]
    )
    return by_code


def test_a_result_leads_to_its_page(page):
    put_entry("海信社区老年大学书法课", url="/a/k7/", place="书画室")
    response = page(q="书法")
    assert response.status_code == 200
    shown = Links(response)
    assert shown.links["海信社区老年大学书法课"] == "/a/k7/"
    assert "书画室" in shown.words


@pytest.mark.parametrize("typed", ["shufa", "书发", "書法"])
def test_pinyin_slips_and_the_other_script_reach_the_same_page(page, typed):
    put_entry("海信社区老年大学书法课", url="/a/k7/")
    assert Links(page(q=typed)).links["海信社区老年大学书法课"] == "/a/k7/"


def test_no_cookie_is_set(page):
    put_entry()
    assert not page(q="书法").cookies


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_only_reading_is_answered(client, method):
    assert getattr(client, method)(reverse("search:search")).status_code == 405


def test_an_empty_search_says_how_to_search(page):
    for params in ({}, {"q": ""}, {"q": "  \x00"}):
        response = page(**params)
        assert response.status_code == 200
        assert "/centres/" in Links(response).links.values()


def test_nothing_found_offers_other_ways(page):
    put_entry("合唱团")
    shown = Links(page(q="区块链"))
    assert "/events/" in shown.links.values()
    assert "合唱团" not in shown.links


def test_nothing_found_within_a_filter_offers_to_search_everywhere(page):
    put_entry("书法课")
    shown = Links(page(q="书法", kind="notice"))
    assert "?q=%E4%B9%A6%E6%B3%95" in shown.links.values()


def test_a_failing_database_is_said_and_not_shown(page, client, monkeypatch):
    def fail(*args, **options):
        raise DatabaseError("secret detail")

    monkeypatch.setattr(answers, "find", fail)
    monkeypatch.setattr(suggesting, "suggest", fail)
    response = page(q="书法")
    assert response.status_code == 503
    assert "Cache-Control" not in response
    assert "secret detail" not in response.content.decode()
    assert "/events/" in Links(response).links.values()
    response = client.get(reverse("search:suggest"), {"q": "书法"})
    assert (response.status_code, json.loads(response.content)) == (503, {"suggestions": []})


def test_facets_lead_to_filtered_results_and_back(page, tree):
    put_entry("书法课", node_id=tree["centre"].pk)
    put_entry("书法老师招聘", kind="notice")
    shown = Links(page(q="书法", page="1"))
    filtered = page(q="书法", at="street")
    assert shown.links["福莱山街道"] == "?q=%E4%B9%A6%E6%B3%95&at=street"
    assert "书法老师招聘" not in Links(filtered).links
    assert Links(filtered).links["海信社区"] == "?q=%E4%B9%A6%E6%B3%95&at=centre"
    assert "?q=%E4%B9%A6%E6%B3%95&at=street" in Links(filtered).marked
    within = Links(page(q="书法", at="centre"))
    assert within.links["福莱山街道"] == "?q=%E4%B9%A6%E6%B3%95&at=street"


def test_a_kind_is_kept_when_the_node_changes(page, tree):
    put_entry("书法课", node_id=tree["centre"].pk)
    shown = Links(page(q="书法", kind="activity"))
    assert shown.links["福莱山街道"] == "?q=%E4%B9%A6%E6%B3%95&kind=activity&at=street"


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"kind": "<b>"}, "&lt;b&gt;"),
        ({"at": "nowhere"}, "nowhere"),
        ({"page": "zwei"}, "zwei"),
        ({"page": "-1"}, "-1"),
        ({"page": "99"}, "note"),
        ({"q": "书法" + "a" * 300}, "200"),
    ],
)
def test_what_is_unknown_becomes_the_nearest_in_words(page, params, said):
    put_entry("书法课")
    response = page(**({"q": "书法"} | params))
    assert response.status_code == 200
    assert 'role="status"' in response.content.decode()
    assert said in response.content.decode()


def test_all_is_the_whole_site_without_a_word(page):
    put_entry("书法课")
    response = page(q="书法", at="all")
    assert "书法课" in Links(response).links
    assert 'role="status"' not in response.content.decode()


def test_the_second_page_goes_on_where_the_first_ended(page):
    index.put(make_entry(f"书法课{i}", url=f"/a/{i}/") for i in range(query.PAGE_SIZE + 3))
    shown = page(q="书法", page="2")
    rows = {link for link in Links(shown).links.values() if link.startswith("/a/")}
    assert len(rows) == 3
    assert f'start="{query.PAGE_SIZE + 1}"' in shown.content.decode()


def test_markup_stays_text(page):
    put_entry("<script>书法</script>", body="<img src=x onerror=书法>")
    response = page(q="<script>书法")
    assert "<script>书法" not in response.content.decode()
    assert "<img src=x" not in response.content.decode()
    assert "&lt;script&gt;书法" in response.content.decode()


def test_past_and_cancelled_things_say_so(page):
    long_ago = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    put_entry("书法展", starts_at=long_ago, ends_at=long_ago)
    put_entry("书法课", is_cancelled=True)
    content = page(q="书法").content.decode()
    assert "win--past" in content
    assert "tag--off" in content


def test_links_stay_in_the_language_of_the_reader(client):
    put_entry("书法课", url="/a/k7/")
    response = client.get("/en/search/", {"q": "书法"})
    assert Links(response).links["书法课"] == "/en/a/k7/"
    assert '<a href="/en/a/k7/" lang="zh-Hans">' in response.content.decode()
    suggested = json.loads(client.get("/en/search/suggest/", {"q": "书法"}).content)
    assert suggested["suggestions"][0]["url"] == "/en/a/k7/"


def test_the_number_of_queries_of_the_page_does_not_grow(page, tree, django_assert_max_num_queries):
    page(q="书法")  # what is read once a process
    # PostgreSQL is told three times in what way to look, each time within a savepoint.
    most = 12 if connection.vendor == "sqlite" else 16
    for count in (1, 60):
        index.put(
            make_entry("书法课", thing_key=f"x{i}", node_id=tree["centre"].pk) for i in range(count)
        )
        with django_assert_max_num_queries(most):
            page(q="书法", at="street")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.dictionaries(
        st.sampled_from(["q", "kind", "at", "page", "size", "x"]),
        st.text(st.characters(exclude_categories=["Cs"]))
        | st.sampled_from(['"', "0", "书", "%00"]),
    )
)
def test_no_address_is_an_error(client, params):
    assert client.get(reverse("search:search"), params).status_code == 200
    assert client.get(reverse("search:suggest"), params).status_code == 200


def test_suggestions_are_small_and_kept_for_a_minute(client):
    put_entry("衡星党建融媒体工作室", kind="brand", url="/brand/", place="衡山路")
    response = client.get(reverse("search:suggest"), {"q": "hengx"})
    [suggestion] = json.loads(response.content)["suggestions"]
    assert suggestion["title"] == "衡星党建融媒体工作室"
    assert suggestion["url"] == "/brand/"
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies


def test_nothing_typed_suggests_nothing(client):
    assert json.loads(client.get(reverse("search:suggest")).content) == {"suggestions": []}


def test_caches_may_keep_the_page_which_is_the_same_for_whoever_reads_it(client, admin_page):
    put_entry("书法课")
    mine = admin_page.get("/search/", {"q": "书法"})
    client.logout()
    theirs = client.get("/search/", {"q": "书法"})
    assert mine.content == theirs.content
    assert theirs["Cache-Control"] == "public, max-age=60"
    assert not theirs.cookies


def test_the_readers_own_centre_is_named_with_a_way_out(page, centre):
    put_entry(node_id=centre.pk)
    shown = BeautifulSoup(page(q="书法", near=centre.address_code).content, "html.parser")
    assert shown.select_one("[data-near]")
    assert "near=" not in shown.select_one("a[data-no-longer-near]")["href"]
    assert b"data-near" not in page(q="书法").content
