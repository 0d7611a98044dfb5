"""What administrators of a network keep about checking and reviewing."""

from __future__ import annotations

from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from accounts.models import ReviewRule
from accounts.network_tables import NetworkRowForm, NetworkTableViewSet

from .models import Wording


class WordingViewSet(NetworkTableViewSet):
    model = Wording
    icon = "openquote"
    list_display = ["word", "better", "severity", "network"]
    search_fields = ["word", "better", "note"]
    ordering = ["word"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("word"), FieldPanel("better"), FieldPanel("severity")]),
            FieldPanel("note"),
            FieldPanel("network"),
        ],
        base_form_class=NetworkRowForm,
    )


class ReviewRuleViewSet(NetworkTableViewSet):
    model = ReviewRule
    icon = "clipboard-list"
    list_display = ["network", "steps", "workdays"]
    edit_handler = ObjectList(
        [FieldPanel("network"), FieldPanel("steps"), FieldPanel("workdays")],
        base_form_class=NetworkRowForm,
    )
