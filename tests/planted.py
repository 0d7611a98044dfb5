"""The test database as the migrations made it, and the way back to it after committing tests."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from django.core.management.color import no_style


class Planted:
    """A copy of a database, taken while it holds nothing but what migrations planted.

    On SQLite the file itself is copied; on PostgreSQL its rows. Triggers do not fire on the way
    back: the ledger of changes refuses to be emptied, and here it must be.
    """

    def __init__(self, connection):
        name = Path(connection.settings_dict["NAME"]).name
        if not name.startswith("test"):
            raise RuntimeError(f"{name} is no test database: no test of this run asks for one.")
        self.connection = connection
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            self.copy = sqlite3.connect(":memory:", check_same_thread=False)
            connection.connection.backup(self.copy)
        else:
            self.copy = connection.creation.serialize_db_to_string()

    def restore(self) -> None:
        """Put everything back: rows, keys and counters are those of the copy."""
        if self.connection.vendor == "sqlite":
            self.connection.ensure_connection()
            self.copy.backup(self.connection.connection)
        else:
            self.refill()

    def refill(self) -> None:
        tables = self.connection.introspection.django_table_names(only_existing=True)
        names = ", ".join(map(self.connection.ops.quote_name, tables))
        with self.connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(f"TRUNCATE {names} RESTART IDENTITY")
            self.connection.creation.deserialize_db_from_string(self.copy)
            cursor.execute("SET session_replication_role = DEFAULT")
            for statement in self.connection.ops.sequence_reset_sql(no_style(), models()):
                cursor.execute(statement)


def models():
    from django.apps import apps

    return apps.get_models(include_auto_created=True)
