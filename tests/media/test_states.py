from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from common import versions
from media.due_work import turn_livestreams
from media.enums import LiveState
from media.models import LivestreamPage
from tests.factories.media import START, make_livestream

END = START + timedelta(minutes=45)
BILIBILI = "https://www.bilibili.com/video/BV1xx411c7mD"


@pytest.mark.parametrize(
    ("values", "moment", "state"),
    [
        ({}, START - timedelta(seconds=1), "announced"),
        ({}, START, "live"),
        ({}, END - timedelta(seconds=1), "live"),
        ({}, END, "ended"),
        ({"replay_url": BILIBILI}, END, "replay"),
        ({"replay_url": BILIBILI}, START, "live"),
        ({"is_cancelled": True, "cancel_reason": "停电"}, START, "cancelled"),
        ({"is_cancelled": True, "cancel_reason": "停电", "replay_url": BILIBILI}, END, "cancelled"),
    ],
)
def test_state_follows_the_moment(values, moment, state):
    page = LivestreamPage(title="冬夜用火用电", start_at=START, end_at=END, **values)
    assert page.state_at(moment) == state


def test_queries_by_state_agree_with_the_page(centre, now):
    for values in ({}, {"replay_url": BILIBILI}, {"is_cancelled": True, "cancel_reason": "停电"}):
        for hours in (-50, -1, 0, 50):
            make_livestream(centre, start_at=now + timedelta(hours=hours, minutes=-20), **values)
    for state in LiveState.values:
        found = set(LivestreamPage.objects.in_state(state, now).values_list("pk", flat=True))
        pages = LivestreamPage.objects.all()
        assert found == {page.pk for page in pages if page.state_at(now) == state}
        assert found


def test_a_running_livestream_is_upcoming_and_an_ended_one_is_over(centre, now):
    running = make_livestream(centre, start_at=now - timedelta(minutes=5))
    ended = make_livestream(centre, start_at=now - timedelta(minutes=45))
    assert list(LivestreamPage.objects.upcoming(now)) == [running]
    assert list(LivestreamPage.objects.over(now)) == [ended]


def test_drafts_are_not_listed(centre):
    make_livestream(centre, publish=False)
    assert not LivestreamPage.objects.listed().exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"end_at": START}, "end_at"),
        ({"live_url": "https://evil.example/watch?v=1"}, "live_url"),
        ({"replay_url": "http://video.example.cn/a.mp4"}, "replay_url"),
        ({"is_cancelled": True}, "cancel_reason"),
    ],
)
def test_wrong_values_get_a_sentence_at_their_field(values, field):
    page = LivestreamPage(**({"title": "冬夜", "start_at": START, "end_at": END} | values))
    with pytest.raises(ValidationError) as caught:
        page.clean()
    assert list(caught.value.error_dict) == [field]


def test_due_work_turns_each_livestream_once(livestream, centre):
    def tag():
        return versions.state_of([centre.path])

    before = tag()
    assert turn_livestreams(START - timedelta(minutes=1)) == 0
    assert turn_livestreams(START) == 1
    assert turn_livestreams(START) == 0
    assert tag() != before
    assert turn_livestreams(END + timedelta(days=3)) == 1
    livestream.refresh_from_db()
    assert livestream.told_state == "ended"
