"""The table of readers."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.ingest.interface import Reader
from claimcheck.ingest.plain import PlainReader

PLAIN: Reader = PlainReader()
"""Reads what no other reader claims, where a user names a file outright."""

READERS: Mapping[str, Reader] = {suffix: reader for reader in (PLAIN,) for suffix in reader.suffixes}
"""By the ending of a file's name; these are the files that are articles in a folder."""
