"""HTML: a release as one page that carries its pictures, and anyone's page as blocks."""

from pressgen.formats.html_read import read
from pressgen.formats.html_write import write

__all__ = ["read", "write"]
