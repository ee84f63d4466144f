"""House: how this newsroom prints, shown on a sample page; every house there is."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET

from pressgen import api
from pressgen.desk.cards import Maker
from pressgen.desk.paper import Setter
from pressgen.desk.room import room, ui
from pressgen.errors import PressgenError

_SAMPLE = "investment-promotion"


@require_GET
def house(request: HttpRequest) -> HttpResponse:
    """The settings of a house in words, beside an example in its look."""
    here = room()
    wanted = request.GET.get("house", "") or here.newsroom.house or "base"
    opened = here.house(wanted)
    names = ["base", *here.newsroom.names("houses")]
    say = Maker(ui()).say
    houses = [(name, say(here.house(name).style.title)) for name in names]
    context = {"houses": houses, "house": opened.name, "style": opened.style, "paper": _sample(opened.name)}
    folder = here.newsroom.find("templates", "houses", opened.name)
    return render(request, "desk/house.html", {**context, "file": folder / "house.yaml" if folder else ""})


def _sample(name: str) -> object:
    here = room()
    data = {**api.example(here.types[_SAMPLE]), "house": name}
    entered = api.enter(data, Path("sample.yaml"), here.newsroom, here.types, today=here.day)
    try:
        draft, _ = api.preview(entered, here.house(name))
    except PressgenError:
        return None
    return Setter(draft.release, (), ui()).page() if draft else None


urls: list[URLPattern] = [path("house/", house, name="house")]
