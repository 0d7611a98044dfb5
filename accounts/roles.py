"""The four roles, in rising order, and what each may do on a node and on everything below it.

Only administrators hold Wagtail's `publish`: everybody else goes through review (design: decision
8). No role holds a permission of Django's auth: whoever may change a user can become superuser.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

CENTRE = "centre"
AREA = "area"


class Role(models.TextChoices):
    EDITOR = "editor", _("Editor")
    REVIEWER = "reviewer", _("Reviewer")
    APPROVER = "approver", _("Approver")
    ADMINISTRATOR = "administrator", _("Administrator")

    @property
    def rank(self) -> int:
        """Place in the order of roles; a higher one stands for more."""
        return list(Role).index(self)

    @property
    def node_kind(self) -> str:
        """The kind of node that this role is given on."""
        return CENTRE if self is Role.EDITOR else AREA


# Who gives roles, makes accounts and closes them.
MANAGES_PEOPLE = frozenset({Role.ADMINISTRATOR})

PAGE_ACTIONS = {
    Role.EDITOR: ("add", "change"),
    Role.REVIEWER: ("add", "change", "lock"),
    Role.APPROVER: ("add", "change", "lock", "unlock"),
    Role.ADMINISTRATOR: ("add", "change", "lock", "unlock", "bulk_delete", "publish"),
}

# (app label, codename) on the node's own collection. Wagtail's policies ask for the permissions of
# its stock models, whatever model is in use, and take "change" for "delete".
OWN_FILES = (
    ("wagtailimages", "add_image"),
    ("wagtailimages", "change_image"),
    ("wagtailimages", "choose_image"),
    ("wagtaildocs", "add_document"),
    ("wagtaildocs", "change_document"),
    ("wagtaildocs", "choose_document"),
    ("wagtailmedia", "add_media"),
    ("wagtailmedia", "change_media"),
)
SHARED_FILES = (("wagtailimages", "choose_image"), ("wagtaildocs", "choose_document"))

ENTER_ADMIN = (("wagtailadmin", "access_admin"),)

# Tables that belong to no node: administrators of a network or of the site keep them. What is not
# installed is passed over.
SITE_TABLES = (
    ("common", "change_sitetexts"),
    *(
        (app, f"{action}_{table}")
        for app, table in (
            ("common", "kind"),
            ("common", "audience"),
            ("common", "holiday"),
            ("accounts", "reviewrule"),
            ("inspection", "wording"),
            ("search", "synonymgroup"),
            ("search", "pinnedresult"),
        )
        for action in ("add", "change", "delete")
    ),
    ("search", "view_askedtext"),
)
NETWORK_DEPTH = 3  # root of the tree, home page, network


def site_permissions(role: Role, node_depth: int) -> tuple[tuple[str, str], ...]:
    """Return the (app label, codename) pairs that the role gives whatever the object."""
    if role in MANAGES_PEOPLE and node_depth <= NETWORK_DEPTH:
        return ENTER_ADMIN + SITE_TABLES
    return ENTER_ADMIN
