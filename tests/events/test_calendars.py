"""Calendars of what was chosen: the same activities as the list shows, at addresses of codes."""

from urllib.parse import quote

import pytest

from brands.models import Brand, CentrePage, Facility
from calendars import texts
from calendars.models import CalendarEntry
from common.models import Kind
from events.models import Activity, Series
from tests.factories.brands import make_centre
from tests.factories.calendars import events_of, unfolded
from tests.factories.events import make_menu, publish, row

ROWS = [
    row("书法入门班", "12月8日 14:00-15:30", kind="art", audience="老年居民", series="书法十二讲"),
    row("晚间舞蹈", "12月8日 19:00-20:30", kind="stage", fee="材料费10元", place="多功能厅"),
    row("亲子剪纸", "12月12日 9:30-11:00", kind="art", audience="4-8岁儿童及家长"),
]


@pytest.fixture(autouse=True)
def _clock(monkeypatch, now):
    monkeypatch.setattr("calendars.feed_views.timezone.now", lambda: now)


@pytest.fixture
def menu(centre):
    centre.brand_name = "初心航线"
    centre.save()
    return publish(make_menu(centre, ROWS))


def titles(client, code: str) -> list[str]:
    response = client.get(f"/calendar/{code}.ics")
    assert response.status_code == 200, code
    return sorted(event["SUMMARY"] for event in events_of(response.content))


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ("k-art", ["书法入门班", "亲子剪纸"]),
        ("k-art~k-stage", ["书法入门班", "亲子剪纸", "晚间舞蹈"]),
        ("k-art~p-morning", ["亲子剪纸"]),
        ("d-weekend", ["亲子剪纸"]),
        ("d-workdays~m-free", ["书法入门班"]),
        ("m-paid", ["晚间舞蹈"]),
        ("t-activities", ["书法入门班", "亲子剪纸", "晚间舞蹈"]),
        ("p-evening~t-live", []),
        ("t-fairs", []),
    ],
)
@pytest.mark.parametrize("place", ["all", "fangshan", "c.suzhuang"])
def test_calendar_holds_what_was_chosen(client, menu, place, parts, found):
    assert titles(client, f"{place}~{parts}") == found


def test_calendar_of_an_audience_holds_what_is_for_everybody_too(client, menu):
    assert "晚间舞蹈" in titles(client, "all~f-senior")
    assert "亲子剪纸" not in titles(client, "all~f-senior")


def test_series_rooms_brands_and_activities_have_calendars(client, menu):
    series = Series.objects.get(title="书法十二讲")
    assert titles(client, f"all~s-{series.code}") == ["书法入门班"]
    hall = Facility.objects.get(name="多功能厅")
    assert titles(client, f"all~r-{hall.code}") == ["晚间舞蹈"]
    brand = Brand.objects.get(name="初心航线")
    assert len(titles(client, f"all~b-{brand.code}")) == 3
    activity = Activity.objects.get(title="亲子剪纸")
    assert titles(client, f"all~a-{activity.code}") == ["亲子剪纸"]


def test_words_that_were_searched_have_a_calendar(client, menu):
    code = texts.encoded("剪纸")
    assert titles(client, f"all~q-{code}") == ["亲子剪纸"]
    assert texts.decoded(code) == "剪纸"


@pytest.mark.parametrize("code", ["", "!", "_w", "AAA", texts.encoded("a") + "="])
def test_a_code_that_is_no_text_is_none(code):
    assert texts.decoded(code) == ""


def test_series_goes_on_under_its_code_in_the_next_month(client, centre, menu):
    code = Series.objects.get().code
    publish(menu, [*ROWS, row("书法提高班", "12月22日 14:00", series="书法十二讲")])
    assert Series.objects.get().code == code
    assert titles(client, f"all~s-{code}") == ["书法入门班", "书法提高班"]


def test_room_keeps_its_code_through_revisions_and_copies(centre):
    before = dict(Facility.objects.filter(page=centre).values_list("pk", "code"))
    centre.facilities = [Facility(pk=pk, name="翰墨轩") for pk in before]
    centre.save()
    assert dict(Facility.objects.filter(page=centre).values_list("pk", "code")) == before
    copied = centre.copy(update_attrs={"slug": "other", "code": "other"})
    assert not set(copied.facilities.values_list("code", flat=True)) & set(before.values())


def test_name_says_the_place_and_what_was_chosen(client, menu):
    rows = unfolded(client.get("/calendar/c.suzhuang~k-art.ics").content)
    assert "X-WR-CALNAME:苏庄三里社区党群服务中心·书画" in rows


