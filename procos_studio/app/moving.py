"""Moving: whether anything moves to explain a run: as the person chose, or as the platform says they want it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

from procos_studio.app.settings import Settings
from procos_studio.canvas.motion import Motion

_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
_STILL: Mapping[tuple[str, str], Any] = {
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): "0",
}
"""What desktops say, by the name of the setting, where people want nothing to move; Qt asks none of them."""


class Moving(QObject):
    """Rules the motion of every canvas that it was told of."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.choice = settings.motion()
        self._platform_is_still = False
        self._ruled: WeakSet[Motion] = WeakSet()
        self._ask_platform()

    def rule(self, motion: Motion) -> None:
        """Let this one move, or not, from now on."""
        self._ruled.add(motion)
        self._tell()

    def choose(self, choice: str) -> None:
        """Take one of the settings' `MOTIONS`, now and at the next start."""
        self.choice = choice
        self._settings.set_motion(choice)
        self._tell()

    def follow_platform(self, *, is_still: bool) -> None:
        """The platform's setting is known (anew)."""
        self._platform_is_still = is_still
        self._tell()

    @property
    def is_still(self) -> bool:
        """Whether nothing may move."""
        return self.choice == "off" or (self.choice == "system" and self._platform_is_still)

    def _tell(self) -> None:
        for motion in self._ruled:
            motion.allowed = motion.is_possible and not self.is_still

    def _ask_platform(self) -> None:
        """Ask the desktop, without waiting for its answer; one that has no such setting says nothing."""
        if not has_desktop_bus():
            return
        bus = QDBusConnection.sessionBus()
        for setting, still in _STILL.items():
            question = QDBusMessage.createMethodCall(*_PORTAL, "Read")
            question.setArguments(list(setting))
            waiting = QDBusPendingCallWatcher(bus.asyncCall(question), self)
            waiting.finished.connect(lambda answered, still=still: self._take(still, answered))

    def _take(self, still: Any, answered: QDBusPendingCallWatcher) -> None:
        reply = answered.reply()
        if reply.type() is QDBusMessage.MessageType.ReplyMessage:
            self.follow_platform(is_still=self._platform_is_still or _plain(reply.arguments()[0]) == still)
        answered.deleteLater()


def has_desktop_bus(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a bus runs on which the desktop can be asked; to look for one must not start one."""
    return platform.startswith("linux") and bool(environment.get("DBUS_SESSION_BUS_ADDRESS"))


def _plain(value: Any) -> Any:
    """What is wrapped, perhaps more than once."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value
