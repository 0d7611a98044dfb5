"""One row of counters for each node, so that a page can be validated without being drawn."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NodeVersion(models.Model):
    """How often what readers see has changed.

    `own` counts changes of the node itself, `below` changes at or below it. A page about a node
    is fresh while the node's `below` and the `own` of all nodes above it stay the same.
    """

    page = models.OneToOneField(
        "wagtailcore.Page",
        models.CASCADE,
        primary_key=True,
        related_name="node_version",
        verbose_name=_("node"),
    )
    own = models.PositiveBigIntegerField(_("own changes"), default=0)
    below = models.PositiveBigIntegerField(_("changes at or below"), default=0)

    class Meta:
        verbose_name = _("version of a node")
        verbose_name_plural = _("versions of nodes")

    def __str__(self):
        return f"{self.page_id}: {self.own}/{self.below}"
