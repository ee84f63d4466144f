"""An assistant asks one newsroom, with the protocol's own client."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp", reason="the MCP SDK is not installed: pip install 'pressgen[mcp]'")
from mcp import Client, StdioServerParameters, stdio_client

from pressgen.cli.main import run
from pressgen.mcp.server import server
from tests import desk
from tests.conftest import BRIEF, EXAMPLES, ROOT
from tests.grids import some

Ask = Callable[..., Any]
TYPES = [path.parent.name for path in EXAMPLES]


@pytest.fixture
def ask(tmp_path) -> Ask:
    """``ask(tool, **arguments)``: the tool's answer as data, or its complaint as text."""

    def asked(
        tool: str, *, write: bool = False, ui: str = "en", home: Path = tmp_path, **given: object
    ) -> Any:
        return anyio.run(partial(_asked, server(home, ui, write=write), tool, given))

    return asked


async def _asked(target: Any, tool: str, given: dict[str, object]) -> Any:
    async with Client(target) as client:
        answer = await client.call_tool(tool, given)
        return answer.content[0].text if answer.is_error else answer.structured_content


def _tools(**given: bool) -> dict[str, Any]:
    async def listed() -> dict[str, Any]:
        async with Client(server(ROOT, **given)) as client:
            return {tool.name: tool for tool in (await client.list_tools()).tools}

    return anyio.run(listed)


def test_without_write_no_tool_writes():
    tools = _tools()
    assert "save_draft" not in tools
    assert all(tool.annotations.read_only_hint for tool in tools.values())


def test_every_tool_says_what_it_does_and_what_it_answers():
    for tool in _tools(write=True).values():
        assert tool.description
        assert tool.output_schema


def test_a_draft_answers_with_both_texts_and_with_its_findings(ask):
    drafted = ask("draft", event=BRIEF + "signed: {projects: 3个}\ninvestment: {total: 10亿元}\n")
    assert "10亿元" in drafted["zh"]
    assert "1 billion yuan" in drafted["en"]
    assert drafted["record"]["conversions"][0]["rate"]
    assert {"errors", "warnings", "findings"} <= drafted.keys()


def test_a_part_that_exceeds_its_whole_is_among_the_findings(ask):
    parts = (
        "parts: [{name: {zh: 汽车, en: cars}, count: 2个}, {name: {zh: 家电, en: appliances}, count: 4个}]"
    )
    total = "what: {zh: 项目, en: projects}, total: 3个"
    facts = f"story: [lead, {{breakdown: {{{total}, {parts}}}}}]\n"
    drafted = ask("draft", event=BRIEF + facts)
    weights = [finding["severity"] for finding in drafted["findings"]]
    assert drafted["errors"] == weights.count("error")
    assert drafted["warnings"] == weights.count("warning")
    assert any(finding["rule"].startswith("event/") for finding in drafted["findings"])


def test_what_has_one_language_is_listed_to_translate(ask):
    drafted = ask(
        "draft",
        event=BRIEF.replace(
            "headline: {zh: 佛山到苏州招商, en: Foshan courts investors in Suzhou}",
            "headline: {zh: 佛山到苏州招商}",
        ),
    )
    assert any("佛山到苏州招商" in words for words in drafted["to_translate"])


def test_a_draft_writes_nothing(ask, tmp_path):
    ask("draft", event=BRIEF)
    assert not list(tmp_path.iterdir())


def test_save_draft_writes_inside_the_newsroom_and_names_its_files(ask, tmp_path):
    saved = ask("save_draft", write=True, event=BRIEF)
    assert {"brief.yaml", "drafts/brief.zh.docx", "drafts/brief.en.md"} <= set(saved["files"])
    assert all((tmp_path / name).is_file() for name in saved["files"])


def test_save_draft_keeps_an_event_that_somebody_else_wrote(ask, tmp_path):
    (tmp_path / "brief.yaml").write_text("# mine", encoding="utf-8")
    assert "brief.yaml: there is another event" in ask("save_draft", write=True, event=BRIEF)
    assert [path.name for path in tmp_path.iterdir()] == ["brief.yaml"]


def test_save_draft_again_is_the_same_again(ask):
    first = ask("save_draft", write=True, event=BRIEF)
    assert ask("save_draft", write=True, event=BRIEF) == first


def test_a_photo_outside_the_newsroom_is_refused(ask, tmp_path):
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    event = BRIEF + "story: [lead, {photo: {file: ../secret.png, caption: {zh: 图, en: Picture}}}]\n"
    assert "not in this file's folder" in ask("draft", home=tmp_path / "inside", event=event)


@pytest.mark.parametrize(("ui", "words"), [("en", "did you mean"), ("zh", "是否")])
def test_a_bad_fact_is_said_with_its_line_in_the_users_language(ask, ui, words, tmp_path):
    complaint = ask("draft", ui=ui, event=BRIEF.replace("promoter", "promotor"))
    assert "event.yaml:7:" in complaint
    assert words in complaint
    assert str(tmp_path) not in complaint


def test_json_facts_are_read_as_json(ask):
    assert "event.json:" in ask("draft", event='{"release": "nothing"}')


def test_a_pair_that_disagrees_is_told(ask):
    checked = ask(
        "check_pair", zh="签约金额15.26亿元。", en="Contracts worth 15.26 billion yuan were signed."
    )
    assert checked["errors"] == 1
    assert checked["figures_compared"] == 1


