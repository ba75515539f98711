"""What a reader is told of an article that stands on a page with everything around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from claimcheck.ingest import article_from_text
from claimcheck.lexicon.furniture import FurnitureLexicon
from claimcheck.model.article import Article, Role

Reads = Callable[[str], Article]
OPENING = "At least 17 people were killed when a flood swept through four villages on Monday, officials said."
SECOND = "Rescuers searched for another nine people through the night, and the governor asked for help."


def blocks(article: Article) -> list[str]:
    return [b.span.cut(article.text) for b in article.blocks]


def test_a_page_with_everything_on_it(article_of: Reads) -> None:
    article = article_of(
        "Home | News | Weather\n"
        "Flood kills 17 in Example Valley\n"
        "By Jane Roe and Juan Poe\n"
        "newsroom@example.com | 2014-06-10 08:33:37\n"
        "Advertisement\n"
        f"RIVERTON, Ohio (EX) — {OPENING}\n"
        "SEE ALSO: 40 bridges closed in Ohio\n"
        f"{SECOND}\n"
        "John Doe contributed reporting from Columbus.\n"
        "©2014 Example Herald. All rights reserved.\n"
        "Most popular stories\n"
        "- 1Eight Ways To Save $400\n"
        "- 2Mayor, 61, Marries\n"
        "Comments\n"
        "No comment\n"
    )
    assert blocks(article) == ["Flood kills 17 in Example Valley", f"RIVERTON, Ohio (EX) — {OPENING}", SECOND]
    assert article.title == "Flood kills 17 in Example Valley"
    assert [b.role for b in article.blocks] == [Role.TITLE, Role.BODY, Role.BODY]
    assert article.author == "Jane Roe and Juan Poe"
    assert (article.published, article.hour) == (date(2014, 6, 10), time(8, 33))
    assert article.dateline == "RIVERTON, Ohio"
    assert [f.reason for f in article.furniture] == [
        "menu", "byline", "publication-line", "advertisement", "see-also", "contributor", "copyright",
        "headline-list", "headline-list", "headline-list", "reader-comments", "comments",
    ]  # fmt: skip


def test_a_list_of_headlines_ends_where_the_story_goes_on(article_of: Reads) -> None:
    article = article_of(
        f"Flood kills 17\n{OPENING}\nRelated stories\nEight dead in fire\nWhy 40 bridges closed\n{SECOND}\nThe end of it"
    )
    assert blocks(article) == ["Flood kills 17", OPENING, SECOND, "The end of it"]


def test_a_disclaimer_ends_at_a_blank_line(article_of: Reads) -> None:
    article = article_of(
        f"Flood kills 17\n{OPENING}\nLegal Disclaimer:\nExample Inc provides the\ninformation as is, for 30 days.\n\n{SECOND}"
    )
    assert blocks(article) == ["Flood kills 17", OPENING, SECOND]


def test_a_line_of_publication_at_the_end_of_a_paragraph(article_of: Reads) -> None:
    article = article_of(f"Flood kills 17\n\n{OPENING}\n\n{SECOND} Date Published: Tuesday, June 10, 2014\n")
    assert blocks(article)[-1] == SECOND
    assert article.published == date(2014, 6, 10)


def test_a_line_of_publication_behind_the_headline_on_one_line(article_of: Reads) -> None:
    article = article_of(f"Flood kills 17 in valley Posted: Tuesday, June 10, 2014 11:49 AM EDT\n\n{OPENING}\n\n{SECOND}")
    assert (article.title, article.published, article.hour) == ("Flood kills 17 in valley", date(2014, 6, 10), time(11, 49))


def test_what_a_sentence_says_was_published_stays(article_of: Reads) -> None:
    text = f"Study counts 40 floods\n\n{OPENING}\n\nThe study was published June 10, 2014."
    assert blocks(article_of(text))[-1] == "The study was published June 10, 2014."
    assert article_of(text).published is None


def test_days_inside_the_story_do_not_date_it(article_of: Reads) -> None:
    article = article_of(f"A history of floods\n\n{OPENING}\n\n{SECOND}\n\nJune 3, 1999\n\nA flood killed 40 people here.")
    assert article.published is None
    assert "June 3, 1999" in blocks(article)


def test_the_hours_of_a_live_report_are_not_its_hour(article_of: Reads) -> None:
    article = article_of(
        f"Flood: the latest\n\nJune 10, 2014\n\n{OPENING}\n\n3:25 p.m.\n\n{SECOND}\n\n3:10 p.m.\n\nFour roads are closed."
    )
    assert (article.published, article.hour) == (date(2014, 6, 10), None)
    assert not any("p.m." in b for b in blocks(article))


def test_a_day_that_can_be_read_two_ways_is_said(article_of: Reads) -> None:
    assert "month first" in article_of(f"Flood kills 17\nUpdated 4/9/2014 6:04 PM\n{OPENING}\n{SECOND}").notes[0]
    assert article_of(f"Flood kills 17\nUpdated 4/19/2014 6:04 PM\n{OPENING}\n{SECOND}").notes == ()


def test_a_later_change_is_said_and_does_not_move_the_day(article_of: Reads) -> None:
    article = article_of(f"Flood kills 17\nPublished June 10, 2014 5:00 PM Updated June 12, 2014 6:00 PM\n{OPENING}\n{SECOND}")
    assert (article.published, article.hour) == (date(2014, 6, 10), time(17))
    assert article.notes == ("Its page also names a later day, 2014-06-12.",)


def test_a_dateline_with_a_day_is_cut_and_one_without_is_kept(article_of: Reads) -> None:
    assert blocks(article_of(f"FLOOD KILLS 17\n\nLONDON, March 2 - {OPENING}\n\n{SECOND}"))[1] == OPENING
    assert blocks(article_of(f"Flood kills 17\n\nLONDON — {OPENING}\n\n{SECOND}"))[1] == f"LONDON — {OPENING}"


def test_what_stands_twice_is_read_once(article_of: Reads) -> None:
    article = article_of(
        f"Flood kills 17 in Example Valley\n\nFlood kills 17 in Example Valley\n\n{OPENING}\n\n{SECOND}\n\n{OPENING}"
    )
    assert blocks(article) == ["Flood kills 17 in Example Valley", OPENING, SECOND]


def test_lines_in_capitals_are_links_unless_the_article_is_in_capitals(article_of: Reads) -> None:
    link = "GOVERNOR ACCUSED OF HIDING $40 MILLION FRAUD"
    assert link not in blocks(article_of(f"Flood kills 17\n{OPENING}\n{link}\n{SECOND}"))
    assert link in blocks(article_of(f"Flood kills 17\n{OPENING}\n{link}\n{SECOND}".upper()))


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Flood kills 17", True),
        ("# Flood kills 17", True),
        ("Flood kills 17 in the U.S.", True),
        ("Did 17 die?", True),
        ("WATCH: 17 die in flood", True),
        (OPENING, False),
        ("“It was dreadful,” he said.", False),
    ],
)
def test_headlines(article_of: Reads, first: str, title: bool) -> None:
    article = article_of(f"{first}\n\n{OPENING} And more.\n\n{SECOND}")
    assert (article.blocks[0].role is Role.TITLE) is title
    assert (article.title is not None) is title


def test_the_only_paragraph_is_no_headline(article_of: Reads) -> None:
    assert [b.role for b in article_of("Flood kills 17 in Example Valley").blocks] == [Role.BODY]


WRAPPED = """\
Aid workers said on Monday that at least 17 people had been killed in
the flood, which swept through four villages in the night. The governor
asked for help, and the army sent 300 soldiers with boats and tents.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(article_of: Reads, end: str) -> None:
    text = f"FLOOD KILLS SEVENTEEN\n\n{WRAPPED}\n{WRAPPED.replace('Monday', 'Tuesday')}".replace("\n", end)
    article = article_of(text)
    assert len(article.blocks) == 3
    assert blocks(article)[1].count(end) == 2


