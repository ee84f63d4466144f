"""What is looked for between the figures of two languages, and why."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_WHY = Wording(
    "中英文说的是同一件事：每个数字都应在另一稿中有对应的数字（GB/T 15835—2011：同一数量前后一致）",
    "both texts tell one story: each figure of one has its counterpart in the other",
)
_BOTH = Wording(
    "中文为“{zh}”，英文为“{en}”：{slip}{write}", "“{zh}” in Chinese, “{en}” in English: {slip}{write}"
)

SCALE = Rule(
    "figure/scale",
    "error",
    _BOTH,
    Wording(
        "中文以万、亿计，英文以千、百万、十亿计；照抄数字会差10倍至1000倍",
        "Chinese counts in 万 (10,000) and 亿 (100 million), English in thousands, millions and billions; "
        "digits copied across are ten to a thousand times off",
    ),
)
VALUE = Rule("figure/mismatch", "error", _BOTH, _WHY)
UNIT = Rule(
    "figure/unit",
    "error",
    _BOTH,
    Wording("数字相同而单位不同，数量就不同", "the same number of another unit is another quantity"),
)
CURRENCY = Rule(
    "figure/currency",
    "error",
    _BOTH,
    Wording("数字相同而货币不同，金额就不同", "the same number of another currency is another sum"),
)
POINTS = Rule(
    "figure/points",
    "error",
    _BOTH,
    Wording(
        "从20%升至25%是上升5个百分点、增长25%；百分点译作percentage points，不能写成%",
        "from 20% to 25% is a rise of 5 percentage points, or of 25 percent; 百分点 is never “%”",
    ),
)
DATE = Rule("figure/date", "error", _BOTH, _WHY)
MISSING = Rule(
    "figure/missing",
    "warning",
    Wording("“{text}”在{other}中没有对应的数字", "“{text}” has no counterpart in {other}"),
    _WHY,
)
PARAGRAPH = Rule(
    "figure/paragraph-missing",
    "warning",
    Wording(
        "本段的数字（{text}）在{other}中都没有", "none of this paragraph's figures ({text}) is in {other}"
    ),
    _WHY,
)
TURNED = Rule(
    "figure/turned",
    "warning",
    _BOTH,
    Wording("超过与不足、近与逾意思相反", "over and under say opposite things of one figure"),
)
ROUNDED = Rule(
    "figure/rounded",
    "warning",
    _BOTH,
    Wording("取整的数字应说明是约数", "a figure that was rounded says so: about, nearly, more than"),
)
HEDGE = Rule(
    "figure/hedge",
    "note",
    _BOTH,
    Wording(
        "“超”“近”“约”“余”等词应随数字一起译出", "over, nearly, about and their like belong to the figure"
    ),
)
CONTEXT = Rule(
    "figure/context",
    "note",
    _BOTH,
    Wording(
        "按上下文补出或略去的年、月，换算的单位，请核对",
        "years and months added or left out, and converted units, rest on context: look once",
    ),
)
UNANSWERED = Rule(
    "figure/unanswered",
    "note",
    Wording("“{text}”在{other}中未找到对应", "nothing in {other} seems to answer “{text}”"),
    _WHY,
)

WRONG = (SCALE, VALUE, UNIT, CURRENCY, POINTS, DATE, ROUNDED)
"""Rules whose finding says what the English would be."""
RULES = (
    SCALE,
    VALUE,
    UNIT,
    CURRENCY,
    POINTS,
    DATE,
    MISSING,
    PARAGRAPH,
    TURNED,
    ROUNDED,
    HEDGE,
    CONTEXT,
    UNANSWERED,
)
