"""What the check looks at and what it finds (plain values)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Severity(models.TextChoices):
    """How much a finding weighs, the gravest first."""

    BLOCKS = "blocks", _("must be mended")
    LOOK = "look", _("please look")
    HINT = "hint", _("for your note")


@dataclass(frozen=True)
class Text:
    """One text of a page.

    Attributes:
        place: where it stands, in words: 活动 3 书法入门班 · 简介.
        path: Wagtail's content path of the field, for a link into the editor.
        write: puts another text in its place, in the page object at hand.
    """

    place: str
    path: str
    value: str
    write: Callable[[str], None]


@dataclass(frozen=True)
class Picture:
    """One picture of a page: what is said of it."""

    place: str
    path: str
    alt: str
    credit: str
    has_consent: bool


@dataclass(frozen=True)
class Row:
    """One thing that takes place or falls due, as its author wrote it."""

    place: str
    path: str
    title: str
    when: str = ""
    room: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass
class Subject:
    """Everything of a page that the rules read."""

    page: models.Model
    today: date
    texts: list[Text] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    rooms: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    month: date | None = None

    @property
    def near(self) -> date:
        """The day that a date without a year is near to."""
        return self.month or self.today


@dataclass(frozen=True)
class Finding:
    """One thing to look at.

    Attributes:
        excerpt: the words it is about, as they stand.
        better: what one click puts in the place of `excerpt`; None when nobody can know.
        start: where in the text the excerpt begins; -1 when it is about the whole field.
    """

    rule: str
    severity: Severity
    message: str
    place: str
    path: str
    excerpt: str = ""
    better: str | None = None
    start: int = -1

    @property
    def fingerprint(self) -> str:
        """The same finding at the same field has the same; other words there have another."""
        parts = "\0".join((self.rule, self.path, self.excerpt))
        return hashlib.sha256(parts.encode()).hexdigest()[:40]


@dataclass(frozen=True)
class Report:
    """What the check found, the gravest first.

    Attributes:
        unchecked: labels of rules that did not come to an end.
        left: what was left on purpose, by fingerprint.
    """

    findings: Sequence[Finding]
    unchecked: Sequence[str] = ()
    left: dict[str, object] = field(default_factory=dict)

    @property
    def open(self) -> list[Finding]:
        """Findings that nobody has left as they are on purpose; the same one once."""
        return [one for key, one in self._once.items() if key not in self.left]

    @property
    def hindrances(self) -> list[Finding]:
        """What stands between this text and its review."""
        return [one for one in self.open if one.severity != Severity.HINT]

    @property
    def dismissed(self) -> list[tuple[Finding, object]]:
        return [(one, self.left[key]) for key, one in self._once.items() if key in self.left]

    @property
    def _once(self) -> dict[str, Finding]:
        once: dict[str, Finding] = {}
        for one in self.findings:
            once.setdefault(one.fingerprint, one)
        return once


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by gravity, then as they were found."""
    grave = list(Severity)
    return sorted(findings, key=lambda one: grave.index(one.severity))
