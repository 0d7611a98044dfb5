"""The activity block: what an editor fills in, one row of the month's menu."""

from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StreamBlock, StructBlock, TextBlock
from wagtail.blocks.struct_block import BlockGroup

from calendars.enums import ChangeReason
from common.models import Kind

from .enums import ActivityStatus
from .limits import LIMITS
from .widgets import SuggestingInput, WhenInput


def kind_choices():
    return [("", _("by the title")), *((kind.code, kind.label) for kind in Kind.objects.all())]


class PlainTextMixin:
    """Text that is never offered for translation: moments, codes and states."""

    def get_translatable_segments(self, value):
        return []


class PlainCharBlock(PlainTextMixin, CharBlock):
    """A line that means the same in every language."""


class WhenBlock(PlainTextMixin, CharBlock):
    """The moments of an activity as people write them; chinese/when.py reads them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.field.widget = WhenInput()


class KindBlock(PlainCharBlock):
    """The code of a kind. The choices are read when a form is drawn, once, not for each row;
    `MenuForm` refuses a code that is none.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.field.widget = Select(choices=kind_choices)


class ReasonBlock(PlainTextMixin, ChoiceBlock):
    """A kind of reason from the list."""


class SuggestingBlock(CharBlock):
    """A line with suggestions of the centre; see `panels.SuggestionsPanel`."""

    def __init__(self, *args, suggestions, **kwargs):
        super().__init__(*args, **kwargs)
        self.field.widget = SuggestingInput(suggestions)


class ActivityBlock(StructBlock):
    """One activity. Field names are those of a sheet's row (events/sheets.py)."""

    title = CharBlock(
        label=_("Activity"),
        max_length=LIMITS["title"],
        help_text=_("What it is, in few words, for example 书法入门班."),
    )
    when = WhenBlock(
        label=_("When"),
        max_length=LIMITS["when"],
        help_text=_("For example 12月5日 14:00-15:30, or 每周三 19:00-20:30."),
    )
    place = SuggestingBlock(
        suggestions="menu-rooms",
        label=_("Place"),
        required=False,
        max_length=LIMITS["place"],
        help_text=_("The room as it stands on the door, or where to meet."),
    )
    kind = KindBlock(
        label=_("Kind"),
        required=False,
        help_text=_("Left open, it is read from the title."),
    )
    audience = SuggestingBlock(
        suggestions="menu-audiences",
        label=_("For whom"),
        required=False,
        max_length=LIMITS["audience"],
        help_text=_("For example 老年居民, or 4-8岁儿童及家长."),
    )
    fee = SuggestingBlock(
        suggestions="menu-fees",
        label=_("Fee"),
        required=False,
        max_length=LIMITS["fee"],
        default="免费",
        help_text=_("免费, or for example 材料费10元."),
    )
    sign_up = SuggestingBlock(
        suggestions="menu-sign-ups",
        label=_("How to sign up"),
        required=False,
        max_length=LIMITS["sign_up"],
        help_text=_("For example 无需报名, 现场签到, 电话报名."),
    )
    capacity = CharBlock(
        label=_("Places"),
        required=False,
        max_length=LIMITS["capacity"],
        help_text=_("For example 20, or 15组."),
    )
    presenter = CharBlock(
        label=_("Presenter"),
        required=False,
        max_length=LIMITS["presenter"],
        help_text=_("Who leads it."),
    )
    contact = PlainCharBlock(
        label=_("Telephone"),
        required=False,
        max_length=LIMITS["contact"],
        help_text=_("An office number; empty: the centre's."),
    )
    series = CharBlock(
        label=_("Course or series"),
        required=False,
        max_length=LIMITS["series"],
        help_text=_("The same words every month, so that people can follow the whole course."),
    )
    summary = TextBlock(
        label=_("About it"),
        required=False,
        max_length=LIMITS["summary"],
        rows=2,
        help_text=_("What happens, what to bring. Two or three sentences."),
    )
    status = ChoiceBlock(
        label=_("Status"),
        choices=ActivityStatus.choices,
        default=ActivityStatus.ON,
        help_text=_("Cancel here what was published; do not remove the row."),
    )
    reason_code = ReasonBlock(
        label=_("Kind of reason"),
        required=False,
        choices=ChangeReason.to_choose(),
        help_text=_(
            "Needed once the row is public and its time, place, presenter or status changes."
        ),
    )
    reason = CharBlock(
        label=_("Reason"),
        required=False,
        max_length=LIMITS["reason"],
        help_text=_("In your own words; readers see it beside the change."),
    )

    class Meta:
        icon = "date"
        label = _("Activity")
        label_format = "{title}　{when}　{place}"
        form_classname = "struct-block activity-row"  # laid out by css/admin/menu.css
        template = "events/blocks/activity.html"
        form_layout = BlockGroup(
            children=[
                *("title", "when"),
                *("place", "kind", "audience"),
                *("fee", "sign_up", "capacity"),
            ],
            settings=[
                "presenter",
                "series",
                "contact",
                "summary",
                "status",
                "reason_code",
                "reason",
            ],
        )


class MenuBlock(StreamBlock):
    """The rows of a menu."""

    activity = ActivityBlock()

    class Meta:
        max_num = 500
        collapsed = True
