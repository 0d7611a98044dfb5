"""What is said in a recording is found as the chapter in which it is said."""

import pytest

from media.captions import cues_of
from media.models import Chapter
from search.models import SearchEntry
from tests.factories.media import make_livestream

pytestmark = pytest.mark.django_db

VTT = """WEBVTT

00:01.000 --> 00:04.000
大家晚上好

00:59.900 --> 01:02.000
先说插线板

01:00.000 --> 01:05.000
再说电热毯
"""


def moments():
    found = SearchEntry.objects.filter(kind="moment").order_by("pk")
    return [(one.title.split(" ·")[0], one.url.split("?")[1], one.body) for one in found]


def recorded(centre, **values):
    chapters = [Chapter(seconds=60, title="电热毯"), Chapter(seconds=0, title="开场")]
    defaults = {"replay_url": "https://www.bilibili.com/video/BV1xx411c7mD", "captions_vtt": VTT}
    return make_livestream(centre, chapters=chapters, **(defaults | values))


def test_cues_belong_to_the_chapter_that_is_on_when_they_begin(centre):
    recorded(centre)
    assert moments() == [
        ("开场", "t=0", "大家晚上好 先说插线板"),
        ("电热毯", "t=60", "再说电热毯"),
    ]
    assert "电热毯" in SearchEntry.objects.get(kind="livestream").body
    assert "插线板" not in SearchEntry.objects.get(kind="livestream").body


def test_captions_without_chapters_are_found_with_the_recording(centre):
    make_livestream(centre, captions_vtt=VTT)
    assert moments() == []
    assert "插线板" in SearchEntry.objects.get(kind="livestream").body


def test_moments_go_with_their_recording(centre):
    page = recorded(centre)
    page.replay_url = ""
    page.save_revision().publish()
    assert moments() == []


@pytest.mark.parametrize("text", ["", "WEBVTT", "no captions", "WEBVTT\n\nbroken --> cue\nx"])
def test_what_is_no_captions_has_no_cues(text):
    assert cues_of(text) == []
