"""What reports say of the program that wrote them."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

NAME = "claimcheck"


def version() -> str:
    """The installed version; `0+unknown` where the program runs without having been installed."""
    try:
        return installed("claimcheck-cli")
    except PackageNotFoundError:
        return "0+unknown"
