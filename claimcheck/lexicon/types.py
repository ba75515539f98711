"""Claim types (`claims/types/*.yaml`): what news reports in figures, one file each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from claimcheck.lexicon.document import Value
from claimcheck.lexicon.examples import load_examples
from claimcheck.lexicon.phrases import Phrases
from claimcheck.model.quantity import Dimension


class Growth(StrEnum):
    """What time does to a figure of a type."""

    FIXED = "fixed"
    GROWS = "grows"
    """A count that only grows while an event goes on: killed, strikes so far."""
    CHANGES = "changes"
    """A state that goes up and down: troops, prices, refugees in a camp."""
    AGES = "ages"
    """The age of a person: a year more each year."""


class Voice(StrEnum):
    """How a verb stands to the counted noun."""

    ACTIVE = "active"
    """In front of it: killed 17 people."""
    PASSIVE = "passive"
    """Behind it, with be or alone: 17 people were killed."""
    OWN = "own"
    """Behind it: 17 people died."""


@dataclass(frozen=True, slots=True)
class ClaimType:
    """One kind of claim and the words that tell it."""

    id: str
    title: str
    dimension: Dimension
    growth: Growth
    unit: str | None = None
    """A unit or a family of units that its figures must have."""
    age: bool = False
    counts: frozenset[str] = frozenset()
    """Noun classes that may be counted under its verbs; empty where its own heads decide."""
    nouns: frozenset[str] = frozenset()
    """Nouns of its own that may be counted so, where no class holds them: flights that are cancelled."""
    heads: frozenset[str] = frozenset()
    meets: frozenset[str] = frozenset()
    """Types whose figures may be the same figure in other words: refugees and displaced people."""
    fate: bool = False
    """Whether its verbs tell what befell those it counts (17 people were killed), so that they go before what those are."""
    named: bool = False
    """Whether a figure tied to a name tells it: the 9,000-ton Northern Light."""
    several: bool = False
    """Whether its nouns tell it in the plural alone: one protester is no crowd."""
    bare: bool = True
    """Whether its verbs tell of a figure without a noun: "killed 12", but not "shot 68"."""
    close: bool = False
    """Whether its leads stand close to their figure: "profit" may head a sentence whose later sums are others."""
    against: bool = False
    """Whether its figures stand against one another: "44 percent to 41 percent for his rival"."""
    difference: bool = False
    """Whether it tells by how much a thing changed: savings, growth."""
    never: frozenset[str] = frozenset()
    """Nouns of which its verbs do not tell it: gunmen who flee are not driven from home."""
    unlike: frozenset[str] = frozenset()
    """Phrases round a leading phrase in which it tells nothing: for sales of."""
    needs_with: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    """The same for a single head: injuries are people where they are reported."""
    needs: frozenset[str] = frozenset()
    """Words and phrases of which one must stand in the sentence where a leading phrase or a noun of more senses tells the type."""
    needs_phrases: frozenset[str] = frozenset()
    """Those of them that are more than a word."""


@dataclass(frozen=True, slots=True)
class Types:
    """All claim types, and their cue words in one table a position."""

    by_id: Mapping[str, ClaimType]
    verbs: Mapping[Voice, Phrases[ClaimType]]
    """Base forms of verbs, for one-word lookups by base and for phrases."""
    exceptions: Phrases[ClaimType]
    """Phrases that begin with a verb of a type and do not tell it: shot down."""
    complements: Phrases[ClaimType]
    leads: Mapping[Dimension, Phrases[ClaimType]]
    behind: Mapping[Dimension, Phrases[ClaimType]]
    subjects: Mapping[Dimension, Phrases[ClaimType]]
    """What stands at the figure, or is moved to it: `tariffs on shoes rose to`."""
    risers: Mapping[Dimension, Phrases[ClaimType]]
    """What rises by the figure: `the economy grew`."""
    fallers: Mapping[Dimension, Phrases[ClaimType]]
    """What falls by it: `shares lost`."""
    prices: Mapping[Dimension, Phrases[tuple[ClaimType, str]]]
    """Verbs with the preposition behind their object that leads to the figure: `sold the mill for`."""
    sums: Mapping[Dimension, Phrases[tuple[ClaimType, str]]]
    """Verbs right in front of the figure, with the preposition behind it: `pumped $3 million into`."""
    wholes: Mapping[str, ClaimType]
    """Nouns that tell the type of a share of them: `60 percent of the airline`."""
    had: Mapping[str, ClaimType]
    """Nouns that tell the type where someone has them: `the firm has 400 employees`."""
    pairs: Phrases[ClaimType]
    """Verbs behind which two figures without a noun stand against one another: `was adopted 138 to 9`."""
    per: Phrases[ClaimType]
    none: Phrases[ClaimType]
    """Words under which "no" or "no one" states a count of zero."""
    heads: frozenset[str]
    """Every noun that names a type of count by itself."""
    modifiers: Mapping[str, ClaimType]
    """Words that tell the type as modifiers of the counted noun: six missing climbers."""
    apart: Phrases[tuple[ClaimType, frozenset[str]]]
    """Words behind the counted noun that tell the type with one of their verbs before it: shot three men to death."""
    multiple: Phrases[ClaimType]
    """Nouns that tell the type behind "double", "triple": a triple murder."""
    single: frozenset[str]
    """Nouns of which "the only" makes one: the only fatality."""

    def growth(self, kind: str) -> Growth:
        """What time does to figures of a kind; kinds that no type names are fixed."""
        found = self.by_id.get(kind)
        return found.growth if found else Growth.FIXED


@dataclass(slots=True)
class _Tables:
    verbs: dict[Voice, list[tuple[str, ClaimType]]]
    complements: list[tuple[str, ClaimType]]
    leads: list[tuple[str, ClaimType]]
    behind: list[tuple[str, ClaimType]]
    subjects: list[tuple[str, ClaimType]]
    risers: list[tuple[str, ClaimType]]
    fallers: list[tuple[str, ClaimType]]
    prices: list[tuple[str, tuple[ClaimType, str]]]
    sums: list[tuple[str, tuple[ClaimType, str]]]
    wholes: list[tuple[str, ClaimType]]
    had: list[tuple[str, ClaimType]]
    pairs: list[tuple[str, ClaimType]]
    per: list[tuple[str, ClaimType]]
    none: list[tuple[str, ClaimType]]
    apart: list[tuple[str, tuple[ClaimType, frozenset[str]]]]
    multiple: list[tuple[str, ClaimType]]
    single: list[str]
    modifiers: list[tuple[str, ClaimType]]
    exceptions: list[tuple[str, ClaimType]]


_OPTIONAL = (
    "unit",
    "age",
    "counts",
    "nouns",
    "verbs",
    "meets",
    "needs",
    "single",
    "apart",
    "bare",
    "named",
    "several",
    "close",
    "difference",
    "against",
    "never",
    "fate",
    "except",
    "unlike",
    "needs_with",
)
_FRAMES = ("prices", "sums")
"""Verbs by the preposition that goes with them, a table each."""
_LISTS = (
    "complements",
    "leads",
    "behind",
    "subjects",
    "risers",
    "fallers",
    "wholes",
    "had",
    "pairs",
    "per",
    "none",
    "multiple",
    "modifiers",
)
"""What stands round a figure, a table each."""


def load_types(documents: Iterable[Value]) -> Types:
    """Read the files of claims/types. Raises DataFileError."""
    by_id: dict[str, ClaimType] = {}
    tables = _Tables({voice: [] for voice in Voice}, *([] for _ in range(18)))
    for document in documents:
        kind = _one(document, tables)
        if kind.id in by_id:
            raise document.wrong(f"the claim type {kind.id!r} stands in two files")
        by_id[kind.id] = kind
    return Types(
        by_id=MappingProxyType(by_id),
        verbs=MappingProxyType({voice: Phrases.of(rows) for voice, rows in tables.verbs.items()}),
        exceptions=Phrases.of(tables.exceptions),
        complements=Phrases.of(tables.complements),
        leads=_by_dimension(tables.leads),
        behind=_by_dimension(tables.behind),
        subjects=_by_dimension(tables.subjects),
        risers=_by_dimension(tables.risers),
        fallers=_by_dimension(tables.fallers),
        prices=_with_preposition(tables.prices),
        sums=_with_preposition(tables.sums),
        wholes=MappingProxyType(dict(tables.wholes)),
        had=MappingProxyType(dict(tables.had)),
        pairs=Phrases.of(tables.pairs),
        per=Phrases.of(tables.per),
        none=Phrases.of(tables.none),
        apart=Phrases.of(tables.apart),
        multiple=Phrases.of(tables.multiple),
        heads=frozenset(
            head
            for kind in by_id.values()
            if kind.dimension is Dimension.COUNT
            for head in kind.heads
            if head not in kind.needs_with
        ),
        single=frozenset(tables.single),
        modifiers=MappingProxyType(dict(tables.modifiers)),
    )


def _by_dimension(rows: list[tuple[str, ClaimType]]) -> Mapping[Dimension, Phrases[ClaimType]]:
    """A table a dimension, so that one phrase may lead to figures of several ("turnout of 40,000", "turnout of 60 percent")."""
    return MappingProxyType({d: Phrases.of((words, kind) for words, kind in rows if kind.dimension is d) for d in Dimension})


def _with_preposition(rows: list[tuple[str, tuple[ClaimType, str]]]) -> Mapping[Dimension, Phrases[tuple[ClaimType, str]]]:
    return MappingProxyType({d: Phrases.of(row for row in rows if row[1][0].dimension is d) for d in Dimension})


def _needs_with(value: Value) -> Iterator[tuple[str, frozenset[str]]]:
    for head, words in value.pairs():
        yield head, frozenset(words.texts())


def _one(document: Value, tables: _Tables) -> ClaimType:
    fields = document.fields(
        required=["id", "title", "dimension", "growth", "heads", "examples"],
        optional=[*_OPTIONAL, *_LISTS, *_FRAMES],
    )
    verbs = fields["verbs"].fields(optional=[v.value for v in Voice]) if "verbs" in fields else {}
    needs = frozenset(fields["needs"].texts()) if "needs" in fields else frozenset()
    kind = ClaimType(
        id=fields["id"].text(),
        title=fields["title"].text(),
        dimension=Dimension(fields["dimension"].choice([d.value for d in Dimension])),
        growth=Growth(fields["growth"].choice([g.value for g in Growth])),
        unit=fields["unit"].text() if "unit" in fields else None,
        age="age" in fields and fields["age"].flag(),
        counts=frozenset(fields["counts"].texts()) if "counts" in fields else frozenset(),
        nouns=frozenset(fields["nouns"].texts()) if "nouns" in fields else frozenset(),
        heads=frozenset(fields["heads"].texts()),
        fate=fields["fate"].flag() if "fate" in fields else "passive" in verbs and bool(verbs["passive"].texts()),
        meets=frozenset(fields["meets"].texts()) if "meets" in fields else frozenset(),
        never=frozenset(fields["never"].texts()) if "never" in fields else frozenset(),
        close="close" in fields and fields["close"].flag(),
        against="against" in fields and fields["against"].flag(),
        difference="difference" in fields and fields["difference"].flag(),
        unlike=frozenset(fields["unlike"].texts()) if "unlike" in fields else frozenset(),
        needs_with=MappingProxyType(dict(_needs_with(fields["needs_with"])) if "needs_with" in fields else {}),
        named="named" in fields and fields["named"].flag(),
        several="several" in fields and fields["several"].flag(),
        bare="bare" not in fields or fields["bare"].flag(),
        needs=needs,
        needs_phrases=frozenset(phrase for phrase in needs if " " in phrase),
    )
    load_examples(fields["examples"])
    for voice, words in verbs.items():
        tables.verbs[Voice(voice)] += [(w, kind) for w in words.texts()]
    for name in _LISTS:
        if name in fields:
            getattr(tables, name).extend((w, kind) for w in fields[name].texts())
    for name in _FRAMES:
        if name in fields:
            rows = [(verb, (kind, joint)) for joint, verbs in fields[name].pairs() for verb in verbs.texts()]
            getattr(tables, name).extend(rows)
    if "apart" in fields:
        tables.apart += [(words, (kind, frozenset(under.texts()))) for words, under in fields["apart"].pairs()]
    if "except" in fields:
        tables.exceptions += [(words, kind) for words in fields["except"].texts()]
    if "single" in fields:
        tables.single += fields["single"].texts()
    return kind
