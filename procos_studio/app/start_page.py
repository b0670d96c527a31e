"""Start page: what to do while no diagram is open: begin, open, try the sample, or go on with a recent file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from procos_studio.app.icons import glyph
from procos_studio.app.tips import tip
from procos_studio.canvas.theme import Theme

_WIDTH = 560
_MOST = 6
_LONGEST = 48


class StartPage(QScrollArea):
    """Scrolls where the window is low. `chosen` carries the id of a command, `path_chosen` a recent file."""

    chosen = Signal(str)
    path_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setObjectName("start-page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: dict[str, QPushButton] = {}
        self._icons: dict[str, str] = {}
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        self._column = QVBoxLayout(column)
        self._column.setSpacing(8)
        self._column.addWidget(_label(self.tr("What do you want to build?"), "page-title"))
        words = self.tr("Put blocks together, press F5, and watch each task pass through its pipeline.")
        self._column.addWidget(_label(words, "hint"))
        self._column.addSpacing(16)
        for command, title, note, icon in (
            ("sample", self.tr("Open the sample"), self.tr("runs with F5"), "mdi6.play-circle-outline"),
            ("new", self.tr("New process"), self.tr("Ctrl+N"), "mdi6.file-plus-outline"),
            ("open", self.tr("Open a BPMN file…"), self.tr("Ctrl+O"), "mdi6.folder-open-outline"),
        ):
            self._column.addWidget(self._button(command, title, note, icon))
        self._column.addSpacing(16)
        self.recent_title = _label(self.tr("Recent").upper(), "section")
        self._column.addWidget(self.recent_title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._column.addLayout(self._recent)
        self._column.addStretch()
        row = QHBoxLayout(page)
        row.setContentsMargins(32, 48, 32, 32)
        row.addStretch()
        row.addWidget(column, 1_000)
        row.addStretch()
        self.setWidget(page)
        self.show_recent(())
        self.set_theme(theme)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List these files."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for path in paths[:_MOST]:
            button = _two_toned(path.name, _home(path.parent), 8)
            button.setObjectName("recent")
            button.setToolTip(tip(str(path)))
            button.setAccessibleDescription(str(path))
            button.clicked.connect(lambda _checked=False, path=path: self.path_chosen.emit(path))
            self._recent.addWidget(button)
        self.recent_title.setVisible(bool(paths))

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in other colours."""
        for command, button in self.buttons.items():
            button.setIcon(glyph(self._icons[command], theme, "accent"))

    def _button(self, command: str, title: str, note: str, icon: str) -> QPushButton:
        button = _two_toned(title, note, 52)
        button.setObjectName("start-choice")
        button.setIconSize(QSize(24, 24))
        button.clicked.connect(lambda _checked=False: self.chosen.emit(command))
        self.buttons[command], self._icons[command] = button, icon
        return button


def _two_toned(title: str, note: str, left: int) -> QPushButton:
    """A button with its name at the left, after `left` pixels, and a fainter note at the right."""
    button = QPushButton()
    button.setAccessibleName(title)
    row = QHBoxLayout(button)
    row.setContentsMargins(left, 0, 16, 0)
    for text, name in ((title, "choice-title"), (note, "hint")):
        label = _label(text, name)
        label.setWordWrap(False)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(label, 1 if name == "hint" else 0)
        if name == "hint":
            # Where there is no room for both, the name stays.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return button


def _home(folder: Path) -> str:
    """The folder, short: from the person's own where it is in there, and its end where it is long."""
    home = Path.home()
    shown = f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)
    return shown if len(shown) <= _LONGEST else f"…{shown[1 - _LONGEST :]}"


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
