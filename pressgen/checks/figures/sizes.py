"""How large units of measure are, to tell a converted quantity from a wrong one."""

from __future__ import annotations

from decimal import Decimal

_ROOM = Decimal("0.04")
"""40,000 feet are called 12,000 metres (12,192); nobody calls 150 mu (24.7 acres) 24."""

_TABLES = """
mm 0.001, cm 0.01, m 1, chi 0.333333, km 1000, in 0.0254, ft 0.3048, mi 1609.344, nmi 1852, li 500
m2 0.0001, mu 0.0666667, acre 0.404686, hm2 1, km2 100
mg 0.000001, g 0.001, jin 0.5, liang 0.05, kg 1, t 1000, lb 0.453592, oz 0.0283495, ct 0.0002
mL 0.001, L 1, m3 1000
second 1, minute 60, hour 3600, day 86400, week 604800
month 1, year 12, age 12
km/h 1, m/s 3.6, mph 1.609344, kn 1.852
hPa 1, kPa 10, MPa 10000
W 0.001, kW 1, MW 1000, GW 1000000
kWh 1, MWh 1000, GWh 1000000
Hz 0.000001, MHz 1, GHz 1000
MB 1, GB 1000, TB 1000000
"""
_SIZES = [
    {unit: Decimal(size) for unit, size in (pair.split() for pair in row.split(","))}
    for row in _TABLES.strip().splitlines()
]


def as_unit(value: Decimal, unit: str, other: str) -> Decimal | None:
    """A quantity in another unit of its sort; None where they are of no sort."""
    for sizes in _SIZES:
        if unit in sizes and other in sizes:
            return value * sizes[unit] / sizes[other]
    return value if unit == other else None


def same_size(value: Decimal, unit: str, other_value: Decimal, other: str) -> bool:
    """Whether two quantities in different units are about equal.

    >>> same_size(Decimal(3000), "mu", Decimal(200), "hm2")
    True
    >>> same_size(Decimal(150), "mu", Decimal(150), "acre")
    False
    """
    for sizes in _SIZES:
        if unit in sizes and other in sizes:
            a, b = value * sizes[unit], other_value * sizes[other]
            return abs(a - b) <= _ROOM * max(abs(a), abs(b))
    if {unit, other} == {"degC", "degF"}:
        celsius, fahrenheit = (value, other_value) if unit == "degC" else (other_value, value)
        return abs(celsius * Decimal("1.8") + 32 - fahrenheit) <= 1
    return False
