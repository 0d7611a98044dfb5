"""Changes that do not pass a page's `save()` are counted too."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_unpublished, post_page_move

from . import versions
from .models import Audience, Holiday, Kind, SiteTexts


@receiver(page_unpublished)
def count_unpublished(sender, instance, **kwargs):
    """Count it for the node above: the signal also comes while the page is being deleted."""
    versions.touch(instance.path[: -Page.steplen])


@receiver(post_page_move)
def count_moved(sender, instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after:
        versions.touch_site()


@receiver([post_save, post_delete], sender=Kind)
@receiver([post_save, post_delete], sender=Audience)
@receiver([post_save, post_delete], sender=Holiday)
@receiver([post_save, post_delete], sender=SiteTexts)
def count_vocabulary(sender, **kwargs):
    if not kwargs.get("raw"):
        versions.touch_site()
