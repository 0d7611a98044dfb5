"""Pages that explain a calendar to people and help them to subscribe."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from common.caching import conditional
from common.links import here
from search.enums import ThingKind
from search.filters import Filters
from search.query import Query, find

from . import questions, sources, subjects
from .pages import page_context
from .questions import Question
from .subjects import Subject

MAX_NAME = 60


@require_safe
def choose(request):
    """The page on which a calendar is chosen: a place, a centre by its name, what takes place."""
    everything = subjects.find(subjects.ALL)
    if place := request.GET.get("at"):
        asked = asked_for(place, request.GET)
        if asked.is_too_long:
            return draw_choice(request, everything, status=400)
        subject = subjects.find(asked.code)
        if subject is None:
            raise Http404
        return redirect(here(subject.address))
    return conditional(request, everything.path, lambda: draw_choice(request, everything))


def asked_for(place: str, query) -> Question:
    """Return what a form asks for: a place and codes by letter."""
    letters = {
        facet.letter: filter(None, query.getlist(facet.letter)) for facet in sources.offered()
    }
    return questions.question(place, letters)


def draw_choice(request, everything: Subject, status: int = 200):
    """Draw the choice; status 400 says that more was ticked than an address can hold."""
    text = " ".join(request.GET.get("q", "").split())[:MAX_NAME]
    found = find(Query(text, filters=Filters(kind=ThingKind.CENTRE))) if text else None
    context = {
        "nav": "calendar",
        "everything": everything,
        "is_too_much": status == 400,
        "text": text,
        "found": found and (found.entries or found.close),
    }
    return render(request, "calendars/choose.html", context, status=status)


@require_safe
def subscribe(request, code):
    """The page of one calendar: what is in it, how to add it, how to stop."""
    subject = subjects.find(code)
    if subject is None:
        raise Http404
    if subject.code != code:
        return redirect(here(subject.address))
    return conditional(request, subject.path, lambda: draw(request, subject))


def draw(request, subject: Subject):
    context = page_context(subject, timezone.now())
    return render(request, "calendars/subscribe.html", context)
