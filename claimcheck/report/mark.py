"""Article text inside Markdown: shown as it stands, never as markup, a mention, a link or a cell's end."""

from __future__ import annotations

import re

from claimcheck.report.safe import safe

_MARKUP = re.compile(r"[\\`*_\[\]<>#|~&$]")
_CALL = re.compile(
    r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=:)(?=[\w+-]+:)"  # a person, an issue, a picture by its name
    r"|(?<=\w)(?=://)|(?<=www)(?=\.)",  # an address
    re.IGNORECASE,
)


def plain(words: str) -> str:
    """`words` on one line, for the middle of a paragraph or of a table's cell.

    Every character that Markdown could read is escaped; a name behind `@`, an address and the like are parted by nothing
    visible, so that nobody is called and nothing is linked.
    """
    escaped = _MARKUP.sub(lambda m: "&lt;" if m.group() == "<" else "&amp;" if m.group() == "&" else f"\\{m.group()}", safe(words))
    return _CALL.sub("&#8203;", escaped)


def bold(words: str) -> str:
    """`words` in bold; nothing where there are none."""
    shown = plain(words).strip()
    return f"<b>{shown}</b>" if shown else ""


def code(words: str, *, cell: bool = False) -> str:
    """`words` as code, also with backticks in them; `cell` where it stands in a table, which a bar would end."""
    shown = safe(words).replace("|", "\\|") if cell else safe(words)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
