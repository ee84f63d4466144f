"""Convert: a sum in both languages, or a whole text with its conversions; the rates of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from pressgen import api
from pressgen.api import Rate
from pressgen.desk.filled import clean
from pressgen.desk.pages.refused import said
from pressgen.desk.room import room, ui
from pressgen.errors import PressgenError, RateError

_LONGEST = 200_000
_REACH = 400
CURRENCIES = ("USD", "EUR", "HKD", "JPY", "GBP")


@dataclass(frozen=True, slots=True)
class _Change:
    """One conversion of a text: its line, what was there, what stands there now, why it was left."""

    line: int
    old: str
    new: str
    why: str


@require_http_methods(["GET", "POST"])
def convert(request: HttpRequest) -> HttpResponse:
    """Nothing is kept: what was asked comes back with its answer."""
    here = room()
    given = request.POST if request.method == "POST" else {}
    asked = {name: clean(str(given.get(name, "")))[:_LONGEST] for name in ("sum", "text", "day", "to")}
    context: dict[str, object] = {"asked": asked, "today": here.day.isoformat(), "currencies": CURRENCIES}
    try:
        context |= _answered(asked)
    except PressgenError as error:
        context["faults"] = said(error)
    return render(request, "desk/convert.html", context)


def _answered(asked: dict[str, str]) -> dict[str, object]:
    here = room()
    to = api.currency(asked["to"]) if asked["to"] else "USD"
    day = api.day(asked["day"]) if asked["day"] else None
    own = here.house()
    house = own if own.style.money.convert != "never" else here.house("base")
    found: dict[str, object] = {}
    if asked["sum"]:
        found["exchange"] = api.exchange(asked["sum"], house.on_day(day or here.day), to)
    if not asked["text"]:
        return found
    done = api.convert(asked["text"], house.on_day(day), to)
    rows = [
        _Change(line, each.figure.text, each.new, each.why.say(ui()) if each.why else "")
        for line, each in done.changes
    ]
    return {**found, "done": done.text, "changes": rows}


@require_http_methods(["GET"])
def rates(request: HttpRequest) -> HttpResponse:
    """What a unit of each usual currency costs in yuan on a day, and where that is from."""
    here = room()
    day = clean(request.GET.get("day", ""))
    context: dict[str, object] = {"day": day, "own": here.newsroom.rates}
    try:
        context["rates"] = _rates(api.day(day)) if day else _newest()
    except PressgenError as error:
        context["faults"] = said(error)
    return render(request, "desk/rates.html", context)


def _rates(on: date) -> list[Rate]:
    return [room().house().rates.rate(currency, "CNY", on) for currency in CURRENCIES]


def _newest() -> list[Rate]:
    """The rates of today, else of the last day there are some of. Raises RateError: none for long."""
    today = room().day
    for back in range(0, _REACH, 7):
        try:
            return _rates(today - timedelta(days=back))
        except RateError:
            continue
    return _rates(today)


urls: list[URLPattern] = [path("convert/", convert, name="convert"), path("rates/", rates, name="rates")]
