"""The walls of the house (``docs/architecture.md``), each a test named as a sentence.

A wall may name a room that is not built yet; a room that the drawing does not name is a broken wall.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter

import pytest

import checkin
from tests.source_tree import PACKAGE, ROOT, Module, floors, modules, runs_on, tracked_files

HOUSE = modules()
KNOWN = frozenset(module.name for module in HOUSE)
FLOORS = floors()

LIBRARIES = {
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
    "pyqtgraph": ("ui",),
    "sqlalchemy": ("store",),
    "alembic": ("store",),
    "sqlcipher3": ("store",),
    "sqlite3": ("store",),
    "psycopg": ("store",),
    "reportlab": ("badges", "paper"),
    "uharfbuzz": ("paper",),
    "qrcode": ("paper.qr",),
    "PIL": ("paper.logo",),
}
"""The only places that may import a library, below the package."""

LATE = {("checkin.cli", "checkin.ui"), ("checkin.__main__", "checkin.ui")}
"""Who may import what inside a function: the command line works on a machine without Qt's system libraries."""

COMMAND_LINE = {
    "cli", "calling", "console", "seating_verbs", "mending_verbs", "room_verbs", "paper_verbs", "seating_console",
    "__main__",
}  # fmt: skip

CLOCKS_AND_LUCK = ("time", "random", "secrets", "uuid", "os", "socket", "subprocess", "threading", "numpy.random")
ASKING = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "open", "input", "print")
FILES_OF_WORDS = {"words", "resources"}
"""On the lowest floor, but made to read the shipped catalogues."""

IN_PLACE = re.compile("add|append|clear|discard|extend|insert|pop|popitem|remove|setdefault|update")
"""Methods that change a list, a set or a dict where it is."""

