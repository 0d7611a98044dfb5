"""The site under test: files and database in var/test, tasks at once, cheap passwords."""

from .base import *  # noqa: F403
from .base import DATABASES, INSTALLED_APPS, STORAGES, VAR, WAGTAILSEARCH_BACKENDS, env

SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
SECOND_FACTOR_REQUIRED = False  # asked for by the tests that concern it
INSTALLED_APPS = ["demo", *INSTALLED_APPS]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, never memory: parallel requests of the live server fail on a database in memory.
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test" / "test.sqlite3"}
    (VAR / "test").mkdir(parents=True, exist_ok=True)
MEDIA_ROOT = VAR / "test" / "uploads"
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Tests read the interface's messages as the sources have them, compiled catalogues or not.
LOCALE_PATHS = []
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# Tests search the database; those marked elasticsearch name the engine themselves.
WAGTAILSEARCH_BACKENDS = {
    "default": WAGTAILSEARCH_BACKENDS.get("database", WAGTAILSEARCH_BACKENDS["default"])
}
WAGTAILADMIN_BASE_URL = "http://testserver"
if env.str("REDIS_URL", default=""):
    # A database for each worker: every test empties its own, and would empty its neighbour's.
    server, _slash, number = env.str("REDIS_URL").rpartition("/")
    worker = env.str("PYTEST_XDIST_WORKER", default="gw0").removeprefix("gw")
    CACHES = {"default": env.cache_url_config(f"{server}/{int(number) + int(worker)}")}
