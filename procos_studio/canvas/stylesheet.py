"""The style sheet of the app's widgets, written once over the tokens of a theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Template

_SHEET = Template(
    """
* { font-size: 12px; }
QWidget { color: $text; }
QMainWindow, QDialog, QMessageBox { background: $window; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 8px; }

QToolBar { background: $surface; border: none; border-bottom: 1px solid $border; padding: 6px 12px; spacing: 16px; }
QStatusBar { background: $status_bar; color: $status_text; min-height: 26px; }
QStatusBar QLabel { color: $status_text; padding: 0 8px; font-size: 11px; }
QStatusBar QToolButton { color: $status_text; background: transparent; border: none; font-size: 11px; padding:
  2px 8px; }
QStatusBar QToolButton:hover, QStatusBar QToolButton:focus { text-decoration: underline; background: transparent; }
QStatusBar QToolButton::menu-indicator { image: none; }
QStatusBar::item { border: none; }

QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QPushButton, QToolButton { background: $surface; border: 1px solid $border; border-radius: 6px; padding: 5px 12px; }
QToolButton { padding: 5px 8px; }
QToolButton[worded="true"] { padding: 5px 6px 5px 12px; }
QPushButton:hover, QToolButton:hover { background: $accent_soft; border-color: $accent; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $text_disabled; background: $surface; }
QPushButton:default { border-color: $accent; }
QPushButton:default:disabled { border-color: $border; }
QMessageBox { messagebox-warning-icon: url("$folder/warning.svg");
  messagebox-critical-icon: url("$folder/critical.svg"); messagebox-information-icon: url("$folder/information.svg"); }
QMessageBox QPushButton:default { background: $accent; color: $text_on_accent; font-weight: 600; }
QMessageBox QPushButton:default:hover, QMessageBox QPushButton:default:focus { border-color: $text; }
QPushButton[role="primary"], QToolButton[role="primary"] {
  background: $done; color: $text_on_accent; border-color: $done; font-weight: 600; }
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover, QPushButton[role="primary"]:focus,
QToolButton[role="primary"]:focus { border-color: $text; }
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled {
  background: $surface; color: $text_disabled; border-color: $border; }
QPushButton[role="accent"] { background: $accent; color: $text_on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="accent"]:hover, QPushButton[role="accent"]:focus { border-color: $text; }
QToolButton[role="bad"] { color: $failed; }
QToolButton#brand { border-color: transparent; font-size: 14px; font-weight: 600; padding: 4px 8px; }
QToolButton#brand:focus { border-color: $accent; }
QToolButton#brand::menu-indicator { image: none; }
QToolButton#export, QToolButton#texts { padding-right: 20px; }
QToolButton#export::menu-indicator, QToolButton#texts::menu-indicator {
  subcontrol-position: right center; right: 6px; width: 10px; }
QPushButton#start-choice { text-align: left; padding: 12px 16px; font-size: 14px; }
QPushButton#start-choice { min-height: 24px; }
QPushButton#recent { text-align: left; border-color: transparent; background: transparent; padding: 5px 8px;
  min-height: 18px; }
QPushButton#start-choice QLabel#choice-title { font-size: 14px; }
QPushButton#recent QLabel#choice-title { color: $accent; }
QPushButton#recent:hover, QPushButton#recent:focus { background: $accent_soft; border-color: $accent; }
QPushButton#crumb, QPushButton#pages {
  border: none; background: transparent; color: $accent; padding: 3px 4px; }
QPushButton#crumb:hover, QPushButton#crumb:focus { text-decoration: underline; }
QPushButton#crumb[role="here"] { color: $text; font-weight: 600; }
QPushButton#card-title { border: none; background: transparent; color: $text; font-size: 14px; font-weight: 600;
  padding: 4px 0; text-align: left; }
