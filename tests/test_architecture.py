"""The shape of the house, read off the source: which way imports point, who may print, who may keep state."""

from __future__ import annotations

import ast
import functools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[1] / "claimcheck"
MODULES = sorted(p.relative_to(HOUSE).as_posix() for p in HOUSE.rglob("*.py"))
MAX_LINES = 400

# Which parts of the house each part may import, itself apart. What is absent here may import everything but cli.
ARROWS = {
    "errors": set(),
    "progress": {"errors"},
    "model": set(),
    "text": {"model", "errors"},
    "lexicon": {"model", "text", "errors"},  # it keeps its words in the normal form that text gives to the articles
    "ingest": {"model", "text", "lexicon", "errors"},
    "extract": {"model", "text", "lexicon", "errors"},
    "link": {"model", "text", "lexicon", "errors"},
    "assess": {"model", "text", "lexicon", "errors"},
    "report": {"model", "errors"},
    "files": set(),
    "changes": {"model", "ingest", "errors", "files"},  # it knows the name of the file that describes articles
    "starter": {"errors"},
    "ignoring": {"model", "files"},
    "config": {"model", "errors", "lexicon", "report", "ignoring", "files"},
    "ledger": {"model", "errors", "lexicon", "report", "files"},  # its review shows quotations as reports do
}
# The same inside extract, bottom up: each of its packages and modules may import those of the lines above its own.
EXTRACT_LAYERS = (
    {"look"},
    {"mentions"},
    {"nouns", "numbers", "dates", "speech"},
    {"units", "filters", "kinds", "scene"},
    {"whereabouts"},
    {"context"},
    {"sets", "aged"},
    {"sentence"},
    {"dating", "deeds"},
    {"article"},
)
YAML_READERS = {"lexicon/document.py"}
PRINTERS: frozenset[str] = frozenset()
MUTABLE_DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
READ_ONLY_TYPES = {"Mapping", "Sequence", "Collection", "Set", "Iterable", "AbstractSet"}  # mypy refuses to write through these
MUTABLE_CALLS = {"list", "dict", "set", "bytearray", "defaultdict", "Counter", "OrderedDict", "deque", "ChainMap"}


def part_of(module: str) -> str:
    """`extract/numbers.py` -> `extract`, `cli.py` -> `cli`."""
    return module.split("/", maxsplit=1)[0].removesuffix(".py")


@functools.cache
def parsed(module: str) -> ast.Module:
    return ast.parse((HOUSE / module).read_text(encoding="utf-8"))


def imports(tree: ast.Module, module: str) -> Iterator[str]:
    """Dotted names of all that a module imports, also inside functions; relative ones made absolute."""
    package = ["claimcheck", *module.split("/")[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *((node.module or "").split(".") if node.module else [])])
            # `from claimcheck import x` may name a module: both readings are looked at.
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def house_parts(tree: ast.Module, module: str) -> set[str]:
    """The parts of the house that a module imports, its own apart."""
    found = {name.split(".")[1] for name in imports(tree, module) if name.split(".")[0] == "claimcheck" and "." in name}
    return found - {part_of(module)}


def forbidden(tree: ast.Module, module: str) -> set[str]:
    """The parts a module imports against the arrows."""
    used = house_parts(tree, module)
    allowed = ARROWS.get(part_of(module))
    wrong = set() if allowed is None else used - allowed
    if part_of(module) != "__main__":
        wrong |= used & {"cli"}
    return wrong


def mutable_state(tree: ast.Module) -> list[str]:
    """Names bound to something mutable at module level."""
    found = []
    for node in tree.body:
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
            if _head(node.annotation) in READ_ONLY_TYPES:
                continue
        else:
            continue
        called = value.func if isinstance(value, ast.Call) else None
        called_name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
        if isinstance(value, MUTABLE_DISPLAYS) or called_name in MUTABLE_CALLS:
            found += [t.id for t in targets if isinstance(t, ast.Name) and t.id != "__all__"]
    return found + [name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names]


def _head(annotation: ast.expr) -> str:
    """`Final[Mapping[str, int]]` -> `Mapping`."""
    while isinstance(annotation, ast.Subscript):
        if isinstance(annotation.value, ast.Name) and annotation.value.id == "Final":
            annotation = annotation.slice
        else:
            annotation = annotation.value
    return annotation.id if isinstance(annotation, ast.Name) else ""


def undocumented(tree: ast.Module) -> list[str]:
    """Public classes, functions and methods without a docstring, and the module itself."""
    found = [] if ast.get_docstring(tree) else ["the module"]
    stack: list[tuple[str, ast.AST]] = [("", tree)]
    while stack:
        prefix, parent = stack.pop()
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
                if not ast.get_docstring(node) and not _is_overload(node):
                    found.append(prefix + node.name)
                if isinstance(node, ast.ClassDef):
                    stack.append((f"{prefix}{node.name}.", node))
    return found


