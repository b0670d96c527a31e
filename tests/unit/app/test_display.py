"""Without a screen there is a sentence, not an abort."""

from __future__ import annotations

from procos_studio.app.display import missing_display


def test_no_display_at_all_is_told_with_a_remedy() -> None:
    assert "procos" in missing_display({}, "linux")


def test_a_display_that_does_not_answer_is_told() -> None:
    assert "display :9753 does not answer" in missing_display({"DISPLAY": ":9753"}, "linux")


def test_a_chosen_platform_wayland_a_remote_display_and_other_systems_are_left_to_qt() -> None:
    assert not missing_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert not missing_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert not missing_display({"DISPLAY": "host:10.0"}, "linux")
    assert not missing_display({}, "darwin")
