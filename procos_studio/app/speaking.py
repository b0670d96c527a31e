"""Speaking: another language is chosen, which the studio speaks from its next start on; offers that start."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from procos_studio.app import asking
from procos_studio.app.language import NAMES, of_platform
from procos_studio.app.settings import Settings


class Speaking(QObject):
    """`restart_asked` wants the studio begun anew, with everything open again."""

    restart_asked = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings

    def choose(self, choice: str) -> None:
        """Remember a language; where it is another one, offer to speak it now."""
        before, language = (one if one in NAMES else of_platform() for one in (self._settings.language(), choice))
        self._settings.set_language(choice)
        if language == before:
            return
        text = self.tr("The studio speaks {language} from its next start on.").format(language=NAMES[language])
        note = self.tr("Begun anew, it opens all diagrams again, also what is not saved. Runs end.")
        box = asking.question(self._window, "language", text, note)
        box.setIcon(QMessageBox.Icon.Information)
        now = box.addButton(self.tr("Restart now"), QMessageBox.ButtonRole.AcceptRole)
        later = box.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(later)
        now.clicked.connect(lambda _checked=False: self.restart_asked.emit())
        box.open()
