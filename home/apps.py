from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Front page")

    def ready(self):
        from common import sharing

        from . import receivers  # noqa: F401
        from .sharing import THING, find_site_card

        sharing.register(THING, find_site_card)
