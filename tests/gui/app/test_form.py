"""The form of the selected block: validation while typing, values, completion, defaults, sections, several blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from procos_studio.app.forms.lines import NumberField, SecretField
from procos_studio.app.forms.page import Page
from procos_studio.app.forms.row import Row
from procos_studio.app.forms.target import target_of
from procos_studio.edits.delete import delete
from procos_studio.edits.rename import rename
from procos_studio.library import Library
from procos_studio.runtime.state import RunState
from tests.gui.app.processes import form, script, write
from tests.gui.pages.studio import StudioPage

CTRL = Qt.KeyboardModifier.ControlModifier


def http(key: str = "work", inputs: str = "", more: str = "") -> str:
    """An HTTP request with these input parameters."""
    given = inputs or '<camunda:inputParameter name="url">http://x/${amount}</camunda:inputParameter>'
    return (
        f'<bpmn:serviceTask id="{key}" name="Ask {key}" camunda:type="external" camunda:topic="procos.http" '
        'camunda:modelerTemplate="integration/http-request"><bpmn:extensionElements><camunda:inputOutput>'
        f"{given}</camunda:inputOutput>{more}</bpmn:extensionElements></bpmn:serviceTask>"
    )


MODEL = (
    '<bpmn:serviceTask id="work" name="Ask" camunda:type="external" camunda:topic="procos.ollama" '
    'camunda:modelerTemplate="ai/ask-model"/>'
)
START = form('<camunda:formField id="amount" type="long" defaultValue="7"/>', '<camunda:formField id="approved"/>')


def test_an_expression_shows_its_value_and_what_is_wrong_while_it_is_typed(studio: StudioPage, tmp_path: Path) -> None:
    # given a request whose address has a variable that the start form proposes
    studio.open(write(tmp_path, http(), START))
    studio.canvas.click_on("work")
    assert studio.form.note("url") == '= "http://x/7"'
    # when it is typed anew, without leaving the field
    studio.form.type("url", "${amount +")
    # then the sentence comes by itself, the place is named, and nothing was written yet
    studio.wait_for(lambda: "too early" in studio.form.note("url") or "not expected" in studio.form.note("url"))
    assert studio.titles() == ["small.bpmn"]
    # when the rest follows
    studio.form.type("url", "${amount + 1")
    studio.wait_for(lambda: studio.form.note("url") == "= 8")


def test_a_run_may_tell_of_itself_before_the_form_hears_that_its_block_is_gone(
    studio: StudioPage, tmp_path: Path
) -> None:
    # given the form of a block
    studio.open(write(tmp_path, http(), START))
    studio.canvas.click_on("work")
    # when the block is deleted and a run has news within one turn
    delete(studio.diagram, ["work"])
    studio.window.panes.inspector.show_state(RunState.empty(), {})
    # then the form goes with the block
    studio.wait_for(lambda: not studio.window.panes.inspector.form.fields)


def test_a_variable_without_a_value_is_told_quietly(studio: StudioPage, tmp_path: Path) -> None:
    given = '<camunda:inputParameter name="url">${later}</camunda:inputParameter>'
    studio.open(write(tmp_path, http(inputs=given)))
    studio.canvas.click_on("work")
    assert studio.form.note("url") == "later has no value yet"
    assert studio.form.row("url").note.property("role") == "hint"


def test_the_values_of_the_last_run_stay_when_an_edit_puts_it_away(studio: StudioPage, tmp_path: Path) -> None:
    # given a run that is over
    studio.open(write(tmp_path, script("total = 42")))
    studio.command("run")
    studio.wait_for(lambda: studio.session.run is not None and not studio.session.is_running)
    studio.canvas.click_on("work")
    # when the block is edited, so that the run is history
    studio.form.fill("resultVariable", "answer")
    assert studio.session.run is None
    # then expressions are still worth what they were in it
    studio.canvas.view.select(("f2",))
    studio.form.type("condition", "${total > 41}")
    studio.wait_for(lambda: studio.form.note("condition") == "= true")
    # and no value of it shows in another document
    other = tmp_path / "other"
    other.mkdir()
    studio.open(write(other, script("total = 1")))
    studio.canvas.view.select(("f2",))
    studio.form.type("condition", "${total > 41}")
    studio.wait_for(lambda: studio.form.note("condition") == "total has no value yet")


def test_a_python_looking_expression_is_mended_with_one_click(studio: StudioPage, tmp_path: Path) -> None:
    # given a flow
    studio.open(write(tmp_path, http(), START))
    studio.canvas.view.select(("f2",))
    studio.settle()
    # when its condition is written like Python
    studio.form.type("condition", "amount > 5")
    studio.form.key(Qt.Key.Key_Return)
    # then the button writes it as an expression
    button = studio.form.row("condition").mend_button
    assert button is not None
    assert button.text() == "Write ${amount > 5}"
    studio.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert studio.form.value("condition") == "${amount > 5}"
    assert studio.form.note("condition") == "= true"
    assert not button.isVisible()


def test_variables_are_completed_from_the_keyboard(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, http(), START))
    studio.canvas.click_on("work")
    # when the beginning is typed
    studio.form.type("url", "http://x/${a")
    completion = studio.form.completion("url")
    studio.wait_for(lambda: completion.is_open)
    # then what is set before comes first
    assert completion.words()[:2] == ["amount", "approved"]
    # when the second is chosen
    studio.form.key(Qt.Key.Key_Down)
    studio.form.key(Qt.Key.Key_Return)
    assert studio.form.value("url") == "http://x/${approved}"
    assert not completion.is_open


def test_escape_closes_the_list_and_keeps_the_text(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http(), START))
    studio.canvas.click_on("work")
    studio.form.type("url", "${")
    studio.form.key(Qt.Key.Key_Space, CTRL)
    completion = studio.form.completion("url")
    studio.wait_for(lambda: completion.is_open)
    assert 'secret("")' in completion.words()
    studio.form.key(Qt.Key.Key_Escape)
    assert not completion.is_open
    assert studio.form.value("url") == "${}"


def test_f12_goes_to_where_a_variable_is_set(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http(), START))
    studio.canvas.click_on("work")
    editor = studio.form.type("url", "${amount")
    studio.form.key(Qt.Key.Key_Escape)
    studio.qtbot.keyClick(editor, Qt.Key.Key_F12)
    studio.wait_for(lambda: studio.canvas.view.selection == ("start",))


@pytest.mark.parametrize("text", ["30 s", "PT30S"])
def test_a_duration_is_taken_in_words_and_as_iso(studio: StudioPage, tmp_path: Path, text: str) -> None:
    studio.open(write(tmp_path, http()))
    studio.canvas.click_on("work")
    studio.form.type("timeout", text)
    studio.wait_for(lambda: studio.form.note("timeout") == "= 30 seconds")
    studio.form.key(Qt.Key.Key_Return)
    assert studio.form.value("timeout") == "PT30S"
    assert "PT30S" in str(studio.diagram["work"].extensions)


def test_a_number_is_stepped_with_the_keyboard_within_its_limits(studio: StudioPage, tmp_path: Path) -> None:
    # given a temperature from 0 to 2
    studio.open(write(tmp_path, MODEL))
    studio.canvas.click_on("work")
    studio.form.type("temperature", "1.9")
    # when
    for _ in range(3):
        studio.form.key(Qt.Key.Key_Up)
    # then
    assert studio.form.value("temperature") == "2"
    # and with the buttons, which write at once
    field = studio.form.row("maxTokens").field
    assert isinstance(field, NumberField)
    studio.form.type("maxTokens", "5")
    studio.form.key(Qt.Key.Key_Return)
    studio.qtbot.mouseClick(field.less, Qt.MouseButton.LeftButton)
    assert studio.form.value("maxTokens") == "4"


def test_a_secret_is_chosen_by_its_name_and_never_shown(studio: StudioPage, tmp_path: Path) -> None:
    # given a file that uses a secret
    given = '<camunda:inputParameter name="url">${secret("mail")}</camunda:inputParameter>'
    studio.open(write(tmp_path, MODEL.replace("ollama", "openai") + http("other", given)))
    studio.canvas.view.select(("work",))
    studio.settle()
    field = studio.form.row("apiKey").field
    assert isinstance(field, SecretField)
    # when a value itself is typed
    studio.form.type("apiKey", "sk-123456")
    # then it is covered
    assert field.editor().echoMode() is QLineEdit.EchoMode.Password
    # when the name is chosen
    menu = field.menu()
    action = menu.actions()[0]
    assert action.text() == "mail"
    action.trigger()
    assert studio.form.value("apiKey") == '${secret("mail")}'
    assert studio.form.note("apiKey") == "uses the secret mail"
    menu.deleteLater()


def test_a_changed_field_goes_back_to_its_default(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http()))
    studio.canvas.click_on("work")
    studio.form.fill("timeout", "PT5S")
    row = studio.form.row("timeout")
    assert row.reset.isVisible()
    studio.qtbot.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert studio.form.value("timeout") == "PT30S"
    assert not row.reset.isVisible()


def test_all_changed_fields_go_back_to_their_defaults_with_one_undo(studio: StudioPage, tmp_path: Path) -> None:
    # given two fields with other values than their defaults, one of them in a closed section, and one without a default
    studio.open(write(tmp_path, http()))
    studio.canvas.click_on("work")
    studio.form.fill("timeout", "PT5S")
    studio.form.fill("method", "DELETE")
    url = studio.form.value("url")
    studio.form.section("Reliability").head.click()
    button = studio.window.panes.inspector.form.reset_button
    assert button.isVisible()
    assert button.toolTip().startswith("3 ")  # the variable of the answer is not set in this file
    steps = len(studio.diagram.history.done)
    # when all are set back
    studio.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    # then they are, as one step, and what has no default stays
    assert (studio.form.value("timeout"), studio.form.value("method")) == ("PT30S", "GET")
    assert studio.form.value("url") == url
    assert len(studio.diagram.history.done) == steps + 1
    assert not button.isVisible()
    studio.diagram.undo()
    assert (studio.form.value("timeout"), studio.form.value("method")) == ("PT5S", "DELETE")


def test_a_choice_that_is_none_is_listed_only_where_it_stands(studio: StudioPage, tmp_path: Path) -> None:
    # given two requests, one with a method that nobody knows
    odd = '<camunda:inputParameter name="method">FROB</camunda:inputParameter>'
    studio.open(write(tmp_path, http(inputs=odd) + http("other")))
    studio.canvas.click_on("work")
    assert studio.form.value("method") == "FROB"
    # when the other is shown in the same form
    studio.canvas.view.select(("other",))
    # then it is not offered there
    combo = studio.form.row("method").field.editor()
    assert isinstance(combo, QComboBox)
    assert combo.findData("FROB") < 0
    # and it still stands where it stood
    studio.canvas.view.select(("work",))
    assert studio.form.value("method") == "FROB"


def test_fields_come_and_go_with_what_they_depend_on_and_keep_the_focus(studio: StudioPage, tmp_path: Path) -> None:
    # given a task that does not repeat
    studio.open(write(tmp_path, '<bpmn:manualTask id="work" name="Do it"/>'))
    studio.canvas.click_on("work")
    assert "collection" not in studio.form.parameters
    # when it does
    repeat = studio.form.row("repeat").field.editor()
    repeat.setFocus()
    studio.form.key(Qt.Key.Key_Down)
    # then the fields for it are there, and the choice has the focus still
    assert "collection" in studio.form.parameters
    assert studio.form.focused() is repeat


def test_f1_says_what_a_field_is_for(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http()))
    studio.canvas.click_on("work")
    studio.form.type("url", "x")
    assert not studio.form.row("url").help.isVisible()
    studio.form.key(Qt.Key.Key_F1)
    assert studio.form.row("url").help.isVisible()
    assert "address" in studio.form.row("url").help.text()


def test_a_closed_section_stays_closed_and_says_what_is_wrong_in_it(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, http(inputs='<camunda:inputParameter name="method">GET</camunda:inputParameter>')))
    studio.canvas.click_on("work")
    section = studio.form.section("Request")
    assert section.is_open
    # when it is closed with the keyboard
    section.head.setFocus()
    studio.form.key(Qt.Key.Key_Space)
    # then the missing address is counted, and another selection keeps it closed
    assert not section.is_open
    assert section.count.text() == "⚠ 1"
    studio.canvas.click_on("start")
    studio.canvas.click_on("work")
    assert not studio.form.section("Request").is_open


def test_several_blocks_of_a_kind_are_set_in_one_step(studio: StudioPage, tmp_path: Path) -> None:
    # given two requests that differ in their address only
    one = http(inputs='<camunda:inputParameter name="url">http://one</camunda:inputParameter>')
    two = http("other", '<camunda:inputParameter name="url">http://two</camunda:inputParameter>')
    studio.open(write(tmp_path, one + two))
    # when both are selected
    studio.canvas.view.select(("work", "other"))
    studio.settle()
    # then the form says so
    url = studio.form.row("url").field.editor()
    assert isinstance(url, QLineEdit)
    assert (url.text(), url.placeholderText()) == ("", "several values")
    # when the field is only walked through, nothing is written
    url.setFocus()
    studio.form.key(Qt.Key.Key_Tab)
    assert studio.titles() == ["small.bpmn"]
    # when a value is typed
    studio.form.fill("url", "http://both")
    # then both have it, and one undo takes it back
    assert [str(studio.diagram[key].extensions).count("http://both") for key in ("work", "other")] == [1, 1]
    studio.command("undo")
    assert "http://one" in str(studio.diagram["work"].extensions)
    assert "http://two" in str(studio.diagram["other"].extensions)


def test_blocks_of_several_kinds_are_set_in_one_step_in_what_they_share(studio: StudioPage, tmp_path: Path) -> None:
    # given a request and a task that differ in their name, and share their notes
    task = '<bpmn:task id="other" name="Other"/>'
    studio.open(write(tmp_path, http() + task))
    # when both are selected
    studio.canvas.view.select(("work", "other"))
    studio.settle()
    # then the form has what both have, and says where they differ
    assert set(studio.form.inspector.form.fields) >= {"name", "documentation"}
    assert "url" not in studio.form.inspector.form.fields
    name = studio.form.row("name").field.editor()
    assert isinstance(name, QLineEdit)
    assert (name.text(), name.placeholderText()) == ("", "several values")
    # when the field is only walked through, nothing is written
    name.setFocus()
    studio.form.key(Qt.Key.Key_Tab)
    assert studio.titles() == ["small.bpmn"]
    # when a name is typed
    before = [studio.diagram[key].name for key in ("work", "other")]
    studio.form.fill("name", "Both")
    # then both have it, and one undo takes it back
    assert [studio.diagram[key].name for key in ("work", "other")] == ["Both", "Both"]
    studio.command("undo")
    assert [studio.diagram[key].name for key in ("work", "other")] == before
    # and a note reaches both as well
    studio.form.fill("documentation", "For the year end")
    assert ["For the year end" in studio.diagram[key].documentation for key in ("work", "other")] == [True, True]


def test_another_block_of_the_kind_keeps_the_form_and_each_its_own_values(studio: StudioPage, tmp_path: Path) -> None:
    # given two requests
    two = http("other", '<camunda:inputParameter name="url">http://two</camunda:inputParameter>')
    studio.open(write(tmp_path, http() + two))
    studio.canvas.view.select(("work",))
    studio.settle()
    row = studio.form.row("url")
    # when an address is being typed and the other is selected meanwhile
    studio.form.type("url", "http://typed")
    studio.canvas.view.select(("other",))
    studio.settle()
    # then what was typed belongs to the first
    assert studio.form.row("url") is row
    assert studio.form.value("url") == "http://two"
    assert "http://typed" in str(studio.diagram["work"].extensions)
    assert "http://typed" not in str(studio.diagram["other"].extensions)


def test_a_form_shows_its_head_at_once_and_its_fields_in_the_next_turns(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, http(), START))
    form = studio.form.inspector.form
    # when
    form.show_element(studio.diagram, "work")
    (page,) = form.findChildren(Page)
    # then
    assert page.name_edit.text() == studio.diagram["work"].name
    assert not page.rows
    # when nobody asks for more
    studio.wait_for(lambda: page.is_built)
    # then all is there, and says what it is worth
    assert not page.rows["url"].isHidden()
    studio.wait_for(lambda: page.rows["url"].note.text() == '= "http://x/7"')


def test_a_form_that_is_being_made_is_not_hurried_by_what_there_is_to_say(studio: StudioPage, tmp_path: Path) -> None:
    # given a form of which only the head is there
    studio.open(write(tmp_path, http(), START))
    form = studio.form.inspector.form
    form.show_element(studio.diagram, "work")
    (page,) = form.findChildren(Page)
    # when its values are to be looked at, or a run says what its variables are
    form.look()
    form.set_variables({"amount": 8})
    # then nothing more is made for that, and what there is to say is said in the end
    assert not page.rows
    studio.wait_for(lambda: page.is_built and page.rows["url"].note.text() == '= "http://x/8"')


def test_a_form_that_is_being_made_follows_an_edit_without_being_hurried(studio: StudioPage, tmp_path: Path) -> None:
    # given a form of which only the head is there
    studio.open(write(tmp_path, http(), START))
    form = studio.form.inspector.form
    form.show_element(studio.diagram, "work")
    (page,) = form.findChildren(Page)
    # when the block gets another name
    rename(studio.diagram, "work", "Ask")
    # then the head says so, and the fields still come in the next turns, in sections that show
    assert page.name_edit.text() == "Ask"
    assert not page.rows
    studio.wait_for(lambda: page.is_built)
    assert not page.rows["url"].isHidden()
    assert not any(section.isHidden() for section in page.sections if section.isAncestorOf(page.rows["url"]))


def test_a_form_that_goes_before_it_is_whole_takes_its_rows_along(
    studio: StudioPage, library: Library, tmp_path: Path
) -> None:
    # given forms that are made step by step, and stop at another step each
    studio.open(write(tmp_path, http(), START))
    target = target_of(studio.diagram, ("work",), library)
    assert target is not None
    for steps in range(40):
        page = Page(target)
        for _ in range(steps):
            page.build(0)
        # when one goes
        shiboken6.delete(page)
        # then no row of it is left that would still hear of another theme
        found = [widget for widget in QApplication.allWidgets() if isinstance(widget, Row) and widget.parent() is None]
        assert not found


def test_coming_back_to_a_kind_of_block_shows_the_values_of_now(studio: StudioPage, tmp_path: Path) -> None:
    # given a request and another kind of block, of which both have been looked at
    studio.open(write(tmp_path, http(), START))
    studio.canvas.view.select(("work",))
    studio.form.fill("url", "http://first")
    studio.canvas.view.select(("start",))
    # when the request changes while the other is shown
    studio.diagram.undo()
    before = studio.diagram.revision
    studio.canvas.view.select(("work",))
    # then its form shows that, and looking has written nothing
    assert studio.form.value("url") == "http://x/${amount}"
    assert studio.diagram.revision == before


def test_the_focus_goes_down_the_form_in_the_order_that_is_seen(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, http(), START))
    studio.canvas.click_on("work")
    studio.form.inspector.form.name_edit.setFocus()
    # when Tab is pressed again and again
    seen: list[QWidget] = []
    for _ in range(60):
        studio.form.key(Qt.Key.Key_Escape if _is_code(studio.form.focused()) else Qt.Key.Key_Tab)
        if not studio.form.inspector.form.isAncestorOf(studio.form.focused()):
            break
        seen.append(studio.form.focused())
    # then every field that shows was visited, from the top
    wanted = [
        field.editor() for name, field in studio.form.inspector.form.fields.items() if studio.form.row(name).isVisible()
    ]
    assert [widget for widget in seen if widget in wanted] == wanted


def _is_code(widget: QWidget) -> bool:
    return type(widget).__name__ == "CodeEdit"


def test_every_field_has_a_name_and_a_label_that_leads_to_it(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http()))
    studio.canvas.click_on("work")
    for name, row in studio.form.inspector.form.rows.items():
        editor = row.field.editor()
        assert editor.accessibleName(), name
        labels = [label for label in row.findChildren(QLabel) if label.objectName() == "field-label"]
        assert all(label.buddy() is editor for label in labels), name


def test_a_variable_is_renamed_everywhere_after_a_look_at_it(studio: StudioPage, tmp_path: Path) -> None:
    # given a variable that a form sets, and a script and an expression read
    more = '<bpmn:sequenceFlow id="f3" sourceRef="work" targetRef="other"/>' + http("other")
    studio.open(write(tmp_path, script("total = amount * 2") + more, START))
    studio.canvas.view.select(("other",))
    studio.settle()
    # when F2 is pressed on it
    editor = studio.form.type("url", "${amount")
    studio.form.key(Qt.Key.Key_Escape)
    studio.qtbot.keyClick(editor, Qt.Key.Key_F2)
    dialog = studio.dialog("rename-variable")
    line = dialog.findChild(QLineEdit)
    assert line is not None
    studio.qtbot.keyClicks(line, "cost")
    # then every place is shown first
    assert ("total = amount * 2", "total = cost * 2") in dialog.places()  # type: ignore[attr-defined]
    studio.qtbot.keyClick(line, Qt.Key.Key_Return)
    # and all of them are changed in one step
    assert studio.form.value("url") == "${cost}"
    studio.command("undo")
    assert studio.form.value("url") == "${amount}"
