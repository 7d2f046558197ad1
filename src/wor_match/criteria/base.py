"""What a soft criterion is: it maps a query and rows to values in [0, 1] by a fixed value function."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from wor_match.domain.given import SetOnce
from wor_match.domain.records import Param
from wor_match.query.query import Query
from wor_match.query.scene import Scene

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
#: How the values of several rows of one activity become one, when all its parts are required.
Reducer = Literal["mean", "min", "max"]


class Values(NamedTuple):
    """Low, expected and high value of each row, float64 (n,) in [0, 1]; known means all three are equal."""

    low: Floats
    expected: Floats
    high: Floats


def known(values: Floats) -> Values:
    """Values about which nothing is unknown."""
    return Values(values, values, values)


def unit(values: Floats) -> Floats:
    """Values kept in [0, 1]; nan stays nan. (Of few values this is quicker than ``np.clip``.)"""
    return np.asarray(np.minimum(np.maximum(values, 0.0), 1.0))


def spread(low: Floats, expected: Floats, high: Floats) -> Values:
    """Values with doubt; the expected value is kept between the other two."""
    return Values(low, np.minimum(np.maximum(expected, low), high), high)


def where_known(values: Floats, is_known: Mask, prior: float, *, worst: float = 0.0, best: float = 1.0) -> Values:
    """The values where they are known; elsewhere from ``worst`` to ``best`` with the prior between."""
    prior = min(max(prior, worst), best)
    return Values(*np.where(is_known, values, np.array([[worst], [prior], [best]])))


def weighted(parts: list[tuple[float, Values]]) -> Values:
    """Weighted mean of several values; at least one part."""
    total = sum(weight for weight, _ in parts)
    return Values(*np.asarray(sum(weight * np.array(values) for weight, values in parts) / total))


#: How much the worst of several things that must not go wrong decides; the rest is their mean.
_WORST = 0.7


def mostly_worst(parts: list[tuple[float, Values]]) -> Values:
    """Several things of which one is enough to spoil it: mostly the worst, partly the weighted mean.

    A weight below 1 softens how bad a part can be: its value is taken as ``1 - weight * (1 - value)``.
    """
    worst = np.minimum.reduce([1 - weight * (1 - np.array(values)) for weight, values in parts])
    return Values(*(_WORST * worst + (1 - _WORST) * np.array(weighted(parts))))


class Telling(NamedTuple):
    """Something that a criterion can say of a row: a case with parameters, for or against."""

    is_for: bool
    case: str
    params: dict[str, Param]

    def __repr__(self) -> str:
        """Without the values, which may quote a client."""
        return "Telling(<private>)"


class OpenFacts(NamedTuple):
    """What a provider can be asked of one row about what a criterion weighs.

    Parameters
    ----------
    names : tuple of str
        Facts that are not known, as ``fact_question`` of the wording tables has them; none: nothing can be asked.
    low, high : float or None
        The value when all of them turn out badly, or well; None: as low and high of the row.
    """

    names: tuple[str, ...]
    low: float | None = None
    high: float | None = None


class Criterion(SetOnce, ABC):
    """A soft criterion.

    A subclass stands in a file of its own, declares the columns that it needs, and is listed in the registry
    (``wor_match.criteria``). Codes of its reasons are ``<name>.<case>`` and have entries in the wording tables.
    Its value function is fixed: it never depends on which other activities there are.

    Low and high hold every way in which facts of the activity that are not known can turn out, as long as no hard rule
    then says no: fields of which absence means "not known", and, of a listing without words, what it is about. Known
    by their absence are limits that nobody states (ages, a target group, another language than Dutch, a season) and
    what comes on top of a price; what has words is known by its words. :mod:`wor_match.testing.unknown_facts` lists
    both; :func:`wor_match.testing.intervals.check_interval` tries it, also for a criterion of a host's own.

    Attributes
    ----------
    name : str
        Stable; the key of its weight in a profile.
    prior : float
        Expected value where a fact is unknown, unless the profile says otherwise; yes >= prior >= no.
    reducer : {"mean", "min", "max"}
        Over the parts of an arrangement of which all are required.
    is_link : bool
        Whether it is a link to this client's interest, goal or need, which the floor asks for.
    """

    name: ClassVar[str]
    prior: ClassVar[float] = 0.5
    reducer: ClassVar[Reducer] = "mean"
    is_link: ClassVar[bool] = False

    @abstractmethod
    def applies(self, query: Query) -> bool:
        """Whether the intake holds anything for it; if not, it drops out for every row alike."""

    @abstractmethod
    def evaluate(self, scene: Scene) -> Values:
        """Values of each row."""

    def at_most(self, scene: Scene) -> Floats:
        """No less than the expected value of each row, (n,), and quick: rows that it rules out are not evaluated.

        Only of links this is asked, where there are many rows.
        """
        return np.ones(len(scene))

    @abstractmethod
    def tell(self, scene: Scene, place: int, value: float) -> list[Telling]:
        """What to say of one row that got this expected value; nothing where there is nothing worth saying."""

    def ask(self, scene: Scene, place: int) -> tuple[str, dict[str, Param]] | None:
        """Case and parameters of a question that goes with what it weighs in one row; None where there is none.

        Its code is ``ask.<name>.<case>``. It never removes anything, and stands after the questions of the rules.
        """
        return None

    def open_facts(self, scene: Scene, place: int) -> OpenFacts | None:
        """Which facts that it weighs are not known of one row; None where it does not tell them apart."""
        return None

    def unknown(self, query: Query) -> float:
        """The prior of this profile for unknown facts."""
        return query.profile.priors.get(self.name, self.prior)
