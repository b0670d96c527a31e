"""Runs: started with what they need, watched, paused, stopped, looked back at, and gone without a trace."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPointF, Qt

from procos_studio.app.asking import StartDialog
from procos_studio.app.document import Document
from procos_studio.app.runs import Run
from procos_studio.canvas.marks import NONE, State
from tests.gui.app.processes import PERSON, QUICK, SLOW, form, script, write
from tests.gui.pages.studio import StudioPage, button, line

ASKED = form('<camunda:formField id="name" label="Your name" type="string" defaultValue="Ada"/>')


def test_a_start_form_is_asked_with_its_defaults_and_remembers_the_last_answers(
    studio: StudioPage, tmp_path: Path
) -> None:
    # given a process with a start form
    studio.open(write(tmp_path, script("greeting = 'Hello ' + name"), ASKED))
    # when it is run
    studio.run()
    dialog = studio.dialog("start-dialog")
    assert isinstance(dialog, StartDialog)
    # then the default is there; another answer is taken
    edit = line(dialog, "Your name")
    assert edit.text() == "Ada"
    edit.selectAll()
    studio.qtbot.keyClicks(edit, "Grace")
    studio.qtbot.mouseClick(dialog.run_button, Qt.MouseButton.LeftButton)
    studio.wait_for(lambda: studio.session.run is not None and not studio.session.is_running)
    studio.wait_for(lambda: studio.variables().get("greeting") == "Hello Grace")
    # and offered at the next start
    studio.run()
    assert line(studio.dialog("start-dialog"), "Your name").text() == "Grace"
    studio.dialog("start-dialog").reject()
    # and when the file is opened another time
    path = studio.session.document.path
    assert path is not None
    studio.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    studio.settle()
    studio.open(path)
    studio.run()
    assert line(studio.dialog("start-dialog"), "Your name").text() == "Grace"
    studio.dialog("start-dialog").reject()


def test_an_unset_variable_is_asked_for(studio: StudioPage, tmp_path: Path) -> None:
    work = """<bpmn:userTask id="work" camunda:assignee="${boss}"/>"""
    studio.open(write(tmp_path, work))
    studio.run()
    assert line(studio.dialog("start-dialog"), "boss").text() == ""
    studio.dialog("start-dialog").reject()


def test_a_user_task_waits_for_its_form(studio: StudioPage, tmp_path: Path) -> None:
    # given a run that waits for a person
    studio.open(write(tmp_path, PERSON))
    studio.run()
    studio.wait_for(lambda: bool(studio.window.panes.waiting.cards))
    assert studio.canvas.mark("work").state is State.WAITING
    assert "waits for you" in studio.window.status.run.text()
    # when the form is filled in wrongly, it says so
    waiting = studio.window.panes.waiting
    amount = line(waiting, "Amount")
    assert amount.text() == "5"
    amount.selectAll()
    studio.qtbot.keyClicks(amount, "many")
    studio.qtbot.mouseClick(button(waiting, "Complete"), Qt.MouseButton.LeftButton)
    assert studio.session.is_running
    # when it is right, the run goes on
    amount.selectAll()
    studio.qtbot.keyClicks(amount, "7")
    studio.qtbot.mouseClick(button(waiting, "Complete"), Qt.MouseButton.LeftButton)
    studio.wait_for(lambda: not studio.session.is_running)
    studio.wait_for(lambda: studio.variables() == {"approved": "false", "amount": "7"})
    assert not waiting.isVisible()


def test_an_incident_shows_why_and_can_be_tried_again(studio: StudioPage, tmp_path: Path) -> None:
    # given work that fails
    studio.open(write(tmp_path, script("raise ValueError('no luck')")))
    studio.run()
    waiting = studio.window.panes.waiting
    studio.wait_for(lambda: bool(waiting.cards))
    # then the block and a card say so
    assert studio.canvas.mark("work").state is State.FAILED
    assert "no luck" in studio.canvas.mark("work").note
    # when it is tried again it runs, and fails again
    before = studio.session.run.history.position  # type: ignore[union-attr]
    studio.qtbot.mouseClick(button(waiting, "Try again"), Qt.MouseButton.LeftButton)
    studio.wait_for(lambda: studio.session.run.history.position > before + 3)  # type: ignore[union-attr]
    studio.wait_for(lambda: bool(waiting.cards))
    studio.command("stop")
    studio.wait_for(lambda: not studio.session.is_running)


def test_a_message_that_is_waited_for_can_be_sent(studio: StudioPage, tmp_path: Path) -> None:
    # given a run that waits for a message
    work = '<bpmn:receiveTask id="work" name="Wait" messageRef="m"/>'
    studio.open(write(tmp_path, work, after='<bpmn:message id="m" name="payment"/>'))
    studio.run()
    waiting = studio.window.panes.waiting
    studio.wait_for(lambda: bool(waiting.cards))
    # when it is sent with a variable
    studio.qtbot.keyClicks(line(waiting, "Its variables"), '{"amount": 5}')
    studio.qtbot.mouseClick(button(waiting, "Send it"), Qt.MouseButton.LeftButton)
    # then the run goes on with it
    studio.wait_for(lambda: not studio.session.is_running)
    studio.wait_for(lambda: studio.variables() == {"amount": "5"})


def test_stop_ends_a_run_and_the_window_says_so(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, SLOW))
    studio.run()
    studio.wait_for(lambda: studio.canvas.mark("work").state is State.ACTIVE)
    studio.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    studio.wait_for(lambda: not studio.session.is_running)
    assert "stopped" in studio.window.status.run.text()


def test_a_run_is_under_way_until_its_end_is_told(qapp: QCoreApplication, tmp_path: Path) -> None:
    # given a run that waits; an edit after it would forget it
    document = Document.open(write(tmp_path, PERSON))

    async def stopped() -> tuple[str, ...]:
        run = Run(document)
        told: list[str] = []
        run.ended.connect(lambda: told.append("ended"))
        run.start("p", {})
        run.stop()
        while run.is_running:
            await asyncio.sleep(0)
        return tuple(told)

    # when it is stopped, then whoever sees that it is over knows that it has told so
    assert asyncio.run(stopped()) == ("ended",)


def test_a_paused_run_goes_on_with_f5(studio: StudioPage, tmp_path: Path) -> None:
    # given a script that goes on until it may end
    may_end = tmp_path / "may_end"
    waiting = f"import os, time\nwhile not os.path.exists({str(may_end)!r}):\n    time.sleep(0.01)\nanswer = 1"
    studio.open(write(tmp_path, script(waiting)))
    studio.run()
    studio.wait_for(lambda: studio.canvas.mark("work").state is State.ACTIVE)
    studio.command("pause")
    assert "paused" in studio.window.status.run.text()
    may_end.touch()
    studio.qtbot.wait(600)
    assert studio.session.is_running
    studio.run()
    studio.wait_for(lambda: not studio.session.is_running)
    assert "completed" in studio.window.status.run.text()


def test_the_scrubber_shows_an_earlier_moment_and_the_end_again(studio: StudioPage, tmp_path: Path) -> None:
    # given a finished run
    studio.open(write(tmp_path, QUICK))
    studio.run_to_end()
    assert studio.canvas.mark("end").state is State.DONE
    # when the scrubber goes to the beginning
    scrubber = studio.window.panes.timeline.scrubber
    scrubber.setValue(1)
    # then the end is not reached yet
    assert studio.canvas.mark("end") == NONE
    # and at its end everything is as it was
    scrubber.setValue(scrubber.maximum())
    assert studio.canvas.mark("end").state is State.DONE
    # and single steps work by key
    studio.command("earlier")
    assert studio.session.watch.position == studio.session.run.history.position - 1  # type: ignore[union-attr]
    studio.command("later")
    assert studio.session.watch.position is None


def test_a_finished_run_stays_until_the_next_edit(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.run_to_end()
    assert studio.canvas.mark("work").state is State.DONE
    studio.canvas.click_on("work")
    studio.form.rename("Other")
    assert studio.canvas.mark("work").state is State.IDLE
    assert studio.session.run is None


def test_an_edit_marks_a_run_that_goes_on_as_stale(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, SLOW))
    studio.run()
    studio.wait_for(lambda: studio.canvas.mark("work").state is State.ACTIVE)
    studio.canvas.click_on("work")
    studio.form.rename("Other")
    studio.wait_for(lambda: "earlier revision" in studio.window.status.run.text())
    assert studio.session.is_running


def test_a_process_that_cannot_run_says_why(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, '<bpmn:complexGateway id="work"/>'))
    studio.run()
    if studio.session.run is None:
        studio.dialog("told").close()
    else:
        studio.wait_for(lambda: not studio.session.is_running)


def test_the_window_closes_cleanly_while_a_run_is_under_way(studio: StudioPage, tmp_path: Path) -> None:
    # given a run in the middle of a long script
    studio.open(write(tmp_path, SLOW))
    studio.run()
    studio.wait_for(lambda: studio.canvas.mark("work").state is State.ACTIVE)
    # when the window is closed
    studio.close_at_once()
    # then it is gone; the loop's fixture sees that no task and no thread is left
    assert not studio.window.isVisible()


def test_a_tab_closes_cleanly_while_its_run_is_under_way(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, SLOW))
    studio.run()
    studio.wait_for(lambda: studio.canvas.mark("work").state is State.ACTIVE)
    studio.command("close")
    studio.wait_for(lambda: studio.titles() == [])
    studio.new()
    studio.insert("start", studio.session.tab.view.visible_rect().center() + QPointF(0, 40))
