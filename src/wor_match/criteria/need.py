"""Does it offer the working elements that fit the reason for referral. It never says that it treats anything."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.catalogue import Catalogue
from wor_match.catalogue.columns import CategoryColumn, Column, RowSource
from wor_match.criteria.activities import gather, helping_themes, themes_by_row
from wor_match.criteria.base import Criterion, Telling, Values
from wor_match.criteria.doubts import KIND_IS_OPEN, is_silent, lowered, raised
from wor_match.query.query import Query
from wor_match.query.scene import Scene
from wor_match.text.themes import default_reader
from wor_match.vocabulary.enums import ActivityKind, Setting
from wor_match.vocabulary.tables import read_table

Floats = npt.NDArray[np.float64]
#: What a kind of activity offers besides its themes (design inference, after the seven working elements).
_BY_KIND = {
    ActivityKind.VOLUNTEERING: {"meaningful_role": 0.9, "being_busy": 0.6},
    ActivityKind.DROP_IN: {"meeting": 0.8},
    ActivityKind.PEER_GROUP: {"meaningful_contact": 0.8, "realistic_expectations": 0.5},
    ActivityKind.ONE_TO_ONE: {"meaningful_contact": 0.8},
    ActivityKind.SERVICE: {"practical_support": 0.8},
}
KIND = CategoryColumn("kind", lambda row: row.activity.kind)
_CLEAR = 0.35
#: Whoever is lonely is helped less by merely meeting, or on a screen, than by a group that does something: of meeting
#: alone little is shown (Fokkema & van Tilburg 2007; doi 10.3389/fpubh.2024.1427605), of groups with content more
#: (Shekelle 2024). How much less, and what is done together, is design inference; fifteen collections of judgements
#: are the better for it, or the same.
_LONELY = ("loneliness", "social_loneliness", "emotional_loneliness")
_LEAST_LONELY = 0.3
_MERELY_MEETING = 0.5
_DONE_TOGETHER, _TOGETHER = ("eating_together", "cooking", "outings"), 0.8
MERELY_MEETS = Column("merely_meets", np.bool_, lambda row: _merely_meets(row))


def _merely_meets(row: RowSource) -> bool:
    return row.activity.kind is ActivityKind.DROP_IN or row.setting is Setting.ONLINE


@cache
def element_ids() -> tuple[str, ...]:
    """The seven working elements, in the order of the table."""
    return tuple(row["element"] for row in read_table("working_elements"))


@cache
def _by_theme() -> Floats:
    """How strongly each theme's activities usually offer each element, (elements, themes)."""
    reader, elements = default_reader(), element_ids()
    matrix = np.zeros((len(elements), len(reader.theme_ids)))
    for row in read_table("theme_elements"):
        matrix[elements.index(row["element"]), reader.theme_ids.index(row["theme"])] = float(row["strength"])
    return matrix


def offered(scene: Scene) -> Floats:
    """How strongly each row offers each working element, (elements, rows)."""
    return scene.rows.catalogue.once(_offers).take(scene.rows.index, axis=1)


def _offers(catalogue: Catalogue) -> Floats:
    """The same for all rows: it asks nothing of the client, so that it is worked out once."""
    elements = element_ids()
    by_kind = catalogue.all_rows.answer(
        KIND,
        lambda kind: tuple(_BY_KIND.get(kind or ActivityKind.ACTIVITY, {}).get(name, 0.0) for name in elements),
        np.float64,
    )
    themes = catalogue.once(themes_by_row).of(np.arange(len(catalogue.row_activity)))
    by_theme = np.array([themes.best(one) for one in _by_theme()])
    # One element after the other, so that a few rows of one element lie close together.
    return np.ascontiguousarray(np.minimum(np.maximum(by_theme, by_kind.T), 1.0))


