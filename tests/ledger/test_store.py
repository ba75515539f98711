"""Files: found from the articles upwards, written whole, and never over what somebody else wrote."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from claimcheck.errors import DataFileError
from claimcheck.ledger.store import FOLDER, HELPERS, LEDGER, LedgerError, add_helpers, discover, home, load, save


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a/b"], "a/b"),
        (["a/b/x.txt"], "a/b"),
        (["a/b/x.txt", "a/c"], "a"),
        (["a/b/*.txt"], "a/b"),
        (["a/none/at/all"], "a"),
        (["-"], ""),
        ([], ""),
        (["a/b/../c"], "a/c"),
    ],
)
def test_a_ledger_is_at_home_where_all_the_articles_are(tmp_path: Path, paths: list[str], expected: str) -> None:
    for folder in ("a/b", "a/c"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "a/b/x.txt").write_text("x")
    assert home(paths, tmp_path) == (tmp_path / expected).resolve()


def test_a_ledger_is_found_upwards_and_no_further_than_the_repository(tmp_path: Path) -> None:
    deep = tmp_path / "repo" / "news" / "today"
    deep.mkdir(parents=True)
    outer = tmp_path / FOLDER / LEDGER
    save(outer, b"x", None)
    assert discover(deep) == outer
    (tmp_path / "repo" / ".git").mkdir()
    assert discover(deep) is None
    inner = tmp_path / "repo" / FOLDER / LEDGER
    save(inner, b"x", None)
    assert discover(deep) == inner


def test_equal_contents_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / LEDGER
    assert save(path, b"one", None)
    before = path.stat().st_mtime_ns
    assert not save(path, b"one", b"one")
    assert path.stat().st_mtime_ns == before
    assert [p.name for p in path.parent.iterdir()] == [LEDGER]


@pytest.mark.parametrize("before", [None, b"older"])
def test_what_somebody_else_wrote_is_not_written_over(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / LEDGER
    path.write_bytes(b"theirs")
    with pytest.raises(LedgerError, match="changed by somebody else"):
        save(path, b"mine", before)
    assert path.read_bytes() == b"theirs"


def test_a_file_that_went_away_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="changed by somebody else"):
        save(tmp_path / LEDGER, b"mine", b"before")


def test_of_many_writers_at_once_each_is_whole_or_told(tmp_path: Path) -> None:
    path = tmp_path / LEDGER
    save(path, b"0", None)
    won: list[int] = []

    def write(number: int) -> None:
        while True:
            before = path.read_bytes()
            try:
                save(path, b"%d" % (int(before) + 1), before)
            except LedgerError:
                continue
            won.append(number)
            return

    threads = [threading.Thread(target=write, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() == b"12"
    assert sorted(won) == list(range(12))


def test_rights_and_links_are_kept(tmp_path: Path) -> None:
    real = tmp_path / "real.jsonl"
    real.write_bytes(b"one")
    real.chmod(0o646)  # more than a new file would get
    link = tmp_path / LEDGER
    link.symlink_to(real)
    assert save(link, b"two", b"one")
    assert link.is_symlink()
    assert real.read_bytes() == b"two"
    assert real.stat().st_mode & 0o777 == 0o646


def test_a_draft_that_a_stopped_writer_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / f".{LEDGER}.tmp").write_bytes(b"half")
    save(tmp_path / LEDGER, b"whole", None)
    assert [p.name for p in tmp_path.iterdir()] == [LEDGER]


def test_a_ledger_that_is_not_there_or_empty_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="claimcheck ledger init"):
        load(tmp_path / LEDGER)
    (tmp_path / LEDGER).write_bytes(b"")
    with pytest.raises(DataFileError, match="first line"):
        load(tmp_path / LEDGER)
    with pytest.raises(LedgerError, match="cannot be read"):
        load(tmp_path)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file")
    with pytest.raises(LedgerError, match="cannot be"):
        save(tmp_path / FOLDER / LEDGER, b"x", None)


def test_helpers_are_written_once_and_never_over(tmp_path: Path) -> None:
    (tmp_path / HELPERS[0][0]).write_text("mine\n")
    assert [p.name for p in add_helpers(tmp_path)] == [HELPERS[1][0]]
    assert add_helpers(tmp_path) == ()
    assert (tmp_path / HELPERS[0][0]).read_text() == "mine\n"


@pytest.mark.skipif(os.name != "posix", reason="locks are POSIX's")
def test_two_writers_do_not_write_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl  # noqa: PLC0415 - not everywhere

    monkeypatch.setattr("claimcheck.ledger.store._PATIENCE", 0.1)
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(LedgerError, match="another claimcheck is writing"):
        save(tmp_path / LEDGER, b"mine", None)
    os.close(handle)
    assert save(tmp_path / LEDGER, b"mine", None)
