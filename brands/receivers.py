"""Changes of a node's search entries that do not pass its own `save()`."""

from __future__ import annotations

from django.db import transaction
from django.dispatch import receiver
from wagtail.signals import page_unpublished

from . import publication
from .models import AreaPage, CentrePage


@receiver(page_unpublished, sender=AreaPage)
@receiver(page_unpublished, sender=CentrePage)
def withdraw_node(sender, instance, **kwargs):
    """Expiry and bulk unpublication save the plain page; deletion takes the rows along itself."""
    with transaction.atomic():
        publication.withdraw(instance)
