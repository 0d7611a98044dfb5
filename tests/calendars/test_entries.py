"""Stored events: identity, sequence and stamps through every kind of change."""

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from calendars import entries, states
from calendars.models import CalendarEntry, FeedState
from tests.factories.brands import make_centre
from tests.factories.calendars import START, make_facts

AT = datetime(2026, 12, 1, 6, 20, tzinfo=UTC)
LATER = AT + timedelta(hours=1)


def refresh(*facts, at=AT, owner="menu:1"):
    entries.refresh(owner, facts, at)


def stored(facts) -> CalendarEntry:
    return CalendarEntry.objects.get(thing_id=facts.thing_id)


@pytest.fixture
def facts(centre):
    return make_facts(centre)


def test_first_publication_starts_at_sequence_nought(facts):
    refresh(facts)
    entry = stored(facts)
    assert entry.uid == f"activity-{facts.thing_id}@changlai.example"
    assert (entry.sequence, entry.modified_at) == (0, AT)
    assert (entry.starts_at, entry.ends_at) == (facts.start, facts.end)
    assert entry.title == "书法入门班"
    assert "SEQUENCE:0\r\n" in entry.text
    assert "DTSTAMP:20261201T062000Z\r\n" in entry.text


def test_saving_the_same_again_writes_nothing(facts):
    refresh(facts)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        refresh(replace(facts), at=LATER)
    assert [query["sql"].split()[0] for query in queries] == ["SELECT"]
    assert stored(facts).modified_at == AT


CHANGES = [
    ({"start": START + timedelta(days=1), "end": START + timedelta(days=1, hours=1)}, 1),
    ({"place": "苏庄三里 大厅"}, 1),
    ({"is_cancelled": True}, 1),
    ({"title": "书法提高班"}, 0),
    ({"description": "改了说明"}, 0),
]


@pytest.mark.parametrize(("change", "sequence"), CHANGES)
def test_sequence_grows_with_the_schedule_and_stamps_with_everything(facts, change, sequence):
    refresh(facts)
    refresh(replace(facts, **change), at=LATER)
    entry = stored(facts)
    assert (entry.sequence, entry.modified_at) == (sequence, LATER)
    assert f"SEQUENCE:{sequence}\r\n" in entry.text
    assert "LAST-MODIFIED:20261201T072000Z\r\n" in entry.text


def test_cancel_and_reinstate_count_on_and_keep_the_identity(facts):
    refresh(facts)
    uid = stored(facts).uid
    refresh(replace(facts, is_cancelled=True), at=LATER)
    refresh(facts, at=LATER + timedelta(hours=1))
    entry = stored(facts)
    assert (entry.uid, entry.sequence) == (uid, 2)
    assert "STATUS:CONFIRMED" in entry.text
    assert "【已取消】" not in entry.text


def test_stamps_grow_even_when_the_clock_does_not(facts):
    refresh(facts)
    refresh(replace(facts, title="甲"))
    refresh(replace(facts, title="乙"), at=AT - timedelta(days=1))
    assert stored(facts).modified_at == AT + timedelta(seconds=2)


def test_withdrawn_entry_keeps_its_row_and_loses_its_text(facts):
    refresh(facts)
    refresh(at=LATER)
    entry = stored(facts)
    assert entry.is_withdrawn
    assert (entry.text, entry.title, entry.modified_at) == ("", "", LATER)
    assert not CalendarEntry.objects.published().exists()


def test_withdrawn_entry_that_comes_back_counts_on(facts):
    refresh(facts)
    refresh(at=LATER)
    refresh(facts, at=LATER + timedelta(hours=1))
    entry = stored(facts)
    assert not entry.is_withdrawn
    assert entry.sequence == 2
    assert entry.modified_at == LATER + timedelta(hours=1)


def test_withdrawing_twice_changes_nothing(facts):
    refresh(facts)
    refresh(at=LATER)
    refresh(at=LATER + timedelta(hours=1))
    assert stored(facts).modified_at == LATER


def test_other_owners_are_left_alone(facts, centre):
    other = make_facts(centre)
    refresh(facts)
    refresh(other, owner="menu:2")
    refresh(at=LATER)
    assert not stored(other).is_withdrawn


def test_only_what_changed_is_stamped_anew(facts, centre):
    other = make_facts(centre, thing_id=uuid.uuid4(), title="太极")
    refresh(facts, other)
    before = stored(other).text
    refresh(replace(facts, title="书法提高班"), other, at=LATER)
    assert stored(other).text == before
    assert stored(facts).modified_at == LATER


def test_identity_outlives_a_change_of_domain(facts, settings):
    refresh(facts)
    settings.CALENDAR_UID_DOMAIN = "other.example"
    refresh(replace(facts, title="书法提高班"), at=LATER)
    assert stored(facts).uid.endswith("@changlai.example")


@pytest.mark.parametrize("number", [1, 60])
def test_queries_do_not_grow_with_the_facts(centre, number):
    facts = [make_facts(centre) for _ in range(number)]
    with CaptureQueriesContext(connection) as first:
        refresh(*facts)
    with CaptureQueriesContext(connection) as second:
        refresh(*(replace(one, title="改") for one in facts), at=LATER)
    assert len(first) <= 8
    assert len(second) <= 6


def test_all_feeds_above_count_a_change(facts, centre, network):
    refresh(facts)
    above = FeedState.objects.values_list("page__path", "changed_at")
    assert dict(above) == dict.fromkeys(
        (centre.path[:4], centre.path[:8], network.path, centre.path), AT
    )


def test_the_moment_of_a_feed_never_goes_back(facts, network):
    refresh(facts, at=LATER)
    refresh(replace(facts, title="甲"), at=AT)
    assert states.changed_at(network.path) == LATER + timedelta(seconds=1)
    refresh(at=AT)
    assert states.changed_at(network.path) == LATER + timedelta(seconds=2)


def test_entry_that_moves_to_another_centre_touches_both(facts, centre, network):
    other = make_centre(network)
    refresh(facts)
    refresh(replace(facts, node_id=other.pk), at=LATER)
    assert stored(facts).node_id == other.pk
    assert states.changed_at(centre.path) == states.changed_at(other.path) == LATER
