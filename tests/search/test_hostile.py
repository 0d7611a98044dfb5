# ruff: noqa: E501, RUF005
"""Whatever is typed: a polite answer, never an error, never everything."""

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.backends.common import SoundsLike
from search.filters import FACETS, UNCOUNTED, Filters
from search.models import SearchEntry
from search.query import Query, find, suggest
from tests.factories.search import put_entry
from tests.search.conftest import deliver

pytestmark = pytest.mark.django_db

UNRELATED = "ϞϞϞ 无关者"

SIGNS = (
    list("\"'`\\%_*?^~!@#$&|:;,.<>()[]{}=+-/")
    + ["\x00", "\x01", "\x1f", "\x7f", "\x85", "\t", "\n", "\r\n", "\u2028", "\u2029"]
    + ["\u200b", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\ufeff", "\u00ad"]
    + ["\ud800", "\udfff", "\ufffd", "\ufffe", "\ue000", "\U000f0000", "\U0010ffff"]
    + ["\u0301" * 300, "e" + "\u0301" * 300, "\u0e34", "\u093f", "\u05b0", "\u064b"]
    + ["ﷺ", "㍿", "ﬁ", "①", "Ⅷ", "½", "²", "℡", "🙂", "👨‍👩‍👧", "🇨🇳", "❤️", "☺"]
    + ["𬠠", "𱍊", "𠀀", "𪛖", "𫜵", "𫠝", "𬺰", "𮯠", "𰀀", "𱍐", "𲎯", "々", "〇", "〆", "ヶ"]
)
# fmt: off
SYNTAX = [
    "AND", "OR", "NOT", "NEAR(a b)", "a NEAR/2 b", "AND AND", "OR OR OR", "NOT NOT", "* OR 1=1",
    "title:", "{title body}:", "- {title}:", "^", "a*", "*a", "**", "\"\"", "\"a", "a\"", "\"\"\"",
    "' OR '1'='1", "'; DROP TABLE search_searchentry; --", "1; SELECT pg_sleep(9)", "\\'", "%s", "%d",
    "%(a)s", "{0}", "{{7*7}}", "{% debug %}", "${7*7}", "<script>alert(1)</script>", "<!--", "]]>",
    "&amp;", "&#0;", "a & b", "a | b", "!a", "a <-> b", "a:*", "a:A", "()", "(((((", ")))))", "(a",
    "_exists_:kind", "kind:*", "*:*", "a~2", "a^9", "[* TO *]", "{a TO z}", "/.*/", "\\u0000", "+a -b",
    "null", "None", "undefined", "NaN", "true", "0", "-1", "1e309", "0x7f", "2026-12-05", "..", "../..",
    "/etc/passwd", "http://a.b/c?d=e&f#g", "javascript:alert(1)", "file:///", "a\x00b", "\x00*",
    "🙂" * 70, "a" * 10_000, "书" * 10_000, "书 " * 5_000, "书a" * 3_000, "a " * 5_000, "\"" * 10_000,
    "(" * 10_000, "\u0301" * 10_000, "\u202e" * 10_000, " " * 10_000, "𠀀" * 5_000, "1" * 10_000,
    "ﷺ" * 3_000, "".join(chr(c) for c in range(0x4E00, 0x4E00 + 8_000)), "ａ" * 300, "Ⅷ" * 300,
]
# fmt: on
HOSTILE = [
    *SYNTAX,
    *SIGNS,
    *(f"书法{sign}" for sign in SIGNS),
    *(f"{sign}书{sign}法{sign}" for sign in SIGNS),
    *(f"书法 {syntax}" for syntax in SYNTAX),
]


@pytest.fixture
def entries():
    put_entry("书法课", body="学写春联")
    put_entry(UNRELATED)


def check(text):
    results = find(text)
    assert UNRELATED not in [entry.title for entry in results.entries + results.close]
    assert UNRELATED not in [entry.title for entry in suggest(text)]


def test_there_are_enough_of_them():
    assert len(set(HOSTILE)) >= 300


def test_no_hostile_text_is_an_error_or_finds_everything(entries):
    for text in HOSTILE:
        check(text)


def test_the_page_stays_polite(entries, client):
    for text in HOSTILE[::40]:
        for field in ("q", "kind", "at", "page", "month", "for", "on"):
            typed = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
            answer = client.get("/search/", {"q": "书法", field: typed})
            assert answer.status_code in (200, 400), (field, text[:60])
            assert "<script>alert" not in answer.content.decode()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=300))
def test_any_text_is_answered(entries, text):
    assert len(find(text).entries) <= 2
    assert len(suggest(text)) <= 2


def narrowed(value):
    """Each filter with this value, with words and without."""
    for name in (*FACETS, *UNCOUNTED):
        filters = Filters(**{name: (value,) if name in UNCOUNTED else value})
        yield from (Query(text, filters=filters) for text in ("书法", ""))


def test_no_hostile_filter_is_an_error_or_finds_anything(entries):
    for value in (*SIGNS[::2], *SYNTAX[::9], "activity\x00", "child\ud800", "a b", "书" * 10_000):
        for query in narrowed(value):
            found = find(query)
            assert (found.total, found.entries, found.close) == (0, [], []), value[:60]
            assert suggest(query) == []


def test_the_data_refuses_hostile_filters_in_words(entries, client):
    # As bytes in an address: a lone surrogate comes as three wrong ones, NUL as %00.
    for typed in ("%00", "a%00b", "%ED%A0%80", "%F0%9F%99", "%25", "%5F", "書" * 3_000):
        for name in ("kind", "at", "month", "for", "lang", "on", "part", "fee", "about", "near"):
            for path in ("/api/search", "/api/suggest", "/search/suggest/", "/search/atom/"):
                answer = client.get(f"{path}?q=%E4%B9%A6%E6%B3%95&{name}={typed}")
                assert answer.status_code in (200, 400), (path, name, typed[:60])
                cache.clear()  # else the limit of one reader is soon met


@pytest.mark.elasticsearch
def test_the_engine_takes_hostile_filters(engine, entries, fallbacks):
    deliver()
    for value in (*SIGNS[::3], *SYNTAX[::9], "activity\x00", "书" * 10_000):
        for query in narrowed(value):
            assert find(query).total == 0
            assert suggest(query) == []
    assert fallbacks == []


@pytest.mark.elasticsearch
def test_the_engine_answers_them_like_the_database(engine, entries, fallbacks):
    from wagtail.search.backends import get_search_backend

    deliver()
    for text in HOSTILE[::9]:
        check(text)
        for verb, query in (
            ("search", text),
            ("autocomplete", text),
            ("autocomplete", SoundsLike(text)),
        ):
            if not text:
                continue
            ours, theirs = (
                getattr(get_search_backend(name), verb)(query, SearchEntry.objects.all())
                for name in ("default", "database")
            )
            assert {entry.pk for entry in ours} == {entry.pk for entry in theirs}, text[:60]
    assert fallbacks == []
