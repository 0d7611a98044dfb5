"""An activity's status was said for all its dates; now each date has its own."""

from django.db import migrations
from django.db.models import F


def divide(apps, schema_editor):
    Activity = apps.get_model("events", "Activity")
    Occurrence = apps.get_model("events", "Occurrence")
    Activity.objects.update(planned_status=F("status"))
    for activity in Activity.objects.filter(status="cancelled").only("pk", "reason"):
        dates = Occurrence.objects.filter(activity=activity)
        dates.filter(status="on").update(status="dropped")
        dates.filter(reason="").update(reason=activity.reason)
    Occurrence.objects.filter(status="dropped").update(is_planned=False)


class Migration(migrations.Migration):
    dependencies = [("events", "0003_reasons_of_changes")]

    operations = [migrations.RunPython(divide, migrations.RunPython.noop, elidable=True)]
