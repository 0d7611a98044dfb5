"""Columns that facets count: months, audiences; and what weighs more than the text."""

from django.db import migrations, models

import search.fields

CHUNK = 1_000


def fill_months(apps, schema_editor):
    """Read the months from the days that entries have."""
    entries = apps.get_model("search", "SearchEntry").objects.exclude(day_tokens="")
    rows = []
    for row in entries.only("day_tokens").iterator(CHUNK):
        row.months = " ".join(sorted({token[1:7] for token in row.day_tokens.split()}))
        rows.append(row)
    entries.bulk_update(rows, ["months"], batch_size=CHUNK)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_gin_index"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchentry",
            name="audiences",
            field=search.fields.TokensField(
                blank=True,
                help_text="For whom it is, as codes; “all” is everybody.",
                verbose_name="audiences",
            ),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="keywords",
            field=models.TextField(
                blank=True,
                help_text="What weighs more than its text: kind of room, presenter, centre.",
                verbose_name="keywords",
            ),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="months",
            field=search.fields.TokensField(
                blank=True,
                help_text="The months of its days, for example 202612.",
                verbose_name="months",
            ),
        ),
        migrations.AlterField(
            model_name="searchentry",
            name="day_tokens",
            field=search.fields.TokensField(
                blank=True,
                help_text="Its days and parts of day, for example d20261209 d20261209e.",
                verbose_name="days",
            ),
        ),
        migrations.RunPython(fill_months, migrations.RunPython.noop),
    ]
