"""What the adapters that encrypt share: telling a certificate that is not trusted from a line that is down."""

from __future__ import annotations

import ssl


def distrusts(failure: BaseException) -> bool:
    """Whether a certificate was refused, in this exception or one that led to it; another try will not mend that."""
    seen: BaseException | None = failure
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
