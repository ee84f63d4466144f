"""Files that people write by hand: read with the place of every value, bound to what was declared."""

from pressgen.source.bind import bind, nearest
from pressgen.source.read import Node, bytes_of, decode, edited, load, parse, text_of, unsaved

__all__ = ["Node", "bind", "bytes_of", "decode", "edited", "load", "nearest", "parse", "text_of", "unsaved"]
