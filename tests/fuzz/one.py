"""One target under a coverage-guided fuzzer: ``python -m tests.fuzz.one TARGET FINDS CORPUS [libFuzzer's options]``.

What breaks it is kept in FINDS, one input for each place in the code, and the run goes on.
"""

import importlib
import sys
import traceback
from pathlib import Path

from tests.fuzz.mutate import spoilt


def main(name: str, finds: Path, options: list[str]) -> None:
    """Run until the time libFuzzer was given is over."""
    atheris = importlib.import_module("atheris")  # comes with pressgen[fuzz]
    with atheris.instrument_imports(include=["pressgen"]):
        targets = importlib.import_module("tests.fuzz.targets")

    def mutated(data: bytes, size: int, seed: int) -> bytes:
        """Most inputs spoilt as people spoil them, every fourth by the fuzzer."""
        return atheris.Mutate(data, size) if seed % 4 == 0 else spoilt(data, size, seed)

    def once(data: bytes) -> None:
        """One input; what is no error in words is a find."""
        try:
            targets.run(name, data)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what we look for
            _keep(finds, name, data, error)

    atheris.Setup([sys.argv[0], *options], once, custom_mutator=mutated)
    atheris.Fuzz()


def _keep(finds: Path, name: str, data: bytes, error: Exception) -> None:
    """The shortest input for each place in the code, with its trace."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = next((frame for frame in reversed(frames) if "/pressgen/" in frame.filename), frames[-1])
    stem = f"{name}-{type(error).__name__}-{Path(ours.filename).stem}-{ours.name}"
    known = finds / stem
    if not known.exists() or len(known.read_bytes()) > len(data):
        known.write_bytes(data)
        (finds / f"{stem}.trace").write_text("".join(traceback.format_exception(error)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
