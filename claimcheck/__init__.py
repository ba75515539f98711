"""Shows where news articles about one event agree and where their figures conflict. It never says which is true.

    import claimcheck
    report = claimcheck.compare(["articles/"])
    claims = claimcheck.extract("At least 17 people were killed on Tuesday.")

Nothing here prints, exits or keeps state.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claimcheck.config import Settings
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.subject import Finding
from claimcheck.progress import SILENT, Progress

if TYPE_CHECKING:
    from claimcheck.ledger.judgements import Judgement

__all__ = ["Article", "Claim", "Finding", "Report", "Settings", "__version__", "compare", "extract"]

# Loading a package binds its name in the one above it, once: done here, it cannot take the place of the function below later on.
importlib.import_module("claimcheck.extract")


def compare(
    paths: Sequence[str | Path],
    settings: Settings = Settings(),  # noqa: B008 - frozen
    *,
    progress: Progress = SILENT,
    stdin: BinaryIO | None = None,
    judgements: Sequence[Judgement] = (),
) -> Report:
    """Reads the articles under `paths` and compares what they say.

    Args:
        paths: Files, folders (read recursively), globs, or "-" for one article on `stdin`.
        settings: How to compare; the defaults are those of the command line.
        progress: Told which stage is running.
        stdin: Where "-" is read from.
        judgements: What people said of two claims, as `claimcheck.ledger.store.load_judgements` reads it.

    Returns:
        The report, gravest subjects first. Files that could not be read stand in `skipped`.

    Raises:
        ClaimcheckError: A file that the user wrote beside the articles cannot be used, or there is nothing to compare.
    """
    from claimcheck.pipeline import compare as run  # noqa: PLC0415 - loads the stages, which --help and --version need not wait for

    return run(paths, settings, progress=progress, stdin=stdin, judgements=judgements)


def extract(text: str, published: date | None = None) -> list[Claim]:
    """Every quantity, date and deed of a text, as claims. A deed has the dimension `fact` and no figure.

    Args:
        text: One article. Offsets in the claims count its code points.
        published: The day it appeared; without it "Tuesday" and "last week" stay unresolved.

    Returns:
        The claims in the order of the text, also those that no claim type of the catalogue names.
    """
    from claimcheck.pipeline import extract as run  # noqa: PLC0415

    return run(text, published)


def __getattr__(name: str) -> str:
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow to import

        try:
            return version("claimcheck-cli")
        except PackageNotFoundError:
            return "0+unknown"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
