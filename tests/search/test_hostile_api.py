"""Whatever stands in any parameter of the data: an answer or a refusal in words, never an error."""

import json
from urllib.parse import quote_from_bytes

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.search import put_entry

pytestmark = pytest.mark.django_db

FIELDS = (
    *("q", "kind", "at", "month", "for", "lang", "on", "part", "fee"),
    *("about", "sort", "near", "words", "page", "size"),
)
PATHS = ("/api/search", "/api/suggest", "/search/", "/search/atom/", "/search/suggest/")
# As bytes: NUL, halves of characters and what no encoding has come too.
VALUES = st.one_of(
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=40),
    st.sampled_from(
        [b"\x00", b"a\x00b", b"\xed\xa0\x80", b"\xf0\x9f\x99", b"%", b"2026-12", b"all"]
    ),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4), st.sampled_from(PATHS))
def test_every_parameter_takes_anything(client, asked, path):
    cache.clear()  # else the limit of one reader is soon met
    put_entry("书法课", thing_key="1")
    query = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in asked.items())
    answer = client.get(f"{path}?{query}")
    assert answer.status_code in (200, 400), query
    if path.startswith("/api/"):
        json.loads(answer.content)
