"""Imports point one way, and heavy packages wait until they are needed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "newsclean"

# From the outside in; a module may import from later layers and from the leaves only.
LAYERS = ["cli", "batch", "write", "api", "fields", "source", "label", "read", "decode"]
LEAVES = {
    "article", "page", "errors", "vocab", "_codec", "_statements", "_undated", "weights", "trees",
    "last_resort",
}  # fmt: skip

# Where each third-party package may be imported.
HOMES = {
    "lxml": ["read/", "last_resort.py", "source.py"],
    "bs4": ["decode.py", "source.py"],
    "readability": ["last_resort.py"],
    "dateparser": ["fields/_dateparser.py"],
}


def modules():
    return sorted(SOURCE.rglob("*.py"))


def imported(path):
    """The absolute names of the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(name):
    """The layer or leaf of a module's dotted name: ``fields`` for newsclean.fields.title."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "newsclean" else None


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_imports_point_one_way(path):
    own = path.relative_to(SOURCE).with_suffix("").parts[0]
    known = {*LAYERS, *LEAVES}
    targets = {part_of(name) for name in imported(path)} & known
    if own in LEAVES:
        allowed = LEAVES
    elif own in LAYERS:
        allowed = {*LEAVES, *LAYERS[LAYERS.index(own) :]}
    else:
        allowed = known  # __init__ and __main__
    assert targets <= allowed


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_packages_are_imported_in_their_homes_only(path):
    place = path.relative_to(SOURCE).as_posix()
    for package, homes in HOMES.items():
        if any(name.partition(".")[0] == package for name in imported(path)):
            assert any(place.startswith(home) for home in homes), package


def test_each_module_is_in_a_layer():
    own = {path.relative_to(SOURCE).with_suffix("").parts[0] for path in modules()}
    assert own <= {*LAYERS, *LEAVES, "__init__", "__main__"}


def test_import_loads_no_heavy_package():
    code = (
        "import sys, newsclean\n"
        "heavy = {'dateparser', 'readability', 'bs4', 'numpy', 'regex', 'dateutil'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
