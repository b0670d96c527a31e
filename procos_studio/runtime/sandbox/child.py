"""The child's side of the low sandbox: reads one script, runs it under limits, answers with one JSON message.

Started as a file by `python -I -S`, so it may import nothing but the standard library. A message is four bytes of
length (big endian) and UTF-8 JSON. The answer leaves on the descriptor that was standard output at the start; what the
script prints goes to standard error, where the parent collects it.
"""

from __future__ import annotations

import ast
import ctypes
import json
import os
import sys
import traceback
from types import CodeType, FunctionType, ModuleType
from typing import Any, BinaryIO

if sys.platform != "win32":
    import resource

LARGEST = 1_000_000
SCRIPT = "<script>"
_SET_NO_NEW_PRIVS, _SET_DEATH_SIGNAL, _KILL = 38, 1, 9


class BpmnError(Exception):
    """What a script raises to throw a BPMN error: `raise BpmnError("CODE", "message")`."""

    def __init__(self, code: object, message: object = "") -> None:
        super().__init__(str(message or code))
        self.code, self.message = str(code), str(message)


class NotAVariable(Exception):
    """A value of the script is none that a process variable can hold."""


def limit(memory: int, cpu_seconds: int) -> None:
    """Lower this process's own limits: address space in bytes, processor time in seconds."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        libc.prctl(_SET_DEATH_SIGNAL, _KILL, 0, 0, 0)
    if sys.platform != "win32":
        for kind, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, cpu_seconds),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 10_000_000),
            (resource.RLIMIT_NOFILE, 64),
        ):
            hard = resource.getrlimit(kind)[1]
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (allowed, allowed))


def receive(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message, or None where the parent has closed the pipe."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    message: dict[str, Any] = json.loads(stream.read(int.from_bytes(head, "big")))
    return message


def send(descriptor: int, message: dict[str, Any]) -> None:
    """Write one message."""
    body = json.dumps(message, allow_nan=False).encode()
    rest = memoryview(len(body).to_bytes(4, "big") + body)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def as_text(name: str, value: object) -> str:
    """`value` as JSON text; raises NotAVariable naming `name` and the kind of what is wrong."""
    try:
        text = json.dumps(value, allow_nan=False, ensure_ascii=False)
        size = len(text.encode())
        check_keys(value)
    except (TypeError, ValueError, RecursionError) as exc:
        raise NotAVariable(f"The variable {name!r} ({type(value).__name__}) is no JSON value: {reason(exc)}.") from exc
    if size > LARGEST:
        raise NotAVariable(f"The variable {name!r} is larger than 1 MB.")
    return text


def reason(exc: Exception) -> str:
    """In words for a person what JSON does not take."""
    if isinstance(exc, RecursionError):
        return "it is nested too deeply"
    if isinstance(exc, UnicodeEncodeError):
        return "its text holds half a character (a lone surrogate)"
    if "Out of range float" in str(exc):
        return "it holds NaN or an infinity"
    return str(exc)


def check_keys(value: object) -> None:
    """Raises TypeError where a map has a key that is no text (JSON would change it in silence)."""
    rest = [value]
    while rest:
        item = rest.pop()
        if isinstance(item, dict):
            for key in item:
                if not isinstance(key, str):
                    raise TypeError(f"the key {key!r} of a map is no text")
            rest.extend(item.values())
        elif isinstance(item, list | tuple):
            rest.extend(item)


def changed(scope: dict[str, Any], before: dict[str, str]) -> dict[str, Any]:
    """The names that the script assigned or whose value it changed, without its imports, functions and classes."""
    found = {}
    for name, value in scope.items():
        if name.startswith("_") or isinstance(value, ModuleType | FunctionType | type):
            continue
        text = as_text(name, value)
        if before.get(name) != text:
            found[name] = json.loads(text)
    return found


def compiled(code: str) -> tuple[CodeType, CodeType | None]:
    """The script, and its last line apart where that is an expression (its value is the script's result)."""
    tree = ast.parse(code, SCRIPT)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr):
        return compile(tree, SCRIPT, "exec"), None
    tree.body.pop()
    return compile(tree, SCRIPT, "exec"), compile(ast.Expression(last.value), SCRIPT, "eval")


def line_of(exc: BaseException) -> int | None:
    """The last line of the script (1-based) that the exception passed."""
    lines = [frame.lineno for frame in traceback.extract_tb(exc.__traceback__) if frame.filename == SCRIPT]
    return lines[-1] if lines else None


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Run the script of `request` and say how it went."""
    before = {name: as_text(name, value) for name, value in request["variables"].items()}
    scope: dict[str, Any] = {"__name__": "__main__", "BpmnError": BpmnError, **request["variables"]}
    try:
        body, last = compiled(request["code"])
        exec(body, scope)
        result = eval(last, scope) if last is not None else None
        del scope["BpmnError"]
        return {"variables": changed(scope, before), "result": result_of(result)}
    except BpmnError as exc:
        return {"bpmn_error": exc.code[:1000], "message": exc.message[:10_000], "line": line_of(exc)}
    except SyntaxError as exc:
        return {"error": "SyntaxError", "message": str(exc.msg), "line": exc.lineno}
    except NotAVariable as exc:
        return {"error": "NotAVariable", "message": str(exc), "line": None}
    except MemoryError as exc:
        return {"error": "MemoryError", "message": "it asked for more memory than it may have", "line": line_of(exc)}
    except SystemExit as exc:
        return {"error": "SystemExit", "message": "it called exit; end a script by its last line", "line": line_of(exc)}
    except BaseException as exc:
        return {"error": type(exc).__name__[:200], "message": str(exc)[:10_000], "line": line_of(exc)}


def result_of(value: object) -> object:
    """The value of the last line where a variable can hold it, else None: nobody asked for it yet."""
    try:
        return json.loads(as_text("result", value))
    except NotAVariable:
        return None


def main() -> None:
    """Serve one request and end."""
    out = os.dup(1)
    os.dup2(2, 1)
    request = receive(sys.stdin.buffer)
    if request is None:
        return
    limit(int(request["memory"]), int(request["cpu_seconds"]))
    reply = answer(request)
    sys.stdout.flush()
    try:
        send(out, reply)
    except (ValueError, UnicodeEncodeError):
        send(out, {"error": "ValueError", "message": "its message is no text", "line": reply.get("line")})


if __name__ == "__main__":
    main()
