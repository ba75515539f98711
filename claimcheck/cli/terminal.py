"""A person at a terminal: single keys, lines, and who it is."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

import typer

_PATIENCE = 5
"""Seconds that git is waited for."""
_WIDEST = 120
"""Columns beyond which a line is tiring to read."""


class Screen:
    """The terminal that the program runs in."""

    def __init__(self, tell: Callable[[list[str]], object]) -> None:
        self._tell = tell

    @property
    def width(self) -> int:
        """Its columns, no more than a person likes to read."""
        return min(shutil.get_terminal_size().columns, _WIDEST)

    def show(self, lines: list[str]) -> None:
        """Writes lines."""
        self._tell(lines)

    def key(self) -> str:
        """The next key pressed. Raises EOFError at the end of input, KeyboardInterrupt for Ctrl-C."""
        typer.echo("> ", nl=False)
        key = _key()
        typer.echo(key if key.isprintable() else "")
        if key in ("", "\x04"):
            raise EOFError
        return key

    def line(self) -> str:
        """The next line entered. Raises EOFError at the end of input, KeyboardInterrupt for Ctrl-C."""
        typer.echo("> ", nl=False)
        # Byte by byte: a buffer would swallow the keys that were typed ahead.
        typed = b""
        while not typed.endswith(b"\n"):
            byte = os.read(sys.stdin.fileno(), 1)
            if not byte:
                raise EOFError
            typed += byte
        return typed.decode(sys.stdin.encoding or "utf-8", "replace")


def _key() -> str:
    """One byte from the terminal as a character: what was typed ahead stays for the next question. Empty at the end of input."""
    try:
        import termios  # noqa: PLC0415 - not everywhere
        import tty  # noqa: PLC0415
    except ImportError:
        return typer.getchar()
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle, termios.TCSADRAIN)
        return os.read(handle, 1).decode("ascii", "replace")
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def author() -> str:
    """Who sits there: the name git knows, or that of the account."""
    try:
        told = subprocess.run(
            ["git", "config", "user.name"],
            capture_output=True, text=True, timeout=_PATIENCE, check=False,
        ).stdout.strip()  # fmt: skip
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        told = ""
    if told:
        return told
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
