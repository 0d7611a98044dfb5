"""Brands and rooms get codes for life, by which calendars know them."""

from django.db import migrations, models

import common.codes

ROOM_CODE = {
    "default": common.codes.new_code,
    "editable": False,
    "help_text": "Calendars know the room by it, whatever it is called later.",
    "max_length": 12,
    "verbose_name": "code",
}


def fill(apps, schema_editor):
    rooms = apps.get_model("brands", "Facility").objects
    for key in rooms.values_list("pk", flat=True):
        rooms.filter(pk=key).update(code=common.codes.new_code())
    brands = apps.get_model("brands", "Brand").objects
    centres = apps.get_model("brands", "CentrePage").objects.filter(live=True)
    for name in set(centres.exclude(brand_name="").values_list("brand_name", flat=True)):
        brands.create(name=name, code=common.codes.new_code())


class Migration(migrations.Migration):
    # PostgreSQL makes no unique index while changes of the same rows wait in the transaction.
    atomic = False
    dependencies = [("brands", "0002_opening_and_directions")]

    operations = [
        migrations.CreateModel(
            name="Brand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the houses write it.",
                        max_length=20,
                        unique=True,
                        verbose_name="name",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        default=common.codes.new_code,
                        editable=False,
                        help_text="Calendars know the brand by it.",
                        max_length=12,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
            ],
            options={"verbose_name": "brand", "verbose_name_plural": "brands"},
        ),
        migrations.AddField("facility", "code", models.CharField(null=True, **ROOM_CODE)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField("facility", "code", models.CharField(unique=True, **ROOM_CODE)),
    ]
