"""The protocol: what an editor asks, answered in its own positions and kinds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from pressgen import VERSION, api
from pressgen.errors import UI, PressgenError
from pressgen.lsp import help as at_cursor
from pressgen.lsp.newsrooms import Newsrooms, OpenNewsroom
from pressgen.lsp.problems import Problem, Related, at_a_glance, kind_of, problems, unsettled
from pressgen.source import unsaved

PAUSE = 0.08
"""Seconds without a key before a file is looked at again."""

_SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}
_KINDS = {
    "field": types.CompletionItemKind.Field,
    "choice": types.CompletionItemKind.EnumMember,
    "fact": types.CompletionItemKind.Variable,
    "name": types.CompletionItemKind.Text,
}


class Server(LanguageServer):
    """One editor's server: its open files, the newsrooms they lie in, and what is wrong with each."""

    def __init__(self, ui: UI = "en") -> None:
        super().__init__("pressgen", VERSION, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.ui = ui
        self.newsrooms = Newsrooms()
        self._problems: dict[str, list[Problem]] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def glance(self, uri: str) -> None:
        """Tell what needs no check at once: the first check reads tables for a second."""
        document = self.workspace.get_text_document(uri)
        if kind_of(Path(document.path), document.source) == "event":
            self._publish(document, self._found(document, at_a_glance))
        self.look_soon(uri, 0)

    def look_soon(self, uri: str, pause: float = PAUSE) -> None:
        """Look at a file once no key was pressed for a moment."""
        if uri in self._waiting:
            self._waiting[uri].cancel()
        self._waiting[uri] = asyncio.get_running_loop().call_later(pause, self.look, uri)

    def look(self, uri: str) -> None:
        """Find what is wrong with an open file and tell the editor; a pair is looked at from both sides."""
        if uri not in self.workspace.text_documents:
            return
        document = self._shown(uri)
        partner = _partner(Path(document.path))
        other = uris.from_fs_path(str(partner)) if partner else None
        if other and other in self.workspace.text_documents:
            self._shown(other)

    def _shown(self, uri: str) -> TextDocument:
        document = self.workspace.get_text_document(uri)
        self._publish(document, self._found(document, problems))
        return document

    def _found(
        self, document: TextDocument, look: Callable[[Path, str, OpenNewsroom, UI], list[Problem]]
    ) -> list[Problem]:
        path = Path(document.path)
        with unsaved(self._texts()):
            found = look(path, document.source, self.opened(path), self.ui)
            return [*unsettled(path, document.source, self.newsrooms, self.ui), *found]

    def _publish(self, document: TextDocument, found: list[Problem]) -> None:
        self._problems[document.uri] = found
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                document.uri, [self._diagnostic(problem, document) for problem in found], document.version
            )
        )

    def opened(self, path: Path) -> OpenNewsroom:
        """The newsroom of a file; what is shipped where its settings cannot be read."""
        try:
            return self.newsrooms.of(path)
        except PressgenError:
            return self.newsrooms.of(Path(__file__))

    def close(self, uri: str) -> None:
        """A file that is no longer open has nothing wrong with it."""
        self._problems.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def fixes(self, uri: str, line: int) -> list[types.CodeAction]:
        """A quick fix for every problem of a line (from 0) that says what to write instead."""
        document = self.workspace.get_text_document(uri)
        return [
            self._action(problem, document)
            for problem in self._problems.get(uri, ())
            if problem.line == line + 1 and problem.fix is not None and problem.text
        ]

    def why(self, uri: str, position: types.Position) -> list[str]:
        """The reasons of the rules whose findings are under the cursor."""
        document = self.workspace.get_text_document(uri)
        return [
            f"{problem.why} (`{problem.rule}`)"
            for problem in self._problems.get(uri, ())
            if problem.why and _within(position, self._range(problem, document))
        ]

    def _texts(self) -> dict[Path, str]:
        documents = self.workspace.text_documents.values()
        return {Path(document.path).absolute(): document.source for document in documents}

    def _action(self, problem: Problem, document: TextDocument) -> types.CodeAction:
        edit = types.TextEdit(self._range(problem, document), problem.fix or "")
        say = "改为“{}”" if self.ui == "zh" else "Write “{}”"
        return types.CodeAction(
            say.format(problem.fix),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self._diagnostic(problem, document)],
            is_preferred=problem.safe,
            edit=types.WorkspaceEdit(changes={document.uri: [edit]}),
        )

    def _diagnostic(self, problem: Problem, document: TextDocument) -> types.Diagnostic:
        return types.Diagnostic(
            self._range(problem, document),
            problem.message,
            severity=_SEVERITY[problem.severity],
            code=problem.rule or None,
            source="pressgen",
            related_information=[_related(each) for each in problem.related] or None,
        )

    def _range(self, problem: Problem, document: TextDocument) -> types.Range:
        """The words of a problem, or all of the line from its beginning on."""
        row, column = problem.line - 1, problem.column - 1
        line = document.lines[row].rstrip("\r\n") if row < len(document.lines) else ""
        words = problem.text.split("\n")[0]
        end = column + len(words) if words and line.startswith(words, column) else len(line.rstrip())
        start = types.Position(row, min(column, len(line)))
        return document.position_codec.range_to_client_units(
            document.lines, types.Range(start, types.Position(row, max(end, start.character)))
        )


