import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wor_match.text.clean import LIMIT, clean, is_cut

DIRT = st.lists(
    st.sampled_from([*"ab <>&;/!-\\nrt\u00a0\u200b\r\n\t#x3é", "&amp;", "&lt;", "&#38;", "<br>", "<p>"])
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
