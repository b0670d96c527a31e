"""How two files are compared: as canonical XML, without prefixes and white space between elements."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

Canonical = Callable[[bytes], str]
_XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


@pytest.fixture(scope="session")
def canonical() -> Canonical:
    """Source: W3C Canonical XML 2.0; prefixes inside `xsi:type` count by what they mean."""

    def canonicalize(data: bytes) -> str:
        text = etree.canonicalize(
            etree.fromstring(data).getroottree(),
            with_comments=True,
            strip_text=True,
            rewrite_prefixes=True,
            qname_aware_attrs={_XSI_TYPE},
        )
        return str(text)

    return canonicalize
