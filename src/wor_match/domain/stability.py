"""How sure an order is: how often each activity stays in the top k, and which weight would turn first and second."""

from __future__ import annotations

from wor_match.domain.base import Model, told
from wor_match.domain.records import Record


class Acceptability(Model):
    """How one activity did in the draws. Counts are whole draws; together they are its rank acceptability."""

    activity_id: str = told(..., nl="nummer", en="id", meaning="Of the activity.")
    title: str = told(..., nl="naam", en="title", meaning="Of the activity.")
    at_rank: tuple[int, ...] = told(
        ..., nl="per plaats", en="by rank", meaning="Draws at each rank from 1 to k.", unit="draws"
    )
    fell_out: int = told(
        0, nl="afgevallen", en="fell out", meaning="Draws in which an open question turned out badly.", unit="draws"
    )
    draws: int = told(..., nl="trekkingen", en="draws", meaning="Of all.", unit="draws")

    @property
    def in_top(self) -> int:
        """Draws in which it was in the top k."""
        return sum(self.at_rank)

    @property
    def share_in_top(self) -> float:
        """Share of the draws in which it was in the top k."""
        return self.in_top / self.draws if self.draws else 0.0

    @property
    def share_first(self) -> float:
        """Share of the draws in which it was first."""
        return self.at_rank[0] / self.draws if self.draws else 0.0


class Swap(Model):
    """The weight of one criterion at which first and second are equal; the other weights keep their proportions."""

    criterion: str = told(..., nl="criterium", en="criterion", meaning="Name.")
    points_now: float = told(..., nl="nu", en="now", meaning="Its weight of 100 points.", unit="points")
    points_then: float = told(..., nl="dan", en="then", meaning="Its weight of 100 points there.", unit="points")
    factor: float = told(..., nl="keer", en="times", meaning="How many times its own weight, the others unchanged.")


class Leader(Model):
    """The first or second by points."""

    activity_id: str = told(..., nl="nummer", en="id", meaning="Of the activity.")
    title: str = told(..., nl="naam", en="title", meaning="Of the activity.")


class StabilityFacts(Model):
    """How sure the order by points is (variety, which comes after it, is left out)."""

    k: int = told(..., nl="aantal gevraagd", en="k", meaning="Asked for.")
    draws: int = told(..., nl="trekkingen", en="draws", meaning="How many.", unit="draws")
    seed: int = told(..., nl="startgetal", en="seed", meaning="The same seed gives the same draws.")
    leaders: tuple[Leader, ...] = told((), nl="bovenaan", en="leaders", meaning="The first and second by points.")
    activities: tuple[Acceptability, ...] = told(
        (), nl="activiteiten", en="activities", meaning="Those that were ever in the top k, most often first."
    )
    first_above_second: float | None = told(
        None, nl="eerste voor tweede", en="first above second", ge=0, le=1,
        meaning="Share of the draws in which the first is there and the second has fewer points or fell out. "
        "Absent: there is no second.",
    )  # fmt: skip
    first_fell_out: int | None = told(
        None, nl="eerste afgevallen", en="first fell out", unit="draws",
        meaning="Draws in which an open question about the first turned out badly. Absent: there is no first.",
    )  # fmt: skip
    swaps: tuple[Swap, ...] = told(
        (),
        nl="omslag",
        en="swaps",
        meaning="Where they swap with weights that a profile may have; smallest change first.",
    )
    is_stopped: bool = told(False, nl="stop", en="stopped", meaning="A safety gate stopped it: there is no order.")
    summary: Record = told(..., nl="in één zin", en="in one sentence", meaning="How sure it is.")

    def of(self, activity_id: str) -> Acceptability | None:
        """What was found for one activity; None when it was never in the top k."""
        return next((one for one in self.activities if one.activity_id == activity_id), None)
