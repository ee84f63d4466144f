"""The rules a glossary itself is held to; texts are held to the glossary elsewhere."""

from __future__ import annotations

from pressgen.document import Lang, Span
from pressgen.errors import Place, Wording
from pressgen.findings import Rule, Severity


def _rule(fault: str, severity: Severity, message: tuple[str, str], why: tuple[str, str]) -> Rule:
    return Rule(f"terminology/{fault}", severity, Wording(*message), Wording(*why))


ENCODING = _rule(
    "encoding",
    "note",
    (
        "文件是{encoding}编码，已按此读取；建议另存为UTF-8",
        "the file is {encoding} and was read as such; save it as UTF-8",
    ),
    (
        "UTF-8各处都能打开；GBK换一台电脑就可能是乱码",
        "UTF-8 opens everywhere; GBK turns to garbage elsewhere",
    ),
)
INVISIBLE = _rule(
    "invisible-character",
    "warning",
    (
        "“{text}”里有看不见的字符{character}，读取时已去掉",
        '"{text}" held the invisible {character}; it was left out',
    ),
    (
        "多半是从网页或PDF复制来的；带着它，术语永远匹配不上",
        "copied from a web page or a PDF, mostly; a name with it is never found in a text",
    ),
)
UNUSED_COLUMN = _rule(
    "unused-column",
    "note",
    ("没有用到列“{column}”", 'the column "{column}" is not used'),
    ("可用的列见docs/glossary.md", "docs/glossary.md lists the columns"),
)
DUPLICATE_ENTRY = _rule(
    "duplicate-entry",
    "warning",
    (
        "“{zh} / {en}”在{here}和{there}两个条目里重复",
        '"{zh} / {en}" stands in two entries, {here} and {there}',
    ),
    ("一个概念一个条目（ISO 30042）", "one concept, one entry (ISO 30042)"),
)
TWO_TRANSLATIONS = _rule(
    "two-translations",
    "error",
    (
        "“{text}”在{here}中首选“{one}”，在{there}中首选“{other}”；请只留一个，或注明有效期",
        '"{text}" is "{one}" in {here} but "{other}" in {there}; keep one, or say from when to when',
    ),
    ("同一个名称，译者只能照一个写", "a translator can only follow one of the two"),
)
TWO_PREFERRED = _rule(
    "two-preferred",
    "error",
    (
        "条目{entry}的{lang}有两个首选的{form}：“{one}”和“{other}”；请把一个改为admitted",
        'entry {entry} prefers two {form} {lang} names, "{one}" and "{other}"; make one admitted',
    ),
    (
        "每种语言每种词形只有一个首选（ISO 30042）",
        "each language has one preferred name of a form (ISO 30042)",
    ),
)
CONTRADICTION = _rule(
    "contradiction",
    "error",
    (
        "“{text}”在{here}中禁用，在{there}中却是{status}",
        '"{text}" is deprecated in {here} but {status} in {there}',
    ),
    (
        "照这两个条目，这个词写与不写都是错",
        "whoever follows one of the two entries breaks the other",
    ),
)
REPEATED_TERM = _rule(
    "repeated-term",
    "warning",
    ("“{text}”在条目{entry}里写了两次", '"{text}" stands twice in entry {entry}'),
    ("两行状态不同，就不知道听谁的", "two rows of one name may disagree some day"),
)
NEVER_MATCHES = _rule(
    "never-matches",
    "error",
    (
        "“{text}”在文章里匹配不上：有全角字母、数字或连续空格；请改成半角、单个空格",
        '"{text}" is never found in a text: write it without full-width letters and double spaces',
    ),
    ("永远匹配不上的术语等于没有检查", "a name that is never found checks nothing, and nobody notices"),
)
TRADITIONAL = _rule(
    "traditional-character",
    "warning",
    (
        "“{text}”里有繁体字“{character}”，简体文章里匹配不上",
        '"{text}" holds the traditional character {character}; simplified text never has it',
    ),
    (
        "《通用规范汉字表》（2013）：新闻稿用规范汉字",
        "Table of General Standard Chinese Characters (2013): releases use standard characters",
    ),
)
NO_PREFERRED = _rule(
    "no-preferred",
    "warning",
    (
        "条目{entry}的{lang}没有首选名称，起草和改正都用不上它",
        "entry {entry} prefers no {lang} name, so nothing can be written or put right by it",
    ),
    ("禁用一个名称，就要说该用哪一个", "whoever deprecates a name owes the right one"),
)
DATES = _rule(
    "dates",
    "error",
    (
        "“{text}”的有效期倒了：{since}起，{until}止",
        '"{text}" is valid from {since} until {until}, which is never',
    ),
    ("起始日期在前，终止日期在后", "the first day comes before the last"),
)

TWO_NAMES = _rule(
    "two-names",
    "warning",
    (
        "“{text}”像是写了两个名称；一格只写一个，别的名称用分号隔开，或另起一行",
        '"{text}" looks like two names; one a cell, others after a semicolon or in rows of their own',
    ),
    (
        "文章里不会原样出现这样的写法，这一行就永远匹配不上",
        "no text has both side by side, so such a row is never found",
    ),
)
OTHER_PLACE = _rule(
    "other-place",
    "warning",
    (
        "“{text}”的通行写法是“{right}”，这里写作“{en}”；确要这样写就不必改",
        '"{text}" is usually "{right}", here it is "{en}"; leave it if it is meant',
    ),
    (
        "行政区划的英文按GB/T 28039和地名拼写规则，少数民族语地名从通行写法",
        "divisions are spelt by the rules for place names; those of minority languages as established",
    ),
)

RULES = (
    ENCODING, INVISIBLE, UNUSED_COLUMN, DUPLICATE_ENTRY, TWO_TRANSLATIONS, TWO_PREFERRED, CONTRADICTION,
    REPEATED_TERM, NEVER_MATCHES, TRADITIONAL, NO_PREFERRED, DATES, TWO_NAMES, OTHER_PLACE,
)  # fmt: skip


def span(at: Place, text: str = "", lang: Lang = "und") -> Span:
    """A place in a glossary file as the span of a finding."""
    return Span(at.file, None, 0, len(text), text, lang, at.line, at.column, at.cell)
