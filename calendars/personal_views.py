"""The pages of the personal menu, and its calendar; no cookie, nothing cached by others.

Forms are exempt from CSRF tokens, which need a cookie; they refuse a foreign origin instead. What
they can change hangs on a secret in the address that another site cannot know.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from common.links import absolute, here
from common.origins import is_foreign

from . import feed_views, feeds, links, pages, personal
from .models import PersonalMenu

HOME = "/calendar/my/"
TRIES, TRY_SECONDS = 20, 600
PRIVATE = {
    "Cache-Control": "private, max-age=300",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


def private(view: Callable) -> Callable:
    """Give every answer of a view the headers of what is nobody else's business."""

    @csrf_exempt
    @wraps(view)
    def answer(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        for name, value in PRIVATE.items():
            response[name] = value
        if response.status_code != 304 and not response.get("Content-Type", "").startswith(
            "text/calendar"
        ):
            response["Cache-Control"] = "private, no-store"
        return response

    return answer


@private
@feed_views.right_or_nothing
def feed(request, token):
    """The calendar of a personal menu."""
    at = timezone.now()
    menu = personal.by_feed_token(token)
    if menu is None:
        return wrong(request)
    personal.fetched(menu, at)
    return feed_views.calendar(request, feeds.personal_feed(menu, at), "my.ics", feeds.MINE)


def wrong(request: HttpRequest) -> HttpResponse:
    """Answer a token that is none: always the same, and after several tries not at once."""
    if is_trying(request):
        response = feed_views.sentence(429, feed_views.TRIED)
        response["Retry-After"] = str(TRY_SECONDS)
        return response
    return feed_views.sentence(404, feed_views.UNKNOWN)


def is_trying(request: HttpRequest) -> bool:
    """Count a wrong token; whether this reader has sent too many of late."""
    key = f"personal-tries:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, TRY_SECONDS)
    try:
        return cache.incr(key) > TRIES
    except ValueError:  # it ran out in between
        return False


@private
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request):
    """What a personal menu is, and the tray; a form makes one of what was picked."""
    if request.method != "POST":
        return draw_mine(request)
    if is_foreign(request):
        return draw_mine(request, _("This form was sent from another site."), 403)
    codes = [code for code in request.POST.getlist("code") if code.strip()]
    at = timezone.now()
    try:
        if kept := request.POST.get("edit", "").strip():
            return add_to(kept, codes, at)
        menu, tokens = personal.create(codes, at)
    except personal.Unknown:
        return draw_mine(request, _("Nothing was picked, or it is no longer there."), 400)
    except personal.Full:
        return draw_mine(request, too_much(), 400)
    return draw_secrets(request, menu, tokens.feed, tokens.edit)


def add_to(kept: str, codes: list[str], at) -> HttpResponse:
    """Add picks to the menu of an editing address that was pasted.

    Raises:
        personal.Unknown: there is no such menu, or nothing of this name.
    """
    token = kept.rstrip("/").rsplit("/", 1)[-1]
    menu = personal.by_edit_token(token)
    if menu is None or not codes:
        raise personal.Unknown
    personal.add(menu, codes, at)
    return redirect(here(edit_path(token)))


def too_much() -> str:
    return _("A personal menu holds at most %(picks)d picks and %(rules)d rules.") % {
        "picks": personal.PICKS,
        "rules": personal.RULES,
    }


def draw_mine(request: HttpRequest, error: str = "", status: int = 200) -> HttpResponse:
    context = {
        "nav": "calendar",
        "error": error,
        "picked": request.GET.getlist("code")[: personal.PICKS],
        "action": here(HOME),
    }
    return render(request, "calendars/my.html", context, status=status)


def draw_secrets(
    request: HttpRequest, menu: PersonalMenu, feed_token: str, edit_token: str
) -> HttpResponse:
    """Show new secrets, once; an empty one was not renewed."""
    context = {"nav": "calendar", "lines": personal.lines_of(menu)}
    if feed_token:
        address = absolute(f"/calendar/my/{feed_token}.ics")
        context |= pages.buttons(address, feeds.MINE)
        context["feed_qr"] = links.qr_code(address, _("QR code of your calendar's address"))
    if edit_token:
        address = absolute(here(edit_path(edit_token)))
        context["edit_address"] = address
        context["edit_qr"] = links.qr_code(address, _("QR code of your editing page"))
    return render(request, "calendars/my_secrets.html", context)


def edit_path(token: str) -> str:
    return f"{HOME}edit/{token}/"


@private
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, token):
    """The page on which its owner changes a personal menu."""
    menu = personal.by_edit_token(token)
    if menu is None:
        return wrong(request)
    if request.method != "POST":
        return draw_edit(request, menu)
    if is_foreign(request, knows_secret=True):
        return draw_edit(request, menu, _("This form was sent from another site."), 403)
    action = ACTIONS.get(request.POST.get("action", ""))
    if action is None:
        return draw_edit(request, menu, _("Please choose what to do."), 400)
    try:
        response = action(request, menu, request.POST.get("code", ""))
    except personal.Unknown:
        return draw_edit(request, menu, _("Nothing of this site is called that."), 400)
    except personal.Full:
        return draw_edit(request, menu, too_much(), 400)
    return response or redirect(here(edit_path(token)))


def draw_edit(
    request: HttpRequest, menu: PersonalMenu, error: str = "", status: int = 200
) -> HttpResponse:
    context = {"nav": "calendar", "menu": menu, "lines": personal.lines_of(menu), "error": error}
    return render(request, "calendars/my_edit.html", context, status=status)


def add(request, menu, code):
    personal.add(menu, [code], timezone.now())


def remove(request, menu, code):
    personal.remove(menu, code, timezone.now())


def pause(request, menu, code):
    personal.pause(menu, code, True, timezone.now())


def resume(request, menu, code):
    personal.pause(menu, code, False, timezone.now())


def renew_feed(request, menu, code):
    return draw_secrets(request, menu, personal.renew_feed(menu, timezone.now()), "")


def renew_edit(request, menu, code):
    return draw_secrets(request, menu, "", personal.renew_edit(menu))


def delete(request, menu, code):
    menu.delete()
    return render(request, "calendars/my_deleted.html", {"nav": "calendar"})


ACTIONS: dict[str, Callable] = {
    action.__name__: action
    for action in (add, remove, pause, resume, renew_feed, renew_edit, delete)
}
