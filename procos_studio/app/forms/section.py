"""Section: a part of a form that opens and closes, and says what is wrong in it while it is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from procos_studio.app.forms import remembered

_OPEN, _CLOSED = "▾", "▸"


class Section(QWidget):
    """A heading that is a button, and what stands below it. Without a title it has no heading and is always open."""

    def __init__(self, title: str, *, is_open: bool = True) -> None:
        super().__init__()
        self.title = title
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.head = QPushButton()
        self.head.setCheckable(True)
        self.head.setObjectName("section-head")
        self.head.setAccessibleName(title)
        self.count = QLabel()
        self.count.setObjectName("section-count")
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.head, 1)
        row.addWidget(self.count)
        self.body = QWidget()
        self._rows = QVBoxLayout(self.body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        if title:
            layout.addLayout(row)
        layout.addWidget(self.body)
        self.head.setChecked(not title or is_open)
        self._open(self.head.isChecked())
        self.head.toggled.connect(self._toggle)

    @property
    def is_open(self) -> bool:
        """Whether its contents show."""
        return self.head.isChecked()

    def add(self, widget: QWidget) -> None:
        """Put something at its end."""
        self._rows.addWidget(widget)

    def open(self) -> None:
        """Show its contents."""
        self.head.setChecked(True)

    def show_problems(self, count: int) -> None:
        """Say how many of its fields are wrong; it matters while they do not show."""
        self.count.setText(f"⚠ {count}" if count and not self.is_open else "")
        self.count.setToolTip(self.tr("%n fields need attention", "", count) if count else "")
        self._problems = count

    _problems = 0

    def _toggle(self, opened: bool) -> None:
        remembered.note(self.title, opened)
        self._open(opened)
        self.show_problems(self._problems)

    def _open(self, opened: bool) -> None:
        self.body.setVisible(opened)
        self.head.setText(f"{_OPEN if opened else _CLOSED}  {self.title.upper()}")
        self.head.setAccessibleDescription(self.tr("open") if opened else self.tr("closed"))
