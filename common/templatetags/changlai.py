"""Display only: addresses in the reader's language, drawings, dates and times as people write them.

Every tag and filter takes None for a missing value and then gives an empty text.
"""

from __future__ import annotations

import re

from django import template
from django.templatetags.static import static
from django.utils.encoding import escape_uri_path
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from common import dates, drawings, links

register = template.Library()

# Django's names of our languages to their BCP 47 tags; the source language has no prefix.
LANGUAGE_TAGS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant", "en": "en"}
SOURCE_LANGUAGE = "zh-hans"


# ── Addresses ──


@register.simple_tag(takes_context=True)
def here(context, target) -> str:
    """Return an address of ours in the current language: "/events/" gives "/en/events/".

    `target` is an address without language prefix, a page, or a row with `path`. A page in large
    type keeps it in its links, so that 大字版 lasts without a script.
    """
    address = links.here(_address(target))
    return _with_size(address) if address and context.get("large_type") else address


@register.simple_tag(takes_context=True)
def same_page(context, language: str) -> str:
    """Return the address of the page being shown in another language, without its query."""
    request = context.get("request")
    path = request.path if request else "/"
    for code in LANGUAGE_TAGS:
        if path.startswith(f"/{code}/"):
            path = path.removeprefix(f"/{code}")
            break
    prefix = "" if language == SOURCE_LANGUAGE else f"/{language}"
    return prefix + escape_uri_path(path)


@register.simple_tag(takes_context=True)
def address_with(context, changes) -> str:
    """Return the query of the page being shown with some parameters changed; None takes one away.

    Django's `querystring` does the same for parameters whose names stand in the template.
    """
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}"


@register.simple_tag
def html_lang() -> str:
    """Return the current language as `lang` wants it: zh-Hans, zh-Hant or en."""
    return LANGUAGE_TAGS.get(get_language() or SOURCE_LANGUAGE, "zh-Hans")


def _address(target) -> str:
    if target is None or isinstance(target, str):
        return target or ""
    # A page has both: `address` is where it is, `path` its place in the tree, without a slash.
    candidates = (getattr(target, name, None) for name in ("address", "path"))
    return next((one for one in candidates if isinstance(one, str) and one[:1] == "/"), "")


def _with_size(address: str) -> str:
    address, mark, fragment = address.partition("#")
    joint = "&" if "?" in address else "?"
    return f"{address}{joint}size=large{mark}{fragment}"


# ── Nodes ──


@register.filter
def node_name(node) -> str:
    """Return the short name of an area or a centre: display_name, else short_name, else title."""
    if isinstance(node, str):  # a missing variable is an empty text, which has a method title
        return node
    for name in ("display_name", "short_name", "title"):
        if value := getattr(node, name, ""):
            return str(value)
    return ""


@register.filter
def holds(area, node) -> bool:
    """Say whether a node is the area or stands below it."""
    return bool(area and node and node.path.startswith(area.path))


# ── Drawings ──


@register.simple_tag
def emblem(thing) -> SafeString:
    """Return the emblem of an area or a centre: outline by tier, lattice, colour by accent."""
    tier = drawings.known(_trait(thing, "tier"), drawings.LATTICE_BOXES, drawings.DEFAULT_TIER)
    lattice = drawings.known(_trait(thing, "lattice"), drawings.LATTICES, drawings.DEFAULT_LATTICE)
    x, y, size = drawings.LATTICE_BOXES[tier]
    return format_html(
        '<svg class="emblem" data-accent="{}" viewBox="0 0 96 96" aria-hidden="true">'
        '<use href="{sprite}#o-{}"/>'
        '<use href="{sprite}#l-{}" x="{}" y="{}" width="{}" height="{}"/></svg>',
        drawings.known(_trait(thing, "accent"), drawings.ACCENTS, drawings.DEFAULT_ACCENT),
        tier,
        lattice,
        x,
        y,
        size,
        size,
        sprite=static("img/emblems.svg"),
    )


@register.simple_tag
def scene(name, alt="") -> SafeString:
    """Return a view through a window; an empty `alt` takes the drawing's own label."""
    name = drawings.known(name, drawings.SCENES, drawings.DEFAULT_SCENE)
    return format_html(
        '<svg viewBox="0 0 640 400" role="img" aria-label="{}"><use href="{}#s-{}"/></svg>',
        alt or drawings.SCENES[name],
        static("img/scenes.svg"),
        name,
    )


@register.simple_tag
def icon(name) -> SafeString:
    """Return a small drawing that stands before a word; an unknown name gives nothing."""
    body = drawings.ICONS.get(name)
    if body is None:
        return mark_safe("")
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        mark_safe(body),  # noqa: S308 - a drawing of ours
    )


def _trait(thing, name: str) -> str:
    value = thing.get(name, "") if isinstance(thing, dict) else getattr(thing, name, "")
    return str(value or "")


# ── Words ──


@register.filter
def phrases(title) -> SafeString:
    """Wrap the two halves of a title around its first ：(else ，) so that lines break by sense.

    Example: 四点半课堂：放学先来写作业 gives two spans, the colon in the first.
    """
    text = str(title or "")
    for mark in "：，":
        first, found, second = text.partition(mark)
        if found and first and second:
            return format_html(
                '<span class="ph">{}{}</span><span class="ph">{}</span>',
                first,
                mark,
                second,
            )
    return conditional_escape(text)


@register.filter
def unbroken(text) -> SafeString:
    """Keep a telephone number inside a sentence or a button on one line."""
    return format_html('<span class="nb">{}</span>', text) if text else mark_safe("")


@register.simple_tag
def page_numbers(page) -> list[int | None]:
    """Return the numbers a pager shows, None where some are left out: 1 None 4 5 6 None 12."""
    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in shown]


@register.filter
def tel(number) -> str:
    """Return the digits that a telephone link dials: 010-69370001转2 gives 01069370001,2."""
    main, _turn, extension = re.sub(r"[^\d+转]", "", str(number or "")).partition("转")
    return f"{main},{extension}" if extension else main


# ── Dates and times ──

for write in (
    dates.clock,
    dates.day,
    dates.day_week,
    dates.day_full,
    dates.day_year,
    dates.weekday,
    dates.month_name,
    dates.month_short,
    dates.year_month,
    dates.iso,
    dates.stamp,
):
    register.filter(write.__name__, write)


@register.filter
def lit(count, usual=None) -> int:
    """Return how warm the light of a day is, 0 to 3, by what is usual for the place.

    `usual` is the usual count of a day. Without it 1 and 2 are little, 6 and more are much.
    """
    count, usual = count or 0, usual or 4
    if count <= 0:
        return 0
    share = count / usual
    if share <= 0.6:
        return 1
    return 2 if share <= 1.2 else 3
