"""The search page, which needs no script, its Atom feed, and the names offered while typing."""

import logging

from django.db import DatabaseError
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from . import asked, query
from .answers import Answer, Question, answer
from .atom import atom_of
from .following import address_of
from .forms import FIELDS, SearchForm
from .limits import may_suggest
from .listing import Listing, listing
from .suggesting import suggestions

log = logging.getLogger(__name__)

KEPT_SECONDS = 60


@require_safe
def search(request):
    """Show what matches; an empty query shows how to search, a failing database says so (503).

    Nothing on the page is about who reads it, so every cache may keep it for a minute.
    """
    form = SearchForm(request.GET)
    context = {"form": form, "text": "", "listing": Listing(), "results": query.Results()}
    try:
        context |= _found(form, timezone.now())
    except DatabaseError:
        log.exception("Search failed.")
        return render(request, "search/search.html", context | {"has_failed": True}, status=503)
    response = render(request, "search/search.html", context)
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response


@require_safe
def atom(request):
    """Answer the first page of a search as an Atom feed (RFC 4287)."""
    now = timezone.now()
    try:
        found = answer(SearchForm(request.GET).question(), now)
    except DatabaseError:
        log.exception("The feed of a search failed.")
        return HttpResponse(status=503)
    response = HttpResponse(atom_of(request, found), content_type="application/atom+xml")
    response["Cache-Control"] = "public, max-age=300"
    return response


@require_safe
def suggest(request):
    """Answer {"suggestions": [{"title", "kind", "place", "url"}]}, at most ten.

    A failing database (503), or one reader's flood (429), gives none: the form works without.
    """
    if not may_suggest(request):
        return JsonResponse({"suggestions": []}, status=429)
    try:
        found = suggestions(SearchForm(request.GET).question())
    except DatabaseError:
        log.exception("Suggestions failed.")
        return JsonResponse({"suggestions": []}, status=503)
    response = JsonResponse({"suggestions": found})
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    return response


def _found(form: SearchForm, now) -> dict:
    chosen = form.question()
    found = answer(chosen, now)
    results = found.results
    _count(chosen, found, now)
    notices = [str(notice) for notice in form.notices]
    if chosen.page > results.pages:
        notices.append(_only_pages(results.pages))
    return {
        "text": chosen.text,
        "chosen": chosen,
        "found": found,
        "now": now,
        "notices": notices,
        "results": results,
        "listing": listing(found, chosen, now),
        "is_asked": bool(chosen.text) or chosen.is_narrowed,
        "follow": address_of(found),
        "kept": _kept(form),
    }


def _kept(form: SearchForm) -> list[tuple[str, str]]:
    """Return what another search in the same field keeps: what was chosen, but not the page."""
    kept = [(name, form.data.get(name, "")) for name in (*FIELDS[1:], "size")]
    return [(name, value) for name, value in kept if value]


def _count(chosen: Question, found: Answer, now) -> None:
    """Count the words of whoever asks with words alone; further clicks are no new question."""
    if chosen.text and chosen.page == 1 and not chosen.is_narrowed:
        asked.note(chosen.text, not found.results.total, timezone.localdate(now))


def _only_pages(pages: int) -> str:
    return ngettext(
        "There is only %(count)d page. This is it.",
        "There are only %(count)d pages. This is the last one.",
        pages,
    ) % {"count": pages}
