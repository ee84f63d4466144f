"""A newsroom's own settings changed while it is open: a house's file, its table of rates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pressgen import outbox
from pressgen.errors import PressgenError, UsageError
from pressgen.house.house import open_written
from pressgen.house.newsroom import Newsroom, open_newsroom
from pressgen.source import bytes_of, text_of

_RATES = "rates"


def house_file(name: str, newsroom: Newsroom) -> Path | None:
    """The file of a house that the newsroom may change; None for one that came with the package."""
    if newsroom.settings is None:
        return None
    path = newsroom.settings.parent / "templates" / "houses" / name / "house.yaml"
    return path if path.is_file() else None


def save_house(name: str, newsroom: Newsroom, text: str, before: str, *, today: date) -> None:
    """Put a text in the place of a house's file, whole or not at all; ``before`` is what stood there.

    Raises Faults with every line at fault, HouseError, FileError; UsageError for a house that is not the
    newsroom's own or whose file somebody changed meanwhile.
    """
    path = house_file(name, newsroom)
    if path is None:
        raise UsageError(
            "这个样式是随附的；请复制成本单位的再改",
            "this house is not the newsroom's own; copy it and change the copy",
        )
    open_written(name, newsroom, text, today=today)
    with outbox.held(path.parent):
        if text_of(path) != before:
            raise UsageError("样式已有人改过；请重新打开", "the house was changed meanwhile; open it again")
        outbox.put(path, text.encode())


def import_rates(path: Path, newsroom: Newsroom) -> Path:
    """Check an office's table of rates, put it where the newsroom looks, and have it looked there.

    Raises RateError, FileError, Faults for the table; UsageError where the newsroom names one file.
    """
    from pressgen.figures import rate_files  # noqa: PLC0415  # for those who ask

    if newsroom.settings is None:
        raise UsageError(
            "这里没有本单位的文件夹；请先运行pressgen init",
            "there is no newsroom's folder here; run pressgen init first",
        )
    if newsroom.rates is not None and not newsroom.rates.is_dir():
        raise UsageError(
            "本单位的汇率写在{file}里；请直接改它，或把pressgen.toml里的rates改成文件夹",
            "the newsroom's rates stand in {file}; change it, or name a folder as rates in pressgen.toml",
            file=newsroom.rates.name,
        )
    if newsroom.rates is not None:
        return rate_files.import_table(path, newsroom.rates)
    folder = newsroom.settings.parent / _RATES
    target = folder / f"{path.stem}.csv"
    before = bytes_of(target) if target.exists() else None
    with outbox.furnished(folder):
        kept = rate_files.import_table(path, folder)
        try:
            _name_rates(newsroom.settings)
        except (PressgenError, OSError):  # nobody looks there yet: as it was, or not at all
            if before is None:
                outbox.drop(target)
            else:
                outbox.put(target, before)
            raise
    return kept


def _name_rates(settings: Path) -> None:
    """Say in a newsroom's settings where its rates are, unless somebody has said so since they were read."""
    with outbox.held(settings.parent):
        if open_newsroom(settings.parent).rates is None:
            text = text_of(settings).rstrip("\n")
            outbox.put(settings, f'{text}\nrates = "{_RATES}"\n'.encode())
