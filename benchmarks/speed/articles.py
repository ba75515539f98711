"""Made-up articles: with a seed, so that every run measures the same words."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

WORDS = Path(__file__).with_name("words.yaml")


@cache
def words() -> Mapping[str, Sequence[str]]:
    """The words that articles are put together from."""
    read: Mapping[str, Sequence[str]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return read


@dataclass(frozen=True, slots=True)
class Story:
    """What the articles on one event have in common."""

    place: str
    event: str
    persons: tuple[str, ...]
    things: tuple[str, ...]


def story(rng: random.Random) -> Story:
    """An event with a place, people and things of its own."""
    w = words()
    place, *persons = ["".join(map(rng.choice, (w["onsets"], w["middles"], w["endings"]))) for _ in range(5)]
    return Story(place, rng.choice(w["events"]), tuple(persons), tuple(rng.sample(w["things"], 8)))


def plain_sentence(rng: random.Random, about: Story) -> str:
    """A sentence without a number, a date or a unit."""
    w = words()
    a, b = rng.sample(about.things, 2)
    subject = rng.choice((f"The old {a}", f"{rng.choice(about.persons)} of the {a}", f"People at the {a}"))
    return f"{subject} {rng.choice(w['doings'])} the {b} {rng.choice(w['after'])}."


def figure_sentence(rng: random.Random, about: Story) -> str:
    """A sentence with two or three figures about an event."""
    n, m = rng.randint(3, 900), rng.randint(2, 60)
    drawn = {name: rng.choice(words()[name]) for name in ("bounds", "people", "verbs", "speakers")}
    sentence = rng.choice(words()["forms"]).format(
        place=about.place, event=about.event, n=n, m=m, more=n + m, few=1 + n % 9, day=1 + m % 28, year=2000 + m % 25, **drawn
    )
    return sentence[0].upper() + sentence[1:]


def text(rng: random.Random, about: Story, sentences: int, figures: float) -> str:
    """Paragraphs of four sentences about one event.

    Args:
        rng: The source of chance.
        about: The event.
        sentences: How many sentences.
        figures: The share of them that hold figures: 0 triggers nothing, 1 is all figures.
    """
    lines = [figure_sentence(rng, about) if rng.random() < figures else plain_sentence(rng, about) for _ in range(sentences)]
    return "\n\n".join(" ".join(lines[i : i + 4]) for i in range(0, len(lines), 4)) + "\n"


def write(folder: Path, count: int, seed: int, *, sentences: int = 24, figures: float = 0.4, per_story: int = 5) -> None:
    """Writes articles, each with a day, as stories of a few articles on one event.

    Args:
        folder: Made anew.
        count: How many articles.
        seed: The same seed writes the same files.
        sentences: The length of each.
        figures: The share of sentences that hold figures; two in five is about what news has.
        per_story: Articles on one event.
    """
    folder.mkdir(parents=True)
    for i in range(count):
        about = story(random.Random(f"{seed} story {i // per_story}"))
        rng = random.Random(f"{seed} article {i}")
        day = date(2025, 9, 1) + timedelta(days=i % 28)
        head = f"---\npublisher: Paper {i}\npublished: {day}\n---\n{about.event.capitalize()} in {about.place}\n\n"
        (folder / f"article-{i:04}.md").write_text(head + text(rng, about, sentences, figures), encoding="utf-8")
