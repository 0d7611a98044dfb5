"""Editor parts of areas and centres, in the order in which a beginner fills them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

look = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("accent"), FieldPanel("lattice"), FieldPanel("scene")]),
    ],
    heading=_("Emblem and cover"),
)
codes = FieldRowPanel([FieldPanel("code"), FieldPanel("tier")])

area_panels = [
    FieldPanel("title"),
    FieldRowPanel([FieldPanel("short_name"), FieldPanel("place_name")]),
    codes,
    FieldPanel("slogan"),
    FieldPanel("intro"),
    FieldPanel("phone"),
    look,
    InlinePanel("figures", label=_("Figure"), heading=_("Figures")),
]
centre_panels = [
    FieldPanel("title"),
    FieldRowPanel([FieldPanel("short_name"), FieldPanel("brand_name")]),
    codes,
    FieldPanel("intro"),
    FieldRowPanel([FieldPanel("address_line"), FieldPanel("phone")]),
    InlinePanel("opening_hours", label=_("Opening hours"), heading=_("Opening hours")),
    FieldPanel("at_holidays"),
    InlinePanel("closed_days", label=_("Closed days"), heading=_("Closed days")),
    FieldPanel("directions"),
    FieldPanel("labels"),
    FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
]
brand_panels = [
    FieldPanel("slogan"),
    look,
    FieldPanel("scene_alt"),
    InlinePanel("pillars", label=_("Pillar"), heading=_("Pillars"), max_num=6),
    FieldPanel("quote"),
    FieldPanel("story"),
    InlinePanel("figures", label=_("Figure"), heading=_("Figures")),
]
offer_panels = [
    InlinePanel("facilities", label=_("Room"), heading=_("Rooms")),
    InlinePanel("windows", label=_("Service window"), heading=_("Service windows")),
    InlinePanel("people", label=_("Contact"), heading=_("Contact card")),
    InlinePanel("stops", label=_("Rest stop"), heading=_("Rest stops")),
]
