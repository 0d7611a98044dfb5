"""Ways off-line that do not reach a menu's `save()` (bulk unpublish, expiry of a bare page)."""

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_unpublished

from . import publication
from .models import ActivityMenuPage


@receiver(page_unpublished, sender=ActivityMenuPage)
def withdraw_unpublished(sender, instance, **kwargs):
    with transaction.atomic():
        publication.withdraw_rows(instance, timezone.now())
