"""Photos made fit for a page, and left as they are where they already are."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pressgen.errors import FileError
from pressgen.formats import picture as pictures
from pressgen.formats.picture import picture


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)
    return path


def shown(path: Path) -> Image.Image:
    return Image.open(BytesIO(picture(path).data))


@pytest.mark.parametrize(
    ("name", "mode"), [("a.jpg", "RGB"), ("a.jpg", "L"), ("a.png", "RGB"), ("a.png", "RGBA")]
)
def test_a_fit_photo_passes_byte_for_byte(tmp_path: Path, name: str, mode: str) -> None:
    path = saved(tmp_path / name, Image.new(mode, (60, 40)))
    found = picture(path)
    assert (found.data, found.width, found.height) == (path.read_bytes(), 60, 40)
    assert found.kind == ("png" if name.endswith("png") else "jpeg")


def test_a_photo_held_sideways_is_turned_upright(tmp_path: Path) -> None:
    image = Image.new("RGB", (60, 40), "white")
    image.paste("black", (0, 0, 30, 40))
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = shown(saved(tmp_path / "a.jpg", image, exif=exif))
    assert upright.size == (40, 60)
    assert upright.getpixel((20, 5)) < (60, 60, 60)
    assert 0x0112 not in upright.getexif()


def test_a_photo_in_the_colours_of_the_press_becomes_rgb(tmp_path: Path) -> None:
    found = shown(saved(tmp_path / "a.jpg", Image.new("CMYK", (20, 20), (0, 255, 255, 0))))
    assert found.mode == "RGB"
    assert found.getpixel((10, 10))[0] > 200


@pytest.mark.parametrize("name", ["a.webp", "a.tiff", "a.bmp", "a.gif"])
def test_other_formats_become_jpeg(tmp_path: Path, name: str) -> None:
    found = picture(saved(tmp_path / name, Image.new("RGB", (20, 10), "teal")))
    assert (found.kind, found.width, found.height) == ("jpeg", 20, 10)


def test_what_is_transparent_stays_so(tmp_path: Path) -> None:
    assert picture(saved(tmp_path / "a.webp", Image.new("RGBA", (20, 10), (0, 0, 0, 0)))).kind == "png"


def test_a_huge_photo_is_made_smaller_in_its_shape(tmp_path: Path) -> None:
    found = picture(saved(tmp_path / "a.jpg", Image.new("RGB", (4800, 1200))))
    assert (found.width, found.height) == (2400, 600)


def test_a_photo_changed_on_disk_is_read_again(tmp_path: Path) -> None:
    first = picture(saved(tmp_path / "a.png", Image.new("RGB", (10, 10))))
    again = picture(saved(tmp_path / "a.png", Image.new("RGB", (400, 10), "red")))
    assert (first.width, again.width) == (10, 400)


@pytest.mark.parametrize("data", [b"", b"plain text", b"\xff\xd8\xff\xe0broken", b"%PDF-1.7", b"<svg/>"])
def test_what_is_no_picture_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(data)
    with pytest.raises(FileError, match=r"a\.jpg: no picture") as caught:
        picture(tmp_path / "a.jpg")
    assert "不是图片" in caught.value.say("zh")


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_photo_that_was_cut_off_is_named(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / name, Image.effect_noise((200, 200), 90).convert("RGB"))
    path.write_bytes(path.read_bytes()[:-4000])
    with pytest.raises(FileError, match="damaged"):
        picture(path)


def test_a_photo_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such picture"):
        picture(tmp_path / "gone.jpg")
    with pytest.raises(FileError):
        picture(tmp_path)


def test_a_picture_built_to_exhaust_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "a.png", Image.new("1", (3000, 3000)))
    monkeypatch.setattr(pictures, "PIXELS_MOST", 1_000_000)
    with pytest.raises(FileError, match="megapixels"):
        picture(path)
