"""The database's form: brought up to date on start, a copy before; one from a newer version is refused."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from filelock import FileLock

from pressgen import api
from pressgen.desk.installation import Installation
from pressgen.errors import FileError, Place

_APP = "desk"


def migrated(installation: Installation) -> None:
    """Bring the database up to date; raises FileError for one that cannot be opened or is newer."""
    assert installation.folder is not None  # noqa: S101  # a desk that serves has a home
    with FileLock(installation.folder / "migrate.lock"):
        try:
            _refuse_newer()
            if _waiting():
                if connection.introspection.table_names():
                    copied(installation)
                call_command("migrate", verbosity=0, interactive=False)
        except OperationalError as error:
            raise FileError(
                "数据库打不开（{why}）；请检查磁盘空间、权限或DATABASE_URL",
                "the database cannot be opened ({why}); check the disk, its rights, or DATABASE_URL",
                Place(str(connection.settings_dict["NAME"])),
                why=" ".join(str(error).split()),
            ) from None
    _closed_to_others(Path(str(connection.settings_dict["NAME"])))


def _closed_to_others(path: Path) -> None:
    for each in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        if each.is_file():
            each.chmod(0o600)


def _waiting() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _refuse_newer() -> None:
    loader = MigrationLoader(connection)
    unknown = [
        name
        for app, name in loader.applied_migrations or ()
        if app == _APP and (app, name) not in loader.disk_migrations
    ]
    if unknown:
        raise FileError(
            "数据库由更新版本的pressgen写成（{name}）；请升级pressgen，或恢复备份",
            "the database was written by a newer pressgen ({name}); upgrade pressgen, or restore a backup",
            Place(str(connection.settings_dict["NAME"])),
            name=unknown[-1],
        )


def copied(installation: Installation) -> Path | None:
    """A copy of an SQLite database beside it, whole even while others write; None for another database."""
    if connection.vendor != "sqlite":
        return None
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S-%f")  # noqa: DTZ005  # a name for people
    path = installation.backups / f"desk-{stamp}.sqlite3"
    with api.replacing(path) as spare, connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [os.fspath(spare)])
        spare.chmod(0o600)
    return path
