"""The site map for search engines: pages of the tree, and activities that are still to come."""

from django.contrib.sitemaps import Sitemap
from django.utils import timezone
from wagtail.models import Page

from common.pages import address_of
from events.models import Activity


class PageSitemap(Sitemap):
    """Every live page of the source language."""

    limit = 2000

    def items(self):
        return (
            Page.objects.live()
            .filter(depth__gte=2, alias_of=None, locale__language_code="zh-hans")
            .order_by("path")
            .only("url_path", "last_published_at")
        )

    def location(self, item):
        return address_of(item.url_path)

    def lastmod(self, item):
        return item.last_published_at


class ActivitySitemap(Sitemap):
    """Activities with something still to come."""

    limit = 2000

    def items(self):
        return (
            Activity.objects.public()
            .filter(occurrences__end__gt=timezone.now())
            .select_related("menu")
            .defer("menu__rows")
            .distinct()
            .order_by("pk")
        )

    def location(self, item):
        return item.address


SITEMAPS = {"pages": PageSitemap, "activities": ActivitySitemap}
