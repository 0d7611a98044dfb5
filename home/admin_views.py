"""Help inside the admin."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from . import first_day


class FirstDayView(WagtailAdminTemplateMixin, TemplateView):
    """The steps of docs/first-day.md, for whoever opens the admin for the first time."""

    page_title = _("Your first day")
    header_icon = "help"
    template_name = "home/admin/first_day.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(steps=first_day.STEPS, times=first_day.TIMES, **kwargs)
