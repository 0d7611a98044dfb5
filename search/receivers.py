"""What happens to entries behind the back of `search.index`."""

from django.db.models.signals import post_delete
from django.dispatch import receiver

from . import pending
from .models import SearchEntry


@receiver(post_delete, sender=SearchEntry)
def forget_entry(instance, **kwargs):
    """Tell engines outside the database of an entry that goes with its node."""
    for backend in pending.engines():
        backend.delete(instance)
