"""``one.py`` is a program of its own, for those who have atheris."""

collect_ignore = ["one.py"]
