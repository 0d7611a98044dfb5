"""The search backend of the database that the site runs on."""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection


def SearchBackend(params):
    """Return our backend for the default database.

    Raises:
        ImproperlyConfigured: the database is neither SQLite nor PostgreSQL.
    """
    # Imported here: each needs models that exist on its own database alone.
    if connection.vendor == "postgresql":
        from .postgres import PostgresBackend

        return PostgresBackend(params)
    if connection.vendor == "sqlite":
        from .sqlite import SQLiteBackend

        return SQLiteBackend(params)
    raise ImproperlyConfigured(f"Search runs on SQLite and PostgreSQL, not on {connection.vendor}.")
