"""A text page: lines of styled text, wrapped at words. Nothing given to it is ever read as markup."""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from claimcheck.model.subject import Verdict
from claimcheck.report.interface import Look
from claimcheck.report.quote import Quote
from claimcheck.report.safe import encode

Part = str | tuple[str, str]
"""Text, or text with the name of a style."""

WIDE = 120
"""Columns from which what belongs together stands side by side and not one below the other."""

PLACE = "cyan"
FAINT = "dim"
STRONG = "bold"


def verdict_style(verdict: Verdict) -> str:
    """The colour of a verdict; its word always stands beside it."""
    match verdict:
        case Verdict.CONFLICT:
            return "bold red"
        case Verdict.SUPERSEDED:
            return "bold yellow"
        case Verdict.COMPATIBLE:
            return "bold blue"
        case Verdict.AGREE:
            return "bold green"
        case _:
            return "bold"


def text(*parts: Part) -> Text:
    """One stretch of styled text."""
    return Text.assemble(*parts)


class Page:
    """Collects lines for one place to show them."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.width = max(look.width, 40)
        self._lines: list[Text] = []
        self._console = Console(
            file=io.StringIO(),
            width=self.width,
            force_terminal=look.color,
            no_color=not look.color,
            color_system="standard" if look.color else None,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    def glyph(self, drawn: str, plain: str) -> str:
        """The first where lines and typographic marks can be shown, otherwise the second."""
        return drawn if self.look.draws else plain

    def line(self, *parts: Part, indent: int = 0, hang: int = 0) -> None:
        """Adds a paragraph, wrapped at words to the width; `hang` indents all lines but the first further."""
        self.block(text(*parts), indent, hang)

    def block(self, content: Text, indent: int = 0, hang: int = 0) -> None:
        """Adds styled text as `line` does."""
        room = self.width - indent
        if cell_len(content.plain) <= room:
            self._lines.append(Text(" " * indent) + content)
            return
        first, *rest = content.wrap(self._console, room, overflow="fold", tab_size=1)
        self._lines.append(Text(" " * indent) + first)
        if rest:
            remaining = content[len(first.plain) :]
            remaining = remaining[len(remaining.plain) - len(remaining.plain.lstrip()) :]
            for wrapped in remaining.wrap(self._console, room - hang, overflow="fold", tab_size=1):
                self._lines.append(Text(" " * (indent + hang)) + wrapped)

    def located(self, content: Text, place: str, indent: int, hang: int = 0) -> None:
        """Adds text and the place to look it up: on the same line where that fits, else on its own, which is never broken."""
        both = content + self.place(place)
        if cell_len(both.plain) + indent <= self.width:
            self.whole(both, indent)
            return
        self.block(content, indent, hang)
        self.whole(text((place, PLACE)), indent + hang)

    def place(self, place: str) -> Text:
        """A place to look something up, as it follows other text."""
        return text((self.glyph(" · ", " - "), FAINT), (place, PLACE))

    def whole(self, content: Text, indent: int = 0) -> None:
        """Adds one line that is never broken, however long."""
        self._lines.append(Text(" " * indent) + content)

    def gap(self) -> None:
        """Adds an empty line, unless there is one already or the page is empty."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    def quoted(self, quoted: Quote) -> Text:
        """A quotation in quotation marks, the words of the claim in bold."""
        mark = self.glyph("…", "...")
        before, after = (mark if quoted.opened else "") + quoted.before, quoted.after + (mark if quoted.closed else "")
        return text(self.glyph("“", '"'), before, (quoted.words, STRONG), after, self.glyph("”", '"'))

    def render(self) -> bytes:
        """The page in the encoding of the place it goes to."""
        with self._console.capture() as capture:
            for line in self._lines:
                line.rstrip()
                self._console.print(line, soft_wrap=True)
        return encode(capture.get(), self.look.encoding)


def pad(content: str, cells: int) -> str:
    """`content` filled up with spaces."""
    return content + " " * max(cells - cell_len(content), 0)
