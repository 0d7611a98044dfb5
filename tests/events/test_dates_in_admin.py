"""The dates of a menu in the admin, and the buttons on an activity's page."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from accounts.roles import Role
from calendars.models import ChangeEntry
from events.models import Occurrence
from tests.factories import brands
from tests.factories import events as factory
from tests.factories.accounts import person

pytestmark = pytest.mark.django_db

MONTH = date(2027, 10, 1)


@pytest.fixture
def menu(centre):
    rows = [
        factory.row("书法入门班", "每周二 14:00-15:30", place="书画室"),
        factory.row("合唱团", "10月7日 14:00-16:00", place="多功能厅"),
    ]
    return factory.publish(factory.make_menu(centre, rows, MONTH))


@pytest.fixture
def lessons(menu):
    return list(Occurrence.objects.filter(activity__title="书法入门班").order_by("start"))


@pytest.fixture
def editor(client, centre):
    user = person("editor", role=Role.EDITOR, node=centre)
    client.force_login(user)
    return user


def address(menu, verb):
    return reverse("menus:change", args=[menu.pk, verb])


def sent(*occurrences, **values):
    keys = [str(one.pk) for one in occurrences]
    return {"on": keys, "reason_code": "weather", "reason_text": "", **values}


def test_the_list_shows_every_date(client, editor, menu):
    answer = client.get(reverse("menus:dates", args=[menu.pk]))
    assert len(answer.context["coming"]) == 5
    assert "10月5日" in answer.content.decode()


def test_what_will_happen_is_shown_before_it_is_done(client, editor, menu, lessons, centre):
    first = client.get(address(menu, "cancel"), {"on": str(lessons[0].pk)})
    assert first.status_code == 200
    shown = client.post(address(menu, "cancel"), sent(lessons[0]))
    text = shown.content.decode()
    assert centre.title in text
    assert f"/a/{lessons[0].activity.code}/" in text
    assert not ChangeEntry.objects.exists()

    done = client.post(
        address(menu, "cancel"),
        sent(lessons[0], confirmed="1", seen=shown.context["outcome"].token),
    )
    assert done.status_code == 302
    entry = ChangeEntry.objects.get()
    assert (entry.verb, entry.by_body) == ("cancel", centre.title)


def test_several_dates_at_once_and_the_rest_of_an_activity(client, editor, menu, lessons):
    client.post(address(menu, "shift"), sent(*lessons[:2], days="1", confirmed="1"))
    assert Occurrence.objects.filter(moved_from__isnull=False).count() == 2
    rest = client.get(address(menu, "cancel"), {"rest": lessons[0].activity.code})
    assert len(rest.context["chosen"]) == 4


def test_a_caution_has_to_be_ticked(client, editor, menu, lessons):
    data = sent(lessons[0], start="2027-10-07T14:30", end="2027-10-07T16:00", place="多功能厅")
    client.post(address(menu, "place"), data | {"confirmed": "1"})
    refused = client.post(address(menu, "move"), data | {"confirmed": "1"})
    assert "合唱团" in refused.content.decode()
    assert not Occurrence.objects.filter(moved_from__isnull=False).exists()
    accepted = client.post(address(menu, "move"), data | {"confirmed": "1", "accept": ["room"]})
    assert accepted.status_code == 302


def test_who_comes_too_late_is_told(client, editor, menu, lessons):
    shown = client.post(address(menu, "cancel"), sent(lessons[0]))
    seen = shown.context["outcome"].token
    client.post(address(menu, "place"), sent(lessons[0], place="操场", confirmed="1"))
    late = client.post(address(menu, "cancel"), sent(lessons[0], confirmed="1", seen=seen))
    assert late.status_code == 200
    assert late.context["form"].non_field_errors()


@pytest.mark.parametrize(
    ("verb", "values"),
    [
        ("cancel", {"reason_code": ""}),
        ("cancel", {"reason_code": "nonsense"}),
        ("move", {"start": "morgen", "end": ""}),
        ("move", {"start": "2027-10-07T14:30", "end": "2027-10-07T14:00"}),
        ("move", {"start": "2001-12-09T14:30", "end": "2001-12-09T15:00"}),
        ("shift", {"days": "9999999999999999999"}),
        ("shift", {"days": "0"}),
        ("place", {"place": "", "online_address": "javascript:alert(1)"}),
        ("correct", {"was_held": "no", "place": "", "reason_text": "没办"}),
    ],
)
def test_bad_input_gets_a_sentence(client, editor, menu, lessons, verb, values):
    answer = client.post(address(menu, verb), sent(lessons[0]) | values | {"confirmed": "1"})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not ChangeEntry.objects.exists()


@pytest.mark.parametrize("on", ["", "x", "1; DROP", "00000000-0000-0000-0000-000000000000"])
def test_no_date_leads_back_to_the_list(client, editor, menu, on):
    answer = client.get(address(menu, "cancel"), {"on": on})
    assert answer.status_code == 302
    assert client.get(address(menu, "nonsense"), {"on": on}).status_code == 404


def test_dates_of_another_menu_are_not_found(client, editor, menu, centre):
    rows = [factory.row("太极", "5日 9:00-10:00")]
    other = factory.publish(factory.make_menu(centre, rows, date(2027, 11, 1)))
    foreign = Occurrence.objects.get(activity__menu=other)
    answer = client.post(address(menu, "cancel"), sent(foreign, confirmed="1"))
    assert answer.status_code == 302
    assert not ChangeEntry.objects.exists()


def test_editors_of_other_centres_are_refused(client, menu, lessons, network):
    other = brands.make_centre(network, code="other", title="别处")
    client.force_login(person("stranger", role=Role.EDITOR, node=other))
    assert client.get(reverse("menus:dates", args=[menu.pk])).status_code in (302, 403)
    client.post(address(menu, "cancel"), sent(lessons[0], confirmed="1"))
    assert not ChangeEntry.objects.exists()


def test_a_reviewer_above_acts_for_the_area(client, menu, lessons, network):
    client.force_login(person("shenhe", role=Role.REVIEWER, node=network))
    client.post(address(menu, "cancel"), sent(lessons[0], confirmed="1"))
    assert ChangeEntry.objects.get().by_body == network.title


def test_the_page_has_buttons_for_staff_alone(client, menu, lessons, centre, network):
    address = reverse("events:desk", args=[lessons[0].activity.code])
    nobody = client.get(address)
    assert (nobody.status_code, nobody.content, nobody.cookies) == (204, b"", {})
    page = client.get(f"/a/{lessons[0].activity.code}/", follow=True)
    assert not page.cookies
    assert f'data-src="{address}"' in page.content.decode()

    client.force_login(person("editor", role=Role.EDITOR, node=centre))
    answer = client.get(address)
    assert reverse("menus:change", args=[menu.pk, "cancel"]) in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert client.get(reverse("events:desk", args=["zzzzzzz"])).status_code == 404
