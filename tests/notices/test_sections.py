from datetime import date

from django.template.loader import render_to_string

from notices.sections import TEMPLATE, notice_section
from tests.factories.brands import make_centre
from tests.factories.notices import make_notice


def test_a_house_shows_its_newest_open_notices(centre, network, now):
    make_notice(make_centre(network), title="别家的工")
    make_notice(centre, title="早已截止", valid_until=date(2026, 11, 1))
    shown = [make_notice(centre) for _number in range(4)]
    section = notice_section(centre, now)
    assert {notice.pk for notice in section["notices"]} <= {notice.pk for notice in shown}
    assert len(section["notices"]) == 3
    text = render_to_string(TEMPLATE, section)
    assert f"/jobs/?at={centre.address_code}" in text
    assert section["notices"][0].title[:8] in text


def test_a_house_without_notices_has_no_section(centre, now):
    make_notice(centre, publish=False)
    assert notice_section(centre, now) is None


def test_the_section_asks_as_often_for_one_as_for_three(centre, now, django_assert_num_queries):
    for _number in range(3):
        make_notice(centre)
        with django_assert_num_queries(2):
            render_to_string(TEMPLATE, notice_section(centre, now))