NAMELESS = {"base", "common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
MAX_LINES, MAX_FUNCTION, LINES_PER_BROAD_EXCEPT = 400, 60, 2000


def _in(module: Module, places: tuple[str, ...]) -> bool:
    inside = module.name.removeprefix(f"{PACKAGE}.")
    return any(inside == place or inside.startswith(f"{place}.") for place in places)


def _floor(module: Module) -> int:
    return FLOORS.get(module.room, 5)


def _says(broken: Iterator[str]) -> str:
    return "\n".join(sorted(set(broken)))


def test_every_room_has_a_floor_in_the_drawing() -> None:
    rooms = {module.room for module in HOUSE} - {PACKAGE, "__main__"}
    assert rooms <= FLOORS.keys(), f"not in docs/architecture.md: {sorted(rooms - FLOORS.keys())}"


def test_the_map_in_the_package_agrees_with_the_drawing() -> None:
    lines = re.findall(r"^([1-5])\. (.*)$", checkin.__doc__ or "", re.MULTILINE)
    told = {room: int(floor) for floor, line in lines for room in re.findall(r"``([a-z_]+)(?:\.py|/)``", line)}
    assert told
    assert {room: FLOORS.get(room) for room in told} == told


def test_imports_run_downwards_only() -> None:
    broken = (
        f"{module.place}: floor {_floor(module)} imports {name}"
        for module in HOUSE if module.room != PACKAGE
        for name in runs_on(module, KNOWN) if "." in name and FLOORS.get(name.split(".")[1], 5) > _floor(module)
    )  # fmt: skip
    assert not _says(broken)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_stays_behind_its_wall(library: str) -> None:
    broken = (
        f"{module.place}:{entry.line} imports {entry.target}"
        for module in HOUSE if not _in(module, LIBRARIES[library])
        for entry in module.imports if entry.is_of(library)
    )  # fmt: skip
    assert not _says(broken)


@pytest.mark.parametrize(
    ("face", "hidden"),
    [("ui", "store"), ("cli", "store"), ("console", "store"), ("ui", "cli"), ("ui", "console"), ("desk", "ui")],
)
def test_a_face_knows_the_desk_and_not_what_is_behind_it(face: str, hidden: str) -> None:
    broken = (
        f"{module.place}:{entry.line} imports {entry.target}"
        for module in HOUSE if module.room == face
        for entry in module.imports if entry.is_of(f"{PACKAGE}.{hidden}")
    )  # fmt: skip
    assert not _says(broken)


def test_only_the_desk_opens_the_store() -> None:
    broken = (
        f"{module.place}:{entry.line} imports {entry.target}"
        for module in HOUSE if module.room not in {"desk", "store"}
        for entry in module.imports if entry.is_of(f"{PACKAGE}.store")
    )  # fmt: skip
    assert not _says(broken)


def test_what_rules_and_desk_hand_over_is_frozen() -> None:
    broken = (
        f"{module.place}:{node.lineno} {node.name}"
        for module in HOUSE if _floor(module) in {1, 2, 4} and module.room != "errors"
        for node in module.classes()
        if not node.name.startswith("_")
        and any(ast.unparse(decorator).startswith("dataclass") for decorator in node.decorator_list)
        and not _is_a_value(node)
    )  # fmt: skip
    assert not _says(broken)


def test_the_command_line_works_on_a_machine_that_cannot_open_a_window() -> None:
    broken = (
        f"{module.place}:{entry.line} imports {entry.target} at once"
        for module in HOUSE if module.room in COMMAND_LINE - {"__main__"}
        for entry in module.imports if entry.is_of(f"{PACKAGE}.ui") and not entry.late
    )  # fmt: skip
    assert not _says(broken)


def test_no_import_runs_in_a_circle() -> None:
    needs = {module.name: set(runs_on(module, KNOWN)) for module in HOUSE}
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


def test_no_import_waits_inside_a_function() -> None:
    broken = (
        f"{module.place}:{entry.line} imports {entry.target} late"
        for module in HOUSE
        for entry in module.imports
        if entry.late and not any(module.name == who and entry.is_of(what) for who, what in LATE)
    )
    assert not _says(broken)


def test_rules_take_clock_and_luck_as_arguments() -> None:
    rules = [module for module in HOUSE if _floor(module) <= 2 and module.room not in FILES_OF_WORDS | {PACKAGE}]
    imported = (
        f"{module.place}:{entry.line} imports {entry.target}"
        for module in rules for entry in module.imports if entry.is_of(*CLOCKS_AND_LUCK)
    )  # fmt: skip
    asked = (
        f"{module.place}:{line} asks {callee}"
        for module in rules for callee, line in module.calls()
        if callee in ASKING or callee.endswith(tuple(f".{name}" for name in ASKING if "." in name))
    )  # fmt: skip
    assert not _says(imported)
    assert not _says(asked)


def test_nothing_is_named_after_nothing() -> None:
    broken = (module.place for module in HOUSE if NAMELESS & set(module.name.split(".")))
    assert not _says(broken)


@pytest.mark.parametrize("folder", [PACKAGE, "scripts", "benchmarks", "tests"])
def test_files_and_functions_stay_small(folder: str) -> None:
    long_files = (
        f"{module.place}: {lines} lines" for module in modules(folder)
        if (lines := len(module.text.splitlines())) > MAX_LINES
    )  # fmt: skip
    long_functions = (
        f"{module.place}:{node.lineno} {node.name}: {lines} lines"
        for module in modules(folder) for node in module.functions()
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > MAX_FUNCTION
    )  # fmt: skip
    assert not _says(long_files)
    assert not _says(long_functions)


def test_every_module_class_and_public_function_says_what_it_is_for() -> None:
    def silent(module: Module) -> Iterator[str]:
        if not ast.get_docstring(module.tree):
            yield module.place
        inner = {id(node) for outer in module.functions() for node in ast.walk(outer) if node is not outer}
        for node in (*module.classes(), *module.functions()):
            if id(node) not in inner and not node.name.startswith("_") and not ast.get_docstring(node):
                yield f"{module.place}:{node.lineno} {node.name}"

    assert not _says(line for module in HOUSE for line in silent(module))


def test_no_module_rebinds_its_own_names() -> None:
    broken = (
        f"{module.place}:{node.lineno}"
        for module in HOUSE for node in ast.walk(module.tree) if isinstance(node, ast.Global)
    )  # fmt: skip
    assert not _says(broken)


def _module_values(module: Module) -> Iterator[tuple[str, ast.expr]]:
    """What a module binds when it is imported: name and value."""
    for node in module.tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value


def _mutated(module: Module) -> set[str]:
    """The names whose value a module changes in place, inside a function."""
    found = set()
    for node in (node for function in module.functions() for node in ast.walk(function)):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=attr)) if IN_PLACE.fullmatch(attr):
                found.add(name)
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                found.add(name)
    return found


