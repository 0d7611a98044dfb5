"""What the check before publication reads of a livestream and its replay."""

from __future__ import annotations

from django.utils import timezone

from inspection.fields import picture_of, texts_of
from inspection.findings import Subject

from .models import LivestreamPage

LINES = ("title", "summary", "presenter", "place", "replay_note", "transcript")


def subject_of(livestream: LivestreamPage) -> Subject:
    subject = Subject(
        page=livestream, today=timezone.localdate(), texts=list(texts_of(livestream, LINES))
    )
    if livestream.poster:
        label = str(livestream._meta.get_field("poster").verbose_name)
        subject.pictures.append(picture_of(livestream.poster, label, "poster"))
    return subject
