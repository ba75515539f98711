"""What every test may use, and what spares all of them the same work again and again."""

from __future__ import annotations

import functools
import gc
import sys
import time
from collections.abc import Callable, Iterator

import pytest
import typer.main
from hypothesis import settings

Cost = Callable[[Callable[[], object]], float]
Within = Callable[[float, Callable[[], object]], None]
ATTEMPTS = 3
"""What runs beside a test can make its work dearer, never cheaper: the least of some attempts is nearest to what it costs."""

# By default an example of a law may take 0.2 seconds by the clock on the wall, which says how busy the machine is. What reading may
# cost is measured by tests of its own, in CPU time.
settings.register_profile("claimcheck", deadline=None)
settings.load_profile("claimcheck")


def cost_of(work: Callable[[], object]) -> float:
    # What the other tests of the process keep is gone through by each full collection, whoever sets it off.
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        work()
        return time.process_time() - started
    finally:
        gc.enable()


@pytest.fixture(scope="session")
def cost() -> Cost:
    """Seconds of this process's own CPU time that some work takes."""
    return cost_of


def slowness() -> float:
    """How many times dearer plain work is here and now than where the limits were set, but never less than 1."""

    def count() -> None:
        seen: dict[str, int] = {}
        for number in range(400_000):
            word = str(number % 997)
            seen[word] = seen.get(word, 0) + len(word)

    return max(1.0, cost_of(count) / 0.07)


@pytest.fixture(scope="session")
def within() -> Within:
    """`within(8, work)`: the work costs fewer seconds of CPU time than that.

    It is only tried again where it did not; then against the slowness of the machine, since cores that share their parts with
    others can be half as fast for as long as the others work.
    """

    def check(limit: float, work: Callable[[], object]) -> None:
        took = [cost_of(work)]
        while took[-1] >= limit and len(took) < ATTEMPTS:
            before, spent = slowness(), cost_of(work)
            took.append(spent / max(before, slowness()))
        assert took[-1] < limit, took

    return check


@pytest.fixture(scope="session", autouse=True)
def _compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Where the environment forbids Python to keep its bytecode, each program that a test starts would compile all sources anew.

    So it is kept for as long as the tests run, away from the sources.
    """
    with pytest.MonkeyPatch.context() as patch:
        if sys.dont_write_bytecode:
            patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
            patch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("bytecode")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _commands_built_once() -> Iterator[None]:
    """Typer builds its commands from the signatures at every call of its test runner, for the same result each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", functools.cache(typer.main.get_command), raising=False)
        yield
