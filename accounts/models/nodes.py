"""Where a role is held, and where the files of a node lie."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..roles import Role


class NodeRole(models.Model):
    """One role on one node; its holders are the members of the group.

    Wagtail's rights hang on the group, so a role on a street is one row, not one per centre.
    """

    node = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        related_name="node_roles",
        verbose_name=_("node"),
        help_text=_("The role holds here and for everything below."),
    )
    role = models.CharField(
        _("role"),
        max_length=20,
        choices=Role.choices,
        help_text=_("What people with this role may do here."),
    )
    group = models.OneToOneField(
        "auth.Group",
        models.CASCADE,
        related_name="node_role",
        verbose_name=_("group"),
        help_text=_("Made by the site; its members hold the role."),
    )

    class Meta:
        verbose_name = _("role on a node")
        verbose_name_plural = _("roles on nodes")
        constraints = [
            models.UniqueConstraint(fields=["node", "role"], name="one_group_per_node_and_role"),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="node_role_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.node} · {self.get_role_display()}"


class NodeCollection(models.Model):
    """The collection of a node's files; a network also has one that all its people choose from."""

    node = models.OneToOneField(
        "wagtailcore.Page",
        models.CASCADE,
        related_name="node_collection",
        verbose_name=_("node"),
        help_text=_("The area or centre whose files lie in the collection."),
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection",
        models.CASCADE,
        related_name="+",
        verbose_name=_("collection"),
        help_text=_("Lies in the collection of the area above."),
    )
    shared = models.OneToOneField(
        "wagtailcore.Collection",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("shared collection"),
        help_text=_("Networks only: everybody in the network may use these files."),
    )

    class Meta:
        verbose_name = _("collection of a node")
        verbose_name_plural = _("collections of nodes")

    def __str__(self):
        return str(self.node)
