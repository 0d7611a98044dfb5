"""The verbs of the check: inspect a page, mend a finding, leave one as it is."""

from __future__ import annotations

import logging
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.log_actions import log

from . import registry
from .findings import Finding, Report, Severity, Subject, in_order
from .models import Dismissal

INCOMPLETE = (ValidationError,)
logger = logging.getLogger(__name__)


class NotFound(Exception):
    """The finding is not there any more: the text has changed since."""


class MayNotBeLeft(Exception):
    """What blocks has to be mended."""


def inspect(page) -> Report:
    """Return what every rule finds in a page, saved or not.

    A rule that fails is logged and told as not checked, never taken for passed.
    """
    findings, unchecked = search(registry.subject_of(page))
    left = {one.fingerprint: one for one in Dismissal.objects.filter(page_id=page.pk)}
    return Report(findings, unchecked, left)


def search(subject: Subject) -> tuple[list[Finding], list[str]]:
    """Return what every rule finds, the gravest first, and the names of rules that failed."""
    findings: list[Finding] = []
    unchecked = []
    for rule in registry.rules.values():
        try:
            findings += list(rule.search(subject))
        except Exception:
            logger.exception("The rule %s failed on page %s", rule.code, subject.page.pk)
            unchecked.append(str(rule.label))
    return in_order(findings), unchecked


def mend(page, fingerprints: set[str], user) -> int:
    """Put what is better in the place of these findings and save one new draft.

    Returns how many were mended.

    Raises:
        NotFound: none of them is there any more.
    """
    with transaction.atomic():
        page = type(page).objects.select_for_update().get(pk=page.pk)
        draft = page.get_latest_revision_as_object()
        subject = registry.subject_of(draft)
        texts = {text.path: text for text in subject.texts}
        found = [
            one
            for one in inspect(draft).findings
            if one.fingerprint in fingerprints and one.better is not None and one.path in texts
        ]
        if not found:
            raise NotFound
        for path in {one.path for one in found}:
            text = texts[path]
            text.write(mended(text.value, [one for one in found if one.path == path]))
        draft.save_revision(user=user, log_action=True)
        return len(found)


def mended(value: str, findings: list[Finding]) -> str:
    """Return a text with findings mended, the last place first so that the others stay put."""
    for one in sorted(findings, key=lambda one: -one.start):
        start = value.find(one.excerpt, max(one.start, 0))
        if start >= 0:
            value = value[:start] + (one.better or "") + value[start + len(one.excerpt) :]
    return value


def leave(page, fingerprint: str, reason: str, user, at: datetime) -> None:
    """Leave a finding as it is, with a reason, and log it.

    Raises:
        NotFound: it is not there any more.
        MayNotBeLeft: it must be mended.
    """
    draft = page.get_latest_revision_as_object()
    finding = next((f for f in inspect(draft).findings if f.fingerprint == fingerprint), None)
    if finding is None:
        raise NotFound
    if finding.severity == Severity.BLOCKS:
        raise MayNotBeLeft
    with transaction.atomic():
        Dismissal.objects.update_or_create(
            page_id=page.pk,
            fingerprint=fingerprint,
            defaults={
                "rule": finding.rule,
                "place": finding.place[:200],
                "excerpt": finding.excerpt[:200],
                "reason": reason[:200],
                "user": user,
                "at": at,
            },
        )
        data = {"rule": finding.rule, "place": finding.place, "reason": reason}
        log(instance=page, action="inspection.leave", user=user, data=data)
