"""What is said of a TBX file that holds more than an entry has place for."""

from __future__ import annotations

from pressgen.errors import Wording
from pressgen.findings import Rule
from pressgen.glossary.compose import MOST

NOT_CARRIED = Rule(
    "terminology/not-carried",
    "note",
    Wording(
        "术语表没有地方放{name}“{text}”；再导出TBX时可用--keep带上",
        'a glossary has no place for {name} "{text}"; export with --keep to carry it along',
    ),
    Wording("TBX可以写的比术语表多", "TBX can say more of a term than a glossary does"),
)
OTHER_LANGUAGE = Rule(
    "terminology/other-language",
    "note",
    Wording(
        "语言{lang}不在中英文之列，未读入：{text}",
        "the language {lang} is neither simplified Chinese nor English and is left out: {text}",
    ),
    Wording("术语表只有中文（简体）和英文", "a glossary holds simplified Chinese and English"),
)
SKIPPED_TERM = Rule(
    "terminology/skipped-term",
    "warning",
    Wording("“{text}”未读入：{why}", '"{text}" is left out: {why}'),
    Wording(
        "这样的名称在文章里匹配不上，或会引起误报",
        "such a name is never found, or found where it is not meant",
    ),
)
SKIPPED_ENTRY = Rule(
    "terminology/skipped-entry",
    "warning",
    Wording(
        "条目{id}没有可用的中文或英文名称，未读入",
        "the entry {id} has no Chinese or English name and is left out",
    ),
    Wording("没有名称的概念，查不到也用不上", "a concept without a name can be neither found nor used"),
)
RENAMED = Rule(
    "terminology/renamed-entry",
    "warning",
    Wording("编号{id}已用过，这个条目改为{new}", "the id {id} was used above; this entry is now {new}"),
    Wording("一个概念一个编号（ISO 30042）", "one concept, one id (ISO 30042)"),
)
RULES = (NOT_CARRIED, OTHER_LANGUAGE, SKIPPED_TERM, SKIPPED_ENTRY, RENAMED)

EMPTY = Wording("是空的", "it is empty")
LONG = Wording(f"超过{MOST}字", f"it has over {MOST} letters")
CONTROL = Wording("含有控制字符", "it holds a control character")
CHINESE = Wording("写在英文下，却是中文", "it stands under English but is Chinese")
