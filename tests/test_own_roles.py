"""A newsroom credits whom it likes: a role of its own is a field more, and a line of its house."""

import shutil

from pressgen import api
from tests.conftest import BRIEF, ROOT

CAMERA = """\
    camera:
      kind: names
      label: {zh: 摄像, en: Camera}
      help: {zh: 谁拍的视频, en: Who filmed it}
      example: [李明]
"""


def test_a_role_of_a_newsrooms_own_is_credited_in_both_languages(tmp_path):
    room = tmp_path / "room"
    shutil.copytree(ROOT / "templates", room / "templates")
    (room / "pressgen.toml").write_text("", encoding="utf-8")
    fields = room / "templates" / "releases" / "base" / "fields.yaml"
    text = fields.read_text(encoding="utf-8")
    fields.write_text(text.replace("    revisor:\n", f"{CAMERA}    revisor:\n", 1), encoding="utf-8")
    house = room / "templates" / "houses" / "ours"
    house.mkdir()
    (house / "house.yaml").write_text(
        "extends: base\ntitle: {zh: 本社, en: Ours}\ncredits: {lines: {camera: {zh: 摄像, en: Camera}}}\n",
        encoding="utf-8",
    )
    file = tmp_path / "brief.yaml"
    credited = "credits: {reporter: Eleanor, revisor: Linn, camera: {zh: 区婉仪, en: Ou Wanyi}}"
    lines = [line for line in BRIEF.splitlines() if not line.startswith("credits")]
    file.write_text("\n".join([*lines, credited]) + "\n", encoding="utf-8")
    newsroom = api.open_newsroom(room)

    release = api.draft(api.load(file, newsroom), api.open_house("ours", newsroom)).release

    assert [block.text for block in release.zh.blocks if block.role == "credits"][-1] == "摄像 | 区婉仪"
    assert [block.text for block in release.en.blocks if block.role == "credits"][-1] == "Camera | Ou Wanyi"
