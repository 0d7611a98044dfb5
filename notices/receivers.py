"""Changes of a notice's entries that do not pass its own `save()`."""

from __future__ import annotations

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from . import publication
from .models import TalentNoticePage


@receiver(page_unpublished, sender=TalentNoticePage)
def withdraw_notice(sender, instance, **kwargs):
    """Expiry and bulk unpublication never reach the page's `save()`."""
    with transaction.atomic():
        publication.withdraw(instance)


@receiver(post_delete, sender=TalentNoticePage)
def forget_notice(sender, instance, **kwargs):
    with transaction.atomic():
        publication.forget(instance)


@receiver(page_published)
def follow_centre(sender, instance, **kwargs):
    """A house's new name, address or slug is part of what its notices show."""
    if TalentNoticePage in getattr(sender, "allowed_subpage_models", list)():
        refresh_below(instance.path)


@receiver(post_page_move)
def follow_move(sender, instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after:
        refresh_below(instance.path)


def refresh_below(path: str) -> None:
    with transaction.atomic():
        for page in TalentNoticePage.objects.listed().under(path):
            publication.publish_notice(page)
