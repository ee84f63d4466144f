"""TBX (ISO 30042), read and written: v2, v3 DCA and v3 DCT, dialects Core, Min and Basic."""

from pressgen.glossary.tbx.layout import Version
from pressgen.glossary.tbx.node import Kept, Level, Node, Tbx
from pressgen.glossary.tbx.read import load, parse
from pressgen.glossary.tbx.render import to_bytes, write

__all__ = ["Kept", "Level", "Node", "Tbx", "Version", "load", "parse", "to_bytes", "write"]
