"""What is known of an article besides its text, and the reading of it from sources.yaml and from front matter."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, time

from claimcheck.errors import DataFileError
from claimcheck.ingest.decode import known_encoding
from claimcheck.lexicon.document import Value

KEYS = ("title", "publisher", "published", "author", "url", "encoding")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Where an article comes from; None for what is not known."""

    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    hour: time | None = None
    author: str | None = None
    dateline: str | None = None
    url: str | None = None
    encoding: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """This metadata, and that of `other` where this has none. An hour belongs to its day."""
        merged = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        own_hour = self.hour if self.hour is not None else None
        same_day = self.published is None or other.published in (None, self.published)
        merged["hour"] = own_hour if own_hour is not None else (other.hour if same_day else None)
        return Metadata(**merged)


def read_metadata(row: Value) -> Metadata:
    """An entry of sources.yaml. Raises DataFileError."""
    if row.is_text and not row.text():
        return Metadata()
    found = row.fields(optional=KEYS)
    texts = {k: found[k].text().strip() or None for k in KEYS if k in found and k != "published"}
    if texts.get("encoding") and not known_encoding(texts["encoding"] or ""):
        raise found["encoding"].wrong(f"no encoding is called {texts['encoding']!r}; write for example windows-1252")
    day, hour = _moment(found["published"]) if "published" in found else (None, None)
    return Metadata(published=day, hour=hour, **texts)


def read_front_matter(document: Value) -> tuple[Metadata, list[str]]:
    """The front matter of a file that other programs may write as well: unknown keys and shapes are passed over.

    Returns the metadata, and a sentence for what could not be understood. Raises DataFileError for a key that stands twice.
    """
    notes: list[str] = []
    found = {key.lower(): value for key, value in document.pairs()}
    texts = {k: _loose_text(found[k]) for k in KEYS if k in found and k != "published"}
    if texts.get("encoding") and not known_encoding(texts["encoding"] or ""):
        notes.append(f"Its front matter names an encoding that is not known, {texts['encoding']!r}.")
        texts["encoding"] = None
    day = hour = None
    value = found.get("published") or found.get("date")
    if value is not None and value.is_text and value.text():
        try:
            day, hour = _moment(value)
        except DataFileError:
            notes.append(f"The date in its front matter is not understood, {value.text()!r}; write it as 2025-09-28.")
    return Metadata(published=day, hour=hour, **texts), notes


def _loose_text(value: Value) -> str | None:
    if value.is_text:
        return value.text().strip() or None
    if value.is_list:
        return ", ".join(v.text() for v in value.items() if v.is_text) or None
    return None


def _moment(value: Value) -> tuple[date | None, time | None]:
    """`2025-09-28`, with or without an hour behind it. Raises DataFileError."""
    written = value.text().strip()
    if not written:
        return None, None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise value.wrong(f"expected a day such as 2025-09-28, found {written!r}") from None
    return moment.date(), moment.time() if len(written) > len("2025-09-28") else None
