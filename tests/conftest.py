"""What every test may ask for: the front page, a network with a centre, people, a fixed moment."""

from __future__ import annotations

import os
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.core.management import call_command

from tests.factories import brands as brand_factory

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture(autouse=True)
def _clean_cache():
    """No test reads what another has cached (site roots, feeds)."""
    cache.clear()


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


@pytest.fixture
def planted(transactional_db):
    """A database that is committed to, with what the migrations planted put back afterwards."""
    yield
    call_command("flush", verbosity=0, interactive=False)


NEEDS = {"browser": "CHROMIUM", "redis": "REDIS_URL", "elasticsearch": "ELASTICSEARCH_URL"}


def pytest_collection_modifyitems(config, items):
    """Skip what needs a server that is not there; tests/run.py says so in its last lines."""
    for item in items:
        for marker, variable in NEEDS.items():
            if item.get_closest_marker(marker) and not os.environ.get(variable):
                item.add_marker(pytest.mark.skip(reason=f"needs {variable}"))
