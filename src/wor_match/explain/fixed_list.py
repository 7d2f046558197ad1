"""Whether anything that a provider could still tell would change which activities are on a list."""

from __future__ import annotations

import numpy as np

from wor_match.catalogue.columns import UNKNOWN
from wor_match.explain.trial import Trials
from wor_match.scoring import HIGH, LOW, MILLI


def is_fixed(trials: Trials) -> bool:
    """Whether the first k hold, whatever is still in doubt about any possible activity.

    No hard rule may be open, nor what links an activity to a wish. Then the worst of those on the list must stay above
    the best of the others by more than variety may give away, or there are no others. In doubt it is False.
    """
    base = trials.base
    if any((verdicts[base.places] == UNKNOWN).any() for verdicts in trials.verdicts.values()):
        return False
    low, high = base.scored.contributions[LOW], base.scored.contributions[HIGH]
    is_link = np.array([one.is_link for one in base.scored.criteria], dtype=bool)
    if (low != high)[:, is_link].any():
        return False
    if len(base.ranked) <= trials.k:
        return True
    is_in = np.isin(trials.rows.activity[base.places], base.top(trials.k))
    room = round(trials.query.profile.limits.variety_points * MILLI)
    return int(low.sum(axis=1)[is_in].min()) - room > int(high.sum(axis=1)[~is_in].max())


__all__ = ["is_fixed"]
