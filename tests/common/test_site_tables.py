"""Kinds, audiences and holidays in the admin: who keeps them, and what stays."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.roles import Role
from common.models import Holiday, Kind
from tests.factories import accounts as people
from tests.factories import brands as brand_factory
from tests.factories import events as factory


@pytest.fixture
def administrator(client, network):
    client.force_login(people.person("chief", role=Role.ADMINISTRATOR, node=network))
    return client


def holiday(**values) -> dict:
    return {"date": "2027-01-01", "name": "元旦", "effect": "rest", "network": ""} | values


def test_editors_do_not_meet_the_tables(client, centre):
    client.force_login(people.person("editor", role=Role.EDITOR, node=centre))

    assert client.get(reverse("kinds:index")).status_code == 302
    assert reverse("kinds:index") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_an_administrator_adds_a_kind(administrator):
    values = {"name": "棋牌", "code": "chess", "position": 50, "usual_minutes": 60, "words": "象棋"}
    administrator.post(reverse("kinds:add"), values)

    assert Kind.objects.get(code="chess").words == "象棋"


def test_a_code_is_for_life(administrator):
    kind = Kind.objects.get(code="art")
    values = {"name": "美术", "code": "painting", "position": 1, "usual_minutes": 60, "words": "画"}
    administrator.post(reverse("kinds:edit", args=[kind.pk]), values)

    kind.refresh_from_db()
    assert (kind.name, kind.code) == ("美术", "art")


@pytest.mark.parametrize("code", ["art", "other"])
def test_a_kind_that_is_needed_stays(administrator, centre, code):
    factory.publish(factory.make_menu(centre, rows=[factory.row(kind="art")]))
    kind = Kind.objects.get(code=code)
    answer = administrator.post(reverse("kinds:delete", args=[kind.pk]))

    assert answer.status_code == 302
    assert Kind.objects.filter(pk=kind.pk).exists()


def test_a_kind_that_nothing_needs_goes(administrator):
    kind = Kind.objects.create(code="chess", name="棋牌")
    administrator.post(reverse("kinds:delete", args=[kind.pk]))

    assert not Kind.objects.filter(pk=kind.pk).exists()


def test_an_administrator_keeps_the_holidays_of_the_own_network(administrator, network):
    administrator.post(reverse("holidays:add"), holiday(network=network.pk))

    assert Holiday.objects.get().network_id == network.pk


@pytest.mark.parametrize("which", ["none", "other", "centre"])
def test_days_for_others_are_refused(administrator, network, centre, which):
    other = brand_factory.make_area(title="别的区")
    node = {"none": "", "other": other.pk, "centre": centre.pk}[which]
    answer = administrator.post(reverse("holidays:add"), holiday(network=node))

    assert "network" in answer.context["form"].errors
    assert not Holiday.objects.exists()


def test_holidays_of_others_are_not_found(administrator, network):
    other = brand_factory.make_area(title="别的区")
    rows = [
        Holiday.objects.create(date=date(2027, 1, 1), name="元旦", network=node)
        for node in (None, other)
    ]
    for row in rows:
        assert administrator.get(reverse("holidays:edit", args=[row.pk])).status_code == 404
        assert administrator.post(reverse("holidays:delete", args=[row.pk])).status_code == 404
    assert Holiday.objects.count() == 2


def test_a_superuser_keeps_the_days_for_all(admin_page):
    admin_page.post(reverse("holidays:add"), holiday())
    listing = admin_page.get(reverse("holidays:index")).content.decode()

    assert Holiday.objects.get().network is None
    assert "元旦" in listing
