"""What is installed from a wheel is the whole tool: the program and all it knows."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

READ_ONE = """
import importlib.resources, sys
import claimcheck
place = importlib.resources.files("claimcheck.claims").joinpath("lexicon", "en", sys.argv[1])
print(claimcheck.__file__)
print(place.read_text(encoding="utf-8"), end="")
"""


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def setuptools_will_do() -> bool:
    """Whether the setuptools at hand is the one pyproject.toml asks for; an older one is left for a fresh download."""
    try:
        return int(importlib.metadata.version("setuptools").split(".")[0]) >= 77
    except importlib.metadata.PackageNotFoundError:
        return False


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: building leaves files in the folder it builds from."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    for name in ("claimcheck", "claims", "pyproject.toml", "README.md"):
        run("cp", "-R", ROOT / name, source / name, cwd=ROOT)
    isolation = ["--no-isolation"] if setuptools_will_do() else []
    run(sys.executable, "-m", "build", "--wheel", *isolation, "--outdir", out, source, cwd=out)
    (built,) = out.glob("claimcheck_cli-*.whl")
    return built


def test_wheel_holds_the_program_and_all_it_knows(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    program = {p.relative_to(ROOT).as_posix() for p in (ROOT / "claimcheck").rglob("*.py")}
    knowledge = {
        f"claimcheck/{p.relative_to(ROOT).as_posix()}"
        for ending in ("yaml", "json")
        for p in (ROOT / "claims").rglob(f"*.{ending}")
    }
    schemas = {p.relative_to(ROOT).as_posix() for p in (ROOT / "claimcheck").rglob("*.json")}
    assert knowledge, "no catalogue in the checkout"
    assert any(name.endswith(".json") for name in knowledge | schemas), "no published JSON Schema in the checkout"
    templates = {p.relative_to(ROOT).as_posix() for p in (ROOT / "claimcheck" / "starter" / "templates").iterdir()}
    assert program | knowledge | schemas | templates | {"claimcheck/py.typed"} <= held


def test_wheel_holds_nothing_of_the_tests_and_examples(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"claimcheck"}


def test_installed_elsewhere_it_finds_its_lexicon(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "a place of its own"
    run(sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel, cwd=tmp_path)
    lexicon = sorted((ROOT / "claims" / "lexicon" / "en").glob("*.yaml"))[0]
    script = f"import sys; sys.path.insert(0, {str(target)!r})\n{READ_ONE}"
    # -I and another folder: neither the checkout nor PYTHONPATH may lend it anything.
    place, _, text = run(sys.executable, "-I", "-c", script, lexicon.name, cwd=tmp_path).partition("\n")
    assert Path(place).is_relative_to(target)
    assert text == lexicon.read_text(encoding="utf-8")


def test_distribution_names_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as held:
        (name,) = [n for n in held.namelist() if n.endswith("entry_points.txt")]
        assert "claimcheck = claimcheck.cli:main" in held.read(name).decode()
