"""Workspace: the middle of the window: the tabs of open documents, or what to do while there is none."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QTabWidget, QToolButton, QVBoxLayout, QWidget

from procos_studio.app.chevrons import Chevrons
from procos_studio.app.icons import glyph
from procos_studio.app.session import Session
from procos_studio.app.start_page import StartPage
from procos_studio.app.tips import tip
from procos_studio.canvas.theme import Theme

_LONGEST = 32


class Column(QWidget):
    """The workspace, with room above it for what concerns all documents."""

    def __init__(self, workspace: QWidget) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(workspace, 1)

    def show_above(self, bar: QWidget) -> None:
        """Show a bar above the workspace until it is hidden or deleted."""
        self._layout.insertWidget(0, bar)


class Workspace(QStackedWidget):
    """`current_changed` tells that another document (or none) is in front, `close_asked` carries a session.

    `session_added` and `session_removed` carry the one that came or goes.
    """

    current_changed = Signal()
    session_added = Signal(object)
    session_removed = Signal(object)
    close_asked = Signal(object)

    def __init__(self, start_page: StartPage, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start_page = start_page
        self.tabs = QTabWidget(documentMode=True, movable=True)
        self.tabs.tabBar().setObjectName("documents")
        for widget in (self.tabs, self.tabs.tabBar()):
            widget.setAccessibleName(self.tr("Open diagrams"))
        Chevrons(self.tabs.tabBar())
        # Titles are short already; where there is no room for all tabs, one scrolls.
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideNone)
        self._theme = theme
        self._sessions: dict[QWidget, Session] = {}
        self._buttons: dict[QWidget, QToolButton] = {}
        self.addWidget(start_page)
        self.addWidget(self.tabs)
        self.tabs.currentChanged.connect(lambda _index: self.current_changed.emit())

    @property
    def current(self) -> Session | None:
        """The session in front; None also where a file is still being read."""
        widget = self.tabs.currentWidget()
        return self._sessions.get(widget) if widget is not None else None

    def sessions(self) -> Iterator[Session]:
        """All open ones, in the order of their tabs."""
        widgets = (self.tabs.widget(index) for index in range(self.tabs.count()))
        yield from (self._sessions[widget] for widget in widgets if widget in self._sessions)

    def show_page(self, page: QWidget, title: str) -> None:
        """Open a tab with what stands there until a document is read, and bring it to the front."""
        index = self.tabs.addTab(page, _short(title).replace("&", "&&"))
        self.setCurrentWidget(self.tabs)
        self.tabs.setCurrentIndex(index)

    def remove_page(self, page: QWidget) -> None:
        """Take such a tab away."""
        self.tabs.removeTab(self.tabs.indexOf(page))
        page.deleteLater()
        self._show_start_page()

    def add(self, session: Session, page: QWidget | None = None) -> None:
        """Open a tab for a session and bring it to the front; in place of a page, only where that is in front."""
        in_front = page is None or self.tabs.currentWidget() is page
        self._sessions[session.tab] = session
        close = self._close_button(session)
        index = self.tabs.insertTab(self.tabs.indexOf(page) if page is not None else -1, session.tab, "")
        self.tabs.tabBar().setTabButton(index, QTabBar.ButtonPosition.RightSide, close)
        self.set_title(session)
        self.setCurrentWidget(self.tabs)
        if in_front:
            self.tabs.setCurrentIndex(index)
            session.tab.view.setFocus()
        if page is not None:
            self.remove_page(page)
        self.session_added.emit(session)

    def remove(self, session: Session) -> None:
        """Take a session's tab away."""
        del self._sessions[session.tab]
        del self._buttons[session.tab]
        self.tabs.removeTab(self.tabs.indexOf(session.tab))
        self._show_start_page()
        self.session_removed.emit(session)

    def _show_start_page(self) -> None:
        if not self.tabs.count():
            self.setCurrentWidget(self.start_page)

    def show_session(self, session: Session) -> None:
        """Bring a session to the front."""
        self.tabs.setCurrentWidget(session.tab)

    def show_next(self) -> None:
        """Bring the next tab to the front."""
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def set_title(self, session: Session) -> None:
        """Show a session's name, with a dot where it is not saved."""
        index = self.tabs.indexOf(session.tab)
        short = _short(session.document.title)
        shown = short.replace("&", "&&")
        self.tabs.setTabText(index, f"{shown} ●" if session.document.is_modified else shown)
        path = session.document.path
        self.tabs.setTabToolTip(index, tip(str(path)) if path else self.tr("Not saved yet"))
        button = self._buttons[session.tab]
        button.setAccessibleName(self.tr("Close {name}").format(name=short))

    def set_theme(self, theme: Theme) -> None:
        """Redraw in other colours."""
        self._theme = theme
        self.start_page.set_theme(theme)
        for button in self._buttons.values():
            button.setIcon(glyph("mdi6.close", theme, "text-dim"))
        for session in self._sessions.values():
            session.tab.set_theme(theme)

    def _close_button(self, session: Session) -> QToolButton:
        button = self._buttons[session.tab] = QToolButton(autoRaise=True)
        button.setObjectName("tab-close")
        button.setIcon(glyph("mdi6.close", self._theme, "text-dim"))
        button.setIconSize(QSize(14, 14))
        # Four of the height are the margin above the tab, without which the cross stands too high.
        button.setFixedSize(18, 22)
        button.setToolTip(self.tr("Close"))
        button.clicked.connect(lambda _checked=False: self.close_asked.emit(session))
        return button


def _short(title: str) -> str:
    """A title as a tab shows it."""
    name = " ".join(title.split())
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