@pytest.mark.parametrize(
    "code", ["all~k-nonsense", "all~x-art", "nobody~k-art", "all~a-nothing", "all~q-!", "all~s-x"]
)
def test_unknown_value_is_not_found(client, menu, code):
    assert client.get(f"/calendar/{code}.ics").status_code == 404
    assert client.get(f"/calendar/{code}/").status_code == 404


def test_unsorted_address_leads_to_the_sorted_one_for_good(client, menu):
    response = client.get("/calendar/all~k-stage~k-art.ics")
    assert (response.status_code, response["Location"]) == (308, "/calendar/all~k-art~k-stage.ics")
    assert client.get("/calendar/all~k-stage~k-art/")["Location"] == (
        "/calendar/all~k-art~k-stage/"
    )


def test_withdrawn_activity_has_no_calendar_and_leaks_no_title(client, menu):
    code = Activity.objects.get(title="亲子剪纸").code
    publish(menu, [*ROWS[:2], {**ROWS[2], "value": ROWS[2]["value"] | {"status": "withdrawn"}}])
    response = client.get(f"/calendar/all~a-{code}.ics")
    assert response.status_code == 404
    assert "剪纸" not in response.content.decode()


def test_list_leads_to_the_calendar_of_exactly_this_list(client, menu):
    address = f"/events/?view=month&on=2026-12-01&at=c.suzhuang&kind=art&part={quote('morning')}"
    text = client.get(address).content.decode()
    assert "/calendar/c.suzhuang~k-art~p-morning~t-activities/" in text


def test_unfiltered_list_leads_to_the_calendar_of_its_place(client, menu):
    text = client.get("/events/?view=month&on=2026-12-01&at=fangshan").content.decode()
    assert "/calendar/fangshan/" in text


def test_form_leads_to_the_address_of_what_is_ticked(client, menu):
    response = client.get("/calendar/?at=fangshan&k=stage&k=art&p=&t=activities")
    assert response["Location"] == "/calendar/fangshan~k-art~k-stage~t-activities/"
    assert client.get("/calendar/?at=fangshan&k=%00").status_code == 404


def stamps(**filters) -> dict:
    return dict(CalendarEntry.objects.filter(**filters).values_list("uid", "modified_at"))


def test_new_name_of_a_centre_stamps_what_shows_it_and_nothing_else(client, menu, network):
    other = publish(make_menu(make_centre(network), [row()]))
    before, elsewhere = stamps(owner=menu.entries_owner), stamps(owner=other.entries_owner)
    centre = CentrePage.objects.get(code="suzhuang")
    centre.short_name = "苏庄三里新家"
    centre.save_revision().publish()
    after = stamps(owner=menu.entries_owner)
    assert all(after[uid] > before[uid] for uid in before)
    assert stamps(owner=other.entries_owner) == elsewhere
    centre.save_revision().publish()
    assert stamps(owner=menu.entries_owner) == after


def test_new_name_of_a_room_stamps_what_takes_place_there(client, menu):
    before = stamps()
    centre = CentrePage.objects.get(code="suzhuang")
    room = centre.facilities.get(name="多功能厅")
    room.name = "百姓大舞台"
    centre.facilities = [room, *centre.facilities.exclude(pk=room.pk)]
    centre.save_revision().publish()
    changed = [uid for uid, moment in stamps().items() if moment != before[uid]]
    (entry,) = CalendarEntry.objects.filter(uid__in=changed)
    assert entry.title == "晚间舞蹈"
    assert "百姓大舞台" in entry.text
    assert entry.sequence == 1


def test_new_name_of_a_kind_stamps_what_shows_it(client, menu, django_capture_on_commit_callbacks):
    before = stamps()
    kind = Kind.objects.get(code="art")
    kind.name = "书与画"
    with django_capture_on_commit_callbacks(execute=True):
        kind.save()
    changed = {uid for uid, moment in stamps().items() if moment != before[uid]}
    titles = CalendarEntry.objects.filter(uid__in=changed).values_list("title", flat=True)
    assert sorted(titles) == ["书法入门班", "亲子剪纸"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("q=剪纸", f"all~q-{texts.encoded('剪纸')}"),
        (
            "q=剪纸&kind=activity&at=c.suzhuang",
            f"c.suzhuang~q-{texts.encoded('剪纸')}~t-activities",
        ),
        ("q=剪纸&kind=centre", ""),
        ("q=" + "长" * 40, ""),
    ],
)
def test_search_leads_to_the_calendar_of_exactly_this(client, menu, query, code):
    text = client.get(f"/search/?{query}").content.decode()
    assert (f'href="/calendar/{code}/"' in text) is bool(code)
    if not code:
        assert "/calendar/all~q-" not in text
