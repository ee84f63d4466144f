"""Which rate a release converts at, and which of its sums are converted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pressgen.drafting.token import Token, pieces
from pressgen.errors import RateError
from pressgen.events.model import Event, Fact
from pressgen.events.values import Pin
from pressgen.figures import Figure
from pressgen.figures.convert import converted
from pressgen.figures.rates import Rate, Rates
from pressgen.house import House

YUAN = "CNY"
_COMING = ("worth", "planned", "expected", "intended", "estimated")
"""What a sum may be that is no reading of a time past: what a contract is worth, what is planned."""


def wanted(fact: Fact, event: Event, house: House, *, readings: bool = False) -> bool:
    """Whether the house converts this sum: yuan, no threshold, not too small, in a house that ever does.

    A plan beside ``readings`` of its paragraph, which are never converted, is not either: all or none.
    """
    value, money = fact.value, house.style.money
    if not isinstance(value, Figure) or (value.kind, value.unit) != ("money", YUAN):
        return False
    large = abs(Decimal(value.value)) >= Decimal(str(money.least))
    coming = not readings and _coming(fact, event)
    return large and (fact.field.convert or coming) and money.convert != "never"


def has_readings(lines: Iterable[str], event: Event) -> bool:
    """Whether a paragraph tells what an indicator came to in yuan, which no house converts."""
    tokens = (part for line in lines for part in pieces(line) if isinstance(part, Token))
    paths = (token.path for token in tokens if token.path.endswith(".value"))
    facts = (event.facts[path] for path in paths if ".of_which." not in path)  # a part goes with its whole
    return any(_reading(fact) and not _coming(fact, event) for fact in facts)


def _reading(fact: Fact) -> bool:
    value = fact.value
    sum_ = isinstance(value, Figure) and (value.kind, value.unit) == ("money", YUAN)
    return sum_ and not fact.field.convert


def _coming(fact: Fact, event: Event) -> bool:
    """Whether a figure is told as a plan or what a contract is worth, and so is like other sums."""
    state = event.facts.get(f"{fact.path.rpartition('.')[0]}.state")
    return state is not None and fact.path.endswith(".value") and state.value in _COMING


def rate(event: Event, house: House) -> Rate:
    """The rate of the release: given by the command, pinned in the event, else of the day of publication.

    Raises RateError where there is none.
    """
    pin = event.value("rate")
    pin = pin if isinstance(pin, Pin) else Pin()
    day = date.fromisoformat(pin.on or event.published[:10])
    currency = house.style.money.currency
    price = (pin.prices or {}).get(currency)
    rates = house.rates
    if isinstance(price, Decimal) and house.given is None:
        rates = Rates.pinned(currency, price, at=event.facts["rate"].at) | rates
    return rates.rate(currency, YUAN, day)


def in_dollars(figure: Figure, event: Event, house: House) -> Figure | None:
    """The sum in the house's currency, or None where there is no rate: never a guess."""
    try:
        return converted(figure, house.style.money.currency, rate(event, house), house.style.money.digits)
    except RateError:
        return None
