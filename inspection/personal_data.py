"""Numbers that belong to one person: mobile, identity and bank card numbers (pure).

Sources: GB 11643-1999 (identity number and its check digit), ISO/IEC 7812-1 (check digit of cards).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)")
IDENTITY = re.compile(r"(?<!\d)\d{6}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx](?!\d)")
CARD = re.compile(r"(?<!\d)[3-6]\d{3}(?:[- ]?\d{4}){2,3}(?:[- ]?\d{1,4})?(?!\d)")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


@dataclass(frozen=True)
class PersonalNumber:
    """One number in a text: `kind` is mobile, identity or card; `masked` may be shown."""

    kind: str
    start: int
    text: str
    masked: str


def find(text: str) -> list[PersonalNumber]:
    """Return the personal numbers of a text in their order, none within another."""
    found = sorted((*_identities(text), *_cards(text), *_mobiles(text)), key=lambda n: n.start)
    apart: list[PersonalNumber] = []
    for number in found:
        if not apart or number.start >= apart[-1].start + len(apart[-1].text):
            apart.append(number)
    return apart


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text)


def _mobiles(text: str) -> Iterator[PersonalNumber]:
    for match in MOBILE.finditer(text):
        yield PersonalNumber("mobile", match.start(), match[0], f"{match[1]}****{match[3]}")


def _identities(text: str) -> Iterator[PersonalNumber]:
    for match in IDENTITY.finditer(text):
        if is_identity(match[0]):
            masked = f"{match[0][:6]}********{match[0][-4:]}"
            yield PersonalNumber("identity", match.start(), match[0], masked)


def _cards(text: str) -> Iterator[PersonalNumber]:
    for match in CARD.finditer(text):
        digits = digits_of(match[0])
        if 13 <= len(digits) <= 19 and is_card(digits) and not is_identity(digits):
            yield PersonalNumber("card", match.start(), match[0], f"{digits[:4]}****{digits[-4:]}")


def is_identity(number: str) -> bool:
    """Whether 18 characters are an identity number: a real day of birth, the right last one."""
    if len(number) != 18 or not number[:17].isdecimal():
        return False
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECKS[total % 11] == number[17].upper()


def is_card(digits: str) -> bool:
    """Whether the last digit of a card number is right (Luhn)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
