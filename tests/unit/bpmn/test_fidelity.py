"""What other files contain, and must still contain after a save."""

from __future__ import annotations

import pytest
from lxml import etree

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.model.names import bpmn, camunda
from procos_studio.model.records import FlowNode, Process, SequenceFlow
from procos_studio.model.xml import Xml, text_element

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def _file(inside: str, attributes: str = f'xmlns="{BPMN}" {XSI}') -> str:
    return f'<definitions {attributes} id="d" targetNamespace="t">{inside}</definitions>'


def _saved(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    saved = write_bytes(read_bytes(data).diagram)
    assert write_bytes(read_bytes(saved).diagram) == saved
    return saved.decode()


def _canonical(text: str | bytes, *, strip: bool = False) -> str:
    tree = etree.fromstring(text.encode() if isinstance(text, str) else text).getroottree()
    return str(etree.canonicalize(tree, with_comments=True, rewrite_prefixes=True, strip_text=strip))


UNTOUCHED = {
    "comments in odd places": "<!--a--><process id='p'><!--b--><task id='t'><!--c--></task><!--d--></process><!--e-->",
    "instructions": "<?a b c?><process id='p'><?d?><task id='t'><?e f=\"g\"?></task></process>",
    "markup in documentation": "<process id='p'><documentation textFormat='text/html'>\n  Do <b>this</b> <i>and</i>\n"
    " <u> <b>that</b> </u>.</documentation></process>",
    "markup without words beside": "<process id='p'><documentation><p>A</p><p> B </p></documentation></process>",
    "preserved white space": "<process id='p'><script xml:space='preserve'> <a/> <b/> </script></process>",
    "white space alone": "<process id='p'><documentation>  </documentation></process>",
    "white space around text": "<process id='p'><documentation>\n  a\n</documentation></process>",
    "line breaks in attributes": "<task id='t' name='a&#10;b&#9;c&#13;d &quot;e&quot; &lt;f&gt; &amp; &apos;'/>",
    "line breaks in text": "<process id='p'><documentation>a&#13;b ]]&gt; c</documentation></process>",
    "languages": "<process id='p' xml:lang='de'><documentation xml:lang='en-GB'>x</documentation></process>",
    "text beside elements": "<process id='p'>stray <task id='t'/> text</process>",
    "an attribute in no namespace": "<process id='p' invented='x'><task id='t' also=''/></process>",
    "a namespace declared deep inside": "<process id='p'><extensionElements><x:a xmlns:x='urn:x' x:b='c'/>"
    "</extensionElements></process>",
    "elements in no namespace": "<process id='p'><extensionElements><a xmlns=''><b/></a></extensionElements></process>",
    "a prefix that means another thing inside": "<process id='p' xmlns:x='urn:1'><extensionElements>"
    "<x:a xmlns:x='urn:2' x:b='c'><x:d/></x:a><x:e/></extensionElements></process>",
    "odd ids": "<process id='p'><task id='1 ä/&lt;&quot;'/><task id=''/><task id='a:b'/><task id=' c '/></process>",
    "foreign root elements": "<x:a xmlns:x='urn:x' id='a'>text<x:b>c</x:b></x:a><y xmlns=''/>",
    "an unknown BPMN element": "<process id='p'><newThing id='n'><task id='t'/></newThing></process>",
    "a drawing before the process": "<b:BPMNDiagram xmlns:b='http://www.omg.org/spec/BPMN/20100524/DI' id='page'>"
    "<b:BPMNPlane id='plane' bpmnElement='p'/></b:BPMNDiagram><process id='p'/>",
    "several drawings": "<process id='p'/>"
    + "".join(
        f"<b:BPMNDiagram xmlns:b='http://www.omg.org/spec/BPMN/20100524/DI' id='page{n}'>"
        f"<b:BPMNPlane id='plane{n}' bpmnElement='p'/><b:BPMNLabelStyle id='style{n}'/></b:BPMNDiagram>"
        for n in range(3)
    ),
}


@pytest.mark.parametrize("case", UNTOUCHED, ids=lambda name: name.replace(" ", "-"))
def test_it_rides_along(case: str) -> None:
    text = _file(UNTOUCHED[case])
    assert _canonical(_saved(text), strip=True) == _canonical(text, strip=True)


@pytest.mark.parametrize(
    "inside",
    [
        "<documentation>\n  Do <b>this</b> <i>and</i>\n <u> <b>that</b> </u>.</documentation>",
        "<documentation>  </documentation>",
        "<documentation>\n  a\n</documentation>",
        "<documentation xml:space='preserve'> <a/> <b/> </documentation>",
        "<documentation>x<!-- y --> <?z?> </documentation>",
        "<documentation><![CDATA[ a < b && c > d ]]></documentation>",
    ],
)
def test_white_space_that_means_something_stays(inside: str) -> None:
    saved = etree.fromstring(_saved(_file(f"<process id='p'>{inside}</process>")).encode())
    found = saved.find(f"{{{BPMN}}}process/{{{BPMN}}}documentation")
    given = etree.fromstring(_file(inside)).find(f"{{{BPMN}}}documentation")
    assert found is not None
    assert given is not None
    found.tail = given.tail = None
    assert _canonical(etree.tostring(found)) == _canonical(etree.tostring(given))


def test_comments_and_instructions_around_the_root_stay_in_order() -> None:
    text = f"<?one?><!-- two -->{_file('')}<!-- three --><?four five?>"
    assert _canonical(_saved(text)).replace("\n", "") == _canonical(text).replace("\n", "")


@pytest.mark.parametrize(
    ("root", "condition"),
    [
        (f'xmlns="{BPMN}" xmlns:b="{BPMN}" {XSI}', '<conditionExpression xsi:type="b:tFormalExpression">'),
        (f'xmlns="{BPMN}" {XSI}', '<conditionExpression xsi:type="tFormalExpression">'),
        (f'xmlns="{BPMN}" {XSI}', f'<conditionExpression xmlns:z="{BPMN}" xsi:type="z:tFormalExpression">'),
        (f'xmlns="{BPMN}"', f'<conditionExpression xmlns:q="{BPMN}" {XSI} xsi:type="q:tFormalExpression">'),
    ],
)
def test_prefixes_inside_values_still_resolve(root: str, condition: str) -> None:
    # given a type that is named by a prefix, declared here or there
    flow = f"<sequenceFlow id='f' sourceRef='a' targetRef='b'>{condition}x</conditionExpression></sequenceFlow>"
    # when the file is saved
    saved = etree.fromstring(_saved(_file(f"<process id='p'>{flow}</process>", root)).encode())
    # then the prefix still means BPMN where it stands
    found = saved.find(f".//{{{BPMN}}}conditionExpression")
    assert found is not None
    value = found.get("{http://www.w3.org/2001/XMLSchema-instance}type", "")
    prefix, _, name = value.rpartition(":")
    assert (found.nsmap[prefix or None], name) == (BPMN, "tFormalExpression")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("iso-8859-1", b""),
        ("windows-1252", b""),
        ("us-ascii", b""),
    ],
)
def test_every_usual_encoding_is_read_and_utf_8_is_written(encoding: str, mark: bytes) -> None:
    # given a name with a letter that each encoding spells otherwise
    declared = "utf-16" if encoding == "utf-16-le" else encoding
    name = "Gr&#246;&#223;e" if encoding == "us-ascii" else "Größe"
    text = f'<?xml version="1.0" encoding="{declared}" standalone="yes"?>' + _file(f"<process id='p' name='{name}'/>")
    # when it is opened and saved
    diagram = read_bytes(mark + text.encode(encoding)).diagram
    # then the name is right, and the file says UTF-8 and is it
    assert diagram["p"].name == "Größe"
    saved = write_bytes(diagram)
    assert saved.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    assert "Größe" in saved.decode("utf-8")


