"""Addresses by which programs take a calendar in, and the code that cameras read."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

import segno
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def webcal(address: str) -> str:
    """Return the address that opens a phone's own dialogue; never webcals, which iOS refuses."""
    parts = urlsplit(address)
    return f"webcal://{parts.netloc}{parts.path}"


def google(address: str) -> str:
    return "https://calendar.google.com/calendar/r?cid=" + quote(webcal(address), safe="")


def outlook(address: str, name: str, host: str = "outlook.live.com") -> str:
    """Return the address of Outlook's dialogue on the web, which wants https and no webcal."""
    query = f"url={quote(address, safe='')}&name={quote(name, safe='')}"
    return f"https://{host}/calendar/0/addfromweb?{query}"


def qr_code(address: str, label: str) -> SafeString:
    """Return a drawing of the code as inline SVG, named for those who cannot see it."""
    drawing = segno.make(address, error="m").svg_inline(
        omitsize=True, svgclass=None, lineclass=None
    )
    named = drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1)
    return mark_safe(named)  # noqa: S308 - drawn here, the label escaped
