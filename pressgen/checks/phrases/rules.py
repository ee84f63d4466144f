"""What is looked for in the choice of words, and why."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule

_DATA = Wording("出处见phrases.yaml中的source", "each with its source in phrases.yaml")

PREFER = Rule(
    "phrase/prefer",
    "warning",
    Wording("“{text}”应写作“{fixed}”（{source}）", "write “{fixed}”, not “{text}” ({source})"),
    _DATA,
)
SPELLING = Rule(
    "phrase/spelling",
    "note",
    Wording("“{text}”是英式拼写；美式为“{fixed}”", "“{text}” is British; write “{fixed}”"),
    Wording(
        "新华社、中国日报英文稿用美式拼写", "English news of Xinhua and China Daily is spelt the American way"
    ),
)
AVOID = Rule(
    "phrase/avoid",
    "warning",
    Wording("不写“{text}”：{why}（{source}）", "not “{text}”: {why} ({source})"),
    _DATA,
)
CONSIDER = Rule(
    "phrase/consider",
    "note",
    Wording("“{text}”不妨{instead}（{source}）", "“{text}”: consider {instead} ({source})"),
    _DATA,
)
CONSISTENT = Rule(
    "phrase/inconsistent",
    "note",
    Wording(
        "同一篇里有“{text}”，也有“{other}”；请统一为“{fixed}”",
        "“{text}” here and “{other}” there; keep to “{fixed}”",
    ),
    Wording("同一事物在一篇里只有一种写法", "one thing is written one way within a text"),
)
HEDGED = Rule(
    "phrase/hedged-twice",
    "warning",
    Wording("“{text}”说了两遍大约，应为“{fixed}”", "“{text}” is vague twice; write “{fixed}”"),
    Wording(
        "“约”“近”“超过”与“多”“余”“左右”“以上”只用其一（GB/T 15835—2011，概数）",
        "one word says that a number is vague (GB/T 15835-2011)",
    ),
)
MISSPELT = Rule(
    "phrase/misspelt",
    "warning",
    Wording("“{text}”是错字，应为“{fixed}”", "“{text}” is misspelt; write “{fixed}”"),
    Wording("《现代汉语词典》第7版；Merriam-Webster", "Xiandai Hanyu Cidian, 7th edition; Merriam-Webster"),
)
CONFUSED = Rule(
    "phrase/confused",
    "warning",
    Wording("“{text}”在这里应为“{fixed}”", "“{text}” should be “{fixed}” here"),
    Wording("读音或形近的词容易混用", "words that sound or look alike are taken for one another"),
)
AGREEMENT = Rule(
    "phrase/agreement",
    "warning",
    Wording("单复数不一致：“{text}”应为“{fixed}”", "number does not agree: “{text}” should be “{fixed}”"),
    Wording("英语语法", "English grammar"),
)
USAGE = Rule(
    "phrase/usage",
    "note",
    Wording("“{text}”现在通行写作“{fixed}”", "“{text}” is now written “{fixed}”"),
    Wording("美联社手册", "AP Stylebook"),
)
WORDY = Rule(
    "phrase/wordy",
    "note",
    Wording("“{text}”可简作“{fixed}”", "“{text}” says more than it means; “{fixed}” will do"),
    Wording("语义重复或冗长", "said twice, or in more words than it takes"),
)
RULES = (PREFER, SPELLING, AVOID, CONSIDER, CONSISTENT, HEDGED, MISSPELT, CONFUSED, AGREEMENT, USAGE, WORDY)
