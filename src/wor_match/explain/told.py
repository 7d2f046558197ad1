"""Sentences put together into the text of an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from wor_match.explain.address import Address, addressed, check_address
from wor_match.explain.text import check_audience, plain
from wor_match.explain.wording.table import Audience, Language

One = TypeVar("One", covariant=True)


def told(
    sentences: Iterable[str], language: Language, audience: Audience = "coach", address: Address = "u",
    *, between: str = "\n",
) -> str:  # fmt: skip
    """A text of the sentences that are there, without control characters, for who it is meant.

    Raises
    ------
    InputError
        If there is no such audience or address.

    Examples
    --------
    >>> told(["Past dat bij u?", "", "Dat is goed."], "nl", "client", "je", between=" ")
    'Past dat bij jou? Dat is goed.'
    """
    check_audience(audience)
    check_address(address)
    text = between.join("\n".join(plain(line) for line in one.split("\n")) for one in sentences if one)
    return addressed(text, language, address if audience == "client" else "u")


class Answers(tuple[One, ...]):
    """Several answers to one question, best first: a tuple that can be read.

    Parameters
    ----------
    found : iterable
    is_stopped : bool
        Whether a safety gate stopped it: then there are none.
    """

    is_stopped: bool

    def __new__(cls, found: Iterable[One] = (), *, is_stopped: bool = False) -> Answers[One]:
        """Answers, with what is true of them together."""
        made = super().__new__(cls, tuple(found))
        made.is_stopped = is_stopped
        return made
