"""Search and suggestions as JSON: the page's filters, errors in words, caches, limits."""

import datetime as dt
import json

import pytest
from django.core.cache import cache
from django.urls import reverse

from search import index, limits
from tests.factories.brands import make_area
from tests.factories.search import make_entry, put_entry

pytestmark = pytest.mark.django_db


def ask(client, path="/api/search", **params):
    response = client.get(path, params)
    return response, json.loads(response.content)


@pytest.fixture
def entries():
    street = make_area(title="福莱山街道", short_name="福莱山", code="fulaishan")
    index.put(
        [
            make_entry("书法课", thing_key="k1", node_id=street.pk, audiences="senior", url="/a1/"),
            make_entry("<b>书法</b>展", body="甲&乙的书法", thing_key="k2"),
        ]
    )


def test_results_say_what_the_page_says(client, entries):
    _response, found = ask(client, q="书法")
    assert (found["total"], found["page"], found["pages"], found["text"]) == (2, 1, 1, "书法")
    by_key = {result["key"]: result for result in found["results"]}
    assert by_key["k1"]["centre"] == "fulaishan"
    assert by_key["k1"]["url"].endswith("/a1/")
    assert by_key["k1"]["url"].startswith("http")
    assert by_key["k2"]["title"] == "<b>书法</b>展"
    assert by_key["k2"]["passage"] == "甲&乙的书法"
    assert {choice["value"] for choice in found["facets"]["at"]} == {"", "fulaishan"}


def test_filters_are_those_of_the_page(client, entries):
    _response, found = ask(client, q="书法", **{"for": "senior", "at": "fulaishan"})
    assert [result["key"] for result in found["results"]] == ["k1"]
    _response, found = ask(client, q="下周三晚上 书法")
    assert [(one["words"], one["filter"]) for one in found["read"]] == [("下周三晚上", "on")]


@pytest.mark.parametrize("path", ["/api/search", "/api/suggest"])
@pytest.mark.parametrize(
    "params", [{"kind": "x"}, {"page": "zwei"}, {"sort": "price"}, {"q": "书" * 201}]
)
def test_what_means_nothing_is_refused_in_words(client, path, params):
    response, said = ask(client, path, **({"q": "书法"} | params))
    assert response.status_code == 400
    assert said["error"]


def test_a_page_beyond_the_last_is_the_last(client, entries):
    response, found = ask(client, q="书法", page="99")
    assert (response.status_code, found["page"]) == (200, 1)


def test_caches_may_keep_it_for_a_minute_and_ask_again_by_etag(client, entries):
    response, _found = ask(client, q="书法")
    assert response["Cache-Control"] == "public, max-age=60"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    again = client.get("/api/search", {"q": "书法"}, HTTP_IF_NONE_MATCH=response["ETag"])
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"])


def test_suggestions_are_names(client, entries):
    _response, found = ask(client, "/api/suggest", q="shuf")
    assert {one["title"] for one in found["suggestions"]} >= {"书法课"}


@pytest.mark.parametrize("text", ["", "\x00", '"', "%", "🙂", "<script>"])
def test_any_text_is_answered(client, text):
    put_entry()
    for path in ("/api/search", "/api/suggest"):
        assert ask(client, path, q=text)[0].status_code == 200


def test_it_is_documented(client):
    schema = json.loads(client.get("/api/openapi.json").content)
    for path in ("/api/search", "/api/suggest"):
        parameters = schema["paths"][path]["get"]["parameters"]
        assert {"q", "kind", "at", "month", "for", "on"} <= {one["name"] for one in parameters}
        assert all(one["schema"]["description"] for one in parameters)
    assert "/api/search" in client.get("/api/").content.decode()


def test_who_asks_too_often_waits_and_a_broken_cache_refuses_nobody(
    client, monkeypatch, rf, settings
):
    # A cache of its own: whoever empties a shared one meanwhile would open the limit.
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "limits"}}
    cache.clear()
    monkeypatch.setattr(limits, "SUGGESTIONS", "2/m")
    put_entry()
    codes = [client.get(reverse("search:suggest"), {"q": "书法"}).status_code for _ in range(3)]
    assert codes == [200, 200, 429]

    def fail(*args, **options):
        raise ConnectionError

    monkeypatch.setattr(type(cache._connections["default"]), "get", fail, raising=False)
    assert limits.may_suggest(rf.get("/"))


def test_past_and_next_days_are_told(client):
    put_entry(
        "书法课",
        day_tokens="d20200108",
        starts_at=dt.datetime(2020, 1, 8, tzinfo=dt.UTC),
        ends_at=dt.datetime(2020, 1, 8, 2, tzinfo=dt.UTC),
    )
    [result] = ask(client, q="书法")[1]["results"]
    assert (result["is_past"], result["next_on"]) == (True, "2020-01-08")
