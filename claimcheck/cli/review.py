"""`claimcheck review`."""

from __future__ import annotations

import sys

from claimcheck.cli.beside import last_day, located, reached, sighted
from claimcheck.cli.console import day, guarded, shown, tell
from claimcheck.cli.given import Beside, taking
from claimcheck.cli.options import ByOption, ExpiresOption, TodayOption
from claimcheck.errors import EXIT_OK, ClaimcheckError
from claimcheck.ignoring import marked
from claimcheck.ledger import store
from claimcheck.ledger.ledger import Ledger


@guarded
@taking(Beside)
def review(given: Beside, *, by: ByOption = None, expires: ExpiresOption = None, today: TodayOption = None) -> int:
    """Go through what is new, one question at a time; every answer is saved at once."""
    from claimcheck.cli.terminal import Screen, author  # noqa: PLC0415
    from claimcheck.ledger import session  # noqa: PLC0415 - loads rich
    from claimcheck.ledger.run import beside  # noqa: PLC0415 - loads the catalogue

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ClaimcheckError(
            "a review needs a terminal; without one, use `ledger decide`, or `ledger update --accept-new` to take in all"
        )
    until = last_day(expires, day(today))
    settings = given.settings()
    path, there = located(given.articles, settings.ledger)
    known, before = store.load(path, shown(path)) if there else (Ledger(), None)
    run = sighted(given.articles, settings, day(today))
    report = marked(beside(run.report, known, reached(run.settings).__contains__, day(today), run.passed.subjects), run.passed)
    setting = session.Setting(report, run.seen, path, before, known, by or author(), day(today), until)
    if not session.open_subjects(report):
        tell(["nothing is open: every discrepancy is in the ledger and decided, or known"])
        return EXIT_OK
    done = session.run(setting, Screen(tell))
    left = len(done.subjects) - len(done.answers)
    told = [f"{number} {choice}" for choice, number in session.decided(done).items()] or ["nothing was decided"]
    tell(["", f"{', '.join(told)}; {left} left open" + (f"; wrote {shown(path)}" if done.answers else "")])
    if any(answer.different for _, answer in done.answers):
        tell([f"what is about different things is in {shown(path.with_name(store.JUDGEMENTS))}"])
    return EXIT_OK
