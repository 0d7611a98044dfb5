"""What happens elsewhere and concerns feeds: migrations, moved nodes, nodes that close."""

from __future__ import annotations

from django.db import connections, transaction
from django.db.models.signals import post_delete, post_migrate
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from . import guards, states
from .models import CalendarEntry, RetiredFeed


@receiver(post_migrate)
def guard_ledger(sender, using, **kwargs):
    if sender.name == "calendars" and connections[using].vendor in guards.TRIGGERS:
        guards.install(connections[using])


@receiver(post_page_move)
def count_moved_entries(sender, instance, parent_page_before, parent_page_after, **kwargs):
    """Feeds above the old and the new place lose and gain what lies below the page."""
    if parent_page_before.pk == parent_page_after.pk:
        return
    if CalendarEntry.objects.under(instance.path).exists():
        states.touch_paths([parent_page_before.path, instance.path], timezone.now())


def feed_code(page) -> str:
    """Return the code of the feed of a page that has one, "" for every other page."""
    return page.address_code if getattr(page, "node_kind", "") else ""


@receiver(page_published)
def reopen_feed(sender, instance, **kwargs):
    """A node that is published may have another name, brand or code: its feeds count a change."""
    if code := feed_code(instance):
        with transaction.atomic():
            RetiredFeed.objects.filter(code=code).delete()
            states.touch_paths([instance.path], timezone.now())


@receiver([page_unpublished, post_delete])
def retire_feed(sender, instance, **kwargs):
    """A node that readers knew leaves a note behind, so that its feed can say goodbye."""
    code = feed_code(instance) if hasattr(instance, "url_path") else ""
    if code and instance.first_published_at:
        with transaction.atomic():
            RetiredFeed.objects.update_or_create(
                code=code, defaults={"title": instance.title, "retired_at": timezone.now()}
            )
            # The signal also comes while the page, live to the last, is being deleted: a state
            # written for it then would outlive it.
            path = instance.path[: -Page.steplen] if instance.live else instance.path
            states.touch_paths([path], timezone.now())
