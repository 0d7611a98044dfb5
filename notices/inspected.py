"""What the check before publication reads of a talent notice."""

from __future__ import annotations

from django.utils import timezone

from inspection.fields import texts_of
from inspection.findings import Row, Subject

from .models import TalentNoticePage

LINES = (
    "title",
    "employer",
    "summary",
    "requirements",
    "how_to_apply",
    "contact",
    "work_place",
    "fair_place",
)


def subject_of(notice: TalentNoticePage) -> Subject:
    subject = Subject(page=notice, today=timezone.localdate(), texts=list(texts_of(notice, LINES)))
    for number, position in enumerate(notice.positions.all()):
        path = f"positions.{number}."
        subject.texts += texts_of(
            position, ["title", "pay_note", "hours"], place=position.title, path=path
        )
    if notice.fair_start:
        day = timezone.localdate(notice.fair_start)
        subject.rows.append(Row(notice.title, "", notice.title, first_day=day, last_day=day))
    return subject
