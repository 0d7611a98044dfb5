"""The site's data for other programs, below /api/: one frame to which apps add their routers.

No cookie, no account: everything here is public. Each answer has an ETag, errors are one sentence
under "error", and a reader who asks too often is told when to come back.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, Router, Schema
from ninja.errors import HttpError, Throttled, ValidationError

from search.limits import OpenThrottle

from .caching import conditional

JSON = "application/json; charset=utf-8"
RATE = "240/m"

api = NinjaAPI(
    title="Changlai",
    version="1.0",
    description=gettext_noop(
        "What the centres publish: activities, fairs, livestreams; and the search."
    ),
    docs_url=None,
    urls_namespace="api",
    throttle=[OpenThrottle(RATE)],
)


def register(prefix: str, router: Router) -> None:
    """Add an app's router; to be called in `AppConfig.ready()`."""
    api.add_router(prefix, router)


def answer(request: HttpRequest, path: str, make: Callable[[], Schema]) -> HttpResponse:
    """Answer 304 before anything is made, else the schema as JSON with its ETag.

    Args:
        path: tree path of the node that the data is about.
    """
    response = conditional(
        request,
        path,
        lambda: HttpResponse(make().model_dump_json().encode(), content_type=JSON),
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response


def refusal(status: int, sentence: str) -> JsonResponse:
    response = JsonResponse(
        {"error": sentence}, status=status, json_dumps_params={"ensure_ascii": False}
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response


@api.exception_handler(Http404)
def unknown(request, error):
    return refusal(404, _("There is nothing at this address."))


@api.exception_handler(ValidationError)
def invalid(request, error):
    names = sorted({str(found["loc"][-1]) for found in error.errors})
    return refusal(400, _("These values cannot be read: %(names)s.") % {"names": ", ".join(names)})


@api.exception_handler(HttpError)
def refused(request, error):
    return refusal(error.status_code, str(error))


@api.exception_handler(Throttled)
def too_often(request, error):
    response = refusal(429, _("Too many requests. Please wait a little."))
    response["Retry-After"] = str(error.wait or 60)
    return response


@api.exception_handler(DatabaseError)
def broken(request, error):
    response = refusal(503, _("Not available just now. Please try again later."))
    response["Retry-After"] = "60"
    return response


@require_safe
def documentation(request):
    """The page that explains the data, drawn from the same schema that machines read."""
    schema = api.get_openapi_schema()
    operations = [
        {"path": path, **operation}
        for path, methods in schema["paths"].items()
        for operation in methods.values()
    ]
    names = ("summary", "description")
    for operation in operations:
        for name in names:
            operation[name] = _(operation[name]) if operation.get(name) else ""
        for parameter in operation.get("parameters", ()):
            said = parameter["schema"].get("description") or parameter.get("description", "")
            parameter["said"] = _(said) if said else ""
    context = {"operations": operations, "types": schema["components"]["schemas"], "rate": RATE}
    return render(request, "common/api.html", context)
