"""Where one desk keeps what is its own: database, photos, secret, backups, all in its newsroom's folder."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from pressgen import api

SETTINGS = "pressgen.toml"
HOME = "PRESSGEN_DESK_HOME"
PORT = "PRESSGEN_DESK_PORT"
TEAM = "PRESSGEN_DESK_TEAM"
HOSTS = "PRESSGEN_DESK_HOSTS"
TOKEN = "PRESSGEN_DESK_TOKEN"  # noqa: S105  # the name of the variable, not a token
USUAL_PORT = 8643


@dataclass(frozen=True, slots=True)
class Installation:
    """One desk: ``home`` is its newsroom's folder. Without a home nothing is kept (types, tests)."""

    home: Path | None
    port: int = USUAL_PORT
    team: bool = False
    hosts: tuple[str, ...] = ()

    @property
    def folder(self) -> Path | None:
        """The desk's own folder within the newsroom's."""
        return self.home / "desk" if self.home else None

    @property
    def stories(self) -> Path:
        """The folder with one folder a story: its photos."""
        assert self.folder is not None  # noqa: S101  # a desk that serves has a home
        return self.folder / "stories"

    @property
    def backups(self) -> Path:
        """Where copies of the database are put."""
        assert self.folder is not None  # noqa: S101  # as above
        return self.folder / "backups"

    def secret(self) -> str:
        """The secret of this desk, made once, readable to its owner alone."""
        if self.folder is None:
            return secrets.token_urlsafe(64)
        path = self.folder / "secret.key"
        if not path.is_file():
            _write_private(path, secrets.token_urlsafe(64))
        return path.read_text(encoding="ascii").strip()

    def to_environment(self) -> None:
        """Say to the settings, which Django reads by itself, where this desk is."""
        os.environ[HOME] = str(self.home or "")
        os.environ[PORT] = str(self.port)
        os.environ[TEAM] = "1" if self.team else ""
        os.environ[HOSTS] = ",".join(self.hosts)


def current() -> Installation:
    """The desk that the environment names."""
    home = os.environ.get(HOME, "")
    hosts = tuple(filter(None, os.environ.get(HOSTS, "").split(",")))
    port = int(os.environ.get(PORT, "") or USUAL_PORT)
    return Installation(Path(home) if home else None, port, bool(os.environ.get(TEAM)), hosts)


def usual_home(start: Path) -> Path:
    """The newsroom's folder at or above a folder, else the one in the user's own data."""
    found = (folder for folder in (start, *start.parents) if (folder / SETTINGS).is_file())
    return next(found, user_data_path("pressgen", appauthor=False) / "newsroom")


def prepare(installation: Installation) -> None:
    """Make the desk's folder, closed to others."""
    assert installation.folder is not None  # noqa: S101  # as above
    installation.folder.mkdir(parents=True, exist_ok=True)
    installation.folder.chmod(0o700)
    installation.stories.mkdir(exist_ok=True)
    ignore = installation.folder / ".gitignore"
    if not ignore.exists():
        api.put(ignore, b"*\n")


def _write_private(path: Path, text: str) -> None:
    """A file that nobody else may read, made only if there is none."""
    if not path.exists():
        with api.filling(path, 0o600) as file:
            file.write(text.encode("ascii"))


def home_of(installation: Installation) -> Path:
    """The newsroom's folder of a desk that serves."""
    assert installation.home is not None  # noqa: S101  # a desk that serves has a home
    return installation.home
