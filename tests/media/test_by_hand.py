"""Wagtail's own publish, unpublish, delete, move and revert of livestreams and notices are off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import Page

from calendars.models import CalendarEntry, ChangeEntry
from tests.factories.brands import make_centre
from tests.factories.media import START, make_livestream
from tests.factories.notices import make_notice

ACTIONS = ["publish", "unpublish", "delete", "move"]


@pytest.fixture(params=["livestream", "fair", "notice"])
def known(request, centre):
    """A page that readers know, with a newer draft."""
    if request.param == "livestream":
        page = make_livestream(centre)
    elif request.param == "fair":
        times = {"fair_start": START, "fair_end": START + timedelta(hours=2)}
        page = make_notice(centre, kind="fair", **times)
    else:
        page = make_notice(centre)
    page.title = "草稿里的标题"
    page.save_revision()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def as_it_was(known):
    """Return a function that says whether readers, calendars and ledger are as before."""

    def state():
        page = Page.objects.get(pk=known.pk)
        entries = list(CalendarEntry.objects.order_by("pk").values("text", "is_withdrawn"))
        return page.live, page.title, page.path, entries, ChangeEntry.objects.count()

    before = state()
    return lambda: state() == before


@pytest.mark.parametrize("action", ACTIONS)
def test_bulk_actions_on_it_lead_nowhere(admin_page, known, as_it_was, network, action):
    other = make_centre(network)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    query = f"?id={known.pk}&next=/admin/"
    admin_page.get(address + query)
    admin_page.post(address + query, {"include_descendants": "on", "chooser": str(other.pk)})
    assert as_it_was()


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_bulk_actions_on_its_house_lead_nowhere(admin_page, known, as_it_was, centre, action):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    admin_page.post(f"{address}?id={centre.pk}&next=/admin/", {"include_descendants": "on"})
    assert as_it_was()


@pytest.mark.parametrize("view", ["delete", "unpublish", "move"])
def test_its_own_pages_of_the_admin_lead_nowhere(admin_page, known, as_it_was, view):
    address = reverse(f"wagtailadmin_pages:{view}", args=[known.pk])
    assert admin_page.post(address, {"cascade": "on"}).status_code in (302, 403)
    assert as_it_was()


def test_moving_it_to_another_house_is_refused(admin_page, known, as_it_was, network):
    address = reverse("wagtailadmin_pages:move_confirm", args=[known.pk, make_centre(network).pk])
    assert admin_page.post(address).status_code in (302, 403)
    assert as_it_was()


def test_reverting_a_revision_makes_a_draft_alone(admin_page, known, as_it_was):
    first = known.revisions.order_by("pk").first()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[known.pk, first.pk])
    answer = admin_page.get(address)
    assert answer.status_code == 200
    assert b'name="action-publish"' not in answer.content
    assert as_it_was()


def test_a_sent_publish_makes_nothing_public(admin_page, known, as_it_was):
    address = reverse("wagtailadmin_pages:edit", args=[known.pk])
    shown = admin_page.get(address).context["form"]
    sent = {name: shown.initial.get(name) or "" for name in shown.fields}
    for formset in shown.formsets.values():
        sent |= {f"{formset.prefix}-TOTAL_FORMS": "0", f"{formset.prefix}-INITIAL_FORMS": "0"}
    sent |= {"story": "null", "title": "从表单公开", "action-publish": "on"}
    admin_page.post(address, sent)
    assert as_it_was()


def test_a_house_that_has_some_is_not_deleted(admin_page, known, as_it_was, centre):
    admin_page.post(reverse("wagtailadmin_pages:delete", args=[centre.pk]), {"cascade": "on"})
    assert as_it_was()
