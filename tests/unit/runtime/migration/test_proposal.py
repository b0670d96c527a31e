"""The proposal: elements are recognised by id, by name, by place; what is not certain is left to a person."""

from __future__ import annotations

from collections.abc import Callable

from procos_studio.runtime.migration.elements import Elements
from procos_studio.runtime.migration.proposal import propose

Of = Callable[[str, str], Elements]
ENDS = '<startEvent id="s" /><endEvent id="e" />'


def user(key: str, name: str = "") -> str:
    return f'<userTask id="{key}" name="{name}" />'


def proposed(source: Elements, target: Elements) -> dict[str, str]:
    found = dict(propose(source, target, ("p:1", "p:2")).elements)
    return {here: there for here, there in found.items() if here not in ("s", "e")}


def test_the_same_id_goes_to_the_same_id(elements: Of) -> None:
    # given a task whose name changed, and another that has now its name
    before = elements(ENDS + user("a", "Check"), "s > a > e")
    after = elements(ENDS + user("a", "Review") + user("b", "Check"), "s > b > a > e")
    assert proposed(before, after) == {"a": "a"}


def test_an_id_that_means_another_kind_of_element_goes_nowhere(elements: Of) -> None:
    before = elements(ENDS + user("a"), "s > a > e")
    after = elements(ENDS + '<receiveTask id="a" messageRef="m" />', "s > a > e")
    assert proposed(before, after) == {}


def test_a_name_is_recognised_wherever_it_went(elements: Of) -> None:
    before = elements(ENDS + user("a", "Check order") + user("b", "Pay"), "s > a > b > e")
    after = elements(ENDS + user("x", "Pay") + user("y", "check  Order"), "s > x > y > e")
    assert proposed(before, after) == {"a": "y", "b": "x"}


def test_a_name_that_is_there_twice_says_nothing(elements: Of) -> None:
    before = elements(ENDS + user("a", "Check"), "s > a > e")
    fork = '<parallelGateway id="g" />'
    after = elements(ENDS + fork + user("x", "Check") + user("y", "Check"), "s > g > x > e; g > y > e")
    assert proposed(before, after) == {}


def test_a_renamed_task_is_recognised_by_its_place(elements: Of) -> None:
    # given everything renamed, one after the other
    before = elements(ENDS + user("a", "A") + user("b", "B") + user("c", "C"), "s > a > b > c > e")
    after = elements(ENDS + user("x", "X") + user("y", "Y") + user("z", "Z"), "s > x > y > z > e")
    # then each is found from what is found beside it
    assert proposed(before, after) == {"a": "x", "b": "y", "c": "z"}


def test_a_place_between_two_that_could_be_it_is_left_to_a_person(elements: Of) -> None:
    # given a chain that grew by a task, both under new names
    before = elements(ENDS + user("a", "A"), "s > a > e")
    after = elements(ENDS + user("x", "X") + user("y", "Y"), "s > x > y > e")
    # then its beginning counts
    assert proposed(before, after) == {"a": "x"}
    # but two branches that both begin there do not
    fork = elements(ENDS + user("x", "X") + user("y", "Y"), "s > x > e; s > y > e")
    assert proposed(before, fork) == {}


def test_what_is_inside_goes_with_its_sub_process(elements: Of) -> None:
    def sub(key: str, task: str) -> str:
        inside = f'<startEvent id="is" />{user(task)}<sequenceFlow id="if" sourceRef="is" targetRef="{task}" />'
        return f'<subProcess id="{key}">{inside}</subProcess>'

    before = elements(ENDS + sub("one", "a"), "s > one > e")
    after = elements(ENDS + sub("two", "b"), "s > two > e")
    assert proposed(before, after) == {"one": "two", "a": "b", "is": "is"}


def test_a_task_that_moved_into_a_sub_process_goes_nowhere(elements: Of) -> None:
    before = elements(ENDS + user("a"), "s > a > e")
    after = elements(ENDS + f'<subProcess id="sub">{user("a")}</subProcess>', "s > sub > e")
    assert proposed(before, after) == {}


def test_boundary_events_go_with_their_task(elements: Of) -> None:
    def timer(key: str, host: str) -> str:
        definition = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
        return f'<boundaryEvent id="{key}" attachedToRef="{host}">{definition}</boundaryEvent>'

    before = elements(ENDS + user("a", "A") + timer("late", "a"), "s > a > e; late > e")
    after = elements(ENDS + user("x", "X") + timer("soon", "x"), "s > x > e; soon > e")
    assert proposed(before, after) == {"a": "x", "late": "soon"}


def test_a_loop_is_another_kind(elements: Of) -> None:
    loop = "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>"
    before = elements(ENDS + user("a"), "s > a > e")
    after = elements(ENDS + f'<userTask id="a">{loop}</userTask>', "s > a > e")
    assert proposed(before, after) == {}
    assert str(after.kind("a")) == "parallel multi-instance user task"


def test_a_long_chain_of_strangers_takes_no_time_to_speak_of(elements: Of) -> None:
    # given two chains that have nothing in common but their length
    def chain(prefix: str) -> Elements:
        names = [f"{prefix}{number}" for number in range(300)]
        return elements(ENDS + "".join(map(user, names)), " > ".join(["s", *names, "e"]))

    found = proposed(chain("a"), chain("b"))
    assert found == {f"a{number}": f"b{number}" for number in range(300)}
