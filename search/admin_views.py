"""A page that shows how a text is read, and why results stand where they stand."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from chinese.folding import fold
from chinese.tokens import MAX_QUERY, index_tokens, terms

from .answers import Question, answer
from .explaining import reasons, sounds
from .forms import TolerantField

MAX_SHOWN = 10
MAX_SOUNDS = 60
FIELD_NAMES = {
    "title": _("title"),
    "keywords": _("keywords"),
    "place": _("place"),
    "body": _("text"),
}


def may_see(user) -> bool:
    """Say whether a person may look into search: who keeps its words."""
    return user.has_perm("search.view_askedtext")


class ExplainView(WagtailAdminTemplateMixin, TemplateView):
    page_title = _("How a text is read")
    header_icon = "help"
    template_name = "search/admin/explain.html"

    def dispatch(self, request, *args, **kwargs):
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        text = TolerantField().to_python(self.request.GET.get("q"))[:MAX_QUERY]
        context = super().get_context_data(**kwargs) | {"text": text}
        return context | _explained(text) if text else context


def _explained(text: str) -> dict:
    now = timezone.now()
    found = answer(Question(text=text), now)
    typed = found.query.text
    words = [typed, *found.query.words]
    return {
        "folded": fold(text),
        "tokens": list(dict.fromkeys(index_tokens(text))),
        "sounds": sounds(text)[:MAX_SOUNDS],
        "asked": [f"{term.token}…" if term.is_prefix else term.token for term in terms(typed)],
        "found": found,
        "rows": [
            {
                "entry": entry,
                "is_past": entry.is_past(now),
                "reasons": [
                    {"reason": reason, "fields": [FIELD_NAMES[name] for name in reason.fields]}
                    for reason in reasons(entry, words, typed)
                ],
            }
            for entry in (found.results.entries + found.results.close)[:MAX_SHOWN]
        ],
        "strict": len(found.results.entries),
    }
