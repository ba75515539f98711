"""Paths as other programs want them."""

from __future__ import annotations

from urllib.parse import quote


def relative(path: str) -> str:
    """The path without a leading `./`."""
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path


def uri(path: str) -> str:
    """The path as a URI reference: `file:///...` where it is absolute, percent-encoded and relative otherwise."""
    encoded = quote(relative(path).encode("utf-8", "backslashreplace"))
    return f"file://{encoded}" if encoded.startswith("/") else encoded
