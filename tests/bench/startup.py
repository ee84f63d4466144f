"""How much processor time a user's commands take, beside a bare interpreter: python -m tests.bench.startup

Whole processes in folders of their own, with compiled modules and the user's cache warm, as after the first
run; medians, in turns, so that a busy machine weighs on all alike. The first run is printed apart.
"""

from __future__ import annotations

import argparse
import os
import resource  # of POSIX alone: elsewhere no process tells what its children took
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

EXAMPLE = Path(__file__).parents[2] / "templates" / "releases" / "expo-attendance" / "example.yaml"
COMMANDS = {
    "bare interpreter": ["-c", "pass"],
    "pressgen --help": ["-m", "pressgen", "--help"],
    "pressgen convert": ["-m", "pressgen", "convert", "400亿元", "--on", "2020-12-08"],
    "pressgen draft (four files, two photos)": ["-m", "pressgen", "draft", str(EXAMPLE)],
    "pressgen check (its two Word files)": ["-m", "pressgen", "check"],
}
WANTED = {"pressgen --help": 4, "pressgen convert": 15, "pressgen draft (four files, two photos)": 30}
WANTED["pressgen check (its two Word files)"] = 25


def spent(arguments: list[str], cache: Path, folder: str) -> float:
    """Processor seconds of one process and those it starts."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env |= {"PYTHONPYCACHEPREFIX": str(cache / "pyc"), "XDG_CACHE_HOME": str(cache)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=folder, env=env, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=9)
    runs = options.parse_args().runs
    took: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as made:
        cache = Path(made)
        drafts = cache / "drafts"
        drafts.mkdir()
        spent(COMMANDS["pressgen draft (four files, two photos)"], cache / "other", str(drafts))
        words = sorted(map(str, drafts.glob("*.docx")))
        for _ in range(runs + 1):
            for name, arguments in COMMANDS.items():
                more = words if name.startswith("pressgen check") else []
                with tempfile.TemporaryDirectory() as folder:
                    took[name].append(spent([*arguments, *more], cache, folder))
    bare = median(took["bare interpreter"][1:])
    for name, (first, *others) in took.items():
        usual = median(others)
        wanted = f"   wanted {WANTED[name]}" if name in WANTED else ""
        print(
            f"{name:<42} first {first * 1000:6.0f} ms   then {usual * 1000:6.0f} ms {usual / bare:6.1f} times bare{wanted}"
        )


if __name__ == "__main__":
    main()