def test_a_wrapped_line_that_looks_like_furniture_is_a_part_of_its_paragraph(article_of: Reads) -> None:
    text = WRAPPED + "\n" + WRAPPED.replace("Monday", "Friday").replace("asked for help, and", "Comments\nby the dozen came, and")
    assert "Comments" in "".join(blocks(article_of(text)))


def test_lines_that_are_paragraphs_stay_apart(article_of: Reads) -> None:
    article = article_of(f"Flood kills 17\n{OPENING}\nIt was over by noon.\n{SECOND}\nNobody was in the schools.")
    assert len(article.blocks) == 5


def test_what_the_caller_knows_goes_before_the_text(furniture: FurnitureLexicon) -> None:
    text = f"Flood kills 17\nUpdated 4/9/2014 6:04 PM\n{OPENING}\n{SECOND}"
    other_day = article_from_text(text, furniture, published=date(2014, 9, 4), publisher="Example Herald", path="x")
    assert (other_day.published, other_day.hour, other_day.notes, other_day.name) == (date(2014, 9, 4), None, (), "Example Herald")
    assert article_from_text(text, furniture, published=date(2014, 4, 9)).hour == time(18, 4)


def test_the_id_is_that_of_the_text(furniture: FurnitureLexicon) -> None:
    one, two, three = (article_from_text(t, furniture, path=p) for t, p in (("a 1", "x"), ("a 1", "y"), ("a 2", "x")))
    assert one.id == two.id != three.id
    assert one.id.startswith("s-")
    assert len(one.id) == 10


