"""Links in texts, and what the worker has found behind them."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from common.fetching import FetchError, fetch

from .models import LinkState

LINK = re.compile(r"https?://[^\s<>\"'，。；、）)】》]+", re.I)
KEPT = timedelta(days=7)
UNCHECKED = "unchecked"
MOST = 50  # links of one text that are asked for
LONGEST = 500
ALIVE = (401, 403, 405, 429)  # somebody is there who does not talk to machines


def links_in(text: str) -> list[str]:
    """Return the web addresses of a text, each once, in their order."""
    return [link for link in dict.fromkeys(LINK.findall(text)) if len(link) <= LONGEST]


def host_of(link: str) -> str:
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def problems_of(links: list[str], at: datetime) -> dict[str, str]:
    """Return for each link "" if it answers, its problem, or UNCHECKED.

    What was never asked for, or not for a week, is handed to the worker. One query.
    """
    known = {state.url: state for state in LinkState.objects.filter(url__in=links)}
    stale = [link for link in links if link not in known or known[link].checked_at < at - KEPT]
    if stale:
        ask_for(stale[:MOST])
    return {link: known[link].problem if link in known else UNCHECKED for link in links}


def ask_for(links: list[str]) -> None:
    transaction.on_commit(partial(ask.enqueue, links))


@task()
def ask(links: list[str]) -> None:
    """Ask for addresses, as `common.fetching` allows, and keep what came back."""
    for link in links:
        LinkState.objects.update_or_create(
            url=link, defaults={"problem": problem_behind(link), "checked_at": timezone.now()}
        )


def problem_behind(link: str) -> str:
    """Return "" for an address that answers, else a status or a code of `FetchError`."""
    try:
        status = fetch(link, only_head=True).status
    except FetchError as error:
        return error.code
    return "" if status < 400 or status in ALIVE else str(status)
