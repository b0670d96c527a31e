"""Places: elements are found in any text, and parts of it have their kinds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procos_studio.app.xml.places import Kind, Places, changed_part, characters, tokens, units

TEXT = """<a id="one" name="x > y">
  <b name="n" id='two'/>
  <di:shape id="s" bpmnElement="two"><c/></di:shape>
</a>"""


def test_an_element_is_where_its_tag_begins_and_not_where_it_is_drawn() -> None:
    places = Places(TEXT)
    assert places.of("one") == 0
    assert places.of("two") == TEXT.index("<b")
    assert places.of("nobody") is None


def test_around_a_position_are_the_elements_before_it_the_nearest_first() -> None:
    places = Places(TEXT)
    assert list(places.at(TEXT.index("<c"))) == ["two", "two", "one"]
    assert list(places.at(TEXT.index("name="))) == ["one"]


def test_parts_of_a_tag_have_their_kinds() -> None:
    found = [(TEXT_[token.start : token.end], token.kind) for token in tokens(TEXT_)]
    assert found == [
        ("<!-- <no> -->", Kind.COMMENT),
        ("<b:c", Kind.TAG),
        ("d", Kind.NAME),
        ('"e"', Kind.VALUE),
        ("/>", Kind.TAG),
        ("</b", Kind.TAG),
        (">", Kind.TAG),
    ]


TEXT_ = '<!-- <no> --><b:c d="e"/>text d="no"</b>'


@given(st.text(), st.text(), st.text(), st.text())
def test_the_changed_part_turns_one_text_into_the_other(head: str, tail: str, one: str, other: str) -> None:
    before, after = head + one + tail, head + other + tail
    start, end, end_after = changed_part(before, after)
    assert before[:start] + after[start:end_after] + before[end:] == after
    assert start >= 0
    assert end >= start
    assert end_after >= start


@given(st.text(alphabet="a😀é\n"))
def test_units_and_characters_are_each_other_s_inverse(text: str) -> None:
    for count in range(len(text) + 1):
        assert characters(text, units(text, count)) == count


@given(st.text(alphabet="<>/!-?[]CDATA =\"'ab:\n"))
def test_any_text_is_read(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start <= token.end <= len(text)
    Places(text)
