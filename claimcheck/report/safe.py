"""Article text as a terminal may show it: what moves the cursor, recolours or reorders is spelled out; all else stays verbatim."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters; \x1b starts a terminal's escape sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb"  # marks that reorder or hide what follows
    "\ud800-\udfff"  # lone surrogates, which no encoding can write
    "\U000e0000-\U000e007f]"  # tag characters: text that nobody sees
)
_SPACE = re.compile(r"\s+")
_PLAIN = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...", "·": "-", "\u00a0": " ",
})  # fmt: skip


def safe(text: str) -> str:
    """`text` on one line, each unsafe character as its Python escape (`\\x1b`, `\\u202e`)."""
    return _UNSAFE.sub(lambda m: _escape(m.group()), _SPACE.sub(" ", text))


def encode(text: str, encoding: str) -> bytes:
    """`text` in that encoding. What it lacks is spelled in ASCII where that is usual, otherwise as an escape."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAIN).encode(encoding, "backslashreplace")
    except LookupError:
        return text.translate(_PLAIN).encode("ascii", "backslashreplace")


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
