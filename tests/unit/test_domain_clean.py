import time
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match import Activity, Catalogue, Client, InputError, Matcher
from wor_match.domain.clean import LIMIT, clean, is_cut
from wor_match.domain.visible import well_joined
from wor_match.exchange import read_catalogue

DIRT = st.lists(
    st.sampled_from(
        [*"ab <>&;/!-\\nrt\u00a0\u200b\u200c\u200d👩ن\u0301\r\n\t#x3é", "&amp;", "&lt;", "&#38;", "<br>", "<p>"]
    )
).map("".join)


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("<p>Koffie</p><p>Thee</p>", "Koffie\nThee"),
        ("Koken&lt;br /&gt;eten", "Koken\neten"),
        ("allergie&amp;euml;n", "allergieën"),
        (r"Regel een\nRegel twee\r\nRegel drie", "Regel een\nRegel twee\nRegel drie"),
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("zicht\u200bbaar\ufeff", "zichtbaar"),
        ("Cafe\u0301", "Café"),
        ("Koor 👩\u200d👩\u200d👧", "Koor 👩\u200d👩\u200d👧"),
        ("👩🏽\u200d🚀 🏳\ufe0f\u200d🌈 🙂\u200d↔\ufe0f", "👩🏽\u200d🚀 🏳\ufe0f\u200d🌈 🙂\u200d↔\ufe0f"),
        ("نیم\u200cفاصله", "نیم\u200cفاصله"),
        ("\u200dKo\u200cor \u200d👩\u200d", "Koor 👩"),
        ("👩\u200d\u200d\u200b👧 ن\u202e\u200cی", "👩\u200d👧 ن\u200cی"),
        ("🏴\U000e0067\u061c\u2066ن\u2069", "🏴ن"),
        ("3 < 5 en 6 > 2", "3 < 5 en 6 > 2"),
        ("R&D & <b>meer</b>", "R&D & meer"),
        ("<style>p {color: red}</style>Welkom", "Welkom"),
        ("\r\n\r\n  Welkom \r\n \r\n bij ons  ", "Welkom\nbij ons"),
        ("\uf0b7 lopen \uf0b7 praten", "lopen\npraten"),
        ("", ""),
    ],
)
def test_reads_as_a_person_would(raw: str, plain: str) -> None:
    assert clean(raw) == plain


@given(DIRT | st.text())
def test_is_idempotent(text: str) -> None:
    once = clean(text)
    assert clean(once) == once


@given(st.text())
def test_leaves_no_control_characters_or_double_spaces(text: str) -> None:
    plain = clean(text)
    assert "  " not in plain
    assert "\n\n" not in plain
    assert plain == plain.strip()
    assert all(character >= " " or character == "\n" for character in plain)


@pytest.mark.parametrize("piece", ["a ", "<", "&", "<!--", "&amp;", "<b ", "</", "\\n", "<style>", "\u0301"])
def test_ten_megabytes_of_anything_are_quick(piece: str) -> None:
    text = piece * (10_000_000 // len(piece))
    start = time.process_time()
    assert len(clean(text)) <= LIMIT
    assert is_cut(text)
    assert time.process_time() - start < 1.0


def test_a_model_is_cleaned_as_a_reader_does_it():
    raw = "Koor &amp;amp; zang<br>in Ede"
    text = "Samen &amp;lt;b&amp;gt;koken<p>En\u200b eten\\nElke week"
    place, part = {"name": "De&nbsp;Brug"}, {"title": "<i>Eten</i>", "description": text}
    found = Activity(
        id="a", title=raw, summary=text, description=text, provider=raw, kind_words=("<b>zingen</b>", "<br>"),
        places=[place], parts=[part], cost={"text": "&euro; 5"}, schedule={"text": raw}, group={"usual_mix": raw},
        contact={"name": "R&eacute;"},
    )  # fmt: skip
    line = " ".join(clean(raw).split())
    assert line == "Koor & zang in Ede"
    assert (found.title, found.provider, found.schedule.text, found.group.usual_mix) == (line,) * 4
    assert found.summary == found.description == found.parts[0].description == clean(text)
    assert (found.kind_words, found.places[0].name, found.parts[0].title) == (("zingen",), "De Brug", "Eten")
    assert (found.cost.text, found.contact.name) == ("€ 5", "Ré")
    assert Activity.model_validate_json(found.model_dump_json()) == found
    read = read_catalogue(pd.DataFrame([{"titel": raw, "omschrijving": text, "aanbieder": raw}])).activities[0]
    assert (read.title, read.description, read.provider) == (found.title, found.description, found.provider)


def test_an_emoji_of_several_reaches_text_and_page_whole():
    title = "Koor 👩\u200d👩\u200d👧 نیم\u200cفاصله"
    made = Activity(id="koor", title=title + "\u202e \u200d", themes=["singing"])
    found = Matcher(Catalogue.from_activities([made]), as_of=date(2026, 11, 23)).recommend(
        Client(reference="c-1", interests=["zingen"])
    )
    assert made.title == title
    for text in (
        found.to_text(),
        found.to_text(audience="client"),
        found.to_html(),
        found.letter(["koor"], consent=True),
    ):
        assert title in text


def test_ten_megabytes_of_joiners_are_quick():
    start = time.process_time()
    assert len(clean("👩\u200d" * 5_000_000)) < LIMIT
    assert well_joined("👩\u200d" * 50_000)[-1] == "👩"
    assert time.process_time() - start < 1.0


def test_a_title_of_nothing_but_markup_is_no_title():
    with pytest.raises(InputError, match="title: must say something besides spaces and markup"):
        Activity(id="a", title="<br>")
    with pytest.raises(InputError, match="title: must say something"):
        Activity(id="a", title="\u200d \u200c\u202e")
    with pytest.raises(InputError, match=r"parts\[0\].title"):
        Activity(id="a", title="Koor", parts=[{"title": "&nbsp;"}])


def test_a_text_that_is_not_read_whole_stays_as_it_was_given_and_is_told():
    long = "<b>koken</b> " * (LIMIT // 10)
    found = Activity(id="a", title="Koor", description=long)
    assert found.description == long
    assert [one.code for one in Catalogue.from_activities([found]).problems] == ["text_cut"]


@given(st.text(alphabet="ab <>&;\\n/ltgamp\u200b\xa0\n", max_size=60))
def test_what_is_kept_does_not_change_again(text):
    once = Activity(id="a", title="Koor", description=text).description
    assert Activity(id="a", title="Koor", description=once).description == once
