"""The site in service: PostgreSQL, Redis, S3-compatible storage, behind a proxy with HTTPS."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import DATABASES, LOGGING, STORAGES, WAGTAILADMIN_BASE_URL, env

NEEDED = {
    "SECRET_KEY": "a long random string that only this site knows",
    "ALLOWED_HOSTS": "the host names of the site, separated by commas",
    "SITE_URL": "the address of the site, for example https://changlai.example.cn",
    "CALENDAR_UID_DOMAIN": "the name after the @ of calendar entries; never change it again",
    "DATABASE_URL": "the database, for example postgres://user:password@host:5432/changlai",
    "REDIS_URL": "the cache, for example redis://host:6379/1",
    "S3_BUCKET": "the bucket for uploaded files",
    "S3_ENDPOINT_URL": "the address of the S3-compatible storage",
    "S3_ACCESS_KEY": "the storage's access key",
    "S3_SECRET_KEY": "the storage's secret key",
}
missing = [name for name in NEEDED if not env.str(name, default="")]
if missing:
    raise ImproperlyConfigured(
        "The site cannot start in production. Please set in the environment: "
        + "; ".join(f"{name} ({NEEDED[name]})" for name in missing)
    )
if not DATABASES["default"]["ENGINE"].endswith("postgresql"):
    raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// in production.")

DATABASES["default"] |= {"CONN_MAX_AGE": 0, "OPTIONS": {"pool": True}}
CACHES = {"default": env.cache_url("REDIS_URL")}
STORAGES = STORAGES | {
    "default": {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.str("S3_BUCKET"),
            "endpoint_url": env.str("S3_ENDPOINT_URL"),
            "access_key": env.str("S3_ACCESS_KEY"),
            "secret_key": env.str("S3_SECRET_KEY"),
            "region_name": env.str("S3_REGION", default="us-east-1"),
            # Without these two, links carry the old signature, which many stores refuse.
            "signature_version": "s3v4",
            "file_overwrite": False,
        },
    }
}
NINJA_NUM_PROXIES = env.int("PROXIES", default=1)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = WAGTAILADMIN_BASE_URL.startswith("https://")
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.bool("HSTS_SUBDOMAINS", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
LOGGING["formatters"]["plain"] = {
    "()": "pythonjsonlogger.json.JsonFormatter",
    "fmt": "{asctime} {levelname} {name} {message}",
    "style": "{",
}
if env.str("SENTRY_DSN", default=""):
    import sentry_sdk

    sentry_sdk.init(dsn=env.str("SENTRY_DSN"), send_default_pii=False)
