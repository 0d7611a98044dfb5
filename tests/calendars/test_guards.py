"""The database refuses to alter the ledger of changes, and says when it no longer would."""

import uuid
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from calendars import guards
from calendars.checks import ledger_is_guarded
from calendars.models import ChangeEntry
from tests.factories.calendars import drop_guards

pytestmark = pytest.mark.django_db


@pytest.fixture
def change():
    return ChangeEntry.objects.create(
        thing_id=uuid.uuid4(),
        node_code="suzhuang",
        verb="move",
        field="start",
        old="2026-12-08T14:00+08:00",
        new="2026-12-09T14:00+08:00",
        reason_text="场地检修",
        at=datetime(2026, 12, 1, tzinfo=UTC),
        by_body="苏庄三里社区党群服务中心",
    )


def attempt(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_guards_name_the_table_of_the_ledger():
    assert ChangeEntry._meta.db_table == guards.TABLE


def test_entry_cannot_be_edited(change):
    change.reason_text = "别的"
    with pytest.raises(DatabaseError, match="never altered"), transaction.atomic():
        change.save()
    change.refresh_from_db()
    assert change.reason_text == "场地检修"


def test_entry_cannot_be_deleted(change):
    with pytest.raises(DatabaseError, match="never altered"), transaction.atomic():
        ChangeEntry.objects.all().delete()
    assert ChangeEntry.objects.count() == 1


def test_entry_cannot_be_replaced(change):
    columns = [field.column for field in ChangeEntry._meta.concrete_fields]
    listed = ", ".join(columns)
    copied = listed.replace("reason_text", "'x'")
    verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    with pytest.raises(DatabaseError):
        attempt(f"{verb} INTO {guards.TABLE} ({listed}) SELECT {copied} FROM {guards.TABLE}")  # noqa: S608
    change.refresh_from_db()
    assert change.reason_text == "场地检修"


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL has TRUNCATE")
def test_full_table_cannot_be_truncated(change):
    with pytest.raises(DatabaseError, match="never altered"):
        attempt(f"TRUNCATE {guards.TABLE}")
    assert ChangeEntry.objects.count() == 1


def test_without_guards_an_entry_could_be_altered(change):
    drop_guards()
    ChangeEntry.objects.update(reason_text="别的")
    change.refresh_from_db()
    assert change.reason_text == "别的"


REPLACE = f"INSERT OR REPLACE INTO {guards.TABLE} SELECT * FROM {guards.TABLE}"  # noqa: S608
# What each trigger alone stands against, by database.
DAMAGE = {
    "sqlite": {
        "changeentry_no_update": f"UPDATE {guards.TABLE} SET reason_text = 'x'",  # noqa: S608
        "changeentry_no_delete": f"DELETE FROM {guards.TABLE}",  # noqa: S608
        "changeentry_no_replace": REPLACE,
    },
    "postgresql": {
        "changeentry_no_change": f"DELETE FROM {guards.TABLE}",  # noqa: S608
        "changeentry_no_truncate": f"TRUNCATE {guards.TABLE}",
    },
}[connection.vendor]


@pytest.mark.parametrize("name", DAMAGE)
def test_each_guard_alone_keeps_one_kind_of_damage_away(change, name):
    assert DAMAGE.keys() == guards.TRIGGERS[connection.vendor].keys()
    with pytest.raises(DatabaseError):
        attempt(DAMAGE[name])
    drop_guards(name)
    attempt(DAMAGE[name])
    (warning,) = ledger_is_guarded(None, databases=["default"])
    assert name in warning.msg
    guards.install(connection)
    assert guards.missing(connection) == []


def test_check_finds_missing_guards_and_migrate_puts_them_back():
    assert ledger_is_guarded(None, databases=["default"]) == []
    drop_guards()
    (warning,) = ledger_is_guarded(None, databases=["default"])
    assert warning.id == "calendars.W001"
    call_command("migrate", verbosity=0)
    assert ledger_is_guarded(None, databases=["default"]) == []
