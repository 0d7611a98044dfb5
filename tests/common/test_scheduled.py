"""Publication at a date: each page by itself, and none is forgotten."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from common.scheduled import PublicationsFailed, publish_due
from events.models import ActivityMenuPage
from tests.factories import events as factory

pytestmark = pytest.mark.django_db


def scheduled(centre, month, moment):
    """Make a menu that was approved for a moment."""
    menu = factory.make_menu(centre, [factory.row()], month)
    menu.go_live_at = moment
    menu.save_revision().publish()
    return ActivityMenuPage.objects.get(pk=menu.pk)


@pytest.fixture
def menus(centre):
    soon = timezone.now() + timedelta(minutes=5)
    months = (date(2027, 1, 1), date(2027, 2, 1))
    return [scheduled(centre, month, soon) for month in months]


@pytest.fixture
def later(monkeypatch):
    moment = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return moment


def live(menus) -> list[bool]:
    return [ActivityMenuPage.objects.get(pk=menu.pk).live for menu in menus]


def test_nothing_is_published_before_its_date(menus):
    assert publish_due(timezone.now()) == 0
    assert live(menus) == [False, False]


def test_what_is_due_is_published_once(menus, later):
    assert publish_due(later) == 2
    assert live(menus) == [True, True]
    assert publish_due(later) == 0


def test_a_failure_keeps_its_date_and_stops_nobody(menus, later, monkeypatch):
    after_save = ActivityMenuPage.after_save

    def failing(menu):
        if menu.month == menus[0].month:
            raise RuntimeError("no room on the disk")
        after_save(menu)

    with monkeypatch.context() as patch:
        patch.setattr(ActivityMenuPage, "after_save", failing)
        with pytest.raises(PublicationsFailed):
            publish_due(later)
    assert live(menus) == [False, True]

    assert publish_due(later) == 1
    assert live(menus) == [True, True]
