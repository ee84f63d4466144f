"""What is said of days, months and lists without opening Babel is what Babel says."""

import os
import subprocess
import sys

import pytest
from babel import Locale
from babel.dates import format_datetime
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st

from pressgen import cldr, memory
from pressgen.house.dates import _FIELDS
from tests.conftest import EXAMPLES

LOCALES = {"en": "en_US", "zh": "zh_CN"}


@given(st.sampled_from(sorted(_FIELDS)), st.datetimes(), st.sampled_from(["zh", "en"]))
def test_every_field_of_a_date_is_as_babel_writes_it(name, when, lang):
    assert cldr.field(name, when, lang) == format_datetime(when, name, locale=LOCALES[lang])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("count", range(9))
def test_a_list_is_as_babel_writes_it(count, lang):
    items = [f"{number}{{0}}、 and %" for number in range(count)]
    assert cldr.listed(items, lang) == format_list(items, locale={"en": "en_GB", "zh": "zh_CN"}[lang])


def test_months_and_countries_are_babels():
    assert [cldr.month(number) for number in range(1, 13)] == list(
        Locale("en").months["format"]["wide"].values()
    )
    assert cldr.countries()["丹麦"] == "Denmark"


def test_another_babel_is_asked_anew(monkeypatch):
    rows: dict[str, object] = {}
    monkeypatch.setattr(memory, "row", lambda key, make: rows.setdefault(key, make()))
    monkeypatch.setattr(cldr, "_edition", lambda: "one")
    assert cldr.asked("what", lambda: "old") == "old" == cldr.asked("what", lambda: "new")
    monkeypatch.setattr(cldr, "_edition", lambda: "another")
    assert cldr.asked("what", lambda: "new") == "new"


def test_a_second_draft_opens_no_babel(tmp_path):
    example = next(path for path in EXAMPLES if path.parent.name == "expo-attendance")
    code = (
        "import sys; from pressgen.cli import main\n"
        f"try: main(['draft', {str(example)!r}, '-o', {str(tmp_path / 'out')!r}])\n"
        "except SystemExit as end: code = end.code\n"
        "print(code, 'babel' in sys.modules)"
    )
    own = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}  # no other process keeps anything there
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=own
        )
    assert run.stdout.splitlines()[-1] == "0 False"