def server(ui: UI = "en") -> Server:
    """A server that speaks one language; ``start_io`` runs it."""
    made = Server(ui)
    made.feature(types.TEXT_DOCUMENT_DID_OPEN)(_did_open)
    made.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_did_change)
    made.feature(types.TEXT_DOCUMENT_DID_SAVE)(_did_save)
    made.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_did_close)
    made.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["{", "."]))(
        _complete
    )
    made.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    made.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))(
        _actions
    )
    return made


async def _did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.glance(params.text_document.uri)


async def _did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.look_soon(params.text_document.uri)


def _did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    ls.newsrooms.forget()
    for uri in [params.text_document.uri, *ls.workspace.text_documents]:
        ls.look(uri)


def _did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


def _complete(ls: Server, params: types.CompletionParams) -> types.CompletionList:
    try:
        return _offered(ls, params)
    except PressgenError:  # the file's problems say it
        return types.CompletionList(is_incomplete=True, items=[])


def _offered(ls: Server, params: types.CompletionParams) -> types.CompletionList:
    document = ls.workspace.get_text_document(params.text_document.uri)
    path, lines = Path(document.path), [line.rstrip("\r\n") for line in document.lines]
    position = document.position_codec.position_from_client_units(document.lines, params.position)
    row, column = position.line, position.character
    kind, opened = kind_of(path, document.source), ls.opened(path)
    before = lines[row][:column] if row < len(lines) else ""
    if kind == "event":
        found = at_cursor.offers(path, lines, row, column, opened)
    else:
        found = list(at_cursor.names(before, opened)) if kind == "text" else []
    return types.CompletionList(
        is_incomplete=True, items=[_item(offer, row, column, document) for offer in found]
    )


def _item(offer: at_cursor.Offer, row: int, column: int, document: TextDocument) -> types.CompletionItem:
    span = types.Range(types.Position(row, column - offer.length), types.Position(row, column))
    span = document.position_codec.range_to_client_units(document.lines, span)
    return types.CompletionItem(
        offer.words.rstrip(": "),
        kind=_KINDS[offer.kind],
        detail=offer.about or None,
        documentation=offer.more or None,
        text_edit=types.TextEdit(span, offer.words),
        filter_text=offer.words,
    )


def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    try:
        return _explained(ls, params)
    except PressgenError:  # the file's problems say it
        return None


def _explained(ls: Server, params: types.HoverParams) -> types.Hover | None:
    document = ls.workspace.get_text_document(params.text_document.uri)
    path, lines = Path(document.path), [line.rstrip("\r\n") for line in document.lines]
    position = document.position_codec.position_from_client_units(document.lines, params.position)
    kind, opened = kind_of(path, document.source), ls.opened(path)
    if not kind or position.line >= len(lines):
        return None
    said = ls.why(params.text_document.uri, params.position)
    if kind == "event":
        said.append(at_cursor.field_at(lines, position.line, position.character, opened))
    said.append(at_cursor.word_at(lines[position.line], position.character, _house(path, opened), ls.ui))
    text = "\n\n---\n\n".join(filter(None, said))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text)) if text else None


def _partner(path: Path) -> Path | None:
    """The text in the other language, where there is one and its folder can be looked into."""
    if kind_of(path, "") != "text":
        return None
    try:
        return api.partner(path)
    except PressgenError:  # said of the file itself
        return None


def _house(path: Path, opened: OpenNewsroom) -> api.House:
    """The newsroom's house on the day of the event, where the file is one that could be read."""
    event = opened.events.get(path)
    return opened.house("").on_day(api.day(event.published[:10])) if event else opened.house("")


def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    return ls.fixes(params.text_document.uri, params.range.start.line)


def _related(place: Related) -> types.DiagnosticRelatedInformation:
    start = types.Position(place.line - 1, place.column - 1)
    end = types.Position(place.line - 1, place.column - 1 + len(place.text))
    uri = uris.from_fs_path(str(place.file)) or ""
    return types.DiagnosticRelatedInformation(types.Location(uri, types.Range(start, end)), place.text)


def _within(position: types.Position, span: types.Range) -> bool:
    return span.start <= position <= span.end
