"""The tools: what each says it reads, and how it is run (`peers.yaml`)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from benchmarks.quality_peers.corpus import Corpus, Figure, Label

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Peer:
    """One tool."""

    name: str
    runner: str
    """Its module in runners/."""
    dims: tuple[str, ...]
    requirements: Path | None = None
    bounds: bool = False
    points: bool = False
    in_words: bool = False

    def claims(self, label: Label) -> bool:
        """Whether the tool says that it reads quantities like this one."""
        return label.dimension in self.dims and (label.in_words or not self.in_words)


@dataclass(frozen=True, slots=True)
class Span:
    """What a tool read somewhere in a sentence."""

    start: int
    end: int
    dimension: str
    figures: tuple[Figure, ...]
    unit: str | None
    bound: str | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a tool read in all sentences."""

    spans: tuple[tuple[Span, ...], ...]
    """Sentence by sentence."""
    errors: tuple[str, ...]
    """What went wrong in the sentences that the tool failed on; nothing is found in those."""


class RunError(Exception):
    """A tool could not be installed or did not answer. The message is one sentence for a person."""


def load(path: Path = HERE / "peers.yaml") -> tuple[Peer, ...]:
    """The tools in the order of the file."""
    return tuple(_peer(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["peers"])


def _peer(raw: dict[str, Any]) -> Peer:
    requirements = raw.get("requirements")
    return Peer(
        raw["name"],
        raw["runner"],
        tuple(raw["dims"]),
        HERE / "requirements" / requirements if requirements else None,
        raw.get("bounds", False),
        raw.get("points", False),
        raw.get("in_words", False),
    )


def run(peer: Peer, python: Path, corpus: Corpus) -> Answers:
    """What the tool reads in each sentence of the corpus.

    Args:
        peer: The tool.
        python: The interpreter of its environment.
        corpus: The sentences.

    Raises:
        RunError: The runner failed, did not answer for every sentence, or failed on most of them.
    """
    published = corpus.published.isoformat()
    tasks = [json.dumps({"id": i, "text": s.text, "published": published}) for i, s in enumerate(corpus.sentences)]
    # A fixed hash seed, time zone and locale: the same answers on every run.
    settings = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [str(python), "-m", f"benchmarks.quality_peers.runners.{peer.runner}"]
    done = subprocess.run(
        command, input="\n".join(tasks), capture_output=True, text=True, env=settings, cwd=HERE.parents[1], check=False
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or [a["id"] for a in answers] != list(range(len(tasks))):
        raise RunError(
            f"{peer.name}: its runner gave up after {len(answers)} of {len(tasks)} sentences: {done.stderr.strip()[-300:]}"
        )
    errors = tuple(a["error"] for a in answers if "error" in a)
    # A score would measure the breakage and not the tool.
    if 2 * len(errors) > len(tasks):
        raise RunError(f"{peer.name}: it fails on {len(errors)} of {len(tasks)} sentences, first with {errors[0]}")
    return Answers(tuple(tuple(_span(raw) for raw in answer["spans"]) for answer in answers), errors)


def _span(raw: dict[str, Any]) -> Span:
    figures = tuple(f for low, high in raw["figures"] if (f := _figure(low, high, raw["dim"])))
    return Span(raw["start"], raw["end"], raw["dim"], figures, raw["unit"], raw["bound"])


def _figure(low: str, high: str, dimension: str) -> Figure | None:
    try:
        if dimension == "date":
            return date.fromisoformat(low), date.fromisoformat(high)
        return Decimal(low), Decimal(high)
    except (ValueError, InvalidOperation):
        return None


def only(peers: Sequence[Peer], names: Sequence[str]) -> tuple[Peer, ...]:
    """The tools of these names, or all where none is named.

    Raises:
        RunError: A name is not known.
    """
    unknown = [n for n in names if n not in {p.name for p in peers}]
    if unknown:
        raise RunError(f"no tool is named {', '.join(unknown)}; there are {', '.join(p.name for p in peers)}")
    return tuple(p for p in peers if not names or p.name in names)
