"""What exactly somebody approved: the hash of each part, and the parts they sent back."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState


class Approval(models.Model):
    """One approved step of a review.

    `parts` maps a part of the page (the id of a row; "" for what is not in rows) to the hash of its
    content, `returned` the parts that were sent back to why.
    """

    task_state = models.OneToOneField(
        TaskState, models.CASCADE, related_name="approval", verbose_name=_("step")
    )
    parts = models.JSONField(_("parts"), default=dict)
    returned = models.JSONField(_("sent back"), default=dict)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")

    def __str__(self):
        return f"{self.task_state_id}: {len(self.parts)}"
