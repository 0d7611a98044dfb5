"""The check before publication for rows of a sheet: what it brings in is public at once."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from wagtail.models import Page

from inspection.findings import Severity, Subject, Text
from inspection.services import search

READ = ("title", "brand_name", "address_line")


def inspect_rows(steps: Iterable, base: Page) -> list[str]:
    """Mark what must be mended as wrong, and note the rest; all rows are read as one text.

    Returns the names of rules that could not be asked.
    """
    by_number = {str(step.number): step for step in steps}
    texts = [
        Text("", f"{number}.{name}", value, write=lambda better: None)
        for number, step in by_number.items()
        for name in READ
        if (value := step.row.values.get(name))
    ]
    phones = frozenset(step.row.values.get("phone", "") for step in by_number.values())
    subject = Subject(page=base, today=timezone.localdate(), texts=texts, phones=phones)
    findings, unchecked = search(subject)
    for one in findings:
        number, name = one.path.split(".")
        step = by_number[number]
        remark = step.row.remark(name, one.message, f"“{one.excerpt}”")
        blocks = one.severity == Severity.BLOCKS
        (step.remarks if blocks else step.findings).append(remark)
    return unchecked
