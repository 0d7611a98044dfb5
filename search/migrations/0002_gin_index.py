"""The index that Wagtail's PostgreSQL search names and no migration of Wagtail makes."""

from django.db import migrations

NAME = "search_indexentry_title_body"


def make_index(apps, schema_editor):
    """Make the index on title || body; without it every search reads the whole table."""
    if schema_editor.connection.vendor == "postgresql":
        table = apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table
        schema_editor.execute(
            f'CREATE INDEX IF NOT EXISTS {NAME} ON "{table}" USING gin ((title || body))'
        )


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {NAME}")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_search_entry"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(make_index, drop_index)]
