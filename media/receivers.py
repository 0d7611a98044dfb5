"""Changes of a livestream's entries that do not pass its own `save()`."""

from __future__ import annotations

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished, post_page_move

from . import publication
from .models import LivestreamPage


@receiver(page_unpublished, sender=LivestreamPage)
def withdraw_livestream(sender, instance, **kwargs):
    """Expiry and bulk unpublication never reach the page's `save()`."""
    with transaction.atomic():
        publication.withdraw(instance)


@receiver(post_delete, sender=LivestreamPage)
def forget_livestream(sender, instance, **kwargs):
    with transaction.atomic():
        publication.forget(instance)


@receiver(page_published)
def follow_centre(sender, instance, **kwargs):
    """A house's new name, address or slug is part of what its livestreams show."""
    if LivestreamPage in getattr(sender, "allowed_subpage_models", list)():
        refresh_below(instance.path)


@receiver(post_page_move)
def follow_move(sender, instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after:
        refresh_below(instance.path)


def refresh_below(path: str) -> None:
    with transaction.atomic():
        for page in LivestreamPage.objects.listed().under(path):
            publication.publish_livestream(page)
