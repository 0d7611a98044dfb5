from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BrandsConfig(AppConfig):
    name = "brands"
    verbose_name = _("Areas and centres")

    def ready(self):
        from . import feeds, receivers, registrations  # noqa: F401