def test_a_new_namespace_of_ours_is_declared_once_at_the_root() -> None:
    diagram = read_bytes(_file("<process id='p'><task id='t'/><task id='u'/></process>").encode()).diagram
    with diagram.edit("Retry") as tx:
        for key in ("t", "u"):
            tx.update(key, FlowNode, lambda node: node.with_attribute_map({camunda("asyncBefore"): "true"}))
    saved = write_bytes(diagram).decode()
    assert saved.count("xmlns:camunda") == 1
    assert saved.count('camunda:asyncBefore="true"') == 2


def test_a_namespace_that_is_declared_where_it_is_used_is_not_declared_again() -> None:
    camunda_here = "<camunda:properties xmlns:camunda='http://camunda.org/schema/1.0/bpmn'/>"
    text = _file(f"<process id='p'><extensionElements>{camunda_here}</extensionElements></process>")
    diagram = read_bytes(text.encode()).diagram
    assert write_bytes(diagram).decode().count("xmlns:camunda") == 1
    # but once it is used elsewhere too, the root declares it
    with diagram.edit("Keep") as tx:
        tx.update("p", Process, lambda found: found.with_attribute_map({camunda("versionTag"): "1"}))
    assert b"camunda:versionTag" in write_bytes(diagram)
    assert b"ns0" not in write_bytes(diagram)


def test_a_character_that_xml_cannot_hold_does_not_stop_a_save() -> None:
    diagram = read_bytes(_file("<process id='p'><task id='t'/></process>").encode()).diagram
    with diagram.edit("Odd") as tx:
        tx.update("t", FlowNode, lambda node: node.with_attributes(name="a\x00b\ud800c").with_documentation("\x0b!"))
    saved = read_bytes(write_bytes(diagram)).diagram
    assert saved["t"].name == "a\ufffdb\ufffdc"
    assert saved["t"].documentation == "\ufffd!"


def test_an_element_that_gets_its_first_child_is_indented() -> None:
    diagram = read_bytes(_file("<process id='p'>\n</process>").encode()).diagram
    with diagram.edit("First") as tx:
        tx.create(bpmn("task"), "p", "Task")
    assert '  <process id="p">\n    <task id="Task_1"/>\n  </process>\n' in write_bytes(diagram).decode()


def test_an_edit_leaves_the_rest_of_the_file_alone() -> None:
    text = _file(
        "<!-- why --><process id='p'><sequenceFlow id='f' sourceRef='a' targetRef='b' x:y='z' xmlns:x='urn:x'>"
        "<extensionElements><x:odd/></extensionElements></sequenceFlow><task id='a'/><task id='b'/></process>"
    )
    diagram = read_bytes(text.encode()).diagram
    before = write_bytes(diagram).decode().splitlines()
    with diagram.edit("Condition") as tx:
        condition = text_element("conditionExpression", "${x}")
        tx.update("f", SequenceFlow, lambda flow: flow.with_detail(condition))
        tx.update("f", SequenceFlow, lambda flow: flow.with_extension(Xml(camunda("properties"))))
    after = write_bytes(diagram).decode().splitlines()
    assert [line for line in before if line not in after] == [before[1]]
    assert len(after) == len(before) + 2
