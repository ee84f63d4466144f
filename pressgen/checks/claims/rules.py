"""What is looked for in what two texts claim of their figures, and why."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_BOTH = Wording("中文为“{zh}”，英文为“{en}”：{slip}", "“{zh}” in Chinese, “{en}” in English: {slip}")

DIRECTION = Rule(
    "figure/direction",
    "error",
    _BOTH,
    Wording(
        "升与降、高于与低于、盈与亏、顺差与逆差，中英文应一致",
        "what rises, is above, makes a profit or comes early in one text does so in the other",
    ),
)
OPPOSED = Rule(
    "figure/opposed",
    "warning",
    _BOTH,
    Wording(
        "两处说的是同一件事，增减、盈亏、快慢不应相反",
        "both clauses tell of one thing; one says up, wider or a profit, the other the opposite",
    ),
)
CHANGE = Rule(
    "figure/change",
    "error",
    Wording(
        "“{text}”与数字不合：由{before}到{after}是{right}",
        "“{text}” does not fit its figures: from {before} to {after} is {right}",
    ),
    Wording("增减的方向由前后两个数字决定", "which way something went follows from the two figures"),
)
SWAPPED = Rule(
    "figure/swapped",
    "error",
    Wording(
        "“{first}”与“{second}”似乎互换了：中文{owners}",
        "“{first}” and “{second}” seem to have changed places: in Chinese {owners}",
    ),
    Wording("数字各有其主，译文不得张冠李戴", "a figure stays with what it tells of"),
)
PARTY = Rule(
    "status/party",
    "warning",
    Wording(
        "“{zh}”与“{en}”谁对谁相反：两个名字似乎互换了",
        "“{zh}” in Chinese, “{en}” in English: who did it to whom seems to have changed places",
    ),
    Wording(
        "谁胜谁负、谁买谁卖、从哪到哪，译文不得颠倒", "who beat, sold to or visited whom is the same in both"
    ),
)
PART = Rule(
    "figure/part",
    "error",
    Wording("“{part}”是“{whole}”的一部分，却比它多", "“{part}” is a part of “{whole}”, and yet it is more"),
    Wording(
        "部分不会多于整体；两个数字可能写反了",
        "no part is more than its whole; the two may have changed places",
    ),
)
RULES = (DIRECTION, OPPOSED, CHANGE, SWAPPED, PART, PARTY)

UP_DOWN = {
    "way": Wording("一升（多、高）一降（少、低）", "one says up or more, the other down or less"),
    "size": Wording(
        "一说扩大（加快），一说缩小（放缓）", "one says wider or faster, the other narrower or slower"
    ),
    "result": Wording("一说盈利，一说亏损", "one says a profit, the other a loss"),
    "turn": Wording("一说扭亏为盈，一说由盈转亏", "one turns a profit, the other a loss"),
    "balance": Wording("一说顺差（净流入），一说逆差（净流出）", "one says a surplus, the other a deficit"),
    "time": Wording("一说早，一说晚", "one says early, the other late"),
    "place": Wording("一说领先，一说落后", "one is in front, the other behind"),
}
