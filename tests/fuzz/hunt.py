"""All targets in turn for a while: ``python -m tests.fuzz.hunt --minutes 60 [TARGET…]``.

Inputs that teach the fuzzer something are kept in ``--corpus`` (a folder of your own), what breaks a target
lies there as ``finds/TARGET-…``, one for each place; a line a turn tells inputs and seconds. Exit code 1 where something was found.
"""

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz import corpus
from tests.fuzz.targets import TARGETS

LONGEST = {"event_xlsx": 400_000, "word": 60_000, "word_review": 60_000, "package": 60_000, "picture": 40_000}
"""Bytes of an input where 8,000 are too few."""


def _sown(kept: Path) -> None:
    for target, inputs in corpus.whole().items():
        folder = kept / target
        folder.mkdir(parents=True, exist_ok=True)
        for number, data in enumerate(inputs):
            (folder / f"seed-{number}").write_bytes(data)


def _turn(target: str, kept: Path, seconds: int) -> tuple[int, bool]:
    """One target for a while: how many inputs, and whether one broke it."""
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST.get(target, 8_000)}",
        "-timeout=60",
        "-report_slow_units=30",
        "-rss_limit_mb=3000",
        "-print_final_stats=1",
        "-len_control=0",
        f"-artifact_prefix={kept / 'finds' / target}-",
    ]
    before = {path.name for path in (kept / "finds").iterdir()}
    command = [
        sys.executable,
        "-m",
        "tests.fuzz.one",
        target,
        str(kept / "finds"),
        str(kept / target),
        *options,
    ]
    with (kept / f"{target}.log").open("a", encoding="utf-8", errors="replace") as log:
        text, code = _ran(command, seconds + 600)
        log.write(text[-20_000:])
    found = {path.name for path in (kept / "finds").glob(f"{target}-*")} - before
    counted = [
        int(number)
        for number in re.findall(r"^(?:stat::number_of_executed_units: |#)(\d+)", text, re.MULTILINE)
    ]
    return max(counted, default=0), bool(found) or code != 0


def _ran(command: list[str], most: int) -> tuple[str, int]:
    """What a command said, and its exit code; 1 where it does not end."""
    try:
        ran = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=most, check=False
        )
    except subprocess.TimeoutExpired as error:
        return (error.stdout or b"").decode("utf-8", "replace"), 1
    return ran.stdout.decode("utf-8", "replace"), ran.returncode


def main() -> int:
    """Run, tell, and say whether anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], default=[])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--turn", type=int, default=60, help="Seconds a target has at a time.")
    parser.add_argument("--corpus", type=Path, default=Path(".fuzz"))
    given = parser.parse_args()
    kept = given.corpus.resolve()
    (kept / "finds").mkdir(parents=True, exist_ok=True)
    _sown(kept)
    end, inputs, broken = time.monotonic() + 60 * given.minutes, 0, 0
    while time.monotonic() < end:
        for target in given.targets or TARGETS:
            left = end - time.monotonic()
            if left <= 1:
                break
            start = time.monotonic()
            count, broke = _turn(target, kept, max(1, int(min(given.turn, left))))
            inputs, broken = inputs + count, broken + broke
            print(
                f"{target:<16} {count:>8} inputs {time.monotonic() - start:>6.0f} s{'  BROKEN' if broke else ''}",
                flush=True,
            )
    print(f"{inputs} inputs, {broken} broken")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
