"""Language from the path alone, and headers that hold for every answer."""

from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

ADMIN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; media-src 'self' https: blob:; frame-src 'self'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)


class PathLocaleMiddleware(LocaleMiddleware):
    """The prefix of the address decides: no cookie, no Accept-Language, so no Vary on it."""

    def process_request(self, request):
        language = translation.get_language_from_path(request.path_info)
        translation.activate(language or settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        response.headers.setdefault("Content-Language", translation.get_language())
        return response


class HeadersMiddleware:
    """Headers for all answers, with a looser content policy for the admin's inline scripts."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.path_info.startswith("/admin/"):
            response["Content-Security-Policy"] = ADMIN_POLICY
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()"
        )
        return response
