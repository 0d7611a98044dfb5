from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class InspectionConfig(AppConfig):
    name = "inspection"
    verbose_name = _("Check before publication")

    def ready(self):
        from common import due_work

        from .registry import register_rule
        from .reminders import remind_of_due
        from .rules import dates, texts, things

        for code, label, search in (
            ("damage", _("copy damage"), texts.copy_damage),
            ("personal", _("personal data"), texts.personal),
            ("injected", _("advertising copied along"), texts.injected),
            ("wording", _("wording list"), texts.wording),
            ("dates", _("weekdays"), dates.weekdays),
            ("relative", _("days without a date"), dates.relative),
            ("deadline", _("deadlines"), dates.deadlines),
            ("month", _("month of the menu"), dates.outside_month),
            ("rooms", _("rooms"), things.rooms),
            ("pictures", _("pictures"), things.pictures),
            ("links", _("links"), things.links),
            ("dead", _("dead links"), things.dead_links),
            ("repetition", _("repetition"), things.repetition),
        ):
            register_rule(code, label, search)
        due_work.register(gettext_noop("reminders of reviews"), remind_of_due)
