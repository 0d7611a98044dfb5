from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class CommonConfig(AppConfig):
    name = "common"
    verbose_name = _("Shared settings")

    def ready(self):
        from search import asked, pending
        from search.api import router

        from . import admin_labels, api, due_work, names, scheduled, signals, sqlite  # noqa: F401

        admin_labels.apply()
        api.register("", router)
        due_work.register(gettext_noop("scheduled pages"), scheduled.publish_due)
        due_work.register(gettext_noop("counted searches"), asked.forget_old)
        due_work.register(
            gettext_noop("changes for the search engine"), lambda at: pending.deliver()
        )
