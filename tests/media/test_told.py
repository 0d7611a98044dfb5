"""Livestreams and job fairs are promises too: what is changed is written down and explained."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Page

from calendars.models import CalendarEntry, ChangeEntry
from media.forms import ToldForm
from media.told import missing_reason
from tests.factories.calendars import events_of, unescaped
from tests.factories.media import START, make_livestream
from tests.factories.notices import make_notice

FAIR = datetime(2026, 12, 12, 9, tzinfo=START.tzinfo)
NEXT_DAY = timedelta(days=1)
TIMES = {"livestream": ("start_at", "end_at"), "fair": ("fair_start", "fair_end")}


@pytest.fixture(autouse=True)
def _chinese():
    with translation.override("zh-hans"):
        yield


@pytest.fixture(params=TIMES)
def sort(request) -> str:
    return request.param


@pytest.fixture
def promised(sort, centre):
    if sort == "livestream":
        return make_livestream(centre, place="直播间", presenter="值班班长")
    times = {"fair_start": FAIR, "fair_end": FAIR + timedelta(hours=3)}
    return make_notice(centre, kind="fair", fair_place="广场", **times)


def published(promised, **values):
    """Publish the page with these values, read anew as an editor's form would."""
    promised = type(promised).objects.get(pk=promised.pk)
    for name, value in values.items():
        setattr(promised, name, value)
    promised.save_revision().publish(skip_permission_checks=True)
    return type(promised).objects.get(pk=promised.pk)


def moved(promised, sort, by=NEXT_DAY) -> dict:
    return {name: getattr(promised, name) + by for name in TIMES[sort]}


def told() -> list[tuple]:
    rows = ChangeEntry.objects.values_list("verb", "field", "old", "new", "reason_code")
    return list(rows.order_by("pk"))


def event_of(client, promised) -> dict:
    (event,) = events_of(client.get(f"/calendar/e/{promised.translation_key}.ics").content)
    return event


def test_a_first_publication_and_the_same_again_write_none(promised):
    published(promised, title="换个标题")
    assert told() == []


def test_another_time_is_written_with_its_reason(promised, sort, centre):
    before = getattr(promised, TIMES[sort][0])
    published(promised, change_code="weather", change_reason="大雪", **moved(promised, sort))
    assert [(verb, field, reason) for verb, field, _, _, reason in told()] == [
        ("move", "start", "weather"),
        ("move", "end", "weather"),
    ]
    entry = ChangeEntry.objects.get(field="start")
    assert entry.old == timezone.localtime(before).isoformat(timespec="minutes")
    assert (entry.node_code, entry.by_body) == (centre.code, centre.title)
    assert entry.thing_id == promised.translation_key


def test_readers_are_told_among_the_changes_and_on_its_own_page(client, promised, sort, centre):
    published(promised, change_reason="场地检修", **moved(promised, sort))
    old, new = {"livestream": ("12月3日", "12月4日"), "fair": ("12月12日", "12月13日")}[sort]
    for address in ("/changes/", f"/changes/{centre.address_code}/", "/changes/all.atom"):
        text = client.get(address).content.decode()
        assert promised.title[:6] in text, address
        assert "场地检修" in text
        assert old in text
        assert new in text
    assert promised.short_address in client.get("/changes/").content.decode()
    assert old in client.get(promised.address).content.decode()


def test_calendars_keep_the_identity_and_tell_the_first_time(client, promised, sort):
    before = event_of(client, promised)
    published(promised, change_reason="场地检修", **moved(promised, sort))
    promised = published(promised, change_reason="又改", **moved(promised, sort, by=2 * NEXT_DAY))
    after = event_of(client, promised)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == "2"
    assert after["SUMMARY"].startswith("【改期】")
    first = {"livestream": "12月3日", "fair": "12月12日"}[sort]
    assert f"原定2026年{first}" in unescaped(after["DESCRIPTION"])
    assert "又改" in unescaped(after["DESCRIPTION"])
    back = published(promised, change_reason="改回来", **moved(promised, sort, by=-2 * NEXT_DAY))
    assert not event_of(client, back)["SUMMARY"].startswith("【")
    assert event_of(client, back)["SEQUENCE"] == "3"


def test_place_and_presenter_are_written(centre):
    promised = make_livestream(centre, place="直播间", presenter="值班班长")
    published(promised, place="大厅", presenter="张医生", change_code="room")
    assert told() == [
        ("relocate", "place", "直播间", "大厅", "room"),
        ("change", "presenter", "值班班长", "张医生", "room"),
    ]


def test_a_cancelled_livestream_gives_its_own_reason_and_comes_back(centre):
    promised = make_livestream(centre)
    promised = published(promised, is_cancelled=True, cancel_reason="设备故障")
    assert [row[:4] for row in told()] == [("cancel", "status", "on", "cancelled")]
    assert ChangeEntry.objects.get().reason_text == "设备故障"
    published(promised, is_cancelled=False, cancel_reason="", change_reason="修好了")
    assert told()[1][:4] == ("reinstate", "status", "cancelled", "on")


