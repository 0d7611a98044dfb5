"""Text of any origin made fit for a calendar: no controls, no private numbers, bounded (pure)."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

# C0 and C1 controls, line and paragraph separators, marks that turn the direction of writing,
# byte order mark, lone surrogates (no UTF-8) and noncharacters.
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x09\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(" {2,}")
# What must not stand alone at the end of a text that was cut: joiners and variation selectors.
_DANGLING = "\u200d\ufe0e\ufe0f "

# A mobile number has 11 digits and begins with 1; people write it in groups, or after +86.
_MOBILE = re.compile(
    r"(?<!\d)(?:[++]?86[ -]?)?1\d{10}(?!\d)|(?<!\d)1\d{2}(?P<gap>[ \-—.])\d{4}(?P=gap)\d{4}(?!\d)"
)
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXxX](?![0-9A-Za-z])")
HIDDEN = "（号码不公开）"
ADDRESS_LIMIT = 800


def one_line(text: str) -> str:
    """Return the text as one line: NFC, every control or break a single space."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return _SPACES.sub(" ", _CONTROLS.sub(" ", _BREAKS.sub(" ", text))).strip()


def lines(text: str) -> str:
    """Return the text with its lines kept, parted by a plain newline; empty ends left out."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    rows = (_CONTROLS.sub(" ", row).rstrip() for row in _BREAKS.split(text))
    return "\n".join(rows).strip()


def without_private_numbers(text: str) -> str:
    """Hide mobile and identity numbers; landlines and short numbers stay.

    Example: "电话 13812345678" gives "电话 （号码不公开）", "010-69370001" stays.
    """
    return _MOBILE.sub(HIDDEN, _IDENTITY.sub(HIDDEN, text))


def web_address(text: str) -> str:
    """Return an address in ASCII alone (RFC 3986 §2), "" for one that no program would take."""
    written = quote(one_line(text).replace(" ", ""), safe=":/?#[]@!$&'()*+,;=%~")
    return written if len(written) <= ADDRESS_LIMIT else ""


def cut(text: str, limit: int) -> str:
    """Return at most `limit` characters, the last one an ellipsis when something was cut off."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rstrip(_DANGLING) + "…"
