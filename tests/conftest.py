"""What every test may ask for: the front page, a network with a centre, people, a fixed moment."""

from __future__ import annotations

import os
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase

from calendars import fetches
from tests.factories import brands as brand_factory
from tests.planted import Planted

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database; what migrations planted is put back after tests that commit.

    The stock flush would take the front page, locales and kinds away from every later test, and
    from later runs that take the database over.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        planted = Planted(connection)
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: planted.restore())
        yield planted


@pytest.fixture(autouse=True)
def _clean_cache(monkeypatch):
    """No test reads what another has cached (site roots, feeds) or counted."""
    cache.clear()
    monkeypatch.setattr(fetches, "tally", fetches.Tally())


@pytest.fixture
def now() -> datetime:
    """Tuesday, 1 December 2026, 14:20 in Shanghai: the day of the mock pages."""
    return datetime(2026, 12, 1, 14, 20, tzinfo=SHANGHAI)


@pytest.fixture
def home(db):
    """The front page, as the migrations made it."""
    from home.models import HomePage

    return HomePage.objects.get()


@pytest.fixture
def network(home):
    return brand_factory.make_area(home, code="fangshan", title="北京房山区", short_name="房山区")


@pytest.fixture
def centre(network):
    return brand_factory.make_centre(network, code="suzhuang", title="苏庄三里社区党群服务中心")


@pytest.fixture
def superuser(db, django_user_model):
    return django_user_model.objects.create_superuser("root", password="correct-horse")


@pytest.fixture
def admin_page(client, superuser):
    """A client that is signed in to the admin as superuser."""
    client.force_login(superuser)
    return client


NEEDS = {
    "browser": "CHROMIUM",
    "redis": "REDIS_URL",
    "elasticsearch": "ELASTICSEARCH_URL",
    "icaljs": "ICAL_JS",
}


def pytest_collection_modifyitems(config, items):
    """Skip what needs a server that is not there; tests/run.py says so in its last lines."""
    for item in items:
        for marker, variable in NEEDS.items():
            if item.get_closest_marker(marker) and not os.environ.get(variable):
                item.add_marker(pytest.mark.skip(reason=f"needs {variable}"))
