"""Addresses of the site: the public's in three languages, the calendar's in none, the admin."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents.views.serve import authenticate_with_password

from common import health, short_addresses
from common.api import api, documentation
from common.serving import serve
from common.sharing import card_picture
from home.sitemaps import SITEMAPS
from media.serving import document, uploaded_file

urlpatterns = [
    # Programs ask for calendars day and night: what is asked most stands first.
    path("calendar/", include("calendars.feed_urls")),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("robots.txt", health.robots),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
    path("accounts/", include("allauth.urls")),
    re_path(r"^documents/(\d{1,18})/(.+)$", document, name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("share/<str:thing>/<str:key>.png", card_picture, name="share_picture"),
    path("api/", documentation, name="api"),
    path("api/", api.urls),
]
if not settings.STORAGES["default"]["BACKEND"].startswith("storages."):
    urlpatterns.append(path("uploads/<path:name>", uploaded_file, name="uploaded_file"))

urlpatterns += i18n_patterns(
    path("", include(short_addresses)),
    path("events/", include("events.urls")),
    path("changes/", include("events.change_urls")),
    path("centres/", include("brands.urls")),
    path("jobs/", include("notices.urls")),
    path("live/", include("media.urls")),
    path("calendar/", include("calendars.urls")),
    path("search/", include("search.urls")),
    re_path(r"^((?:[\w\-]+/)*)$", serve, name="wagtail_serve"),
    prefix_default_language=False,
)

handler404 = "common.health.not_found"
