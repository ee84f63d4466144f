"""Photos made fit for a page and to be passed on: their pixels as they were, nothing private beside them."""

from __future__ import annotations

import struct
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, IptcImagePlugin

from pressgen.errors import FileError
from pressgen.formats import picture as pictures
from pressgen.formats.picture import original, picture
from pressgen.formats.picture_file import Rights, block, plain_jpeg

ORIENTATION, ARTIST, COPYRIGHT, GPS = 0x0112, 0x013B, 0x8298, 0x8825
SECRETS = [b"SN-4471", b"Exif", b"GPS", b"xap/1.0", b"192.168.0.7", b"Li Ming's Mac", b"\xff\xfe"]


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)
    return path


def shown(path: Path) -> Image.Image:
    return Image.open(BytesIO(picture(path).data))


def scene(width: int = 60, height: int = 40) -> Image.Image:
    """A picture whose four quarters differ: black, red, green, white."""
    image = Image.new("RGB", (width, height), "white")
    for colour, corner in (("black", (0, 0)), ("red", (width // 2, 0)), ("green", (0, height // 2))):
        image.paste(colour, (*corner, corner[0] + width // 2, corner[1] + height // 2))
    return image


def camera(**more: str) -> Image.Exif:
    """What a camera writes: a serial number, a place, the owner's machine."""
    exif = Image.Exif()
    exif[0x0110], exif[0x013C] = "Camera SN-4471", "Li Ming's Mac"
    exif.get_ifd(GPS)[1], exif.get_ifd(GPS)[2] = "N", (23.0, 1.0, 12.5)
    for tag, text in more.items():
        exif[{"artist": ARTIST, "notice": COPYRIGHT, "orientation": ORIENTATION}[tag]] = text
    return exif


def coded(data: bytes) -> bytes:
    """A JPEG from its first table of quantization to its end: all that makes its pixels."""
    return data[data.index(b"\xff\xdb") :]


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_chunks(path: Path, *chunks: bytes) -> Path:
    """A PNG with more chunks behind its first."""
    data = path.read_bytes()
    path.write_bytes(data[:33] + b"".join(chunks) + data[33:])
    return path


# What is left as it is


@pytest.mark.parametrize(
    ("name", "mode"), [("a.jpg", "RGB"), ("a.jpg", "L"), ("a.png", "RGB"), ("a.png", "RGBA")]
)
def test_a_fit_photo_passes_byte_for_byte(tmp_path: Path, name: str, mode: str) -> None:
    path = saved(tmp_path / name, Image.new(mode, (60, 40)))
    found = picture(path)
    assert (found.data, found.width, found.height) == (path.read_bytes(), 60, 40)
    assert found.kind == ("png" if name.endswith("png") else "jpeg")


PLAIN = (
    {},
    {"progressive": True},
    {"dpi": (300, 300)},
    {"dpi": (7, 9)},
    {"subsampling": 0, "optimize": True},
)


@pytest.mark.parametrize("options", PLAIN, ids=str)
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_what_is_read_of_a_plain_photo_is_what_pillow_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str, options: dict[str, object]
) -> None:
    path = saved(tmp_path / "plain.jpg", scene().convert(mode), **options)
    assert plain_jpeg(path.read_bytes())
    found = original(path)
    monkeypatch.setattr(pictures, "plain_jpeg", lambda _data: None)
    again = saved(tmp_path / "again.jpg", scene().convert(mode), **options)
    assert original(again) == found


@pytest.mark.parametrize("place", range(2, 240))
def test_a_plain_photo_with_a_wrong_byte_is_what_pillow_makes_of_it(tmp_path: Path, place: int) -> None:
    data = bytearray(saved(tmp_path / "plain.jpg", scene()).read_bytes())
    for wrong in (0, data[place] ^ 1, 255):
        data[place] = wrong
        if found := plain_jpeg(bytes(data)):
            with Image.open(BytesIO(data)) as image:
                assert image.size == found[1:]


def test_a_colour_profile_and_a_usual_resolution_stay(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for name in ("a.jpg", "a.png"):
        found = shown(saved(tmp_path / name, scene(), icc_profile=profile, dpi=(300, 300)))
        assert found.info["icc_profile"] == profile
        assert round(found.info["dpi"][0]) == 300


@pytest.mark.slow
def test_a_large_photo_is_passed_on_in_full_and_shown_smaller(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", Image.new("RGB", (6000, 4000), "teal"))
    assert (original(path).width, original(path).height) == (6000, 4000)
    assert (picture(path).width, picture(path).height) == (2400, 1600)
    assert coded(original(path).data) == coded(path.read_bytes())


def test_a_huge_photo_keeps_its_shape(tmp_path: Path) -> None:
    found = picture(saved(tmp_path / "a.jpg", Image.new("RGB", (4800, 1200))))
    assert (found.width, found.height) == (2400, 600)


# What is private


def test_where_when_and_with_what_a_photo_was_taken_goes_and_its_pixels_stay(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", scene(), exif=camera(), comment=b"192.168.0.7", xmp=b"<x:xmpmeta/>")
    found = original(path).data
    assert not [secret for secret in SECRETS if secret in found]
    assert coded(found) == coded(path.read_bytes())
    assert not Image.open(BytesIO(found)).getexif()


def test_a_png_loses_its_texts_its_time_and_its_place_and_keeps_its_pixels(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", scene(), exif=camera())
    with_chunks(
        path,
        chunk(b"tEXt", b"Software\0Li Ming's Mac"),
        chunk(b"tIME", b"\x07\xe7\x07\x0e\0\0\0"),
        chunk(b"prVt", b"SN-4471"),
        chunk(b"tEXt", b"Copyright\0Foshan Daily"),
    )
    found = original(path).data
    assert not [secret for secret in (*SECRETS, b"eXIf", b"tIME") if secret in found]
    assert b"Copyright\0Foshan Daily" in found
    assert Image.open(BytesIO(found)).tobytes() == scene().tobytes()


def test_what_stands_behind_the_end_of_a_photo_is_not_passed_on(tmp_path: Path) -> None:
    for name in ("a.jpg", "a.png"):
        path = saved(tmp_path / name, scene())
        whole = path.read_bytes()
        path.write_bytes(whole + b"a film of the next room, SN-4471")
        assert original(path).data == whole


def test_an_older_picture_inside_the_file_is_not_passed_on(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.jpg", scene(), save_all=True, append_images=[Image.new("RGB", (9, 9))], format="MPO"
    )
    assert path.read_bytes().count(b"\xff\xd8\xff") == 2
    assert original(path).data.count(b"\xff\xd8\xff") == 1
    assert coded(path.read_bytes()).startswith(coded(original(path).data))


@pytest.mark.parametrize("artist", ["Chen Yu", "陈宇", "© Foshan Daily"])
def test_who_made_a_photo_stays_in_it(tmp_path: Path, artist: str) -> None:
    raw = camera()
    raw[ARTIST], raw[COPYRIGHT] = artist.encode(), b"Foshan Daily 2023\0"
    found = Image.open(BytesIO(original(saved(tmp_path / "a.jpg", scene(), exif=raw)).data))
    said = IptcImagePlugin.getiptcinfo(found)
    assert (said[(2, 80)].decode(), said[(2, 116)].decode()) == (artist, "Foshan Daily 2023")
    assert b"SN-4471" not in found.fp.getvalue()


def test_the_agencys_own_credit_is_read_and_its_city_is_not(tmp_path: Path) -> None:
    body = block(Rights("Chen Yu", "Foshan Daily", "© 2023"))
    secret = body.replace(b"\x1c\x02\x50", b"\x1c\x02\x5a\x00\x06Suzhou\x1c\x02\x50")
    at = secret.index(b"8BIM\x04\x04") + 8
    secret = (
        secret[:at] + struct.pack(">I", struct.unpack(">I", secret[at : at + 4])[0] + 11) + secret[at + 4 :]
    )
    path = saved(tmp_path / "a.jpg", scene())
    data = path.read_bytes()
    path.write_bytes(data[:2] + b"\xff\xed" + struct.pack(">H", len(secret) + 2) + secret + data[2:])
    found = original(path).data
    assert body in found
    assert b"Suzhou" not in found


def test_the_same_photo_gives_the_same_bytes_and_a_second_passing_changes_nothing(tmp_path: Path) -> None:
    once = original(saved(tmp_path / "a.jpg", scene(), exif=camera(artist="Chen Yu"))).data
    (tmp_path / "b.jpg").write_bytes(once)
    assert original(tmp_path / "b.jpg").data == once


# What a page could not show as it is


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tiff", "a.webp"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_held_any_way_stands_upright(tmp_path: Path, name: str, orientation: int) -> None:
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    held = scene().transpose(Image.Transpose(undo[orientation])) if orientation > 1 else scene()
    path = saved(tmp_path / name, held, exif=camera(orientation=orientation), quality=95)
    found = Image.open(BytesIO(original(path).data))
    assert (found.size, ORIENTATION in found.getexif()) == ((60, 40), False)
    corners = [found.convert("RGB").getpixel(at) for at in ((9, 9), (50, 9), (9, 30), (50, 30))]
    assert [tuple(round(part / 128) for part in corner) for corner in corners] == [
        (0, 0, 0), (2, 0, 0), (0, 1, 0), (2, 2, 2),
    ]  # fmt: skip


def test_a_photo_in_the_colours_of_the_press_becomes_rgb(tmp_path: Path) -> None:
    found = shown(saved(tmp_path / "a.jpg", Image.new("CMYK", (20, 20), (0, 255, 255, 0))))
    assert found.mode == "RGB"
    assert found.getpixel((10, 10))[0] > 200
    assert found.getpixel((10, 10))[1] < 80


def test_a_broken_profile_of_a_print_photo_is_left_out(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", Image.new("CMYK", (20, 20), (0, 255, 255, 0)), icc_profile=b"none")
    assert "icc_profile" not in shown(path).info


def test_a_grey_picture_of_sixteen_bits_stays_one_and_is_made_smaller_without_bleaching(
    tmp_path: Path,
) -> None:
    path = saved(tmp_path / "a.png", Image.new("I;16", (3000, 30), 32768))
    assert original(path).data == path.read_bytes()
    assert abs(shown(path).convert("L").getpixel((9, 9)) - 128) < 3


@pytest.mark.parametrize("name", ["a.webp", "a.tiff", "a.bmp", "a.gif", "a.avif"])
def test_other_formats_become_jpeg(tmp_path: Path, name: str) -> None:
    found = picture(saved(tmp_path / name, Image.new("RGB", (20, 10), "teal")))
    assert (found.kind, found.width, found.height) == ("jpeg", 20, 10)


def test_of_a_moving_picture_the_first_is_taken(tmp_path: Path) -> None:
    rest = [Image.new("P", (20, 10), 1), Image.new("P", (20, 10), 2)]
    for name in ("a.gif", "a.png", "a.webp"):
        first = Image.new("RGB", (20, 10), "red")
        found = shown(saved(tmp_path / name, first, save_all=True, append_images=rest))
        assert getattr(found, "n_frames", 1) == 1
        assert found.convert("RGB").getpixel((9, 5))[0] > 200


def test_what_is_transparent_stays_so_in_a_png_and_lies_on_white_elsewhere(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (20, 10), (0, 0, 0, 0))
    assert shown(saved(tmp_path / "a.png", clear)).mode == "RGBA"
    assert shown(saved(tmp_path / "a.webp", clear)).getpixel((5, 5)) == (255, 255, 255)


def test_a_wrong_suffix_does_not_matter(tmp_path: Path) -> None:
    assert picture(saved(tmp_path / "a.jpg", scene(), format="PNG")).kind == "png"
    assert picture(saved(tmp_path / "b.png", scene(), format="JPEG")).kind == "jpeg"


@pytest.mark.parametrize("dpi", [(0, 0), (1, 1), (60000, 60000), (300, 0)])
def test_a_resolution_nothing_has_is_not_passed_on(tmp_path: Path, dpi: tuple[int, int]) -> None:
    for name in ("a.jpg", "a.png"):
        path = saved(tmp_path / name, scene(), dpi=(300, 300))
        head = b"JFIF\0\1\1\1" + struct.pack(">HH", *dpi)
        path.write_bytes(path.read_bytes().replace(b"JFIF\0\1\1\1\1\x2c\1\x2c", head))
        if name == "a.png":
            metres = [round(each / 0.0254) for each in dpi]
            saved(path, scene())
            with_chunks(path, chunk(b"pHYs", struct.pack(">IIB", *metres, 1)))
        assert shown(path).info.get("dpi", (72, 72))[0] in {72, 96}


def test_a_cameras_photo_gets_the_head_other_programs_look_for(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", scene(), exif=camera())
    data = path.read_bytes()
    start = data.index(b"\xff\xe0")
    path.write_bytes(data[:start] + data[start + 18 :])
    assert original(path).data[6:10] == b"JFIF"


def test_a_jpeg_in_plain_rgb_keeps_its_colours(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", Image.new("RGB", (20, 20), "red"), keep_rgb=True, exif=camera())
    found = shown(path)
    assert b"SN-4471" not in picture(path).data
    assert found.getpixel((10, 10)) == Image.open(path).getpixel((10, 10))


def test_a_photo_changed_on_disk_is_read_again(tmp_path: Path) -> None:
    first = picture(saved(tmp_path / "a.png", Image.new("RGB", (10, 10))))
    again = picture(saved(tmp_path / "a.png", Image.new("RGB", (400, 10), "red")))
    assert (first.width, again.width) == (10, 400)


def test_a_heic_photo_is_read_where_its_library_is(tmp_path: Path) -> None:
    pytest.importorskip("pillow_heif").register_heif_opener()
    found = picture(saved(tmp_path / "a.heic", scene(64, 32)))
    assert (found.kind, found.width, found.height) == ("jpeg", 64, 32)


# What cannot be used


def test_a_heic_photo_without_its_library_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    with pytest.raises(FileError, match=r"a\.heic: is a HEIC photo.*export it as JPEG") as caught:
        picture(tmp_path / "a.heic")
    assert "请另存为JPEG" in caught.value.say("zh")


def test_a_cameras_raw_file_is_not_taken_for_its_small_preview(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="raw file; export it as JPEG"):
        picture(saved(tmp_path / "a.NEF", scene(), format="TIFF"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain text",
        b"\xff\xd8\xff\xe0broken",
        b"%PDF-1.7",
        b"<svg/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    ],
)
def test_what_is_no_picture_is_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(data)
    with pytest.raises(FileError, match=r"a\.jpg: no picture") as caught:
        picture(tmp_path / "a.jpg")
    assert "不是图片" in caught.value.say("zh")


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tiff"])
def test_a_photo_that_was_cut_off_is_named(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / name, Image.effect_noise((200, 200), 90).convert("RGB"))
    path.write_bytes(path.read_bytes()[:-4000])
    with pytest.raises(FileError, match="damaged"):
        picture(path)


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_cut_at_any_place_is_seen(tmp_path: Path, name: str) -> None:
    whole = saved(tmp_path / name, scene(), exif=camera()).read_bytes()
    for end in range(0, len(whole) - 40, 7):
        (tmp_path / f"{end}{name}").write_bytes(whole[:end])
        with pytest.raises(FileError, match="damaged"):
            picture(tmp_path / f"{end}{name}")


def test_a_photo_that_is_missing_or_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such picture"):
        picture(tmp_path / "gone.jpg")
    with pytest.raises(FileError, match="this is a folder"):
        picture(tmp_path)


def test_a_picture_built_to_exhaust_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "a.png", Image.new("1", (3000, 3000)))
    monkeypatch.setattr(pictures, "PIXELS_MOST", 1_000_000)
    with pytest.raises(FileError, match="megapixels"):
        picture(path)


def test_a_picture_that_says_it_is_enormous_is_refused_unread(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", scene())
    data = path.read_bytes()
    head = chunk(b"IHDR", struct.pack(">II", 90_000, 90_000) + data[24:29])
    path.write_bytes(data[:8] + head + data[33:])
    with pytest.raises(FileError, match="too large"):
        picture(path)
