"""Commands: everything that a key or a menu can do on the canvas, each by a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF

from procos_studio.canvas import arranging, clipboard
from procos_studio.canvas.camera import STEP
from procos_studio.canvas.drops import landing
from procos_studio.canvas.peek import Peek
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.theme import GRID
from procos_studio.canvas.tools.connecting import Connecting
from procos_studio.canvas.tools.making_space import MakingSpace
from procos_studio.canvas.tools.marquee import Lasso
from procos_studio.canvas.tools.panning import Grasping
from procos_studio.canvas.tools.placing import Placing, place_block
from procos_studio.canvas.tools.renaming import Renaming
from procos_studio.canvas.tools.sourcing import Sourcing
from procos_studio.canvas.tools.tidying import Tidying, is_large
from procos_studio.canvas.tools.toolbox import Toolbox
from procos_studio.canvas.vacancy import vacancy
from procos_studio.canvas.walking import Heading, first_element, neighbour, next_element, stream
from procos_studio.edits.align import Edge
from procos_studio.edits.append import append
from procos_studio.edits.connect import connect
from procos_studio.edits.copy import copy
from procos_studio.edits.delete import delete
from procos_studio.edits.duplicate import duplicate
from procos_studio.edits.group import group
from procos_studio.edits.move import move
from procos_studio.edits.paste import paste
from procos_studio.edits.place import place
from procos_studio.edits.ungroup import ungroup
from procos_studio.layout import tidy
from procos_studio.library import BlockDefinition
from procos_studio.model.geometry import Point
from procos_studio.model.records import CONTAINERS, FlowNode

translate = QCoreApplication.translate

_BESIDE = 32.0
"""How far a duplicate stands from its original, in both directions."""
_NEXT = 90.0
"""How far right of a block one that is to be appended is asked for."""


class Commands:
    """Acts on the selection, at the pointer where a place is needed."""

    def __init__(self, surface: Surface, tools: Toolbox, peek: Peek, pointer: Callable[[], QPointF | None]) -> None:
        self.surface = self._surface = surface
        self._tools, self._peek, self._pointer = tools, peek, pointer
        self._beside: QPointF | None = None
        self._pasted: tuple[QPointF, tuple[str, ...]] = (QPointF(), ())
        self._copies_there = 0

    def run(self, name: str) -> None:
        """Run the command of a name; nothing happens while no diagram is shown."""
        if self._surface.is_open:
            COMMANDS[name](self)

    def _place(self) -> QPointF:
        """The point under the pointer, or in the middle of what shows."""
        at = self._pointer()
        return at if at is not None else self._surface.camera.visible.center()

    # blocks -------------------------------------------------------------------------------------------------------

    def start_placing(self, block: BlockDefinition) -> None:
        """Let a block follow the pointer until a click places it."""
        self._tools.begin(Placing(self._surface, block))

    def insert_block(self, block: BlockDefinition, at: QPointF) -> str:
        """Place a block at a point, connected where a wire or `append` asked for it; its id, `""` if refused."""
        surface, source, towards = self._surface, self._surface.insert_source, self._surface.insert_towards
        self._tools.cancel()
        surface.insert_source, surface.insert_towards = "", None
        if source not in surface.diagram:
            made = place_block(surface, landing(surface, block, at), at)
        else:
            put = self._appended if at == self._beside else self._placed_after
            made = surface.attempt(lambda: put(block, at, source, towards)) or ""
        self._tools.name_new(made)
        return made

    def _appended(self, block: BlockDefinition, at: QPointF, source: str, towards: Point | None) -> str:
        """A block at the nearest free place; what is no step has none, and gets it where it was asked for."""
        surface = self._surface
        if surface.diagram.find(source, FlowNode) is None:
            return self._placed_after(block, at, source, towards)
        made = append(surface.diagram, source, block)
        surface.select((made,))
        return made

    def _placed_after(self, block: BlockDefinition, at: QPointF, source: str, towards: Point | None) -> str:
        surface, diagram = self._surface, self._surface.diagram
        with diagram.edit(f"Append {block.name}"):
            made = place(diagram, block, surface.plane, Point(at.x(), at.y()))
            connect(diagram, source, made, towards=(towards, None))
        surface.select((made,))
        return made

    def insert(self) -> None:
        """Ask for a block at the pointer; where that is elsewhere, beside the selected block or in the middle."""
        at = self._pointer()
        self._surface.ask_for_block(at if at is not None else vacancy(self._surface))

    def append(self) -> None:
        """Ask for a block right of the selected one, to be connected from it."""
        key = self._only()
        if key:
            box = self._surface.scene.bounds_of(key)
            self._beside = QPointF(box.right + _NEXT, box.center.y)
            self._surface.ask_for_block(self._beside, key)

    def connect(self) -> None:
        """Draw a wire from the selected element to the next click; where nothing is selected, from the next click."""
        key = self._only() if self._surface.selection else ""
        if key:
            self._tools.begin(Connecting(self._surface, key))
        elif not self._surface.selection:
            self._tools.begin(Sourcing(self._surface))

    def connect_selected(self) -> None:
        """Connect the selected elements, in the order in which they were selected."""
        keys = [key for key in self._surface.selection if self._surface.scene.shape_look(key)]
        if len(keys) < 2:
            self._surface.hint.emit(translate("Canvas", "Select two blocks or more, in the order of the flow."))
            return
        self._surface.attempt(partial(self._chain, keys))

    def _chain(self, keys: list[str]) -> None:
        with self._surface.diagram.edit("Connect"):
            for source, target in pairwise(keys):
                connect(self._surface.diagram, source, target)

    def make_space(self) -> None:
        """Push what lies right of the pointer or below it away, by a drag or by arrow keys."""
        self._tools.begin(MakingSpace(self._surface, self._place()))

    def tidy(self) -> None:
        """Lay out the selected blocks where several are, else all of the plane; on a thread where that takes long."""
        surface, keys = self._surface, arranging.to_tidy(self._surface)
        if is_large(surface):
            self._tools.begin(Tidying(surface, keys))
        else:
            surface.attempt(lambda: tidy(surface.diagram, surface.plane, keys))

    def replace(self) -> None:
        """Ask for a block to stand in place of the selected one."""
        key = self._only()
        if key:
            self._surface.replace_requested.emit(key)

    def rename(self) -> None:
        """Let the name of the selected element be typed."""
        tool = Renaming.of(self._surface, self._only())
        if tool is not None:
            self._tools.begin(tool)

    def open(self) -> None:
        """Go into the selected subsystem, or open the form of the selected block."""
        key = self._only()
        shape = self._surface.scene.shape_of(key)
        if shape is not None and shape.look.kind in CONTAINERS and not shape.look.expanded:
            self._surface.open_requested.emit(key)
        elif key:
            self._surface.edit_requested.emit(key)

    def peek(self) -> None:
        """Show what is inside the selected subsystem, or no longer."""
        self._peek.toggle(self._only())

    def open_inside(self) -> None:
        """Go into the selected element."""
        key = self._only()
        if key:
            self._surface.open_requested.emit(key)

    def to_parent(self) -> None:
        """Ask to go out of the subsystem that is shown."""
        self._surface.parent_requested.emit()

    def group(self) -> None:
        """Make a subsystem of the selection."""
        made = self._surface.attempt(lambda: group(self._surface.diagram, self._surface.selection))
        if made:
            self._surface.select((made,))

    def ungroup(self) -> None:
        """Put the inside of the selected subsystem in its place."""
        key = self._only()
        made = self._surface.attempt(lambda: ungroup(self._surface.diagram, key)) if key else None
        if made:
            self._surface.select(made)

    # editing ------------------------------------------------------------------------------------------------------

    def delete(self, heal: bool = False) -> None:
        """Delete what is selected; with `heal`, what led to it leads on to what followed."""
        keys = self._surface.selection
        if keys:
            self._surface.attempt(lambda: delete(self._surface.diagram, keys, heal=heal))

    def copy(self) -> bool:
        """Put a copy of what is selected on the clipboard; False where there is none."""
        surface, keys = self._surface, self._surface.selection
        return bool(keys) and bool(surface.attempt(lambda: clipboard.put(copy(surface.diagram, keys))))

    def cut(self) -> None:
        """Put a copy of what is selected on the clipboard, and delete it."""
        if self.copy():
            self.delete()

    def paste(self) -> None:
        """Put the copy with its middle at the pointer, and select it; beside what was just pasted there."""
        surface, at = self._surface, self._place()
        there, before = self._pasted
        covers = at == there and any(key in surface.diagram for key in before)
        self._copies_there = self._copies_there + 1 if covers else 0
        place = Point(at.x(), at.y()).moved(self._copies_there * _BESIDE, self._copies_there * _BESIDE)
        made = surface.attempt(lambda: paste(surface.diagram, clipboard.take(), surface.plane, place))
        if made:
            self._pasted = (at, made)
            surface.select(made)

    def duplicate(self) -> None:
        """Put a copy of what is selected beside it, and select that."""
        keys = self._surface.selection
        made = self._surface.attempt(lambda: duplicate(self._surface.diagram, keys, _BESIDE, _BESIDE)) if keys else None
        if made:
            self._surface.select(made)

    def nudge(self, heading: Heading, steps: int = 1) -> None:
        """Move what is selected by grid steps; a lane changes places with the next one."""
        keys, (x, y) = self._surface.selection, heading.value
        if keys and not arranging.nudge_lane(self._surface, x, y):
            self._surface.attempt(lambda: move(self._surface.diagram, keys, x * steps * GRID, y * steps * GRID))

    def undo(self) -> None:
        """Take the last edit back."""
        self._surface.diagram.undo()

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._surface.diagram.redo()

    # selecting and looking ----------------------------------------------------------------------------------------

    def select_all(self) -> None:
        """Select every element of the plane."""
        self._surface.select(self._surface.scene.elements())

    def walk(self, heading: Heading) -> None:
        """Select the next element that way, and bring it into sight."""
        surface = self._surface
        current = surface.selection[-1] if surface.selection else ""
        found = next_element(surface.diagram, surface.scene, current, heading)
        if found:
            surface.select((found,))
            surface.camera.reveal(surface.scene.extent((found,)))

    def extend(self, heading: Heading) -> None:
        """Select the nearest block that way, too."""
        surface = self._surface
        current = surface.selection[-1] if surface.selection else ""
        found = neighbour(surface.scene, current, heading) if current else first_element(surface.scene)
        if found:
            surface.select((*(key for key in surface.selection if key != found), found))
            surface.camera.reveal(surface.scene.extent((found,)))

    def select_stream(self, down: bool) -> None:
        """Select all that follows the selection, or all that leads to it."""
        self._surface.select(stream(self._surface.diagram, self._surface.selection, down=down))

    def hand(self) -> None:
        """Let every drag pan, until Esc."""
        self._tools.begin(Grasping(self._surface))

    def lasso(self) -> None:
        """Let the next drag select, wherever it begins."""
        self._tools.begin(Lasso(self._surface))

    def pan(self, heading: Heading) -> None:
        """Show more of what lies that way, by a quarter of what shows."""
        size, (x, y) = self._surface.view.viewport().size(), heading.value
        self._surface.camera.pan(-x * size.width() // 4, -y * size.height() // 4)

    def zoom(self, factor: float) -> None:
        """Zoom around the middle."""
        self._surface.camera.zoom_by(factor)

    def reset_zoom(self) -> None:
        """100 %."""
        self._surface.camera.zoom_to(1.0)

    def fit(self) -> None:
        """Show the whole plane, at most at 100 %."""
        self._surface.camera.fit(self._surface.scene.drawn_rect())

    def fit_selection(self) -> None:
        """Show the selection as large as fits; the whole plane where nothing is selected."""
        area = self._surface.scene.extent(self._surface.selection)
        if area.isEmpty():
            self.fit()
        else:
            self._surface.camera.fit(area, nearest=2.0)

    def _only(self) -> str:
        return arranging.only_selected(self._surface)


_FAR = 10

Command = Callable[[Commands], object]


def _on_surface(work: Callable[[Surface], object]) -> Command:
    return lambda commands: work(commands.surface)


COMMANDS: Mapping[str, Command] = {
    "insert": Commands.insert,
    "append": Commands.append,
    "connect": Commands.connect,
    "connect_selected": Commands.connect_selected,
    "replace": Commands.replace,
    "rename": Commands.rename,
    "open": Commands.open,
    "open_inside": Commands.open_inside,
    "to_parent": Commands.to_parent,
    "peek": Commands.peek,
    "delete": Commands.delete,
    "delete_and_heal": partial(Commands.delete, heal=True),
    "cut": Commands.cut,
    "copy": Commands.copy,
    "paste": Commands.paste,
    "duplicate": Commands.duplicate,
    "group": Commands.group,
    "ungroup": Commands.ungroup,
    "comment_out": _on_surface(arranging.comment_out_selection),
    "make_space": Commands.make_space,
    "tidy": Commands.tidy,
    **{f"align_{edge}": _on_surface(partial(arranging.align_selection, edge=edge)) for edge in Edge},
    "distribute_across": _on_surface(partial(arranging.distribute_selection, horizontally=True)),
    "distribute_down": _on_surface(partial(arranging.distribute_selection, horizontally=False)),
    "add_lane": _on_surface(arranging.add_lane_beside),
    "add_lane_before": _on_surface(partial(arranging.add_lane_beside, before=True)),
    "split_lane": _on_surface(arranging.split_selected_lane),
    "undo": Commands.undo,
    "redo": Commands.redo,
    "select_all": Commands.select_all,
    **{f"walk_{way.name.lower()}": partial(Commands.walk, heading=way) for way in Heading},
    "extend_up": partial(Commands.extend, heading=Heading.UP),
    "extend_down": partial(Commands.extend, heading=Heading.DOWN),
    "select_upstream": partial(Commands.select_stream, down=False),
    "select_downstream": partial(Commands.select_stream, down=True),
    **{f"nudge_{way.name.lower()}": partial(Commands.nudge, heading=way) for way in Heading},
    **{f"push_{way.name.lower()}": partial(Commands.nudge, heading=way, steps=_FAR) for way in Heading},
    "hand": Commands.hand,
    "lasso": Commands.lasso,
    **{f"pan_{way.name.lower()}": partial(Commands.pan, heading=way) for way in Heading},
    "zoom_in": partial(Commands.zoom, factor=STEP),
    "zoom_out": partial(Commands.zoom, factor=1 / STEP),
    "reset_zoom": Commands.reset_zoom,
    "fit": Commands.fit,
    "fit_selection": Commands.fit_selection,
}
"""The commands by the names that `keys.BINDINGS` uses."""
