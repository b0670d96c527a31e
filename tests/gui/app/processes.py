"""Small processes that the tests of the app open."""

from __future__ import annotations

from pathlib import Path

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
<bpmn:process id="p" name="Small" isExecutable="true" camunda:historyTimeToLive="P1D">
<bpmn:startEvent id="start" name="Begun">{form}</bpmn:startEvent>
<bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
{work}
<bpmn:sequenceFlow id="f2" sourceRef="work" targetRef="end"/>
<bpmn:endEvent id="end" name="Done"/>
</bpmn:process>{after}</bpmn:definitions>
"""


def write(folder: Path, work: str, form: str = "", name: str = "small.bpmn", after: str = "") -> Path:
    """A file with start, the element `work` (id `work`) and end; `after` stands after the process."""
    path = folder / name
    path.write_text(_HEAD.format(work=work, form=form, after=after), encoding="utf-8")
    return path


def script(code: str) -> str:
    """A Python script task."""
    code = code.replace("&", "&amp;").replace("<", "&lt;")
    return (
        '<bpmn:scriptTask id="work" name="Work" scriptFormat="python" camunda:modelerTemplate="compute/python-script">'
        f"<bpmn:script>{code}</bpmn:script></bpmn:scriptTask>"
    )


def form(*fields: str) -> str:
    """The extension elements of a form with these `camunda:formField`s."""
    inner = "".join(fields)
    return f"<bpmn:extensionElements><camunda:formData>{inner}</camunda:formData></bpmn:extensionElements>"


QUICK = script("answer = 42")
SLOW = script("import time\ntime.sleep(60)")
PERSON = f"""<bpmn:userTask id="work" name="Decide">{
    form(
        '<camunda:formField id="approved" label="Approved?" type="boolean"/>',
        '<camunda:formField id="amount" label="Amount" type="long" defaultValue="5"/>',
    )
}</bpmn:userTask>"""
