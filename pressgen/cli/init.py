"""pressgen init: a newsroom's own folder, in the name of its own city and office."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pressgen import api
from pressgen.cli.console import say, ui
from pressgen.errors import FileError, Place, Wording
from pressgen.house import open_newsroom
from pressgen.house.founding import EXAMPLE, OWN, composed


@click.command
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--city", default="", help="Your city, county or district, in Chinese. · 本地的市、县、区，写中文。"
)
@click.option(
    "--city-en",
    default="",
    help="Its English name, for a place that is no division of China. · 本地的英文名；行政区划不用写。",
)
@click.option("--office", default="", help="Your office, in Chinese. · 本单位，写中文。")
@click.option(
    "--office-en",
    default="",
    help="Its English name; else composed from the Chinese. · 本单位的英文名；不写就按常用格式拟一个。",
)
@click.option(
    "--phone",
    default="",
    help="The media contact's telephone, with the country code. · 媒体联系电话，带国家代码。",
)
@click.option(
    "--sample",
    is_flag=True,
    help="The sample newsroom of Foshan, to look around in. · 佛山的样例文件夹，用来先看看。",
)
def command(
    folder: Path, city: str, city_en: str, office: str, office_en: str, phone: str, sample: bool
) -> None:
    """Copy templates, houses and glossary into a folder, to be changed there, in your city's own name.

    把模板、样式和术语表复制到一个文件夹，写上本地本单位的名称；在里面改，下次生成就生效。不写选项时逐项询问。

    \b
    pressgen init our-newsroom --city 绍兴 --office 绍兴市商务局 --phone +86-575-8512-0000
    pressgen init trial --sample
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileError(
            "文件夹不是空的；请给一个新的文件夹",
            "this is no empty folder; name a new one",
            Place(str(folder)),
        )
    if not any((city, office, office_en, phone, sample)) and sys.stdin.isatty():
        city, office, office_en, phone = _asked()
    if office and not office_en and not composed(office) and sys.stdin.isatty():
        office_en = _answer(_ENGLISH)
    whose = api.office_of(city, city_en, office, office_en, phone)
    api.found(folder, whose, ui(), sample=sample)
    say(
        "已建立{folder}：进入该文件夹后，pressgen就用里面的模板、样式和术语表",
        "made {folder}: inside it, pressgen uses its templates, houses and glossary",
        folder=folder,
    )
    if whose.city or whose.zh:
        own = open_newsroom(folder).house
        say(
            "稿件用样式{house}：{file}",
            "drafts are written in the house {house}: {file}",
            house=own,
            file=folder / "templates" / "houses" / own / "house.yaml",
        )
    if whose.en and not office_en:
        say(
            "{office}的英文按常用格式拟为{english}，请核对；改在{file}",
            "{office} is composed as {english}; verify it, and change it in {file}",
            office=whose.zh,
            english=whose.en,
            file=folder / "glossary" / OWN,
        )
    elif whose.zh and not whose.en:
        say(
            "{office}的英文拟不出来，稿件里标为待译；请写在样式的title里，并运行pressgen glossary add",
            "the English of {office} is not known and waits in drafts to be translated; "
            "write it in the house's title, and run pressgen glossary add",
            office=whose.zh,
        )


_ENGLISH = Wording("单位英文名", "Its English name")


def _asked() -> tuple[str, str, str, str]:
    """City, office, its English and telephone, asked of a person; an empty answer leaves it open."""
    city = _answer(Wording("城市（区县），中文", "Your city, in Chinese"))
    office = _answer(Wording("单位，中文", "Your office, in Chinese"))
    english = _answer(_ENGLISH, composed(office)) if office else ""
    phone = _answer(Wording("媒体联系电话，如{example}", "Telephone for the media, such as {example}"))
    return city, office, english, phone


def _answer(question: Wording, default: str = "") -> str:
    shown = question.say(ui(), example=EXAMPLE)
    return str(click.prompt(shown, default=default, show_default=bool(default), err=True)).strip()
