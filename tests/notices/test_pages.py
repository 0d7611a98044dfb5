"""The page of a notice and the list of jobs, as a reader gets them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.brands import make_area, make_centre
from tests.factories.notices import make_notice, position

SHANGHAI = ZoneInfo("Asia/Shanghai")
LAST = date(2026, 12, 20)


def main_part(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    text = response.content.decode()
    assert "{%" not in text
    return text[text.index("<main") : text.index("</main>")]


def test_a_notice_shows_pay_positions_and_how_to_apply(client, centre):
    rows = [
        position("灯串组装", headcount=8, pay_min="0.4", unit="piece", hours="8:00–17:00"),
        position("通电检验", headcount=2, pay_min=3800, pay_max=4500, unit="month"),
    ]
    notice = make_notice(
        centre,
        positions=rows,
        pay_summary="每天约 90–130 元",
        summary="坐着干，不碰重物。",
        requirements="18 岁以上\n\n不限学历\n",
        how_to_apply="打电话\n带身份证",
        contact="0576-85130011",
    )
    text = main_part(client, notice.address)
    for part in ("每天约 90–130 元", "灯串组装", "0.4", "3,800–4,500", "8:00–17:00"):
        assert part in text
    assert text.count("<li>18 岁以上</li><li>不限学历</li>") == 1
    assert 'href="tel:057685130011"' in text


def test_a_closed_notice_says_so_and_takes_no_applications(client, centre, set_clock):
    notice = make_notice(centre, how_to_apply="打电话", contact="0576-85130011")
    first = client.get(notice.address)
    assert "tel:057685130011" in first.content.decode()
    set_clock(datetime(2026, 12, 21, 0, 5, tzinfo=SHANGHAI))
    later = client.get(notice.address, headers={"if-none-match": first["ETag"]})
    assert later.status_code == 200
    text = main_part(client, notice.address)
    assert "win--past" in text
    assert "tel:057685130011" not in text
    assert notice.title[:8] not in main_part(client, "/jobs/")


def test_what_an_editor_typed_is_never_markup(client, centre):
    evil = "<script>alert(1)</script>"
    notice = make_notice(
        centre, title=evil, employer=evil, summary=evil, requirements=evil, how_to_apply=evil
    )
    assert "<script>alert" not in main_part(client, notice.address) + main_part(client, "/jobs/")


def test_a_fair_shows_its_time_and_a_calendar_file(client, centre):
    start = datetime(2026, 12, 12, 9, 0, tzinfo=SHANGHAI)
    notice = make_notice(
        centre,
        kind="fair",
        fair_start=start,
        fair_end=start + timedelta(hours=2),
        fair_place="广场",
    )
    text = main_part(client, notice.address)
    assert "9:00" in text
    assert f"/calendar/e/{notice.translation_key}.ics" in text


def test_a_draft_is_not_found(client, centre):
    notice = make_notice(centre, publish=False, title="还没审完的招聘")
    assert client.get(notice.address).status_code == 404
    assert "还没审完的招聘" not in main_part(client, "/jobs/")


def test_the_list_keeps_to_place_and_kind(client, network, centre):
    make_notice(make_centre(make_area(code="linhai")), title="临海的工")
    make_notice(centre, title="房山的工")
    make_notice(centre, title="房山的课", kind="course")
    place = main_part(client, "/jobs/?at=fangshan")
    assert "临海的工" not in place
    assert "房山的工" in place
    courses = main_part(client, f"/jobs/?at={centre.code}&kind=course")
    assert "房山的工" not in courses
    assert "房山的课" in courses


def test_what_closes_soon_stands_first(client, centre):
    make_notice(centre, title="月底才截止的工", valid_until=date(2026, 12, 31))
    make_notice(centre, title="后天就截止的工", valid_until=date(2026, 12, 3))
    text = main_part(client, "/jobs/")
    assert text.index("后天就截止的工") < text.index("月底才截止的工")


@pytest.mark.parametrize(
    "query", ["page=99", "page=x", "kind=none", "at=nowhere", "at=all", "page=-1"]
)
def test_wrong_values_give_the_nearest_list(client, notice, query):
    assert notice.title[:8] in main_part(client, f"/jobs/?{query}")


@given(st.dictionaries(st.sampled_from(["at", "kind", "page", "x"]), st.text(max_size=20)))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_query_string_breaks_the_list(client, db, query):
    assert client.get("/jobs/", query).status_code == 200


def test_an_empty_list_helps_on(client, db):
    assert 'class="empty"' in main_part(client, "/jobs/?kind=fair")


def test_the_short_address_leads_to_the_notice(client, notice):
    response = client.get(f"/n/{notice.code}/")
    assert (response.status_code, response["Location"]) == (302, notice.address)


def queries(client, address: str, django_assert_max_num_queries) -> int:
    client.get(address)
    with django_assert_max_num_queries(20) as counted:
        client.get(address)
    return len(counted)


def test_list_and_page_ask_as_often_for_one_as_for_many(
    client, centre, django_assert_max_num_queries
):
    soon = {"valid_until": date(2026, 12, 3)}
    page = make_notice(centre)
    make_notice(centre, **soon)
    few = [queries(client, one, django_assert_max_num_queries) for one in ("/jobs/", page.address)]
    for _number in range(19):
        make_notice(centre, positions=[position(), position("通电检验")], **soon)
    many = [queries(client, one, django_assert_max_num_queries) for one in ("/jobs/", page.address)]
    assert many == few
