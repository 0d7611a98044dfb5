"""Deadlines, rules of the form, codes, and what publication tells search and calendars."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from calendars.models import CalendarEntry
from notices import publication
from notices.due_work import bring_in_last_days
from notices.models import Position, TalentNoticePage
from search.models import SearchEntry
from tests.factories.notices import make_notice, position

SHANGHAI = ZoneInfo("Asia/Shanghai")
FAIR = datetime(2026, 12, 12, 9, 0, tzinfo=SHANGHAI)
LAST = date(2026, 12, 20)


def test_the_last_day_still_counts(notice):
    assert list(TalentNoticePage.objects.open(LAST)) == [notice]
    assert not TalentNoticePage.objects.open(LAST + timedelta(days=1)).exists()
    assert notice.is_open_on(LAST)
    assert not notice.is_open_on(LAST + timedelta(days=1))


@pytest.mark.parametrize(("days", "found"), [(-1, False), (0, True), (3, True), (4, False)])
def test_closing_soon_is_within_three_days(centre, days, found):
    make_notice(centre, valid_until=LAST + timedelta(days=days))
    assert TalentNoticePage.objects.closing_soon(LAST).exists() is found


def test_headcount_adds_up_what_is_known(centre):
    rows = [position(headcount=8), position(headcount=2), position(headcount=None)]
    assert make_notice(centre, positions=rows).headcount == 10


@pytest.mark.parametrize(
    ("rows", "summary", "pay"),
    [
        ([{"pay_min": 130}, {"pay_min": 90}], "", "90–130 yuan a day"),
        ([{"pay_min": 130, "pay_note": "日结"}], "", "130 yuan a day, 日结"),
        ([{"pay_min": 130}, {"pay_min": 15, "unit": "hour"}], "", "130 yuan a day"),
        ([{"pay_min": 130}], "计件，每天约 90–130 元", "计件，每天约 90–130 元"),
        ([], "", ""),
    ],
)
def test_one_line_of_pay_for_lists(centre, rows, summary, pay):
    notice = make_notice(centre, positions=[position(**row) for row in rows], pay_summary=summary)
    with translation.override("en"):
        assert notice.pay == pay


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "fair"}, "fair_start"),
        ({"fair_start": FAIR}, "fair_end"),
        ({"fair_end": FAIR}, "fair_start"),
        ({"fair_start": FAIR, "fair_end": FAIR}, "fair_end"),
    ],
)
def test_a_fair_without_its_times_gets_a_sentence(values, field):
    with pytest.raises(ValidationError) as caught:
        TalentNoticePage(title="招聘会", valid_until=LAST, **values).clean()
    assert list(caught.value.error_dict) == [field]


@pytest.mark.parametrize("values", [{"pay_min": 200, "pay_max": 100}, {"pay_min": -1}])
def test_pay_out_of_order_is_refused_by_form_and_database(notice, values):
    row = Position(page=notice, title="电工", unit="day", **values)
    with pytest.raises(ValidationError):
        row.clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_draft_tells_nobody(centre):
    notice = make_notice(centre, publish=False)
    assert notice.code is None
    assert not SearchEntry.objects.filter(kind="notice").exists()


def test_publication_makes_one_search_entry_that_ends_after_the_last_day(notice, centre):
    entry = SearchEntry.objects.get(kind="notice")
    assert (entry.thing_key, entry.node_id, entry.url) == (notice.code, centre.pk, notice.address)
    assert entry.title == notice.title
    assert "灯串组装" in entry.body
    assert entry.ends_at == datetime(2026, 12, 21, tzinfo=SHANGHAI)
    notice.save_revision().publish()
    assert SearchEntry.objects.filter(kind="notice").count() == 1


def test_unpublication_and_deletion_take_the_entry_away(centre):
    first, second = make_notice(centre), make_notice(centre)
    first.unpublish()
    assert SearchEntry.objects.get(kind="notice").thing_key == second.code
    TalentNoticePage.objects.get(pk=second.pk).delete()
    assert not SearchEntry.objects.filter(kind="notice").exists()


def test_a_new_slug_of_the_house_reaches_the_entries(notice, centre):
    centre.slug = "moved"
    centre.save_revision().publish()
    assert SearchEntry.objects.get(kind="notice").url == f"/fangshan/moved/{notice.slug}/"


def test_a_fair_has_a_calendar_entry_and_other_notices_their_last_day(centre, monkeypatch):
    told = {}
    monkeypatch.setattr(
        publication.calendar_entries,
        "refresh",
        lambda owner, facts, at: told.update({owner: list(facts)}),
    )
    job = make_notice(centre)
    fair = make_notice(
        centre,
        kind="fair",
        fair_start=FAIR,
        fair_end=FAIR + timedelta(hours=2),
        fair_place="文化广场",
        contact="0576-85130011",
    )
    [deadline] = told[f"notice:{job.pk}"]
    assert deadline.prefix == "deadline"
    assert deadline.title.startswith("截止：")
    assert deadline.is_all_day
    [facts] = told[f"notice:{fair.pk}"]
    assert (facts.start, facts.end) == (FAIR, FAIR + timedelta(hours=2))
    assert facts.thing_id == fair.translation_key
    assert facts.url.endswith(f"/n/{fair.code}/")
    assert "文化广场" in facts.place
    fair.unpublish()
    assert told[f"notice:{fair.pk}"] == []


@pytest.mark.parametrize(
    ("title", "says"),
    [("招电工 2 名", True), ("保洁10人", True), ("夜班保安两个", False), ("2026 秋季招聘", False)],
)
def test_a_list_repeats_no_number_that_the_title_says(title, says):
    assert TalentNoticePage(title=title).title_says_headcount is says


def test_a_notice_from_before_calendars_knew_last_days_is_brought_in_once(centre, now):
    page = make_notice(centre)
    closed = make_notice(centre, valid_until=date(2026, 9, 1))
    draft = make_notice(centre, publish=False)
    CalendarEntry.objects.all().delete()
    assert bring_in_last_days(now) == 1
    entry = CalendarEntry.objects.get()
    assert (entry.thing_id, entry.source) == (page.translation_key, "deadline")
    assert not CalendarEntry.objects.filter(
        thing_id__in=[closed.translation_key, draft.translation_key]
    )
    assert bring_in_last_days(now) == 0
    page.unpublish()
    assert bring_in_last_days(now) == 0
    assert CalendarEntry.objects.get().is_withdrawn
