"""Labels that Wagtail makes of names in its code, so that no catalogue can translate them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import choosers
from wagtail.sites.views import IndexView

FORMS = (
    choosers.ExternalLinkChooserForm,
    choosers.AnchorLinkChooserForm,
    choosers.EmailLinkChooserForm,
    choosers.PhoneLinkChooserForm,
)
LABELS = {
    "link_text": _("Text of the link"),
    "email_address": _("E-mail"),
    "subject": _("Subject"),
    "body": _("Text of the mail"),
    "phone_number": _("Telephone"),
    "port": _("Port"),
    "site_name": _("Name of the site"),
    "root_page": _("First page"),
}


def apply() -> None:
    for form in FORMS:
        for name, field in form.base_fields.items():
            field.label = field.label or LABELS[name]
    for column in IndexView.columns:
        column.label = LABELS.get(column.name, column.label)
