"""Pay as people read it: 每月 3,800–4,500 元 (pure but for the reader's language)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .enums import PayUnit

FORMS = {
    PayUnit.MONTH: gettext_lazy("%(amount)s yuan a month"),
    PayUnit.DAY: gettext_lazy("%(amount)s yuan a day"),
    PayUnit.HOUR: gettext_lazy("%(amount)s yuan an hour"),
    PayUnit.PIECE: gettext_lazy("%(amount)s yuan a piece"),
    PayUnit.TIME: gettext_lazy("%(amount)s yuan a time"),
    PayUnit.YEAR: gettext_lazy("%(amount)s yuan a year"),
}


def number(amount: Decimal | float) -> str:
    """Return "3,800" or "0.4": thousands apart, no idle zeros, at most two decimals."""
    text = f"{amount:,.2f}"
    return text.rstrip("0").rstrip(".")


def amount_text(low: Decimal | None, high: Decimal | None) -> str:
    """Return "3,800–4,500", "220" when both are equal or one is missing, "" without any."""
    known = [number(value) for value in (low, high) if value is not None]
    return "–".join(dict.fromkeys(known))


def pay_text(low: Decimal | None, high: Decimal | None, unit: str, note: str = "") -> str:
    """Return the pay of one position: amount and unit, then the note; only the note if no amount.

    Example: (220, None, "day", "日结") gives "每天 220 元，日结" in Chinese.
    """
    amount = amount_text(low, high)
    if not amount:
        return note
    pay = str(FORMS[PayUnit(unit)]) % {"amount": amount}
    return _("%(pay)s, %(note)s") % {"pay": pay, "note": note} if note else pay


def pay_range(
    pays: Iterable[tuple[Decimal | None, Decimal | None, str]],
) -> tuple[Decimal, Decimal, str] | None:
    """Return lowest and highest pay and the unit when all positions are paid by the same unit.

    Positions without an amount are passed over. None when units differ or nothing is known.
    """
    known = [(low, high, unit) for low, high, unit in pays if low is not None or high is not None]
    if len({unit for _low, _high, unit in known}) != 1:
        return None
    amounts = [value for low, high, _unit in known for value in (low, high) if value is not None]
    return min(amounts), max(amounts), known[0][2]
