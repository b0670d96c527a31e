"""Real files exported for a real engine: valid against the schema, and accepted where our check says so."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from procos_studio.bpmn import read_bytes, read_file, schema
from procos_studio.checks import check
from procos_studio.compiler.export import export
from procos_studio.problems import Refused, has_errors
from procos_studio.targets import TARGETS

FOREIGN = ("Cannot load class", "Could not resolve function", "JAXP")
"""A refusal with one of these is about the server: classes and plug-ins that it lacks, limits of its own parser."""


def test_an_export_is_valid_and_stays_as_it_is(corpus_files: list[Path]) -> None:
    for path in corpus_files:
        try:
            diagram = read_file(path).diagram
        except Refused:
            continue
        # given a real file, when it is exported
        exported = export(diagram, TARGETS["operaton"])
        # then what has no errors is valid, and exporting it once more changes nothing
        if not has_errors(exported.problems):
            assert schema.validate(exported.data) == [], path
        again = export(read_bytes(exported.data).diagram, TARGETS["operaton"])
        assert (again.changes, again.data) == ((), exported.data), path


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest) -> httpx.Client:
    """A real engine, asked for with --camunda URL (its /engine-rest)."""
    url = request.config.getoption("--camunda")
    if not url:
        pytest.skip("needs a running Camunda 7 or Operaton: --camunda http://127.0.0.1:8080/engine-rest")
    return httpx.Client(base_url=url, timeout=60)


def test_the_engine_and_our_check_agree(engine: httpx.Client, corpus_files: list[Path]) -> None:
    target, wrong = TARGETS["camunda7"], []
    for path in corpus_files:
        try:
            opened = read_file(path)
        except Refused:
            continue
        exported = export(opened.diagram, target)
        ours = has_errors([*check(opened.diagram, target=target), *exported.problems])
        answer = engine.post(
            "/deployment/create", data={"deployment-name": "corpus"}, files={"data": ("corpus.bpmn", exported.data)}
        )
        if answer.status_code == httpx.codes.OK:
            made = answer.json()
            engine.delete(f"/deployment/{made['id']}", params={"cascade": "true"}).raise_for_status()
            if ours or not made["deployedProcessDefinitions"]:
                wrong.append((path.name, "deployed"))
        elif not ours and not any(word in answer.text for word in FOREIGN):
            wrong.append((path.name, answer.json()["message"]))
    assert wrong == []
