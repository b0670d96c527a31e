"""Pages are called by what a reader knows, and lead out of one another."""

from __future__ import annotations

from procos_studio.bpmn import read_bytes
from procos_studio.canvas.pages import roots, way
from procos_studio.layout import draw_missing
from procos_studio.model.diagram import Diagram

_POOLS = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<collaboration id="c"><participant id="a" name="Shop" processRef="p"/><participant id="b" name="Bank"/></collaboration>
<process id="p" name="Sell"><startEvent id="s"/></process>
<process id="q" name="Count"><subProcess id="sub" name="Inside"><startEvent id="i"/></subProcess></process>
</definitions>"""


def diagram() -> Diagram:
    return draw_missing(read_bytes(_POOLS).diagram)


def test_a_collaboration_without_a_name_is_called_by_its_pools() -> None:
    assert [page.label for page in roots(diagram())] == ["Shop, Bank", "Count"]


def test_the_way_to_a_page_begins_at_the_outermost() -> None:
    drawn = diagram()
    last = roots(drawn)[-1]
    assert [page.label for page in way(drawn, last.plane)] == ["Count"]
