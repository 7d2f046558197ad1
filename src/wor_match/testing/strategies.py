"""Hypothesis strategies for activities and clients, realistic and around PC4 3430-3439.

They shrink towards an activity or client of which the plainest things are told. Needs the extra ``testing``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from wor_match.catalogue.catalogue import Catalogue
from wor_match.domain.activity import Activity
from wor_match.domain.client import Client
from wor_match.errors import MissingExtraError
from wor_match.testing.made_activities import made_activity
from wor_match.testing.made_clients import made_client
from wor_match.testing.picks import Pick, T

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError("wor_match.testing.strategies", "testing") from None

_MOST = 12


def _drawing(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Pick:
    def pick(options: Sequence[T], /) -> T:
        place: int = draw(st.integers(0, len(options) - 1))
        return options[place]

    return pick


@st.composite
def activities(draw: Callable[[st.SearchStrategy[Any]], Any], number: str = "a") -> Activity:
    """One activity with this id, to be used as ``@given(activities())``."""
    return made_activity(_drawing(draw), number)


@st.composite
def clients(draw: Callable[[st.SearchStrategy[Any]], Any], reference: str = "c") -> Client:
    """One client with this reference."""
    return made_client(_drawing(draw), reference)


@st.composite
def catalogues(draw: Callable[[st.SearchStrategy[Any]], Any], min_size: int = 0, max_size: int = _MOST) -> Catalogue:
    """A small catalogue; its activities have ids ``a00``, ``a01`` and so on."""
    size = draw(st.integers(min_size, max_size))
    return Catalogue.from_activities(made_activity(_drawing(draw), f"a{number:02}") for number in range(size))
