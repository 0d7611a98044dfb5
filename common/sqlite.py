"""SQLite as it is, not as it was: how many values one statement may carry.

Django assumes 999, the limit before SQLite 3.32; a menu of 500 activities would then be written
in dozens of statements. The library itself says what it takes.
"""

from __future__ import annotations

import sqlite3

from django.db.backends.signals import connection_created
from django.dispatch import receiver


@receiver(connection_created)
def ask_for_limit(sender, connection, **kwargs):
    if connection.vendor == "sqlite":
        limit = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        connection.features.max_query_params = limit
