from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class CalendarsConfig(AppConfig):
    name = "calendars"
    verbose_name = _("Calendars")

    def ready(self):
        from common import api as site_api
        from common import due_work
        from search import following

        from . import checks, fetches, personal, receivers, searching  # noqa: F401
        from .api import router

        site_api.register("", router)
        following.register(searching.address_of)
        due_work.register(gettext_noop("personal menus"), personal.purge)
        due_work.register(gettext_noop("counted fetches"), fetches.forget_old)
