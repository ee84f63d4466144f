"""Where a newsroom's data lie: the folder given or found, then a checkout, then what the package carries.

A newsroom's folder is the one with a ``pressgen.toml``, looked for from the current folder upwards.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressgen.complaints import complaint
from pressgen.errors import HouseError, Place, Wording, series
from pressgen.source import listed, nearest, text_of
from pressgen.source.file import unreadable

if TYPE_CHECKING:
    from pressgen.events import Types

SETTINGS = "pressgen.toml"
_KNOWN = ("house", "glossaries", "rates", "ui")


@dataclass(frozen=True, slots=True)
class Newsroom:
    """The folders a house's data come from, the nearest first, and the newsroom's own settings.

    ``house``: the default house. ``rates``: the office's own table. ``ui``: language of messages.
    """

    folders: tuple[Path, ...]
    house: str = ""
    glossaries: tuple[Path, ...] = ()
    rates: Path | None = None
    ui: str = ""
    settings: Path | None = field(default=None, compare=False)

    def find(self, *parts: str) -> Path | None:
        """The first folder's file or folder of this name, or None. Raises FileError: a disk that fails."""
        within = os.sep.join(parts)  # noqa: PTH118  # asked at every check
        for root in self.folders:
            if _is_there(path := f"{root}{os.sep}{within}"):
                return Path(path)
        return None

    def names(self, kind: str) -> list[str]:
        """The names below ``templates/houses`` or ``templates/releases``, except base, sorted."""
        return sorted({name for root in self.folders for name in _below(root, kind)})

    @property
    def houses(self) -> list[str]:
        """The houses to choose from: the newsroom's own, where it has any; else those that ship."""
        return next((sorted(own) for root in self.folders if (own := _below(root, "houses"))), [])


def _below(root: Path, kind: str) -> set[str]:
    return {path.name for path in listed(root / "templates" / kind) if path.is_dir() and path.name != "base"}


def _is_there(path: str) -> bool:
    """Whether there is such a path; one that cannot be looked at is not absent: another would stand in."""
    try:
        os.stat(path)  # noqa: PTH116  # asked at every check
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError as error:
        raise unreadable(error, Path(path)) from None
    return True


def open_newsroom(start: Path) -> Newsroom:
    """The newsroom whose folder is ``start`` or above it; without one, the packaged data serve."""
    shipped = shipped_data()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return _settled(folder, _settings(folder / SETTINGS), shipped)
    return Newsroom((shipped,))


def release_types(newsroom: Newsroom) -> Types:
    """The release types a newsroom has, by name: its own, then those every newsroom has."""
    from pressgen.events import types_of  # noqa: PLC0415  # a room is entered when it is needed

    base = _folder(newsroom, "releases", "base")
    return types_of(_declared(newsroom, "releases"), base, _declared(newsroom, "statements"))


def _declared(newsroom: Newsroom, kind: str) -> dict[str, Path]:
    folders = {name: _folder(newsroom, kind, name) for name in newsroom.names(kind)}
    return {name: folder for name, folder in folders.items() if (folder / "fields.yaml").is_file()}


def _folder(newsroom: Newsroom, kind: str, name: str) -> Path:
    found = newsroom.find("templates", kind, name)
    if found is None:  # names() found it, and base ships with the package
        raise HouseError(
            "没有templates/{kind}/{name}，或无法读取；请检查这个文件夹，或重新安装pressgen",
            "there is no templates/{kind}/{name}, or it cannot be read; check that folder, "
            "or install pressgen again",
            Place(str(newsroom.folders[-1])),
            kind=kind,
            name=name,
        )
    return found


def shipped_data() -> Path:
    """The folder with ``templates`` and ``glossary``: a checkout's own, else the package's copy."""
    package = Path(__file__).resolve().parents[1]
    return next(
        root for root in (package.parent, package / "newsroom") if (root / "templates" / "houses").is_dir()
    )


def _settings(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415  # most newsrooms have no settings

    try:
        settings = tomllib.loads(text_of(path))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise HouseError(
            "设置有误（{why}）", "not valid TOML ({why})", Place(str(path)), why=complaint(error)
        ) from None
    for key, value in settings.items():
        _refuse_unknown(key, path)
        _refuse_language(key, value, path)
        wanted = list if key == "glossaries" else str
        if not isinstance(value, wanted):
            kind = (
                Wording("列表", "list") if wanted is list else Wording("文字（写在引号里）", "text in quotes")
            )
            raise HouseError(
                "{key}的值应为{kind}", "{key} should be {kind}", Place(str(path)), key=key, kind=kind
            )
    return settings


def _refuse_unknown(key: str, path: Path) -> None:
    if key not in _KNOWN:
        meant = nearest(key, _KNOWN)
        raise HouseError(
            "没有设置{key}；是否为{known}？" if meant else "没有设置{key}；可用：{known}",
            "there is no setting {key}; did you mean {known}?"
            if meant
            else "there is no setting {key}; there are {known}",
            Place(str(path)),
            key=key,
            known=meant or series(_KNOWN),
        )


def _refuse_language(key: str, value: object, path: Path) -> None:
    if key == "ui" and value not in ("zh", "en", ""):
        raise HouseError("ui只能是zh或en", "ui is zh or en", Place(str(path)))


def _settled(folder: Path, settings: dict[str, Any], shipped: Path) -> Newsroom:
    rates = settings.get("rates")
    return Newsroom(
        folders=(folder, shipped),
        house=settings.get("house", ""),
        glossaries=tuple(folder / str(path) for path in settings.get("glossaries", [])),
        rates=folder / rates if rates else None,
        ui=settings.get("ui", ""),
        settings=folder / SETTINGS,
    )
