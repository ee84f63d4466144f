"""A picture in the colours a page has: RGB or grey, eight bits, transparent or on white."""

from __future__ import annotations

from io import BytesIO
from typing import cast

from PIL import Image, ImageCms

_DEEP = 65535


def plain(image: Image.Image, *, transparent: bool) -> Image.Image:
    """The picture in RGB (RGBA where it is transparent and may be), or in grey as it was.

    Print colours are converted by the picture's own profile, which RGB and grey keep. Raises ValueError
    for colours nobody can convert.
    """
    if image.mode in {"RGB", "L"} and not image.has_transparency_data:
        return image
    if image.mode == "CMYK":
        return _from_print(image)
    if image.mode.startswith(("I", "F")):
        return _shallow(image)
    if not image.has_transparency_data:
        return image.convert("RGB")
    clear = image.convert("RGBA")
    return clear if transparent else _on_white(clear)


def _on_white(image: Image.Image) -> Image.Image:
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    return _with_profile(paper.convert("RGB"), image.info.get("icc_profile"))


def _from_print(image: Image.Image) -> Image.Image:
    """CMYK to sRGB by the picture's own profile; without one, or with a broken one, by the plain rule."""
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(image, source, screen, outputMode="RGB")
            return _with_profile(cast("Image.Image", found), None)
        except (ImageCms.PyCMSError, OSError):
            pass
    return _with_profile(image.convert("RGB"), None)


def _shallow(image: Image.Image) -> Image.Image:
    """Sixteen bits and more as eight: by the depth, or by the brightest where that says more."""
    high = cast("tuple[float, float]", image.getextrema())[1]
    most = _DEEP if image.mode.startswith("I") and high <= _DEEP else high or 1
    scaled = image.convert("F").point(lambda value: value * (255 / most) + 0)
    return _with_profile(scaled.convert("L"), None)


def _with_profile(image: Image.Image, profile: bytes | None) -> Image.Image:
    image.info.pop("icc_profile", None)
    if profile:
        image.info["icc_profile"] = profile
    return image
