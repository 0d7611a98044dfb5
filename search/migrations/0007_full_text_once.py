# ruff: noqa: S608 (all names are ours)
"""SQLite keeps the tokens once, and the number of a row of the index says what it is about.

The full-text table reads them from the rows of the index; Wagtail's has a second copy. The tokens
are only split on white space, which `ascii` does alone.
"""

from django.db import migrations

TABLE = "wagtailsearch_indexentry"
FTS = f"{TABLE}_fts"
COLUMNS = "autocomplete, body, title"
ADDED = "NEW.id, NEW.autocomplete, NEW.body, NEW.title"
GONE = "'delete', OLD.id, OLD.autocomplete, OLD.body, OLD.title"
ADD = f"INSERT INTO {FTS} (rowid, {COLUMNS}) VALUES ({ADDED});"
DROP = f"INSERT INTO {FTS} ({FTS}, rowid, {COLUMNS}) VALUES ({GONE});"
# Django removes the full text itself before some rows of the index; twice would break the table.
IS_THERE = f"WHEN EXISTS (SELECT 1 FROM {FTS}_docsize WHERE id = OLD.id)"

OURS = {
    "insert": f"BEGIN {ADD} END",
    "update": f"BEGIN {DROP} {ADD} END",
    "delete": f"{IS_THERE} BEGIN {DROP} END",
}
STOCK = {
    "insert": f"BEGIN {ADD} END",
    "update": f"BEGIN UPDATE {FTS} SET title = NEW.title, body = NEW.body, "
    "autocomplete = NEW.autocomplete WHERE rowid = NEW.id; END",
    "delete": f"BEGIN DELETE FROM {FTS} WHERE rowid = OLD.id; END",
}


def renumber(execute) -> None:
    """Give each row of the index the number of what it is about; in two steps, to meet no other."""
    for number in ("-(CAST(object_id AS integer) << 16) - content_type_id", "-id"):
        execute(f"UPDATE {TABLE} SET id = {number}")


def replace(schema_editor, options: str, triggers: dict[str, str]) -> None:
    """Make the full-text table anew, with these triggers."""
    for verb in triggers:
        schema_editor.execute(f"DROP TRIGGER {verb}_{FTS}")
    schema_editor.execute(f"DROP TABLE {FTS}")
    renumber(schema_editor.execute)
    schema_editor.execute(f"CREATE VIRTUAL TABLE {FTS} USING fts5({COLUMNS}{options})")
    schema_editor.execute(f"INSERT INTO {FTS} (rowid, {COLUMNS}) SELECT id, {COLUMNS} FROM {TABLE}")
    for verb, what in triggers.items():
        schema_editor.execute(f"CREATE TRIGGER {verb}_{FTS} AFTER {verb.upper()} ON {TABLE} {what}")


def keep_once(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        options = f", content='{TABLE}', content_rowid='id', tokenize='ascii'"
        replace(schema_editor, options, OURS)


def keep_twice(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        replace(schema_editor, "", STOCK)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0006_pending_writes"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(keep_once, keep_twice)]
