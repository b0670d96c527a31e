"""A file that nothing draws gets a page to begin on."""

from __future__ import annotations

import pytest

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.layout import draw_missing
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import BPMN
from procos_studio.model.records import Plane, Process


def _read(inside: str) -> Diagram:
    return read_bytes(f'<definitions xmlns="{BPMN}" targetNamespace="x">{inside}</definitions>'.encode()).diagram


@pytest.mark.parametrize("inside", ["<process id='p'/>", "<process/>", "", "<message id='m'/><collaboration id='c'/>"])
def test_a_file_without_a_page_shows_its_process_or_a_new_one(inside: str) -> None:
    # when
    diagram = draw_missing(_read(inside))
    # then
    (plane,) = diagram.all(Plane)
    assert isinstance(diagram[plane.shows], Process)
    assert len(list(diagram.all(Process))) == 1
    # and nobody made an edit, nor does it change when it is read again
    assert not diagram.history.is_modified
    again = read_bytes(write_bytes(diagram)).diagram
    assert draw_missing(again) is again


def test_a_choreography_stays_as_it_is() -> None:
    diagram = _read("<choreography id='c'><choreographyTask id='t' initiatingParticipantRef='a'/></choreography>")
    assert draw_missing(diagram) is diagram
