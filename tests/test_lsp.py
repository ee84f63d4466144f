"""An editor at work: what it is told while one writes."""

import asyncio
import io
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="pygls is not installed: pip install 'pressgen[lsp]'")
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from pressgen import api
from pressgen.cli.main import run
from pressgen.lsp import help as at_cursor
from pressgen.lsp.newsrooms import OpenNewsroom
from pressgen.lsp.problems import Problem, at_a_glance, kind_of, problems
from pressgen.source import unsaved
from tests.conftest import BRIEF, ROOT
from tests.grids import some

EVENT = BRIEF + "signed: {projects: 3个, growth: +5%}\ninvestment: {total: 10亿元}\n"


@pytest.fixture(scope="module")
def opened() -> OpenNewsroom:
    return OpenNewsroom(api.open_newsroom(ROOT))


@pytest.fixture
def problems_of(tmp_path, opened) -> Callable[..., list[Problem]]:
    """What is wrong with a text that an editor has under a name and has not saved."""

    def found(name: str, text: str, ui: str = "en") -> list[Problem]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("not this", encoding="utf-8")
        with unsaved({path: text}):
            return problems(path, text, opened, ui)

    return found


def _offers(opened: OpenNewsroom, text: str, path: Path = Path("e.yaml")) -> list[str]:
    lines = text.split("\n")
    return [offer.words for offer in at_cursor.offers(path, lines, len(lines) - 1, len(lines[-1]), opened)]


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("suzhou.yaml", BRIEF, "event"),
        ("suzhou.json", '{"release": "notice"}', "event"),
        ("templates/houses/ours/house.yaml", "extends: base", "house"),
        ("templates/releases/notice/en.j2", "", "template"),
        ("glossary/names.csv", "", "glossary"),
        ("story.zh.md", "", "text"),
        ("docker-compose.yaml", "services: {}", ""),
        ("figures.csv", "", ""),
        ("tool.py", "release: x", ""),
    ],
)
def test_only_our_own_kinds_of_file_are_looked_at(name, text, kind):
    assert kind_of(Path(name), text) == kind


def test_a_good_event_has_no_problem(problems_of):
    assert [each for each in problems_of("brief.yaml", BRIEF) if each.severity in ("error", "warning")] == []


@pytest.mark.parametrize(("ui", "words"), [("en", "did you mean promoter"), ("zh", "promoter")])
def test_a_misspelt_field_stands_at_its_word_with_the_right_one_as_fix(problems_of, ui, words):
    found = problems_of("brief.yaml", EVENT.replace("promoter", "promotor"), ui)
    misspelt = next(each for each in found if words in each.message)
    assert (misspelt.line, misspelt.column, misspelt.text, misspelt.fix) == (7, 1, "promotor", "promoter")


def test_all_faults_of_an_event_are_told_at_once(problems_of):
    found = problems_of(
        "brief.yaml", EVENT.replace("date: 2023-07-14", "date: someday").replace("3个", "many")
    )
    assert [each.line for each in found if each.severity == "error"] == [5, 10]


def test_a_tab_in_yaml_is_one_line_at_its_place(problems_of):
    assert problems_of("brief.yaml", EVENT + "\tvenue: x\n")[0].line == 12


def test_what_is_still_to_be_translated_is_a_hint_at_the_fact(problems_of):
    text = EVENT.replace(", en: Foshan courts investors in Suzhou", "")
    hints = [each for each in problems_of("brief.yaml", text) if each.severity == "hint"]
    assert [hint.line for hint in hints] == [4]
    assert "佛山到苏州招商" in hints[0].message


def test_at_a_glance_an_event_shows_its_faults_and_what_is_to_be_translated(opened, tmp_path):
    misspelt = at_a_glance(tmp_path / "e.yaml", EVENT.replace("promoter", "promotor"), opened, "en")
    untranslated = EVENT.replace(", en: Foshan courts investors in Suzhou", "")

    assert [(each.line, each.text) for each in misspelt] == [(7, "promotor")]
    assert [each.line for each in at_a_glance(tmp_path / "e.yaml", untranslated, opened, "en")] == [4]
    assert (
        at_a_glance(tmp_path / "story.en.md", "The fair drew 3 exhibitors ， all local.", opened, "en") == []
    )


def test_what_an_event_lacks_as_a_whole_is_said_without_its_path(problems_of):
    lacking = BRIEF.replace(BRIEF[BRIEF.index("credits:") :].split("\n")[0] + "\n", "")
    found = [each for each in problems_of("brief.yaml", lacking) if each.severity == "error"]

    assert found
    assert not [each for each in found if "brief.yaml" in each.message]


