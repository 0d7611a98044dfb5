"""Data for machines in the head of a page: JSON-LD that cannot end its script element."""

from __future__ import annotations

import json

from django.utils.safestring import SafeString, mark_safe

# Nothing in the text may end the script element or begin a comment in it (HTML §4.12.1.3).
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script_of(data) -> SafeString:
    """Return data as the text of a script element of type application/ld+json."""
    text = json.dumps(data, ensure_ascii=False).translate(ESCAPES)
    return mark_safe(text)  # noqa: S308 - every character that HTML reads is escaped
