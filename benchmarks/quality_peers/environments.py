"""An environment for each tool, so that what one needs cannot break another or claimcheck."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

from benchmarks.quality_peers.peers import Peer, RunError

CACHE = Path(__file__).parents[1] / ".bench"
READY = "installed"
"""A file written last: an environment without it was interrupted, and is made anew."""


def interpreter(peer: Peer, cache: Path = CACHE) -> Path:
    """The Python that the tool runs under, installed first where need be; claimcheck runs under this one.

    Raises:
        RunError: pip could not install it.
    """
    if peer.requirements is None:
        return Path(sys.executable)
    folder = cache / f"{peer.name}-{_digest(peer.requirements)}"
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not (folder / READY).exists():
        _install(peer.name, peer.requirements, folder, python)
    return python


def _digest(requirements: Path) -> str:
    key = f"{sys.version_info.major}.{sys.version_info.minor}\n{requirements.read_text(encoding='utf-8')}"
    return hashlib.sha256(key.encode()).hexdigest()[:8]


def _install(name: str, requirements: Path, folder: Path, python: Path) -> None:
    venv.create(folder, with_pip=True, clear=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(requirements)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise RunError(f"{name}: pip could not install {requirements.name}: {last}")
    (folder / READY).touch()


def version(peer: Peer, python: Path) -> str:
    """The version that is installed."""
    package = "claimcheck-cli" if peer.requirements is None else _package(peer.requirements, peer.name)
    code = f"from importlib.metadata import version; print(version({package!r}))"
    done = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def _package(requirements: Path, name: str) -> str:
    """The distribution that bears the tool's name, alone or as a suite of parts."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    return next((line.split("==")[0] for line in lines if line.split("==")[0] == name), name)