def test_a_finding_on_the_draft_stands_where_the_fact_was_written(problems_of):
    story = "story: [lead, {breakdown: {what: {zh: 项目, en: projects}, total: 3个, parts: [{name: {zh: 家电, en: appliances}, count: 4个}]}}]\n"
    found = [each for each in problems_of("brief.yaml", EVENT + story) if each.rule == "event/parts-differ"]
    assert found
    assert all(each.line == 12 and each.why for each in found)


def test_a_pair_of_drafts_is_compared_and_both_places_are_linked(tmp_path, opened):
    zh, en = tmp_path / "story.zh.md", tmp_path / "story.en.md"
    en.write_text("Contracts worth 15.26 billion yuan were signed.\n", encoding="utf-8")
    text = "签约金额15.26亿元。\n"
    zh.write_text(text, encoding="utf-8")
    for path, words in ((zh, text), (en, en.read_text(encoding="utf-8"))):
        found = problems(path, words, opened, "en")
        assert [each.related[0].file for each in found if each.rule == "figure/scale"] == [
            zh if path == en else en
        ]


def test_the_partner_is_compared_as_the_editor_has_it(tmp_path, opened):
    zh, en = tmp_path / "story.zh.md", tmp_path / "story.en.md"
    zh.write_text("签约金额15.26亿元。\n", encoding="utf-8")
    en.write_text("Contracts worth 15.26 billion yuan were signed.\n", encoding="utf-8")
    mended = "Contracts worth 1.526 billion yuan were signed.\n"
    with unsaved({en: mended}):
        assert problems(zh, "签约金额15.26亿元。\n", opened, "en") == []


def test_a_draft_alone_is_read_for_its_own_faults(problems_of):
    found = problems_of("story.en.txt", "The fair drew 3 exhibitors ， all local.\n")
    assert any(each.fix and each.safe for each in found)


def test_a_glossary_row_without_its_other_language_is_told_at_its_line(problems_of):
    table = "id,lang,term,status\nfoshan,zh,佛山,preferred\nfoshan,en,Foshan,wrong\n"
    assert problems_of("glossary/names.csv", table)[0].line == 3


