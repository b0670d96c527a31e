"""Typing code: what Enter, Tab, brackets and quotes do to a text, as changes of a cursor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCursor

INDENT = "    "
_PAIRS = {"(": ")", "[": "]", "{": "}", '"': '"', "'": "'"}
_LEAVING = (["return"], ["raise"], ["break"], ["continue"], ["pass"])
"""Words of Python behind whose line its block is over."""
_KEEP = QTextCursor.MoveMode.KeepAnchor


def new_line(cursor: QTextCursor, language: str) -> None:
    """Break the line with the indentation that goes on: one step deeper behind a colon or in a bracket."""
    line = cursor.block().text()[: cursor.positionInBlock()]
    after = cursor.block().text()[cursor.positionInBlock() :]
    indent = line[: len(line) - len(line.lstrip())]
    opened = line.rstrip()[-1:]
    deeper = opened in ("(", "[", "{") or (language == "python" and opened == ":")
    if language == "python" and not deeper and not after.strip() and line.split(None, 1)[:1] in _LEAVING:
        indent = indent.removesuffix(INDENT)
    closes = bool(opened) and after[:1] == _PAIRS.get(opened, " ")
    cursor.beginEditBlock()
    cursor.insertText("\n" + indent + (INDENT if deeper else ""))
    if closes:
        place = cursor.position()
        cursor.insertText("\n" + indent)
        cursor.setPosition(place)
    cursor.endEditBlock()


def indent(cursor: QTextCursor) -> None:
    """Indent the chosen lines; without a choice go to the next stop."""
    if cursor.hasSelection():
        _each_line(cursor, _deeper)
    else:
        cursor.insertText(INDENT[cursor.positionInBlock() % len(INDENT) :])


def outdent(cursor: QTextCursor) -> bool:
    """Take one step of indentation off the chosen lines; False where none has any."""
    if not any(block.text()[:1] in (" ", "\t") for block in _blocks(cursor) if block.text()):
        return False
    _each_line(cursor, _shallower)
    return True


def comment(cursor: QTextCursor) -> None:
    """Comment the chosen lines out, or in again where all of them are."""
    lines = [block.text() for block in _blocks(cursor)]
    out = not all(line.lstrip().startswith("#") for line in lines if line.strip())
    _each_line(cursor, lambda text: _commented(text, out))


def bracket(cursor: QTextCursor, typed: str) -> bool:
    """Close what is opened, surround what is chosen, type over what is closed; False where nothing is special."""
    after = cursor.block().text()[cursor.positionInBlock() :][:1]
    before = cursor.block().text()[: cursor.positionInBlock()][-1:]
    if typed and typed == after and typed in _PAIRS.values() and not cursor.hasSelection():
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        return True
    closer = _PAIRS.get(typed)
    if closer is None:
        return False
    if cursor.hasSelection():
        cursor.insertText(f"{typed}{cursor.selectedText().replace(chr(0x2029), chr(10))}{closer}")
        return True
    quote = typed in "\"'"
    if after.isalnum() or after == "_" or (quote and (before.isalnum() or before == typed)):
        return False
    cursor.insertText(typed + closer)
    cursor.movePosition(QTextCursor.MoveOperation.Left)
    return True


def erase(cursor: QTextCursor) -> bool:
    """Backspace: an empty pair goes at once, and blanks back to the stop; False for a plain one."""
    text, at = cursor.block().text(), cursor.positionInBlock()
    if cursor.hasSelection() or not at:
        return False
    if _PAIRS.get(text[at - 1]) == text[at : at + 1]:
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        count = 2
    elif not text[:at].strip():
        count = (at - 1) % len(INDENT) + 1
    else:
        return False
    cursor.movePosition(QTextCursor.MoveOperation.Left, _KEEP, count)
    cursor.removeSelectedText()
    return True


def _deeper(text: str) -> str:
    return INDENT + text if text.strip() else text


def _shallower(text: str) -> str:
    blanks = len(text) - len(text.lstrip(" "))
    return text.removeprefix("\t") if text.startswith("\t") else text[min(blanks, len(INDENT)) :]


def _commented(text: str, out: bool) -> str:
    if not text.strip():
        return text
    blanks = text[: len(text) - len(text.lstrip())]
    rest = text.lstrip()
    return f"{blanks}# {rest}" if out else blanks + rest.removeprefix("#").removeprefix(" ")


def _blocks(cursor: QTextCursor) -> list[QTextBlock]:
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    found = [block]
    while block != last:
        block = block.next()
        found.append(block)
    if len(found) > 1 and last.position() == cursor.selectionEnd():
        found.pop()
    return found


def _each_line(cursor: QTextCursor, change: Callable[[str], str]) -> None:
    edit = QTextCursor(cursor.document())
    edit.beginEditBlock()
    for block in _blocks(cursor):
        edit.setPosition(block.position())
        edit.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
        edit.insertText(change(block.text()))
    edit.endEditBlock()
