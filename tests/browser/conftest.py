"""A Chromium without any network but this machine's, and a site of one of everything to visit."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.test import TransactionTestCase, override_settings
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from common import catalogues
from tests.browser import content
from tests.browser.visitors import Site

# Playwright keeps a loop in the main thread from its first use to the end of the run, and Django
# refuses to touch the database beside one.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

NOW = datetime(2026, 12, 1, 14, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Playwright's own `browser` fixture starts the Chromium that CHROMIUM names."""
    return browser_type_launch_args | {"executable_path": os.environ["CHROMIUM"], "args": QUIET}


@pytest.fixture(scope="module")
def published(browser, django_db_setup, django_db_blocker, tmp_path_factory):
    """A live server with the content of `content.py`, in Chinese, at a moment that stands still.

    Made once for a module, whose tests only read it and are marked as transactional.
    """
    words, uploads = tmp_path_factory.mktemp("locale"), tmp_path_factory.mktemp("uploads")
    shutil.copytree(settings.ROOT / "locale", words, dirs_exist_ok=True)
    with (
        django_db_blocker.unblock(),
        override_settings(LOCALE_PATHS=[words], MEDIA_ROOT=uploads),
        pytest.MonkeyPatch.context() as patch,
    ):
        catalogues.compile_all()
        patch.setattr(timezone, "now", lambda: NOW)
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: None)
        server = LiveServer("localhost")
        try:
            yield Site(browser, server.url, content.publish(NOW), NOW)
        finally:
            server.stop()
            django_db_setup.restore()
