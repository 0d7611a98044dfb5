"""Editor parts of a talent notice, in the order in which a beginner fills them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from media.told import reason_panel

notice_panels = [
    FieldPanel("title"),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("valid_until")]),
    FieldPanel("employer"),
    InlinePanel("positions", label=_("Position"), heading=_("Positions"), min_num=0, max_num=40),
    FieldPanel("summary"),
    FieldPanel("contact"),
    FieldPanel("how_to_apply"),
    FieldPanel("requirements"),
    FieldPanel("work_place"),
    FieldPanel("pay_summary"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("fair_start"), FieldPanel("fair_end")]),
            FieldPanel("fair_place"),
        ],
        heading=_("Job fair"),
        classname="collapsed",
    ),
    FieldPanel("scene"),
    reason_panel,
    FieldPanel("urgent_reason"),
]
position_panels = [
    FieldRowPanel([FieldPanel("title"), FieldPanel("headcount")]),
    FieldRowPanel([FieldPanel("unit"), FieldPanel("pay_min"), FieldPanel("pay_max")]),
    FieldRowPanel([FieldPanel("pay_note"), FieldPanel("hours")]),
]
