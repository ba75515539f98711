"""The command line: what a user writes becomes Settings, what comes back is written, and how it went is the exit code."""

from claimcheck.cli.app import app, main

__all__ = ["app", "main"]
