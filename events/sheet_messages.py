"""Findings about a sheet in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .sheet_findings import ERROR, HINT, WARNING, Problem

ORDER = (ERROR, WARNING, HINT)


@dataclass(frozen=True)
class Message:
    """One finding as it is shown.

    Attributes:
        value: what one click may put into `field`; "" when nobody can know.
    """

    severity: str
    label: str
    cell: str
    text: str
    suggestion: str
    field: str = ""
    value: str = ""


def messages_of(problems: Iterable[Problem]) -> list[Message]:
    """Return the findings in words, the gravest first."""
    return [message_of(one) for one in sorted(problems, key=lambda one: ORDER.index(one.severity))]


def message_of(problem: Problem) -> Message:
    labels = {ERROR: _("must be corrected"), WARNING: _("please look"), HINT: _("for your note")}
    return Message(
        severity=problem.severity,
        label=labels[problem.severity],
        cell=problem.cell,
        text=_filled(problem.msgid, problem.params),
        suggestion=_filled(problem.suggestion, problem.params),
        field=problem.field if problem.value is not None else "",
        value=problem.value or "",
    )


def sentence_of(problem: Problem) -> str:
    """Return cell, finding and suggestion as one line."""
    message = message_of(problem)
    cell = f"{problem.cell}: " if problem.cell and problem.cell not in message.text else ""
    return f"{cell}{message.text} {message.suggestion}".strip()


def _filled(msgid: str, params: dict) -> str:
    return _(msgid) % params if msgid else ""
