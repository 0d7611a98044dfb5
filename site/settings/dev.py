"""The site on a developer's or a newcomer's own machine: `make demo`."""

from .base import *  # noqa: F403
from .base import INSTALLED_APPS, LOGGING, STORAGES, env

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = "only-for-development-never-reachable-from-outside"  # noqa: S105
SECOND_FACTOR_REQUIRED = False  # the demo's people share one password that stands in the README
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", ".localhost"]
INSTALLED_APPS = ["demo", *INSTALLED_APPS]
# Unhashed names while files change under the developer's hands.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# One line for each step of the demo, not one for each page and task.
LOGGING["loggers"] |= {name: {"level": "WARNING"} for name in ("wagtail", "django_tasks")}
