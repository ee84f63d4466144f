"""A server killed while it saves: every save that was answered is there, and the database opens."""

import os
import random
import threading
import time

import pytest

from tests.webdesk.client import Person, free_port, launched

TIMES = int(os.environ.get("PRESSGEN_KILLS", "5"))
"""Each costs a start; a hundred are run by hand."""


@pytest.mark.slow
def test_every_answered_save_survives_a_kill(tmp_path):
    chance = random.Random(7)  # noqa: S311  # when to kill is no secret
    port, story, saved = free_port(), "", ""
    for number in range(TIMES + 1):
        desk, address = launched(tmp_path, port)
        person = Person(address)
        if not story:
            person.new_story()
            story = person.story
        person.at(story)
        assert not saved or person.headline() >= saved
        timer = threading.Timer(chance.uniform(0.2, 1.5), desk.kill)
        timer.start()
        while desk.poll() is None:
            person.save(f"{number:03} {time.monotonic():020.6f}")
        saved = person.last or saved
        desk.communicate()
