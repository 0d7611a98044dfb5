"""What the front page of the admin tells administrators about the site itself."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin.ui.components import Component

from accounts.querysets import managed_paths

from .models import DueWorkRun


class DueWorkPanel(Component):
    """Says when due work last ran; a warning with what to do when it is late or a part failed."""

    name = "due_work"
    template_name = "common/admin/due_work_panel.html"
    order = 50

    def get_context_data(self, parent_context):
        run = DueWorkRun.last()
        return {
            "run": run,
            "is_late": run.is_late(timezone.now()),
            "failed_parts": [gettext(name) for name in run.failed_parts],
        }

    def render_html(self, parent_context=None):
        if not managed_paths(parent_context["request"].user):
            return ""
        return super().render_html(parent_context)
