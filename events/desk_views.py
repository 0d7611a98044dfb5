"""What people at the desk see on a public page beside what everybody sees.

The page itself is the same for all and kept by caches; this fragment is fetched by its script, is
never kept, and is empty for everybody without the right.
"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .menu_rights import may_edit_menus
from .models import Activity

DATES_SHOWN = 6


@require_safe
@never_cache
def buttons(request, code: str):
    """The verbs for the next dates of an activity, for those who may use them."""
    if not request.user.is_authenticated:
        return HttpResponse(status=204)
    activity = get_object_or_404(Activity.objects.public().with_page(), code=code)
    if not may_edit_menus(activity.centre, request.user):
        return HttpResponse(status=204)
    coming = activity.occurrences.upcoming(timezone.now()).order_by("start")
    dates = list(coming[:DATES_SHOWN])
    for occurrence in dates:
        occurrence.activity = activity
    return render(request, "events/_desk.html", {"activity": activity, "dates": dates})
