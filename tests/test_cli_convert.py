"""pressgen convert: a sum in both languages, or the bracketed sums of a whole draft."""

import re

import pytest

from pressgen.api import read, write
from pressgen.document import Block, Document
from tests.desk import run

DRAFT = """\
---
title: 40 billion yuan
date: 2020-12-08
---

# 40 billion yuan for cars

_Updated: December 8, 2020_

The zone expects 40 billion yuan in output, and 40 billion yuan is much.

Projects over 100 million yuan each count, and 2 billion yuan (USD 612 million) was wrong.
"""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["2405.72亿元", "--on", "2023-07-14"],
            "2405.72亿元（约合337亿美元）\n240.572 billion yuan (USD 33.7 billion)",
        ),
        (["USD 6.12 billion", "--to", "CNY", "--on", "2020-12-08"], "61.2亿美元（约合400亿元）"),
        (["400亿元", "--to", "EUR", "--on", "2020-12-08"], "400亿元（约合50.6亿欧元）"),
        (["400亿元", "--rate", "6.5"], "1 USD = 6.5 CNY (--rate"),
        (["400亿元", "--to", "欧元", "--on", "2020年12月8日"], "400亿元（约合50.6亿欧元）"),
        (["港币7亿元", "--to", "人民币", "--on", "December 8, 2020"], "7亿港元（约合5.9亿元）"),
        (
            ["RMB 2-3 billion", "--on", "2023.7.14"],
            "2 billion to 3 billion yuan (USD 280 million to USD 420 million)",
        ),
        (["不超过5亿元", "--on", "2023-07-14"], "不超过5亿元（约合7010万美元）"),
        (["1亿元", "--on", "2023-07-15"], "1 USD = 7.136262 CNY (ECB, 2023-07-14)"),
    ],
)
def test_a_sum_is_printed_in_both_languages_with_rate_day_and_source(arguments, said, tmp_path):
    done = run("convert", *arguments, cwd=tmp_path)

    assert done.returncode == 0
    assert said in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["400亿元"], "give the day \\(--on"),
        (["400亿元", "--on", "1998-12-31"], "1999|2005"),
        (["400亿元", "--on", "2031-01-01"], "rates update"),
        (["NaN", "--on", "2023-07-14"], "NaN"),
        (["1.2.3亿元", "--on", "2023-07-14"], "1.2.3"),
        (["400亿元", "--on", "2023年7月"], "is no date"),
        (["400亿元", "--to", "金币", "--on", "2023-07-14"], "is no currency"),
        (["数亿元", "--on", "2023-07-14"], "no exact sum to convert"),
        (["", "--on", "2023-07-14"], "not one figure|nothing|empty"),
        (["draft.html", "--on", "2023-07-14"], "draft.html"),
        (["draft.docx", "--on", "2023-07-14"], "name another file with -o"),
    ],
)
def test_nothing_is_converted_with_a_guess(arguments, said, tmp_path):
    done = run("convert", *arguments, cwd=tmp_path)

    assert done.returncode == 2
    assert re.search(said, done.stderr)


def test_a_draft_gets_its_dollars_once_and_wrong_ones_are_corrected(tmp_path):
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")

    done = run("convert", "draft.md", "-o", "out.md", cwd=tmp_path)

    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "expects 40 billion yuan (USD 6.12 billion) in output, and 40 billion yuan is much" in text
    assert "2 billion yuan (USD 306 million)" in text
    assert "over 100 million yuan each count" in text
    assert text.startswith(DRAFT[: DRAFT.index("The zone")])
    assert "a threshold" in done.stderr


def test_converting_twice_changes_nothing_more(tmp_path):
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    run("convert", "draft.md", "-o", "one.md", cwd=tmp_path)

    run("convert", "one.md", "-o", "two.md", cwd=tmp_path)

    assert (tmp_path / "one.md").read_bytes() == (tmp_path / "two.md").read_bytes()


PAGE = """\
<!DOCTYPE html>\r
<html><head><title>400亿元</title><script>if (a < 1) say("400亿元")</script></head>
<body><h1>佛山签约400亿元</h1>
<p class='x>"y"'>佛山2020年12月8日电 总额<b>400亿元</b>，其中20亿元（约合<i>6.12亿</i>美元）已到位。</p>
<p>R&amp;D at AT&T took 5&nbsp;billion yuan&mdash;a lot.<br>Projects over 100 million yuan each count.
</body></html>
"""


def test_a_page_gets_its_dollars_and_keeps_its_markup_byte_for_byte(tmp_path):
    (tmp_path / "page.html").write_bytes(PAGE.encode())

    done = run("convert", "page.html", "-o", "out.html", cwd=tmp_path)

    expected = PAGE.replace("400亿元</b>", "400亿元</b>（约合61.2亿美元）").replace("6.12亿", "3.06亿")
    expected = expected.replace("billion yuan&", "billion yuan (USD 766 million)&")
    assert (done.returncode, (tmp_path / "out.html").read_bytes().decode()) == (0, expected)
    assert "100 million yuan: left, a threshold" in done.stderr


def test_a_page_converted_twice_is_the_same(tmp_path):
    (tmp_path / "page.htm").write_bytes(PAGE.encode())
    run("convert", "page.htm", "-o", "one.html", cwd=tmp_path)

    run("convert", "one.html", "-o", "two.html", cwd=tmp_path)

    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_a_word_file_comes_back_with_its_dollars_as_tracked_changes(tmp_path, house):
    blocks = (
        Block("headline", "佛山签约400亿元", "zh"),
        Block("body", "总额400亿元左右，其中20亿元（约合6.12亿美元）已到位，400亿元不少。", "zh"),
        Block("body", "It is worth 40 billion yuan in all.", "en"),
    )
    write(Document("zh", blocks), tmp_path / "draft.docx", house())

    done = run("convert", "draft.docx", "--on", "2020-12-08", "-o", "out.docx", cwd=tmp_path)

    assert done.returncode == 0
    assert [block.text for block in read(tmp_path / "out.docx").blocks] == [
        "佛山签约400亿元",
        "总额400亿元左右（约合61.2亿美元），其中20亿元（约合3.06亿美元）已到位，400亿元不少。",
        "It is worth 40 billion yuan (USD 6.12 billion) in all.",
    ]
    assert read(tmp_path / "draft.docx").blocks == blocks


def test_the_last_rate_before_a_long_holiday_holds_and_is_named(tmp_path):
    rows = ["日期,美元/人民币,100日元/人民币", "2025-10-09,7.1102,4.6671", "2025-09-30,7.1055,4.7996"]
    (tmp_path / "parity.csv").write_text("\n".join(rows), encoding="utf-8")
    done = run("convert", "12亿元", "--on", "2025-10-08", "--rates", "parity.csv", cwd=tmp_path)
    assert done.returncode == 0
    assert "1 USD = 7.1055 CNY (parity, 2025-09-30)" in done.stdout


def test_a_sum_whose_digits_are_grouped_in_no_known_way_is_left_alone(tmp_path):
    (tmp_path / "draft.md").write_text("# 项目开工\n\n总投资12,34元，设备3,0012,6000元。\n", encoding="utf-8")
    done = run("convert", "draft.md", "--on", "2023-07-14", cwd=tmp_path)
    assert "12,34元，" in done.stdout
    assert "3,0012,6000元（约合" in done.stdout
