"""Every text that a person sees is marked for translation, and has one in German that says all that it says."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE, FOLDER = ROOT / "procos_studio", ROOT / "resources" / "translations"
FILES = sorted(FOLDER.glob("*.ts"))

MARKS = frozenset({"tr", "translate", "QT_TR_NOOP", "translated", "told", "called"})
PROBLEMS = frozenset({"error", "warning", "info", "refused"})
"""`scripts/translations.py` reads every sentence in a function that makes a problem."""
SHOWS = frozenset(
    "setText setToolTip setStatusTip setWhatsThis setTitle setWindowTitle setPlaceholderText setAccessibleName "
    "setAccessibleDescription setInformativeText setDetailedText setHeaderLabels setHorizontalHeaderLabels setTabText "
    "setTabToolTip setSuffix setPrefix setSpecialValueText setLabelText showMessage addAction addMenu addItem addTab "
    "addButton addRow insertItem QAction QLabel QPushButton QToolButton QCheckBox QRadioButton QGroupBox QMenu "
    "QDockWidget QLineEdit QTreeWidgetItem QListWidgetItem QMessageBox QAction say Choice".split()
)
TEXTUAL = frozenset({"text", "title", "toolTip", "placeholderText", "windowTitle", "label", "message"})
NAMES = frozenset(
    {"XML", "ProcOS Studio", "ProcOS Studio ", " — ProcOS Studio", "hint", "error", '${secret("")}', '${secret("'}
)
"""What is called the same in every language, and the names of roles."""
OUTSIDE = frozenset({"app/display.py", "canvas/stylesheet.py"})
"""What is said in a terminal before there is Qt, and what is said to Qt itself."""
STYLE = re.compile(r"[{};\\]|^(begin \w+|pragma|insert into|update \w+ set|select .* from|delete from) ?")
WORD = re.compile(r"[^\W\d_]{2,}")
PLACE = re.compile(r"%n|\{\w*\}")


def test_no_text_is_shown_that_is_not_marked() -> None:
    # Given every module that has to do with the screen, when it is read
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value!r}"
        for room in ("app", "canvas")
        for path in sorted((PACKAGE / room).rglob("*.py"))
        if str(path.relative_to(PACKAGE)) not in OUTSIDE
        for node in unmarked(ast.parse(path.read_text(encoding="utf-8")))
    ]
    # Then each of its texts is inside one of the marks
    assert found == []


def unmarked(tree: ast.Module) -> Iterator[ast.Constant]:
    """Texts that are shown, or have two words, and stand in no mark."""
    exempt = {id(node) for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) in MARKS | PROBLEMS}
    exempt |= {id(node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and makes_problem(node)}
    marked = {id(part) for node in ast.walk(tree) if id(node) in exempt for part in ast.walk(node)}
    silent = set(not_shown(tree))
    shown = set(shown_texts(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in marked | silent:
            words = WORD.search(node.value) and node.value not in NAMES
            if words and (id(node) in shown or is_prose(node.value)):
                yield node


def makes_problem(function: ast.FunctionDef) -> bool:
    return any(isinstance(node, ast.Call) and called(node) in PROBLEMS for node in ast.walk(function))


def is_prose(text: str) -> bool:
    return " " in text and len(WORD.findall(text)) > 1 and not STYLE.search(text)


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def not_shown(tree: ast.Module) -> Iterator[int]:
    """Docstrings, the names of edits (which `told` translates), and what a bug or the command line says."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif isinstance(node, ast.Raise) or (
            isinstance(node, ast.Call) and called(node) in {"edit", "add_argument", "ArgumentParser", "print", "write"}
        ):
            yield from map(id, ast.walk(node))


def shown_texts(tree: ast.Module) -> Iterator[int]:
    """The texts among the arguments of what shows texts."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        is_shown = called(node) in SHOWS or (called(node) == "emit" and "hint" in ast.unparse(node.func))
        named = [keyword.value for keyword in node.keywords if keyword.arg in TEXTUAL]
        yield from (id(text) for part in [*(node.args if is_shown else []), *named] for text in texts(part))


def texts(part: ast.expr) -> Iterator[ast.Constant]:
    """A text, the pieces of one, or several in a list or a choice."""
    if isinstance(part, ast.Constant):
        yield part
    elif isinstance(part, ast.JoinedStr | ast.List | ast.Tuple | ast.IfExp | ast.BinOp):
        inner = (child for child in ast.iter_child_nodes(part) if isinstance(child, ast.expr))
        yield from (text for child in inner for text in texts(child))


def test_lupdate_has_seen_every_mark() -> None:
    # Given the texts in marks, of which lupdate overlooks those in f-strings and those with more than a name for n
    marked = {
        (part.value, "%n" in part.value): f"{path.relative_to(ROOT)}:{part.lineno}"
        for room in ("app", "canvas")
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and called(node) in {"tr", "translate", "QT_TR_NOOP"}
        for part in node.args[1 if called(node) == "translate" else 0 :][:1]
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
    # When the German catalogue is read
    messages = ElementTree.parse(FOLDER / "procos_studio_de.ts").getroot().iter("message")
    seen = {(message.findtext("source"), message.get("numerus") == "yes") for message in messages}
    # Then each is there, and each that counts has forms for one and for many
    assert {place: mark for mark, place in marked.items() if mark not in seen} == {}


def test_translating_a_text_is_not_left_to_the_time_of_import() -> None:
    # Given what modules and classes do when they are imported, before a language is chosen
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in ("app", "canvas")
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for node in at_import(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and called(node) in MARKS - {"QT_TR_NOOP"}
    ]
    # Then nothing is translated there
    assert found == []


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those in functions."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node
            yield from at_import(node)


def test_only_a_class_translates_in_its_own_name() -> None:
    # Given that lupdate takes `other.tr(...)` for a text of a class called "other"
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in ("app", "canvas")
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and called(node) == "tr" and ast.unparse(node.func) != "self.tr"
    ]
    # Then nobody does it
    assert found == []


def test_the_catalogues_are_in_step_with_the_source_and_finished() -> None:
    # Given the sources and the block definitions, when they are read for texts again
    command = [sys.executable, str(ROOT / "scripts" / "translations.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    # Then the catalogues hold just these, each translated; else `make translations` and a translator are due
    assert done.returncode == 0, done.stdout[:6_000] + done.stderr


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_translations_keep_what_is_put_in(file: Path) -> None:
    # Given every message of a catalogue
    broken = [
        f"{source!r} -> {said!r}"
        for message in ElementTree.parse(file).getroot().iter("message")
        for source, said in pairs(message)
        # Then a translation has the places of its source, and ends as it does
        if set(PLACE.findall(source)) != set(PLACE.findall(said)) or ending(source) != ending(said)
    ]
    assert broken == []


def ending(text: str) -> str:
    return text[-1] if text[-1:] in {".", "…", ":", "?"} else ""


def pairs(message: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """The source with its translation, or with each of its forms."""
    source, translation = message.findtext("source") or "", message.find("translation")
    if translation is not None and translation.get("type") is None:
        for form in translation.findall("numerusform") or [translation]:
            yield source, form.text or ""
