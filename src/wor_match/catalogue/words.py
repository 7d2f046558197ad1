"""What the words of each activity say: theme strengths and informative stems, as sparse arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import fixed
from wor_match.catalogue.meeting_point import without_meeting_point
from wor_match.catalogue.names import without_names
from wor_match.domain.activity import Activity
from wor_match.domain.clean import readable
from wor_match.text.reading import DIRECTORY, Reading
from wor_match.text.themes import default_reader
from wor_match.text.tokens import informative
from wor_match.vocabulary.enums import ActivityKind, Role

#: How much a word says by where it stands; the title tells what a thing is, the prose also what is around it. A name
#: in the title says hardly anything: in "Koffie-inloop De Lindeboom" there are no trees.
TITLE, KIND, PROSE = 1.0, 0.8, 0.55
NAME = 0.3
WEAK = 0.4
_LEAST = 0.12
_DONE_BY_OTHERS = 0.25


def _parts(activity: Activity) -> list[tuple[str, float]]:
    kind = KIND * (WEAK if "kind_words" in activity.weak_fields else 1.0)
    prose = PROSE * (WEAK if "description" in activity.weak_fields else 1.0)
    texts = [*_title(activity.title), (" ; ".join(activity.kind_words), kind)]
    texts.append((without_meeting_point(activity.prose), prose))
    texts += [(part.title, KIND) for part in activity.parts]
    texts += [(part.description, PROSE * 0.8) for part in activity.parts]
    return [(readable(text), weight) for text, weight in texts if text]


def _title(title: str) -> Iterator[tuple[str, float]]:
    """The title, and the names in it apart."""
    rest, names = without_names(title)
    yield rest, TITLE
    if names:
        yield " ; ".join(names), NAME


def says_anything(activity: Activity) -> bool:
    """Whether a listing has any words but its title: without, what it is about is not known.

    >>> says_anything(Activity(id="a", title="Koor")), says_anything(Activity(id="a", title="K", summary="Zing!"))
    (False, True)
    """
    return bool(activity.prose or activity.kind_words or activity.themes)


def theme_strengths(activity: Activity) -> dict[str, float]:
    """Theme ids with strengths in (0, 1]: read from the words, or as the activity declares them.

    >>> theme_strengths(Activity(id="a", title="Koor", themes=("singing",)))["singing"]
    1.0
    """
    found = dict(_read(tuple(_parts(activity))))
    if activity.kind is not ActivityKind.VOLUNTEERING and Role.HELP not in activity.roles:
        # "A volunteer walks along" does not make it volunteering for those who come to take part.
        for theme in filter(is_helping, found):
            found[theme] *= _DONE_BY_OTHERS
    for theme in activity.themes:
        found[theme] = 1.0
    return found


def most_of(activity: Activity, strengths: dict[str, float]) -> dict[str, float]:
    """The same strengths if it turns out that one comes to help there; they themselves when that is told.

    >>> one = Activity(id="a", title="Vrijwilligers gezocht")
    >>> max(most_of(one, theme_strengths(one)).values()) > max(theme_strengths(one).values())
    True
    """
    may_help = not activity.roles or (activity.kind is None and Role.HELP not in activity.roles)
    if activity.kind is ActivityKind.VOLUNTEERING or not may_help or not any(map(is_helping, strengths)):
        return strengths
    return theme_strengths(activity.model_copy(update={"roles": (Role.HELP,)}))


def is_helping(theme: str) -> bool:
    """Whether a theme is about helping others."""
    return theme.startswith("volunteering") or theme == "helping"


@lru_cache(maxsize=1 << 16)
def _read(parts: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    reader = default_reader()
    vector = reader.vector(parts)
    return tuple((reader.theme_ids[n], float(vector[n])) for n in np.flatnonzero(vector > _LEAST))


@lru_cache(maxsize=1 << 16)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(informative(Reading(text, DIRECTORY)))


class WordIndex:
    """Theme strengths (CSR by activity) and an inverted index of stems, for all activities."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        reader = default_reader()
        number = {theme: place for place, theme in enumerate(reader.theme_ids)}
        themes = [theme_strengths(activity) for activity in activities]
        self.theme_start = np.zeros(len(activities) + 1, dtype=np.int64)
        np.cumsum([len(found) for found in themes], out=self.theme_start[1:])
        self.theme_id = np.array([number[name] for found in themes for name in found], dtype=np.int32)
        self.theme_strength = np.array([value for found in themes for value in found.values()], dtype=np.float64)
        most = [most_of(activity, found) for activity, found in zip(activities, themes, strict=True)]
        #: The strengths of what may turn out to be for those who come to help, and which activities these are.
        self.theme_most = np.array([value for found in most for value in found.values()], dtype=np.float64)
        self.may_help = np.array([one is not found for one, found in zip(most, themes, strict=True)], dtype=bool)
        self._postings = _postings(activities)
        self.has_words = np.array([says_anything(one) for one in activities], dtype=bool)
        for one in (*vars(self).values(), *(array for posting in self._postings.values() for array in posting)):
            if isinstance(one, np.ndarray):
                fixed(one)

    def themes_of(self, activity: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]]:
        """Theme numbers and strengths of one activity."""
        part = slice(self.theme_start[activity], self.theme_start[activity + 1])
        return self.theme_id[part], self.theme_strength[part]

    def any_of(self, stems: Iterable[str]) -> npt.NDArray[np.bool_]:
        """Which activities' words hold any of these stems, (activities,)."""
        found = np.zeros(len(self.has_words), dtype=bool)
        for stem in stems:
            if (posting := self.posting(stem)) is not None:
                found[posting[0]] = True
        return found

    def posting(self, stem: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]] | None:
        """Activities whose words hold the stem, and how much it says there."""
        return self._postings.get(stem)


def _postings(
    activities: Sequence[Activity],
) -> dict[str, tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]]:
    found: dict[str, dict[int, float]] = {}
    for number, activity in enumerate(activities):
        for text, weight in _parts(activity):
            for stem in _stems(text):
                row = found.setdefault(stem, {})
                row[number] = max(row.get(number, 0.0), weight)
    return {
        stem: (
            np.fromiter(row.keys(), dtype=np.int64, count=len(row)),
            np.fromiter(row.values(), dtype=np.float64, count=len(row)),
        )
        for stem, row in found.items()
    }
