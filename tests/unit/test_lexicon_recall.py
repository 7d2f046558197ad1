"""How well the theme lexicon hears what clients and directories say, on phrases judged without looking at it."""

import csv
from pathlib import Path

import numpy as np
import pytest

from wor_match.text.themes import default_reader

HEARD = 0.5
"""From this weight on a theme is heard."""
CLEARLY = 0.7
"""From this weight on a theme that does not belong is a false alarm."""
RELATED = 0.3
_DONE_BY_OTHERS = 0.25
FLOORS = {"phrases.csv": 0.97, "phrases_2.csv": 0.96, "phrases_3.csv": 1.0}
CEILINGS = {"phrases.csv": 0.09, "phrases_2.csv": 0.05, "phrases_3.csv": 0.05}
DATA = Path(__file__).parents[1] / "data"

Row = dict[str, str]


def _rows(name: str) -> list[Row]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _alarms(row: Row) -> list[str]:
    """Return the themes clearly read that are neither meant nor near what is meant."""
    reader = default_reader()
    place = {theme: number for number, theme in enumerate(reader.theme_ids)}
    near = np.maximum(reader.similarity, reader.similarity.T)
    meant = row["themes"].split()
    # As in the catalogue: "a volunteer walks along" is not volunteering for those who come to take part.
    is_taking_part = row["side"] == "activity" and not any(theme.startswith("volunteering") for theme in meant)
    found = []
    for theme, weight in reader.read(row["text"]).items():
        by_others = is_taking_part and (theme.startswith("volunteering") or theme == "helping")
        is_near = any(near[place[theme], place[other]] >= RELATED for other in meant)
        if weight * (_DONE_BY_OTHERS if by_others else 1.0) >= CLEARLY and not is_near:
            found.append(theme)
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_judgements_name_themes_that_exist(name: str) -> None:
    known = set(default_reader().theme_ids)
    for row in _rows(name):
        assert row["themes"], row["text"]
        assert {*row["themes"].split(), *row["not_themes"].split()} <= known, row["text"]


@pytest.mark.parametrize("name", FLOORS)
def test_the_first_theme_is_heard(name: str) -> None:
    rows = _rows(name)
    missed = [
        f"{row['text']}: {row['themes']}, read {found}"
        for row in rows
        if (found := default_reader().read(row["text"])).get(row["themes"].split()[0], 0.0) < HEARD
    ]
    assert 1.0 - len(missed) / len(rows) >= FLOORS[name], "\n".join(missed)


@pytest.mark.parametrize("name", CEILINGS)
def test_few_themes_are_heard_that_nobody_meant(name: str) -> None:
    rows = _rows(name)
    alarms = [f"{row['text']}: {', '.join(found)}" for row in rows if (found := _alarms(row))]
    assert len(alarms) / len(rows) <= CEILINGS[name], "\n".join(alarms)


@pytest.mark.parametrize("name", CEILINGS)
def test_a_silly_theme_is_hardly_ever_heard(name: str) -> None:
    rows = _rows(name)
    silly = [
        f"{row['text']}: {theme}"
        for row in rows
        for theme in row["not_themes"].split()
        if default_reader().read(row["text"]).get(theme, 0.0) >= CLEARLY
    ]
    assert len(silly) / len(rows) <= 0.01, "\n".join(silly)
