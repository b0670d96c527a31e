"""Keeps resources/translations in step with the source: finds every text, and tells which lack a translation.

scripts/translations.py            write the .ts files anew, keeping what is translated
scripts/translations.py --check    change nothing; exit 1 where a file is not in step or not finished
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path
from xml.etree import ElementTree

from procos_studio.canvas.translating import BLOCKS, TEXTS
from procos_studio.library import drafting, load, mapping
from procos_studio.model.records import CONTAINERS, EVENTS, GATEWAYS, TASKS
from procos_studio.runtime.events import EventKind

ROOT = Path(__file__).resolve().parents[1]
PACKAGE, FOLDER = ROOT / "procos_studio", ROOT / "resources" / "translations"
GERMAN, ENGLISH = FOLDER / "procos_studio_de.ts", FOLDER / "procos_studio_en.ts"
WITH_QT = ("app", "canvas")
WITHOUT_QT = tuple("bpmn checks compiler edits expressions layout library model runtime targets".split())
TALKATIVE = tuple("checks compiler edits expressions library runtime/pde targets".split())
"""Where a sentence may be put together from pieces, so that each text with a space in it is one."""

PROBLEMS = frozenset({"error", "warning", "info", "refused"})
"""What makes a problem of a sentence, also in rooms with Qt."""

_CODE = re.compile(r"\\|__|\(\?|= \?|^select |^\s|\s$|^[A-Z ]+$|[a-z][A-Z]\w* \w*[a-z][A-Z]|^\W*$|^[\[{]\"")
"""What is no language: patterns, SQL, lists of names, pieces that begin or end with a blank."""
TERMINAL = PACKAGE / "runtime" / "migration"
"""What only the command line says, in English."""

_EXAMPLE = re.compile(r"[A-Z\d_]+|\$\{[^}]*\}|\S+[@:]\S+|\w+\.\w+|R\d+/\w+")
"""What is written as it is in every language: constants, expressions, addresses, topics."""
_WORD = re.compile(r"[^\W\d_]{2}")


def main() -> int:
    """Do what the arguments say; the exit code."""
    if sys.argv[1:] != ["--check"]:
        update(GERMAN, ENGLISH)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fresh = [Path(folder, file.name) for file in (GERMAN, ENGLISH)]
        for committed, copy in zip((GERMAN, ENGLISH), fresh, strict=True):
            shutil.copy(committed, copy)
        update(*fresh)
        found = [line for new, old in zip(fresh, (GERMAN, ENGLISH), strict=True) for line in differences(new, old)]
    print("\n".join(found) or "All texts are translated.")
    return 1 if found else 0


def update(german: Path, english: Path) -> None:
    """Let lupdate merge all texts into the files: all of them into one, those that count things into the other."""
    with tempfile.TemporaryDirectory() as folder:
        more = Path(folder, "texts.py")
        more.write_text("\n".join(marked()), encoding="utf-8")
        sources = [str(path) for room in WITH_QT for path in sorted((PACKAGE / room).rglob("*.py"))]
        for file, options in ((german, []), (english, ["-pluralonly"])):
            tool = str(Path(sys.executable).with_name("pyside6-lupdate"))
            command = [tool, "-silent", "-locations", "none", "-no-obsolete", "-sort-messages", *options, *sources]
            language = file.stem.rpartition("_")[2]
            rest = [str(more), "-source-language", "en", "-target-language", language, "-ts", str(file)]
            subprocess.run([*command, *rest], check=True, cwd=ROOT)


def differences(fresh: Path, committed: Path) -> Iterator[str]:
    """What a file lacks, has too much, or has not finished."""
    wanted, there = messages(fresh), messages(committed)
    yield from (f"{fresh.name}: not there yet: {key[1]!r} of {key[0]!r}" for key in wanted if key not in there)
    yield from (f"{fresh.name}: no longer used: {key[1]!r} of {key[0]!r}" for key in there if key not in wanted)
    yield from (f"{fresh.name}: not translated: {key[1]!r} of {key[0]!r}" for key, done in there.items() if not done)


def messages(file: Path) -> dict[tuple[str, str], bool]:
    """The messages by context and source, and whether each is translated."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            is_done = translation is not None and translation.get("type") is None
            found[context.findtext("name") or "", message.findtext("source") or ""] = is_done
    return found


def marked() -> Iterator[str]:
    """A line of Python for each text that lupdate cannot see where it stands."""
    for context, texts in ((TEXTS, {*sentences(), *kinds()}), (BLOCKS, set(of_blocks()))):
        for text in sorted(texts):
            yield f"translate({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})"


def of_blocks() -> Iterator[str]:
    """What block definitions say to people."""
    library = load()
    yield from library.families
    yield from (drafting.PARAMETERS, drafting.RESULTS, drafting.TAKES)
    yield from _sentences_of(ast.parse(Path(mapping.__file__).read_text(encoding="utf-8")), True)
    for block in library.blocks.values():
        yield from filter(None, (block.name, block.description, block.documentation, ", ".join(block.keywords)))
        for item in block.properties:
            names = [choice.name for choice in item.choices]
            said = (item.label, item.group, item.description, item.placeholder, item.pattern_hint, item.unit, *names)
            yield from (text for text in said if _WORD.search(text) and not _EXAMPLE.fullmatch(text))


