"""What ``check`` writes when asked: fixes into text files, review copies of Word files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from pressgen import api
from pressgen.cli.console import say, ui
from pressgen.errors import Place, UsageError, series
from pressgen.findings import Finding
from pressgen.formats import LINES, endings
from pressgen.source import real

_WORD = endings(".docx")


def fix(files: Iterable[str], findings: Sequence[Finding], *, copies: bool) -> bool:
    """Make the safe fixes of text files, say what was done; whether any file is another now."""
    changed = False
    for file in files:
        if file.lower().endswith(LINES):
            changed |= _fixed(file, findings)
        elif not file.lower().endswith(_WORD):
            say(
                "{file}：不能直接修改，请改原稿",
                "{file}: is not changed; change what it was made from",
                file=file,
            )
        elif not copies:
            say(
                "{file}：Word文件只在副本中修改；请加--review DIR",
                "{file}: a Word file is changed in a copy only; add --review DIR",
                file=file,
            )
    return changed


def _fixed(file: str, findings: Sequence[Finding]) -> bool:
    made, refused = api.fix(file, findings)
    if made:
        say("{file}：已改{n}处", "{file}: {n} fixed", file=file, n=made)
    if refused:
        say(
            "{file}：{n}处无法自动修改，请手工改",
            "{file}: {n} could not be fixed here; do so by hand",
            file=file,
            n=refused,
        )
    return made > 0


def targets(paths: Sequence[Path], files: Iterable[str], folder: Path) -> dict[str, Path]:
    """Where the copy of each Word file goes: its name, below a folder that was walked its path in that.

    Raises UsageError where a copy would be its original, or two would be one.
    """
    found = {file: folder / _name(paths, Path(file)) for file in files if file.lower().endswith(_WORD)}
    taken: dict[Path, str] = {}
    for file, target in found.items():
        if real(target) == real(Path(file)):
            raise UsageError(
                "副本会盖住原稿；请给--review另一个文件夹",
                "the copy would replace the original; give --review another folder",
                Place(file),
            )
        if real(target) in taken:
            raise UsageError(
                "与{other}的副本同名；请分两次检查，放到不同的文件夹",
                "its copy would have the name of {other}'s; check them one by one into two folders",
                Place(file),
                other=taken[real(target)],
            )
        taken[real(target)] = file
    return found


def _name(paths: Sequence[Path], file: Path) -> Path:
    """A copy carries no macros, so it is a ``.docx``."""
    walked = (path for path in paths if path in file.parents)
    name = next((file.relative_to(path) for path in walked), Path(file.name))
    return name.with_suffix(".docx") if name.suffix.lower() == ".docm" else name


def review(copies: dict[str, Path], files: Iterable[str], findings: Sequence[Finding]) -> None:
    """Write the review copies and say what is in them. A copy a person has worked in is kept."""
    from pressgen import outbox  # noqa: PLC0415  # only a check with --review writes

    at = datetime.now().astimezone()
    for file in files:
        if file not in copies:
            say(
                "{file}：不是Word文件，没有批注副本",
                "{file}: is no Word file and has no review copy",
                file=file,
            )
            continue
        made = api.review(file, findings, ui(), at=at)
        (written,) = outbox.deliver(copies[file].parent, ".review", {copies[file].name: made.data}, {})
        if written.beside:
            say("保留已有的{old}", "kept {old}, which somebody has edited", old=written.beside)
        say(
            "{path}：{comments}条批注，{fixes}处修订",
            "{path}: comments: {comments}, tracked changes: {fixes}",
            path=written.path,
            comments=made.comments,
            fixes=len(made.fixed),
        )
        if made.dropped:
            dropped = series(words.say(ui()) for words in made.dropped)
            say(
                "{path}：副本中去掉了{dropped}",
                "{path}: left out of the copy: {dropped}",
                path=written.path,
                dropped=dropped,
            )
