"""Search in the admin: who keeps its words, what is refused, what a page shows of a text."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from search import asked
from search.models import AskedText, PinnedResult, SynonymGroup
from tests.factories import accounts as people
from tests.factories.brands import make_area
from tests.factories.search import put_entry

pytestmark = pytest.mark.django_db

PAGES = ["synonyms:index", "recommended:index", "asked:index", "reading:index"]


@pytest.fixture
def administrator(client, network):
    client.force_login(people.person("chief", role=Role.ADMINISTRATOR, node=network))
    return client


@pytest.mark.parametrize("name", PAGES)
def test_editors_do_not_meet_the_search_of_the_admin(client, centre, name):
    client.force_login(people.person("editor", role=Role.EDITOR, node=centre))
    assert client.get(reverse(name)).status_code == 302
    assert reverse(name) not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_administrators_and_superusers_do(administrator, superuser, name):
    assert administrator.get(reverse(name)).status_code == 200
    assert reverse(name) in administrator.get(reverse("wagtailadmin_home")).content.decode()
    administrator.force_login(superuser)
    assert administrator.get(reverse(name)).status_code == 200


def test_words_are_kept_for_the_own_network(administrator, network):
    values = {"words": "暖窝、热炕", "found": "", "network": network.pk}
    administrator.post(reverse("synonyms:add"), values)
    assert SynonymGroup.objects.filter(network=network).get().words == "暖窝、热炕"


def test_words_of_all_networks_are_not_an_administrators(administrator):
    shared = SynonymGroup.objects.filter(network=None).first()
    assert administrator.get(reverse("synonyms:edit", args=[shared.pk])).status_code == 404
    answer = administrator.post(reverse("synonyms:add"), {"words": "暖窝、热炕", "network": ""})
    assert "network" in answer.context["form"].errors


def test_what_cannot_be_used_is_said_at_its_field(administrator, network):
    values = {"words": "暖窝", "found": "", "network": network.pk}
    answer = administrator.post(reverse("synonyms:add"), values)
    assert answer.status_code == 200
    assert "words" in answer.context["form"].errors


def recommend(client, network, address, **values):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    values = {"words": "过年、年货", "ends_on": tomorrow.isoformat()} | values
    values |= {"address": address, "network": network.pk}
    return client.post(reverse("recommended:add"), values)


def test_a_result_is_recommended_by_its_address(administrator, network):
    entry = put_entry("红领集市", url="/fangshan/market/")
    recommend(administrator, network, "https://changlai.example/en/fangshan/market/?at=1")
    row = PinnedResult.objects.get()
    assert (row.kind, row.thing_key, row.address) == (entry.kind, entry.thing_key, entry.url)


@pytest.mark.parametrize(
    ("address", "values", "field"),
    [
        ("/nowhere/", {}, "address"),
        ("/fangshan/market/", {"words": "？"}, "words"),
        ("/fangshan/market/", {"ends_on": "2020-01-01"}, "ends_on"),
        ("/fangshan/market/", {"ends_on": "2100-01-01"}, "ends_on"),
    ],
)
def test_a_recommendation_that_would_show_nothing_is_refused(
    administrator, network, address, values, field
):
    put_entry("红领集市", url="/fangshan/market/")
    answer = recommend(administrator, network, address, **values)
    assert field in answer.context["form"].errors
    assert not PinnedResult.objects.exists()


def test_recommendations_of_another_network_are_not_seen(administrator):
    entry = put_entry()
    row = PinnedResult.objects.create(
        words="过年",
        address="/x/",
        kind=entry.kind,
        thing_key=entry.thing_key,
        ends_on=dt.date(2036, 1, 1),
        network=make_area(),
    )
    assert administrator.get(reverse("recommended:edit", args=[row.pk])).status_code == 404
    assert "过年" not in administrator.get(reverse("recommended:index")).content.decode()


def test_only_texts_of_two_days_are_listed(administrator):
    for day in (1, 2):
        asked.note("托班", True, dt.date(2026, 12, day))
        asked.note("书法", False, dt.date(2026, 12, day))
    asked.note("张三", True, dt.date(2026, 12, 2))
    page = administrator.get(reverse("asked:index")).content.decode()
    assert ("托班" in page, "书法" in page, "张三" in page) == (True, True, False)
    vain = administrator.get(reverse("asked:index"), {"vain": "1"}).content.decode()
    assert ("托班" in vain, "书法" in vain) == (True, False)


def test_nobody_changes_a_count(admin_page):
    asked.note("托班", True, dt.date(2026, 12, 1))
    row = AskedText.objects.get()
    assert admin_page.get(reverse("asked:add")).status_code == 302
    assert admin_page.post(reverse("asked:delete", args=[row.pk])).status_code == 302
    assert AskedText.objects.exists()


def test_a_page_shows_how_a_text_is_read_and_why_results_stand_there(administrator):
    put_entry("书法课", day_tokens="d20261208")
    put_entry("写字班", body="毛笔字从头学")
    page = administrator.get(reverse("reading:index"), {"q": "書法"})
    text = page.content.decode()
    for part in ("书法", "sufa", "sf", "毛笔字", "书法课", "写字班"):
        assert part in text
    assert [row["entry"].title for row in page.context["rows"]] == ["书法课", "写字班"]


@pytest.mark.parametrize("text", ["", "\x00", "<script>alert(1)</script>", "？" * 300])
def test_any_text_can_be_looked_at(administrator, text):
    page = administrator.get(reverse("reading:index"), {"q": text})
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_roles_given_before_an_update_get_its_rights_on_wish(administrator):
    Group.objects.get(user__username="chief").permissions.clear()
    assert administrator.get(reverse("reading:index")).status_code == 302
    call_command("renew_rights")
    assert administrator.get(reverse("reading:index")).status_code == 200
