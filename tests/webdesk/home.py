"""A desk for tests: its home in a folder of this process, Django ready for it."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import warnings
from functools import cache
from pathlib import Path

from pressgen.desk.installation import Installation, prepare


@cache
def ready() -> Installation:
    """Make the home once a process, before anything of Django's is imported."""
    home = Path(tempfile.mkdtemp(prefix="pressgen-desk-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    desk = Installation(home, port=8699)
    prepare(desk)
    desk.to_environment()
    os.environ["DJANGO_SETTINGS_MODULE"] = "pressgen.desk.settings"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's own loop runs beside the tests
    import django  # noqa: PLC0415  # it reads the settings that were just named

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        django.setup()
    from django.conf import settings  # noqa: PLC0415  # as above

    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # the shipped one takes 0.2 s
    return desk