def test_a_template_with_an_unknown_filter_is_told_at_its_line(tmp_path):
    folder = tmp_path / "templates" / "releases" / "festival"
    shutil.copytree(ROOT / "templates" / "releases" / "festival", folder)
    path = folder / "en.j2"
    text = '{% extends "releases/base/en.j2" %}\n{% block lead %}\n{{ city | mony }}\n{% endblock %}\n'
    (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")
    with unsaved({path: text}):
        found = problems(path, text, OpenNewsroom(api.open_newsroom(tmp_path)), "en")
    assert [(each.line, each.severity) for each in found] == [(3, "error")]


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates").glob("*/*/*.j2")), ids=lambda path: "-".join(path.parts[-3:])
)
def test_no_shipped_template_has_a_problem(path, opened):
    assert problems(path, path.read_text(encoding="utf-8"), opened, "en") == []


def test_a_house_that_does_not_read_is_told_at_its_line(tmp_path):
    path = tmp_path / "templates" / "houses" / "ours" / "house.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("extends: base\n", encoding="utf-8")
    (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")
    text = "extends: base\nmonny: {}\n"
    with unsaved({path: text}):
        found = problems(path, text, OpenNewsroom(api.open_newsroom(tmp_path)), "en")
    assert [(each.line, each.severity) for each in found] == [(2, "error")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("rel", "release: "),
        ("release: noti", "notice"),
        ("release: notice\nheadl", "headline: "),
        ("release: notice\nstory:\n  - shar", "share: "),
        ("release: notice\nstory:\n  - lea", "lead"),
        ("release: notice\nstory:\n  - share: {na", "name: "),
        ("release: notice\nstory:\n  - agreements:\n      signed:\n        - kind: fram", "framework"),
        ("release: notice\ncredits: {rep", "reporter: "),
        ("release: notice\ncity: 佛", "佛山"),
    ],
)
def test_fields_choices_statements_and_names_are_offered(opened, text, word):
    assert word in _offers(opened, text)


def test_facts_of_the_event_are_offered_in_own_words(problems_of, opened, tmp_path):
    problems_of("brief.yaml", EVENT)
    text = EVENT + 'story:\n  - {zh: "共{inv'
    assert _offers(opened, text, tmp_path / "brief.yaml") == ["investment.total"]


def test_hover_says_what_a_field_is_for(opened):
    lines = EVENT.split("\n")
    assert "Promoter" in at_cursor.field_at(lines, 6, 2, opened)


def test_hover_shows_an_entry_and_a_conversion_with_its_rate(opened):
    house = opened.house("").on_day(api.day("2023-07-14"))
    assert "Foshan" in at_cursor.word_at("佛山签约", 0, house, "en")
    conversion = at_cursor.word_at("total: 2405.72亿元", 9, house, "en")
    assert "USD 33.7 billion" in conversion
    assert "ECB, 2023-07-14" in conversion


def test_hover_on_a_sum_without_a_day_guesses_no_rate(opened):
    assert "USD" not in at_cursor.word_at("共2405.72亿元", 3, opened.house(""), "en")


Told = Callable[[], Awaitable[list[types.Diagnostic]]]
Talk = Callable[[LanguageClient, Told], Awaitable[Any]]


@pytest.fixture(scope="module")
def editor() -> Iterator[Callable[[str, Talk], Any]]:
    """Start the server as an editor does, let ``work`` talk to it about a file, and end it politely.

    It is one server for all that do.
    """
    client, told = LanguageClient("editor", "1"), defaultdict(asyncio.Queue)
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(
        lambda given: told[given.uri].put_nowait(given.diagnostics)
    )

    async def talk(uri: str, work: Talk) -> Any:
        try:
            return await work(client, lambda: asyncio.wait_for(told[uri].get(), 60))
        finally:
            client.text_document_did_close(
                types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
            )

    async def start() -> None:
        await client.start_io(sys.executable, "-m", "pressgen", "lsp")
        await client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        client.initialized(types.InitializedParams())

    async def end() -> None:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()

    with asyncio.Runner() as runner:
        runner.run(start())
        yield lambda uri, work: runner.run(talk(uri, work))
        runner.run(asyncio.wait_for(end(), 60))


def test_an_editor_gets_diagnostics_fixes_completion_and_hover(tmp_path, editor):
    uri = (tmp_path / "brief.yaml").as_uri()
    place = types.TextDocumentIdentifier(uri)

    async def work(client, told):
        text = EVENT.replace("promoter: 佛山", "promotor: 佛山")
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "yaml", 1, text))
        )
        first = await told()
        line = types.Range(types.Position(6, 0), types.Position(6, 0))
        context = types.CodeActionContext(first)
        actions = await client.text_document_code_action_async(types.CodeActionParams(place, line, context))
        whole = types.TextDocumentContentChangeWholeDocument(EVENT + "ven")
        version = types.VersionedTextDocumentIdentifier(2, uri)
        client.text_document_did_change(types.DidChangeTextDocumentParams(version, [whole]))
        at_end = types.Position(len(EVENT.split("\n")) - 1, 3)
        offers = await client.text_document_completion_async(types.CompletionParams(place, at_end))
        hover = await client.text_document_hover_async(types.HoverParams(place, types.Position(6, 1)))
        return first, actions, offers, hover

    first, actions, offers, hover = editor(uri, work)
    assert [each.range.start.line for each in first if each.severity == types.DiagnosticSeverity.Error] == [6]
    assert [action.edit.changes[uri][0].new_text for action in actions] == ["promoter"]
    assert "venue" in [item.label for item in offers.items]
    assert "Promoter" in hover.contents.value


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("glossary/own.csv", "x,y\n"),
        ("templates/houses/own/house.yaml", "title: ["),
        ("pressgen.toml", "house = ["),
    ],
)
def test_what_a_newsroom_cannot_be_read_for_is_said_at_its_files_and_hover_and_completion_say_nothing(
    tmp_path, file, text, editor
):
    for name, words in {"pressgen.toml": 'house = "own"\n', file: text}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    if file.startswith("glossary"):
        (tmp_path / "pressgen.toml").write_text("", encoding="utf-8")
    uri = (tmp_path / "a.zh.md").as_uri()
    at = types.TextDocumentIdentifier(uri), types.Position(0, 1)

    async def work(client, told):
        document = types.TextDocumentItem(uri, "markdown", 1, "佛山今年签约86个项目。\n")
        client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        found = []
        while not found:
            found = await told()
        hover = await client.text_document_hover_async(types.HoverParams(*at))
        offers = await client.text_document_completion_async(types.CompletionParams(*at))
        return found, hover, offers

    found, *_ = editor(uri, work)
    assert Path(file).name in found[0].message


HALVES = [b"Content-Length: 400\r\n\r\n{", b"Content-Length: x\r\n\r\n", b"\x00\xff\n", b""]


@pytest.mark.parametrize("message", some(HALVES, of=2))
def test_half_a_message_is_read_without_a_traceback(message, monkeypatch, capfd):
    out = io.BytesIO()
    monkeypatch.setattr(out, "close", lambda: None)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(message)))
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(out))
    run(["lsp"], "en")
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("message", HALVES)
def test_half_a_message_ends_without_a_traceback(message):
    done = subprocess.run(
        [sys.executable, "-m", "pressgen", "lsp"], input=message, capture_output=True, check=False, timeout=60
    )
    assert b"Traceback" not in done.stderr


@pytest.mark.slow
def test_neovim_shows_the_fault_of_an_event(tmp_path):
    nvim = shutil.which("nvim")
    if nvim is None:
        pytest.skip("Neovim is not installed (Debian's package neovim)")
    path = tmp_path / "brief.yaml"
    path.write_text(EVENT.replace("promoter", "promotor"), encoding="utf-8")
    script = tmp_path / "look.lua"
    script.write_text(
        f"""
        vim.lsp.start_client({{
          cmd = {{ {sys.executable!r}, '-m', 'pressgen', 'lsp' }}, name = 'pressgen', root_dir = {str(tmp_path)!r},
          on_init = function(client) vim.lsp.buf_attach_client(0, client.id) end,
        }})
        vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
        local lines = {{}}
        for _, each in ipairs(vim.diagnostic.get(0)) do
          table.insert(lines, (each.lnum + 1) .. ': ' .. each.message)
        end
        vim.fn.writefile(lines, {str(tmp_path / "seen.txt")!r})
        vim.cmd('qa!')
        """,
        encoding="utf-8",
    )
    subprocess.run(
        [nvim, "--headless", "-u", "NONE", str(path), "-c", f"luafile {script}"], check=True, timeout=120
    )
    assert "did you mean promoter" in (tmp_path / "seen.txt").read_text(encoding="utf-8")


EMACS = """
(package-initialize)
(require 'yaml-mode)
(require 'eglot)
{configuration}
(setq eglot-sync-connect 60)
(find-file "brief.yaml")
(call-interactively #'eglot)
(let ((until (+ (float-time) 60)))
  (while (and (< (float-time) until) (null (flymake-diagnostics)))
    (accept-process-output nil 0.2)))
(dolist (each (flymake-diagnostics))
  (message "%d: %s" (line-number-at-pos (flymake-diagnostic-beg each)) (flymake-diagnostic-text each)))
"""


@pytest.mark.slow
@pytest.mark.parametrize(("page", "words"), [("lsp.md", "did you mean promoter"), ("lsp.zh.md", "是否")])
def test_emacs_shows_the_fault_of_an_event_with_the_documented_configuration(page, words, tmp_path):
    emacs = shutil.which("emacs")
    if emacs is None:
        pytest.skip("Emacs is not installed (Debian's packages emacs-nox, elpa-eglot, elpa-yaml-mode)")
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    configuration = text.partition("```elisp\n")[2].partition("```")[0]
    (tmp_path / "look.el").write_text(EMACS.format(configuration=configuration), encoding="utf-8")
    (tmp_path / "brief.yaml").write_text(EVENT.replace("promoter", "promotor"), encoding="utf-8")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [emacs, "--batch", "-l", "look.el"],
        cwd=tmp_path,
        env=os.environ | {"PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=150,
    )
    assert re.search(rf"^7: .*{words}", done.stderr, re.MULTILINE), done.stderr


@pytest.mark.slow
def test_a_key_is_answered_while_one_still_thinks(tmp_path, editor):
    """No time is asserted: only that many keys are answered once, with the last text."""
    uri = (tmp_path / "brief.yaml").as_uri()

    async def work(client, told):
        item = types.TextDocumentItem(uri, "yaml", 1, EVENT)
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await told()
        for version in range(2, 12):
            text = EVENT + "v" * version
            change = types.TextDocumentContentChangeWholeDocument(text)
            where = types.VersionedTextDocumentIdentifier(version, uri)
            client.text_document_did_change(types.DidChangeTextDocumentParams(where, [change]))
        answers = [await told()]
        while not any(each.range.start.line >= 11 for each in answers[-1]):
            answers.append(await told())
        return answers

    assert len(editor(uri, work)) < 10
