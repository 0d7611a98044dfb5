"""The site with the models of modelsearch's own tests, whose tables no other test needs."""

import os

from config.settings.test import *  # noqa: F403
from config.settings.test import DATABASES, INSTALLED_APPS, WAGTAILSEARCH_BACKENDS

INSTALLED_APPS = [*INSTALLED_APPS, "modelsearch.test.testapp"]
is_on_sqlite = DATABASES["default"]["ENGINE"].endswith("sqlite3")
DATABASES["default"]["TEST"] = {"NAME": ":memory:" if is_on_sqlite else f"conform_{os.getpid()}"}
MODELSEARCH_BACKENDS = WAGTAILSEARCH_BACKENDS  # where those tests look for the engine's name
MIGRATION_MODULES = {"searchtests": None}  # its migrations name those of an app that is not here
