"""Any XML below a BPMN root comes back from open → save as it was, whatever its prefixes and white space."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procos_studio.bpmn import read_bytes, write_bytes

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
PREFIXES = st.sampled_from(["", "a:", "b:", "bpmn:"])
NAMES = st.sampled_from(["process", "task", "laneSet", "extensionElements", "documentation", "x", "script"])
WORDS = st.sampled_from(["", "", " ", "\n  ", "x", " y ", "&amp;", "&#13;", "ä&lt;", "<![CDATA[ <z> ]]>"])
DECLARED = st.sampled_from(
    ["", "", ' xmlns="urn:1"', ' xmlns=""', f' xmlns="{BPMN}"', ' xmlns:a="urn:2"', ' xmlns:b="urn:1"']
)
ATTRIBUTES = st.sampled_from(["", ' id="i"', ' id="~x_1"', ' a:v="b:w"', ' name="n&#10;m"', ' xml:space="preserve"'])
ASIDES = st.sampled_from(["", "", "", "<!-- c -->", "<?p q?>"])


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    name = draw(PREFIXES) + draw(NAMES)
    opening = f"<{name}{draw(DECLARED)}{draw(ATTRIBUTES)}"
    if depth == 0 or draw(st.booleans()):
        return f"{opening}>{draw(WORDS)}</{name}>"
    children = draw(st.lists(elements(depth=depth - 1), max_size=3))
    inside = "".join(child + draw(ASIDES) + draw(WORDS) for child in children)
    return f"{opening}>{draw(WORDS)}{inside}</{name}>"


def _canonical(data: bytes, *, strip: bool) -> str:
    root = etree.fromstring(data)
    if not strip:
        _drop_white_space_between_elements(root)
    tree = root.getroottree()
    return str(etree.canonicalize(tree, with_comments=True, rewrite_prefixes=True, strip_text=strip))


def _drop_white_space_between_elements(root: etree._Element) -> None:
    """Where nothing but white space stands beside elements; inside of mixed content all of it counts."""
    stack = [root]
    while stack:
        node = stack.pop()
        beside = (node.text, *(child.tail for child in node))
        mixed = any(text and text.strip() for text in beside)
        if not len(node) or mixed or node.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve":
            continue
        node.text = None
        for child in node:
            child.tail = None
            stack.append(child)


@given(st.lists(elements(), max_size=3), ASIDES, ASIDES)
def test_nothing_is_lost(inside: list[str], before: str, after: str) -> None:
    # given any tree
    root = f'<bpmn:definitions xmlns:bpmn="{BPMN}" xmlns="urn:0" xmlns:a="urn:a" xmlns:b="urn:b" id="d">'
    data = (before + root + "".join(inside) + "</bpmn:definitions>" + after).encode()
    # when it is opened and saved
    saved = write_bytes(read_bytes(data).diagram)
    # then it is the same, white space inside of texts included, and the next save changes nothing
    assert _canonical(saved, strip=True) == _canonical(data, strip=True)
    assert _canonical(saved, strip=False) == _canonical(data, strip=False)
    assert write_bytes(read_bytes(saved).diagram) == saved
