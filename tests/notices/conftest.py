"""A clock that stands still and a notice."""

import pytest
from django.utils import timezone

from tests.factories import notices as factory


@pytest.fixture
def set_clock(monkeypatch):
    """Return a function that sets what the site takes for the present moment."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture(autouse=True)
def _clock(set_clock, now):
    set_clock(now)


@pytest.fixture
def notice(centre):
    return factory.make_notice(centre)
