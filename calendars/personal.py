"""点菜, the personal menu: picks and rules behind two secret addresses, without an account.

A line is the code of a calendar (calendars/questions.py). One that names a single activity,
livestream or notice is a pick, any other is a rule, which also holds what will be published
later. A paused line begins with a minus.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from . import questions, sources, subjects
from .models import CalendarEntry, PersonalMenu
from .querysets import EntryQuerySet
from .questions import ALL, Question

PICKS, RULES = 200, 20
PICK_LETTERS = "aln"
TOKEN_OCTETS = 24  # 192 bits
KEPT = timedelta(days=396)  # thirteen months
PAUSED = "-"
_PAGE_OF_ONE = re.compile(r"/([aln])/([2-9a-z]{7})/?$")
_CALENDAR = re.compile(r"/calendar/([^/]+?)(?:\.ics|\.atom|/)?$")
_ACTIVITY_PAGE = re.compile(r"/\d{4}-\d{2}/([2-9a-z]{7})/?$")


class Full(Exception):
    """The menu holds as much as it may."""


class Unknown(ValueError):
    """Nothing of the site is called that."""


@dataclass(frozen=True)
class Secrets:
    """The two tokens in the clear; they are shown once and then forgotten."""

    feed: str
    edit: str


@dataclass(frozen=True)
class Line:
    """One line as its owner sees it; `name` is empty when it was withdrawn."""

    code: str
    name: str
    is_paused: bool
    is_pick: bool


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def by_feed_token(token: str) -> PersonalMenu | None:
    """Return the menu; a wrong, an old and a revoked token cost the same single query."""
    return PersonalMenu.objects.filter(feed_hash=hash_of(token)).first()


def by_edit_token(token: str) -> PersonalMenu | None:
    return PersonalMenu.objects.filter(edit_hash=hash_of(token)).first()


def create(codes: Iterable[str], at: datetime) -> tuple[PersonalMenu, Secrets]:
    """Make a menu of these lines.

    Raises:
        Unknown: one of them is no calendar, or there are none.
        Full: there are too many.
    """
    lines = with_added([], codes)
    if not lines:
        raise Unknown
    tokens = Secrets(secrets.token_urlsafe(TOKEN_OCTETS), secrets.token_urlsafe(TOKEN_OCTETS))
    menu = PersonalMenu.objects.create(
        feed_hash=hash_of(tokens.feed),
        edit_hash=hash_of(tokens.edit),
        lines=lines,
        changed_at=at,
        fetched_on=timezone.localdate(at),
    )
    return menu, tokens


@transaction.atomic
def add(menu: PersonalMenu, codes: Iterable[str], at: datetime) -> None:
    """Add lines; those that are there already stay as they are.

    Raises:
        Unknown, Full: as for `create`.
    """
    menu = locked(menu)
    store(menu, with_added(menu.lines, codes), at)


@transaction.atomic
def remove(menu: PersonalMenu, code: str, at: datetime) -> None:
    menu = locked(menu)
    store(menu, [line for line in menu.lines if line.lstrip(PAUSED) != code], at)


@transaction.atomic
def pause(menu: PersonalMenu, code: str, is_paused: bool, at: datetime) -> None:
    menu = locked(menu)
    changed = PAUSED + code if is_paused else code
    store(menu, [changed if one.lstrip(PAUSED) == code else one for one in menu.lines], at)


def renew_feed(menu: PersonalMenu, at: datetime) -> str:
    """Give the calendar another address; the old one is gone at once."""
    token = secrets.token_urlsafe(TOKEN_OCTETS)
    values = {"feed_hash": hash_of(token), "fetched_on": timezone.localdate(at)}
    PersonalMenu.objects.filter(pk=menu.pk).update(**values)
    return token


def renew_edit(menu: PersonalMenu) -> str:
    token = secrets.token_urlsafe(TOKEN_OCTETS)
    PersonalMenu.objects.filter(pk=menu.pk).update(edit_hash=hash_of(token))
    return token


def fetched(menu: PersonalMenu, at: datetime) -> None:
    """Remember the day, at most once a day."""
    today = timezone.localdate(at)
    if menu.fetched_on != today:
        PersonalMenu.objects.filter(pk=menu.pk).update(fetched_on=today)


def purge(at: datetime) -> int:
    """Forget the menus that nothing has asked for in thirteen months."""
    stale = PersonalMenu.objects.filter(fetched_on__lt=timezone.localdate(at) - KEPT)
    return stale.delete()[0]


def locked(menu: PersonalMenu) -> PersonalMenu:
    return PersonalMenu.objects.select_for_update().get(pk=menu.pk)


def store(menu: PersonalMenu, lines: list[str], at: datetime) -> None:
    menu.lines, menu.changed_at = lines, max(at, menu.changed_at + timedelta(seconds=1))
    menu.save(update_fields=["lines", "changed_at"])


def with_added(lines: list[str], codes: Iterable[str]) -> list[str]:
    held = {line.lstrip(PAUSED) for line in lines}
    added = [code for code in dict.fromkeys(map(read_code, codes)) if code not in held]
    together = [*lines, *added]
    picks = sum(is_pick(line) for line in together)
    if picks > PICKS or len(together) - picks > RULES:
        raise Full
    return together


def read_code(text: str) -> str:
    """Return the code of a calendar that was typed, pasted as an address, or picked.

    Raises:
        Unknown: it names nothing that is public.
    """
    text = text.strip()[: questions.ADDRESS_LIMIT * 2]
    if found := _PAGE_OF_ONE.search(text):
        text = f"{ALL}~{found[1]}-{found[2]}"
    elif found := _CALENDAR.search(text):
        text = found[1]
    elif found := _ACTIVITY_PAGE.search(text):
        text = f"{ALL}~a-{found[1]}"
    subject = subjects.find(text)
    if subject is None:
        raise Unknown(text)
    return subject.code


def is_pick(line: str) -> bool:
    asked = questions.read(line.lstrip(PAUSED))
    return bool(asked and len(asked.parts) == 1 and asked.parts[0][0] in PICK_LETTERS)


def lines_of(menu: PersonalMenu) -> list[Line]:
    """Return the lines with their names; three queries for all picks, a few for each rule."""
    asked = {line: questions.read(line.lstrip(PAUSED)) for line in menu.lines}
    picked = picks_of(one for line, one in asked.items() if one and is_pick(line))
    named: dict[str, str] = {}
    for letter, codes in picked.items():
        named |= sources.names_known(letter, codes)
    return [
        Line(
            code=line.lstrip(PAUSED),
            name=named.get(one.parts[0], "") if is_pick(line) else name_of_rule(one),
            is_paused=line.startswith(PAUSED),
            is_pick=is_pick(line),
        )
        for line, one in asked.items()
        if one
    ]


def name_of_rule(asked: Question) -> str:
    subject = subjects.find(asked.code)
    return subject.name if subject else ""


def picks_of(asked: Iterable[Question]) -> dict[str, list[str]]:
    """Return the codes of picks by letter."""
    found: dict[str, list[str]] = {}
    for one in asked:
        for letter, codes in one.asked.items():
            found.setdefault(letter, []).extend(codes)
    return found


def entries_of(menu: PersonalMenu) -> EntryQuerySet:
    """Return the entries of all lines that are not paused, each once.

    Of picks the withdrawn ones too: they stay as tombstones, so that a pick never just vanishes.
    """
    going = [line for line in menu.lines if not line.startswith(PAUSED)]
    wanted = Q(pk__in=[])
    asked = (questions.read(line) for line in going if is_pick(line))
    for letter, codes in picks_of(one for one in asked if one).items():
        wanted |= sources.condition({letter: codes}, with_quiet=True)
    for line in going:
        if not is_pick(line) and (subject := subjects.find(line)):
            rule = sources.condition(subject.question.asked) & Q(is_withdrawn=False)
            wanted |= rule & Q(node__path__startswith=subject.path) if subject.page else rule
    return CalendarEntry.objects.in_source_language().filter(wanted)
