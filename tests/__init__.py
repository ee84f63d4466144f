"""The tests. This runs before all of them: workers, and processes that tests start, find modules compiled."""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