def kinds() -> Iterator[str]:
    """The words for kinds of elements, as `canvas/describe.py` makes them of BPMN's names, and for kinds of events."""
    for kind in (*TASKS, *GATEWAYS, *CONTAINERS, *EVENTS, *OTHERS):
        yield _words(kind).capitalize()
    yield from (f"{{event}} {_words(kind)}" for kind in EVENTS)
    yield from (_words(kind).capitalize() for kind in EventKind)
    yield from (*WORDS, *PLACES)


def _words(kind: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()


def sentences() -> Iterator[str]:
    """The sentences that rooms without Qt write, with a place such as `{label}` for each value."""
    for room in WITHOUT_QT:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            if path.is_relative_to(TERMINAL):
                continue
            is_talkative = any(path.is_relative_to(PACKAGE / folder) for folder in TALKATIVE)
            yield from _sentences_of(ast.parse(path.read_text(encoding="utf-8")), is_talkative)
    for room in WITH_QT:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                makes_one = isinstance(node, ast.FunctionDef) and any(map(_is_problem, ast.walk(node)))
                if makes_one or _is_problem(node):
                    yield from _sentences_of(node, False)


def _is_problem(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PROBLEMS


def _sentences_of(tree: ast.AST, is_talkative: bool) -> Iterator[str]:
    inside = set(_not_whole(tree))
    labels = {id(text) for node in ast.walk(tree) for text in _labels(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr | ast.Constant) or id(node) in inside:
            continue
        text = template(node)
        if _WORD.search(text) and (id(node) in labels or _is_sentence(text) or (is_talkative and _is_piece(text))):
            yield text


def _labels(node: ast.AST) -> Iterator[ast.AST]:
    """The name of an edit, which a person reads when undoing it."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "edit" and node.args:
        yield from (part for part in ast.walk(node.args[0]) if isinstance(part, ast.JoinedStr | ast.Constant))


def _not_whole(tree: ast.AST) -> Iterator[int]:
    """Docstrings, and what is part of an f-string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif isinstance(node, ast.JoinedStr):
            yield from (id(part) for value in node.values for part in ast.walk(value) if _is_text_of(node, part))


def _is_text_of(text: ast.JoinedStr, part: ast.AST) -> bool:
    """Whether it is a piece of the text or of a format, rather than a text of its own in one of its values."""
    formats = (value.format_spec for value in text.values if isinstance(value, ast.FormattedValue))
    specs = {id(item) for spec in formats if spec is not None for item in ast.walk(spec)}
    return part in text.values or id(part) in specs


def _is_sentence(text: str) -> bool:
    return " " in text and text[-1] in ".?…!" and not _CODE.search(text) and bool(_WORD.search(text))


def _is_piece(text: str) -> bool:
    bare = re.sub(r"\{\w+\}", "", text)
    return " " in text.strip() and not _CODE.search(text) and len(re.findall(r"[^\W\d_]", bare)) >= 3


def template(node: ast.JoinedStr | ast.Constant) -> str:
    """The text with a named place for each value; `""` for what is no text."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    said, names = "", list[str]()
    for part in node.values:
        if isinstance(part, ast.Constant):
            said += str(part.value)
        elif isinstance(part, ast.FormattedValue):
            names.append(_name(part.value, names))
            said += f"{{{names[-1]}}}"
    return said


def _name(value: ast.expr, taken: list[str]) -> str:
    """The last word of an expression, with a number where it is taken."""
    words = [node.attr if isinstance(node, ast.Attribute) else node.id for node in ast.walk(value)
             if isinstance(node, ast.Attribute | ast.Name)]  # fmt: skip
    name = (words or ["value"])[0].strip("_").lower() or "value"
    numbered = (f"{name}{number}" for number in count(2))
    return next(tried for tried in chain([name], numbered) if tried not in taken)


OTHERS = tuple(
    "callActivity sequenceFlow messageFlow association dataInputAssociation dataOutputAssociation "
    "participant lane group textAnnotation dataObject dataObjectReference dataStoreReference dataInput dataOutput "
    "process collaboration".split()
)
WORDS = tuple(
    "message signal error escalation timer condition conditional link compensation compensate cancel terminate "
    "multiple incoming outgoing source target inputs returned".split()
)
"""What an event waits for or throws, and the few single words that sentences are filled with."""
PLACES = (
    *"name documentation text script topic value expression collection priority assignee property result".split(),
    *"output class initiator instantiate default label entry string source target variables decision".split(),
    *("called element", "called process", "data object", "form key", "form ref", "due date", "follow up date"),
    *("candidate users", "candidate groups", "candidate starter users", "candidate starter groups"),
    *("task priority", "job priority", "version tag", "history time to live", "business key", "delegate expression"),
    *("result variable", "element variable", "error code", "error message", "escalation code"),
    *("error code variable", "error message variable", "escalation code variable", "variable name", "variable events"),
    *("condition expression", "completion condition", "loop condition", "loop cardinality", "activation condition"),
    *("time date", "time duration", "time cycle", "formal expression", "message path", "data path", "transformation"),
    *("failed job retry time cycle", "decision ref", "map decision result", "called element binding"),
    *("called element version", "called element version tag", "item of the loop", "items of the loop"),
    *("name of an input", "question of the form", "default of a question", "passed in", "taken back"),
    *("watched variable", "who started it", "default value", "source expression", "error"),
)
"""What a person is told of where a text of a file stands: attributes and parts of BPMN and of the engine."""


if __name__ == "__main__":
    sys.exit(main())
