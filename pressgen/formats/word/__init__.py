"""Word files: ours written in the house's look, anyone's read and reviewed."""

from pressgen.formats.word.bilingual import write_bilingual
from pressgen.formats.word.read import read
from pressgen.formats.word.review import Reviewed, review
from pressgen.formats.word.write import write

__all__ = ["Reviewed", "read", "review", "write", "write_bilingual"]
