"""The JSON report is the same bytes whatever seeds the hashes of the interpreter that writes it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .telling import FOLDERS, ROOT, Desk, desk, write


def test_output_does_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    everything = Desk({f"{folder.name}-{name}": told for folder in FOLDERS for name, told in desk(folder).articles.items()})
    write(everything, tmp_path / "articles")
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    runs = []
    for seed in "012":
        command = [sys.executable, "-m", "claimcheck", "compare", "articles", "--format", "json"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=60)
        assert run.returncode in (0, 1), run.stderr.decode()
        runs.append(run.stdout)
    assert runs[0].startswith(b"{")
    assert runs[0] == runs[1] == runs[2]
