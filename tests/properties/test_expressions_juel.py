"""The meaning of `${…}` is JUEL's: the same texts, evaluated here and by the real JUEL of Camunda 7.24."""

from __future__ import annotations

import base64
import random
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from procos_studio.expressions import ExpressionError, compile_text
from procos_studio.expressions.values import to_text
from procos_studio.problems import Refused

ARTIFACT = "org.camunda.bpm.juel:camunda-juel:7.24.0"
PEER = Path(__file__).with_suffix(".java")
CASES = Path(__file__).with_suffix(".txt")
VARIABLES: dict[str, Any] = {
    "nothing": None,
    "i": 7,
    "zero": 0,
    "d": 2.5,
    "s": "Some Text",
    "digits": "12",
    "blank": "",
    "yes": True,
    "no": False,
    "list": [1, "two", None, 2.5, True],
    "same": [1.0, "two", None, 2.5, 1],
    "empties": [],
    "map": {"k": "v", "one": 1, "1": "text one", "none": None, "deep": {"x": [10, 20]}},
    "vacant": {},
}
"""The same as in the Java file beside this one."""

DELIBERATE = {
    "${5 / 0}": "Infinity is no JSON value",
    "${5.5 % 0}": "NaN is no JSON value",
    "${1e400}": "Infinity is no JSON value",
    "${'Infinity' + 1.0}": "Infinity is no JSON value",
    "${'1.5f' + 1}": "a suffix of Java's numbers is not read",
    "${list < list}": "only there is a list as large as itself, and no other",
    "${9223372036854775808}": "whole numbers have 256 bits here, 64 there",
    "${9223372036854775807 + 1}": "there the number turns negative without a word",
    "${i.equals(7)}": "there false, since an Integer is no Long",
    "${' 5.0 ' + 1 == ' 5' + 1.5}": "white space round a number is not read",
    "${'a.b'.split('.')}": "there the dot is a regular expression, and the result empty",
    "${s.bytes}": "no property of a Java object is reachable",
    "${s.class}": "no property of a Java object is reachable",
    "${s.getClass()}": "no method that is not on the list is reachable",
    "${s.charAt(0) ? 1 : 2}": "a character is a text here",
}
"""Where the two differ on purpose, and why."""

_ATOMS = (
    *("null", "true", "false", "0", "1", "7", "3", "12", "2.5", "1e3", ".5", "0.001", "100000000.0", "123456789.25"),
    *('"a"', "'two'", '""', '"12"', '"1.5"', '"true"', '"x y"'),
    *VARIABLES,
)
_BINARY = "+ - * / % == != < > <= >= && || and or eq ne lt gt le ge div mod".split()
_UNARY = ("-", "!", "not ", "empty ")
_BASES = ("s", "digits", "blank", "list", "empties", "map", "vacant", "map.deep", "map.deep.x", "nothing", "i", '"lit"')
_PLAIN_METHODS = "toUpperCase toLowerCase trim length isEmpty size toString keySet values".split()
_TEXT_METHODS = "contains startsWith endsWith indexOf lastIndexOf equalsIgnoreCase concat get containsKey split".split()
_SAFE_REFUSALS = re.compile(
    "division by zero|is not a (whole )?number|has no (property|method)|cannot be compared|split cannot"
)


class Answer(NamedTuple):
    """The kind of a value, and how it is printed; `error` and the reason where there is none."""

    kind: str
    text: str


@pytest.fixture(scope="module")
def juel(request: pytest.FixtureRequest) -> Path:
    """The real JUEL from Maven Central, kept in pytest's cache."""
    if not (shutil.which("java") and shutil.which("mvn")):
        pytest.skip("needs a JDK 17 and Maven for the real JUEL")
    folder = request.config.cache.mkdir("juel")
    jar = folder / "camunda-juel-7.24.0.jar"
    if not jar.exists():
        command = ["mvn", "-B", "-q", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, capture_output=True, timeout=60, check=False)
    if not jar.exists():
        pytest.skip("Maven could not fetch the real JUEL")
    return jar


def _theirs(jar: Path, texts: list[str]) -> list[Answer]:
    lines = "".join(base64.b64encode(text.encode()).decode() + "\n" for text in texts)
    command = ["java", "-cp", str(jar), str(PEER)]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, timeout=60, check=True)
    answers = (line.split(" ") for line in done.stdout.splitlines())
    return [Answer(kind, base64.b64decode(text).decode()) for kind, text in answers]


def _ours(text: str) -> Answer:
    try:
        value = compile_text(text).evaluate(VARIABLES)
    except (Refused, ExpressionError) as failure:
        return Answer("error", str(failure))
    return Answer("null", "null") if value is None else Answer(type(value).__name__, to_text(value))


def _agree(ours: Answer, theirs: Answer) -> bool:
    return ours == theirs or (ours.kind == theirs.kind == "error")


def test_chosen_texts_mean_the_same(juel: Path) -> None:
    # given texts chosen for the corners of the language
    texts = [line for line in CASES.read_text().splitlines() if line]
    # when both evaluate them
    answers = zip(texts, map(_ours, texts), _theirs(juel, texts), strict=True)
    # then they give the same kind, printed the same, or both give none
    assert [answer for answer in answers if not _agree(*answer[1:])] == []


def test_the_two_differ_only_where_it_is_meant(juel: Path) -> None:
    texts = list(DELIBERATE)
    answers = zip(texts, map(_ours, texts), _theirs(juel, texts), strict=True)
    assert [text for text, ours, theirs in answers if _agree(ours, theirs)] == []


def test_random_texts_mean_the_same_or_are_refused_here(juel: Path) -> None:
    # given 3,000 texts, the same ones in every run
    dice = random.Random(17)
    texts = [f"${{{_random(dice, dice.randint(1, 3))}}}" for _ in range(2_800)]
    texts += [f"x ${{{_random(dice, 1)}}} y${{{_random(dice, 1)}}}" for _ in range(200)]
    # when both evaluate them
    answers = list(zip(texts, map(_ours, texts), _theirs(juel, texts), strict=True))
    # then a value here is the value there, and a refusal here has one of the reasons that are meant
    wrong = [
        answer
        for answer in answers
        if not _agree(*answer[1:]) and not (answer[1].kind == "error" and _SAFE_REFUSALS.search(answer[1].text))
    ]
    assert wrong == []
    # and most have a value in both
    assert sum(ours.kind != "error" for _, ours, _ in answers) > 1_000


def _random(dice: random.Random, depth: int) -> str:
    if depth == 0 or dice.random() < 0.25:
        return dice.choice(_ATOMS)
    inside = [_random(dice, depth - 1) for _ in range(3)]
    base = dice.choice(_BASES)
    shapes = (
        *[f"({inside[0]} {dice.choice(_BINARY)} {inside[1]})"] * 5,
        f"{dice.choice(_UNARY)}({inside[0]})",
        f"({inside[0]} ? {inside[1]} : {inside[2]})",
        f"{base}[{inside[0]}]",
        f"{base}.{dice.choice(_PLAIN_METHODS)}()",
        f"{base}.{dice.choice(_TEXT_METHODS)}({dice.choice(('s', 'digits', 'blank', chr(34) + 'e' + chr(34)))})",
    )
    return dice.choice(shapes)
