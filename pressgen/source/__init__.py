"""Files that people write by hand: read with the place of every value, bound to what was declared."""

from pressgen.source.bind import bind, nearest
from pressgen.source.read import Node, decode, load, parse, text_of

__all__ = ["Node", "bind", "decode", "load", "nearest", "parse", "text_of"]
