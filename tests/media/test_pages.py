"""The page of a livestream and the list, as a reader gets them."""

import re
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from media.models import Chapter, LivestreamPage
from tests.factories.brands import make_area, make_centre
from tests.factories.media import START, make_livestream, make_video

BILIBILI = "https://www.bilibili.com/video/BV1xx411c7mD"
PLAYER = "player.bilibili.com"
END = START + timedelta(minutes=45)
VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n大家好\n"


def html(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    text = response.content.decode()
    assert "{%" not in text
    assert "{{" not in text
    return text


def main_part(text: str) -> str:
    return text[text.index("<main") : text.index("</main>")]


def visible_tags(text: str) -> list[str]:
    tags = re.findall(r'<span class="tag[^>]*>', text.split('class="tags"')[1].split("</p>")[0])
    return [tag for tag in tags if "hidden" not in tag]


def test_an_announced_livestream_shows_its_time_and_no_player(client, centre):
    page = make_livestream(centre, live_url=BILIBILI, presenter="消防站值班班长")
    text = main_part(html(client, page.address))
    assert "19:30" in text
    assert "消防站值班班长" in text
    assert f"/calendar/e/{page.translation_key}.ics" in text
    assert "<video" not in text
    assert "<iframe" not in text


def test_a_running_livestream_asks_before_it_calls_another_site(client, centre, set_clock):
    page = make_livestream(centre, live_url=BILIBILI)
    set_clock(START)
    text = main_part(html(client, page.address))
    assert "tag--now" in visible_tags(text)[0]
    assert PLAYER not in text
    assert 'href="?play=1#player"' in text
    asked = main_part(html(client, page.address + "?play=1"))
    assert f'<iframe src="https://{PLAYER}' in asked
    assert "autoplay=0" in asked


def test_an_ended_livestream_says_when_the_replay_comes(client, centre, set_clock):
    page = make_livestream(centre, replay_note="回放正在做，明天能看")
    set_clock(END)
    text = main_part(html(client, page.address))
    assert "回放正在做，明天能看" in text
    assert "data-start" not in text


def test_a_cancelled_livestream_says_so_and_why(client, centre):
    page = make_livestream(centre, is_cancelled=True, cancel_reason="直播间停电，改到下周")
    assert "直播间停电，改到下周" in main_part(html(client, page.address))
    assert "直播间停电，改到下周" in main_part(html(client, "/live/"))


def test_a_replay_of_ours_plays_with_captions_from_a_chapter(client, centre, set_clock):
    chapters = [Chapter(seconds=400, title="第一次进病区"), Chapter(seconds=65, title="报名那天")]
    page = make_livestream(centre, video=make_video(), captions_vtt=VTT, chapters=chapters)
    set_clock(END)
    text = main_part(html(client, page.address + "?t=65"))
    assert f'src="{page.video.url}#t=65"' in text
    assert 'preload="none"' in text
    assert "autoplay" not in text
    assert "poster=" in text
    assert f'src="/live/{page.code}/captions.vtt"' in text
    assert text.index("报名那天") < text.index("第一次进病区")
    assert 'href="?t=65#player"' in text
    assert "6:40" in text


def test_captions_are_served_as_webvtt_and_only_when_published(client, centre):
    page = make_livestream(centre, captions_vtt=VTT)
    response = client.get(f"/live/{page.code}/captions.vtt")
    assert response["Content-Type"] == "text/vtt; charset=utf-8"
    assert response.content.decode() == VTT
    assert client.get("/live/nothing/captions.vtt").status_code == 404
    page.unpublish()
    assert client.get(f"/live/{page.code}/captions.vtt").status_code == 404


@pytest.mark.parametrize("value", ["-1", "x", "９", "1e9", "99999999", "%00", "<script>"])
def test_a_wrong_second_is_the_beginning(client, centre, set_clock, value):
    page = make_livestream(centre, video=make_video())
    set_clock(END)
    text = main_part(html(client, f"{page.address}?t={value}"))
    assert f'src="{page.video.url}"' in text


def test_what_an_editor_typed_is_never_markup(client, centre):
    page = make_livestream(centre, title="<b>x</b>", summary="<script>alert(1)</script>")
    text = html(client, page.address) + html(client, "/live/")
    assert "<script>alert" not in text
    assert "<b>x</b>" not in text


def test_the_page_is_drawn_anew_when_its_state_turns(client, livestream, set_clock):
    from media.due_work import turn_livestreams

    first = client.get(livestream.address)
    held = {"if-none-match": first["ETag"]}
    assert client.get(livestream.address, headers=held).status_code == 304
    set_clock(START - timedelta(hours=30))
    turn_livestreams(START)
    assert client.get(livestream.address, headers=held).status_code == 200


def test_a_draft_is_not_found(client, centre):
    page = make_livestream(centre, publish=False, title="还没审完的直播")
    assert client.get(page.address).status_code == 404
    assert "还没审完的直播" not in html(client, "/live/")


def test_the_list_shows_the_coming_before_what_is_over(client, centre, now):
    make_livestream(centre, title="已经播完的一场", start_at=now - timedelta(days=3))
    make_livestream(centre, title="明天的一场", start_at=now + timedelta(days=1))
    text = main_part(html(client, "/live/"))
    assert text.index("明天的一场") < text.index("已经播完的一场")


def test_the_list_keeps_to_place_and_state(client, network, centre, now):
    far = make_centre(make_area(code="linhai"))
    make_livestream(far, title="临海的预告")
    make_livestream(centre, title="房山的预告")
    make_livestream(
        centre, title="房山的回放", start_at=now - timedelta(days=3), replay_url=BILIBILI
    )
    place = main_part(html(client, "/live/?at=fangshan"))
    assert "临海的预告" not in place
    assert "房山的预告" in place
    replays = main_part(html(client, f"/live/?at={centre.code}&state=replay"))
    assert "房山的预告" not in replays
    assert "房山的回放" in replays


def test_an_unknown_place_shows_everything_and_says_so(client, livestream):
    text = main_part(html(client, "/live/?at=nowhere"))
    assert 'class="note"' in text
    assert livestream.title[:6] in text


@given(
    st.dictionaries(
        st.sampled_from(["at", "state", "page", "t", "play", "x"]), st.text(max_size=20)
    )
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_query_string_breaks_the_list(client, db, query):
    assert client.get("/live/", query).status_code == 200


def test_the_other_languages_show_the_page_in_their_interface(client, livestream):
    text = html(client, "/en" + livestream.address)
    assert '<html lang="en"' in text
    assert f'/en{livestream.get_parent().specific.address}"' in text


def queries(client, address: str, django_assert_max_num_queries, most: int) -> int:
    client.get(address)
    with django_assert_max_num_queries(most) as counted:
        client.get(address)
    return len(counted)


def test_the_list_asks_as_often_for_one_as_for_forty(
    client, centre, now, django_assert_max_num_queries
):
    picture_free = {"live_url": BILIBILI}
    make_livestream(centre, **picture_free)
    make_livestream(centre, start_at=now - timedelta(days=3))
    few = queries(client, "/live/", django_assert_max_num_queries, 20)
    for number in range(19):
        make_livestream(centre, **picture_free)
        make_livestream(centre, start_at=now - timedelta(days=number + 4))
    assert queries(client, "/live/", django_assert_max_num_queries, 20) == few


def test_a_replay_page_needs_at_most_twenty_queries(
    client, centre, set_clock, django_assert_max_num_queries
):
    page = make_livestream(centre, video=make_video(), captions_vtt=VTT)
    for number in range(6):
        make_livestream(centre, start_at=START - timedelta(days=number + 1))
    set_clock(END)
    assert queries(client, page.address, django_assert_max_num_queries, 20) > 1


def test_posters_of_a_list_come_with_one_query(client, centre, django_assert_max_num_queries):
    from wagtail.images.tests.utils import get_test_image_file

    from media.models import SiteImage

    def with_poster():
        picture = SiteImage.objects.create(title="海报", file=get_test_image_file())
        make_livestream(centre, poster=picture)

    with_poster()
    few = queries(client, "/live/", django_assert_max_num_queries, 24)
    for _number in range(4):
        with_poster()
    assert queries(client, "/live/", django_assert_max_num_queries, 24) == few
    assert LivestreamPage.objects.count() == 5


def test_uploaded_thumbnails_stand_before_the_video(client, centre, set_clock):
    media = make_video()
    media.thumbnail.save("still.jpg", ContentFile(b"\xff\xd8"))
    page = make_livestream(centre, video=media)
    set_clock(END)
    assert f'poster="{media.thumbnail.url}"' in html(client, page.address)
