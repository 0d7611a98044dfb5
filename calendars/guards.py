"""Triggers by which the database itself refuses to alter the ledger of changes.

SQLite loses them when a migration rebuilds the table, so they are installed after every
`migrate`. There REPLACE deletes without asking a DELETE trigger, so an INSERT over a row that
stands is refused as well; on PostgreSQL TRUNCATE passes row triggers and needs one of its own.
"""

from __future__ import annotations

TABLE = "calendars_changeentry"

SQLITE = {
    "changeentry_no_update": """
        CREATE TRIGGER changeentry_no_update BEFORE UPDATE ON calendars_changeentry
        BEGIN SELECT RAISE(ABORT, 'The ledger of changes is never altered.'); END
    """,
    "changeentry_no_delete": """
        CREATE TRIGGER changeentry_no_delete BEFORE DELETE ON calendars_changeentry
        BEGIN SELECT RAISE(ABORT, 'The ledger of changes is never altered.'); END
    """,
    "changeentry_no_replace": """
        CREATE TRIGGER changeentry_no_replace BEFORE INSERT ON calendars_changeentry
        WHEN EXISTS (SELECT 1 FROM calendars_changeentry WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'The ledger of changes is never altered.'); END
    """,
}
# An empty table may be truncated: the flush after a test is no alteration.
REFUSE = """
    CREATE OR REPLACE FUNCTION changeentry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'TRUNCATE' AND NOT EXISTS (SELECT 1 FROM calendars_changeentry) THEN
            RETURN NULL;
        END IF;
        RAISE EXCEPTION 'The ledger of changes is never altered.'
            USING ERRCODE = 'integrity_constraint_violation';
    END $$
"""
POSTGRESQL = {
    "changeentry_no_change": """
        CREATE TRIGGER changeentry_no_change
        BEFORE UPDATE OR DELETE ON calendars_changeentry
        FOR EACH ROW EXECUTE FUNCTION changeentry_refuse()
    """,
    "changeentry_no_truncate": """
        CREATE TRIGGER changeentry_no_truncate BEFORE TRUNCATE ON calendars_changeentry
        FOR EACH STATEMENT EXECUTE FUNCTION changeentry_refuse()
    """,
}
TRIGGERS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
INSTALLED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    # Only triggers that fire: ALTER TABLE … DISABLE TRIGGER leaves them in place.
    "postgresql": (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') "
        "AND tgrelid = to_regclass(%s)"
    ),
}


def missing(connection) -> list[str]:
    """Return the names of the triggers that this database lacks, sorted."""
    with connection.cursor() as cursor:
        cursor.execute(INSTALLED[connection.vendor], [TABLE])
        present = {row[0] for row in cursor.fetchall()}
    return sorted(TRIGGERS[connection.vendor].keys() - present)


def install(connection) -> None:
    """Create the triggers that are missing; does nothing when the table is not there."""
    if TABLE not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(REFUSE)
        for name in missing(connection):
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {TABLE}")
            cursor.execute(TRIGGERS[connection.vendor][name])