def test_no_module_keeps_state() -> None:
    def is_empty(value: ast.expr) -> bool:
        empty = isinstance(value, ast.Dict | ast.List) and not (ast.unparse(value).strip("[]{}"))
        making = ("dict()", "list()", "set()", "defaultdict(", "collections.defaultdict(", "WeakKeyDictionary(")
        return empty or ast.unparse(value).startswith(making)

    broken = (
        f"{module.place}: {name}"
        for module in HOUSE for name, value in _module_values(module)
        if is_empty(value) or (isinstance(value, ast.Dict | ast.List | ast.Set) and name in _mutated(module))
    )  # fmt: skip
    assert not _says(broken)


def _is_a_value(node: ast.ClassDef) -> bool:
    """Whether instances of a class never change: a frozen dataclass, an enumeration, a named tuple."""
    bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    frozen = any("frozen=True" in ast.unparse(decorator) for decorator in node.decorator_list)
    return frozen or bool(bases & {"Enum", "StrEnum", "IntEnum", "NamedTuple", "Protocol"})


def test_no_module_has_the_one_instance_of_a_class() -> None:
    living = {node.name for module in HOUSE for node in module.classes() if not _is_a_value(node)}
    broken = (
        f"{module.place}: {name}"
        for module in HOUSE for name, value in _module_values(module)
        if isinstance(value, ast.Call) and ast.unparse(value.func).rpartition(".")[2] in living
    )  # fmt: skip
    assert not _says(broken)


def test_only_the_command_line_prints() -> None:
    broken = (
        f"{module.place}:{line}" for module in HOUSE if module.room not in COMMAND_LINE
        for callee, line in module.calls() if callee == "print"
    )  # fmt: skip
    assert not _says(broken)


def test_a_broad_except_is_rare() -> None:
    broad = [
        f"{module.place}:{node.lineno}"
        for module in HOUSE for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and _catches_all(node)
    ]  # fmt: skip
    lines = sum(len(module.text.splitlines()) for module in HOUSE)
    assert len(broad) <= max(1, lines // LINES_PER_BROAD_EXCEPT), broad


def _catches_all(node: ast.ExceptHandler) -> bool:
    caught = ast.unparse(node.type) if node.type else "BaseException"
    return bool(re.search(r"\b(Base)?Exception\b", caught))


REGISTRIES = tuple("".join(pieces) for pieces in (
    ("py", "pi.", "org"), ("python", "hosted"), ("registry", ".npm"), ("npm", "js.", "com"), ("deb", ".debian", ".org"),
))  # fmt: skip
HERE = tuple("".join(pieces) for pieces in (
    ("/wo", "rk/"), ("/ro", "ot/"), ("/ho", "me/"), ("/tm", "p/bash_"), ("..", "/shared"), ("/Us", "ers/"),
))  # fmt: skip


@pytest.mark.parametrize(
    ("what", "forbidden"), [("a package registry's host", REGISTRIES), ("a path of one machine", HERE)]
)
def test_no_file_names_what_only_one_place_has(what: str, forbidden: tuple[str, ...]) -> None:
    broken = (
        f"{path.relative_to(ROOT)}:{number} names {what}"
        for path in tracked_files()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1)
        if any(word in line for word in forbidden)
    )
    assert not _says(broken)


def test_no_lock_file_names_where_packages_come_from() -> None:
    assert not [path.name for path in tracked_files() if path.name in {"uv.lock", "poetry.lock", "package-lock.json"}]


BREACHES: dict[str, Callable[[Module], bool]] = {
    "import PySide6.QtCore": lambda module: any(entry.is_of("PySide6") for entry in module.imports),
    "def f():\n    from checkin import store": lambda module: module.imports[0].late,
    "from . import store": lambda module: module.imports[0].target == "checkin.store",
    "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import x": lambda module: module.imports[1].typing_only,
    "class Desk: ...": lambda module: not _is_a_value(next(module.classes())),
    "SEEN = {}\ndef f():\n    SEEN[1] = 2": lambda module: _mutated(module) == {"SEEN"},
}


@pytest.mark.parametrize("text", BREACHES)
def test_a_breach_is_seen(text: str) -> None:
    module = Module(ROOT / PACKAGE / "breach.py", "checkin.breach")
    module.__dict__["text"] = text
    assert BREACHES[text](module)
