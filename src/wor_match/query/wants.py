"""What a client wants and does not want, from phrases to theme vectors and stems."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.words import is_helping
from wor_match.query.liked import pastimes
from wor_match.query.no_answer import theme_hits, themes_said
from wor_match.text.phrases import Hit
from wor_match.text.reading import Reading, Readings
from wor_match.text.themes import default_reader
from wor_match.text.tokens import informative, says
from wor_match.vocabulary.tables import read_table

Vector = npt.NDArray[np.float64]
#: Interests and what gives energy are what someone wants to do; a goal tells more about why.
STRENGTH = {1: 0.5, 2: 0.75, 3: 1.0}
STRENGTH_OF_ENERGY = 0.75
STRENGTH_OF_GOAL = 0.5
#: Of a pastime that was only mentioned, beside one of which someone says to like it.
OF_PASTIME = 0.6
#: A facet ("being outdoors") is a weaker wish than a theme beside it in one phrase ("fishing"), and a weaker answer to
#: a wish for a theme. Chosen from a few values on four collections of judgements; none of them is worse for it.
_BESIDE_THEME = 0.35
_FACET = 0.3
#: ... but not beside a theme that is named far less clearly: "bewegen" is about moving, and a bit about health.
_AS_CLEAR = 0.5
_CLEARLY, _NEARLY = 0.7, 0.55
#: That people meet there is said of nearly everything: where no more is said it answers the wish for company in part.
_COMPANY, _IN_PART = "meeting_people", 0.65
#: Of a sentence so many themes are told, if they are about as clear as the clearest.
_MOST_NAMED, _ABOUT_AS_CLEAR = 3, 0.9
_HELPING = "volunteering"
#: Facets that are a wish of their own: "weer in beweging komen", "iets met mijn handen", "iets met muziek".
_TO_DO = frozenset(("moving", "hands_on", "outdoors", "music", "creative"))
_SERVICES = (
    "forms_help", "money_help", "practical_help", "carer_relief", "mood_course", "stress_course", "social_skills",
)  # fmt: skip
#: From this word weight on a word narrows a phrase.
_SAYS = 0.5


@dataclass(frozen=True, slots=True, repr=False)  # a client's words
class Want:
    """One phrase of a client, compiled.

    Parameters
    ----------
    phrase : str
        As the client said it.
    kind : {"interest", "energy", "goal", "own_words", "dislike"}
    strength : float in [0, 1]
    themes : float64 (themes,)
        How much the phrase names each theme.
    wanted : float64 (themes,)
        How well each offered theme would answer: the phrase's themes spread over related ones.
    stems : dict
        Informative stems with weights.
    is_whole : bool
        Whether its themes say all of it: "bingo" does, "a gym with mirrors" is about one sort of gym only.
    """

    phrase: str
    kind: str
    strength: float
    themes: Vector
    wanted: Vector
    stems: dict[str, float]
    is_whole: bool = True

    @property
    def is_understood(self) -> bool:
        """Whether any theme was read in the phrase."""
        return bool(self.themes.any())


def want(
    phrase: str,
    kind: str,
    strength: float,
    themes: Sequence[str] = (),
    readings: Readings | None = None,
    *,
    among: Collection[str] | None = None,
    is_all: bool = False,
) -> Want:
    """Compile one phrase; declared themes stand beside what is read in the words, of which only those ``among`` count.

    ``is_all``: a client who told no more than that. Then what is vague elsewhere ("mensen ontmoeten") is the wish.

    >>> want("vroeger zong ik in een koor", "interest", 1.0).is_understood
    True
    """
    read = (readings or Readings()).read(phrase)
    said = themes_said(read)
    if among is not None:
        said = {theme: weight for theme, weight in said.items() if theme in among}
    named = _named(said, themes)
    if kind == "own_words" and is_all:
        named = {theme: weight for theme, weight in said.items() if weight >= _CLEARLY}
    elif kind == "own_words":
        # Free text names much in passing: only what it clearly is about counts, and none of its other words.
        vague = _facets() - _TO_DO
        clear = {theme: weight for theme, weight in named.items() if weight >= _CLEARLY and theme not in vague}
        named = clear or _nearly(said)
    stems = {} if kind == "own_words" else informative(read)
    return Want(phrase, kind, strength, _vector(named), _spread(named), stems, _is_whole(read, theme_hits(read)))


def _nearly(said: Mapping[str, float]) -> dict[str, float]:
    """The pastimes that a sentence names best where it names nothing clearly: "bloemen", "iets met muziek"."""
    return {
        theme: weight
        for theme, weight in said.items()
        if (theme in _TO_DO and weight >= _CLEARLY) or (theme in pastimes() and weight >= _NEARLY)
    }


def clear_themes(wanted: Want) -> tuple[str, ...]:
    """The themes that a phrase names about as clearly as the clearest, at most three; the clearest first."""
    weights, ids = wanted.themes, default_reader().theme_ids
    best = float(weights.max())
    least = max(best * _ABOUT_AS_CLEAR, _CLEARLY if best >= _CLEARLY else _NEARLY)
    order = sorted(np.flatnonzero(weights >= least).tolist(), key=lambda place: (-float(weights[place]), place))
    return tuple(ids[place] for place in order[:_MOST_NAMED])


def _vector(named: Mapping[str, float]) -> Vector:
    place = theme_place()
    vector = np.zeros(len(place))
    for theme, weight in named.items():
        vector[place[theme]] = weight
    return vector


def _spread(named: Mapping[str, float]) -> Vector:
    """How well each offered theme answers the best answered of what is named."""
    answers, place = _answers(), theme_place()
    found = np.zeros(len(place))
    for theme, weight in named.items():
        np.maximum(found, answers[place[theme]] * weight, out=found)
    return found


@cache
def _answers() -> Vector:
    """How well each offered theme answers each wanted one, (wanted, offered).

    That something is creative is a weak answer to "clay".
    """
    facets, company = facet_mask(), theme_place()[_COMPANY]
    found = default_reader().similarity.astype(np.float64) * np.where(~facets[:, None] & facets[None, :], _FACET, 1.0)
    found[company, company] = _IN_PART
    return np.asarray(found)


def _is_whole(phrase: Reading, hits: Sequence[Hit]) -> bool:
    """Whether every word that says something lies in a phrase of the theme tables."""
    inside = {place for hit in hits for place in range(hit.start_word, hit.end_word)}
    outside = [word for place, word in enumerate(phrase.words) if place not in inside]
    return all(says(word, phrase.notes) < _SAYS for word in outside)


def _named(said: Mapping[str, float], themes: Sequence[str]) -> dict[str, float]:
    named = {**said, **dict.fromkeys(themes, 1.0)}
    if any(weight >= _CLEARLY and theme.startswith(_HELPING) for theme, weight in named.items()):
        # Whoever wants to do something for others does not ask for that help.
        named |= dict.fromkeys(_SERVICES, 0.0)
    facets = _facets()
    clearest = max((weight for theme, weight in named.items() if theme not in facets), default=0.0)
    if clearest < _BESIDE_THEME:
        return named
    return {
        theme: weight * _BESIDE_THEME if theme in facets and clearest >= _AS_CLEAR * weight else weight
        for theme, weight in named.items()
    }


@cache
def _facets() -> frozenset[str]:
    return frozenset(row["theme"] for row in read_table("themes") if row["facet"] == "1")


@cache
def theme_place() -> Mapping[str, int]:
    """Place of each theme in the vectors."""
    return {theme: place for place, theme in enumerate(default_reader().theme_ids)}


@cache
def helping_places() -> npt.NDArray[np.int64]:
    """Places of the themes of helping others."""
    return np.array([place for theme, place in theme_place().items() if is_helping(theme)])


@cache
def facet_mask() -> npt.NDArray[np.bool_]:
    """Which themes are facets: a quality of an activity rather than what it is about."""
    return np.array([row["facet"] == "1" for row in read_table("themes")], dtype=bool)
