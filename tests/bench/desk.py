"""Twenty people type in twenty stories of a desk on this machine: how long a save with its preview takes.

python -m tests.bench.desk [PEOPLE] [SAVES]

Prints how long the desk takes to its first page and how large that is; the server's memory when it has
started, when one draft was made, and after everybody typed; the times of the saves, and what one cost the
server's processor (which says more than the times where other work goes on); errors and lost saves.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import threading
import time

import psutil

from tests.webdesk.client import Person, free_port, launched


def main() -> None:
    """Print the table."""
    people, saves = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (20, 10)
    with tempfile.TemporaryDirectory() as home:
        first, _ = launched(home, free_port())  # fills the desk with the examples
        _stopped(first)
        began = time.perf_counter()
        desk, address = launched(home, free_port())
        person = Person(address)
        page = person.get("/")
        print(f"first page after {time.perf_counter() - began:.2f} s, {len(page.encode()) / 1000:.0f} kB")
        server = psutil.Process(desk.pid)
        print(f"memory: started {_memory(server)} MB, ", end="", flush=True)
        person.new_story()
        person.save("The first headline")
        print(f"after one draft {_memory(server)} MB, ", end="", flush=True)
        try:
            _load(server, address, people, saves)
        finally:
            _stopped(desk)


def _load(server: psutil.Process, address: str, people: int, saves: int) -> None:
    everybody = [Person(address) for _ in range(people)]
    for person in everybody:
        person.new_story()
    taken: list[float] = []
    threads = [threading.Thread(target=_type, args=(each, saves, taken)) for each in everybody]
    began, used = time.perf_counter(), _processor(server)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took, used = time.perf_counter() - began, _processor(server) - used
    lost = sum(person.headline() != person.last for person in everybody)
    taken.sort()
    print(f"with {people} people {_memory(server)} MB")
    print(f"{people} people, {len(taken)} saves in {took:.1f} s")
    print(
        f"p50 {statistics.median(taken):.0f} ms, p95 {taken[int(len(taken) * 0.95)]:.0f} ms, "
        f"slowest {taken[-1]:.0f} ms; processor {used / len(taken) * 1000:.0f} ms a save"
    )
    print(f"errors {sum(person.errors for person in everybody)}, lost {lost}")


def _type(person: Person, saves: int, taken: list[float]) -> None:
    """A person who types for two seconds between saves."""
    for number in range(saves):
        time.sleep(2 + (hash(person) % 100) / 100)
        taken.append(person.save(f"Headline {number} of {id(person)}"))


def _memory(server: psutil.Process) -> int:
    return round(server.memory_info().rss / 1_000_000)


def _processor(server: psutil.Process) -> float:
    times = server.cpu_times()
    return float(times.user + times.system)


def _stopped(desk: subprocess.Popen[str]) -> None:
    desk.terminate()
    desk.communicate(timeout=20)


if __name__ == "__main__":
    main()
