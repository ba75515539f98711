"""Reports of the program's own, which people leave beside their articles: figures in them are quoted, not claimed once more."""

from __future__ import annotations

import re

_HEAD, _TAIL = 400, 800
"""Bytes at either end that are looked at."""
_BEGINS = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:
      \#\#\ claimcheck:[ ]
    | \{\r?\n"schema_version":\ "
    | \{"record":\ "(?:finding|ledger|skipped|counts)"
    | subject_id,subject,verdict,ledger,
    | \[\r?\n\{"description":\ "(?:conflict|superseded|compatible|not-read)\b
    | \[\r?\n\]\r?\n\Z
    | [^\n]{0,200}"runs":\[\{"tool":\ \{"driver":\ \{"name":\ "claimcheck"
    | <\?xml[^\n]{0,80}\r?\n<testsuites\ name="claimcheck"
    )""",
    re.VERBOSE,
)
_ENDS = re.compile(
    rb"""
      claimcheck\ shows\ who\ says\ what\.\ It\ never\ says\ which\ figure\ is\ true\.
    | ^claimcheck:\ [\d,]+\ articles?,\ [\d,]+\ skipped,\ [\d,]+\ claims?,
    | ^[\d,]+\ articles?\ (?:\xc2\xb7|-)\ [\d,]+\ skipped\ (?:\xc2\xb7|-)\ [\d,]+\ claims?\ (?:\xc2\xb7|-)
    """,
    re.VERBOSE | re.MULTILINE,
)


def is_report(raw: bytes) -> bool:
    """Whether a file is a report that this program wrote, in any of its formats."""
    return bool(_BEGINS.match(raw[:_HEAD]) or _ENDS.search(raw[-_TAIL:]))
