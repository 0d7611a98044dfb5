"""What an engine outside the database has not taken yet, and which index is being filled."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("search", "0005_first_synonyms"),
    ]

    operations = [
        migrations.CreateModel(
            name="PendingWrite",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("object_id", models.CharField(max_length=50)),
                ("noted_at", models.DateTimeField(auto_now_add=True)),
                ("sent_to", models.CharField(blank=True, max_length=200)),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "verbose_name": "change to be sent to the search engine",
                "verbose_name_plural": "changes to be sent to the search engine",
            },
        ),
        migrations.CreateModel(
            name="Rebuild",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("alias", models.CharField(max_length=200, unique=True)),
                ("building", models.CharField(max_length=200)),
                ("started_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "rebuild of a search index",
                "verbose_name_plural": "rebuilds of search indexes",
            },
        ),
    ]