QPushButton#card-title:hover, QPushButton#card-title:focus { color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {
  background: $surface; border: 1px solid $border; border-radius: 6px; padding: 4px 8px;
  selection-background-color: $accent; selection-color: $text_on_accent; placeholder-text-color: $text_faint; }
QLineEdit, QComboBox { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus {
  border-color: $accent; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] { border-color: $failed; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $window; color: $text_faint; }
QToolButton#qt_toolbar_ext_button { border: none; padding: 0; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 320px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; outline: none; }
QLineEdit#title {
  font-size: 14px; font-weight: 600; border-color: transparent; padding: 4px 0; margin-left: -3px;
  background: transparent; }
QLineEdit#title:hover { border-color: $border; padding: 4px 8px; }
QLineEdit#title:focus { border-color: $accent; padding: 4px 8px; background: $surface; }
QCheckBox { spacing: 8px; padding: 4px 0; }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator {
  border: 1px solid $text_faint; border-radius: 3px; background: $surface; width: 13px; height: 13px; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked {
  border-color: $accent; background: $accent; image: url("$folder/check-$ground.svg"); }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked:disabled { border-color: $text_disabled; background: $text_disabled; }

QTabWidget::pane { border: none; }
QTabBar { background: $surface; qproperty-drawBase: 0; }
QTabBar::tab { background: $surface; color: $text_dim; padding: 8px 4px; margin: 0 6px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; background: $accent_soft; }
QToolButton#tab-close { border: none; background: transparent; padding: 0; border-radius: 4px; margin-top: 4px; }
QToolButton#tab-close:hover, QToolButton#tab-close:focus { background: $border; }
QDialog QTabBar, QDialog QTabBar::tab { background: transparent; }
QTabBar::tear { width: 0; }
QTabBar#documents { background: $surface_sunken; }
QTabBar#documents::tab { background: transparent; padding: 7px 12px; margin: 4px 0 0 4px; border: 1px solid transparent;
  border-bottom: none; border-top-left-radius: 6px; border-top-right-radius: 6px; min-width: 64px; }
QTabBar#documents::tab:selected { background: $canvas; color: $text; border-color: $border; }
QTabBar#documents::tab:hover { color: $text; }
QTabBar#documents::tab:focus { color: $accent; border-color: $accent; }

QWidget[panel="true"], QWidget#run-part, QWidget#form, QLabel#empty { background: $surface; }
QWidget#run-part { border-top: 1px solid $border; }
QWidget#breadcrumb { background: $canvas; }
QWidget#start-page { background: $canvas; }
QFrame#chooser { background: $surface; border: 1px solid $border_strong; }
QLabel#hint-of-call { background: $surface; border: 1px solid $border_strong; padding: 3px 8px; }
QFrame#card { background: $waiting_soft; border: 1px solid $waiting; border-radius: 8px; }
QFrame#card[role="failed"] { background: $failed_soft; border-color: $failed; }
QFrame#card[role="bar"] { border: none; border-bottom: 1px solid $waiting; border-radius: 0; }
QFrame#offer { background: $surface; border-bottom: 1px solid $border; }
QFrame#question { border: 1px solid $border; border-radius: 6px; background: $window; }
QLabel#gesture { background: $surface; border: 1px solid $border_strong; border-radius: 6px; padding: 6px 12px; }
QFrame#tour { background: $surface; border: 1px solid $accent; border-radius: 8px; }
QLabel#tour-title { font-size: 14px; font-weight: 600; }
QWidget#dock-title { background: $surface_sunken; border-bottom: 1px solid $border; }
QDockWidget { border: 1px solid $border_strong; }
QDockWidget::title { background: $surface; padding: 8px; }

QTreeView, QListView, QTableView { background: $surface; border: 1px solid transparent; outline: none;
  alternate-background-color: $window; }