@pytest.mark.parametrize("text", ["", " \n ", "\n\n", "...", "\ud800 lone", "\x85\u2028", "---\n---\n"])
def test_odd_texts_are_articles_too(article_of: Reads, text: str) -> None:
    assert article_of(text).text == text


HEADLINES = ["Mayor Fined $4,000 Over Tree", "Fire Kills 14 in Valley as Dam Breaks", "Three Held After Theft From Museum"]


@pytest.mark.parametrize(
    "page",
    ["{title}\n\n{list}\n\n{story}", "{title}\n\n{story}\n\n{list}", "{title}\n\n{story}\n\n{list}\n\n(c) 2023 Example Press"],
)
def test_headlines_without_a_heading_before_or_behind_the_story(article_of: Reads, page: str) -> None:
    text = page.format(title="Flood kills 17 in Example Valley", list="\n".join(HEADLINES), story=f"{OPENING}\n\n{SECOND}")
    assert blocks(article_of(text)) == ["Flood kills 17 in Example Valley", OPENING, SECOND]


@pytest.mark.parametrize(
    "lines",
    [
        HEADLINES[:2],
        [
            "Jane Maria Roe Poe, 34, of Example City",
            "John Joseph Doe Poe, 41, of Example City",
            "Juan Maria Poe Roe, 7, of Example City",
        ],
        ["Fire kills 14 in valley", "Dam breaks after 40 years", "Mayor fined over tree"],
    ],
    ids=["two lines", "names with their ages", "lines of ordinary writing"],
)
def test_what_is_no_list_of_headlines(article_of: Reads, lines: list[str]) -> None:
    assert blocks(article_of("\n\n".join(["Flood kills 17", OPENING, SECOND, *lines])))[3:] == lines


def test_headlines_inside_the_story_stay(article_of: Reads) -> None:
    assert blocks(article_of("\n\n".join(["Flood kills 17", OPENING, *HEADLINES, SECOND])))[2:-1] == HEADLINES


READER = "I was there and I saw at least 400 boats on the river, whatever they say now."


def test_what_readers_write_below_the_story_is_no_part_of_it(article_of: Reads) -> None:
    text = "\n\n".join(["Flood kills 17", OPENING, SECOND, "2 comments", READER, "© 2014 Example Press"])
    article = article_of(text)
    assert blocks(article) == ["Flood kills 17", OPENING, SECOND]
    assert [f.reason for f in article.furniture] == ["reader-comments", "reader-comments", "copyright"]


def test_a_story_that_goes_on_behind_a_link_to_its_comments_is_read(article_of: Reads) -> None:
    assert blocks(article_of("\n\n".join(["Flood kills 17", OPENING, "2 comments", SECOND, READER]))) == [
        "Flood kills 17",
        OPENING,
        SECOND,
        READER,
    ]


def test_a_correction_that_states_figures_is_read(article_of: Reads) -> None:
    note = "This article has been corrected: 17 people were killed, not 71."
    assert blocks(article_of("\n\n".join(["Flood kills 17", OPENING, SECOND, note])))[-1] == note


def test_a_headline_repeated_below_the_name_of_the_page_is_read_once(article_of: Reads) -> None:
    text = "\n\n".join(["Flood kills 17 in Example Valley - Example News 12", "Flood kills 17 in Example Valley", OPENING, SECOND])
    assert blocks(article_of(text)) == ["Flood kills 17 in Example Valley - Example News 12", OPENING, SECOND]
