"""Every claim of SECURITY.md names a test, and the test is there."""

import ast
import re

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
CLAIMS = re.findall(r"^\| (.+?) \| `([\w/]+\.py)::(\w+)` \|$", PAGE, re.MULTILINE)


def test_every_row_of_the_table_names_a_test():
    rows = PAGE.partition("| claim | test |\n|---|---|\n")[2].partition("\n\n")[0].splitlines()

    assert len(rows) == len(CLAIMS) > 15


@pytest.mark.parametrize(("claim", "file", "test"), CLAIMS, ids=[claim[2] for claim in CLAIMS])
def test_a_claim_has_its_test(claim, file, test):
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, claim
