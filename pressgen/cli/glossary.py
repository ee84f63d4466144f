"""pressgen glossary: search, check and count the newsroom's names, propose a spelling for a new one."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from pressgen.cli.console import error, jsonl_rows, listed, say, ui
from pressgen.cli.glossary_files import add, export, import_, kind_of, open_house
from pressgen.cli.help import padded
from pressgen.errors import UsageError, Wording
from pressgen.glossary import Glossary, columns, files, names
from pressgen.reports import console


@click.group
def command() -> None:
    """The newsroom's glossary: search, check, add, import, export, spellings for new names.

    术语表：查找、检查、添加、导入、导出，为新名称拟写英文。
    """


for subcommand in (add, import_, export):
    command.add_command(subcommand)


@command.command
@click.argument("words", nargs=-1, required=True)
def search(words: tuple[str, ...]) -> int:
    """Find entries by any of their names, in either language, or by pinyin initials.

    按任一中英文名称或拼音首字母查找。

    \b
    pressgen glossary search 高新区
    pressgen glossary search gxq
    """
    from pressgen.glossary.search import search as searched  # noqa: PLC0415  # pinyin, only for this command

    house, query = open_house(), " ".join(words)
    found = searched(house.glossary, query)
    composed = house.gazetteer.entry(query)
    if composed and not any(entry.of("zh")[:1] == composed.of("zh")[:1] for entry in found):
        found.append(composed)
    for entry in found:
        kind = columns.said("kind", entry.kind, ui()) or entry.field
        listed(f"{entry.name('zh')}  {entry.name('en')}  [{entry.id}, {kind}]")
        for term in entry.terms:
            if term.text not in (entry.name("zh"), entry.name("en")):
                status, form = (
                    columns.said("status", term.status, ui()),
                    columns.said("form", term.form, ui()),
                )
                listed(f"    {padded(status, 10)} {padded(form, 12)} {term.text}")
    if not found:
        say("没有找到“{words}”", "nothing is listed under '{words}'", words=query)
    return 0 if found else 1


@command.command
@click.argument("paths", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> int:
    """Check glossaries (CSV, XLSX, TBX): the files named, else the newsroom's own.

    检查术语表（CSV、XLSX、TBX）：指定的文件，不指定就是本单位的。

    \b
    pressgen glossary check names.csv client.tbx
    """
    from pressgen.glossary import faults  # noqa: PLC0415  # only for this command

    glossary = files.read_all(paths) if paths else open_house().glossary
    found = [*glossary.repairs, *faults.check(glossary)]
    click.echo(console.report(found, None, ui()))
    return int(any(finding.severity == "error" for finding in found))


@command.command
def stats() -> None:
    """Count entries by kind, and terms by status.

    统计各类别的条目数和各状态的名称数。

    \b
    pressgen glossary stats
    """
    glossary = open_house().glossary
    for counts in (_kinds(glossary), _statuses(glossary)):
        for name, count in counts.most_common():
            click.echo(f"{count:>6}  {name}")
    click.echo(f"{len(glossary):>6}  {_ENTRIES.say(ui())}")


_ENTRIES = Wording("条", "entries")


def _kinds(glossary: Glossary) -> Counter[str]:
    return Counter(columns.said("kind", entry.kind, ui()) or entry.field or "–" for entry in glossary)


def _statuses(glossary: Glossary) -> Counter[str]:
    terms = (term for entry in glossary for term in entry.terms)
    return Counter(f"{term.lang} {columns.said('status', term.status, ui())}" for term in terms)


@command.command
@click.argument("words", metavar="NAME...", nargs=-1)
@click.option(
    "--kind", default="", help="person, place, …; else guessed. · 人名、地名等类别；不写就自行判断。"
)
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read {"id","zh","kind"} per line, print {"id","en","sure","why"} per line.'
    ' · 每行读入{"id","zh","kind"}，每行输出{"id","en","sure","why"}。',
)
def propose(words: tuple[str, ...], kind: str, jsonl: bool) -> int:
    """Propose an English spelling for Chinese names; the glossary is the law.

    为中文名称拟写英文；术语表里有的，以术语表为准。

    \b
    pressgen glossary propose 欧阳婉儿 涉县
    """
    house = open_house()
    if jsonl:
        for row in jsonl_rows(words[0] if words else "-", "id", "zh", texts=("zh", "kind")):
            proposal = names.proposed(row["zh"], str(row.get("kind") or ""), house.glossary, house.gazetteer)
            shown = {"id": row["id"], "en": proposal.en, "sure": proposal.sure, "why": proposal.why.say(ui())}
            click.echo(json.dumps(shown, ensure_ascii=False))
        return 0
    if not words:
        raise UsageError("请写出要拟写的中文名称", "name the Chinese names to spell")
    meant = kind_of(kind) if kind else ""
    proposals = {word: names.proposed(word, meant, house.glossary, house.gazetteer) for word in words}
    for word, proposal in proposals.items():
        if proposal.en:
            listed(f"{word}  {proposal.en}  ({'' if proposal.sure else '? '}{proposal.why.say(ui())})")
        else:
            error(f"{word}: {proposal.why.say(ui())}")
    return 0 if all(proposal.en for proposal in proposals.values()) else 1
