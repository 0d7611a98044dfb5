"""Who may work on the menus of a centre."""

from django.conf import settings


def may_edit_menus(centre, user) -> bool:
    """Whether a person may make and change the centre's menus, by hand or from a sheet."""
    rights = centre.permissions_for_user(user)
    return centre.locale.language_code == settings.LANGUAGE_CODE and rights.can_add_subpage()
