"""`claimcheck judge`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.beside import compared, judgements_file
from claimcheck.cli.console import day, guarded, shown, tell
from claimcheck.cli.given import Beside, taking
from claimcheck.cli.options import ByOption, TodayOption
from claimcheck.errors import EXIT_OK, ClaimcheckError
from claimcheck.ledger import store
from claimcheck.ledger.judgements import Same, judge
from claimcheck.ledger.quotes import digests

_ID = "The id of a claim, or of a subject, which stands for its first claim; or the beginning of one."


@guarded
@taking(Beside)
def judgement(
    given: Beside,
    *,
    one: Annotated[str, typer.Argument(metavar="ONE", help=_ID)],
    other: Annotated[str, typer.Argument(metavar="OTHER", help=_ID)],
    verdict: Annotated[Same, typer.Argument(metavar="VERDICT", help="same, different or unsure.")],
    why: Annotated[str, typer.Option("--reason", "--why", metavar="TEXT", help="Why, in one line.")],
    by: ByOption = None,
    today: TodayOption = None,
) -> int:
    """Say whether two claims are about the same thing; the linking heeds it from then on."""
    from claimcheck.cli.terminal import author  # noqa: PLC0415
    from claimcheck.report.lookup import look_up_claim  # noqa: PLC0415

    reason, name = " ".join(why.split()), " ".join((by or author()).split())
    if not reason or not name:
        raise ClaimcheckError(f"{'--reason' if not reason else '--by'} is empty; a judgement needs a reason and a name")
    settings = given.settings()
    report = compared(given.articles, settings)
    known = digests(report.claims)
    left, right = look_up_claim(report, one), look_up_claim(report, other)
    if known[left.id] == known[right.id]:
        raise ClaimcheckError(
            "the sentences of the two are the same word for word, so nothing tells them apart; name claims of two sentences"
        )
    path = judgements_file(given.articles, settings)
    sides = [(known[c.id], " ".join(c.sentence.split())) for c in (left, right)]
    wrote = store.add_judgement(path, judge(sides[0], sides[1], verdict, name, day(today), reason))
    if path.parent.name == store.FOLDER:
        store.add_helpers(path.parent)
    tell([*(f"  {c.text}: {words}" for c, (_, words) in zip((left, right), sides, strict=True)), f"  {verdict.value}: {reason}"])
    tell([f"wrote {shown(path)}" if wrote else f"{shown(path)} says so already"])
    return EXIT_OK
