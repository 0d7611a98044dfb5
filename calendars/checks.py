"""House rules of calendars that a machine can check."""

from django.conf import settings
from django.core.checks import Tags, Warning, register
from django.db import connections

from common.links import absolute

from . import guards
from .questions import ADDRESS_LIMIT, CODE_LIMIT


@register(Tags.database)
def ledger_is_guarded(app_configs, databases=None, **kwargs):
    """The ledger of changes has its triggers.

    A warning, no error: `migrate` checks first, and an error would keep it from repairing them.
    """
    found = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor not in guards.TRIGGERS:
            continue
        if guards.TABLE not in connection.introspection.table_names():
            continue
        if names := guards.missing(connection):
            found.append(
                Warning(
                    f"The ledger of changes lacks the triggers {', '.join(names)}.",
                    hint="Run 'manage.py migrate', which installs them.",
                    id="calendars.W001",
                )
            )
    return found


@register
def addresses_are_short(app_configs, **kwargs):
    """The longest address of a calendar is one that calendar programs take."""
    surplus = len(absolute(f"/calendar/{'x' * CODE_LIMIT}.ics")) - ADDRESS_LIMIT
    if surplus <= 0:
        return []
    site = settings.WAGTAILADMIN_BASE_URL
    return [
        Warning(
            f"SITE_URL is {surplus} characters too long: addresses of calendars may pass "
            f"{ADDRESS_LIMIT} characters, which some calendar programs refuse without a word.",
            hint=f"Choose a host so that SITE_URL has at most {len(site) - surplus} characters.",
            id="calendars.W002",
        )
    ]
