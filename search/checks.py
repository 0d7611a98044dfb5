"""House rules of search that a machine can check."""

from django.conf import settings
from django.core.checks import Error, register

STOCK = ("wagtail.search.backends.database", "modelsearch.backends.database")


@register()
def stock_database_search_is_refused(app_configs, **kwargs):
    """The stock SQLite and PostgreSQL search finds no word inside a Chinese name.

    On SQLite a frequent word also takes minutes, and a quotation mark is an error
    (wagtail#13227).
    """
    configured = getattr(settings, "WAGTAILSEARCH_BACKENDS", {}).get("default", {})
    backend = configured.get("BACKEND", STOCK[0])
    if not backend.startswith(STOCK):
        return []
    return [
        Error(
            f"The default search backend is {backend}, which cannot search Chinese.",
            hint="Set WAGTAILSEARCH_BACKENDS['default']['BACKEND'] to 'search.backends.database'.",
            id="search.E001",
        )
    ]
