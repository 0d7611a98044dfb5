"""Whatever fails, the database answers, nothing waits, and afterwards all is right again."""

import os
import subprocess
import time

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from search import index, pending
from search.backends.elasticsearch import breaker, client
from search.completeness import who_answers
from search.models import PendingWrite, SearchEntry
from search.query import find
from tests.factories.search import make_entry, put_entry
from tests.search.conftest import build, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]

SLOW = 3.0  # seconds, with the 2 that are waited for an answer
FAST = 0.5


@pytest.fixture(autouse=True)
def _short_pause(monkeypatch):
    monkeypatch.setattr(breaker, "PAUSE", 3)
    monkeypatch.setattr(client, "DOUBTED_FOR", 0.5)


@pytest.fixture
def entries(named_engine):
    for title in ("书法课", "书法展", "合唱团"):
        put_entry(title)
    deliver()
    assert titles("书法") == {"书法课", "书法展"}


def titles(text):
    return {entry.title for entry in find(text).entries}


def seconds(ask, *args):
    began = time.monotonic()
    ask(*args)
    return time.monotonic() - began


def wait_until(is_so, limit=30):
    until = time.monotonic() + limit
    while not is_so():
        assert time.monotonic() < until
        time.sleep(0.2)


@pytest.mark.parametrize(("broken", "mended"), [("pause", "resume"), ("kill", "restart")])
def test_a_server_that_hangs_or_is_dead(
    breakable, control, entries, client, fallbacks, broken, mended
):
    control(broken)
    assert seconds(titles, "书法") < SLOW
    assert titles("书法") == {"书法课", "书法展"}
    assert fallbacks
    assert max(seconds(titles, text) for text in ("书法", "合唱", "书发", "舞")) < FAST
    assert client.get("/search/", {"q": "书法"}).status_code == 200
    assert client.get("/search/suggest/", {"q": "书"}).status_code == 200
    assert client.get("/readyz").json()["status"] == "degraded"
    assert client.get("/readyz").status_code == 200

    began = time.monotonic()
    with transaction.atomic():
        new = put_entry("书法角")
        index.remove("activity", [SearchEntry.objects.get(title="书法展").thing_key])
        changed = SearchEntry.objects.get(title="合唱团")
        index.put([make_entry("书法合唱", thing_key=changed.thing_key)])
    assert time.monotonic() - began < FAST
    assert titles("书法") == {"书法课", "书法角", "书法合唱"}
    assert deliver() == 0
    assert PendingWrite.objects.count() == 3
    with pytest.raises(CommandError, match="does not answer"):
        call_command("update_index", backend_name="default", verbosity=0)

    control(mended)
    wait_until(lambda: pending.deliver() == 3)
    wait_until(lambda: who_answers() == "engine")
    fallbacks.clear()
    assert titles("书法") == {"书法课", "书法角", "书法合唱"}
    assert fallbacks == []
    assert PendingWrite.objects.count() == 0
    assert new.pk


def test_an_index_that_is_missing_half_filled_or_read_only(engine, entries, fallbacks):
    name = engine.get_index_for_model(SearchEntry).name
    engine.es.delete_by_query(index=name, query={"match_all": {}}, max_docs=2, refresh=True)
    engine.es.checked.clear()
    assert titles("书法") == {"书法课", "书法展"}
    assert fallbacks
    assert who_answers() == "fallback"
    build(engine)
    assert who_answers() == "engine"

    engine.es.indices.put_settings(index=name, settings={"index.blocks.write": True})
    put_entry("书法角")
    assert deliver() == 0
    engine.es.reset()
    assert titles("书法") in ({"书法课", "书法展"}, {"书法课", "书法展", "书法角"})
    PendingWrite.objects.update(noted_at="2026-01-01T00:00:00Z")
    engine.es.checked.clear()
    assert titles("书法") == {"书法课", "书法展", "书法角"}
    engine.es.indices.put_settings(index=name, settings={"index.blocks.write": False})
    engine.es.reset()
    assert deliver() == 1
    assert who_answers() == "engine"

    engine.get_index_for_model(SearchEntry).concrete().delete()
    engine.es.checked.clear()
    fallbacks.clear()
    assert titles("书法") == {"书法课", "书法展", "书法角"}
    assert fallbacks
    build(engine)
    fallbacks.clear()
    assert titles("书法") == {"书法课", "书法展", "书法角"}
    assert fallbacks == []


def test_only_one_request_tries_again():
    guard = breaker.Breaker()
    guard.failed(time.monotonic() - breaker.PAUSE, TimeoutError())
    assert [guard.lets_through(), guard.lets_through()] == [True, False]
    guard.succeeded()
    assert guard.lets_through()


@pytest.mark.skipif(
    not os.environ.get("ELASTICSEARCH_NODES_URL"),
    reason="three nodes need ELASTICSEARCH_NODES_URL, their addresses with commas between",
)
def test_one_of_three_nodes_is_lost(settings, own_server, db, fallbacks, monkeypatch):
    """CI starts three nodes; by hand: `es wipe`, `es start --nodes 3`, and both variables."""
    from tests.search import conftest

    monkeypatch.setenv("ELASTICSEARCH_URL", os.environ["ELASTICSEARCH_NODES_URL"])
    engine = conftest.named_engine.__wrapped__(db, settings)
    backend = next(engine)
    backend.es.cluster.health(wait_for_status="green", timeout="60s", request_timeout=90)
    put_entry("书法课")
    deliver()
    subprocess.run([os.environ["ELASTICSEARCH_CONTROL"], "kill", "2"], check=True)
    try:
        for _ in range(20):
            assert titles("书法") == {"书法课"}
        wait_until(lambda: who_answers() == "engine", 60)
        put_entry("书法展")
        wait_until(lambda: deliver() == 1, 60)
        assert titles("书法") == {"书法课", "书法展"}
    finally:
        subprocess.run([os.environ["ELASTICSEARCH_CONTROL"], "restart", "2"], check=True)
        next(engine, None)
