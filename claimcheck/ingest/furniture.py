"""Finds page furniture among the paragraphs of an article, by the rules of the lexicon."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

from claimcheck.ingest.datelines import LONGEST as LONGEST_DATELINE
from claimcheck.ingest.datelines import DatelineReader
from claimcheck.ingest.headlines import headline_runs
from claimcheck.ingest.paragraphs import Paragraph
from claimcheck.ingest.stamps import Stamp, StampReader
from claimcheck.lexicon.furniture import Cut, FurnitureLexicon, FurnitureRule, Zone
from claimcheck.model.article import Furniture
from claimcheck.model.span import Span

PUBLICATION = "publication-line"
REPEATED = "repeated"
DATELINE = "dateline"
HEADLINES = "headlines"

_MOST_PARTS = 2000
"""Places at which one pattern for a stretch is tried: more than that are in no news article."""
_HEAD, _TAIL = 12, 8
"""Paragraphs from either end in which a line of publication dates the article."""
_ORDINARY = 60
_REPEATED = range(20, 2000)
_ITEM, _BARE_ITEM = 300, 140
_ENDING = 160

_MARKS = re.compile(r"[\s•▪●▸►>*·|+–—-]*")
_ITEM_MARK = re.compile(r"(?:[-–—*•▪●>▸►·+]|\d{1,2}[.)]?)\s*(?=\S)")
_SENTENCE_END = re.compile(r"""[.!?]["'”’)\]]*$""")
_FULL_STOP = re.compile(r"""(?:(?<!\.)\.["'”’)\]]*|["”])$""")
_SECTION = re.compile(r"\s+in\s|\s*\|")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(slots=True)
class Found:
    """What was found in an article."""

    furniture: list[Furniture] = field(default_factory=list)
    """In order, without overlaps."""
    head: list[Stamp] = field(default_factory=list)
    """Lines of publication before the story."""
    tail: list[Stamp] = field(default_factory=list)
    """Those behind it."""
    authors: list[str] = field(default_factory=list)
    days: int = 0
    """Lines that name a day without its year: several of them are no lines of publication, but head what happened on each day."""
    hour: str = ""
    """An hour of publication that a note on the page names, as written."""
    dateline: str = ""


class FurnitureFinder:
    """Applies one lexicon to articles."""

    def __init__(self, lexicon: FurnitureLexicon) -> None:
        self.lexicon = lexicon
        self.stamps = StampReader(lexicon)
        self.datelines = DatelineReader(lexicon, self.stamps)
        self._with_words = tuple(rule for rule in lexicon.rules if rule.words)
        self._any = lexicon.by_letters.get("", ())
        self._longest = max(rule.longest for rule in lexicon.rules)

    def find(self, text: str, paragraphs: list[Paragraph]) -> Found:
        """The furniture among the paragraphs of a text, and what its lines say of the article."""
        page = _Page(self, text, paragraphs)
        return page.read()

    def rule_for(self, core: str, page: _Page, index: int) -> tuple[FurnitureRule, re.Match[str] | None] | None:
        """The first rule that takes out a whole paragraph."""
        if len(core) > self._longest:
            return None
        for rule, pattern in self.lexicon.by_letters.get(core[:2].lower(), self._any):
            if rule.cut is not Cut.LABEL and len(core) <= rule.longest and page.allows(rule, index):
                match = pattern.fullmatch(core)
                if match and not _excepted(rule, core):
                    return rule, match
        words = None
        for rule in self._with_words:
            if len(core) <= rule.longest and page.allows(rule, index):
                words = words if words is not None else _WORD.findall(core.lower())
                if words and rule.words.issuperset(words) and not _excepted(rule, core):
                    return rule, None
        return None

    def label_for(self, core: str) -> tuple[int, str]:
        """How many code points at the beginning of a paragraph are a label, and by which rule; 0 for none."""
        for rule, pattern in self.lexicon.by_letters.get(core[:2].lower(), self._any):
            if rule.cut is Cut.LABEL and (match := pattern.match(core)):
                return match.end(), rule.id
        return 0, ""

    def author(self, byline: str) -> str | None:
        """The name in a byline."""
        for pattern in self.lexicon.byline:
            if match := pattern.fullmatch(byline):
                return match["author"]
        return None

    def parts(self, text: str, spans: list[Span]) -> list[Furniture]:
        """The stretches inside the paragraphs `spans`; unordered, and they may overlap."""
        folded = _fold(text)
        starts = [span.start for span in spans]
        found = []
        for cue, rule, pattern in self.lexicon.parts:
            at, tried = folded.find(cue), 0
            while at >= 0 and tried < _MOST_PARTS:
                inside = bisect.bisect_right(starts, at) - 1
                match = pattern.match(text, at, spans[inside].end) if inside >= 0 else None
                if match:
                    found.append(Furniture(Span(at, match.end()), rule.id))
                at, tried = folded.find(cue, match.end() if match else at + len(cue)), tried + 1
        return found


