"""Registers what the front page of the admin shows and how it helps."""

from wagtail import hooks

FOREIGN_HELP = ("editor-guide", "whats-new-in-wagtail")


@hooks.register("construct_help_menu")
def leave_out_foreign_help(request, menu_items):
    """Wagtail's guide and its news lie abroad, in English, and speak of another site."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(FOREIGN_HELP)]
