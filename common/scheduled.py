"""Approved pages whose date has come go public, each in a transaction of its own.

Wagtail's own command forgets the date of a publication that fails, and stops there (wagtail 8.0).
"""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction
from wagtail.models import Revision

from accounts import review

logger = logging.getLogger(__name__)


class PublicationsFailed(Exception):
    """Some scheduled pages could not be published; the log says why of each."""


def publish_due(at: datetime) -> int:
    """Publish the revisions that were approved for `at` or earlier; return how many there were.

    One that fails keeps its date, is logged, and is tried again next time; the others go on.

    Raises:
        PublicationsFailed: after all were tried.
    """
    due = Revision.objects.filter(approved_go_live_at__lte=at).order_by("approved_go_live_at", "pk")
    done, failed = 0, 0
    for key in list(due.values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                revision = due.select_for_update().filter(pk=key).first()
                if revision is None:
                    continue  # another worker was faster, or the date was taken back
                key = review.without_lapsed(revision) or revision.pk
                Revision.objects.get(pk=key).publish(
                    log_action="wagtail.publish.scheduled", skip_permission_checks=True
                )
                done += 1
        except Exception:
            logger.exception("The scheduled revision %s could not be published", key)
            failed += 1
    if failed:
        raise PublicationsFailed(f"{failed} of {failed + done}")
    return done
