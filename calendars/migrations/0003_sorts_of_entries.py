"""Entries say what sort of thing they are; until now their identity began with it."""

from django.db import migrations, models

SORTS = ("livestream", "fair")


def fill(apps, schema_editor):
    entries = apps.get_model("calendars", "CalendarEntry").objects
    for sort in SORTS:
        entries.filter(uid__startswith=f"{sort}-").update(source=sort)


class Migration(migrations.Migration):
    dependencies = [("calendars", "0002_reasons_of_changes")]

    operations = [
        migrations.AddField(
            model_name="calendarentry",
            name="source",
            field=models.CharField(
                default="activity",
                help_text="What sort of thing it is: activity, livestream, fair or deadline.",
                max_length=20,
                verbose_name="sort",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
