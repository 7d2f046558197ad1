"""How a fact of the effective activity came from its own words: filled, or put in doubt."""

from __future__ import annotations

from wor_match.domain.activity import Activity

FROM_PROSE = "prose"
CONTRADICTED = "contradicted by prose"
#: Not told anywhere: thought so for what it is. One to one without hours is by appointment, and mostly at home.
LIKELY = "likely for its kind"


def is_doubted(activity: Activity, path: str) -> bool:
    """Whether the activity's own words contradict this field, so that it must be asked.

    >>> is_doubted(Activity(id="a", title="Koor", provenance={"cost.amount_eur": CONTRADICTED}), "cost.amount_eur")
    True
    """
    return activity.provenance.get(path) == CONTRADICTED


def is_noticed(activity: Activity, path: str) -> bool:
    """Whether prose was settled with this field before; what was doubted then must not be filled now."""
    return activity.provenance.get(path) in (FROM_PROSE, CONTRADICTED, LIKELY)
