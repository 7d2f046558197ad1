"""The role that a client wishes to have: take part, help, lead, learn."""

from __future__ import annotations

from collections.abc import Sequence

from wor_match.domain.client import Client
from wor_match.query.wants import Want, helping_places
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
    named = (one.themes[helping_places()] for one in wants if one.kind in ("interest", "goal"))
    return (Role.HELP,) if any(themes.max() >= _CLEAR for themes in named) else ()