def _is_overload(node: ast.AST) -> bool:
    return any(isinstance(d, ast.Name) and d.id == "overload" for d in getattr(node, "decorator_list", []))


def calls_of(tree: ast.Module, name: str) -> list[int]:
    """Lines on which the builtin `name` is called."""
    return [n.lineno for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == name]


@pytest.mark.parametrize("module", MODULES)
def test_module_keeps_to_the_house_rules(module: str) -> None:
    tree = parsed(module)
    assert forbidden(tree, module) == set(), "imports against the arrows"
    assert mutable_state(tree) == [], "mutable state at module level: use a tuple, a frozenset or MappingProxyType"
    assert undocumented(tree) == []
    assert module in PRINTERS or calls_of(tree, "print") == []
    lines = len((HOUSE / module).read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_LINES, f"{lines} lines"


@pytest.mark.parametrize("module", MODULES)
def test_only_the_strict_reader_imports_yaml(module: str) -> None:
    uses = any(name.split(".")[0] == "yaml" for name in imports(parsed(module), module))
    assert not uses or module in YAML_READERS


def upward(tree: ast.Module, module: str) -> set[str]:
    """What a module of extract imports of extract that is not below it."""
    layers = {name: rank for rank, names in enumerate(EXTRACT_LAYERS) for name in names}
    own = module.split("/")[1].removesuffix(".py")
    used = {name.split(".")[2] for name in imports(tree, module) if name.startswith("claimcheck.extract.")} - {own}
    return {name for name in used if name not in layers or layers[name] >= layers[own]}


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith("extract/") and m != "extract/__init__.py"])
def test_extract_is_built_in_layers(module: str) -> None:
    assert upward(parsed(module), module) == set()


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("extract/nouns/ends.py", "from claimcheck.extract.sets.read import Read", {"sets"}),
        ("extract/nouns/ends.py", "from claimcheck.extract.numbers import parts", {"numbers"}),
        ("extract/nouns/ends.py", "from claimcheck.extract.nouns import parts", set()),
        ("extract/article.py", "from claimcheck.extract.sets import read", set()),
    ],
)
def test_an_import_up_the_layers_is_seen(module: str, source: str, wrong: set[str]) -> None:
    assert upward(ast.parse(source), module) == wrong


@pytest.mark.parametrize("module", [m for m in MODULES if part_of(m) in {"model", "errors"}])
def test_model_stands_on_the_standard_library_alone(module: str) -> None:
    outside = {name.split(".")[0] for name in imports(parsed(module), module)} - set(sys.stdlib_module_names) - {"claimcheck"}
    assert outside == set()


def test_every_part_named_by_the_arrows_exists() -> None:
    assert set(ARROWS) <= {part_of(m) for m in MODULES}


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("model/claim.py", "from claimcheck.text import tokens", {"text"}),
        ("model/claim.py", "def f():\n    import claimcheck.lexicon", {"lexicon"}),
        ("link/keys.py", "from claimcheck.extract.numbers.numerals import read", {"extract"}),
        ("link/keys.py", "from ..extract import numbers", {"extract"}),
        ("link/keys.py", "from . import blocking", set()),
        ("link/keys.py", "from claimcheck import pipeline", {"pipeline"}),
        ("pipeline.py", "from claimcheck import cli", {"cli"}),
        ("__main__.py", "from claimcheck.cli import main", set()),
        ("report/json.py", "from claimcheck.lexicon import load", {"lexicon"}),
    ],
)
def test_an_import_against_the_arrows_is_seen(module: str, source: str, wrong: set[str]) -> None:
    assert forbidden(ast.parse(source), module) == wrong


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("CACHE = {}", ["CACHE"]),
        ("SEEN: set[str] = set()", ["SEEN"]),
        ("COUNTS = collections.Counter()", ["COUNTS"]),
        ("def f():\n    global STATE\n    STATE = 1", ["STATE"]),
        ("NAMES: Final[dict[str, int]] = {}", ["NAMES"]),
        ("NAMES: Mapping[str, int] = {'a': 1}", []),
        ("__all__ = ['a']", []),
        ("WORDS = ('a', 'b')", []),
        ("WORDS = frozenset({'a'})", []),
        ("TABLE = MappingProxyType({'a': 1})", []),
        ("def f():\n    found = []", []),
    ],
)
def test_mutable_state_is_seen(source: str, names: list[str]) -> None:
    assert mutable_state(ast.parse(source)) == names


def test_a_missing_docstring_is_seen() -> None:
    source = '"""M."""\nclass A:\n    """A."""\n    def f(self): ...\n    def _g(self): ...\ndef h(): ...'
    assert sorted(undocumented(ast.parse(source))) == ["A.f", "h"]
