"""Changes of a text page's entry that do not pass its own `save()`."""

from __future__ import annotations

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_unpublished, post_page_move

from search import sources

from . import publication
from .models import TextPage

sources.register("pages", lambda: TextPage.objects.live().iterator(100), publication.publish_text)


@receiver(page_unpublished, sender=TextPage)
@receiver(post_delete, sender=TextPage)
def withdraw_text(sender, instance, **kwargs):
    with transaction.atomic():
        publication.withdraw(instance)


@receiver(post_page_move, sender=TextPage)
def follow_move(sender, instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after:
        publication.publish_text(TextPage.objects.get(pk=instance.pk))
