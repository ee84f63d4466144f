import pytest

from pressgen.glossary.entry import Entry, Term
from pressgen.glossary.search import search

ENTRIES = [
    Entry("zone", (Term("佛山高新区", "zh"), Term("Foshan Hi-tech Zone", "en"))),
    Entry("foshan", (Term("佛山", "zh"), Term("Foshan", "en"))),
    Entry("lecong", (Term("乐从镇", "zh"), Term("Lecong Town", "en"))),
]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("佛山", ["foshan", "zone"]),
        ("foshan", ["foshan", "zone"]),
        ("hi tech", ["zone"]),
        ("Town", ["lecong"]),
        ("fsgx", ["zone"]),
        ("lcz", ["lecong"]),
        ("Suzhou", []),
        ("  ", []),
    ],
)
def test_entries_are_found_by_any_part_of_any_name_the_nearest_first(query, ids):
    assert [entry.id for entry in search(ENTRIES, query)] == ids
