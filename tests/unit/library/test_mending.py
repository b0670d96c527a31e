"""What was probably meant."""

from __future__ import annotations

import pytest

from procos_studio.library.definition import Binding, Parameter
from procos_studio.library.mending import mend


def parameter(kind: str) -> Parameter:
    return Parameter("x", "X", Binding("camunda:inputParameter", "x"), kind)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("expression", "amount > 100 and x is None", "${amount > 100 and x == null}"),
        ("expression", "approved", "${approved}"),
        ("expression", "a b", None),
        ("expression", "${a", None),
        ("expression", "${a}", None),
        ("duration", "30 s", "PT30S"),
        ("duration", "soon", None),
        ("number", "0,5", "0.5"),
        ("number", "30 s", "30"),
        ("number", "1,000", None),
        ("number", "many", None),
        ("date", "31.1.2027", "2027-01-31T00:00:00"),
        ("date", "1.12.2027 6:05", "2027-12-01T06:05:00"),
        ("date", "31.2.2027", None),
        ("date", "1/2/2027", None),
        ("variable", "order id", "order_id"),
        ("variable", "${total}", "total"),
        ("variable", "1x", None),
        ("secret", "mail", '${secret("mail")}'),
        ("secret", "sk-0123456789abcdef", None),
        ("string", "a > b", None),
    ],
)
def test_a_slip_is_mended(kind: str, text: str, expected: str | None) -> None:
    assert mend(parameter(kind), text) == expected
