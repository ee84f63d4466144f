"""Bands a rate can lie in: what keeps a table read upside down, or per 100 units, from being believed."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

Fault = Literal["inverted", "per 100", "per 1", "outside"]
"""Why a rate cannot be true; the first three also say what it probably is."""

MARGIN = Decimal("0.2")
"""How far beyond what was seen a rate may lie."""

SAME_DAY = Decimal("0.1")
"""How far two sources may differ on one day; one Hong Kong dollar the wrong way round differs by more."""

RANGES: dict[str, tuple[str, str]] = {
    "AUD": ("0.9047", "2.071"),
    "BGN": ("1.223", "2.358"),
    "BRL": ("1.535", "6.285"),
    "CAD": ("0.9071", "1.617"),
    "CHF": ("0.7274", "1.828"),
    "CNY": ("6.043", "8.277"),
    "CYP": ("0.3928", "0.6937"),
    "CZK": ("14.46", "42.2"),
    "DKK": ("4.665", "9.02"),
    "EEK": ("9.785", "18.96"),
    "EUR": ("0.6254", "1.212"),
    "GBP": ("0.4747", "0.9437"),
    "HKD": ("7.655", "7.85"),
    "HRK": ("4.519", "7.874"),
    "HUF": ("143.9", "442.7"),
    "IDR": ("8459", "18180"),
    "ILS": ("2.807", "4.08"),
    "INR": ("44.02", "96.83"),
    "ISK": ("58.48", "244.8"),
    "JPY": ("75.77", "163.9"),
    "KRW": ("900.8", "1583"),
    "LTL": ("2.159", "4.021"),
    "LVL": ("0.4377", "0.6499"),
    "MTL": ("0.2886", "0.4708"),
    "MXN": ("9.901", "25.1"),
    "MYR": ("2.94", "4.798"),
    "NOK": ("4.959", "11.48"),
    "NZD": ("1.134", "2.551"),
    "PHP": ("40.22", "63.99"),
    "PLN": ("2.028", "5.023"),
    "ROL": ("11120", "34790"),
    "RON": ("2.233", "5.174"),
    "RUB": ("23.09", "105"),
    "SEK": ("5.846", "11.42"),
    "SGD": ("1.2", "1.854"),
    "SIT": ("160.1", "260.6"),
    "SKK": ("18.95", "52.7"),
    "THB": ("28.6", "42.14"),
    "TRL": ("315800", "1763000"),
    "TRY": ("1.151", "250"),  # 49.95 was seen; it loses a quarter and more a year
    "USD": ("1", "1"),
    "ZAR": ("5.619", "19.78"),
    # Not in the ECB's file: declared pegs to the dollar, and two neighbours.
    "AED": ("3.67", "3.68"),
    "KWD": ("0.26", "0.32"),
    "MOP": ("7.9", "8.1"),
    "QAR": ("3.63", "3.65"),
    "SAR": ("3.74", "3.77"),
    "TWD": ("27", "36"),
    "VND": ("13800", "27000"),
}
"""Units per US dollar, lowest and highest, in the ECB's reference rates of 1999-01-04 to 2026-10-30."""


def band(base: str, quote: str) -> tuple[Decimal, Decimal] | None:
    """Between what ``quote`` per one ``base`` can lie, or None where nothing is known.

    >>> [round(end, 2) for end in band("USD", "CNY")]
    [Decimal('4.83'), Decimal('9.93')]
    """
    if base not in RANGES or quote not in RANGES:
        return None
    base_low, base_high = map(Decimal, RANGES[base])
    low, high = map(Decimal, RANGES[quote])
    return low / base_high * (1 - MARGIN), high / base_low * (1 + MARGIN)


def near(value: Decimal) -> tuple[Decimal, Decimal]:
    """Between what another's rate of the same day can lie."""
    return value * (1 - SAME_DAY), value * (1 + SAME_DAY)


def fault(value: Decimal, limits: tuple[Decimal, Decimal] | None) -> Fault | None:
    """Why ``value`` cannot be a rate that lies between ``limits``, or None.

    >>> usual = band("USD", "CNY")
    >>> fault(Decimal("7.1318"), usual), fault(Decimal("0.1402"), usual), fault(Decimal("713.18"), usual)
    (None, 'inverted', 'per 100')
    """
    if limits is None or limits[0] <= value <= limits[1]:
        return None
    if limits[0] <= value / 100 <= limits[1]:
        return "per 100"
    if limits[0] <= value * 100 <= limits[1]:
        return "per 1"
    return "inverted" if limits[0] <= 1 / value <= limits[1] else "outside"