def _may_offer(catalogue: Catalogue) -> tuple[npt.NDArray[np.int64], Floats]:
    """What open rows offer if they are of each kind and one comes to help there, (elements, kinds, open rows).

    And the place of each row among those that are open, -1 for the others: it is open what sort of thing it is,
    whether one comes to help there, or, without any words, what it is about.
    """
    rows = catalogue.all_rows
    silent = ~catalogue.words.has_words[catalogue.row_activity]
    kind_is_open = rows.get(KIND_IS_OPEN)
    here = np.flatnonzero(silent | kind_is_open | catalogue.words.may_help[catalogue.row_activity])
    place = np.full(len(rows), -1, dtype=np.int64)
    place[here] = np.arange(len(here))
    by_theme = catalogue.once(helping_themes).of(here).best(_by_theme())
    anything = np.maximum(by_theme, _by_theme().max(axis=1)[:, None])
    base = np.maximum(np.where(silent[here], anything, by_theme), catalogue.once(_offers)[:, here])
    kinds = np.array([[offer.get(name, 0.0) for offer in ({}, *_BY_KIND.values())] for name in element_ids()])
    other = kinds[:, :, None] * kind_is_open[here]
    return place, np.ascontiguousarray(np.minimum(np.maximum(base[:, None, :], other), 1.0))


def _weights(query: Query) -> Floats:
    return np.array([query.elements.get(name, 0.0) for name in element_ids()])


def _mean(weights: Floats, offers: Floats, places: npt.NDArray[np.int64]) -> Floats:
    """Weighted mean over the first axis, of some places in the last one."""
    # One after the other: a matrix product differs in the last bit by its size.
    parts = [weights[number] * offers[number].take(places, axis=-1) for number in weights.nonzero()[0].tolist()]
    return np.asarray(sum(parts) / weights.sum())


def _known(scene: Scene) -> Floats:
    """Weighted mean of what each row is known to offer, (n,)."""
    return _mean(_weights(scene.query), scene.rows.catalogue.once(_offers), scene.rows.index)


def _is_lonely(query: Query) -> bool:
    return any(query.complaints.get(name, 0.0) >= _LEAST_LONELY for name in _LONELY)


@cache
def _together() -> Floats:
    """How much is done together by theme, (themes,)."""
    return np.where(np.isin(default_reader().theme_ids, _DONE_TOGETHER), _TOGETHER, 0.0)


def _value(scene: Scene) -> Floats:
    """What each row is known to offer this client, (n,)."""
    value = scene.once(_known)
    if not _is_lonely(scene.query):
        return value
    is_service = scene.rows.answer(KIND, lambda kind: kind is ActivityKind.SERVICE, np.bool_)
    value = np.maximum(value, np.where(is_service, 0.0, np.minimum(gather(scene).best(_together()), 1.0)))
    return np.where(scene.rows.get(MERELY_MEETS), _MERELY_MEETING * value, value)


def _shares(scene: Scene) -> Floats:
    """How much each element counts in what a row offers this client, (elements, rows)."""
    return _weights(scene.query)[:, None] * scene.once(offered)


class NeedCriterion(Criterion):
    """Weighted mean over the elements that the complaints ask for. Social and emotional loneliness ask differently.

    Who is lonely gets half of it from what is merely meeting, or online; and much from eating, cooking or going out
    together.
    """

    name = "need"
    is_link = True

    def applies(self, query: Query) -> bool:
        """When any complaint or reason for referral was understood."""
        return bool(query.elements)

    def evaluate(self, scene: Scene) -> Values:
        """Known from the words and the kind; what a listing without words, or without a kind, may offer is a doubt."""
        value = scene.once(_value)
        open_rows, offers = scene.rows.catalogue.once(_may_offer)
        place = open_rows[scene.rows.index]
        here = (place >= 0).nonzero()[0]
        most = value.copy()
        if len(here):
            of_kinds = _mean(_weights(scene.query), offers, place[here])
            most[here] = np.maximum(value[here], of_kinds.max(axis=0))
        found = Values(value, value, most)
        if not _is_lonely(scene.query):
            return found
        found = raised(found, is_silent(scene), _TOGETHER)
        return lowered(found, scene.rows.get(KIND_IS_OPEN), _MERELY_MEETING * scene.once(_known))

    def at_most(self, scene: Scene) -> Floats:
        """The value itself: it is quick."""
        return scene.once(_value)

    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """The element that counts most here; what stands only in the client's own words is no reason for referral."""
        if value < _CLEAR:
            return []
        share = scene.once(_shares)[:, place]
        best = int(share.argmax())
        if share[best] <= 0:
            return []
        client = scene.query.client
        case = "element" if client.complaints or client.referral_reasons else "told"
        return [Telling(True, case, {"element": element_ids()[best]})]
