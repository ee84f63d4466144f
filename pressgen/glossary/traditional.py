"""Traditional characters, told by the two old character sets: in Big5's frequent part, not in GB 2312."""

from __future__ import annotations

_STANDARD = frozenset(
    "伋伕佺倣偭偯偺傚僇僎僩儅儳劻勗勦吋呎啗啣喆嘐堃堉塭塽墦奭妳姅姪嬝屘屝崁巉帟彊徬惇愒慇抆揹搆搾撚撢擭敔"
    "昇昤晅晞暍暱暸杗枓栘梂梡梱棻楛榣槃橾櫂櫺歜毚毬汍沍沘沬泜洸浥浬涊湣湩湲潟潠澴濛濩濬炤焜煆煖燄燐燸牠牴"
    "犇玆玥玨珪珮琍琯瑯璘璟瓖甦甽疢痲痳痺瘉睪瞇瞋瞭砠砲硿祇祐穋箄箠篛簷籐籣籥糢縿繙耑脤脰芣蔆蘗衹裯褕褽覜"
    "觔觼詨詻誧谿豭貍賸跦跼踡踫迆迺遝郃鄗鄘釆釭鉼銲鎗鑤阬隄雊霤韹頫餽鯈鶸鼇"
)
"""Characters GB 2312 lacks that are no traditional forms, or are standard again since 2013 (喆, 昇)."""


def is_traditional(character: str) -> bool:
    """Whether a character is one that simplified text does not have.

    >>> is_traditional("國"), is_traditional("国"), is_traditional("滘")
    (True, False, False)
    """
    return character not in _STANDARD and _is_frequent_big5(character) and not _is_gb2312(character)


def _is_frequent_big5(character: str) -> bool:
    return b"\xa4\x40" <= character.encode("big5", "replace") <= b"\xc6\x7e"


def _is_gb2312(character: str) -> bool:
    return character.encode("gb2312", "replace") != b"?"
