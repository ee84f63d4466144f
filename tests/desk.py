"""The command line as tests call it: in this process, with its own streams, folder and environment."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from pressgen.cli import main


def run(
    *arguments: object, cwd: Path, env: dict[str, str] | None = None, stdin: str | bytes = ""
) -> subprocess.CompletedProcess[str]:
    """What ``pressgen ARGUMENTS`` says and returns in a folder; messages are English unless ``env`` says else."""
    out, err = _stream(), _stream()
    spoken = {"PRESSGEN_UI": "en", **(env or {})}
    thresholds = gc.get_threshold()
    try:
        with (
            chdir(cwd),
            patch.dict(os.environ, spoken),
            patch("sys.stdin", _stream(stdin)),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            main([*map(str, arguments)])
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        gc.set_threshold(*thresholds)
    return subprocess.CompletedProcess(arguments, code, _text(out), _text(err))


def spawn(*arguments: object, cwd: Path, **given: object) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own, as a shell does it."""
    command = [sys.executable, "-m", "pressgen", *map(str, arguments)]
    environment = {**os.environ, "PRESSGEN_UI": "en"}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, check=False, encoding="utf-8", **given
    )  # type: ignore[call-overload]


def _stream(text: str | bytes = "") -> io.TextIOWrapper:
    data = text if isinstance(text, bytes) else text.encode()
    return io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode().replace("\r\n", "\n")  # type: ignore[attr-defined]
