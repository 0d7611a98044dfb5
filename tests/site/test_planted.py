"""A test that commits leaves the database as the migrations made it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection

from calendars import guards
from calendars.models import ChangeEntry
from common.models import Kind
from home.models import HomePage
from tests.factories import brands


@pytest.mark.parametrize("time", ["first", "second"])
@pytest.mark.django_db(transaction=True)
def test_what_is_committed_is_gone_and_what_was_planted_stays(time):
    assert HomePage.objects.count() == 1
    assert Kind.objects.exists()
    assert not ChangeEntry.objects.exists()
    assert guards.missing(connection) == []
    brands.make_centre(code="once")
    ChangeEntry.objects.create(
        thing_id=uuid4(), node_code="once", verb="move", field="place", at=datetime.now(UTC)
    )
    Kind.objects.all().update(name="x")
    Kind.objects.all().delete()
