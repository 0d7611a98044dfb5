"""A text that cannot wait for every step: out after one, confirmed afterwards."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, WorkflowState


class Urgency(models.Model):
    """The wish of a review's author, and what became of it.

    Whoever does the first step may put the text out at once. The step after it confirms that, or
    takes the text down again.
    """

    workflow_state = models.OneToOneField(
        WorkflowState,
        models.CASCADE,
        primary_key=True,
        related_name="urgency",
        verbose_name=_("review"),
    )
    reason = models.CharField(_("why it is urgent"), max_length=100)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("put out by"),
    )
    released_at = models.DateTimeField(_("put out at"), null=True)
    revision = models.ForeignKey(
        Revision, models.SET_NULL, null=True, related_name="+", verbose_name=_("what was put out")
    )
    before = models.ForeignKey(
        Revision,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("what was public before"),
    )
    taken_down_at = models.DateTimeField(_("taken down at"), null=True)

    class Meta:
        verbose_name = _("urgent text")
        verbose_name_plural = _("urgent texts")

    def __str__(self):
        return f"{self.workflow_state_id}: {self.reason}"

    @property
    def is_out(self) -> bool:
        """Whether it went out before its time and nobody has taken it down."""
        return self.released_at is not None and self.taken_down_at is None
