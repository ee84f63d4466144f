"""The page of all settings of a house, which is the base house's own file: ``python -m tests.base_house_page``."""

from pathlib import Path

from pressgen.errors import UI

ROOT = Path(__file__).parent.parent
SETTINGS = ROOT / "templates" / "houses" / "base" / "house.yaml"
PAGES: dict[UI, Path] = {
    "en": ROOT / "docs" / "base-house.md",
    "zh": ROOT / "docs" / "base-house.zh.md",
}
HEADS: dict[UI, str] = {
    "en": """\
# Every setting of a house

[中文](base-house.zh.md)

This is the base house, `templates/houses/base/house.yaml`, which every other one `extends`. A house of your own
says only what differs; [houses](houses.md) explains the parts. A setting that is misspelt, or a value that does
not fit, is named with its line.
""",
    "zh": """\
# 样式的全部设置

[English](base-house.md)

这就是基本样式 `templates/houses/base/house.yaml`，别的样式都由它 `extends`。自己的样式只写不同之处；各部分的解释见[样式](houses.zh.md)。
设置的名称写错了，或者值不合适，会指出行号。
""",
}


def page(ui: UI) -> str:
    """The whole page as Markdown, in one language; the comments of the settings are in both."""
    return f"{HEADS[ui]}\n```yaml\n{SETTINGS.read_text(encoding='utf-8')}```\n"


if __name__ == "__main__":
    for ui, path in PAGES.items():
        path.write_text(page(ui), encoding="utf-8")
