"""One target under a coverage-guided fuzzer: ``python -m tests.fuzz.one TARGET FINDS CORPUS [libFuzzer's options]``.

What breaks it is kept in FINDS, one input for each place in the code, and the run goes on.
"""

import sys
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pressgen"]):
    from tests.fuzz import targets
from tests.fuzz.mutate import spoilt

NAME, FINDS = sys.argv[1], Path(sys.argv[2])


def mutated(data: bytes, size: int, seed: int) -> bytes:
    """Most inputs spoilt as people spoil them, every fourth by the fuzzer."""
    return atheris.Mutate(data, size) if seed % 4 == 0 else spoilt(data, size, seed)


def once(data: bytes) -> None:
    """One input; what is no error in words is a find."""
    try:
        targets.run(NAME, data)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is what we look for
        frames = traceback.extract_tb(error.__traceback__)
        ours = next((frame for frame in reversed(frames) if "/pressgen/" in frame.filename), frames[-1])
        stem = f"{NAME}-{type(error).__name__}-{Path(ours.filename).stem}-{ours.name}"
        known = FINDS / stem
        if not known.exists() or len(known.read_bytes()) > len(data):
            known.write_bytes(data)
            (FINDS / f"{stem}.trace").write_text("".join(traceback.format_exception(error)), encoding="utf-8")


def main() -> None:
    """Run until the time libFuzzer was given is over."""
    atheris.Setup([sys.argv[0], *sys.argv[3:]], once, custom_mutator=mutated)
    atheris.Fuzz()


main()
