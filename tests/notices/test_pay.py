from decimal import Decimal

import pytest
from django.utils import translation

from notices.pay import amount_text, number, pay_range, pay_text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Decimal("3800"), "3,800"),
        (Decimal("3800.00"), "3,800"),
        (Decimal("0.40"), "0.4"),
        (Decimal("12.35"), "12.35"),
        (Decimal("1000000"), "1,000,000"),
        (Decimal("100"), "100"),
        (0, "0"),
    ],
)
def test_numbers_are_written_without_idle_zeros(amount, text):
    assert number(amount) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (3800, 4500, "3,800–4,500"),
        (220, None, "220"),
        (None, 220, "220"),
        (220, 220, "220"),
        (None, None, ""),
    ],
)
def test_a_range_is_written_with_one_dash(low, high, text):
    assert amount_text(low, high) == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ((3800, 4500, "month"), "3,800–4,500 yuan a month"),
        ((Decimal("0.4"), None, "piece"), "0.4 yuan a piece"),
        ((220, None, "day", "日结"), "220 yuan a day, 日结"),
        ((None, None, "month", "免费学"), "免费学"),
        ((None, None, "month"), ""),
    ],
)
def test_pay_is_amount_unit_and_note(values, text):
    with translation.override("en"):
        assert pay_text(*values) == text


def test_positions_of_one_unit_have_a_common_range():
    rows = [(3800, 4500, "month"), (3000, None, "month"), (None, None, "day")]
    assert pay_range(rows) == (3000, 4500, "month")


@pytest.mark.parametrize(
    "rows", [[], [(None, None, "day")], [(100, None, "day"), (15, None, "hour")]]
)
def test_mixed_or_unknown_pay_has_no_common_range(rows):
    assert pay_range(rows) is None
