"""The search page, which needs no script, and the names offered while typing."""

import logging

from django.db import DatabaseError
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import LocalePrefixPattern
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from . import query
from .enums import ThingKind
from .filters import Filters
from .forms import SearchForm
from .listing import Listing, listing

log = logging.getLogger(__name__)


@require_safe
def search(request):
    """Show what matches; an empty query shows how to search, a failing database says so (503)."""
    form = SearchForm(request.GET)
    context = {"form": form, "text": "", "listing": Listing(), "results": query.Results()}
    try:
        form.is_valid()
        context |= _found(form, timezone.now())
    except DatabaseError:
        log.exception("Search failed.")
        return render(request, "search/search.html", context | {"has_failed": True}, status=503)
    return render(request, "search/search.html", context)


@require_safe
def suggest(request):
    """Answer {"suggestions": [{"title", "kind", "place", "url"}]}, at most eight.

    A failing database gives none (503): the form works without them.
    """
    form = SearchForm({"q": request.GET.get("q")})
    form.is_valid()
    try:
        found = query.suggest(form.cleaned_data["q"])
    except DatabaseError:
        log.exception("Suggestions failed.")
        return JsonResponse({"suggestions": []}, status=503)
    response = JsonResponse({"suggestions": [_suggestion(entry) for entry in found]})
    response["Cache-Control"] = "public, max-age=60"
    return response


def _suggestion(entry) -> dict[str, str]:
    return {
        "title": entry.title,
        "kind": str(dict(ThingKind.choices).get(entry.kind, entry.kind)),
        "place": entry.place,
        "url": _in_language(entry.url),
    }


def _in_language(path: str) -> str:
    """Return a path of the site under the prefix of the language that is being read."""
    return f"/{LocalePrefixPattern(prefix_default_language=False).language_prefix}{path[1:]}"


def _found(form, now) -> dict:
    asked = form.cleaned_data
    node = asked["at"]
    filters = Filters(kind=asked["kind"], node=node.path if node else "")
    # Filters narrow what was typed; without a word they ask for nothing.
    results = query.Results()
    if asked["q"]:
        results = query.find(query.Query(asked["q"], filters=filters), now=now, page=asked["page"])
    notices = [str(notice) for notice in form.notices]
    if asked["page"] > results.pages:
        notices.append(
            ngettext(
                "There is only %(count)d page. This is it.",
                "There are only %(count)d pages. This is the last one.",
                results.pages,
            )
            % {"count": results.pages}
        )
    return {
        "text": asked["q"],
        "kind": asked["kind"],
        "node": node,
        "now": now,
        "notices": notices,
        "results": results,
        "listing": listing(results, asked["kind"], node, now),
    }
