"""The style sheet of the app's widgets, written once over the tokens of a theme."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

_SHEET = Template(
    """
* { font-size: 12px; }
QWidget { color: $text; }
QMainWindow, QDialog { background: $window; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 8px; }
QToolBar { background: $surface; border: none; border-bottom: 1px solid $border; padding: 4px 8px; spacing: 8px; }
QStatusBar { background: $status_bar; color: $status_text; }
QStatusBar QLabel { color: $status_text; padding: 0 8px; }
QStatusBar::item { border: none; }
QMenuBar { background: $surface; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 16px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $border_strong; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QPushButton, QToolButton { background: $surface; border: 1px solid $border; border-radius: 6px; padding: 4px 12px; }
QToolButton { padding: 4px 8px; }
QPushButton:hover, QToolButton:hover { background: $accent_soft; border-color: $accent; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $border_strong; background: $window; }
QPushButton[role="primary"] { background: $done; color: $text_on_accent; border-color: $done; font-weight: 600; }
QPushButton[role="primary"]:disabled { background: $window; color: $border_strong; border-color: $border; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: $surface; border: 1px solid $border; border-radius: 6px; padding: 4px 8px;
  selection-background-color: $accent; selection-color: $text_on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border-color: $accent; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] { border-color: $failed; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $window; color: $text_faint; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; outline: none; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar::tab { background: transparent; color: $text_dim; padding: 8px 16px; border: none; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QDockWidget { titlebar-close-icon: none; }
QDockWidget::title { background: $surface; padding: 8px; border-bottom: 1px solid $border; }
QTreeView, QListView, QTableView {
  background: $surface; border: none; outline: none; alternate-background-color: $window; }
QTreeView::item, QListView::item, QTableView::item { padding: 4px; }
QTreeView::item:hover, QListView::item:hover { background: $window; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
  background: $accent_soft; color: $text; }
QHeaderView::section {
  background: $surface; color: $text_dim; border: none; border-bottom: 1px solid $border; padding: 4px; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 5px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: $border_strong; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0; }
QProgressBar { background: $surface_sunken; border: none; border-radius: 4px; height: 8px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QLabel[role="title"] { font-size: 18px; font-weight: 600; }
QLabel[role="heading"] { font-size: 14px; font-weight: 600; }
QLabel[role="section"] { font-size: 11px; color: $text_faint; }
QLabel[role="hint"] { color: $text_dim; }
QLabel[role="error"] { color: $failed; }
"""
)


def stylesheet(colors: Mapping[str, str]) -> str:
    """The sheet with `colors` (token to `#rrggbb`) put in."""
    return _SHEET.substitute({token.replace("-", "_"): value for token, value in colors.items()})
