"""Pages of the tree under every language prefix.

Addresses are routed in the source tree; a page that has a live translation shows it, any other
shows the source in the interface of the reader's language. Wagtail's own view would answer 404
for everything below an untranslated page (docs/decisions/0004-languages.md).
"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.models import Page, Site


@require_safe
def serve(request, path):
    """Route the address in the source tree, then hand over to the translation if it is live."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    nearest, rest = nearest_page(site.root_page, [part for part in path.split("/") if part])
    page, args, kwargs = nearest.specific.route(request, rest)
    page = translated(page)
    for hook in hooks.get_hooks("before_serve_page"):
        if response := hook(page, request, args, kwargs):
            return response
    return page.serve(request, *args, **kwargs)


def nearest_page(root: Page, parts: list[str]) -> tuple[Page, list[str]]:
    """Return the deepest page that the address begins with, and the parts left over.

    One query, however deep the page lies; stock routing asks twice for each level.
    """
    prefixes = [root.url_path]
    for part in parts:
        prefixes.append(f"{prefixes[-1]}{part}/")
    page = (
        Page.objects.filter(slug__in=[root.slug, *parts], url_path__in=prefixes)
        .select_related("locale", "content_type")
        .order_by("-depth")
        .first()
    )
    if page is None:
        raise Http404
    return page, parts[prefixes.index(page.url_path) :]


def translated(page: Page) -> Page:
    """Return the live translation for the language of the request, else the page itself."""
    language = get_language()
    if language == settings.LANGUAGE_CODE:
        return page
    other = (
        type(page)
        .objects.filter(translation_key=page.translation_key, locale__language_code=language)
        .live()
        .first()
    )
    return other or page
