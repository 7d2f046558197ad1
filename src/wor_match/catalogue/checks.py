"""What is odd about activities that came in as models: told in ``Catalogue.problems``, never changed silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wor_match.catalogue.problems import CatalogueProblem, ImportReport
from wor_match.domain.activity import Activity
from wor_match.domain.clean import LIMIT, is_cut
from wor_match.domain.place import Place
from wor_match.geo import locate, looks_swapped


def checked(activities: Sequence[Activity]) -> ImportReport:
    """A report on models: all are kept, and what should be looked at is named.

    >>> checked([Activity(id="a", title="Koor", places=[{"lat": 5.1, "lon": 52.1}])]).problems[0].code
    'point_swapped'
    """
    problems = tuple(problem for activity in activities for problem in _of(activity))
    return ImportReport(read=len(activities), kept=len(activities), activities=len(activities), problems=problems)


def _of(activity: Activity) -> Iterator[CatalogueProblem]:
    if is_cut(activity.description):
        message = f"only the first {LIMIT} characters are read"
        yield CatalogueProblem(activity.id, "description", "text_cut", message, "note")
    for path, place in _places(activity):
        if place.lat is not None and place.lon is not None and looks_swapped(place.lat, place.lon):
            message = "lat and lon look exchanged: this point is far from the Netherlands, the other way round is in it"
            yield CatalogueProblem(activity.id, path, "point_swapped", message, "doubt")
        if place.lat is None and place.postcode and locate(place.postcode) is None:
            message = "the postcode is in no area of the shipped CBS table; the place counts as not known"
            yield CatalogueProblem(activity.id, f"{path}.postcode", "postcode_unknown", message, "doubt")


def _places(activity: Activity) -> Iterable[tuple[str, Place]]:
    for number, place in enumerate(activity.places):
        yield f"places[{number}]", place
    for part_number, part in enumerate(activity.parts):
        for number, place in enumerate(part.places):
            yield f"parts[{part_number}].places[{number}]", place