def test_going_off_line_and_coming_back_is_written_once_each(promised):
    type(promised).objects.get(pk=promised.pk).unpublish()
    assert [row[:4] for row in told()] == [("withdraw", "status", "on", "withdrawn")]
    Page.objects.get(pk=promised.pk).specific.unpublish()
    assert len(told()) == 1
    published(promised)
    assert told()[1][:4] == ("reinstate", "status", "withdrawn", "on")


def test_what_is_withdrawn_leaves_no_trace_among_the_changes(client, promised, sort):
    promised = published(promised, change_reason="场地检修", **moved(promised, sort))
    promised.unpublish()
    assert promised.title not in client.get("/changes/").content.decode()


def test_a_reverted_revision_writes_new_entries(promised, sort):
    first = promised.latest_revision
    published(promised, change_reason="场地检修", **moved(promised, sort))
    first.publish(skip_permission_checks=True)
    assert [row[:2] for row in told()] == [("move", "start"), ("move", "end")] * 2
    assert told()[2][3] == told()[0][2]


def test_once_it_is_over_it_is_a_correction_and_another_end_is_none(promised, sort, set_clock):
    start, end = (getattr(promised, name) for name in TIMES[sort])
    set_clock(end + NEXT_DAY)
    published(promised, **{TIMES[sort][1]: end + timedelta(minutes=20)})
    assert told() == []
    published(promised, **{TIMES[sort][0]: start - timedelta(minutes=30)})
    assert [row[:2] for row in told()] == [("correct", "start")]


def test_a_fair_that_became_a_notice_is_off(centre):
    promised = make_notice(centre, kind="fair", fair_start=FAIR, fair_end=FAIR + timedelta(hours=3))
    published(promised, kind="job", fair_start=None, fair_end=None)
    assert [row[:4] for row in told()] == [("cancel", "status", "on", "cancelled")]


def test_a_notice_without_a_time_promises_none(centre):
    promised = make_notice(centre)
    published(promised, valid_until=date(2026, 12, 24), work_place="别处")
    assert told() == []


def test_a_reason_left_from_an_earlier_change_does_not_count(promised, sort):
    promised = published(promised, change_code="weather", **moved(promised, sort))
    for name, value in moved(promised, sort).items():
        setattr(promised, name, value)
    assert "12月" in missing_reason(promised, timezone.now())
    promised.change_code = "room"
    assert missing_reason(promised, timezone.now()) == ""


def test_a_new_page_is_asked_for_nothing(centre):
    promised = make_livestream(centre, publish=False)
    assert missing_reason(promised, timezone.now()) == ""


def form_for(promised, user, **values):
    form_class = promised.edit_handler.bind_to_model(type(promised)).get_form_class()
    assert issubclass(form_class, ToldForm)
    form = form_class(instance=promised, for_user=user, parent_page=promised.get_parent())
    sent = {name: form.initial.get(name) or "" for name in form.fields}
    sent |= {"story": "null"} | values
    for formset in form.formsets.values():
        sent |= {f"{formset.prefix}-TOTAL_FORMS": "0", f"{formset.prefix}-INITIAL_FORMS": "0"}
    return form_class(sent, instance=promised, for_user=user, parent_page=promised.get_parent())


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_is_kept_and_a_submission_refused(promised, sort, superuser, draft):
    start = getattr(promised, TIMES[sort][0]) - timedelta(hours=1)
    form = form_for(promised, superuser, **{TIMES[sort][0]: start.strftime("%Y-%m-%d %H:%M")})
    if draft:
        form.defer_required_fields()
    form.is_valid()
    assert ("change_code" in form.errors) is not draft


def test_the_form_asks_anew_each_time(promised, sort, superuser):
    promised = published(promised, change_code="weather", **moved(promised, sort))
    form_class = promised.edit_handler.bind_to_model(type(promised)).get_form_class()
    form = form_class(instance=promised, for_user=superuser, parent_page=promised.get_parent())
    assert form.initial["change_code"] == ""


def test_saving_a_draft_says_what_will_be_asked(admin_page, promised, sort):
    form = form_for(promised, None)
    sent = dict(form.data)
    start = getattr(promised, TIMES[sort][0]) - timedelta(hours=1)
    sent[TIMES[sort][0]] = timezone.localtime(start).strftime("%Y-%m-%d %H:%M")
    sent |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    address = reverse("wagtailadmin_pages:edit", args=[promised.pk])
    answer = admin_page.post(address, sent, follow=True)
    asked = [str(message) for message in answer.context["messages"]]
    assert any("→" in sentence for sentence in asked), asked


def test_an_entry_of_a_livestream_is_never_deleted(promised):
    promised.unpublish()
    assert CalendarEntry.objects.get(thing_id=promised.translation_key).is_withdrawn
