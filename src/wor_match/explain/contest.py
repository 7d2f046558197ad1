"""What is ranked in every draw: each activity by the row that is best for it there, as a new run would choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from wor_match.catalogue.columns import NO, UNKNOWN
from wor_match.explain.draws import HALF, WHOLE, Draw
from wor_match.pipeline import Run
from wor_match.ranking import tie_break
from wor_match.scoring import EXPECTED, HIGH, LOW, together

Points = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
#: What is open is never drawn as certainly a no, whatever a rule says of itself.
_MOST_RISK = 0.9


@dataclass(frozen=True, slots=True)
class Field:
    """Activities, or rows that may stand for one.

    Parameters
    ----------
    numbers : int64 (m,)
        Activities in the catalogue.
    low, expected, high : int64 (m, c)
        Stored contributions in thousandths of a point.
    risk : int64 (m,)
        Chance in 65536ths that an open question turns out badly.
    weights : int64 (c,)
    links : bool (c,)
        Criteria that the floor asks for.
    floor_share : float
    """

    numbers: Points
    low: Points
    expected: Points
    high: Points
    risk: Points
    weights: Points
    links: Mask
    floor_share: float

    def only(self, places: Points) -> Field:
        """Some of them."""
        low, expected, high = self.low[places], self.expected[places], self.high[places]
        return replace(
            self, numbers=self.numbers[places], low=low, expected=expected, high=high, risk=self.risk[places]
        )


def scores_of(field: Field, draw: Draw) -> Floats:
    """Scores in the draws, (d, m): whole numbers far below 2**53, so that every order of adding gives the same."""
    factors = draw.factors.astype(np.float64)
    expected = factors @ field.expected.T.astype(np.float64)
    up, down = _doubt(factors, field.high - field.expected), _doubt(factors, field.expected - field.low)
    return np.asarray(expected * HALF + draw.facts * np.where(draw.facts > 0, up, down))


def _doubt(factors: Floats, points: Points) -> Floats:
    """The same points with the drawn weights, (d, m); most criteria leave nothing in doubt."""
    some = np.flatnonzero(points.any(axis=0))
    return np.asarray(factors[:, some] @ points[:, some].T.astype(np.float64))


def below_floor(field: Field, draw: Draw) -> Mask:
    """Which have too small a share of the points that links can give, in each draw (d, m)."""
    factors = draw.factors[:, field.links].astype(np.float64)
    linked = factors @ field.expected[:, field.links].T.astype(np.float64)
    least = np.rint(field.floor_share * (factors @ field.weights[field.links].astype(np.float64)))
    return np.asarray(linked < least[:, None])


@dataclass(frozen=True, slots=True)
class Turned:
    """How some draws turn out.

    Parameters
    ----------
    fell : bool (d, m)
        An open question removed it: of alternatives all rows.
    below : bool (d, m)
        What stands for it is below the floor.
    places : int64 (h,)
        Activities of which the row that stands for them differs between draws.
    scores : float64 (d, h)
        Their scores, where they did not fall out.
    """

    fell: Mask
    below: Mask
    places: Points
    scores: Floats


class Contest:
    """The activities of a run, equals in the order of their tie-break.

    Of alternatives the row with most points in the draw stands, among those of which no open question turned out
    badly; of required parts the best row of each. Rows that can never be better than another are left out.
    """

    def __init__(self, run: Run) -> None:
        self._run, self.field = run, field_of(run)
        self._rows = np.flatnonzero((run.verdicts[:, run.scored_rows] != NO).all(axis=0))
        at = {int(number): place for place, number in enumerate(self.field.numbers)}
        own = run.left.rows.take(self._rows)
        place = np.array([at.get(int(number), -1) for number in own.activity], dtype=np.int64)
        self._rows, place = self._rows[place >= 0], place[place >= 0]
        self._place, self._risk = place, _risks(run, run.scored_rows[self._rows])
        alternatives, wholes = self._candidates()
        #: What stands for these differs between draws.
        self.groups: list[Alternatives | Whole] = [*([alternatives] if len(alternatives.owner) else []), *wholes]

    def of(self, draw: Draw) -> Turned:
        """How some draws turn out."""
        fell, below = draw.luck < self.field.risk, below_floor(self.field, draw)
        places, scores = [], []
        for group in self.groups:
            found = group.of(draw)
            fell[:, found.places], below[:, found.places] = found.fell, found.below
            places.append(found.places)
            scores.append(found.scores)
        if not places:
            return Turned(fell, below, np.zeros(0, dtype=np.int64), np.zeros((len(fell), 0)))
        return Turned(fell, below, np.concatenate(places), np.concatenate(scores, axis=1))

    def stands(self, place: int) -> Points:
        """Contributions (rows, c) of all that may stand for an activity with some weights or other."""
        for group in self.groups:
            if (group.owner == place).any():
                return group.stands(place)
        return self.field.expected[place : place + 1]

    def _candidates(self) -> tuple[Alternatives, list[Whole]]:
        """Of activities with more than one row that can be best: those rows."""
        catalogue, (owner, rows) = self._run.scene.rows.catalogue, ([], [])
        wholes = []
        for place, parts in self._grouped():
            kept = [self._undominated(part) for part in parts]
            if self._is_as_chosen(place, kept):
                continue
            if catalogue.needs_all_parts[self.field.numbers[place]]:
                wholes.append(
                    Whole(self._run, self.field, place, [(self._part(place, part), self._rows[part]) for part in kept])
                )
                continue
            owner += [place] * len(kept[0])
            rows += kept[0].tolist()
        places = np.array(owner, dtype=np.int64)
        return Alternatives(self._part(places, np.array(rows, dtype=np.int64)), places), wholes

    def _grouped(self) -> Iterator[tuple[int, list[Points]]]:
        """Of each activity with several rows their places, by part where all are required, in its own order."""
        run = self._run
        rows, catalogue = run.left.rows.take(self._rows), run.scene.rows.catalogue
        part = np.where(catalogue.needs_all_parts[rows.activity], catalogue.row_part[rows.index], 0)
        order = np.lexsort((catalogue.own_order[rows.index], part, self._place))
        count = np.bincount(self._place, minlength=len(self.field.numbers))
        begin = np.cumsum(count) - count
        for place in np.flatnonzero(count > 1).tolist():
            here = order[begin[place] : begin[place] + count[place]]
            yield place, [here[part[here] == one] for one in np.unique(part[here])]

    def _undominated(self, here: Points) -> Points:
        """Rows of which no other has at least as much of everything and no more risk; of equals the first."""
        points, risk = self._run.scored.contributions[:, self._rows[here]], self._risk[here]
        as_good = (points[:, :, None] >= points[:, None]).all(axis=(0, 3)) & (risk[:, None] <= risk)
        is_earlier = np.arange(len(here))[:, None] < np.arange(len(here))
        return here[~(as_good & (~as_good.T | is_earlier)).any(axis=0)]

    def _is_as_chosen(self, place: int, kept: Sequence[Points]) -> bool:
        """Whether in every draw the rows stand that stand with the profile's own weights."""
        chosen = self._run.chosen
        assert chosen is not None
        number = int(np.searchsorted(chosen.activity, self.field.numbers[place]))
        rows = {int(self._run.scored_rows[self._rows[one]]) for part in kept for one in part}
        return all(len(part) == 1 for part in kept) and rows == set(chosen.rows_of(number).tolist())

    def _part(self, place: int | Points, here: Points) -> Field:
        """Some rows as a field of their own."""
        points = self._run.scored.contributions[:, self._rows[here]]
        numbers = np.broadcast_to(self.field.numbers[place], len(here))
        return replace(
            self.field, numbers=numbers, low=points[LOW], expected=points[EXPECTED], high=points[HIGH],
            risk=self._risk[here],
        )  # fmt: skip


