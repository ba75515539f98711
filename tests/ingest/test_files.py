"""Folders, files, patterns and standard input, good and bad."""

from __future__ import annotations

import io
import os
import unicodedata
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Literal

import pytest

from claimcheck.errors import EXIT_UNABLE, ClaimcheckError, DataFileError
from claimcheck.ingest import read
from claimcheck.lexicon.furniture import FurnitureLexicon
from claimcheck.model.article import Reading

Story = Callable[..., Path]
Form = Literal["NFC", "NFD"]


@pytest.fixture
def reading(furniture: FurnitureLexicon) -> Callable[..., Reading]:
    return lambda *paths, **more: read(list(paths), furniture, **more)


def names(reading: Reading, folder: Path) -> list[str]:
    return [Path(a.path).relative_to(folder).as_posix() for a in reading.articles]


def test_a_folder_is_read_with_its_folders_in_order(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    for number, name in enumerate(
        ["b.txt", "a/z.md", "a.TXT", "c.markdown", ".hidden.txt", ".git/x.txt", "README.md", "notes.json", "p.png"]
    ):
        story(name, f"Story number {number} is told here.")
    story("sources.yaml", "b.txt: {publisher: Example}\n")
    story("gold.yaml", "articles: {}\n")
    found = reading(tmp_path)
    assert names(found, tmp_path) == ["a.TXT", "a/z.md", "b.txt", "c.markdown"]
    assert not found.skipped
    assert not found.notes


def test_the_order_of_naming_does_not_matter(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    one, two = story("1.txt"), story("2.txt", "Another story.")
    assert reading(two, one) == reading(one, two)


def test_a_file_named_twice_is_read_once(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    file = story("a.txt")
    (tmp_path / "link.txt").symlink_to(file)
    assert len(reading(file, tmp_path, str(tmp_path / "*.txt")).articles) == 1


def test_paths_are_shown_as_they_were_given(
    story: Story, reading: Callable[..., Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story("in/a.txt")
    monkeypatch.chdir(tmp_path)
    assert reading("in").articles[0].path == "in/a.txt"
    assert reading("in/*.txt").articles[0].path == "in/a.txt"


def test_patterns(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    story("a.txt"), story("b.md", "B."), story("c.text", "C."), story("deep/d.txt", "D."), story("sources.yaml", "{}")
    assert names(reading(str(tmp_path / "*")), tmp_path) == ["a.txt", "b.md", "deep/d.txt"]
    assert names(reading(str(tmp_path / "*.text")), tmp_path) == ["c.text"]
    assert names(reading(str(tmp_path / "**" / "*.txt")), tmp_path) == ["a.txt", "deep/d.txt"]


def test_a_name_that_looks_like_a_pattern_is_a_name(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    assert names(reading(story("what [sic].txt")), tmp_path) == ["what [sic].txt"]


def test_a_file_that_is_named_is_tried_whatever_its_ending(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    assert names(reading(story("story.news"), story("README.md", "A story.")), tmp_path) == ["README.md", "story.news"]
    assert not reading(story("sources.yaml", "{}"), story("a.txt")).skipped


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("named", ["NFC", "NFD"])
def test_names_with_spaces_and_accents(
    story: Story, reading: Callable[..., Reading], tmp_path: Path, form: Form, named: Form
) -> None:
    name = "Überfall in Málaga – März.txt"
    story(unicodedata.normalize(form, name))
    story("sources.yaml", f"{unicodedata.normalize(named, name)}: {{publisher: Ejemplo}}\n")
    for path in (tmp_path, tmp_path / unicodedata.normalize(named, name)):
        found = reading(path)
        assert found.articles[0].publisher == "Ejemplo"
        assert not found.notes


def test_loops_of_links_end(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    story("a/one.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert len(reading(tmp_path).articles) == 1


def test_standard_input(reading: Callable[..., Reading]) -> None:
    found = reading("-", stdin=io.BytesIO(b"---\ntitle: Flood\n---\nSeventeen died."), stdin_name="<stdin>")
    assert (found.articles[0].path, found.articles[0].title) == ("<stdin>", "Flood")
    assert reading("-", stdin=io.BytesIO(b"")).skipped[0].path == "stdin"


def test_copies_of_one_text_have_ids_of_their_own(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    story("a.txt"), story("b.txt")
    one, two = reading(tmp_path).articles
    assert two.id == f"{one.id}-2"


def test_progress_is_told_of_every_file(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    story("a.txt"), story("b.txt", "")
    reading(tmp_path, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("make", [lambda _: None, lambda p: (p / "a.png").write_bytes(b"\x89PNG\0"), lambda p: (p / "in").mkdir()])
def test_a_folder_without_articles(reading: Callable[..., Reading], tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path)
    found = reading(tmp_path)
    assert not found.articles
    assert "there is nothing to read in this folder" in found.notes[0]


@pytest.mark.parametrize("path", ["nowhere", "nowhere/a.txt", "no*where", "", "x" * 5000, "a\0b"])
def test_a_path_that_means_nothing_ends_the_run(reading: Callable[..., Reading], path: str, tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError) as error:
        reading(tmp_path / path if path.startswith("no") else path)
    assert error.value.exit_code == EXIT_UNABLE


BAD = {
    "empty.txt": (b"", "it is empty"),
    "white.txt": (b" \n\t\r\n", "it is empty"),
    "mark.txt": (b"\xef\xbb\xbf", "it is empty"),
    "nul.txt": (b"GIF89a\0\0\1", "NUL bytes"),
    "controls.txt": (b"\x01\x02\x03\x04 abc\xff", "control characters"),
    "damaged.txt": (b"\xff\xfea", "begins as UTF-16 and is damaged"),
    "front.txt": (b"---\ntitle: [a\n---\nText.", "front.txt:3:1"),
    "open.md": (b"---\ntitle: Flood\n\nText.", "does not end"),
    "twice.md": (b"---\ntitle: a\ntitle: b\n---\nText.", "twice.md:3:1: the key 'title' stands twice"),
    "only.md": (b"---\ntitle: a\n---\n\n", "front matter and no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_skipped_and_the_rest_is_read(
    story: Story, reading: Callable[..., Reading], tmp_path: Path, name: str
) -> None:
    story("good.txt")
    raw, reason = BAD[name]
    (tmp_path / name).write_bytes(raw)
    found = reading(tmp_path)
    assert names(found, tmp_path) == ["good.txt"]
    assert reason in found.skipped[0].reason
    assert found.skipped[0].reason.endswith(".")
    assert Path(found.skipped[0].path).name == name


def test_files_that_cannot_be_opened(
    story: Story, reading: Callable[..., Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story("good.txt"), story("locked.txt"), story("folder.txt/inside.txt", "Inside.")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "pipe.txt")
    opened = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = reading(tmp_path)
    assert names(found, tmp_path) == ["folder.txt/inside.txt", "good.txt"]
    assert {Path(s.path).name: s.reason.split(";")[0] for s in found.skipped} == {
        "locked.txt": "it cannot be read (permission denied)",
        "dangling.txt": "it cannot be opened (no such file or directory)",
        "pipe.txt": "it is not a regular file",
    }


ENCODED = [
    ("utf-8", "utf-8", None),
    ("utf-8-sig", "utf-8", None),
    ("utf-16", "utf-16", None),
    ("utf-32", "utf-32", None),
    ("windows-1252", "windows-1252", "not valid UTF-8"),
]


@pytest.mark.parametrize(("codec", "name", "note"), ENCODED)
def test_encodings(reading: Callable[..., Reading], tmp_path: Path, codec: str, name: str, note: str | None) -> None:
    text = "Maduro said – “in Bogotá” –\r\nthat 17 died.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode(codec))
    article = reading(tmp_path).articles[0]
    assert (article.text, article.encoding) == (text, name)
    assert (note in article.notes[0]) if note else not article.notes


def test_a_declared_encoding(reading: Callable[..., Reading], tmp_path: Path) -> None:
    text = "В Киеве погибли 17 человек.\n"
    (tmp_path / "a.txt").write_bytes(text.encode("cp1251"))
    (tmp_path / "b.txt").write_bytes(f"---\nencoding: koi8-r\n---\n{text}".encode("koi8-r"))
    (tmp_path / "sources.yaml").write_text("a.txt: {encoding: windows-1251}")
    one, two = reading(tmp_path).articles
    assert (one.text, one.encoding, one.notes) == (text, "cp1251", ())
    assert two.text.endswith(text)
    assert two.blocks[0].span.cut(two.text) == text.strip()


def test_a_wrong_declaration_is_said(reading: Callable[..., Reading], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("---\nencoding: utf-99\n---\nBogotá: 17 died.".encode("latin-1"))
    assert "names an encoding that is not known, 'utf-99'" in " ".join(reading(tmp_path).articles[0].notes)


def test_front_matter(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    story(
        "a.md", "---\ntitle: Flood\npublisher: Example\ndate: 2014-06-10T08:30\nauthor: [Roe, Poe]\nlayout: {x: 1}\n---\n17 died.\n"
    )
    article = reading(tmp_path).articles[0]
    assert (article.title, article.publisher, article.author) == ("Flood", "Example", "Roe, Poe")
    assert (article.published, article.hour) == (date(2014, 6, 10), time(8, 30))
    assert [b.span.cut(article.text) for b in article.blocks] == ["17 died."]
    assert article.furniture[0].reason == "front-matter"


@pytest.mark.parametrize(
    "text", ["---\nFlood kills 17\n---\nMore of it.\n", "---\nFlood: the latest\n\nMore of it.\n", "-----\nFlood\n"]
)
def test_rules_that_are_no_front_matter(story: Story, reading: Callable[..., Reading], text: str) -> None:
    assert "Flood" in "".join(b.span.cut(text) for b in reading(story("a.txt", text)).articles[0].blocks)


def test_a_date_in_front_matter_that_is_none_is_said(story: Story, reading: Callable[..., Reading]) -> None:
    article = reading(story("a.md", "---\ndate: last week\n---\n17 died.\n")).articles[0]
    assert article.published is None
    assert "'last week'" in article.notes[0]


def test_sources_yaml_goes_before_front_matter_and_that_before_the_text(
    story: Story, reading: Callable[..., Reading], tmp_path: Path
) -> None:
    page = "Flood kills 17\nBy Jane Roe\nJune 10, 2014 5:00 PM\nAt least 17 people were killed in the flood, officials said.\nMore."
    story("a.txt", f"---\npublisher: Front\ntitle: Front\n---\n{page}")
    story("b.txt", f"{page}\n")
    story("sources.yaml", "a.txt: {publisher: Listed, published: 2014-06-11, url: 'https://example.com/a'}\nb.txt: {}\n")
    one, two = reading(tmp_path).articles
    assert (one.publisher, one.title, one.author, one.url) == ("Listed", "Front", "Jane Roe", "https://example.com/a")
    assert (one.published, one.hour) == (date(2014, 6, 11), None)
    assert (two.publisher, two.title, two.published, two.hour) == (None, "Flood kills 17", date(2014, 6, 10), time(17))


@pytest.mark.parametrize(
    ("text", "place", "complaint"),
    [
        ("a.txt: {publishr: X}", "1:9", "did you mean 'publisher'"),
        ("a.txt: {published: soon}", "1:20", "expected a day such as 2025-09-28, found 'soon'"),
        ("a.txt: {encoding: utf8x}", "1:19", "no encoding is called 'utf8x'"),
        ("a.txt: {}\na.txt: {}", "2:1", "stands twice"),
        ("a.txt: }", "1:8", "not valid YAML"),
        ("- a.txt", "1:1", "expected `key: value` lines"),
        ("a.txt: Herald", "1:8", "expected `key: value` lines"),
        ("sub/a.txt: {}", "1:12", "another folder"),
    ],
)
def test_a_broken_sources_yaml_ends_the_run(
    story: Story, reading: Callable[..., Reading], text: str, place: str, complaint: str
) -> None:
    story("sources.yaml", text)
    with pytest.raises(DataFileError) as error:
        reading(story("a.txt"))
    assert f"sources.yaml:{place}: " in str(error.value)
    assert complaint in str(error.value)


def test_a_sources_yaml_that_is_no_utf_8(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    story("a.txt")
    (tmp_path / "sources.yaml").write_bytes(b"a.txt: {}\nb\xe9.txt: {}")
    with pytest.raises(DataFileError, match=r"sources\.yaml:2:1: this is not valid UTF-8"):
        reading(tmp_path)


@pytest.mark.parametrize("text", ["", "# nothing\n", "a.txt:\n", "a.txt: {}\n", "\ufeffa.txt: {}\n"])
def test_a_sources_yaml_may_be_empty(story: Story, reading: Callable[..., Reading], tmp_path: Path, text: str) -> None:
    story("a.txt"), story("sources.yaml", text)
    assert not reading(tmp_path).notes


def test_a_name_in_sources_yaml_without_a_file_is_said(story: Story, reading: Callable[..., Reading], tmp_path: Path) -> None:
    story("a.txt"), story("b.txt", "B."), story("sources.yaml", "b.txt: {}\ngone.txt: {}\n")
    assert [n.split("names ")[1] for n in reading(tmp_path / "a.txt").notes] == ["gone.txt, and there is no such file beside it."]
