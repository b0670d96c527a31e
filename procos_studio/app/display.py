"""Display: whether there is a screen to open a window on, asked before Qt would abort without one."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?\Z")


def missing_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """A sentence on what is missing; `""` where a window can be opened, or Qt was told which platform to use."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"):
        return ""
    display = environment.get("DISPLAY", "")
    remedy = "Start it from a desktop session, or use the command `procos`, which needs no screen."
    if not display:
        return f"ProcOS Studio needs a screen, and there is none (DISPLAY and WAYLAND_DISPLAY are not set). {remedy}"
    local = _LOCAL.match(display)
    if local is not None and not _answers(local.group(1)):
        return f"ProcOS Studio needs a screen, and the display {display} does not answer. {remedy}"
    return ""


def _answers(number: str) -> bool:
    """Whether an X server listens on its socket, in the file system or in the abstract namespace."""
    path = f"/tmp/.X11-unix/X{number}"
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(2)
            if connection.connect_ex(address) == 0:
                return True
    return False
