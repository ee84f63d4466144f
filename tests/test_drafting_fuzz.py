"""Examples with lines lost, repeated and rewritten at random: a draft without a hole, or one clear error."""

import random
import re
import shutil

import pytest

from pressgen import api
from pressgen.errors import PressgenError
from tests.conftest import EXAMPLES

WRITTEN = [
    "0", "-5%", "1亿元", "数亿元", "3至5亿元", "USD 3 million", "约10个", "上百家", "2023-H1", "2019年", "佛山", "''",
    "{zh: 甲}", "{en: B}", "[甲, 乙]", "0.5个百分点", "一", "1", "null", "近千家", "翻一番", "~", "30%—40%",
]  # fmt: skip


def spoilt(lines, chance):
    """The lines with one to six slips of a tired reporter."""
    lines = list(lines)
    for _ in range(chance.randint(1, 6)):
        place, kind = chance.randrange(len(lines)), chance.random()
        if kind < 0.4:
            del lines[place]
        elif kind < 0.7:
            lines[place] = re.sub(r": .*", f": {chance.choice(WRITTEN)}", lines[place], count=1)
        elif kind < 0.9:
            lines.insert(place, chance.choice(lines))
        else:
            lines[place] = lines[place].replace("亿", "万")
    return "\n".join(lines)


@pytest.mark.slow
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_spoilt_event_drafts_without_a_hole_or_is_one_clear_error(path, tmp_path, newsroom, types, house):
    for photo in path.parent.glob("*.jpg"):
        shutil.copy(photo, tmp_path)
    chance, drafted = random.Random(7), 0  # noqa: S311  # slips, not secrets
    for _ in range(200):
        (tmp_path / "event.yaml").write_text(
            spoilt(path.read_text(encoding="utf-8").split("\n"), chance), encoding="utf-8"
        )
        try:
            event = api.load(tmp_path / "event.yaml", newsroom, types)
            draft = api.draft(event, house("hitech-zone"))
        except PressgenError:
            continue
        assert isinstance(draft.findings, list)
        told = "\n".join(block.text for block in draft.release.blocks)
        assert not re.search("[\ue000-\uf8ff]|None|  |，。|, \\.", told), told
        drafted += 1

    assert drafted > 50
