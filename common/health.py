"""Short answers for machines: alive, ready, robots; and the page for what is not there."""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from search.completeness import who_answers

from .links import absolute
from .models import DueWorkRun


@require_safe
def alive(request):
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def ready(request):
    """200 when the database answers; "degraded" when something else is away or late."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        is_timely = not DueWorkRun.last().is_late(timezone.now())
    except DatabaseError:
        return JsonResponse({"status": "down", "database": False}, status=503)
    try:
        cache.set("readyz", "1", 5)
        cached = cache.get("readyz") == "1"
    except Exception:  # a cache library may raise anything when its server is away
        cached = False
    search = who_answers()
    is_whole = cached and is_timely and search != "fallback"
    return JsonResponse(
        {
            "status": "ok" if is_whole else "degraded",
            "cache": cached,
            "due_work": is_timely,
            "search": search,
        }
    )


@require_safe
def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", "Allow: /"]
    lines.append(f"Sitemap: {absolute('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def not_found(request, exception):
    return render(request, "404.html", status=404)
