"""Rights and collections follow the tree of pages; people hear of what waits for them."""

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import TaskState
from wagtail.signals import page_published, post_page_move, task_submitted, workflow_cancelled

from . import collections, nodes, rights, urgency
from .mail import RoleTaskNotifier
from .models import NodeRole

task_submitted.connect(RoleTaskNotifier(), sender=TaskState, weak=False, dispatch_uid="role_task")


@receiver(post_page_move)
def move_collections(sender, instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after and nodes.kind_of(instance):
        with transaction.atomic():
            collections.follow_move(instance)
            rights.renew_below(instance)


@receiver(page_published)
def rename_collection(sender, instance, **kwargs):
    if nodes.kind_of(instance):
        collections.follow_name(instance)


@receiver(post_delete, sender=NodeRole)
def delete_group(sender, instance, **kwargs):
    """A role that goes with its node takes its group along."""
    type(instance).group.get_queryset().filter(pk=instance.group_id).delete()


@receiver(workflow_cancelled)
def take_down_unconfirmed(sender, instance, user, **kwargs):
    """Nothing stays public that nobody will confirm any more."""
    with transaction.atomic():
        reason = _("The review was taken back before anybody had confirmed the text.")
        urgency.take_down(instance, user, reason)
