"""House rules of calendars that a machine can check."""

from django.core.checks import Tags, Warning, register
from django.db import connections

from . import guards


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
