"""What tests share: the shipped newsroom on a fixed day, and events written in the test."""

# ruff: noqa: E402  # the folder for what is kept is named before anything is

import gc
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ["XDG_CACHE_HOME"] = str(Path(__file__).parent.parent / ".pytest_cache" / "warm")
"""Tests, and processes that they start, keep what is made once, and leave the user's folders alone."""

import pytest
from hypothesis import settings

from pressgen import api
from pressgen.cli.start import remember
from pressgen.events import Event, Types
from pressgen.house import House, Newsroom, open_newsroom
from tests import probe

remember()  # as the command line does: a first check compiles for seconds
os.fsync = lambda _: None
"""No test cuts the power: what it writes need not be on the disk's plates. Processes that tests start do wait for it."""

gc.set_threshold(500_000)  # as the command line does: collecting took an eighth of the time
settings.register_profile("house", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("all", settings.get_profile("house"))
settings.load_profile("house")

FEW = 12
"""Examples of a property that are always tried."""
TODAY = date(2026, 11, 23)
ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "templates" / "releases").glob("*/example.yaml"))

FAIR = """\
release: festival
slug: fair
published: 2023-10-20 10:00
headline: {zh: 庙会将至, en: Temple fair to come}
date: 2023-10-22
city: 佛山
name: {zh: 秋日庙会, en: Autumn Temple Fair}
credits: {reporter: Eleanor, revisor: Linn}
"""
BRIEF = """\
release: investment-promotion
slug: brief
published: 2023-07-18 16:17
headline: {zh: 佛山到苏州招商, en: Foshan courts investors in Suzhou}
date: 2023-07-14
city: 苏州
promoter: 佛山
event: {zh: 佛山投资推介会, en: Foshan Investment Conference}
credits: {reporter: Eleanor, revisor: Linn}
"""
"""The least an investment promotion can say; tests add to it."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A sixth of the examples a property asks for; all of them with ``--hypothesis-profile=all`` (``.ci/run``)."""
    if config.getoption("--hypothesis-profile") == "all":
        return
    for test in {item.obj for item in items if isinstance(item, pytest.Function)}:
        asked = getattr(test, "_hypothesis_internal_use_settings", None)
        if asked and asked.max_examples > FEW:
            fewer = settings(asked, max_examples=max(FEW, asked.max_examples // 6))
            test._hypothesis_internal_use_settings = fewer  # noqa: SLF001  # settings stand nowhere else


def pytest_collection_finish() -> None:
    """What was collected lives as long as the process: the collector need not walk it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def newsroom() -> Newsroom:
    return open_newsroom(ROOT)


@pytest.fixture(scope="session")
def types(newsroom) -> Types:
    """The shipped types and kinds of statements, each read once."""
    return api.types(newsroom)


@pytest.fixture(scope="session")
def house(newsroom) -> Callable[..., House]:
    """A house of the shipped newsroom; each is opened once, they do not change."""
    known: dict[str, House] = {}

    def open_(name: str = "base", **given: object) -> House:
        if given:
            return api.open_house(name, newsroom, today=TODAY, **given)
        if name not in known:
            known[name] = api.open_house(name, newsroom, today=TODAY)
        return known[name]

    return open_


@pytest.fixture
def event(tmp_path, newsroom, types) -> Callable[..., Event]:
    """An event from YAML text: ``event(BRIEF, "signed: {projects: 3个}")``."""

    def write(*parts: str, name: str = "brief.yaml") -> Event:
        path = tmp_path / name
        path.write_text("\n".join(parts), encoding="utf-8")
        return api.load(path, newsroom, types)

    return write


@pytest.fixture
def drafted(event, house) -> Callable[..., tuple[str, ...]]:
    """Both languages of an event in the base house: ``zh, en = drafted(BRIEF, "guests: 20人")``."""

    def draft(*facts: str) -> tuple[str, ...]:
        release = api.draft(event(*facts), house()).release
        return tuple(
            "\n".join(block.text for block in release.document(lang).blocks) for lang in ("zh", "en")
        )

    return draft


@pytest.fixture(scope="session")
def probe_room(tmp_path_factory) -> Newsroom:
    """A newsroom with a type that prints figures alone."""
    return probe.newsroom(tmp_path_factory.mktemp("probe"))


@pytest.fixture(scope="session")
def probe_house(probe_room) -> House:
    return api.open_house("base", probe_room, today=TODAY)
