"""Markdown for the summary of a CI step or a comment: the discrepancies in full, the rest as counts, within what GitHub takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.subject import GRAVITY
from claimcheck.report.discrepancy import Discrepancy, absent, discrepancies
from claimcheck.report.interface import Look
from claimcheck.report.mark import bold, code, plain
from claimcheck.report.quote import quote
from claimcheck.report.words import backing, count, first_of_each, in_order, letter, said, value, where

BUDGET = 900_000
"""Bytes. GitHub refuses a summary of more than 1,024 KiB whole; earlier steps' own lines need room too."""
_POSITIONS = 12
_QUOTES = 2
_REASONS = 3
_FILES = 50
_QUOTE = 200


def write(report: Report, out: BinaryIO, look: Look) -> None:  # noqa: ARG001 - the same for every place it goes to
    """Writes whole subjects, gravest first, until the budget is used up, and then says how many it left out."""
    found = discrepancies(report)
    head, closing = _head(report, found), _closing(report)
    room = BUDGET - len(_bytes(head)) - len(_bytes(closing)) - 500
    parts: list[str] = []
    for discrepancy in found:
        part = _subject(discrepancy)
        room -= len(_bytes(part))
        if room < 0:
            break
        parts.append(part)
    if len(parts) < len(found):
        left = count(len(found) - len(parts), "discrepancy", "discrepancies")
        parts.append(f"**{left} left out here**: a summary may be no longer. The JSON and HTML reports have all.\n\n")
    out.write(_bytes("".join([head, *parts, closing])))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _head(report: Report, found: Sequence[Discrepancy]) -> str:
    counts = report.counts
    conflicts = counts[GRAVITY[0].value]
    title = count(conflicts, "conflict") if conflicts else "no conflict"
    lines = [f"## claimcheck: {title} in {count(counts['articles'], 'article')}", ""]
    lines.append("| " + " | ".join(v.value for v in GRAVITY) + " | subjects | claims | articles | not read |")
    lines.append("|" + "---:|" * (len(GRAVITY) + 4))
    numbers = [counts[v.value] for v in GRAVITY] + [counts[n] for n in ("subjects", "claims", "articles", "skipped")]
    lines += ["| " + " | ".join(f"{n:,}" for n in numbers) + " |", ""]
    if report.states:
        known = sum(d.known for d in found)
        fresh = sum(d.state is not None for d in found) - known
        lines += [f"{fresh:,} to look at, {known:,} known or ignored, {len(absent(report)):,} gone.", ""]
    return "\n".join(lines) + "\n"


def _subject(found: Discrepancy) -> str:
    mark = f" ({found.mark})" if found.mark else ""
    heading = f"### {found.rule.title}{mark}: {plain(found.label)}"
    table = ["|  | value | who says so | where | words |", "|---|---|---|---|---|", *_rows(found)]
    reasons = [f"- {bold(f.verdict.value)}: {plain(f.reason)}" for f in found.gravest[:_REASONS]]
    reasons += [f"  - Possible explanation: {plain(f.explanation)}" for f in found.gravest[:1] if f.explanation]
    if len(found.gravest) > _REASONS:
        reasons.append(f"- and {count(len(found.gravest) - _REASONS, 'more pair')} of positions")
    if found.ledger_reason:
        reasons.append(f"- Ledger: {plain(found.ledger_reason)}")
    body = "\n".join([*table, "", *reasons, "", f"Id: {code(found.id)}"])
    if found.known:
        return f"{heading}\n\n<details><summary>Known, or ignored</summary>\n\n{body}\n\n</details>\n\n"
    return f"{heading}\n\n{body}\n\n"


def _rows(found: Discrepancy) -> Iterator[str]:
    ordered = in_order(found.judged.positions)
    for index, position in enumerate(ordered[:_POSITIONS]):
        claims = first_of_each(position.claims, found.articles)
        for number, claim in enumerate(claims[:_QUOTES]):
            first = number == 0
            name, stated = (letter(index), f"{bold(value(position))}<br>{backing(position)}") if first else ("", "")
            place = code(where(claim, found.articles[claim.source]), cell=True)
            yield f"| {name} | {stated} | {plain(said(claim, found.articles[claim.source]))} | {place} | {_words(claim)} |"
        if len(claims) > _QUOTES:
            yield f"|  |  | and {count(len(claims) - _QUOTES, 'more article')} |  |  |"
    if len(ordered) > _POSITIONS:
        yield f"|  | and {count(len(ordered) - _POSITIONS, 'more position')} |  |  |  |"


def _words(claim: Claim) -> str:
    quoted = quote(claim, _QUOTE)
    before, after = ("…" if quoted.opened else "") + quoted.before, quoted.after + ("…" if quoted.closed else "")
    return f"“{plain(before)}{bold(quoted.words)}{plain(after)}”"


def _closing(report: Report) -> str:
    lines = []
    gone = absent(report)
    if gone:
        lines += ["### No discrepancy any more", ""]
        lines += [f"- {code(s.entry)} {plain(s.reason)}" for s in gone[:_FILES]] + _more(len(gone), "entry", "entries")
    if report.skipped:
        lines += ["### Not read", ""]
        lines += [f"- {code(s.path)}: {plain(s.reason)}" for s in report.skipped[:_FILES]]
        lines += _more(len(report.skipped), "file", "files")
    if report.notes:
        lines += [
            "### Notes",
            "",
            *(f"- {plain(note)}" for note in report.notes[:_FILES]),
            *_more(len(report.notes), "note", "notes"),
        ]
    lines.append("claimcheck shows who says what. It never says which figure is true.")
    return "\n".join(lines) + "\n"


def _more(number: int, noun: str, plural: str) -> list[str]:
    return ([f"- and {count(number - _FILES, f'more {noun}', f'more {plural}')}"] if number > _FILES else []) + [""]
