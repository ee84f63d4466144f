"""Tables that come with the program, read from CSV once and then taken from ``memory``."""

from __future__ import annotations

from pathlib import Path

from pressgen import memory

Rows = list[dict[str, str]]
_Known = tuple[int, int, Rows]
"""The size and the time of a file, and what it said then."""


def rows(module: str, name: str) -> Rows:
    """The rows of a table beside a module, by its header; whoever asks changes none of them.

    >>> rows(__file__.replace("packaged", "figures/currencies"), "coins.csv")[0]["names"]
    '美分'
    """
    path = Path(module).with_name(name)
    state = path.stat()
    stamp = state.st_size, state.st_mtime_ns
    found: _Known | None = memory.known(key := f"table {path}")
    if found is None or found[:2] != stamp:
        found = memory.learn(key, (*stamp, read(path)))
    return found[2]


def read(path: Path) -> Rows:
    """Those of a file, for what is made of them and kept itself."""
    import csv  # noqa: PLC0415  # once a table

    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
