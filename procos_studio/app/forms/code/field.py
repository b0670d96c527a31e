"""CodeField: the field of Python and JSON, with a button for a larger window."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from procos_studio.app.forms.code.edit import CodeEdit
from procos_studio.app.forms.code.finding import FindBar
from procos_studio.app.forms.code.window import CodeWindow
from procos_studio.app.forms.fields import sign_button
from procos_studio.app.forms.knowledge import Offer
from procos_studio.app.forms.texts import TextField
from procos_studio.expressions.signatures import Call, call_in, call_in_script
from procos_studio.library import Parameter

_SCROLL_BAR = 12


class CodeField(TextField):
    """Code in a language that the parameter, or another field of the form, names."""

    lines = (2, 18)
    eager = False

    def __init__(self, parameter: Parameter) -> None:
        self._code = CodeEdit(parameter.language)
        super().__init__(parameter, self._code)
        self.search = FindBar(self._code)
        self.larger = sign_button("mdi6.arrow-expand", self.tr("Edit in a larger window"), self.open_window)
        self._layout.addWidget(self.search)
        self._code.find_asked.connect(self.search.open)
        self._code.leaving.connect(self._leave)
        self._code.leaving_back.connect(self._leave_back)
        self._code.enlarging.connect(self.open_window)
        self.window_of_code: CodeWindow | None = None
        self.fit()

    def tools(self) -> tuple[QToolButton, ...]:
        """The larger window."""
        return (self.larger,)

    def draft(self) -> str:
        """What stands in the window while there is one."""
        window = self.window_of_code
        return window.edit.toPlainText() if window is not None else self.text()

    def commit(self) -> None:
        """Tell what stands here, or in the window."""
        if self.window_of_code is not None:
            self._code.setPlainText(self.draft())
        super().commit()

    def set_language(self, language: str) -> None:
        """Read the text as another language."""
        self._code.set_language(language)

    def set_text(self, text: str) -> None:
        """Show a value, and what is wrong with it."""
        super().set_text(text)
        self._code.look_for_faults()

    def show_fault(self, at: int | None) -> None:
        """Underline what is wrong, which the code itself knows best."""
        self._code.look_for_faults()

    def fit(self) -> None:
        """As high as the code needs, and a scroll bar."""
        super().fit()
        self._code.setFixedHeight(self._code.height() + _SCROLL_BAR)

    def open_window(self) -> None:
        """Edit in a larger window; what is accepted there is one change."""
        title, language, text = self.parameter.label, self._code.language, self.text()
        window = CodeWindow(self.window(), title, language, text, self._offer, self._call)
        window.taken.connect(self._take)
        window.typed.connect(self.typed)
        self.window_of_code = window
        window.finished.connect(lambda _result: self._forget())
        window.rejected.connect(self.typed)
        window.open()

    def _take(self, text: str) -> None:
        self._code.setPlainText(text)
        super().commit()
        self._code.look_for_faults()

    def _forget(self) -> None:
        self.window_of_code = None
        self._code.setFocus()

    def _leave(self) -> None:
        self.focusNextChild()

    def _leave_back(self) -> None:
        self.focusPreviousChild()

    def _takes_variables(self) -> bool:
        """In a script a variable is a name; other languages have none."""
        return self._code.language == "python"

    def _spelled(self, text: str, units: int, name: str) -> str:
        return name

    def _offer(self, text: str, at: int) -> Offer | None:
        if self._code.language == "python":
            return self.knowledge.offer_script(text, at)
        return self.knowledge.offer(text, at)

    def _call(self, text: str, at: int) -> Call | None:
        return call_in_script(text, at) if self._code.language == "python" else call_in(text, at)