class _Page:
    """One article under way: what was found, and which list or disclaimer is running."""

    def __init__(self, finder: FurnitureFinder, text: str, paragraphs: list[Paragraph]) -> None:
        self._finder, self._text, self._paragraphs = finder, text, paragraphs
        self._in_capitals = _in_capitals(text)
        self._found = Found()
        self._inside: list[Furniture] = []
        self._seen: set[str] = set()
        self._first = ""
        """The headline, behind which pages put their own name: "Bridge falls - Example News"."""
        self._running: FurnitureRule | None = None
        self._rest: FurnitureRule | None = None
        """What all the rest of the page is, such as the comments of readers."""
        self._breaks_off = False
        """Whether the running disclaimer stopped in mid-sentence."""
        self._dated = False
        """Whether its dateline was read."""
        self._stories = 0
        """Ordinary paragraphs so far."""

    def read(self) -> Found:
        """Go through the paragraphs once."""
        kept: list[int] = []
        stories: list[bool] = []
        for index, paragraph in enumerate(self._paragraphs):
            start, end = paragraph.span.start, paragraph.span.end
            reason = self._whole(index, paragraph)
            if reason:
                self._found.furniture.append(Furniture(paragraph.span, reason))
                continue
            self._within(index, paragraph.span)
            story = end - start >= _ORDINARY and _SENTENCE_END.search(self._text, max(start, end - 8), end) is not None
            kept.append(index)
            stories.append(story)
            self._stories += story
        spans = self._without_headlines(kept, stories)
        self._found.furniture.extend(_inside_of(spans, [*self._inside, *self._finder.parts(self._text, spans)]))
        self._found.furniture.sort(key=lambda f: f.span)
        return self._found

    def _without_headlines(self, kept: list[int], stories: list[bool]) -> list[Span]:
        """The paragraphs that stay once lists of headlines are taken out of them."""
        spans = [self._paragraphs[index].span for index in kept]
        if self._in_capitals:
            return spans
        lines = [_core(span.cut(self._text)) if span.end - span.start < _REPEATED.stop else "" for span in spans]
        taken = headline_runs(lines, kept, stories, self._finder.lexicon.titles)
        self._found.furniture.extend(Furniture(spans[i], HEADLINES) for i in taken)
        out = frozenset(taken)
        return [span for i, span in enumerate(spans) if i not in out]

    def allows(self, rule: FurnitureRule, index: int) -> bool:
        """Whether a rule holds here."""
        if rule.capitals and self._in_capitals:
            return False
        match rule.zone:
            case Zone.ANY:
                return True
            case Zone.HEAD:
                return not self._stories
            case Zone.BELOW:
                return index > 0
            case Zone.BODY:
                return self._stories > 0

    def _whole(self, index: int, paragraph: Paragraph) -> str:
        """The id of what takes a paragraph out whole, or "" where it stays."""
        text = self._text[paragraph.span.start : paragraph.span.end]
        core = _core(text)
        found = self._finder.rule_for(core, self, index)
        if found:
            rule, match = found
            if match:
                self._remember(match.groupdict())
            if rule.cut in (Cut.LIST, Cut.PARAGRAPH):
                self._running, self._breaks_off = rule, not _SENTENCE_END.search(text[-8:])
            if rule.cut is Cut.REST and self._little_behind(paragraph):
                self._rest = rule
            return rule.id
        if self._rest is not None:
            return self._rest.id
        return self._goes_on(text, paragraph) or self._publication(index, text) or self._again(core)

    def _little_behind(self, paragraph: Paragraph) -> bool:
        """Whether what stands behind a paragraph is at most half as long as what stands before it."""
        first, last = self._paragraphs[0].span.start, self._paragraphs[-1].span.end
        return 2 * (last - paragraph.span.end) <= paragraph.span.start - first

    def _remember(self, groups: dict[str, str | None]) -> None:
        author, hour = groups.get("author"), groups.get("hour")
        if author and self._stories <= 1:
            self._found.authors.append(_SECTION.split(author, maxsplit=1)[0].strip(" ,|/"))
        if hour:
            self._found.hour = hour

    def _goes_on(self, text: str, paragraph: Paragraph) -> str:
        """The id of a list or disclaimer that this paragraph belongs to."""
        rule = self._running
        if rule is None:
            return ""
        if rule.cut is Cut.LIST:
            belongs = _list_like(text)
        else:
            belongs = not paragraph.apart and self._breaks_off
            self._breaks_off = not _SENTENCE_END.search(text[-8:])
        if not belongs:
            self._running = None
            return ""
        return rule.id

    def _publication(self, index: int, text: str) -> str:
        head = index < _HEAD and self._stories < 2
        stamp = self._finder.stamps.line(text, head and index > 0)
        self._found.days += stamp is not None and stamp.open is not None
        if stamp is None or not (head or stamp.labelled or stamp.hour):
            return ""  # a bare day inside the story heads what happened on it
        self._remember({"author": self._finder.author(stamp.byline)} if stamp.byline else {})
        self._note(index, stamp)
        return PUBLICATION

    def _note(self, index: int, stamp: Stamp) -> None:
        if stamp.published is None and (self._stories or not (stamp.hour or stamp.open)):
            return  # an hour of a live report, not of its publication
        if index < _HEAD and self._stories < 2:
            self._found.head.append(stamp)
        elif stamp.labelled and index >= len(self._paragraphs) - _TAIL:
            self._found.tail.append(stamp)

    def _again(self, core: str) -> str:
        if len(core) not in _REPEATED:
            return ""
        words = " ".join(core.lower().split())
        if words in self._seen or self._first.startswith(words + " - "):
            return REPEATED
        self._first = self._first or words
        self._seen.add(words)
        return ""

    def _within(self, index: int, span: Span) -> None:
        """Labels, datelines and lines of publication that are a part of this paragraph."""
        text = self._text[span.start : min(span.end, span.start + 2 * LONGEST_DATELINE)]
        marks = _MARKS.match(text)
        offset = span.start + (marks.end() if marks else 0)
        length, rule = self._finder.label_for(text[offset - span.start :])
        if length:
            self._inside.append(Furniture(Span(offset, offset + length), rule))
        self._read_dateline(index, span)
        tail = max(span.start, span.end - _ENDING)
        stamp = self._finder.stamps.ending(self._text[tail : span.end])
        if stamp and tail + stamp.start > span.start:
            self._inside.append(Furniture(Span(tail + stamp.start, span.end), PUBLICATION))
            self._note(index, stamp)

    def _read_dateline(self, index: int, span: Span) -> None:
        if self._dated or index >= _HEAD or self._stories > 1:
            return
        found = self._finder.datelines.read(self._text, span)
        if found is None or (not found.place and (self._stories or self._listed_days())):
            return
        self._dated = True
        self._found.dateline = found.place
        if found.end > span.start:
            self._inside.append(Furniture(Span(span.start, found.end), DATELINE))
        if found.stamp:
            self._found.head.append(found.stamp)

    def _listed_days(self) -> bool:
        """Whether several paragraphs begin with a day, as in a list of what happened on each."""
        found = (self._finder.datelines.read(self._text, paragraph.span) for paragraph in self._paragraphs)
        return sum(1 for dateline in found if dateline is not None and not dateline.place) > 1


