"""Circumstances that a client named; only used to meet a group's own target group, never a score by itself."""

from __future__ import annotations

from functools import cache

from wor_match.domain.client import Client
from wor_match.text.phrases import PhraseTable
from wor_match.text.reading import Notes, Reading
from wor_match.vocabulary.tables import read_table


@cache
def _words() -> PhraseTable:
    return PhraseTable.from_rows([{**row, "weight": "1.0"} for row in read_table("circumstance_words")], "circumstance")


def circumstances_in(text: str | Reading) -> frozenset[str]:
    """Circumstances that a text names.

    >>> "carer" in circumstances_in("voor mantelzorgers")
    True
    """
    return frozenset(_words().weights(text))


def circumstances_of(client: Client, notes: Notes | None = None) -> frozenset[str]:
    """What the client named, and what their complaints, household, work and care duties say in words."""
    texts = [one.term for one in client.complaints]
    texts += [client.household or "", client.work or "", client.care_duties or ""]
    return frozenset(client.circumstances) | circumstances_in((notes or Notes()).read(". ".join(texts)))
