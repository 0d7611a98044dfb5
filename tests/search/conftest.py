"""A real Elasticsearch for the tests that are marked for it.

ELASTICSEARCH_URL names the server; without it these tests are skipped. ELASTICSEARCH_CONTROL names
a program that freezes, kills and restarts its node (`pause 1`, `resume 1`, `kill 1`, `restart 1`);
without it the tests of failures are skipped. The server is shared by all test processes: a test
that breaks it has it for itself.
"""

import fcntl
import os
import subprocess
import tempfile
import uuid
from pathlib import Path

import pytest
from wagtail.search.backends import get_search_backend
from wagtail.search.index import get_indexed_models

from search import pending
from search.backends.elasticsearch.indexes import DirectIndex, Rebuilder
from search.backends.elasticsearch.results import Results
from search.models import SearchEntry

LOCK = Path(tempfile.gettempdir()) / "changlai-tests-elasticsearch.lock"


def locked(how):
    with LOCK.open("a") as file:
        fcntl.flock(file, how)
        yield


@pytest.fixture
def shared_server():
    yield from locked(fcntl.LOCK_SH)


@pytest.fixture
def own_server():
    yield from locked(fcntl.LOCK_EX)


@pytest.fixture
def named_engine(db, settings):
    """Search with indexes of our own on the real server, the database behind it."""
    prefix = f"test_{uuid.uuid4().hex[:10]}_"
    settings.WAGTAILSEARCH_BACKENDS = {
        "default": {
            "BACKEND": "search.backends.elasticsearch",
            "URLS": os.environ["ELASTICSEARCH_URL"].split(","),
            "INDEX_PREFIX": prefix,
        },
        "database": {"BACKEND": "search.backends.database", "ATOMIC_REBUILD": False},
    }
    backend = get_search_backend()
    backend.es.reset()
    build(backend)
    yield backend
    backend.es.reset()
    for name in backend.es.options(request_timeout=30).indices.get(index=f"{prefix}*"):
        DirectIndex(backend, name).delete()


@pytest.fixture
def patience(monkeypatch):
    """Time enough for a busy machine: only the tests of failures are about slow answers."""
    monkeypatch.setattr("search.backends.elasticsearch.backend.TIMEOUT", 30)


@pytest.fixture
def engine(shared_server, patience, named_engine):
    return named_engine


@pytest.fixture
def control(own_server, named_engine):
    """Break the server's first node and bring it back: control("pause"), control("kill") …"""
    program = os.environ.get("ELASTICSEARCH_CONTROL")
    if not program:
        pytest.skip("needs ELASTICSEARCH_CONTROL")

    def control(verb):
        subprocess.run([program, verb, "1"], check=True, capture_output=True, timeout=150)

    yield control
    control("resume")
    control("restart")


@pytest.fixture
def breakable(named_engine, control):
    return named_engine


@pytest.fixture
def fallbacks(monkeypatch):
    """The questions that the database answered instead of the engine."""
    asked = []
    original = Results.from_database
    monkeypatch.setattr(Results, "from_database", lambda self: asked.append(1) or original(self))
    return asked


def build(backend, root=SearchEntry):
    """Build the index of a model and of what inherits from it, as update_index does."""
    rebuilder = Rebuilder(backend.get_index_for_model(root))
    index = rebuilder.start()
    family = [model for model in get_indexed_models() if issubclass(model, root)]
    for model in family:
        index.add_model(model)
        index.add_items(model, list(model.get_indexed_objects()))
    rebuilder.finish()


def deliver():
    """Send what is noted, and look anew at what the engine holds, if there is one."""
    sent = pending.deliver()
    for backend in pending.engines():
        backend.es.checked.clear()
    return sent
