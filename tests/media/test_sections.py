from datetime import timedelta

from django.template.loader import render_to_string

from media.sections import TEMPLATE, livestream_section
from tests.factories.media import make_livestream

REPLAY = "https://www.bilibili.com/video/BV1xx411c7mD"


def test_a_house_shows_what_is_coming_and_then_its_replays(centre, now):
    coming = make_livestream(centre)
    replay = make_livestream(centre, start_at=now - timedelta(days=9), replay_url=REPLAY)
    make_livestream(centre, start_at=now - timedelta(days=3), title="没有回放的一场")
    make_livestream(centre, publish=False, title="还没审完的一场")
    section = livestream_section(centre, now)
    assert [page.pk for page in section["livestreams"]] == [coming.pk, replay.pk]
    text = render_to_string(TEMPLATE, section)
    assert f"/live/?at={centre.address_code}" in text
    assert f'data-accent="{centre.accent}"' in text


def test_a_house_without_livestreams_has_no_section(centre, now):
    make_livestream(centre, start_at=now - timedelta(days=3))
    assert livestream_section(centre, now) is None
