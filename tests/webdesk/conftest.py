"""What the tests of the desk share: a newsroom, a database, a person at it, and what a page's form sends."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import copy

import pytest

from tests.webdesk.home import ready

DESK = ready()

from django.contrib.auth.models import User  # noqa: E402  # Django is ready only now
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402

from pressgen import api  # noqa: E402
from pressgen.desk import stories  # noqa: E402
from pressgen.desk.models import Story  # noqa: E402
from pressgen.desk.room import room  # noqa: E402


@pytest.fixture(scope="session")
def newsroom_of_desk() -> None:
    """The newsroom and its database, made once."""
    api.furnish(DESK.home, api.Office(), "en", sample=True)
    setup_test_environment()
    call_command("migrate", verbosity=0, interactive=False)


@pytest.fixture
def database(newsroom_of_desk) -> Iterator[None]:
    """A database that forgets what the test did."""
    block = transaction.atomic()
    block.__enter__()
    yield
    transaction.set_rollback(True)
    block.__exit__(None, None, None)


@pytest.fixture
def wang(database) -> User:
    return User.objects.create_user("wang", password="a long pass phrase")  # noqa: S106  # a test's own


@pytest.fixture
def client(wang) -> Client:
    """Wang at the desk, in English."""
    client = Client(headers={"accept-language": "en", "host": "127.0.0.1"})
    client.force_login(wang)
    return client


_made: dict[tuple[str, int], Story] = {}
"""The first story of some facts, the second, …: checked once, and written again for each test that has them."""


@pytest.fixture
def of_facts(database) -> Iterator[Callable[[str, Mapping[str, object], User], Story]]:
    """A story of these facts, as somebody made it."""
    asked: Counter[str] = Counter()

    def made(type_name: str, facts: Mapping[str, object], by: User) -> Story:
        text = stories.as_text(facts)
        asked[text] += 1
        which = text, asked[text]
        if which not in _made:
            first = stories.created(type_name, facts, by, room(), "made")
            _made[which] = copy(first)
            return first
        again = copy(_made[which])
        again.changed_by, again.created, again.changed = by, timezone.now(), timezone.now()
        again.save(force_insert=True)
        stories.note(again, "made", by)
        return again

    yield made
    for each in _made.values():
        shutil.rmtree(DESK.stories / str(each.pk), ignore_errors=True)


@pytest.fixture
def example(of_facts) -> Callable[[str, User], Story]:
    """A story of a type's example, as somebody made it."""
    return lambda type_name, by: of_facts(type_name, api.example(room().types[type_name]), by)


@pytest.fixture
def story(wang, example, of_facts) -> Callable[..., Story]:
    """A story of these facts: ``story("notice", headline={"zh": …})``; without facts that of the example."""

    def made(type_name: str = "investment-promotion", **facts: object) -> Story:
        return (
            of_facts(type_name, {"release": type_name, **facts}, wang) if facts else example(type_name, wang)
        )

    return made
