"""What the system and the readers of formats complain of, in both languages of the people who read it."""

from __future__ import annotations

import errno
import json

from pressgen.errors import Wording
from pressgen.regex import regex

_LONGEST = 120
"""Characters of a complaint that are repeated."""
_SYSTEM = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EEXIST: "同名的文件或文件夹已经存在",
    errno.ENOTDIR: "路径当中有一个是文件，不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EROFS: "磁盘只能读、不能写",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBUSY: "正在使用",
    errno.EINVAL: "名称或路径不能用",
    errno.EIO: "磁盘读写出错",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ELOOP: "链接互相指向",
    errno.EXDEV: "不在同一个磁盘上",
    errno.EFBIG: "文件太大",
    errno.ENOMEM: "内存不足",
    errno.EADDRINUSE: "端口已被占用",
    errno.EADDRNOTAVAIL: "没有这个地址",
    errno.ETIMEDOUT: "超时",
    errno.ECONNREFUSED: "对方拒绝连接",
}
"""The numbers of the system's complaints (errno)."""
_READERS = (
    (regex("Expecting value"), "这里缺少一个值"),
    (regex("Expecting property name"), "这里应为双引号括起的字段名"),
    (regex("Expecting ',' delimiter"), "这里缺少逗号"),
    (regex("Expecting ':' delimiter"), "这里缺少冒号"),
    (regex("Extra data"), "后面还有多余的内容"),
    (regex("Unterminated string|unterminated|Unclosed"), "引号没有配对的另一半"),
    (regex("Invalid control character|Illegal character|invalid character"), "有不允许的控制字符"),
    (regex(r"Invalid \\|escape"), "反斜杠后面的字符不能用"),
    (regex("trailing comma"), "最后一项后面多了逗号"),
    (regex("nested too deeply|recursion", 2), "层次太深"),
    (regex("is not JSON"), "JSON里没有这种数"),
    (regex("Expected '='"), "名称后面缺少等号"),
    (regex("Expected newline|Invalid statement"), "这一行写法有误"),
    (regex("Cannot (?:declare|overwrite|mutate)"), "同一个名称写了两次"),
    (regex("Invalid (?:value|literal|number|date)"), "值写法有误；文字要加引号"),
    (regex("mismatched tag|Opening and ending tag"), "标签没有配对"),
    (regex("not well-formed|StartTag|invalid token|attributes construct"), "标签写法有误"),
    (regex("no element found|Document is empty|Premature end"), "内容不完整"),
    (regex("junk after|Extra content"), "结尾后面还有内容"),
    (regex("undefined entity|Entity"), "用了未定义的实体"),
    (regex("not a zip file|BadZip|Bad magic|Bad CRC|Truncated|truncated", 2), "压缩包已损坏"),
    (regex("database is locked"), "另一个程序正在使用"),
    (regex("not a database|malformed"), "不是数据库文件，或已损坏"),
    (regex("disk is full"), "磁盘已满"),
)
"""How the readers of JSON, TOML, XML, zip and SQLite begin to say what is wrong."""
_PLACE = regex(r"[(:,]? ?\(?(?:at )?line (\d+),? column (\d+)")


def complaint(error: Exception) -> Wording:
    """Why something went wrong; in Chinese by what is known of it, else by the name of the fault alone.

    >>> complaint(FileExistsError(17, "File exists")).zh, complaint(ValueError("bad luck"))
    ('同名的文件或文件夹已经存在', Wording(zh='ValueError', en='bad luck'))
    """
    if isinstance(error, OSError) and error.strerror:
        words = _SYSTEM.get(error.errno or 0, f"系统错误{error.errno}")
        return Wording(escaped(words), escaped(error.strerror))
    said = error.msg if isinstance(error, json.JSONDecodeError | SyntaxError) else str(error)
    en = (said or type(error).__name__).strip().partition("\n")[0]
    zh = next((words for pattern, words in _READERS if pattern.search(en)), type(error).__name__)
    if place := _PLACE.search(en):
        zh += f"，第{place[1]}行第{place[2]}列"
    return Wording(escaped(zh), escaped(en[:_LONGEST]))


def escaped(words: str) -> str:
    """Words in which a brace is no field of a message."""
    return words.replace("{", "{{").replace("}", "}}")
