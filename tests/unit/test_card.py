"""The coach's card and the client's leaflet as pages: what stands where, and that the bar adds up."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from html_page import Page
from wor_match import InputError, Matcher, load_sample
from wor_match.advice import Advice
from wor_match.criteria import CRITERIA
from wor_match.explain.address import addressing
from wor_match.explain.card.bars import FAMILIES
from wor_match.explain.codes import codes
from wor_match.explain.lines import as_lines
from wor_match.explain.lint import lint
from wor_match.explain.wording.labels import labels
from wor_match.explain.wording.table import wording
from wor_match.sample import SAMPLE_DATE
from wording_examples import example

LANGUAGES = ("nl", "en")


@pytest.fixture(scope="module")
def advices() -> dict[str, Advice]:
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
    return {one.reference: matcher.recommend(one, 5) for one in clients}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_well_made(advices, language):
    for advice in advices.values():
        for audience in ("coach", "client"):
            text = advice.to_html(language=language, audience=audience)
            page = Page(text)
            assert page.wrong == [], (advice.reference, audience)
            assert page.levels[0] == 1
            assert page.levels.count(1) == 1
            assert page.tags.count("main") == page.tags.count("header") == 1
            assert f'<html lang="{language}">' in text
            assert not re.search(r"<script|@import|url\(http|https?://(?!\S*\.example)", text)


def test_the_card_tells_all_that_the_text_tells(advices):
    for advice in advices.values():
        page = "".join(Page(advice.to_html()).text.split())
        for line in as_lines(advice, "nl", "coach"):
            assert "".join(line.text.rstrip(":").split()) in page, (advice.reference, line.role)


def test_gates_stand_above_all_else(advices):
    text = advices["c-07"].to_html()
    assert text.index('class="safety mind"') < text.index("<article")
    stopped = advices["c-16"].to_html()
    assert 'class="safety stop"' in stopped
    assert '<a href="tel:112">112</a>' in stopped
    assert "<article" not in stopped
    assert 'class="safety' not in advices["c-01"].to_html()


def test_the_bar_and_its_table_add_up(advices):
    advice = advices["c-02"]
    bars = re.findall(r'<svg class="bar".*?</svg>', advice.to_html())
    assert len(bars) == len(advice.suggestions)
    for one, drawn in zip(advice.suggestions, bars, strict=True):
        parts = [
            tuple(map(float, found)) for found in re.findall(r'class="part" x="([\d.]+)" y="1" width="([\d.]+)"', drawn)
        ]
        for (start, width), (following, _) in pairwise(parts):
            assert start + width == pytest.approx(following, abs=0.11)
        assert sum(width for _, width in parts) == pytest.approx(
            600 * one.score_milli / advice.possible_milli, abs=0.06 * len(parts)
        )
        assert sum(part.points_milli for part in one.contributions) == one.score_milli
        assert f"Balk: {one.score:.1f}".replace(".", ",").removesuffix(",0") in drawn


def test_why_not_and_the_points_are_folded_away(advices):
    text = advices["c-02"].to_html()
    assert text.count('<details class="points">') == 5
    assert text.count('<details class="why-not">') == 2
    assert "<details open" not in text


def test_questions_stand_out_with_a_number_to_call(advices):
    text = advices["c-02"].to_html()
    assert re.search(r'<h4 class="call_provider">Bel eerst [^<]+<a href="tel:\d+">', text)


def test_every_criterion_has_a_family_and_a_name():
    known = {name for names in FAMILIES.values() for name in names}
    assert {one.name for one in CRITERIA} == known
    for language in LANGUAGES:
        assert known <= set(labels("criterion", language))
        assert set(FAMILIES) <= set(labels("family", language))


def test_a_leaflet_has_no_scores_and_a_box_to_tick(advices):
    for language in LANGUAGES:
        page = Page(advices["c-02"].to_html(language=language, audience="client"))
        assert "svg" not in page.tags
        assert "c-02" not in page.text
        assert not re.search(r"punten|points|\d+ van \d+", page.text)
        assert page.text.count("Dit wil ik proberen" if language == "nl" else "I want to try this") == 5


def test_a_leaflet_leaves_out_own_words_that_name_a_complaint():
    catalogue, _ = load_sample()
    matcher = Matcher(catalogue, as_of=date(2026, 11, 23))
    from wor_match import Client

    advice = matcher.recommend(
        Client(
            reference="c", interests=["samen eten tegen de eenzaamheid", "zingen"], goals=["minder somber door bewegen"]
        )
    )
    coach = advice.to_text()
    assert "eenzaamheid" in coach
    for text in (advice.leaflet(), advice.leaflet(address="je"), advice.read_aloud()):
        assert "eenzaamheid" not in text
        assert "somber" not in text
        assert "zingen" in text


def test_je_is_said_everywhere_or_nowhere(advices):
    for advice in advices.values():
        for text in (Page(advice.leaflet(address="je")).text, advice.read_aloud(address="je")):
            ours = re.sub(r"‘[^’]*’", "", text)
            assert not re.search(r"\b[Uu]w?\b(?! en)", ours)
        assert not re.search(
            r"\b(je|jij|jouw)\b",
            "\n".join(line.text for line in as_lines(advice, "nl", "client") if line.own and "‘" not in line.text),
        )
        assert advice.leaflet(language="en", address="je") == advice.leaflet(language="en")


def test_je_reads_well_in_every_sentence():
    for code in codes().values():
        told = wording(addressing("nl", "je")).fill(code.name, "client", example(code))
        plain = re.sub(r"‘[^’]*’", "", told)
        assert not re.search(
            r"\b[Uu]w?\b|\b(kunt|hebt|bent|wilt|zult|gaat|komt) je\b|\bje (kun|heb|ben)\b|zich", plain
        ), told


@pytest.mark.parametrize("language", LANGUAGES)
def test_leaflets_and_what_is_read_aloud_are_plain(advices, language):
    for advice in advices.values():
        for address in ("u", "je"):
            lines = as_lines(advice, addressing(language, address), "client")
            ours = [line.text for line in lines if line.own and line.role != "suggestion"]
            found = [finding for text in ours for finding in lint(text, language)]
            assert not found, (advice.reference, found)


def test_what_is_read_aloud_is_one_paragraph_an_idea(advices):
    text = advices["c-02"].read_aloud()
    assert text.count("\n\n") == 7  # title, five ideas, when there is contact again, who decides
    assert "Idee 1: Men's Shed De Werkbank." in text
    assert "9.30 tot 12.30 uur" in text
    assert "5 euro per maand" in text
    assert "€" not in text


def test_pictograms_are_signs_or_pictures_within_the_page(advices):
    advice = advices["c-02"]
    theme = next(reason.params["theme"] for reason in advice.suggestions[0].reasons_for if reason.params.get("theme"))
    dot = "data:image/png;base64,iVBORw0KGgo="
    assert '<span class="picture" aria-hidden="true">🔨</span>' in advice.leaflet(pictograms={theme: "🔨"})
    assert f'<img src="{dot}" alt=""' in advice.leaflet(pictograms={theme: dot})
    assert "&lt;b&gt;" in advice.leaflet(pictograms={theme: "<b>"})
    for bad in (
        "https://elsewhere.example/a.png",
        "<svg><script>x()</script></svg>",
        'data:image/png;base64,x"onload="y()',
    ):
        with pytest.raises(InputError, match=theme):
            advice.leaflet(pictograms={theme: bad})


def test_a_redacted_advice_can_be_drawn(advices):
    for name in ("c-02", "c-07", "c-16"):
        redacted = advices[name].redact()
        for text in (redacted.to_html(), redacted.leaflet(), redacted._repr_html_()):
            assert Page(text).wrong == []


def test_what_the_coach_decided_stands_on_the_card_only(advices):
    one = advices["c-02"].suggestions[2].activity.id
    pinned = advices["c-02"].pin(one, reason="kent de begeleider", by="coach 7", on=SAMPLE_DATE)
    page = pinned.to_html()
    assert "kent de begeleider" in page
    assert Page(page).wrong == []
    assert "kent de begeleider" not in pinned.leaflet()
