"""Registers what editors of livestreams and notices are asked."""

from django.contrib import messages
from django.utils import timezone
from wagtail import hooks

from common.autosave import is_autosave

from .told import ToldPage, missing_reason


@hooks.register("after_edit_page")
def ask_for_reason(request, page):
    """A draft is kept as it is; what it would change without a reason is asked for at once."""
    if not isinstance(page, ToldPage) or not page.live or is_autosave(request):
        return
    if sentence := missing_reason(page, timezone.now()):
        messages.warning(request, sentence)
