"""How long a user waits: ``pressgen --help`` and a first draft of four files, as whole processes.

    python -m tests.bench.startup

Medians of several runs, first run apart (cold caches). A bare interpreter is measured beside them.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

EXAMPLE = Path(__file__).parents[2] / "templates" / "releases" / "expo-attendance" / "example.yaml"


def waited(arguments: list[str], runs: int = 9) -> tuple[float, float]:
    """Seconds of the first run, and the median of the others."""
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], cwd=folder, check=True, capture_output=True)
            times.append(time.perf_counter() - start)
    return times[0], median(times[1:])


def main() -> None:
    """Print the table."""
    for name, arguments in {
        "bare interpreter": ["-c", "pass"],
        "pressgen --help": ["-m", "pressgen", "--help"],
        "pressgen draft (four files, two photos)": ["-m", "pressgen", "draft", str(EXAMPLE)],
    }.items():
        first, usual = waited(arguments)
        print(f"{name:<42} first {first * 1000:6.0f} ms   median {usual * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
