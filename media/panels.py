"""Editor parts of a livestream, in the order in which a beginner fills them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtailmedia.edit_handlers import MediaChooserPanel

from .told import reason_panel

announcement_panels = [
    FieldPanel("title"),
    FieldRowPanel([FieldPanel("start_at"), FieldPanel("end_at")]),
    FieldPanel("summary"),
    FieldPanel("presenter"),
    FieldPanel("live_url"),
    FieldRowPanel([FieldPanel("place"), FieldPanel("contact")]),
    FieldPanel("story"),
    FieldRowPanel([FieldPanel("scene"), FieldPanel("poster")]),
    MultiFieldPanel(
        [FieldPanel("is_cancelled"), FieldPanel("cancel_reason")],
        heading=_("Is it off?"),
    ),
    reason_panel,
]
replay_panels = [
    MediaChooserPanel("video", media_type="video"),
    FieldPanel("replay_url"),
    FieldPanel("replay_note"),
    InlinePanel("chapters", label=_("Chapter"), heading=_("Chapters"), max_num=60),
    MultiFieldPanel(
        [FieldPanel("captions_file"), FieldPanel("captions_vtt")], heading=_("Captions")
    ),
    FieldPanel("transcript"),
]
