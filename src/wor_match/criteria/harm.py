"""What the client's own words tell that would harm them there: drink, heat, smoke, lifting, contact at home."""

from __future__ import annotations

import numpy as np

from wor_match.criteria.base import Values, known
from wor_match.criteria.limits import OF_DOING, cannot
from wor_match.query.scene import Scene

#: Limits because of which going there does harm, rather than being of no use.
_HARMFUL = frozenset(("no_alcohol", "no_heat", "no_home_contact", "no_lifting", "no_smoking"))


def does_no_harm(scene: Scene) -> Values:
    """How surely each row keeps from what would harm this client, as far as they told; 1 for who told nothing."""
    found = [scene.once(OF_DOING[name]) for name in cannot(scene.query) if name in _HARMFUL]
    if not found:
        return known(np.ones(len(scene)))
    return Values(*(np.minimum.reduce(each) for each in zip(*found, strict=True)))
