"""Blocks whose definition has another version than the library, or is not there, are told; nothing happens to them."""

from __future__ import annotations

import pytest

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.checks import masks
from procos_studio.library import Library, load
from procos_studio.problems import Severity

HTTP = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  targetNamespace="x"><process id="p" isExecutable="true"><serviceTask id="t" name="Ask" camunda:type="external"
  camunda:topic="procos.http" camunda:modelerTemplate="{block}" {version}><extensionElements><camunda:inputOutput>
  <camunda:inputParameter name="url">http://x</camunda:inputParameter>
  <camunda:inputParameter name="other">1</camunda:inputParameter>
  </camunda:inputOutput></extensionElements></serviceTask></process></definitions>"""


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.mark.parametrize(
    ("block", "version", "code", "severity"),
    [
        ("integration/http-request", "", masks.OUTDATED, Severity.INFO),
        ("integration/http-request", "0", masks.OUTDATED, Severity.INFO),
        ("integration/http-request", "1", "", Severity.INFO),
        ("integration/http-request", "2", masks.NEWER, Severity.WARNING),
        ("integration/http-request", "9" * 5_000, masks.NEWER, Severity.WARNING),
        ("integration/http-request", "²", masks.OUTDATED, Severity.INFO),
        ("other/gone", "1", masks.CODE, Severity.WARNING),
    ],
)
def test_versions_are_compared(library: Library, block: str, version: str, code: str, severity: Severity) -> None:
    # given a block with this stamp
    stamp = f'camunda:modelerTemplateVersion="{version}"' if version else ""
    data = HTTP.format(block=block, version=stamp).encode()
    diagram = read_bytes(data).diagram
    before = write_bytes(diagram)
    # when
    found = list(masks.check(diagram, library))
    # then
    assert [(item.code, item.severity, item.elements) for item in found] == ([(code, severity, ("t",))] if code else [])
    assert all(item.hint for item in found)
    assert write_bytes(diagram) == before
