"""What spreadsheets and programs leave where words belong: ``#REF!``, TRUE, 0.5."""

from __future__ import annotations

from pressgen.errors import Place
from pressgen.events.refusal import refuse
from pressgen.text import no_name, spreadsheet_error


def refuse_in_text(text: str, path: str, at: Place) -> None:
    """Raises EventError where a text holds an error of Excel's or is a program's truth value."""
    if error := spreadsheet_error(text):
        raise refuse(
            path,
            "含有表格的错误值{text}；请写上内容",
            "holds {text}, an error of a spreadsheet; write what belongs here",
            at,
            text=error,
        )


def refuse_as_name(text: str, path: str, at: Place) -> None:
    """Raises EventError where a name is a truth value, a fraction or a percentage."""
    if no_name(text) or text in ("true", "false"):
        raise refuse(
            path, "“{text}”不是名称；请写上名称", "“{text}” is no name; write the name", at, text=text
        )
