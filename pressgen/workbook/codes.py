"""Number formats: which code each style has, and which of them show a day or a time.

Codes of Excel's own, by number: ECMA-376 part 1, 18.8.30, and for 27 to 58 the list for zh-CN there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pressgen.regex import regex

if TYPE_CHECKING:
    from pressgen.archive import Element

_YEAR_MONTH = 'yyyy"年"m"月"'
_MONTH_DAY = 'm"月"d"日"'
_HALF_DAY = 'h"时"mm"分"'

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy-m-d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-m-d h:mm",
    27: _YEAR_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY, 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: _HALF_DAY, 33: f'{_HALF_DAY}ss"秒"', 34: _HALF_DAY, 35: f'{_HALF_DAY}ss"秒"', 36: _YEAR_MONTH,
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0", 43: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: _YEAR_MONTH, 51: _MONTH_DAY, 52: _YEAR_MONTH, 53: _MONTH_DAY, 54: _MONTH_DAY, 55: _HALF_DAY,
    56: f'{_HALF_DAY}ss"秒"', 57: _YEAR_MONTH, 58: _MONTH_DAY,
}  # fmt: skip
"""42 and 44 are missing: whose currency they show is the business of the machine."""
UNKNOWN = "[unknown]"
"""A code that is not known; nothing shown in it can be read."""

_UNSHOWN = regex(r'"[^"]*"|\\.|!.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)


def codes_of(styles: Element) -> list[str]:
    """The number format of each cell style of ``styles.xml``, by position. Raises ValueError."""
    own = {
        int(each.get("numFmtId", "0")): each.get("formatCode", "General")
        for each in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    known = BUILT_IN | own
    return [
        known.get(int(each.get("numFmtId", "0")), UNKNOWN) for each in styles.iterfind("{*}cellXfs/{*}xf")
    ]


def bare(code: str) -> str:
    """A code without its quoted text, escapes, colours and conditions, in lower case.

    >>> bare('[Red]0.00"亿元"'), bare('[$-804]yyyy"年"m"月"')
    ('0.00', 'yyyym')
    """
    return _UNSHOWN.sub("", code).lower()


@lru_cache(maxsize=1000)
def tells_time(code: str) -> bool:
    """Whether a code shows a number as a day or a time.

    >>> tells_time("yyyy-mm-dd"), tells_time('0"亿元"'), tells_time("General"), tells_time('0"days"')
    (True, False, False, False)
    """
    first = bare(code).partition(";")[0]
    return (
        first != "general"
        and bool(re.search("[ymdhs]", first))
        and not re.search("[0#?]", first.replace(".0", ""))
    )
