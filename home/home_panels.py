"""The panels of the admin's front page; `desk` answers what they show."""

from __future__ import annotations

from django.utils import timezone
from wagtail.admin.ui.components import Component

from . import desk


class DeskPanel(Component):
    """One part of the desk: nothing is drawn for somebody without a role of its kind."""

    as_editor: bool

    class Media:
        css = {"all": ["css/admin/desk.css"]}

    def render_html(self, parent_context=None):
        user = parent_context["request"].user
        paths = desk.paths_of(user)[self.as_editor]
        return super().render_html({"user": user, "paths": paths}) if paths else ""


class EditorPanel(DeskPanel):
    """The months of one's centres, what came back, and the three things done most."""

    name = "editor_desk"
    template_name = "home/admin/editor_desk.html"
    order = 60
    as_editor = True

    def get_context_data(self, parent_context):
        return {"desk": desk.editor_desk(parent_context["paths"], timezone.localdate())}


class ReviewPanel(DeskPanel):
    """What waits for one's word, and the centres without a menu for the next month."""

    name = "review_desk"
    template_name = "home/admin/review_desk.html"
    order = 70
    as_editor = False

    def get_context_data(self, parent_context):
        user, paths = parent_context["user"], parent_context["paths"]
        return {"desk": desk.review_desk(user, paths, timezone.localdate()), "user": user}
