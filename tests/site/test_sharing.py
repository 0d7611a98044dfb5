"""Links that are sent to friends: their picture, their words, and who may see them."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common import cards
from events.models import Activity
from tests.factories import events
from tests.factories.media import make_livestream
from tests.factories.notices import make_notice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(cards, "draw", lambda card: b"png:" + card.title.encode())


@pytest.fixture
def menu(centre):
    rows = [events.row("书法入门班", "12月7日 14:00-15:30")]
    return events.publish(events.make_menu(centre, rows, date(2027, 12, 1)))


@pytest.fixture
def addresses(menu, centre, network, now) -> dict[str, str]:
    return {
        "front": "/",
        "area": network.address,
        "centre": centre.address,
        "menu": menu.address,
        "activity": Activity.objects.get().address,
        "notice": make_notice(centre).address,
        "live": make_livestream(centre).address,
    }


def tags(client, address) -> dict[str, str]:
    text = client.get(address).content.decode()
    return dict(re.findall(r'<meta property="(og:[^"]+)" content="([^"]*)">', text))


@pytest.mark.parametrize("prefix", ["", "/en", "/zh-hant"])
@pytest.mark.parametrize("thing", ["front", "area", "centre", "menu", "activity", "notice", "live"])
def test_every_thing_has_a_picture_that_is_there(client, addresses, thing, prefix):
    found = tags(client, prefix + addresses[thing])
    assert found["og:title"]
    assert found["og:image:width"] == "1200"
    path = found["og:image"].removeprefix("http://testserver")
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/png"
    assert "immutable" in answer["Cache-Control"]
    assert not answer.cookies


def test_a_held_picture_is_not_drawn_again(client, addresses, monkeypatch):
    path = tags(client, addresses["activity"])["og:image"].removeprefix("http://testserver")
    etag = client.get(path)["ETag"]
    monkeypatch.setattr(cards, "picture", None)
    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304


def test_a_change_of_time_changes_the_address_of_the_picture(client, addresses, menu):
    before = tags(client, addresses["activity"])["og:image"]
    rows = menu.rows.raw_data
    rows[0]["value"]["when"] = "12月8日 14:00-15:30"
    events.publish(menu, list(rows))
    assert tags(client, addresses["activity"])["og:image"] != before


def test_an_address_without_its_version_is_kept_for_minutes(client, addresses, centre):
    answer = client.get(f"/share/node/{centre.address_code}.png")
    assert answer["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize(
    "path",
    [
        "node/nowhere",
        "site/back",
        "activity/none",
        "menu/1",
        "menu/x",
        "menu/٣",
        "menu/" + "9" * 40,
        "notice/none",
        "live/none",
        "thing/x",
        "node/%00",
        "menu/%00",
    ],
)
def test_what_is_not_there_has_no_picture(client, db, path):
    assert client.get(f"/share/{path}.png").status_code == 404


def test_drafts_and_what_went_off_line_have_no_picture(client, menu, centre):
    activity = Activity.objects.get()
    assert client.get(f"/share/activity/{activity.code}.png").status_code == 200
    menu.unpublish()
    assert client.get(f"/share/activity/{activity.code}.png").status_code == 404
    assert client.get(f"/share/menu/{menu.pk}.png").status_code == 404


def test_too_many_at_once_are_told_when_to_come_back(client, centre, monkeypatch):
    def busy(card):
        raise cards.Busy

    monkeypatch.setattr("common.sharing.picture", busy)
    answer = client.get(f"/share/node/{centre.address_code}.png")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")


def test_the_pictures_cost_the_pages_no_query(client, addresses):
    client.get("/about/")
    with CaptureQueriesContext(connection) as queries:
        client.get(addresses["menu"])
    assert len(queries) <= 12


def test_machines_can_read_what_a_page_is_about(client, addresses):
    kinds = {"centre": "CivicStructure", "notice": "JobPosting", "live": "BroadcastEvent"}
    for thing, kind in kinds.items():
        text = client.get(addresses[thing]).content.decode()
        (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
        data = json.loads(script)
        data = data[0] if isinstance(data, list) else data
        assert data["@type"] == kind


def test_an_editors_own_picture_goes_first(client, centre):
    from io import BytesIO

    from django.core.files.images import ImageFile
    from PIL import Image

    from media.models import SiteImage

    octets = BytesIO()
    Image.new("RGB", (1600, 900), "teal").save(octets, "PNG")
    octets.seek(0)
    image = SiteImage.objects.create(title="门口", file=ImageFile(octets, "door.png"))
    type(centre).objects.filter(pk=centre.pk).update(share_image=image)
    found = tags(client, centre.address)
    assert found["og:image"].endswith(".jpg")
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
