"""What happens elsewhere and changes what readers see of a menu: ways off-line that do not reach
its `save()`, and new names of what its entries show.
"""

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished, post_page_move

from brands.models import CentrePage
from calendars import windows
from common.models import Kind

from . import entries, publication, tasks
from .models import ActivityMenuPage


@receiver(page_unpublished, sender=ActivityMenuPage)
def withdraw_unpublished(sender, instance, **kwargs):
    with transaction.atomic():
        publication.withdraw_rows(instance, timezone.now())


@receiver(page_published, sender=CentrePage)
def follow_centre(sender, instance, **kwargs):
    """A house's new name, address or room is part of what its menus' entries show.

    What left the calendars' window stays as it was told; entries that show the same as before are
    not written.
    """
    at = timezone.now()
    menus = ActivityMenuPage.objects.child_of(instance).live()
    menus = menus.filter(month__gte=windows.first_month(at))
    with transaction.atomic():
        for menu in menus:
            entries.refresh(menu, instance, at)


@receiver(post_page_move)
def follow_move(sender, instance, url_path_before, url_path_after, **kwargs):
    """Search leads to pages by their addresses, which a move has changed."""
    if url_path_before == url_path_after:
        return
    at = timezone.now()
    below = ActivityMenuPage.objects.live().filter(path__startswith=instance.path)
    with transaction.atomic():
        for menu in below.filter(month__gte=windows.first_month(at)).defer("rows"):
            if menu.is_source:
                entries.refresh(menu, menu.centre, at)


@receiver(post_save, sender=Kind)
def follow_kind(sender, instance, created, raw=False, **kwargs):
    """A kind is shown by menus of every network, so its new name follows off the request."""
    if not created and not raw:
        transaction.on_commit(lambda: tasks.refresh_kind.enqueue(instance.pk))
