"""The role that a client wishes to have: take part, help, lead, learn."""

from __future__ import annotations

from collections.abc import Sequence

from wor_match.domain.client import Client
from wor_match.query.own_words import OwnWords
from wor_match.query.wants import Want, helping_places
from wor_match.vocabulary.enums import Role

_CLEAR = 0.8


def roles_of(client: Client, wants: Sequence[Want], words: OwnWords | None = None) -> tuple[Role, ...]:
    """The roles that the client wants: as filled in, else as their wishes say in words.

    Only helping is read in words: whoever names volunteering, or doing something for others, wishes to help. So do
    they who say so in their story, unless they want no volunteering.

    >>> roles_of(Client(reference="c", roles=["learn"]), [])
    (<Role.LEARN: 'learn'>,)
    """
    if client.roles:
        return client.roles
    named = (one.themes[helping_places()] for one in wants if one.kind in ("interest", "goal"))
    helps = any(themes.max() >= _CLEAR for themes in named) or (words is not None and bool(words.helps))
    return (Role.HELP,) if helps else ()
