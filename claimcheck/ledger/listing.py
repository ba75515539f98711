"""Ledgers and their changes in lines of text. What comes from articles is made safe by whoever shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from claimcheck.ledger.change import Pruned, Updated
from claimcheck.ledger.ledger import Change, listed, shown
from claimcheck.ledger.values import order
from claimcheck.model.ledger import Decision, Entry


def entries(kept: Sequence[Entry], today: date | None = None, *, full: bool = False) -> list[str]:
    """A line an entry, and with `full` a line a decision; a last line counts them."""
    lines = []
    for entry in kept:
        lines.append(f"  {entry.id}  {entry.subject}: {figures(entry.values)}")
        if full:
            lines += [f"      {decided(d, today)}" for d in entry.decisions] or ["      not decided yet"]
    return [*lines, counted(len(kept))]


def updated(after: Updated) -> list[str]:
    """What an update adds (+), changes (~) and leaves for `prune` (-); a last line counts them."""
    lines = [f"+ {e.id}  {e.subject}: {figures(e.values)}" for e in after.new]
    lines += [f"~ {e.id}  {e.subject}: {_change(change)}" for e, change in after.changed]
    lines += [f"~ {e.id}  {e.subject}: merged with {', '.join(ids)}" for e, ids in after.merged]
    lines += [f"+ {e.id}  {e.subject}: split from {origin}" for e, origin in after.split]
    lines += [f"- {e.id}  {why}; `claimcheck ledger prune` takes it out" for e, why in after.absent]
    added = len(after.new) + len(after.split)
    return [*lines, f"+{added} ~{len(after.changed) + len(after.merged)} -{len(after.absent)}"]


def pruned(after: Pruned) -> list[str]:
    """What was taken out, with what people had written of it; a last line counts it."""
    lines = []
    for entry, why in after.entries:
        lines.append(f"- {entry.id}  {why}")
        lines += [f"      {decided(d, None)}" for d in entry.decisions]
    lines += [f"~ {e.id}  {e.subject}: nobody states {figures(values)} any more" for e, values in after.values]
    return [*lines, f"-{len(after.entries)} ~{len(after.values)}"]


def decided(decision: Decision, today: date | None) -> str:
    """One decision: `accepted by Ada on 2026-01-05 until 2026-06-30 (expired): both ministries count`."""
    until = f" until {decision.expires}" if decision.expires else ""
    over = " (expired)" if today and decision.expires and decision.expires < today else ""
    return f"{decision.choice.value} by {decision.by} on {decision.on}{until}{over}: {decision.reason}"


def figures(values: Iterable[str]) -> str:
    """Figures in normal form for a person, the smallest first."""
    return listed([shown(value) for value in sorted(values, key=order)])


def counted(number: int) -> str:
    """The last line of a list of entries."""
    return f"{number:,} {'entry' if number == 1 else 'entries'}"


def _change(change: Change) -> str:
    parts = [f"+ {figures(change.added)}"] if change.added else []
    parts += [f"- {figures(change.gone)}"] if change.gone else []
    parts += [f"{shown(value)} is taken for another subject now" for value, _ in change.moved]
    parts += [f"{change.graver[0].value} is {change.graver[1].value} now"] if change.graver else []
    return ", ".join(parts)
