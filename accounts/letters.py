"""Letters to people who work in the admin: sent by the worker, once what causes them is stored."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from django.db import transaction
from django_tasks import task
from wagtail.admin.mail import send_mail


def post(subject: str, text: str, addresses: Sequence[str]) -> None:
    """Send one letter to all these addresses, unless the transaction that is open fails."""
    transaction.on_commit(partial(deliver.enqueue, subject, text, list(addresses)))


@task()
def deliver(subject: str, text: str, addresses: list[str]) -> None:
    send_mail(subject, text, addresses, fail_silently=False)
