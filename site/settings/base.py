"""Settings of the site, complete and safe for production; the others say only what differs.

Secrets and addresses come from the environment (`docs/operating.md` lists them).
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = ROOT / "var"

env = environ.Env()

# ── What must be secret or differs by host: no default here, so production says what is missing ──

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Absolute addresses in mails, calendars and QR codes begin with this, never with the Host header.
WAGTAILADMIN_BASE_URL = env.str("SITE_URL", default="http://localhost:8000")
# The part after the @ of every calendar UID. It must outlive a change of host name.
CALENDAR_UID_DOMAIN = env.str("CALENDAR_UID_DOMAIN", default="changlai.example")
# Changes with every deployment, so that pages validated by their version are drawn anew.
RELEASE = env.str("RELEASE", default="0.1.0")

# ── Apps: ours from the top of the house to the cellar, then Wagtail's, then Django's ──

INSTALLED_APPS = [
    "home",
    "notices",
    "events",
    "brands",
    "media",
    "calendars",
    "inspection",
    "common",
    "search",
    "accounts",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtailmedia",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "common.middleware.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "common.middleware.PathLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.walls.WallsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.second_factor.SecondFactorMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "common.context.site",
            ],
        },
    }
]

# ── Data ──

DATABASES = {
    "default": env.db_url_config(
        env.str("DATABASE_URL", default="") or f"sqlite:///{VAR / 'changlai.sqlite3'}"
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers go on while one writes; a writer waits instead of failing at its first write.
    DATABASES["default"]["OPTIONS"] = {
        # Mapped, the full-text index is read five times as fast as through the 2 MB of cache.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=1073741824;"
        ),
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "site" / "static"]
# media/ is an app of ours, so files that people upload live under another name.
MEDIA_URL = "/uploads/"
MEDIA_ROOT = VAR / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a menu of 500 activities is one form
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
# A file handed to calamine, Pillow or PyAV stays within these sizes (bytes).
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024

# ── Language and time ──

LANGUAGE_CODE = "zh-hans"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("zh-hans", _("Simplified Chinese")),
    ("zh-hant", _("Traditional Chinese")),
    ("en", _("English")),
]
# Ours win over the libraries', and what we say for libraries over what they say themselves.
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale" / "libraries"]
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
FIRST_DAY_OF_WEEK = 1

# ── People and rights ──

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
WAGTAILADMIN_LOGIN_URL = LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
ACCOUNT_ADAPTER = "accounts.adapter.ClosedAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "常来"
# Administrators write addresses down and nobody confirms them; a link set the password.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# The first sign-in sets a password and a second factor; the admin is closed until then.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=True)

# ── Wagtail ──

WAGTAIL_SITE_NAME = "常来"
WAGTAILIMAGES_IMAGE_MODEL = "media.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "media.SiteDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILMEDIA = {"MEDIA_MODEL": "media.SiteMedia"}
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # the admin calls no other host
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "accounts.review.publish_approved"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False
# A date that comes, or an urgent text, goes out while a review of what follows is under way.
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("zh-hans", "简体中文"),
    ("zh-hant", "繁體中文"),
    ("en", "English"),
]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # all networks live in one
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "search.backends.database", "ATOMIC_REBUILD": False},
}
# Elasticsearch makes large networks fast and is never needed: the database is always kept complete
# and answers whenever the engine cannot.
if env.str("ELASTICSEARCH_URL", default=""):
    WAGTAILSEARCH_BACKENDS = {
        "default": {
            "BACKEND": "search.backends.elasticsearch",
            "URLS": env.list("ELASTICSEARCH_URL"),
            "INDEX_PREFIX": env.str("ELASTICSEARCH_PREFIX", default="changlai_"),
        },
        "database": WAGTAILSEARCH_BACKENDS["default"],
    }
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": "common.translation.OpenCCTranslator"}
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "simple"

# ── The check before publication ──

# Links to other hosts than these, and those below them, are asked about.
INSPECTION_LINK_HOSTS = (
    "localhost",
    "gov.cn",
    "edu.cn",
    "bilibili.com",
    "v.qq.com",
    "youku.com",
    *env.list("INSPECTION_LINK_HOSTS", default=[]),
)

# How many proxies stand before the site: the limits of /api/ count readers, not proxies.
NINJA_NUM_PROXIES = env.int("PROXIES", default=0)

# ── Security ──

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview is a frame, hence the silenced check
SILENCED_SYSTEM_CHECKS = ["security.W019"]
CONTENT_SECURITY_POLICY = {
    # The admin's own pages carry inline scripts; common.middleware loosens this for /admin/ alone.
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF, "https:"],
        "frame-src": [
            SELF,
            "https://player.bilibili.com",
            "https://v.qq.com",
            "https://player.youku.com",
        ],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"secrets": {"()": "common.logs.MaskSecrets"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["secrets"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # Otherwise a line for every request to the search engine; its failures are said by us.
    "loggers": {"elastic_transport": {"level": "ERROR"}},
}
