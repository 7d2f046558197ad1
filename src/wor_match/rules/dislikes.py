"""What the client does not want, when the activity is about just that. Elsewhere a dislike only weighs."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import CategoryColumn, RowSource
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.query.wants import Want, facet_mask
from wor_match.rules.base import Rule, Verdicts, verdicts
from wor_match.text.themes import default_reader
from wor_match.vocabulary.enums import ActivityKind, Role

#: An activity is about a theme when its title or category words name it this clearly.
MAIN = 0.8
_NAMED = 0.8


@lru_cache(maxsize=1 << 17)
def main_themes(title: str, kind_words: tuple[str, ...], declared: tuple[str, ...]) -> frozenset[str]:
    """Themes that an activity is about: declared, or named in its title or category words. Facets do not count.

    >>> sorted(main_themes("Bingo in de Zaal", (), ()))
    ['bingo']
    """
    reader = default_reader()
    vector = reader.vector([(title, 1.0), (" ; ".join(kind_words), 0.8)])
    found = {reader.theme_ids[place] for place in np.flatnonzero((vector >= MAIN) & ~facet_mask())}
    return frozenset(found | set(declared))


MAIN_THEMES = CategoryColumn("main_themes", lambda row: _themes_of(row))


def _themes_of(row: RowSource) -> frozenset[str]:
    """What an activity is about for those who come: volunteering only where they are the volunteers."""
    activity = row.activity
    found = main_themes(activity.title, activity.kind_words, activity.themes)
    only_helps = Role.HELP in activity.roles and Role.TAKE_PART not in activity.roles
    if activity.kind is ActivityKind.VOLUNTEERING or only_helps:
        return found
    return frozenset(theme for theme in found if not theme.startswith("volunteering") or theme in activity.themes)


#: Themes of meeting people of one's own time of life. Beside a pastime an age tells for whom it is, not what it is.
_BY_AGE = frozenset({"seniors_meeting", "young_adults"})
#: What such a meeting is anyway.
_JUST_MEETING = frozenset({"coffee_meeting", "meeting_people", "eating_together", "bingo"})
_AN_AGE = re.compile(
    r"\d|plussers?$|^(?:ouderen?|oudere mensen|senioren|senior|bejaarden|gepensioneerden|jongeren|jongvolwassenen?"
    r"|jonge (?:mensen|volwassenen|vrouwen)|studenten?|seniors|older (?:people|adults)|pensioners|retired people"
    r"|elderly people|the elderly|young (?:people|adults))$"
)
ABOUT = CategoryColumn("about", lambda row: _about(row))


def _about(row: RowSource) -> frozenset[str]:
    """The main themes, without the age for whom it is: "computerles 65+" is about computers, "ouderensoos" is not."""
    themes, activity = _themes_of(row), row.activity
    if themes <= _BY_AGE | _JUST_MEETING:
        return themes
    ages = (themes & _BY_AGE).difference(activity.themes)
    return themes - {one for one in ages if _is_only_an_age(one, activity.title, activity.kind_words)}


def _is_only_an_age(theme: str, title: str, kind_words: tuple[str, ...]) -> bool:
    """Whether the theme is named by nothing but an age, in words of its own: "seniorengym" is a group of them."""
    hits = [hit for text in (title, *kind_words) for hit in default_reader().phrases.find(text) if hit.key == theme]
    return all(hit.exact and _AN_AGE.search(hit.phrase) for hit in hits)


def _codes_by_theme(catalogue: Catalogue) -> dict[str, npt.NDArray[np.int64]]:
    """By theme, which of the distinct values of :data:`ABOUT` hold it."""
    found: dict[str, list[int]] = {}
    for code, themes in enumerate(catalogue.categories(ABOUT)[1]):
        for theme in themes:
            found.setdefault(theme, []).append(code)
    return {theme: np.array(codes, dtype=np.int64) for theme, codes in found.items()}


def hit(dislike: Want, themes: frozenset[str]) -> str | None:
    """The theme for which a dislike excludes, if any. A dislike that is narrower than its theme only weighs."""
    return next((theme for theme in _named(dislike) if theme in themes), None)


def _named(dislike: Want) -> list[str]:
    """The themes that a dislike names clearly, the clearest first; none when it is narrower than its theme."""
    if not dislike.is_whole:
        return []
    clear = (dislike.themes >= _NAMED).nonzero()[0].tolist()
    ids = default_reader().theme_ids
    return [ids[place] for place in sorted(clear, key=lambda place: -dislike.themes[place])]


def _apart(query: Query) -> tuple[list[Want], list[Want]]:
    """The dislikes that name one sort of a wish, and the others."""
    sorts: list[Want] = []
    whole: list[Want] = []
    for one in query.dislikes:
        (sorts if _is_one_sort(one, query) else whole).append(one)
    return sorts, whole


def _is_one_sort(dislike: Want, query: Query) -> bool:
    """Whether it names, in one other word, one sort of what is wished: a tricycle, for who wants to cycle."""
    if len(dislike.stems) != 1:
        return False
    others = [one for one in query.wants if one.kind == "interest" and dislike.stems.keys().isdisjoint(one.stems)]
    clear = (dislike.themes >= _NAMED) & ~facet_mask()
    return any(bool(((one.themes >= _NAMED) & clear).any()) for one in others)


@lru_cache(maxsize=1 << 12)
def _phrases_of(title: str, kind_words: tuple[str, ...]) -> frozenset[str]:
    """The words of the theme tables in a title and category words, those inside compounds among them."""
    return frozenset(hit.phrase for text in (title, *kind_words) for hit in default_reader().phrases.find(text))


def _of_the_sort(scene: Scene, dislike: Want, about: npt.NDArray[np.bool_]) -> list[int]:
    """Of the rows that are about it, by their places, those that name this sort itself."""
    own = tuple({hit.phrase for hit in default_reader().phrases.find(dislike.phrase)})
    each = [(place, scene.rows.source(place).activity) for place in about.nonzero()[0].tolist()]
    # A "zangkoor" is a "koor": the end of a Dutch compound tells what it is.
    return [place for place, one in each if any(name.endswith(own) for name in _phrases_of(one.title, one.kind_words))]


def wished_themes(query: Query) -> frozenset[str]:
    """The themes that a named interest is clearly about; facets do not count."""
    vectors = [one.themes for one in query.wants if one.kind == "interest"]
    if not vectors:
        return frozenset()
    ids = default_reader().theme_ids
    clear = (np.max(vectors, axis=0) >= _NAMED) & ~facet_mask()
    return frozenset(ids[place] for place in clear.nonzero()[0].tolist())


class DislikesRule(Rule):
    """No when a disliked theme is what the activity is about."""

    name = "dislikes"
    field = "title"

    def applies(self, query: Query) -> bool:
        """When the client named a dislike that could be read."""
        return any(one.is_understood for one in query.dislikes)

    def check(self, scene: Scene) -> Verdicts:
        """Once for every distinct title; a title that says nothing is a yes, the description still weighs.

        What is as much about something that the client named as an interest is not excluded: it weighs. So does what
        is about a wish of which the dislike names one sort only, unless it is that sort.
        """
        query, by_theme = scene.query, scene.rows.catalogue.once(_codes_by_theme)
        sorts, whole = _apart(query)
        named = frozenset(theme for one in whole for theme in _named(one))
        is_out = np.zeros(len(scene.rows.catalogue.categories(ABOUT)[1]), dtype=bool)
        for themes, is_no in ((named, True), (wished_themes(query) - named, False)):
            for theme in themes & by_theme.keys():
                is_out[by_theme[theme]] = is_no
        no = scene.rows.by_code(ABOUT, is_out)
        for one in sorts:
            is_about = np.zeros(len(is_out), dtype=bool)
            for theme in by_theme.keys() & set(_named(one)):
                is_about[by_theme[theme]] = True
            no[_of_the_sort(scene, one, scene.rows.by_code(ABOUT, is_about))] = True
        return verdicts(no=no, yes=~no)

    def why_not(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]]:
        """The theme that is not wanted."""
        themes = scene.rows.value(ABOUT, place)
        found = next(theme for theme in (hit(one, themes) for one in scene.query.dislikes) if theme)
        return "about", {"theme": found}
