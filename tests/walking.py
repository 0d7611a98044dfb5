"""A reader who opens every page within reach and notes the words that are not Chinese."""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from html import unescape

from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype

WORD = re.compile(r"[A-Za-z][A-Za-z’']+")
HAN = re.compile("[\u3400-\u9fff]")
SILENT = {"script", "style", "svg", "symbol", "code", "kbd", "noscript"}
SPOKEN = ("title", "aria-label", "placeholder", "alt", "data-w-tooltip-content-value")
LINKS = ("href", "action", "data-url", "data-chooser-url", "data-w-action-url-value")
NUMBER = re.compile(r"\d+")
INSIDE = re.compile(r"\"(/[^\"\\ ]*)\"")


def texts_of(soup: BeautifulSoup) -> Iterator[str]:
    """Yield what a person reads or hears on a page, piece by piece."""
    for node in soup.find_all(string=True):
        if isinstance(node, Comment | Doctype) or node.parent.name in SILENT:
            continue
        if node.find_parent(hidden=True) is None and (text := " ".join(node.split())):
            yield text
    for element in soup.find_all(True):
        yield from (element[name] for name in SPOKEN if element.get(name))
        if element.name == "input" and element.get("type") in ("submit", "button"):
            yield element.get("value", "")
        if block := element.get("data-w-block-data-value"):
            yield from block_texts(json.loads(block))


def block_texts(value) -> Iterator[str]:
    """Yield the labels and helps in the definition of a StreamField."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in ("label", "helpText", "label_format") and isinstance(one, str):
                yield BeautifulSoup(one, "html.parser").get_text()
            elif key == "strings":
                yield from one.values()
            else:
                yield from block_texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from block_texts(one)


def english_in(soup: BeautifulSoup, allowed: re.Pattern) -> set[str]:
    return {text for text in texts_of(soup) if WORD.search(allowed.sub("", text))}


def links_of(soup: BeautifulSoup) -> Iterator[str]:
    for element in soup.find_all(True):
        for name, value in element.attrs.items():
            if name in LINKS:
                yield unescape(value)
            elif name.startswith("data-") and isinstance(value, str):
                yield value
                yield from INSIDE.findall(value)


def shape_of(address: str) -> str:
    """Return an address without what tells one thing from another of its kind."""
    path, _, query = address.partition("?")
    names = sorted({part.partition("=")[0] for part in query.split("&")} - {"next", ""})
    return NUMBER.sub("0", path) + "?" + "&".join(names)


def walk(client, starts: list[str], within: tuple[str, ...]) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield each kind of page that can be reached by links, once, with its address."""
    met: Counter[str] = Counter()
    ahead = deque(starts)
    while ahead:
        address = ahead.popleft().partition("#")[0]
        shape = shape_of(address)
        if not address.startswith(within) or met[shape] or "logout" in address:
            continue
        met[shape] += 1
        answer = client.get(address)
        assert answer.status_code < 500, address
        if answer.status_code in (301, 302):
            ahead.append(answer["Location"])
        kind = answer.headers.get("Content-Type", "")
        if answer.status_code != 200 or not kind.startswith(("text/html", "application/json")):
            continue
        html = answer.content.decode()
        if kind.startswith("application/json"):
            answered = json.loads(html)
            html = answered.get("html", "") if isinstance(answered, dict) else ""
        soup = BeautifulSoup(html, "html.parser")
        ahead.extend(links_of(soup))
        yield address, soup
