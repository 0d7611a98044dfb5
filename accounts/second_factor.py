"""Nobody works in the admin without a second factor: who has none sets it up first."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from .models import User

OPEN_VIEWS = {"wagtailadmin_logout", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog"}


def forget(user: User) -> None:
    """Let a person who lost the telephone set the second factor up anew."""
    Authenticator.objects.filter(user=user).delete()


class SecondFactorMiddleware:
    """Leads from the admin to setting the second factor up, where `SECOND_FACTOR_REQUIRED`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not settings.SECOND_FACTOR_REQUIRED or not request.path.startswith("/admin/"):
            return None
        if not request.user.is_authenticated or request.resolver_match.view_name in OPEN_VIEWS:
            return None
        if is_mfa_enabled(request.user):
            return None
        messages.info(request, _("Before you begin: set up a second factor for signing in."))
        return redirect("mfa_activate_totp")
