"""Rates that come to stay: workbooks, imports into the newsroom, the ECB's file fetched anew."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressgen.errors import FileError, PressgenError, RateError, UsageError
from pressgen.figures import ecb
from pressgen.figures.rate_files import import_table, update
from pressgen.figures.rates import Rates

HEADER = "Date,USD,JPY,CNY,\n"


def zipped(text: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("eurofxref-hist.csv", text)
    return data.getvalue()


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def table(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text("\n".join(["date,base,quote,rate,source,per", *rows]), encoding="utf-8")
    return path


TODAY = date(2030, 1, 5)


@pytest.fixture
def bank(monkeypatch) -> Iterator[dict[str, object]]:
    """A bank on this machine: what it serves under ``data``, its address under ``url``; nothing is packaged."""
    monkeypatch.setattr(ecb, "packaged_file", lambda: None)
    served: dict[str, object] = {"status": 200, "elsewhere": "", "data": b""}

    class Counter(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(served["status"])
            if served["elsewhere"]:
                self.send_header("Location", served["elsewhere"])
            self.end_headers()
            self.wfile.write(served["data"])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Counter)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    served["url"] = f"http://127.0.0.1:{server.server_port}/eurofxref-hist.zip"
    yield served
    server.shutdown()
    server.server_close()


def test_a_fetched_history_is_read_and_kept(bank, tmp_path):
    bank["data"] = zipped(HEADER + "2030-01-03,1.1,160,7.7,\n2030-01-02,1.1,160,7.8,\n")
    history = update(bank["url"], tmp_path / "new", TODAY)
    assert str(history.rate("USD", "CNY", date(2030, 1, 4))) == "1 USD = 7 CNY (ECB, 2030-01-03)"
    assert [path.name for path in (tmp_path / "new").iterdir()] == [ecb.FILE]


@pytest.mark.parametrize(
    "text",
    [
        "<html>come back later</html>",
        HEADER,
        HEADER + "2030-01-02,1.1,160,7.8,\n2030-01-03,1.1,160,7.7,\n",
        HEADER + "2030-01-03,7.7,160,1.1,\n",
        HEADER + "2030-01-03,1.1,160,-7.7,\n",
        HEADER + "3 January 2030,1.1,160,7.7,\n",
        "Date,USD,JPY,\n2030-01-03,1.1,160,\n",
    ],
)
def test_what_is_no_history_replaces_nothing(bank, text, tmp_path):
    (tmp_path / ecb.FILE).write_bytes(kept := zipped(HEADER + "2029-01-03,1.1,160,7.7,\n"))
    bank["data"] = zipped(text)
    with pytest.raises(RateError):
        update(bank["url"], tmp_path, TODAY)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [kept]


def test_what_is_no_zip_is_refused(bank, tmp_path):
    bank["data"] = b"404"
    with pytest.raises(RateError, match="it is no zip"):
        update(bank["url"], tmp_path, TODAY)


def test_an_older_history_does_not_replace_a_newer_one(bank, tmp_path):
    (tmp_path / ecb.FILE).write_bytes(zipped(HEADER + "2030-01-03,1.1,160,7.7,\n"))
    bank["data"] = zipped(HEADER + "2029-01-03,1.1,160,7.7,\n")
    with pytest.raises(RateError, match="ends on 2029-01-03, what there is on 2030-01-03"):
        update(bank["url"], tmp_path, TODAY)


GOOD = [f"2029-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)][::-1]


def history(days, **cells) -> str:
    """A history of usual rates; ``USD="…"`` stands in the row of the second day."""
    rows = [["1.1", "160", "7.7"] for _ in days]
    for column, name in enumerate(("USD", "JPY", "CNY")):
        rows[1][column] = cells.get(name, rows[1][column])
    return HEADER + "".join(f"{day},{','.join(row)},\n" for day, row in zip(days, rows, strict=True))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (history(["2099-01-02", *GOOD]), "2099-01-02 has not come yet"),
        (history(["2030-01-09", *GOOD]), "2030-01-09 has not come yet"),
        (history(["2030-01-04", "2030-01-03"]), "lacks 336 days of the 336 there are"),
        (history(GOOD[:300]), "lacks 36 days"),
        (history(GOOD, USD="11.0", CNY="77.0"), "EUR/USD is 1.1 on 2029-12-28 but 11.0"),
        (history(GOOD, JPY="16.0"), "EUR/JPY"),
        (history(["2030-01-04", *GOOD]).replace("160", "1600"), "EUR/JPY is 1600 on 2029-12-28 but 160"),
        (history(["2030-01-04", *GOOD], JPY="1600"), "EUR/JPY is 160 on 2030-01-04 but 1600 on 2029-12-28"),
        (
            history(["2030-01-04", *GOOD]).replace("JPY", "KRW"),
            "lacks 0 days of the 336 there are, and 1 currencies",
        ),
    ],
    ids=lambda text: text[:30].strip(),
)
def test_a_history_that_cannot_be_true_replaces_nothing(bank, text, said, tmp_path):
    (tmp_path / ecb.FILE).write_bytes(kept := zipped(history(GOOD)))
    bank["data"] = zipped(text)

    with pytest.raises(RateError, match=said):
        update(bank["url"], tmp_path, TODAY)

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [kept]


@pytest.mark.parametrize(
    "text",
    [
        history(GOOD),
        history(["2030-01-05", "2030-01-04", *GOOD]),
        history(["2030-01-06", *GOOD]),
        history(["2030-01-04", *GOOD], USD="1.0995", JPY="N/A"),
        history(["2030-01-04", *GOOD]).replace("JPY,CNY,", "JPY,CNY,KRW,").replace(",7.7,", ",7.7,1490,"),
        history(["2030-01-04", *GOOD[:330]]),
    ],
)
def test_a_history_that_goes_on_replaces_the_one_before(bank, text, tmp_path):
    (tmp_path / ecb.FILE).write_bytes(zipped(history(GOOD)))
    bank["data"] = zipped(text)

    assert update(bank["url"], tmp_path, TODAY).days[0] == text.splitlines()[1][:10]


def test_a_first_history_is_held_against_the_packaged_one(bank, tmp_path, monkeypatch):
    (tmp_path / "packaged.zip").write_bytes(zipped(history(GOOD)))
    monkeypatch.setattr(ecb, "packaged_file", lambda: tmp_path / "packaged.zip")
    bank["data"] = zipped(history(["2030-01-04", "2030-01-03"]))

    with pytest.raises(RateError, match="lacks 336 days"):
        update(bank["url"], tmp_path / "own", TODAY)


@pytest.mark.parametrize(
    "elsewhere", ["ftp://127.0.0.1/rates.zip", "http://rates.example/x.zip", "file:///etc/passwd"]
)
def test_a_bank_that_sends_elsewhere_is_not_followed(bank, elsewhere, tmp_path, monkeypatch):
    bank |= {"status": 302, "elsewhere": elsewhere}
    asked = []
    monkeypatch.setattr("urllib.request.FTPHandler.ftp_open", lambda _, request: asked.append(request))

    with pytest.raises(PressgenError, match=r"is no https address|cannot be fetched"):
        update(bank["url"], tmp_path, TODAY)

    assert asked == []


def test_a_damaged_history_is_mended_by_an_update(bank, tmp_path):
    (tmp_path / ecb.FILE).write_bytes(b"damaged")
    bank["data"] = zipped(HEADER + "2030-01-03,1.1,160,7.7,\n")
    assert update(bank["url"], tmp_path, TODAY).days == ("2030-01-03",)


def test_a_bank_that_refuses_is_named(bank, tmp_path):
    bank |= {"status": 503, "data": b""}
    with pytest.raises(RateError, match="cannot be fetched"):
        update(bank["url"], tmp_path, TODAY)


@pytest.mark.parametrize(
    "url", ["http://www.ecb.europa.eu/x.zip", "file:///etc/passwd", "ftp://ecb.int/x", "x"]
)
def test_only_https_is_fetched_from_elsewhere(url, tmp_path):
    with pytest.raises(UsageError, match="is no https address"):
        update(url, tmp_path)


def test_a_damaged_cell_of_the_history_is_refused_with_its_line(tmp_path):
    (tmp_path / ecb.FILE).write_bytes(zipped(HEADER + "2030-01-04,1.1,160,7.7,\n2030-01-03,1.1,160,nan,\n"))
    with pytest.raises(RateError, match=r"zip:3: the file of rates is damaged"):
        ecb.read(tmp_path / ecb.FILE).rate("USD", "CNY", date(2030, 1, 3))


def test_a_workbook_is_a_table_as_well(tmp_path):
    path = workbook(
        tmp_path / "parity.xlsx",
        ("date", "base", "quote", "rate", "source", "per"),
        (datetime(2024, 3, 8), "USD", "CNY", 709.78, "PBOC", 100),  # noqa: DTZ001  # Excel knows no zones
        (None,) * 6,
        ("2024-03-11", "USD", "CNY", "7.0969", "PBOC", None),
    )
    rates = Rates.table(path)
    assert str(rates.rate("USD", "CNY", date(2024, 3, 9))) == "1 USD = 7.0978 CNY (PBOC, 2024-03-08)"
    assert str(rates.rate("USD", "CNY", date(2024, 3, 11))) == "1 USD = 7.0969 CNY (PBOC, 2024-03-11)"


def test_a_fault_in_a_workbook_names_its_cell(tmp_path):
    path = workbook(
        tmp_path / "t.xlsx", ("date", "base", "quote", "rate"), (date(2024, 3, 8), "USD", "CNY", 0.1409)
    )
    with pytest.raises(RateError, match=r"t\.xlsx!D2: .*looks inverted"):
        Rates.table(path)


def test_what_is_no_workbook_is_refused(tmp_path):
    (tmp_path / "t.xlsx").write_bytes(b"date,base,quote,rate")
    with pytest.raises(FileError, match="this is really plain text"):
        Rates.table(tmp_path / "t.xlsx")


def test_an_imported_table_is_found_in_the_folder(tmp_path):
    path = table(tmp_path, "parity.csv", '2024-03-08,JPY,CNY,4.8063,"PBOC, parity",100')
    there = import_table(path, tmp_path / "rates")
    assert there.read_text(encoding="utf-8").splitlines()[1] == '2024-03-08,JPY,CNY,0.048063,"PBOC, parity"'
    assert str(Rates.table(tmp_path / "rates").rate("JPY", "CNY", date(2024, 3, 8))).endswith(
        "(PBOC, parity, 2024-03-08)"
    )


def test_an_import_replaces_the_table_of_its_name_and_contradicts_no_other(tmp_path):
    rates = tmp_path / "rates"
    import_table(table(tmp_path, "a.csv", "2024-03-08,USD,CNY,7.0978,PBOC,1"), rates)
    import_table(table(tmp_path, "a.csv", "2024-03-08,USD,CNY,7.0979,PBOC,1"), rates)
    with pytest.raises(RateError, match="keep one of them"):
        import_table(table(tmp_path, "b.csv", "2024-03-08,USD,CNY,7.1,PBOC,1"), rates)
    assert [path.name for path in rates.iterdir()] == ["a.csv"]


def test_an_import_loses_no_rate_of_the_table_of_its_name(tmp_path):
    rates = tmp_path / "rates"
    first = [f"2024-03-{day:02},USD,CNY,7.09{day:02},PBOC,1" for day in range(4, 9)]
    kept = import_table(table(tmp_path, "a.csv", *first), rates).read_bytes()

    with pytest.raises(RateError, match=r"a\.csv there is has 5 rates that this file lacks"):
        import_table(table(tmp_path, "a.csv", "2024-03-11,USD,CNY,7.0969,PBOC,1"), rates)

    assert (rates / "a.csv").read_bytes() == kept
    import_table(table(tmp_path, "a.csv", *first, "2024-03-11,USD,CNY,7.0969,PBOC,1"), rates)
    (rates / "a.csv").write_text("damaged", encoding="utf-8")
    import_table(table(tmp_path, "a.csv", "2024-03-11,USD,CNY,7.0969,PBOC,1"), rates)


def test_rates_of_days_to_come_are_not_imported(tmp_path):
    path = table(tmp_path, "a.csv", "2024-03-08,USD,CNY,7.0978,PBOC,1", "2099-01-02,USD,CNY,7.1,PBOC,1")

    with pytest.raises(RateError, match=r"a\.csv:3:1: 2099-01-02 has not come yet"):
        import_table(path, tmp_path / "rates")

    assert not (tmp_path / "rates").exists()


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ("2.61 2.62 26.1 2.63", 4),
        ("2.61 2.62 0.262 2.63", 4),
        ("26.1 2.62 2.61", 2),
        ("2.61 2.62 262", 4),
        ("2.61 2.62 2.63 28.1", 5),
    ],
)
def test_a_decimal_point_that_slipped_is_named_at_its_row(values, line, tmp_path):
    rows = [f"2024-03-{day:02},GEL,CNY,{value},bank,1" for day, value in enumerate(values.split(), 4)]

    with pytest.raises(RateError, match=rf"a\.csv:{line}:1: .* check the decimal point"):
        import_table(table(tmp_path, "a.csv", *rows), tmp_path / "rates")


@pytest.mark.parametrize(
    "values", ["2.61 2.62 2.63", "2.61", "2.61 3.4 3.5", "1507 1507.5 15000 15000", "2.61 1.2 1.3"]
)
def test_rates_that_move_as_rates_do_are_imported(values, tmp_path):
    rows = [f"2024-03-{day:02},LBP,GEL,{value},bank,1" for day, value in enumerate(values.split(), 4)]

    assert import_table(table(tmp_path, "a.csv", *rows), tmp_path / "rates")


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "rates").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(FileError, match="a file and no folder"):
        import_table(table(tmp_path, "a.csv", "2024-03-08,USD,CNY,7.0978,PBOC,1"), tmp_path / "rates")


def test_a_faulty_table_is_not_imported(tmp_path):
    with pytest.raises(PressgenError):
        import_table(table(tmp_path, "a.csv", "2024-03-08,USD,CNY,0.14,PBOC,1"), tmp_path / "rates")
    assert not (tmp_path / "rates").exists()


SHREDS = [
    "date,base,quote,rate\n",
    "2024-03-08",
    ",",
    "USD",
    "CNY",
    "7.1",
    '"',
    "\n",
    "9999-12-31",
    "nan",
    "\x00",
    "；",
]


@settings(
    derandomize=True,
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.sampled_from(SHREDS) | st.text(max_size=5), max_size=30).map("".join)
    | st.binary(max_size=200)
)
def test_whatever_is_in_a_table_it_is_read_or_refused(tmp_path, content):
    for name in ("table.csv", "table.xlsx", "table.zip"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        with suppress(PressgenError):
            ecb.read(path) if name.endswith("zip") else Rates.table(path).rate("USD", "CNY", date.max)


def test_the_first_day_of_all_has_no_rate_and_no_accident():
    with pytest.raises(RateError, match="on or before 0001-01-01"):
        Rates.ecb().rate("USD", "CNY", date.min)


def test_the_trade_systems_workbook_is_imported_as_downloaded(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "parity.xlsx",
        ("日期", "美元/人民币", "100日元/人民币", "人民币/澳门元"),
        ("2024-10-09", "7.0568", "4.7715", "1.1345"),
        ("2024-09-30", "7.0074", "4.9222", "---"),
        ("数据来源：中国货币网", None, None, None),
    )
    kept = import_table(path, tmp_path / "rates")
    rates = Rates.table(kept)
    assert kept.read_text(encoding="utf-8").splitlines()[0] == "date,base,quote,rate,source"
    assert str(rates.rate("USD", "CNY", date(2024, 10, 8))) == "1 USD = 7.0074 CNY (parity, 2024-09-30)"
    assert str(rates.rate("JPY", "CNY", date(2024, 10, 9))) == "1 JPY = 0.047715 CNY (parity, 2024-10-09)"
