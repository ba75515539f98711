"""The ledger as a file: one entry a line, sorted by id, and nothing in it that changes from run to run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck.ledger.change import joined
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.records import Fields, Record, Upgrade, read, written
from claimcheck.ledger.values import order, words
from claimcheck.model.ledger import Choice, Decision, Entry
from claimcheck.model.subject import GRAVITY, Verdict

NAME = "claimcheck-ledger"
UPGRADES: tuple[Upgrade, ...] = ()
"""The n-th turns a line of format n into one of format n + 1. There has been one format so far."""
_FIELDS = ("id", "subject", "verdict", "values", "frames", "names", "quotes")


def parse(data: bytes, path: str, upgrades: Sequence[Upgrade] = UPGRADES) -> Ledger:
    """Read a ledger.

    Lines of one entry, as a merge of two branches leaves them, become one: it holds the figures and the decisions of both.

    Args:
        data: The file.
        path: Its name in messages.
        upgrades: What brings older formats to that of this version.

    Raises:
        DataFileError: With the line that is damaged, unknown or newer, or with two lines whose decisions contradict each other.
    """
    found: dict[str, tuple[Entry, Record]] = {}
    for record in read(data, path, NAME, upgrades):
        entry = _entry(record)
        if entry.id in found:
            entry = _both(*found[entry.id], entry, record)
        found[entry.id] = (entry, record)
    return Ledger(tuple(entry for entry, _ in found.values()))


def serialise(ledger: Ledger) -> bytes:
    """The file of a ledger. Equal ledgers give equal bytes."""
    return written(NAME, len(UPGRADES) + 1, [_line(entry) for entry in ledger.entries])


def _line(entry: Entry) -> Mapping[str, object]:
    line: Fields = {
        "id": entry.id,
        "subject": entry.subject,
        "verdict": entry.verdict.value,
        "values": sorted(entry.values, key=order),
    }
    if entry.decisions:
        line["decisions"] = [_decision_line(d) for d in entry.decisions]
    return {**line, "frames": sorted(entry.frames), "names": sorted(entry.names), "quotes": sorted(entry.quotes)}


def _decision_line(decision: Decision) -> Mapping[str, object]:
    line = {
        "decision": decision.choice.value,
        "reason": decision.reason,
        "by": decision.by,
        "on": decision.on.isoformat(),
    }
    return {**line, "expires": decision.expires.isoformat()} if decision.expires else line


def _entry(record: Record) -> Entry:
    record.only(_FIELDS, ("decisions",))
    for value in sorted(record.texts("values")):
        try:
            words(value)
        except ValueError:
            raise record.wrong(f"{value!r} is no figure; restore the line") from None
    for frame in sorted(record.texts("frames")):
        if frame.count("/") != 3:
            raise record.wrong(f"the frame {frame!r} has not four parts; restore the line")
    return Entry(
        id=record.text("id"),
        subject=record.text("subject"),
        verdict=record.choice("verdict", Verdict),
        values=record.texts("values"),
        frames=record.texts("frames"),
        names=record.texts("names"),
        quotes=record.texts("quotes"),
        decisions=_decisions(record),
    )


def _decisions(record: Record) -> tuple[Decision, ...]:
    rows = record.fields.get("decisions", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise record.wrong("'decisions' must be a list of objects")
    return tuple(_decision(Record(row, record.place)) for row in rows)


def _decision(record: Record) -> Decision:
    record.only(("decision", "reason", "by", "on"), ("expires",))
    return Decision(
        choice=record.choice("decision", Choice),
        reason=record.text("reason"),
        by=record.text("by"),
        on=record.day("on"),
        expires=record.day("expires") if "expires" in record.fields else None,
    )


def _both(one: Entry, first: Record, two: Entry, second: Record) -> Entry:
    decisions = joined(one.decisions, two.decisions)
    apart = len(decisions) > max(len(one.decisions), len(two.decisions))
    if apart and one.decisions[-1].choice is not two.decisions[-1].choice:
        told = " and ".join(f"{e.decisions[-1].choice.value} by {e.decisions[-1].by}" for e in (one, two))
        lines = f"lines {first.place.line} and {second.place.line}"
        raise second.wrong(f"{lines} decide {one.id} differently ({told}); remove one of the two decisions")
    return replace(
        one,
        subject=min(one.subject, two.subject),
        verdict=min(one.verdict, two.verdict, key=GRAVITY.index),
        values=one.values | two.values,
        frames=one.frames | two.frames,
        names=one.names | two.names,
        quotes=one.quotes | two.quotes,
        decisions=decisions,
    )