def test_one_text_alone_is_said_not_to_be_compared(ask):
    checked = ask("check_pair", zh="签约金额15.26亿元。")
    assert checked["paragraphs_compared"] == 0
    assert "nothing to compare" in checked["not_compared"]


def test_a_sum_is_converted_with_rate_day_and_source(ask):
    converted = ask("convert", amount="2405.72亿元", on="2023年7月14日")
    assert converted["en"] == "240.572 billion yuan (USD 33.7 billion)"
    assert (converted["day"], converted["source"]) == ("2023-07-14", "ECB")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"amount": "数亿元", "on": "2023-07-14"}, "no exact sum"),
        ({"amount": "3亿元", "on": "someday"}, "is no date"),
        ({"amount": "3亿元", "on": "1999-01-01"}, "rate"),
        ({"amount": "3亿元", "on": "2023-07-14", "to": "shells"}, "no currency"),
        ({"amount": "3亿元"}, "on"),
    ],
)
def test_what_cannot_be_converted_is_never_guessed(ask, arguments, complaint):
    assert complaint in ask("convert", **arguments)


def test_a_spelling_says_whether_it_is_sure(ask):
    assert ask("propose_name", name="欧阳婉儿")["sure"] is True
    assert ask("propose_name", name="曾乐")["sure"] is False


def test_the_glossary_is_searched_and_long_answers_say_what_is_left_off(ask):
    assert ask("look_up", words="佛山高新区")["entries"][0]["en"]
    everything = ask("look_up", words="a")
    assert len(everything["entries"]) == 50
    assert everything["more"] > 0


def test_the_types_and_houses_of_a_newsroom_are_listed(ask):
    listed = ask("list_types")
    assert "pr-wire" in listed["houses"]
    assert {type_["name"] for type_ in listed["types"]} == set(TYPES)


@pytest.mark.parametrize("name", some(TYPES, of=12))
def test_a_type_is_described_by_its_schema_and_a_complete_example(ask, name):
    described = ask("describe_type", type=name)
    assert described["schema"]["properties"]
    assert not ask("draft", event=described["example"])["errors"]


@pytest.mark.slow
def test_the_example_is_the_one_that_new_writes_for_this_newsroom(ask, tmp_path, monkeypatch):
    assert run(["init", str(tmp_path / "room"), "--sample"], "en") == 0
    described = ask("describe_type", home=tmp_path / "room", type="notice")
    monkeypatch.chdir(tmp_path / "room")
    assert run(["new", "notice", "-o", "n.yaml"], "en") == 0
    written = Path("n.yaml").read_text(encoding="utf-8")

    assert described["example"] == written.partition("\n")[2]


@pytest.mark.parametrize(
    ("tool", "arguments", "complaint"),
    [
        ("publish", {}, "Unknown tool"),
        ("save_draft", {"event": BRIEF}, "Unknown tool"),
        ("draft", {}, "Field required"),
        ("draft", {"event": 5}, "valid string"),
        ("draft", {"event": ""}, "event.yaml: the file is empty"),
        ("draft", {"event": "a: &x [*x]"}, "event.yaml:1:4: anchors"),
        ("draft", {"event": BRIEF, "house": "../../x"}, "there is no house ../../x"),
        ("describe_type", {"type": "../../etc"}, "there is no release type"),
        ("check_pair", {}, "neither zh nor en"),
        ("check_pair", {"zh": "佛山", "date": "2023-07-14"}, "Extra inputs are not permitted"),
        ("check_pair", {"zh": "佛\ud83d山"}, "zh has half a character"),
        ("check_pair", {"zh": "佛山", "on": "someday"}, "is no date"),
        ("convert", {"amount": "3亿元", "on": "2023-07-14", "to": None}, "valid string"),
    ],
)
def test_wrong_arguments_are_an_error_of_the_tool_without_a_traceback(ask, tool, arguments, complaint, capfd):
    answered = ask(tool, **arguments)

    assert isinstance(answered, str)
    assert complaint in answered
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\n",
        b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"dr',
        b'{"jsonrpc":"2.0","id":1,"method":"tools/none"}\n',
        b"\xff\xfe\x00\n",
        b"[1, 2]\n",
        b"",
    ],
)
@pytest.mark.parametrize("begun", [desk.run, pytest.param(desk.spawn, marks=pytest.mark.slow)])
def test_what_is_no_message_ends_without_a_traceback(begun, sent, tmp_path):
    escaped = {"input": sent.decode("utf-8", "surrogateescape"), "errors": "surrogateescape", "timeout": 60}
    given = {"stdin": sent} if begun is desk.run else escaped
    done = begun("mcp", "--home", tmp_path, cwd=tmp_path, **given)

    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert all(line.startswith('{"jsonrpc"') for line in done.stdout.splitlines())


def test_a_misspelt_type_gets_the_nearest(ask):
    assert "there are notice" in ask("describe_type", type="notic")


@pytest.mark.slow
def test_a_newsrooms_server_answers_over_standard_input_and_output(tmp_path):
    parameters = StdioServerParameters(
        command=sys.executable, args=["-m", "pressgen", "mcp", "--home", str(tmp_path)]
    )
    answer = anyio.run(partial(_asked, stdio_client(parameters), "propose_name", {"name": "涉县"}))
    assert answer["en"] == "Shexian County"
