"""A clock that stands still, a livestream, and uploads in a folder of their own."""

import pytest
from django.utils import timezone

from tests.factories import media as factory


@pytest.fixture(autouse=True)
def uploads(tmp_path, settings, db):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


@pytest.fixture
def set_clock(monkeypatch):
    """Return a function that sets what the site takes for the present moment."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture(autouse=True)
def _clock(set_clock, now):
    set_clock(now)


@pytest.fixture
def livestream(centre):
    return factory.make_livestream(centre)
