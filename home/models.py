"""The front page and pages of plain text."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from common.links import absolute
from common.pages import BasePage

from .listings import front_page
from .publication import publish_text
from .sharing import sharing_of


class HomePage(BasePage):
    """The root of the site; networks lie below it."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["brands.AreaPage", "home.TextPage"]
    max_count_per_parent = 1
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs) | front_page(timezone.now())
        return context | {"sharing": sharing_of(self), "canonical": absolute("/")}


class TextPage(BasePage):
    """A page that is read from top to bottom: about, accessibility."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "home/text_page.html"

    body = RichTextField(
        _("text"),
        features=["h2", "h3", "bold", "ul", "ol", "link", "document-link"],
        help_text=_("Headings of the second level make the sections."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("text page")
        verbose_name_plural = _("text pages")

    def after_save(self):
        publish_text(self)
