"""The mask form: name, parameters and reliability of the selected block, or what several blocks share."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from procos_studio.app.forms.drafting import draft
from procos_studio.app.forms.fields import Field
from procos_studio.app.forms.knowledge import Knowledge
from procos_studio.app.forms.lines import Line
from procos_studio.app.forms.notes import note_on
from procos_studio.app.forms.page import Page, kind_of
from procos_studio.app.forms.renaming import RenameVariable
from procos_studio.app.forms.row import Row
from procos_studio.app.forms.section import Section
from procos_studio.app.forms.target import Target, target_of
from procos_studio.canvas.translating import advice
from procos_studio.canvas.turns import Turn
from procos_studio.edits.rename import rename
from procos_studio.library import Library, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Diff
from procos_studio.problems import Refused

_PAUSE_MS = 250
"""So long after the last key a value is looked at while it is typed."""
_BUDGET = 0.003
"""Seconds for making a part of a page before others have a turn."""
_MOST = 6
"""So many pages are kept."""


class FormPanel(QScrollArea):
    """Shows one selection. `refused` carries a Problem when a value cannot be taken, `element_chosen` an id, `typing`
    the diagram of the block into whose form something is being typed.
    """

    refused = Signal(object)
    element_chosen = Signal(str)
    typing = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Parameters"))
        self._library = library
        self._target: Target | None = None
        self._variables: Mapping[str, Any] = {}
        self._page: Page | None = None
        self._pages: dict[tuple[str, ...], Page] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._turn = Turn(self, self._go_on, 1)
        self.empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.setObjectName("empty")
        self._column = QVBoxLayout(all_pages := QWidget())
        all_pages.setObjectName("form")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.empty)
        self.setWidget(all_pages)
        self.show_nothing()

    # what is shown ----------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> dict[str, Row]:
        """All fields with what stands around them, by the id of their parameter, from the top."""
        page = self._whole()
        return page.rows if page is not None else {}

    @property
    def fields(self) -> dict[str, Field]:
        """The fields that count now, by the id of their parameter, from the top."""
        return {name: row.field for name, row in self.rows.items() if not row.isHidden()}

    @property
    def sections(self) -> list[Section]:
        """The parts of the form, from the top."""
        page = self._whole()
        return page.sections if page is not None else []

    @property
    def name_edit(self) -> Line:
        """The field of the block's name; RuntimeError while no block is shown."""
        page = self._whole()
        if page is None:
            raise RuntimeError("no block is shown")
        return page.name_edit

    @property
    def reset_button(self) -> QToolButton:
        """What sets all that shows back to its defaults; RuntimeError while no block is shown."""
        page = self._whole()
        if page is None:
            raise RuntimeError("no block is shown")
        return page.reset_button

    def show_nothing(self, count: int = 0) -> None:
        """Say what to select."""
        self._put_aside()
        self._target = None
        self.empty.setText(
            self.tr("%n blocks selected. Select one, or several of the same kind, to see their parameters.", "", count)
            if count
            else self.tr("Select a block to see its parameters here.")
        )
        self.empty.show()

    def show_element(self, diagram: Diagram, element: str) -> None:
        """Show the form of an element."""
        self.show_elements(diagram, (element,))

    def show_elements(self, diagram: Diagram, elements: tuple[str, ...]) -> None:
        """Show the form of one element, or of several: all that their kind has, or what their kinds share."""
        target = target_of(diagram, elements, self._library)
        self.commit()
        if target is None:
            self.show_nothing(len(elements))
            return
        page = self._pages.pop(kind_of(target), None) or self._new_page(target)
        if page is not self._page:
            self._put_aside()
        self._target, self._page = target, page
        if kind := kind_of(target):
            self._pages[kind] = page
        page.show_values(target)
        self.empty.hide()
        page.take_up()
        self.verticalScrollBar().setValue(0)
        if page.is_built:
            self._judge()
        else:
            self._turn.ask()

    def forget_pages(self) -> None:
        """The definitions of blocks have changed: make the form anew from those of now."""
        self.commit()
        target = self._target
        self.show_nothing()
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()
        if target is not None and all(key in target.diagram for key in target.keys):
            self.show_elements(target.diagram, target.keys)

    def set_variables(self, variables: Mapping[str, Any]) -> None:
        """The values of the last run, against which expressions show their value."""
        self._variables = variables
        # a run may tell of itself before the form hears that its block is gone
        if self._target is None or self._target.still_fits():
            self._judge()

    def follow(self, diff: Diff) -> None:
        """The diagram changed: show the new values, keeping focus and cursor where the fields stay the same."""
        target = self._target
        if target is None:
            return
        if not target.still_fits():
            self.show_elements(target.diagram, target.keys)
            return
        target.follow()
        page = self._page
        if page is not None:
            page.show_values(target)
            if page.is_built:
                self._judge()

    # acting -----------------------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Take over what is being typed, as leaving the field would."""
        if self._target is not None:
            self._rename()
            for row in tuple(self._page.rows.values()) if self._page is not None else ():
                if not row.isHidden():
                    row.field.commit()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.fields), "")
        if first:
            self.focus(first)
        elif self._target is not None:
            self.name_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus(self, parameter: str) -> None:
        """Put the cursor into a field, opening its section."""
        row = self.rows[parameter]
        for section in self.sections:
            if section.isAncestorOf(row):
                section.open()
        row.field.editor().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(row)

    def look(self) -> None:
        """Say under every field what is wrong with it, else what its expression is worth; later if some are missing."""
        target, page = self._target, self._page
        if target is None or target.block is None or page is None or not page.is_built:
            return
        several = target.differing()
        texts = {name: row.field.text() for name, row in page.rows.items()}
        problems = mask.validate(target.block, texts)
        for name, row in page.rows.items():
            own = next((problem for problem in problems if name in problem.elements), None)
            if name in several:
                row.say("", "hint")
                continue
            note = note_on(row.parameter, texts[name], own, self._knowledge)
            row.say(note.text, note.role, note.mended)
            row.field.show_fault(note.fault)
        page.count_problems()

    def draft(self, diagram: Diagram) -> Diff | None:
        """What is being typed, as the edit of this diagram that leaving the field would make; None for none."""
        target, page = self._target, self._page
        if target is None or page is None or target.diagram is not diagram or not target.still_fits():
            return None
        return draft(target, page)

    def _follow_typing(self) -> None:
        self._timer.start()
        if self._target is not None:
            self.typing.emit(self._target.diagram)

    # pages ------------------------------------------------------------------------------------------------------------

    def _new_page(self, target: Target) -> Page:
        page = Page(target)
        page.named.connect(self._rename)
        page.edited.connect(self._set)
        page.mended.connect(self._mend)
        page.typed.connect(self._follow_typing)
        page.went_to.connect(self.element_chosen)
        page.renaming.connect(self._rename_variable)
        page.reset_asked.connect(self._reset)
        self._column.addWidget(page)
        return page

    def _put_aside(self) -> None:
        """Show no page; those used last are kept, for to make one takes longer than all else of a selection."""
        self._turn.stop()
        page, self._page = self._page, None
        if page is not None:
            page.put_aside()
        kept = tuple(self._pages.items())
        for kind, old in kept[:-_MOST]:
            del self._pages[kind]
            old.deleteLater()
        if page is not None and page not in self._pages.values():
            page.deleteLater()

    def _go_on(self) -> None:
        """Make some of what the page still lacks; when all is there, look at it."""
        if self._page is None:
            return
        if self._page.is_built:
            self._judge()
        else:
            self._page.build(time.perf_counter() + _BUDGET)
            self._turn.ask()

    def _whole(self) -> Page | None:
        """The page, once all of it is there."""
        if self._page is not None and self._turn.is_asked:
            self._turn.stop()
            self._page.build(math.inf)
            self._judge()
        return self._page

    def _judge(self) -> None:
        """Let the fields know what there is to know, and say what is wrong; later if some are missing."""
        target, page = self._target, self._page
        if target is not None and page is not None and page.is_built:
            self._knowledge = Knowledge(target.diagram, target.key, self._variables, target.results())
            for row in page.rows.values():
                row.field.knowledge = self._knowledge
            self.look()

    _knowledge = Knowledge()

    # writing ----------------------------------------------------------------------------------------------------------

    def _rename(self) -> None:
        target, page = self._target, self._page
        if target is None or page is None or target.is_several or target.key not in target.diagram:
            return
        page.name_edit.setModified(False)
        if page.name_edit.text() != target.element.name:
            try:
                rename(target.diagram, target.key, page.name_edit.text())
            except Refused as refused:
                self.refused.emit(refused.problems[0])

    def _rename_variable(self, name: str) -> None:
        target = self._target
        if target is not None:
            self.commit()
            RenameVariable(self.window(), target.diagram, target.key, name).open()

    def _mend(self, name: str, text: str) -> None:
        self.rows[name].field.set_text(text)
        self._set(name, text)
        self.rows[name].field.editor().setFocus()

    def _reset(self) -> None:
        """All parameters that are not at their defaults go back, with one undo."""
        target, page = self._target, self._page
        if target is None or page is None:
            return
        self.commit()
        try:
            target.write_back(page.changed())
        except Refused as refused:
            self.refused.emit(refused.problems[0])

    def _set(self, name: str, text: str) -> None:
        target = self._target
        parameter = target.block.parameter(name) if target is not None and target.block is not None else None
        if target is None or parameter is None or target.key not in target.diagram:
            return
        try:
            target.write(parameter, text)
        except Refused as refused:
            self.rows[name].say(advice(refused.problems[0]), "error")
            self.refused.emit(refused.problems[0])
