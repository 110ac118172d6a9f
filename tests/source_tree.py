"""The program's source as values that the walls can be held against: modules, what they import, what they define.

Reads with the standard library's ``ast`` and imports nothing of the program, so that a broken module is still read.
"""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "checkin"


@dataclass(frozen=True)
class Import:
    """One name that a module imports.

    Attributes:
        target: What is imported, e.g. ``checkin.model.Guest`` or ``PySide6.QtCore``.
        line: Where it says so.
        late: Inside a function.
        typing_only: Under ``if TYPE_CHECKING``, so never run.
    """

    target: str
    line: int
    late: bool
    typing_only: bool

    def is_of(self, *names: str) -> bool:
        """Whether it imports one of these modules or anything inside one."""
        return any(self.target == name or self.target.startswith(f"{name}.") for name in names)


@dataclass(frozen=True)
class Module:
    """One source file of the program; ``name`` is dotted, e.g. ``checkin.ui.door.page``."""

    path: Path
    name: str

    @property
    def room(self) -> str:
        """Where on its floor it lives: the first name below the package, or the package itself."""
        return self.name.split(".")[1] if "." in self.name else self.name

    @property
    def place(self) -> str:
        """Its path below the project, as a message shows it."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        """What it says."""
        return self.path.read_text("utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """What it says, parsed."""
        return ast.parse(self.text, self.place)

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """Everything it imports, wherever it does."""
        return tuple(_imports(self.tree.body, self._package, late=False, typing_only=False))

    @property
    def _package(self) -> str:
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function in it, methods and inner ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))

    def classes(self) -> Iterator[ast.ClassDef]:
        """Every class in it."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def calls(self) -> Iterator[tuple[str, int]]:
        """Every call whose callee has a plain dotted name, with its line."""
        return ((ast.unparse(n.func), n.lineno) for n in ast.walk(self.tree) if isinstance(n, ast.Call))


def _imports(body: Iterable[ast.AST], package: str, *, late: bool, typing_only: bool) -> Iterator[Import]:
    for node in body:
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, late, typing_only) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield from (Import(f"{source}.{alias.name}", node.lineno, late, typing_only) for alias in node.names)
        else:
            inside = late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            only = typing_only or (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"))
            yield from _imports(ast.iter_child_nodes(node), package, late=inside, typing_only=only)


def modules(folder: str = PACKAGE) -> tuple[Module, ...]:
    """Every source file below a folder of the project, migrations aside: those are history and stay as they were."""
    paths = sorted(path for path in (ROOT / folder).rglob("*.py") if "versions" not in path.parts)
    return tuple(Module(path, _dotted(path)) for path in paths)


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def runs_on(module: Module, known: frozenset[str]) -> Iterator[str]:
    """The modules of the program that a module needs in order to run, itself aside."""
    for entry in module.imports:
        if entry.typing_only or not entry.is_of(PACKAGE):
            continue
        target = entry.target
        while target not in known and "." in target:
            target = target.rpartition(".")[0]
        if target != module.name:
            yield target


def floors() -> dict[str, int]:
    """The floor of each room, from the drawing in ``docs/architecture.md``."""
    drawing = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("```")[1]
    found, floor = {}, 0
    for line in drawing.splitlines():
        floor = int(mark[1]) if (mark := re.match(r" ([1-5])  ", line)) else floor
        found.update(dict.fromkeys(re.findall(r"\b([a-z_]+)(?:\.py|/)", line), floor))
    return found


def tracked_files() -> list[Path]:
    """Every text file that belongs to the project."""
    said = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    paths = [ROOT / name for name in said.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8000]]
