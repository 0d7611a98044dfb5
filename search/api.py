"""Search and suggestions as JSON, with the filters of the search page; below /api/."""

from __future__ import annotations

import datetime as dt
import hashlib
from html import unescape
from typing import Annotated, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.html import strip_tags
from django.utils.translation import gettext_noop
from ninja import Field, Query, Router, Schema
from ninja.errors import HttpError

from .answers import answer
from .forms import SearchForm
from .highlighting import passage
from .listing import Hit, Listing, listing
from .suggesting import suggestions

router = Router(tags=["search"])
KEPT_SECONDS = 60


def said(text: str, default: Any = ..., **options: Any) -> Any:
    """A field with its meaning; the page of the data says it in the reader's language."""
    return Field(default, description=text, **options)


class Asked(Schema):
    """What a search is narrowed to; the same names as in the address of the search page."""

    q: str = said(gettext_noop("What is looked for; days and places may be said in it."), "")
    kind: str = said(gettext_noop("activity, menu, centre, brand, notice, livestream…"), "")
    at: str = said(gettext_noop("Code of an area or a centre; what is below it counts."), "")
    month: str = said(gettext_noop("A month, for example 202612."), "")
    audience: str = said(gettext_noop("Code of an audience."), "", alias="for")
    lang: str = said(gettext_noop("zh-hans, zh-hant, en, or all."), "")
    on: str = said(gettext_noop("Days: 2026-12-05, 2026-12-05..2026-12-06, 2026-12-05-e."), "")
    part: str = said(gettext_noop("morning, afternoon or evening."), "")
    fee: str = said(gettext_noop("free, for what costs nothing."), "")
    about: str = said(gettext_noop("Code of a kind of activity."), "")
    sort: str = said(gettext_noop("best or date."), "")
    near: str = said(gettext_noop("Code of the reader's centre: first among equals."), "")
    words: str = said(gettext_noop("1 looks for the text as it stands."), "")
    page: str = said(gettext_noop("From 1; twenty results a page."), "")


class Result(Schema):
    """One public thing."""

    kind: str = said(gettext_noop("What it is, as a code."))
    key: str = said(gettext_noop("Its identity among things of its kind."))
    title: str = said(gettext_noop("As its page says it."))
    place: str = said(gettext_noop("Centre and room, in words."))
    centre: str = said(gettext_noop("Code of the centre or area, as addresses use it."))
    next_on: dt.date | None = said(gettext_noop("Its next day, the last one if it is over."))
    starts_at: dt.datetime | None = said(gettext_noop("Its first moment."))
    ends_at: dt.datetime | None = said(gettext_noop("Its last moment."))
    is_past: bool = said(gettext_noop("Whether it is over."))
    is_cancelled: bool = said(gettext_noop("It does not take place."))
    language: str = said(gettext_noop("The language of its texts."))
    passage: str = said(gettext_noop("What of its text has the words, as plain text."))
    url: str = said(gettext_noop("Its address."))


class Choice(Schema):
    """A value of a facet."""

    value: str = said(gettext_noop("For the parameter of the facet's name; empty takes it away."))
    title: str = said(gettext_noop("As people read it."))
    count: int = said(gettext_noop("Results with this value and all other filters."))
    is_chosen: bool = said(gettext_noop("Whether it is chosen now."))


class Meaning(Schema):
    """Words of the text that were read as a filter."""

    words: str = said(gettext_noop("The words."))
    filter: str = said(gettext_noop("The parameter that says the same."))
    value: str = said(gettext_noop("Its value."))


