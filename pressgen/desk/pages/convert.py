"""Convert: a sum in both languages, or a whole text with its conversions; the rates of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pressgen import api
from pressgen.api import House, Rate
from pressgen.desk import flow, stories
from pressgen.desk.filled import clean
from pressgen.desk.pages import uploads
from pressgen.desk.pages.refused import answer, each_of, said, said_at
from pressgen.desk.pages.story_files import attachment
from pressgen.desk.people import person
from pressgen.desk.room import room, ui
from pressgen.errors import PressgenError, RateError

_LONGEST = 200_000
_FILES = (".docx", ".docm", ".md", ".markdown", ".txt", ".html", ".htm")
_TABLES = (".csv", ".xlsx", ".xlsm")
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
    house = _converting()
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


def _converting() -> House:
    """The newsroom's own house, or the base for one that converts nothing."""
    own = room().house()
    return own if own.style.money.convert != "never" else room().house("base")


@require_http_methods(["GET"])
def rates(request: HttpRequest) -> HttpResponse:
    """What a unit of each usual currency costs in yuan on a day, and where that is from."""
    here = room()
    day = clean(request.GET.get("day", ""))
    context: dict[str, object] = {
        "day": day,
        "own": here.newsroom.rates,
        "may_edit": flow.may(person(request), "house"),
    }
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


@require_POST
def convert_file(request: HttpRequest) -> HttpResponse:
    """A whole draft with its conversions: a Word file has them as tracked changes; nothing is kept."""
    upload = uploads.received(request, _FILES)
    if upload is None:
        lines = [_("Only Word, Markdown, HTML and text files of at most 20 MB are converted.")]
        return answer(request, 422, _("Not converted"), lines)
    try:
        data, ending = _converted(upload.read(), upload.name or "", request)
    except PressgenError as error:
        return answer(request, 422, _("Not converted"), said(error))
    stem = uploads.stem(upload) if (upload.name or "").isascii() else "text"
    return attachment(data, f"{stem}.converted.{ending}", "docx" if ending == "docx" else "html")


def _converted(data: bytes, name: str, request: HttpRequest) -> tuple[bytes, str]:
    to, day = (clean(request.POST.get(field, "")) for field in ("to", "day"))
    house, code = _converting().on_day(api.day(day) if day else None), api.currency(to) if to else "USD"
    suffix = Path(name).suffix.lower().lstrip(".")
    if suffix.startswith("do"):
        return api.convert_word(data, name, house, ui(), code)[0].data, "docx"
    if suffix.startswith("htm"):
        return api.convert_page(data, name, house, code).text.encode(), "html"
    return api.convert(data.decode("utf-8-sig", "replace"), house, code).text.encode(), suffix


@require_POST
@flow.for_those_who_may("house")
def import_rates(request: HttpRequest) -> HttpResponse:
    """The office's own table, checked, put where the newsroom looks for rates."""
    upload = uploads.received(request, _TABLES)
    if upload is None:
        return answer(
            request, 422, _("Not taken in"), [_("Only CSV and XLSX tables of at most 20 MB are taken in.")]
        )
    with api.passing() as folder:
        try:
            api.import_rates(uploads.copied(upload, folder, "rates"), room().newsroom)
        except PressgenError as error:
            return answer(request, 422, _("Not taken in"), [said_at(each) for each in each_of(error)])
    stories.noted("rates imported", person(request), upload.name or "")
    return HttpResponseRedirect(reverse("rates"))


urls: list[URLPattern] = [
    path("convert/", convert, name="convert"),
    path("convert/file", convert_file, name="convert-file"),
    path("rates/", rates, name="rates"),
    path("rates/import", import_rates, name="rates-import"),
]
