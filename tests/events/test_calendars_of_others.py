"""A library's calendar in the admin: as a file, by its address, again, and with bad intent."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from common.fetching import FetchError
from events import calendar_fetching, calendar_rows
from events.calendar_words import PROBLEMS, sentence_of
from events.models import ActivityMenuPage, CalendarSource
from tests.events.test_ical_reading import calendar, event
from tests.events.test_sheet_upload import draft_of, filled, rows_of
from tests.factories import accounts as people
from tests.factories import brands as brand_factory
from tests.factories import events as factory

pytestmark = pytest.mark.django_db

DECEMBER = date(2026, 12, 1)
MOST_QUERIES = 40
ADDRESS = "https://library.example/events.ics"
STORY = event("DTSTART:20261208T140000", "LOCATION:书画室", "DESCRIPTION:带上孩子")


@pytest.fixture
def as_editor(client, centre):
    client.force_login(people.person("editor", role=Role.EDITOR, node=centre))
    return client


def start(centre) -> str:
    return reverse("menus:calendar", args=[centre.pk])


def upload(client, centre, body: bytes, month="2026-12"):
    file = SimpleUploadedFile("library.ics", body)
    return client.post(start(centre), {"file": file, "month": month})


def save(client, checked):
    return client.post(checked.wsgi_request.path, filled(checked))


def the_menu():
    return ActivityMenuPage.objects.get(month=DECEMBER)


SHOW = event("DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:20261211", uid="show")


# A file ----------------------------------------------------------------------------------------


def test_events_become_rows_of_a_draft(as_editor, centre):
    save(as_editor, upload(as_editor, centre, calendar(STORY)))

    [row] = rows_of(the_menu())
    assert (row["title"], row["when"], row["place"]) == ("故事会", "12月8日 14:00", "书画室")
    assert row["summary"] == "带上孩子"
    assert not the_menu().live


def test_the_same_calendar_again_changes_nothing(as_editor, centre):
    save(as_editor, upload(as_editor, centre, calendar(STORY)))
    revision = the_menu().latest_revision_id
    checked = upload(as_editor, centre, calendar(STORY))

    assert checked.context["check"].counts["unchanged"] == 1
    save(as_editor, checked)
    assert the_menu().latest_revision_id == revision


def test_an_event_is_known_by_its_uid_whatever_it_says_now(as_editor, centre):
    save(as_editor, upload(as_editor, centre, calendar(STORY)))
    [before] = [block.id for block in draft_of(the_menu()).rows]
    new = STORY.replace("故事会", "绘本时间").replace("1208T14", "1210T16")
    save(as_editor, upload(as_editor, centre, calendar(new)))

    [block] = draft_of(the_menu()).rows
    assert block.id == before
    assert (block.value["title"], block.value["when"]) == ("绘本时间", "12月10日 16:00")


def test_what_was_edited_here_is_not_overwritten_in_silence(as_editor, centre):
    save(as_editor, upload(as_editor, centre, calendar(STORY)))
    menu = draft_of(the_menu())
    menu.rows[0].value["title"] = "周二故事会"
    menu.save_revision()
    checked = upload(as_editor, centre, calendar(STORY.replace("故事会", "绘本时间")))

    assert checked.context["check"].counts["conflict"] == 1


def test_rows_of_the_house_stay_beside_them(as_editor, centre):
    factory.make_menu(centre, [factory.row("合唱团", "12月10日 19:00")])
    checked = upload(as_editor, centre, calendar(STORY))
    assert checked.context["check"].absences == []
    save(as_editor, checked)

    assert [row["title"] for row in rows_of(the_menu())] == ["合唱团", "故事会"]


def test_a_cancelled_event_cancels_its_row_and_adds_none(as_editor, centre):
    off = STORY.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")
    [form] = upload(as_editor, centre, calendar(off)).context["forms"]
    assert form.is_left_out
    assert [problem.code for problem in form.problems] == ["calendar-cancelled"]
    save(as_editor, upload(as_editor, centre, calendar(STORY)))
    save(as_editor, upload(as_editor, centre, calendar(off)))

    [row] = rows_of(the_menu())
    assert (row["status"], row["reason"]) == ("cancelled", calendar_rows.CANCELLED)


def test_what_has_gone_from_the_calendar_is_named_and_stays(as_editor, centre):
    factory.make_menu(centre, [factory.row("合唱团", "12月10日 19:00")])
    other = event("DTSTART:20261209T140000", uid="b").replace("故事会", "绘本")
    save(as_editor, upload(as_editor, centre, calendar(STORY, other)))
    checked = upload(as_editor, centre, calendar(STORY))
    [note] = checked.context["check"].sheet.notes
    assert "绘本" in note
    assert "合唱团" not in note
    assert note in checked.content.decode()
    save(as_editor, checked)
    titles = [(row["title"], row["status"]) for row in rows_of(the_menu())]
    assert titles == [("合唱团", "on"), ("故事会", "on"), ("绘本", "on")]
    assert upload(as_editor, centre, calendar(STORY, other)).context["check"].sheet.notes == []


def test_what_runs_into_the_month_comes_in_unless_the_month_before_holds_it(as_editor, centre):
    [form] = upload(as_editor, centre, calendar(SHOW)).context["forms"]
    assert form.row.when == "12月1日至10日 全天"
    assert not form.is_left_out
    save(as_editor, upload(as_editor, centre, calendar(SHOW), month="2026-11"))
    [form] = upload(as_editor, centre, calendar(SHOW)).context["forms"]
    assert form.is_left_out


@pytest.mark.parametrize("number", [1, 40])
def test_the_check_costs_the_same_queries_whatever_the_calendar_holds(as_editor, centre, number):
    events = [event("DTSTART:20261208T140000", uid=str(one)) for one in range(number)]
    save(as_editor, upload(as_editor, centre, calendar(*events)))
    with CaptureQueriesContext(connection) as queries:
        upload(as_editor, centre, calendar(*events[: number // 2], STORY))
    assert len(queries) <= MOST_QUERIES


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        (b"<html>", "file", "no-calendar"),
        (b"BEGIN:VCALENDAR" + b"x" * calendar_rows.MAX_BYTES, "file", "size"),
        (calendar(), "file", "empty"),
        (calendar(event("DTSTART:20270108T140000")), "month", "other-month"),
        (b"BEGIN:VCALENDAR\n" * 9_000 + b"END:VCALENDAR\n" * 9_000, "file", "empty"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(as_editor, centre, body, field, code):
    answer = upload(as_editor, centre, body)

    assert answer.status_code == 200
    assert answer.context["form"].errors[field] == [sentence_of(code)]
    assert not ActivityMenuPage.objects.exists()


def test_a_rule_without_an_end_ends_with_its_process(as_editor, centre, monkeypatch):
    monkeypatch.setitem(calendar_rows.CHILD_LIMITS, "cpu_seconds", 1)
    never = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    many = calendar(*(event("DTSTART:00010101T140000", never, uid=str(n)) for n in range(50)))

    assert upload(as_editor, centre, many).context["form"].errors["file"]


def test_signs_of_bad_intent_become_harmless_text(as_editor, centre):
    hostile = STORY.replace("故事会", "<script>alert(1)</script>\u202e书法")
    checked = upload(as_editor, centre, calendar(hostile))

    assert "<script>alert" not in checked.content.decode()
    assert "\u202e" not in checked.context["forms"][0].row.title


# An address ------------------------------------------------------------------------------------


@pytest.fixture
def server(monkeypatch):
    """What the library answers; a test may put another answer or an error in."""
    answers = SimpleNamespace(
        status=200, headers={"ETag": '"1"'}, body=calendar(STORY), error="", asked=[]
    )

    def fetch(url, *, headers):
        answers.asked.append((url, headers))
        if answers.error:
            raise FetchError(answers.error)
        return answers

    monkeypatch.setattr(calendar_fetching, "fetch", fetch)
    return answers


@pytest.fixture
def give(as_editor, centre, django_capture_on_commit_callbacks):
    def give(address=ADDRESS, **data):
        with django_capture_on_commit_callbacks(execute=True):
            data = {"address": address, "month": "2026-12", "label": "区图书馆", **data}
            return as_editor.post(start(centre), data)

    return give


def test_an_address_is_fetched_off_the_request_and_then_read(as_editor, centre, server, give):
    page = give("webcal://library.example/events.ics").url
    source = CalendarSource.objects.get()

    assert (source.address, source.problem, source.etag) == (ADDRESS, "", '"1"')
    assert as_editor.get(page).context["form"].initial["month"] == "2026-12"
    checked = as_editor.post(page.partition("?")[0], {"month": "2026-12"})
    save(as_editor, checked)
    assert rows_of(the_menu())[0]["title"] == "故事会"
    assert "区图书馆" in as_editor.get(start(centre)).content.decode()


def test_what_has_not_changed_is_not_sent_again(centre, server, give):
    give()
    server.status, server.body = 304, b""
    give()
    source = CalendarSource.objects.get()

    assert server.asked[1][1] == {"If-None-Match": '"1"'}
    assert bytes(source.body) == calendar(STORY)
    assert not source.problem


@pytest.mark.parametrize("code", ["private", "time", "size", "name", "connection", "redirects"])
def test_a_failed_fetch_says_why_and_keeps_what_there_was(as_editor, server, give, code):
    give()
    server.error = code
    page = give().url

    assert as_editor.get(page).context["problem"] == sentence_of(code)
    assert bytes(CalendarSource.objects.get().body) == calendar(STORY)


@pytest.mark.parametrize(
    ("status", "body", "code"), [(404, b"", "answer"), (200, b"<html>", "no-calendar")]
)
def test_an_answer_without_a_calendar_is_a_problem(server, give, status, body, code):
    server.status, server.body = status, body
    give()

    assert CalendarSource.objects.get().problem == code


def test_an_address_waits_for_the_worker(as_editor, centre, server):
    """Nothing is fetched inside the request, and one that waits is not asked for twice."""
    for _time in range(2):
        page = as_editor.post(start(centre), {"address": ADDRESS, "month": "2026-12"}).url

    assert server.asked == []
    assert CalendarSource.objects.get().is_waiting
    assert as_editor.get(page).status_code == 200
    refused = as_editor.post(page, {"month": "2026-12"})
    assert refused.context["form"].non_field_errors()


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "https://a:b@x.cn/", "http://x.cn:22/", "x", "https://" + "x" * 600],
)
def test_an_address_of_another_sort_is_refused(as_editor, centre, address):
    answer = as_editor.post(start(centre), {"address": address, "month": "2026-12"})

    assert answer.context["form"].errors["address"]
    assert not CalendarSource.objects.exists()


def test_neither_file_nor_address_is_told(as_editor, centre):
    assert as_editor.post(start(centre), {"month": "2026-12"}).context["form"].errors["file"]


def test_an_address_can_be_forgotten(as_editor, server, give):
    page = give().url
    as_editor.post(page, {"forget": "1"})

    assert not CalendarSource.objects.exists()
    calendar_fetching.fetch_calendar.func(1)


def test_another_centres_calendars_are_out_of_reach(as_editor, centre, network, server, give):
    give()
    source = CalendarSource.objects.get()
    other = brand_factory.make_centre(network)
    theirs = reverse("menus:calendar_source", args=[other.pk, source.pk])

    assert as_editor.get(start(other)).status_code == 302
    assert as_editor.get(theirs).status_code == 302
    CalendarSource.objects.update(centre=other)
    ours = reverse("menus:calendar_source", args=[centre.pk, source.pk])
    assert as_editor.get(ours).status_code == 404


def test_each_problem_of_a_fetch_has_a_sentence():
    codes = {"address", "private", "name", "time", "size", "redirects", "connection"}
    assert codes <= set(PROBLEMS)
