"""Markdown: a release as CommonMark with tables, and anyone's Markdown as blocks.

The headline is ``#``, a subhead ``##``, a quote ``>``; a paragraph in emphasis is the dateline under
the headline, the caption under a photo, elsewhere a note; ``Reporter | Eleanor`` is a credit line; the
first plain paragraph is the lead. Where that says something else than the document, front matter does.
"""

from pressgen.formats.markdown_read import read
from pressgen.formats.markdown_write import write

__all__ = ["read", "write"]
