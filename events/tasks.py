"""Work on menus that takes longer than a request."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from calendars import windows

from . import entries
from .models import Activity, ActivityMenuPage


@task()
def refresh_kind(kind_id: int) -> None:
    """Let calendars and search say the present name of a kind; one transaction a menu."""
    at = timezone.now()
    showing = Activity.objects.filter(kind_id=kind_id).values("menu")
    menus = ActivityMenuPage.objects.live().filter(pk__in=showing)
    for menu in menus.filter(month__gte=windows.first_month(at)).order_by("pk").iterator(100):
        with transaction.atomic():
            entries.refresh(menu, menu.get_parent().specific, at)
