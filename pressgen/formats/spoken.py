"""The language of a file's paragraphs, settled by all of them together.

A line of Latin letters in a Chinese text (a link, a slogan, firms in a row) is no English version of it:
what does not speak a language of its own takes that of its file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from pressgen.document import Block, Lang, Release
from pressgen.regex import regex
from pressgen.text import HAN, han, latin

IN_NAME = regex(
    r"(?:(?<=[._\-\s（(])|^)(?:zh|cn|en|chs|eng|中文|英文|chinese|english)(?=[._\-\s）)]|$)|中文版?|英文版?",
    re.IGNORECASE,
)
"""The words of a file's name that say its language."""
_ADDRESS = regex(r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|[\w.+-]{1,64}@[\w.-]{1,64}", re.ASCII)
_LETTERS = regex("[A-Za-z]")
_SILENT = regex(
    _ADDRESS.pattern
    + r"|“[^”]{0,300}”|《[^》]{0,99}》|（[^）]{0,300}）|\([^()]{0,300}\)|\"[^\"]{0,300}\"|「[^」]{0,300}」"
    + r"|【[^】]{0,300}】|\[[^\]]{0,300}\]",
    re.ASCII,
)
_SMALL = regex(r"(?<![A-Za-z])[a-z]+(?![A-Za-z])")
_JOINTS = regex(
    r"(?<![A-Za-z])(?:the|of|and|to|for|with|is|are|was|were|has|have|that|will|from|by|at|on|in|a|an|its|as)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_SPEAKING = regex(f"[{HAN}][，。；：！？]|[的了和与在有为是将等于由从对至图]")
_MANY = 3
"""So many paragraphs show a file's language; one stranger among them does not make it a text in two."""


def named(name: str) -> Lang:
    """The language a file's name says, ``und`` where it says none or both.

    >>> named("story.zh.md"), named("新闻稿英文版.docx"), named("zheng.md")
    ('zh', 'en', 'und')
    """
    words = {word.lower()[0] in "zc中" for word in IN_NAME.findall(PurePath(name).stem)}
    return "und" if len(words) != 1 else "zh" if words.pop() else "en"


def bare(name: str) -> str:
    """A name without the words that say its language: files whose bare names are equal are a pair.

    A name that says none stays as it is.

    >>> bare("story.zh.docx") == bare("story.en.docx"), bare("zheng.md")
    (True, 'zheng.md')
    """
    path = PurePath(name)
    stem, count = IN_NAME.subn("", path.stem)
    return f"*{stem}{path.suffix.lower()}" if count else path.name


def settled(release: Release, name: str) -> Release:
    """The release of a file with the language of each paragraph as its neighbours and its name say.

    What speaks neither language, a firm's name say, stands in that of the file; an address alone in none.
    A paragraph of the other language in a file of one stands in none either: it is no translation.
    """
    spoken = [_speaks(block) for block in release.blocks]
    lang = _of_file(spoken, named(name))
    if lang == "und":
        return release
    pairs = zip(release.blocks, spoken, strict=True)
    return replace(release, blocks=tuple(_placed(block, own, lang) for block, own in pairs))


def _placed(block: Block, own: Lang, lang: Lang) -> Block:
    """A paragraph in its file's language or in none; a cell in the other one may head a second column."""
    if block.lang == "und" or (own == "und" and block.role == "cell"):
        return block
    words = _ADDRESS.sub(" ", block.text)
    is_address = not (_LETTERS.search(words) or han(words))
    placed: Lang = "und" if is_address or own not in (lang, "und") else lang
    return block if placed == block.lang else replace(block, lang=placed, at=replace(block.at, lang=placed))


def _of_file(spoken: Sequence[Lang], said: Lang) -> Lang:
    """The language of a file that is in one."""
    counts = Counter(lang for lang in spoken if lang != "und")
    if said != "und" and counts[said] * 2 > counts.total():
        return said
    for lang, count in counts.most_common(1):
        others = counts.total() - count
        if others == 0 or (count >= _MANY and others <= max(1, count // 10)):
            return lang
    return "und"


def _speaks(block: Block) -> Lang:
    """The language a paragraph is clearly written in; names, addresses and slogans speak none."""
    text = _SILENT.sub(" ", block.text)
    hans, small = han(text), len(_SMALL.findall(text))
    if hans >= 2 and small * 2 <= hans and (_SPEAKING.search(text) or hans >= 8 or not latin(text)):
        return "zh"
    joints = len(_JOINTS.findall(text)) + text.rstrip().endswith((".", "!", "?", "”"))
    return "en" if latin(text) > hans * 2.5 and small >= 3 and joints >= 1 + (small < 4) else "und"