class Found(Schema):
    """A page of results, and how the question was read."""

    total: int = said(gettext_noop("How many there are, at most 10,000."))
    total_is_capped: bool = said(gettext_noop("There are more than 10,000."))
    page: int = said(gettext_noop("The number of this page."))
    pages: int = said(gettext_noop("How many pages there are."))
    text: str = said(gettext_noop("The words that were looked for."))
    read: list[Meaning] = said(gettext_noop("What of the text was read as filters."))
    slip: str = said(gettext_noop("What was probably meant, when nothing was found."))
    results: list[Result] = said(gettext_noop("What matches: running and ahead, then past."))
    close: list[Result] = said(gettext_noop("What only comes close; not counted."))
    facets: dict[str, list[Choice]] = said(gettext_noop("Ways to narrow, by parameter."))


class Suggestion(Schema):
    """A name that begins, or sounds, like what was typed."""

    title: str = said(gettext_noop("The name."))
    kind: str = said(gettext_noop("What it is, in words."))
    place: str = said(gettext_noop("Where it is, in words."))
    url: str = said(gettext_noop("Its address within the site."))


class Suggested(Schema):
    """At most ten names."""

    suggestions: list[Suggestion] = said(gettext_noop("The best ones first."))


@router.get(
    "/search",
    response=Found,
    summary=gettext_noop("What is found for words, days and places"),
    description=gettext_noop("The same as the search page shows, twenty results a page."),
)
def search(request: HttpRequest, asked: Annotated[Asked, Query()]):
    form = checked(request)
    now = timezone.now()
    question = form.question()
    found = answer(question, now)
    shown = listing(found, question, now)
    return kept(
        request,
        Found(
            total=found.results.total,
            total_is_capped=found.results.total_is_capped,
            page=found.results.page,
            pages=found.results.pages,
            text=found.query.text,
            read=[Meaning(words=m.said, filter=m.filter, value=m.value) for m in found.meanings],
            slip=found.slip,
            results=[_result(hit, found.query.words) for hit in shown.hits],
            close=[_result(hit, found.query.words) for hit in shown.close],
            facets=_facets(shown),
        ),
    )


@router.get(
    "/suggest",
    response=Suggested,
    summary=gettext_noop("Names that begin like what is typed"),
    description=gettext_noop("From one Chinese character or two letters on; pinyin is read too."),
)
def suggest(request: HttpRequest, asked: Annotated[Asked, Query()]):
    found = suggestions(checked(request).question())
    return kept(request, Suggested(suggestions=[Suggestion(**one) for one in found]))


def checked(request: HttpRequest) -> SearchForm:
    """Return the form of the address.

    Raises:
        HttpError: a value means nothing (400); programs should know, people get the nearest.
    """
    form = SearchForm(request.GET)
    form.is_valid()
    if form.notices:
        raise HttpError(400, " ".join(str(notice) for notice in form.notices))
    return form


def kept(request: HttpRequest, schema: Schema) -> HttpResponse:
    """Answer a schema as JSON that caches may keep for a minute, or 304."""
    body = schema.model_dump_json().encode()
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type="application/json; charset=utf-8")
    response = get_conditional_response(request, etag=etag, response=response) or response
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _result(hit: Hit, words: list[str]) -> Result:
    entry = hit.entry
    return Result(
        kind=entry.kind,
        key=entry.thing_key,
        title=entry.title,
        place=entry.place,
        centre=hit.node.code if hit.node else "",
        next_on=hit.day,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        is_past=hit.is_past,
        is_cancelled=entry.is_cancelled,
        language=entry.language,
        passage=unescape(strip_tags(passage(entry.body, words))),
        url=settings.WAGTAILADMIN_BASE_URL.rstrip("/") + entry.url,
    )


def _facets(shown: Listing) -> dict[str, list[Choice]]:
    made: dict[str, list[Choice]] = {}
    for facet in shown.facets:
        name = "at" if facet.name == "district" else facet.name
        made.setdefault(name, []).extend(
            Choice(
                value=choice.change[name] or "",
                title=f"{choice.month:%Y-%m}" if choice.month else choice.title,
                count=choice.count,
                is_chosen=choice.is_current,
            )
            for choice in facet.choices
        )
    return made
