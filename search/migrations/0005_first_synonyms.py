"""The words of the same meaning that a new site begins with; administrators change them afterwards.

They are planted once: what is edited or deleted stays so.
"""

from pathlib import Path

from django.db import migrations
from django.utils import timezone

from search.synonyms import lines_of

FILE = Path(__file__).resolve().parent.parent / "data" / "synonyms.tsv"


def plant(apps, schema_editor):
    group = apps.get_model("search", "SynonymGroup")
    group.objects.bulk_create(
        group(
            words="、".join(line.words),
            found="、".join(line.found),
            changed_at=timezone.now(),
        )
        for line in lines_of(FILE.read_text("utf-8"))
    )


class Migration(migrations.Migration):
    dependencies = [("search", "0004_synonyms_pins_asked")]

    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
