"""What may be written at a place of a text."""

from __future__ import annotations

import pytest

from procos_studio.expressions.completing import Place, What, members, place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("${|", Place(What.VARIABLE, 2, "")),
        ("${am|", Place(What.VARIABLE, 2, "am")),
        ("${am|}", Place(What.VARIABLE, 2, "am")),
        ("a ${x} b ${amo|unt}", Place(What.VARIABLE, 11, "amo")),
        ("${order.|", Place(What.MEMBER, 8, "", "order")),
        ("${1 + order.lines[0].na|", Place(What.MEMBER, 21, "na", "order.lines[0]")),
        ("${f(x).si|", Place(What.MEMBER, 7, "si", "")),
        ('${x == "a}" && am|', Place(What.VARIABLE, 15, "am")),
        ('${secret("ma|', Place(What.SECRET, 10, "ma")),
        ("text|", None),
        ("${x}|", None),
        ('${"te|', None),
        ("${12|", None),
        ("${1.|", None),
        ("\\${a|", None),
    ],
)
def test_the_place_says_what_is_being_written(text: str, expected: Place | None) -> None:
    at = text.index("|")
    assert place(text.replace("|", "", 1), at) == expected


def test_members_are_keys_and_methods_of_what_the_base_is_now() -> None:
    variables = {"order": {"id": 1, "lines": []}}
    assert [item.text for item in members("order", variables)][:3] == ["id", "lines", "containsKey()"]
    assert "size()" in [item.text for item in members("order.lines", variables)]
    assert "size()" not in [item.text for item in members("order.id", variables)]


def test_without_a_value_every_method_is_offered() -> None:
    assert {"size()", "startsWith()"} <= {item.text for item in members("unknown", {})}
