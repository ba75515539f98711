"""Articles, claims and reports made by hand, for tests that look at nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from claimcheck.model.article import Article, Block, SkippedArticle
from claimcheck.model.claim import Claim, Filtered, Frame, Scope, Status, Step
from claimcheck.model.ledger import Choice, Decision, FindingState, State
from claimcheck.model.quantity import Bound, Dimension, Quantity
from claimcheck.model.report import Report, Story
from claimcheck.model.span import Span
from claimcheck.model.subject import Finding, Judged, Link, Position, Subject, Verdict
from claimcheck.model.when import Day, Precision, When
from claimcheck.model.wording import describe


def short(letter: str, *words: object) -> str:
    """An id as the program makes them."""
    return f"{letter}-{hashlib.sha256(repr(words).encode()).hexdigest()[:8]}"


def article(path: str, text: str, **known: object) -> Article:
    return Article(short("s", text), path, text, (Block(Span(0, len(text))),), **known)  # type: ignore[arg-type]


def quantity(
    figure: object, bound: Bound = Bound.EXACT, dimension: Dimension = Dimension.COUNT, unit: str | None = None
) -> Quantity:
    low, high = (Decimal(str(f)) for f in (figure if isinstance(figure, tuple) else (figure, figure)))
    ends: dict[Bound, tuple[Decimal | None, Decimal | None]] = {
        Bound.AT_LEAST: (low, None),
        Bound.AT_MOST: (Decimal(0), high),
        Bound.ABOUT: (low * 9 / 10, high * 11 / 10),
    }
    return Quantity(dimension, unit, (low, high), bound, *ends.get(bound, (low, high)))


def when(first: Day | None, last: Day | None = None) -> When:
    return When(first, last or first, Precision.DAY)


def claim(source: Article, words: str, value: Quantity | When, kind: str, **known: object) -> Claim:
    """The claim that those words of the article make; the sentence is the line they stand on."""
    start = source.text.index(words)
    head = source.text.rfind("\n", 0, start) + 1
    tail = source.text.find("\n", start)
    tail = len(source.text) if tail < 0 else tail
    return Claim(
        id=short("c", source.id, start, kind),
        source=source.id,
        span=Span(start, start + len(words)),
        line=source.text.count("\n", 0, start) + 1,
        text=words,
        sentence=source.text[head:tail],
        sentence_span=Span(head, tail),
        kind=kind,
        value=value,
        as_of=source.published,
        **known,  # type: ignore[arg-type]
    )


def position(*claims: Claim, origins: int | None = None) -> Position:
    return Position(describe(claims[0]), claims, origins if origins is not None else len({c.source for c in claims}))


@dataclass
class Draft:
    """A report in the making."""

    articles: list[Article]
    skipped: list[SkippedArticle] = field(default_factory=list)
    filtered: list[tuple[str, Filtered]] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def subject(
        self,
        label: str,
        kind: str,
        positions: Sequence[Position],
        *,
        findings: Sequence[tuple[Verdict, Sequence[int], str, str, str | None]] = (),
        verdict: Verdict = Verdict.SINGLE,
        links: Sequence[Link] = (),
    ) -> None:
        """Adds a subject; a finding is verdict, positions by number, level, reason, explanation."""
        name = short("t", label)
        claims = tuple(c for p in positions for c in p.claims)
        made = tuple(
            Finding(short("f", label, which), name, v, tuple(positions[i] for i in which), level, reason, explanation)
            for v, which, level, reason, explanation in findings
        )
        subject = Subject(name, label, kind, claims, "y-1", tuple(links))
        self.judged.append(Judged(subject, made[0].verdict if made else verdict, tuple(positions), made))

    def report(self) -> Report:
        order = {a.id: i for i, a in enumerate(self.articles)}
        claims = sorted((c for j in self.judged for c in j.subject.claims), key=lambda c: (order[c.source], c.start))
        stories = (Story("y-1", "harbour strike", tuple(a.id for a in self.articles)),) if self.articles else ()
        return Report(
            tuple(self.articles),
            tuple(self.skipped),
            stories,
            tuple(claims),
            tuple(self.filtered),
            tuple(self.judged),
            tuple(self.notes),
        )


HERALD = article(
    "articles/herald.txt",
    "Strike on the harbour of Karsa\n"
    "At least 14 people were killed in the strike on the harbour of Karsa on Tuesday, officials of the port authority said.\n"
    "Some 4,500 troops [sic] were sent to the strait [/b] on :bomb: duty, the ministry said.\n"
    "The blast sank two F-35 [sic] models and cost $3.5 million, :bomb: and the insurers [/b] will not pay.\n"
    "The ferry had left at noon with 212 people on board.\n",
    title="Strike on the harbour of Karsa",
    publisher="The Herald",
    published=date(2025, 9, 2),
)
COURIER = article(
    "articles/a folder with spaces/courier-très-long-name-of-a-file-2025-09-03.md",
    "Seventeen people were killed in Karsa, the health ministry said on Wednesday, a day after the strike on the harbour of the "
    "town, which has been the main base of the coast guard since the spring and which lies within sight of the border.\n"
    "More than 6,500 troops are now in the strait.\n"
    "The damage was put at $3.5 million.\n",
    publisher="Courier",
    published=date(2025, 9, 3),
    dateline="KARSA",
    notes=("Decoded as windows-1252: the file is not valid UTF-8.",),
)
WIRE = article(
    "articles/wire.txt",
    "The toll rose to 22 dead \u202eevil\u202c \x1b[31mred\x1b[0m [bold]here[/bold] \ud800, the health ministry said.\n"
    "The strike was on 2 September.\n"
    "No \x1b[31mred letters\x1b[0m cost 3 lives, he said.\n",
    published=date(2025, 9, 9),
)
PLAIN = article(
    "articles/undated.txt",
    "The strike on Sept. 3 destroyed the pier. The damage came to $3.5 million.\n",
    publisher="Daily [red]Plain[/red]",
)


def full_report() -> Report:
    """A conflict, a superseded toll, compatible dates, an agreement, single sources, a skipped file and hostile text."""
    draft = Draft([HERALD, COURIER, WIRE, PLAIN])
    troops_a = claim(
        HERALD,
        "4,500 troops",
        quantity(4500, Bound.ABOUT),
        "troops",
        attribution="the ministry",
        status=Status.REPORTED,
        frame=Frame(noun="troop", predicate="send", places=frozenset({"strait"}), scope=frozenset({Scope.TOTAL})),
        steps=(
            Step("number.digits", "4,500", "4500"),
            Step("bound.about", "Some", "10% either side"),
            Step("kind.troops", "troops", "people under arms"),
        ),
    )
    troops_b = claim(COURIER, "More than 6,500 troops", quantity(6500, Bound.AT_LEAST), "troops")
    link = Link(troops_a.id, troops_b.id, 0.8125, ("both count troops", "both are in the strait"))
    draft.subject(
        "troops in the strait",
        "troops",
        [position(troops_a), position(troops_b)],
        findings=[
            (
                Verdict.CONFLICT,
                (0, 1),
                "apart",
                "About 4,500 (4,050 to 4,950) and at least 6,500 cannot both hold, one day apart.",
                "4,500 + 2,000 = 6,500: the Herald's figure may leave out the 2,000 sailors",
            )
        ],
        links=[link],
    )
    toll = [
        position(
            claim(
                HERALD, "At least 14 people", quantity(14, Bound.AT_LEAST), "killed", attribution="officials of the port authority"
            )
        ),
        position(
            claim(COURIER, "Seventeen people", quantity(17), "killed", attribution="the health ministry", status=Status.REPORTED)
        ),
        position(claim(WIRE, "22 dead", quantity(22), "killed", attribution="the health ministry", status=Status.REPORTED)),
    ]
    draft.subject(
        "people killed (Karsa harbour strike)",
        "killed",
        toll,
        findings=[
            (
                Verdict.SUPERSEDED,
                (1, 2),
                "later-toll",
                "17 on 3 Sept and 22 on 9 Sept: a toll only grows, and 22 is the later one.",
                None,
            ),
            (Verdict.COMPATIBLE, (0, 1), "bounds-overlap", "At least 14 leaves room for 17.", None),
            (Verdict.COMPATIBLE, (0, 2), "bounds-overlap", "At least 14 leaves room for 22.", None),
        ],
    )
    days = [
        position(claim(WIRE, "2 September", when(date(2025, 9, 2)), "event date")),
        position(claim(PLAIN, "Sept. 3", when(date(2025, 9, 2), date(2025, 9, 4)), "event date")),
    ]
    draft.subject(
        "day of the strike (Karsa)",
        "event date",
        days,
        findings=[(Verdict.COMPATIBLE, (0, 1), "bounds-overlap", "2 Sept 2025 lies within 2 to 4 Sept 2025.", None)],
    )
    dollars = quantity(3500000, dimension=Dimension.MONEY, unit="USD")
    damage = position(*(claim(a, "$3.5 million", dollars, "damage") for a in (HERALD, COURIER, PLAIN)), origins=2)
    draft.subject(
        "damage to the harbour",
        "damage",
        [damage],
        findings=[(Verdict.AGREE, (0,), "same", "All three put it at $3.5 million.", None)],
    )
    draft.subject("people on board the ferry", "people", [position(claim(HERALD, "212 people", quantity(212), "people"))])
    draft.subject(
        "lives [bold]lost[/bold] to \x1b[31mletters",
        "lives",
        [position(claim(WIRE, "3 lives", quantity(3), "lives", status=Status.DENIED))],
    )
    draft.skipped.append(SkippedArticle("articles/photo [1].png", "It is an image, not text; leave it out or give its text."))
    place = HERALD.text.index("F-35")
    draft.filtered.append((HERALD.id, Filtered(Span(place, place + 4), "F-35", "designation", "the name of a model, not a count")))
    draft.notes.append("sources.yaml names an article that is not here: lost.txt.")
    return draft.report()


def clean_report() -> Report:
    """Two articles that agree."""
    draft = Draft([HERALD, COURIER])
    dollars = quantity(3500000, dimension=Dimension.MONEY, unit="USD")
    draft.subject(
        "damage to the harbour",
        "damage",
        [position(*(claim(a, "$3.5 million", dollars, "damage") for a in (HERALD, COURIER)))],
        findings=[(Verdict.AGREE, (0,), "same", "Both put it at $3.5 million.", None)],
    )
    return draft.report()


HOSTILE = article(
    "articles/=cmd|a,b:c%41 #1 <b> [x](y) `tick`.txt",
    "<script>alert(1)</script> ]]> killed 5 @everyone on www.example.com | \x1b[2J\u202ereversed &amp; {0} [x](1) %0A`code` $x$.\n"
    "::error::no such thing killed 6 <!-- </style> --> \ufffe.\n"
    "=cmd() saw 7 :bomb: boats, see #12.\n",
    title="</title><script>alert(2)</script>",
    publisher='::error file=x,line=1::Mallory | "Sons"',
    published=date(2025, 9, 4),
    url="javascript:alert(3)",
)
PLAINER = article(
    "articles/plainer.txt",
    "Killed were 6, wire reports say.\n",
    publisher="@Plainer",
    published=date(2025, 9, 5),
    url="https://example.org/a?b=1&c=<d>",
)


def ci_report() -> Report:
    """What `full_report` holds beside a ledger, and text that tries to break out of every format."""
    base = full_report()
    draft = Draft([HOSTILE, PLAINER])
    fives = position(claim(HOSTILE, "killed 5", quantity(5), "killed"))
    sixes = position(
        claim(PLAINER, "Killed were 6", quantity(6), "killed", attribution="<i>wire</i> ]]>"),
        claim(HOSTILE, "killed 6", quantity(6), "killed"),
    )
    draft.subject(
        "killed <script>alert(4)</script> ]]> ::error:: | @all",
        "killed",
        [fives, sixes],
        findings=[(Verdict.CONFLICT, (0, 1), "apart", "5 </b> and 6 ]]> do\n::error::not overlap.", "=HYPERLINK(1)")],
    )
    draft.subject("=cmd() boats", "boats", [position(claim(HOSTILE, "=cmd() saw 7 :bomb: boats", quantity(7), "boats"))])
    more = draft.report()
    troops, toll, days, *_ = (j.subject.id for j in base.judged)
    word = Decision(Choice.ACCEPTED, "two ministries, asked both", "Ana", date(2025, 10, 1), date(2026, 10, 1))
    states = {
        more.judged[0].subject.id: FindingState(State.NEW, "The ledger does not know it.", "e-1", "0123456789ab"),
        troops: FindingState(State.UPDATED, "Accepted were 4,500; now also at least 6,500 (Courier).", "e-2", "abcdef012345"),
        toll: FindingState(State.SUPPRESSED, "Accepted by Ana: two ministries, asked both.", "e-3", "aaaaaaaaaaaa", word),
        days: FindingState(State.UNCHANGED, "", "e-4", "bbbbbbbbbbbb"),
        "e-5": FindingState(State.ABSENT, "boats | sunk: nobody disagrees any more.", "e-5"),
    }
    return replace(
        base,
        articles=base.articles + more.articles,
        claims=base.claims + more.claims,
        judged=(more.judged[0], *base.judged, more.judged[1]),
        states=states,
    )


REPORTS: dict[str, Callable[[], Report]] = {
    "ci": ci_report,
    "full": full_report,
    "clean": clean_report,
    "empty": lambda: Draft([]).report(),
}
