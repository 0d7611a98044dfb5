"""What the publication of a livestream tells calendars and search."""

from datetime import timedelta

import pytest

from media import publication
from search.models import SearchEntry
from tests.factories.media import START, make_livestream


@pytest.fixture
def told(monkeypatch) -> dict:
    """What calendars were told last, by owner."""
    told = {}
    monkeypatch.setattr(
        publication.calendar_entries,
        "refresh",
        lambda owner, facts, at: told.update({owner: list(facts)}),
    )
    return told


def test_a_livestream_has_one_event_with_an_address_for_life(centre, told):
    page = make_livestream(centre, presenter="值班班长", place="三楼直播间")
    [facts] = told[f"livestream:{page.pk}"]
    assert (facts.start, facts.end) == (START, START + timedelta(minutes=45))
    assert facts.thing_id == page.translation_key
    assert facts.node_id == centre.pk
    assert facts.url.endswith(f"/r/{page.code}/")
    assert facts.place == f"{centre.short_name} 三楼直播间"
    assert "值班班长" in facts.description
    assert not facts.is_cancelled


def test_a_cancelled_livestream_stays_in_calendars_as_cancelled(centre, told):
    page = make_livestream(centre, is_cancelled=True, cancel_reason="停电")
    [facts] = told[f"livestream:{page.pk}"]
    assert (facts.is_cancelled, facts.reason) == (True, "停电")
    assert SearchEntry.objects.get(kind="livestream").is_cancelled


def test_search_finds_its_words_and_forgets_it_when_unpublished(centre, told):
    page = make_livestream(centre, transcript="护目镜里全是水")
    entry = SearchEntry.objects.get(kind="livestream")
    assert (entry.thing_key, entry.url) == (page.code, page.address)
    assert "护目镜" in entry.body
    page.unpublish()
    assert not SearchEntry.objects.filter(kind="livestream").exists()
    assert told[f"livestream:{page.pk}"] == []


def test_a_draft_tells_nobody(centre, told):
    page = make_livestream(centre, publish=False)
    page.save()
    assert told == {}
    assert not SearchEntry.objects.filter(kind="livestream").exists()


def test_a_later_draft_changes_nothing_public(centre, told):
    page = make_livestream(centre)
    page.title = "还没审的新题目"
    page.save_revision()
    assert SearchEntry.objects.get(kind="livestream").title != "还没审的新题目"


def test_a_renamed_house_reaches_its_livestreams(centre, told):
    page = make_livestream(centre)
    told.clear()
    centre.refresh_from_db()
    centre.short_name = "苏庄新名"
    centre.save_revision().publish()
    [facts] = told[f"livestream:{page.pk}"]
    assert facts.place == "苏庄新名"


def test_the_replay_takes_the_place_of_the_broadcast(centre, told):
    page = make_livestream(centre, live_url="https://live.bilibili.com/1")
    [facts] = told[f"livestream:{page.pk}"]
    assert (facts.conference, facts.conference_word) == ("https://live.bilibili.com/1", "直播")
    page.replay_url = "https://www.bilibili.com/video/BV1xx411c7mD"
    page.save_revision().publish()
    [facts] = told[f"livestream:{page.pk}"]
    assert (facts.conference, facts.conference_word) == (page.replay_url, "回放")
