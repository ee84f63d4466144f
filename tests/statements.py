"""The cases of the kinds of statement, each as an event that the tests can draft."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from pressgen.events import cases as written
from pressgen.events.cases import Case
from tests.conftest import BRIEF, ROOT

FOLDERS = sorted(path.parent for path in (ROOT / "templates" / "statements").glob("*/fields.yaml"))


_FACTS = yaml.load(BRIEF, yaml.BaseLoader)  # noqa: S506  # every value as text, as events are read


def event_of(case: Case) -> str:
    """The text of an event whose story is the case."""
    whole = {**_FACTS, **case.facts}
    assert isinstance(case.facts["story"], list)
    whole["story"] = [*case.facts["story"], "rest"]
    return yaml.dump(whole, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)


def cases(folders: list[Path] = FOLDERS) -> Iterator[Case]:
    """Every case of every kind."""
    for folder in folders:
        yield from written.cases(folder)
