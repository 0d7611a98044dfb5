"""Short answers for machines: alive, ready, robots; and the page for what is not there."""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .links import absolute
from .models import DueWorkRun


@require_safe
def alive(request):
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def ready(request):
    """200 when the database answers; "degraded" when the cache is away or due work is late."""
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
    status = "ok" if cached and is_timely else "degraded"
    return JsonResponse({"status": status, "cache": cached, "due_work": is_timely})


@require_safe
def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /search/", "Allow: /"]
    lines.append(f"Sitemap: {absolute('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


def not_found(request, exception):
    return render(request, "404.html", status=404)
