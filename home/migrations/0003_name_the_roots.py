"""Wagtail calls the top of pages and of collections "Root"; editors read both names."""

from django.db import migrations

NAMES = ("Root", "全站")


def rename(apps, old, new):
    Page = apps.get_model("wagtailcore", "Page")
    Page.objects.filter(depth=1, title=old).update(title=new, draft_title=new)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name=old).update(name=new)


def forwards(apps, schema_editor):
    rename(apps, *NAMES)


def backwards(apps, schema_editor):
    rename(apps, *reversed(NAMES))


class Migration(migrations.Migration):
    dependencies = [("home", "0002_create_home_page")]

    operations = [migrations.RunPython(forwards, backwards)]
