"""Reads the blocks in which talent notices are written.

First line: slug, centre, days since publication, days until it ends, telephone. Then title,
employer, place of work, hours, one line each; then lines that start with a mark: `+` a position
(title, headcount, pay text, lowest, highest, unit), `?` a requirement, `>` a step of applying, `=`
the fair (days from today, start, end, place). Lines without a mark are the summary. Notices are
separated by empty lines.
"""

from __future__ import annotations

from demo.happenings import PAY_UNITS, Notice, Position


def notices(text: str) -> tuple[Notice, ...]:
    """Return the notices of a text.

    Raises:
        ValueError: a pay unit is unknown, or a head line does not have five cells.
    """
    return tuple(_notice(block) for block in text.strip().split("\n\n"))


def _notice(block: str) -> Notice:
    lines = [line.strip() for line in block.strip().splitlines()]
    slug, centre, ago, valid, contact = _cells(lines[0])
    title, employer, work_place, hours = lines[1:5]
    marked = [(line[0], line[1:].strip()) for line in lines[5:] if line[0] in "+?>="]
    fair = next((_cells(rest) for mark, rest in marked if mark == "="), None)
    return Notice(
        slug=slug,
        title=title,
        employer=employer,
        centre=centre,
        positions=tuple(_position(rest) for mark, rest in marked if mark == "+"),
        summary="".join(line for line in lines[5:] if line[0] not in "+?>="),
        requirements=tuple(rest for mark, rest in marked if mark == "?"),
        work_place=work_place,
        hours=hours,
        how_to_apply=tuple(rest for mark, rest in marked if mark == ">"),
        contact=contact,
        published_days_ago=int(ago),
        valid_days=int(valid),
        fair_in_days=int(fair[0]) if fair else None,
        fair_start=fair[1] if fair else "",
        fair_end=fair[2] if fair else "",
        fair_place=fair[3] if fair else "",
    )


def _position(text: str) -> Position:
    title, headcount, pay, low, high, unit = _cells(text)
    if unit not in PAY_UNITS:
        raise ValueError(f"{unit} is not a unit of pay")
    return Position(title, int(headcount), pay, _amount(low), _amount(high), unit)


def _amount(text: str) -> float | None:
    return float(text) if text else None


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("|")]
