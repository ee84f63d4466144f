"""What a laboratory prints: figures with units that both languages have their own signs for, 160 Wh/kg."""

from __future__ import annotations

from pressgen.regex import regex

_PREFIXES = {"k": "千", "M": "兆", "m": "毫", "µ": "微", "μ": "微", "u": "微", "n": "纳", "": ""}
_BASES = {"g": "克", "L": "升", "l": "升", "m³": "立方米", "m3": "立方米", "m²": "平方米", "m2": "平方米",
          "h": "小时", "s": "秒", "Pa": "帕", "Wh": "瓦时", "W": "瓦", "Hz": "赫兹"}  # fmt: skip
_SYMBOL = regex(rf"({'|'.join(filter(None, _PREFIXES))})?({'|'.join(_BASES)})$")
_MEASURED = regex(r"(.*\d)\s*([A-Za-zµμ]{1,3}[²³23]?(?:/[A-Za-zµμ]{1,2}[²³23]?)?)")
_SAID = {"dB": "分贝", "°C": "℃"}


def chinese_unit(text: str) -> str:
    """A laboratory's figure with the Chinese name of its unit, where it has one.

    >>> [chinese_unit(text) for text in ("0.18–0.40 mg/L", "35 µg/m3", "0.30 NTU", "52 dB", "0.05 g/kg")]
    ['0.18—0.40毫克/升', '35微克/立方米', '0.30 NTU', '52分贝', '0.05克/千克']
    """
    found = _MEASURED.fullmatch(text)
    names = [_said(part) for part in found[2].split("/")] if found else []
    if not found or not all(names):
        return text
    return f"{found[1].replace('–', '—')}{'/'.join(names)}"


def _said(symbol: str) -> str:
    found = _SYMBOL.match(symbol)
    return _SAID.get(symbol) or (_PREFIXES[found[1] or ""] + _BASES[found[2]] if found else "")


def latin_unit(text: str) -> str:
    """A laboratory's figure in Chinese, one thing by another, with the signs of its units; else the text.

    >>> [latin_unit(text) for text in ("160瓦时/千克", "0.05毫克/升", "300千克")]
    ['160 Wh/kg', '0.05 mg/L', '300千克']
    """
    found = _CHINESE.fullmatch(text)
    signs = [_SIGNS.get(part, "") for part in found[2].split("/")] if found else []
    return f"{found[1].replace('—', '–')} {'/'.join(signs)}" if found and all(signs) else text


_CHINESE = regex(r"(.*\d)\s*([\u4e00-\u9fff]+/[\u4e00-\u9fff]+)")
_SIGNS = {
    f"{names}{name}": f"{prefix}{base}"
    for base, name in reversed(_BASES.items())
    if base not in ("l", "m3", "m2")
    for prefix, names in reversed(_PREFIXES.items())
    if prefix not in ("u", "μ")
}
