"""Twenty people type in twenty stories of a desk on this machine: how long a save with its preview takes.

python -m tests.bench.desk [PEOPLE] [SAVES]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time

from tests.webdesk.client import Person, started


def main() -> None:
    """Print p50, p95, the slowest, errors and lost saves."""
    people, saves = (int(each) for each in (*sys.argv[1:], "20", "10")[:2]) if len(sys.argv) > 2 else (20, 10)
    with tempfile.TemporaryDirectory() as home, started(home) as address:
        everybody = [Person(address) for _ in range(people)]
        for person in everybody:
            person.new_story()
        taken: list[float] = []
        threads = [threading.Thread(target=_type, args=(person, saves, taken)) for person in everybody]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        lost = sum(person.headline() != person.last for person in everybody)
    taken.sort()
    print(f"{people} people, {len(taken)} saves in {time.perf_counter() - began:.1f} s")
    print(
        f"p50 {statistics.median(taken):.0f} ms, p95 {taken[int(len(taken) * 0.95)]:.0f} ms, slowest {taken[-1]:.0f} ms"
    )
    print(f"errors {sum(person.errors for person in everybody)}, lost {lost}")


def _type(person: Person, saves: int, taken: list[float]) -> None:
    """A person who types for two seconds between saves."""
    for number in range(saves):
        time.sleep(2 + (hash(person) % 100) / 100)
        taken.append(person.save(f"Headline {number} of {id(person)}"))


if __name__ == "__main__":
    main()
