"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

with_rates = click.option(
    "--rates",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The office's own rate table. · 本单位的汇率表。",
)
with_house = click.option(
    "--house",
    default="",
    help="Whose style; else that of pressgen.toml (house = …), or what every house shares. · "
    "用哪个单位的样式；不写就用pressgen.toml里house写的，再没有就用基本样式。",
)
with_glossaries = click.option(
    "--glossary",
    "glossaries",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Another glossary. · 再加一个术语表。",
)