@dataclass(frozen=True)
class Alternatives:
    """Rows of activities of which any row will do.

    Parameters
    ----------
    rows : Field
        Those of one activity side by side, in its own order.
    owner : int64
        Place of the activity that each is of, ascending.
    """

    rows: Field
    owner: Points

    def of(self, draw: Draw) -> Turned:
        """Of each activity the row with most points, among those that did not fall out."""
        own = Draw(draw.factors, draw.facts[:, self.owner], draw.luck[:, self.owner])
        out = own.luck < self.rows.risk
        scores = np.where(out, -np.inf, scores_of(self.rows, own))
        best, fell = (
            np.maximum.reduceat(scores, self._begins, axis=1),
            np.logical_and.reduceat(out, self._begins, axis=1),
        )
        return Turned(fell, self._below(own, scores), self.owner[self._begins], np.where(fell, 0.0, best))

    def stands(self, place: int) -> Points:
        """Contributions of the rows of one activity."""
        found: Points = self.rows.expected[self.owner == place]
        return found

    def _below(self, own: Draw, scores: Floats) -> Mask:
        """Whether the row that stands is below the floor; mostly all rows of an activity have the same links."""
        links = self.rows.expected[:, self.rows.links]
        if (links == links[np.repeat(self._begins, self._count)]).all():
            return below_floor(self.rows.only(self._begins), own)
        below = below_floor(self.rows, own)
        spans = [slice(begin, begin + count) for begin, count in zip(self._begins, self._count, strict=True)]
        every = np.arange(len(scores))
        return np.stack([below[:, span][every, scores[:, span].argmax(axis=1)] for span in spans], axis=1)

    @cached_property
    def _begins(self) -> Points:
        return np.flatnonzero(np.diff(self.owner, prepend=-1))

    @cached_property
    def _count(self) -> Points:
        return np.diff(np.append(self._begins, len(self.owner)))


