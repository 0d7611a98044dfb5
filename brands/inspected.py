"""What the check before publication reads of areas and centres."""

from __future__ import annotations

from django.utils import timezone

from inspection.fields import rich_text, texts_of
from inspection.findings import Subject

ROWS = {
    "pillars": ("title", "text"),
    "figures": ("label", "unit"),
    "facilities": ("name", "use", "hours"),
    "windows": ("name", "services", "hours"),
    "stops": ("name", "address"),
}


def subject_of_area(area) -> Subject:
    names = ["title", "short_name", "slogan", "intro"]
    subject = Subject(page=area, today=timezone.localdate(), texts=list(texts_of(area, names)))
    subject.phones = frozenset([area.phone])
    return subject


def subject_of_centre(centre) -> Subject:
    names = ["title", "short_name", "brand_name", "slogan", "intro", "address_line", "quote"]
    subject = Subject(page=centre, today=timezone.localdate(), texts=list(texts_of(centre, names)))
    subject.texts += rich_text(centre, "story")
    for relation, fields in ROWS.items():
        for number, row in enumerate(getattr(centre, relation).all()):
            path = f"{relation}.{number}."
            subject.texts += texts_of(row, fields, place=str(row), path=path)
    subject.phones = frozenset([centre.phone, *(person.phone for person in centre.people.all())])
    return subject
