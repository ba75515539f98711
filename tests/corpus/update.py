"""Takes the gap marks off the cases that are read by now: `python -m tests.corpus.update`. All else stays as it was."""

from __future__ import annotations

import sys

import pytest

from .cases import FOLDER, Case, load
from .test_corpus import test_the_claims_are_found_as_a_reader_would as holds


def main() -> None:
    """Say which cases are read by now, and rewrite their files without the marks."""
    closed = [case for case in load() if case.gap and _read(case)]
    for case in closed:
        sys.stdout.write(f"{case.id}\n")
    for name in sorted({case.file for case in closed}):
        file = FOLDER / f"{name}.yaml"
        marks = {at for case in closed if case.file == name for at in case.marks}
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for at, line in enumerate(lines, start=1) if at not in marks), encoding="utf-8")


def _read(case: Case) -> bool:
    try:
        holds(case)
    except (AssertionError, pytest.fail.Exception):
        return False
    return True


if __name__ == "__main__":
    main()