QTreeView:focus, QListView:focus, QTableView:focus { border-color: $accent; }
QTreeView::item, QListView::item, QTableView::item { padding: 4px; border: none; }
QTreeView::item:hover, QListView::item:hover { background: $window; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected { background: $accent_soft;
  color: $text; }
QListView::item { border-radius: 6px; }
FormPanel QTableView, Answers QTableView { border: 1px solid $border; border-radius: 6px; }
QDialog QTreeView, QDialog QListView, QDialog QTableView { border: 1px solid $border; border-radius: 6px; }
QDialog QTreeView:focus, QDialog QListView:focus, QDialog QTableView:focus { border-color: $accent; }
QDialog QHeaderView, QDialog QHeaderView::section { background: transparent; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $text_dim; border: none; border-bottom: 1px solid $border;
  padding: 4px 8px; font-size: 11px; }
QScrollArea { border: 1px solid transparent; background: transparent; }
QScrollArea:focus { border-color: $accent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; min-height: 24px; min-width: 24px; margin: 1px; }
QScrollBar::handle:hover { background: $border_strong; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSlider { min-height: 20px; }
QSlider::groove:horizontal { background: $border; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: $accent; width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; }
QSlider::handle:horizontal:focus { border: 2px solid $text; }
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled { background: $border; }
QProgressBar { background: $surface_sunken; border: none; border-radius: 4px; height: 8px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QLabel#page-title { font-size: 18px; font-weight: 600; }
QFrame#notice { background: $accent_soft; border: none; border-bottom: 1px solid $border; }
QPushButton#troubles { border: none; background: transparent; color: $waiting; text-align: left; padding: 8px 4px; }
QPushButton#troubles:hover, QPushButton#troubles:focus { text-decoration: underline; }
QLabel#face { background: $canvas; border-bottom: 1px solid $border; }
QLabel#section { font-size: 11px; color: $text_faint; padding-top: 8px; }
QLabel#field-label { color: $text_dim; }
QLabel#help-name { font-weight: 600; padding-top: 8px; }
QLabel#hint, QLabel#empty { color: $text_dim; }
QLabel#values { font-family: monospace; color: $text; }
QLabel#note { font-size: 11px; color: $text_dim; }
QLabel#note[role="error"] { color: $failed; }
QLabel#note[role="value"] { color: $done; }
QLabel#note[role="warning"] { color: $waiting; }
QLabel#title { font-size: 14px; font-weight: 600; }
QLabel#section-count { font-size: 11px; color: $failed; }
QPushButton#section-head { border: none; background: transparent; padding: 4px 0; font-size: 11px; color: $text_faint;
  text-align: left; border-radius: 0; }
QPushButton#section-head:hover, QPushButton#section-head:focus { color: $accent; background: transparent; }
QPushButton#section-head:focus, QPushButton#card-title:focus, QCheckBox:focus { text-decoration: underline; }
QToolButton#sign { border: 1px solid transparent; background: transparent; border-radius: 4px; padding: 0;
  font-size: 14px; color: $text_dim; }
QToolButton#sign:hover { background: $accent_soft; color: $accent; }
QToolButton#sign:focus { border-color: $accent; color: $accent; }
QToolButton#sign:disabled { color: $text_disabled; }
QPushButton#mend { padding: 2px 8px; font-size: 11px; color: $accent; }
QLineEdit#cell { border-radius: 0; border-color: $accent; padding: 0 4px; }
"""
)


_TEXT_HIGH = re.compile(r"((?:font-size|min-height): )(\d+)px")
"""What grows with texts."""


def stylesheet(colors: Mapping[str, str], folder: str, ground: str, scale: float = 1.0) -> str:
    """The sheet with `colors` (token to `#rrggbb`) put in, and texts that many times as large.

    `folder` holds the signs; `ground` is `light` where their strokes are, which stand on the accent, else `dark`.
    """
    tokens = {token.replace("-", "_"): value for token, value in colors.items()}
    sheet = _SHEET.substitute(tokens, folder=folder, ground=ground)
    return _TEXT_HIGH.sub(lambda size: f"{size[1]}{round(int(size[2]) * scale)}px", sheet)
