"""An area and its own centre share a code; addresses tell them apart."""

import pytest
from django.core.exceptions import ValidationError

from brands.models import AreaPage, CentrePage
from common import nodes
from search.models import SearchEntry
from tests.factories.brands import make_area, make_centre


@pytest.fixture
def town(network):
    return make_area(network, code="LH-XQ", title="汛桥镇", slug="xunqiao")


@pytest.fixture
def own_centre(town):
    return make_centre(town, code="LH-XQ", title="汛桥镇党群服务中心", slug="own")


@pytest.mark.parametrize(("code", "is_area"), [("LH-XQ", True), ("c.LH-XQ", False)])
def test_a_code_in_an_address_says_which_is_meant(own_centre, code, is_area):
    node = nodes.find(code)
    assert (node.code, node.is_area) == (code, is_area)


def test_bare_code_of_a_centre_without_area_finds_the_centre(centre):
    node = nodes.find("suzhuang")
    assert (node.code, node.page.pk) == ("c.suzhuang", centre.pk)


def test_an_area_has_no_address_as_a_centre(network):
    assert nodes.find("c.fangshan") is None


@pytest.mark.parametrize("address", ["/calendar/{}.ics", "/calendar/{}/", "/events/?at={}"])
def test_area_and_own_centre_have_addresses_of_their_own(client, own_centre, address):
    area, house = (client.get(address.format(code)) for code in ("LH-XQ", "c.LH-XQ"))
    assert (area.status_code, house.status_code) == (200, 200)
    assert area.content != house.content


def test_the_page_of_a_centre_leads_to_its_own_calendar(client, own_centre, town):
    house = client.get(own_centre.address).content.decode()
    assert 'href="/calendar/c.LH-XQ/"' in house
    assert "at=c.LH-XQ" in house
    assert 'href="/calendar/LH-XQ/"' in client.get(town.address).content.decode()


def test_both_are_found_by_search(own_centre):
    keys = SearchEntry.objects.filter(thing_key__endswith="LH-XQ").values_list("thing_key")
    assert set(keys) == {("LH-XQ",), ("c.LH-XQ",)}


def test_no_foreign_centre_takes_the_code_of_an_area(town, network):
    with pytest.raises(ValidationError):
        make_centre(network, code="LH-XQ", slug="elsewhere")
    assert not CentrePage.objects.filter(code="LH-XQ").exists()


def test_no_area_takes_the_code_of_a_foreign_centre(centre, network):
    with pytest.raises(ValidationError):
        make_area(network, code="suzhuang", slug="other")
    assert not AreaPage.objects.filter(code="suzhuang").exists()


def test_the_form_says_that_a_code_is_taken(admin_page, town, network):
    answer = admin_page.post(
        f"/admin/pages/add/brands/centrepage/{network.pk}/",
        {"title": "别处", "slug": "elsewhere", "code": "LH-XQ", "tier": "community"},
    )
    assert len(answer.context["form"].errors["code"]) == 1


def test_a_public_code_stays_in_the_form(admin_page, own_centre):
    own_centre.save_revision().publish(skip_permission_checks=True)
    form = admin_page.get(f"/admin/pages/{own_centre.pk}/edit/").context["form"]
    assert form.fields["code"].disabled
    town = own_centre.get_parent()
    new = admin_page.get(f"/admin/pages/add/brands/centrepage/{town.pk}/").context["form"]
    assert not new.fields["code"].disabled