def _excepted(rule: FurnitureRule, core: str) -> bool:
    return any(pattern.fullmatch(core) for pattern in rule.unless)


def _core(text: str) -> str:
    """A paragraph without its bullet, the brackets around it and marks of bold type."""
    marks = _MARKS.match(text)
    core = text[marks.end() if marks else 0 :].replace("**", "")
    if core[:1] + core[-1:] in ("()", "[]"):
        core = core[1:-1].strip()
    return core


def _list_like(text: str) -> bool:
    """Whether a paragraph behind a heading such as "Related stories" is an item of it rather than a part of the story."""
    if len(text) <= _ITEM and _ITEM_MARK.match(text):
        return True
    return len(text) <= _BARE_ITEM and not _FULL_STOP.search(text)


def _in_capitals(text: str) -> bool:
    sample = text[:5000]
    return sum(map(str.isupper, sample)) > sum(map(str.islower, sample))


def _fold(text: str) -> str:
    """The text in lower case, letter for letter."""
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _inside_of(spans: list[Span], parts: list[Furniture]) -> list[Furniture]:
    """Those parts that lie inside one of the spans, without overlaps; both kinds of span in order."""
    found: list[Furniture] = []
    at, last = 0, 0
    for part in sorted(parts, key=lambda f: (f.span.start, -f.span.end)):
        while at < len(spans) and spans[at].end <= part.span.start:
            at += 1
        if at < len(spans) and spans[at].covers(part.span) and part.span.start >= last:
            found.append(part)
            last = part.span.end
    return found