@dataclass(frozen=True)
class Whole:
    """An activity of which all parts are required, and of which a part can be at several places.

    Parameters
    ----------
    run : Run
    whole : Field
        All activities.
    place : int
        Its place among them.
    parts : list of (Field, places)
        Of each part the rows that can be best, and their places among the rows that were scored.
    """

    run: Run
    whole: Field
    place: int
    parts: Sequence[tuple[Field, Points]]
    _known: dict[tuple[int, ...], Field] = field(default_factory=dict)

    @property
    def owner(self) -> Points:
        """Its place."""
        return np.array([self.place])

    def of(self, draw: Draw) -> Turned:
        """The best row of each part, among those that did not fall out."""
        facts, luck = draw.facts[:, self.place, None], draw.luck[:, self.place, None]
        fell, best = np.zeros((len(luck), 1), dtype=bool), np.zeros((len(luck), len(self.parts)), dtype=np.int64)
        for number, (rows, _) in enumerate(self.parts):
            out = luck < rows.risk
            every = Draw(draw.factors, np.broadcast_to(facts, out.shape), luck)
            best[:, number] = np.where(out, -np.inf, scores_of(rows, every)).argmax(axis=1)
            fell |= out.all(axis=1, keepdims=True)
        scores, below = np.zeros(fell.shape), np.zeros(fell.shape, dtype=bool)
        for few in np.unique(best, axis=0):
            here, found = np.flatnonzero((best == few).all(axis=1)), self._together(tuple(few.tolist()))
            own = Draw(draw.factors[here], facts[here], luck[here])
            scores[here], below[here] = scores_of(found, own), below_floor(found, own)
            fell[here] |= own.luck < found.risk
        return Turned(fell, below, self.owner, scores)

    def stands(self, place: int) -> Points:
        """Contributions of every row of one part with every row of the others."""
        sizes = [len(rows) for _, rows in self.parts]
        return np.concatenate([self._together(tuple(few)).expected for few in np.ndindex(*sizes)])

    def _together(self, few: tuple[int, ...]) -> Field:
        """One row of each part, as the criteria reduce them."""
        if few not in self._known:
            rows = np.array([own[one] for one, (_, own) in zip(few, self.parts, strict=True)])
            points = together(self.run.scored, rows, np.zeros(1, dtype=np.int64))[1]
            risk = _risks(self.run, self.run.scored_rows[rows], np.zeros(1, dtype=np.int64))
            one = self.whole.only(self.owner)
            self._known[few] = replace(one, low=points[LOW], expected=points[EXPECTED], high=points[HIGH], risk=risk)
        return self._known[few]


def field_of(run: Run) -> Field:
    """All activities of a run that no rule excludes, as they stand with the profile's own weights."""
    scored = run.scored
    links = np.array([one.is_link for one in scored.criteria], dtype=bool)
    share = run.scene.query.profile.limits.floor_share if links.any() else 0.0
    if run.chosen is None or not len(run.chosen.activity):
        none = np.zeros((0, len(scored.weights)), dtype=np.int64)
        empty = np.zeros(0, dtype=np.int64)
        return Field(empty, none, none, none, empty, scored.weights, links, share)
    client, day = run.scene.query.client.reference, run.scene.query.as_of.isoformat()
    ids = [run.scene.rows.catalogue.activities[number].id for number in run.chosen.activity]
    order = np.array(sorted(range(len(ids)), key=lambda place: tie_break(client, day, ids[place])), dtype=np.int64)
    points = run.chosen.contributions[:, order]
    risk = _risks(run, run.chosen.row, run.chosen.start[:-1])[order]
    numbers = run.chosen.activity[order]
    return Field(numbers, points[LOW], points[EXPECTED], points[HIGH], risk, scored.weights, links, share)


def _risks(run: Run, rows: Points, begins: Points | None = None) -> Points:
    """The chance in 65536ths that an open hard rule turns out badly, of each row or of each run of rows together."""
    stays = np.ones(len(rows) if begins is None else len(begins))
    for rule, verdicts in zip(run.rules, run.verdicts, strict=True):
        is_open = verdicts[rows] == UNKNOWN
        together = is_open if begins is None else np.logical_or.reduceat(is_open, begins)
        stays *= np.where(together, 1 - min(rule.risk, _MOST_RISK), 1.0)
    return np.asarray(np.rint((1 - stays) * WHOLE), dtype=np.int64)
