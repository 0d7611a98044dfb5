"""Numbers as Chinese writes them: 五, 十二, 二十九, 廿三, 二〇二六."""

DIGITS = {
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
TENS = {"十": 1, "廿": 2, "卅": 3}
NUMERALS = frozenset(DIGITS) | frozenset(TENS)
NAMES = "〇一二三四五六七八九十"


def read_number(text: str) -> int | None:
    """Return the value of a Chinese numeral, or None when it is not one.

    0 to 99 in words; more digits only as a row of digits, as years are written (二〇二六).
    """
    if not text or any(char not in NUMERALS for char in text):
        return None
    marks = [index for index, char in enumerate(text) if char in TENS]
    if not marks:
        return _read_digits(text)
    if len(marks) > 1:
        return None
    return _read_tens(text, marks[0])


def _read_digits(text: str) -> int | None:
    """Read a row of digits; two or three in a row (一三五) are a list and no number."""
    if len(text) == 1:
        return DIGITS[text]
    if len(text) == 4 or (len(text) == 2 and text[0] in "〇零"):
        return int("".join(str(DIGITS[char]) for char in text))
    return None


def _read_tens(text: str, mark: int) -> int | None:
    before, after = text[:mark], text[mark + 1 :]
    if len(before) > 1 or len(after) > 1 or "〇" in after or "零" in after:
        return None
    tens = TENS[text[mark]]
    if before:
        if tens != 1 or not DIGITS[before]:
            return None
        tens = DIGITS[before]
    return tens * 10 + (DIGITS[after] if after else 0)


def write_ordinal(number: int) -> str:
    """Return a number from 1 to 10 as an ordinal uses it: 二 for 2."""
    return NAMES[number]
