"""One value has everything that is to be known of a draft."""

import pytest

from pressgen import api, drafting
from tests.conftest import BRIEF
from tests.desk import run


@pytest.fixture
def counted(monkeypatch):
    """How often each part of a draft is worked out."""
    calls = dict.fromkeys(("draft", "faults", "untranslated", "conversions"), 0)
    for name in calls:
        work = getattr(drafting, name)

        def once(*args, name=name, work=work):
            calls[name] += 1
            return work(*args)

        monkeypatch.setattr(drafting, name, once)
    return calls


def test_a_draft_travels_once(event, house, tmp_path, counted):
    made = api.draft(
        event(BRIEF, "signing: {signed: [{kind: contracts, count: 2个, total: 40亿元}]}"), house()
    )

    for _ in range(2):
        assert (made.findings, made.untranslated) == ([], [])
        assert len(made.record["conversions"]) == 2
    api.deliver(made, tmp_path)

    assert counted == dict.fromkeys(counted, 1)


def test_one_language_is_not_drafted_for_the_other(event, house, counted):
    made = api.draft(
        event(BRIEF.replace("{zh: 佛山到苏州招商, en: Foshan courts investors in Suzhou}", "佛山到苏州招商")),
        house(),
        ["en"],
    )

    assert (made.zh.blocks, len(made.untranslated)) == ((), 1)
    assert made.untranslated[0].source == "佛山到苏州招商"
    assert counted["draft"] == 2  # the Chinese is asked for once, to show what is to be translated


WRONG = "response: {zh: 来宾表示满意。, en: The guests were content. Contracts for 30 projects were signed.}"


def test_a_finding_of_a_draft_names_its_paragraph_and_language_and_the_line_of_the_event(event, house):
    (finding, *_) = api.draft(event(BRIEF, WRONG), house()).findings

    assert (finding.span.file, finding.span.block) == ("brief.en", 3)
    assert [(place.file.rpartition("/")[2], place.line) for place in finding.related][-1] == (
        "brief.yaml",
        11,
    )


def test_the_command_line_says_both(tmp_path):
    (tmp_path / "brief.yaml").write_text(f"{BRIEF}{WRONG}\n", encoding="utf-8")

    said = run("draft", "brief.yaml", cwd=tmp_path).stderr

    assert "brief.en\n  paragraph 4  warning  figure/missing" in said
    assert "→ brief.yaml:10:11" in said
    assert "paragraph 1 " not in said


@pytest.mark.parametrize("never", ["never", "不折算"])
def test_an_event_may_say_that_none_of_its_sums_is_converted(event, house, never):
    signed = "signing: {signed: [{kind: contracts, count: 2个, total: 40亿元}]}"
    made = api.draft(event(BRIEF, signed, f"rate: {never}"), house())

    assert (made.conversions, made.findings) == ([], [])
    assert not any("USD" in block.text or "美元" in block.text for block in made.release.blocks)
    assert api.draft(event(BRIEF, signed), house()).conversions != []
