"""The role that a client wishes to have: take part, help, lead, learn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from wor_match.domain.client import Client
from wor_match.query.wants import Want, theme_place
from wor_match.vocabulary.enums import Role

_CLEAR = 0.8


def roles_of(client: Client, wants: Sequence[Want]) -> tuple[Role, ...]:
    """The roles that the client wants: as filled in, else as their wishes say in words.

    Only helping is read in words: whoever names volunteering, or doing something for others, wishes to help.

    >>> roles_of(Client(reference="c", roles=["learn"]), [])
    (<Role.LEARN: 'learn'>,)
    """
    if client.roles:
        return client.roles
    named = (one.themes[_helping()] for one in wants if one.kind in ("interest", "goal"))
    return (Role.HELP,) if any(themes.max() >= _CLEAR for themes in named) else ()


@cache
def _helping() -> npt.NDArray[np.int64]:
    """Places of the themes of helping others."""
    names = theme_place().items()
    return np.array([place for name, place in names if name.startswith("volunteering") or name == "helping"])
